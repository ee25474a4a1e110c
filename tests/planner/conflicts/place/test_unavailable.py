from dataclasses import replace

import pytest

from planner.conflicts import Conflict, Severity
from planner.itinerary import Itinerary
from planner.records import Meeting, Movement
from planner.records.words import Attends, MeetingKind, Status
from tests.planner.building import away, flight, found, meeting, of_ours, trip

CABINET = away("Jeanne Roy", "13:00-15:00", reason="Cabinet")
LUNCH = meeting("Lunch", "12:30-14:00")


def missed_in(itinerary: Itinerary) -> list[Conflict]:
    return found("principal-unavailable", itinerary)


def test_an_entry_inside_an_unavailability_of_the_principal_is_a_warning() -> None:
    (conflict,) = missed_in(trip(LUNCH, CABINET))
    assert conflict.severity is Severity.WARNING
    assert conflict.message == (
        "Lunch 12:30–14:00 Paris falls into a time when Jeanne Roy is unavailable, "
        "Cabinet 13:00–15:00 Paris: 60 min."
    )
    assert conflict.subjects == ("Lunch", "Jeanne Roy away")
    assert conflict.at == CABINET.start.instant
    assert conflict.shortfall == 60
    assert conflict.way_out == "end Lunch by 13:00 Paris"
    assert conflict.fold == "The principal is unavailable"


@pytest.mark.parametrize(
    ("times", "fires"),
    [
        ("11:00-13:00", False),
        ("11:00-13:01", True),
        ("14:59-16:00", True),
        ("15:00-16:00", False),
        ("12:00-16:00", True),
        ("13:30-14:00", True),
        ("12:20", True),
        ("12:15", False),
        ("14:00-13:30", False),
    ],
)
def test_touching_is_not_overlapping_and_the_usual_length_is_assumed(
    times: str, *, fires: bool
) -> None:
    assert bool(missed_in(trip(meeting("Lunch", times), CABINET))) is fires


@pytest.mark.parametrize(
    ("entry", "way_out"),
    [
        (meeting("Lunch", "14:30-16:00"), "start Lunch at 15:00 Paris or later"),
        (meeting("Lunch", "12:30-14:00", fixed=True), ""),
        (flight("Orly", "Northolt", "14:30-14:40"), ""),
    ],
)
def test_the_way_out_moves_what_may_be_moved(entry: Meeting | Movement, way_out: str) -> None:
    (conflict,) = missed_in(trip(entry, CABINET))
    assert conflict.way_out == way_out


def test_an_end_that_is_assumed_is_said() -> None:
    (conflict,) = missed_in(trip(meeting("Lunch", "12:30"), CABINET))
    assert conflict.message.startswith("Lunch 12:30 (assuming 45 min) Paris falls into")


def test_days_and_clocks_of_the_absence_are_said_where_they_are_not_those_of_the_entry() -> None:
    leave = away("Jeanne Roy", "2025-03-16T18:00/2025-03-17T09:00", "Ottawa")
    (conflict,) = missed_in(trip(LUNCH, leave))
    assert conflict.message == (
        "Lunch 12:30–14:00 Paris falls into a time when Jeanne Roy is unavailable, "
        "Sun 16 Mar 18:00–09:00 Toronto: 90 min."
    )


def test_what_goes_on_at_once_is_one_conflict_and_what_comes_later_another() -> None:
    both = [meeting("Lunch", "13:00-14:00"), meeting("Call", "13:30-13:50")]
    later = meeting("Defence", "14:10-14:40")
    first, second = missed_in(trip(both, later, CABINET))
    assert first.message == (
        "Lunch 13:00–14:00 and Call 13:30–13:50 Paris fall into a time when Jeanne Roy is "
        "unavailable, Cabinet 13:00–15:00 Paris: 60 min."
    )
    assert first.subjects == ("Lunch", "Call", "Jeanne Roy away")
    assert first.way_out == "move or shorten what falls into it"
    assert second.subjects == ("Defence", "Jeanne Roy away")


def test_entries_that_overlap_outside_of_it_are_left_to_principal_overlap() -> None:
    both = [meeting("Talks", "10:00-11:00"), meeting("Call", "10:30-10:50")]
    assert not missed_in(trip(both, CABINET))


def test_who_is_unavailable_at_once_for_two_reasons_is_in_one_conflict() -> None:
    vote = replace(away("Jeanne Roy", "13:30-14:30", reason="Vote"), id="vote")
    (conflict,) = missed_in(trip(LUNCH, CABINET, vote))
    assert "Cabinet 13:00–15:00 Paris and Vote 13:30–14:30 Paris: 60 min" in conflict.message
    assert conflict.subjects == ("Lunch", "Jeanne Roy away", "vote")


@pytest.mark.parametrize(
    "fields",
    [
        {"status": Status.CANCELLED},
        {"status": Status.DECLINED},
        {"status": Status.POSTPONED},
        {"status": Status.SUPERSEDED},
        {"informational": True},
        {"occupies_principal": False},
        {"attends": Attends.SPOUSE},
        {"attends": Attends.DELEGATION},
        {"start": None},
    ],
)
def test_what_does_not_occupy_the_principal_is_left_alone(fields: dict[str, object]) -> None:
    assert not missed_in(trip(meeting("Lunch", "12:30-14:00", **fields), CABINET))


def test_a_part_is_spoken_for_by_its_whole() -> None:
    photo = meeting("Photo", "13:10-13:20", part_of="Lunch", kind=MeetingKind.PHOTO)
    (conflict,) = missed_in(trip(LUNCH, photo, CABINET))
    assert conflict.subjects == ("Lunch", "Jeanne Roy away")


def test_a_movement_without_the_principal_is_left_alone() -> None:
    advance = flight("Orly", "Northolt", "14:30-14:40")
    main = flight("Northolt", "Orly", "20:00-22:00")
    seats = [*of_ours("Jeanne Roy", main), *of_ours("Anna Weiss", advance)]
    assert len(missed_in(trip(advance, main, CABINET))) == 1
    assert not missed_in(trip(advance, main, seats, CABINET))


def test_the_absence_of_somebody_else_is_not_the_principals() -> None:
    other = away("Emmanuel Macron", "13:00-15:00")
    assert not missed_in(trip(LUNCH, other, of_ours("Emmanuel Macron", LUNCH)))
