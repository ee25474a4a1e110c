"""When a meeting could be: the hours that are possible, best first, and why others are not."""

from collections.abc import Iterator

from textual.app import ComposeResult

from planner.slots import Refusal, Search, Slot
from planner.text.cells import cut
from planner.text.spoken import counted, short_date
from screens.commands import MENU, bindings
from screens.dialogs.dialog import Dialog
from screens.rows.painting import Painting, Piece
from screens.widgets.lines import Lines

NONE_FREE = "No hour is possible for everybody who must be there. Below is what stands in the way."
NO_DAYS = "It has no stop whose days are known. Give it a stop, or the stop its days."
MARGIN = "  "


class SlotLines(Lines):
    """Shows what is possible, one of it marked, and then what is not."""

    def __init__(self, search: Search, home_zone: str, home: str) -> None:
        """Show what was found; the hours are told at home too."""
        super().__init__(id="slots")
        self._search = search
        self._home_zone, self._home = home_zone, home
        self._rows: list[tuple[Painting, int | None]] = list(self._laid_out())
        self._marked = 0

    @property
    def marked(self) -> Slot | None:
        """The start that Enter takes; None where there is none."""
        free = self._search.free
        return free[self._marked] if free else None

    def slot_at(self, row: int) -> Slot | None:
        """Return the start that a row is about; None where it is about none."""
        place = self._rows[row][1]
        return None if place is None else self._search.free[place]

    def move(self, by: int) -> None:
        """Mark another; beyond the last, what is not possible comes into sight."""
        last = len(self._search.free) - 1
        if last < 0 or self._marked + by > last:
            self.scroll_relative(y=by, animate=False)
            return
        self._marked = max(self._marked + by, 0)
        self.show_row(next(n for n, row in enumerate(self._rows) if row[1] == self._marked))
        self.refresh()

    def count(self) -> int:
        """Return how many rows there are."""
        return len(self._rows)

    def painting(self, number: int, width: int) -> Painting:  # noqa: ARG002 - fitted by the pane
        """Return a row."""
        row, place = self._rows[number]
        if place is None or place != self._marked:
            return row
        return Painting(row.left, row.right, role="cursor")

    def _laid_out(self) -> Iterator[tuple[Painting, int | None]]:
        search = self._search
        if not search.free:
            yield Painting((Piece(NONE_FREE if search.refused else NO_DAYS, "warning"),)), None
        else:
            heading = Piece("Possible, nearest to the plan first", "heading")
            yield Painting((heading,)), None
        for place, slot in enumerate(search.free):
            yield self._free(slot), place
        if search.refused:
            yield Painting(), None
            yield Painting((Piece("Not possible", "heading"),)), None
        for refusal in search.refused:
            yield _refused(refusal), None

    def _free(self, slot: Slot) -> Painting:
        start, end = slot.start, slot.start.plus(self._search.minutes)
        there = start.to(self._home_zone)
        home = f"({there.clock} {self._home})" if start.zone != self._home_zone else ""
        note = "" if slot.is_usual else "outside working hours"
        return Painting(
            (
                Piece(f"{MARGIN}{short_date(start.date)}  ", "muted"),
                Piece(f"{start.clock}–{end.clock} ", "strong"),
                Piece(home, "muted"),
            ),
            (Piece(note, "warning"),),
        )


def _refused(refusal: Refusal) -> Painting:
    first, last = refusal.first, refusal.last
    hours = first.clock if first == last else f"{first.clock}–{last.clock}"
    when = f"{MARGIN}{short_date(first.date)}  {hours:<11} "
    return Painting((Piece(when, "muted"), Piece(refusal.why, "muted")))


class SlotDialog(Dialog[Slot | None]):
    """Returns the start that is taken, by arrows and Enter, or by a click."""

    BINDINGS = bindings(MENU)

    def __init__(self, search: Search, home_zone: str, home: str) -> None:
        """Offer what was found; the hours are told in the zone of home too."""
        length = counted(search.minutes, "minute")
        super().__init__(f"Find a slot › {cut(search.meeting.title, 60)} · {length}", MENU)
        self._search = search
        self._home = (home_zone, home)

    def compose_body(self) -> ComposeResult:
        """Lay out what was found."""
        yield SlotLines(self._search, *self._home)

    def on_mount(self) -> None:
        """Show what was found."""
        self._lines.show_rows()
        self._lines.focus()

    @property
    def _lines(self) -> SlotLines:
        return self.query_one(SlotLines)

    def on_lines_clicked(self, message: Lines.Clicked) -> None:
        """Take what was clicked."""
        slot = self._lines.slot_at(message.number)
        if slot is not None:
            self.answer(slot)

    @property
    def about(self) -> str:
        """What is shown."""
        return (
            "When the meeting could be within its stop, for the principal, who leads the other "
            "side, and the interpreter and notetaker. Each hour was tried by checking again."
        )

    def action_move(self, by: int) -> None:
        """Mark another."""
        self._lines.move(by)

    def action_choose(self) -> None:
        """Take what is marked."""
        marked = self._lines.marked
        if marked is not None:
            self.answer(marked)

    def action_close(self) -> None:
        """Take none."""
        self.answer(None)
