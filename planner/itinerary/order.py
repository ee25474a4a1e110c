"""The order of things on a programme: by instant, and by day where the hour is not known."""

from datetime import date, datetime, time

from planner.moments import Moment
from planner.records import Meeting, Movement, Record, Stop
from planner.records.words import PartOfDay

Order = tuple[bool, float, int, str]
"""Sorts: what has no day last, then by seconds (UTC), then by position, then by id."""

_HOURS = {
    PartOfDay.MORNING: 9,
    PartOfDay.MIDDAY: 12,
    PartOfDay.AFTERNOON: 15,
    PartOfDay.EVENING: 19,
    PartOfDay.NIGHT: 23,
}


def meeting_order(meeting: Meeting) -> Order:
    """Sort a meeting by its start, or by its day and part of day."""
    hour = _HOURS.get(meeting.part_of_day, 23) if meeting.part_of_day else 23
    return (*_when(meeting.start, meeting.day, hour), 0, meeting.id)


def movement_order(movement: Movement) -> Order:
    """Sort a movement by its departure, else by its arrival, else by its day."""
    return (*_when(movement.depart or movement.arrive, movement.day, 23), 0, movement.id)


def stop_order(stop: Stop) -> Order:
    """Sort a stop by its arrival, else its departure, else its days, else its position."""
    day = stop.arrive_on or stop.depart_on
    without_day, seconds = _when(stop.arrive or stop.depart, day, 12)
    return (without_day, seconds, stop.position, stop.id)


def position_order(record: Record) -> tuple[int, str]:
    """Sort records that have a position by it, and others by their id."""
    return (getattr(record, "position", 0), record.id)


def _when(moment: Moment | None, day: date | None, hour: int) -> tuple[bool, float]:
    if moment is not None:
        return (False, float(moment.instant))
    if day is not None:
        return (False, float(Moment(datetime.combine(day, time(hour)), "UTC").instant))
    return (True, 0.0)
