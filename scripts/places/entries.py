"""An entry of the gazetteer, before it is written."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from planner.records.words import VenueKind
from planner.text.spelling import fold

EARTH_KM = 6371.0088
OF_STATE = 500_000
"""What a venue or an airfield of governments counts as, in inhabitants of a city.

`Northolt` means the airfield and not the suburb, which has a twentieth of this.
"""


@dataclass(frozen=True, slots=True)
class Region:
    """A first-order division of a country; one without a name stands for the whole country."""

    country: str
    name: str
    keys: frozenset[str] = frozenset()
    """Every folded name and postal code of it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A city, an airport or a venue."""

    name: str
    kind: VenueKind
    city: str
    region: Region
    zone: str
    latitude: float
    longitude: float
    weight: int
    """Inhabitants, or what it counts as beside cities."""
    code: str = ""
    parent: str = ""
    own_names: frozenset[str] = frozenset()
    """What else it is called, as somebody wrote by hand: as good as its name."""
    other_names: frozenset[str] = frozenset()
    """What sources list besides: a former name, a nickname, a name in another language."""

    @property
    def country(self) -> str:
        """The ISO code of its country."""
        return self.region.country

    def km_to(self, latitude: float, longitude: float) -> float:
        """Return the great-circle distance to a point."""
        south, north = math.radians(self.latitude), math.radians(latitude)
        east = math.radians(longitude - self.longitude)
        half = (
            math.sin((north - south) / 2) ** 2
            + math.cos(south) * math.cos(north) * math.sin(east / 2) ** 2
        )
        return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, half)))

    def spelled(self) -> dict[str, bool]:
        """Return every folded name, and whether it is its own and not just another."""
        others = _spelled({*self.other_names, self.code})
        return dict.fromkeys(others, False) | dict.fromkeys(self.own_keys(), True)

    def own_keys(self) -> list[str]:
        """Return every folded name that is its own, in a stable order."""
        return _spelled({self.name, *self.own_names})


def _spelled(names: Iterable[str]) -> list[str]:
    return sorted({spelled for name in names for spelled in spellings(fold(name))})


def spellings(key: str) -> frozenset[str]:
    """Return a folded name and the ways to write its saint."""
    first, _, rest = key.partition(" ")
    written = {"saint": "st", "st": "saint", "sainte": "ste", "ste": "sainte"}.get(first)
    return frozenset(filter(None, {key, f"{written} {rest}" if written and rest else ""}))
