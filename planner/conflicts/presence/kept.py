"""Keeps what several rules of one check work out alike, and hands on what an edit left the same."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import TypeVar

from planner.conflicts.cases import OF_A_MEETING, UNSEEN
from planner.itinerary import Itinerary
from planner.records import KINDS, Record
from planner.settings import Limits

OF_THE_GROUND = tuple(kind for kind in KINDS if kind not in (*OF_A_MEETING, *UNSEEN))
"""What all meetings stand on: the trip, its stops and movements, venues, people."""

T = TypeVar("T")


def kept(work_out: Callable[[Itinerary, Limits], T]) -> Callable[[Itinerary, Limits], T]:
    """Let a function remember its last answer, for as long as it is asked about the same trip.

    An itinerary never changes, so that the same one under the same limits has the same answer.
    """
    return handed_on(lambda itinerary, limits, _: work_out(itinerary, limits), work_out)


def handed_on(
    work_out: Callable[[Itinerary, Limits, T | None], T],
    named: Callable[..., T] | None = None,
) -> Callable[[Itinerary, Limits], T]:
    """Let a function remember its last answer, and see it when the trip is asked about anew.

    It sees the one before only if the trip stands on the same ground as then: whatever in it
    belongs to meetings that are the same objects is still right, and may go into the new answer.
    """
    last: list[tuple[Itinerary, Limits, T]] = []

    @wraps(named or work_out)
    def answer(itinerary: Itinerary, limits: Limits) -> T:
        before: T | None = None
        for seen, under, result in last:
            if under == limits:
                if seen is itinerary:
                    return result
                before = result if have_one_ground(seen, itinerary) else None
        result = work_out(itinerary, limits, before)
        last[:] = [(itinerary, limits, result)]
        return result

    return answer


def have_one_ground(one: Itinerary, other: Itinerary) -> bool:
    """Tell whether two itineraries differ in meetings and in what is their own alone."""
    return one.trip is other.trip and all(
        _are_the_same(one.all(kind), other.all(kind)) for kind in OF_THE_GROUND
    )


def _are_the_same(some: Mapping[str, Record], others: Mapping[str, Record]) -> bool:
    return some is others or (
        len(some) == len(others) and all(others.get(key) is each for key, each in some.items())
    )
