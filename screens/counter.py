"""What screens may look up without touching the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.around import surroundings_of
from planner.conflicts import Report, check
from planner.desk import Desk
from planner.errors import SettingsInvalid
from planner.files import Files
from planner.moments import Moment
from planner.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from planner.exchange.arrival import Arrival, ImportPreview
    from planner.forms import Reference
    from planner.itinerary import Itinerary
    from planner.journal import JournalEntry
    from planner.promises import Promise
    from planner.store import Directory


class Counter:
    """Looks things up at the desk; whatever changes something goes through a message."""

    def __init__(self, desk: Desk) -> None:
        """Look up at a desk."""
        self._desk = desk

    @property
    def now(self) -> datetime:
        """The present."""
        return self._desk.clock()

    @property
    def author(self) -> str:
        """Who works at this window, as the journal names them."""
        return self._desk.store.author

    @property
    def files(self) -> Files:
        """The files of this machine."""
        return self._desk.files

    def reference(self, workspace: Workspace | None) -> Reference:
        """Return what a form looks things up in, over a trip or outside of any."""
        from planner.forms import (  # noqa: PLC0415 - a trip is shown without any form
            reference_in,
            reference_outside,
        )

        directory, gazetteer = self._desk.store.directory(), self._desk.open_gazetteer()
        if workspace is not None:
            return reference_in(workspace, directory, gazetteer)
        return reference_outside(directory, gazetteer, self.now.astimezone())

    def itinerary(self, trip: str) -> Itinerary:
        """Return a trip by its id; raises `TripGone`."""
        return self._desk.store.load(trip)

    def history(self, trip: str | None, limit: int) -> Sequence[JournalEntry]:
        """Return the latest entries of the journal (of a trip), newest first."""
        return self._desk.store.history(trip, limit)

    def directory(self) -> Directory:
        """Return what all trips share."""
        return self._desk.store.directory()

    def promises(self) -> tuple[Promise, ...]:
        """Return what was promised on any trip."""
        return self._desk.store.promises()

    def report(self, trip: str) -> Report:
        """Return what does not fit in a trip now; raises `TripGone`."""
        store = self._desk.store
        itinerary = store.load(trip)
        return check(itinerary, surroundings_of(store, itinerary, self.now, self._desk.office))

    def unknown_rules(self) -> str:
        """Return a sentence about rules that the settings name and nobody knows; empty for none.

        It loads the rules, so it is not asked before a trip is there to be seen.
        """
        office = self._desk.office
        if not office.severities:
            return ""
        from planner.office_settings import require_known_rules  # noqa: PLC0415 - most set none

        try:
            require_known_rules(office)
        except SettingsInvalid as error:
            return f"Settings: {error}"
        return ""

    def printed(self, itinerary: Itinerary) -> Moment:
        """Return the present at the home of a trip, as papers print it."""
        from planner.papers import printed_at  # noqa: PLC0415 - only an export prints

        return printed_at(itinerary, self.now)

    def arrival(self) -> Arrival:
        """Return what reads a trip file, as of what is kept now."""
        from planner.exchange.arrival import Arrival  # noqa: PLC0415 - only an import reads files

        store = self._desk.store
        return Arrival(store.directory(), self._desk.open_gazetteer(), store.load)

    def sample(self) -> ImportPreview:
        """Return what the sample trip would bring in."""
        from planner.sample import sample_text  # noqa: PLC0415 - only who asks for it reads it

        arrival = self.arrival()
        return arrival.preview(arrival.read(sample_text()))
