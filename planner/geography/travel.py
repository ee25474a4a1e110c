"""How far apart places are, and how long the way takes where nobody has said.

What staff typed always wins. An estimate is the great-circle distance, with a factor for the way
not being straight, at the usual speed of a mode, and a fixed overhead; whoever shows it says that
it is one. `FIGURES` holds the numbers.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from planner.records.values import Place
from planner.records.words import Mode
from planner.text.spoken import length

STEP = 5
"""Minutes to which an estimate is rounded up."""
EARTH_RADIUS_KM = 6371.0088
"""The mean radius of the IUGG."""
FASTEST_KMH = 1000
"""Nothing carries a principal faster, door to door."""
TOWN_KM = 15
"""So much of a drive is at the speed of a town; what is beyond is at that of the open road."""
OPEN_ROAD_KMH = 80
ON_FOOT_KM = 0.8
"""As far as a delegation walks."""
MOTORCADE_KM = 250
"""As far as it is driven; beyond, it flies."""

AIRCRAFT = frozenset({Mode.GOVERNMENT_AIRCRAFT, Mode.COMMERCIAL_AIR})
"""What flies from airport to airport."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What an estimate of one mode reckons with."""

    kmh: float
    overhead_minutes: int
    """From standing to moving and back: cars lined up, doors, taxiing, casting off."""
    detour: float = 1.0
    """The way as a multiple of the great circle."""


FIGURES: Mapping[Mode, Figures] = {
    Mode.GOVERNMENT_AIRCRAFT: Figures(750, 30),
    Mode.COMMERCIAL_AIR: Figures(750, 30),
    Mode.HELICOPTER: Figures(220, 10),
    Mode.RAIL: Figures(160, 10, 1.2),
    Mode.MOTORCADE: Figures(40, 5, 1.3),
    Mode.SEA: Figures(35, 20, 1.1),
    Mode.ON_FOOT: Figures(4.5, 0, 1.3),
}
"""Boarding and deplaning are not in these: a movement has its own minutes for them.

A motorcade goes at 40 km/h for the first 15 km, and at 80 beyond.
"""


@dataclass(frozen=True, slots=True)
class Estimate:
    """How long a way probably takes: a guess of ours, and to be shown as one."""

    minutes: int
    mode: Mode
    km: float
    """The great-circle distance."""

    @property
    def rounded(self) -> int:
        """The minutes rounded up to five: to the minute it would claim to know."""
        return math.ceil(self.minutes / STEP) * STEP

    @property
    def label(self) -> str:
        """Return `about 25 min by motorcade (estimate, 12 km)`."""
        means = self.mode.value if self.mode is Mode.ON_FOOT else f"by {self.mode.value}"
        return f"about {length(self.minutes)} {means} (estimate, {self.km:.0f} km)"


@lru_cache(maxsize=4096)
def great_circle_km(a: Place, b: Place) -> float | None:
    """Return the distance between two places by the haversine formula.

    None where the coordinates of either are not known.
    """
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return None
    south, north = math.radians(a.latitude), math.radians(b.latitude)
    east = math.radians(b.longitude - a.longitude)
    half = (
        math.sin((north - south) / 2) ** 2
        + math.cos(south) * math.cos(north) * math.sin(east / 2) ** 2
    )
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(min(1.0, half)))


def estimate(a: Place, b: Place, mode: Mode) -> Estimate | None:
    """Return how long the way probably takes; None where coordinates are missing."""
    km = great_circle_km(a, b)
    return None if km is None else Estimate(_minutes(km, mode), mode, km)


def fastest_minutes(km: float, kmh: int = FASTEST_KMH) -> int:
    """Return the minutes that no mode can beat; a connection that leaves fewer is impossible."""
    return math.ceil(km / kmh * 60)


def mode_for(km: float) -> Mode:
    """Return how a delegation usually covers a distance, until somebody says."""
    if km <= ON_FOOT_KM:
        return Mode.ON_FOOT
    return Mode.MOTORCADE if km <= MOTORCADE_KM else Mode.GOVERNMENT_AIRCRAFT


def _minutes(km: float, mode: Mode) -> int:
    figures = FIGURES[mode]
    way = km * figures.detour
    hours = _hours_by_road(way) if mode is Mode.MOTORCADE else way / figures.kmh
    return figures.overhead_minutes + math.ceil(hours * 60)


def _hours_by_road(way: float) -> float:
    town = min(way, TOWN_KM)
    return town / FIGURES[Mode.MOTORCADE].kmh + (way - town) / OPEN_ROAD_KMH
