"""The reference page of records and fields, in Markdown, made from the shapes of the records."""

from collections.abc import Iterator, Mapping

from planner.exchange.layout import FILE_PARTS, parts_of
from planner.exchange.meanings import meaning_of, meanings_of_fields
from planner.exchange.problems import with_article
from planner.exchange.schema import required_in_file
from planner.records import KINDS, Record, Trip, kind_of
from planner.records.plain import canonical, value_to_plain
from planner.records.shape import Field, Form, shape_of

_HOLDS: Mapping[Form, str] = {
    Form.TEXT: "text",
    Form.NUMBER: "whole number",
    Form.FLAG: "true or false",
    Form.DATE: "date",
    Form.MOMENT: "moment",
    Form.PLACE: "place",
    Form.TEXTS: "list of texts",
    Form.THRESHOLDS: "names with whole numbers",
}
_OPENING = """\
# Records and their fields

Made by `scripts/make_schema.py` from the records themselves: change those, not this page. How to
write them by hand stands in [trip-file.md](trip-file.md).

A field that is not required may be left out, and then holds its default: nothing, where none is
named. `position`, where left out, is the place in the list, counted from 0.
"""


def records_page() -> str:
    """Return the page."""
    return "\n".join((_OPENING, *(line for kind in KINDS for line in _section(kind))))


def _section(kind: type[Record]) -> Iterator[str]:
    yield f"## {kind_of(kind).replace('_', ' ').capitalize()}\n"
    yield f"{meaning_of(kind)} {_standing(kind)}\n"
    yield "| field | holds | default | what it is |"
    yield "|---|---|---|---|"
    meanings = meanings_of_fields(kind)
    for field in shape_of(kind).fields:
        cells = (f"`{field.name}`", _holds(field), _default(kind, field), meanings.get(field.name))
        yield f"| {' | '.join(cell or '' for cell in cells)} |"
    yield ""


def _standing(kind: type[Record]) -> str:
    """Say where in the file records of a kind stand."""
    if kind is Trip:
        return "In the file: `trip`."
    places = [f"`{part.key}`" for part in FILE_PARTS if part.kind is kind]
    nested = [
        (holder, part.key) for holder in KINDS for part in parts_of(holder) if part.kind is kind
    ]
    if len(nested) > len(KINDS) / 2:
        return f"In the file: `{nested[0][1]}` of any record."
    places += [f"`{key}` of {with_article(kind_of(holder))}" for holder, key in nested]
    return f"In the file: {', '.join(places)}."


def _holds(field: Field) -> str:
    if field.refers_to:
        several = field.form is Form.TEXTS
        return f"ids or names: {field.refers_to}" if several else f"id or name: {field.refers_to}"
    if field.choices is not None:
        return "; ".join(f"`{choice.value}`" for choice in field.choices)
    return _HOLDS[field.form]


def _default(kind: type[Record], field: Field) -> str:
    if field.required:
        return "required" if field.name in required_in_file(kind) else ""
    plain = value_to_plain(field, field.default)
    return "" if plain in (None, "", [], {}) else f"`{canonical(plain)}`".replace('"', "")
