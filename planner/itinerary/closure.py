"""Which records belong to a trip: its own, and the shared ones that they name.

The same rule decides what a store loads and what stays after an Edit, which is what makes
`store.load(trip) == itinerary.after(applied)` hold.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar, cast

from planner.records import (
    KINDS,
    Acknowledgement,
    FollowUp,
    Lodging,
    Meeting,
    Movement,
    Note,
    Office,
    Outcome,
    Participant,
    Person,
    Record,
    Release,
    Stop,
    Task,
    Tenure,
    Topic,
    TravelTime,
    Trip,
    Unavailability,
    Venue,
    Wording,
)
from planner.records.shape import Form, shape_of

Table = Mapping[str, Record]
Tables = Mapping[type[Record], Table]
"""Records by kind and id."""

OWNED: tuple[type[Record], ...] = (
    Stop,
    Movement,
    Lodging,
    Meeting,
    Outcome,
    FollowUp,
    Task,
    Note,
    Acknowledgement,
    Release,
)
"""Kinds that name their trip."""

R = TypeVar("R", bound=Record)


def table(tables: Tables, kind: type[R]) -> Mapping[str, R]:
    """Return the records of one kind by id."""
    return cast("Mapping[str, R]", tables.get(kind, {}))


def named(records: Iterable[Record], kind: str) -> set[str]:
    """Return the ids of records of a kind (`person`) that these records name."""
    ids: set[str] = set()
    for record in records:
        for field in shape_of(type(record)).references:
            if field.refers_to == kind:
                value = getattr(record, field.name)
                if field.form is Form.TEXTS:
                    ids.update(value)
                elif value:
                    ids.add(value)
    return ids


def closure(tables: Tables, trip: str) -> dict[type[Record], dict[str, Record]]:
    """Return those of the records that belong to a trip, its wordings included."""
    kept: dict[type[Record], dict[str, Record]] = {kind: {} for kind in KINDS}
    kept[Trip] = _those(tables, Trip, lambda record: record.id == trip)
    for kind in OWNED:
        kept[kind] = _those(tables, kind, lambda record: getattr(record, "trip", "") == trip)
    _keep_what_is_in_meetings(tables, kept)
    _keep_people(tables, kept)
    _keep_venues(tables, kept)
    ids = {record_id for records in kept.values() for record_id in records}
    kept[Wording] = _those(tables, Wording, lambda wording: wording.record in ids)
    return kept


def _keep_what_is_in_meetings(tables: Tables, kept: dict[type[Record], dict[str, Record]]) -> None:
    meetings, movements = kept[Meeting], kept[Movement]
    kept[Topic] = _those(tables, Topic, lambda topic: topic.meeting in meetings)
    kept[Participant] = _those(
        tables,
        Participant,
        lambda each: each.meeting in meetings or each.movement in movements,
    )


def _keep_people(tables: Tables, kept: dict[type[Record], dict[str, Record]]) -> None:
    people = named(_all(kept), "person")
    kept[Person] = _those(tables, Person, lambda person: person.id in people)
    kept[Tenure] = _those(tables, Tenure, lambda tenure: tenure.person in people)
    kept[Unavailability] = _those(tables, Unavailability, lambda each: each.person in people)
    offices = named(kept[Tenure].values(), "office")
    kept[Office] = _those(tables, Office, lambda office: office.id in offices)


def _keep_venues(tables: Tables, kept: dict[type[Record], dict[str, Record]]) -> None:
    known = table(tables, Venue)
    wanted = named(_all(kept), "venue")
    venues: dict[str, Record] = {}
    while wanted:
        found = {venue: known[venue] for venue in wanted if venue in known}
        venues.update(found)
        wanted = named(found.values(), "venue") - venues.keys()
    kept[Venue] = venues
    kept[TravelTime] = _those(
        tables,
        TravelTime,
        lambda time: time.origin in venues and time.destination in venues,
    )


def _all(kept: Mapping[type[Record], Mapping[str, Record]]) -> list[Record]:
    return [record for records in kept.values() for record in records.values()]


def _those(tables: Tables, kind: type[R], keep: Callable[[R], bool]) -> dict[str, Record]:
    return {key: record for key, record in table(tables, kind).items() if keep(record)}
