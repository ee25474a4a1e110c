"""What was promised on all trips: one key marks it done."""

from __future__ import annotations

from collections import Counter as Count
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from textual.app import ComposeResult

from planner.edits import Edit
from planner.promises import Promise, Wanted, chosen, turned
from planner.text.cells import cut
from planner.text.spoken import counted
from screens.commands import FOLLOWUPS, bindings
from screens.commands.line import Arguments
from screens.dialogs.dialog import Dialog
from screens.dialogs.menu import Choice, MenuDialog
from screens.rows.followups import NONE, NONE_LIKE_THAT
from screens.widgets.bars import StatusLine
from screens.widgets.followups import FollowUpLines
from screens.widgets.lines import Lines

WAYS = {
    "overdue": Wanted(overdue=True),
    "to_do": Wanted(),
    "all": Wanted(done=True),
}
MOST_NAMES = 9
"""How many owners, and how many counterparts, can be chosen by a key."""
NAME_WIDTH = 36
"""Cells of a name in the menu: the words beside it have room at 80 columns."""


class FollowUpsDialog(Dialog[Promise | None]):
    """Returns the follow-up whose trip somebody wants to see; what is done is saved at once."""

    BINDINGS = bindings(FOLLOWUPS)

    def __init__(
        self,
        promises: tuple[Promise, ...],
        now: Callable[[], datetime],
        ask: Callable[[Edit], None],
        undo: Callable[[bool], None],
    ) -> None:
        """Show promises as of the present; `ask` has an Edit done, `undo` takes one back."""
        super().__init__("Follow-ups of all trips", FOLLOWUPS)
        self._now, self._ask, self._undo = now, ask, undo
        self._promises = promises
        self._wanted = Wanted()

    def compose_body(self) -> ComposeResult:
        """Lay out the follow-ups, and how many there are."""
        yield FollowUpLines()
        yield StatusLine(id="followups-status")

    def on_mount(self) -> None:
        """Show what was promised."""
        self._lines.focus()
        self._show()

    def take_in(self, promises: tuple[Promise, ...], words: str) -> None:
        """Show what was promised as of now; `words` say what came of the last change."""
        self._promises = promises
        self._show(words)

    @property
    def _lines(self) -> FollowUpLines:
        return self.query_one(FollowUpLines)

    def _show(self, words: str = "") -> None:
        now = self._now()
        groups = chosen(self._promises, self._wanted, now)
        self._lines.show(groups, now, NONE_LIKE_THAT if self._promises else NONE)
        self.query_one(StatusLine).words = words or self._summary()
        self.show_commands()

    def _summary(self) -> str:
        """Return what shows, and how much of it is overdue."""
        now = self._now()
        shown = [each for each in self._promises if self._wanted.admits(each, now)]
        late = sum(each.is_overdue(now) for each in shown)
        parts = (
            counted(len(shown), "follow-up"),
            f"{late} overdue" * bool(late),
            f"of {self._wanted.owner}" * bool(self._wanted.owner),
            f"with {self._wanted.counterpart}" * bool(self._wanted.counterpart),
        )
        return ", ".join(part for part in parts if part)

    def can_do(self, action: str, arguments: Arguments) -> bool:
        """Tell whether there is a follow-up to do something with; what shows is no choice."""
        match action, arguments:
            case (("open" | "done"), _):
                return self._lines.selected is not None
            case ("narrow", (way,)):
                return self._narrowed(str(way)) != self._wanted
            case ("whose", _):
                return bool(self._promises)
        return True

    @property
    def about(self) -> str:
        """What is shown."""
        return (
            "What was promised on any trip: overdue first, then by the day on which it is due. A "
            "mark ▲ is overdue, ○ to do, ✓ complete, × dropped."
        )

    def action_move(self, by: int) -> None:
        """Go from one to the other."""
        self._lines.move(by)

    def action_done(self) -> None:
        """Mark the one under the cursor complete, or open again."""
        selected = self._lines.selected
        if selected is not None:
            self._ask(turned(selected))

    def action_narrow(self, way: str) -> None:
        """Show more or fewer, of the same owner and counterpart."""
        self._wanted = self._narrowed(way)
        self._show()

    def _narrowed(self, way: str) -> Wanted:
        wanted = self._wanted
        return replace(WAYS[way], owner=wanted.owner, counterpart=wanted.counterpart)

    def action_whose(self) -> None:
        """Choose whose follow-ups show."""
        all_of_them = replace(self._wanted, owner="", counterpart="")
        everybody = Choice("a", "All", "Whoever owes them.", all_of_them)
        choices = (everybody, *self._owners(), *self._counterparts())

        def answered(wanted: Wanted | None) -> None:
            if wanted is not None:
                self._wanted = wanted
                self._show()

        MenuDialog("Show only", choices).open(self.app, answered)

    def _owners(self) -> list[Choice[Wanted]]:
        """Return those who owe most."""
        names = Count(each.follow_up.owner for each in self._promises if each.follow_up.owner)
        return [
            Choice(
                str(number),
                cut(name, NAME_WIDTH),
                f"{counted(many, 'follow-up')} of theirs.",
                replace(self._wanted, owner=name, counterpart=""),
            )
            for number, (name, many) in enumerate(names.most_common(MOST_NAMES), start=1)
        ]

    def _counterparts(self) -> list[Choice[Wanted]]:
        """Return those to whom most is owed, each by a letter."""
        names = Count(name for each in self._promises for name in each.counterparts)
        return [
            Choice(
                letter,
                cut(name, NAME_WIDTH),
                f"{counted(many, 'follow-up')} with them.",
                replace(self._wanted, owner="", counterpart=name),
            )
            for letter, (name, many) in zip(
                "bcdefghij", names.most_common(MOST_NAMES), strict=False
            )
        ]

    def action_undo(self, redo: bool) -> None:
        """Ask for the last edit to be taken back, or done again."""
        self._undo(redo)

    def action_open(self) -> None:
        """Answer with the follow-up under the cursor."""
        selected = self._lines.selected
        if selected is not None:
            self.answer(selected)

    def on_lines_clicked(self, message: Lines.Clicked) -> None:
        """Put the cursor on what was clicked; where it is already, open its trip."""
        before = self._lines.selected
        if self._lines.select(message.number) and self._lines.selected == before:
            self.action_open()

    def action_close(self) -> None:
        """Go back."""
        self.answer(None)
