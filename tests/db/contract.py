"""What every store of trips must do, whatever engine stands behind it: one class to inherit.

An engine gives the fixture `open_store`, and passes.
"""

from tests.db.contract_company import CompanyContract
from tests.db.contract_reading import ElsewhereContract, ReadingContract
from tests.db.contract_references import ReferenceContract
from tests.db.contract_undo import UndoContract
from tests.db.contract_writing import WritingContract


class StoreContract(
    WritingContract,
    ReferenceContract,
    CompanyContract,
    UndoContract,
    ReadingContract,
    ElsewhereContract,
):
    """The whole contract."""
