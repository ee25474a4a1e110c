"""What is kept about a trip beside its programme."""

from dataclasses import dataclass

from planner.moments import Moment
from planner.records.values import Record, RecordId, TripId
from planner.records.words import ReleaseScope


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Acknowledgement(Record):
    """That somebody saw a conflict and lets it stand, for a reason, while its facts hold."""

    trip: TripId
    rule: str
    subjects: tuple[str, ...]
    """The ids of the records that the conflict is about."""
    fingerprint: str
    """The facts as they were: when they change, the conflict shows again."""
    reason: str
    by: str
    at: Moment


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Release(Record):
    """A numbered version of the programme that was handed out."""

    trip: TripId
    number: int
    at: Moment
    by: str
    scope: ReleaseScope = ReleaseScope.INTERNAL
    recipients: str = ""
    note: str = ""
    marking: str = ""
    journal_position: int
    trip_text: str
    """The trip as it was, as the text of a trip file."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Wording(Record):
    """A field of a record in another language; public papers print it, and never guess it."""

    record: RecordId
    field: str
    language: str
    """ISO 639-1 code."""
    text: str
