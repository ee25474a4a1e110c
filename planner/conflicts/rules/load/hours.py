"""Meetings at hours, and on days, when people do not work, by the clocks of either side."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time

from planner.conflicts.conflict import Conflict, Severity
from planner.conflicts.meetings import SUBSTANTIVE, leading_counterparts
from planner.conflicts.presence.capitals import capital_zone
from planner.conflicts.presence.rest_days import is_rest_day
from planner.conflicts.presence.spans import Span, span_of, stands
from planner.conflicts.registry import Family, meeting_rule
from planner.conflicts.sentences import city_of_zone, clock, listed, may_move
from planner.conflicts.surroundings import Surroundings
from planner.geography.countries import country_name
from planner.itinerary import Itinerary
from planner.itinerary.entries import entry_of
from planner.itinerary.titles import offices_on
from planner.itinerary.whereabouts import place_of
from planner.moments import MINUTE, Moment
from planner.records import Meeting, Stop
from planner.records.words import Attends, MeetingKind, OfficeOf
from planner.settings import Limits
from planner.text.spoken import long_date, short_date

CALLS_FROM, CALLS_UNTIL = 7, 22
NIGHT_FROM, NIGHT_UNTIL = 23, 6


@dataclass(frozen=True, slots=True)
class _Fact:
    """What is outside the working hours, by how much, and the way out."""

    words: str
    minutes: int = 0
    way_out: str = ""


@dataclass(frozen=True, slots=True)
class _Clock:
    """What the clocks of one side follow, and what a sentence calls the place."""

    zone: str
    place: str


@meeting_rule(
    "outside-working-hours",
    Family.LOAD,
    Severity.WARNING,
    Severity.NOTICE,
    meaning="A substantive meeting is early, late or on the host's weekly rest day (a notice), or "
    f"a call is outside {CALLS_FROM:02}:00–{CALLS_UNTIL}:00 on the clock of either side (a notice; "
    "by night a warning).",
    limits=("earliest_hour", "latest_hour"),
)
def outside_working_hours(
    itinerary: Itinerary, surroundings: Surroundings, meeting: Meeting
) -> Iterator[Conflict]:
    """Look at what the principal himself is in; a part is left to what it is part of."""
    entry = entry_of(meeting)
    takes_him = meeting.occupies_principal and meeting.attends is Attends.PRINCIPAL
    if entry is None or not stands(meeting) or not takes_him or meeting.part_of:
        return
    span = span_of(itinerary, entry)
    if meeting.kind not in SUBSTANTIVE or not span.is_sound:
        return
    start = entry.start
    if meeting.kind is MeetingKind.CALL:
        yield from _call(itinerary, meeting, start, span)
        return
    facts = list(_facts(itinerary, surroundings.limits, meeting, start, span))
    if facts:
        is_enough = len(facts) == 1 and may_move(entry)
        yield Conflict(
            rule="outside-working-hours",
            severity=Severity.NOTICE,
            message=f"{meeting.title} on {long_date(start.date)} "
            f"{', and '.join(fact.words for fact in facts)}.",
            subjects=(meeting.id,),
            at=start.instant,
            shortfall=max(fact.minutes for fact in facts) or None,
            way_out=facts[0].way_out if is_enough else "",
            fold="Outside working hours",
        )


def _facts(
    itinerary: Itinerary, limits: Limits, meeting: Meeting, start: Moment, span: Span
) -> Iterator[_Fact]:
    """Return what is unusual about the hours and the day of a meeting.

    An evening's working meal ends when it ends.
    """
    ends = Moment.at(span.end, start.zone)
    first, last = _local_minutes(start, ends)
    opens, closes = limits.earliest_hour * 60, limits.latest_hour * 60
    city = _city(itinerary, meeting, start)
    early, late = opens - first, last - closes
    if early > 0:
        hour = f"{limits.earliest_hour:02}:00"
        fits = opens + last - first <= closes
        way_out = f"start {meeting.title} at {hour} {city} or later" if fits else ""
        yield _Fact(f"starts {start.clock} {city}, before {hour}", early, way_out)
    if late > 0 and meeting.kind is not MeetingKind.WORKING_MEAL:
        by = start.plus(-late)
        guess = f" ({span.guess})" if span.guess else ""
        words = f"ends {clock(ends, start)} {city}{guess}, after {limits.latest_hour:02}:00"
        way_out = f"start {meeting.title} at {by.clock} {city} or earlier"
        yield _Fact(words, late, way_out if first - late >= opens else "")
    place = place_of(itinerary, meeting)
    if place and is_rest_day(place.country, start.date):
        yield _Fact(f"is on the host's weekly rest day ({country_name(place.country)})")


def _local_minutes(start: Moment, end: Moment) -> tuple[int, int]:
    """Return two moments of one zone in minutes since the midnight before the first."""
    midnight = datetime.combine(start.date, time())
    first, last = ((each.wall - midnight).total_seconds() for each in (start, end))
    return int(first) // MINUTE, -(-int(last) // MINUTE)


def _city(itinerary: Itinerary, meeting: Meeting, start: Moment) -> str:
    """Return the city whose clocks a meeting is told by."""
    stop = itinerary.get(Stop, meeting.stop)
    place = stop.place if stop else place_of(itinerary, meeting)
    return place.city if place and place.zone == start.zone else city_of_zone(start.zone)


def _call(itinerary: Itinerary, meeting: Meeting, start: Moment, span: Span) -> Iterator[Conflict]:
    """Report a call that wakes somebody, or keeps somebody up; of the clocks, the worst ones."""
    by_night: list[str] = []
    unusual: list[str] = []
    minutes = 0
    for each in _clocks(itinerary, meeting, start):
        starts, ends = Moment.at(span.start, each.zone), Moment.at(span.end, each.zone)
        first, last = _local_minutes(starts, ends)
        early, late = CALLS_FROM * 60 - first, last - CALLS_UNTIL * 60
        if max(early, late) <= 0:
            continue
        minutes = max(minutes, early, late)
        is_night = first < NIGHT_UNTIL * 60 or last > NIGHT_FROM * 60
        until = "" if span.guess else f"–{ends.clock}"
        said = f"{starts.clock}{until} {each.place} on {short_date(starts.date)}"
        (by_night if is_night else unusual).append(said)
    if by_night or unusual:
        hours = f"outside {CALLS_FROM:02}:00–{CALLS_UNTIL}:00"
        night = f"by night ({NIGHT_FROM}:00–{NIGHT_UNTIL:02}:00)"
        guess = f" ({span.guess})" if span.guess else ""
        yield Conflict(
            rule="outside-working-hours",
            severity=Severity.WARNING if by_night else Severity.NOTICE,
            message=f"{meeting.title} is at {listed(by_night or unusual)}{guess}, "
            f"{night if by_night else hours}.",
            subjects=(meeting.id,),
            at=start.instant,
            shortfall=minutes,
            fold="Call by night" if by_night else "Call outside waking hours",
        )


def _clocks(itinerary: Itinerary, meeting: Meeting, start: Moment) -> Iterator[_Clock]:
    """Return the clocks of all sides: ours, where the principal is, first; each zone once.

    Those of a counterpart are their capital's, or home's where the state is ours. Where no other
    side is named the call is one home. Where nothing is known of a counterpart's, the place that
    was stated for the call is taken for theirs.
    """
    home = _Clock(itinerary.trip.home.zone, itinerary.trip.home.city)
    found = {start.zone: _Clock(start.zone, _city(itinerary, meeting, start))}
    counterparts = leading_counterparts(itinerary, meeting.id)
    people = dict.fromkeys(each.person for each in counterparts if each.person)
    theirs = [known for each in people if (known := _of_person(itinerary, each, start, home))]
    place = place_of(itinerary, meeting)
    if not counterparts:
        theirs = [home]
    elif not theirs and place:
        theirs = [_Clock(place.zone, place.city)]
    for each in theirs:
        found.setdefault(each.zone, each)
    yield from found.values()


def _of_person(itinerary: Itinerary, person: str, start: Moment, home: _Clock) -> _Clock | None:
    """Return the clocks where somebody's office of a state is; None where that is not known."""
    for _, office in offices_on(itinerary, person, start.date):
        if office.of_kind is OfficeOf.STATE:
            if office.of == itinerary.trip.home.country:
                return home
            zone = capital_zone(office.of)
            return _Clock(zone, f"in the capital ({country_name(office.of)})") if zone else None
    return None
