"""The store of trips in one SQLite file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC
from typing import TYPE_CHECKING, Self

from db import around, ledger, loading
from db.applying import carry_out
from db.engine import IN_MEMORY, Engine
from db.instants import keep_instants_current
from db.schema import bring_up_to_date
from planner.clock import Clock, system_clock
from planner.conflicts.surroundings import Around
from planner.edits import Edit
from planner.errors import NothingToUndo
from planner.itinerary import Itinerary
from planner.journal import Heading, Headline, JournalEntry, next_redo, next_undo
from planner.store import Directory, TripSummary

if TYPE_CHECKING:
    from planner.promises import Promise

Choose = Callable[[Sequence[Heading], str], int | None]


class SqliteStore:
    """Fulfils `planner.store.Store`; a window has one, on its own thread."""

    def __init__(self, engine: Engine, author: str, clock: Clock = system_clock) -> None:
        """Take a connection, who writes through it, and the real time for the journal."""
        self._engine = engine
        self._author = author
        self._clock = clock
        self._seen_version = self._data_version()

    @classmethod
    def open(cls, path: str, author: str, clock: Clock = system_clock) -> Self:
        """Open a database file, made and brought up to date as needed; raises `StorageError`."""
        engine = Engine(path)
        try:
            bring_up_to_date(engine)
            keep_instants_current(engine)
            return cls(engine, author, clock)
        except BaseException:
            engine.close()
            raise

    @classmethod
    def in_memory(cls, author: str, clock: Clock = system_clock) -> Self:
        """Open a database that is gone when it is closed."""
        return cls.open(IN_MEMORY, author, clock)

    @property
    def path(self) -> str:
        """The file that the trips are in."""
        return self._engine.path

    @property
    def author(self) -> str:
        """Who writes through it, as the journal names them."""
        return self._author

    def trips(self) -> tuple[TripSummary, ...]:
        """Return every trip, by its first hour; those without one last."""
        with self._engine.reading() as connection:
            return loading.summaries(connection)

    def load(self, trip: str) -> Itinerary:
        """Return a trip by its id, at the journal's present position; raises `TripGone`."""
        with self._engine.reading() as connection:
            tables = loading.trip_tables(connection, trip)
            position = ledger.position(connection)
        return Itinerary(trip, tables, position, closed=True)

    def around(self, itinerary: Itinerary) -> Around:
        """Return what lies around a trip: where its people are taken, and its principal's trips."""
        with self._engine.reading() as connection:
            return around.around(connection, itinerary)

    def directory(self) -> Directory:
        """Return the people, offices and venues there are, by name."""
        with self._engine.reading() as connection:
            return loading.directory(connection)

    def promises(self) -> tuple[Promise, ...]:
        """Return the follow-ups of all trips, with what they come from."""
        from db.promises import promises  # noqa: PLC0415 - a trip is shown without those of others

        with self._engine.reading() as connection:
            return promises(connection)

    def apply(self, edit: Edit) -> JournalEntry:
        """Carry out an Edit in one transaction and return it as it was applied."""
        return self._apply(lambda: (edit, None))

    def undo(self, trip: str | None = None) -> JournalEntry:
        """Take back this author's latest edit that stands (of a trip); raises `EditRefused`."""
        return self._apply(lambda: self._taken_back(trip, next_undo, "undo"))

    def redo(self, trip: str | None = None) -> JournalEntry:
        """Do again what this author undid last (of a trip); raises `EditRefused`."""
        return self._apply(lambda: self._taken_back(trip, next_redo, "redo"))

    def _taken_back(self, trip: str | None, choose: Choose, word: str) -> tuple[Edit, int]:
        """Return the inverse of the entry that is chosen to be taken back, and its position."""
        connection = self._engine.connection
        chosen = choose(ledger.headings(connection, self._author, trip), self._author)
        if chosen is None:
            raise NothingToUndo(f"There is nothing of yours to {word} here.")
        (entry,) = ledger.entries(connection, 'where "position" = ?', (chosen,))
        label = entry.edit.label.removeprefix("Undo: ")
        return entry.edit.inverse(f"{word.capitalize()}: {label}"), chosen

    def _apply(self, decide: Callable[[], tuple[Edit, int | None]]) -> JournalEntry:
        """Decide on an Edit and carry it out, both in the one transaction."""
        with self._engine.writing() as connection:
            edit, undoes = decide()
            applied = carry_out(connection, edit)
            latest = ledger.position(connection)
            now = self._clock().astimezone(UTC)
            # Taking back what somebody else took back already counts: else it would stand for ever.
            if not applied.edit.writes and undoes is None:
                return JournalEntry(latest, now, self._author, applied.edit, undoes)
            entry = JournalEntry(latest + 1, now, self._author, applied.edit, undoes)
            ledger.append(connection, entry, applied.trips)
        return entry

    def since(self, position: int) -> Sequence[JournalEntry]:
        """Return what was applied after a position of the journal, oldest first."""
        with self._engine.reading() as connection:
            return ledger.since(connection, position)

    def history(self, trip: str | None = None, limit: int = 50) -> Sequence[JournalEntry]:
        """Return the latest entries (of a trip), newest first."""
        with self._engine.reading() as connection:
            return ledger.latest(connection, trip, limit)

    def last_change(self, trip: str) -> Headline | None:
        """Return when, by whom and how a trip was changed last; None where it never was."""
        with self._engine.reading() as connection:
            return ledger.last_change(connection, trip)

    def has_changed(self) -> bool:
        """Tell whether another process wrote since this was last asked."""
        version = self._data_version()
        changed = version != self._seen_version
        self._seen_version = version
        return changed

    def _data_version(self) -> int:
        with self._engine.telling_errors():
            (version,) = self._engine.connection.execute("pragma data_version").fetchone()
        return int(version)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.close()
