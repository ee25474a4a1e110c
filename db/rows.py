"""Records as rows, and rows as records."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from db.engine import Connection, damaged
from planner.errors import InputError
from planner.moments import Moment
from planner.records import Record, kind_of
from planner.records.plain import Plain, canonical, value_from_plain, value_to_plain
from planner.records.shape import Field, Form, shape_of

R = TypeVar("R", bound=Record)
Cell = str | int | float | bytes | None
"""What SQLite keeps in a column."""


@dataclass(frozen=True, slots=True)
class Statements:
    """The SQL of one kind of record."""

    select: str
    """Wants a condition after it."""
    insert: str
    update: Mapping[str, str]
    """By field: its part of an update."""
    delete: str


_STATEMENTS: dict[str, Statements] = {}


def statements(kind: type[Record]) -> Statements:
    """Return the SQL of a kind of record."""
    name = kind_of(kind)
    known = _STATEMENTS.get(name)
    if known is None:
        known = _STATEMENTS[name] = _write_statements(kind)
    return known


def _write_statements(kind: type[Record]) -> Statements:
    shape = shape_of(kind)
    # Named with its table: else SQLite reads the name of a column that is not there as a text.
    read = ", ".join(f'"{shape.kind}"."{field.name}"' for field in shape.fields)
    written = [column for field in shape.fields for column in _columns(field)]
    names = ", ".join(f'"{name}"' for name in written)
    marks = ", ".join("?" for _ in written)
    # The names are those of our own classes; every value is bound.
    return Statements(
        select=f'select {read} from "{shape.kind}" ',  # noqa: S608 - see above
        insert=f'insert into "{shape.kind}" ({names}) values ({marks})',  # noqa: S608 - see above
        update={
            field.name: ", ".join(f'"{name}" = ?' for name in _columns(field))
            for field in shape.fields
        },
        delete=f'delete from "{shape.kind}" where "id" = ?',  # noqa: S608 - see above
    )


def _columns(field: Field) -> tuple[str, ...]:
    """Return a field's columns: a moment has its instant beside it."""
    if field.form is Form.MOMENT:
        return (field.name, f"{field.name}_utc")
    return (field.name,)


def cells(field: Field, value: object) -> tuple[Cell, ...]:
    """Return what the columns of a field hold for a value."""
    if field.form is Form.MOMENT:
        if isinstance(value, Moment):
            return (value.to_text(), value.instant)
        return (None, None)
    plain = value_to_plain(field, value)
    return (canonical(plain) if isinstance(plain, list | dict) else plain,)


def insert(connection: Connection, record: Record) -> None:
    """Write a new row."""
    values = [
        cell
        for field in shape_of(type(record)).fields
        for cell in cells(field, getattr(record, field.name))
    ]
    connection.execute(statements(type(record)).insert, values)


def update(connection: Connection, record: Record, names: Sequence[str]) -> None:
    """Write some fields of a row."""
    shape, written = shape_of(type(record)), statements(type(record)).update
    assignments = ", ".join(written[name] for name in names)
    values = [cell for name in names for cell in cells(shape.field(name), getattr(record, name))]
    connection.execute(
        f'update "{shape.kind}" set {assignments} where "id" = ?',  # noqa: S608 - our own names
        [*values, record.id],
    )


def delete(connection: Connection, record: Record) -> None:
    """Remove a row."""
    connection.execute(statements(type(record)).delete, [record.id])


def select(
    connection: Connection, kind: type[R], condition: str = "", values: Iterable[Cell] = ()
) -> dict[str, R]:
    """Return the records of a kind that meet a condition, by id."""
    rows = connection.execute(statements(kind).select + condition, list(values)).fetchall()
    names, readers = _readers(kind)
    make: Callable[..., R] = kind
    found: dict[str, R] = {}
    for row in rows:
        fields: dict[str, object] = dict(zip(names, row, strict=True))
        try:
            for name, read in readers:
                fields[name] = read(fields[name])
            record = make(**fields)
        except (ValueError, InputError) as error:
            raise damaged(connection, f"{kind_of(kind)} {row[0]}", error) from error
        found[record.id] = record
    return found


def get(connection: Connection, kind: type[R], record_id: str) -> R | None:
    """Return the record of a kind that has an id."""
    return select(connection, kind, 'where "id" = ?', (record_id,)).get(record_id)


Reader = Callable[[object], object]
Readers = tuple[tuple[str, ...], tuple[tuple[str, Reader], ...]]
"""The names of a kind's fields, and how to read those that are not as their cell."""
_READERS: dict[str, Readers] = {}


def _readers(kind: type[Record]) -> Readers:
    name = kind_of(kind)
    known = _READERS.get(name)
    if known is None:
        fields = shape_of(kind).fields
        readers = ((field.name, _reader(field)) for field in fields)
        special = tuple((each, read) for each, read in readers if read is not None)
        known = _READERS[name] = (tuple(field.name for field in fields), special)
    return known


def _reader(field: Field) -> Reader | None:
    match field.form:
        case Form.TEXT | Form.NUMBER:
            return None
        case Form.FLAG:
            return bool
        case Form.MOMENT:
            return _moment
        case Form.TEXTS | Form.PLACE | Form.THRESHOLDS:
            return lambda cell: value_from_plain(field, None if cell is None else _json(cell))
        case Form.CHOICE if choices := field.choices:
            # Asking the enum itself takes four times as long.
            known: dict[object, object] = {None: None, **{each.value: each for each in choices}}
            return lambda cell: known[cell] if cell in known else choices(str(cell))
        case _:
            return lambda cell: value_from_plain(field, None if cell is None else str(cell))


def _moment(cell: object) -> Moment | None:
    return Moment.from_text(str(cell)) if cell is not None else None


def _json(cell: object) -> Plain:
    plain: Plain = json.loads(str(cell))
    return plain
