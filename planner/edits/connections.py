"""The ways that a journey lacks: from stop to stop, and from home and back, as Edits.

What is proposed reckons with an estimate, is a proposal by its status, and is for staff to correct.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from planner.edits import Change, Edit
from planner.geography.travel import AIRCRAFT, Estimate, estimate, great_circle_km, mode_for
from planner.itinerary import Itinerary
from planner.itinerary.entries import FALLEN_AWAY
from planner.itinerary.whereabouts import (
    destination_place,
    destination_stop,
    origin_place,
    origin_stop,
)
from planner.moments import Moment
from planner.records import Movement, Place, Stop, Venue, new_id
from planner.records.words import Mode, Status, VenueKind
from planner.settings import Limits


@dataclass(frozen=True, slots=True)
class Connection:
    """A way that is proposed, and what it is reckoned with."""

    movement: Movement
    origin: Place
    destination: Place
    estimate: Estimate | None
    """How long it probably takes; None where coordinates are missing."""
    venues: tuple[Venue, ...] = ()
    """The shared venues that have to be created with it: the city that is home."""


@dataclass(frozen=True, slots=True)
class _End:
    """An end of a way: a stop, or a venue at home; and what is known of when."""

    place: Place
    stop: str | None = None
    venue: Venue | None = None
    is_new: bool = False
    at: Moment | None = None
    on: date | None = None


def estimated_minutes(origin: Place, destination: Place, mode: Mode) -> int | None:
    """Return how long a way probably takes, rounded up; None where coordinates are missing."""
    found = estimate(origin, destination, mode)
    return found.rounded if found else None


def estimated_arrival(
    origin: Place, destination: Place, mode: Mode, depart: Moment
) -> Moment | None:
    """Return when somebody who departs then probably arrives, on the clocks there."""
    minutes = estimated_minutes(origin, destination, mode)
    return None if minutes is None else depart.plus(minutes).to(destination.zone)


def estimated_departure(
    origin: Place, destination: Place, mode: Mode, arrive: Moment
) -> Moment | None:
    """Return when somebody who arrives then probably departs, on the clocks of the origin."""
    minutes = estimated_minutes(origin, destination, mode)
    return None if minutes is None else arrive.plus(-minutes).to(origin.zone)


def missing_connection(
    itinerary: Itinerary,
    stop: Stop,
    venues: Sequence[Venue] = (),
    make_id: Callable[[], str] = new_id,
) -> Connection | None:
    """Return the way to a stop from the one before it, or from home; None where there is one.

    The trip need not have the stop yet. `venues` are those that trips share: where home or its
    airport is among them, it is not made again.
    """
    trip = _with_stop(itinerary, stop)
    before = next((one for one, other in pairwise(trip.stops) if other.id == stop.id), None)
    if before is not None:
        if before.place.is_one_city_with(stop.place) or _is_joined(trip, before, stop):
            return None
        return _connection(itinerary, _leaving(before), _reaching(stop), make_id)
    home = itinerary.trip.starts_from or itinerary.trip.home
    if home.is_one_city_with(stop.place) or _is_reached_from(trip, home, stop):
        return None
    origin = _at_home(home, stop.place, _known(itinerary, venues), make_id)
    return _connection(itinerary, origin, _reaching(stop), make_id)


def missing_return(
    itinerary: Itinerary,
    venues: Sequence[Venue] = (),
    make_id: Callable[[], str] = new_id,
) -> Connection | None:
    """Return the way from the last stop to where the trip ends; None where there is one.

    `venues` are those that trips share.
    """
    home = itinerary.trip.ends_at or itinerary.trip.home
    last = itinerary.stops[-1] if itinerary.stops else None
    if last is None or last.place.is_one_city_with(home) or _is_left_for(itinerary, home, last):
        return None
    destination = _at_home(home, last.place, _known(itinerary, venues), make_id)
    return _connection(itinerary, _leaving(last), destination, make_id)


def missing_connections(
    itinerary: Itinerary,
    venues: Sequence[Venue] = (),
    make_id: Callable[[], str] = new_id,
) -> tuple[Connection, ...]:
    """Return every way that a journey lacks, in order, home made once where it has to be."""
    known, found = list(venues), list[Connection]()
    for stop in (*itinerary.stops, None):
        if stop:
            lacking = missing_connection(itinerary, stop, known, make_id)
        else:
            lacking = missing_return(itinerary, known, make_id)
        if lacking:
            found.append(lacking)
            known += lacking.venues
    return tuple(found)


def _with_stop(itinerary: Itinerary, stop: Stop) -> Itinerary:
    held = itinerary.get(Stop, stop.id)
    return itinerary if held == stop else itinerary.after(Edit("", (Change(held, stop),)))


def _is_joined(itinerary: Itinerary, before: Stop, after: Stop) -> bool:
    """Tell whether a way leads from one stop to another, be it through a place between."""
    ends = [(origin, destination) for _, origin, destination in _ways(itinerary)]
    through = (before.id, None) in ends and (None, after.id) in ends
    return through or (before.id, after.id) in ends


def _is_reached_from(itinerary: Itinerary, home: Place, stop: Stop) -> bool:
    """Tell whether a way leads to a stop from no other; home may lie as near as its airport."""
    return any(
        destination == stop.id
        and (origin is None or _is_at(home, origin_place(itinerary, movement)))
        for movement, origin, destination in _ways(itinerary)
    )


def _is_left_for(itinerary: Itinerary, home: Place, stop: Stop) -> bool:
    return any(
        origin == stop.id
        and (destination is None or _is_at(home, destination_place(itinerary, movement)))
        for movement, origin, destination in _ways(itinerary)
    )


def _is_at(home: Place, place: Place | None) -> bool:
    return place is not None and home.is_one_city_with(place)


def _ways(itinerary: Itinerary) -> Iterator[tuple[Movement, str | None, str | None]]:
    """Yield the movements that stand, with the ids of the stops that they join, if any."""
    limits = Limits().with_thresholds(itinerary.trip.thresholds)
    for movement in itinerary.movements:
        if movement.status not in FALLEN_AWAY:
            origin = origin_stop(itinerary, movement, limits.same_stop_km)
            destination = destination_stop(itinerary, movement, limits.same_stop_km)
            yield (
                movement,
                origin.id if origin else None,
                destination.id if destination else None,
            )


def _leaving(stop: Stop) -> _End:
    return _End(stop.place, stop.id, at=stop.depart, on=stop.depart_on)


def _reaching(stop: Stop) -> _End:
    return _End(stop.place, stop.id, at=stop.arrive, on=stop.arrive_on)


def _known(itinerary: Itinerary, venues: Sequence[Venue]) -> tuple[Venue, ...]:
    return (*itinerary.all(Venue).values(), *venues)


def _at_home(
    home: Place, other: Place, venues: Sequence[Venue], make_id: Callable[[], str]
) -> _End:
    """Return home as an end, which has to be a venue: an airport to fly from, else the city."""
    near = Limits().same_stop_km
    airports = [
        (km, venue.name, venue.id, venue)
        for venue in venues
        if venue.kind is VenueKind.AIRPORT
        and (km := great_circle_km(home, venue.place)) is not None
        and km <= near
    ]
    if airports and _mode(home, other) in AIRCRAFT:
        nearest = min(airports, key=lambda each: each[:3])[3]
        return _End(nearest.place, venue=nearest)
    for venue in venues:
        if venue.kind is VenueKind.CITY and venue.place.is_one_city_with(home):
            return _End(venue.place, venue=venue)
    made = Venue(id=make_id(), name=home.city, place=home, kind=VenueKind.CITY)
    return _End(home, venue=made, is_new=True)


def _mode(origin: Place, destination: Place) -> Mode:
    km = great_circle_km(origin, destination)
    return Mode.GOVERNMENT_AIRCRAFT if km is None else mode_for(km)


def _connection(
    itinerary: Itinerary, origin: _End, destination: _End, make_id: Callable[[], str]
) -> Connection:
    mode = _mode(origin.place, destination.place)
    depart, arrive = _hours(origin, destination, mode)
    day = None if depart else origin.on or (None if arrive else destination.on)
    movement = Movement(
        id=make_id(),
        trip=itinerary.trip.id,
        mode=mode,
        origin_stop=origin.stop,
        origin_venue=origin.venue.id if origin.venue else None,
        destination_stop=destination.stop,
        destination_venue=destination.venue.id if destination.venue else None,
        depart=depart,
        arrive=arrive,
        day=day,
        status=Status.PROPOSED,
    )
    made = tuple(end.venue for end in (origin, destination) if end.venue and end.is_new)
    reckoned = estimate(origin.place, destination.place, mode)
    return Connection(movement, origin.place, destination.place, reckoned, made)


def _hours(origin: _End, destination: _End, mode: Mode) -> tuple[Moment | None, Moment | None]:
    """Return departure and arrival: what is known, and else an estimate that fits the days."""
    start, end = origin.place, destination.place
    depart, arrive = origin.at, destination.at
    if depart and not arrive:
        likely = estimated_arrival(start, end, mode, depart)
        return depart, _on(likely, destination.on)
    if arrive and not depart:
        likely = estimated_departure(start, end, mode, arrive)
        return _on(likely, origin.on), arrive
    return depart, arrive


def _on(moment: Moment | None, day: date | None) -> Moment | None:
    """Return a moment unless it is on another day than was planned."""
    return moment if moment and day in (None, moment.date) else None
