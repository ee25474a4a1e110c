"""A connection to one database file, set up so that what was saved stays saved."""

import os
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
_HEADER = b"SQLite format 3\0"

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
            _prepare_file(Path(path))
        with self.telling_errors():
            self.connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
            try:
                self._set_up()
            except sqlite3.Error:
                self.connection.close()
                raise
            except StorageError:
                self.connection.close()
                raise

    def _set_up(self) -> None:
        connection = self.connection
        connection.execute("pragma foreign_keys = on")
        self._refuse_foreign()
        connection.execute("pragma journal_mode = wal")
        connection.execute("pragma synchronous = full")

    def _refuse_foreign(self) -> None:
        (mark,) = self.connection.execute("pragma application_id").fetchone()
        if mark == APPLICATION_ID:
            return
        (tables,) = self.connection.execute("select count(*) from sqlite_master").fetchone()
        if mark or tables:
            raise DatabaseForeign(
                self.path,
                "this is a database of another program.",
                "Choose another file with --db; it was not touched.",
            )

    @contextmanager
    def telling_errors(self) -> Iterator[None]:
        """Turn what SQLite raises into the house's own errors, in words a person can act on."""
        try:
            yield
        except sqlite3.Error as error:
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
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("rollback")
                raise
            self.connection.execute("commit")

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


def _prepare_file(path: Path) -> None:
    """Make the file and its folder where there are none, readable by their owner alone."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.exists():
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        with path.open("rb") as file:
            beginning = file.read(len(_HEADER))
    except IsADirectoryError as error:
        raise DatabaseUnwritable(
            str(path), "this is a folder.", "Name a file with --db."
        ) from error
    except OSError as error:
        raise DatabaseUnwritable(
            str(path),
            f"the file cannot be opened ({error.strerror}).",
            "Check that you may write there, or choose another file with --db.",
        ) from error
    if beginning and beginning != _HEADER:
        raise DatabaseForeign(
            str(path),
            "this is not a Summitry database.",
            "Choose another file with --db; it was not touched.",
        )


_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_UNWRITABLE = frozenset({sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM})
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT})


def told_error(path: str, error: sqlite3.Error) -> StorageError | None:
    """Return the error of the house for one of SQLite's; None for a mistake of our own."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _BUSY:
        return DatabaseBusy(
            path,
            f"another program has been writing to it for more than {BUSY_SECONDS:.0f} seconds.",
            "Nothing was saved; try again.",
        )
    if code in _UNWRITABLE:
        return DatabaseUnwritable(
            path,
            "it cannot be written.",
            "Nothing was saved. Check that you may write to the file and its folder, or choose "
            "another file with --db.",
        )
    if code in _DAMAGED:
        return DatabaseDamaged(
            path,
            "the file is damaged.",
            "Nothing was changed. Keep a copy of it, and go back to a backup.",
        )
    if code == sqlite3.SQLITE_FULL:
        return DatabaseFull(
            path, "the disk is full.", "Nothing was saved. Make room, then try again."
        )
    if code == sqlite3.SQLITE_IOERR:
        return DatabaseFailed(
            path,
            f"the disk could not be read or written ({error}).",
            "Nothing was saved. Check the disk, then try again.",
        )
    return None
