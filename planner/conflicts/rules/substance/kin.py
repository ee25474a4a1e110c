"""A meeting and its parts share an agenda and a result.

Who plans a tête-à-tête inside a bilateral writes topics and a readout down once, for the one or for
the other; asking for them twice would be a false alarm.
"""

from collections.abc import Iterator, Mapping, Sequence

from planner.conflicts.presence.kept import kept
from planner.conflicts.presence.spans import stands, wholes_of
from planner.itinerary import Itinerary
from planner.records import Meeting
from planner.settings import Limits


@kept
def parts_by_whole(itinerary: Itinerary, _: Limits) -> Mapping[str, Sequence[Meeting]]:
    """Return the meetings that are part of each, at whatever depth, as far as they stand."""
    parts: dict[str, list[Meeting]] = {}
    for meeting in itinerary.meetings:
        if stands(meeting):
            for whole in wholes_of(itinerary, meeting):
                parts.setdefault(whole, []).append(meeting)
    return parts


def kin_of(itinerary: Itinerary, limits: Limits, meeting: Meeting) -> Iterator[Meeting]:
    """Return a meeting, those that it is part of and those that are part of it, if they stand.

    Two parts of one meeting are no kin: what is said in one need not be said in the other.
    """
    yield meeting
    for whole in wholes_of(itinerary, meeting):
        record = itinerary.get(Meeting, whole)
        if record and stands(record):
            yield record
    yield from parts_by_whole(itinerary, limits).get(meeting.id, ())
