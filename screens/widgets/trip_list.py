"""The list of trips, by where they stand in time."""

from collections.abc import Iterator, Mapping

from textual.message import Message
from textual.reactive import reactive

from planner.conflicts import Report
from planner.store import TripSummary
from planner.workspace.overview import by_phase
from screens.rows.painting import Painting, Piece
from screens.rows.trips import ROWS_A_TRIP, trip_row
from screens.widgets.lines import Lines

Row = tuple[str, TripSummary | None, int]
"""A heading, or a trip and which of its rows it is."""


class TripList(Lines):
    """Shows each trip in two rows, under headings; what needs attention comes in as it is known."""

    class Scrolled(Message):
        """Other trips came in sight."""

    reports: reactive[Mapping[str, Report]] = reactive({}, repaint=False)

    def __init__(self, trips: tuple[TripSummary, ...], now: int) -> None:
        """Show trips as of an instant (UTC seconds)."""
        super().__init__(id="trips")
        self._now = now
        self._take(trips)

    def _take(self, trips: tuple[TripSummary, ...]) -> None:
        self._rows = tuple(_rows(trips, self._now))
        self._starts = [number for number, row in enumerate(self._rows) if row[1] and not row[2]]
        self.cursor = 0

    def show(self, trips: tuple[TripSummary, ...], now: int, at: str = "") -> None:
        """Show other trips, or those of another time; the cursor goes to one, or stays."""
        wanted = at or (self.selected.trip.id if self.selected else "")
        self._now = now
        self._take(trips)
        for place, number in enumerate(self._starts):
            trip = self._rows[number][1]
            if trip and trip.trip.id == wanted:
                self.cursor = place
        self.show_rows()
        self._show_cursor()

    def on_mount(self) -> None:
        """Say how long the list is."""
        self.show_rows()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Report what came in sight."""
        super().watch_scroll_y(old_value, new_value)
        self.post_message(self.Scrolled())

    def watch_reports(self) -> None:
        """Repaint with what is known now."""
        self.refresh()

    @property
    def selected(self) -> TripSummary | None:
        """The trip under the cursor; None where there is no trip at all."""
        return self._rows[self._starts[self.cursor]][1] if self._starts else None

    @property
    def in_sight(self) -> tuple[TripSummary, ...]:
        """The trips of which something is in sight, the one under the cursor first."""
        top = round(self.scroll_offset.y)
        rows = self._rows[top : top + self.size.height]
        seen = [row[1] for row in ((None, self.selected, 0), *rows) if row[1]]
        return tuple({each.trip.id: each for each in seen}.values())

    def move(self, by: int) -> None:
        """Move the cursor, as far as there are trips."""
        if self._starts:
            self.cursor = min(max(self.cursor + by, 0), len(self._starts) - 1)
            self._show_cursor()
            self.refresh()

    def _show_cursor(self) -> None:
        if self._starts:
            self.show_row(self._starts[self.cursor] + ROWS_A_TRIP - 1)
            self.show_row(self._starts[self.cursor])

    def select(self, number: int) -> bool:
        """Put the cursor on the trip of a row; False where the row is a heading."""
        trip, line = self._rows[number][1:]
        if trip is None:
            return False
        self.cursor = self._starts.index(number - line)
        self.refresh()
        return True

    def count(self) -> int:
        """Return how many rows there are."""
        return len(self._rows)

    def painting(self, number: int, width: int) -> Painting:
        """Return what a row looks like at a width."""
        heading, trip, line = self._rows[number]
        if trip is None:
            return Painting((Piece(heading, "heading"),))
        row = trip_row(trip, line, width, self.reports.get(trip.trip.id), self._now)
        under = bool(self._starts) and self._starts[self.cursor] == number - line
        return Painting(row.left, row.right, role="cursor" if under else "")


def _rows(trips: tuple[TripSummary, ...], now: int) -> Iterator[Row]:
    for number, (phase, some) in enumerate(by_phase(trips, now).items()):
        if number:
            yield "", None, 0
        yield phase.value, None, 0
        for trip in some:
            yield from (("", trip, line) for line in range(ROWS_A_TRIP))
