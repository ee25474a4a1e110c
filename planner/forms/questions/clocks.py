"""Whose clocks and which day a form's times are on, and how a moment is written there."""

from datetime import date
from typing import TYPE_CHECKING

from planner.moments import Moment, minutes_between
from planner.phrases import Context
from planner.records import Place, Stop, Venue
from planner.text.spoken import MONTHS, home_time, short_date

if TYPE_CHECKING:
    from planner.forms.answers import Answers

UTC = "UTC"


def context_of(draft: "Answers", *, zone: str = "", stop: str | None = "stop") -> Context:
    """Return the context of what is typed: the day of the cursor, the clocks of the place.

    `stop` names the question that chooses the stop, if the form has one.
    """
    reference = draft.reference
    there = zone or _zone(draft, stop)
    return Context(_day(draft, stop), there, reference.near, reference.now)


def _day(draft: "Answers", stop: str | None) -> date:
    reference = draft.reference
    chosen = _stop(draft, stop)
    if chosen is not None and chosen.id != reference.stop:
        first = chosen.arrival_day
        if first is not None:
            return first
    return reference.day or reference.today


def _zone(draft: "Answers", stop: str | None) -> str:
    place = place_of_form(draft, stop)
    trip = draft.reference.trip
    if place is not None:
        return place.zone
    return trip.home.zone if trip else UTC


def place_of_form(draft: "Answers", stop: str | None = "stop") -> Place | None:
    """Return where what the form is about happens: its venue, its stop, or the cursor's stop."""
    venue = _venue(draft)
    if venue is not None:
        return venue.place
    chosen = _stop(draft, stop) or draft.reference.find(draft.reference.stop)
    return chosen.place if isinstance(chosen, Stop) else None


def _stop(draft: "Answers", stop: str | None) -> Stop | None:
    if not stop or stop not in draft.layout.by_name:
        return None
    chosen = draft.reference.find(id_of(draft.value(stop)))
    return chosen if isinstance(chosen, Stop) else None


def _venue(draft: "Answers") -> Venue | None:
    if "venue" not in draft.layout.by_name:
        return None
    return venue_read(draft, "venue")


def venue_read(draft: "Answers", name: str) -> Venue | None:
    """Return the venue that a question was answered with, also where it is only being made."""
    wanted = id_of(draft.value(name))
    found = draft.reference.find(wanted)
    if isinstance(found, Venue):
        return found
    made = getattr(draft.answer(name), "made", ())
    return next((each for each in made if isinstance(each, Venue) and each.id == wanted), None)


def id_of(value: object) -> str | None:
    """Return an answer that is the id of a record; None for any other."""
    return value if isinstance(value, str) else None


def date_text(day: date) -> str:
    """Return a date as one would type it: `17 Mar 2025`."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def moment_text(moment: Moment, context: Context) -> str:
    """Return a moment so that it is read back as the same one in that context."""
    there = f"{date_text(moment.date)} {moment.clock}"
    if moment.zone != context.zone:
        there = f"{there} {moment.zone}"
    if moment.fold is not None:
        there = f"{there} {'second' if moment.fold else 'first'}"
    return there


def moment_brief(moment: Moment, draft: "Answers", end: str = "") -> str:
    """Return `Mon 17 Mar 19:30 GMT · 15:30 at home`, an end such as `–20:45` behind the hour.

    Empty where a zone has no letters, or the clocks skip or repeat the hour: that needs more words.
    """
    is_doubtful = moment.is_nonexistent or (moment.fold is None and moment.is_ambiguous)
    if is_doubtful or not moment.zone_label:
        return ""
    trip = draft.reference.trip
    at_home = home_time(moment, trip.home.zone) if trip else ""
    said = f"{short_date(moment.date)} {moment.clock}{end} {moment.zone_label}"
    return f"{said} · {at_home} at home" if at_home else said


def span_text(start: Moment, minutes: int | None, context: Context) -> str:
    """Return a start and a length as one would type them: `17 Mar 2025 12:00-13:30`."""
    said = moment_text(start, context)
    if minutes is None:
        return f"{said} {OPEN_END}"
    end = start.plus(minutes)
    certain = not (start.is_nonexistent or start.is_ambiguous)
    plain = start.zone == context.zone and certain
    if plain and end.date == start.date and end.fold is None and minutes_between(start, end) > 0:
        return f"{said}-{end.clock}"
    return f"{said} for {minutes}m"


OPEN_END = "open"
"""Typed behind a start that has no end yet."""
