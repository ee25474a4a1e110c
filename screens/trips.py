"""The trips: what is under way, what comes, and what is behind us."""

from textual.app import ComposeResult
from textual.reactive import reactive
from textual.screen import Screen

from planner.clock import Clock
from planner.moments import Moment
from planner.store import TripSummary
from planner.text.spoken import date_range
from screens.commands import TRIPS, Command, bindings
from screens.messages import EditRefused, TripChosen, TripsChanged, UndoAsked
from screens.painting import Painting, Piece
from screens.widgets.bars import Heading, KeyLine, NoTrips, StatusLine
from screens.widgets.lines import Lines


class TripList(Lines):
    """Shows a trip a row, under headings."""

    def __init__(self, trips: tuple[TripSummary, ...], now: int) -> None:
        """Show trips as of an instant (UTC seconds)."""
        super().__init__(id="trips")
        self._now = now
        self._take(trips)

    def _take(self, trips: tuple[TripSummary, ...]) -> None:
        self._rows = _rows(trips, self._now)
        self._chosen = [number for number, row in enumerate(self._rows) if row[1]]
        self.cursor = 0

    def show(self, trips: tuple[TripSummary, ...]) -> None:
        """Show other trips, the cursor on the one it was on if that is still there."""
        before = self.selected.trip.id if self.selected else ""
        self._take(trips)
        for place, number in enumerate(self._chosen):
            trip = self._rows[number][1]
            if trip and trip.trip.id == before:
                self.cursor = place
        self.show_rows()

    def on_mount(self) -> None:
        """Say how long the list is."""
        self.show_rows()

    @property
    def selected(self) -> TripSummary | None:
        """The trip under the cursor; None where there is no trip at all."""
        return self._rows[self._chosen[self.cursor]][1] if self._chosen else None

    def move(self, by: int) -> None:
        """Move the cursor, as far as there are trips."""
        if self._chosen:
            self.cursor = min(max(self.cursor + by, 0), len(self._chosen) - 1)
            self.show_row(self._chosen[self.cursor])
            self.refresh()

    def select(self, number: int) -> None:
        """Put the cursor on a row, if it is a trip."""
        if number in self._chosen:
            self.cursor = self._chosen.index(number)
            self.refresh()

    def count(self) -> int:
        """Return how many rows there are."""
        return len(self._rows)

    def painting(self, number: int, width: int) -> Painting:
        """Return what a row looks like at a width."""
        heading, trip = self._rows[number]
        if trip is None:
            return Painting((Piece(heading, "heading"),))
        under = bool(self._chosen) and self._chosen[self.cursor] == number
        return _trip(trip, width, under_cursor=under)


def _rows(trips: tuple[TripSummary, ...], now: int) -> tuple[tuple[str, TripSummary | None], ...]:
    groups: dict[str, list[TripSummary]] = {"Now": [], "Coming": [], "Behind us": []}
    for trip in trips:
        groups[_group(trip, now)].append(trip)
    groups["Behind us"].reverse()
    rows: list[tuple[str, TripSummary | None]] = []
    for heading, some in groups.items():
        if some:
            rows += [("", None)] if rows else []
            rows += [(heading, None), *(("", trip) for trip in some)]
    return tuple(rows)


def _group(trip: TripSummary, now: int) -> str:
    if trip.start is None or trip.start > now:
        return "Coming"
    return "Now" if trip.end is not None and now < trip.end else "Behind us"


def _trip(summary: TripSummary, width: int, *, under_cursor: bool) -> Painting:
    trip = summary.trip
    cities = " → ".join(summary.cities)
    counts = f" · {summary.meetings} meetings" if width >= 100 else ""
    return Painting(
        (
            Piece(f"  {_dates(summary):<24}", "time"),
            Piece(trip.title, "strong"),
            Piece(f"  {summary.principal}", ""),
            Piece(f"  {cities}", "muted"),
        ),
        (Piece(f"{trip.status}{counts}", "muted"),),
        role="cursor" if under_cursor else "",
    )


def _dates(summary: TripSummary) -> str:
    if summary.start is None or summary.end is None:
        trip = summary.trip
        if trip.earliest and trip.latest:
            return date_range(trip.earliest, trip.latest)
        return "no dates yet"
    zone = summary.trip.home.zone
    return date_range(Moment.at(summary.start, zone).date, Moment.at(summary.end, zone).date)


class TripsScreen(Screen[None]):
    """The home: choose a trip."""

    BINDINGS = bindings(TRIPS)

    words: reactive[str] = reactive("", repaint=False)
    commands: reactive[tuple[Command, ...]] = reactive((), repaint=False)

    def __init__(self, trips: tuple[TripSummary, ...], clock: Clock, words: str = "") -> None:
        """Show trips; `words` say what happened last."""
        super().__init__()
        self._trips = trips
        self._clock = clock
        self.set_reactive(TripsScreen.words, words)
        self.set_reactive(TripsScreen.commands, tuple(each for each in TRIPS if each.in_line))

    def compose(self) -> ComposeResult:
        """Lay out the list, or the ways on where there is none."""
        yield Heading(len(self._trips), id="bar")
        yield TripList(self._trips, int(self._clock().timestamp()))
        yield NoTrips(id="no-trips")
        yield KeyLine(id="keys").data_bind(TripsScreen.commands)
        yield StatusLine(id="status").data_bind(TripsScreen.words)

    def on_mount(self) -> None:
        """Show the list, or the ways on."""
        self._show_either(bool(self._trips))

    def _show_either(self, there_are_trips: bool) -> None:
        self.query_one(TripList).display = there_are_trips
        self.query_one(NoTrips).display = not there_are_trips

    def on_trips_changed(self, message: TripsChanged) -> None:
        """Show what the store holds now."""
        self.query_one(TripList).show(message.trips)
        self.query_one(Heading).trips = len(message.trips)
        self._show_either(bool(message.trips))
        self.words = message.words or self.words

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self.query_one(TripList).move(by)

    def action_open(self) -> None:
        """Open the trip under the cursor."""
        chosen = self.query_one(TripList).selected
        if chosen:
            self.post_message(TripChosen(chosen.trip.id))

    def action_undo(self) -> None:
        """Ask for the last edit of any trip to be taken back."""
        self.post_message(UndoAsked())

    def action_redo(self) -> None:
        """Ask for what was taken back last to be done again."""
        self.post_message(UndoAsked(redo=True))

    def on_lines_clicked(self, message: Lines.Clicked) -> None:
        """Select a trip, and open it where it was selected already."""
        if isinstance(message.lines, TripList):
            before = message.lines.selected
            message.lines.select(message.number)
            if message.lines.selected is before:
                self.action_open()

    def on_edit_refused(self, message: EditRefused) -> None:
        """Say why a trip could not be opened."""
        self.words = str(message.error)
