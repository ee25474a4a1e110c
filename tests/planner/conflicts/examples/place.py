"""Examples of the rules about where the principal is."""

from collections.abc import Mapping

from tests.planner.building import meeting, takes, trip
from tests.planner.conflicts.examples.example import HOUR, LANDING, NEAR, NEXT, OVER, Example

EXAMPLES: Mapping[str, Example] = {
    "principal-overlap": Example(trip(HOUR, OVER), trip(HOUR, NEXT)),
    "transfer-too-short": Example(
        trip(HOUR, NEAR, takes(11, "Élysée", "Matignon")),
        trip(HOUR, NEAR, takes(10, "Élysée", "Matignon")),
    ),
    "intercity-infeasible": Example(
        trip(HOUR, meeting("Audience", "12:50-13:00", "London")),
        trip(HOUR, meeting("Audience", "12:51-13:00", "London")),
    ),
    "outside-stay": Example(
        trip(LANDING, meeting("Audience", "14:54-15:30", "London")),
        trip(LANDING, meeting("Audience", "14:55-15:30", "London")),
    ),
    "stop-discontinuity": Example(
        trip(HOUR, meeting("Audience", "16:00-16:30", "London")),
        trip(HOUR, LANDING, meeting("Audience", "16:00-16:30", "London")),
    ),
}
