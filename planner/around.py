"""What lies around a trip, put together for the rules: the same for screens and commands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache

from planner.conflicts.conflict import Severity
from planner.conflicts.surroundings import Holidays, Surroundings
from planner.itinerary import Itinerary
from planner.itinerary.entries import entry_of
from planner.journal import JournalEntry
from planner.records import (
    Meeting,
    Movement,
    Office,
    Participant,
    Place,
    Record,
    Stop,
    Tenure,
    Trip,
)
from planner.settings import Limits
from planner.store import Store


@dataclass(frozen=True, slots=True)
class OfficeSettings:
    """What an office set for all its trips; a trip's own thresholds outweigh its limits."""

    limits: Limits = field(default_factory=Limits)
    severities: Mapping[str, Severity | None] = field(default_factory=dict)
    """By rule, what is set instead of the rule's own; None switches the rule off."""


class _HolidaysWhenAsked:
    """The public holidays, loaded when a rule first asks: a trip is shown before its rules run."""

    def on(self, place: Place, day: date) -> str:
        """Return the name of the holiday in a place on its own date; empty where it is none."""
        return _public_holidays().on(place, day)


@cache
def _public_holidays() -> Holidays:
    from planner.geography.holidays import PublicHolidays  # noqa: PLC0415 - see above

    return PublicHolidays()


_HOLIDAYS = _HolidaysWhenAsked()


def surroundings_of(
    store: Store, itinerary: Itinerary, now: datetime, office: OfficeSettings
) -> Surroundings:
    """Return what lies around a trip as of now, as a store and the office's settings have it.

    Where nothing changed, what is returned is equal: the rules need not be asked again.
    """
    around = store.around(itinerary)
    return Surroundings(
        now,
        office.limits,
        around.elsewhere,
        around.trips,
        around.commitments,
        _HOLIDAYS,
        office.severities,
    )


def may_alter(entries: Iterable[JournalEntry], itinerary: Itinerary) -> bool:
    """Tell whether entries of the journal in a trip may alter what lies around it.

    They do by who takes part and leads, which offices people hold, and when the trip begins: what
    ended before it began counts as earlier. `itinerary` is the trip as it was before them.
    """
    return any(
        _bears_on_around(record, itinerary)
        for entry in entries
        for change in entry.edit.changes
        for record in (change.before, change.after)
        if record is not None
    )


_ALWAYS = (Participant, Trip, Stop, Tenure, Office)


def _bears_on_around(record: Record, itinerary: Itinerary) -> bool:
    if isinstance(record, _ALWAYS):
        return True
    if not isinstance(record, Meeting | Movement):
        return False
    entry, first = entry_of(record), _first_hour(itinerary)
    return first is None or entry is None or entry.start.instant <= first


def _first_hour(itinerary: Itinerary) -> int | None:
    return itinerary.entries[0].start.instant if itinerary.entries else None
