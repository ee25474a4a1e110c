"""Dialogs over the list of trips: they begin a trip, or are about one that is not shown."""

from __future__ import annotations

from collections.abc import Callable

from planner.edits.duplication import copied_head, duplicate_trip
from planner.exchange.arrival import ImportPreview
from planner.forms import Draft
from planner.forms.openings import proposed
from planner.itinerary import Itinerary
from planner.promises import Promise
from planner.records import Trip
from planner.store import TripSummary
from planner.workspace.across import TripConflict, TripReports
from screens.dialogs.followups import FollowUpsDialog
from screens.dialogs.forms.form import FormDialog
from screens.dialogs.importing import ImportDialog
from screens.dialogs.mending.all_conflicts import AllConflictsDialog
from screens.messages import EditAsked, TripChosen
from screens.questions.asking import answering
from screens.questions.records import RecordQuestions

COPY = "Copy of a trip"
COMES_ALONG = "The plan comes along, to the days you give it; outcomes, log and releases do not."


class TripQuestions(RecordQuestions):
    """Opens the dialogs of the list of trips."""

    @answering
    def copy_trip(self, trip: str) -> None:
        """Ask what a copy of a trip is called, and when it is."""
        itinerary = self._counter.itinerary(trip)
        draft = proposed(copied_head(itinerary), self._reference, COPY)

        def answered(filled: Draft | None) -> None:
            if filled is not None and isinstance(filled.record, Trip):
                self._copy(itinerary, filled.record)

        FormDialog(draft, COMES_ALONG).open(self._page.app, answered)

    @answering
    def _copy(self, itinerary: Itinerary, head: Trip) -> None:
        copy = duplicate_trip(itinerary, head)
        self.ask_for(EditAsked(copy.edit, opens=copy.id))

    @answering
    def export_trip(self, trip: str) -> None:
        """Ask what to write of a trip, and where."""
        self.export(self._counter.itinerary(trip))

    @answering
    def import_file(self) -> None:
        """Ask for a trip file, and for what it brings in."""

        def answered(found: ImportPreview | None) -> None:
            if found is not None:
                self.ask_for(EditAsked(found.edit, opens=found.trip.id))

        dialog = ImportDialog(self._counter.files, self._counter.arrival)
        dialog.open(self._page.app, answered)

    @answering
    def sample(self) -> None:
        """Ask for the sample trip."""
        found = self._counter.sample()
        self.ask_for(EditAsked(found.edit, opens=found.trip.id))

    def all_conflicts(
        self, trips: tuple[TripSummary, ...], known: TripReports, closed: Callable[[], None]
    ) -> None:
        """Show what does not fit in any trip, and ask which conflict to go to.

        What is `known` already is not checked again, and what is found out is known behind it.
        """

        def answered(chosen: TripConflict | None) -> None:
            closed()
            if chosen is not None:
                self._page.post_message(
                    TripChosen(chosen.trip, chosen.conflict.message, chosen.conflict)
                )

        dialog = AllConflictsDialog(trips, known, lambda: int(self._counter.now.timestamp()))
        dialog.open(self._page.app, answered)

    @answering
    def follow_ups(self) -> None:
        """Show what was promised on all trips, and ask whose trip to go to."""

        def answered(chosen: Promise | None) -> None:
            if chosen is not None:
                self._page.post_message(TripChosen(chosen.trip.id, chosen.follow_up.text))

        FollowUpsDialog(
            self._counter.promises(),
            lambda: self._counter.now,
            lambda edit: self.ask_for(EditAsked(edit)),
            lambda redo: self.undo(redo=redo),
        ).open(self._page.app, answered)

    @answering
    def renew(self, trips: tuple[TripSummary, ...], words: str) -> None:
        """Show what does not fit or was promised now, where that is being looked at."""
        for screen in self._page.app.screen_stack:
            if isinstance(screen, AllConflictsDialog):
                screen.take_in(trips)
            elif isinstance(screen, FollowUpsDialog):
                screen.take_in(self._counter.promises(), words)
