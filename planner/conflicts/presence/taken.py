"""What takes the principal twice."""

from collections.abc import Sequence

from planner.conflicts.presence.journey import journey
from planner.conflicts.presence.kept import handed_on
from planner.conflicts.presence.overlaps import Overlap, overlaps
from planner.itinerary import Itinerary
from planner.settings import Limits


@handed_on
def principal_overlaps(
    itinerary: Itinerary, limits: Limits, before: Sequence[Overlap] | None
) -> Sequence[Overlap]:
    """Return the overlaps among the entries that occupy the principal."""
    return tuple(overlaps(itinerary, journey(itinerary, limits).taken, before or ()))
