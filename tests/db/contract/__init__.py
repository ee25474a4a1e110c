"""What every store of trips must do, whatever engine stands behind it: one class to inherit.

An engine gives the fixture `open_store`, and passes.
"""

from tests.db.contract.around import CommitmentsContract, OtherTripsContract
from tests.db.contract.company import CompanyContract
from tests.db.contract.promises import PromisesContract
from tests.db.contract.reading import ElsewhereContract, ReadingContract
from tests.db.contract.references import ReferenceContract
from tests.db.contract.undo import UndoContract
from tests.db.contract.writing import WritingContract


class StoreContract(
    WritingContract,
    ReferenceContract,
    CompanyContract,
    UndoContract,
    ReadingContract,
    ElsewhereContract,
    OtherTripsContract,
    CommitmentsContract,
    PromisesContract,
):
    """The whole contract."""
