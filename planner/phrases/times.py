"""Times of day as people type them: `9:30`, `14h30`, `12.00 Uhr`, `1100 hrs`, `2:00 p.m.`."""

import re
from dataclasses import dataclass
from datetime import time
from enum import Enum, auto

from planner.errors import PhraseUnclear
from planner.phrases.text import understood

EXPECTED_TIME = "a time such as 9:30, 14h30, 1730, 2:00 p.m. or noon"
EXPECTED_HOUR = "an hour such as 9:00, 9h or 9 am"

_NAMED = {
    **dict.fromkeys(("midnight", "12 midnight", "minuit"), time(0)),
    **dict.fromkeys(("noon", "12 noon", "midday", "midi"), time(12)),
}
_LEAD = re.compile(r"(?:at|a|um) |@ ?")
_HALVED = re.compile(r"([0-9]{1,2})(?:[:.]([0-9]{2}))? ?([ap])\.? ?m\.?")
_FULL = (
    re.compile(r"([0-9]{1,2})[:.]([0-9]{2}) ?(?:uhr|hrs|h)"),
    re.compile(r"([0-9]{1,2}) ?(?:h|uhr|heures?)(?: ?([0-9]{2})(?: ?m(?:in)?)?)?"),
    re.compile(r"([0-9]{2})([0-9]{2})(?: ?(?:h|hrs|hours|uhr))?"),
)
_PLAIN = re.compile(r"([0-9]{1,2})[:.]([0-9]{2})(?::00)?")
_LONE = re.compile(r"([0-9]{1,2})()")
_SHORT_MINUTES = re.compile(r"[0-9]{1,2}(?: ?h ?|[:.])[0-9]")


class Style(Enum):
    """How far the way a time was typed says which half of the day it is in."""

    HALVED = auto()
    """With am or pm."""
    FULL = auto()
    """On the 24-hour clock for sure: `14:30`, `02:30`, `2h30`."""
    BARE = auto()
    """On either clock: `2:30`."""
    LONE = auto()
    """A number that is an hour only beside one with am or pm: the 2 of `2-3pm`."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day and how it was typed."""

    time: time
    style: Style

    @property
    def halves(self) -> tuple["Clock", "Clock"]:
        """The time before noon and after noon that the same digits mean on a 12-hour clock."""
        hour = self.time.hour % 12
        morning, afternoon = (self.time.replace(hour=hour + shift) for shift in (0, 12))
        return Clock(morning, Style.HALVED), Clock(afternoon, Style.HALVED)


def read_time(text: str) -> time:
    """Return the time of day that a text means.

    `midnight` is 00:00, with which the day named beside it begins; 24:00 is refused, since the
    next day would have to be meant. A number alone, `9`, is refused. Raises `PhraseUnclear`.
    """
    return understood(text, _sure_time, EXPECTED_TIME)


def _sure_time(phrase: str) -> time | None:
    clock = find_clock(phrase)
    if clock is not None and clock.style is Style.LONE:
        raise PhraseUnclear(phrase, EXPECTED_HOUR)
    return None if clock is None else clock.time


def find_clock(phrase: str) -> Clock | None:
    """Return the time that a cleaned phrase means, or None where it has not the shape of one.

    Raises `PhraseUnclear` for the shape of a time that does not exist.
    """
    lead = _LEAD.match(phrase)
    body = phrase[lead.end() :] if lead else phrase
    if body in _NAMED:
        return Clock(_NAMED[body], Style.FULL)
    if found := _HALVED.fullmatch(body):
        return _halved(phrase, int(found[1]), int(found[2] or 0), found[3])
    for pattern in _FULL:
        if found := pattern.fullmatch(body):
            return Clock(_time(phrase, int(found[1]), int(found[2] or 0)), Style.FULL)
    if found := _PLAIN.fullmatch(body):
        return _either(phrase, found, Style.BARE)
    if found := _LONE.fullmatch(body):
        return _either(phrase, found, Style.LONE)
    if _SHORT_MINUTES.fullmatch(body):
        raise PhraseUnclear(phrase, "minutes of two digits, such as 9:00")
    return None


def _either(phrase: str, found: re.Match[str], style: Style) -> Clock:
    hour, minute = int(found[1]), int(found[2] or 0)
    twelve = 1 <= hour <= 12 and found[1][0] != "0"
    if style is Style.LONE and not twelve:
        raise PhraseUnclear(phrase, EXPECTED_HOUR)
    return Clock(_time(phrase, hour, minute), style if twelve else Style.FULL)


def _halved(phrase: str, hour: int, minute: int, half: str) -> Clock:
    if not 1 <= hour <= 12:
        raise PhraseUnclear(phrase, "an hour from 1 to 12 before am or pm, or 0 to 23 without")
    shift = 12 if half == "p" else 0
    return Clock(_time(phrase, hour % 12 + shift, minute), Style.HALVED)


def _time(phrase: str, hour: int, minute: int) -> time:
    if hour == 24 and minute == 0:
        raise PhraseUnclear(phrase, "00:00 of the next day")
    if hour > 23:
        raise PhraseUnclear(phrase, "an hour from 0 to 23")
    if minute > 59:
        raise PhraseUnclear(phrase, "minutes from 00 to 59")
    return time(hour, minute)
