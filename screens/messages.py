"""What screens ask of the app and what it answers: each is a fact, and carries what was decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from planner.conflicts import Conflict, Surroundings
from planner.edits import Edit
from planner.errors import SummitryError
from planner.journal import JournalEntry
from planner.store import TripSummary

if TYPE_CHECKING:
    from planner.forms import Draft


@dataclass
class EditAsked(Message):
    """Somebody did something that changes what is kept."""

    edit: Edit
    draft: Draft | None = None
    """The form it comes from: it is shown again, nothing typed lost, if the store refuses."""
    opens: str = ""
    """The trip to open once it is applied."""
    goes_to: str = ""
    """The record to put the cursor on, where no form says which."""

    @property
    def made(self) -> str:
        """The id of the record that is new; empty where one was changed, or there is none."""
        made = self.draft.record.id if self.draft and self.draft.before is None else ""
        return made or self.goes_to

    def makes(self, kind: str) -> bool:
        """Tell whether a form made a record of a kind."""
        return bool(self.made and self.draft and self.draft.layout.kind == kind)


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
    asked: EditAsked | UndoAsked | None = None
    """What this answers; None where others did it."""
    surroundings: Surroundings | None = None
    """What lies around the trip, if that may have changed."""


@dataclass
class EditRefused(Message):
    """The store did not take it, and nothing was changed."""

    error: SummitryError
    asked: EditAsked | UndoAsked | None = None


@dataclass
class TripsChanged(Message):
    """The list of trips is not what it was."""

    trips: tuple[TripSummary, ...]
    words: str


@dataclass
class TripChosen(Message):
    """Somebody wants to work on a trip."""

    trip: str
    words: str = ""
    """What was done before, to be said when it is shown."""
    conflict: Conflict | None = None
    """What to put the cursor on: the entry that a conflict is about."""


@dataclass
class TripLeft(Message):
    """Somebody wants to go back to the list of trips."""
