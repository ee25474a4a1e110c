import pytest

from planner.conflicts import Conflict, Severity
from planner.itinerary import Itinerary
from planner.records import Meeting, Participant
from planner.records.words import (
    Attends,
    MeetingKind,
    Mode,
    Response,
    Role,
    Side,
    Status,
    TripCategory,
)
from planner.settings import Limits
from tests.planner.building import as_of, found, meeting, motorcade, movement, sits_in, trip

FIRST = meeting("Trade", "12:00-13:00", venue="Élysée")


def then(times: str = "13:05-14:00", **fields: object) -> Meeting:
    return meeting("Defence", times, **({"venue": "Élysée"} | fields))


def two(
    before: Meeting = FIRST,
    after: Meeting | None = None,
    category: TripCategory = TripCategory.WORKING,
) -> Itinerary:
    """Return a trip with two meetings, each with its own counterpart."""
    after = after or then()
    return trip(
        before, after, sits_in("Macron", before), sits_in("Barrot", after), category=category
    )


def crowded(itinerary: Itinerary, limits: Limits | None = None) -> list[Conflict]:
    return found("no-buffer", itinerary, as_of(limits=limits))


def test_a_counterpart_has_hardly_left_when_the_next_comes_in() -> None:
    (conflict,) = crowded(two())
    assert conflict.severity is Severity.NOTICE
    assert conflict.message == (
        "Trade ends 13:00, Defence starts 13:05 with another counterpart in Élysée: "
        "5 min between, 5 min short."
    )
    assert conflict.subjects == ("Defence", "Trade")
    assert conflict.shortfall == 5
    assert conflict.way_out == "start Defence at 13:10 Paris or later"


@pytest.mark.parametrize(
    ("start", "category", "kind", "conflicts"),
    [
        ("13:00", TripCategory.WORKING, MeetingKind.BILATERAL, 1),
        ("13:09", TripCategory.WORKING, MeetingKind.BILATERAL, 1),
        ("13:10", TripCategory.WORKING, MeetingKind.BILATERAL, 0),
        ("13:04", TripCategory.MULTILATERAL, MeetingKind.BILATERAL, 1),
        ("13:05", TripCategory.MULTILATERAL, MeetingKind.BILATERAL, 0),
        ("13:04", TripCategory.WORKING, MeetingKind.PLENARY, 1),
        ("13:05", TripCategory.WORKING, MeetingKind.ROUNDTABLE, 0),
    ],
)
def test_ten_minutes_are_enough_and_five_at_a_multilateral(
    start: str, category: TripCategory, kind: MeetingKind, conflicts: int
) -> None:
    itinerary = two(after=then(f"{start}-14:00", kind=kind), category=category)
    assert len(crowded(itinerary)) == conflicts


@pytest.mark.parametrize(
    ("category", "limits"),
    [
        (TripCategory.WORKING, Limits(buffer_minutes=5)),
        (TripCategory.MULTILATERAL, Limits(buffer_minutes_multilateral=6)),
    ],
)
def test_the_minutes_are_limits(category: TripCategory, limits: Limits) -> None:
    itinerary = two(category=category)
    assert len(crowded(itinerary)) != len(crowded(itinerary, limits))


def test_an_end_that_is_assumed_is_said_to_be() -> None:
    (conflict,) = crowded(two(meeting("Trade", "12:15", venue="Élysée")))
    assert conflict.message.startswith("Trade ends 13:00 (assuming 45 min), Defence starts 13:05")


def test_a_later_entry_that_is_fixed_stays_where_it_is() -> None:
    (conflict,) = crowded(two(after=then(fixed=True)))
    assert conflict.way_out == "end Trade by 12:55 Paris"


@pytest.mark.parametrize(
    "itinerary",
    [
        two(after=then("12:55-14:00")),
        two(after=then(venue="Matignon")),
        two(after=then(venue=None)),
        two(meeting("Trade", "12:00-13:00"), then(venue=None)),
        two(after=then(attends=Attends.SPOUSE)),
        two(after=then(occupies_principal=False)),
        two(after=then(informational=True)),
        two(after=then(status=Status.CANCELLED)),
        two(after=then(status=Status.HELD)),
        two(after=then(kind=MeetingKind.CALL)),
        two(after=then("12:30-13:00", part_of="Trade")),
        two(meeting("Trade", "12:00-13:00", venue="Élysée", choice="noon"), then(choice="noon")),
        trip(two().records, motorcade("Élysée", "Élysée", "13:01-13:04")),
        trip(two().records, movement(Mode.ON_FOOT, "Élysée", "Élysée", "13:00-13:05")),
    ],
    ids=lambda _: "",
)
def test_no_pause_is_needed_after_a_movement_nor_where_nobody_waits_at_the_door(
    itinerary: Itinerary,
) -> None:
    assert not crowded(itinerary)


@pytest.mark.parametrize(
    "seats",
    [
        [],
        sits_in("Macron", then()),
        [*sits_in("Macron", then()), *sits_in("Barrot", then())],
        sits_in("Barrot", then(), response=Response.DECLINED),
        sits_in("Barrot", then(), role=Role.DELEGATION),
        sits_in("Barrot", then(), side=Side.OURS),
    ],
    ids=lambda _: "",
)
def test_it_has_to_be_another_who_leads_the_other_side(seats: list[Participant]) -> None:
    assert not crowded(trip(FIRST, then(), sits_in("Macron", FIRST), seats))


def test_who_is_only_described_is_somebody_too() -> None:
    described = Participant(
        id="TBC",
        meeting="Defence",
        side=Side.THEIRS,
        role=Role.COUNTERPART,
        words="Minister, TBC",
    )
    assert len(crowded(trip(FIRST, then(), sits_in("Macron", FIRST), described))) == 1
