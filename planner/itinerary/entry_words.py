"""The few words and signs by which every list shows an entry."""

from collections.abc import Mapping

from planner.moments import MINUTE
from planner.records import Meeting, Movement
from planner.records.words import Mode, Status
from planner.text.spoken import length

MODE_SIGNS: Mapping[Mode, str] = {
    Mode.GOVERNMENT_AIRCRAFT: "✈",
    Mode.COMMERCIAL_AIR: "✈",
    Mode.HELICOPTER: "✈",
    Mode.RAIL: "≡",
    Mode.MOTORCADE: "▸",
    Mode.SEA: "≈",
    Mode.ON_FOOT: "›",
}
"""One cell wide in every terminal; the mode itself is said in words elsewhere."""
_UNSAID = frozenset({Status.CONFIRMED, Status.HELD})
"""What is as it should be, and needs no word."""


def status_words(record: Meeting | Movement) -> str:
    """Return ` (tentative)`; empty for what is firm."""
    return "" if record.status in _UNSAID else f" ({record.status})"


_SHORT: Mapping[Status, str] = {
    Status.CONFIRMED: "",
    Status.HELD: "",
    Status.TENTATIVE: "T",
    Status.PROPOSED: "TBC",
    Status.REQUESTED: "TBC",
}


def short_status(record: Meeting | Movement) -> str:
    """Return the status as a line-by-line abbreviates it: `T`, `TBC`, `cancelled`, or nothing."""
    return _SHORT.get(record.status, record.status.value)


def time_change(movement: Movement) -> str:
    """Return how far the clocks jump on the way, `−1 h` or `+5 h`; empty where they do not."""
    if movement.depart is None or movement.arrive is None:
        return ""
    change = movement.arrive.offset - movement.depart.offset
    minutes = int(change.total_seconds()) // MINUTE
    if not minutes:
        return ""
    return f"{'+' if minutes > 0 else ''}{length(minutes)}"
