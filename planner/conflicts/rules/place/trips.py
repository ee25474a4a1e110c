"""A trip against the principal's other trips, and its entries against its own dates.

A trip lasts from its first instant to its last: by its hours, and by days that lie beyond them. One
that has no dates yet lasts as long as its window; nothing firm can be said of that. What is over
(a completed trip) is compared with nothing.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from planner.conflicts.conflict import Conflict, Severity
from planner.conflicts.meetings import DAY
from planner.conflicts.presence.spans import Span, principal_spans, spans_by_entry, stands
from planner.conflicts.registry import Family, Need, rule
from planner.conflicts.sentences import name_of_entry
from planner.conflicts.surroundings import OtherTrip, Surroundings
from planner.itinerary import Itinerary
from planner.itinerary.entries import FIRM
from planner.moments import MINUTE, YEARS, Moment
from planner.records import Meeting, Movement, Trip
from planner.records.words import TripStatus
from planner.settings import Limits
from planner.text.spoken import date_range, length, long_date

AGREED = frozenset({TripStatus.CONFIRMED, TripStatus.ANNOUNCED})
"""Trips that take place."""
THOUGHT_OF = frozenset({TripStatus.IDEA, TripStatus.PROPOSED})
"""Trips that may come to nothing."""


@dataclass(frozen=True, slots=True)
class _Period:
    """From when to when a trip lasts (UTC seconds, half-open)."""

    start: int
    end: int
    is_window: bool = False
    """Whether it only has a window so far."""


@rule(
    "trip-overlap",
    Family.PLACE,
    Severity.ERROR,
    Severity.NOTICE,
    meaning="Two trips of the principal overlap, or an entry lies outside the dates of its trip.",
    needs=(Need.OTHER_TRIPS,),
)
def trip_overlap(itinerary: Itinerary, surroundings: Surroundings) -> Iterator[Conflict]:
    """Report other trips at the same time, and entries outside the window of this one."""
    yield from _other_trips(itinerary, surroundings)
    yield from _outside(itinerary, surroundings.limits)


def _other_trips(itinerary: Itinerary, surroundings: Surroundings) -> Iterator[Conflict]:
    own = _period(itinerary, surroundings.limits) if surroundings.trips else None
    if own is None:
        return
    for other in surroundings.trips:
        severity = _severity(itinerary.trip, own, other)
        start, end = max(own.start, other.start), min(own.end, other.end)
        if severity is not None and start < end:
            zone = itinerary.trip.home.zone
            minutes = max((end - start) // MINUTE, 1)
            yield Conflict(
                rule="trip-overlap",
                severity=severity,
                message=f"{itinerary.trip.title} ({_dates(own.start, own.end, zone)}) and "
                f"{other.title} ({_dates(other.start, other.end, zone)}) overlap for "
                f"{length(minutes)}.",
                subjects=(itinerary.trip.id,),
                at=start,
                shortfall=minutes,
                way_out="move one of the two, or take it back to proposed",
            )


def _severity(trip: Trip, own: _Period, other: OtherTrip) -> Severity | None:
    """Return how bad it is that two trips overlap; None where it is nothing."""
    statuses = {trip.status, other.status}
    if not statuses <= AGREED | THOUGHT_OF:
        return None
    is_firm = statuses <= AGREED and not own.is_window
    return Severity.ERROR if is_firm else Severity.NOTICE


def _dates(start: int, end: int, zone: str) -> str:
    """Return the days of a trip at home; what ends at midnight ends on the day before."""
    return date_range(Moment.at(start, zone).date, Moment.at(end - 1, zone).date)


def _period(itinerary: Itinerary, limits: Limits) -> _Period | None:
    """Return from when to when a trip lasts; None where it has no dates at all."""
    zone = itinerary.trip.home.zone
    hours, days = _hours(itinerary, limits), _days(itinerary)
    if not hours and not days:
        window = _sensible((itinerary.trip.earliest, itinerary.trip.latest))
        if not window:
            return None
        return _Period(_midnight(window[0], zone), _midnight(window[-1], zone) + DAY, True)
    if not hours:
        return _Period(_midnight(days[0], zone), _midnight(days[-1], zone) + DAY)
    start, end = min(hours), max(hours)
    if days and days[0] < Moment.at(start, zone).date:
        start = _midnight(days[0], zone)
    if days and days[-1] > Moment.at(end, zone).date:
        end = _midnight(days[-1], zone) + DAY
    return _Period(start, end)


def _hours(itinerary: Itinerary, limits: Limits) -> list[int]:
    """Return the instants at which something of the principal's begins or ends."""
    spans = principal_spans(itinerary, limits)
    ends = [moment for stop in itinerary.stops for moment in (stop.arrive, stop.depart) if moment]
    return [
        *(span.start for span in spans),
        *(span.end for span in spans),
        *(moment.instant for moment in ends),
    ]


def _days(itinerary: Itinerary) -> list[date]:
    """Return the days of which the hour is not known, in order."""
    stops = [day for stop in itinerary.stops for day in (stop.arrive_on, stop.depart_on)]
    entries = [each.day for each in _standing(itinerary)]
    return _sensible((*stops, *entries))


def _sensible(days: Iterable[date | None]) -> list[date]:
    """Return those days that are known, in order; one beyond the years that can be read is none."""
    return sorted(day for day in days if day and day.year in YEARS)


def _standing(itinerary: Itinerary) -> Iterator[Meeting | Movement]:
    yield from (meeting for meeting in itinerary.meetings if stands(meeting))
    yield from (movement for movement in itinerary.movements if stands(movement))


def _midnight(day: date, zone: str) -> int:
    return Moment(datetime.combine(day, time()), zone).instant


def _outside(itinerary: Itinerary, limits: Limits) -> Iterator[Conflict]:
    """Report entries of which no part lies within the window, by the clocks where they are."""
    first, last = itinerary.trip.earliest, itinerary.trip.latest
    if not (first or last) or (first and last and last < first):
        return
    spans = spans_by_entry(itinerary, limits)
    for record in _standing(itinerary):
        span = spans.get(record.id)
        begins, ends = _first_and_last_day(record, span)
        at, is_sure = (span.start, span.end_is_stated) if span else (None, True)
        if first and ends and ends < first:
            yield _outsider(itinerary, record, ends, at, is_sure=is_sure)
        elif last and begins and begins > last:
            yield _outsider(itinerary, record, begins, at, is_sure=True)


def _first_and_last_day(
    record: Meeting | Movement, span: Span | None
) -> tuple[date | None, date | None]:
    """Return the local days on which an entry begins and ends; until midnight is the day before."""
    if span is None or span.entry is None:
        return record.day, record.day
    begins = span.entry.start
    zone = span.entry.end.zone if span.entry.end else begins.zone
    return begins.date, Moment.at(max(span.end - 1, span.start), zone).date


def _outsider(
    itinerary: Itinerary, record: Meeting | Movement, day: date, at: int | None, *, is_sure: bool
) -> Conflict:
    first, last = itinerary.trip.earliest, itinerary.trip.latest
    if first and day < first:
        fact = f"before the trip, which begins on {long_date(first)} at the earliest"
    else:
        fact = f"after the trip, which ends on {long_date(last or day)} at the latest"
    is_error = is_sure and record.status in FIRM
    return Conflict(
        rule="trip-overlap",
        severity=Severity.ERROR if is_error else Severity.NOTICE,
        message=f"{name_of_entry(itinerary, record)} on {long_date(day)} lies {fact}.",
        subjects=(record.id, itinerary.trip.id),
        at=at,
        way_out="move it into the dates of the trip, or change those",
        fold="Outside the dates of the trip",
    )
