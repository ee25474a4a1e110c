"""Durations as people type them, in minutes: `75m`, `1h15`, `1.5h`, `half an hour`."""

import re
from decimal import Decimal

from planner.errors import PhraseUnclear
from planner.phrases.text import understood

LONGEST_DURATION = 14 * 24 * 60
"""Minutes; longer than this is a slip of the finger."""
_EXPECTED = "a duration such as 75m, 1h15 or 1.5h"

_NAMED = {
    **dict.fromkeys(("quarter of an hour", "quarter hour", "quart d'heure"), 15),
    **dict.fromkeys(("half an hour", "half hour", "demi-heure", "demi heure"), 30),
    "three quarters of an hour": 45,
    "hour": 60,
    "hour and a half": 90,
}
_ARTICLE = re.compile(r"(?:an?|one|une?) ")
_HOURS = r"h|hrs?|hours?|heures?"
_MINUTES = r"m|mins?|minutes?"
_SHAPES = (
    re.compile(r"(?P<minutes>[1-9][0-9]*|0)"),
    re.compile(r"(?P<hours>[0-9]{1,3}):(?P<rest>[0-9]{2})"),
    re.compile(rf"(?P<minutes>[0-9]+) ?(?:{_MINUTES})"),
    re.compile(rf"(?P<hours>[0-9]+(?:[.,][0-9]+)?) ?(?:{_HOURS})"),
    re.compile(rf"(?P<hours>[0-9]+) ?(?:{_HOURS}) ?(?P<rest>[0-9]{{2}})"),
    re.compile(
        rf"(?P<hours>[0-9]+) ?(?:{_HOURS}),? ?(?:and |et )?(?P<rest>[0-9]+) ?(?:{_MINUTES})"
    ),
    re.compile(
        r"(?P<days>[0-9]+) ?(?:d|days?|j|jours?)"
        rf"(?:,? ?(?:and |et )?(?P<hours>[0-9]+) ?(?:{_HOURS}))?"
    ),
)


def read_duration(text: str) -> int:
    """Return the whole minutes that a text means; a number alone is minutes.

    Raises `PhraseUnclear`, also for nothing, for less than nothing and for more than 14 days.
    """
    return understood(text, find_duration, _EXPECTED)


def find_duration(phrase: str) -> int | None:
    """Return the minutes that a cleaned phrase means, or None where it is no duration.

    Raises `PhraseUnclear` for the shape of a duration that cannot be one.
    """
    named = _NAMED.get(_ARTICLE.sub("", phrase, count=1) if _ARTICLE.match(phrase) else phrase)
    if named is not None:
        return named
    for shape in _SHAPES:
        if found := shape.fullmatch(phrase):
            return _checked(phrase, _minutes(phrase, found.groupdict()))
    if phrase.startswith("-") and find_duration(phrase[1:].lstrip()) is not None:
        raise PhraseUnclear(phrase, "more than 0 minutes")
    return None


def say_duration(minutes: int) -> str:
    """Return minutes in words that `read_duration` reads back: `45 min`, `2 h`, `1 h 05`."""
    hours, rest = divmod(abs(minutes), 60)
    sign = "−" if minutes < 0 else ""
    if hours == 0:
        return f"{sign}{rest} min"
    return f"{sign}{hours} h {rest:02}" if rest else f"{sign}{hours} h"


def _minutes(phrase: str, parts: dict[str, str | None]) -> Decimal:
    rest = Decimal(parts.get("rest") or 0)
    if rest > 59:
        raise PhraseUnclear(phrase, "minutes from 00 to 59 after the hours")
    days = Decimal(parts.get("days") or 0)
    hours = Decimal((parts.get("hours") or "0").replace(",", "."))
    return (days * 24 + hours) * 60 + Decimal(parts.get("minutes") or 0) + rest


def _checked(phrase: str, minutes: Decimal) -> int:
    if minutes <= 0:
        raise PhraseUnclear(phrase, "more than 0 minutes")
    if minutes > LONGEST_DURATION:
        raise PhraseUnclear(phrase, "at most 14 days")
    if minutes % 1:
        raise PhraseUnclear(phrase, "whole minutes")
    return int(minutes)
