"""The JSON Schema of the trip file, made from the shapes of the records.

It is looser than the reader where only the reader can know: whether a name is that of a record,
and whether a person who is only named exists already.
"""

from collections.abc import Mapping, Sequence

from planner.exchange.identity import ASSUMED, NATURAL_KEYS
from planner.exchange.layout import FILE_PARTS, FORMAT, VERSION, Part, parts_of
from planner.exchange.meanings import meaning_of, meanings_of_fields
from planner.exchange.problems import with_article
from planner.records import KINDS, SHARED, Record, Trip, kind_of
from planner.records.plain import LARGEST_NUMBER, Plain
from planner.records.shape import Field, Form, shape_of

Schema = dict[str, Plain]

_ZONE = r"[A-Za-z0-9_+/-]+"
_MOMENT: Schema = {
    "description": (
        "A wall time and its zone (RFC 9557); the offset may be left out, and so may the zone "
        "where the stop or venue of the record says it."
    ),
    "type": "string",
    "pattern": (rf"^\d{{4}}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?((Z|[+-]\d\d:\d\d)?\[{_ZONE}\])?$"),
}
_DEGREES: Schema = {"type": ["number", "null"], "minimum": -180, "maximum": 180}
_PLACE: Schema = {
    "description": "A place in full, or its name where the gazetteer knows it: `London, Ontario`.",
    "anyOf": [
        {"type": "string"},
        {
            "type": "object",
            "properties": {
                "city": {"type": "string", "minLength": 1},
                "country": {
                    "description": "ISO 3166-1 alpha-2 code; `XK` for Kosovo.",
                    "type": "string",
                    "minLength": 1,
                },
                "zone": {
                    "description": "IANA name, such as `Europe/Paris`.",
                    "type": "string",
                    "pattern": f"^{_ZONE}$",
                },
                "admin_area": {"type": "string"},
                "latitude": _DEGREES,
                "longitude": _DEGREES,
            },
            "required": ["city", "country", "zone"],
            "additionalProperties": False,
        },
    ],
}
_WHOLE_NUMBER: Schema = {
    "type": "integer",
    "minimum": -LARGEST_NUMBER,
    "maximum": LARGEST_NUMBER,
}
_BY_FORM: dict[Form, Schema] = {
    Form.TEXT: {"type": "string"},
    Form.NUMBER: _WHOLE_NUMBER,
    Form.FLAG: {"type": "boolean"},
    Form.DATE: {"type": "string", "format": "date"},
    Form.MOMENT: {"$ref": "#/$defs/moment"},
    Form.PLACE: {"$ref": "#/$defs/place"},
    Form.TEXTS: {"type": "array", "items": {"type": "string"}},
    Form.THRESHOLDS: {"type": "object", "additionalProperties": _WHOLE_NUMBER},
}


def trip_file_schema() -> Schema:
    """Return the JSON Schema (2020-12) of the trip file."""
    definitions: Schema = {kind_of(kind): _record(kind) for kind in KINDS}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:summitry:trip-file:{VERSION}",
        "title": "Summitry trip file",
        "description": "One trip with everything it holds and names.",
        "type": "object",
        "properties": {
            "format": {"const": FORMAT},
            "version": {"const": VERSION},
            "trip": {"$ref": f"#/$defs/{kind_of(Trip)}"},
            **_lists(FILE_PARTS),
        },
        "required": ["format", "version", "trip"],
        "additionalProperties": False,
        "$defs": {**definitions, "moment": _MOMENT, "place": _PLACE},
    }


def _lists(parts: Sequence[Part]) -> Schema:
    return {
        part.key: {"type": "array", "items": {"$ref": f"#/$defs/{kind_of(part.kind)}"}}
        for part in parts
    }


def _record(kind: type[Record]) -> Schema:
    meanings = meanings_of_fields(kind)
    return {
        "description": meaning_of(kind),
        "type": "object",
        "properties": {
            **{field.name: _field(field, meanings) for field in shape_of(kind).fields},
            **_lists(parts_of(kind)),
        },
        **_required(kind),
        "additionalProperties": False,
    }


def _required(kind: type[Record]) -> Schema:
    """Return what an object must state: of what may exist already, its id or its name."""
    wanted = required_in_file(kind)
    if kind not in SHARED:
        return {"required": list(wanted)}
    names = [name for name in wanted if name in NATURAL_KEYS[kind] and name not in ASSUMED]
    return {"anyOf": [{"required": [*names]}, {"required": ["id"]}]}


def required_in_file(kind: type[Record]) -> tuple[str, ...]:
    """Return the fields that a new record must state: not those that its place in the file says."""
    implied = {part.link for _, part in _every_part() if part.kind is kind}
    implied |= {"id", "position", "short_name"}
    return tuple(
        field.name
        for field in shape_of(kind).fields
        if field.required and field.name not in implied
    )


def _every_part() -> list[tuple[type[Record], Part]]:
    nested = [(kind, part) for kind in KINDS for part in parts_of(kind)]
    return [(Trip, part) for part in FILE_PARTS] + nested


def _field(field: Field, meanings: Mapping[str, str]) -> Schema:
    words = [meanings.get(field.name, "")]
    if field.refers_to:
        each = "Each is the" if field.form is Form.TEXTS else "The"
        words.append(f"{each} id or name of {with_article(field.refers_to)}.")
    description = " ".join(word for word in words if word)
    schema: Schema = {"description": description} if description else {}
    if field.choices is not None:
        empty: list[Plain] = [None] if field.may_be_none else []
        return {**schema, "enum": [*(choice.value for choice in field.choices), *empty]}
    form = _BY_FORM[field.form]
    if field.name == "id":
        form = {**form, "minLength": 1}
    if not field.may_be_none:
        return {**schema, **form}
    return {**schema, "anyOf": [form, {"type": "null"}]}
