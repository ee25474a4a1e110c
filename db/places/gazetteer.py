"""Which sites a typed text may mean, and which one it does mean."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from db.places.file import PlacesFile
from planner.errors import PlaceUnknown
from planner.geography.countries import country_code
from planner.geography.places import (
    NOTABLE,
    Candidate,
    Site,
    nearly_qualifies,
    qualifies,
    the_one_meant,
)
from planner.geography.travel import great_circle_km
from planner.records.values import Place
from planner.records.words import VenueKind
from planner.text.spelling import fold

LONGEST = 120
"""No place has a longer name, with all that tells it apart."""
BEGINNINGS = 60
CLOSE = 3
"""So many are offered in place of what is not known."""
GUESSES = 2
"""At most so many readings of a text are searched for slips of the finger."""
_KM_A_DEGREE = 111.0
_OWN_NAME, _OTHER_NAME = 50.0, 10.0
_OWN_BEGINNING, _OTHER_BEGINNING = 1.0, 0.05
_SLIPPED = 0.2
"""What a match is worth, to be multiplied by the weight of the site."""


class Reading(NamedTuple):
    """One way to take a text: a name, and what tells which of that name."""

    head: str
    tail: str


class ShippedGazetteer:
    """The gazetteer that comes with Summitry: it needs no network, and changes nothing.

    Every method raises `DatabaseDamaged` where its file is missing or broken.
    """

    def __init__(self, file: PlacesFile | None = None) -> None:
        self._file = file or PlacesFile()

    def find(self, text: str, limit: int = 8) -> tuple[Site, ...]:
        """Return the sites that a text, perhaps not yet typed to its end, may mean, best first."""
        key = _key(text)
        worth: dict[Site, float] = {}
        for value, each in self._guesses(text, key, limit) if key else ():
            worth[each.site] = max(worth.get(each.site, 0.0), value * each.weight)
        return tuple(sorted(worth, key=lambda site: -worth[site])[:limit])

    def resolve(self, text: str) -> Site:
        """Return the one site that a text means.

        Raises `PlaceAmbiguous` where several are comparably likely, `PlaceUnknown` where none is.
        """
        key = _key(text)
        candidates = next(filter(None, self._candidates(text, key)), None) if key else None
        if candidates is None:
            raise PlaceUnknown(text, tuple(site.label for site in self._near(text, key)))
        return the_one_meant(text, candidates)

    def airports_near(self, place: Place, within_km: int = 100) -> tuple[Site, ...]:
        """Return the airports within a distance of a place, nearest first."""
        if place.latitude is None:
            return ()
        span = within_km / _KM_A_DEGREE
        found = [
            (km, site.code, site)
            for site in self._file.airports(place.latitude - span, place.latitude + span)
            if (km := great_circle_km(place, site.place)) is not None and km <= within_km
        ]
        return tuple(site for _, _, site in sorted(found, key=lambda each: each[:2]))

    def close(self) -> None:
        """Let go of the file; it is opened again when something is asked."""
        self._file.close()

    def _near(self, text: str, key: str) -> tuple[Site, ...]:
        """Return what may be meant instead: what is like the text, or bears the name in it."""
        named = (self._file.named(reading.head) for reading in _readings(key))
        return self.find(text, CLOSE) or tuple(
            each.site for each in next(filter(None, named), [])[:CLOSE]
        )

    def _candidates(self, text: str, key: str) -> Iterator[list[Candidate]]:
        """Yield what a text may mean, the likeliest way to take it first."""
        readings = [(tail, self._file.named(head)) for head, tail in _readings(key)]
        yield [each for _, named in readings for each in named if fold(each.site.label) == key]
        bearers = self._named(text, key)
        yield [each for each in bearers if not _is_small_code(text, each)]
        for tail, named in readings:
            yield self._fitting(named, tail)
        if country_code(key):
            return
        yield self._file.beginning(f"{key} ", BEGINNINGS)
        yield _fewest_slips(self._file.nearly_named(key))
        for tail, named in readings:
            yield [each for each in named if nearly_qualifies(each, tail)]
        yield from self._nearly_fitting(key)
        yield bearers

    def _nearly_fitting(self, key: str) -> Iterator[list[Candidate]]:
        """Yield what is meant where the name has slips and a country or area follows."""
        known = [reading for reading in _readings(key) if self._is_qualifier(reading.tail)]
        for head, tail in known[:GUESSES]:
            near = self._file.nearly_named(head)
            fitting = self._fitting([each for _, each in near], tail)
            yield _fewest_slips([(slips, each) for slips, each in near if each in fitting])

    def _named(self, text: str, key: str) -> list[Candidate]:
        """Return what bears a name; a code in capitals is as good as a name of its airport."""
        return [
            replace(each, weight=max(each.weight, NOTABLE), bears_name=True)
            if text.strip() == each.site.code
            else each
            for each in self._file.named(key)
        ]

    def _fitting(self, named: list[Candidate], tail: str) -> list[Candidate]:
        """Return those that what follows the name fits, or that lie in the city it names."""
        fitting = [each for each in named if qualifies(each, tail)]
        if fitting or not named:
            return fitting
        inside = {
            (each.site.name, each.site.place.country)
            for each in self._file.named(tail)
            if each.site.is_city
        }
        return [each for each in named if (each.site.place.city, each.site.place.country) in inside]

    def _is_qualifier(self, tail: str) -> bool:
        """Say whether a text is a country, an admin area, or one after the other."""
        if country_code(tail) or self._file.is_region(tail):
            return True
        return any(
            country_code(after) and self._file.is_region(before)
            for before, after in _readings(tail)
        )

    def _guesses(self, text: str, key: str, limit: int) -> Iterator[tuple[float, Candidate]]:
        """Yield what a text may become, and what each match is worth."""
        found = 0
        for value, each in self._matches(text, key):
            found += 1
            yield value, each
        if found < limit:
            for slips, each in self._file.nearly_named(key):
                yield _SLIPPED / max(1, slips) ** 2, each

    def _matches(self, text: str, key: str) -> Iterator[tuple[float, Candidate]]:
        for each in self._named(text, key):
            yield (_OWN_NAME if each.bears_name else _OTHER_NAME), each
        for each in self._file.beginning(key, BEGINNINGS):
            yield (_OWN_BEGINNING if each.bears_name else _OTHER_BEGINNING), each
        for head, tail in _readings(key):
            for each in self._file.named(head):
                if qualifies(each, tail, is_partial=True):
                    yield (_OWN_NAME if each.bears_name else _OTHER_NAME), each


def _is_small_code(text: str, candidate: Candidate) -> bool:
    """Say whether a text is an ICAO code but in small letters, and so more likely a slip."""
    is_airport = candidate.site.kind is VenueKind.AIRPORT and not candidate.bears_name
    return is_airport and len(text.strip()) == 4 and not text.isupper()


def _fewest_slips(near: list[tuple[int, Candidate]]) -> list[Candidate]:
    fewest = min((slips for slips, _ in near), default=0)
    return [each for slips, each in near if slips == fewest]


def _key(text: str) -> str:
    """Return the folded text, or nothing where it is too long for the name of a place."""
    key = fold(text[: 4 * LONGEST])
    return key if len(key) <= LONGEST else ""


def _readings(key: str) -> Iterator[Reading]:
    """Yield every way to part a text into a name and what follows, the longest name first."""
    words = key.split()
    for at in range(len(words) - 1, 0, -1):
        yield Reading(" ".join(words[:at]), " ".join(words[at:]))
