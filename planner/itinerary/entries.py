"""Entries: the meetings and movements of a programme that have an hour."""

from collections.abc import Iterable
from dataclasses import dataclass

from planner.moments import Moment, minutes_between
from planner.records import Meeting, Movement
from planner.records.words import Status
from planner.settings import BOARDING_MINUTES, DEPLANING_MINUTES, USUAL_MINUTES

FALLEN_AWAY = frozenset({Status.CANCELLED, Status.DECLINED, Status.POSTPONED, Status.SUPERSEDED})
"""What stays in the records and no longer in the programme."""
FIRM = frozenset({Status.CONFIRMED, Status.HELD})


@dataclass(frozen=True, slots=True)
class Entry:
    """A meeting or movement between two moments.

    A start without an end is normal: then `end` is None, and never invented here. A movement of
    which only the arrival is known starts, and ends, when it arrives.
    """

    record: Meeting | Movement
    start: Moment
    end: Moment | None

    @property
    def id(self) -> str:
        """The id of its record."""
        return self.record.id

    @property
    def minutes(self) -> int | None:
        """Its length, where both ends are known."""
        return minutes_between(self.start, self.end) if self.end else None

    @property
    def stands(self) -> bool:
        """Whether it is still part of the programme."""
        return self.record.status not in FALLEN_AWAY

    @property
    def is_firm(self) -> bool:
        """Whether it is confirmed or held."""
        return self.record.status in FIRM


def end_of(meeting: Meeting) -> Moment | None:
    """Return when a meeting ends, where its start and its length are known."""
    if meeting.start is None or meeting.minutes is None:
        return None
    return meeting.start.plus(meeting.minutes)


def expected_minutes(meeting: Meeting) -> int:
    """Return how long a meeting takes: as stated, else as is usual for its kind."""
    return USUAL_MINUTES[meeting.kind] if meeting.minutes is None else meeting.minutes


def entry_of(record: Meeting | Movement) -> Entry | None:
    """Return a record as an entry; None where it has no hour yet."""
    if isinstance(record, Meeting):
        return Entry(record, record.start, end_of(record)) if record.start else None
    start = record.depart or record.arrive
    return Entry(record, start, record.arrive) if start else None


def boarding_minutes(movement: Movement) -> int:
    """Return how long before departure one has to be there."""
    own = movement.boarding_minutes
    return BOARDING_MINUTES.get(movement.mode, 0) if own is None else own


def deplaning_minutes(movement: Movement) -> int:
    """Return how long after arrival one gets away."""
    own = movement.deplaning_minutes
    return DEPLANING_MINUTES.get(movement.mode, 0) if own is None else own


def entries_of(
    records: Iterable[Meeting | Movement], before: Iterable[Entry] = ()
) -> tuple[Entry, ...]:
    """Return those records that have an hour as entries, in order of start, end and id.

    `before` are those of the same trip as it was: where the record is still the same, so is its
    entry.
    """
    known = {id(entry.record): entry for entry in before}
    entries = (known.get(id(record)) or entry_of(record) for record in records)
    return tuple(sorted((entry for entry in entries if entry), key=_order))


def _order(entry: Entry) -> tuple[int, int, str]:
    end = entry.end or entry.start
    return (entry.start.instant, end.instant, entry.id)
