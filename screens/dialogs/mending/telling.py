"""Whom to tell that what they accepted no longer holds, and the message to each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from planner.telling import Notice
from planner.text.cells import printable
from screens.commands import bindings
from screens.commands.line import Arguments
from screens.commands.telling import TELLING
from screens.dialogs.dialog import Dialog
from screens.dialogs.preview import Preview
from screens.rows.painting import Painting
from screens.rows.telling import Row, message_rows, telling_rows
from screens.widgets.bars import StatusLine
from screens.widgets.lines import Lines

if TYPE_CHECKING:
    from screens.questions.telling import TellingQuestions

NO_MESSAGE = "There is nobody to write to: nobody is on record for it."


class TellingLines(Lines):
    """Shows whom to tell, meeting by meeting, one of them under the cursor."""

    def __init__(self) -> None:
        super().__init__(id="roll")
        self._notices: tuple[Notice, ...] = ()
        self._copied: set[Notice] = set()
        self._rows: list[Row] = []
        self.cursor = 0

    def show(self, found: tuple[Notice, ...]) -> None:
        """Show notices; the cursor stays on its own, else where it was."""
        here = self.selected
        self._notices = found
        if here in found:
            self.cursor = found.index(here)
        self.cursor = min(self.cursor, max(len(found) - 1, 0))
        self._lay_out()

    def on_resize(self, _: Resize) -> None:
        """Take in another height: what is said beneath may take more lines."""
        self.show_rows()

    def _lay_out(self) -> None:
        self._rows = telling_rows(self._notices, self._copied)
        self.show_rows()
        self._show_cursor()

    def _show_cursor(self) -> None:
        """Bring the cursor into sight; at the first of a meeting, the meeting's name too."""
        row = next((n for n, (_, place) in enumerate(self._rows) if place == self.cursor), 0)
        self.show_row(row)

    @property
    def selected(self) -> Notice | None:
        """The notice under the cursor; None where nobody has to be told."""
        return self._notices[self.cursor] if self._notices else None

    def tick(self, notice: Notice) -> None:
        """Mark a notice as copied, for as long as the list is open."""
        self._copied.add(notice)
        self._lay_out()

    def move(self, by: int) -> None:
        """Move the cursor, as far as there are people."""
        if self._notices:
            self.cursor = min(max(self.cursor + by, 0), len(self._notices) - 1)
            self._show_cursor()
            self.refresh()

    def place_at(self, row: int) -> int | None:
        """Return the place of the notice that a row shows; None where it shows none."""
        return self._rows[row][1]

    def count(self) -> int:
        """Return how many rows there are."""
        return len(self._rows)

    def painting(self, number: int, width: int) -> Painting:  # noqa: ARG002 - fitted by the pane
        """Return a row."""
        row, place = self._rows[number]
        if place is None or place != self.cursor:
            return row
        return Painting(row.left, row.right, role="cursor")


class MessagePreview(Preview):
    """Shows the message to one of them, and how to reach them."""

    def __init__(self) -> None:
        super().__init__(id="paper-preview")
        self._notice: Notice | None = None
        self._lines: tuple[Painting, ...] = ()

    def show(self, notice: Notice | None) -> None:
        """Show a message from its beginning, unless it is there; None shows nothing."""
        if notice != self._notice:
            self._notice = notice
            self._lay_out()

    def on_resize(self, _: Resize) -> None:
        """Break the message anew for another width."""
        self._lay_out()

    def _lay_out(self) -> None:
        notice, room = self._notice, self.room
        self._lines = tuple(message_rows(notice, room)) if notice and room else ()
        self.start()

    def count(self) -> int:
        """Return how many rows there are."""
        return len(self._lines)

    def painting(self, number: int, width: int) -> Painting:  # noqa: ARG002 - laid out for it
        """Return a row."""
        return self._lines[number]


class TellingDialog(Dialog[None]):
    """Shows whom to tell, copies what to write, and asks for them to be marked told."""

    BINDINGS = bindings(TELLING)

    def __init__(self, questions: TellingQuestions) -> None:
        """Show whom to tell of the trip that the page shows."""
        super().__init__("Whom to tell", TELLING)
        self._questions = questions
        self._is_asked = False
        """Whether an answer is on its way: a key typed ahead of it is for what is not seen yet."""

    def compose_body(self) -> ComposeResult:
        """Lay out the list, the message to the one under the cursor, and what was done last."""
        marking = printable(self._questions.marking)
        if marking:
            yield Static(
                Content(f"▲ These messages are of a trip marked {marking}."), id="paper-marking"
            )
        yield TellingLines()
        yield MessagePreview()
        yield StatusLine(id="roll-status")

    def on_mount(self) -> None:
        """Show the list, and follow what the page learns."""
        self._lines.focus()
        self.take_in()
        self._questions.follow(self)

    @property
    def _lines(self) -> TellingLines:
        return self.query_one(TellingLines)

    def take_in(self) -> None:
        """Show the list as it is now."""
        self._is_asked = False
        self._lines.show(self._questions.notices())
        self._show_message()

    def say(self, words: str) -> None:
        """Say what was done, or why it was not."""
        self._is_asked = False
        self.query_one(StatusLine).words = words

    def _show_message(self) -> None:
        self.query_one(MessagePreview).show(self._lines.selected)
        self.show_commands()

    def can_do(self, action: str, arguments: Arguments) -> bool:  # noqa: ARG002 - as the frame has it
        """Tell whether there is anybody to be told, or to write to."""
        selected = self._lines.selected
        if action == "copy":
            return selected is not None and selected.to is not None
        return selected is not None if action == "mark" else True

    @property
    def about(self) -> str:
        """What is shown."""
        return (
            "Whom to tell: a meeting that is not as it was accepted, under it the counterparts, "
            "interpreters, site and drivers on record, and below the message to the one under the "
            "cursor. Tab goes to the message, where the arrows scroll it."
        )

    def action_move(self, by: int) -> None:
        """Move the cursor, or scroll the message where that has the focus."""
        preview = self.query_one(MessagePreview)
        if preview.has_focus:
            preview.move(by)
            return
        self._is_asked = False
        self._lines.move(by)
        self._show_message()

    def action_copy(self) -> None:
        """Copy the message to the one under the cursor; the terminal does not say if it did."""
        notice = self._lines.selected
        if notice is None or notice.to is None:
            self.say(NO_MESSAGE)
            return
        self.app.copy_to_clipboard(notice.text)
        self._lines.tick(notice)
        self.say(
            f"Copied the message to {notice.to.name}. If nothing can be pasted, your terminal "
            f"does not allow it: `planner tell {self._questions.short_name}` prints it."
        )

    def action_mark(self, everybody: bool) -> None:
        """Ask for the meeting under the cursor, or for all of them, to be marked told."""
        notice = self._lines.selected
        if notice is not None and not self._is_asked:
            self._is_asked = self._questions.mark(None if everybody else notice.meeting)

    def action_undo(self, redo: bool) -> None:
        """Ask for the last edit to be taken back, or done again."""
        self._questions.undo(redo=redo)

    def action_close(self) -> None:
        """Go back."""
        self.answer(None)

    def on_lines_clicked(self, message: Lines.Clicked) -> None:
        """Put the cursor on whoever was clicked."""
        place = self._lines.place_at(message.number) if message.lines is self._lines else None
        if place is not None:
            self._lines.move(place - self._lines.cursor)
            self._show_message()
