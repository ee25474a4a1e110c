"""Meals that are missed, and meetings that follow upon each other."""

import pytest

from planner.conflicts import Conflict, Severity
from planner.itinerary import Itinerary
from planner.records import Record
from planner.records.words import Attends, MeetingKind, Mode, Status
from planner.settings import Limits
from tests.planner.building import as_of, flight, found, meeting, motorcade, movement, trip

MORNING = meeting("Council", "08:00-12:00", kind=MeetingKind.MULTILATERAL)
NOON = meeting("Plenary", "12:20-15:00", kind=MeetingKind.PLENARY)


def hungry(itinerary: Itinerary) -> list[Conflict]:
    return found("no-meal", itinerary)


def test_seven_hours_without_a_meal_are_an_hour_too_long() -> None:
    (conflict,) = hungry(trip(MORNING, NOON))
    assert conflict.severity is Severity.NOTICE
    assert conflict.message == (
        "No meal and no 30 min free for 7 h, from 08:00 to 15:00 Paris on Mon 17 Mar: "
        "Council and Plenary."
    )
    assert conflict.subjects == ("Council", "Plenary")
    assert conflict.shortfall == 60
    assert conflict.way_out == "insert a meal, or keep 30 min free"


@pytest.mark.parametrize("gap", [1, 20, 29])
def test_a_gap_under_30_minutes_is_no_pause(gap: int) -> None:
    assert hungry(trip(MORNING, meeting("Plenary", f"12:{gap:02}-15:00")))


def test_30_minutes_are_a_pause() -> None:
    assert not hungry(trip(MORNING, meeting("Plenary", "12:30-16:00")))


@pytest.mark.parametrize(
    ("kind", "is_meal"),
    [
        (MeetingKind.WORKING_MEAL, True),
        (MeetingKind.OFFICIAL_DINNER, True),
        (MeetingKind.BANQUET, True),
        (MeetingKind.RECEPTION, True),
        (MeetingKind.PERSONAL_TIME, False),
        (MeetingKind.BILATERAL, False),
        (MeetingKind.BRIEFING, False),
    ],
)
def test_meals_break_the_hours(kind: MeetingKind, *, is_meal: bool) -> None:
    between = meeting("Between", "12:00-12:20", kind=kind)
    assert bool(hungry(trip(MORNING, between, NOON))) is not is_meal


def test_a_meal_inside_a_meeting_breaks_it_too() -> None:
    summit = meeting("Summit", "08:00-16:00", kind=MeetingKind.MULTILATERAL)
    lunch = meeting("Lunch", "12:00-13:00", kind=MeetingKind.WORKING_MEAL, part_of="Summit")
    assert not hungry(trip(summit, lunch))
    late = meeting("Lunch", "14:30-15:00", kind=MeetingKind.WORKING_MEAL, part_of="Summit")
    (conflict,) = hungry(trip(summit, late))
    assert "for 6 h 30, from 08:00 to 14:30 Paris" in conflict.message
    assert conflict.subjects == ("Summit",)


def test_each_stretch_of_a_day_is_one_conflict() -> None:
    meal = meeting("Lunch", "13:30-13:50", kind=MeetingKind.WORKING_MEAL)
    before = meeting("Council", "07:00-13:30", kind=MeetingKind.MULTILATERAL)
    after = meeting("Plenary", "13:55-20:10", kind=MeetingKind.PLENARY)
    found_at = [(each.subjects, each.shortfall) for each in hungry(trip(before, meal, after))]
    assert found_at == [(("Council",), 30), (("Plenary",), 15)]


def test_before_seven_and_after_nine_no_meal_is_missed() -> None:
    assert not hungry(trip(meeting("Watch", "05:00-13:00", kind=MeetingKind.OTHER)))
    assert not hungry(trip(meeting("Watch", "15:00-23:30", kind=MeetingKind.OTHER)))
    (conflict,) = hungry(trip(meeting("Watch", "06:00-13:30", kind=MeetingKind.OTHER)))
    assert "from 07:00 to 13:30 Paris" in conflict.message


@pytest.mark.parametrize(
    ("way", "feeds"),
    [
        (flight("Orly", "Northolt", "12:10-13:10"), False),
        (flight("Orly", "Northolt", "12:10-13:11"), True),
        (movement(Mode.COMMERCIAL_AIR, "Orly", "Northolt", "12:10-13:11"), True),
        (movement(Mode.RAIL, "Paris", "London", "12:10-13:11"), False),
        (movement(Mode.MOTORCADE, "Paris", "London", "12:10-13:11"), False),
    ],
)
def test_a_flight_over_two_hours_has_a_meal(way: Record, *, feeds: bool) -> None:
    after = meeting("Plenary", "13:15-15:15", "London")
    assert bool(hungry(trip(MORNING, way, after))) is not feeds


def test_a_stretch_across_zones_is_measured_between_instants() -> None:
    way = flight("Orly", "Northolt", "12:00-12:10")
    (conflict,) = hungry(trip(MORNING, way, meeting("Talks", "12:30-13:10", "London")))
    assert "for 6 h 10, from 08:00 Paris to 13:10 London on" in conflict.message


@pytest.mark.parametrize(
    "second",
    [
        meeting("Plenary", "12:00-15:00", status=Status.CANCELLED),
        meeting("Plenary", "12:00-15:00", informational=True),
        meeting("Plenary", "12:00-15:00", attends=Attends.DELEGATION),
        meeting("Plenary", "12:00-15:00", kind=MeetingKind.PERSONAL_TIME),
    ],
)
def test_what_does_not_take_the_principal_is_left_out(second: Record) -> None:
    assert not hungry(trip(MORNING, second))


def test_an_assumed_end_is_said_to_be_one() -> None:
    (conflict,) = hungry(trip(MORNING, meeting("Plenary", "12:00", kind=MeetingKind.PLENARY)))
    assert conflict.message.endswith("Council and Plenary (assuming 180 min).")


def test_how_long_one_goes_without_a_meal_and_what_is_a_pause_are_limits() -> None:
    assert not found("no-meal", trip(MORNING, NOON), as_of(limits=Limits(meal_hours=7)))
    assert not found("no-meal", trip(MORNING, NOON), as_of(limits=Limits(pause_minutes=20)))


FIRST = meeting("First", "09:00-10:00")
SECOND = meeting("Second", "10:15-11:00")
THIRD = meeting("Third", "11:00-12:00")


def breathless(itinerary: Itinerary) -> list[Conflict]:
    return found("back-to-back", itinerary)


def test_three_meetings_without_a_gap_are_a_run() -> None:
    (conflict,) = breathless(trip(FIRST, SECOND, THIRD))
    assert conflict.severity is Severity.NOTICE
    assert conflict.message == (
        "No gap over 15 min between 3 substantive meetings on Mon 17 Mar: First 09:00–10:00, "
        "Second 10:15–11:00 and Third 11:00–12:00 Paris."
    )
    assert conflict.subjects == ("First", "Second", "Third")
    assert conflict.way_out == "leave more than 15 min between two of them"


def test_two_are_no_run() -> None:
    assert not breathless(trip(FIRST, SECOND))


def test_a_run_is_one_conflict_however_long_and_a_gap_ends_it() -> None:
    morning = [meeting(f"M{hour}", f"{hour:02}:00-{hour:02}:50") for hour in range(8, 13)]
    afternoon = [meeting(f"M{hour}", f"{hour:02}:00-{hour:02}:50") for hour in range(14, 17)]
    assert [len(each.subjects) for each in breathless(trip(morning, afternoon))] == [5, 3]


def test_a_way_between_two_is_no_pause() -> None:
    way = motorcade("Élysée", "Matignon", "10:02-10:12")
    assert len(breathless(trip(FIRST, way, SECOND, THIRD))) == 1


@pytest.mark.parametrize(
    "third",
    [
        meeting("Third", "11:00-12:00", kind=MeetingKind.AUDIENCE),
        meeting("Third", "11:00-12:00", kind=MeetingKind.PULL_ASIDE),
        meeting("Third", "11:00-12:00", kind=MeetingKind.PRESS_CONFERENCE),
        meeting("Third", "11:00-12:00", status=Status.POSTPONED),
        meeting("Third", "11:00-12:00", informational=True),
        meeting("Third", "11:00-12:00", attends=Attends.SPOUSE),
        meeting("Third", "10:15-11:00", choice="this or that"),
        meeting("Third", "10:30-11:30"),
        meeting("Third", "10:45-11:00", part_of="Second"),
    ],
)
def test_what_is_not_substantive_or_overlaps_makes_no_run(third: Record) -> None:
    second = meeting("Second", "10:15-11:00", choice="this or that")
    assert not breathless(trip(FIRST, second, third))


def test_parts_of_a_summit_are_meetings_of_their_own() -> None:
    summit = meeting("Summit", "08:00-18:00", kind=MeetingKind.MULTILATERAL)
    parts = [
        meeting(f"M{hour}", f"{hour:02}:00-{hour:02}:50", part_of="Summit") for hour in (9, 10, 11)
    ]
    (conflict,) = breathless(trip(summit, parts))
    assert conflict.subjects == ("M9", "M10", "M11")


def test_what_lets_nobody_draw_breath_is_a_limit() -> None:
    limits = Limits(back_to_back_minutes=14)
    assert not found("back-to-back", trip(FIRST, SECOND, THIRD), as_of(limits=limits))
