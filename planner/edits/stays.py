"""The hours of a stay that are those of the movements to it and from it.

A motorcade inside a city ends no stay; nor does a flight say anything about a stay whose days
somebody put elsewhere.
"""

from dataclasses import replace

from planner.edits import Change
from planner.itinerary import Itinerary
from planner.itinerary.whereabouts import (
    destination_place,
    destination_stop,
    origin_place,
    origin_stop,
)
from planner.moments import Moment
from planner.records import Movement, Place, Stop
from planner.settings import Limits

End = tuple[str | None, Moment | None]
"""The stop whose stay a movement ends or begins, and when; without a stop it does neither."""
NOWHERE: End = (None, None)


def stays_moved(
    itinerary: Itinerary, before: Movement | None, after: Movement
) -> tuple[Change, ...]:
    """Return the stops that begin or end with a movement, with its new hours.

    Left alone are hours that were not the movement's before, and other days than its own.
    """
    left, reached = _ends(itinerary, before) if before else (NOWHERE, NOWHERE)
    leaves, comes = _ends(itinerary, after)
    changes = []
    for stop in itinerary.stops:
        stay = stop
        if stop.id == leaves[0] and _may_be(stop.depart, stop.depart_on, left, leaves):
            stay = replace(stay, depart=leaves[1], depart_on=None)
        if stop.id == comes[0] and _may_be(stop.arrive, stop.arrive_on, reached, comes):
            stay = replace(stay, arrive=comes[1], arrive_on=None)
        if stay != stop:
            changes.append(Change(stop, stay))
    return tuple(changes)


def _may_be(held: Moment | None, day: object, before: End, after: End) -> bool:
    """Tell whether an hour of a stay is the movement's to move."""
    moment = after[1]
    if moment is None or after == before:
        return False
    if held is not None:
        return held == before[1]
    return day in (None, moment.date)


def _ends(itinerary: Itinerary, movement: Movement) -> tuple[End, End]:
    within = Limits().same_stop_km
    origin = origin_stop(itinerary, movement, within)
    destination = destination_stop(itinerary, movement, within)
    leaves = origin and not _is_in(origin, destination, destination_place(itinerary, movement))
    comes = destination and not _is_in(destination, origin, origin_place(itinerary, movement))
    return (
        (origin.id, movement.depart) if origin and leaves else NOWHERE,
        (destination.id, movement.arrive) if destination and comes else NOWHERE,
    )


def _is_in(stop: Stop, other: Stop | None, place: Place | None) -> bool:
    """Tell whether the other end of a movement lies in a stop too."""
    if other is not None:
        return other.id == stop.id
    return place is not None and stop.place.is_one_city_with(place)
