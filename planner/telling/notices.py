"""The list of who is to be told: one notice a person, with what to write to them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from planner.conflicts.rules.people.accepted import since_accepted
from planner.itinerary import Itinerary
from planner.records import Meeting
from planner.records.words import TripStatus
from planner.telling.addressees import Addressee, addressees
from planner.telling.wording import accepted_words, message, present_words

NOBODY = "Nobody has to be told: what was accepted still holds."


@dataclass(frozen=True, slots=True)
class Notice:
    """That somebody is to be told of a meeting that is not as it was accepted."""

    meeting: Meeting
    to: Addressee | None
    """None where nobody at all is on record for the meeting."""
    old: str
    """What was accepted: `Monday 17 March 2025, 14:00–14:30 Paris time, 30 min, at Élysée`."""
    new: str
    text: str
    """The message to paste, of four lines; empty where there is nobody to send it to."""


def notices(itinerary: Itinerary, now: datetime) -> tuple[Notice, ...]:
    """Return whom to tell as of an aware moment, by meeting and then by person.

    These are the meetings of the rule `changed-since-accepted`: confirmed, and still to come.
    """
    if itinerary.trip.status is TripStatus.CANCELLED:
        return ()
    instant = int(now.timestamp())
    return tuple(
        notice
        for meeting in itinerary.meetings
        if since_accepted(itinerary, meeting, instant)
        for notice in _of(itinerary, meeting)
    )


def _of(itinerary: Itinerary, meeting: Meeting) -> Iterator[Notice]:
    old, new = accepted_words(itinerary, meeting), present_words(itinerary, meeting)
    found = addressees(itinerary, meeting)
    for to in found:
        yield Notice(meeting, to, old, new, message(itinerary, meeting, to))
    if not found:
        yield Notice(meeting, None, old, new, "")
