"""Files that are no database of ours, and broken ones."""

import os
import shutil
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from db.engine import APPLICATION_ID, connect
from db.store import SqliteStore
from planner.edits import Change, Edit
from planner.errors import (
    DatabaseDamaged,
    DatabaseForeign,
    DatabaseUnwritable,
    StorageError,
    SummitryError,
)
from tests.db.contract.base import everything
from tests.db.samples import (
    ANNA,
    CLOCK,
    HOST_AND_ALL,
    INVITED,
    MEETING,
    OTHER_TRIP,
    OUR_TRIP,
    at,
    plan,
)


@pytest.fixture
def path(blank: Path, tmp_path: Path) -> Path:
    """Return a file with a trip in it."""
    path = Path(shutil.copy(blank, tmp_path / "trips.db"))
    with closing(opened(path)) as store:
        store.apply(plan(*OUR_TRIP, *HOST_AND_ALL, INVITED))
    return path


def opened(path: Path) -> SqliteStore:
    return SqliteStore.open(str(path), ANNA, CLOCK)


@pytest.mark.parametrize(
    "content",
    [
        b"Dear Sir,\n",
        b"Dear Sir,\n" * 1000,
        b"SQLite format 2\0" + bytes(4096),
        b"SQLite format 3\0",
        b"SQLite format 3\0" + bytes(84),
        bytes(4096),
        "Déjà vu\0".encode("utf-16"),
    ],
)
def test_a_file_of_something_else_is_refused_and_not_touched(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(content)
    with pytest.raises(DatabaseForeign, match=r"letter\.txt: this is not a Summitry database") as e:
        opened(path)
    assert "Choose another file with --db; it was not touched." in str(e.value)
    assert path.read_bytes() == content
    assert [each.name for each in tmp_path.iterdir()] == ["letter.txt"]


@pytest.mark.parametrize(
    "statements",
    [
        ["create table bookmarks (url text)"],
        ["pragma application_id = 252006673"],
        ["pragma application_id = 252006673", "create table trip (id text)"],
        ["pragma journal_mode = wal", "create table bookmarks (url text)"],
        ["create view trip as select 1"],
    ],
)
def test_another_program_s_database_is_refused_and_not_touched(
    tmp_path: Path, statements: list[str]
) -> None:
    path = tmp_path / "places.sqlite"
    with closing(connect(str(path))) as connection:
        for statement in statements:
            connection.execute(statement)
    was = path.read_bytes()
    with pytest.raises(DatabaseForeign, match=r"places\.sqlite: this is a database of another"):
        opened(path)
    assert path.read_bytes() == was
    assert [each.name for each in tmp_path.iterdir()] == ["places.sqlite"]


def test_a_database_that_only_bears_our_mark_is_made_ours(tmp_path: Path) -> None:
    path = tmp_path / "trips.db"
    with closing(connect(str(path))) as connection:
        connection.execute(f"pragma application_id = {APPLICATION_ID}")
    with closing(opened(path)) as store:
        assert store.trips() == ()


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnwritable, match=f"{tmp_path}: this is a folder") as refused:
        opened(tmp_path)
    assert "Name a file with --db" in str(refused.value)


@pytest.mark.skipif(not Path(os.devnull).is_char_device(), reason="there are no device files")
def test_a_device_is_no_file() -> None:
    with pytest.raises(DatabaseUnwritable, match="not a file"):
        opened(Path(os.devnull))


def test_a_file_has_no_files_inside(path: Path) -> None:
    with pytest.raises(DatabaseUnwritable, match=r"trips\.db/inner\.db: the file cannot be opened"):
        opened(path / "inner.db")


@pytest.mark.parametrize(
    "statement",
    [
        "drop table meeting",
        "drop table journal_edit",
        "drop table about",
        "alter table meeting drop column dress",
        "update meeting set title = cast(x'ff41' as text)",
        "update meeting set start = 'at noon'",
        "update meeting set start = '2025-03-17T10:00[Europe/Atlantis]'",
        "update meeting set kind = 'brawl'",
        "update meeting set day = 'Monday'",
        "update stop set place = '{'",
        'update stop set place = \'{"city":"Paris"}\'',
        "update stop set airports = '{}'",
        "update stop set airports = '[1]'",
        "update stop set airports = 'CDG'",
        "update trip set thresholds = '[]'",
        "update trip set status = 'brawl'",
        "update journal_change set after = '{'",
        "update journal_change set after = '{}'",
        "update journal_change set kind = 'brawl'",
        "update journal_edit set at = 'noon'",
    ],
)
def test_what_cannot_be_read_any_more_is_told_and_not_guessed(path: Path, statement: str) -> None:
    with closing(connect(str(path))) as connection:
        connection.execute(statement)
    was = path.read_bytes()
    with pytest.raises(DatabaseDamaged, match=r"trips\.db: ") as told:
        read_all(path)
    assert "Keep a copy of it, and go back to a backup." in str(told.value)
    assert path.read_bytes() == was


@pytest.mark.parametrize(
    "statement",
    [
        "update trip set status = 'brawl' where id = 'other'",
        "update trip set home = '{' where id = 'other'",
        "update trip set home = '[]' where id = 'other'",
        "update trip set home = '{}' where id = 'other'",
        "update trip set earliest = 'Monday' where id = 'other'",
    ],
)
def test_another_trip_that_cannot_be_read_is_told_where_it_bears_on_one(
    path: Path, statement: str
) -> None:
    with closing(opened(path)) as store:
        store.apply(plan(*OTHER_TRIP))
        itinerary = store.load("trip")
    with closing(connect(str(path))) as connection:
        connection.execute("delete from stop where trip = 'other'")
        connection.execute(statement)
        connection.commit()
    with closing(opened(path)) as store, pytest.raises(DatabaseDamaged, match="trip other"):
        store.around(itinerary)


def read_all(path: Path) -> None:
    """Read everything that there is, as the program would."""
    with closing(opened(path)) as store:
        store.around(store.load("trip"))
        everything(store)


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        (b'"name" TEXT NOT NULL', b'"name" TEXT \xffOT NULL'),
        (b'CREATE TABLE "person"', b'CREATE TABXE "person"'),
        (b'CREATE INDEX "stop_trip"', b'CREATE INDEX "stop_tr\xc3\x28'),
    ],
)
def test_a_broken_schema_is_told_even_where_it_is_no_text(
    path: Path, text: bytes, broken: bytes
) -> None:
    was = path.read_bytes()
    path.write_bytes(was.replace(text, broken))
    with pytest.raises(DatabaseDamaged, match=r"trips\.db: the file is damaged \("):
        read_all(path)


@pytest.mark.parametrize("seed", range(25))
def test_pages_overwritten_at_random_are_told_of_or_do_no_harm(
    blank: Path, tmp_path: Path, seed: int
) -> None:
    random = Random(seed)  # noqa: S311 - nothing secret
    path = Path(shutil.copy(blank, tmp_path / "trips.db"))
    with closing(opened(path)) as store:
        store.apply(plan(*OUR_TRIP))
        store.apply(plan(*HOST_AND_ALL, INVITED))
    content = bytearray(path.read_bytes())
    for _ in range(random.choice((1, 5, 30))):
        size = random.choice((1, 8, 400))
        place = random.randrange(100, len(content) - size)
        content[place : place + size] = random.randbytes(size)
    path.write_bytes(content)
    error = error_of_use(path)
    assert str(path) in str(error) or not isinstance(error, StorageError)


def error_of_use(path: Path) -> SummitryError | None:
    """Read everything, write something and take it back, and return what was told of it."""
    try:
        read_all(path)
        with closing(opened(path)) as store:
            store.apply(Edit("Moved", (Change(MEETING, replace(MEETING, start=at(15))),)))
            store.undo()
    except SummitryError as error:
        return error
    return None


@pytest.mark.parametrize("size", [100, 1000, 4096, 20_000, 100_000])
def test_a_file_cut_short_is_told_of(path: Path, size: int) -> None:
    os.truncate(path, size)
    with pytest.raises((DatabaseDamaged, DatabaseForeign), match=r"trips\.db: "):
        read_all(path)
