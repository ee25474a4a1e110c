import pytest

from planner.conflicts import Conflict, Severity
from planner.itinerary import Itinerary
from planner.records import Meeting
from planner.records.words import Attends, MeetingKind, Status
from tests.planner.building import TUESDAY, flight, found, meeting, stop, trip

LONDON = stop("London", "2025-03-17T14:40/2025-03-18T09:00")
IN = flight("Orly", "Northolt", "14:30-14:40")
OUT = flight("Northolt", "Orly", "09:00-11:00", on=TUESDAY)


def strays_in(itinerary: Itinerary) -> list[Conflict]:
    return found("outside-stay", itinerary)


def test_before_deplaning_ends_the_principal_is_not_there() -> None:
    (conflict,) = strays_in(trip(LONDON, IN, meeting("Audience", "14:50-15:30", "London")))
    assert conflict.severity is Severity.ERROR
    assert conflict.message == (
        "Audience starts 14:50, London is reached 14:40, deplaning ends 14:55: 5 min short."
    )
    assert conflict.subjects == ("Audience", "London", "Orly–Northolt")
    assert conflict.shortfall == 5
    assert conflict.way_out == "start Audience at 14:55 London or later"


def test_after_boarding_begins_the_principal_is_gone() -> None:
    (conflict,) = strays_in(trip(LONDON, OUT, meeting("Call", "08:20-08:50", "London", on=TUESDAY)))
    assert conflict.message == (
        "Call ends 08:50, London is left 09:00, boarding is at 08:45: 5 min short."
    )
    assert conflict.way_out == "end Call by 08:45 London"


@pytest.mark.parametrize("times", ["14:55-15:30", "2025-03-18T08:00/2025-03-18T08:45"])
def test_inside_the_stay_is_no_conflict(times: str) -> None:
    assert not strays_in(trip(LONDON, IN, OUT, meeting("Audience", times, "London")))


def test_another_day_is_named() -> None:
    (conflict,) = strays_in(
        trip(LONDON, meeting("Talks", "10:00-11:00", "London", on="2025-03-19"))
    )
    assert conflict.message == (
        "Talks ends Wed 19 Mar 11:00, London is left Tue 18 Mar 09:00: 1560 min short."
    )


def test_without_hours_of_the_stop_its_movements_say_when_it_is_reached_and_left() -> None:
    early = meeting("Audience", "14:50-15:30", "London")
    late = meeting("Talks", "08:50-09:30", "London", on=TUESDAY)
    assert [each.subjects[0] for each in strays_in(trip(IN, OUT, early))] == ["Audience"]
    assert not strays_in(trip(early, late))


def test_hours_of_the_stop_count_before_its_movements() -> None:
    later = stop("London", "2025-03-17T15:00/2025-03-18T09:00")
    (conflict,) = strays_in(trip(later, IN, meeting("Audience", "14:58-15:30", "London")))
    assert conflict.shortfall == 2


def test_what_has_no_known_border_cannot_be_outside() -> None:
    assert not strays_in(trip(meeting("Audience", "03:00-04:00", "London")))
    only_left = stop("London", "/2025-03-17T09:00")
    assert not strays_in(trip(only_left, meeting("Audience", "03:00-04:00", "London")))


def ceremony(times: str, kind: MeetingKind, **fields: object) -> Meeting:
    return meeting("Ceremony", times, "London", kind=kind, **fields)


@pytest.mark.parametrize(
    "welcome",
    [
        ceremony("14:40-14:50", MeetingKind.ARRIVAL_CEREMONY),
        ceremony("14:40-14:50", MeetingKind.ARRIVAL_CEREMONY, venue="Northolt"),
        ceremony("14:40-14:50", MeetingKind.STATEMENTS, venue="Northolt"),
        ceremony("14:40-14:50", MeetingKind.CALL),
    ],
)
def test_at_the_airport_the_minutes_do_not_count(welcome: Meeting) -> None:
    assert not strays_in(trip(LONDON, IN, welcome))


@pytest.mark.parametrize(
    "welcome",
    [
        ceremony("14:40-14:50", MeetingKind.ARRIVAL_CEREMONY, venue="Buckingham Palace"),
        ceremony("14:40-14:50", MeetingKind.CALL, venue="Buckingham Palace"),
        ceremony("12:00-12:10", MeetingKind.ARRIVAL_CEREMONY, venue="Northolt"),
        ceremony("12:00-12:10", MeetingKind.CALL),
    ],
)
def test_elsewhere_or_before_landing_they_do(welcome: Meeting) -> None:
    assert len(strays_in(trip(LONDON, IN, welcome))) == 1


def test_an_assumed_end_makes_a_warning() -> None:
    (conflict,) = strays_in(trip(LONDON, OUT, meeting("Talks", "08:05", "London", on=TUESDAY)))
    assert conflict.severity is Severity.WARNING
    assert "ends 08:50 (assuming 45 min)" in conflict.message


def test_a_start_that_is_outside_by_itself_needs_no_end_to_be_an_error() -> None:
    (conflict,) = strays_in(trip(LONDON, meeting("Talks", "09:00", "London", on=TUESDAY)))
    assert conflict.severity is Severity.ERROR


def test_a_tentative_entry_or_movement_makes_a_warning() -> None:
    unsure = meeting("Audience", "14:50-15:30", "London", status=Status.TENTATIVE)
    (conflict,) = strays_in(trip(LONDON, IN, unsure))
    assert conflict.severity is Severity.WARNING
    perhaps = flight("Orly", "Northolt", "14:30-14:40", status=Status.TENTATIVE)
    (conflict,) = strays_in(trip(perhaps, meeting("Audience", "14:50-15:30", "London")))
    assert conflict.severity is Severity.WARNING


@pytest.mark.parametrize(
    "fields",
    [
        {"status": Status.CANCELLED},
        {"informational": True},
        {"attends": Attends.DELEGATION},
        {"occupies_principal": False},
        {"stop": None},
    ],
)
def test_what_does_not_take_the_principal_there_is_exempt(fields: dict[str, object]) -> None:
    assert not strays_in(trip(LONDON, IN, meeting("Audience", "12:00-12:30", "London", **fields)))


def test_what_overlaps_the_flight_is_left_to_that_rule() -> None:
    itinerary = trip(LONDON, IN, meeting("Audience", "14:35-15:30", "London"))
    assert not strays_in(itinerary)
    assert len(found("principal-overlap", itinerary)) == 1


def test_of_what_is_outside_nothing_else_is_said() -> None:
    itinerary = trip(
        LONDON,
        meeting("Lunch", "12:00-13:00", "Paris", venue="Élysée"),
        meeting("Audience", "13:10-13:30", "London"),
        IN,
    )
    assert len(strays_in(itinerary)) == 1
    assert not found("stop-discontinuity", itinerary)
    assert [each.subjects for each in found("intercity-infeasible", itinerary)] == []


def test_a_stay_that_ends_before_it_begins_is_left_to_that_rule() -> None:
    backwards = stop("London", "2025-03-18T14:40/2025-03-17T09:00")
    assert not strays_in(trip(backwards, meeting("Audience", "12:00-12:30", "London")))


def test_of_two_stays_in_one_city_a_venue_belongs_to_the_one_of_that_day() -> None:
    first = stop("London", "2025-03-17T08:00/2025-03-17T12:00")
    second = stop("London", "2025-03-19T08:00/2025-03-19T20:00", id="London again")
    talks = meeting("Talks", "10:00-11:00", "London", on="2025-03-19", stop=None, venue="Northolt")
    assert not strays_in(trip(first, second, talks))


def test_of_two_stays_known_by_their_days_likewise() -> None:
    first, second = stop("London", "", "17/17"), stop("London", "", "19/19", id="London again")
    paris = meeting("Lunch", "10:00-11:00", "Paris", on="2025-03-18")
    talks = meeting("Talks", "10:00-11:00", "London", on="2025-03-19", stop=None, venue="Northolt")
    again = meeting("Dinner", "12:00-13:00", "London", on="2025-03-19", stop="London again")
    assert len(found("stop-discontinuity", trip(first, second, paris, talks, again))) == 1


def test_what_is_fixed_or_was_held_is_not_asked_to_move() -> None:
    held = meeting("Audience", "14:50-15:30", "London", status=Status.HELD)
    (conflict,) = strays_in(trip(LONDON, IN, held))
    assert conflict.way_out == ""
