"""Keeps what several rules of one check work out alike."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from planner.itinerary import Itinerary
from planner.settings import Limits

T = TypeVar("T")


def kept(work_out: Callable[[Itinerary, Limits], T]) -> Callable[[Itinerary, Limits], T]:
    """Let a function remember its last answer, for as long as it is asked about the same trip.

    An itinerary never changes, so that the same one under the same limits has the same answer.
    """
    last: list[tuple[Itinerary, Limits, T]] = []

    @wraps(work_out)
    def answer(itinerary: Itinerary, limits: Limits) -> T:
        for seen, under, result in last:
            if seen is itinerary and under == limits:
                return result
        result = work_out(itinerary, limits)
        last[:] = [(itinerary, limits, result)]
        return result

    return answer
