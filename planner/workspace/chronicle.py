"""What an entry of the journal changed, in words: old and new of each field."""

from collections.abc import Callable
from datetime import date

from planner.edits import Change, Edit
from planner.journal import JournalEntry
from planner.moments import Moment
from planner.records import Movement, Place, Record
from planner.records.naming import called_kind, describe
from planner.records.shape import Field, shape_of
from planner.text.cells import cut
from planner.text.spoken import counted, short_date

LONGEST = 48
"""Cells of a value that are shown: what a long text began with and begins with now."""
SHOWN = 4
"""Changes of an entry that are told one by one; an import makes hundreds."""
NOTHING = "—"
TOOK_BACK, DID_AGAIN = "Took back: ", "Did again: "

Named = Callable[[str], str]
"""Returns what a record of an id is called; empty where it is not known any more."""


def told(entry: JournalEntry, named: Named) -> tuple[str, ...]:
    """Return what an entry changed, a line a record, and how many more there are.

    Of the one record that most entries change only the fields are told: the entry's words name it.
    """
    changes = [change for change in entry.edit.changes if change.writes]
    if len(changes) == 1 and (fields := _fields(changes[0], named)):
        return (fields,)
    lines = tuple(_told(change, named) for change in changes[:SHOWN])
    more = len(changes) - len(lines)
    return (*lines, f"and {counted(more, 'more change')}") if more else lines


def _told(change: Change, named: Named) -> str:
    what = _called(change.record, named)
    if change.before is None:
        return f"new: {what}"
    if change.after is None:
        return f"removed: {what}"
    return f"{what}: {_fields(change, named)}"


def _called(record: Record, named: Named) -> str:
    """Return what a record is called; who sits somewhere by the person, a movement by its ends."""
    kind = called_kind(type(record))
    if isinstance(record, Movement):
        ends = (
            (record.origin_venue, record.origin_stop),
            (
                record.destination_venue,
                record.destination_stop,
            ),
        )
        origin, goal = (next((named(each) for each in end if each), "?") for end in ends)
        return f"{kind} {origin} → {goal}"
    person = getattr(record, "person", None)
    if isinstance(person, str) and named(person):
        return f"{kind} “{named(person)}”"
    return describe(record)


def _fields(change: Change, named: Named) -> str:
    """Return old and new of each field that differs; nothing of a record that came or went."""
    before, after = change.before, change.after
    if before is None or after is None:
        return ""
    shape = shape_of(type(before))
    return "; ".join(
        f"{name.replace('_', ' ')} "
        + _turned(shape.field(name), getattr(before, name), getattr(after, name), named)
        for name in change.touched
    )


def _turned(field: Field, old: object, new: object, named: Named) -> str:
    if (
        isinstance(old, Moment)
        and isinstance(new, Moment)
        and (old.date, old.zone) == (new.date, new.zone)
    ):
        return f"{old.clock} → {new.clock} {new.zone_label}".rstrip()
    return f"{_said(field, old, named)} → {_said(field, new, named)}"


def _said(field: Field, value: object, named: Named) -> str:
    if field.refers_to and isinstance(value, str) and value:
        return named(value) or "what is not there any more"
    if isinstance(value, tuple):
        parts = (named(each) or each if isinstance(each, str) else str(each) for each in value)
        return cut(", ".join(parts), LONGEST) or NOTHING
    if value is None or value == "":
        return NOTHING
    return cut(" ".join(_plainly(value).split()), LONGEST)


def _plainly(value: object) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case Moment():
            return f"{short_date(value.date)} {value.clock} {value.zone_label}"
        case Place():
            return value.city
        case date():
            return f"{short_date(value)} {value.year}"
    return str(value)


def take_back(entry: JournalEntry) -> Edit:
    """Return the Edit that takes an entry back by itself, whatever came after it.

    It is refused where a field that it set has been changed since, or what it removed is in the
    way: nothing that others did later is lost.
    """
    label = entry.edit.label
    if label.startswith(TOOK_BACK):
        return entry.edit.inverse(f"{DID_AGAIN}{label.removeprefix(TOOK_BACK)}")
    return entry.edit.inverse(f"{TOOK_BACK}{label.removeprefix(DID_AGAIN)}")
