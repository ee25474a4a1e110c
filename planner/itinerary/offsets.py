"""How far each stop's clocks are from home's, on the days that matter.

Europe and America change their clocks on different days: on 17 March 2025 Paris was five hours
from Ottawa and not the usual six, and that is where programmes go wrong.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from planner.itinerary.itinerary import Itinerary
from planner.moments import MINUTE, Moment
from planner.records import Place, Stop

NOON = time(12)
LONGEST_STAY_DAYS = 366
"""How far a stay is looked at: a longer one is a year typed wrong."""


@dataclass(frozen=True, slots=True)
class Offset:
    """The clocks of a stop on one day."""

    stop: Stop
    day: date
    label: str
    """The zone's abbreviation on the day, `CET`; empty where it has only a number."""
    from_utc: int
    """Minutes ahead of UTC."""
    from_home: int
    """Minutes ahead of home."""
    usually_from_home: int
    """Minutes ahead of home on most days of the year."""


def minutes_ahead(zone: str, of: str, day: date) -> int:
    """Return how many minutes one zone's clocks are ahead of another's at noon of a day."""
    noon = Moment(datetime.combine(day, NOON), zone)
    there = noon.to(of)
    return int((noon.offset - there.offset).total_seconds()) // MINUTE


@lru_cache(maxsize=256)
def weeks_ahead(zone: str, of: str, year: int) -> Mapping[int, int]:
    """Return in how many weeks of a year two zones have each difference that they have."""
    first = date(year, 1, 4)
    weeks = (first + timedelta(weeks=number) for number in range(52))
    return Counter(minutes_ahead(zone, of, day) for day in weeks)


def usual_minutes_ahead(zone: str, of: str, year: int) -> int:
    """Return the difference that two zones have on most days of a year, sampled weekly."""
    weeks = weeks_ahead(zone, of, year)
    return max(weeks, key=lambda minutes: weeks[minutes])


def offset_on(stop: Stop, day: date, home: Place) -> Offset:
    """Return the clocks of a stop on a day."""
    zone = stop.place.zone
    noon = Moment(datetime.combine(day, NOON), zone)
    return Offset(
        stop=stop,
        day=day,
        label=noon.zone_label,
        from_utc=int(noon.offset.total_seconds()) // MINUTE,
        from_home=minutes_ahead(zone, home.zone, day),
        usually_from_home=usual_minutes_ahead(zone, home.zone, day.year),
    )


def offsets(itinerary: Itinerary) -> tuple[Offset, ...]:
    """Return the offset table of a trip: a row a stop, and one more where it changes meanwhile."""
    rows: list[Offset] = []
    for stop in itinerary.stops:
        first, last = stop.first_day, stop.last_day
        if first is None or last is None:
            continue
        before = None
        for number in range(min(max((last - first).days, 0), LONGEST_STAY_DAYS) + 1):
            row = offset_on(stop, first + timedelta(days=number), itinerary.trip.home)
            if before is None or (row.from_utc, row.from_home) != before:
                rows.append(row)
            before = (row.from_utc, row.from_home)
    return tuple(rows)


def utc_label(minutes: int) -> str:
    """Return `UTC+1`, `UTC−3:30` or `UTC±0`."""
    return f"UTC{signed_hours(minutes)}"


def signed_hours(minutes: int) -> str:
    """Return `+1`, `−3:30` or `±0`, with a true minus sign."""
    sign = "±" if not minutes else "−" if minutes < 0 else "+"
    hours, rest = divmod(abs(minutes), 60)
    return f"{sign}{hours}:{rest:02}" if rest else f"{sign}{hours}"


def home_label(minutes: int, home: Place) -> str:
    """Return how far home's clocks are from here: `Ottawa −5 h`."""
    return f"{home.city} {signed_hours(-minutes)} h" if minutes else f"{home.city} ±0"


def clocks_label(moment: Moment, home: Place) -> str:
    """Return what clocks show where a moment is: `CET UTC+1 · Ottawa −5 h`."""
    offset = int(moment.offset.total_seconds()) // MINUTE
    from_home = offset - int(moment.to(home.zone).offset.total_seconds()) // MINUTE
    return f"{moment.zone_label} {utc_label(offset)} · {home_label(from_home, home)}".strip()
