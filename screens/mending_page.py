"""What can be done on a trip's page about what does not fit in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.trip_page import TripPage
from screens.widgets.conflicts import Conflicts

if TYPE_CHECKING:
    from planner.conflicts import Finding
    from planner.workspace.lens import Lens
    from screens.questions.conflicts import ConflictQuestions

NOTHING_WRONG = "Nothing is wrong with what is selected. c goes to what something is wrong with."


class MendingPage(TripPage):
    """A page about one trip, with a conflict of it in question."""

    @property
    def conflict(self) -> tuple[Finding, ...]:
        """The conflict in question, with those that read as one line with it."""
        return self.query_one(Conflicts).chosen

    def show_through(self, lens: Lens) -> None:
        """Show only some of the conflicts."""
        self.query_one(Conflicts).lens = lens

    @property
    def explained(self) -> str:
        """What there is to know of the rule that found the conflict in question."""
        from planner.conflicts.reference import explained  # noqa: PLC0415 - only the help asks
        from planner.conflicts.registry import rules  # noqa: PLC0415 - only the help asks

        if not self.conflict or self.shown is None:
            return ""
        rule = rules()[self.conflict[0].conflict.rule]
        thresholds = self.shown.itinerary.trip.thresholds
        return explained(rule, self.shown.surroundings.limits.with_thresholds(thresholds))

    @property
    def conflict_questions(self) -> ConflictQuestions:
        """What asks about conflicts."""
        from screens.questions.conflicts import (  # noqa: PLC0415 - only who mends one waits for it
            ConflictQuestions,
        )

        return ConflictQuestions(self, self.counter, lambda: self.shown)

    def action_fix(self) -> None:
        """Show the ways out of the conflict in question."""
        if self.conflict:
            self.conflict_questions.mend(self.conflict)
        else:
            self.words = NOTHING_WRONG

    def action_acknowledge(self) -> None:
        """Let the conflict in question stand, or show again."""
        if self.conflict:
            self.conflict_questions.acknowledge(self.conflict)
        else:
            self.words = NOTHING_WRONG

    def action_narrow(self) -> None:
        """Choose which conflicts show."""
        self.conflict_questions.narrow(self.show_through)

    def action_find_slots(self) -> None:
        """Show when the selected meeting could be."""
        if self.shown and self.shown.selected_record:
            self.conflict_questions.find_slots(self.shown.selected_record)

    def action_slip(self) -> None:
        """Push the selected entry, and let the rest of the day follow."""
        from screens.questions.slips import (  # noqa: PLC0415 - only who slips waits for it
            SlipQuestions,
        )

        if self.shown and self.shown.selected_record:
            SlipQuestions(self, self.counter, lambda: self.shown).slip(self.shown.selected_record)

    def action_tell(self) -> None:
        """Show whom to tell of what changed."""
        from screens.questions.telling import (  # noqa: PLC0415 - only who tells waits for it
            TellingQuestions,
        )

        TellingQuestions(self, self.counter, lambda: self.shown).tell()

    def action_release(self) -> None:
        """Ask for whom the next version is, or show what stands in its way."""
        from screens.questions.release import (  # noqa: PLC0415 - only who releases waits for it
            ReleaseQuestions,
        )

        ReleaseQuestions(self, self.counter, lambda: self.shown).release()
