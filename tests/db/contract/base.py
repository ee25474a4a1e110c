"""What every part of the contract works with."""

from collections.abc import Callable, Iterator

import pytest

from planner.itinerary import Itinerary
from planner.journal import JournalEntry
from planner.store import Store
from tests.db.samples import ANNA, BEN, OUR_TRIP, plan

OpenStore = Callable[[str], Store]
"""Opens the same trips for an author, as another window would."""


class Contract:
    """The stores that a part of the contract is tried on."""

    @pytest.fixture
    def open_store(self) -> Iterator[OpenStore]:
        """Yield what opens a store on data that is empty at first, and close all in the end."""
        raise NotImplementedError

    @pytest.fixture
    def store(self, open_store: OpenStore) -> Store:
        """Return Anna's store."""
        return open_store(ANNA)

    @pytest.fixture
    def colleague(self, open_store: OpenStore) -> Store:
        """Return Ben's store of the same trips."""
        return open_store(BEN)

    @pytest.fixture
    def planned(self, store: Store) -> JournalEntry:
        """Plan our trip, as Anna."""
        return store.apply(plan(*OUR_TRIP))


Everything = tuple[tuple[Itinerary, ...], tuple[JournalEntry, ...], object, object]


def everything(store: Store) -> Everything:
    """Return all that a store can say, to tell whether anything changed."""
    trips = store.trips()
    itineraries = tuple(store.load(each.trip.id) for each in trips)
    return itineraries, tuple(store.since(0)), trips, store.directory()
