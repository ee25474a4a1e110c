"""A small trip with one of everything that matters, and what every test needs to store it."""

from collections.abc import Iterable
from datetime import UTC, datetime

from planner.clock import fixed_clock
from planner.edits import Edit, create
from planner.moments import Moment
from planner.records import (
    KINDS,
    Meeting,
    Office,
    Participant,
    Person,
    Place,
    Record,
    Stop,
    Tenure,
    Topic,
    TravelTime,
    Trip,
    Unavailability,
    Venue,
    Wording,
)
from planner.records.shape import Form, shape_of
from planner.records.words import MeetingKind, OfficeOf, Role, Side

ANNA, BEN = "Anna", "Ben"
NOON = datetime(2025, 3, 1, 12, tzinfo=UTC)
CLOCK = fixed_clock(NOON)

PARIS = Place("Paris", "FR", "Europe/Paris", "Île-de-France", 48.85, 2.35)
LONDON = Place("London", "GB", "Europe/London", "England", 51.51, -0.13)


def at(hour: int, minute: int = 0, day: int = 17, place: Place = PARIS) -> Moment:
    """Return an hour of March 2025."""
    wall = datetime(2025, 3, day, hour, minute)  # noqa: DTZ001 - a wall time has no zone
    return Moment(wall, place.zone)


LEADER = Person(id="leader", name="The Leader", ours=True)
TRIP = Trip(id="trip", title="Paris", short_name="paris", principal="leader", home=LONDON)
STOP = Stop(id="stop", trip="trip", place=PARIS, arrive=at(9), depart=at(18))
MEETING = Meeting(
    id="meeting",
    trip="trip",
    stop="stop",
    title="Working lunch",
    kind=MeetingKind.WORKING_MEAL,
    start=at(12, 30),
    minutes=90,
)
TOPIC = Topic(id="topic", meeting="meeting", position=1, title="Cyber")
OUR_TRIP: tuple[Record, ...] = (LEADER, TRIP, STOP, MEETING, TOPIC)
"""Ours, each after what it names."""

HOST = Person(id="host", name="The Host")
PRESIDENCY = Office(id="presidency", title="President", of_kind=OfficeOf.STATE, of="FR")
TENURE = Tenure(id="tenure", person="host", office="presidency")
CABINET = Unavailability(id="cabinet", person="host", start=at(9), end=at(10), reason="Cabinet")
PRESIDENT_IN_FRENCH = Wording(
    id="président", record="presidency", field="title", language="fr", text="Président"
)
HOST_AND_ALL: tuple[Record, ...] = (HOST, PRESIDENCY, TENURE, CABINET, PRESIDENT_IN_FRENCH)
"""Somebody known, and all that comes with him when he is invited."""
INVITED = Participant(
    id="invited", meeting="meeting", person="host", side=Side.THEIRS, role=Role.COUNTERPART
)

PALACE = Venue(id="palace", name="Palace", place=PARIS)
WING = Venue(id="wing", name="West wing", place=PARIS, parent="palace")
SALON = Venue(id="salon", name="Salon vert", place=PARIS, parent="wing")
DRIVE = TravelTime(id="drive", origin="palace", destination="salon", minutes=4)
SALON_IN_ENGLISH = Wording(
    id="green room", record="salon", field="name", language="en", text="Green room"
)
SALON_AND_ALL: tuple[Record, ...] = (PALACE, WING, SALON, DRIVE, SALON_IN_ENGLISH)
"""A room, what it is part of, and the way to it."""

OTHER_TRIP: tuple[Record, ...] = (
    Trip(id="other", title="London", short_name="london", principal="leader", home=PARIS),
    Stop(id="other stop", trip="other", place=LONDON, arrive=at(9, day=20, place=LONDON)),
)


def plan(*records: Record) -> Edit:
    """Return the Edit that creates records."""
    return Edit("Planned", create(*records))


def in_order(records: Iterable[Record]) -> tuple[Record, ...]:
    """Return records, each after those of them that it names."""
    waiting = {record.id: record for record in records}
    placed: dict[str, Record] = {}

    def place(record: Record) -> None:
        for named in names_of(record):
            if named in waiting and named not in placed and named != record.id:
                place(waiting[named])
        placed[record.id] = record

    for kind in KINDS:
        for record in waiting.values():
            if type(record) is kind and record.id not in placed:
                place(record)
    return tuple(placed.values())


def names_of(record: Record) -> tuple[str, ...]:
    """Return the ids that a record names."""
    named: list[str] = []
    for field in shape_of(type(record)).references:
        value = getattr(record, field.name)
        if field.form is Form.TEXTS:
            named.extend(value)
        elif value is not None:
            named.append(value)
    return tuple(named)
