"""A scrolling pane of rows, each painted when it is seen: its cost does not grow with the list."""

from dataclasses import replace

from rich.segment import Segment
from rich.style import Style
from textual.events import Click
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from planner.text.cells import closed, printable, steady
from screens.rows.painting import Painting, Piece, fitted

MOST_KEPT = 512
"""Rows that stay as they were painted: a key changes few of those in sight."""
MARGIN = 1
"""Cells at either side of a row that its ground fills and its words leave free."""


class Lines(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows rows that a subclass names by number; the subclass says what each looks like.

    What roles look like is asked of the screen, once for all its panes.
    """

    class Clicked(Message):
        """A row was clicked."""

        def __init__(self, lines: "Lines", number: int) -> None:
            self.lines = lines
            self.number = number
            super().__init__()

        @property
        def control(self) -> "Lines":
            """The pane it happened in."""
            return self.lines

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._styles: dict[tuple[str, str], Style] = {}
        self._strips: dict[tuple[Painting, int], Strip] = {}

    def count(self) -> int:
        """Return how many rows there are."""
        raise NotImplementedError

    def painting(self, number: int, width: int) -> Painting:
        """Return what a row looks like at a width."""
        raise NotImplementedError

    def show_rows(self) -> None:
        """Take in that the rows have changed; they are painted at the next frame."""
        # A new virtual size lays the whole screen out anew, so one that fits keeps the pane's own.
        size = Size(0, max(self.count(), self.container_size.height))
        if self.styles.overflow_y == "scroll" and self.is_mounted:
            # Where the bar is there always, only how far it goes can have changed.
            if size != self.virtual_size:
                self.set_reactive(ScrollView.virtual_size, size)
                self._scroll_update(size)
        else:
            self.virtual_size = size
        self.refresh()

    def show_row(self, number: int) -> None:
        """Scroll as little as is needed to see a row, and the rows next to it."""
        region = Region(0, max(number - 1, 0), 1, 3)
        self.scroll_to_region(region, animate=False, force=True, immediate=True, x_axis=False)

    def notify_style_update(self) -> None:
        """Forget the styles of another theme."""
        super().notify_style_update()
        self._styles.clear()
        self._strips.clear()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Paint one line of what is visible."""
        width = self.scrollable_content_region.width
        number = y + round(self.scroll_offset.y)
        if number >= self.count():
            return Strip.blank(width, self.rich_style)
        painting = self.painting(number, self.room)
        strip = self._strips.get((painting, width))
        if strip is None:
            if len(self._strips) > MOST_KEPT:
                self._strips.clear()
            strip = self._strips[painting, width] = self._strip(_cleaned(painting), width)
        return strip

    def _strip(self, painting: Painting, width: int) -> Strip:
        margin = Piece(" " * MARGIN)
        pieces = (
            (margin, *fitted(painting, self.room), margin) if self.room else (Piece(" " * width),)
        )
        return Strip(
            [Segment(closed(each.text), self._style(each.role, painting.role)) for each in pieces],
            width,
        )

    @property
    def room(self) -> int:
        """How many cells a row has between the margins."""
        return max(self.scrollable_content_region.width - 2 * MARGIN, 0)

    def _style(self, role: str, row: str) -> Style:
        known = self._styles.get((role, row))
        if known is None:
            known = self._styles[role, row] = self._mixed(role, row)
        return known

    def _mixed(self, role: str, row: str) -> Style:
        ground = self.screen.get_component_rich_style(f"role--{row}") if row else self.rich_style
        if not role:
            return ground
        ink = self.screen.get_component_rich_style(f"role--{role}")
        return ink + Style(bgcolor=ground.bgcolor)

    def on_click(self, event: Click) -> None:
        """Say which row was clicked."""
        number = event.get_content_offset_capture(self).y + round(self.scroll_offset.y)
        if 0 <= number < self.count():
            self.post_message(self.Clicked(self, number))


def _cleaned(painting: Painting) -> Painting:
    """Return a row in which what people typed can neither steer the terminal nor move a column."""
    return Painting(_clean(painting.left), _clean(painting.right), painting.role)


def _clean(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    return tuple(
        piece
        if piece.text.isascii() and piece.text.isprintable()
        else replace(piece, text=steady(printable(piece.text)))
        for piece in pieces
    )
