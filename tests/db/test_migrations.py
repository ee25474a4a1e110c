"""From an empty file, or an old one, to the present schema; and no further back."""

import shutil
import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import tzdata

from db import schema
from db.engine import APPLICATION_ID, Connection, connect
from db.sqlite import sqlite3
from db.store import SqliteStore
from planner.errors import DatabaseDamaged, DatabaseFull, DatabaseNewer, DatabaseUnwritable
from planner.records import Record
from tests.db.databases import rows
from tests.db.later_schema import LATER_STATEMENTS, LATER_STEP, add_later_step
from tests.db.samples import ANNA, CLOCK, HOST_AND_ALL, INVITED, MEETING, OUR_TRIP, plan

RECORDS = {record.id: record for record in (*OUR_TRIP, *HOST_AND_ALL, INVITED)}


@pytest.fixture
def old(blank: Path, tmp_path: Path) -> Path:
    """Return a database of the present schema, which a later Summitry finds old."""
    path = Path(shutil.copy(blank, tmp_path / "trips.db"))
    path.chmod(0o600)
    with closing(opened(path)) as store:
        store.apply(plan(*RECORDS.values()))
    return path


def opened(path: Path) -> SqliteStore:
    return SqliteStore.open(str(path), ANNA, CLOCK)


def connection_of(store: SqliteStore) -> Connection:
    return store._engine.connection  # noqa: SLF001 - nobody else tells what is in the tables


def stored(path: Path) -> dict[str, Record]:
    """Return what is in a file, read as it is."""
    with closing(connect(str(path))) as connection:
        return rows(connection)


def folder_of(path: Path) -> Iterator[str]:
    return (each.name for each in sorted(path.parent.iterdir()))


def test_a_new_file_is_of_the_present_schema_and_its_owner_s_alone(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "trips.db"
    with closing(opened(path)) as store:
        store.apply(plan(*OUR_TRIP))
        for each in (path, *path.parent.glob("trips.db-*")):
            assert stat.S_IMODE(each.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert list(folder_of(path)) == ["trips.db"]
    with closing(connect(str(path))) as connection:
        assert connection.execute("pragma application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("pragma journal_mode").fetchone() == ("wal",)
        names = connection.execute("select name from _sqlite_migrations order by rowid")
        assert tuple(name for (name,) in names) == schema.STEPS


def test_an_empty_file_is_taken_as_a_new_one(tmp_path: Path) -> None:
    path = tmp_path / "trips.db"
    path.touch()
    with closing(opened(path)) as store:
        assert store.trips() == ()


def test_a_file_of_the_present_schema_is_opened_without_a_migration(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "_migrate", pytest.fail)
    with closing(opened(old)) as store:
        assert rows(connection_of(store)) == RECORDS
    assert list(folder_of(old)) == ["trips.db"]


def test_an_old_file_is_upgraded_and_a_copy_kept(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_later_step(monkeypatch.setattr)
    with closing(opened(old)) as store:
        connection = connection_of(store)
        assert connection.execute("select later from trip").fetchall() == [("set by the step",)]
        assert rows(connection) == RECORDS
        assert len(store.history()) == 1
        store.undo()
    copy = Path(f"{old}.before-{LATER_STEP}")
    assert list(folder_of(old)) == ["trips.db", copy.name]
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stored(copy) == RECORDS
    monkeypatch.undo()
    with closing(opened(copy)) as store:
        assert store.load("trip").meetings == (MEETING,)
        assert len(store.history()) == 1


def test_the_copy_holds_what_was_only_in_the_log_yet(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_later_step(monkeypatch.setattr)
    with closing(connect(str(old))) as other:
        other.execute("update meeting set title = 'In the log'")
        with closing(opened(old)):
            copy = stored(Path(f"{old}.before-{LATER_STEP}"))
    assert getattr(copy["meeting"], "title", None) == "In the log"


def test_a_copy_that_was_kept_before_is_replaced_and_is_private_again(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = Path(f"{old}.before-{LATER_STEP}")
    copy.write_text("of a migration that was interrupted")
    copy.chmod(0o644)
    add_later_step(monkeypatch.setattr)
    opened(old).close()
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stored(copy) == RECORDS


def test_without_a_copy_there_is_no_migration(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path(f"{old}.before-{LATER_STEP}").mkdir()
    add_later_step(monkeypatch.setattr)
    with pytest.raises(DatabaseUnwritable, match=f"before-{LATER_STEP}: a copy"):
        opened(old)
    monkeypatch.undo()
    with closing(opened(old)) as store:
        assert rows(connection_of(store)) == RECORDS


@pytest.mark.parametrize(
    ("last", "error"),
    [
        ("select * from nowhere", DatabaseDamaged),
        ("insert into person select * from person", sqlite3.IntegrityError),
        ("this is not sql", sqlite3.OperationalError),
    ],
)
def test_a_migration_that_fails_in_the_middle_leaves_the_file_as_it_was(
    old: Path, monkeypatch: pytest.MonkeyPatch, last: str, error: type[Exception]
) -> None:
    was = old.read_bytes()
    add_later_step(monkeypatch.setattr, (*LATER_STATEMENTS, last))
    with pytest.raises(error):
        opened(old)
    monkeypatch.undo()
    assert old.read_bytes() == was
    with closing(opened(old)) as store:
        assert rows(connection_of(store)) == RECORDS


def test_a_first_migration_that_fails_leaves_an_empty_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "trips.db"
    add_later_step(monkeypatch.setattr, ("select * from nowhere",))
    with pytest.raises(DatabaseDamaged):
        opened(path)
    monkeypatch.undo()
    with closing(opened(path)) as store:
        assert store.trips() == ()


def test_a_migration_without_room_leaves_the_file_as_it_was(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    was = old.read_bytes()
    full = ("pragma max_page_count = 1", 'create table "later" ("id" text primary key)')
    add_later_step(monkeypatch.setattr, full)
    with pytest.raises(DatabaseFull, match=r"trips\.db: the disk is full\. Nothing was saved"):
        opened(old)
    monkeypatch.undo()
    assert old.read_bytes() == was
    assert stored(old) == RECORDS


def test_a_file_of_a_newer_schema_is_refused_and_not_touched(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_later_step(monkeypatch.setattr)
    opened(old).close()
    monkeypatch.undo()
    was = {each: each.read_bytes() for each in old.parent.iterdir()}
    with pytest.raises(DatabaseNewer, match=r"trips\.db: it was written by a newer Summitry\. No"):
        opened(old)
    assert {each: each.read_bytes() for each in old.parent.iterdir()} == was


def test_a_file_of_another_line_of_schemas_is_refused(old: Path) -> None:
    with closing(connect(str(old))) as connection:
        connection.execute("update _sqlite_migrations set name = '0001_otherwise'")
    with pytest.raises(DatabaseNewer):
        opened(old)


def test_a_file_whose_migrations_were_forgotten_is_damaged(old: Path) -> None:
    with closing(connect(str(old))) as connection:
        connection.execute("delete from _sqlite_migrations")
    with pytest.raises(DatabaseDamaged, match="already exists"):
        opened(old)


def test_new_zone_rules_set_every_instant_right(old: Path) -> None:
    with closing(connect(str(old))) as connection:
        right = connection.execute("select start, start_utc from unavailability").fetchall()
        connection.execute("update unavailability set start_utc = 1, end_utc = null")
        connection.execute("update meeting set start_utc = 2, told_at_utc = 3")
    opened(old).close()
    with closing(connect(str(old))) as connection:
        assert connection.execute("select start_utc from meeting").fetchall() == [(2,)]
        connection.execute("update about set value = '1999a'")
    with closing(opened(old)) as store:
        connection = connection_of(store)
        found = connection.execute("select start, start_utc from unavailability").fetchall()
        assert found == right
        start = MEETING.start.instant if MEETING.start else None
        found = connection.execute("select start_utc, told_at_utc from meeting").fetchall()
        assert found == [(start, None)]
        assert connection.execute("select name, value from about").fetchall() == [
            ("zone data", tzdata.IANA_VERSION)
        ]
        assert rows(connection) == RECORDS
