"""Records as plain values (what JSON can hold) and back: one form for storage, journal and file."""

import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeVar

from planner.errors import FieldInvalid, InputError
from planner.moments import YEARS, Moment
from planner.records.shape import Field, Form, Shape, shape_of
from planner.records.values import Place, Record, Thresholds

Plain = None | bool | int | float | str | list["Plain"] | dict[str, "Plain"]
"""A value as JSON has it."""

LARGEST_NUMBER = 10_000_000
"""The largest whole number a field takes: nineteen years in minutes, more than any count here."""

R = TypeVar("R", bound=Record)


def to_plain(record: Record) -> dict[str, Plain]:
    """Return a record's fields as plain values, leaving out those at their default."""
    plain: dict[str, Plain] = {}
    for field in shape_of(type(record)).fields:
        value = getattr(record, field.name)
        if field.required or value != field.default:
            plain[field.name] = value_to_plain(field, value)
    return plain


def from_plain(kind: type[R], plain: Mapping[str, Plain]) -> R:
    """Make a record of plain values; absent fields take their default.

    Raises `FieldInvalid`, naming the field, for one that is missing, not known, or not of its form.
    """
    shape = shape_of(kind)
    known = {field.name: field for field in shape.fields}
    for name in plain:
        if name not in known:
            raise FieldInvalid(name, f"a field of a {shape.kind}", "an unknown name")
    make: Callable[..., R] = kind
    present = _present(shape, plain)
    return make(**{name: value_from_plain(known[name], plain[name]) for name in present})


def _present(shape: Shape, plain: Mapping[str, Plain]) -> list[str]:
    for field in shape.fields:
        if field.required and field.name not in plain:
            raise FieldInvalid(field.name, "a value", "nothing")
    return [field.name for field in shape.fields if field.name in plain]


def to_json(record: Record) -> str:
    """Return a record as canonical JSON: equal records give equal text."""
    return canonical(to_plain(record))


def canonical(value: Plain) -> str:
    """Return JSON with sorted keys and without spaces."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_json(kind: type[R], text: str) -> R:
    """Make a record of canonical JSON; raises `FieldInvalid` as `from_plain` does."""
    return from_plain(kind, json.loads(text))


def value_to_plain(field: Field, value: object) -> Plain:
    """Return one field's value as a plain value."""
    if value is None:
        return None
    writer = _WRITERS.get(field.form)
    return writer(value) if writer else _as_is(value)


def value_from_plain(field: Field, value: Plain) -> object:
    """Return the value of a field that a plain value stands for; raises `FieldInvalid`."""
    if value is None:
        if field.may_be_none:
            return None
        raise FieldInvalid(field.name, _EXPECTED[field.form], "null")
    try:
        read = _READERS[field.form](field, value)
    except InputError as error:
        raise FieldInvalid(field.name, str(error), "") from error
    if read is None:
        raise FieldInvalid(field.name, expected_of(field), _found(value))
    return read


def expected_of(field: Field) -> str:
    """Say in words what a field can hold."""
    if field.choices is not None:
        return "one of " + ", ".join(choice.value for choice in field.choices)
    return _EXPECTED[field.form]


def _found(value: Plain) -> str:
    text = json.dumps(value, ensure_ascii=True)
    return text if len(text) <= 60 else text[:57] + "…"


def _as_is(value: object) -> Plain:
    if isinstance(value, str | int | float):
        return value
    raise TypeError(value)


def _place_to_plain(value: object) -> Plain:
    if not isinstance(value, Place):
        raise TypeError(value)
    plain: dict[str, Plain] = {"city": value.city, "country": value.country, "zone": value.zone}
    if value.admin_area:
        plain["admin_area"] = value.admin_area
    if value.latitude is not None:
        plain["latitude"] = value.latitude
    if value.longitude is not None:
        plain["longitude"] = value.longitude
    return plain


def _listed(value: object) -> list[Plain]:
    return [_as_is(item) for item in value] if isinstance(value, tuple) else []


def _thresholds_to_plain(value: object) -> Plain:
    return dict(value) if isinstance(value, tuple) else {}


_WRITERS: Mapping[Form, Callable[[object], Plain]] = {
    Form.CHOICE: str,
    Form.DATE: lambda value: value.isoformat() if isinstance(value, date) else None,
    Form.MOMENT: lambda value: value.to_text() if isinstance(value, Moment) else None,
    Form.PLACE: _place_to_plain,
    Form.TEXTS: _listed,
    Form.THRESHOLDS: _thresholds_to_plain,
}


def _text(_: Field, value: Plain) -> str | None:
    if not isinstance(value, str):
        return None
    return value if value.isascii() or not _has_half_a_character(value) else None


def _has_half_a_character(text: str) -> bool:
    """Tell whether a text holds a surrogate without its pair, which no encoding can store."""
    return any("\ud800" <= character <= "\udfff" for character in text)


def _number(_: Field, value: Plain) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if abs(value) <= LARGEST_NUMBER else None


def _flag(_: Field, value: Plain) -> bool | None:
    return value if isinstance(value, bool) else None


def _date(_: Field, value: Plain) -> date | None:
    if not isinstance(value, str):
        return None
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return None
    return day if day.year in YEARS else None


def _moment(_: Field, value: Plain) -> Moment | None:
    return Moment.from_text(value) if isinstance(value, str) else None


def _place(field: Field, value: Plain) -> Place | None:
    if not isinstance(value, dict):
        return None
    texts = {
        name: _text(field, value.get(name, ""))
        for name in ("city", "country", "zone", "admin_area")
    }
    degrees = {name: value.get(name) for name in ("latitude", "longitude")}
    unknown = set(value) - set(texts) - set(degrees)
    if unknown or any(text is None for text in texts.values()):
        return None
    if not texts["city"] or not texts["country"]:
        return None
    latitude, longitude = (_degrees(degrees[name]) for name in ("latitude", "longitude"))
    if (latitude is None) != (degrees["latitude"] is None):
        return None
    if (longitude is None) != (degrees["longitude"] is None):
        return None
    return Place(
        city=texts["city"],
        country=texts["country"],
        zone=texts["zone"] or "",
        admin_area=texts["admin_area"] or "",
        latitude=latitude,
        longitude=longitude,
    )


def _degrees(value: Plain) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if -180 <= value <= 180 else None


def _choice(field: Field, value: Plain) -> object | None:
    if field.choices is None or not isinstance(value, str):
        return None
    return next((choice for choice in field.choices if choice.value == value), None)


def _texts(field: Field, value: Plain) -> tuple[str, ...] | None:
    if not isinstance(value, list):
        return None
    texts = tuple(text for item in value if (text := _text(field, item)) is not None)
    return texts if len(texts) == len(value) else None


def _thresholds(field: Field, value: Plain) -> Thresholds | None:
    if not isinstance(value, dict):
        return None
    numbers = [(name, _number(field, item)) for name, item in sorted(value.items())]
    known = tuple((name, number) for name, number in numbers if number is not None)
    return known if len(known) == len(numbers) else None


_READERS: Mapping[Form, Callable[[Field, Plain], object | None]] = {
    Form.TEXT: _text,
    Form.NUMBER: _number,
    Form.FLAG: _flag,
    Form.DATE: _date,
    Form.MOMENT: _moment,
    Form.PLACE: _place,
    Form.CHOICE: _choice,
    Form.TEXTS: _texts,
    Form.THRESHOLDS: _thresholds,
}

_EXPECTED: Mapping[Form, str] = {
    Form.TEXT: "a text",
    Form.NUMBER: "a whole number",
    Form.FLAG: "true or false",
    Form.DATE: "a date, between 1900 and 2199, such as 2025-03-17",
    Form.MOMENT: "a wall time and a zone such as 2025-03-17T10:00[Europe/Paris]",
    Form.PLACE: "a place: city, country, zone, and admin_area, latitude, longitude where known",
    Form.CHOICE: "one of its words",
    Form.TEXTS: "a list of texts",
    Form.THRESHOLDS: "names with whole numbers",
}
