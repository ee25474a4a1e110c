"""Where entries take place, and how long it takes from one to another."""

from dataclasses import dataclass

from planner.records.values import Place, Record, VenueId
from planner.records.words import Mode, TravelSource, VenueKind


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Venue(Record):
    """A building, a room of one, an airport or a city, as the advance team describes it."""

    name: str
    place: Place
    kind: VenueKind = VenueKind.OTHER
    parent: VenueId | None = None
    """The palace that a room belongs to."""
    code: str = ""
    """An airport's IATA or ICAO code, a station's code."""
    arrival_door: str = ""
    holding_room: str = ""
    press_position: str = ""
    contact: str = ""
    exclusive: bool = False
    """Whether it takes one entry at a time."""
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class TravelTime(Record):
    """How many minutes a way takes, as somebody says who knows."""

    origin: VenueId
    destination: VenueId
    mode: Mode = Mode.MOTORCADE
    minutes: int
    source: TravelSource = TravelSource.HOST
