from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from planner.conflicts import Conflict, OtherTrip, Severity
from planner.itinerary import Itinerary
from planner.records import Meeting, Movement, Record
from planner.records.words import Attends, Mode, Status, TripStatus
from tests.planner.building import as_of, at, flight, found, meeting, movement, of_ours, stop, trip

PARIS = stop("Paris", "2025-03-17T08:00/2025-03-18T12:00")
TALKS = meeting("Talks", "12:00-13:00")


def other(start: str, end: str, status: TripStatus = TripStatus.CONFIRMED) -> OtherTrip:
    """Return another trip, with times in Paris."""
    return OtherTrip("rome", "Rome", status, at(start, "Paris").instant, at(end, "Paris").instant)


ROME = other("2025-03-18T10:00", "2025-03-20T12:00")


def meets(
    itinerary: Itinerary, *others: OtherTrip, status: TripStatus = TripStatus.CONFIRMED
) -> list[Conflict]:
    """Return the conflicts of a trip that is as firm as is said, beside others."""
    own = replace(itinerary.trip, status=status)
    return found("trip-overlap", trip_of(itinerary, own), as_of(trips=others))


Days = tuple[date | None, date | None]


def within(days: Days, *parts: Record) -> Itinerary:
    """Return a trip with a window."""
    return trip(*parts, earliest=days[0], latest=days[1])


def trip_of(itinerary: Itinerary, own: Record) -> Itinerary:
    return Itinerary.of(own if each is itinerary.trip else each for each in itinerary.records)


def test_two_confirmed_trips_of_the_principal_overlap() -> None:
    (conflict,) = meets(trip(PARIS), ROME)
    assert conflict.severity is Severity.ERROR
    assert conflict.message == (
        "Paris and London (17–18 March 2025) and Rome (18–20 March 2025) overlap for 2 h."
    )
    assert conflict.subjects == ("trip",)
    assert conflict.at == ROME.start
    assert conflict.shortfall == 120


def severities() -> Iterator[tuple[TripStatus, TripStatus, list[Severity]]]:
    """Return what two trips that overlap make, by the status of each."""
    agreed = (TripStatus.CONFIRMED, TripStatus.ANNOUNCED)
    thought_of = (TripStatus.IDEA, TripStatus.PROPOSED)
    for one, two in product(agreed, agreed):
        yield one, two, [Severity.ERROR]
    for one, two in (*product(agreed, thought_of), *product(thought_of, agreed + thought_of)):
        yield one, two, [Severity.NOTICE]
    for one in (TripStatus.COMPLETED, TripStatus.CANCELLED):
        yield one, TripStatus.CONFIRMED, []
        yield TripStatus.CONFIRMED, one, []


@pytest.mark.parametrize(("own", "theirs", "expected"), list(severities()))
def test_it_is_an_error_between_two_that_take_place_and_a_notice_where_one_may_not(
    own: TripStatus, theirs: TripStatus, expected: list[Severity]
) -> None:
    conflicts = meets(trip(PARIS), replace(ROME, status=theirs), status=own)
    assert [each.severity for each in conflicts] == expected


@pytest.mark.parametrize(
    ("start", "end", "conflicts"),
    [
        ("2025-03-18T11:59", "2025-03-20T12:00", 1),
        ("2025-03-18T12:00", "2025-03-20T12:00", 0),
        ("2025-03-15T12:00", "2025-03-17T08:01", 1),
        ("2025-03-15T12:00", "2025-03-17T08:00", 0),
        ("2025-03-17T20:00", "2025-03-17T21:00", 1),
        ("2025-03-10T12:00", "2025-03-30T12:00", 1),
    ],
)
def test_touching_is_not_overlapping(start: str, end: str, conflicts: int) -> None:
    assert len(meets(trip(PARIS), other(start, end))) == conflicts


def test_each_trip_that_overlaps_is_said() -> None:
    assert len(meets(trip(PARIS), ROME, replace(ROME, id="tokyo", title="Tokyo"))) == 2


@pytest.mark.parametrize(
    ("records", "conflicts"),
    [
        ([meeting("Dinner", "20:00-22:01")], 1),
        ([meeting("Dinner", "20:00-22:00")], 0),
        ([meeting("Dinner", "20:00-22:01", attends=Attends.SPOUSE)], 0),
        ([meeting("Dinner", "20:00-22:01", status=Status.POSTPONED)], 0),
        ([meeting("Dinner", "20:00-22:01", informational=True)], 0),
        ([flight("Orly", "Northolt", "21:30-21:31")], 1),
        ([meeting("Dinner", day=date(2025, 3, 18))], 1),
        ([stop("Paris", "", "17/18")], 1),
    ],
)
def test_a_trip_lasts_as_long_as_what_takes_the_principal(
    records: list[Record], conflicts: int
) -> None:
    rome = other("2025-03-17T22:00", "2025-03-20T12:00")
    assert len(meets(trip(TALKS, records), rome)) == conflicts


def test_a_flight_of_the_delegation_alone_is_not_the_principals() -> None:
    his = flight("Orly", "Northolt", "15:00-15:10")
    theirs = flight("Orly", "Heathrow", "22:00-22:10")
    seats = [*of_ours("Jeanne Roy", his), *of_ours("Anna Weiss", theirs)]
    assert not meets(trip(his, theirs, seats), other("2025-03-17T22:00", "2025-03-20T12:00"))


@pytest.mark.parametrize(
    ("start", "end", "conflicts"),
    [
        ("2025-03-17T05:00", "2025-03-17T05:01", 1),
        ("2025-03-17T04:59", "2025-03-17T05:00", 0),
        ("2025-03-19T04:59", "2025-03-19T05:00", 1),
        ("2025-03-19T05:00", "2025-03-19T06:00", 0),
    ],
)
def test_days_without_an_hour_are_whole_days_at_home(start: str, end: str, conflicts: int) -> None:
    # On these days midnight in Ottawa was 05:00 in Paris.
    assert len(meets(trip(stop("Paris", "", "17/18")), other(start, end))) == conflicts


@pytest.mark.parametrize(
    ("window", "expected"),
    [
        ((date(2025, 3, 18), date(2025, 3, 22)), [Severity.NOTICE]),
        ((date(2025, 3, 18), None), [Severity.NOTICE]),
        ((None, date(2025, 3, 20)), [Severity.NOTICE]),
        ((date(2025, 3, 21), date(2025, 3, 22)), []),
        ((None, None), []),
        ((date.min, date.max), []),
    ],
)
def test_a_window_is_all_there_is_of_a_trip_without_dates_and_makes_no_error(
    window: Days, expected: list[Severity]
) -> None:
    assert [each.severity for each in meets(within(window), ROME)] == expected


def test_dates_outweigh_the_window() -> None:
    assert not meets(within((date(2025, 3, 10), date(2025, 3, 30)), TALKS), ROME)


WINDOW = (date(2025, 3, 17), date(2025, 3, 18))


def dinner(times: str, **fields: object) -> Meeting:
    return meeting("Dinner", times, **fields)


def test_an_entry_after_its_trip() -> None:
    (conflict,) = found("trip-overlap", within(WINDOW, dinner("2025-03-19T19:00/2025-03-19T21:00")))
    assert conflict.severity is Severity.ERROR
    assert conflict.message == (
        "Dinner on Wednesday 19 March 2025 lies after the trip, which ends on Tuesday 18 March "
        "2025 at the latest."
    )
    assert conflict.subjects == ("Dinner", "trip")
    assert conflict.at == at("2025-03-19T19:00", "Paris").instant
    assert conflict.fold == "Outside the dates of the trip"


def test_an_entry_before_its_trip() -> None:
    (conflict,) = found("trip-overlap", within(WINDOW, dinner("2025-03-16T19:00/2025-03-16T21:00")))
    assert conflict.message == (
        "Dinner on Sunday 16 March 2025 lies before the trip, which begins on Monday 17 March "
        "2025 at the earliest."
    )


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (dinner("2025-03-16T22:00/2025-03-17T00:00"), [Severity.ERROR]),
        (dinner("2025-03-16T22:00/2025-03-17T00:01"), []),
        (dinner("2025-03-18T23:59/2025-03-19T01:00"), []),
        (dinner("2025-03-19T00:00/2025-03-19T01:00"), [Severity.ERROR]),
        (dinner("2025-03-19T19:00/"), [Severity.ERROR]),
        (dinner("2025-03-16T19:00/"), [Severity.NOTICE]),
        (dinner("2025-03-19T19:00/", status=Status.TENTATIVE), [Severity.NOTICE]),
        (dinner("2025-03-19T19:00/", status=Status.DECLINED), []),
        (dinner("2025-03-19T19:00/", informational=True), []),
        (dinner("", day=date(2025, 3, 19)), [Severity.ERROR]),
        (dinner("", day=date(2025, 3, 18)), []),
        (dinner(""), []),
        (flight("Orly", "Haneda", "2025-03-16T20:00/2025-03-17T16:00"), []),
        (flight("Orly", "Northolt", "2025-03-16T20:00/2025-03-16T20:10"), [Severity.ERROR]),
        (movement(Mode.RAIL, "Paris", "London", "", day=date(2025, 3, 16)), [Severity.ERROR]),
    ],
)
def test_an_entry_is_outside_when_no_part_of_it_is_within_by_its_own_clocks(
    entry: Meeting | Movement, expected: list[Severity]
) -> None:
    conflicts = found("trip-overlap", within(WINDOW, entry))
    assert [each.severity for each in conflicts] == expected


@pytest.mark.parametrize(
    "window",
    [
        (None, None),
        (date(2025, 3, 17), None),
        (date(2025, 3, 18), date(2025, 3, 17)),
    ],
)
def test_without_a_window_that_can_be_right_nothing_is_outside(window: Days) -> None:
    assert not found("trip-overlap", within(window, dinner("2025-03-19T19:00/")))
