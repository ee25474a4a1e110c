"""What a field of a record can hold beside text and numbers."""

import secrets
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What every record is: a flat, unchanging row with an id that never changes."""

    id: str


def new_id() -> str:
    """Return an id that no other record has."""
    return secrets.token_hex(8)
