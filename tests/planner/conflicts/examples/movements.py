"""Examples of the rules about movements, and about when the principal can be had."""

from collections.abc import Mapping

from tests.planner.building import as_of, away, flight, motorcade, trip
from tests.planner.conflicts.examples.example import HOUR, Example

OVER_SUNDAY_NIGHT = flight("Trudeau Airport", "Orly", "2025-03-16T20:40/2025-03-17T08:40")

EXAMPLES: Mapping[str, Example] = {
    "principal-unavailable": Example(
        trip(HOUR, away("Jeanne Roy", "12:59-14:00")),
        trip(HOUR, away("Jeanne Roy", "13:00-14:00")),
    ),
    "movement-implausible": Example(
        trip(motorcade("Élysée", "Orly", "13:40-13:47")),
        trip(motorcade("Élysée", "Orly", "13:40-13:48")),
    ),
    "movement-sequence": Example(
        trip(
            flight("Trudeau Airport", "Orly", "2025-03-16T20:40/2025-03-17T08:40"),
            flight("Northolt", "Trudeau Airport", "18:00-21:00"),
        ),
        trip(
            flight("Trudeau Airport", "Orly", "2025-03-16T20:40/2025-03-17T08:40"),
            flight("Orly", "Trudeau Airport", "18:00-21:00"),
        ),
    ),
    "clearance-missing": Example(
        trip(OVER_SUNDAY_NIGHT),
        trip(OVER_SUNDAY_NIGHT),
        around=as_of("2025-03-10T00:00[America/Toronto]"),
        around_near_miss=as_of("2025-03-09T23:59[America/Toronto]"),
    ),
}
