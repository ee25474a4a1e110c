"""The journal of a trip, newest first, one of its entries under the cursor."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from textual.events import Resize

from planner.journal import JournalEntry
from screens.rows.history import NONE as NOTHING
from screens.rows.history import day_heading, entry_rows
from screens.rows.painting import Painting, Piece
from screens.widgets.items import NONE, ItemLines


class HistoryLines(ItemLines):
    """Shows what was done under the days on which it was, with what it changed."""

    def __init__(self, told: Callable[[JournalEntry], tuple[str, ...]]) -> None:
        """`told` says what an entry changed, a line a record."""
        super().__init__(id="history")
        self._told = told
        self._entries: Sequence[JournalEntry] = ()

    def show(self, entries: Sequence[JournalEntry]) -> None:
        """Show entries, newest first; the cursor stays on the one it was on."""
        before = self.selected
        self._entries = entries
        positions = [each.position for each in entries]
        known = before is not None and before.position in positions
        self._cursor = positions.index(before.position) if before and known else 0
        self._lay_out()
        self.show_cursor()

    def on_resize(self, _: Resize) -> None:
        """Break the text anew for another width."""
        self._lay_out()

    def _lay_out(self) -> None:
        if self.room:
            rows = list(self._laid_out())
            self.show_laid_out(rows or [(Painting((Piece(NOTHING, "muted"),)), NONE)])

    def _laid_out(self) -> Iterator[tuple[Painting, int]]:
        day: date | None = None
        for number, entry in enumerate(self._entries):
            if entry.at.astimezone().date() != day:
                day = entry.at.astimezone().date()
                yield day_heading(entry), number
            for row in entry_rows(entry, self._told(entry), self.room):
                yield row, number

    @property
    def items(self) -> int:
        """How many entries there are."""
        return len(self._entries)

    @property
    def selected(self) -> JournalEntry | None:
        """The entry under the cursor; None where there is none."""
        return self._entries[self._cursor] if self._entries else None
