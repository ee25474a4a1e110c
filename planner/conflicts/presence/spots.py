"""Where entries begin and end, compared as stops and never by city name.

A venue belongs to the stop chosen for its entry, else to the nearest within the limit. What belongs
to no stop (home, a place to refuel) is a spot of its own, told apart by distance. A stop inside the
stay of another near by (the Vatican, from Rome) is an outing and not another stay.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from planner.geography.travel import great_circle_km
from planner.itinerary import Itinerary
from planner.moments import Moment
from planner.records import Meeting, Movement, Place, Stop, Venue
from planner.records.words import Mode
from planner.settings import Limits

SAME_PLACE_KM = 1
"""Two stops this near are two stays in one city, told apart by time."""
LONG_DISTANCE = frozenset({Mode.GOVERNMENT_AIRCRAFT, Mode.COMMERCIAL_AIR, Mode.RAIL, Mode.SEA})
"""What a way is that leads from one stop to another, where its ends are not known."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an entry begins or ends, as exactly as is known."""

    stop: Stop | None
    area: str
    """The stay that it lies in; empty where that is not a stop of the trip."""
    venue: Venue | None

    @property
    def place(self) -> Place | None:
        """Its place: the venue's, else the stop's."""
        if self.venue:
            return self.venue.place
        return self.stop.place if self.stop else None

    @property
    def name(self) -> str:
        """What a sentence calls it: the venue, else the city."""
        if self.venue:
            return self.venue.name
        return self.stop.place.city if self.stop else ""

    @property
    def city(self) -> str:
        """The city of the stay, else of the place."""
        if self.stop:
            return self.stop.place.city
        return self.venue.place.city if self.venue else ""


class Spots:
    """The spots of one trip."""

    def __init__(self, itinerary: Itinerary, limits: Limits) -> None:
        self._itinerary = itinerary
        self._within_km = limits.same_stop_km
        self._areas = _areas(itinerary.stops, limits.same_stop_km)
        self._possible: dict[tuple[str | None, str | None], tuple[Spot, ...]] = {}
        self._changes: dict[str, bool] = {}

    def of_meeting(self, meeting: Meeting) -> Spot:
        """Return where a meeting is."""
        return self._spot(meeting.stop, meeting.venue, meeting.start)

    def origin(self, movement: Movement) -> Spot:
        """Return where a movement sets out."""
        return self._spot(movement.origin_stop, movement.origin_venue, movement.depart)

    def destination(self, movement: Movement) -> Spot:
        """Return where a movement arrives."""
        at = movement.arrive or movement.depart
        return self._spot(movement.destination_stop, movement.destination_venue, at)

    def are_one_stay(self, one: Spot, other: Spot) -> bool | None:
        """Tell whether two spots belong to one stay; None where that cannot be known."""
        if one.area and other.area:
            return one.area == other.area
        if one.venue and other.venue and one.venue.id == other.venue.id:
            return True
        km = kilometres(one, other)
        return None if km is None else km <= self._within_km

    def changes_stay(self, movement: Movement) -> bool:
        """Tell whether a movement leads from one stay to another."""
        known = self._changes.get(movement.id)
        if known is None:
            same = self.are_one_stay(self.origin(movement), self.destination(movement))
            known = movement.mode in LONG_DISTANCE if same is None else not same
            self._changes[movement.id] = known
        return known

    def _spot(self, stop: str | None, venue: str | None, at: Moment | None) -> Spot:
        possible = self._possible.get((stop, venue))
        if possible is None:
            possible = self._possible[stop, venue] = self._spots(stop, venue)
        if len(possible) == 1 or at is None:
            return possible[0]
        return min(possible, key=lambda spot: _missed_by(spot.stop, at) if spot.stop else 0)

    def _spots(self, stop: str | None, venue: str | None) -> tuple[Spot, ...]:
        """Return the spot that a stop and a venue make, or one for each stay in that city."""
        chosen, place = self._itinerary.get(Stop, stop), self._itinerary.venue(venue)
        if chosen:
            return (Spot(chosen, self._areas[chosen.id], place),)
        near = self._stops_near(place) if place else ()
        return tuple(Spot(each, self._areas[each.id], place) for each in near) or (
            Spot(None, "", place),
        )

    def _stops_near(self, venue: Venue) -> tuple[Stop, ...]:
        """Return the nearest stop, and others in the same city."""
        known = [
            (km, stop)
            for stop in self._itinerary.stops
            if (km := great_circle_km(venue.place, stop.place)) is not None
            and km <= self._within_km
        ]
        nearest = min((km for km, _ in known), default=0.0)
        return tuple(stop for km, stop in known if km <= nearest + SAME_PLACE_KM)


def kilometres(one: Spot, other: Spot) -> float | None:
    """Return how far two spots are apart; None where that is not known."""
    if one.place is None or other.place is None:
        return None
    return great_circle_km(one.place, other.place)


def _areas(stops: tuple[Stop, ...], within_km: int) -> dict[str, str]:
    """Return the stay that each stop lies in: its own, or the one that it is an outing from."""
    areas = {stop.id: stop.id for stop in stops}
    for stop in stops:
        for other in stops:
            if areas[other.id] == other.id != stop.id and _lies_within(stop, other):
                km = great_circle_km(stop.place, other.place)
                if km is not None and km <= within_km:
                    areas[stop.id] = other.id
                    break
    return {stop: _outermost(areas, stop) for stop in areas}


def _outermost(areas: dict[str, str], stop: str) -> str:
    while areas[stop] != stop:
        stop = areas[stop]
    return stop


def _lies_within(stop: Stop, other: Stop) -> bool:
    """Tell whether one stay lies inside another: by the hours where all are known, else by days."""
    if stop.arrive and stop.depart and other.arrive and other.depart:
        begins_inside = other.arrive.instant <= stop.arrive.instant
        return begins_inside and stop.depart.instant <= other.depart.instant
    inner, outer = _days(stop), _days(other)
    if inner is None or outer is None:
        return False
    return inner != outer and outer[0] <= inner[0] and inner[1] <= outer[1]


def _days(stop: Stop) -> tuple[date, date] | None:
    first, last = stop.arrival_day, stop.departure_day
    return (first, last) if first and last else None


def _missed_by(stop: Stop, at: Moment) -> int:
    """Return by how many seconds a moment misses a stay; by its days, where those are all."""
    first = stop.arrive or (_midnight(stop, stop.arrive_on) if stop.arrive_on else None)
    last = stop.depart or (_midnight(stop, stop.depart_on, days=1) if stop.depart_on else None)
    before = first.instant - at.instant if first else 0
    after = at.instant - last.instant if last else 0
    return max(before, after, 0)


def _midnight(stop: Stop, day: date, days: int = 0) -> Moment:
    return Moment(datetime.combine(day + timedelta(days), time()), stop.place.zone)
