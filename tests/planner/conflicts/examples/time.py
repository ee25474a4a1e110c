"""Examples of the rules about moments."""

from collections.abc import Mapping

from tests.planner.building import flight, meeting, moment, stop, trip
from tests.planner.conflicts.examples.example import Example

EXAMPLES: Mapping[str, Example] = {
    "ends-before-start": Example(
        trip(flight("Northolt", "Orly", "13:30-14:30")),
        trip(flight("Northolt", "Orly", "13:30-14:31")),
    ),
    "nonexistent-local-time": Example(
        trip(meeting("Call", start=moment("02:59", "Europe/Paris", "2025-03-30"))),
        trip(meeting("Call", start=moment("03:00", "Europe/Paris", "2025-03-30"))),
    ),
    "ambiguous-local-time": Example(
        trip(meeting("Call", start=moment("02:30", "Europe/Rome", "2021-10-31"))),
        trip(meeting("Call", start=moment("02:30+01:00", "Europe/Rome", "2021-10-31"))),
    ),
    "offset-shift": Example(
        trip(stop("Paris", "2025-03-29T08:00/2025-03-29T20:00")),
        trip(stop("Paris", "2025-03-31T08:00/2025-03-31T20:00")),
    ),
    "zone-mismatch": Example(
        trip(meeting("Lunch", venue="Élysée", start=moment("12:30", "Europe/London"))),
        trip(meeting("Lunch", venue="Élysée", start=moment("12:30", "Europe/Brussels"))),
    ),
}
