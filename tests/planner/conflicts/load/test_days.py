"""Long days and short nights, as they are lived: with the traveller, from instant to instant."""

from collections.abc import Sequence

import pytest

from planner.conflicts import Conflict, Severity
from planner.itinerary import Itinerary
from planner.records import Meeting, Movement, Record
from planner.records.words import Attends, MeetingKind, Mode, Status
from planner.settings import Limits
from tests.planner.building import (
    MONDAY,
    TUESDAY,
    VENUES,
    as_of,
    flight,
    found,
    meeting,
    motorcade,
    movement,
    trip,
)

SUNDAY = "2025-03-16"
MORNING = meeting("Talks", "08:00-09:00")
DINNER = meeting("Dinner", "20:00-23:00", kind=MeetingKind.OFFICIAL_DINNER)
EARLY = meeting("Breakfast", "07:00-08:00", on=TUESDAY, kind=MeetingKind.WORKING_MEAL)
TO_PARIS = flight("Trudeau Airport", "Orly", f"{SUNDAY}T20:00/{MONDAY}T08:00", id="Night flight")


def long_days(itinerary: Itinerary) -> list[Conflict]:
    return found("long-day", itinerary)


def short_nights(itinerary: Itinerary) -> list[Conflict]:
    return found("short-rest", itinerary)


def test_a_day_of_15_hours_is_an_hour_too_long() -> None:
    (conflict,) = long_days(trip(MORNING, DINNER))
    assert conflict.severity is Severity.WARNING
    assert conflict.message == (
        "Monday 17 March 2025 lasts 15 h, from Talks at 08:00 Paris to the end of Dinner at 23:00 "
        "Paris, 1 h over 14 h."
    )
    assert conflict.subjects == ("Dinner", "Talks")
    assert conflict.shortfall == 60
    assert conflict.way_out == "end Dinner by 22:00 Paris"


def test_a_day_that_moves_is_measured_between_instants_and_not_by_the_clocks() -> None:
    home = flight("Northolt", "Trudeau Airport", "17:00-20:00", id="Home")
    (conflict,) = long_days(trip(meeting("Talks", "09:00-10:00", "London"), home))
    assert conflict.message == (
        "Monday 17 March 2025 lasts 15 h, from Talks at 09:00 London to the end of Government "
        "aircraft Northolt–Trudeau Airport at 20:00 Ottawa, 1 h over 14 h."
    )
    assert not long_days(trip(meeting("Talks", "10:00-11:00", "London"), home))


def test_what_ends_past_midnight_belongs_to_the_evening_and_so_does_the_way_back() -> None:
    ball = meeting("Ball", f"{MONDAY}T21:00/{TUESDAY}T00:05", kind=MeetingKind.RECEPTION)
    back = motorcade("Élysée", "Matignon", "00:10-00:20", on=TUESDAY)
    lunch = meeting("Lunch", "12:00-13:00", on=TUESDAY)
    (conflict,) = long_days(trip(MORNING, ball, back, lunch))
    assert "Matignon at Tue 18 Mar 00:20 Paris, 2 h 20 over 14 h." in conflict.message
    assert conflict.way_out == "start Talks at 10:20 Paris or later"
    assert not short_nights(trip(MORNING, ball, back, lunch))


@pytest.mark.parametrize(
    ("records", "way_out"),
    [
        ([MORNING, meeting("Dinner", "22:15-23:00")], "start Talks at 09:00 Paris or later"),
        (
            [MORNING, meeting("Dinner", "20:00-23:00", fixed=True)],
            "start Talks at 09:00 Paris or later",
        ),
        (
            [MORNING, meeting("Next", "08:30-09:00"), meeting("Dinner", "20:00-23:00", fixed=True)],
            "",
        ),
        (
            [meeting("Talks", "08:00-09:00", status=Status.HELD), meeting("Tea", "22:00-23:00")],
            "",
        ),
    ],
)
def test_the_way_out_is_what_alone_would_do(records: Sequence[Record], way_out: str) -> None:
    (conflict,) = long_days(trip(records))
    assert conflict.way_out == way_out


def test_one_entry_can_be_a_long_day() -> None:
    voyage = movement(Mode.SEA, "London", "The Hague", "06:00-22:00", id="Voyage")
    (conflict,) = long_days(trip(voyage))
    assert "to its end at 22:00 The Hague, 1 h over 14 h." in conflict.message
    assert conflict.subjects == ("Voyage",)


def test_an_assumed_end_is_said_to_be_one() -> None:
    (conflict,) = long_days(trip(MORNING, meeting("Concert", "22:00", kind=MeetingKind.OTHER)))
    assert "the end of Concert at 22:30 Paris (assuming 30 min), 30 min over" in conflict.message


@pytest.mark.parametrize(
    "late",
    [
        meeting("Dinner", "20:00-23:00", status=Status.CANCELLED),
        meeting("Dinner", "20:00-23:00", informational=True),
        meeting("Dinner", "20:00-23:00", kind=MeetingKind.PERSONAL_TIME),
        meeting("Dinner", "20:00-23:00", attends=Attends.DELEGATION),
        meeting("Dinner", "20:00-23:00", attends=Attends.SPOUSE),
        meeting("Dinner", "20:00-23:00", occupies_principal=False),
        meeting("Dinner", "23:00-20:00"),
    ],
)
def test_what_does_not_take_the_principal_makes_no_day_longer(late: Meeting) -> None:
    assert not long_days(trip(MORNING, late))
    assert not short_nights(trip(late, EARLY))


def test_of_alternatives_the_firm_one_counts_else_the_earliest() -> None:
    early = meeting("Early", "18:00-19:00", choice="dinner", status=Status.TENTATIVE)
    late = meeting("Late", "22:00-23:00", choice="dinner", status=Status.TENTATIVE)
    toast = meeting("Toast", "22:30-23:30", part_of="Late", status=Status.TENTATIVE)
    assert not long_days(trip(MORNING, early, late, toast))
    firm = meeting("Late", "22:00-23:00", choice="dinner")
    assert len(long_days(trip(MORNING, early, firm))) == 1


def test_how_long_a_day_may_be_is_a_limit() -> None:
    limits = Limits(long_day_hours=15)
    assert not found("long-day", trip(MORNING, DINNER), as_of(limits=limits))


def test_an_overnight_flight_belongs_to_no_day() -> None:
    before = meeting("Cabinet", "09:00-18:00", "Ottawa", on=SUNDAY)
    on_board = meeting("Briefing", "21:00-22:00", "Ottawa", on=SUNDAY, kind=MeetingKind.BRIEFING)
    after = meeting("Lunch", "12:00-21:00")
    assert not long_days(trip(before, TO_PARIS, on_board, after))


@pytest.mark.parametrize(
    ("way", "is_night"),
    [
        (flight("Trudeau Airport", "Orly", f"{SUNDAY}T20:00/{MONDAY}T08:00"), True),
        (flight("Trudeau Airport", "Orly", f"{MONDAY}T00:30/{MONDAY}T12:30"), True),
        (flight("Brasília", "Orly", f"{SUNDAY}T23:00/{MONDAY}T14:00"), True),
        (flight("Haneda", "Trudeau Airport", f"{MONDAY}T19:00/{MONDAY}T18:00"), True),
        (movement(Mode.RAIL, "Paris", "Rome", f"{SUNDAY}T21:00/{MONDAY}T08:00"), True),
        (flight("Orly", "Trudeau Airport", f"{MONDAY}T18:00/{MONDAY}T20:00"), False),
        (flight("Trudeau Airport", "Haneda", f"{SUNDAY}T09:00/{MONDAY}T11:00"), False),
        (flight("Orly", "Northolt", f"{SUNDAY}T21:00/{MONDAY}T02:00"), False),
        (flight("Orly", "Northolt", f"{SUNDAY}T23:15/{MONDAY}T02:15"), False),
        (flight("Orly", "Northolt", f"{MONDAY}T01:00/{MONDAY}T04:00"), False),
        (flight("Orly", "Northolt", f"{MONDAY}T01:00/{MONDAY}T04:01"), True),
    ],
)
def test_a_night_is_spent_on_what_takes_over_four_hours_and_lands_when_it_is_over(
    way: Movement, *, is_night: bool
) -> None:
    assert bool(short_nights(trip(way))) is is_night


def test_a_day_flight_across_the_date_line_makes_one_day_of_two_dates() -> None:
    way = flight("Trudeau Airport", "Haneda", f"{SUNDAY}T09:00/{MONDAY}T11:00", id="Way")
    talks = meeting("Talks", "13:00-14:00", "Tokyo")
    (conflict,) = long_days(trip(way, talks))
    assert conflict.shortfall == 120
    assert not short_nights(trip(way, talks))


def test_eight_hours_of_rest_are_an_hour_short() -> None:
    (conflict,) = short_nights(trip(DINNER, EARLY))
    assert conflict.severity is Severity.WARNING
    assert conflict.message == (
        "Only 8 h of rest between Dinner, ending 23:00 Paris on Mon 17 Mar, and Breakfast, "
        "starting 07:00 Paris on Tue 18 Mar, 1 h under 9 h."
    )
    assert conflict.subjects == ("Breakfast", "Dinner")
    assert conflict.shortfall == 60
    assert conflict.way_out == "start Breakfast at 08:00 Paris or later"


def test_where_the_morning_cannot_wait_the_evening_ends_earlier() -> None:
    drive = motorcade("Élysée", "Orly", "06:00-06:45", on=TUESDAY, id="Drive")
    (conflict,) = short_nights(trip(DINNER, drive))
    assert conflict.way_out == "end Dinner by 21:00 Paris"
    assert conflict.subjects == ("Dinner", "Drive")


def test_rest_is_measured_between_instants_across_zones() -> None:
    way = flight("Orly", "Northolt", "23:00-23:10", id="Way")
    (conflict,) = short_nights(trip(way, meeting("Talks", "08:00-09:00", "London", on=TUESDAY)))
    assert conflict.shortfall == 10


def test_an_assumed_end_of_the_evening_is_said_to_be_one() -> None:
    dinner = meeting("Dinner", "22:00", kind=MeetingKind.OFFICIAL_DINNER)
    (conflict,) = short_nights(trip(dinner, EARLY))
    assert "ending 00:00 Paris on Tue 18 Mar (assuming 120 min), and" in conflict.message


def test_each_night_is_one_conflict() -> None:
    days = [f"2025-03-{day}" for day in (17, 18, 19)]
    evenings = [meeting(f"Dinner {day}", "20:00-23:00", on=day) for day in days]
    mornings = [meeting(f"Breakfast {day}", "07:00-08:00", on=day) for day in days]
    assert [each.subjects[0] for each in short_nights(trip(evenings, mornings))] == [
        "Breakfast 2025-03-18",
        "Breakfast 2025-03-19",
    ]


def test_what_overlaps_is_left_to_the_rule_about_that() -> None:
    long = meeting("Summit", f"{MONDAY}T12:00/{TUESDAY}T12:00")
    assert not short_nights(trip(long, EARLY))


def test_how_much_rest_there_should_be_is_a_limit() -> None:
    assert not found("short-rest", trip(DINNER, EARLY), as_of(limits=Limits(rest_hours=8)))


def test_a_night_aloft_is_to_be_noticed() -> None:
    lunch = meeting("Lunch", "12:00-13:00")
    (conflict,) = short_nights(trip(TO_PARIS, lunch))
    assert conflict.severity is Severity.NOTICE
    assert conflict.message == (
        "Government aircraft Trudeau Airport–Orly is a night aloft, from 20:00 Ottawa on "
        "Sun 16 Mar to 08:00 Paris on Mon 17 Mar."
    )
    assert conflict.subjects == ("Night flight",)


def test_a_programme_that_begins_an_hour_and_a_half_after_landing_is_half_an_hour_early() -> None:
    (conflict,) = short_nights(trip(TO_PARIS, meeting("Talks", "09:30-10:30")))
    assert conflict.severity is Severity.WARNING
    assert conflict.message == (
        "Talks starts 09:30 Paris on Mon 17 Mar, 1 h 30 after a night aloft (Government aircraft "
        "Trudeau Airport–Orly, arriving 08:00), 30 min under 2 h."
    )
    assert conflict.subjects == ("Talks", "Night flight")
    assert conflict.shortfall == 30
    assert conflict.way_out == "start Talks at 10:00 Paris or later"


@pytest.mark.parametrize(
    "after",
    [
        meeting("Talks", "10:00-11:00"),
        motorcade("Orly", "Élysée", "08:15-08:50"),
        meeting("Welcome", "08:00-08:15", kind=MeetingKind.ARRIVAL_CEREMONY, venue="Orly"),
        meeting("Welcome", "08:10-08:15", kind=MeetingKind.MEET_AND_GREET, venue="Orly"),
        meeting("Rest", "08:30-10:30", kind=MeetingKind.PERSONAL_TIME),
        meeting("Talks", "09:00-10:00", informational=True),
    ],
)
def test_the_way_the_welcome_and_rest_are_not_yet_the_programme(after: Record) -> None:
    (conflict,) = short_nights(trip(TO_PARIS, VENUES["Élysée"], after))
    assert conflict.severity is Severity.NOTICE


def test_a_welcome_in_town_is_the_programme() -> None:
    guard = meeting("Guard", "09:00-09:15", kind=MeetingKind.ARRIVAL_CEREMONY, venue="Élysée")
    (conflict,) = short_nights(trip(TO_PARIS, guard))
    assert conflict.severity is Severity.WARNING


def test_two_flights_of_one_night_are_one_conflict() -> None:
    first = flight("Brasília", "Trudeau Airport", f"{SUNDAY}T22:00/{MONDAY}T04:30", id="First")
    second = flight("Trudeau Airport", "Orly", f"{MONDAY}T03:45/{MONDAY}T16:00", id="Second")
    onward = flight("Trudeau Airport", "Orly", f"{MONDAY}T05:30/{MONDAY}T17:00", id="Onward")
    assert len(short_nights(trip(first, second))) == 1
    (conflict,) = short_nights(trip(first, onward))
    assert conflict.subjects == ("First",)


def test_a_night_on_the_train_is_called_so() -> None:
    train = movement(Mode.RAIL, "Paris", "Rome", f"{SUNDAY}T21:00/{MONDAY}T08:00")
    (conflict,) = short_nights(trip(train))
    assert "Train Paris–Rome is a night on the train, from" in conflict.message


def test_how_soon_after_landing_the_programme_may_begin_is_a_limit() -> None:
    itinerary = trip(TO_PARIS, meeting("Talks", "09:00-10:00"))
    (conflict,) = found("short-rest", itinerary, as_of(limits=Limits(landing_hours=1)))
    assert conflict.severity is Severity.NOTICE


def test_a_flight_of_which_only_one_end_is_known_is_estimated() -> None:
    leaves = flight("Trudeau Airport", "Orly", f"{SUNDAY}T20:00/{MONDAY}T08:00", arrive=None)
    (conflict,) = short_nights(trip(leaves))
    assert "Paris on Mon 17 Mar (estimated " in conflict.message
    lands = flight("Trudeau Airport", "Orly", f"{SUNDAY}T20:00/{MONDAY}T08:00", depart=None)
    (conflict,) = short_nights(trip(lands))
    assert "Ottawa on Sun 16 Mar to 08:00 Paris" in conflict.message
