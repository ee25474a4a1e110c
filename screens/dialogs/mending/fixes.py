"""The ways out of a conflict: what each does, and what comes of it."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.content import Content
from textual.events import Key
from textual.widgets import Static

from planner.fixes import Fix
from planner.text.cells import printable
from screens.commands import MENU, bindings
from screens.dialogs.dialog import Dialog
from screens.rows.painting import Painting, Piece
from screens.widgets.lines import Lines

ROWS = 2
"""Each way out takes two: what it does, and what comes of it."""


class FixLines(Lines):
    """Shows ways out, one of them marked."""

    def __init__(self, fixes: Sequence[Fix]) -> None:
        """Offer ways out, the first of them marked."""
        super().__init__(id="choices")
        self._fixes = tuple(fixes)
        self._marked = 0
        self.styles.height = ROWS * len(self._fixes)

    @property
    def marked(self) -> Fix:
        """The way out that Enter takes."""
        return self._fixes[self._marked]

    def fix_at(self, row: int) -> Fix:
        """Return the way out that a row is about."""
        return self._fixes[row // ROWS]

    def move(self, by: int) -> None:
        """Mark another; behind the last comes the first."""
        self._marked = (self._marked + by) % len(self._fixes)
        self.show_row(self._marked * ROWS + 1)
        self.refresh()

    def count(self) -> int:
        """Return how many rows there are."""
        return ROWS * len(self._fixes)

    def painting(self, number: int, width: int) -> Painting:  # noqa: ARG002 - fitted by the pane
        """Return a row."""
        place, line = divmod(number, ROWS)
        fix = self._fixes[place]
        role = "cursor" if place == self._marked else ""
        if line:
            warned = "warning" if fix.asks else "muted"
            return Painting((Piece(f"   {fix.effect}", warned),), role=role)
        words = f"{fix.words[:1].upper()}{fix.words[1:]}"
        return Painting((Piece(f"{place + 1}  ", "key"), Piece(words, "strong")), role=role)


class FixDialog(Dialog[Fix | None]):
    """Returns the way out that is taken, by its number, by arrows and Enter, or by a click."""

    BINDINGS = bindings(MENU)

    def __init__(self, message: str, fixes: Sequence[Fix]) -> None:
        """Offer the ways out of what a message says."""
        super().__init__("Ways out, each tried by checking again", MENU, size="-menu")
        self._message = message
        self._fixes = tuple(fixes)

    def compose_body(self) -> ComposeResult:
        """Lay out what is wrong, and the ways out."""
        yield Static(Content(printable(self._message)), id="question")
        yield Static("", classes="gap")
        yield FixLines(self._fixes)

    def on_mount(self) -> None:
        """Show the ways out."""
        self._lines.show_rows()
        self._lines.focus()

    @property
    def _lines(self) -> FixLines:
        return self.query_one(FixLines)

    def on_key(self, event: Key) -> None:
        """Take the way out whose number was typed."""
        number = event.character or ""
        if not self.is_answered and number.isdecimal() and 0 < int(number) <= len(self._fixes):
            event.stop()
            event.prevent_default()
            self.answer(self._fixes[int(number) - 1])

    def on_lines_clicked(self, message: Lines.Clicked) -> None:
        """Take what was clicked."""
        self.answer(self._lines.fix_at(message.number))

    @property
    def about(self) -> str:
        """What the choice is."""
        return (
            "The ways out of a conflict. Each was tried: it clears the conflict and adds none that "
            "is as bad. Undo takes it back."
        )

    def action_move(self, by: int) -> None:
        """Mark another."""
        self._lines.move(by)

    def action_choose(self) -> None:
        """Take what is marked."""
        self.answer(self._lines.marked)

    def action_close(self) -> None:
        """Take none."""
        self.answer(None)
