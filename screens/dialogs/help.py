"""Help: what every key does, and what the marks mean."""

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.events import Resize

from planner.conflicts import Severity
from planner.itinerary.entry_words import MODE_SIGNS
from planner.text.cells import cell_width
from screens.commands import HELP, Command, bindings
from screens.dialogs.dialog import Dialog
from screens.dialogs.preview import Preview
from screens.rows.painting import Painting, Piece
from screens.rows.text import heading, item_rows, text_rows

_CONFLICTS = {
    Severity.ERROR: "An error: it cannot happen as it is planned.",
    Severity.WARNING: "A warning: it may go wrong.",
    Severity.NOTICE: "A notice: worth knowing, no more.",
}
MARKS: tuple[tuple[str, str, str], ...] = (
    *((each.mark, each.word, _CONFLICTS[each]) for each in Severity),
    ("✓", "muted", "It was held."),
    ("T", "warning", "Tentative."),
    ("TBC", "warning", "Proposed or requested, and to be confirmed."),
    (
        "(23:35)",
        "muted",
        "The same time at home; [+1] is the day after there, [−1] the day before.",
    ),
    ("──", "now", "The present: what is below it is still to come."),
    ("☾", "muted", "A night, and at the right the hours from the last entry to the first."),
    *(
        (
            sign,
            "",
            f"{', '.join(m.value for m in MODE_SIGNS if MODE_SIGNS[m] == sign).capitalize()}.",
        )
        for sign in dict.fromkeys(MODE_SIGNS.values())
    ),
)
"""The marks of the programme, each with its role and its meaning."""


def help_rows(commands: Sequence[Command], about: str, width: int) -> tuple[Painting, ...]:
    """Return the rows of the help at a width: what is shown, its keys by group, the marks."""
    return (
        *text_rows(about, width),
        *_command_rows(commands, width),
        *_mark_rows(width),
    )[0 if about else 1 :]


def _command_rows(commands: Sequence[Command], width: int) -> Iterator[Painting]:
    keys = max((cell_width(_keys(each)) for each in commands), default=0) + 2
    labels = max((cell_width(each.label) for each in commands), default=0) + 2
    for group in dict.fromkeys(each.group for each in commands):
        yield from heading(group.value)
        for command in commands:
            if command.group is group:
                yield from _command(command, keys, labels, width)


def _command(command: Command, keys: int, labels: int, width: int) -> Iterator[Painting]:
    """Yield what a command does, its lines under each other, its key and name at the left."""
    head = (
        Piece(f"{_keys(command):<{keys}}", "key"),
        Piece(f"{command.label:<{labels}}", "strong"),
    )
    indent = Piece(" " * (keys + labels))
    for number, row in enumerate(item_rows(command.help, (), width, head=indent)):
        yield Painting((*(head if number == 0 else (indent,)), *row.left[1:]))


def _keys(command: Command) -> str:
    return " ".join(command.shown_keys)


def _mark_rows(width: int) -> Iterator[Painting]:
    yield from heading("Marks")
    column = max(cell_width(mark) for mark, _, _ in MARKS) + 2
    for mark, role, words in MARKS:
        head = Piece(mark + " " * (column - cell_width(mark)), role)
        yield from item_rows(words, (), width, head=head)


class HelpLines(Preview):
    """Shows the help, wrapped to its width."""

    def __init__(self, commands: Sequence[Command], about: str) -> None:
        """Explain commands; `about` says what is shown."""
        super().__init__(id="help")
        self._commands = tuple(commands)
        self._about = about
        self._rows: tuple[Painting, ...] = ()

    def on_resize(self, _: Resize) -> None:
        """Wrap to the new width."""
        self._rows = help_rows(self._commands, self._about, self.room)
        self.show_rows()

    def count(self) -> int:
        """Return how many rows there are."""
        return len(self._rows)

    def painting(self, number: int, width: int) -> Painting:  # noqa: ARG002 - wrapped already
        """Return a row."""
        return self._rows[number]


class HelpDialog(Dialog[None]):
    """Explains the commands of whatever it lies over."""

    BINDINGS = bindings(HELP)

    def __init__(self, title: str, commands: Sequence[Command], about: str = "") -> None:
        """Explain commands, in their groups; `about` says what has the focus."""
        super().__init__(title, HELP)
        self._explained = tuple(commands)
        self._about = about

    def compose_body(self) -> ComposeResult:
        """Lay out the help."""
        yield HelpLines(self._explained, self._about)

    def on_mount(self) -> None:
        """Let keys and the wheel scroll it."""
        self._lines.focus()

    @property
    def _lines(self) -> HelpLines:
        return self.query_one(HelpLines)

    def action_move(self, by: int) -> None:
        """Scroll."""
        self._lines.move(by)

    def action_close(self) -> None:
        """Go back."""
        self.answer(None)
