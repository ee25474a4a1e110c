"""What a field of a record can hold beside text and numbers."""

import os
from collections.abc import Callable
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Annotated

from planner.zones import zone


@dataclass(frozen=True, slots=True)
class Refers:
    """Marks a field that holds the id of another record, and of which kind."""

    kind: str


PersonId = Annotated[str, Refers("person")]
OfficeId = Annotated[str, Refers("office")]
VenueId = Annotated[str, Refers("venue")]
TripId = Annotated[str, Refers("trip")]
StopId = Annotated[str, Refers("stop")]
MovementId = Annotated[str, Refers("movement")]
MeetingId = Annotated[str, Refers("meeting")]
TopicId = Annotated[str, Refers("topic")]
OutcomeId = Annotated[str, Refers("outcome")]
RecordId = Annotated[str, Refers("record")]
"""The id of a record of any kind."""

Thresholds = tuple[tuple[str, int], ...]
"""A trip's own limits for the conflict rules: pairs of name and value, sorted by name."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where on earth something is, and what its clocks follow.

    One value and not six fields, so that a city can never change without its zone.
    """

    city: str
    country: str
    """ISO 3166-1 alpha-2 code; `XK` for Kosovo."""
    zone: str
    """IANA name, such as `Europe/Paris`."""
    admin_area: str = ""
    """The state, province or nation within the country, as people say it: `Ontario`."""
    latitude: float | None = None
    """Degrees north."""
    longitude: float | None = None
    """Degrees east."""

    def __post_init__(self) -> None:
        """Refuse a zone that no clock follows: `ZoneUnknown`."""
        zone(self.zone)

    def is_one_city_with(self, other: "Place") -> bool:
        """Tell whether another place is in the same city by name, whatever its coordinates."""
        return (self.city, self.country) == (other.city, other.country)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Record:
    """What every record is: a flat, unchanging row with an id that never changes.

    Two are equal when they are of one kind and all their fields are. Comparing and naming are
    written once, here: made anew for each of twenty kinds, they cost every start 6 ms.
    """

    id: str

    def __eq__(self, other: object) -> bool:
        """Compare all fields of two records of one kind."""
        if not isinstance(other, type(self)) or type(self) is not type(other):
            return NotImplemented
        return self is other or _values(self) == _values(other)

    def __hash__(self) -> int:
        """Return the same for equal records."""
        return hash(_values(self))

    def __repr__(self) -> str:
        """Name the fields that are not as in a new record."""
        told = (
            f"{field.name}={value!r}"
            for field in fields(self)
            if (value := getattr(self, field.name)) != field.default
        )
        return f"{type(self).__qualname__}({', '.join(told)})"


def _values(record: Record) -> tuple[object, ...]:
    kind = type(record)
    read = _READERS.get(kind)
    if read is None:
        # Two names at least, so that it returns a tuple.
        names = [field.name for field in fields(kind)]
        read = _READERS[kind] = attrgetter("id", *names)
    return read(record)


_READERS: dict[type[Record], Callable[[Record], tuple[object, ...]]] = {}


def new_id() -> str:
    """Return an id that no other record has."""
    return os.urandom(8).hex()
