"""Slip the day: by how many minutes, and at once below it what moves, what stops it, whom to tell.

Nothing is done before it was seen: the same reckoning that is shown makes the Edit.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Key
from textual.widgets import Input, Static

from planner.conflicts.sentences import city_of_zone, clock
from planner.edits import Edit
from planner.slots.slipping import Kept, Moved, Slip, Stopped, Told
from planner.text.cells import cell_width, cut, printable
from planner.text.spoken import counted, length, short_date
from screens.commands import bindings
from screens.commands.line import Arguments
from screens.commands.slipping import SLIP
from screens.dialogs.dialog import Dialog
from screens.dialogs.typed import SafeInput
from screens.rows.painting import Painting, Piece
from screens.widgets.lines import Lines

Reckon = Callable[[int, frozenset[str]], Slip]
Step = Moved | Stopped | Kept
USUAL = 15
"""The minutes that stand in the field before any are typed."""
MOST = 24 * 60
NUMERALS = "0123456789+-−"
NUMBER = re.compile(r"[+−-]?[0-9]{1,5}")
NOT_A_NUMBER = f"Type 1 to {MOST:,} minutes; −10 is earlier."
NOBODY = "Nobody: no accepted time changes."
HOURS = 15
"""The cells of `16:15 → 16:35`, and those that part them from the name."""
MARGIN = " " * (2 + HOURS)


class MinutesInput(SafeInput, inherit_bindings=False):
    """A field that keeps the keys of a number, and leaves all others to the dialog.

    So keys take effect in the order in which they were typed, those that step and release too.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("backspace", "delete_left", show=False),
        Binding("delete", "delete_right", show=False),
        Binding("left", "cursor_left", show=False),
        Binding("right", "cursor_right", show=False),
    ]

    def check_consume_key(self, key: str, character: str | None) -> bool:  # noqa: ARG002 - Textual's own
        """Tell Textual which keys are typed here."""
        return character is not None and character in NUMERALS

    def on_key(self, event: Key) -> None:
        """Take nothing in that is no part of a number."""
        if event.is_printable and not self.check_consume_key(event.key, event.character):
            event.prevent_default()


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the pane, and the entry that it is about, if it is about one."""

    painting: Painting
    step: Step | None = None


class SlipLines(Lines):
    """Shows what a push does, entry by entry, one of them marked, and then whom to tell."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__(id="slip-rows")
        self._rows: tuple[Row, ...] = ()
        self._marked = ""

    def show(self, slip: Slip | None) -> None:
        """Show a push; the mark stays on its entry as long as that is there."""
        self._rows = tuple(rows_of(slip)) if slip else ()
        steps = self._steps
        known = [step.record.id for step in steps]
        if self._marked not in known:
            self._marked = known[0] if known else ""
        self.show_rows()

    @property
    def marked(self) -> Step | None:
        """The entry under the cursor."""
        return next((step for step in self._steps if step.record.id == self._marked), None)

    def mark(self, row: int) -> bool:
        """Mark the entry that a row is about; tell whether it is about one."""
        step = self._rows[row].step
        if step is None:
            return False
        self._marked = step.record.id
        self.refresh()
        return True

    def move(self, by: int) -> None:
        """Mark another; beyond the last, whom to tell comes into sight."""
        ids = [step.record.id for step in self._steps]
        here = ids.index(self._marked) if self._marked in ids else 0
        if not ids or (by > 0 and here == len(ids) - 1):
            self.scroll_relative(y=by, animate=False)
            return
        self._marked = ids[min(max(here + by, 0), len(ids) - 1)]
        first = next(n for n, row in enumerate(self._rows) if self._is_marked(row))
        self.show_row(first)
        self.refresh()

    @property
    def _steps(self) -> tuple[Step, ...]:
        steps = {row.step.record.id: row.step for row in self._rows if row.step}
        return tuple(steps.values())

    def _is_marked(self, row: Row) -> bool:
        return row.step is not None and row.step.record.id == self._marked

    def count(self) -> int:
        """Return how many rows there are."""
        return len(self._rows)

    def painting(self, number: int, width: int) -> Painting:  # noqa: ARG002 - fitted by the pane
        """Return a row."""
        row = self._rows[number]
        if not self._is_marked(row):
            return row.painting
        return Painting(row.painting.left, row.painting.right, role="cursor")


def rows_of(slip: Slip) -> Iterator[Row]:
    """Yield what a push does in the order of the day, under its days, and then whom to tell."""
    steps: list[Step] = [*slip.moved, *slip.stopped, *slip.kept]
    places = {each.record.id: number for number, each in enumerate(slip.moved)}
    # What moves has its order already: a whole stands before the parts that begin with it.
    steps.sort(key=lambda step: (step.at.instant, places.get(step.record.id, len(places))))
    are_many_zones = len({step.at.zone for step in steps}) > 1
    heading = ""
    for step in steps:
        city = f" · {city_of_zone(step.at.zone)}" if are_many_zones else ""
        following = f"{short_date(step.at.date)}{city}"
        if following != heading:
            heading = following
            yield Row(Painting((Piece(heading, "heading"),)))
        yield from (Row(painting, step) for painting in _paintings(step))
    yield Row(Painting())
    yield Row(Painting((Piece("To be told", "heading"),)))
    if not slip.told:
        yield Row(Painting((Piece(f"  {NOBODY}", "muted"),)))
    for told in slip.told:
        yield from map(Row, _told(told))


def _paintings(step: Step) -> Iterator[Painting]:
    """Yield the rows of an entry; what held it, or holds it, takes one of its own."""
    if isinstance(step, Moved):
        hours, name = Piece(_hours(step), "time"), Piece(step.name, "strong")
        sign = "+" if step.minutes > 0 else ""
        by = Piece(f"{sign}{length(step.minutes)}", "strong")
        yield _painting(Piece("  "), hours, name, (*_absorbed(step.absorbed, " · "), by))
        if step.released:
            yield Painting((Piece(f"{MARGIN}released: {step.released}", "warning"),))
    elif isinstance(step, Stopped):
        hours, name = Piece(step.at.clock, "warning"), Piece(step.name, "strong")
        short = Piece(f"{length(step.short)} short", "warning")
        right = (*_absorbed(step.absorbed, " · "), short)
        yield _painting(Piece("▲ ", "warning"), hours, name, right)
        may = " · may be released" if step.may_be_released else ""
        yield Painting((Piece(f"{MARGIN}{step.why}{may}", "muted"),))
    else:
        hours, name = Piece(step.at.clock, "muted"), Piece(step.name, "muted")
        yield _painting(Piece("  "), hours, name, tuple(_absorbed(step.absorbed, ", stays")))


def _hours(moved: Moved) -> str:
    return f"{moved.at.clock} → {clock(moved.after, moved.at)}"


def _painting(mark: Piece, hours: Piece, name: Piece, right: tuple[Piece, ...]) -> Painting:
    gap = Piece(" " * max(HOURS - cell_width(hours.text), 1))
    return Painting((mark, hours, gap, name), right)


def _absorbed(minutes: int, then: str) -> Iterator[Piece]:
    if minutes:
        yield Piece(f"{length(minutes)} absorbed{then}", "muted")


def _told(told: Told) -> Iterator[Painting]:
    yield Painting((Piece(f"  {told.name}", "strong"),))
    for each in told.entries:
        yield _painting(Piece("  "), Piece(_hours(each), "muted"), Piece(each.name, "muted"), ())


class SlipDialog(Dialog[Edit | None]):
    """Returns the Edit that was shown, or nothing."""

    BINDINGS = bindings(SLIP)

    def __init__(self, name: str, reckon: Reckon) -> None:
        """Ask by how much an entry is pushed; `reckon` returns what comes of it."""
        super().__init__(f"Slip the day › {cut(name, 60)}", SLIP)
        self._reckon = reckon
        self._released: frozenset[str] = frozenset()
        self._slip: Slip | None = None

    def compose_body(self) -> ComposeResult:
        """Lay out the minutes, and below them what comes of them."""
        with Horizontal(classes="field", id="slip-field"):
            yield Static("Minutes later", classes="field-label")
            yield MinutesInput(
                str(USUAL),
                restrict=r"[+−-]?[0-9]*",
                max_length=5,
                compact=True,
                classes="field-text",
                id="slip-minutes",
            )
            yield Static(classes="field-words", id="slip-words")
        yield SlipLines()

    def on_mount(self) -> None:
        """Start with the minutes that are usual; what is typed takes their place."""
        self._field.focus()
        self._take_in()

    @property
    def _field(self) -> Input:
        return self.query_one("#slip-minutes", Input)

    @property
    def _lines(self) -> SlipLines:
        return self.query_one(SlipLines)

    @property
    def _minutes(self) -> int | None:
        """The minutes that are typed; None where that is none, or too many."""
        typed = self._field.value
        minutes = int(typed.replace("−", "-")) if NUMBER.fullmatch(typed) else 0
        return minutes if 0 < abs(minutes) <= MOST else None

    def on_input_changed(self) -> None:
        """Show what comes of what is typed."""
        self._take_in()

    def _take_in(self) -> None:
        minutes = self._minutes
        self._slip = None if minutes is None else self._reckon(minutes, self._released)
        self._lines.show(self._slip)
        words = self.query_one("#slip-words", Static)
        words.update(Content(printable(_summary(self._slip))))
        words.set_class(self._slip is None or bool(self._slip.stopped), "-wrong")
        self.show_commands()

    def can_do(self, action: str, arguments: Arguments) -> bool:  # noqa: ARG002 - one signature
        """Tell whether there is something to do, or to release."""
        if action == "save":
            return self._slip is not None and self._slip.edit.writes
        return action != "release" or self._may_be_released is not None

    @property
    def _may_be_released(self) -> str | None:
        """The entry under the cursor, where it may be released, or is."""
        step = self._lines.marked
        is_held = isinstance(step, Stopped) and step.may_be_released
        is_released = isinstance(step, Moved) and bool(step.released)
        return step.record.id if step and (is_held or is_released) else None

    def on_lines_clicked(self, message: Lines.Clicked) -> None:
        """Go to what was clicked, and release it if it may be."""
        if self._lines.mark(message.number):
            self.action_release()
            self.show_commands()

    @property
    def about(self) -> str:
        """What can be typed, and what is shown."""
        return (
            "The minutes by which the entry is pushed; with a − it alone is pulled earlier. Below "
            "is what follows: each entry moves only as far as it must, gaps absorb the rest. What "
            "is fixed, held or over stays; a confirmed counterpart and a movement between stops "
            "stay until they are released."
        )

    def action_move(self, by: int) -> None:
        """Mark another entry."""
        self._lines.move(by)
        self.show_commands()

    def action_step(self, minutes: int) -> None:
        """Push by more or by less; by nothing at all would be no push."""
        sum_of_both = (self._minutes or 0) + minutes or minutes
        self._field.value = str(min(max(sum_of_both, -MOST), MOST))
        self._field.cursor_position = len(self._field.value)

    def action_release(self) -> None:
        """Let what stops the push move, or hold it again."""
        entry = self._may_be_released
        if entry is not None:
            self._released ^= {entry}
            self._take_in()

    def action_save(self) -> None:
        """Return what is shown, with what was typed a moment ago."""
        self._take_in()
        if self._slip is not None and self._slip.edit.writes:
            self.answer(self._slip.edit)

    def action_close(self) -> None:
        """Return nothing."""
        self.answer(None)


def _summary(slip: Slip | None) -> str:
    if slip is None:
        return NOT_A_NUMBER
    if slip.stopped:
        first, *others = slip.stopped
        more = f" and at {counted(len(others), 'other')}" if others else ""
        return f"{length(first.short)} short at {first.name}{more}"
    count = len(slip.moved)
    return "1 entry moves" if count == 1 else f"{count} entries move"
