"""Examples of the rules about what a day asks."""

from collections.abc import Mapping

from planner.records.words import MeetingKind
from tests.planner.building import TUESDAY, meeting, trip
from tests.planner.conflicts.examples.example import Example

BREAKFAST = meeting("Breakfast", "08:00-09:00", kind=MeetingKind.WORKING_MEAL)
DINNER = meeting("Dinner", "20:00-23:00", kind=MeetingKind.OFFICIAL_DINNER)
FIRST = meeting("First", "09:00-10:00")
SECOND = meeting("Second", "10:15-11:00")

EXAMPLES: Mapping[str, Example] = {
    "long-day": Example(
        trip(BREAKFAST, meeting("Reception", "21:00-22:01", kind=MeetingKind.RECEPTION)),
        trip(BREAKFAST, meeting("Reception", "21:00-22:00", kind=MeetingKind.RECEPTION)),
    ),
    "short-rest": Example(
        trip(DINNER, meeting("Talks", "07:59-09:00", on=TUESDAY)),
        trip(DINNER, meeting("Talks", "08:00-09:00", on=TUESDAY)),
    ),
    "no-meal": Example(
        trip(meeting("Council", "09:00-15:01", kind=MeetingKind.MULTILATERAL)),
        trip(meeting("Council", "09:00-15:00", kind=MeetingKind.MULTILATERAL)),
    ),
    "back-to-back": Example(
        trip(FIRST, SECOND, meeting("Third", "11:15-12:00")),
        trip(FIRST, SECOND, meeting("Third", "11:16-12:00")),
    ),
    "outside-working-hours": Example(
        trip(meeting("Talks", "07:59-09:00")),
        trip(meeting("Talks", "08:00-09:00")),
    ),
}
