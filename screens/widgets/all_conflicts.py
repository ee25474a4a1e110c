"""The conflicts of all trips, grouped under each, one of them under the cursor."""

from collections.abc import Iterator, Sequence

from textual.events import Resize

from planner.conflicts import Finding, Severity
from planner.workspace.across import Looked, TripConflict, counted_by_severity
from screens.rows.all_conflicts import failure_rows, summary_row, trip_heading
from screens.rows.findings import finding_rows
from screens.rows.painting import Painting, Piece
from screens.widgets.items import NONE, ItemLines

Groups = tuple[tuple[Finding, ...], ...]
Place = tuple[str, str, tuple[str, ...]]
"""What tells a conflict from others when all were found anew: its trip, its rule, its subjects."""


class AllConflictLines(ItemLines):
    """Shows what does not fit, worst trips first; the cursor goes from conflict to conflict."""

    def __init__(self) -> None:
        super().__init__(id="all-conflicts")
        self._heading = Painting()
        self._nothing = Painting()
        self._blocks: list[tuple[Looked, Groups]] = []
        self._conflicts: list[TripConflict] = []
        self._wanted: Place | None = None
        """Where somebody put the cursor: trips that come in before it do not move it."""

    def show(self, looked: Sequence[Looked], least: Severity, nothing: str) -> None:
        """Show what was found and is at least so bad; `nothing` is said where that is nothing."""
        role = "muted" if nothing.endswith("…") else "good"
        self._heading = summary_row(least, counted_by_severity(looked))
        self._nothing = Painting((Piece(f"  {nothing}", role),))
        blocks = ((each, each.groups(least)) for each in looked)
        self._blocks = [(each, groups) for each, groups in blocks if groups or each.failure]
        self._conflicts = [
            TripConflict(each.summary.trip.id, group[0].conflict)
            for each, groups in self._blocks
            for group in groups
        ]
        before, self._cursor = self._cursor, self._place_wanted()
        self._lay_out()
        if self._cursor != before:
            self.show_cursor()

    def on_resize(self, _: Resize) -> None:
        """Break the text anew for another width."""
        self._lay_out()

    def _lay_out(self) -> None:
        # Before there is any room to break texts for, that would be done twice.
        if self.room:
            rows = list(self._block_rows())
            self.show_laid_out([(self._heading, NONE), *(rows or [(self._nothing, NONE)])])

    def _block_rows(self) -> Iterator[tuple[Painting, int]]:
        """Yield the rows of each trip: its heading, why it cannot be read, and what is wrong."""
        number = 0
        for looked, groups in self._blocks:
            yield trip_heading(looked, self.room), number if groups else NONE
            for row in failure_rows(looked.failure, self.room):
                yield row, NONE
            for group in groups:
                for row in finding_rows(group, self.room):
                    yield row, number
                number += 1

    def _place_wanted(self) -> int:
        """Return where the conflict is that the cursor was put on; the first before it was."""
        if self._wanted is None:
            return 0
        places = (_place(each) for each in self._conflicts)
        near = min(self._cursor, max(len(self._conflicts) - 1, 0))
        return next((n for n, place in enumerate(places) if place == self._wanted), near)

    @property
    def selected(self) -> TripConflict | None:
        """The conflict under the cursor; None where there is none."""
        return self._conflicts[self._cursor] if self._conflicts else None

    @property
    def items(self) -> int:
        """How many conflicts show."""
        return len(self._conflicts)

    def put_on(self, item: int) -> None:
        """Put the cursor on a conflict, and keep it there when others come in."""
        self._wanted = _place(self._conflicts[item])
        super().put_on(item)


def _place(each: TripConflict) -> Place:
    return (each.trip, each.conflict.rule, each.conflict.subjects)
