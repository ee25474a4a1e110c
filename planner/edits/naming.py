"""How the label of an Edit calls a record: by what it is about where it has no name of its own."""

from collections.abc import Iterable, Mapping

from planner.itinerary import Itinerary
from planner.itinerary.titles import participant_name
from planner.itinerary.whereabouts import end_names
from planner.records import (
    FollowUp,
    Lodging,
    Meeting,
    Movement,
    Note,
    Outcome,
    Participant,
    Record,
    Release,
    Stop,
    Task,
    Tenure,
    Topic,
    TravelTime,
    Unavailability,
    Wording,
)
from planner.records.naming import LONGEST, describe, name_of
from planner.store import Directory
from planner.text.cells import cut

PLURALS: Mapping[type[Record], tuple[str, str]] = {
    Stop: ("stop", "stops"),
    Movement: ("movement", "movements"),
    Lodging: ("lodging", "lodgings"),
    Meeting: ("meeting", "meetings"),
    Topic: ("topic", "topics"),
    Outcome: ("outcome", "outcomes"),
    FollowUp: ("follow-up", "follow-ups"),
    Task: ("task", "tasks"),
    Note: ("note", "notes"),
    Participant: ("participant", "participants"),
    Tenure: ("tenure", "tenures"),
    Unavailability: ("unavailability", "unavailabilities"),
    TravelTime: ("travel time", "travel times"),
    Release: ("release", "releases"),
    Wording: ("translation", "translations"),
}
"""What one and several of a kind are called, in the order in which a list of them names them."""


def described(itinerary: Itinerary, record: Record) -> str:
    """Return the kind and the name of a record of a trip: `movement “Paris → London”`."""
    match record:
        case Movement():
            return _called("movement", ends(itinerary, record)) or describe(record)
        case Participant():
            return _called("participant", participant_name(itinerary, record)) or describe(record)
        case Release():
            return f"release {record.number}"
        case _:
            return describe(record)


def ends(itinerary: Itinerary, movement: Movement) -> str:
    """Return what a movement goes between: `Paris → London`."""
    return " → ".join(end_names(itinerary, movement))


def described_shared(directory: Directory, record: Record) -> str:
    """Return the same of a record that trips share: `tenure “Emmanuel Macron, President”`."""
    known = (*directory.people, *directory.offices, *directory.venues)
    names = {each.id: name_of(each) for each in known}
    match record:
        case Tenure():
            parts = (names.get(record.person, ""), names.get(record.office, ""))
            return _called("tenure", ", ".join(filter(None, parts))) or describe(record)
        case TravelTime():
            parts = (names.get(record.origin, "?"), names.get(record.destination, "?"))
            return _called("travel time", " → ".join(parts))
        case Unavailability():
            parts = (names.get(record.person, ""), record.reason)
            return _called("unavailability", ", ".join(filter(None, parts))) or describe(record)
        case _:
            return describe(record)


def _called(kind: str, name: str) -> str:
    return f"{kind} “{cut(name, LONGEST)}”" if name else ""


def counted(records: Iterable[Record]) -> list[str]:
    """Return how many there are of each kind, `3 topics`; what has no plural is not counted."""
    kinds = [type(record) for record in records]
    return [
        f"{number} {one if number == 1 else several}"
        for kind, (one, several) in PLURALS.items()
        if (number := kinds.count(kind))
    ]


def listed(parts: Iterable[str]) -> str:
    """Return `3 topics, 2 outcomes and 5 participants`."""
    *before, last = (*parts,) or ("",)
    return f"{', '.join(before)} and {last}" if before else last
