"""Days that are too long, and nights that are too short."""

from collections.abc import Iterator, Mapping

from planner.conflicts.conflict import Conflict, Severity
from planner.conflicts.meetings import HOUR
from planner.conflicts.presence.cases import DAYS, NIGHTS
from planner.conflicts.presence.days import Day, Duty, Night
from planner.conflicts.presence.journey import journey
from planner.conflicts.presence.spots import Spots
from planner.conflicts.presence.stays import is_at_the_aircraft
from planner.conflicts.registry import Family, case_rule
from planner.conflicts.sentences import (
    city_at,
    clock,
    ending_earlier,
    listed,
    may_move,
    name_of_entry,
    starting_later,
)
from planner.conflicts.surroundings import Surroundings
from planner.itinerary import Itinerary
from planner.moments import MINUTE, Moment
from planner.records.words import MeetingKind, Mode
from planner.text.spoken import length, long_date, short_date

WELCOMES = frozenset(
    {
        MeetingKind.ARRIVAL_CEREMONY,
        MeetingKind.DEPARTURE_CEREMONY,
        MeetingKind.MEET_AND_GREET,
    }
)
"""What takes place at the aircraft in any case, and is not yet the programme."""
UNDER_WAY: Mapping[Mode, str] = {
    Mode.RAIL: "a night on the train",
    Mode.MOTORCADE: "a night on the road",
    Mode.ON_FOOT: "a night on the road",
    Mode.SEA: "a night at sea",
}
"""What a night under way is called, but for one aloft."""


@case_rule(
    DAYS,
    "long-day",
    Family.LOAD,
    Severity.WARNING,
    meaning="A day of the principal's is too long from his first entry to his last.",
    limits=("long_day_hours",),
)
def long_day(itinerary: Itinerary, surroundings: Surroundings, day: Day) -> Iterator[Conflict]:
    """Measure a day, wherever it leads; a night under way belongs to none."""
    limits = surroundings.limits
    over = day.minutes - limits.long_day_hours * 60
    if over <= 0:
        return
    spots = journey(itinerary, limits).spots
    seconds = limits.long_day_hours * HOUR
    way_out = _ending_earlier(
        itinerary, spots, day, day.first.span.start + seconds
    ) or _starting_later(itinerary, spots, day, day.last.span.end - seconds)
    yield Conflict(
        rule="long-day",
        severity=Severity.WARNING,
        message=f"{long_date(day.date)} lasts {length(day.minutes)}, "
        f"{_from_first_to_last(itinerary, spots, day)}, "
        f"{length(over)} over {limits.long_day_hours} h.",
        subjects=tuple(dict.fromkeys((day.last.key, day.first.key))),
        at=day.first.span.start,
        shortfall=over,
        way_out=way_out,
    )


def _from_first_to_last(itinerary: Itinerary, spots: Spots, day: Day) -> str:
    first, last = day.first, day.last
    began = f"{first.begins.clock} {city_at(spots, first.entry.record, first.begins)}"
    city = city_at(spots, last.entry.record, last.ends)
    ended = f"{clock(last.ends, first.begins)} {city}{_guess(last)}"
    whose = (
        "its end" if last is first else f"the end of {name_of_entry(itinerary, last.entry.record)}"
    )
    return f"from {name_of_entry(itinerary, first.entry.record)} at {began} to {whose} at {ended}"


def _guess(duty: Duty) -> str:
    return f" ({duty.span.guess})" if duty.span.guess else ""


def _ending_earlier(itinerary: Itinerary, spots: Spots, day: Day, by: int) -> str:
    """Return that the last entry should end by an instant, where that alone would do."""
    last = day.last
    others = max((duty.span.end for duty in day.duties if duty is not last), default=by)
    if not may_move(last.entry) or last.span.start >= by or others > by:
        return ""
    return ending_earlier(itinerary, spots, last.entry, by)


def _starting_later(itinerary: Itinerary, spots: Spots, day: Day, at: int) -> str:
    """Return that the first entry should start at an instant, where that alone would do."""
    others = min((duty.span.start for duty in day.duties[1:]), default=at)
    if not may_move(day.first.entry) or others < at:
        return ""
    return starting_later(itinerary, spots, day.first.entry, at)


@case_rule(
    NIGHTS,
    "short-rest",
    Family.LOAD,
    Severity.WARNING,
    Severity.NOTICE,
    meaning="Too little time lies between two days, or a night is spent under way: "
    "a notice, and a warning where the programme begins too soon after landing.",
    limits=("rest_hours", "landing_hours"),
)
def short_rest(
    itinerary: Itinerary, surroundings: Surroundings, night: Night
) -> Iterator[Conflict]:
    """Look at a night, which may be spent under way."""
    if night.under_way:
        yield _under_way(itinerary, surroundings, night)
    elif night.before and night.after:
        yield from _between(itinerary, surroundings, night.before, night.after)


def _between(
    itinerary: Itinerary, surroundings: Surroundings, before: Day, after: Day
) -> Iterator[Conflict]:
    """Report two days with too little between them; where they overlap another rule speaks."""
    hours = surroundings.limits.rest_hours
    last, first = before.last, after.first
    rest = (first.span.start - last.span.end) // MINUTE
    if not 0 <= rest < hours * 60:
        return
    spots = journey(itinerary, surroundings.limits).spots
    later = _starting_later(itinerary, spots, after, last.span.end + hours * HOUR)
    earlier = _ending_earlier(itinerary, spots, before, first.span.start - hours * HOUR)
    in_order = (first.key, last.key) if later or not earlier else (last.key, first.key)
    yield Conflict(
        rule="short-rest",
        severity=Severity.WARNING,
        message=f"Only {length(rest)} of rest between {_named(itinerary, last)}, ending "
        f"{_when(spots, last, last.ends)}{_guess(last)}, and {_named(itinerary, first)}, "
        f"starting {_when(spots, first, first.begins)}, {length(hours * 60 - rest)} under "
        f"{hours} h.",
        subjects=in_order,
        at=first.span.start,
        shortfall=hours * 60 - rest,
        way_out=later or earlier,
    )


def _named(itinerary: Itinerary, duty: Duty) -> str:
    return name_of_entry(itinerary, duty.entry.record)


def _when(spots: Spots, duty: Duty, moment: Moment) -> str:
    """Return `23:30 Paris on Mon 17 Mar`."""
    return (
        f"{moment.clock} {city_at(spots, duty.entry.record, moment)} on {short_date(moment.date)}"
    )


def _under_way(itinerary: Itinerary, surroundings: Surroundings, night: Night) -> Conflict:
    """Return the notice of a night under way, or the warning of what begins too soon after it."""
    spots = journey(itinerary, surroundings.limits).spots
    first, last = night.under_way[0], night.under_way[-1]
    names = listed([_named(itinerary, duty) for duty in night.under_way])
    mode = last.movement.mode if last.movement else Mode.GOVERNMENT_AIRCRAFT
    kind = UNDER_WAY.get(mode, "a night aloft")
    meeting = _first_meeting(itinerary, night.after)
    hours = surroundings.limits.landing_hours
    rest = (meeting.span.start - last.span.end) // MINUTE if meeting else hours * 60
    if meeting is None or rest >= hours * 60:
        return Conflict(
            rule="short-rest",
            severity=Severity.NOTICE,
            message=f"{names} {'is' if len(night.under_way) == 1 else 'are'} {kind}, from "
            f"{_when(spots, first, first.begins)} to {_when(spots, last, last.ends)}"
            f"{_guess(last)}.",
            subjects=tuple(duty.key for duty in night.under_way),
            at=first.span.start,
        )
    at = last.span.end + hours * HOUR
    can_move = may_move(meeting.entry)
    return Conflict(
        rule="short-rest",
        severity=Severity.WARNING,
        message=f"{_named(itinerary, meeting)} starts {_when(spots, meeting, meeting.begins)}, "
        f"{length(rest)} after {kind} ({names}, arriving {clock(last.ends, meeting.begins)}"
        f"{_guess(last)}), {length(hours * 60 - rest)} under {hours} h.",
        subjects=(meeting.key, *(duty.key for duty in night.under_way)),
        at=meeting.span.start,
        shortfall=hours * 60 - rest,
        way_out=starting_later(itinerary, spots, meeting.entry, at) if can_move else "",
    )


def _first_meeting(itinerary: Itinerary, day: Day | None) -> Duty | None:
    """Return the first thing on the programme of a day; being met at the aircraft is none."""
    for duty in day.duties if day else ():
        meeting = duty.meeting
        if meeting and not (meeting.kind in WELCOMES and is_at_the_aircraft(itinerary, meeting)):
            return duty
    return None
