"""The principal in the wrong city, or in the next one without a way there.

`outside-stay` speaks of an entry that is not inside its own stop's stay, its boarding and deplaning
minutes included; the chain of the journey then leaves that entry out, so that nothing else is said
of it. `stop-discontinuity` speaks where one entry ends in another stop than the next begins, unless
no way could be fast enough: that is `intercity-infeasible`.
"""

from collections.abc import Iterator

from planner.conflicts.conflict import Conflict, Severity
from planner.conflicts.passages import ended, is_out_of_reach, started
from planner.conflicts.presence.journey import Join, Stray, journey
from planner.conflicts.presence.spots import Spots
from planner.conflicts.registry import Family, rule
from planner.conflicts.sentences import (
    clock,
    ending_earlier,
    may_move,
    name_of_entry,
    starting_later,
)
from planner.conflicts.surroundings import Surroundings
from planner.itinerary import Itinerary
from planner.itinerary.entries import FALLEN_AWAY
from planner.moments import MINUTE, Moment
from planner.records import Movement


@rule(
    "outside-stay",
    Family.PLACE,
    Severity.ERROR,
    Severity.WARNING,
    meaning="The principal is not at the entry's stop then: still aboard, or boarding already.",
    limits=("same_stop_km",),
)
def outside_stay(itinerary: Itinerary, surroundings: Surroundings) -> Iterator[Conflict]:
    """Report entries that lie, at least in part, outside the stay at their stop.

    What takes place at the airport is exempt from the minutes of boarding and deplaning, and so
    are calls. An end that is only assumed makes a warning.
    """
    found = journey(itinerary, surroundings.limits)
    for stray in found.strays:
        entry = stray.entry
        is_sure = entry.is_firm and stray.border.is_firm and not stray.rests_on_guess
        subjects = [entry.id, stray.stay.stop.id]
        if stray.border.movement:
            subjects.append(stray.border.movement.id)
        yield Conflict(
            rule="outside-stay",
            severity=Severity.ERROR if is_sure else Severity.WARNING,
            message=_stray_message(itinerary, stray),
            subjects=tuple(subjects),
            at=stray.span.start,
            shortfall=stray.shortfall,
            way_out=_way_back(itinerary, found.spots, stray),
        )


def _stray_message(itinerary: Itinerary, stray: Stray) -> str:
    entry = stray.entry
    name, city = name_of_entry(itinerary, entry.record), stray.stay.stop.place.city
    border, minutes = stray.border.moment.to(entry.start.zone), stray.minutes_of_border
    if stray.is_arrival:
        fact = f"{name} starts {clock(entry.start, border)}"
        fact += f", {city} is reached {clock(border, entry.start)}"
        free = f", deplaning ends {border.plus(minutes).clock}" if minutes else ""
        return f"{fact}{free}: {stray.shortfall} min short."
    end = Moment.at(stray.span.end, entry.start.zone)
    guess = f" ({stray.span.guess})" if stray.span.guess else ""
    fact = f"{name} ends {clock(end, border)}{guess}, {city} is left {clock(border, end)}"
    board = f", boarding is at {border.plus(-minutes).clock}" if minutes else ""
    return f"{fact}{board}: {stray.shortfall} min short."


def _way_back(itinerary: Itinerary, spots: Spots, stray: Stray) -> str:
    entry = stray.entry
    if not may_move(entry):
        return ""
    border, minutes = stray.border.moment.instant, stray.minutes_of_border * MINUTE
    if stray.is_arrival:
        return starting_later(itinerary, spots, entry, border + minutes)
    return ending_earlier(itinerary, spots, entry, border - minutes)


@rule(
    "stop-discontinuity",
    Family.PLACE,
    Severity.ERROR,
    Severity.WARNING,
    meaning="An entry begins at another stop than the one before it ended, and no movement leads "
    "there.",
    limits=("same_stop_km", "fastest_kmh"),
)
def stop_discontinuity(itinerary: Itinerary, surroundings: Surroundings) -> Iterator[Conflict]:
    """Report where the chain of entries jumps from one stop to another.

    A movement that has no hour yet may be the one that is missing.
    """
    found = journey(itinerary, surroundings.limits)
    planned = [
        movement
        for movement in itinerary.movements
        if not (movement.depart or movement.arrive) and movement.status not in FALLEN_AWAY
    ]
    for join in found.joins:
        jumps = join.is_one_stay is False and (join.before.ends.stop or join.after.begins.stop)
        if not jumps or is_out_of_reach(join, surroundings.limits):
            continue
        if not any(_may_lead(found.spots, movement, join) for movement in planned):
            yield _jump(itinerary, join)


def _may_lead(spots: Spots, movement: Movement, join: Join) -> bool:
    leaves = spots.are_one_stay(spots.origin(movement), join.before.ends)
    reaches = spots.are_one_stay(spots.destination(movement), join.after.begins)
    return leaves is not False and reaches is not False


def _jump(itinerary: Itinerary, join: Join) -> Conflict:
    here, there = join.before.ends.city, join.after.begins.city
    # What names an assumed end is never an error, even where the end does not matter.
    is_sure = join.is_firm and join.end_is_stated
    return Conflict(
        rule="stop-discontinuity",
        severity=Severity.ERROR if is_sure else Severity.WARNING,
        message=f"{ended(itinerary, join)} in {here}, {started(itinerary, join)} in {there}: "
        "no movement leads there.",
        subjects=(join.after.entry.id, join.before.entry.id),
        at=join.after.span.start,
        way_out=f"add a movement from {here} to {there}",
    )
