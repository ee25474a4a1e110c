"""What needs attention in the trip under the cursor of the list."""

from textual.events import Resize

from planner.conflicts import Report, folded
from planner.text.cells import printable, wrapped
from screens.rows.findings import ALL_WELL, finding_rows, findings_heading
from screens.rows.painting import Painting, Piece
from screens.widgets.lines import Lines


class Attention(Lines, can_focus=False):
    """Shows what does not fit in one trip, worst first."""

    def __init__(self) -> None:
        super().__init__(id="attention")
        self._title = ""
        self._report: Report | None = None
        self._failure = ""
        self._rows: list[Painting] = []

    def show(self, title: str, report: Report | None) -> None:
        """Show what was found in a trip; None while it is not known yet."""
        if title == self._title and report is self._report and not self._failure:
            return
        self._title, self._report, self._failure = title, report, ""
        self._lay_out()
        self.scroll_to(y=0, animate=False, force=True, immediate=True)

    def show_failure(self, title: str, why: str) -> None:
        """Say why a trip could not be looked into."""
        self._title, self._report, self._failure = title, None, why
        self._lay_out()

    def on_resize(self, _: Resize) -> None:
        """Break the text anew for another width."""
        self._lay_out()

    def _lay_out(self) -> None:
        words = f"Needs attention in {printable(self._title)}"
        if self._failure:
            told = wrapped(printable(self._failure), self.room)
            self._rows = [
                Painting((Piece(words, "heading"), Piece("  it cannot be read", "warning"))),
                *(Painting((Piece(line),)) for line in told),
            ]
        elif self._report is None:
            self._rows = [Painting((Piece(words, "heading"), Piece("  looking…", "muted")))]
        else:
            groups = folded(self._report.open)
            found = [row for group in groups for row in finding_rows(group, self.room)]
            self._rows = [findings_heading(words, self._report), *(found or [ALL_WELL])]
        self.show_rows()

    def count(self) -> int:
        """Return how many rows there are."""
        return len(self._rows)

    def painting(self, number: int, width: int) -> Painting:  # noqa: ARG002 - laid out for it
        """Return a row."""
        return self._rows[number]
