"""The principal's movements, one after another.

Most of what can be wrong with their sequence has its rule: two that overlap are `principal-overlap`
(or `transfer-too-short`, where one reaches the other too late), a jump to or from a stop of the
trip is `stop-discontinuity`, and one that no mode could manage is `intercity-infeasible`. What is
left is a jump between places that are no stops, a jump between movements of which only the day is
known, and a trip that does not begin or end at home.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from planner.conflicts.conflict import Conflict, Severity
from planner.conflicts.meetings import DAY
from planner.conflicts.passages import is_out_of_reach
from planner.conflicts.presence.journey import Journey, journey
from planner.conflicts.presence.spans import movements_of_others, spans_by_entry, stands
from planner.conflicts.presence.spots import Spot, Spots, kilometres
from planner.conflicts.registry import Family, rule
from planner.conflicts.sentences import name_of_entry
from planner.conflicts.surroundings import Surroundings
from planner.geography.travel import great_circle_km
from planner.itinerary import Itinerary
from planner.itinerary.entries import FIRM
from planner.itinerary.order import movement_order
from planner.records import Movement, Place
from planner.settings import Limits
from planner.text.spoken import long_date


@rule(
    "movement-sequence",
    Family.PLACE,
    Severity.ERROR,
    Severity.WARNING,
    Severity.NOTICE,
    meaning="A movement leaves from elsewhere than the last one arrived, or the trip does not "
    "start from home or return there.",
    limits=("same_stop_km",),
)
def movement_sequence(itinerary: Itinerary, surroundings: Surroundings) -> Iterator[Conflict]:
    """Report where the principal's movements do not join, and where the first or last is missing.

    Where two movements of one day have no hour their order is not known, and nothing is said.
    """
    limits = surroundings.limits
    found, others = journey(itinerary, limits), movements_of_others(itinerary, limits)
    moves = [each for each in itinerary.movements if stands(each) and each.id not in others]
    sequence = _sequence(moves)
    said = _jumps_said(found, limits)
    spans = spans_by_entry(itinerary, limits)
    for before, after in sequence.joins():
        earlier, later = spans.get(before.id), spans.get(after.id)
        overlaps = earlier and later and later.start < earlier.end
        if overlaps or _is_said(said, before, after):
            continue
        here, there = found.spots.destination(before), found.spots.origin(after)
        if _jumps(found.spots, here, there, limits) and not any(
            _may_lead(found.spots, each, here, there) for each in sequence.undated
        ):
            yield _jump(itinerary, (before, after), (here, there))
    yield from _far_from_home(itinerary, found.spots, sequence, limits)


@dataclass(frozen=True, slots=True)
class _Sequence:
    """Movements in the order of their hours and days."""

    dated: Sequence[Movement]
    undated: Sequence[Movement]
    """Those of which not even the day is known, one for each way: they may belong anywhere."""
    crowded: frozenset[date]
    """The days with several movements of which one has no hour: their order is not known."""

    def joins(self) -> Iterator[tuple[Movement, Movement]]:
        """Return each two that surely come one after the other."""
        for before, after in pairwise(self.dated):
            days = _day(before), _day(after)
            if not self.crowded.isdisjoint(days):
                continue
            # With both hours the instants decide: across the date line a later day can come first.
            if (_has_hour(before) and _has_hour(after)) or days[0] < days[1]:
                yield before, after

    def at_the_end(self, end: int) -> list[Movement]:
        """Return those that may be the first of all (0) or the last (-1), the likeliest first."""
        likeliest = self.dated[end]
        day = _day(likeliest)
        same_day = [each for each in self.dated if day in self.crowded and _day(each) == day]
        return [likeliest, *same_day, *self.undated]


def _sequence(moves: Sequence[Movement]) -> _Sequence:
    dated = [each for each in moves if _has_hour(each) or each.day]
    days = Counter(_day(each) for each in dated)
    ways = {
        (each.origin_stop, each.origin_venue, each.destination_stop, each.destination_venue): each
        for each in moves
        if not (_has_hour(each) or each.day)
    }
    crowded = {_day(each) for each in dated if not _has_hour(each) and days[_day(each)] > 1}
    return _Sequence(dated, tuple(ways.values()), frozenset(crowded))


def _has_hour(movement: Movement) -> bool:
    return movement.depart is not None or movement.arrive is not None


def _day(movement: Movement) -> date:
    moment = movement.depart or movement.arrive
    return moment.date if moment else movement.day or date.min


def _jumps_said(found: Journey, limits: Limits) -> list[int]:
    """Return the instants of the jumps that other rules speak of, or pass over with good reason."""
    return sorted(
        join.after.span.start
        for join in found.joins
        if join.is_one_stay is False
        and (join.before.ends.stop or join.after.begins.stop or is_out_of_reach(join, limits))
    )


def _is_said(said: Sequence[int], before: Movement, after: Movement) -> bool:
    """Tell whether one of those jumps lies between two movements; a day is taken as a whole."""
    start, end = movement_order(before)[1], movement_order(after)[1]
    start -= 0 if _has_hour(before) else DAY
    end += 0 if _has_hour(after) else DAY
    return bisect_right(said, start) < bisect_right(said, end)


def _jumps(spots: Spots, here: Spot, there: Spot, limits: Limits) -> bool:
    """Tell whether two spots are in different cities: not two stays in one, which hours tell."""
    if here.place is None or there.place is None or spots.are_one_stay(here, there) is not False:
        return False
    km = kilometres(here, there)
    is_far = km is None or km > limits.same_stop_km
    return is_far and not here.place.is_one_city_with(there.place)


def _may_lead(spots: Spots, movement: Movement, here: Spot, there: Spot) -> bool:
    leaves = spots.are_one_stay(spots.origin(movement), here)
    reaches = spots.are_one_stay(spots.destination(movement), there)
    return leaves is not False and reaches is not False


def _jump(
    itinerary: Itinerary, moves: tuple[Movement, Movement], spots: tuple[Spot, Spot]
) -> Conflict:
    (before, after), (here, there) = moves, spots
    moment = after.depart or after.arrive
    is_firm = before.status in FIRM and after.status in FIRM
    return Conflict(
        rule="movement-sequence",
        severity=Severity.ERROR if is_firm else Severity.WARNING,
        message=f"{name_of_entry(itinerary, before)} on {long_date(_day(before))} ends in "
        f"{here.city}, {name_of_entry(itinerary, after)} on {long_date(_day(after))} leaves from "
        f"{there.city}: no movement leads there.",
        subjects=(after.id, before.id),
        at=moment.instant if moment else None,
        way_out=f"add a movement from {here.city} to {there.city}",
    )


def _far_from_home(
    itinerary: Itinerary, spots: Spots, sequence: _Sequence, limits: Limits
) -> Iterator[Conflict]:
    """Report a trip that starts or ends elsewhere than it should; without a movement nothing is."""
    if not sequence.dated:
        return
    trip = itinerary.trip
    start, end = trip.starts_from or trip.home, trip.ends_at or trip.home
    first, last = sequence.at_the_end(0), sequence.at_the_end(-1)
    if all(_is_away(spots.origin(each), start, limits) for each in first):
        city = spots.origin(first[0]).city
        fact = f"its first movement ({name_of_entry(itinerary, first[0])}) leaves from {city}"
        way_out = f"add the movement from {start.city} to {city}"
        yield _not_home(first[0], f"The trip is to start from {start.city}, but {fact}.", way_out)
    if all(_is_away(spots.destination(each), end, limits) for each in last):
        city = spots.destination(last[0]).city
        fact = f"its last movement ({name_of_entry(itinerary, last[0])}) ends in {city}"
        way_out = f"add the movement from {city} to {end.city}"
        yield _not_home(last[0], f"The trip is to end in {end.city}, but {fact}.", way_out)


def _is_away(spot: Spot, home: Place, limits: Limits) -> bool:
    """Tell whether a spot is surely not where a trip starts or ends."""
    if spot.place is None or spot.place.is_one_city_with(home):
        return False
    km = great_circle_km(spot.place, home)
    return km is not None and km > limits.same_stop_km


def _not_home(movement: Movement, message: str, way_out: str) -> Conflict:
    moment = movement.depart or movement.arrive
    return Conflict(
        rule="movement-sequence",
        severity=Severity.NOTICE,
        message=message,
        subjects=(movement.id,),
        at=moment.instant if moment else None,
        way_out=way_out,
    )
