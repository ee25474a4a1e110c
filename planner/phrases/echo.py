"""What was understood, in the words a field shows under what was typed."""

from datetime import timedelta

from planner.moments import Moment
from planner.phrases.words import MONTH_NAMES, WEEKDAY_NAMES


def say_moment(moment: Moment, home: str | None = None) -> str:
    """Return a moment in words, `Mon 17 Mar 2025 09:30 CET (UTC+1), 04:30 at home`.

    The time at home, an IANA zone, is left out where it is the same. A time that does not exist or
    occurs twice has no offset yet, so it says that instead of one.
    """
    day = moment.date
    said = f"{WEEKDAY_NAMES[day.weekday()][:3]} {day.day} {MONTH_NAMES[day.month - 1][:3]} "
    said += f"{day.year} {moment.clock}"
    if moment.is_nonexistent:
        return f"{said} {moment.zone} (skipped by the clocks)"
    if moment.fold is None and moment.is_ambiguous:
        return f"{said} {moment.zone} (occurs twice)"
    return f"{said} {_zone(moment)}{_at_home(moment, home)}"


def _zone(moment: Moment) -> str:
    label, offset = moment.zone_label, _offset(moment.offset)
    if label == "UTC" or not label:
        return label or offset
    return f"{label} ({offset})"


def _offset(offset: timedelta) -> str:
    minutes = round(offset.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'−' if minutes < 0 else '+'}{hours}" + (f":{rest:02}" if rest else "")


def _at_home(moment: Moment, home: str | None) -> str:
    there = moment.to(home) if home else moment
    if there.wall == moment.wall:
        return ""
    days = (there.date - moment.date).days
    mark = f" [{'+' if days > 0 else '−'}{abs(days)}]" if days else ""
    return f", {there.clock}{mark} at home"
