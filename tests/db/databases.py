"""Databases for tests, made without running the migration each time."""

from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path

from db.engine import IN_MEMORY, Connection, Engine, connect
from db.rows import select
from planner.journal import JournalEntry
from planner.records import KINDS, Record
from tests.db.edits_at_random import take_in


def copied(database: Path) -> Engine:
    """Return a connection to a database in memory, a copy of one in a file."""
    engine = Engine(IN_MEMORY)
    with closing(connect(str(database))) as source:
        source.backup(engine.connection)
    return engine


def rows(connection: Connection) -> dict[str, Record]:
    """Return every record that is stored, by id."""
    return {
        record_id: record
        for kind in KINDS
        for record_id, record in select(connection, kind).items()
    }


def replayed(
    entries: Iterable[JournalEntry], start: Mapping[str, Record] | None = None
) -> dict[str, Record]:
    """Return the records that entries of a journal lead to."""
    records = dict(start or {})
    for entry in entries:
        for change in entry.edit.changes:
            assert records.get(change.record.id) == change.before
            take_in(records, change)
    return records
