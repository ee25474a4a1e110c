"""The dialog that slips the day: what it asks of a trip, and the Edit that comes of it."""

from __future__ import annotations

from dataclasses import replace

from planner.conflicts.sentences import name_of_entry
from planner.edits import Edit
from planner.itinerary import Itinerary
from planner.itinerary.entries import entry_of
from planner.records import Meeting, Movement
from planner.slots.slipping import Slip, slip
from screens.dialogs.mending.slipping import SlipDialog
from screens.messages import EditAsked
from screens.questions.asking import Asking

NO_ENTRY = "Only a meeting or a movement with an hour is slipped. Select one first."


class SlipQuestions(Asking):
    """Opens the dialog of one page that pushes an entry and what follows it."""

    def slip(self, entry_id: str) -> None:
        """Ask by how much an entry is pushed, show what follows from it, and have it done."""
        workspace = self._workspace
        record = _entry(workspace.itinerary, entry_id) if workspace else None
        if workspace is None or record is None:
            self._page.words = NO_ENTRY
            return
        itinerary, surroundings = workspace.itinerary, workspace.surroundings

        def reckon(minutes: int, released: frozenset[str]) -> Slip:
            present = replace(surroundings, now=self._counter.now)
            return slip(itinerary, present, entry_id, minutes, released)

        name = name_of_entry(itinerary, record)
        first = reckon(1, frozenset())
        if not first.moved:
            self._page.words = f"{name} is not moved: {first.stopped[0].why}."
            return

        def taken(edit: Edit | None) -> None:
            if edit is not None:
                self.ask_for(EditAsked(edit))

        SlipDialog(name, reckon).open(self._page.app, taken)


def _entry(itinerary: Itinerary, entry_id: str) -> Meeting | Movement | None:
    """Return a meeting or movement that has an hour."""
    record = itinerary.get(Meeting, entry_id) or itinerary.get(Movement, entry_id)
    return record if record and entry_of(record) else None
