"""The words for an entry of the programme: what it is, with whom, where and how."""

from datetime import date

from planner.itinerary import Itinerary
from planner.itinerary.entry_words import MODE_SIGNS, status_words, time_change
from planner.itinerary.titles import participant_name, printed_title
from planner.itinerary.whereabouts import end_names
from planner.records import Meeting, Movement, Participant
from planner.records.words import Coverage, Role, Side
from planner.text.spoken import day_mark, with_home_time


def meeting_details(itinerary: Itinerary, meeting: Meeting) -> tuple[str, ...]:
    """Return with whom, where, and what the media may see."""
    day = meeting.start.date if meeting.start else meeting.day
    venue = itinerary.venue(meeting.venue)
    parts = (
        *(_with_title(itinerary, each, day) for each in _counterparts(itinerary, meeting)),
        venue.name if venue else "",
        "" if meeting.coverage is Coverage.NOT_STATED else str(meeting.coverage),
    )
    return tuple(filter(None, parts))


def _counterparts(itinerary: Itinerary, meeting: Meeting) -> list[Participant]:
    return [
        each
        for each in itinerary.participants_of(meeting.id)
        if each.side is not Side.OURS and each.role is Role.COUNTERPART
    ]


def _with_title(itinerary: Itinerary, participant: Participant, day: date | None) -> str:
    title = printed_title(itinerary, participant, day) if day else participant.printed_title
    name = participant_name(itinerary, participant)
    return ", ".join(filter(None, (name, title)))


def movement_words(itinerary: Itinerary, movement: Movement) -> str:
    """Return `✈ Orly → Northolt`."""
    origin, destination = end_names(itinerary, movement)
    return f"{MODE_SIGNS[movement.mode]} {origin} → {destination}{status_words(movement)}"


def arrival_words(itinerary: Itinerary, movement: Movement) -> str:
    """Return `✈ Arrive Orly from Montréal`, for the day on which it arrives."""
    origin, destination = end_names(itinerary, movement)
    said = f"{MODE_SIGNS[movement.mode]} Arrive {destination} from {origin}"
    return said + status_words(movement)


def movement_details(itinerary: Itinerary, movement: Movement) -> tuple[str, ...]:
    """Return when it arrives, how far the clocks jump, and by what it goes."""
    change = time_change(movement)
    parts = (
        _arrival(itinerary, movement),
        f"time change {change}" if change else "",
        str(movement.mode),
        movement.carrier,
        movement.reference,
    )
    return tuple(filter(None, parts))


def arrival_details(movement: Movement) -> tuple[str, ...]:
    """Return by what it came, and who is there."""
    met_by = f"met by {movement.met_by}" if movement.met_by else ""
    parts = (str(movement.mode), movement.carrier, movement.reference, met_by)
    return tuple(filter(None, parts))


def _arrival(itinerary: Itinerary, movement: Movement) -> str:
    if movement.arrive is None or movement.depart is None:
        return ""
    mark = day_mark(movement.depart, movement.arrive)
    said = f"arrives {with_home_time(movement.arrive, itinerary.trip.home)}"
    return f"{said} {mark}".rstrip()
