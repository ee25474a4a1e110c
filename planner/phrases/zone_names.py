"""The names that people type for time zones."""

from datetime import datetime
from functools import cache
from importlib import resources

from planner.zones import zone


def iana_name(phrase: str) -> str | None:
    """Return the IANA name that was typed in any case, or None where there is none such."""
    return _names().get(phrase)


def zone_typed(phrase: str) -> str | None:
    """Return the IANA name of the zone that a last word means, or None where it means none.

    Only `UTC`, `Z` and names with a slash: those without, such as `EST` and `Turkey`, are old
    aliases that would be taken for an abbreviation or a country.
    """
    return "UTC" if phrase in {"utc", "z"} else iana_name(phrase) if "/" in phrase else None


def abbreviations(wall: datetime, zone_name: str) -> tuple[str, str]:
    """Return what the zone is called at a wall time, by the clocks before and after a change.

    Both are the same but at a change; empty where the zone has only a number.
    """
    there = zone(zone_name)
    names = (wall.replace(tzinfo=there, fold=fold).tzname() or "" for fold in (0, 1))
    before, after = (name if name.isalpha() else "" for name in names)
    return before, after


@cache
def _names() -> dict[str, str]:
    """Every IANA name by its lower-case form; the files of the zone data mind the case."""
    listed = resources.files("tzdata").joinpath("zones").read_text(encoding="ascii")
    return {name.lower(): name for name in listed.split()}
