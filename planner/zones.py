"""Time zones, read from the `tzdata` package and not from the machine.

Zone rules change several times a year; taking them from one pinned package means that two
machines of an office show the same hour, and that the version in use can be named.
"""

from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from planner.errors import ZoneUnknown


@cache
def zone(name: str) -> ZoneInfo:
    """Return the zone of an IANA name such as `Europe/Paris`.

    Raises `ZoneUnknown` for a name that the zone data does not hold.
    """
    parts = name.split("/")
    if not all(part and not part.startswith(".") for part in parts):
        raise ZoneUnknown(name)
    try:
        with _folder().joinpath(*parts).open("rb") as data:
            return ZoneInfo.from_file(data, key=name)
    except (OSError, ValueError) as error:
        raise ZoneUnknown(name) from error


@cache
def _folder() -> Path:
    # By way of importlib.resources the first zone costs a start 4 ms more.
    import tzdata  # noqa: PLC0415 - likewise

    return Path(tzdata.__file__).parent / "zoneinfo"


def zone_data_version() -> str:
    """Return the release of the zone rules in use, such as `2026b`."""
    from tzdata import IANA_VERSION  # noqa: PLC0415 - read only when the store compares versions

    return str(IANA_VERSION)
