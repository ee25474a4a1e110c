"""What screens ask of the app and what it answers: each is a fact, and carries what was decided."""

from collections.abc import Mapping
from dataclasses import dataclass

from textual.message import Message

from planner.conflicts import Occupied
from planner.edits import Edit
from planner.errors import SummitryError
from planner.journal import JournalEntry
from planner.store import TripSummary


@dataclass
class EditAsked(Message):
    """Somebody did something that changes the trip."""

    edit: Edit


@dataclass
class UndoAsked(Message):
    """Somebody wants their last edit of the trip taken back, or done again."""

    redo: bool = False


@dataclass
class EntriesApplied(Message):
    """The store holds more than the screen shows: what was asked for, or what others did."""

    entries: tuple[JournalEntry, ...]
    words: str
    """What was done, as the status line says it."""
    is_answer: bool
    """Whether this screen asked for it."""
    elsewhere: Mapping[str, tuple[Occupied, ...]] | None = None
    """Where the people are otherwise, if that may have changed."""


@dataclass
class EditRefused(Message):
    """The store did not take it, and nothing was changed."""

    error: SummitryError


@dataclass
class TripsChanged(Message):
    """The list of trips is not what it was."""

    trips: tuple[TripSummary, ...]
    words: str


@dataclass
class TripChosen(Message):
    """Somebody wants to work on a trip."""

    trip: str


@dataclass
class TripLeft(Message):
    """Somebody wants to go back to the list of trips."""
