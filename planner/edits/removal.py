"""Taking a record away, with all that has no sense without it, as an Edit.

What stays no longer names what goes: a meeting stays when its stop goes, and the log stays when
the meeting goes that it tells of.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from planner.edits import Change, Edit
from planner.edits.kinship import children_first, names_of, without
from planner.edits.naming import counted, described, described_shared, ends, listed
from planner.errors import RecordMissing
from planner.itinerary import Itinerary
from planner.itinerary.closure import OWNED
from planner.records import (
    Acknowledgement,
    FollowUp,
    Movement,
    Office,
    Outcome,
    Participant,
    Person,
    Record,
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
from planner.store import Directory

OF_A_TRIP: tuple[type[Record], ...] = (Trip, *OWNED, Topic, Participant, Wording)
"""Kinds that go with a trip; the others are shared, and stay."""
_OF_ITS_MEETING = (Outcome, FollowUp, Task)
"""What could be without its meeting, and goes with it all the same."""
_OF_SHARED: Mapping[type[Record], tuple[type[Record], ...]] = {
    Person: (Tenure, Unavailability, Wording),
    Office: (Wording,),
    Venue: (TravelTime, Wording),
    Tenure: (),
    Unavailability: (),
    TravelTime: (),
}
"""Shared kinds, and what goes with each; whatever else names it keeps it."""


@dataclass(frozen=True, slots=True)
class Removal:
    """The Edit that takes a record away, and what a person is told before it is done."""

    edit: Edit
    words: str = ""
    """What goes with it: `with 3 topics and 5 participants`; empty where it goes alone."""
    stays: str = ""
    """What only stops naming it: `2 meetings stay`; empty where nothing does."""


def removal(itinerary: Itinerary, record_id: str) -> Removal:
    """Return the removal of a record of a trip, or of the trip; shared records stay.

    Raises `RecordMissing` where the trip has no record of that id.
    """
    record = itinerary.find(record_id)
    if record is None or not isinstance(record, OF_A_TRIP):
        raise RecordMissing(f"the record {record_id}")
    going = _going(itinerary, record)
    kept = [each for each in itinerary.records if each.id not in going]
    cleared = [Change(each, without(each, going)) for each in kept if names_of(each) & going.keys()]
    label = f"Removed {described(itinerary, record)}"
    return Removal(
        Edit(label, (*cleared, *children_first(going.values()))),
        _with(itinerary, record, going),
        _stay([change.record for change in cleared]),
    )


def _going(itinerary: Itinerary, record: Record) -> dict[str, Record]:
    """Return a record and all that goes with it, by id."""
    going = {record.id: record}
    known = [each for each in itinerary.records if isinstance(each, OF_A_TRIP)]
    size = 0
    while size < len(going):
        size = len(going)
        going |= {each.id: each for each in known if each.id not in going and _goes(each, going)}
    return going


def _goes(record: Record, going: Collection[str]) -> bool:
    """Tell whether a record has no sense once others are gone."""
    if isinstance(record, Acknowledgement) and any(each in going for each in record.subjects):
        return True
    if any(each in going for each in names_of(record, only_required=True)):
        return True
    if isinstance(record, _OF_ITS_MEETING):
        return record.meeting in going
    left = without(record, going)
    if left == record:
        return False
    if isinstance(left, Participant):
        return left.meeting is None and left.movement is None
    return isinstance(left, Movement) and _lacks_an_end(left)


def _lacks_an_end(movement: Movement) -> bool:
    origin = movement.origin_stop or movement.origin_venue
    destination = movement.destination_stop or movement.destination_venue
    return not (origin and destination)


def _with(itinerary: Itinerary, record: Record, going: Mapping[str, Record]) -> str:
    """Say what goes with a record; that ways go with a stop is no matter of course: name them."""
    others = [each for each in going.values() if each is not record]
    ways = [each for each in others if isinstance(each, Movement)]
    if not isinstance(record, Stop) or not ways:
        return _with_all(counted(others))
    named = f"{counted(ways)[0]} ({', '.join(ends(itinerary, way) for way in ways)})"
    rest = [each for each in others if not isinstance(each, Movement)]
    return _with_all([named, *counted(rest)])


def _with_all(parts: list[str]) -> str:
    return f"with {listed(parts)}" if parts else ""


def _stay(records: list[Record]) -> str:
    kept = listed(counted(records))
    return f"{kept} {'stays' if len(records) == 1 else 'stay'}" if kept else ""


def removal_of_shared(directory: Directory, record: Record) -> Removal:
    """Return the removal of a person, office, tenure, venue, travel time or unavailability.

    What still names it otherwise, in whatever trip, makes the store refuse it: `RecordNamed`.
    Raises `ValueError` for a record that trips do not share.
    """
    if type(record) not in _OF_SHARED:
        raise ValueError(f"{type(record).__name__} belongs to one trip")
    going = {record.id: record}
    for kind in _OF_SHARED[type(record)]:
        going |= {
            each.id: each
            for each in _all(directory)
            if type(each) is kind and names_of(each, only_required=True) & {record.id}
        }
    others = [each for each in going.values() if each is not record]
    edit = Edit(
        f"Removed {described_shared(directory, record)}", tuple(children_first(going.values()))
    )
    return Removal(edit, _with_all(counted(others)))


def _all(directory: Directory) -> Iterable[Record]:
    return (
        *directory.tenures,
        *directory.unavailabilities,
        *directory.travel_times,
        *directory.wordings,
    )
