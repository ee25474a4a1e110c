"""The forms: which questions each kind of record asks, in which order."""

from planner.forms.layout import Layout
from planner.forms.layouts.meetings import MEETING, PARTICIPANT
from planner.forms.layouts.people import OFFICE, PERSON, TENURE, UNAVAILABILITY
from planner.forms.layouts.substance import FOLLOW_UP, NOTE, OUTCOME, TASK, TOPIC
from planner.forms.layouts.trips import LODGING, MOVEMENT, STOP, TRIP
from planner.forms.layouts.venues import TRAVEL_TIME, VENUE

LAYOUTS: dict[str, Layout] = {
    layout.kind: layout
    for layout in (
        TRIP,
        STOP,
        MOVEMENT,
        LODGING,
        MEETING,
        PARTICIPANT,
        TOPIC,
        OUTCOME,
        FOLLOW_UP,
        TASK,
        NOTE,
        PERSON,
        OFFICE,
        TENURE,
        UNAVAILABILITY,
        VENUE,
        TRAVEL_TIME,
    )
}
"""Every form by the name of its kind of record."""

__all__ = ["LAYOUTS"]
