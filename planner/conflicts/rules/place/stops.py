"""Stops that are there for nothing, or too short for anything."""

from collections.abc import Iterator

from planner.conflicts.conflict import Conflict, Severity
from planner.conflicts.presence.journey import journey
from planner.conflicts.presence.spans import stands
from planner.conflicts.presence.spots import Spots
from planner.conflicts.presence.stays import Stay
from planner.conflicts.registry import Family, rule
from planner.conflicts.rules.place.nights import is_under_way
from planner.conflicts.sentences import clock
from planner.conflicts.surroundings import Surroundings
from planner.itinerary import Itinerary
from planner.itinerary.entries import boarding_minutes, deplaning_minutes
from planner.moments import minutes_between
from planner.records import Stop
from planner.records.words import StopPurpose


@rule(
    "stop-unused",
    Family.PLACE,
    Severity.NOTICE,
    meaning="A stop has nothing on the programme, or is shorter than deplaning and boarding.",
    limits=("same_stop_km",),
)
def stop_unused(itinerary: Itinerary, surroundings: Surroundings) -> Iterator[Conflict]:
    """Report stops that serve no purpose; those to refuel are exempt, and so are the ends.

    While nothing stands on the programme at all, the trip is only being laid out.
    """
    if not is_under_way(itinerary):
        return
    ground = journey(itinerary, surroundings.limits).ground
    used, known = _used(itinerary, ground.spots), ground.stays
    for stop in itinerary.stops:
        if stop.purpose is StopPurpose.REFUEL or _is_an_end(itinerary, stop):
            continue
        if stop.id not in used and stop.purpose is not StopPurpose.OVERNIGHT:
            yield Conflict(
                rule="stop-unused",
                severity=Severity.NOTICE,
                message=f"{stop.place.city} has nothing on the programme.",
                subjects=(stop.id,),
                at=_reached(known[stop.id]),
                way_out="add an entry, drop the stop, or mark it as an overnight or to refuel",
                fold="Nothing on the programme",
            )
        else:
            yield from _too_short(known[stop.id])


def _used(itinerary: Itinerary, spots: Spots) -> set[str]:
    """Return the stops where something takes place or somebody sleeps, outings from them too."""
    found = {lodging.stop for lodging in itinerary.lodgings}
    for meeting in itinerary.meetings:
        if stands(meeting):
            spot = spots.of_meeting(meeting)
            found.update({spot.area, spot.stop.id} if spot.stop else ())
    return found


def _is_an_end(itinerary: Itinerary, stop: Stop) -> bool:
    """Tell whether a stop is only where the trip sets out or comes to an end."""
    trip = itinerary.trip
    ends = (trip.home, trip.starts_from, trip.ends_at)
    return any(end is not None and stop.place.is_one_city_with(end) for end in ends)


def _reached(stay: Stay) -> int | None:
    return stay.reached.moment.instant if stay.reached else None


def _too_short(stay: Stay) -> Iterator[Conflict]:
    if stay.reached is None or stay.left is None:
        return
    came, goes = stay.reached.movement, stay.left.movement
    deplaning = max(deplaning_minutes(came), 0) if came else 0
    boarding = max(boarding_minutes(goes), 0) if goes else 0
    there = minutes_between(stay.reached.moment, stay.left.moment)
    short = deplaning + boarding - there
    if short <= 0:
        return
    reached, left = stay.reached.moment, stay.left.moment
    takes = [f"deplaning takes {deplaning} min"] if deplaning else []
    takes += [f"boarding takes {boarding} min"] if boarding else []
    yield Conflict(
        rule="stop-unused",
        severity=Severity.NOTICE,
        message=f"{stay.stop.place.city} is reached {clock(reached, left)} and left "
        f"{clock(left, reached)}, {' and '.join(takes)}: {short} min short.",
        subjects=(stay.stop.id, *(each.id for each in (came, goes) if each)),
        at=reached.instant,
        shortfall=short,
        way_out="stay longer, or mark it as a stop to refuel",
    )
