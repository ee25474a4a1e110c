"""Getting from one entry to the next in time.

`transfer-too-short` speaks within one stay, its airports included: between two venues, and where a
movement within the stay (a motorcade) joins a meeting or an aircraft. `intercity-infeasible` speaks
where a movement between stops joins a meeting directly, and where no way could be fast enough.
Entries that overlap are left to `principal-overlap`; minutes of boarding and deplaning that a
meeting breaks into, to `outside-stay`.

Only typed minutes make an error: travel times of the host or a recce, boarding, deplaning, the
entered hours. With an estimate it is a warning, and with an assumed end besides, a notice. What was
held is known to have fitted: only typed minutes still speak against it.
"""

from collections.abc import Iterator

from planner.conflicts.conflict import Conflict, Severity
from planner.conflicts.passages import (
    Need,
    buffers_between,
    ended,
    is_out_of_reach,
    need_of,
    severity_of,
    shortest_minutes,
    started,
    way_through,
    what_it_takes,
)
from planner.conflicts.presence.cases import JOINS, PASSAGES
from planner.conflicts.presence.journey import Ground, Join, hands_over, journey
from planner.conflicts.presence.spots import kilometres
from planner.conflicts.registry import Family, case_rule
from planner.conflicts.sentences import name_of_entry
from planner.conflicts.surroundings import Surroundings
from planner.itinerary import Itinerary
from planner.itinerary.entries import FALLEN_AWAY, FIRM
from planner.moments import minutes_between
from planner.records import Movement
from planner.records.words import Status
from planner.settings import Limits


@case_rule(
    PASSAGES,
    "transfer-too-short",
    Family.PLACE,
    Severity.ERROR,
    Severity.WARNING,
    Severity.NOTICE,
    meaning="The time between two entries of one stop is too short for the way, for boarding or "
    "for the buffers.",
    limits=("same_stop_km",),
)
def transfer_too_short(
    itinerary: Itinerary, surroundings: Surroundings, case: Join | Movement
) -> Iterator[Conflict]:
    """Report a way within a stop that does not fit between two entries, or into its movement."""
    ground = journey(itinerary, surroundings.limits).ground
    if isinstance(case, Movement):
        yield from _hurried(itinerary, ground, case)
        return
    left = case.minutes_left
    if case.is_one_stay is not True or left is None:
        return
    need = need_of(itinerary, ground, case)
    if left < need.total:
        if not _is_intercity(case):
            yield from _short("transfer-too-short", itinerary, ground, case, need)
    elif left < need.total + _buffers(case) and not _was_managed(case):
        yield _squeezed(itinerary, ground, case, need)


@case_rule(
    JOINS,
    "intercity-infeasible",
    Family.PLACE,
    Severity.ERROR,
    Severity.WARNING,
    Severity.NOTICE,
    meaning="There is too little time to a movement between stops or from it, or two entries are "
    "too far apart for any mode.",
    limits=("same_stop_km", "fastest_kmh"),
)
def intercity_infeasible(
    itinerary: Itinerary, surroundings: Surroundings, join: Join
) -> Iterator[Conflict]:
    """Report what cannot be reached from another stop."""
    ground = journey(itinerary, surroundings.limits).ground
    if is_out_of_reach(join, surroundings.limits):
        if join.end_is_stated or not _was_managed(join):
            yield _out_of_reach(itinerary, ground, join, surroundings.limits)
    elif join.is_one_stay and _is_intercity(join):
        need = need_of(itinerary, ground, join)
        yield from _short("intercity-infeasible", itinerary, ground, join, need)


def _is_intercity(join: Join) -> bool:
    """Tell whether a movement between stops joins a meeting, or another one of its mode."""
    by_movement = join.before.changes_stay or join.after.changes_stay
    return by_movement and not hands_over(join.before, join.after)


def _short(
    rule_id: str, itinerary: Itinerary, ground: Ground, join: Join, need: Need
) -> Iterator[Conflict]:
    """Report too little time between two entries, if it is; two flights are not compared."""
    left = join.minutes_left
    severity = None if left is None else severity_of(join, need, left)
    is_one_vehicle = join.before.changes_stay and join.after.changes_stay and _is_intercity(join)
    if left is None or severity is None or is_one_vehicle:
        return
    if severity is not Severity.ERROR and _was_managed(join):
        return
    short = need.total - left
    needs = [*what_it_takes(join, need), f"{short} min short"]
    ends, starts = ended(itinerary, join), started(itinerary, join, need.boarding)
    yield Conflict(
        rule=rule_id,
        severity=severity,
        message=f"{ends}, {starts}: {', '.join(needs)}.",
        subjects=_subjects(join),
        at=join.after.span.start,
        shortfall=short,
        way_out=way_through(itinerary, ground, join, need.total),
    )


def _was_managed(join: Join) -> bool:
    """Tell whether both were held."""
    return all(leg.entry.record.status is Status.HELD for leg in (join.before, join.after))


def _subjects(join: Join) -> tuple[str, str]:
    """Return both records: first the movement within the stop, which is easiest to move."""
    pair = join.before.entry.id, join.after.entry.id
    return pair if join.before.is_local or not join.after.is_local else (pair[1], pair[0])


def _buffers(join: Join) -> int:
    return buffers_between(join.before, join.after)


def _squeezed(itinerary: Itinerary, ground: Ground, join: Join, need: Need) -> Conflict:
    buffers = _buffers(join)
    short = need.total + buffers - (join.minutes_left or 0)
    needs = [*what_it_takes(join, need), f"the buffers of {buffers} min are {short} min short"]
    ends, starts = ended(itinerary, join), started(itinerary, join, need.boarding)
    return Conflict(
        rule="transfer-too-short",
        severity=Severity.NOTICE,
        message=f"{ends}, {starts}: {', '.join(needs)}.",
        subjects=_subjects(join),
        at=join.after.span.start,
        shortfall=short,
        way_out=way_through(itinerary, ground, join, need.total + buffers),
    )


def _hurried(itinerary: Itinerary, ground: Ground, movement: Movement) -> Iterator[Conflict]:
    """Report a movement within a stop that is given less time than the way takes by its mode."""
    typed = ground.ways.typed_for(movement)
    depart, arrive = movement.depart, movement.arrive
    if typed is None or depart is None or arrive is None or movement.status in FALLEN_AWAY:
        return
    given = minutes_between(depart, arrive)
    if 0 < given < typed and not ground.spots.changes_stay(movement):
        yield Conflict(
            rule="transfer-too-short",
            severity=Severity.ERROR if movement.status in FIRM else Severity.WARNING,
            message=f"{name_of_entry(itinerary, movement)} is given {given} min, the way takes "
            f"{typed} min: {typed - given} min short.",
            subjects=(movement.id,),
            at=depart.instant,
            shortfall=typed - given,
            way_out=f"leave by {arrive.plus(-typed).to(depart.zone).clock}",
        )


def _out_of_reach(itinerary: Itinerary, ground: Ground, join: Join, limits: Limits) -> Conflict:
    left, shortest = join.minutes_left or 0, shortest_minutes(join, limits) or 0
    km = kilometres(join.before.ends, join.after.begins) or 0
    ends = f"{ended(itinerary, join)} in {join.before.ends.city}"
    starts = f"{started(itinerary, join)} in {join.after.begins.city}"
    is_sure = join.is_firm and join.end_is_stated
    return Conflict(
        rule="intercity-infeasible",
        severity=Severity.ERROR if is_sure else Severity.WARNING,
        message=f"{ends}, {starts}: {left} min for {km:,.0f} km, which take {shortest} min at "
        f"least, {shortest - left} min short.",
        subjects=(join.after.entry.id, join.before.entry.id),
        at=join.after.span.start,
        shortfall=shortest - left,
        way_out=way_through(itinerary, ground, join, shortest),
    )
