"""Times and lengths as the papers and the screens print them."""

from datetime import date

from planner.moments import Moment
from planner.records import Place

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def long_date(day: date) -> str:
    """Return `Monday 17 March 2025`."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """Return `Mon 17 Mar`."""
    return f"{WEEKDAYS[day.weekday()][:3]} {day.day} {MONTHS[day.month - 1][:3]}"


def date_range(first: date, last: date) -> str:
    """Return `16–18 March 2025`, naming month and year twice only where they differ."""
    end = f"{last.day} {MONTHS[last.month - 1]} {last.year}"
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} – {end}"
    return f"{first.day} {MONTHS[first.month - 1]} {first.year} – {end}"


def length(minutes: int) -> str:
    """Return `45 min`, `1 h`, `1 h 30`, as long as a programme has room for."""
    sign = "−" if minutes < 0 else ""
    hours, rest = divmod(abs(minutes), 60)
    if not hours:
        return f"{sign}{rest} min"
    return f"{sign}{hours} h {rest:02}" if rest else f"{sign}{hours} h"


def counted(number: int, what: str) -> str:
    """Return `1 day`, `3 days`: how many there are of something that takes an s."""
    return f"{number} {what}{'' if number == 1 else 's'}"


def day_mark(moment: Moment, other: Moment) -> str:
    """Return `[+1]` where the other wall date is a day later than the moment's, `[-1]`, or ``."""
    days = (other.date - moment.date).days
    return f"[{days:+}]" if days else ""


def home_time(moment: Moment, home_zone: str) -> str:
    """Return a moment on the clocks at home, `23:35` or `00:05 [+1]`; empty where it is the same.

    The Élysée prints it so beside the local time.
    """
    home = moment.to(home_zone)
    if home.wall == moment.wall:
        return ""
    mark = day_mark(moment, home)
    return f"{home.clock} {mark}" if mark else home.clock


def with_home_time(moment: Moment, home: Place) -> str:
    """Return `17:35 (23:35 Paris)`, or `17:35` alone where home has the same time."""
    at_home = home_time(moment, home.zone)
    return f"{moment.clock} ({at_home} {home.city})" if at_home else moment.clock


def span_with_home_time(start: Moment, end: Moment | None, home: Place) -> str:
    """Return `17:35–18:05 (23:35–00:05 [+1] Paris)`; an end that is not known is not invented."""
    if end is None:
        return with_home_time(start, home)
    here = f"{start.clock}–{end.clock}{_later_day(start, end)}"
    first, last = home_time(start, home.zone), home_time(end, home.zone)
    return f"{here} ({first}–{last} {home.city})" if first and last else here


def _later_day(start: Moment, end: Moment) -> str:
    mark = day_mark(start, end)
    return f" {mark}" if mark else ""
