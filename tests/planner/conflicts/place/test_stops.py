from dataclasses import replace

import pytest

from planner.conflicts import Conflict, Severity
from planner.itinerary import Itinerary
from planner.records import Lodging, Meeting, Record
from planner.records.words import Mode, Status, StopPurpose
from tests.planner.building import (
    PLACES,
    VENUES,
    at,
    flight,
    found,
    meeting,
    movement,
    stop,
    trip,
)

TALKS = meeting("Talks", "12:00-13:00", venue="Élysée")
ROME = stop("Rome", "18:00-21:00")


def unused_in(itinerary: Itinerary) -> list[Conflict]:
    return found("stop-unused", itinerary)


def test_a_stop_with_nothing_on_the_programme() -> None:
    (conflict,) = unused_in(trip(TALKS, ROME))
    assert conflict.severity is Severity.NOTICE
    assert conflict.message == "Rome has nothing on the programme."
    assert conflict.subjects == ("Rome",)
    assert conflict.at == at("18:00", "Rome").instant
    assert conflict.fold == "Nothing on the programme"


@pytest.mark.parametrize("fallen", [{"status": Status.DECLINED}, {"informational": True}])
def test_what_fell_away_or_is_for_information_fills_no_stop(fallen: dict[str, object]) -> None:
    assert len(unused_in(trip(TALKS, ROME, meeting("Dinner", "19:00", "Rome", **fallen)))) == 1


def test_arriving_and_leaving_is_no_programme() -> None:
    itinerary = trip(
        TALKS, stop("Rome"), flight("Orly", "Rome", "17:00-18:00"), flight("Rome", "Orly", "21:00")
    )
    assert [each.subjects for each in unused_in(itinerary)] == [("Rome",)]


@pytest.mark.parametrize(
    "records",
    [
        [ROME, meeting("Dinner", "19:00-20:00", "Rome")],
        [ROME, meeting("Dinner", "", "Rome")],
        [ROME, meeting("Audience", "19:00-20:00", stop=None, venue="Quirinale")],
        [
            ROME,
            stop("Vatican City", "18:30-20:30"),
            meeting("Audience", "19:00-20:00", "Vatican City"),
        ],
        [ROME, Lodging(id="Villa", trip="trip", stop="Rome", name="Villa")],
        [replace(ROME, purpose=StopPurpose.REFUEL)],
        [replace(ROME, purpose=StopPurpose.OVERNIGHT)],
        [stop("Ottawa")],
    ],
    ids=lambda _: "",
)
def test_what_serves_a_purpose(records: list[Record]) -> None:
    assert not unused_in(trip(TALKS, records))


def test_where_the_trip_sets_out_and_comes_to_an_end_nothing_need_happen() -> None:
    tokyo = stop("Tokyo")
    itinerary = trip(TALKS, ROME, tokyo, starts_from=PLACES["Rome"], ends_at=PLACES["Tokyo"])
    assert not unused_in(itinerary)


@pytest.mark.parametrize("meetings", [[], [replace(TALKS, status=Status.CANCELLED)]])
def test_nothing_is_said_while_nothing_stands_on_the_programme(meetings: list[Meeting]) -> None:
    assert not unused_in(trip(stop("Paris"), ROME, meetings))


def short_stop(left: str, mode: Mode = Mode.GOVERNMENT_AIRCRAFT, **fields: object) -> Itinerary:
    return trip(
        TALKS,
        stop("London", **fields),
        meeting("Remarks", "15:00-15:10", "London", venue="Northolt"),
        movement(mode, "Orly", "Northolt", "14:30-14:40"),
        movement(mode, "Northolt", "Trudeau Airport", f"{left}-17:00"),
        VENUES["Orly"],
    )


def test_a_stop_shorter_than_deplaning_and_boarding() -> None:
    (conflict,) = unused_in(short_stop("15:00"))
    assert conflict.severity is Severity.NOTICE
    assert conflict.message == (
        "London is reached 14:40 and left 15:00, deplaning takes 15 min and boarding takes "
        "15 min: 10 min short."
    )
    assert conflict.subjects == ("London", "Orly–Northolt", "Northolt–Trudeau Airport")
    assert conflict.shortfall == 10


@pytest.mark.parametrize(
    ("left", "mode", "conflicts"),
    [
        ("15:09", Mode.GOVERNMENT_AIRCRAFT, 1),
        ("15:10", Mode.GOVERNMENT_AIRCRAFT, 0),
        ("16:54", Mode.COMMERCIAL_AIR, 1),
        ("16:55", Mode.COMMERCIAL_AIR, 0),
        ("14:41", Mode.MOTORCADE, 0),
    ],
)
def test_what_it_takes_depends_on_the_mode(left: str, mode: Mode, conflicts: int) -> None:
    assert len(unused_in(short_stop(left, mode))) == conflicts


def test_a_stop_to_refuel_may_be_short() -> None:
    assert not unused_in(short_stop("15:00", purpose=StopPurpose.REFUEL))


def test_a_short_overnight_is_short_all_the_same() -> None:
    assert len(unused_in(short_stop("15:00", purpose=StopPurpose.OVERNIGHT))) == 1
