"""What a dialog shows before it is done: rows that are read, and turned by the page."""

from screens.widgets.lines import Lines


class Preview(Lines):
    """Shows rows from the first on."""

    def start(self) -> None:
        """Take in other rows, and go to the first."""
        self.show_rows()
        self.scroll_to(y=0, animate=False, force=True, immediate=True)

    def move(self, by: int) -> None:
        """Scroll, as far as there are rows."""
        self.scroll_relative(y=by, animate=False)
