"""What lies outside a trip and bears on it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from planner.settings import Limits


@dataclass(frozen=True, slots=True)
class Occupied:
    """That a person is taken by an entry of another trip, from one instant to another."""

    person: str
    start: int
    """UTC seconds."""
    end: int
    trip: str
    """The other trip's title."""
    entry: str
    """The entry's title."""
    is_firm: bool
    """Confirmed or held, and of a length that is stated: what an error needs."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The other trips of the same people, the limits, and the present."""

    now: datetime
    """Aware."""
    limits: Limits = field(default_factory=Limits)
    elsewhere: Mapping[str, tuple[Occupied, ...]] = field(default_factory=dict)
    """By person id."""

    @property
    def instant(self) -> int:
        """The present in UTC seconds."""
        return int(self.now.astimezone(UTC).timestamp())
