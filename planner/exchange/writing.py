"""A trip file out: everything that a trip holds, in the order of its programme."""

import json
from collections.abc import Mapping, Sequence

from planner.exchange.layout import FILE_PARTS, FORMAT, VERSION, Part, inherited, parts_of
from planner.itinerary import Itinerary
from planner.moments import Moment
from planner.records import (
    KINDS,
    FollowUp,
    Lodging,
    Meeting,
    Movement,
    Outcome,
    Record,
    Stop,
    Tenure,
    Trip,
    Unavailability,
    Wording,
)
from planner.records.naming import name_of
from planner.records.plain import Plain, to_plain

_Children = Mapping[tuple[type[Record], str], Sequence[Record]]
"""Records by kind and by the record they stand in; by an empty id where in none."""


def write_trip_file(itinerary: Itinerary) -> str:
    """Return a trip as the text of a trip file, from which every record comes back as it is."""
    children = _children(itinerary)
    document: dict[str, Plain] = {
        "format": FORMAT,
        "version": VERSION,
        "trip": _object(itinerary.trip, (), 0, children),
    }
    for part in FILE_PARTS:
        _add_list(document, part, Trip, children.get((part.kind, ""), ()), children)
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _children(itinerary: Itinerary) -> _Children:
    children: dict[tuple[type[Record], str], list[Record]] = {}
    for kind in KINDS:
        for record in _in_order(itinerary, kind):
            children.setdefault((kind, _standing_in(itinerary, record)), []).append(record)
    return children


def _in_order(itinerary: Itinerary, kind: type[Record]) -> Sequence[Record]:
    ordered: Mapping[type[Record], Sequence[Record]] = {
        Stop: itinerary.stops,
        Movement: itinerary.movements,
        Lodging: itinerary.lodgings,
        Meeting: itinerary.meetings,
        FollowUp: itinerary.follow_ups,
    }
    return ordered.get(kind) or sorted(itinerary.all(kind).values(), key=_order)


def _order(record: Record) -> tuple[int, int, str, str]:
    """Sort by number, else by hour, else by name."""
    number = int(getattr(record, "position", 0) or getattr(record, "number", 0))
    hours = [getattr(record, name, None) for name in ("when", "at", "start")]
    instant = next((hour.instant for hour in hours if isinstance(hour, Moment)), 0)
    return (number, instant, name_of(record), record.id)


def _standing_in(itinerary: Itinerary, record: Record) -> str:
    """Return the id of the record in whose object another is written; empty for none."""
    if isinstance(record, Wording):
        return record.record
    if isinstance(record, Tenure | Unavailability):
        return record.person
    if isinstance(record, FollowUp):
        outcome = itinerary.get(Outcome, record.outcome)
        if outcome and outcome.meeting == record.meeting:
            return outcome.id
    meeting = itinerary.get(Meeting, getattr(record, "meeting", None))
    movement = itinerary.get(Movement, getattr(record, "movement", None))
    return meeting.id if meeting else movement.id if movement else ""


def _object(
    record: Record, implied: Sequence[str], number: int, children: _Children
) -> dict[str, Plain]:
    """Return the object of a record, without what follows from where it stands."""
    plain = {key: value for key, value in to_plain(record).items() if key not in implied}
    position = getattr(record, "position", number)
    if position == number:
        plain.pop("position", None)
    else:
        plain["position"] = position
    for part in parts_of(type(record)):
        inside = children.get((part.kind, record.id), ())
        _add_list(plain, part, type(record), inside, children)
    return plain


def _add_list(
    plain: dict[str, Plain],
    part: Part,
    parent: type[Record],
    records: Sequence[Record],
    children: _Children,
) -> None:
    implied = inherited(parent, part)
    if records:
        plain[part.key] = [
            _object(record, implied, number, children) for number, record in enumerate(records)
        ]
