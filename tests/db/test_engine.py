"""Connections, transactions, and what SQLite's errors become."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from db.engine import IN_MEMORY, Connection, Engine, connect, told_error
from db.sqlite import sqlite3
from planner.errors import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseFailed,
    DatabaseForeign,
    DatabaseFull,
    DatabaseUnwritable,
    NothingToUndo,
    StorageError,
)
from tests.db.databases import copied


@pytest.fixture
def engine(blank: Path) -> Iterator[Engine]:
    with closing(copied(blank)) as engine:
        yield engine


@pytest.fixture
def path(blank: Path, tmp_path: Path) -> str:
    return str(shutil.copy(blank, tmp_path / "trips.db"))


ADD = "insert into about values ('name', 'value')"
COUNT = "select count(*) from about where name = 'name'"


def count(engine: Engine) -> int:
    (number,) = engine.connection.execute(COUNT).fetchone()
    return int(number)


def run(connection: Connection, *statements: str) -> None:
    for statement in statements:
        connection.execute(statement)


def test_a_connection_keeps_what_it_says_is_kept(path: str) -> None:
    with closing(Engine(path)) as engine:
        for pragma, value in (
            ("foreign_keys", 1),
            ("journal_mode", "wal"),
            ("synchronous", 2),
            ("busy_timeout", 5000),
        ):
            assert engine.connection.execute(f"pragma {pragma}").fetchone() == (value,)


def test_what_is_written_in_a_transaction_is_kept(engine: Engine) -> None:
    with engine.writing() as connection:
        connection.execute(ADD)
    assert count(engine) == 1
    assert not engine.connection.in_transaction


@pytest.mark.parametrize(
    "error", [NothingToUndo("nothing"), KeyError("mine"), KeyboardInterrupt(), GeneratorExit()]
)
def test_whatever_goes_wrong_in_a_transaction_takes_all_of_it_back(
    engine: Engine, error: BaseException
) -> None:
    def fail() -> None:
        with engine.writing() as connection:
            connection.execute(ADD)
            raise error

    with pytest.raises(type(error)) as raised:
        fail()
    assert raised.value is error
    assert count(engine) == 0
    assert not engine.connection.in_transaction


def test_a_commit_that_fails_is_taken_back_and_the_next_one_holds(engine: Engine) -> None:
    orphan = "insert into tenure values ('t', 'nobody', 'nothing', null, null, null)"
    with pytest.raises(sqlite3.IntegrityError), engine.writing() as connection:
        run(connection, "pragma defer_foreign_keys = on", orphan, ADD)
    assert not engine.connection.in_transaction
    with engine.writing() as connection:
        connection.execute(ADD)
    assert count(engine) == 1


def test_reading_sees_one_moment_while_another_writes(path: str) -> None:
    with closing(Engine(path)) as reader, closing(Engine(path)) as writer:
        with reader.reading():
            assert count(reader) == 0
            with writer.writing() as connection:
                connection.execute(ADD)
            assert count(reader) == 0
        assert count(reader) == 1


def test_reading_keeps_nothing_and_hides_no_error(engine: Engine) -> None:
    def fail() -> None:
        with engine.reading() as connection:
            connection.execute(ADD)
            raise KeyError("mine")

    with pytest.raises(KeyError, match="mine"):
        fail()
    assert count(engine) == 0
    with pytest.raises(DatabaseDamaged, match="no such table"), engine.reading() as connection:
        connection.execute("select * from nowhere")
    assert not engine.connection.in_transaction


def test_who_waits_too_long_for_another_is_told_so_and_has_changed_nothing(
    path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.engine.BUSY_SECONDS", 0.02)
    with closing(Engine(path)) as one, closing(Engine(path)) as other:
        with one.writing() as connection:
            connection.execute(ADD)
            with pytest.raises(DatabaseBusy, match=r"trips\.db: another program"), other.writing():
                run(other.connection, ADD)
        with other.writing() as connection:
            connection.execute("delete from about")
        assert count(one) == 0


def test_who_waits_for_the_log_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("db.engine.BUSY_SECONDS", 0.02)
    path = tmp_path / "trips.db"
    with closing(connect(str(path))) as other:
        other.execute("begin exclusive")
        with pytest.raises(DatabaseBusy):
            Engine(str(path))
    Engine(str(path)).close()


def test_a_file_called_like_a_uri_is_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Engine("file:trips.db?mode=memory").close()
    (made,) = tmp_path.iterdir()
    assert made.name == "file:trips.db?mode=memory"
    assert made.stat().st_size > 0


def test_opening_a_file_again_in_one_process_keeps_the_locks_of_the_first(path: str) -> None:
    with closing(Engine(path)) as one:
        with one.writing() as connection:
            connection.execute(ADD)
        Engine(path).close()
        assert Path(f"{path}-wal").exists(), "the log is in use"
        assert count(one) == 1


def error_of(code: int, words: str = "words") -> sqlite3.Error:
    error = sqlite3.OperationalError(words)
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (error_of(sqlite3.SQLITE_BUSY), DatabaseBusy),
        (error_of(sqlite3.SQLITE_BUSY | 2 << 8), DatabaseBusy),
        (error_of(sqlite3.SQLITE_LOCKED), DatabaseBusy),
        (error_of(sqlite3.SQLITE_PROTOCOL), DatabaseBusy),
        (error_of(sqlite3.SQLITE_READONLY | 6 << 8), DatabaseUnwritable),
        (error_of(sqlite3.SQLITE_CANTOPEN), DatabaseUnwritable),
        (error_of(sqlite3.SQLITE_PERM), DatabaseUnwritable),
        (error_of(sqlite3.SQLITE_NOTADB), DatabaseForeign),
        (error_of(sqlite3.SQLITE_CORRUPT | 3 << 8), DatabaseDamaged),
        (error_of(sqlite3.SQLITE_FULL), DatabaseFull),
        (error_of(sqlite3.SQLITE_IOERR | 4 << 8), DatabaseFailed),
        (error_of(sqlite3.SQLITE_ERROR, "no such column: later"), DatabaseDamaged),
        (error_of(sqlite3.SQLITE_ERROR, 'table "trip" already exists'), DatabaseDamaged),
        (sqlite3.OperationalError("Could not decode to UTF-8 column"), DatabaseDamaged),
    ],
)
def test_what_can_go_wrong_with_a_file_is_told_in_words(
    error: sqlite3.Error, told: type[StorageError]
) -> None:
    found = told_error("/folder/{trips}.db", error)
    assert type(found) is told
    assert found.path == "/folder/{trips}.db"
    assert str(found).startswith("/folder/{trips}.db: ")
    assert "Nothing was" in str(found) or "not touched" in str(found)


@pytest.mark.parametrize(
    "error",
    [
        error_of(sqlite3.SQLITE_ERROR, 'near "selct": syntax error'),
        error_of(sqlite3.SQLITE_MISUSE),
        sqlite3.ProgrammingError("Cannot operate on a closed database."),
        sqlite3.InterfaceError("bad parameter"),
    ],
)
def test_mistakes_of_our_own_are_not_put_in_a_file_s_words(error: sqlite3.Error) -> None:
    assert told_error("trips.db", error) is None


def test_a_mistake_of_our_own_is_raised_as_it_is(engine: Engine) -> None:
    with pytest.raises(sqlite3.OperationalError, match="syntax"), engine.reading() as connection:
        connection.execute("selct 1")


def test_in_memory_is_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Engine(IN_MEMORY).close()
    assert list(tmp_path.iterdir()) == []
