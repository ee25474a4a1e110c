"""Airports with an IATA code, and the airfields of governments, from airportsdata."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import airportsdata

from places.atlas import Atlas
from places.entries import OF_STATE, Entry, Region
from places.tables import listed, rows
from planner.records.words import VenueKind
from planner.text.spelling import fold

CITY_KM = 80
"""As far as an airport may be from the city that it names."""
NEAREST_KM = 40
"""As far as it may be from a city that it does not name."""
AIRPORT_SHARE = 100
"""An airport counts as much as this part of its city's inhabitants, so that cities come first."""
BESIDE_KM = 10
"""So near a city, its clocks are the city's, whatever airportsdata says."""
_KINDS = re.compile(r"\b(International|Intl|Airport|Airfield)\b")
_ASIDE = re.compile(r"\([^)]*\)")


@dataclass(frozen=True, slots=True)
class _Raw:
    """An airport as airportsdata has it."""

    icao: str
    iata: str
    name: str
    city: str
    country: str
    zone: str
    latitude: float
    longitude: float


def airports(atlas: Atlas) -> list[Entry]:
    """Return every airport, with the corrections and names of `data/airfields.tsv`."""
    known = {row["icao"]: row for row in rows("airfields")}
    read = _read()
    missing = known.keys() - read.keys()
    if missing:
        raise LookupError(f"airportsdata does not know {', '.join(sorted(missing))}")
    return [
        _airfield(known[icao], raw, atlas) if icao in known else _airport(raw, atlas)
        for icao, raw in read.items()
        if raw.iata or icao in known
    ]


def _read() -> dict[str, _Raw]:
    """Read every airport, with the positions of `data/positions.tsv`."""
    corrected = {
        row["icao"]: (float(row["latitude"]), float(row["longitude"])) for row in rows("positions")
    }
    found: dict[str, _Raw] = {}
    for icao, raw in sorted(airportsdata.load("ICAO").items()):
        latitude, longitude = corrected.get(icao, (raw["lat"], raw["lon"]))
        found[icao] = _Raw(
            icao=icao,
            iata=str(raw["iata"]),
            name=str(raw["name"]),
            city=str(raw["city"]).strip(),
            country=str(raw["country"]),
            zone=str(raw["tz"]),
            latitude=float(latitude),
            longitude=float(longitude),
        )
    return found


def _airfield(row: dict[str, str], raw: _Raw, atlas: Atlas) -> Entry:
    """Return one that governments fly to, as the table by hand describes it."""
    city = atlas.city_of(row["city"], raw.country, raw.latitude, raw.longitude)
    return Entry(
        name=row["name"],
        kind=VenueKind.AIRPORT,
        city=city.name,
        region=city.region,
        zone=city.zone,
        latitude=raw.latitude,
        longitude=raw.longitude,
        weight=OF_STATE,
        code=raw.iata or raw.icao,
        own_names=listed(row["other_names"]),
        other_names=frozenset({raw.icao, raw.name, f"{city.name} Airport"}),
    )


def _airport(raw: _Raw, atlas: Atlas) -> Entry:
    where = (raw.country, raw.latitude, raw.longitude)
    named = atlas.named_near(raw.city, *where, CITY_KM)
    near = named or atlas.nearest(*where, NEAREST_KM)
    beside = named or atlas.nearest(*where, BESIDE_KM)
    city = near.name if near else raw.city or _in_short(raw.name, "")
    return Entry(
        name=_in_short(raw.name, city),
        kind=VenueKind.AIRPORT,
        city=city,
        region=near.region if near else Region(raw.country, ""),
        zone=beside.zone if beside else raw.zone,
        latitude=raw.latitude,
        longitude=raw.longitude,
        weight=max(1, near.weight // AIRPORT_SHARE) if near else 1,
        code=raw.iata,
        other_names=frozenset(_other_names(raw, city)),
    )


def _other_names(raw: _Raw, city: str) -> Iterator[str]:
    yield raw.icao
    yield raw.name
    yield f"{city} Airport"
    bare = fold(_bare(raw.name))
    rest = bare.removeprefix(f"{fold(city)} ")
    if rest != fold(city):
        yield rest


def _in_short(name: str, city: str) -> str:
    """Return `Paris Orly` for `Paris-Orly Airport`, and `Iqaluit Airport` as it is."""
    bare = _bare(name)
    return f"{bare} Airport" if not bare or fold(bare) == fold(city) else bare


def _bare(name: str) -> str:
    plain = _KINDS.sub(" ", _ASIDE.sub(" ", name))
    return " ".join(re.sub(r"\s+[/-]\s*|\s*[/]\s*", " ", plain).split())
