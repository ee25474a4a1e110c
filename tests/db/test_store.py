"""What the SQLite store does beside the contract: windows on one file, and their clocks."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from db.engine import IN_MEMORY
from db.store import SqliteStore
from planner.clock import fixed_clock
from planner.edits import Change, Edit
from planner.errors import EditStale
from planner.store import Store
from tests.db.contract.base import everything
from tests.db.samples import ANNA, BEN, CLOCK, MEETING, OUR_TRIP, plan

RENAMED = replace(MEETING, title="Lunch")
RENAME = Edit("Renamed", (Change(MEETING, RENAMED),))


@pytest.fixture
def path(blank: Path, tmp_path: Path) -> str:
    return str(shutil.copy(blank, tmp_path / "trips.db"))


@pytest.fixture
def here(path: str) -> Iterator[SqliteStore]:
    with closing(SqliteStore.open(path, ANNA, CLOCK)) as store:
        store.apply(plan(*OUR_TRIP))
        yield store


@pytest.fixture
def there(path: str, here: SqliteStore) -> Iterator[SqliteStore]:
    assert here.path == path
    with closing(SqliteStore.open(path, BEN, CLOCK)) as store:
        yield store


def test_a_window_sees_once_that_another_wrote(here: SqliteStore, there: SqliteStore) -> None:
    assert (here.has_changed(), there.has_changed()) == (False, False)
    here.apply(RENAME)
    assert [there.has_changed(), there.has_changed()] == [True, False]
    assert not here.has_changed()
    here.undo()
    assert there.has_changed()


def test_neither_reading_nor_writing_hides_what_another_wrote(
    here: SqliteStore, there: SqliteStore
) -> None:
    here.apply(RENAME)
    there.load("trip")
    there.apply(plan(replace(MEETING, id="m2")))
    assert there.has_changed()
    assert here.has_changed()


def test_what_is_refused_or_only_read_changes_nothing_for_others(
    here: SqliteStore, there: SqliteStore
) -> None:
    here.apply(RENAME)
    there.has_changed()
    with pytest.raises(EditStale):
        here.apply(Edit("Again", (Change(MEETING, replace(MEETING, title="Dinner")),)))
    here.trips()
    here.load("trip")
    here.since(0)
    here.around(here.load("trip"))
    assert not there.has_changed()


def test_a_window_follows_another_by_what_was_applied_since(
    here: SqliteStore, there: SqliteStore
) -> None:
    seen = there.load("trip")
    here.apply(RENAME)
    here.undo()
    here.redo()
    for entry in there.since(seen.position):
        seen = seen.after(entry.edit, entry.position)
    assert seen == there.load("trip") == here.load("trip")
    assert seen.meetings == (RENAMED,)


def test_everything_is_there_when_the_file_is_opened_again(path: str, here: SqliteStore) -> None:
    here.apply(RENAME)
    was = everything(here)
    here.close()
    with closing(SqliteStore.open(path, BEN, CLOCK)) as store:
        assert everything(store) == was
    assert [each.name for each in Path(path).parent.iterdir()] == ["trips.db"]


def test_the_journal_has_real_time_in_utc_to_the_microsecond() -> None:
    now = datetime(2025, 3, 17, 23, 30, 0, 123_456, timezone(timedelta(hours=-4)))
    with closing(SqliteStore.in_memory(ANNA, fixed_clock(now))) as store:
        store.apply(plan(*OUR_TRIP))
        (entry,) = store.history()
    assert entry.at == now
    assert entry.at.tzinfo is UTC


def test_a_store_in_memory_is_gone_when_it_is_closed() -> None:
    with closing(SqliteStore.in_memory(ANNA)) as first:
        first.apply(plan(*OUR_TRIP))
        assert first.path == IN_MEMORY
    with closing(SqliteStore.in_memory(ANNA)) as second:
        assert second.trips() == ()
        store: Store = second
        assert not store.has_changed()
