"""Find a slot: when a meeting could be within its stop, for everybody who must be there.

What is offered was proven: checking the trip with the meeting moved there says nothing against it
that is worse than a notice. What is not possible is said with the reason.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import cache
from itertools import groupby

from planner.conflicts import Family, Rule, Severity, Surroundings, check
from planner.conflicts.presence.journey import journey
from planner.conflicts.registry import rules
from planner.edits import Change, Edit
from planner.itinerary import Itinerary
from planner.itinerary.entries import expected_minutes
from planner.moments import MINUTE, Moment, minutes_between
from planner.records import Meeting, Stop
from planner.records.words import PartOfDay
from planner.slots.obstacles import Obstacle, obstacles

STEP = 15
"""Minutes between the starts that are tried."""
FIRST, LAST = time(7), time(22)
"""Nothing is offered before or beyond, by the clocks there."""
MOST_DAYS = 14
OFFERED = 12
"""How many are offered, and so how often the trip is checked."""
BY_HOUR = frozenset({Family.TIME, Family.PLACE, Family.LOAD})
BY_HOUR_TOO = frozenset({"counterpart-overlap", "counterpart-holiday"})
PARTS: Mapping[PartOfDay, int] = {
    PartOfDay.MORNING: 9,
    PartOfDay.MIDDAY: 12,
    PartOfDay.AFTERNOON: 14,
    PartOfDay.EVENING: 18,
    PartOfDay.NIGHT: 21,
}
"""The hour that is looked for first where only a part of the day is known."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A start that is possible, and the Edit that puts the meeting there."""

    start: Moment
    edit: Edit
    is_usual: bool
    """Whether it is within working hours there."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Starts that are not possible, one after another, for one reason."""

    first: Moment
    last: Moment
    why: str


@dataclass(frozen=True, slots=True)
class Search:
    """When a meeting could be, best first, and when not, in order."""

    meeting: Meeting
    minutes: int
    free: tuple[Slot, ...]
    refused: tuple[Refusal, ...]


def find_slots(itinerary: Itinerary, surroundings: Surroundings, meeting: Meeting) -> Search:
    """Return when a meeting could be within the stay at its stop.

    Nothing is tried where its stop is not known, or has no days. The meeting's own day and hour
    come first, where it has any; then what is nearest to them, working hours before others.
    """
    minutes = expected_minutes(meeting)
    stop = _stop_of(itinerary, surroundings, meeting)
    if stop is None or minutes <= 0:
        return Search(meeting, minutes, (), ())
    zone = stop.place.zone
    blocks = obstacles(itinerary, surroundings, meeting, zone)
    free, refused = list[Moment](), list[tuple[Moment, str]]()
    for start in _starts(_days(stop, meeting), zone):
        if start.instant < surroundings.instant or start == meeting.start:
            continue
        why = _hindered(blocks, start, minutes)
        if why is None:
            free.append(start)
        else:
            refused.append((start, why))
    free.sort(key=lambda start: _rank(surroundings, meeting, minutes, start))
    slots, unproven = _proven(itinerary, surroundings, meeting, minutes, free)
    runs = _runs(sorted((*refused, *unproven), key=lambda each: each[0].instant))
    return Search(meeting, minutes, slots, runs)


def _stop_of(itinerary: Itinerary, surroundings: Surroundings, meeting: Meeting) -> Stop | None:
    known = itinerary.get(Stop, meeting.stop)
    return known or journey(itinerary, surroundings.limits).spots.of_meeting(meeting).stop


def _days(stop: Stop, meeting: Meeting) -> Sequence[date]:
    """Return the days of a stay; of one that has none, the meeting's own."""
    own = meeting.start.date if meeting.start else meeting.day
    first, last = stop.first_day or own, stop.last_day or stop.first_day or own
    if first is None or last is None or first > last:
        return ()
    count = min((last - first).days + 1, MOST_DAYS)
    return [first + timedelta(days=number) for number in range(count)]


def _starts(days: Iterable[date], zone: str) -> Iterator[Moment]:
    """Yield the starts that are tried, those that no clock shows left out."""
    for day in days:
        wall = datetime.combine(day, FIRST)
        while wall <= datetime.combine(day, LAST):
            moment = Moment(wall, zone)
            if not moment.is_nonexistent:
                yield moment
            wall += timedelta(minutes=STEP)


def _hindered(blocks: Sequence[Obstacle], start: Moment, minutes: int) -> str | None:
    """Return what hinders a start longest; None where nothing does."""
    end = start.instant + minutes * MINUTE
    found = [each for each in blocks if each.hinders(start.instant, end)]
    return max(found, key=lambda each: (each.end, each.why)).why if found else None


def _rank(
    surroundings: Surroundings, meeting: Meeting, minutes: int, start: Moment
) -> tuple[bool, bool, int, int]:
    """Sort what is on the meeting's day first, then working hours, then what is nearest."""
    own = meeting.start.date if meeting.start else meeting.day
    wanted = _wanted(meeting, start)
    return (
        own is not None and start.date != own,
        not _is_usual(surroundings, start, minutes),
        abs(minutes_between(wanted, start)),
        start.instant,
    )


def _wanted(meeting: Meeting, start: Moment) -> Moment:
    """Return the hour looked for on the day of a start: as planned, else the part of the day."""
    if meeting.start:
        return meeting.start
    hour = PARTS.get(meeting.part_of_day, 10) if meeting.part_of_day else 10
    return Moment(datetime.combine(start.date, time(hour)), start.zone)


def _is_usual(surroundings: Surroundings, start: Moment, minutes: int) -> bool:
    limits = surroundings.limits
    end = start.plus(minutes)
    ends_late = end.date != start.date or end.wall.hour * 60 + end.wall.minute > (
        limits.latest_hour * 60
    )
    return start.wall.hour >= limits.earliest_hour and not ends_late


def _proven(
    itinerary: Itinerary,
    surroundings: Surroundings,
    meeting: Meeting,
    minutes: int,
    free: Sequence[Moment],
) -> tuple[tuple[Slot, ...], list[tuple[Moment, str]]]:
    """Return the best starts against which the rules say nothing, and what they say of others."""
    slots, unproven = list[Slot](), list[tuple[Moment, str]]()
    known = _said_against(itinerary, surroundings, meeting)
    for start in free:
        if len(slots) == OFFERED:
            break
        edit = placing(meeting, start)
        said = _said_against(itinerary.after(edit), surroundings, meeting)
        new = [message for rule, message in said.items() if rule not in known]
        if new:
            unproven.append((start, new[0].rstrip(".")))
        else:
            slots.append(Slot(start, edit, _is_usual(surroundings, start, minutes)))
    return tuple(slots), unproven


def _said_against(
    itinerary: Itinerary, surroundings: Surroundings, meeting: Meeting
) -> dict[tuple[str, frozenset[str]], str]:
    return {
        (each.conflict.rule, frozenset(each.conflict.subjects)): each.conflict.message
        for each in check(itinerary, surroundings, _asked()).findings
        if each.conflict.severity is not Severity.NOTICE and meeting.id in each.conflict.subjects
    }


@cache
def _asked() -> tuple[Rule, ...]:
    """Return the rules that an hour can break; what a meeting lacks, it lacks at any hour."""
    return tuple(
        rule for rule in rules().values() if rule.family in BY_HOUR or rule.id in BY_HOUR_TOO
    )


def placing(meeting: Meeting, start: Moment) -> Edit:
    """Return the Edit that puts a meeting at a start."""
    placed = replace(meeting, start=start, day=None, part_of_day=None)
    verb = "Moved" if meeting.start else "Placed"
    return Edit(f"{verb} {meeting.title} to {start.clock}", (Change(meeting, placed),))


def _runs(refused: Iterable[tuple[Moment, str]]) -> tuple[Refusal, ...]:
    """Join starts that one reason forbids, one after another on one day."""
    runs = list[Refusal]()
    for (_, why), group in groupby(refused, key=lambda each: (each[0].date, each[1])):
        moments = [start for start, _ in group]
        runs.append(Refusal(moments[0], moments[-1], why))
    return tuple(runs)
