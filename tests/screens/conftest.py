"""A store with the journey of the tests in it."""

from collections.abc import Iterator

import pytest

from db.store import SqliteStore
from planner.edits import Edit, create
from tests.planner.journeys import JOURNEY


@pytest.fixture
def store() -> Iterator[SqliteStore]:
    """A store in memory that holds the trip to Paris and London."""
    made = SqliteStore.in_memory("planner")
    made.apply(Edit("Imported", create(*JOURNEY)))
    yield made
    made.close()
