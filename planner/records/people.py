"""People, the offices they hold, and when they cannot come."""

from dataclasses import dataclass
from datetime import date

from planner.moments import Moment
from planner.records.values import OfficeId, PersonId, Record
from planner.records.words import Gender, OfficeOf, Qualifier, RankClass


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Person(Record):
    """Somebody of ours or of theirs; what is printed of them comes from their tenure on the day."""

    name: str
    gender: Gender | None = None
    spoken_address: str = ""
    """What one says: `Prime Minister`, then `Sir`."""
    written_address: str = ""
    """How a letter begins."""
    place_card: str = ""
    """What stands on the table."""
    pronunciation: str = ""
    languages: tuple[str, ...] = ()
    """Working languages, best first, as ISO 639-1 codes."""
    diet: str = ""
    phone: str = ""
    email: str = ""
    private_secretary: str = ""
    ours: bool = False
    source: str = ""
    """Where these facts come from."""
    verified_on: date | None = None
    verified_by: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Office(Record):
    """A post that people hold one after another, such as President of the French Republic."""

    title: str
    title_feminine: str = ""
    title_masculine: str = ""
    of_kind: OfficeOf
    of: str
    """The body: an ISO 3166 code for a state or a province (`FR`, `CA-NU`), else its name."""
    rank: RankClass = RankClass.OTHER
    spoken_address: str = ""
    """The form of address that goes with the post: `Your Excellency`."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Tenure(Record):
    """That a person holds an office, from a date to a date; both dates belong to it."""

    person: PersonId
    office: OfficeId
    since: date | None = None
    until: date | None = None
    qualifier: Qualifier | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Unavailability(Record):
    """A time when a person cannot be had: Cabinet, a vote, leave."""

    person: PersonId
    start: Moment
    end: Moment
    reason: str = ""
