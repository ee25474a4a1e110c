"""A menu: a few choices, each a key away."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from textual.app import ComposeResult
from textual.events import Key

from planner.text.cells import cell_width
from screens.commands import MENU, bindings
from screens.dialogs.dialog import Dialog
from screens.rows.painting import Painting, Piece
from screens.widgets.lines import Lines

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Choice(Generic[Value]):
    """Something that can be taken from a menu."""

    key: str
    """The character that takes it at once."""
    label: str
    help: str
    value: Value


class ChoiceLines(Lines, Generic[Value]):
    """Shows a choice a row, one of them marked."""

    def __init__(self, choices: Sequence[Choice[Value]]) -> None:
        """Offer choices, the first of them marked."""
        super().__init__(id="choices")
        self._choices = tuple(choices)
        self._column = max((cell_width(each.label) for each in choices), default=0) + 2
        self._marked = 0
        self.styles.height = len(choices)

    @property
    def marked(self) -> Choice[Value] | None:
        """The choice that Enter takes; None where there is none."""
        return self._choices[self._marked] if self._choices else None

    def move(self, by: int) -> None:
        """Mark another; behind the last comes the first."""
        if self._choices:
            self._marked = (self._marked + by) % len(self._choices)
            self.show_row(self._marked)
            self.refresh()

    def count(self) -> int:
        """Return how many rows there are."""
        return len(self._choices)

    def painting(self, number: int, width: int) -> Painting:  # noqa: ARG002 - fitted by the pane
        """Return a row."""
        choice = self._choices[number]
        fill = " " * (self._column - cell_width(choice.label))
        return Painting(
            (
                Piece(f"{choice.key}  ", "key"),
                Piece(f"{choice.label}{fill}", "strong"),
                Piece(choice.help, "muted"),
            ),
            role="cursor" if number == self._marked else "",
        )


class MenuDialog(Dialog[Value | None], Generic[Value]):
    """Returns the value of what is taken, by its key, by arrows and Enter, or by a click."""

    BINDINGS = bindings(MENU)

    def __init__(self, title: str, choices: Sequence[Choice[Value]]) -> None:
        """Offer choices under a title."""
        super().__init__(title, MENU, size="-menu")
        self._choices = tuple(choices)

    def compose_body(self) -> ComposeResult:
        """Lay out the choices."""
        yield ChoiceLines(self._choices)

    def on_mount(self) -> None:
        """Show the choices."""
        self._lines.show_rows()
        self._lines.focus()

    @property
    def _lines(self) -> ChoiceLines[Value]:
        return self.query_one(ChoiceLines)

    def on_key(self, event: Key) -> None:
        """Take the choice whose character was typed."""
        for choice in () if self.is_answered else self._choices:
            if choice.key == event.character:
                event.stop()
                event.prevent_default()
                self.answer(choice.value)
                return

    def on_lines_clicked(self, message: Lines.Clicked) -> None:
        """Take what was clicked."""
        self.answer(self._choices[message.number].value)

    @property
    def about(self) -> str:
        """What the menu is."""
        return "A menu: the letter before a choice takes it at once."

    def action_move(self, by: int) -> None:
        """Mark another."""
        self._lines.move(by)

    def action_choose(self) -> None:
        """Take what is marked."""
        marked = self._lines.marked
        if marked is not None:
            self.answer(marked.value)

    def action_close(self) -> None:
        """Take nothing."""
        self.answer(None)
