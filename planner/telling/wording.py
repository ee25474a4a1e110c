"""What is written to whoever has to be told: what was arranged, what is now, in a few lines.

All hours are those of the place of the meeting, and say whose they are. In which zone the reader
sits is not on record, so nothing is reckoned for them.
"""

from planner.conflicts.rules.people.accepted import LONGEST_MINUTES
from planner.conflicts.sentences import city_of_zone, clock
from planner.itinerary import Itinerary
from planner.itinerary.titles import highest_titles
from planner.itinerary.whereabouts import place_of
from planner.moments import YEARS, Moment
from planner.records import Meeting, Venue
from planner.records.words import Visibility
from planner.telling.addressees import NOT_NAMED, Addressee
from planner.text.cells import printable
from planner.text.spoken import length, long_date

CONFIRM = "We should be grateful if you would confirm that this suits you."


def accepted_words(itinerary: Itinerary, meeting: Meeting) -> str:
    """Return what was accepted of a meeting, as far as that is on record."""
    venue, start = itinerary.venue(meeting.accepted_venue), meeting.accepted_start
    where = _where(itinerary, venue, meeting.accepted_venue)
    return _words(start, _city(itinerary, meeting, venue, start), meeting.accepted_minutes, where)


def present_words(itinerary: Itinerary, meeting: Meeting) -> str:
    """Return when and where a meeting is now: `Monday 17 March 2025, 14:00–14:30 Paris time, …`."""
    venue, start = itinerary.venue(meeting.venue), meeting.start
    where = _where(itinerary, venue, meeting.venue)
    return _words(start, _city(itinerary, meeting, venue, start), meeting.minutes, where)


def message(itinerary: Itinerary, meeting: Meeting, to: Addressee) -> str:
    """Return a message of four lines to paste, courteous and without any name made up."""
    lines = (
        _opening(to),
        f"We regret that {_what(itinerary, meeting, to)} has had to be changed.",
        f"Before: {accepted_words(itinerary, meeting)}.",
        f"Now: {present_words(itinerary, meeting)}. {CONFIRM}",
    )
    return "\n".join(printable(" ".join(line.split())) for line in lines)


def _opening(to: Addressee) -> str:
    """Return how the message begins; whom it is for, where no form of address is on record."""
    if to.greeting:
        return to.greeting
    if to.name == NOT_NAMED:
        return "To whom it may concern:"
    return f"For the attention of {', '.join(filter(None, (to.name, to.title)))}:"


def _what(itinerary: Itinerary, meeting: Meeting, to: Addressee) -> str:
    """Return what was changed; who drives or must not know it is not told which meeting it is."""
    if to.is_vehicle:
        return "the appointment that this drive is for"
    if meeting.visibility is Visibility.RESTRICTED and not to.is_in_meeting:
        return "our programme"
    principal = itinerary.person(itinerary.trip.principal)
    if principal is None:
        return f"“{meeting.title}”"
    day = meeting.start.date if meeting.start else None
    title = highest_titles(itinerary, principal, day) if day else ""
    whose = f"{principal.name}, {title}" if title else principal.name
    return f"“{meeting.title}”, in the programme of {whose},"


def _words(start: Moment | None, city: str, minutes: int | None, where: str) -> str:
    when = f"{long_date(start.date)}, {_hours(start, minutes)} {city}" if start else ""
    lasts = "" if minutes is None else length(minutes)
    return ", ".join(filter(None, (when, lasts, where)))


def _hours(start: Moment, minutes: int | None) -> str:
    """Return `14:00–14:30`, or `14:00` where there is no end, or none that anybody meant."""
    if minutes is None or start.wall.year not in YEARS or not 0 < minutes <= LONGEST_MINUTES:
        return start.clock
    return f"{start.clock}–{clock(start.plus(minutes), start)}"


def _city(itinerary: Itinerary, meeting: Meeting, venue: Venue | None, start: Moment | None) -> str:
    """Return whose time it is: `Paris time`; `UTC` is nobody's."""
    if start is None:
        return ""
    for place in (venue.place if venue else None, place_of(itinerary, meeting)):
        if place and place.zone == start.zone:
            return f"{place.city} time"
    return f"{city_of_zone(start.zone)} time" if "/" in start.zone else start.zone


def _where(itinerary: Itinerary, venue: Venue | None, named: str | None) -> str:
    """Return `at Salon Murat, Élysée`."""
    if venue is None:
        return "at another venue" if named else ""
    outer = itinerary.venue(venue.parent)
    return f"at {venue.name}, {outer.name}" if outer else f"at {venue.name}"
