"""When the principal is at a stop: from landing and leaving the aircraft to boarding the next."""

from collections.abc import Iterable
from dataclasses import dataclass

from planner.conflicts.presence.spots import Spots
from planner.itinerary import Itinerary
from planner.itinerary.entries import FALLEN_AWAY, FIRM
from planner.moments import Moment
from planner.records import Meeting, Movement, Stop
from planner.records.words import MeetingKind, VenueKind

TERMINALS = frozenset({VenueKind.AIRPORT, VenueKind.STATION, VenueKind.PORT})
CEREMONIES = frozenset({MeetingKind.ARRIVAL_CEREMONY, MeetingKind.DEPARTURE_CEREMONY})


@dataclass(frozen=True, slots=True)
class Border:
    """When a stay begins or ends, and the movement that makes it so."""

    moment: Moment
    movement: Movement | None = None

    @property
    def is_firm(self) -> bool:
        """Whether it will not move by itself: what was typed for the stop, or a firm movement."""
        return self.movement is None or self.movement.status in FIRM


@dataclass(frozen=True, slots=True)
class Stay:
    """The borders of a stay, as far as they are known; a stay cannot be left where one is not."""

    stop: Stop
    reached: Border | None
    left: Border | None


def stays(itinerary: Itinerary, spots: Spots) -> dict[str, Stay]:
    """Return the stay at each stop, by the stop's id.

    What was typed for the stop counts before what its movements say.
    """
    arriving: dict[str, list[Border]] = {}
    leaving: dict[str, list[Border]] = {}
    for movement in itinerary.movements:
        if not _can_be_relied_on(movement) or not spots.changes_stay(movement):
            continue
        reached, left = spots.destination(movement).stop, spots.origin(movement).stop
        if reached and movement.arrive:
            arriving.setdefault(reached.id, []).append(Border(movement.arrive, movement))
        if left and movement.depart:
            leaving.setdefault(left.id, []).append(Border(movement.depart, movement))
    return {
        stop.id: _stay(
            stop,
            _border(stop.arrive, sorted(arriving.get(stop.id, ()), key=_instant)),
            _border(stop.depart, sorted(leaving.get(stop.id, ()), key=_instant, reverse=True)),
        )
        for stop in itinerary.stops
    }


def _can_be_relied_on(movement: Movement) -> bool:
    """Tell whether a movement stands, and does not arrive before it departs."""
    if movement.status in FALLEN_AWAY:
        return False
    depart, arrive = movement.depart, movement.arrive
    return depart is None or arrive is None or depart.instant < arrive.instant


def _stay(stop: Stop, reached: Border | None, left: Border | None) -> Stay:
    """Make a stay; one that ends before it begins cannot be relied on either way."""
    if reached and left and reached.moment.instant >= left.moment.instant:
        return Stay(stop, None, None)
    return Stay(stop, reached, left)


def _instant(border: Border) -> int:
    return border.moment.instant


def _border(typed: Moment | None, made: Iterable[Border]) -> Border | None:
    """Return a border as typed, with the movement of that moment; else the outermost one."""
    if typed is None:
        return next(iter(made), None)
    same = (border for border in made if border.moment.instant == typed.instant)
    return next(same, Border(typed))


def is_at_the_aircraft(itinerary: Itinerary, meeting: Meeting) -> bool:
    """Tell whether a meeting takes place where one boards and deplanes, in those very minutes."""
    venue = itinerary.venue(meeting.venue)
    if venue is None:
        return meeting.kind in CEREMONIES
    return venue.kind in TERMINALS


def is_bound_to_no_place(meeting: Meeting) -> bool:
    """Tell whether a meeting can take place from anywhere: a call, unless a venue is stated."""
    return meeting.kind is MeetingKind.CALL and meeting.venue is None
