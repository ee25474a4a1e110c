"""A pane of items that take several rows each; the cursor goes from item to item."""

from collections.abc import Sequence
from dataclasses import replace

from screens.rows.painting import Painting
from screens.widgets.lines import Lines

NONE = -1
"""The item of a row that is about none."""


class ItemLines(Lines):
    """Shows rows of which each is about an item, by number, or about none: a heading."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._rows: list[tuple[Painting, int]] = []
        """Each row, and the number of the item that a click on it means."""
        self._cursor = 0

    @property
    def items(self) -> int:
        """How many items there are."""
        raise NotImplementedError

    def put_on(self, item: int) -> None:
        """Put the cursor on an item."""
        self._cursor = item
        self.show_cursor()
        self.refresh()

    def show_laid_out(self, rows: Sequence[tuple[Painting, int]]) -> None:
        """Show rows that were laid out anew."""
        self._rows = list(rows)
        self.show_rows()

    def move(self, by: int) -> None:
        """Move the cursor, as far as there are items."""
        if self.items:
            self.put_on(min(max(self._cursor + by, 0), self.items - 1))
        else:
            self.scroll_relative(y=by, animate=False)

    def select(self, number: int) -> bool:
        """Put the cursor on the item of a row; False where the row is about none."""
        item = self._rows[number][1]
        if item != NONE:
            self.put_on(item)
        return item != NONE

    def show_cursor(self) -> None:
        """Bring the whole item in sight; with the first, what stands over it."""
        if not self._cursor:
            self.scroll_to(y=0, animate=False, force=True, immediate=True)
        rows = [n for n, row in enumerate(self._rows) if row[1] == self._cursor]
        for number in (*rows[-1:], *rows[:1]):
            self.show_row(number)

    def count(self) -> int:
        """Return how many rows there are."""
        return len(self._rows)

    def painting(self, number: int, width: int) -> Painting:  # noqa: ARG002 - laid out for it
        """Return a row."""
        row, item = self._rows[number]
        is_chosen = item == self._cursor and not row.role
        return replace(row, role="cursor") if is_chosen else row
