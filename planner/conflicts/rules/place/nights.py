"""Nights without a bed.

A night is spent where the principal is at four in the morning: at the stop that he has reached by
then and not left, or aboard what arrives later. Who lands at two needs a bed for that night, and
who leaves after supper and lands at seven needs none. A stop of which only the days are known is
reached in the course of its first, and left in the course of its last.

A bed serves its own stop and what lies near it. Nothing is said of nights that are over, of home,
of stops to refuel, nor while nothing stands on the programme: such a trip is only being laid out.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from planner.conflicts.conflict import Conflict, Severity
from planner.conflicts.meetings import DAY
from planner.conflicts.presence.journey import Ground, journey
from planner.conflicts.presence.spans import principal_spans, stands
from planner.conflicts.presence.spots import Spots
from planner.conflicts.presence.stays import Border, Stay
from planner.conflicts.registry import Family, Need, rule
from planner.conflicts.surroundings import Surroundings
from planner.geography.travel import great_circle_km
from planner.itinerary import Itinerary
from planner.itinerary.offsets import LONGEST_STAY_DAYS, NOON
from planner.moments import Moment
from planner.records import Lodging, Movement, Stop
from planner.records.words import StopPurpose, TripStatus
from planner.settings import Limits
from planner.text.spoken import counted, long_date

DEEP_NIGHT = time(4)
"""Who arrives later has spent the night on the way."""
ONE_DAY = timedelta(days=1)
NOT_AGREED = frozenset({TripStatus.IDEA, TripStatus.PROPOSED})


@dataclass(frozen=True, slots=True)
class _Sojourn:
    """From when to when the principal is at a stop (UTC seconds, half-open)."""

    stop: Stop
    start: int
    end: int
    is_firm: bool
    """Whether both were typed, or come from movements that are confirmed."""

    def has(self, instant: int) -> bool:
        """Tell whether he is there at an instant."""
        return self.start <= instant < self.end


@dataclass(frozen=True, slots=True)
class _Night:
    """A night at a stop."""

    sojourn: _Sojourn
    evening: date
    """The day that it follows."""
    midnight: int
    """UTC seconds."""
    deep: int
    """Four in the morning."""
    elsewhere: Lodging | None = None
    """The lodging at another stop that is booked for it."""


@dataclass(frozen=True, slots=True)
class _Bed:
    """From when to when somebody can sleep at a lodging (UTC seconds)."""

    lodging: Lodging
    stop: Stop
    start: int
    end: int

    def is_for(self, night: _Night) -> bool:
        """Tell whether it is booked for a night; one may leave it at any hour of the morning."""
        return self.start <= night.deep and night.midnight < self.end


@rule(
    "night-without-lodging",
    Family.PLACE,
    Severity.ERROR,
    Severity.WARNING,
    Severity.NOTICE,
    meaning="A night at a stop has no lodging, or the lodging for it is at another stop.",
    limits=("same_stop_km", "completeness_days"),
    needs=(Need.CLOCK,),
)
def night_without_lodging(itinerary: Itinerary, surroundings: Surroundings) -> Iterator[Conflict]:
    """Report the nights at each stop for which there is no bed, those in a row as one."""
    if not is_under_way(itinerary):
        return
    for nights in _in_a_row(_without_bed(itinerary, surroundings.limits)):
        if nights[-1].deep < surroundings.instant:
            continue
        lodging = nights[0].elsewhere
        if lodging:
            yield _at_another_stop(itinerary, nights, lodging)
        else:
            yield _nowhere(itinerary, surroundings, nights)


def is_under_way(itinerary: Itinerary) -> bool:
    """Tell whether anything stands on the programme, with an hour or without."""
    return any(stands(each) for each in (*itinerary.movements, *itinerary.meetings))


def _nowhere(
    itinerary: Itinerary, surroundings: Surroundings, nights: Sequence[_Night]
) -> Conflict:
    stop, at = nights[0].sojourn.stop, _bites(nights[0])
    soon = surroundings.instant + surroundings.limits.completeness_days * DAY
    is_early = itinerary.trip.status in NOT_AGREED or at > soon
    return Conflict(
        rule="night-without-lodging",
        severity=Severity.NOTICE if is_early else Severity.WARNING,
        message=f"{stop.place.city} has no lodging for {_said(nights)}.",
        subjects=(stop.id,),
        at=at,
        way_out=f"add a lodging in {stop.place.city}",
        fold="No lodging",
    )


def _at_another_stop(itinerary: Itinerary, nights: Sequence[_Night], lodging: Lodging) -> Conflict:
    sojourn = nights[0].sojourn
    city, other = sojourn.stop.place.city, itinerary.get(Stop, lodging.stop)
    there = other.place.city if other else "?"
    return Conflict(
        rule="night-without-lodging",
        severity=Severity.ERROR if sojourn.is_firm else Severity.WARNING,
        message=f"Lodging “{lodging.name}” in {there} is booked for {_said(nights)}, when the "
        f"principal is in {city}.",
        subjects=(lodging.id, sojourn.stop.id),
        at=_bites(nights[0]),
        way_out=f"correct its stop or its hours, or add a lodging in {city}",
    )


def _bites(night: _Night) -> int:
    return max(night.midnight, night.sojourn.start)


def _said(nights: Sequence[_Night]) -> str:
    first, last = nights[0].evening, nights[-1].evening
    if first == last:
        return f"the night of {long_date(first)}"
    count = counted(len(nights), "night")
    return f"{count}, from {long_date(first)} to {long_date(last + ONE_DAY)}"


def _in_a_row(nights: Iterable[_Night]) -> list[list[_Night]]:
    """Group nights at one stop that follow one another, and of which the same is to be said."""
    rows: list[list[_Night]] = []
    for night in nights:
        before = rows[-1][-1] if rows else None
        if (
            before
            and before.sojourn is night.sojourn
            and before.elsewhere is night.elsewhere
            and before.evening + ONE_DAY == night.evening
        ):
            rows[-1].append(night)
        else:
            rows.append([night])
    return rows


def _without_bed(itinerary: Itinerary, limits: Limits) -> Iterator[_Night]:
    """Return the nights that have no bed; where two stays overlap, the one begun first has it."""
    ground = journey(itinerary, limits).ground
    sojourns = _sojourns(itinerary, ground)
    beds = list(_beds(itinerary, {each.stop.id: each for each in sojourns}))
    aboard = _Aboard(itinerary, limits, ground.spots)
    spoken_for: int | None = None
    for sojourn in sojourns:
        for night in _nights(sojourn):
            is_new = spoken_for is None or spoken_for <= night.deep
            if is_new and not aboard.at(night.deep):
                yield from _lacking(night, beds, sojourns, limits)
        spoken_for = sojourn.end if spoken_for is None else max(spoken_for, sojourn.end)


def _lacking(
    night: _Night, beds: Sequence[_Bed], sojourns: Sequence[_Sojourn], limits: Limits
) -> Iterator[_Night]:
    """Return a night if no bed serves it, with the one at another stop that is booked for it."""
    booked = [bed for bed in beds if bed.is_for(night)]
    there = {each.stop.id for each in sojourns if each.has(night.deep)} if booked else set()
    stop = night.sojourn.stop
    if any(bed.stop.id in there or _is_near(bed.stop, stop, limits) for bed in booked):
        return
    other = booked[0].lodging if booked else None
    yield _Night(night.sojourn, night.evening, night.midnight, night.deep, other)


def _is_near(one: Stop, other: Stop, limits: Limits) -> bool:
    km = great_circle_km(one.place, other.place)
    return km is not None and km <= limits.same_stop_km


def _sojourns(itinerary: Itinerary, ground: Ground) -> list[_Sojourn]:
    """Return when the principal is at the stops where one sleeps, those reached first in front."""
    known = ground.stays.values()
    found = [
        each
        for stay in known
        if stay.stop.purpose is not StopPurpose.REFUEL
        and not stay.stop.place.is_one_city_with(itinerary.trip.home)
        and (each := _sojourn(stay))
    ]
    return sorted(found, key=lambda each: (each.start, -each.end, each.stop.id))


def _sojourn(stay: Stay) -> _Sojourn | None:
    """Return the hours of a stay; None where they are not known, or cannot be right."""
    stop = stay.stop
    start = _instant(stop, stay.reached, stop.arrive_on)
    end = _instant(stop, stay.left, stop.depart_on)
    if start is None or end is None or start >= end:
        return None
    is_firm = all(border is None or border.is_firm for border in (stay.reached, stay.left))
    return _Sojourn(stop, start, end, is_firm)


def _instant(stop: Stop, border: Border | None, day: date | None) -> int | None:
    if border:
        return border.moment.instant
    return Moment(datetime.combine(day, NOON), stop.place.zone).instant if day else None


def _nights(sojourn: _Sojourn) -> Iterator[_Night]:
    zone = sojourn.stop.place.zone
    first = Moment.at(sojourn.start, zone).date
    days = min((Moment.at(sojourn.end, zone).date - first).days, LONGEST_STAY_DAYS)
    for number in range(days + 1):
        morning = first + number * ONE_DAY
        deep = Moment(datetime.combine(morning, DEEP_NIGHT), zone).instant
        if morning > date.min and sojourn.has(deep):
            midnight = Moment(datetime.combine(morning, time()), zone).instant
            yield _Night(sojourn, morning - ONE_DAY, midnight, deep)


def _beds(itinerary: Itinerary, sojourns: dict[str, _Sojourn]) -> Iterator[_Bed]:
    """Return the lodgings of which it is known when they can be slept in.

    One without hours, or with hours that are backwards, is there for the whole stay at its stop.
    """
    for lodging in itinerary.lodgings:
        stop, stay = itinerary.get(Stop, lodging.stop), sojourns.get(lodging.stop)
        first, last = lodging.check_in, lodging.check_out
        if first and last and last.instant <= first.instant:
            first, last = None, None
        start = first.instant if first else stay.start if stay else None
        end = last.instant if last else stay.end if stay else None
        if stop and start is not None and end is not None:
            yield _Bed(lodging, stop, start, end)


class _Aboard:
    """When the principal is on the way from one stay to another."""

    def __init__(self, itinerary: Itinerary, limits: Limits, spots: Spots) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in principal_spans(itinerary, limits):
            record = span.entry.record if span.entry else None
            if isinstance(record, Movement) and span.is_sound and spots.changes_stay(record):
                latest = self._ends[-1] if self._ends else span.end
                self._starts.append(span.start)
                self._ends.append(max(latest, span.end))

    def at(self, instant: int) -> bool:
        """Tell whether he is aboard at an instant."""
        begun = bisect_right(self._starts, instant)
        return begun > 0 and instant < self._ends[begun - 1]
