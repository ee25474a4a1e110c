from dataclasses import replace
from datetime import date

import pytest

from planner.conflicts import Conflict, Severity
from planner.records import Lodging, Record, Stop
from planner.records.words import Mode, Status, StopPurpose, TripStatus
from planner.settings import Limits
from tests.planner.building import (
    NOW,
    PLACES,
    TUESDAY,
    as_of,
    at,
    flight,
    found,
    meeting,
    movement,
    of_ours,
    stop,
    trip,
)

TALKS = meeting("Talks", "12:00-13:00")
PARIS = stop("Paris", "2025-03-17T08:00/2025-03-20T10:00")
LONDON = stop("London", "2025-03-20T11:00/2025-03-21T18:00")
VERSAILLES = stop(
    "Paris",
    "2025-03-22T08:00/2025-03-22T20:00",
    id="Versailles",
    place=replace(PLACES["Paris"], city="Versailles", latitude=48.8049, longitude=2.1204),
)
LONDON_HOTEL = Lodging(id="Savoy", trip="trip", stop="London", name="The Savoy")


def hotel(
    check_in: str = "", check_out: str = "", at_stop: str = "Paris", name: str = "Hotel"
) -> Lodging:
    """Return a lodging, with its hours in the city of its stop."""
    city = at_stop if at_stop in PLACES else "Paris"
    return Lodging(
        id=name,
        trip="trip",
        stop=at_stop,
        name=name,
        check_in=at(check_in, city) if check_in else None,
        check_out=at(check_out, city) if check_out else None,
    )


def nights_in(
    *parts: Record,
    now: str = NOW,
    limits: Limits | None = None,
    status: TripStatus = TripStatus.CONFIRMED,
    home: str = "Ottawa",
) -> list[Conflict]:
    itinerary = trip(TALKS, *parts, status=status, home=home)
    return found("night-without-lodging", itinerary, as_of(now, limits=limits))


def test_the_nights_of_a_stay_without_a_bed_are_one_conflict() -> None:
    (conflict,) = nights_in(PARIS)
    assert conflict.severity is Severity.WARNING
    assert conflict.message == (
        "Paris has no lodging for 3 nights, from Monday 17 March 2025 to Thursday 20 March 2025."
    )
    assert conflict.subjects == ("Paris",)
    assert conflict.at == at("00:00", "Paris", TUESDAY).instant
    assert conflict.way_out == "add a lodging in Paris"
    assert conflict.fold == "No lodging"


@pytest.mark.parametrize(
    ("lodgings", "nights"),
    [
        ([hotel()], []),
        ([hotel("2025-03-17T15:00", "2025-03-20T11:00")], []),
        ([hotel("2025-03-17T15:00")], []),
        ([hotel("", "2025-03-20T00:01")], []),
        ([hotel("", "2025-03-20T00:00")], ["the night of Wednesday 19 March 2025"]),
        ([hotel("", "2025-03-19T11:00")], ["the night of Wednesday 19 March 2025"]),
        ([hotel("2025-03-18T15:00")], ["the night of Monday 17 March 2025"]),
        (
            [hotel("2025-03-18T15:00", "2025-03-19T11:00")],
            ["the night of Monday 17 March 2025", "the night of Wednesday 19 March 2025"],
        ),
        (
            [
                hotel("", "2025-03-18T11:00"),
                hotel("2025-03-18T12:00", "2025-03-20T11:00", name="Residence"),
            ],
            [],
        ),
        # Backwards: another rule speaks of that.
        ([hotel("2025-03-19T15:00", "2025-03-18T11:00")], []),
    ],
)
def test_a_lodging_is_there_for_its_nights_and_without_hours_for_the_stay(
    lodgings: list[Lodging], nights: list[str]
) -> None:
    said = [each.message for each in nights_in(PARIS, *lodgings)]
    assert said == [f"Paris has no lodging for {each}." for each in nights]


@pytest.mark.parametrize(
    ("paris", "count"),
    [
        (stop("Paris", "08:00-23:59"), 0),
        (stop("Paris", "2025-03-17T08:00/2025-03-18T04:00"), 0),
        (stop("Paris", "2025-03-17T08:00/2025-03-18T04:01"), 1),
        (stop("Paris", "2025-03-17T04:00/2025-03-17T20:00"), 1),
        (stop("Paris", "2025-03-17T04:01/2025-03-17T20:00"), 0),
        (stop("Paris", "", "17/17"), 0),
        (stop("Paris", "", "17/18"), 1),
        (stop("Paris", "", "17"), 0),
        (stop("Paris"), 0),
        (stop("Paris", "08:00"), 0),
        (stop("Paris", "2025-03-19T08:00/2025-03-17T10:00"), 0),
        (stop("Paris", "", "19/17"), 0),
        (stop("Paris", "08:00", depart_on=date(2025, 3, 18)), 1),
        (stop("Paris", "", "17/18", purpose=StopPurpose.REFUEL), 0),
        (stop("Paris", "", "17/18", purpose=StopPurpose.OVERNIGHT), 1),
    ],
)
def test_a_night_is_spent_where_one_is_at_four_in_the_morning(paris: Stop, count: int) -> None:
    assert len(nights_in(paris)) == count


def test_who_lands_before_four_needs_a_bed_for_that_night() -> None:
    landing = flight("Trudeau Airport", "Orly", "2025-03-16T15:00/2025-03-17T02:00")
    (conflict,) = nights_in(landing, stop("Paris", "-20:00"))
    assert conflict.message == "Paris has no lodging for the night of Sunday 16 March 2025."
    assert conflict.at == at("02:00", "Paris").instant


@pytest.mark.parametrize(
    ("arrive", "count"), [("2025-03-18T03:59", 1), ("2025-03-18T04:00", 1), ("2025-03-18T04:01", 0)]
)
def test_a_night_aboard_needs_no_bed_if_it_lasts_until_after_four(arrive: str, count: int) -> None:
    train = movement(Mode.RAIL, "Paris", "Rome", f"2025-03-17T22:00/{arrive}")
    assert len(nights_in(train, stop("Rome", "", "", depart_on=date(2025, 3, 18)))) == count


def test_without_hours_of_the_stop_its_movements_tell_the_nights() -> None:
    there = flight("Northolt", "Orly", "08:00-10:00")
    back = flight("Orly", "Northolt", "10:00-10:10", on=TUESDAY, id="back")
    (conflict,) = nights_in(there, back)
    assert conflict.message == "Paris has no lodging for the night of Monday 17 March 2025."


def test_a_night_train_between_two_stays_that_were_typed_too_long_is_spent_aboard() -> None:
    train = movement(Mode.RAIL, "Paris", "Rome", "2025-03-17T22:00/2025-03-18T07:00")
    paris = stop("Paris", "2025-03-17T08:00/2025-03-18T07:00")
    assert not nights_in(train, paris)
    assert len(nights_in(replace(train, status=Status.CANCELLED), paris)) == 1


def test_a_train_that_the_principal_is_not_on_is_no_bed() -> None:
    train = movement(Mode.RAIL, "Paris", "Rome", "2025-03-17T22:00/2025-03-18T07:00")
    his = flight("Orly", "Northolt", "08:00-08:10", on=TUESDAY)
    seats = [*of_ours("Anna Weiss", train), *of_ours("Jeanne Roy", his)]
    paris = stop("Paris", "2025-03-17T08:00/2025-03-18T08:00")
    itinerary = trip(TALKS, train, his, paris, *seats)
    assert len(found("night-without-lodging", itinerary)) == 1


def test_a_motorcade_to_the_hotel_at_four_is_no_bed() -> None:
    drive = movement(Mode.MOTORCADE, "Orly", "Élysée", "03:50-04:10", on=TUESDAY)
    assert len(nights_in(PARIS, drive)) == 1


def test_a_stay_inside_another_shares_its_bed() -> None:
    rome = stop("Rome", "2025-03-17T08:00/2025-03-19T10:00")
    outing = stop("Vatican City", "2025-03-17T18:00/2025-03-18T10:00")
    assert not nights_in(rome, outing, hotel(at_stop="Rome"))
    assert not nights_in(rome, outing, hotel("2025-03-17T12:00", "2025-03-19T09:00", "Rome"))
    (conflict,) = nights_in(rome, outing)
    assert conflict.subjects == ("Rome",)


@pytest.mark.parametrize(
    ("now", "status", "severity"),
    [
        ("2025-03-11T00:00[Europe/Paris]", TripStatus.CONFIRMED, Severity.WARNING),
        ("2025-03-10T23:59[Europe/Paris]", TripStatus.CONFIRMED, Severity.NOTICE),
        (NOW, TripStatus.ANNOUNCED, Severity.WARNING),
        (NOW, TripStatus.PROPOSED, Severity.NOTICE),
        (NOW, TripStatus.IDEA, Severity.NOTICE),
    ],
)
def test_it_is_a_notice_while_the_night_is_far_away_or_the_trip_not_agreed(
    now: str, status: TripStatus, severity: Severity
) -> None:
    (conflict,) = nights_in(PARIS, now=now, status=status)
    assert conflict.severity is severity


def test_how_far_away_that_is_is_a_limit() -> None:
    (conflict,) = nights_in(PARIS, limits=Limits(completeness_days=2))
    assert conflict.severity is Severity.NOTICE


@pytest.mark.parametrize(("clock", "count"), [("04:00", 1), ("04:01", 0)])
def test_of_nights_that_are_over_nothing_is_said(clock: str, count: int) -> None:
    assert len(nights_in(PARIS, now=f"2025-03-20T{clock}[Europe/Paris]")) == count


@pytest.mark.parametrize("status", [Status.CANCELLED, Status.POSTPONED])
def test_nothing_is_said_while_nothing_stands_on_the_programme(status: Status) -> None:
    assert not found("night-without-lodging", trip(PARIS))
    assert not found("night-without-lodging", trip(PARIS, replace(TALKS, status=status)))


def test_at_home_one_needs_no_lodging() -> None:
    assert not nights_in(PARIS, home="Paris")


def test_a_lodging_at_another_stop_is_an_error() -> None:
    astray = hotel("2025-03-17T15:00", "2025-03-20T09:00", "London", "Hôtel de Crillon")
    (conflict,) = nights_in(PARIS, LONDON, LONDON_HOTEL, astray)
    assert conflict.severity is Severity.ERROR
    assert conflict.message == (
        "Lodging “Hôtel de Crillon” in London is booked for 3 nights, from Monday 17 March 2025 "
        "to Thursday 20 March 2025, when the principal is in Paris."
    )
    assert conflict.subjects == ("Hôtel de Crillon", "Paris")
    assert conflict.way_out == "correct its stop or its hours, or add a lodging in Paris"


@pytest.mark.parametrize(
    "lodgings",
    [
        # A room that is held from the night before, so that it is ready in the morning.
        [hotel(), hotel("2025-03-19T15:00", "2025-03-21T09:00", "London", "Savoy")],
        # It belongs to the next stop, and is near enough to sleep at.
        [hotel("2025-03-17T15:00", "2025-03-20T09:00", "Versailles"), LONDON_HOTEL],
    ],
    ids=["held early", "near"],
)
def test_what_is_booked_elsewhere_is_no_error_beside_a_bed_nor_near_by(
    lodgings: list[Lodging],
) -> None:
    assert not nights_in(PARIS, LONDON, VERSAILLES, *lodgings)


def test_how_near_a_bed_has_to_be_is_a_limit() -> None:
    bed = hotel("2025-03-17T15:00", "2025-03-20T09:00", "Versailles")
    (conflict,) = nights_in(PARIS, VERSAILLES, bed, limits=Limits(same_stop_km=15))
    assert conflict.severity is Severity.ERROR


@pytest.mark.parametrize("status", [Status.CONFIRMED, Status.TENTATIVE])
def test_an_error_needs_a_stay_that_is_firm(status: Status) -> None:
    there = flight("Northolt", "Orly", "08:00-10:00")
    back = flight("Orly", "Northolt", "10:00-10:10", on=TUESDAY, id="back", status=status)
    astray = hotel("2025-03-17T15:00", "2025-03-18T09:00", "London")
    late = stop("London", "2025-03-18T10:10/2025-03-18T18:00")
    (conflict,) = nights_in(there, back, stop("Paris"), late, astray)
    is_firm = status is Status.CONFIRMED
    assert conflict.severity is (Severity.ERROR if is_firm else Severity.WARNING)


@pytest.mark.parametrize("proposed", [TripStatus.IDEA, TripStatus.PROPOSED])
def test_what_is_wrong_is_wrong_on_a_proposed_trip_too(proposed: TripStatus) -> None:
    astray = hotel("2025-03-17T15:00", "2025-03-20T09:00", "London")
    (conflict,) = nights_in(PARIS, LONDON, LONDON_HOTEL, astray, status=proposed)
    assert conflict.severity is Severity.ERROR


def test_where_two_stays_overlap_a_bed_at_either_serves() -> None:
    paris, london = stop("Paris", "", "17/19"), stop("London", "", "18/20")
    assert not nights_in(paris, london, hotel("", "2025-03-18T10:00"), LONDON_HOTEL)
    assert [each.subjects for each in nights_in(paris, london)] == [("Paris",), ("London",)]


@pytest.mark.parametrize("days", [(date.min, date.max), (date.max, date.max), (date.min, date.min)])
def test_the_ends_of_the_calendar_do_no_harm(days: tuple[date, date]) -> None:
    for city in ("Paris", "Tokyo", "Ottawa"):
        odd = stop(city, arrive_on=days[0], depart_on=days[1])
        assert len(nights_in(odd, home="London", now="2025-03-15T12:00[UTC]")) <= 1
