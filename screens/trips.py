"""The trips: what is under way, what comes, and what is behind us."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult

from planner.store import TripSummary
from planner.workspace.across import TripReports
from screens.commands import TRIPS, bindings
from screens.commands.line import Arguments
from screens.commands.trips import BEGINNINGS
from screens.counter import Counter
from screens.messages import TripChosen, TripsChanged
from screens.page import Page
from screens.widgets.attention import Attention
from screens.widgets.bars import Greeting, Heading, KeyLine, StatusLine
from screens.widgets.lines import Lines
from screens.widgets.trip_list import TripList

if TYPE_CHECKING:
    from screens.questions.trips import TripQuestions

BETWEEN_CHECKS = 0.02
"""Seconds between checking one trip and the next, so that keys are answered meanwhile."""
NO_TRIP = "There is no trip yet: begin one first."
OF_SOME = frozenset({"do", "move", "all_conflicts", "follow_ups"})
"""What needs a trip to be there."""


class TripsScreen(Page):
    """The home: choose a trip, or begin one."""

    BINDINGS = bindings(TRIPS)

    def __init__(self, trips: tuple[TripSummary, ...], counter: Counter, words: str = "") -> None:
        """Show trips; `words` say what happened last."""
        super().__init__(counter, TRIPS, words)
        self._trips = trips
        self._known = TripReports(counter.report)

    def compose(self) -> ComposeResult:
        """Lay out the list, or the ways on where there is none."""
        yield Heading(len(self._trips), id="bar")
        yield TripList(self._trips, self._instant)
        yield Attention()
        yield Greeting(BEGINNINGS, id="greeting")
        yield KeyLine(id="keys").data_bind(TripsScreen.commands)
        yield StatusLine(id="status").data_bind(TripsScreen.words)

    def on_mount(self) -> None:
        """Show the list, or the ways on; look for what needs attention once that is painted."""
        self._show_either()
        self._checking = self.set_interval(BETWEEN_CHECKS, self._check_next)
        self.timers = [self._checking, self.set_interval(60, lambda: self._show(self._trips))]

    @property
    def questions(self) -> TripQuestions:
        """The dialogs of the list."""
        from screens.questions.trips import TripQuestions  # noqa: PLC0415 - no page waits for them

        return TripQuestions(self, self.counter, lambda: None)

    @property
    def _instant(self) -> int:
        return int(self.counter.now.timestamp())

    @property
    def _list(self) -> TripList:
        return self.query_one(TripList)

    @property
    def selected(self) -> str:
        """The id of the trip under the cursor; empty where there is none."""
        chosen = self._list.selected
        return chosen.trip.id if chosen else ""

    def can_do(self, action: str, arguments: Arguments) -> bool:
        """Tell whether something can be done now: much needs a trip to be done to."""
        if arguments == ("sample",):
            return not self._trips
        return bool(self._trips) or action not in OF_SOME

    def _show_either(self) -> None:
        there_are_trips = bool(self._trips)
        self._list.display = there_are_trips
        self.query_one(Attention).display = there_are_trips
        self.query_one(Greeting).display = not there_are_trips
        self.show_commands()

    def _show(self, trips: tuple[TripSummary, ...], at: str = "") -> None:
        self._trips = trips
        self._known.forget()
        self._list.show(trips, self._instant, at)
        self.query_one(Heading).trips = len(trips)
        self._show_either()
        self._look()

    @on(TripList.Scrolled)
    def _look(self) -> None:
        """Show what needs attention as far as it is known, and find out the rest."""
        selected = self._list.selected
        attention, trip = self.query_one(Attention), selected.trip if selected else None
        reports, failures = self._known.reports, self._known.failures
        if reports:
            # Where all are looked into anew, what was known of them stays in sight meanwhile.
            self._list.reports = dict(reports)
        if trip and trip.id in failures:
            attention.show_failure(trip.title, failures[trip.id])
        else:
            attention.show(trip.title if trip else "", reports.get(trip.id) if trip else None)
        self._checking.resume()

    def _check_next(self) -> None:
        """Check one trip that is in sight; rest where all are known."""
        seen = (each.trip.id for each in self._list.in_sight)
        unknown = next((each for each in seen if not self._known.is_known(each)), None)
        if unknown is None:
            self._checking.pause()
            return
        self._known.look_into(unknown)
        self._look()

    def on_trips_changed(self, message: TripsChanged) -> None:
        """Show what the store holds now."""
        self._show(message.trips)
        self.words = message.words or self.words
        self.show_lists()
        if not self.is_active:
            self.questions.renew(message.trips, self.words)

    @property
    def about(self) -> str:
        """What the list is."""
        return (
            "The trips: under way, coming and behind us, with what does not fit in each; under the "
            "list, what needs attention in the one under the cursor."
        )

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self._list.move(by)
        self._look()

    def action_all_conflicts(self) -> None:
        """Show what does not fit in any trip."""
        if self._trips:
            self.questions.all_conflicts(self._trips, self._known, self._look)
        else:
            self.words = NO_TRIP

    def action_follow_ups(self) -> None:
        """Show what was promised on all trips."""
        if self._trips:
            self.questions.follow_ups()
        else:
            self.words = NO_TRIP

    def action_begin(self, way: str) -> None:
        """Begin a trip: from nothing, from the sample, or from a file."""
        questions = self.questions
        ways = {
            "new": lambda: questions.new("trip"),
            "sample": questions.sample,
            "import": questions.import_file,
        }
        ways[way]()

    def action_do(self, what: str) -> None:
        """Do something to the trip under the cursor: open, change, copy, remove or write it."""
        questions = self.questions
        deeds: dict[str, Callable[[str], object]] = {
            "open": lambda trip: self.post_message(TripChosen(trip)),
            "edit": questions.change,
            "duplicate": questions.copy_trip,
            "remove": questions.remove,
            "export": questions.export_trip,
        }
        if self.selected:
            deeds[what](self.selected)
        else:
            self.words = NO_TRIP

    def on_lines_clicked(self, message: Lines.Clicked) -> None:
        """Select a trip, and open it where it was selected already."""
        if isinstance(message.lines, TripList):
            before = self.selected
            is_trip = message.lines.select(message.number)
            self._look()
            if is_trip and self.selected == before:
                self.action_do("open")
