"""Moving an entry by a few minutes, as an Edit."""

from dataclasses import replace

from planner.edits import Change, Edit
from planner.edits.stays import stays_moved
from planner.itinerary import Itinerary
from planner.itinerary.whereabouts import end_names
from planner.moments import Moment
from planner.records import Meeting, Movement


def nudge(itinerary: Itinerary, record_id: str, minutes: int) -> Edit | None:
    """Return the Edit that moves an entry, its length kept; None where it has no hour to move."""
    record = itinerary.get(Meeting, record_id) or itinerary.get(Movement, record_id)
    if isinstance(record, Meeting) and record.start is not None:
        start = record.start.plus(minutes)
        label = f"Moved {record.title} to {start.clock}"
        return Edit(label, (Change(record, replace(record, start=start)),))
    if isinstance(record, Movement) and (record.depart or record.arrive):
        depart, arrive = _later(record.depart, minutes), _later(record.arrive, minutes)
        origin, destination = end_names(itinerary, record)
        when = depart or arrive
        label = f"Moved {origin} → {destination} to {when.clock if when else ''}"
        moved = replace(record, depart=depart, arrive=arrive)
        return Edit(label, (Change(record, moved), *stays_moved(itinerary, record, moved)))
    return None


def _later(moment: Moment | None, minutes: int) -> Moment | None:
    return moment.plus(minutes) if moment else None
