"""The records: what Summitry knows, one flat class a table."""

from functools import cache

from planner.records.meetings import Meeting, Participant
from planner.records.people import Office, Person, Tenure, Unavailability
from planner.records.shape import kind_of
from planner.records.substance import FollowUp, Note, Outcome, Task, Topic
from planner.records.trips import Lodging, Movement, Stop, Trip
from planner.records.upkeep import Acknowledgement, Release, Wording
from planner.records.values import Place, Record, Thresholds, new_id
from planner.records.venues import TravelTime, Venue

KINDS: tuple[type[Record], ...] = (
    Person,
    Office,
    Tenure,
    Unavailability,
    Venue,
    TravelTime,
    Trip,
    Stop,
    Movement,
    Lodging,
    Meeting,
    Participant,
    Topic,
    Outcome,
    FollowUp,
    Task,
    Note,
    Acknowledgement,
    Release,
    Wording,
)
"""Every kind of record, each after those it refers to."""
SHARED: frozenset[type[Record]] = frozenset(
    {Person, Office, Tenure, Unavailability, Venue, TravelTime}
)
"""The kinds that belong to no trip: all trips know them."""


def kind_named(name: str) -> type[Record]:
    """Return the kind of record of that name; `KeyError` where there is none."""
    return _kinds_by_name()[name]


@cache
def _kinds_by_name() -> dict[str, type[Record]]:
    return {kind_of(kind): kind for kind in KINDS}


__all__ = [
    "KINDS",
    "SHARED",
    "Acknowledgement",
    "FollowUp",
    "Lodging",
    "Meeting",
    "Movement",
    "Note",
    "Office",
    "Outcome",
    "Participant",
    "Person",
    "Place",
    "Record",
    "Release",
    "Stop",
    "Task",
    "Tenure",
    "Thresholds",
    "Topic",
    "TravelTime",
    "Trip",
    "Unavailability",
    "Venue",
    "Wording",
    "kind_named",
    "kind_of",
    "new_id",
]
