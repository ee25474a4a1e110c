"""Countries by ISO 3166-1 code, and their names as diplomats print them.

The names are in `data/countries.tsv`, so that a document can print `Paris, France` without any
database. Kosovo has the code `XK`, which ISO leaves to its users and everybody uses so.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from planner.text.spelling import fold


@dataclass(frozen=True, slots=True)
class _Country:
    code: str
    longer_code: str
    name: str
    other_names: tuple[str, ...]

    @property
    def keys(self) -> frozenset[str]:
        """Every name and code of it, folded."""
        return frozenset(map(fold, (self.name, self.code, self.longer_code, *self.other_names)))


def country_name(code: str) -> str:
    """Return the short English name of an ISO 3166-1 alpha-2 code, such as `United Kingdom`.

    Returns the code itself where it is not known: a paper must be printable.
    """
    country = _countries().get(code.upper())
    return country.name if country else code


def country_code(text: str) -> str | None:
    """Return the code of a country by its name, another name of it, or a code; None for none.

    `Turkey`, `Türkiye`, `TUR` and `tr` are all `TR`; case and accents do not matter.
    """
    return _codes().get(fold(text))


def country_codes() -> tuple[str, ...]:
    """Return every code that is known, in alphabetical order."""
    return tuple(_countries())


def country_keys(code: str) -> frozenset[str]:
    """Return every folded name and code of a country; empty where it is not known."""
    country = _countries().get(code)
    return country.keys if country else frozenset()


@cache
def _countries() -> Mapping[str, _Country]:
    return {country.code: country for country in _read()}


@cache
def _codes() -> Mapping[str, str]:
    return {key: country.code for country in _countries().values() for key in country.keys}


def _read() -> Iterator[_Country]:
    data = resources.files("planner").joinpath("data", "countries.tsv").read_text("utf-8")
    for line in data.splitlines()[1:]:
        code, longer_code, name, others = line.split("\t")
        yield _Country(code, longer_code, name, tuple(filter(None, others.split("|"))))
