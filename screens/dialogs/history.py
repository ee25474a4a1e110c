"""Who changed what and when, old and new; each entry can be taken back by itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult

from planner.edits import Edit
from planner.journal import JournalEntry
from planner.text.spoken import counted
from planner.workspace.chronicle import take_back
from screens.commands import HISTORY, bindings
from screens.commands.line import Arguments
from screens.dialogs.dialog import Dialog
from screens.widgets.bars import StatusLine
from screens.widgets.history import HistoryLines
from screens.widgets.lines import Lines

if TYPE_CHECKING:
    from screens.questions.history import HistoryQuestions

MOST = 200
"""Entries that are shown; `planner history --limit` has the older ones."""


class HistoryDialog(Dialog[None]):
    """Lists the journal; what is taken back is saved at once, as one change more."""

    BINDINGS = bindings(HISTORY)

    def __init__(
        self,
        title: str,
        entries: Sequence[JournalEntry],
        told: Callable[[JournalEntry], tuple[str, ...]],
        questions: HistoryQuestions,
    ) -> None:
        """List entries, newest first; `questions` ask for what is done in it."""
        super().__init__(title, HISTORY)
        self._entries, self._told, self._questions = entries, told, questions

    def compose_body(self) -> ComposeResult:
        """Lay out the journal, and how long it is."""
        yield HistoryLines(self._told)
        yield StatusLine(id="history-status")

    def on_mount(self) -> None:
        """Show the journal."""
        self._lines.focus()
        self._questions.follow(self)
        self.take_in(self._entries)

    def take_in(self, entries: Sequence[JournalEntry], words: str = "") -> None:
        """Show the journal as it is now; `words` say what came of the last change."""
        self._entries = entries
        self._lines.show(entries[:MOST])
        self.query_one(StatusLine).words = words or self._summary()
        self.show_commands()

    def _summary(self) -> str:
        if len(self._entries) > MOST:
            return f"the latest {counted(MOST, 'change')}; planner history has the older ones"
        return counted(len(self._entries), "change")

    @property
    def _lines(self) -> HistoryLines:
        return self.query_one(HistoryLines)

    @property
    def taking_back(self) -> Edit | None:
        """The Edit that takes back what is under the cursor; None where there is nothing."""
        selected = self._lines.selected
        return take_back(selected) if selected else None

    def can_do(self, action: str, arguments: Arguments) -> bool:  # noqa: ARG002 - none is asked for
        """Tell whether there is an entry to take back."""
        return action != "take_back" or self._lines.selected is not None

    @property
    def about(self) -> str:
        """What is shown."""
        return (
            "What was done, newest first, by whom, and what it changed: old → new. An entry that "
            "is taken back here stays in the journal; whatever others did since stays too."
        )

    def action_move(self, by: int) -> None:
        """Go from entry to entry."""
        self._lines.move(by)

    def action_take_back(self) -> None:
        """Take back the entry under the cursor, and nothing that came after it."""
        self._questions.take_back(self)

    def action_undo(self, redo: bool) -> None:
        """Ask for the last edit to be taken back, or done again."""
        self._questions.undo(redo=redo)

    def on_lines_clicked(self, message: Lines.Clicked) -> None:
        """Put the cursor on what was clicked."""
        self._lines.select(message.number)

    def action_close(self) -> None:
        """Go back."""
        self.answer(None)
