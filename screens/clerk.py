"""The one who carries what screens ask for to the store, and says what came of it."""

from datetime import date, datetime

from planner.around import may_alter, surroundings_of
from planner.clock import system_clock
from planner.conflicts import Surroundings
from planner.desk import Desk
from planner.itinerary import Itinerary
from planner.store import TripSummary
from planner.workspace import Workspace, caught_up, receipts
from screens.messages import EditAsked, EntriesApplied, UndoAsked

REMOVED = "The trip was removed."


class Clerk:
    """Writes for the screens of one window; every method can raise `SummitryError`."""

    def __init__(self, desk: Desk) -> None:
        """Write to the store of a desk."""
        self._store = desk.store
        self._clock = desk.clock
        self._office = desk.office

    def trips(self) -> tuple[TripSummary, ...]:
        """Return the trips there are."""
        return self._store.trips()

    def workspace(self, trip: str) -> Workspace:
        """Return a trip as it is shown when it is opened: its rules are run once it is painted."""
        itinerary = self._store.load(trip)
        return Workspace.unchecked(itinerary, self._surroundings(itinerary, self._clock()))

    def _surroundings(self, itinerary: Itinerary, now: datetime) -> Surroundings:
        return surroundings_of(self._store, itinerary, now, self._office)

    def last_change(self, trip: str) -> str:
        """Return what was saved last in a trip, by whom and when."""
        headline = self._store.last_change(trip)
        return receipts.last_change(headline, self._today) if headline else ""

    @property
    def _today(self) -> date:
        """The real day: what is saved is dated with the real time, whatever the clock shows."""
        return system_clock().astimezone().date()

    def write(self, asked: EditAsked | UndoAsked, trip: str | None) -> str:
        """Do what was asked for and return the words that say so.

        Undo takes back what this person did last in the trip; without one, in any.
        """
        if isinstance(asked, EditAsked):
            return receipts.saved(self._store.apply(asked.edit), self._today)
        act = self._store.redo if asked.redo else self._store.undo
        return receipts.taken_back(act(trip), self._today)

    def others_wrote(self) -> bool:
        """Tell whether another window wrote since this was last asked."""
        return self._store.has_changed()

    def news(
        self, workspace: Workspace, words: str = "", asked: EditAsked | UndoAsked | None = None
    ) -> EntriesApplied | str | None:
        """Return what brings a trip up to what the store holds; None where nothing does.

        Without words it says what others did. Where the trip is gone, the words alone remain.
        """
        itinerary = workspace.itinerary
        entries = tuple(self._store.since(itinerary.position))
        if not entries and not words:
            return None
        if receipts.removes(entries, itinerary.trip.id):
            return f"{words} · r brings it back" if words else REMOVED
        surroundings = None
        if not words or len(entries) > 1 or may_alter(entries, itinerary):
            surroundings = self._surroundings(caught_up(itinerary, entries), workspace.now)
        others = receipts.about(entries[:-1] if words else entries, itinerary)
        return EntriesApplied(entries, receipts.with_others(words, others), asked, surroundings)
