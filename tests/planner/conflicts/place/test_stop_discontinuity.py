import pytest

from planner.conflicts import Conflict, Severity
from planner.itinerary import Itinerary
from planner.records import Movement
from planner.records.words import MeetingKind, Mode, Status
from tests.planner.building import flight, found, meeting, motorcade, movement, stop, trip


def jumps_in(itinerary: Itinerary) -> list[Conflict]:
    return found("stop-discontinuity", itinerary)


LUNCH = meeting("Lunch", "12:00-13:30", "Paris")
AUDIENCE = meeting("Audience", "16:15-16:45", "London")


def test_two_stops_in_a_row_want_a_movement_between() -> None:
    (conflict,) = jumps_in(trip(LUNCH, AUDIENCE))
    assert conflict.severity is Severity.ERROR
    assert conflict.message == (
        "Lunch ends 13:30 in Paris, Audience starts 16:15 in London: no movement leads there."
    )
    assert conflict.subjects == ("Audience", "Lunch")
    assert conflict.way_out == "add a movement from Paris to London"


def test_an_end_that_is_only_assumed_makes_a_warning() -> None:
    (conflict,) = jumps_in(trip(meeting("Lunch", "12:00", "Paris"), AUDIENCE))
    assert conflict.severity is Severity.WARNING
    assert "assuming" in conflict.message


def test_with_the_movement_there_is_no_conflict() -> None:
    assert not jumps_in(trip(LUNCH, flight("Orly", "Northolt", "14:30-14:40"), AUDIENCE))


def test_a_movement_that_leaves_from_elsewhere_does_not_join() -> None:
    itinerary = trip(LUNCH, flight("Brussels", "Northolt", "15:30-15:40"), AUDIENCE)
    (conflict,) = jumps_in(itinerary)
    assert conflict.message == (
        "Lunch ends 13:30 in Paris, the government aircraft leaves 15:30 in Brussels: "
        "no movement leads there."
    )


def test_a_movement_that_arrives_elsewhere_does_not_join() -> None:
    itinerary = trip(LUNCH, flight("Orly", "Brussels", "14:00-14:40"), AUDIENCE)
    (conflict,) = jumps_in(itinerary)
    assert "reaches Brussels 14:40 in Brussels, Audience starts 16:15 in London" in conflict.message


@pytest.mark.parametrize(
    "gone",
    [
        flight("Orly", "Northolt", "14:30-14:40", status=Status.CANCELLED),
        flight("Northolt", "Orly", "", day=None),
    ],
)
def test_neither_a_cancelled_movement_leads_there_nor_one_the_other_way(gone: Movement) -> None:
    assert len(jumps_in(trip(LUNCH, gone, AUDIENCE))) == 1


def test_a_movement_without_an_hour_may_be_the_one() -> None:
    assert not jumps_in(trip(LUNCH, flight("Orly", "Northolt", ""), AUDIENCE))


def test_unless_both_are_firm_it_is_a_warning() -> None:
    unsure = meeting("Audience", "16:15-16:45", "London", status=Status.TENTATIVE)
    (conflict,) = jumps_in(trip(LUNCH, unsure))
    assert conflict.severity is Severity.WARNING


def test_a_venue_belongs_to_the_nearest_stop() -> None:
    itinerary = trip(
        stop("Paris"),
        meeting("Landing", "09:00-09:10", stop=None, venue="Orly"),
        meeting("Lunch", "12:00-13:30", stop=None, venue="Élysée"),
    )
    assert not jumps_in(itinerary)


def test_the_stop_that_was_chosen_counts_before_the_venue() -> None:
    itinerary = trip(
        meeting("Lunch", "09:00-09:10", "Brussels"),
        meeting("Antwerp", "12:00-13:30", "Brussels", venue="Northolt"),
    )
    assert not jumps_in(itinerary)


def test_an_outing_from_a_stay_is_not_another_stay() -> None:
    itinerary = trip(
        stop("Rome", "", "17/19"),
        stop("Vatican City", "", "18/18"),
        meeting("Pope", "12:00-12:30", "Vatican City", venue="Apostolic Palace", on="2025-03-18"),
        meeting("Mattarella", "13:55-14:30", "Rome", venue="Quirinale", on="2025-03-18"),
    )
    assert not jumps_in(itinerary)


def test_two_stays_one_after_the_other_are_two_however_near() -> None:
    itinerary = trip(
        stop("Rome", "2025-03-17T08:00/2025-03-17T12:00"),
        stop("Vatican City", "2025-03-17T13:00/2025-03-17T18:00"),
        meeting("Mattarella", "09:00-10:00", "Rome"),
        meeting("Pope", "13:30-14:00", "Vatican City"),
    )
    assert len(jumps_in(itinerary)) == 1


def test_a_stay_inside_another_far_away_is_one_of_its_own() -> None:
    itinerary = trip(stop("Paris", "", "17/19"), stop("London", "", "18/18"), LUNCH, AUDIENCE)
    assert len(jumps_in(itinerary)) == 1


def test_outside_the_stops_nothing_is_said() -> None:
    itinerary = trip(
        meeting("Cabinet", "09:00-10:00", stop=None, venue="Heathrow"),
        flight("Trudeau Airport", "Orly", "20:00-21:00"),
    )
    assert not jumps_in(itinerary)


def test_a_call_and_a_meeting_of_unknown_place_are_passed_over() -> None:
    itinerary = trip(
        LUNCH,
        meeting("Call", "14:00-14:20", "London", kind=MeetingKind.CALL),
        meeting("Somewhere", "15:00-15:10", stop=None),
        flight("Orly", "Northolt", "15:30-15:40"),
    )
    assert not jumps_in(itinerary)


def test_a_motorcade_between_stops_is_a_movement_too() -> None:
    car = motorcade("Brussels", "The Hague", "11:10-13:00")
    itinerary = trip(
        meeting("Talks", "10:00-11:00", "Brussels"),
        car,
        meeting("Dinner", "13:30-15:00", "The Hague"),
    )
    assert not jumps_in(itinerary)


def test_a_flight_inside_an_entry_that_it_overlaps_still_leads_on() -> None:
    itinerary = trip(
        meeting("Summit", "09:00-18:00", "Paris"),
        flight("Orly", "Northolt", "12:00-12:10"),
        meeting("Dinner", "19:00-21:00", "London"),
    )
    assert not jumps_in(itinerary)


def test_an_entry_that_overlaps_is_not_also_a_jump() -> None:
    itinerary = trip(LUNCH, meeting("Audience", "12:15-12:45", "London"))
    assert not jumps_in(itinerary)
    assert len(found("principal-overlap", itinerary)) == 1


def test_a_movement_that_arrives_before_it_departs_still_leads_there() -> None:
    backwards = movement(Mode.RAIL, "Orly", "Northolt", "14:30-13:00")
    itinerary = trip(LUNCH, backwards, AUDIENCE)
    assert not jumps_in(itinerary)
    assert len(found("ends-before-start", itinerary)) == 1


def test_a_movement_of_which_only_the_arrival_is_known_still_has_an_origin() -> None:
    itinerary = trip(LUNCH, movement(Mode.RAIL, "Brussels", "The Hague", "-19:00"))
    (conflict,) = jumps_in(itinerary)
    assert conflict.message == (
        "Lunch ends 13:30 in Paris, the train leaves in Brussels: no movement leads there."
    )


@pytest.mark.parametrize(
    "planned",
    [
        flight("Orly", "Brussels", ""),
        flight("Brussels", "Northolt", ""),
        flight("Orly", "Northolt", "", status=Status.CANCELLED),
    ],
)
def test_a_movement_without_an_hour_that_leads_elsewhere_is_not_the_one(planned: Movement) -> None:
    assert len(jumps_in(trip(LUNCH, planned, AUDIENCE))) == 1


def test_from_home_to_a_stop_a_movement_is_wanted() -> None:
    cabinet = meeting("Cabinet", "06:00-07:00", stop=None, venue="Heathrow")
    assert len(jumps_in(trip(cabinet, LUNCH))) == 1
