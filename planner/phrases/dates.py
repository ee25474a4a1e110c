"""Dates as people type them: `17 mar`, `monday`, `17.3.2025`, `in 3 days`, `2025-03-17`."""

import re
from calendar import monthrange
from datetime import date

from planner.errors import PhraseUnclear
from planner.phrases.context import Context
from planner.phrases.text import understood
from planner.phrases.words import MONTH_NAMES, WEEKDAY_NAMES, WEEKDAY_OF

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""Wide enough for every trip and every tenure, and narrow enough to catch a slip of the finger."""
_EXPECTED = "a date such as 17 mar, 17.3., 2025-03-17, tomorrow, monday or +2d"
_HALF_A_YEAR = 184

_NAMED = {
    **dict.fromkeys(("yesterday", "hier"), -1),
    **dict.fromkeys(("today", "aujourd'hui"), 0),
    **dict.fromkeys(("tomorrow", "demain"), 1),
    **dict.fromkeys(("day after tomorrow", "apres-demain"), 2),
}
_COUNTED = re.compile(
    r"(?:in |dans |(?P<sign>[+-]) ?)(?P<count>[0-9]{1,4}) ?"
    r"(?:(?:d|days?|j|jours?)|(?P<weeks>w|weeks?|semaines?))"
)
_WEEKDAY = re.compile(r"(?:(next|last) )?([a-z]+)\.?(?: (prochain|dernier))?")
_DIRECTION = {"next": 1, "prochain": 1, "last": -1, "dernier": -1, None: 0}
_LEAD = re.compile(r"(?:on|le) ")
_WEEKDAY_FIRST = re.compile(r"([a-z]+)[.,]{0,2} (.+)")
_YEAR_FIRST = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})")
_DOTTED = re.compile(r"([0-9]{1,2})\. ?([0-9]{1,2})\.(?: ?([0-9]{4}))?")
_EITHER_FIRST = re.compile(r"([0-9]{1,2})(?:/([0-9]{1,2})|([/-])([0-9]{1,2})(?:\3| )([0-9]{4}))")
_SHORT_YEAR = re.compile(r"[0-9]{1,2}([-/.]) ?[0-9]{1,2}\1 ?[0-9]{2}")
_NUMBER = re.compile(r"[0-9]+")
_DATE_WORD = re.compile(r"[0-9]+|[a-z]+")
_DATE_WORDS = re.compile(r"[0-9a-z]+(?:[ .,/-]{1,2}[0-9a-z]+)*[.,]?")


def read_date(text: str, context: Context) -> date:
    """Return the date that a text means.

    A year left out is that of the occurrence nearest to `context.today`, within six months: staff
    record yesterday's outcomes as well as next month's plans, and a rule that only looks forward
    would put yesterday a year away. `monday` may be today; `next tue` is the first Tuesday after
    today, even where that is tomorrow. Of numbers, only those with one possible order are read.
    Raises `PhraseUnclear`.
    """
    return understood(text, lambda phrase: find_date(phrase, context), _EXPECTED)


def find_date(phrase: str, context: Context) -> date | None:
    """Return the date that a cleaned phrase means, or None where it has not the shape of one.

    Raises `PhraseUnclear` for the shape of a date that is none, or could be several.
    """
    lead = _LEAD.match(phrase)
    body = phrase[lead.end() :] if lead else phrase
    found = _relative(body, context)
    if found is None:
        weekday, rest = _without_weekday(body)
        found = _numeric(rest, context) or _with_month_named(rest, context)
        if found is not None and weekday not in (None, found.weekday()):
            right = f"{WEEKDAY_NAMES[found.weekday()]} {say_date(found)}"
            raise PhraseUnclear(phrase, f"{right}, as the date and its weekday must agree")
    if found is not None:
        require_year(phrase, found.year)
    return found


def require_year(phrase: str, year: int) -> None:
    """Raise `PhraseUnclear` for a year that is surely a slip of the finger."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise PhraseUnclear(phrase, f"a year from {FIRST_YEAR} to {LAST_YEAR}")


def say_date(day: date) -> str:
    """Return a date in words, `17 March 2025`, whatever the machine's locale."""
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def _relative(phrase: str, context: Context) -> date | None:
    named, days, weekday = _NAMED.get(phrase), _days_away(phrase), _weekday_asked(phrase)
    if named is None and days is None and weekday is None:
        return None
    from planner.phrases import written  # noqa: PLC0415 - dateutil is slow to import

    if named is not None:
        return written.days_later(context.present_day, named)
    if weekday is not None:
        return written.weekday_from(context.today, *weekday)
    return written.days_later(context.today, days or 0)


def _days_away(phrase: str) -> int | None:
    counted = _COUNTED.fullmatch(phrase)
    if counted is None:
        return None
    days = int(counted["count"]) * (7 if counted["weeks"] else 1)
    return -days if counted["sign"] == "-" else days


def _weekday_asked(phrase: str) -> tuple[int, int] | None:
    """Return a weekday and its direction, as `written.weekday_from` takes them."""
    found = _WEEKDAY.fullmatch(phrase)
    if found is None or found[2] not in WEEKDAY_OF or (found[1] and found[3]):
        return None
    return WEEKDAY_OF[found[2]], _DIRECTION[found[1] or found[3]]


def _without_weekday(phrase: str) -> tuple[int | None, str]:
    found = _WEEKDAY_FIRST.fullmatch(phrase)
    if found is None or found[1] not in WEEKDAY_OF:
        return None, phrase
    return WEEKDAY_OF[found[1]], found[2]


def _numeric(phrase: str, context: Context) -> date | None:
    if found := _YEAR_FIRST.fullmatch(phrase):
        return _on(phrase, int(found[4]), int(found[3]), int(found[1]))
    year: int | None
    if found := _DOTTED.fullmatch(phrase):
        day, month, year = int(found[1]), int(found[2]), int(found[3]) if found[3] else None
    elif found := _EITHER_FIRST.fullmatch(phrase):
        day, month = _day_and_month(phrase, int(found[1]), int(found[2] or found[4]))
        year = int(found[5]) if found[5] else None
    elif _SHORT_YEAR.fullmatch(phrase):
        raise PhraseUnclear(phrase, "a year of four digits, such as 17/03/2025")
    elif _NUMBER.fullmatch(phrase):
        raise PhraseUnclear(phrase, "a day and a month, such as 9 mar")
    else:
        return None
    return _nearest(phrase, day, month, context) if year is None else _on(phrase, day, month, year)


def _day_and_month(phrase: str, one: int, other: int) -> tuple[int, int]:
    """Tell the day from the month where only one order is possible; dateutil would not ask."""
    if one == other or not (1 <= one <= 12 and 1 <= other <= 12):
        return (other, one) if other > 12 else (one, other)
    choices = f"{one} {MONTH_NAMES[other - 1]} or {other} {MONTH_NAMES[one - 1]}"
    raise PhraseUnclear(phrase, f"the month as a word: {choices}")


def _with_month_named(phrase: str, context: Context) -> date | None:
    """Read a date with its month in words, in any order, through dateutil.

    The day is held back and handed over as the first, so that dateutil cannot take it for a year
    (`mar 32`) and a day that the month does not have can be refused in plain words.
    """
    if _DATE_WORDS.fullmatch(phrase) is None:
        return None
    from planner.phrases import written  # noqa: PLC0415 - dateutil is slow to import

    words = _DATE_WORD.findall(phrase)
    days = [word for word in words if word.isdecimal() and len(word) <= 2]
    found = written.month_and_year(" ".join("1" if word in days else word for word in words))
    if found is None:
        return None
    month, year = found
    if not days:
        raise PhraseUnclear(phrase, f"a day too, such as 17 {MONTH_NAMES[month - 1]}")
    if len(days) > 1 or sum(map(str.isdecimal, words)) > len(days) + (year is not None):
        raise PhraseUnclear(phrase, "one day, and a year of four digits, such as 17 mar 2025")
    day = int(days[0])
    return _nearest(phrase, day, month, context) if year is None else _on(phrase, day, month, year)


def _on(phrase: str, day: int, month: int, year: int) -> date:
    require_year(phrase, year)
    if not 1 <= month <= 12:
        raise PhraseUnclear(phrase, "a month from 1 to 12")
    length = monthrange(year, month)[1]
    if not 1 <= day <= length:
        raise PhraseUnclear(
            phrase, f"a day that exists: {MONTH_NAMES[month - 1]} {year} has the days 1 to {length}"
        )
    return date(year, month, day)


def _nearest(phrase: str, day: int, month: int, context: Context) -> date:
    """Return the occurrence nearest to the context's day; of two as near, the later."""
    this_year = context.today.year
    if (day, month) != (29, 2):
        _on(phrase, day, month, this_year)
    years = (this_year + 1, this_year, this_year - 1)
    dates = [date(year, month, day) for year in years if day <= monthrange(year, month)[1]]
    near = [found for found in dates if abs(found - context.today).days <= _HALF_A_YEAR]
    if not near:
        raise PhraseUnclear(phrase, "a year too: 29 February is not within six months of today")
    return min(near, key=lambda found: abs(found - context.today))
