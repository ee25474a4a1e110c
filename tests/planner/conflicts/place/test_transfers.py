from dataclasses import replace

import pytest

from planner.conflicts import Conflict, Severity
from planner.geography.travel import estimate
from planner.itinerary import Itinerary
from planner.records import Meeting, Movement, Record, Venue
from planner.records.words import Attends, MeetingKind, Mode, Status, TravelSource, VenueKind
from tests.planner.building import (
    PLACES,
    VENUES,
    at,
    flight,
    found,
    joins_in,
    meeting,
    motorcade,
    movement,
    stop,
    takes,
    trip,
)


def transfers_in(itinerary: Itinerary) -> list[Conflict]:
    return found("transfer-too-short", itinerary)


LUNCH = meeting("Lunch", "12:00-13:00", venue="Élysée")
TALKS = meeting("Talks", "13:10-14:00", venue="Matignon")


def test_a_motorcade_that_reaches_the_airport_after_boarding_is_the_one_error() -> None:
    itinerary = trip(
        stop("London", "/2025-03-17T09:00"),
        motorcade("10 Downing Street", "Northolt", "08:20-08:55"),
        flight("Northolt", "Orly", "09:00-11:00"),
        home="London",
    )
    (conflict,) = joins_in(itinerary)
    assert conflict.rule == "transfer-too-short"
    assert conflict.severity is Severity.ERROR
    assert conflict.message == (
        "Motorcade reaches Northolt 08:55, boarding is at 08:45: 10 min short."
    )
    assert conflict.subjects == ("10 Downing Street–Northolt", "Northolt–Orly")
    assert conflict.shortfall == 10
    assert conflict.way_out == "leave by 08:10"


def test_a_motorcade_that_reaches_the_airport_after_departure_is_still_one_error() -> None:
    itinerary = trip(
        motorcade("10 Downing Street", "Northolt", "08:20-09:10"),
        flight("Northolt", "Orly", "09:00-11:00"),
    )
    (conflict,) = joins_in(itinerary)
    assert conflict.message == (
        "Motorcade reaches Northolt 09:10, boarding is at 08:45: 25 min short."
    )
    assert conflict.way_out == "leave by 07:55"


def test_boarding_takes_the_minutes_of_the_record_before_those_of_the_mode() -> None:
    to_northolt = motorcade("10 Downing Street", "Northolt", "08:20-08:55")
    quick = flight("Northolt", "Orly", "09:00-11:00", boarding_minutes=5)
    assert not transfers_in(trip(to_northolt, quick))
    airline = movement(Mode.COMMERCIAL_AIR, "Northolt", "Orly", "09:00-11:00")
    (conflict,) = transfers_in(trip(to_northolt, airline))
    assert conflict.shortfall == 85


def test_a_motorcade_that_leaves_before_deplaning_ends_is_too_early() -> None:
    itinerary = trip(
        flight("Orly", "Northolt", "14:30-14:40"),
        motorcade("Northolt", "10 Downing Street", "14:45-15:20"),
    )
    (conflict,) = transfers_in(itinerary)
    assert conflict.message == (
        "Government aircraft reaches Northolt 14:40, the motorcade leaves 14:45: "
        "deplaning takes 15 min, 10 min short."
    )
    assert conflict.way_out == "leave at 14:55 or later"


def test_a_motorcade_in_good_time_is_no_conflict() -> None:
    itinerary = trip(
        flight("Orly", "Northolt", "14:30-14:40"),
        motorcade("Northolt", "Buckingham Palace", "14:55-15:30"),
        motorcade("Buckingham Palace", "Northolt", "18:00-18:45"),
        flight("Northolt", "Orly", "19:00-21:00"),
    )
    assert not joins_in(itinerary)


def test_a_typed_way_that_does_not_fit_is_an_error() -> None:
    (conflict,) = transfers_in(trip(LUNCH, TALKS, takes(25, "Élysée", "Matignon")))
    assert conflict.severity is Severity.ERROR
    assert conflict.message == (
        "Lunch ends 13:00, Talks starts 13:10: "
        "the way from Élysée to Matignon takes 25 min, 15 min short."
    )
    assert conflict.way_out == "start Talks at 13:25 Paris or later"


def test_a_typed_way_that_just_fits_is_none() -> None:
    assert not transfers_in(trip(LUNCH, TALKS, takes(10, "Élysée", "Matignon")))


def test_an_estimate_makes_a_warning_and_says_so() -> None:
    (conflict,) = transfers_in(trip(LUNCH, meeting("Talks", "13:02-14:00", venue="Matignon")))
    assert conflict.severity is Severity.WARNING
    assert "is estimated at " in conflict.message


@pytest.mark.parametrize(
    "way",
    [
        takes(25, "Élysée", "Matignon", source=TravelSource.ESTIMATE),
        takes(25, "Matignon", "Élysée"),
    ],
)
def test_a_typed_estimate_and_the_way_back_are_estimates(way: Record) -> None:
    (conflict,) = transfers_in(trip(LUNCH, TALKS, way))
    assert conflict.severity is Severity.WARNING
    assert "is estimated at 25 min" in conflict.message


def test_an_assumed_end_makes_a_warning_and_with_an_estimate_a_notice() -> None:
    open_end = meeting("Lunch", "12:00", venue="Élysée")
    talks = meeting("Talks", "12:46-14:00", venue="Matignon")
    (typed,) = transfers_in(trip(open_end, talks, takes(25, "Élysée", "Matignon")))
    assert typed.severity is Severity.WARNING
    assert typed.message.startswith("Lunch ends 12:45 (assuming 45 min), ")
    (estimated,) = transfers_in(trip(open_end, talks))
    assert estimated.severity is Severity.NOTICE


HELICOPTER = movement(Mode.HELICOPTER, "Élysée", "Orly", "12:00", destination_stop="Paris")


@pytest.mark.parametrize(
    ("records", "still"),
    [
        ([HELICOPTER, flight("Orly", "Northolt", "12:20-12:30")], False),
        ([LUNCH, replace(TALKS, start=at("13:02", "Paris"))], False),
        ([LUNCH, replace(TALKS, buffer_before=10), takes(5, "Élysée", "Matignon")], False),
        ([replace(LUNCH, minutes=None), replace(TALKS, start=at("13:32", "Paris"))], False),
        ([LUNCH, TALKS, takes(25, "Élysée", "Matignon")], True),
    ],
)
def test_what_was_held_has_fitted_unless_typed_minutes_speak_against_it(
    records: list[Record], *, still: bool
) -> None:
    held = [
        replace(each, status=Status.HELD) if isinstance(each, Meeting | Movement) else each
        for each in records
    ]
    assert bool(transfers_in(trip(held))) is still


def test_unless_both_are_firm_it_is_a_warning() -> None:
    way = takes(25, "Élysée", "Matignon")
    tentative = meeting("Talks", "13:10-14:00", venue="Matignon", status=Status.TENTATIVE)
    (conflict,) = transfers_in(trip(LUNCH, tentative, way))
    assert conflict.severity is Severity.WARNING


def test_a_fixed_meeting_makes_the_other_end_earlier() -> None:
    fixed = meeting("Talks", "13:10-14:00", venue="Matignon", fixed=True)
    (conflict,) = transfers_in(trip(LUNCH, fixed, takes(25, "Élysée", "Matignon")))
    assert conflict.way_out == "end Lunch by 12:45 Paris"


@pytest.mark.parametrize(
    "other",
    [
        meeting("Talks", "13:10-14:00", venue="Élysée"),
        meeting("Talks", "13:10-14:00"),
        meeting("Talks", "13:10-14:00", venue="Matignon", status=Status.DECLINED),
        meeting("Talks", "13:10-14:00", venue="Matignon", informational=True),
        meeting("Talks", "13:10-14:00", venue="Matignon", attends=Attends.DELEGATION),
        meeting("Talks", "12:10-12:50", venue="Matignon", part_of="Lunch"),
        meeting("Talks", "12:50-14:00", venue="Matignon"),
        meeting("Talks", "13:10-14:00", kind=MeetingKind.CALL),
    ],
)
def test_what_needs_no_way_is_no_conflict(other: Meeting) -> None:
    assert not transfers_in(trip(LUNCH, other, takes(25, "Élysée", "Matignon")))


def test_a_call_without_a_venue_is_made_on_the_way() -> None:
    call = meeting("Call", "13:00-13:10", kind=MeetingKind.CALL)
    (conflict,) = transfers_in(trip(LUNCH, call, TALKS, takes(25, "Élysée", "Matignon")))
    assert conflict.subjects == ("Lunch", "Talks")


def test_two_rooms_of_one_palace_need_no_way() -> None:
    palace = VENUES["Élysée"]
    rooms = [
        Venue(id=name, name=name, place=palace.place, kind=VenueKind.ROOM, parent="Élysée")
        for name in ("Salon Doré", "Salle des fêtes")
    ]
    itinerary = trip(
        rooms,
        palace,
        meeting("Lunch", "12:00-13:00", venue="Salle des fêtes"),
        meeting("Talks", "13:00-14:00", venue="Salon Doré"),
    )
    assert not transfers_in(itinerary)


def test_the_way_to_a_palace_is_the_way_to_its_rooms() -> None:
    palace = VENUES["Élysée"]
    room = Venue(id="Salon", name="Salon", place=palace.place, parent="Élysée")
    itinerary = trip(
        room,
        palace,
        meeting("Lunch", "12:00-13:00", venue="Salon"),
        TALKS,
        takes(25, "Élysée", "Matignon"),
    )
    (conflict,) = transfers_in(itinerary)
    assert conflict.severity is Severity.ERROR


def test_of_several_typed_ways_the_quickest_counts() -> None:
    on_foot = takes(8, "Élysée", "Matignon", id="on foot", mode=Mode.ON_FOOT)
    assert not transfers_in(trip(LUNCH, TALKS, takes(25, "Élysée", "Matignon"), on_foot))


def test_two_venues_at_one_spot_of_the_map_have_no_estimate() -> None:
    here = PLACES["Paris"]
    itinerary = trip(
        Venue(id="Hall", name="Hall", place=here),
        Venue(id="Garden", name="Garden", place=here),
        meeting("Lunch", "12:00-13:00", venue="Hall"),
        meeting("Talks", "13:00-14:00", venue="Garden"),
    )
    assert not transfers_in(itinerary)


def test_a_motorcade_given_less_time_than_the_host_says_is_an_error() -> None:
    itinerary = trip(motorcade("Élysée", "Orly", "13:40-13:50"), takes(30, "Élysée", "Orly"))
    (conflict,) = transfers_in(itinerary)
    assert conflict.severity is Severity.ERROR
    assert conflict.message == (
        "Motorcade Élysée–Orly is given 10 min, the way takes 30 min: 20 min short."
    )
    assert conflict.shortfall == 20
    assert conflict.way_out == "leave by 13:20"


@pytest.mark.parametrize(
    "way",
    [
        takes(10, "Élysée", "Orly"),
        takes(30, "Élysée", "Orly", source=TravelSource.ESTIMATE),
        takes(30, "Élysée", "Orly", mode=Mode.ON_FOOT),
        takes(30, "Orly", "Élysée"),
    ],
)
def test_a_motorcade_is_measured_only_by_what_is_known_of_its_way(way: Record) -> None:
    assert not transfers_in(trip(motorcade("Élysée", "Orly", "13:40-13:50"), way))


def test_what_fits_the_way_but_not_the_buffers_is_a_notice() -> None:
    hurried = meeting("Talks", "13:30-14:00", venue="Matignon", buffer_before=10)
    lunch = meeting("Lunch", "12:00-13:00", venue="Élysée", buffer_after=5)
    (conflict,) = transfers_in(trip(lunch, hurried, takes(25, "Élysée", "Matignon")))
    assert conflict.severity is Severity.NOTICE
    assert conflict.shortfall == 10
    assert conflict.message.endswith("takes 25 min, the buffers of 15 min are 10 min short.")


def test_a_movement_uses_up_the_buffers() -> None:
    lunch = meeting("Lunch", "12:00-13:00", venue="Élysée", buffer_after=10)
    car = motorcade("Élysée", "Matignon", "13:05-13:15")
    (conflict,) = transfers_in(trip(lunch, car))
    assert conflict.severity is Severity.NOTICE
    assert conflict.way_out == "end Lunch by 12:55 Paris"


def test_buffers_in_one_room_are_left_to_another_rule() -> None:
    lunch = meeting("Lunch", "12:00-13:00", venue="Élysée", buffer_after=10)
    assert not transfers_in(trip(lunch, meeting("Talks", "13:00-14:00", venue="Élysée")))


def test_alternatives_are_each_reached_from_what_comes_before() -> None:
    way = takes(25, "Élysée", "Matignon")
    museum = meeting("Museum", "13:10-14:00", venue="Matignon", choice="afternoon")
    walk = meeting("Walk", "13:30-14:00", venue="Matignon", choice="afternoon")
    stay = meeting("Stay", "13:40-14:00", venue="Élysée", choice="afternoon")
    (conflict,) = transfers_in(trip(LUNCH, museum, walk, stay, way))
    assert conflict.subjects == ("Lunch", "Museum")


def test_outside_any_stop_a_transfer_is_told_by_the_venue() -> None:
    itinerary = trip(
        motorcade("Ottawa", "Trudeau Airport", "18:00-20:20"),
        flight("Trudeau Airport", "Orly", "2025-03-17T20:30/2025-03-18T08:40"),
    )
    (conflict,) = transfers_in(itinerary)
    assert conflict.shortfall == 5


def test_one_entry_right_after_the_other_leaves_no_time_for_the_way() -> None:
    talks = meeting("Talks", "13:00-14:00", venue="Matignon")
    (conflict,) = transfers_in(trip(LUNCH, talks, takes(10, "Élysée", "Matignon")))
    assert conflict.shortfall == 10


def test_a_movement_that_arrives_before_it_departs_is_not_measured() -> None:
    backwards = motorcade("Matignon", "Élysée", "13:05-13:00")
    assert not transfers_in(trip(LUNCH, backwards, TALKS, takes(25, "Élysée", "Matignon")))


def test_an_estimated_arrival_is_told_by_the_clocks_there() -> None:
    orly, northolt = VENUES["Orly"].place, VENUES["Northolt"].place
    guess = estimate(orly, northolt, Mode.GOVERNMENT_AIRCRAFT)
    assert guess
    landing = at("13:30", "London").plus(guess.minutes).clock
    itinerary = trip(
        flight("Orly", "Northolt", "14:30"),
        motorcade("Northolt", "Heathrow", f"{landing}-15:20"),
    )
    (conflict,) = transfers_in(itinerary)
    assert conflict.severity is Severity.WARNING
    assert conflict.message == (
        f"Government aircraft reaches Northolt {landing} (estimated {guess.minutes} min), "
        f"the motorcade leaves {landing}: deplaning takes 15 min, 15 min short."
    )


def test_a_stated_arrival_is_no_estimate_whenever_it_departed() -> None:
    itinerary = trip(
        flight("Orly", "Northolt", "-14:40"), motorcade("Northolt", "Heathrow", "14:45-15:20")
    )
    (conflict,) = transfers_in(itinerary)
    assert conflict.severity is Severity.ERROR
    assert "(estimated" not in conflict.message


def test_an_unknown_arrival_is_not_measured() -> None:
    walk = movement(Mode.ON_FOOT, "Paris", "Élysée", "12:55")
    itinerary = trip(
        walk, motorcade("Matignon", "Orly", "13:00-13:30"), takes(9, "Élysée", "Matignon")
    )
    assert not transfers_in(itinerary)


def test_what_just_fits_the_way_leaves_nothing_for_the_buffers() -> None:
    lunch = meeting("Lunch", "12:00-13:00", venue="Élysée", buffer_after=5)
    (conflict,) = transfers_in(trip(lunch, TALKS, takes(10, "Élysée", "Matignon")))
    assert conflict.severity is Severity.NOTICE
    assert conflict.shortfall == 5


def test_a_motorcade_of_no_length_is_left_to_that_rule() -> None:
    assert not transfers_in(
        trip(motorcade("Élysée", "Orly", "13:40-13:40"), takes(9, "Élysée", "Orly"))
    )
