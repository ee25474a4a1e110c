"""Carries out the changes of an Edit, inside a transaction that the store has opened."""

from dataclasses import dataclass

from db import ledger
from db.engine import Connection
from db.loading import people_tables, venue_tables, wordings
from db.rows import delete, get, insert, select, update
from db.sqlite import sqlite3
from planner.edits import Change, Edit, rebase, rely_on
from planner.errors import RecordMissing, RecordNamed, RecordRejected
from planner.itinerary.closure import OWNED, named
from planner.records import (
    KINDS,
    Meeting,
    Movement,
    Office,
    Participant,
    Record,
    Topic,
    Trip,
    Wording,
    kind_of,
)
from planner.records.naming import describe
from planner.records.plain import canonical
from planner.records.shape import Field, Form, shape_of


@dataclass(frozen=True, slots=True)
class Applied:
    """An Edit as it was carried out, and to which trip each of its changes belongs."""

    edit: Edit
    trips: tuple[str | None, ...]


def carry_out(connection: Connection, edit: Edit) -> Applied:
    """Write an Edit's changes in order, each as it applies to what is stored.

    Raises `EditRefused`; the transaction must then be rolled back.
    """
    done: list[Change] = []
    trips: list[str | None] = []
    for change in edit.changes:
        rebased = _rebased(connection, change)
        # A child's trip is found through its parent, which must still be there.
        trips.append(_trip_of(connection, rebased.record))
        _write(connection, rebased)
        done.append(rebased)
    brought = _brought_along(connection, done)
    return Applied(
        Edit(edit.label, (*done, *rely_on(*brought))),
        (*trips, *(None for _ in brought)),
    )


def _rebased(connection: Connection, change: Change) -> Change:
    record = change.record
    stored = get(connection, type(record), record.id)
    return rebase(change, stored, lambda field: ledger.last_changed(connection, record.id, field))


def _write(connection: Connection, change: Change) -> None:
    if not change.writes:
        return
    try:
        if change.after is None:
            _refuse_named(connection, change.record)
            delete(connection, change.record)
            return
        _refuse_missing_listed(connection, change.after)
        if change.before is None:
            insert(connection, change.after)
        else:
            update(connection, change.after, change.touched)
    except sqlite3.IntegrityError as error:
        raise _explained(connection, change, error) from error
    except (UnicodeEncodeError, OverflowError) as error:
        raise RecordRejected(describe(change.record), str(error)) from error


def _explained(
    connection: Connection, change: Change, error: sqlite3.IntegrityError
) -> RecordMissing | RecordNamed | RecordRejected:
    """Say in words why the engine would not take a row."""
    if change.after is not None:
        for field in shape_of(type(change.after)).references:
            missing = _missing(connection, field, change.after)
            if missing:
                return RecordMissing(f"the {missing} that {describe(change.after)} names")
    elif holder := _holder(connection, change.record):
        return RecordNamed(describe(change.record), f"{describe(holder)} still names it")
    return RecordRejected(describe(change.record), str(error))


def _missing(connection: Connection, field: Field, record: Record) -> str:
    """Return the kind and id that a reference names and that is not there."""
    kind, value = field.refers_to, getattr(record, field.name)
    if kind is None or not value:
        return ""
    ids = value if field.form is Form.TEXTS else (value,)
    for record_id in ids:
        if not _exists(connection, kind, record_id):
            return f"{kind} {record_id}"
    return ""


def _exists(connection: Connection, kind: str, record_id: str) -> bool:
    kinds = [kind_of(each) for each in KINDS] if kind == "record" else [kind]
    return any(
        connection.execute(
            f'select 1 from "{each}" where "id" = ?',  # noqa: S608 - our own names
            (record_id,),
        ).fetchone()
        for each in kinds
    )


def _refuse_missing_listed(connection: Connection, record: Record) -> None:
    """Refuse references that the schema cannot check: those in lists, and those to any kind."""
    for field in shape_of(type(record)).references:
        if field.form is Form.TEXTS or field.refers_to == "record":
            missing = _missing(connection, field, record)
            if missing:
                raise RecordMissing(f"the {missing} that {describe(record)} names")


def _refuse_named(connection: Connection, record: Record) -> None:
    """Refuse to remove what is still named where the schema cannot check it."""
    holder = _holder(connection, record, only_unchecked=True)
    if holder:
        raise RecordNamed(describe(record), f"{describe(holder)} still names it")


def _holder(
    connection: Connection, record: Record, *, only_unchecked: bool = False
) -> Record | None:
    """Return a record that names this one."""
    own_kind = kind_of(type(record))
    for kind in KINDS:
        for field in shape_of(kind).references:
            listed = field.form is Form.TEXTS
            unchecked = listed or field.refers_to == "record"
            if field.refers_to not in (own_kind, "record") or (only_unchecked and not unchecked):
                continue
            condition = f'where "{field.name}" ' + ("like ?" if listed else "= ?")
            value = f"%{canonical(record.id)}%" if listed else record.id
            for holder in select(connection, kind, condition, (value,)).values():
                if not listed or record.id in getattr(holder, field.name):
                    return holder
    return None


def _trip_of(connection: Connection, record: Record) -> str | None:
    """Return the trip that a record belongs to; None for shared ones."""
    if isinstance(record, Trip):
        return record.id
    if isinstance(record, Topic):
        return _parent_trip(connection, Meeting, record.meeting)
    if isinstance(record, Participant):
        meeting = _parent_trip(connection, Meeting, record.meeting)
        return meeting or _parent_trip(connection, Movement, record.movement)
    if isinstance(record, Wording):
        return _trip_of_any(connection, record.record)
    return getattr(record, "trip", None)


def _parent_trip(connection: Connection, kind: type[Record], record_id: str | None) -> str | None:
    if record_id is None:
        return None
    row = connection.execute(
        f'select "trip" from "{kind_of(kind)}" where "id" = ?',  # noqa: S608 - our own names
        (record_id,),
    ).fetchone()
    return str(row[0]) if row else None


def _trip_of_any(connection: Connection, record_id: str) -> str | None:
    kinds: tuple[type[Record], ...] = (Trip, *OWNED, Participant, Topic)
    for kind in kinds:
        record = get(connection, kind, record_id)
        if record is not None:
            return _trip_of(connection, record)
    return None


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
    before = [change.before] if change.before and change.writes else []
    return named([change.after], kind) - named(before, kind)
