"""Making another of a record, or of a whole trip, as an Edit.

A copy is a plan: nobody has accepted it, nothing of it has happened, nothing has come of it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar

from planner.edits import Change, Edit
from planner.edits.kinship import names_of, parents_first, rewired, with_fields
from planner.edits.naming import described
from planner.edits.ordering import Placed, placed_after
from planner.errors import FieldInvalid, RecordMissing
from planner.itinerary import Itinerary
from planner.itinerary.entries import expected_minutes
from planner.itinerary.programme import planned_days
from planner.moments import Moment, minutes_between
from planner.records import (
    FollowUp,
    Lodging,
    Meeting,
    Movement,
    Outcome,
    Participant,
    Record,
    Stop,
    Task,
    Topic,
    Trip,
    Wording,
    new_id,
)
from planner.records.plain import LARGEST_NUMBER
from planner.records.shape import Field, Form, kind_of, shape_of
from planner.records.words import Status, Visibility

COPY = " (copy)"
_NAMES: Mapping[type[Record], str] = {
    Trip: "title",
    Stop: "",
    Movement: "",
    Lodging: "name",
    Meeting: "title",
    Topic: "title",
    Outcome: "text",
    FollowUp: "text",
    Task: "what",
}
"""What can be copied, and the field by which one tells the copy."""
_NOT_COPIED: Mapping[type[Record], tuple[str, ...]] = {
    Trip: ("status", "assessment", "announcement_at", "announcement_agreed"),
    Movement: ("reference", "clearance", "clearance_state", "actual_depart", "actual_arrive"),
    Lodging: ("reference",),
    Meeting: (
        "status",
        "accepted_start",
        "accepted_minutes",
        "accepted_venue",
        "told_at",
        "requested_on",
        "requested_through",
        "announcement_at",
        "announcement_agreed",
        "gift_received",
        "actual_start",
        "actual_end",
        "readout",
        "readout_state",
        "placeholder_expires",
    ),
    Participant: ("response",),
    Topic: ("state",),
    Outcome: ("state", "reference", "public"),
    FollowUp: ("state", "last_word", "last_word_on"),
    Task: ("state",),
}
"""What was agreed, done or answered: a copy has it as a new record does."""
_OF_THE_SLOT = ("choice", "series", "fixed")
"""What makes a meeting one of several; another one beside it is not."""
_OF_THE_STAY = ("arrive", "depart", "arrive_on", "depart_on")
_OF_THE_NIGHTS = ("check_in", "check_out")
_PLANNED: tuple[type[Record], ...] = (Stop, Movement, Lodging, Meeting, Participant, Topic, Task)
"""What of a trip is planned, and not what came of it."""
_WITH: Mapping[type[Record], tuple[type[Record], ...]] = {
    Stop: (Lodging,),
    Movement: (Participant,),
    Meeting: (Participant, Topic, Task),
}
"""What is copied along with a record that it belongs to."""


def is_copied(kind: str) -> bool:
    """Tell whether somebody may want another of a kind of record in the same trip."""
    return kind in {kind_of(each) for each in _NAMES if each is not Trip}


R = TypeVar("R", bound=Record)
E = TypeVar("E", Meeting, Movement)


@dataclass(frozen=True, slots=True)
class Duplicate:
    """The Edit that makes a copy, and the id of the copy."""

    edit: Edit
    id: str


def duplicate(
    itinerary: Itinerary, record_id: str, make_id: Callable[[], str] = new_id
) -> Duplicate | None:
    """Return the copy of a record of a trip; None for a kind that nobody wants twice.

    A meeting or movement begins when the one it is copied from ends. A stop is the last of the
    journey and has no hours, for those of the first are taken. What has a position comes next.
    Raises `RecordMissing` where the trip has no record of that id.
    """
    record = itinerary.find(record_id)
    if record is None:
        raise RecordMissing(f"the record {record_id}")
    if type(record) not in _NAMES or isinstance(record, Trip):
        return None
    along = [
        each
        for kind in _WITH.get(type(record), ())
        for each in itinerary.all(kind).values()
        if record.id in names_of(each)
    ]
    head, room = _another(itinerary, record)
    copies = (head, *map(_alongside, along))
    created, ids = _created(itinerary, copies, record, make_id)
    return Duplicate(
        Edit(f"Copied {described(itinerary, record)}", (*room, *created)), ids[head.id]
    )


def _another(itinerary: Itinerary, record: Record) -> tuple[Record, tuple[Change, ...]]:
    """Return a copy of a record, still under its id, and what makes room for it."""
    copy = _named_copy(_as_planned(record))
    match copy:
        case Meeting():
            return _following_meeting(_by_itself(_reset(copy, _OF_THE_SLOT))), ()
        case Movement():
            return _following_movement(_by_itself(copy)), ()
        case Stop():
            last = max(stop.position for stop in itinerary.stops)
            position = min(last + 1, LARGEST_NUMBER)
            return replace(_reset(copy, _OF_THE_STAY), position=position), ()
        case Topic():
            return _placed(copy, itinerary.topics_of(copy.meeting))
        case Outcome():
            return _placed(copy, itinerary.outcomes_of(copy.meeting))
        case _:
            return copy, ()


def _alongside(record: Record) -> Record:
    """Return a copy of what comes along; the nights are those of the copied stay, not known yet."""
    planned = _as_planned(record)
    return _reset(planned, _OF_THE_NIGHTS) if isinstance(planned, Lodging) else planned


def _placed(copy: Placed, among: tuple[Placed, ...]) -> tuple[Record, tuple[Change, ...]]:
    return placed_after(among, copy.id, copy)


def _following_meeting(meeting: Meeting) -> Meeting:
    """Return a meeting so much later that it begins when it would have ended."""
    length = expected_minutes(meeting)
    return replace(
        meeting,
        start=_later(meeting.start, length),
        media_arrive_by=_later(meeting.media_arrive_by, length),
    )


def _following_movement(movement: Movement) -> Movement:
    depart, arrive = movement.depart, movement.arrive
    length = max(minutes_between(depart, arrive), 0) if depart and arrive else 0
    return replace(movement, depart=_later(depart, length), arrive=_later(arrive, length))


def _later(moment: Moment | None, minutes: int) -> Moment | None:
    return moment.plus(minutes) if moment and minutes else moment


def copied_head(itinerary: Itinerary) -> Trip:
    """Return the trip record of a copy on the same days, still under its id and without a name.

    Somebody looks it over and gives it other days before `duplicate_trip` makes it.
    """
    first, last = planned_days(itinerary) or (None, None)
    head = _named_copy(_reset(itinerary.trip, _NOT_COPIED[Trip]))
    return replace(head, short_name="", earliest=first, latest=last)


def duplicate_trip(
    itinerary: Itinerary, head: Trip, make_id: Callable[[], str] = new_id
) -> Duplicate:
    """Return the copy of a trip as planned, under a head, on its days.

    Every hour stays what the clocks there show. Left out is what came of the trip: outcomes,
    follow-ups, log, acknowledgements and releases. Raises `FieldInvalid` for a day too far away.
    """
    days = planned_days(itinerary)
    by = head.earliest - days[0] if head.earliest and days else timedelta()
    planned = [record for kind in _PLANNED for record in itinerary.all(kind).values()]
    copies = [head, *(_shifted(_as_planned(record), by) for record in planned)]
    created, ids = _created(itinerary, copies, itinerary.trip, make_id)
    label = f"Copied {described(itinerary, itinerary.trip)}"
    return Duplicate(Edit(label, tuple(created)), ids[itinerary.trip.id])


def _shifted(record: Record, by: timedelta) -> Record:
    """Return a record with all its days so much later, its hours as clocks show them the same."""
    dated = (Form.DATE, Form.MOMENT)
    fields = [field for field in shape_of(type(record)).fields if field.form in dated]
    values = {field.name: _moved(field, getattr(record, field.name), by) for field in fields}
    return with_fields(record, values) if by else record


def _moved(field: Field, value: object, by: timedelta) -> object:
    try:
        if isinstance(value, Moment):
            return replace(value, wall=value.wall + by)
        return value + by if isinstance(value, date) else value
    except OverflowError as error:
        name = field.name.replace("_", " ")
        raise FieldInvalid(name, "a day that can be moved so far", str(value)) from error


def _created(
    itinerary: Itinerary, copies: Iterable[Record], origin: Record, make_id: Callable[[], str]
) -> tuple[tuple[Change, ...], Mapping[str, str]]:
    """Return the changes that create copies under new ids, and which id became which.

    Their translations come along, but for that of the name: it is not yet that of the copy.
    """
    known = list(copies)
    ids = {record.id for record in known}
    own_name = (origin.id, _NAMES[type(origin)])
    known += [
        wording
        for wording in itinerary.all(Wording).values()
        if wording.record in ids and (wording.record, wording.field) != own_name
    ]
    made = {record.id: make_id() for record in known}
    return parents_first(_of_their_own(known, made)), made


def _of_their_own(copies: Iterable[Record], ids: Mapping[str, str]) -> Iterator[Record]:
    """Yield copies that name each other; one is not on a movement twice for being in a meeting."""
    for record in copies:
        if isinstance(record, Participant):
            meeting = record.meeting if record.meeting in ids else None
            movement = record.movement if record.movement in ids else None
            yield rewired(replace(record, meeting=meeting, movement=movement), ids)
        else:
            yield rewired(record, ids)


def _as_planned(record: Record) -> Record:
    planned = _reset(record, _NOT_COPIED.get(type(record), ()))
    if isinstance(planned, Movement):
        return replace(planned, status=Status.PROPOSED)
    return planned


def _named_copy(record: R) -> R:
    name = _NAMES[type(record)]
    return with_fields(record, {name: getattr(record, name) + COPY}) if name else record


def _by_itself(entry: E) -> E:
    """Return an entry that is not public: to announce it is a decision of its own."""
    is_public = entry.visibility is Visibility.PUBLIC
    return replace(entry, visibility=Visibility.INTERNAL) if is_public else entry


def _reset(record: R, names: Iterable[str]) -> R:
    """Return a record in which some fields are as in a new one."""
    fields = map(shape_of(type(record)).field, names)
    return with_fields(record, {field.name: field.default for field in fields})
