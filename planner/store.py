"""What a store of trips must do, whatever engine stands behind it.

Screens and commands know only this; `db` fulfils it for SQLite, and another engine passes the same
contract tests.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from planner.conflicts.surroundings import Around
from planner.edits import Edit
from planner.errors import TripAmbiguous, TripUnknown
from planner.itinerary import Itinerary
from planner.journal import Headline, JournalEntry
from planner.records import (
    Office,
    Person,
    Tenure,
    TravelTime,
    Trip,
    Unavailability,
    Venue,
    Wording,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from planner.promises import Promise


@dataclass(frozen=True, slots=True)
class TripSummary:
    """A trip as a line of the list."""

    trip: Trip
    principal: str
    """The principal's name."""
    cities: tuple[str, ...]
    """In the order of the journey."""
    start: int | None
    """The first instant of its programme or stops, in UTC seconds; None without any hour."""
    end: int | None
    """The last, likewise."""
    meetings: int
    movements: int
    days: tuple[date, date] | None = None
    """The first and the last day that its stops, else its window, name; None where neither does."""


@dataclass(frozen=True, slots=True)
class Directory:
    """What trips share, and the trips: what a new file can mean without repeating it."""

    people: tuple[Person, ...] = ()
    offices: tuple[Office, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    venues: tuple[Venue, ...] = ()
    unavailabilities: tuple[Unavailability, ...] = ()
    travel_times: tuple[TravelTime, ...] = ()
    wordings: tuple[Wording, ...] = ()
    """Those of people, offices and venues."""
    trips: tuple[Trip, ...] = ()


class Store(Protocol):
    """Keeps trips, and the journal of what was done to them.

    Every method can raise `StorageError`. An Edit that is refused has changed nothing.
    """

    @property
    def author(self) -> str:
        """Who writes through it, as the journal names them."""
        ...

    def trips(self) -> tuple[TripSummary, ...]:
        """Return every trip, by its first day; those without one last."""
        ...

    def load(self, trip: str) -> Itinerary:
        """Return a trip by its id, at the journal's present position; raises `TripGone`."""
        ...

    def around(self, itinerary: Itinerary) -> Around:
        """Return what lies around a trip: where its people are taken, and its principal's trips.

        A trip without any date comes after all that have one: what they left open bears on it.
        """
        ...

    def directory(self) -> Directory:
        """Return what trips share, people, offices and venues by name, and the trips."""
        ...

    def promises(self) -> tuple[Promise, ...]:
        """Return the follow-ups of all trips with what they come from, done or not, in no order."""
        ...

    def apply(self, edit: Edit) -> JournalEntry:
        """Carry out an Edit in one transaction and return it as it was applied.

        What others did before it may be new to the caller too: `since` has both, in order. Fields
        that the Edit does not touch keep what others wrote, and shared records that it
        newly names are brought along, so that `itinerary.after` sees what `load` would. Raises
        `EditRefused`.
        """
        ...

    def undo(self, trip: str | None = None) -> JournalEntry:
        """Take back this author's latest edit that stands (of a trip); raises `EditRefused`."""
        ...

    def redo(self, trip: str | None = None) -> JournalEntry:
        """Do again what this author undid last (of a trip); raises `EditRefused`."""
        ...

    def since(self, position: int) -> Sequence[JournalEntry]:
        """Return what was applied after a position of the journal, oldest first."""
        ...

    def history(self, trip: str | None = None, limit: int = 50) -> Sequence[JournalEntry]:
        """Return the latest entries (of a trip), newest first."""
        ...

    def last_change(self, trip: str) -> Headline | None:
        """Return when, by whom and how a trip was changed last; None where it never was.

        Unlike `history` it reads no record: the last change may have been an import of thousands.
        """
        ...

    def has_changed(self) -> bool:
        """Tell whether another process wrote since this was last asked."""
        ...

    def close(self) -> None:
        """Let go of the file."""
        ...


def find_trip(trips: Sequence[TripSummary], beginning: str) -> TripSummary:
    """Return the trip whose short name, or id, begins so, in capitals or not.

    Raises `TripUnknown` and `TripAmbiguous`; a name given whole is never ambiguous.
    """
    wanted = beginning.casefold()
    names = [(each.trip.short_name.casefold(), each.trip.id.casefold(), each) for each in trips]
    exact = [each for name, trip_id, each in names if wanted in (name, trip_id)]
    found = exact or [
        each
        for name, trip_id, each in names
        if name.startswith(wanted) or trip_id.startswith(wanted)
    ]
    if not found:
        raise TripUnknown(beginning)
    if len(found) > 1:
        raise TripAmbiguous(beginning, _told_apart(found))
    return found[0]


def _told_apart(trips: Sequence[TripSummary]) -> tuple[str, ...]:
    """Return the short names of trips, or their ids where names are the same."""
    names = [each.trip.short_name for each in trips]
    if len(set(names)) == len(names):
        return tuple(names)
    return tuple(each.trip.id for each in trips)
