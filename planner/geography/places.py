"""Places: what a gazetteer answers, and which site is meant where several bear one name."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from planner.errors import PlaceAmbiguous
from planner.geography.countries import country_keys, country_name
from planner.records.values import Place
from planner.records.words import VenueKind
from planner.text.spelling import fold, slips_allowed, slips_between

NOTABLE = 200_000
"""A city of so many inhabitants may always be the one that is meant; so may a capital."""
SHARE = 8
"""So may one with an eighth of the weight of the heaviest of the name."""
CHOICES = 6
"""How many a question names at most."""


@dataclass(frozen=True, slots=True)
class Site:
    """A city, an airport or a venue that the gazetteer knows; a stop or a venue is made of it."""

    name: str
    kind: VenueKind
    """`CITY` for a city."""
    place: Place
    code: str = ""
    """An airport's IATA code, or its ICAO code where it has no other."""
    parent: str = ""
    """The palace or seat that a room belongs to."""

    @property
    def is_city(self) -> bool:
        """Whether it is a city, and not something that stands in one."""
        return self.kind is VenueKind.CITY

    @property
    def label(self) -> str:
        """Return what tells it from others of its name; typed again, it means this site.

        `London, Ontario, Canada`; `Paris Orly (ORY), Paris, France`; `Berlin, Germany`.
        """
        name = f"{self.name} ({self.code})" if self.code else self.name
        country = country_name(self.place.country)
        return ", ".join(dict.fromkeys(filter(None, (name, self.parent, self._within, country))))

    @property
    def _within(self) -> str:
        """Its admin area or city, where the name has not said so: `Tokyo` is in `Tokyo`."""
        city, area = self.place.city, self.place.admin_area
        if self.is_city:
            return "" if f" {fold(self.name)} " in f" {fold(area)} " else area
        return "" if self.name.endswith(f", {city}") else city


class Gazetteer(Protocol):
    """What knows places. It needs no network, and changes nothing."""

    def find(self, text: str, limit: int = 8) -> tuple[Site, ...]:
        """Return the sites that a text, perhaps not yet typed to its end, may mean, best first."""
        ...

    def resolve(self, text: str) -> Site:
        """Return the one site that a text means.

        Raises `PlaceAmbiguous` where several are comparably likely, `PlaceUnknown` where none is.
        """
        ...

    def airports_near(self, place: Place, within_km: int = 100) -> tuple[Site, ...]:
        """Return the airports within a distance of a place, nearest first."""
        ...


@dataclass(frozen=True, slots=True)
class Candidate:
    """A site that a text may mean, and what speaks for it."""

    site: Site
    weight: int
    """Its inhabitants, a capital at least as many as is notable; a venue of state 500,000."""
    bears_name: bool
    """Whether it is called so itself, and does not just have this among its other names."""
    region_keys: frozenset[str] = frozenset()
    """The folded names of its admin area."""


def the_one_meant(text: str, candidates: Iterable[Candidate]) -> Site:
    """Return the heaviest candidate, unless another is comparably likely: `PlaceAmbiguous`.

    Another is, where it bears the name and is notable, or has an eighth of the heaviest one's
    weight. So `London` asks (London in Ontario has 422,000 inhabitants), and `Paris` does not
    (Paris in Texas has 25,000). What is only also called so counts where nothing that bears the
    name has an eighth of its weight: `Victoria` is not Hong Kong.
    """
    once = {each.site: each for each in sorted(candidates, key=lambda each: each.bears_name)}
    pool = sorted(once.values(), key=lambda each: -each.weight)
    bearer = max((each.weight for each in pool if each.bears_name), default=0)
    pool = [each for each in pool if each.bears_name or each.weight > bearer * SHARE]
    first = pool[0]
    likely = [each for each in pool if _is_comparable(each, first)]
    if len(likely) > 1:
        raise PlaceAmbiguous(text, tuple(each.site.label for each in likely[:CHOICES]))
    return first.site


def _is_comparable(other: Candidate, first: Candidate) -> bool:
    if other.bears_name and other.weight >= NOTABLE:
        return True
    return other.weight * SHARE >= first.weight


def qualifies(candidate: Candidate, tail: str, *, is_partial: bool = False) -> bool:
    """Say whether what follows a name fits a site: its admin area, country, city or code.

    `ontario`, `on`, `canada` and `ontario canada` fit London in Ontario. With `is_partial` the
    last word may still be on its way: `ont`.
    """
    return _is_made_of(tail, _qualifiers(candidate), is_partial=is_partial)


def nearly_qualifies(candidate: Candidate, tail: str) -> bool:
    """Say whether what follows a name fits a site but for what is missing, or for slips.

    `newfoundland` is short for Newfoundland and Labrador; `ontaro` is a slip.
    """
    allowed = slips_allowed(tail)
    return any(
        key.startswith(f"{tail} ") or slips_between(tail, key, allowed) is not None
        for key in _qualifiers(candidate)
        if key
    )


def _qualifiers(candidate: Candidate) -> frozenset[str]:
    site = candidate.site
    own = {fold(site.place.city), fold(site.parent), fold(site.code)}
    return candidate.region_keys | country_keys(site.place.country) | own


def _is_made_of(tail: str, keys: frozenset[str], *, is_partial: bool) -> bool:
    if not tail:
        return True
    if is_partial and any(key.startswith(tail) for key in keys):
        return True
    return any(
        _is_made_of(tail[len(key) :].lstrip(), keys, is_partial=is_partial)
        for key in keys
        if key and (tail == key or tail.startswith(f"{key} "))
    )
