"""The conflicts of all trips, grouped under each, one of them under the cursor."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from textual.events import Resize

from planner.conflicts import Finding, Severity
from planner.workspace.across import Looked, TripConflict, counted_by_severity
from screens.rows.all_conflicts import failure_rows, summary_row, trip_heading
from screens.rows.findings import finding_rows
from screens.rows.painting import Painting, Piece
from screens.widgets.lines import Lines

Groups = tuple[tuple[Finding, ...], ...]
Place = tuple[str, str, tuple[str, ...]]
"""What tells a conflict from others when all were found anew: its trip, its rule, its subjects."""


class AllConflictLines(Lines):
    """Shows what does not fit, worst trips first; the cursor goes from conflict to conflict."""

    def __init__(self) -> None:
        super().__init__(id="all-conflicts")
        self._heading = Painting()
        self._nothing = Painting()
        self._blocks: list[tuple[Looked, Groups]] = []
        self._rows: list[tuple[Painting, int]] = []
        """Each row, and the number of the conflict that a click on it means; -1 for none."""
        self._conflicts: list[TripConflict] = []
        self._cursor = 0
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
            self._rows = [(self._heading, -1), *(rows or [(self._nothing, -1)])]
            self.show_rows()

    def _block_rows(self) -> Iterator[tuple[Painting, int]]:
        """Yield the rows of each trip: its heading, why it cannot be read, and what is wrong."""
        number = 0
        for looked, groups in self._blocks:
            yield trip_heading(looked, self.room), number if groups else -1
            for row in failure_rows(looked.failure, self.room):
                yield row, -1
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

    def move(self, by: int) -> None:
        """Move the cursor, as far as there are conflicts."""
        if self._conflicts:
            self._put_on(min(max(self._cursor + by, 0), len(self._conflicts) - 1))
        else:
            self.scroll_relative(y=by, animate=False)

    def select(self, number: int) -> bool:
        """Put the cursor on the conflict of a row; False where the row is about none."""
        conflict = self._rows[number][1]
        if conflict >= 0:
            self._put_on(conflict)
        return conflict >= 0

    def _put_on(self, conflict: int) -> None:
        self._cursor = conflict
        self._wanted = _place(self._conflicts[conflict])
        self.show_cursor()
        self.refresh()

    def show_cursor(self) -> None:
        """Bring the whole conflict in sight; with the first, what stands over it."""
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
        row, conflict = self._rows[number]
        is_chosen = conflict == self._cursor and not row.role
        return replace(row, role="cursor") if is_chosen else row


def _place(each: TripConflict) -> Place:
    return (each.trip, each.conflict.rule, each.conflict.subjects)
