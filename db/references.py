"""What records name, checked where the schema cannot: in lists, of any kind, and across trips."""

from collections.abc import Sequence

from db.engine import Connection
from db.rows import get, select
from planner.edits import Change
from planner.errors import RecordMissing, RecordNamed, RecordRejected
from planner.itinerary.closure import OWNED
from planner.records import (
    KINDS,
    Meeting,
    Movement,
    Participant,
    Record,
    Topic,
    Trip,
    Wording,
    kind_of,
)
from planner.records.naming import describe, name_of
from planner.records.plain import canonical
from planner.records.shape import Field, Form, shape_of

OF_A_TRIP: tuple[type[Record], ...] = (*OWNED, Topic, Participant)
"""Kinds of which each record belongs to one trip."""


def trip_of(connection: Connection, record: Record) -> str | None:
    """Return the trip that a record belongs to; None for shared ones."""
    if isinstance(record, Trip):
        return record.id
    if isinstance(record, Topic):
        return _column(connection, Meeting, "trip", record.meeting)
    if isinstance(record, Participant):
        meeting = _column(connection, Meeting, "trip", record.meeting)
        return meeting or _column(connection, Movement, "trip", record.movement)
    if isinstance(record, Wording):
        return _trip_of_any(connection, record.record)
    return getattr(record, "trip", None)


def _trip_of_any(connection: Connection, record_id: str) -> str | None:
    kinds: tuple[type[Record], ...] = (Trip, *OF_A_TRIP)
    for kind in kinds:
        record = get(connection, kind, record_id)
        if record is not None:
            return trip_of(connection, record)
    return None


def _column(
    connection: Connection, kind: type[Record], column: str, record_id: str | None
) -> str | None:
    if record_id is None:
        return None
    row = connection.execute(
        f'select "{column}" from "{kind_of(kind)}" where "id" = ?',  # noqa: S608 - our own names
        (record_id,),
    ).fetchone()
    return str(row[0]) if row else None


def refuse_missing(connection: Connection, change: Change) -> None:
    """Refuse to name what is not there, where the schema cannot tell: `RecordMissing`."""
    for field in _touched_references(change):
        if _is_unchecked(field):
            missing = missing_reference(connection, field, change.record)
            if missing:
                raise RecordMissing(missing)


def _touched_references(change: Change) -> list[Field]:
    references = shape_of(type(change.record)).references
    touched = change.touched
    return [field for field in references if change.before is None or field.name in touched]


def _is_unchecked(field: Field) -> bool:
    """Tell whether the schema cannot say that what a field names is there."""
    return field.form is Form.TEXTS or field.refers_to == "record"


def missing_reference(connection: Connection, field: Field, record: Record) -> str:
    """Say in words what a field names that is not there; nothing where all is."""
    kinds = [kind for kind in KINDS if field.refers_to in (kind_of(kind), "record")]
    for record_id in _ids(field, record):
        if not any(_column(connection, kind, "id", record_id) for kind in kinds):
            return f"the {field.refers_to} {record_id} that {describe(record)} names"
    return ""


def _ids(field: Field, record: Record) -> Sequence[str]:
    value = getattr(record, field.name)
    if field.form is Form.TEXTS:
        return tuple(value)
    return () if value is None else (value,)


def refuse_other_trips(connection: Connection, change: Change) -> None:
    """Refuse to name what is of another trip, or to move there: `RecordRejected`.

    An itinerary holds one trip, and nothing in it may point out of it. What is named must be there.
    """
    record, touched = change.record, _touched_references(change)
    if not touched:
        return
    if isinstance(record, Participant) and record.meeting is None and record.movement is None:
        raise RecordRejected(describe(record), "it names neither a meeting nor a movement")
    trip = trip_of(connection, record)
    if change.before is not None and trip_of(connection, change.before) != trip:
        raise RecordRejected(describe(record), "a record cannot move to another trip")
    named = ((each, record_id) for each in touched for record_id in _ids(each, record))
    for field, record_id in named:
        if _trip_of_named(connection, field, record_id) not in (None, trip):
            raise RecordRejected(
                describe(record), f"the {field.refers_to} that it names is of another trip"
            )


def _trip_of_named(connection: Connection, field: Field, record_id: str) -> str | None:
    """Return the trip of what a field names; None where that is shared, or not there."""
    for kind in OF_A_TRIP:
        if kind_of(kind) == field.refers_to:
            if kind is Topic:
                meeting = _column(connection, Topic, "meeting", record_id)
                return _column(connection, Meeting, "trip", meeting)
            return _column(connection, kind, "trip", record_id)
    return None


def refuse_named(connection: Connection, record: Record) -> None:
    """Refuse to remove what is still named where the schema cannot check it: `RecordNamed`."""
    holder = holder_of(connection, record, only_unchecked=True)
    if holder:
        raise RecordNamed(describe(record), holder_words(connection, holder))


def holder_of(
    connection: Connection, record: Record, *, only_unchecked: bool = False
) -> Record | None:
    """Return a record that names this one, if there is any."""
    own_kind = kind_of(type(record))
    for kind in KINDS:
        for field in shape_of(kind).references:
            if field.refers_to not in (own_kind, "record"):
                continue
            if only_unchecked and not _is_unchecked(field):
                continue
            found = _naming(connection, kind, field, record.id)
            if found:
                return found
    return None


def _naming(
    connection: Connection, kind: type[Record], field: Field, record_id: str
) -> Record | None:
    if field.form is not Form.TEXTS:
        named = select(connection, kind, f'where "{field.name}" = ?', (record_id,))
        return next(iter(named.values()), None)
    # The list is JSON in one column: the text finds candidates, the list decides.
    likely = select(
        connection, kind, f'where "{field.name}" like ?', (f"%{canonical(record_id)}%",)
    )
    return next((each for each in likely.values() if record_id in _ids(field, each)), None)


def holder_words(connection: Connection, holder: Record) -> str:
    """Return what still names a record: somebody who takes part is told by the meeting."""
    if not isinstance(holder, Participant) or name_of(holder):
        return f"{describe(holder)} still names it"
    meeting = get(connection, Meeting, holder.meeting) if holder.meeting else None
    trip = get(connection, Trip, meeting.trip) if meeting else None
    if meeting is None or trip is None:
        return "a movement still has it on board"
    return f"{describe(meeting)} of {describe(trip)} still names it"
