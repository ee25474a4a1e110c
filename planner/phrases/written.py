"""Calendar work done by python-dateutil, fenced in.

Left alone, dateutil fills what is missing from today and finds times and zones wherever it can;
here it knows only the words of a date, and is asked twice. A module of its own, imported when a
date is read, since dateutil is slow to import.
"""

from datetime import date, datetime

from dateutil.parser import parser, parserinfo
from dateutil.relativedelta import FR, MO, SA, SU, TH, TU, WE, relativedelta

from planner.phrases.words import MONTHS

_WEEKDAYS = (MO, TU, WE, TH, FR, SA, SU)
_ONE_DAY = datetime(2000, 6, 1)  # noqa: DTZ001 - dateutil's defaults carry no zone
_ANOTHER = datetime(2001, 7, 1)  # noqa: DTZ001 - likewise


class _DateWords(parserinfo):
    """The words that a date with a named month may have: no times, no zones, no weekdays."""

    def __init__(self) -> None:
        self.JUMP = [" ", "of", "the", "le", "st", "nd", "rd", "th", "er"]
        self.MONTHS = list(MONTHS)  # type: ignore[arg-type] # the stubs allow three names only
        self.WEEKDAYS = []
        self.HMS = []
        self.AMPM = []
        self.UTCZONE = []
        super().__init__(dayfirst=True)


_WORDS = _DateWords()
_PARSER = parser(_WORDS)


def month_and_year(text: str) -> tuple[int, int | None] | None:
    """Return the month of a date in words and, where it is given, the year.

    None where a word is not a date's, or no month is named. A year that two readings with different
    defaults agree on was given; one in which they differ was filled in.
    """
    if not any(_WORDS.month(word) for word in text.split()):
        return None
    try:
        one, other = (_PARSER.parse(text, default=default) for default in (_ONE_DAY, _ANOTHER))
    except (ValueError, OverflowError):
        return None
    return one.month, one.year if one.year == other.year else None


def days_later(day: date, days: int) -> date:
    """Return the day so many days later, or earlier where the number is negative."""
    return day + relativedelta(days=days)


def weekday_from(day: date, weekday: int, direction: int) -> date:
    """Return the weekday (Monday is 0) that is met first.

    Counted from the day itself on where `direction` is 0, after it for 1, before it for -1.
    """
    first_met = _WEEKDAYS[weekday](-1 if direction < 0 else +1)
    return day + relativedelta(days=direction, weekday=first_met)
