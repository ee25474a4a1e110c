"""What records name, and in which order several of them can come and go."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import TypeVar

from planner.edits import Change
from planner.records import KINDS, Record
from planner.records.shape import Field, Form, shape_of

R = TypeVar("R", bound=Record)


def names_of(record: Record, *, only_required: bool = False) -> frozenset[str]:
    """Return the ids that a record names; or only those that it cannot be without."""
    return frozenset(
        named
        for field in shape_of(type(record)).references
        if not only_required or _is_required(field)
        for named in _ids(field, record)
    )


def with_fields(record: R, values: Mapping[str, object]) -> R:
    """Return a record with some of its fields changed, whatever its kind."""
    make: Callable[..., R] = type(record)
    known = {field.name: getattr(record, field.name) for field in shape_of(type(record)).fields}
    return make(**{**known, **values})


def without(record: R, gone: Collection[str]) -> R:
    """Return a record that names none of these any more, but for what it cannot be without."""
    values: dict[str, object] = {}
    for field in shape_of(type(record)).references:
        held = _ids(field, record)
        if _is_required(field) or not any(named in gone for named in held):
            continue
        is_list = field.form is Form.TEXTS
        values[field.name] = tuple(each for each in held if each not in gone) if is_list else None
    return with_fields(record, values)


def rewired(record: R, ids: Mapping[str, str]) -> R:
    """Return a record under its new id, if it gets one, and naming others by theirs."""
    values: dict[str, object] = {"id": ids.get(record.id, record.id)}
    for field in shape_of(type(record)).references:
        held = tuple(ids.get(named, named) for named in _ids(field, record))
        values[field.name] = held if field.form is Form.TEXTS else next(iter(held), None)
    return with_fields(record, values)


def children_first(records: Iterable[Record]) -> Iterator[Change]:
    """Yield the changes that delete records, each before those that it names.

    Where they name one another in a ring, one of them lets go before it is deleted.
    """
    left = sorted(records, key=lambda record: -KINDS.index(type(record)))
    while left:
        named = {each for record in left for each in names_of(record) - {record.id}}
        free = [record for record in left if record.id not in named]
        yield from (Change(record, None) for record in free)
        left = [record for record in left if record.id in named]
        if left and not free:
            yield _let_go(left)


def _let_go(ring: list[Record]) -> Change:
    """Let the first of a ring that can be without the others name none of them; change the list."""
    ids = {record.id for record in ring}
    number, after = next(
        (number, after)
        for number, record in enumerate(ring)
        if (after := without(record, ids)) != record
    )
    change = Change(ring[number], after)
    ring[number] = after
    return change


def parents_first(records: Iterable[Record]) -> tuple[Change, ...]:
    """Return the changes that create records, each after those that it names."""
    return tuple(change.inverse() for change in reversed(tuple(children_first(records))))


def _is_required(field: Field) -> bool:
    return not field.may_be_none and field.form is not Form.TEXTS


def _ids(field: Field, record: Record) -> tuple[str, ...]:
    value = getattr(record, field.name)
    if field.form is Form.TEXTS:
        return tuple(value)
    return () if value is None else (value,)
