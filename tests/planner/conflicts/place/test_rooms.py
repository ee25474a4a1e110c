from dataclasses import replace
from time import perf_counter

import pytest

from planner.conflicts import Conflict, Severity
from planner.itinerary import Itinerary
from planner.records import Meeting, Record, Venue
from planner.records.words import Attends, MeetingKind, Status, VenueKind
from tests.planner.building import VENUES, found, meeting, trip

PALACE = replace(VENUES["Élysée"], exclusive=True)
SALON = Venue(
    id="Salon Murat",
    name="Salon Murat",
    place=PALACE.place,
    kind=VenueKind.ROOM,
    parent="Élysée",
    exclusive=True,
)
OTHER_ROOM = replace(SALON, id="Salon Vert", name="Salon Vert")
OPEN_PALACE = VENUES["Élysée"]


def talks(venue: str = "Salon Murat", **fields: object) -> Meeting:
    """Return what takes the principal from 12:00 to 13:00."""
    return meeting("Talks", "12:00-13:00", **({"venue": venue} | fields))


def tea(venue: str = "Salon Murat", times: str = "12:30-13:30", **fields: object) -> Meeting:
    """Return what takes the spouse from 12:30 to 13:30."""
    known: dict[str, object] = {"venue": venue, "attends": Attends.SPOUSE}
    return meeting("Tea", times, **(known | fields))


def visit(venue: str = "Salon Murat", **fields: object) -> Meeting:
    """Return what takes the delegation alone from 12:45 to 13:15."""
    known: dict[str, object] = {"venue": venue, "attends": Attends.DELEGATION}
    return meeting("Visit", "12:45-13:15", **(known | fields))


def booked_in(*parts: Record) -> list[Conflict]:
    rooms = {SALON.id: SALON, OTHER_ROOM.id: OTHER_ROOM, PALACE.id: OPEN_PALACE}
    given = {each.id: each for each in parts}
    return found("venue-double-booked", trip((rooms | given).values()))


def test_a_room_that_takes_one_entry_at_a_time_is_held_by_two() -> None:
    (conflict,) = booked_in(talks(), tea())
    assert conflict.severity is Severity.ERROR
    assert conflict.message == (
        "Talks 12:00–13:00 and Tea 12:30–13:30 Paris both hold Salon Murat, for 30 min."
    )
    assert conflict.subjects == ("Talks", "Tea")
    assert conflict.shortfall == 30
    assert conflict.way_out == "start Tea at 13:00 Paris or later"


@pytest.mark.parametrize(
    ("second", "severity"),
    [
        (tea(status=Status.TENTATIVE), Severity.WARNING),
        (tea(times="12:30"), Severity.WARNING),
        (tea(status=Status.HELD), Severity.ERROR),
    ],
)
def test_an_error_needs_both_to_be_firm_and_both_ends(second: Meeting, severity: Severity) -> None:
    (conflict,) = booked_in(talks(), second)
    assert conflict.severity is severity


def test_where_neither_may_be_moved_another_room_is_the_way_out() -> None:
    (conflict,) = booked_in(talks(fixed=True), tea(fixed=True))
    assert conflict.way_out == "find another room for one of them"


def test_what_goes_on_at_once_is_one_group() -> None:
    (conflict,) = booked_in(talks(), tea(), visit())
    assert conflict.message == (
        "3 entries hold Salon Murat at once, for 45 min in all: Talks 12:00–13:00, "
        "Tea 12:30–13:30 and Visit 12:45–13:15 Paris."
    )
    assert conflict.way_out == "keep one there, and find other rooms or times for the others"


@pytest.mark.parametrize(
    "records",
    [
        (replace(SALON, exclusive=False), talks(), tea()),
        (talks(), tea(times="13:00-13:30")),
        (talks(), tea("Salon Vert")),
        (talks(), tea("Matignon")),
        (talks(), tea(status=Status.CANCELLED)),
        (talks(), tea(informational=True)),
        (talks(), tea(part_of="Talks", times="12:30-13:00")),
        (talks(choice="noon"), tea(choice="noon")),
        (talks(), tea(attends=Attends.PRINCIPAL)),
    ],
    ids=lambda _: "",
)
def test_what_is_no_conflict(records: tuple[Record, ...]) -> None:
    assert not booked_in(*records)


def test_where_both_take_the_principal_one_rule_speaks() -> None:
    itinerary = trip(SALON, PALACE, talks(), tea(attends=Attends.PRINCIPAL))
    assert len(found("principal-overlap", itinerary)) == 1
    assert not found("venue-double-booked", itinerary)


def test_two_of_the_principal_beside_a_third_are_not_its_error() -> None:
    """The two are firm, the third is not: only what the third adds is said."""
    later = meeting("Lunch", "12:10-12:20", venue="Salon Murat")
    (conflict,) = booked_in(talks(), later, tea(status=Status.TENTATIVE))
    assert conflict.severity is Severity.WARNING
    assert conflict.subjects == ("Talks", "Tea")


def test_two_parts_of_one_meeting_can_want_one_room() -> None:
    whole = talks("Élysée", kind=MeetingKind.PLENARY)
    first = meeting("Photo", "12:10-12:20", venue="Salon Murat", part_of="Talks")
    second = tea(times="12:15-12:25", part_of="Talks")
    (conflict,) = booked_in(whole, first, second)
    assert conflict.subjects == ("Photo", "Tea")


@pytest.mark.parametrize(
    ("palace", "first", "second", "conflicts"),
    [
        (PALACE, "Élysée", "Salon Murat", 1),
        (PALACE, "Salon Murat", "Élysée", 1),
        (PALACE, "Élysée", "Élysée", 1),
        (PALACE, "Salon Murat", "Salon Vert", 0),
        (PALACE, "Salon Murat", "Salon Murat", 1),
        (OPEN_PALACE, "Élysée", "Salon Murat", 0),
        (OPEN_PALACE, "Élysée", "Élysée", 0),
    ],
)
def test_a_building_is_held_as_a_whole_if_it_is_exclusive(
    palace: Venue, first: str, second: str, conflicts: int
) -> None:
    assert len(booked_in(palace, talks(first), tea(second))) == conflicts


def test_rooms_beside_each_other_in_a_building_that_is_held_are_named_with_it() -> None:
    (conflict,) = booked_in(PALACE, talks("Élysée"), tea("Salon Murat"), visit("Salon Vert"))
    assert conflict.subjects == ("Talks", "Tea", "Visit")
    assert "hold Élysée at once" in conflict.message


def test_rooms_that_are_each_in_the_other_are_reported_once() -> None:
    ring = replace(PALACE, parent="Salon Murat")
    assert len(booked_in(ring, talks("Élysée"), tea("Salon Murat"))) == 1


def test_thousands_in_one_room_are_one_conflict_and_soon_found() -> None:
    crowd = [
        meeting(f"M{number}", "12:00-13:00", venue="Salon Murat", attends=attends)
        for number in range(2000)
        for attends in [list(Attends)[number % 3]]
    ]
    itinerary: Itinerary = trip(SALON, PALACE, crowd)
    before = perf_counter()
    (conflict,) = found("venue-double-booked", itinerary)
    assert len(conflict.subjects) == 2000
    assert perf_counter() - before < 1
