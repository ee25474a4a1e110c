"""From one entry to the next: the time that is needed, the sentence, and the way out."""

from dataclasses import dataclass

from planner.conflicts.conflict import Severity
from planner.conflicts.presence.journey import Ground, Join, Leg
from planner.conflicts.presence.spots import kilometres
from planner.conflicts.presence.stays import is_at_the_aircraft
from planner.conflicts.presence.ways import Way
from planner.conflicts.sentences import (
    VEHICLES,
    clock,
    ending_earlier,
    may_move,
    name_of_entry,
    starting_later,
)
from planner.geography.travel import fastest_minutes
from planner.itinerary import Itinerary
from planner.itinerary.entries import boarding_minutes, deplaning_minutes
from planner.moments import MINUTE, Moment
from planner.records.words import Mode
from planner.settings import BOARDING_MINUTES, DEPLANING_MINUTES, GROUND_KMH, Limits


@dataclass(frozen=True, slots=True)
class Need:
    """The minutes that have to lie between two entries, and what they are for."""

    deplaning: int
    way: Way | None
    boarding: int

    @property
    def sure(self) -> int:
        """What was typed, or is set for the mode."""
        typed = self.way.minutes if self.way and self.way.is_typed else 0
        return self.deplaning + typed + self.boarding

    @property
    def total(self) -> int:
        """The same, with what is estimated."""
        return self.deplaning + (self.way.minutes if self.way else 0) + self.boarding


def need_of(itinerary: Itinerary, ground: Ground, join: Join) -> Need:
    """Return what has to lie between two entries of one stay.

    What takes place at the airport needs no minutes of boarding or deplaning.
    """
    before, after = join.before, join.after
    deplanes = before.movement and not _is_at_the_aircraft(itinerary, after)
    boards = after.movement and not _is_at_the_aircraft(itinerary, before)
    return Need(
        deplaning_minutes(before.movement) if before.movement and deplanes else 0,
        ground.ways.between(before.ends, after.begins),
        boarding_minutes(after.movement) if after.movement and boards else 0,
    )


def _is_at_the_aircraft(itinerary: Itinerary, leg: Leg) -> bool:
    return leg.meeting is not None and is_at_the_aircraft(itinerary, leg.meeting)


def buffers_between(before: Leg, after: Leg) -> int:
    """Return the minutes to keep free; only a change of venue or a movement uses them up."""
    if before.meeting and after.meeting and before.ends.venue == after.begins.venue:
        return 0
    behind = before.meeting.buffer_after if before.meeting else 0
    ahead = after.meeting.buffer_before if after.meeting else 0
    return max(behind, 0) + max(ahead, 0)


def severity_of(join: Join, need: Need, left: int) -> Severity | None:
    """Return how bad too little time is; None where it is enough."""
    if left >= need.total:
        return None
    if left < need.sure:
        return Severity.ERROR if join.is_firm and join.end_is_stated else Severity.WARNING
    return Severity.WARNING if join.end_is_stated else Severity.NOTICE


def shortest_minutes(join: Join, limits: Limits) -> int | None:
    """Return the least that the way between two stops takes, by whatever mode is quickest.

    Boarding and deplaning belong to it. None where the distance is not known.
    """
    km = kilometres(join.before.ends, join.after.begins)
    if km is None:
        return None
    speeds = {Mode.GOVERNMENT_AIRCRAFT: limits.fastest_kmh, **GROUND_KMH}
    return min(
        fastest_minutes(km, kmh) + BOARDING_MINUTES.get(mode, 0) + DEPLANING_MINUTES.get(mode, 0)
        for mode, kmh in speeds.items()
    )


def is_out_of_reach(join: Join, limits: Limits) -> bool:
    """Tell whether no mode could bring anybody from one stop to the other in the time left."""
    if join.is_one_stay is not False or join.minutes_left is None:
        return False
    shortest = shortest_minutes(join, limits)
    return shortest is not None and join.minutes_left < shortest


def ended(itinerary: Itinerary, join: Join) -> str:
    """Return `Working lunch ends 14:00` or `Motorcade reaches Orly 14:10`."""
    leg, moment = join.before, _end(join.before)
    guess = f" ({leg.span.guess})" if leg.span.guess and not leg.span.end_is_stated else ""
    hour = f" {clock(moment, join.after.entry.start)}" if moment else ""
    if leg.movement:
        vehicle = VEHICLES[leg.movement.mode].capitalize()
        return f"{vehicle} reaches {leg.ends.name or 'its destination'}{hour}{guess}"
    return f"{name_of_entry(itinerary, leg.entry.record)} ends{hour}{guess}"


def started(itinerary: Itinerary, join: Join, boarding: int = 0) -> str:
    """Return `Audience starts 16:15`, `boarding is at 08:45` or `the motorcade leaves 13:40`."""
    leg = join.after
    other = _end(join.before) or join.before.entry.start
    if leg.movement is None:
        name = name_of_entry(itinerary, leg.entry.record)
        return f"{name} starts {clock(leg.entry.start, other)}"
    vehicle = VEHICLES[leg.movement.mode]
    if leg.movement.depart is None:
        return f"the {vehicle} leaves"
    if boarding:
        return f"boarding is at {clock(leg.movement.depart.plus(-boarding), other)}"
    return f"the {vehicle} leaves {clock(leg.movement.depart, other)}"


def _end(leg: Leg) -> Moment | None:
    """Return when a leg ends on the clocks there; None where nothing can be said."""
    if leg.entry.end or leg.ends_at is None:
        return leg.entry.end
    place = leg.ends.place
    return Moment.at(leg.ends_at, place.zone if leg.movement and place else leg.entry.start.zone)


def what_it_takes(join: Join, need: Need) -> list[str]:
    """Return in words what the time between is for, boarding aside."""
    parts = [f"deplaning takes {need.deplaning} min"] if need.deplaning else []
    if need.way and need.way.minutes:
        ends = f"the way from {join.before.ends.name} to {join.after.begins.name}"
        takes = "takes" if need.way.is_typed else "is estimated at"
        parts.append(f"{ends} {takes} {need.way.minutes} min")
    return parts


def way_through(itinerary: Itinerary, ground: Ground, join: Join, minutes: int) -> str:
    """Return how so many minutes could be had between two entries, moving what may be moved."""
    before, after, spots = join.before, join.after, ground.spots
    ready, due = before.span.end + minutes * MINUTE, after.span.start - minutes * MINUTE
    if before.is_local and before.movement and before.movement.depart:
        late = before.span.end - due
        leave = Moment.at(before.span.start - late, before.movement.depart.zone)
        return f"leave by {leave.clock}"
    if may_move(after.entry):
        return starting_later(itinerary, spots, after.entry, ready)
    if may_move(before.entry):
        return ending_earlier(itinerary, spots, before.entry, due)
    if after.is_local:
        return f"leave at {Moment.at(ready, after.entry.start.zone).clock} or later"
    return ""
