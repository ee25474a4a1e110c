"""The file of the gazetteer, and what can be asked of it."""

import array
import heapq
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from threading import Lock

from db.sqlite import sqlite3
from planner.errors import DatabaseDamaged
from planner.geography.places import Candidate, Site
from planner.records.values import Place
from planner.records.words import VenueKind
from planner.text.spelling import bigrams, slips_allowed, slips_between

SHIPPED = Path(__file__).parent.parent / "places.sqlite3"
NEARLY = 100
"""So many of the likeliest spellings are compared letter by letter."""
_DEGREE = 10_000
_END = "\U0010ffff"
"""Sorts after every letter."""
_SITE = """
    select site.name, site.kind, coalesce(site.city, site.name), region.country, region.id,
        region.name, zone.name, site.latitude, site.longitude, site.code, site.parent, site.weight
"""
_WHERE_IT_IS = """
    join region on region.id = site.region
    join zone on zone.id = site.zone
"""
_NAMED = f"""
    {_SITE}, name.bears from name join site on site.id = name.site {_WHERE_IT_IS}
    where name.key = ? order by site.id
"""
_BEGINNING = f"""
    {_SITE}, found.bears from (
        select site, bears from name where key >= ? and key < ?
        order by bears desc, site limit ?
    ) as found join site on site.id = found.site {_WHERE_IT_IS} order by site.id
"""  # noqa: S608 - the parts are the constants above
_AIRPORTS = f"""
    {_SITE}, 1 from site {_WHERE_IT_IS}
    where site.kind = 'airport' and site.latitude between ? and ?
"""


class PlacesFile:
    """The shipped file, opened when something is first asked of it.

    Several threads may ask, in turn: they would mix up the answers of one connection.
    """

    def __init__(self, path: Path = SHIPPED) -> None:
        self._path = path
        self._turn = Lock()
        self._region_keys: dict[int, frozenset[str]] = {}
        self._last: tuple[str, list[tuple[int, Candidate]]] = ("", [])

    @cached_property
    def _connection(self) -> sqlite3.Connection:
        address = f"{self._path.absolute().as_uri()}?mode=ro&immutable=1"
        return sqlite3.connect(address, uri=True, check_same_thread=False)

    def close(self) -> None:
        """Let go of the file; it is opened again when something is asked."""
        with self._turn:
            if "_connection" in vars(self):
                self._connection.close()
                del self._connection

    def named(self, key: str) -> list[Candidate]:
        """Return the sites with that very name, the most important first."""
        return self._candidates(_NAMED, key)

    def beginning(self, key: str, limit: int) -> list[Candidate]:
        """Return the most important sites with a name that begins so."""
        return self._candidates(_BEGINNING, key, key + _END, limit)

    def airports(self, south: float, north: float) -> list[Site]:
        """Return the airports between two latitudes."""
        found = self._candidates(_AIRPORTS, int(south * _DEGREE), int(north * _DEGREE))
        return [each.site for each in found]

    def is_region(self, key: str) -> bool:
        """Say whether an admin area has that name."""
        with self._asking() as connection:
            found = connection.execute("select 1 from region_name where key = ?", (key,))
            return found.fetchone() is not None

    def nearly_named(self, key: str) -> list[tuple[int, Candidate]]:
        """Return the sites with a name some slips of the finger away, and how many slips.

        The fewest come first. The last answer is kept: a text that means nothing is asked for
        twice, to find it and to say what is near.
        """
        asked, answer = self._last
        if asked != key:
            answer = self._near(key, slips_allowed(key))
            self._last = key, answer
        return answer

    def _near(self, key: str, allowed: int) -> list[tuple[int, Candidate]]:
        spelled = self._spelled_like(key, allowed) if allowed else []
        near = [
            (slips, other)
            for other in spelled
            if (slips := slips_between(key, other, allowed)) is not None
        ]
        return [(slips, each) for slips, other in sorted(near) for each in self.named(other)]

    def _spelled_like(self, key: str, allowed: int) -> list[str]:
        """Return the names that share most of the rarer pairs of letters with a key.

        A slip breaks two pairs, a swap of letters three: of the pairs looked at, a name that is
        meant lacks no more, and the commonest pairs, with the longest lists, can be left.
        """
        pairs = tuple(bigrams(key))
        broken = 2 * allowed + 1
        rarer = min(len(pairs), max(broken + 2, len(pairs) // 2))
        lists = (
            f"select spellings from bigram where pair in ({_marks(pairs)}) "  # noqa: S608 - marks
            "order by length(spellings) limit ?"
        )
        shared: Counter[int] = Counter()
        with self._asking() as connection:
            for (packed,) in connection.execute(lists, (*pairs, rarer)):
                shared.update(_unpacked(packed))
            likely = (
                (count, -number) for number, count in shared.items() if count >= rarer - broken
            )
            numbers = [-number for _, number in heapq.nlargest(NEARLY, likely)]
            keys = f"select key from spelling where id in ({_marks(numbers)})"  # noqa: S608 - marks
            return [other for (other,) in connection.execute(keys, numbers)]

    def _candidates(self, query: str, *values: str | int) -> list[Candidate]:
        with self._asking() as connection:
            rows = connection.execute(query, values).fetchall()
        return [self._candidate(*row) for row in rows]

    @contextmanager
    def _asking(self) -> Iterator[sqlite3.Connection]:
        """Give the connection to one thread; raises `DatabaseDamaged` for a file that is broken."""
        try:
            with self._turn:
                yield self._connection
        except sqlite3.Error as error:
            raise DatabaseDamaged(
                str(self._path),
                f"the places that come with Summitry cannot be read ({error}).",
                "Install Summitry again.",
            ) from error

    def _candidate(  # noqa: PLR0913, PLR0917 - the columns of a row
        self,
        name: str,
        kind: str,
        city: str,
        country: str,
        region: int,
        admin_area: str,
        zone: str,
        latitude: int,
        longitude: int,
        code: str,
        parent: str,
        weight: int,
        bears: int,
    ) -> Candidate:
        place = Place(city, country, zone, admin_area, latitude / _DEGREE, longitude / _DEGREE)
        site = Site(name, VenueKind(kind), place, code, parent)
        return Candidate(site, weight, bool(bears), self._keys_of(region))

    def _keys_of(self, region: int) -> frozenset[str]:
        keys = self._region_keys.get(region)
        if keys is None:
            with self._asking() as connection:
                found = connection.execute(
                    "select key from region_name where region = ?", (region,)
                )
                keys = self._region_keys[region] = frozenset(key for (key,) in found)
        return keys


def _unpacked(packed: bytes) -> "array.array[int]":
    numbers = array.array("H")
    numbers.frombytes(packed)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def _marks(values: Iterable[object]) -> str:
    return ", ".join("?" for _ in values)
