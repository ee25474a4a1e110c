"""The yardstick: the least that an app with a long list can be made of."""

from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

ROWS = 500


def row_text(number: int) -> str:
    """Return what a row says."""
    return f"Row {number} of the yardstick"


class Rows(ScrollView, can_focus=True):
    """A list with a cursor, each row painted when it is seen."""

    BINDINGS = [("down", "down", "Down"), ("up", "up", "Up")]  # noqa: RUF012 - Textual's own form

    cursor: reactive[int] = reactive(0)

    def on_mount(self) -> None:
        """Say how long the list is, and listen to keys."""
        self.virtual_size = Size(0, ROWS)
        self.focus()

    def action_down(self) -> None:
        """Go to the next row."""
        self.cursor = min(self.cursor + 1, ROWS - 1)

    def action_up(self) -> None:
        """Go to the row before."""
        self.cursor = max(self.cursor - 1, 0)

    def watch_cursor(self, cursor: int) -> None:
        """Keep the cursor in sight."""
        self.scroll_to_region(Region(0, cursor, 1, 1), animate=False, force=True, immediate=True)

    def render_line(self, y: int) -> Strip:
        """Paint one line of what is visible."""
        number = y + round(self.scroll_offset.y)
        mark = ">" if number == self.cursor else " "
        return Strip([Segment(f"{mark} {row_text(number)}", self.rich_style)]).adjust_cell_length(
            self.size.width, self.rich_style
        )


class Minimal(App[None]):
    """One list, and nothing else."""

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        yield Rows()


def main() -> None:
    """Run until it is ended."""
    Minimal().run()
