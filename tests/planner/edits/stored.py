"""Trips drawn at random in a store of their own, to try Edits on."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path

from db.store import SqliteStore
from planner.itinerary import Itinerary
from planner.records import Record
from tests.db.databases import copied
from tests.db.samples import ANNA, CLOCK, in_order, plan


@contextmanager
def stored(blank: Path, records: tuple[Record, ...]) -> Iterator[tuple[SqliteStore, Itinerary]]:
    """Yield a store with the records of one trip, and that trip."""
    with closing(copied(blank)) as engine:
        store = SqliteStore(engine, ANNA, CLOCK)
        store.apply(plan(*in_order(records)))
        yield store, store.load(Itinerary.of(records).trip.id)


def numbered() -> Callable[[], str]:
    """Return what makes the ids `new 1`, `new 2` and so on."""
    numbers = count(1)
    return lambda: f"new {next(numbers)}"
