"""What a dialog shows before it is done: rows that are read, and turned by the page."""

from textual.binding import Binding, BindingType

from screens.widgets.lines import Lines

FAR = 100_000
MOVES: list[BindingType] = [
    Binding(key, f"move({by})", show=False)
    for key, by in (
        ("up", -1),
        ("down", 1),
        ("pageup", -10),
        ("pagedown", 10),
        ("home", -FAR),
        ("end", FAR),
    )
]
"""The keys of a dialog that has a preview; they work wherever the focus is that leaves them."""


class Preview(Lines):
    """Shows rows from the first on."""

    def start(self) -> None:
        """Take in other rows, and go to the first."""
        self.show_rows()
        self.scroll_to(y=0, animate=False, force=True, immediate=True)

    def move(self, by: int) -> None:
        """Scroll, as far as there are rows."""
        self.scroll_relative(y=by, animate=False)
