"""Dialogs about conflicts: the ways out, letting one stand, and which of them are shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from planner.conflicts import Family, Finding, Severity
from planner.conflicts.engine import fold_line
from planner.edits.acknowledging import acknowledge, withdraw
from planner.fixes import Fix, fixes_for
from planner.records import Meeting
from planner.records.words import Status
from planner.slots import Slot, find_slots
from planner.workspace import Workspace
from planner.workspace.lens import Lens, people_of
from screens.dialogs.mending.fixes import FixDialog
from screens.dialogs.mending.reason import ReasonDialog
from screens.dialogs.mending.slots import SlotDialog
from screens.dialogs.menu import Choice, MenuDialog
from screens.messages import EditAsked
from screens.questions.asking import Asking

MOST_PEOPLE = 9
SEVERITIES = (
    Choice("e", "Errors", "What stops a release.", Lens(Severity.ERROR)),
    Choice("w", "Errors and warnings", "Without the notices.", Lens(Severity.WARNING)),
)
FAMILIES: tuple[tuple[str, Family, str], ...] = (
    ("t", Family.TIME, "Wall times, zones, clock changes."),
    ("l", Family.PLACE, "Overlaps, ways, stays, nights."),
    ("p", Family.PEOPLE, "Who is taken, told, in office, understood."),
    ("d", Family.LOAD, "Long days, rest, meals."),
    ("s", Family.SUBSTANCE, "Topics, outcomes, tasks, statuses."),
    ("r", Family.RELEASE, "Coverage, announcements, what was sent."),
)


class ConflictQuestions(Asking):
    """Opens the dialogs of one page about what does not fit."""

    def mend(self, group: Sequence[Finding]) -> None:
        """Show the ways out of a conflict, and ask for the one that is taken."""
        workspace = self._workspace
        if workspace is None or not group:
            return
        conflict = group[0].conflict
        itinerary, around = workspace.itinerary, workspace.surroundings
        fixes = fixes_for(itinerary, around, conflict, workspace.report)
        if not fixes:
            # Where nothing can be tried it takes a person, who finds here what is to be changed.
            wanted = conflict.way_out[:1].upper() + conflict.way_out[1:]
            notice = f"{conflict.message} {wanted}." if wanted else conflict.message
            self._page.questions.change(conflict.subjects[0], notice)
            return

        def taken(fix: Fix | None) -> None:
            if fix is not None:
                self.ask_for(EditAsked(fix.edit))

        FixDialog(conflict.message, fixes).open(self._page.app, taken)

    def acknowledge(self, group: Sequence[Finding]) -> None:
        """Ask why conflicts may stand; those that do already show again."""
        workspace = self._workspace
        if workspace is None or not group:
            return
        if all(finding.is_acknowledged for finding in group):
            self.ask_for(EditAsked(withdraw(group)))
            return
        itinerary = workspace.itinerary

        def given(reason: str | None) -> None:
            if reason:
                by, now = self._counter.author, self._counter.now
                edit = acknowledge(itinerary, group, reason, by, now)
                self.ask_for(EditAsked(edit))

        ReasonDialog(fold_line(group)).open(self._page.app, given)

    def find_slots(self, meeting_id: str) -> None:
        """Show when a meeting could be, and ask for the start that is taken."""
        workspace = self._workspace
        meeting = workspace.itinerary.get(Meeting, meeting_id) if workspace else None
        if workspace is None or meeting is None:
            self._page.words = "Only a meeting is looked for a slot. Select one first."
            return
        if meeting.fixed or meeting.status is Status.HELD:
            why = "is marked fixed" if meeting.fixed else "was held"
            self._page.words = f"{meeting.title} {why}, so it is not moved."
            return
        itinerary = workspace.itinerary
        found = find_slots(itinerary, workspace.surroundings, meeting)

        def taken(slot: Slot | None) -> None:
            if slot is not None:
                self.ask_for(EditAsked(slot.edit))

        home = itinerary.trip.home
        SlotDialog(found, home.zone, home.city).open(self._page.app, taken)

    def narrow(self, chosen: Callable[[Lens], None]) -> None:
        """Ask which conflicts shall show."""
        workspace = self._workspace
        if workspace is None:
            return
        everything = Choice("a", "All", "Everything that does not fit.", Lens())
        families = (
            Choice(key, str(family).capitalize(), words, Lens(family=family))
            for key, family, words in FAMILIES
        )
        choices = (everything, *SEVERITIES, *families, *_people(workspace))

        def taken(lens: Lens | None) -> None:
            if lens is not None:
                chosen(lens)

        MenuDialog("Show only", choices).open(self._page.app, taken)


def _people(workspace: Workspace) -> list[Choice[Lens]]:
    """Return those whom most open conflicts concern, the principal left out."""
    itinerary = workspace.itinerary
    counts: dict[str, int] = {}
    for finding in workspace.report.open:
        for each in people_of(itinerary, finding.conflict.subjects):
            counts[each] = counts.get(each, 0) + 1
    most = sorted(counts, key=lambda each: (-counts[each], each))
    known = [
        person
        for each in most
        if each != itinerary.trip.principal and (person := itinerary.person(each))
    ]
    return [
        Choice(str(number), person.name, "Only what concerns them.", Lens(person=person.id))
        for number, person in enumerate(known[:MOST_PEOPLE], start=1)
    ]
