"""What stands where in a trip file; reading, writing and the schema all follow it."""

from collections.abc import Mapping
from dataclasses import dataclass

from planner.records import (
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
    Unavailability,
    Venue,
    Wording,
)
from planner.records.shape import shape_of

FORMAT = "summitry-trip"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Part:
    """A list of records that an object of the file may hold."""

    key: str
    kind: type[Record]
    link: str
    """The field that names the record it stands in; empty where there is none."""


FILE_PARTS = (
    Part("people", Person, ""),
    Part("offices", Office, ""),
    Part("venues", Venue, ""),
    Part("travel_times", TravelTime, ""),
    Part("stops", Stop, "trip"),
    Part("movements", Movement, "trip"),
    Part("lodgings", Lodging, "trip"),
    Part("meetings", Meeting, "trip"),
    Part("outcomes", Outcome, "trip"),
    Part("follow_ups", FollowUp, "trip"),
    Part("tasks", Task, "trip"),
    Part("log", Note, "trip"),
    Part("acknowledgements", Acknowledgement, "trip"),
    Part("releases", Release, "trip"),
)
"""The lists of the file itself."""

_PARTICIPANTS = "participants"
_WORDINGS = Part("wordings", Wording, "record")
_NESTED: Mapping[type[Record], tuple[Part, ...]] = {
    Person: (
        Part("tenures", Tenure, "person"),
        Part("unavailabilities", Unavailability, "person"),
    ),
    Movement: (Part(_PARTICIPANTS, Participant, "movement"),),
    Meeting: (
        Part(_PARTICIPANTS, Participant, "meeting"),
        Part("topics", Topic, "meeting"),
        Part("outcomes", Outcome, "meeting"),
        Part("follow_ups", FollowUp, "meeting"),
        Part("tasks", Task, "meeting"),
        Part("log", Note, "meeting"),
    ),
    Outcome: (Part("follow_ups", FollowUp, "outcome"),),
}


def parts_of(kind: type[Record]) -> tuple[Part, ...]:
    """Return the lists that the object of a record may hold.

    The log has its own word, because `notes` is a field of a meeting.
    """
    return (*_NESTED.get(kind, ()), *(() if kind is Wording else (_WORDINGS,)))


def inherited(parent: type[Record], part: Part) -> tuple[str, ...]:
    """Return the fields that a record in a list has from the record it stands in."""
    both = {field.name for field in shape_of(parent).fields}
    return tuple(
        field.name
        for field in shape_of(part.kind).fields
        if field.name == part.link or (field.name in both and field.name in ("trip", "meeting"))
    )
