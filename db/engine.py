"""A connection to one database file, set up so that what was saved stays saved."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from db.sqlite import sqlite3
from planner.errors import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseFailed,
    DatabaseForeign,
    DatabaseFull,
    DatabaseUnwritable,
    StorageError,
)

IN_MEMORY = ":memory:"
APPLICATION_ID = 0x53756D6D
"""Marks a file as Summitry's in the header of the SQLite format: `Summ`."""
BUSY_SECONDS = 5.0
_PAUSE_SECONDS = 0.005
_GO_BACK = "Nothing was changed. Keep a copy of it, and go back to a backup."

Connection = sqlite3.Connection


class Engine:
    """A connection, the path it stands for, and its transactions.

    WAL lets another window read while one writes; `synchronous=FULL` makes a commit survive a
    power cut, which costs little at this size of data.
    """

    def __init__(self, path: str) -> None:
        """Open a file, made anew for its owner alone where there is none; raises `StorageError`."""
        self.path = path
        if path != IN_MEMORY:
            _make_file(Path(path))
        with self.telling_errors():
            self.connection = connect(path)
            try:
                self._set_up()
            except BaseException:
                self.connection.close()
                raise

    def _set_up(self) -> None:
        self.connection.execute("pragma foreign_keys = on")
        self._refuse_foreign()
        self._write_ahead()
        self.connection.execute("pragma synchronous = full")

    def _refuse_foreign(self) -> None:
        # Both are read as of one moment: another window may be making the file just now.
        with self.reading() as connection:
            (mark,) = connection.execute("pragma application_id").fetchone()
            (tables,) = connection.execute("select count(*) from sqlite_master").fetchone()
        if mark != APPLICATION_ID and (mark or tables):
            raise DatabaseForeign(
                self.path,
                "this is a database of another program.",
                "Choose another file with --db; it was not touched.",
            )

    def _write_ahead(self) -> None:
        """Keep new pages in a log beside the file, waiting for others: here SQLite does not."""
        deadline = time.monotonic() + BUSY_SECONDS
        while True:
            try:
                self.connection.execute("pragma journal_mode = wal")
            except sqlite3.OperationalError as error:
                if _code(error) not in _BUSY or time.monotonic() > deadline:
                    raise
                time.sleep(_PAUSE_SECONDS)
            else:
                return

    @contextmanager
    def telling_errors(self) -> Iterator[None]:
        """Turn what SQLite raises into the house's own errors, in words a person can act on."""
        try:
            yield
        except (sqlite3.Error, UnicodeDecodeError) as error:
            told = told_error(self.path, error)
            if told is None:
                raise
            raise told from error

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Open a transaction that waits for its turn to write; it is all kept, or nothing is."""
        with self.telling_errors():
            self.connection.execute("begin immediate")
            try:
                yield self.connection
                self.connection.execute("commit")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("rollback")
                raise

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a transaction in which everything is read as of one moment."""
        with self.telling_errors():
            self.connection.execute("begin")
            try:
                yield self.connection
            finally:
                if self.connection.in_transaction:
                    self.connection.execute("rollback")

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()


def connect(path: str) -> Connection:
    """Return a connection that waits for others; transactions are begun by hand."""
    # A whole path: SQLite would read one that begins with `file:` as a URI.
    whole = path if path == IN_MEMORY else str(Path(path).absolute())
    return sqlite3.connect(whole, timeout=BUSY_SECONDS, isolation_level=None)


def _make_file(path: Path) -> None:
    """Make the file and its folder where there are none, for their owner alone.

    A file that is there is left to SQLite: opening and closing it here would drop the locks that
    another connection of this process holds on it (POSIX), and with them what protects the data.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.exists():
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        is_file, is_writable = path.is_file(), os.access(path, os.R_OK | os.W_OK)
    except OSError as error:
        raise DatabaseUnwritable(
            str(path),
            f"the file cannot be opened ({error.strerror}).",
            "Check that you may write there, or choose another file with --db.",
        ) from error
    if not is_file:
        raise DatabaseUnwritable(
            str(path), "this is a folder or a device, not a file.", "Name a file with --db."
        )
    if not is_writable:
        # SQLite would leave files beside it that are as little writable.
        raise DatabaseUnwritable(
            str(path), "you may not write to it.", "Change that, or choose another file with --db."
        )


_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL})
_ALTERED = ("no such ", "already exists", "has no column")
"""What SQLite says of tables that are not as the migrations made them."""
_TOLD: tuple[tuple[frozenset[int], type[StorageError], str, str], ...] = (
    (
        _BUSY,
        DatabaseBusy,
        f"another program has been writing to it for more than {BUSY_SECONDS:.0f} seconds.",
        "Nothing was saved; try again.",
    ),
    (
        frozenset({sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}),
        DatabaseUnwritable,
        "it cannot be written.",
        "Nothing was saved. Check that you may write there, or choose another file with --db.",
    ),
    (
        frozenset({sqlite3.SQLITE_NOTADB}),
        DatabaseForeign,
        "this is not a Summitry database, or its beginning is broken.",
        "Choose another file with --db; it was not touched.",
    ),
    (
        frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_FORMAT, sqlite3.SQLITE_TOOBIG}),
        DatabaseDamaged,
        "the file is damaged ({error}).",
        _GO_BACK,
    ),
    (
        frozenset({sqlite3.SQLITE_FULL}),
        DatabaseFull,
        "the disk is full.",
        "Nothing was saved. Make room, then try again.",
    ),
    (
        frozenset({sqlite3.SQLITE_IOERR}),
        DatabaseFailed,
        "the disk could not be read or written ({error}).",
        "Nothing was saved. Check the disk, and that it has room, then try again.",
    ),
)
"""By SQLite's codes: the error of the house, what happened, and what to do."""


def told_error(path: str, error: Exception) -> StorageError | None:
    """Return the error of the house for one of SQLite's; None for a mistake of our own."""
    code = sqlite3.SQLITE_CORRUPT if _tells_of_damage(error) else _code(error)
    for codes, kind, happened, remedy in _TOLD:
        if code in codes:
            return kind(path, happened.format(error=error), remedy)
    return None


def damaged(connection: Connection, what: str, error: Exception) -> DatabaseDamaged:
    """Return the error for something stored that is not of its form."""
    (_, _, path) = connection.execute("pragma database_list").fetchone()
    return DatabaseDamaged(path or IN_MEMORY, f"{what} cannot be read ({error}).", _GO_BACK)


def _code(error: Exception) -> int:
    """Return the code of SQLite's own error; 0 where the Python module raised it by itself."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def _tells_of_damage(error: Exception) -> bool:
    code, words = _code(error), str(error)
    if code == sqlite3.SQLITE_ERROR:
        return any(each in words for each in _ALTERED)
    # The module found bytes that are not UTF-8: in a column, or in what SQLite says of its schema.
    return not code and isinstance(error, sqlite3.OperationalError | UnicodeDecodeError)
