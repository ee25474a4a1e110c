"""The trips side by side: which are under way, which come, and which are behind us."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum

from planner.moments import Moment
from planner.store import TripSummary
from planner.text.spoken import counted, date_range


class Phase(StrEnum):
    """Where a trip stands in time, as the list of trips heads it."""

    NOW = "Now"
    COMING = "Coming"
    PAST = "Behind us"


def phase_of(summary: TripSummary, now: int) -> Phase:
    """Return where a trip stands at an instant (UTC seconds); one without any date is to come."""
    if summary.start is not None and summary.start <= now < (summary.end or 0):
        return Phase.NOW
    days = days_of(summary)
    if days is None:
        return Phase.COMING
    today = _today(summary, now)
    if today < days[0]:
        return Phase.COMING
    return Phase.NOW if today <= days[1] else Phase.PAST


def days_of(summary: TripSummary) -> tuple[date, date] | None:
    """Return the first and the last day of a trip, as hours and stops have it; None without any."""
    zone = summary.trip.home.zone
    hours = [
        Moment.at(each, zone).date for each in (summary.start, summary.end) if each is not None
    ]
    window = [day for day in (summary.trip.earliest, summary.trip.latest) if day]
    known = [*hours, *(summary.days or ()), *window]
    return (min(known), max(known)) if known else None


def by_phase(summaries: Iterable[TripSummary], now: int) -> Mapping[Phase, tuple[TripSummary, ...]]:
    """Return the trips of each phase: those behind us with the latest first."""
    groups: dict[Phase, list[TripSummary]] = {phase: [] for phase in Phase}
    for summary in summaries:
        groups[phase_of(summary, now)].append(summary)
    for some in groups.values():
        some.sort(key=lambda each: days_of(each) or (date.max, date.max))
    groups[Phase.PAST].reverse()
    return {phase: tuple(some) for phase, some in groups.items() if some}


def dates_words(summary: TripSummary) -> str:
    """Return `16–18 March 2025`, or that there are no dates yet."""
    days = days_of(summary)
    return date_range(*days) if days else "no dates yet"


def distance_words(summary: TripSummary, now: int) -> str:
    """Return how far off a trip is: `tomorrow`, `in 12 days`, `day 2 of 3`, `3 weeks ago`."""
    days = days_of(summary)
    if days is None:
        return ""
    today = _today(summary, now)
    first, last = days
    if today < first:
        until = (first - today).days
        return "tomorrow" if until == 1 else f"in {_span(until)}"
    if today <= last:
        return f"day {(today - first).days + 1} of {(last - first).days + 1}"
    since = (today - last).days
    return "yesterday" if since == 1 else f"{_span(since)} ago"


def _span(days: int) -> str:
    if days < 21:
        return counted(days, "day")
    return counted(days // 7, "week") if days < 90 else counted(days // 30, "month")


def counts_words(summary: TripSummary) -> str:
    """Return `7 meetings, 9 movements`; what there is none of is left out."""
    parts = ((summary.meetings, "meeting"), (summary.movements, "movement"))
    words = ", ".join(counted(number, what) for number, what in parts if number)
    return words or "nothing planned yet"


def _today(summary: TripSummary, now: int) -> date:
    return Moment.at(now, summary.trip.home.zone).date
