from dataclasses import replace

import pytest

from planner.conflicts import Conflict, Severity
from planner.itinerary import Itinerary
from planner.records import Meeting, Movement
from planner.records.words import MeetingKind, Status
from tests.planner.building import PLACES, VENUES, flight, found, meeting, moment, stop, trip

SUMMER = "2025-06-17"
LATE = moment("15:40", "Europe/Paris")


def mismatches_in(itinerary: Itinerary) -> list[Conflict]:
    return found("zone-mismatch", itinerary)


def audience(clock: str, zone: str, day: str = "2025-03-17", /, **fields: object) -> Meeting:
    known: dict[str, object] = {"start": moment(clock, zone, day), "venue": "Buckingham Palace"}
    return meeting("Audience", "", "London", **(known | fields))


def test_a_meeting_on_the_clocks_of_another_place_is_a_warning() -> None:
    (conflict,) = mismatches_in(trip(audience("16:15", "Europe/Paris")))
    assert conflict.severity is Severity.WARNING
    assert conflict.message == (
        "Audience starts at 16:15 Paris time on Monday 17 March 2025, which is 15:15 in London, "
        "where it takes place."
    )
    assert conflict.subjects == ("Audience",)
    assert conflict.at == moment("15:15", "Europe/London").instant
    assert conflict.shortfall == 60
    assert conflict.way_out == "set the zone to that of London, or correct the time"
    assert conflict.fold == "On the clocks of another place"


def test_another_day_there_is_said() -> None:
    talks = meeting("Talks", "", "Tokyo", start=moment("20:15", "America/Toronto"))
    (conflict,) = mismatches_in(trip(talks))
    assert "which is Tue 18 Mar 09:15 in Tokyo" in conflict.message
    assert conflict.shortfall == 13 * 60


def test_a_city_that_was_given_the_zone_of_another_is_said_to_have_it() -> None:
    place = replace(PLACES["Paris"], zone="Europe/London")
    (conflict,) = mismatches_in(trip(stop("Paris", place=place), meeting("Lunch", "12:30")))
    assert conflict.message == (
        "Lunch starts at 12:30 Paris time on Monday 17 March 2025, which is 11:30 in Paris "
        "(London time), where it takes place."
    )


@pytest.mark.parametrize(
    ("clock", "zone", "day"),
    [
        ("16:15", "Europe/London", "2025-03-17"),
        ("16:15", "Europe/Dublin", "2025-03-17"),
        ("16:15", "UTC", "2025-03-17"),
        ("16:15", "Europe/London", SUMMER),
        ("00:59", "Europe/Lisbon", "2025-03-30"),
        ("01:30", "Europe/Lisbon", "2025-03-30"),
        ("01:30", "Europe/Lisbon", "2025-10-26"),
        ("01:30+00:00", "Europe/Lisbon", "2025-10-26"),
    ],
)
def test_what_shows_the_same_on_that_day_is_no_mismatch_whatever_its_name(
    clock: str, zone: str, day: str
) -> None:
    assert not mismatches_in(trip(audience(clock, zone, day)))


@pytest.mark.parametrize(
    ("clock", "day", "minutes"),
    [("00:59", "2025-03-30", 0), ("01:00", "2025-03-30", 60), ("16:15", SUMMER, 60)],
)
def test_the_day_decides_and_on_the_day_of_a_change_the_hour(
    clock: str, day: str, minutes: int
) -> None:
    conflicts = mismatches_in(trip(audience(clock, "UTC", day)))
    assert [each.shortfall for each in conflicts] == ([minutes] if minutes else [])


def test_the_venue_is_the_place_and_without_one_the_stop() -> None:
    paris = moment("12:30", "Europe/Paris")
    in_london = meeting("Talks", "", "Paris", venue="10 Downing Street", start=paris)
    assert len(mismatches_in(trip(in_london))) == 1
    assert not mismatches_in(trip(meeting("Talks", "", "London", venue="Élysée", start=paris)))
    assert len(mismatches_in(trip(meeting("Talks", "", "London", start=paris)))) == 1


@pytest.mark.parametrize(
    "exempt",
    [
        audience("16:15", "Europe/Paris", venue=None, kind=MeetingKind.CALL),
        audience("16:15", "Europe/Paris", venue=None, stop=None),
        audience("16:15", "Europe/Paris", status=Status.CANCELLED),
        audience("16:15", "Europe/Paris", informational=True),
        audience("16:15", "Europe/Paris", start=None),
        flight("Orly", "Northolt", "14:30-14:40", arrive=LATE, status=Status.POSTPONED),
    ],
)
def test_what_is_bound_to_no_place_or_fell_away_is_left_alone(exempt: Meeting | Movement) -> None:
    assert not mismatches_in(trip(exempt))


def test_a_call_with_a_venue_is_somewhere() -> None:
    call = audience("16:15", "Europe/Paris", kind=MeetingKind.CALL)
    assert len(mismatches_in(trip(call))) == 1


def test_each_end_of_a_movement_has_its_own_clocks() -> None:
    (conflict,) = mismatches_in(trip(flight("Orly", "Northolt", "14:30", arrive=LATE)))
    assert conflict.message == (
        "Government aircraft Orly–Northolt arrives at 15:40 Paris time on Monday 17 March 2025, "
        "which is 14:40 in London, where it arrives."
    )
    assert not mismatches_in(trip(flight("Orly", "Northolt", "14:30-14:40")))


def test_both_ends_of_a_movement_are_one_conflict() -> None:
    depart = moment("13:30", "Europe/London")
    (conflict,) = mismatches_in(trip(flight("Orly", "Northolt", "", depart=depart, arrive=LATE)))
    assert conflict.message == (
        "Government aircraft Orly–Northolt leaves at 13:30 London time on Monday 17 March 2025, "
        "which is 14:30 in Paris, where it sets out, and arrives at 15:40 Paris time on "
        "Monday 17 March 2025, which is 14:40 in London, where it arrives."
    )
    assert conflict.way_out == "set the zone to that of Paris and London, or correct the time"


def test_an_end_of_a_movement_without_a_venue_has_the_clocks_of_its_stop() -> None:
    home = flight("London", "Ottawa", "18:00-21:00", arrive=moment("23:00", "Europe/London"))
    (conflict,) = mismatches_in(trip(home))
    assert "which is 19:00 in Ottawa" in conflict.message
    assert conflict.way_out == "set the zone to that of Ottawa, or correct the time"


def test_an_end_that_is_nowhere_has_no_clocks() -> None:
    nowhere = flight("Orly", "Northolt", "14:30-14:40", destination_venue=None, arrive=LATE)
    assert not mismatches_in(trip(nowhere))


def test_the_date_line_trip_that_arrives_before_it_leaves_is_clean() -> None:
    assert VENUES["Haneda"].place.zone == "Asia/Tokyo"
    assert not mismatches_in(trip(flight("Haneda", "Trudeau Airport", "18:00-17:00")))
