import pytest

from planner.conflicts import Conflict, Family, Severity
from planner.conflicts.registry import rules
from planner.itinerary import Itinerary
from planner.moments import minutes_between
from planner.records import Lodging, Record
from planner.records.words import Mode, Status
from planner.settings import Limits
from tests.planner.building import as_of, at, away, flight, found, meeting, movement, stop, trip


def backwards_in(itinerary: Itinerary) -> list[Conflict]:
    return found("ends-before-start", itinerary)


def test_a_movement_that_arrives_before_it_departs_is_an_error() -> None:
    (conflict,) = backwards_in(trip(movement(Mode.RAIL, "Orly", "Élysée", "14:10-13:40")))
    assert conflict.severity is Severity.ERROR
    assert conflict.message == "Train Orly–Élysée: arrival 13:40 is 30 min before departure 14:10."
    assert conflict.subjects == ("Orly–Élysée",)
    assert conflict.shortfall == 30


def test_ends_are_compared_as_instants_and_not_by_the_clock() -> None:
    assert not backwards_in(trip(flight("Orly", "Northolt", "14:30-13:40")))
    (conflict,) = backwards_in(trip(flight("Northolt", "Orly", "13:30-14:10")))
    assert conflict.message == (
        "Government aircraft Northolt–Orly: "
        "arrival 14:10 Paris is 20 min before departure 13:30 London."
    )


def test_the_very_same_instant_is_an_error_too() -> None:
    (conflict,) = backwards_in(trip(flight("Northolt", "Orly", "13:30-14:30")))
    assert "arrival 14:30 Paris is the same instant as departure 13:30 London" in conflict.message


@pytest.mark.parametrize(("times", "lasts"), [("14:00-14:00", 0), ("14:00-13:30", -30)])
def test_a_meeting_of_no_length_is_an_error(times: str, lasts: int) -> None:
    (conflict,) = backwards_in(trip(meeting("Talks", times)))
    assert conflict.severity is Severity.ERROR
    assert conflict.message == f"Talks starts 14:00 and lasts {lasts} min."
    assert conflict.shortfall == -lasts


def test_a_meeting_longer_than_any_is_a_warning() -> None:
    assert not backwards_in(trip(meeting("Summit", "08:00-20:00")))
    (conflict,) = backwards_in(trip(meeting("Summit", "08:00-20:30")))
    assert conflict.severity is Severity.WARNING
    assert conflict.shortfall == 30


def test_how_long_is_too_long_is_a_limit() -> None:
    limits = Limits(longest_meeting_hours=2)
    summit = trip(meeting("Summit", "08:00-11:00"))
    assert len(found("ends-before-start", summit, as_of(limits=limits))) == 1


def test_a_start_without_an_end_is_normal() -> None:
    assert not backwards_in(trip(meeting("Talks", "14:00"), flight("Orly", "Northolt", "14:30")))


LODGING = Lodging(
    id="Hotel",
    trip="trip",
    stop="Paris",
    name="Hotel",
    check_in=at("20:00", "Paris"),
    check_out=at("08:00", "Paris"),
)


@pytest.mark.parametrize(
    "parts",
    [
        [stop("Paris", "14:00-12:00")],
        [stop("Paris"), LODGING],
        [
            meeting(
                "Talks", "14:00", actual_start=at("14:10", "Paris"), actual_end=at("14:00", "Paris")
            )
        ],
        [
            flight(
                "Orly",
                "Northolt",
                "14:30-14:40",
                actual_depart=at("15:00", "Paris"),
                actual_arrive=at("14:50", "Paris"),
            )
        ],
    ],
)
def test_every_period_is_looked_at(parts: list[Record]) -> None:
    assert len(backwards_in(trip(parts))) == 1


def test_an_unavailability_that_ends_before_it_starts_is_reported() -> None:
    (conflict,) = backwards_in(trip(away("Jeanne Roy", "14:00-12:00")))
    assert conflict.message.startswith("Unavailability of Jeanne Roy: end 12:00 is 120 min before")


@pytest.mark.parametrize(
    "left_out",
    [
        movement(Mode.RAIL, "Orly", "Élysée", "14:10-13:40", status=Status.CANCELLED),
        meeting("Talks", "14:00-14:00", status=Status.POSTPONED),
        meeting("Talks", "14:00-14:00", informational=True),
    ],
)
def test_what_fell_away_or_is_for_information_is_left_alone(left_out: Record) -> None:
    assert not backwards_in(trip(left_out))


def test_a_stop_known_by_its_days_cannot_be_left_before_it_is_reached() -> None:
    (conflict,) = backwards_in(trip(stop("Paris", "", "18/17")))
    assert conflict.message == (
        "Paris: departure on Monday 17 March 2025 is before arrival on Tuesday 18 March 2025."
    )
    assert not backwards_in(trip(stop("Paris", "", "17/17")))
    assert len(backwards_in(trip(stop("Paris", "2025-03-18T14:00/2025-03-17T12:00")))) == 1


TO_OTTAWA = movement(
    Mode.GOVERNMENT_AIRCRAFT, "Haneda", "Trudeau Airport", "17:00-16:05", clearance="JP 1"
)
"""It leaves Tokyo at 17:00 and is in Ottawa at 16:05 on the same date, 12 h 05 later."""
TIME_RULES = [rule.id for rule in rules().values() if rule.family is Family.TIME]


@pytest.mark.parametrize("rule", TIME_RULES)
def test_a_flight_over_the_date_line_that_arrives_before_it_leaves_by_the_clocks_is_clean(
    rule: str,
) -> None:
    assert TO_OTTAWA.depart
    assert TO_OTTAWA.arrive
    assert TO_OTTAWA.arrive.wall < TO_OTTAWA.depart.wall
    assert minutes_between(TO_OTTAWA.depart, TO_OTTAWA.arrive) == 12 * 60 + 5
    assert not found(rule, trip(TO_OTTAWA))


def test_the_same_hours_in_one_zone_are_not() -> None:
    within = movement(Mode.GOVERNMENT_AIRCRAFT, "Orly", "Élysée", "17:00-16:05")
    (conflict,) = found("ends-before-start", trip(within))
    assert conflict.severity is Severity.ERROR
