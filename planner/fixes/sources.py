"""Which ways out are tried for the conflicts of which rule."""

from collections.abc import Iterator, Mapping

from planner.conflicts import Conflict, Surroundings
from planner.fixes.candidate import Candidate, Source
from planner.fixes.clocks import chosen, existing, of_zone
from planner.fixes.journeys import connected
from planner.fixes.results import discussed, held, tentative, told
from planner.fixes.seats import interpreted, noted
from planner.fixes.times import longer, moved
from planner.itinerary import Itinerary

SOURCES: Mapping[str, tuple[Source, ...]] = {
    "nonexistent-local-time": (existing,),
    "ambiguous-local-time": (chosen,),
    "zone-mismatch": (of_zone,),
    "stop-discontinuity": (connected,),
    "movement-sequence": (connected,),
    "agenda-overrun": (longer,),
    "missing-interpreter": (interpreted,),
    "missing-notetaker": (noted,),
    "changed-since-accepted": (told, tentative),
    "unconfirmed-counterpart": (tentative,),
    "stale-status": (held,),
    "outcome-not-held": (held,),
    "topic-unresolved": (discussed,),
}
"""What mends a rule beside moving things; a rule that is not here is mended by time or not."""


def candidates(
    itinerary: Itinerary, surroundings: Surroundings, conflict: Conflict
) -> Iterator[Candidate]:
    """Yield what might mend a conflict: its rule's own ways first, then other hours."""
    for source in (*SOURCES.get(conflict.rule, ()), moved):
        yield from source(itinerary, surroundings, conflict)
