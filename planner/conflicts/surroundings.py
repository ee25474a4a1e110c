"""What lies outside a trip and bears on it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Protocol

from planner.conflicts.conflict import Severity
from planner.records import Place
from planner.records.words import TripStatus
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
class OtherTrip:
    """Another trip of the same principal, from its first instant to its last."""

    id: str
    title: str
    status: TripStatus
    start: int
    """UTC seconds; the beginning of the first day at home where no hour is known."""
    end: int


@dataclass(frozen=True, slots=True)
class Commitment:
    """Something that an earlier trip left open: a follow-up that is not done."""

    text: str
    trip: str
    """The earlier trip's title."""
    people: frozenset[str]
    """The counterparts whom it is owed to, or who owe it, by id."""
    countries: frozenset[str]
    """Their states, as ISO 3166-1 codes, where they were there for a state."""


@dataclass(frozen=True, slots=True)
class Around:
    """What is kept beside a trip and bears on it, as of one moment."""

    elsewhere: Mapping[str, tuple[Occupied, ...]] = field(default_factory=dict)
    """When the people of the trip are taken by other trips, by person."""
    trips: tuple[OtherTrip, ...] = ()
    """Other trips of its principal that were not cancelled and have a date, in order."""
    commitments: tuple[Commitment, ...] = ()
    """What those of them that ended before it begins left open."""


class Holidays(Protocol):
    """Public holidays by place, subdivisions included."""

    def on(self, place: Place, day: date) -> str:
        """Return the name of the holiday in a place on its own date; empty where it is none."""


class NoHolidays:
    """A calendar that knows no holidays."""

    def on(self, place: Place, day: date) -> str:  # noqa: ARG002 - it knows none, whenever
        """Return that it is none."""
        return ""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The other trips of the same people, the office's calendar and limits, and the present."""

    now: datetime
    """Aware."""
    limits: Limits = field(default_factory=Limits)
    elsewhere: Mapping[str, tuple[Occupied, ...]] = field(default_factory=dict)
    """By person id."""
    trips: tuple[OtherTrip, ...] = ()
    """Other trips of the same principal that were not cancelled."""
    commitments: tuple[Commitment, ...] = ()
    """What is still open from trips that ended before this one began."""
    holidays: Holidays = field(default_factory=NoHolidays)
    severities: Mapping[str, Severity | None] = field(default_factory=dict)
    """By rule, what the office set instead of the rule's own; None switches the rule off."""

    @property
    def instant(self) -> int:
        """The present in UTC seconds."""
        return int(self.now.astimezone(UTC).timestamp())
