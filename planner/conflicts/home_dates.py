"""The date at home, by which the office counts what is due."""

from datetime import date, datetime, time, timedelta

from planner.conflicts.surroundings import Surroundings
from planner.itinerary import Itinerary
from planner.moments import Moment
from planner.zones import zone


def today_at_home(itinerary: Itinerary, surroundings: Surroundings) -> date:
    """Return the date that it is now at home."""
    return surroundings.now.astimezone(zone(itinerary.trip.home.zone)).date()


def day_at_home(itinerary: Itinerary, moment: Moment) -> date:
    """Return the date at home of a moment elsewhere."""
    try:
        return moment.to(itinerary.trip.home.zone).date
    except (OverflowError, ValueError):
        # At the ends of the calendar home may have no date for it any more.
        return moment.date


def end_of_day_at_home(itinerary: Itinerary, day: date) -> int:
    """Return when a day that is over ends at home, in UTC seconds."""
    midnight = datetime.combine(day, time()) + timedelta(days=1)
    return Moment(midnight, itinerary.trip.home.zone).instant


def days_earlier(day: date, days: int) -> date:
    """Return the date so many days earlier, and no earlier or later than dates go."""
    ordinal = day.toordinal() - days
    return date.fromordinal(min(max(ordinal, date.min.toordinal()), date.max.toordinal()))
