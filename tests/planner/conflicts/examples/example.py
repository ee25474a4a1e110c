"""What an example of a rule is, and what most of them share."""

from dataclasses import dataclass, field

from planner.conflicts import Surroundings
from planner.itinerary import Itinerary
from tests.planner.building import as_of, flight, meeting


@dataclass(frozen=True)
class Example:
    """Two trips, one hardly other than the other: a rule fires once in the first, never in it."""

    fires: Itinerary
    near_miss: Itinerary
    around: Surroundings = field(default_factory=as_of)
    around_near_miss: Surroundings | None = None
    """Where it is not the trip that differs, but what lies around it."""


HOUR = meeting("Bilateral", "12:00-13:00", venue="Élysée")
OVER = meeting("Defence", "12:55-14:00", venue="Élysée")
NEXT = meeting("Defence", "13:00-14:00", venue="Élysée")
NEAR = meeting("Defence", "13:10-14:00", venue="Matignon")
LANDING = flight("Orly", "Northolt", "14:30-14:40")
