"""What overlaps and what is too short, worked out the slow way and from the records alone.

Nothing here knows the rules or what they are made of: hours are what clocks show (`zoneinfo`), what
goes on is asked minute by minute, and every entry is compared with every other.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import combinations, product
from zoneinfo import ZoneInfo

from planner.moments import Moment
from planner.records import (
    Meeting,
    Movement,
    Participant,
    Record,
    TravelTime,
    Unavailability,
)
from planner.records.words import Attends, Response, Status
from planner.settings import USUAL_MINUTES

LEFT_OUT = {Status.CANCELLED, Status.DECLINED, Status.POSTPONED, Status.SUPERSEDED}
FIRM = {Status.CONFIRMED, Status.HELD}
WORST = ("error", "warning", "notice")


@dataclass(frozen=True)
class Taken:
    """That somebody is taken in the minutes from one until before another."""

    name: str
    start: int
    end: int
    is_firm: bool
    """It is confirmed or held."""
    least: float | None = None
    """Until when it lasts at least; None where its end is known."""
    is_held: bool = False
    choice: str = ""
    wholes: tuple[str, ...] = ()
    """What it is part of, the nearest first."""
    venue: str | None = None
    is_of_this_trip: bool = True

    def is_sure_at(self, at: int) -> bool:
        """Tell whether it goes on in a minute even if it is as short as it may be."""
        return self.least is None or at < self.least


@dataclass(frozen=True)
class Group:
    """Entries that go on at once."""

    names: frozenset[str]
    minutes: frozenset[int]
    """In which two of them do."""
    severity: str


@cache
def minute(wall: datetime, zone: str, fold: int | None) -> int:
    """Return the minute of UTC in which clocks show a wall time; of two, unless chosen, the first.

    Clocks that skip it would have shown it then, had they not been changed.
    """
    before, after = (
        wall.replace(tzinfo=UTC) - _ahead(wall + timedelta(days=days), zone) for days in (-2, 2)
    )
    shown = [each for each in sorted((before, after)) if _shows(each, zone) == wall]
    found = (shown[-1] if fold else shown[0]) if shown else before
    return int(found.timestamp()) // 60


def _ahead(wall: datetime, zone: str) -> timedelta:
    return _shows(wall.replace(tzinfo=UTC), zone) - wall


def _shows(instant: datetime, zone: str) -> datetime:
    return instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None, fold=0)


def when(moment: Moment) -> int:
    return minute(moment.wall, moment.zone, moment.fold)


def taken_by(records: Iterable[Record]) -> dict[str, Taken]:
    """Return the entries that stand, have an hour and end after they start, by id."""
    meetings = {each.id: each for each in records if isinstance(each, Meeting)}
    found = [_taken_by_meeting(each, meetings) for each in meetings.values()]
    found += [_taken_by_movement(each) for each in records if isinstance(each, Movement)]
    return {each.name: each for each in found if each and each.start < each.end}


def _taken_by_meeting(meeting: Meeting, meetings: Mapping[str, Meeting]) -> Taken | None:
    if meeting.status in LEFT_OUT or meeting.informational or meeting.start is None:
        return None
    start, usual = when(meeting.start), USUAL_MINUTES[meeting.kind]
    wholes = []
    above = meeting.part_of
    while above:
        wholes.append(above)
        above = meetings[above].part_of
    is_held = meeting.status is Status.HELD
    shortest = start + (1 if is_held else usual / 2)
    return Taken(
        name=meeting.id,
        start=start,
        end=start + (usual if meeting.minutes is None else meeting.minutes),
        is_firm=meeting.status in FIRM,
        least=shortest if meeting.minutes is None else None,
        is_held=is_held,
        choice=meeting.choice,
        wholes=tuple(wholes),
        venue=meeting.venue,
    )


def _taken_by_movement(movement: Movement) -> Taken | None:
    status, depart, arrive = movement.status, movement.depart, movement.arrive
    if status in LEFT_OUT or depart is None or arrive is None:
        return None
    is_held = status is Status.HELD
    return Taken(movement.id, when(depart), when(arrive), status in FIRM, is_held=is_held)


def of_principal(records: Iterable[Record]) -> list[Taken]:
    """Return what takes the principal."""
    records = list(records)
    others = {
        each.id
        for each in records
        if isinstance(each, Meeting)
        and not (each.occupies_principal and each.attends is Attends.PRINCIPAL)
    }
    return [each for name, each in taken_by(records).items() if name not in others]


def of_person(person: str, records: Iterable[Record], elsewhere: Iterable[Taken]) -> list[Taken]:
    """Return what takes a counterpart: entries not declined, other trips, and what keeps him."""
    records = list(records)
    entries = taken_by(records)
    seats = [
        each
        for each in records
        if isinstance(each, Participant)
        and each.person == person
        and each.response is not Response.DECLINED
    ]
    named = {each.meeting or each.movement or "" for each in seats}
    away = [
        Taken(each.id, when(each.start), when(each.end), is_firm=True, is_of_this_trip=False)
        for each in records
        if isinstance(each, Unavailability) and each.person == person
    ]
    outside = [each for each in (*away, *elsewhere) if each.start < each.end]
    return [*(entries[name] for name in named if name in entries), *outside] if named else []


def groups(taken: Iterable[Taken]) -> list[Group]:
    """Return the groups of what goes on at once and should not, of which none shares a pair.

    What goes on inside its whole is compared with what goes on inside the same one: to all others
    the whole speaks for it, and while that does not go on, it speaks for itself. What was all held
    did not overlap by lengths that are only assumed.
    """
    taken = list(taken)
    held = {each.name for each in taken if each.is_held}
    minutes: dict[frozenset[str], set[int]] = {}
    severities: dict[frozenset[str], set[str]] = {}
    for at, going_on in _minute_by_minute(taken):
        rivals = [pair for pair in combinations(going_on, 2) if _are_rivals(*pair)]
        if rivals:
            names = frozenset(each.name for each in going_on)
            minutes.setdefault(names, set()).add(at)
            severities.setdefault(names, set()).update(_severity(at, *pair) for pair in rivals)
    found = [
        Group(
            frozenset[str]().union(*together),
            frozenset[int]().union(*(minutes[names] for names in together)),
            min((each for names in together for each in severities[names]), key=WORST.index),
        )
        for together in _joined(minutes)
    ]
    return [each for each in found if each.severity != "notice" or not each.names <= held]


def _severity(at: int, one: Taken, other: Taken) -> str:
    """Return how bad it is that two go on in a minute: half of an assumed length may do."""
    if one.is_firm and other.is_firm and one.least is None and other.least is None:
        return "error"
    are_sure = one.is_sure_at(at) and other.is_sure_at(at)
    return "warning" if are_sure else "notice"


def _minute_by_minute(taken: Iterable[Taken]) -> Iterator[tuple[int, list[Taken]]]:
    """Return what goes on in each minute, apart by the whole inside which it goes on then."""
    taken = list(taken)
    for at in sorted({at for each in taken for at in range(each.start, each.end)}):
        present = {each.name: each for each in taken if each.start <= at < each.end}
        inside: dict[str, list[Taken]] = {}
        for each in present.values():
            whole = next((whole for whole in each.wholes if whole in present), "")
            inside.setdefault(whole, []).append(each)
        yield from ((at, going_on) for going_on in inside.values())


def _are_rivals(one: Taken, other: Taken) -> bool:
    are_alternatives = one.choice != "" and one.choice == other.choice
    return not are_alternatives and (one.is_of_this_trip or other.is_of_this_trip)


def _joined(sets: Iterable[frozenset[str]]) -> list[set[frozenset[str]]]:
    """Put together the sets that share two names, and those that share two with these."""
    joined: list[set[frozenset[str]]] = []
    for each in sets:
        near = [some for some in joined if any(len(each & other) > 1 for other in some)]
        joined = [some for some in joined if some not in near]
        joined.append({each}.union(*near))
    return joined


@dataclass(frozen=True)
class Short:
    """That the time from one entry to the next is too short."""

    before: str
    after: str
    at: int
    minutes: int
    severity: str


def short_ways(records: Iterable[Record]) -> set[Short]:
    """Return the ways between venues that do not fit, with whichever alternatives are kept."""
    records = list(records)
    ways = {(e.origin, e.destination): e.minutes for e in records if isinstance(e, TravelTime)}
    meetings = {each.id: each for each in records if isinstance(each, Meeting)}
    taken = {each.name: each for each in of_principal(records)}
    alone = [each for each in taken.values() if not any(whole in taken for whole in each.wholes)]
    choices = sorted({each.choice for each in alone if each.choice})
    alternatives = [[each.name for each in alone if each.choice == choice] for choice in choices]
    found = set()
    for kept in product(*alternatives):
        programme = [each for each in alone if not each.choice or each.name in kept]
        for before, after in _consecutive(programme):
            way = ways[before.venue or "", after.venue or ""] if before.venue != after.venue else 0
            left, needed, severity = after.start - before.end, way, "notice"
            if left < way:
                are_firm = before.is_firm and after.is_firm
                severity = "error" if are_firm and before.least is None else "warning"
            elif before.venue != after.venue:
                needed += meetings[before.name].buffer_after + meetings[after.name].buffer_before
            if before.is_held and after.is_held and severity != "error":
                continue
            if left < needed:
                found.add(Short(before.name, after.name, after.start, needed - left, severity))
    return found


def _consecutive(taken: Iterable[Taken]) -> Iterator[tuple[Taken, Taken]]:
    """Return each entry with the one that it follows: which ended last of those begun earlier."""
    order = sorted(taken, key=lambda each: (each.start, each.end, each.name))
    for number, after in enumerate(order[1:], 1):
        before = max(order[:number], key=lambda each: each.end)
        if before.end <= after.start:
            yield before, after
