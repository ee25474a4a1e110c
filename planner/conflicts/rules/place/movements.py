"""Movements whose hours do not go with their distance.

Where somebody typed how long the way takes within a stop, `transfer-too-short` speaks instead of
`movement-implausible`.
"""

import math
from collections.abc import Iterator, Mapping

from planner.conflicts.conflict import Conflict, Severity
from planner.conflicts.presence.cases import GROUND
from planner.conflicts.presence.journey import Ground
from planner.conflicts.presence.spans import stands
from planner.conflicts.registry import Family, case_rule
from planner.conflicts.sentences import clock, name_of_entry
from planner.conflicts.surroundings import Surroundings
from planner.geography.travel import AIRCRAFT, fastest_minutes, great_circle_km
from planner.itinerary import Itinerary
from planner.itinerary.whereabouts import destination_place, origin_place
from planner.moments import MINUTE, Moment, minutes_between
from planner.records import Movement
from planner.records.words import Mode
from planner.settings import GROUND_KMH, Limits
from planner.text.spoken import length

FASTEST_KMH: Mapping[Mode, int] = {**GROUND_KMH, Mode.SEA: 80, Mode.ON_FOOT: 7}
"""What each mode but an aircraft does at best, over the great circle."""
SLOWEST: Mapping[Mode, tuple[int, int]] = {
    Mode.GOVERNMENT_AIRCRAFT: (150, 100),
    Mode.COMMERCIAL_AIR: (150, 100),
    Mode.MOTORCADE: (5, 5),
}
"""The km/h that a mode does at least, over ways of more than so many km."""


@case_rule(
    GROUND,
    "movement-implausible",
    Family.PLACE,
    Severity.WARNING,
    meaning="A movement is faster than its mode can be, or far slower than it is.",
    limits=("fastest_kmh", "same_stop_km"),
)
def movement_implausible(
    itinerary: Itinerary, surroundings: Surroundings, ground: Ground
) -> Iterator[Conflict]:
    """Report movements whose hours do not go with their distance.

    Every movement is looked at, the advance team's too: it is a slip in a time, a zone or a place.
    """
    for movement in itinerary.movements:
        depart, arrive = movement.depart, movement.arrive
        if not (stands(movement) and depart and arrive and depart.instant < arrive.instant):
            continue
        km = _distance(itinerary, movement)
        if km is None or _is_hurried(ground, movement, minutes_between(depart, arrive)):
            continue
        fastest = _fastest_kmh(movement.mode, surroundings.limits)
        hours = (arrive.instant - depart.instant) / (60 * MINUTE)
        if km > fastest * hours:
            yield _too_fast(itinerary, movement, depart, arrive, km, fastest)
        elif movement.mode in SLOWEST:
            slowest, over_km = SLOWEST[movement.mode]
            if km > over_km and km < slowest * hours:
                yield _too_slow(itinerary, movement, depart, arrive, km, slowest)


def _fastest_kmh(mode: Mode, limits: Limits) -> int:
    return limits.fastest_kmh if mode in AIRCRAFT else FASTEST_KMH[mode]


def _distance(itinerary: Itinerary, movement: Movement) -> float | None:
    ends = origin_place(itinerary, movement), destination_place(itinerary, movement)
    return great_circle_km(ends[0], ends[1]) if ends[0] and ends[1] else None


def _is_hurried(ground: Ground, movement: Movement, given: int) -> bool:
    """Tell whether `transfer-too-short` says already that a typed travel time does not fit."""
    typed = ground.ways.typed_for(movement)
    return typed is not None and 0 < given < typed and not ground.spots.changes_stay(movement)


def _too_fast(
    itinerary: Itinerary, movement: Movement, depart: Moment, arrive: Moment, km: float, kmh: int
) -> Conflict:
    given, least = minutes_between(depart, arrive), fastest_minutes(km, kmh)
    there = depart.plus(least).to(arrive.zone)
    return Conflict(
        rule="movement-implausible",
        severity=Severity.WARNING,
        message=f"{name_of_entry(itinerary, movement)} is given {given} min for {km:,.0f} km, "
        f"which take {least} min even at {kmh:,} km/h: {least - given} min short.",
        subjects=(movement.id,),
        at=depart.instant,
        shortfall=least - given,
        way_out=f"arrive at {clock(there, arrive)} or later, or correct its mode or a zone",
    )


def _too_slow(
    itinerary: Itinerary, movement: Movement, depart: Moment, arrive: Moment, km: float, kmh: int
) -> Conflict:
    given, most = minutes_between(depart, arrive), math.floor(km / kmh * 60)
    return Conflict(
        rule="movement-implausible",
        severity=Severity.WARNING,
        message=f"{name_of_entry(itinerary, movement)} is given {length(given)} for {km:,.0f} km, "
        f"which take {length(most)} even at {kmh} km/h: {length(given - most)} too long.",
        subjects=(movement.id,),
        at=depart.instant,
        shortfall=given - most,
        way_out="correct a time, its zone or the mode",
    )
