"""Examples of the rules about where the principal is."""

from collections.abc import Mapping
from dataclasses import replace

from planner.conflicts import OtherTrip
from planner.records.words import Attends, TripStatus
from tests.planner.building import (
    TUESDAY,
    VENUES,
    as_of,
    at,
    meeting,
    sits_in,
    stop,
    takes,
    trip,
)
from tests.planner.conflicts.examples.example import HOUR, LANDING, NEAR, NEXT, OVER, Example

SPOUSE = meeting("Tea", "12:30-13:30", venue="Élysée", attends=Attends.SPOUSE)
LATER_SPOUSE = meeting("Tea", "13:00-13:30", venue="Élysée", attends=Attends.SPOUSE)
ONE_AT_A_TIME = replace(VENUES["Élysée"], exclusive=True)
FOLLOWING = meeting("Defence", "13:09-14:00", venue="Élysée")
AFTER_A_PAUSE = meeting("Defence", "13:10-14:00", venue="Élysée")
ROME = OtherTrip(
    "rome",
    "Rome",
    TripStatus.IDEA,
    at("12:59", "Paris").instant,
    at("20:00", "Rome", TUESDAY).instant,
)

EXAMPLES: Mapping[str, Example] = {
    "principal-overlap": Example(trip(HOUR, OVER), trip(HOUR, NEXT)),
    "transfer-too-short": Example(
        trip(HOUR, NEAR, takes(11, "Élysée", "Matignon")),
        trip(HOUR, NEAR, takes(10, "Élysée", "Matignon")),
    ),
    "intercity-infeasible": Example(
        trip(HOUR, meeting("Audience", "12:50-13:00", "London")),
        trip(HOUR, meeting("Audience", "12:51-13:00", "London")),
    ),
    "outside-stay": Example(
        trip(LANDING, meeting("Audience", "14:54-15:30", "London")),
        trip(LANDING, meeting("Audience", "14:55-15:30", "London")),
    ),
    "stop-discontinuity": Example(
        trip(HOUR, meeting("Audience", "16:00-16:30", "London")),
        trip(HOUR, LANDING, meeting("Audience", "16:00-16:30", "London")),
    ),
    "no-buffer": Example(
        trip(HOUR, FOLLOWING, sits_in("Macron", HOUR), sits_in("Barrot", FOLLOWING)),
        trip(HOUR, AFTER_A_PAUSE, sits_in("Macron", HOUR), sits_in("Barrot", AFTER_A_PAUSE)),
    ),
    "night-without-lodging": Example(
        trip(stop("Paris", "", "17/18"), HOUR),
        trip(stop("Paris", "", "17/17"), HOUR),
    ),
    "stop-unused": Example(
        trip(stop("Paris"), stop("Rome"), HOUR),
        trip(stop("Paris"), HOUR),
    ),
    "venue-double-booked": Example(
        trip(ONE_AT_A_TIME, HOUR, SPOUSE),
        trip(ONE_AT_A_TIME, HOUR, LATER_SPOUSE),
    ),
    "trip-overlap": Example(
        trip(HOUR),
        trip(HOUR),
        as_of(trips=(ROME,)),
        as_of(trips=(replace(ROME, start=at("13:00", "Paris").instant),)),
    ),
}
