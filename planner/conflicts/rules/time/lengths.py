"""Ends that come before their starts, and lengths that cannot be meant.

What has fallen away, or is only there for information, is left alone.
"""

from collections.abc import Iterator, Mapping

from planner.conflicts.conflict import Conflict, Severity
from planner.conflicts.presence.cases import PLANNED
from planner.conflicts.presence.spans import stands
from planner.conflicts.registry import Family, case_rule
from planner.conflicts.sentences import called, city_of_zone, clock, words_of
from planner.conflicts.surroundings import Surroundings
from planner.itinerary import Itinerary
from planner.moments import Moment, minutes_between
from planner.records import Lodging, Meeting, Movement, Record, Stop, Unavailability
from planner.text.spoken import long_date

PERIODS: Mapping[type[Record], tuple[tuple[str, str], ...]] = {
    Stop: (("arrive", "depart"),),
    Movement: (("depart", "arrive"), ("actual_depart", "actual_arrive")),
    Lodging: (("check_in", "check_out"),),
    Meeting: (("actual_start", "actual_end"),),
    Unavailability: (("start", "end"),),
}
"""The fields that hold a start and its end; a meeting's plan has a length instead."""


@case_rule(
    PLANNED,
    "ends-before-start",
    Family.TIME,
    Severity.ERROR,
    Severity.WARNING,
    meaning="Something ends at or before its start, or a meeting is longer than any is.",
    limits=("longest_meeting_hours",),
)
def ends_before_start(
    itinerary: Itinerary, surroundings: Surroundings, record: Record
) -> Iterator[Conflict]:
    """Compare starts and ends as instants."""
    if not stands(record):
        return
    for first, last in PERIODS.get(type(record), ()):
        yield from _backwards(itinerary, record, first, last)
    if isinstance(record, Stop):
        yield from _backwards_by_days(record)
    elif isinstance(record, Meeting) and record.start and record.minutes is not None:
        yield from _odd_length(record, record.start, record.minutes, surroundings)


def _backwards(itinerary: Itinerary, record: Record, first: str, last: str) -> Iterator[Conflict]:
    start, end = getattr(record, first), getattr(record, last)
    if not isinstance(start, Moment) or not isinstance(end, Moment):
        return
    early = minutes_between(end, start)
    if end.instant <= start.instant:
        when = f"{early} min before" if early else "the same instant as"
        yield Conflict(
            rule="ends-before-start",
            severity=Severity.ERROR,
            message=f"{called(itinerary, record)}: {words_of(last)} {_said(end, start)} is {when} "
            f"{words_of(first)} {_said(start, end)}.",
            subjects=(record.id,),
            at=start.instant,
            shortfall=early,
            way_out="correct one of the two times, or its zone",
        )


def _backwards_by_days(stop: Stop) -> Iterator[Conflict]:
    """Report a stop that is left on a day before it is reached, where an hour is not known."""
    first, last = stop.arrival_day, stop.departure_day
    if first and last and last < first and not (stop.arrive and stop.depart):
        yield Conflict(
            rule="ends-before-start",
            severity=Severity.ERROR,
            message=f"{stop.place.city}: departure on {long_date(last)} is before arrival on "
            f"{long_date(first)}.",
            subjects=(stop.id,),
            way_out="correct one of the two days",
        )


def _said(moment: Moment, other: Moment) -> str:
    """Return a time of day, with date and zone where those differ."""
    zone = f" {city_of_zone(moment.zone)}" if moment.zone != other.zone else ""
    return f"{clock(moment, other)}{zone}"


def _odd_length(
    meeting: Meeting, start: Moment, minutes: int, surroundings: Surroundings
) -> Iterator[Conflict]:
    longest = surroundings.limits.longest_meeting_hours * 60
    if 0 < minutes <= longest:
        return
    if minutes <= 0:
        fact = f"{meeting.title} starts {start.clock} and lasts {minutes} min."
    else:
        fact = f"{meeting.title} starts {start.clock} and lasts {minutes} min, more than {longest}."
    yield Conflict(
        rule="ends-before-start",
        severity=Severity.ERROR if minutes <= 0 else Severity.WARNING,
        message=fact,
        subjects=(meeting.id,),
        at=start.instant,
        shortfall=-minutes if minutes <= 0 else minutes - longest,
        way_out="correct its length",
    )
