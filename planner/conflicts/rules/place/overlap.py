"""The principal in two places at once.

His movements take him as his meetings do: a working lunch that runs into the motorcade overlaps it.
Three neighbours leave these to this rule: what overlaps is not also too short a transfer, nor out
of its stay for the flight that it overlaps, nor too far from it. One thing is left to
`transfer-too-short`: a movement within a stop that runs into the next movement reaches it too late.
Other trips are left to the rule on trips.

A start without an end is normal: in a chain of starts, the usual length of a meeting makes a notice
only, as long as half of it would do.
"""

from collections.abc import Iterator

from planner.conflicts.conflict import Conflict, Severity
from planner.conflicts.presence.cases import OVERLAPS
from planner.conflicts.presence.journey import journey
from planner.conflicts.presence.overlaps import Overlap
from planner.conflicts.presence.spots import Spots
from planner.conflicts.registry import Family, case_rule
from planner.conflicts.sentences import spans_listed, way_out_of
from planner.conflicts.surroundings import Surroundings
from planner.itinerary import Itinerary


@case_rule(
    OVERLAPS,
    "principal-overlap",
    Family.PLACE,
    Severity.ERROR,
    Severity.WARNING,
    Severity.NOTICE,
    meaning="Two entries that occupy the principal take place at the same time.",
    limits=("same_stop_km",),
)
def principal_overlap(
    itinerary: Itinerary, surroundings: Surroundings, overlap: Overlap
) -> Iterator[Conflict]:
    """Report a group of entries that overlap for the principal."""
    spots = journey(itinerary, surroundings.limits).spots
    since, minutes = overlap.crowded
    yield Conflict(
        rule="principal-overlap",
        severity=overlap.severity,
        message=_message(itinerary, spots, overlap, minutes),
        subjects=overlap.keys,
        at=since,
        shortfall=minutes,
        way_out=way_out_of(itinerary, spots, overlap.spans),
    )


def _message(itinerary: Itinerary, spots: Spots, overlap: Overlap, minutes: int) -> str:
    names = spans_listed(itinerary, spots, overlap.spans)
    if len(overlap.spans) == 2:
        return f"{names} overlap by {minutes} min."
    return f"{len(overlap.spans):,} entries overlap, for {minutes} min in all: {names}."
