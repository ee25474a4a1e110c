"""What the tables of this folder share."""

from collections.abc import Callable
from datetime import date, datetime

import pytest

from planner.errors import PhraseUnclear
from planner.moments import Moment
from planner.phrases import Context

SUNDAY = date(2025, 3, 16)
PARIS = Context(
    today=SUNDAY,
    zone="Europe/Paris",
    near=Moment(datetime(2025, 3, 17, 10, 0), "Europe/Paris"),  # noqa: DTZ001 - a wall time
)


def wall(text: str) -> datetime:
    """Return the wall time of an ISO text."""
    return datetime.fromisoformat(text)


def refusal(read: Callable[[], object]) -> PhraseUnclear:
    """Return the refusal that reading ends in."""
    with pytest.raises(PhraseUnclear) as raised:
        read()
    return raised.value
