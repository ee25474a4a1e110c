"""The one kind of write: an Edit is a label and the changes that carry it out.

A form, a nudge of five minutes, a ripple through the day, a suggested fix, an import and an undo
are all Edits, so that whatever can be done can be previewed, refused, logged and taken back in one
way.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Self

from planner.errors import EditStale, RecordExists, RecordMissing
from planner.moments import Moment
from planner.records import Place, Record
from planner.records.naming import describe
from planner.records.shape import shape_of

LONGEST_SHOWN = 60
"""How much of a value a message shows."""


@dataclass(frozen=True, slots=True)
class Change:
    """One record as it was and as it shall be.

    Without a before it creates, without an after it deletes; where both are the same it writes
    nothing, and says that the Edit relies on the record being there.
    """

    before: Record | None
    after: Record | None

    def __post_init__(self) -> None:
        """Refuse a change that is of nothing, or turns one record into another."""
        if self.before is None and self.after is None:
            raise ValueError("a change needs a record before or after it")
        if self.before and self.after:
            same_kind = type(self.before) is type(self.after)
            if not same_kind or self.before.id != self.after.id:
                raise ValueError("a change keeps the kind and the id of its record")

    @property
    def record(self) -> Record:
        """The record as it shall be, or as it was where it goes."""
        record = self.after or self.before
        assert record is not None  # noqa: S101 - the constructor saw to it
        return record

    @property
    def writes(self) -> bool:
        """Whether anything is written at all."""
        return self.before != self.after

    @property
    def touched(self) -> tuple[str, ...]:
        """The names of the fields that differ; empty where the record comes or goes whole."""
        if self.before is None or self.after is None:
            return ()
        return tuple(
            field.name
            for field in shape_of(type(self.before)).fields
            if getattr(self.before, field.name) != getattr(self.after, field.name)
        )

    def inverse(self) -> Self:
        """Return the change that takes this one back."""
        return type(self)(self.after, self.before)


@dataclass(frozen=True, slots=True)
class Edit:
    """What somebody does, in words, and the changes that do it, in the order they are carried out.

    Children are deleted before what they belong to, inside the same Edit: nothing cascades.
    """

    label: str
    changes: tuple[Change, ...]

    def inverse(self, label: str = "") -> Self:
        """Return the Edit that takes this one back, and relies on nothing that it leaves alone."""
        changes = tuple(change.inverse() for change in reversed(self.changes) if change.writes)
        return type(self)(label or f"Undo: {self.label}", changes)

    @property
    def writes(self) -> bool:
        """Whether any of its changes writes."""
        return any(change.writes for change in self.changes)


def create(*records: Record) -> tuple[Change, ...]:
    """Return the changes that create records, in the order given."""
    return tuple(Change(None, record) for record in records)


def delete(*records: Record) -> tuple[Change, ...]:
    """Return the changes that delete records, in the order given."""
    return tuple(Change(record, None) for record in records)


def rely_on(*records: Record) -> tuple[Change, ...]:
    """Return the changes that write nothing and want these records to be there."""
    return tuple(Change(record, record) for record in records)


def rebase(change: Change, stored: Record | None, changed_by: Callable[[str], str]) -> Change:
    """Return a change as it applies to the record as stored, keeping other people's fields.

    `changed_by` says who last changed a field of the record, and when. Raises `EditStale` where
    somebody else changed what this changes, `RecordMissing` and `RecordExists`.
    """
    if change.before is None:
        if stored is not None:
            raise RecordExists(describe(stored))
        return change
    if stored is None:
        raise RecordMissing(describe(change.record))
    if change.after is None:
        _refuse_stale(change, stored, _differing(change.before, stored), changed_by)
        return change
    stale = [
        name
        for name in change.touched
        if getattr(stored, name) not in (getattr(change.before, name), getattr(change.after, name))
    ]
    _refuse_stale(change, stored, stale, changed_by)
    fields = {name: getattr(change.after, name) for name in change.touched}
    return Change(stored, replace(stored, **fields))


def _differing(one: Record, other: Record) -> list[str]:
    return list(Change(one, other).touched)


def _refuse_stale(
    change: Change, stored: Record, stale: list[str], changed_by: Callable[[str], str]
) -> None:
    if not stale:
        return
    name = stale[0]
    raise EditStale(
        what=describe(stored),
        field=name.replace("_", " "),
        yours=_shown(getattr(change.after, name)) if change.after else "it removed",
        theirs=_shown(getattr(stored, name)),
        changed=changed_by(name),
    )


def _shown(value: object) -> str:
    """Return a field's value as a person reads it, no longer than a line."""
    match value:
        case None | "" | ():
            return "nothing"
        case bool():
            text = "yes" if value else "no"
        case Moment():
            text = f"{value.date} {value.clock} ({value.zone})"
        case Place():
            text = f"{value.city} ({value.country})"
        case tuple():
            text = ", ".join(map(str, value))
        case _:
            text = str(value)
    return f"“{text}”" if len(text) <= LONGEST_SHOWN else f"“{text[:LONGEST_SHOWN]}…”"
