"""Carries out the changes of an Edit, inside a transaction that the store has opened."""

from dataclasses import dataclass

from db import ledger
from db.engine import Connection
from db.loading import people_tables, venue_tables, wordings
from db.references import (
    holder_of,
    holder_words,
    missing_reference,
    refuse_missing,
    refuse_named,
    refuse_other_trips,
    trip_of,
)
from db.rows import delete, get, insert, update
from db.sqlite import sqlite3
from planner.edits import Change, Edit, rebase, rely_on
from planner.errors import InputError, RecordMissing, RecordNamed, RecordRejected
from planner.itinerary.closure import named
from planner.records import Office, Record, Wording, kind_of
from planner.records.naming import describe
from planner.records.plain import from_plain, to_plain
from planner.records.shape import shape_of


@dataclass(frozen=True, slots=True)
class Applied:
    """An Edit as it was carried out, and to which trip each of its changes belongs."""

    edit: Edit
    trips: tuple[str | None, ...]


def carry_out(connection: Connection, edit: Edit) -> Applied:
    """Write an Edit's changes in order, each as it applies to what is stored.

    Raises `EditRefused`; the transaction must then be rolled back.
    """
    _refuse_half_characters(edit.label)
    done: list[Change] = []
    trips: list[str | None] = []
    for change in edit.changes:
        _refuse_unstorable(change.record)
        rebased = _rebased(connection, change)
        # A child's trip is found through its parent, which must still be there.
        trips.append(trip_of(connection, rebased.record))
        _write(connection, rebased)
        done.append(rebased)
    brought = _brought_along(connection, done)
    return Applied(
        Edit(edit.label, (*done, *rely_on(*brought))),
        (*trips, *(None for _ in brought)),
    )


def _refuse_half_characters(label: str) -> None:
    try:
        label.encode()
    except UnicodeEncodeError as error:
        raise RecordRejected(_printable(f"the edit “{label}”"), "half a character") from error


def _refuse_unstorable(record: Record) -> None:
    """Refuse what would not come back from the journal as it is: it could never be read again."""
    try:
        same = from_plain(type(record), to_plain(record)) == record
    except (InputError, TypeError) as error:
        why = str(error).rstrip(".")
        raise RecordRejected(_printable(describe(record)), why) from error
    if not same:
        raise RecordRejected(describe(record), "a value would not come back as it is")
    if not record.id:
        raise RecordRejected(describe(record), "it has no id")


def _printable(text: str) -> str:
    """Return a text with half characters spelt out: no terminal can show them."""
    return text.encode(errors="backslashreplace").decode()


def _rebased(connection: Connection, change: Change) -> Change:
    record = change.record
    stored = get(connection, type(record), record.id)
    return rebase(change, stored, lambda field: ledger.last_changed(connection, record.id, field))


def _write(connection: Connection, change: Change) -> None:
    if not change.writes:
        return
    try:
        if change.after is None:
            refuse_named(connection, change.record)
            delete(connection, change.record)
            return
        refuse_missing(connection, change)
        if change.before is None:
            _refuse_id_of_another_kind(connection, change.after)
            insert(connection, change.after)
        else:
            update(connection, change.after, change.touched)
        refuse_other_trips(connection, change)
    except sqlite3.IntegrityError as error:
        raise _explained(connection, change, error) from error


def _refuse_id_of_another_kind(connection: Connection, record: Record) -> None:
    """Refuse an id that something else has or had: an id alone says which record is meant."""
    kind = ledger.kind_with_id(connection, record.id)
    if kind not in (None, kind_of(type(record))):
        raise RecordRejected(describe(record), f"its id {record.id} is that of a {kind}")


def _explained(
    connection: Connection, change: Change, error: sqlite3.IntegrityError
) -> RecordMissing | RecordNamed | RecordRejected:
    """Say in words why the engine would not take a row."""
    if change.after is not None:
        for field in shape_of(type(change.after)).references:
            missing = missing_reference(connection, field, change.after)
            if missing:
                return RecordMissing(missing)
    elif holder := holder_of(connection, change.record):
        return RecordNamed(describe(change.record), holder_words(connection, holder))
    return RecordRejected(describe(change.record), str(error))


def _brought_along(connection: Connection, changes: list[Change]) -> list[Record]:
    """Return the shared records that the changes newly name, with all that belongs to them."""
    new = {
        kind: {name for change in changes for name in _newly_named(change, kind)}
        for kind in ("person", "office", "venue")
    }
    known = {change.record.id for change in changes}
    tables = people_tables(connection, new["person"]) | venue_tables(connection, new["venue"])
    for office in new["office"]:
        found = get(connection, Office, office)
        if found:
            tables.setdefault(Office, {})[office] = found
    ids = [record_id for table in tables.values() for record_id in table]
    tables[Wording] = wordings(connection, ids)
    return [
        record for table in tables.values() for record in table.values() if record.id not in known
    ]


def _newly_named(change: Change, kind: str) -> set[str]:
    """Return the ids of a kind that a record names now and did not before."""
    if change.after is None:
        return set()
    before = [change.before] if change.before else []
    return named([change.after], kind) - named(before, kind)
