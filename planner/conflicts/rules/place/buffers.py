"""A few minutes between two counterparts, so that one has left before the next comes in."""

from collections.abc import Iterator

from planner.conflicts.conflict import Conflict, Severity
from planner.conflicts.meetings import minutes_to_change
from planner.conflicts.passages import ended, started, way_through
from planner.conflicts.presence.cases import JOINS
from planner.conflicts.presence.journey import Join, journey
from planner.conflicts.registry import Family, case_rule
from planner.conflicts.surroundings import Surroundings
from planner.itinerary import Itinerary
from planner.records.words import Status


@case_rule(
    JOINS,
    "no-buffer",
    Family.PLACE,
    Severity.NOTICE,
    meaning="Another counterpart is received in the same venue with hardly a pause between.",
    limits=("buffer_minutes", "buffer_minutes_multilateral"),
)
def no_buffer(itinerary: Itinerary, surroundings: Surroundings, join: Join) -> Iterator[Conflict]:
    """Report meetings that follow one another in a venue too closely to change counterparts."""
    limits = surroundings.limits
    before, after = join.before.meeting, join.after.meeting
    left = join.minutes_left
    if before is None or after is None or left is None or not _is_one_room(join):
        return
    buffer = minutes_to_change(itinerary, limits, before, after)
    if 0 <= left < buffer and after.status is not Status.HELD:
        yield Conflict(
            rule="no-buffer",
            severity=Severity.NOTICE,
            message=f"{ended(itinerary, join)}, {started(itinerary, join)} with another "
            f"counterpart in {join.after.ends.name}: {left} min between, "
            f"{buffer - left} min short.",
            subjects=(after.id, before.id),
            at=join.after.span.start,
            shortfall=buffer - left,
            way_out=way_through(itinerary, journey(itinerary, limits).ground, join, buffer),
        )


def _is_one_room(join: Join) -> bool:
    ends, begins = join.before.ends.venue, join.after.begins.venue
    return ends is not None and begins is not None and ends.id == begins.id
