"""What the clocks of a state's capital follow.

Most states have one zone, which the zone data names. For those that have several, or none, the
capital's is given here; where neither knows, nothing can be said of the hour there.
"""

from collections.abc import Mapping
from functools import cache
from importlib import resources

_GIVEN: Mapping[str, str] = {
    "AR": "America/Argentina/Buenos_Aires",
    "AU": "Australia/Sydney",
    "BR": "America/Sao_Paulo",
    "CA": "America/Toronto",
    "CD": "Africa/Kinshasa",
    "CL": "America/Santiago",
    "CN": "Asia/Shanghai",
    "CY": "Asia/Nicosia",
    "DE": "Europe/Berlin",
    "EC": "America/Guayaquil",
    "ES": "Europe/Madrid",
    "FM": "Pacific/Pohnpei",
    "GL": "America/Nuuk",
    "ID": "Asia/Jakarta",
    "KI": "Pacific/Tarawa",
    "KZ": "Asia/Almaty",
    "MH": "Pacific/Majuro",
    "MN": "Asia/Ulaanbaatar",
    "MX": "America/Mexico_City",
    "MY": "Asia/Kuala_Lumpur",
    "NZ": "Pacific/Auckland",
    "PG": "Pacific/Port_Moresby",
    "PS": "Asia/Hebron",
    "PT": "Europe/Lisbon",
    "RU": "Europe/Moscow",
    "UA": "Europe/Kyiv",
    "US": "America/New_York",
    "UZ": "Asia/Tashkent",
    "XK": "Europe/Belgrade",
}
"""Zones bear the name of a larger city with the same clocks: Canberra's is Sydney's."""


def capital_zone(country: str) -> str:
    """Return the zone of a state's capital by its ISO 3166-1 code; empty where it is not known."""
    if country in _GIVEN:
        return _GIVEN[country]
    zones = _zones().get(country, ())
    return zones[0] if len(zones) == 1 else ""


@cache
def _zones() -> Mapping[str, tuple[str, ...]]:
    """Return the zones of each country, as the zone data lists them."""
    table = resources.files("tzdata").joinpath("zoneinfo", "zone.tab").read_text("utf-8")
    found: dict[str, tuple[str, ...]] = {}
    for line in table.splitlines():
        if line and not line.startswith("#"):
            code, _, name = line.split("\t")[:3]
            found[code] = (*found.get(code, ()), name)
    return found
