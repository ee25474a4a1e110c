"""The few words and signs by which every list shows an entry."""

from collections.abc import Mapping
from datetime import date

from planner.moments import MINUTE
from planner.records import Meeting, Movement
from planner.records.words import Mode, Status
from planner.text.spelling import fold
from planner.text.spoken import length, short_date

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


def says(title: str, name: str) -> bool:
    """Tell whether a title names something already: then it need not stand beside it again."""
    words, named = fold(title), fold(name)
    # What is written without spaces has no words to compare.
    return f" {named} " in f" {words} " or (not named.isascii() and named in words)


def says_person(title: str, name: str) -> bool:
    """Tell whether a title names a person: `Meeting with Prime Minister Starmer` does Sir Keir."""
    last = fold(name).rpartition(" ")[2]
    return says(title, name) or (len(last) >= LONG_ENOUGH and says(title, last))


LONG_ENOUGH = 4
"""Letters from which on a last word alone is a name: not the III of a king."""


def day_span(first: date, last: date) -> str:
    """Return `Mon 17 Mar`, or `Mon 17 – Wed 19 Mar` for several days."""
    if first == last:
        return short_date(first)
    begins = short_date(first)
    if (first.year, first.month) == (last.year, last.month):
        begins = begins.rpartition(" ")[0]
    return f"{begins} – {short_date(last)}"
