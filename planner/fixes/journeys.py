"""Mending a journey: the movement that is missing."""

from collections.abc import Iterator

from planner.conflicts import Conflict, Surroundings
from planner.edits import Edit, create
from planner.edits.connections import missing_connections
from planner.fixes.candidate import Candidate
from planner.itinerary import Itinerary


def connected(
    itinerary: Itinerary,
    surroundings: Surroundings,  # noqa: ARG001 - one signature for all sources
    conflict: Conflict,  # noqa: ARG001 - the proof finds out which of them it wants
) -> Iterator[Candidate]:
    """Yield each movement that the journey lacks, as an estimate draws it up."""
    for way in missing_connections(itinerary):
        cities = f"{way.origin.city} → {way.destination.city}"
        reckoned = f", {way.estimate.label}" if way.estimate else ""
        edit = Edit(f"Added {cities}", create(*way.venues, way.movement))
        yield Candidate(f"add the movement {cities}{reckoned}", edit)
