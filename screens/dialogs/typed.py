"""The fields of Textual, made so that what they hold cannot steer the terminal."""

from rich.segment import Segment
from textual.strip import Strip
from textual.widgets import Input, TextArea

from planner.text.cells import printable


def _safe(strip: Strip) -> Strip:
    if all(each.text.isprintable() for each in strip):
        return strip
    shown = [Segment(printable(each.text), each.style, each.control) for each in strip]
    return Strip(shown).adjust_cell_length(strip.cell_length)


class SafeInput(Input):
    """A line that shows the picture of a control character."""

    def render_line(self, y: int) -> Strip:
        """Return a line."""
        return _safe(super().render_line(y))


class SafeTextArea(TextArea):
    """Several lines of the same."""

    def render_line(self, y: int) -> Strip:
        """Return a line."""
        return _safe(super().render_line(y))
