"""That those who accepted something else were told: from then on the present is what they hold to.

So the next change is seen again, whenever it comes: what they count on is kept, and not only that
they were told once.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from planner.edits import Change, Edit
from planner.itinerary import Itinerary
from planner.moments import Moment
from planner.records import Meeting
from planner.text.spoken import counted


def mark_told(itinerary: Itinerary, meetings: Iterable[Meeting], now: datetime) -> Edit:
    """Return the Edit that marks everybody of some meetings told; `now` is aware.

    Each is taken as the trip holds it now; those that are gone are left out.
    """
    named = (itinerary.get(Meeting, each.id) for each in meetings)
    found = list({each.id: each for each in named if each}.values())
    instant = int(now.timestamp())
    changes = tuple(
        Change(each, accepting(each, Moment.at(instant, _zone(itinerary, each)))) for each in found
    )
    what = found[0].title if len(found) == 1 else counted(len(found), "meeting")
    return Edit(f"Marked {what} told", changes)


def _zone(itinerary: Itinerary, meeting: Meeting) -> str:
    return meeting.start.zone if meeting.start else itinerary.trip.home.zone


def accepting(meeting: Meeting, now: Moment) -> Meeting:
    """Return a meeting whose people have been told, and count on it as it is planned now.

    They were told all that is stated; of what is not, they count on what they accepted before.
    """
    return replace(
        meeting,
        accepted_start=meeting.start or meeting.accepted_start,
        accepted_minutes=(meeting.accepted_minutes if meeting.minutes is None else meeting.minutes),
        accepted_venue=meeting.venue or meeting.accepted_venue,
        told_at=now,
    )
