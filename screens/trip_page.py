"""What can be done to a trip from its page, whatever the page shows of it."""

from __future__ import annotations

from planner.itinerary import Itinerary
from planner.itinerary.entries import entry_of
from planner.records import Meeting, Movement, Record
from screens.commands.line import Arguments
from screens.page import Page

ALSO_ON_THE_WAY = frozenset({"participant"})
"""What a movement has too; the rest belongs to meetings."""


NOTHING_SELECTED = "Nothing is selected: there is nothing here yet."


class TripPage(Page):
    """A page about one trip, with an entry of it selected."""

    @property
    def _itinerary(self) -> Itinerary | None:
        return self.shown.itinerary if self.shown else None

    @property
    def _selected(self) -> str:
        return self.shown.selected_record if self.shown else ""

    def can_do(self, action: str, arguments: Arguments) -> bool:
        """Tell whether something can be done now: much is about what is selected."""
        record = self._itinerary.find(self._selected) if self._itinerary else None
        match action, arguments:
            case ("nudge" | "slip", _):
                return isinstance(record, Meeting | Movement) and entry_of(record) is not None
            case ("remove" | "duplicate", _):
                return record is not None
            case ("children", (kind,)):
                return kind == "stop" or _has(record, kind)
            case ("find_slots", _):
                return isinstance(record, Meeting)
            case ("next_conflict" | "narrow" | "fix" | "acknowledge", _):
                return self._has_conflict(of_selected=action in {"fix", "acknowledge"})
        return True

    def _has_conflict(self, *, of_selected: bool) -> bool:
        if self.shown is None:
            return False
        concerns, report = self.shown.concerns, self.shown.report
        return bool(concerns.of(self._selected) if of_selected else report.findings)

    def action_add(self) -> None:
        """Ask what to add, and then about it."""
        self.questions.add()

    def action_edit(self) -> None:
        """Ask about what is selected."""
        if self._selected:
            self.questions.change(self._selected)
        else:
            self.action_add()

    def action_edit_trip(self) -> None:
        """Ask about the trip itself."""
        if self._itinerary is not None:
            self.questions.change(self._itinerary.trip.id)

    def action_remove(self) -> None:
        """Take what is selected away."""
        if self._selected:
            self.questions.remove(self._selected)
        else:
            self.words = NOTHING_SELECTED

    def action_duplicate(self) -> None:
        """Copy what is selected."""
        if self._selected:
            self.questions.duplicate(self._selected)
        else:
            self.words = NOTHING_SELECTED

    def action_children(self, kind: str) -> None:
        """Show the topics, outcomes, people … of what is selected."""
        if kind == "stop":
            self.questions.roll(kind)
            return
        record = self._itinerary.find(self._selected) if self._itinerary else None
        if record is not None and _has(record, kind):
            self.questions.roll(kind, record.id)
            return
        self.words = "Only a meeting has these. Select one first."

    def action_trip_children(self, kind: str) -> None:
        """Show what the trip as a whole has of a kind."""
        self.questions.roll(kind)

    def action_export(self) -> None:
        """Ask what to write, and where."""
        if self._itinerary is not None:
            self.questions.export(self._itinerary, self._selected)


def _has(record: Record | None, kind: object) -> bool:
    """Tell whether a record can have others of a kind, such as topics."""
    on_the_way = isinstance(record, Movement) and kind in ALSO_ON_THE_WAY
    return isinstance(record, Meeting) or on_the_way
