"""The one place that asks what time it is."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""Returns the present as an aware datetime; everything that needs the time is given one."""


def system_clock() -> datetime:
    """Return the machine's present, in UTC."""
    return datetime.now(UTC)


def fixed_clock(now: datetime) -> Clock:
    """Return a clock that stands still: for `--now`, demonstrations and tests."""
    return lambda: now
