"""Dialogs over a page or a list: what they answer is asked of the app as an Edit."""

from __future__ import annotations

from planner.edits.connections import Connection, missing_connection, missing_connections
from planner.edits.duplication import duplicate
from planner.edits.ordering import reordered
from planner.edits.removal import Removal, removal, removal_of_shared
from planner.errors import RecordMissing
from planner.forms import Draft, change_of, new
from planner.forms.openings import copy_of, proposed, rebased
from planner.forms.reference import Reference
from planner.forms.rolls import Roll, roll_of, roll_of_shared
from planner.itinerary import Itinerary
from planner.records import (
    SHARED,
    Meeting,
    Outcome,
    Participant,
    Record,
    Stop,
    Topic,
    kind_named,
)
from screens.dialogs.export import ExportDialog
from screens.dialogs.forms.form import FormDialog
from screens.dialogs.menu import Choice, MenuDialog
from screens.dialogs.question import QuestionDialog
from screens.dialogs.roll import RollDialog
from screens.messages import EditAsked, EditRefused
from screens.questions.asking import Asking, answering

MADE_ANEW = " Saving makes it anew."
MOST_LACKING = 4
"""How many movements that a journey lacks a menu offers."""
PLACED = (Topic, Outcome, Participant, Stop)
ADDED = (
    Choice("s", "Stop", "A city where the trip stays.", "stop"),
    Choice("m", "Meeting", "A meeting, a ceremony, a meal, a call, time to rest.", "meeting"),
    Choice("v", "Movement", "A flight, a motorcade, a train.", "movement"),
    Choice("n", "Night", "Where the principal sleeps.", "lodging"),
)
OF_ENTRY = (
    Choice("t", "Topic", "On the agenda of the selected meeting.", "topic"),
    Choice("o", "Outcome", "Of the selected meeting.", "outcome"),
    Choice("p", "Participant", "In the selected meeting, or on the way.", "participant"),
    Choice("f", "Follow-up", "What somebody has to do.", "follow_up"),
    Choice("b", "Task", "What has to be ready: brief, remarks, gift.", "task"),
    Choice("l", "Log entry", "A call or a mail.", "note"),
)


class RecordQuestions(Asking):
    """Opens the dialogs of one page; a list over it opens its own through the same."""

    def _ask(self, draft: Draft, notice: str = "", *, refused: bool = False) -> None:
        """Show a form, and ask for what it answers; `notice` says why it is shown."""

        def answered(filled: Draft | None) -> None:
            if filled is not None and filled.edit.writes:
                opens = filled.record.id if _makes_trip(filled) else ""
                self.ask_for(EditAsked(filled.edit, filled, opens))

        FormDialog(draft, notice, is_refused=refused).open(self._page.app, answered)

    @answering
    def again(self, refused: EditRefused) -> bool:
        """Show a form again that the store refused, over what is kept now; False without one."""
        asked = refused.asked
        if not isinstance(asked, EditAsked) or asked.draft is None:
            return False
        draft = rebased(asked.draft, self._reference)
        is_gone = asked.draft.before is not None and draft.before is None
        self._ask(draft, f"{refused.error}{MADE_ANEW if is_gone else ''}", refused=True)
        return True

    @answering
    def new(self, kind: str, owner: str = "") -> None:
        """Ask about a new record."""
        self._ask(new(kind, self._reference, owner))

    @answering
    def change(self, record_id: str, notice: str = "") -> None:
        """Ask about a record there is; `notice` says why."""
        reference = self._reference
        record = reference.find(record_id)
        if record is None:
            raise RecordMissing("What was to be changed")
        self._ask(change_of(record, reference), notice)

    @answering
    def add(self) -> None:
        """Ask what to add, then about it; what the journey lacks is offered by name."""
        workspace = self._workspace
        if workspace is None:
            return
        selected, itinerary = workspace.selected_record, workspace.itinerary
        reference = self._reference
        lacking = missing_connections(itinerary, reference.venues)[:MOST_LACKING]
        choices = (*ADDED, *(_lacking(number, each) for number, each in enumerate(lacking)))
        if itinerary.get(Meeting, selected):
            choices = (*choices, *OF_ENTRY)

        def chosen(what: str | None) -> None:
            if what is None:
                return
            if what.isdecimal():
                self._propose(lacking[int(what)], reference)
            else:
                self.new(what, selected if what in {each.value for each in OF_ENTRY} else "")

        MenuDialog("Add", choices).open(self._page.app, chosen)

    def _propose(self, way: Connection, reference: Reference) -> None:
        """Show a movement that was drawn up, to be looked over."""
        draft = proposed(way.movement, reference.with_made(way.venues))
        reckoned = f", by an estimate: {way.estimate.label}" if way.estimate else ""
        self._ask(draft, f"Drawn up from the stops{reckoned}. Look it over and save, or cancel.")

    @answering
    def roll(self, kind: str, owner: str = "") -> None:
        """Show the list of what a meeting, or the trip, has of a kind."""
        RollDialog(self, kind, owner).open(self._page.app, lambda _: None)

    def roll_now(self, kind: str, owner: str) -> Roll:
        """Return a list as it is now."""
        if kind_named(kind) in SHARED or self._workspace is None:
            return roll_of_shared(kind, self._reference, owner)
        return roll_of(kind, self._workspace.itinerary, owner)

    @answering
    def remove(self, record_id: str) -> None:
        """Take a record away; asks first where others go with it, or no longer name it."""
        taken = self._removal(record_id)
        if not taken.words and not taken.stays:
            self.ask_for(EditAsked(taken.edit))
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self.ask_for(EditAsked(taken.edit))

        what = f"{taken.edit.label.replace('Removed', 'Remove', 1)} {taken.words}".rstrip()
        QuestionDialog(f"{what}?", taken.stays).open(self._page.app, answered)

    def _removal(self, record_id: str) -> Removal:
        reference = self._reference
        record = reference.find(record_id)
        if record is not None and not _is_of_trip(record):
            return removal_of_shared(reference.directory, record)
        shown = self._workspace
        return removal(shown.itinerary if shown else self._counter.itinerary(record_id), record_id)

    @answering
    def duplicate(self, record_id: str) -> None:
        """Copy a record: at once in a trip, and by way of its form where trips share it."""
        reference = self._reference
        record = reference.find(record_id)
        if record is not None and not _is_of_trip(record):
            self._ask(copy_of(record, reference))
        elif self._workspace is not None:
            copy = duplicate(self._workspace.itinerary, record_id)
            if copy is not None:
                self.ask_for(EditAsked(copy.edit, goes_to=copy.id))

    def shift(self, roll: Roll, record_id: str, by: int) -> bool:
        """Ask for a record to be moved up or down in its list; False where it stays."""
        records = [each.record for each in roll.rows if isinstance(each.record, PLACED)]
        edit = reordered(records, record_id, by)
        if edit is not None:
            self.ask_for(EditAsked(edit))
        return edit is not None

    @answering
    def offer_way_to(self, stop: str) -> None:
        """Offer the movement to a stop that is new, from the one before it or from home."""
        if self._workspace is None:
            return
        itinerary = self._workspace.itinerary
        found = itinerary.get(Stop, stop)
        reference = self._reference
        way = missing_connection(itinerary, found, reference.venues) if found else None
        if way is not None:
            self._propose(way, reference)

    @answering
    def export(self, itinerary: Itinerary, selected: str = "") -> None:
        """Ask what to write, and where; say what was written."""
        meeting = selected if itinerary.get(Meeting, selected) else None
        printed = self._counter.printed(itinerary)

        def written(words: str | None) -> None:
            if words:
                self._page.words = words

        dialog = ExportDialog(itinerary, printed, self._counter.files, meeting)
        dialog.open(self._page.app, written)


def _lacking(number: int, way: Connection) -> Choice[str]:
    """Return the choice of a movement that the journey lacks."""
    label = f"{way.origin.city} → {way.destination.city}"
    reckoned = way.estimate.label if way.estimate else way.movement.mode.value
    return Choice(str(number + 1), label, f"Not there yet: {reckoned}.", str(number))


def _makes_trip(draft: Draft) -> bool:
    return draft.before is None and draft.layout.kind == "trip"


def _is_of_trip(record: Record) -> bool:
    return type(record) not in SHARED
