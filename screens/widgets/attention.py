"""What needs attention in the trip under the cursor of the list."""

from planner.conflicts import Report, folded
from planner.text.cells import printable
from screens.rows.findings import ALL_WELL, finding_row, findings_heading
from screens.rows.painting import Painting, Piece
from screens.widgets.lines import Lines


class Attention(Lines, can_focus=False):
    """Shows what does not fit in one trip, worst first."""

    def __init__(self) -> None:
        super().__init__(id="attention")
        self._title = ""
        self._report: Report | None = None

    def show(self, title: str, report: Report | None) -> None:
        """Show what was found in a trip; None while it is not known yet."""
        if (title, report) == (self._title, self._report):
            return
        self._title, self._report = title, report
        self._groups = folded(report.open) if report else ()
        self.show_rows()
        self.scroll_to(y=0, animate=False, force=True, immediate=True)

    def count(self) -> int:
        """Return how many rows there are."""
        if self._report is None:
            return 1 if self._title else 0
        return 1 + max(len(self._groups), 1)

    def painting(self, number: int, width: int) -> Painting:
        """Return a row."""
        words = f"Needs attention in {printable(self._title)}"
        if self._report is None:
            return Painting((Piece(words, "heading"), Piece("  looking…", "muted")))
        if number == 0:
            return findings_heading(words, self._report)
        return finding_row(self._groups[number - 1], width) if self._groups else ALL_WELL
