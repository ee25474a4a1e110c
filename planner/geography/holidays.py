"""Public holidays by place, worked out by the `holidays` library.

The library takes time to import, and each country of it again: both are read when somebody first
asks about a place there.
"""

import warnings
from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from planner.geography.countries import country_keys
from planner.text.spelling import fold

if TYPE_CHECKING:
    from holidays import HolidayBase

    from planner.records.values import Place

_ENGLISH: Mapping[str, Mapping[str, str]] = {
    "BA": {"federation of bosnia and herzegovina": "BIH"},
    "BR": {"federal district": "DF"},
    "CH": {"geneva": "GE", "grisons": "GR", "lucerne": "LU", "st gallen": "SG"},
    "DE": {
        "bavaria": "BY",
        "hesse": "HE",
        "lower saxony": "NI",
        "north rhine westphalia": "NW",
        "rhineland palatinate": "RP",
        "saxony": "SN",
        "saxony anhalt": "ST",
        "thuringia": "TH",
    },
    "ES": {
        "andalusia": "AN",
        "balearic islands": "IB",
        "basque country": "PV",
        "canary islands": "CN",
        "castile and leon": "CL",
        "castile la mancha": "CM",
        "catalonia": "CT",
        "navarre": "NC",
        "valencia": "VC",
    },
    "PT": {"lisbon": "11"},
}
"""By country, the folded English names of subdivisions that the library knows by local ones."""
_BETWEEN_NAMES = "; "
"""What the library puts between two holidays of one day."""


class PublicHolidays:
    """The calendar of public holidays: of a subdivision where it is known, else of the country."""

    def on(self, place: "Place", day: date) -> str:
        """Return the name of the holiday in a place on its own date; empty where it is none.

        A country that is not known has no holidays.
        """
        country = place.country.upper()
        subdivision = _subdivision(country, place.admin_area)
        return _of_year(country, subdivision, day.year).get(day, "")


@lru_cache(maxsize=512)
def _of_year(country: str, subdivision: str | None, year: int) -> Mapping[date, str]:
    calendar = _calendar(country)
    if calendar is None:
        return {}
    from holidays import country_holidays  # noqa: PLC0415 - slow to import

    with warnings.catch_warnings():
        # For years of which it knows less than of others, it warns; what it knows still serves.
        warnings.simplefilter("ignore")
        found = country_holidays(
            country, subdiv=subdivision, years=year, language=_language(calendar)
        )
    return {day: name.replace(_BETWEEN_NAMES, " and ") for day, name in found.items()}


@cache
def _calendar(country: str) -> "HolidayBase | None":
    """Return what the library knows of a country, without any year; None where it knows nothing."""
    if not country_keys(country):
        return None
    from holidays import country_holidays  # noqa: PLC0415 - slow to import

    try:
        return country_holidays(country)
    except NotImplementedError:
        return None


def _language(calendar: "HolidayBase") -> str | None:
    """Return the English that names are offered in, the country's own first; None for none."""
    offered = calendar.supported_languages
    wanted = (calendar.default_language or "", "en_GB", *sorted(offered))
    return next((each for each in wanted if each.startswith("en") and each in offered), None)


@lru_cache(maxsize=2048)
def _subdivision(country: str, admin_area: str) -> str | None:
    """Return the library's code of a state, province or nation; None where it knows none."""
    key = fold(admin_area)
    return _codes(country).get(key) if key else None


@cache
def _codes(country: str) -> Mapping[str, str]:
    """Return the codes of a country's subdivisions by their folded names and by themselves."""
    calendar = _calendar(country)
    if calendar is None:
        return {}
    by_code = {fold(code): code for code in calendar.subdivisions}
    by_name = {fold(name): code for name, code in calendar.subdivisions_aliases.items()}
    return {**by_code, **_ENGLISH.get(country, {}), **by_name}
