"""The fields of a record as a hand writer may state them.

Places and other records by name, and hours without a zone where the place of the record says it.
"""

import re
from collections.abc import Mapping
from typing import Protocol

from planner.errors import (
    FieldInvalid,
    InputError,
    PlaceAmbiguous,
    PlaceUnknown,
    TripFileInvalid,
    ZoneUnknown,
)
from planner.exchange.drafts import Draft
from planner.exchange.layout import inherited
from planner.exchange.names import Names
from planner.exchange.problems import Problems, joined, quoted, with_article
from planner.geography.places import Site
from planner.moments import Moment, stated_offset_disagrees
from planner.records import (
    SHARED,
    Lodging,
    Meeting,
    Movement,
    Place,
    Record,
    Stop,
    Wording,
    kind_named,
    kind_of,
)
from planner.records.plain import Plain, expected_of, value_from_plain
from planner.records.shape import Field, Form, shape_of
from planner.zones import zone

_HERE = ("stop", "venue")
_ZONE_FROM: Mapping[type[Record], Mapping[str, tuple[str, ...]]] = {
    Stop: dict.fromkeys(("arrive", "depart"), ("place",)),
    Lodging: dict.fromkeys(("check_in", "check_out"), _HERE),
    Movement: {
        **dict.fromkeys(("depart", "actual_depart"), ("origin_stop", "origin_venue")),
        **dict.fromkeys(("arrive", "actual_arrive"), ("destination_stop", "destination_venue")),
    },
    Meeting: dict.fromkeys(
        ("start", "accepted_start", "media_arrive_by", "actual_start", "actual_end"), _HERE
    ),
}
"""Where an hour without a zone is, by the field that holds it: the first of these that is known."""
_WITHOUT_ZONE = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?")


class PlaceResolver(Protocol):
    """Knows places by name."""

    def resolve(self, text: str) -> Site:
        """Return the place meant; raises `PlaceUnknown` and `PlaceAmbiguous`."""
        ...


class ValueReader:
    """Reads the fields of drafts into what records hold, noting what is wrong with them."""

    def __init__(self, names: Names, gazetteer: PlaceResolver, problems: Problems) -> None:
        self._names = names
        self._gazetteer = gazetteer
        self._problems = problems
        self.notes: list[str] = []

    def read(self, draft: Draft, field: Field) -> None:
        """Read one field that the file states, if it can be."""
        path, plain = joined(draft.path, field.name), draft.plain[field.name]
        try:
            draft.values[field.name] = self._value(draft, field, path, plain)
        except TripFileInvalid as problem:
            self._problems.take(problem)
        except InputError as error:
            self._problems.add(path, *_expectation(field, plain, error))

    def inherit(self, draft: Draft) -> None:
        """Fill the fields that follow from where a draft stands; one that says else is wrong."""
        if draft.parent is None or draft.part is None:
            return
        for name in inherited(draft.parent.kind, draft.part):
            is_link = name == draft.part.link
            implied = draft.parent.id if is_link else draft.parent.values.get(name)
            if name in draft.plain:
                self.read(draft, shape_of(draft.kind).field(name))
                if draft.values.get(name, implied) != implied:
                    wanted = f"the {name} in which this stands, or no such key"
                    found = quoted(draft.plain[name])
                    self._problems.add(joined(draft.path, name), wanted, found)
            draft.values[name] = implied

    def _value(self, draft: Draft, field: Field, path: str, plain: Plain) -> object:
        several = field.form is Form.TEXTS
        if field.refers_to and isinstance(plain, str) and not several:
            return self._reference(draft, field.refers_to, path, plain)
        if field.refers_to and isinstance(plain, list) and several:
            return tuple(
                self._reference(draft, field.refers_to, f"{path}[{number}]", each)
                for number, each in enumerate(plain)
            )
        if field.form is Form.PLACE and isinstance(plain, str):
            return self._gazetteer.resolve(plain).place
        if field.form is Form.MOMENT and isinstance(plain, str):
            return self._moment(draft, field, path, plain)
        value = value_from_plain(field, plain)
        if draft.kind is Wording and field.name == "field":
            _check_wording(draft, path, value)
        return value

    def _reference(self, draft: Draft, kind: str, path: str, plain: Plain) -> str:
        if not isinstance(plain, str):
            raise TripFileInvalid(path, f"the id or name of {with_article(kind)}", quoted(plain))
        if kind == "record":
            return plain
        found = self._names.meant(kind, plain, draft.values.get("meeting"))
        if len(found) == 1:
            return found[0]
        if found:
            wanted = f"the id of one {kind}, because {len(found)} have this name"
        else:
            known = " or known already" if kind_named(kind) in SHARED else ""
            wanted = f"the id or name of {with_article(kind)} in the file{known}"
        raise TripFileInvalid(path, wanted, quoted(plain))

    def _moment(self, draft: Draft, field: Field, path: str, text: str) -> object:
        if _WITHOUT_ZONE.fullmatch(text):
            sources = _ZONE_FROM.get(draft.kind, {}).get(field.name, ())
            if any(name in draft.plain and name not in draft.values for name in sources):
                return None  # the stop or venue is wrong, and that has been noted
            text = f"{text}[{self._zone(draft, sources, path, text)}]"
        value = value_from_plain(field, text)
        if isinstance(value, Moment):
            zone(value.zone)  # a Moment without an offset is made of any word for its zone
        if stated_offset_disagrees(text):
            self.notes.append(
                f"{path}: {text} states an offset that its zone does not have then; "
                "the wall time was kept."
            )
        return value

    def _zone(self, draft: Draft, sources: tuple[str, ...], path: str, text: str) -> str:
        for name in sources:
            value = draft.values.get(name)
            if isinstance(value, str):
                refers_to = shape_of(draft.kind).field(name).refers_to or ""
                value = self._names.place_of(refers_to, value)
            if isinstance(value, Place):
                return value.zone
        wanted = f"a zone after the hour, as in {text}[Europe/Paris]"
        if sources:
            wanted += f", or {' or '.join(f'`{source}`' for source in sources)} that has one"
        raise TripFileInvalid(path, wanted, quoted(text))


def _check_wording(draft: Draft, path: str, value: object) -> None:
    if draft.parent is None:
        return
    shape = shape_of(draft.parent.kind)
    texts = [
        field.name
        for field in shape.fields
        if field.form is Form.TEXT and not field.refers_to and field.name != "id"
    ]
    if value not in texts:
        kind = with_article(kind_of(draft.parent.kind))
        raise TripFileInvalid(path, f"a field of {kind} that holds text", quoted(value))


def _expectation(field: Field, plain: Plain, error: InputError) -> tuple[str, str]:
    """Return what was expected and what was found, of an error that knows no paths."""
    cause = error.__cause__ if isinstance(error, FieldInvalid) else error
    if isinstance(cause, PlaceUnknown):
        return "a place that is known by name, or its city, country and zone", quoted(plain)
    if isinstance(cause, PlaceAmbiguous):
        return f"one of {'; '.join(cause.choices)}", quoted(plain)
    if isinstance(cause, ZoneUnknown):
        return "an IANA time zone such as Europe/Paris", quoted(cause.name)
    return wanted_of(field), quoted(plain)


def wanted_of(field: Field) -> str:
    """Say in words what a field of the file can hold."""
    if field.refers_to is None:
        return expected_of(field)
    if field.form is Form.TEXTS:
        return f"a list of ids or names, each of {with_article(field.refers_to)}"
    return f"the id or name of {with_article(field.refers_to)}"
