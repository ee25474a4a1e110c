"""What fields a kind of record has, read from the record's own annotations.

Storage, the journal, the trip file and its schema all follow from this one description, so that a
new field is written in one place and cannot be forgotten in another.
"""

import re
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import date
from enum import Enum, StrEnum, auto
from types import NoneType, UnionType
from typing import Annotated, Union, get_args, get_origin, get_type_hints

from planner.moments import Moment
from planner.records.values import Place, Record, Refers, Thresholds


class Form(Enum):
    """What a field holds."""

    TEXT = auto()
    NUMBER = auto()
    FLAG = auto()
    DATE = auto()
    MOMENT = auto()
    PLACE = auto()
    CHOICE = auto()
    TEXTS = auto()
    THRESHOLDS = auto()


_FORMS: Mapping[object, Form] = {
    str: Form.TEXT,
    int: Form.NUMBER,
    bool: Form.FLAG,
    date: Form.DATE,
    Moment: Form.MOMENT,
    Place: Form.PLACE,
}


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a kind of record."""

    name: str
    form: Form
    required: bool
    """Whether a record cannot be made without it."""
    may_be_none: bool
    default: object
    refers_to: str | None
    """The kind whose ids it holds: one, or several where the form is TEXTS."""
    choices: type[StrEnum] | None


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of record: its name (which is its table's) and its fields in order."""

    kind: str
    record: type[Record]
    fields: tuple[Field, ...]
    references: tuple[Field, ...]
    """Those of the fields that hold ids of other records."""

    def field(self, name: str) -> Field:
        """Return the field of that name; `KeyError` where there is none."""
        for field in self.fields:
            if field.name == name:
                return field
        raise KeyError(name)


def kind_of(record: type[Record]) -> str:
    """Return the name of a kind: `TravelTime` is `travel_time`."""
    return shape_of(record).kind


def shape_of(record: type[Record]) -> Shape:
    """Return the shape of a kind of record."""
    known = _SHAPES.get(record)
    if known is None:
        known = _SHAPES[record] = _read_shape(record)
    return known


_SHAPES: dict[type[Record], Shape] = {}


def _read_shape(record: type[Record]) -> Shape:
    hints = get_type_hints(record, include_extras=True)
    made = tuple(
        _field(
            field.name,
            hints[field.name],
            MISSING if field.default is MISSING else field.default,
        )
        for field in fields(record)
    )
    references = tuple(field for field in made if field.refers_to)
    kind = re.sub(r"(?<!^)(?=[A-Z])", "_", record.__name__).lower()
    return Shape(kind, record, made, references)


def _field(name: str, hint: object, default: object) -> Field:
    may_be_none = False
    if get_origin(hint) in (Union, UnionType):
        may_be_none = NoneType in get_args(hint)
        (hint,) = (part for part in get_args(hint) if part is not NoneType)
    hint, refers_to = _reference(hint)
    form, choices = Form.TEXT, None
    if hint == Thresholds:
        form = Form.THRESHOLDS
    elif get_origin(hint) is tuple:
        form = Form.TEXTS
        _, refers_to = _reference(get_args(hint)[0])
    elif isinstance(hint, type) and issubclass(hint, StrEnum):
        form, choices = Form.CHOICE, hint
    else:
        form = _FORMS[hint]
    required = default is MISSING
    return Field(name, form, required, may_be_none, default, refers_to, choices)


def _reference(hint: object) -> tuple[object, str | None]:
    if get_origin(hint) is not Annotated:
        return hint, None
    plain, *marks = get_args(hint)
    return plain, next((mark.kind for mark in marks if isinstance(mark, Refers)), None)
