"""The cities, to be asked by name and by position."""

from collections import defaultdict
from collections.abc import Iterable

from places.entries import Entry
from planner.text.spelling import fold

FAR_KM = 80
"""What is written by hand and lies farther from its city is a slip."""
_KM_A_DEGREE = 111.2


class Atlas:
    """Cities by any of their names, and by where they are."""

    def __init__(self, cities: Iterable[Entry]) -> None:
        self._by_key: defaultdict[tuple[str, str], list[Entry]] = defaultdict(list)
        self._by_degree: defaultdict[tuple[int, int], list[Entry]] = defaultdict(list)
        for city in cities:
            for key in city.spelled():
                self._by_key[city.country, key].append(city)
            self._by_degree[round(city.latitude), round(city.longitude)].append(city)

    def city_of(self, name: str, country: str, latitude: float, longitude: float) -> Entry:
        """Return the nearest city of that very name; `LookupError` where none is near."""
        namesakes = [each for each in self._by_key[country, fold(name)] if each.name == name]
        city = _nearest(namesakes, latitude, longitude, FAR_KM)
        if city is None:
            raise LookupError(
                f"No city {name} ({country}) within {FAR_KM} km of {latitude}, {longitude}"
            )
        return city

    def named_near(
        self, name: str, country: str, latitude: float, longitude: float, within_km: float
    ) -> Entry | None:
        """Return the nearest city of that name, or other name, in a country."""
        return _nearest(self._by_key[country, fold(name)], latitude, longitude, within_km)

    def nearest(
        self, country: str, latitude: float, longitude: float, within_km: float
    ) -> Entry | None:
        """Return the nearest city of a country."""
        span = int(within_km / _KM_A_DEGREE) + 1
        near = [
            city
            for north in range(round(latitude) - span, round(latitude) + span + 1)
            for east in range(round(longitude) - span, round(longitude) + span + 1)
            for city in self._by_degree[north, east]
            if city.country == country
        ]
        return _nearest(near, latitude, longitude, within_km)


def _nearest(
    cities: Iterable[Entry], latitude: float, longitude: float, within_km: float
) -> Entry | None:
    near = [(city.km_to(latitude, longitude), number, city) for number, city in enumerate(cities)]
    km, _, nearest = min(near, default=(within_km + 1, 0, None))
    return nearest if km <= within_km else None
