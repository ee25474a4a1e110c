from planner.conflicts import Conflict, Severity
from planner.itinerary import Itinerary
from planner.records.words import MeetingKind, Mode, Status
from tests.planner.building import (
    flight,
    found,
    joins_in,
    meeting,
    movement,
    stop,
    takes,
    trip,
)


def unreachable_in(itinerary: Itinerary) -> list[Conflict]:
    return found("intercity-infeasible", itinerary)


def test_no_mode_is_fast_enough_from_paris_to_london_in_a_quarter_of_an_hour() -> None:
    lunch = meeting("Lunch", "12:30-14:00", "Paris")
    (conflict,) = joins_in(trip(lunch, meeting("Audience", "13:15-13:45", "London")))
    assert conflict.rule == "intercity-infeasible"
    assert conflict.severity is Severity.ERROR
    assert conflict.message == (
        "Lunch ends 14:00 in Paris, Audience starts 13:15 in London: "
        "15 min for 344 km, which take 51 min at least, 36 min short."
    )
    assert conflict.way_out == "start Audience at 13:51 London or later"


def test_no_overlap_is_not_yet_within_reach() -> None:
    lunch = meeting("Lunch", "12:30-14:00", "Paris")
    (conflict,) = joins_in(trip(lunch, meeting("Talks", "13:30-13:50", "London")))
    assert conflict.rule == "intercity-infeasible"
    assert conflict.shortfall == 21


def test_what_a_mode_could_do_is_left_to_the_missing_movement() -> None:
    lunch = meeting("Lunch", "12:30-14:00", "Paris")
    (conflict,) = joins_in(trip(lunch, meeting("Talks", "13:51-14:30", "London")))
    assert conflict.rule == "stop-discontinuity"


def test_a_short_way_is_reckoned_by_road() -> None:
    itinerary = trip(
        meeting("Mattarella", "09:00-10:00", "Rome"), meeting("Pope", "10:01-11:00", "Vatican City")
    )
    (conflict,) = unreachable_in(itinerary)
    assert conflict.shortfall == 1


def test_unless_both_are_firm_with_a_stated_end_it_is_a_warning() -> None:
    audience = meeting("Audience", "13:15-13:45", "London")
    for lunch in (
        meeting("Lunch", "12:30-14:00", "Paris", status=Status.TENTATIVE),
        meeting("Lunch", "13:15", "Paris"),
    ):
        (conflict,) = unreachable_in(trip(lunch, audience))
        assert conflict.severity is Severity.WARNING


def test_what_was_held_is_not_out_of_reach_by_an_end_that_is_assumed() -> None:
    audience = meeting("Audience", "13:15-13:45", "London", status=Status.HELD)
    lunch = meeting("Lunch", "13:15", "Paris", status=Status.HELD)
    assert not unreachable_in(trip(lunch, audience))
    typed = meeting("Lunch", "12:30-14:00", "Paris", status=Status.HELD)
    assert len(unreachable_in(trip(typed, audience))) == 1


def test_without_coordinates_nothing_is_out_of_reach() -> None:
    rome = stop("Rome", place=stop("Rome").place.__class__("Rome", "IT", "Europe/Rome"))
    lunch = meeting("Lunch", "12:30-14:00", "Paris")
    assert not unreachable_in(trip(rome, lunch, meeting("Talks", "14:05-15:00", "Rome")))


def test_from_a_meeting_to_the_aircraft_the_way_and_boarding_have_to_fit() -> None:
    itinerary = trip(
        meeting("Lunch", "12:30-13:50", venue="Élysée"),
        flight("Orly", "Northolt", "14:30-14:40"),
        takes(30, "Élysée", "Orly"),
    )
    (conflict,) = unreachable_in(itinerary)
    assert conflict.severity is Severity.ERROR
    assert conflict.message == (
        "Lunch ends 13:50, boarding is at 14:15: "
        "the way from Élysée to Orly takes 30 min, 5 min short."
    )
    assert conflict.way_out == "end Lunch by 13:45 Paris"
    assert not found("transfer-too-short", itinerary)


def test_an_estimated_way_to_the_aircraft_makes_a_warning() -> None:
    itinerary = trip(
        meeting("Lunch", "12:30-14:00", venue="Élysée"), flight("Orly", "Northolt", "14:30-14:40")
    )
    (conflict,) = unreachable_in(itinerary)
    assert conflict.severity is Severity.WARNING
    assert "is estimated at " in conflict.message


def test_from_the_aircraft_to_a_meeting_deplaning_and_the_way_have_to_fit() -> None:
    itinerary = trip(
        flight("Orly", "Northolt", "14:30-14:40"),
        meeting("Audience", "15:20-16:00", "London", venue="Buckingham Palace"),
        takes(35, "Northolt", "Buckingham Palace"),
    )
    (conflict,) = unreachable_in(itinerary)
    assert conflict.message == (
        "Government aircraft reaches Northolt 14:40, Audience starts 15:20: deplaning takes "
        "15 min, the way from Northolt to Buckingham Palace takes 35 min, 10 min short."
    )
    assert conflict.way_out == "start Audience at 15:30 London or later"


def test_what_can_be_reached_is_no_conflict() -> None:
    itinerary = trip(
        meeting("Lunch", "12:00-13:45", venue="Élysée"),
        flight("Orly", "Northolt", "14:30-14:40"),
        meeting("Audience", "15:30-16:00", "London", venue="Buckingham Palace"),
        takes(30, "Élysée", "Orly"),
        takes(35, "Northolt", "Buckingham Palace"),
    )
    assert not unreachable_in(itinerary)


def test_a_ceremony_at_the_airport_needs_no_minutes() -> None:
    itinerary = trip(
        flight("Orly", "Northolt", "14:30-14:40"),
        meeting(
            "Welcome", "14:40-14:50", "London", venue="Northolt", kind=MeetingKind.ARRIVAL_CEREMONY
        ),
    )
    assert not joins_in(itinerary)


def test_two_flights_in_a_row_are_left_to_the_rule_on_stops() -> None:
    itinerary = trip(
        flight("Orly", "Northolt", "14:30-14:40"),
        flight("Northolt", "Trudeau Airport", "14:50-18:00"),
    )
    assert not unreachable_in(itinerary)


def test_a_movement_of_which_the_departure_is_not_known_is_not_measured() -> None:
    itinerary = trip(
        meeting("Lunch", "12:30-14:00", venue="Élysée"),
        flight("Orly", "Haneda", "/2025-03-18T11:00"),
        takes(900, "Élysée", "Orly"),
    )
    assert not unreachable_in(itinerary)


def test_by_rail_boarding_takes_twenty_minutes() -> None:
    train = movement(Mode.RAIL, "Orly", "Northolt", "14:30-16:00")
    itinerary = trip(
        meeting("Lunch", "12:30-14:05", venue="Élysée"), train, takes(10, "Élysée", "Orly")
    )
    (conflict,) = unreachable_in(itinerary)
    assert conflict.shortfall == 5


def test_where_what_is_sure_just_fits_the_estimate_makes_a_warning() -> None:
    lunch = meeting("Lunch", "12:30-14:15", venue="Élysée")
    (conflict,) = unreachable_in(trip(lunch, flight("Orly", "Northolt", "14:30-14:40")))
    assert conflict.severity is Severity.WARNING


def test_where_what_is_sure_does_not_fit_the_estimate_does_not_soften_the_error() -> None:
    lunch = meeting("Lunch", "12:30-14:16", stop=None, venue="Élysée")
    (conflict,) = unreachable_in(trip(lunch, flight("Orly", "Northolt", "14:30-14:40")))
    assert conflict.severity is Severity.ERROR
