"""A list of records in a dialog: topics of a meeting, people, venues; each key changes one."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import accumulate
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.widgets import Input

from planner.edits.duplication import is_copied
from planner.errors import SummitryError
from planner.forms.rolls import RollRow
from planner.records import SHARED, kind_named
from screens.commands import LIST, bindings
from screens.commands.line import Arguments
from screens.dialogs.dialog import Dialog
from screens.dialogs.typed import SafeInput
from screens.rows.painting import Painting, Piece
from screens.widgets.bars import StatusLine
from screens.widgets.lines import Lines

if TYPE_CHECKING:
    from screens.questions.records import RecordQuestions


CHILDREN: Mapping[str, tuple[str, ...]] = {
    "outcome": ("follow_up",),
    "person": ("tenure", "unavailability"),
}
"""What each record of a list has a list of."""
BY_HOURS = "Stops stand in the order of their days and hours: change those."
AT_THE_END = "It stands there already."
NOTHING = (Piece("Nothing here yet. ", "muted"), Piece("a", "key"), Piece(" adds one.", "muted"))


class RollLines(Lines):
    """Shows a record a row, one of them under the cursor."""

    def __init__(self) -> None:
        super().__init__(id="roll")
        self._rows: tuple[RollRow, ...] = ()
        self._numbered = False
        self._numbers: list[int] = []
        self.cursor = 0

    def show(self, rows: tuple[RollRow, ...], *, numbered: bool, at: str = "") -> None:
        """Show rows, the cursor on a record if it is there, else where it was."""
        self._rows, self._numbered = rows, numbered
        # What is set in belongs to the row above it, and is not counted.
        self._numbers = list(accumulate(0 if row.indent else 1 for row in rows))
        ids = [row.record.id for row in rows]
        here = ids.index(at) if at in ids else min(self.cursor, max(len(rows) - 1, 0))
        self.cursor = here
        self.show_rows()
        self.show_row(here)

    @property
    def selected(self) -> RollRow | None:
        """The row under the cursor; None where there is none."""
        return self._rows[self.cursor] if self._rows else None

    def move(self, by: int) -> None:
        """Move the cursor, as far as there are rows."""
        if self._rows:
            self.cursor = min(max(self.cursor + by, 0), len(self._rows) - 1)
            self.show_row(self.cursor)
            self.refresh()

    def count(self) -> int:
        """Return how many rows there are."""
        return max(len(self._rows), 1)

    def painting(self, number: int, width: int) -> Painting:  # noqa: ARG002 - fitted by the pane
        """Return a row."""
        if not self._rows:
            return Painting(NOTHING)
        row = self._rows[number]
        place = f"{self._numbers[number]:>2} " if self._numbered and not row.indent else "   "
        return Painting(
            (Piece(" " * row.indent + place, "muted"), Piece(row.text, "strong")),
            (Piece(row.detail, "muted"),),
            role="cursor" if number == self.cursor else "",
        )


class RollDialog(Dialog[None]):
    """Shows a list and asks, through the page's questions, for what is to be done to it."""

    BINDINGS = bindings(LIST)

    def __init__(self, questions: RecordQuestions, kind: str, owner: str = "") -> None:
        """Show the records of a kind, of a meeting or movement where one owns them."""
        self._questions = questions
        self._kind = kind
        self._owner = owner
        self._wanted = ""
        self._roll = questions.roll_now(kind, owner)
        super().__init__(self._roll.title, LIST)

    def compose_body(self) -> ComposeResult:
        """Lay out the search, the list, and what was done last."""
        yield SafeInput(placeholder="find", compact=True, id="roll-find")
        yield RollLines()
        yield StatusLine(id="roll-status")

    def on_mount(self) -> None:
        """Show the list; the search waits until it is asked for."""
        self.query_one("#roll-find").display = False
        self._lines.focus()
        self._show()

    @property
    def _lines(self) -> RollLines:
        return self.query_one(RollLines)

    @property
    def _selected(self) -> str:
        row = self._lines.selected
        return row.record.id if row else ""

    def take_in(self, words: str = "", at: str = "") -> None:
        """Show the list as it is now, and say what was done; `at` is a record to go to."""
        try:
            self._roll = self._questions.roll_now(self._kind, self._owner)
        except SummitryError as error:
            words = str(error)
        self._show(at or self._selected)
        self.query_one(StatusLine).words = words

    def _show(self, at: str = "") -> None:
        rows = self._roll.found(self._wanted) if self._wanted else self._roll.rows
        self._lines.show(rows, numbered=self._roll.is_ordered and not self._wanted, at=at)
        self.show_commands()

    def can_do(self, action: str, arguments: Arguments) -> bool:
        """Tell whether something can be done to the record under the cursor, and in this list."""
        match action, arguments:
            case ("children", (kind,)):
                return bool(self._selected) and kind in CHILDREN.get(self._kind, ())
            case ("shift", _):
                return self._roll.is_ordered and len(self._roll.rows) > 1
            case ("do", ("duplicate",)):
                may_be_two = kind_named(self._kind) in SHARED or is_copied(self._kind)
                return may_be_two and bool(self._selected)
            case ("do", _):
                return bool(self._selected)
            case ("find", _):
                return len(self._roll.rows) > 1
        return True

    @property
    def about(self) -> str:
        """What the list is."""
        return f"{self._roll.title}: one a row; what is done is saved at once."

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self._lines.move(by)

    def action_add(self) -> None:
        """Ask about a new record."""
        self._questions.new(self._kind, self._owner)

    def action_do(self, what: str) -> None:
        """Change, copy or remove the record under the cursor."""
        questions = self._questions
        deeds = {
            "edit": questions.change,
            "duplicate": questions.duplicate,
            "remove": questions.remove,
        }
        if self.can_do("do", (what,)):
            deeds[what](self._selected)

    def action_shift(self, by: int) -> None:
        """Move the record under the cursor up or down."""
        if not self._selected or not self._roll.is_ordered:
            return
        if not self._questions.shift(self._roll, self._selected, by):
            self.query_one(StatusLine).words = BY_HOURS if self._kind == "stop" else AT_THE_END

    def action_children(self, kind: str) -> None:
        """Show what belongs to the record under the cursor."""
        if self.can_do("children", (kind,)):
            self._questions.roll(kind, self._selected)

    def action_undo(self, redo: bool) -> None:
        """Ask for the last edit to be taken back, or done again."""
        self._questions.undo(redo=redo)

    def action_find(self) -> None:
        """Search the list as one types."""
        self.query_one("#roll-find").display = True
        self.query_one("#roll-find").focus()

    def on_input_changed(self, message: Input.Changed) -> None:
        """Show what fits."""
        if message.value != self._wanted:
            self._wanted = message.value
            self._show()

    def on_input_submitted(self) -> None:
        """Go on in the list."""
        self._lines.focus()

    def action_close(self) -> None:
        """Leave the search, then the list."""
        find = self.query_one("#roll-find", Input)
        if find.display:
            found = self._selected
            find.value = ""
            find.display = False
            self._wanted = ""
            self._show(found)
            self._lines.focus()
            return
        self.answer(None)

    def on_lines_clicked(self, message: Lines.Clicked) -> None:
        """Put the cursor on a row; on the row it is on already, open it."""
        if message.number == self._lines.cursor:
            self.action_do("edit")
        self._lines.move(message.number - self._lines.cursor)
