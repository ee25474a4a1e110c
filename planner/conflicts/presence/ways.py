"""How long the way from one venue to another takes: as somebody typed it, else as estimated."""

from collections.abc import Iterator
from dataclasses import dataclass

from planner.conflicts.presence.spots import Spot
from planner.geography.travel import estimate
from planner.itinerary import Itinerary
from planner.records import Movement, TravelTime, Venue
from planner.records.words import Mode, TravelSource

LOCAL_MODES = (Mode.MOTORCADE, Mode.ON_FOOT)
"""How one gets from venue to venue when no movement says otherwise."""


@dataclass(frozen=True, slots=True)
class Way:
    """The minutes from one venue to another."""

    minutes: int
    is_typed: bool
    """Whether the host, a recce or the staff said so for this direction."""


HERE = Way(0, is_typed=True)


class Ways:
    """The ways between the venues of one trip."""

    def __init__(self, itinerary: Itinerary) -> None:
        self._itinerary = itinerary
        self._typed: dict[tuple[str, str], list[TravelTime]] = {}
        for each in itinerary.all(TravelTime).values():
            self._typed.setdefault((each.origin, each.destination), []).append(each)
        self._found: dict[tuple[str, str], Way | None] = {}

    def between(self, one: Spot, other: Spot) -> Way | None:
        """Return the way between two venues; None where nothing can be said of it.

        What was typed for the way back is good for an estimate only: traffic has a direction.
        """
        if one.venue is None or other.venue is None:
            return None
        pair = one.venue.id, other.venue.id
        if pair not in self._found:
            self._found[pair] = self._between(one.venue, other.venue)
        return self._found[pair]

    def typed_for(self, movement: Movement) -> int | None:
        """Return the minutes that somebody who knows gave for a movement's way by its mode."""
        origin = self._itinerary.venue(movement.origin_venue)
        destination = self._itinerary.venue(movement.destination_venue)
        if origin is None or destination is None:
            return None
        known = [each for each in self._said(origin, destination) if _is_known(each)]
        return min((each.minutes for each in known if each.mode is movement.mode), default=None)

    def _between(self, one: Venue, other: Venue) -> Way | None:
        if self._outermost(one) == self._outermost(other):
            return HERE
        there, back = self._said(one, other), self._said(other, one)
        known = [each.minutes for each in there if _is_known(each)]
        if known:
            return Way(min(known), is_typed=True)
        supposed = [each.minutes for each in (*there, *back)] or list(_estimated(one, other))
        return Way(min(supposed), is_typed=False) if supposed else None

    def _said(self, one: Venue, other: Venue) -> list[TravelTime]:
        """Return the times given from a venue, or what it is in, to another."""
        tops = self._outermost(one), self._outermost(other)
        pairs = ((one.id, other.id), (one.id, tops[1]), (tops[0], other.id), tops)
        return next((self._typed[pair] for pair in pairs if pair in self._typed), [])

    def _outermost(self, venue: Venue) -> str:
        """Return the building that a room is in, by id."""
        seen = [venue.id]
        above = self._itinerary.venue(venue.parent)
        while above and above.id not in seen:
            seen.append(above.id)
            above = self._itinerary.venue(above.parent)
        return min(seen) if above else seen[-1]


def _is_known(time: TravelTime) -> bool:
    return time.source is not TravelSource.ESTIMATE


def _estimated(one: Venue, other: Venue) -> Iterator[int]:
    """Return estimates by each local mode; none where both have only the city's position."""
    if (one.place.latitude, one.place.longitude) == (other.place.latitude, other.place.longitude):
        return
    for mode in LOCAL_MODES:
        found = estimate(one.place, other.place, mode)
        if found:
            yield found.minutes
