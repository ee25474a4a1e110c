"""Slip the day: what a push moves, what gaps absorb, where it stops, and whom to tell."""

from collections.abc import Sequence

import pytest

from planner.itinerary import Itinerary
from planner.records import Meeting, Movement, Record, Stop
from planner.records.words import Attends, MeetingKind, Response, Role, Status
from planner.slots.slipping import Slip, slip
from tests.planner.building import (
    as_of,
    at,
    flight,
    meeting,
    motorcade,
    of_ours,
    sits_in,
    stop,
    takes,
    trip,
)

ACCEPTED = {"response": Response.ACCEPTED}
EARLY = "2025-01-01T12:00[UTC]"


def slipped(
    *parts: Record | Sequence[Record],
    first: str = "A",
    by: int = 20,
    released: tuple[str, ...] = (),
    now: str = EARLY,
) -> Slip:
    return slip(trip(*parts), as_of(now), first, by, frozenset(released))


def moved(result: Slip) -> dict[str, int]:
    """Return by how much each entry moves, in order."""
    return {each.record.id: each.minutes for each in result.moved}


def stopped(result: Slip) -> list[tuple[str, str, int]]:
    return [(each.record.id, each.why, each.short) for each in result.stopped]


def kept(result: Slip) -> list[tuple[str, int]]:
    return [(each.record.id, each.absorbed) for each in result.kept]


def after(parts: list[Record], result: Slip) -> Itinerary:
    return trip(*parts).after(result.edit)


def test_what_follows_is_pushed_until_gaps_have_absorbed_it() -> None:
    result = slipped(
        meeting("A", "09:00-10:00"),
        meeting("B", "10:00-11:00"),
        meeting("C", "11:15-12:00"),
        meeting("D", "13:00-14:00"),
        meeting("E", "14:00-15:00"),
    )
    assert moved(result) == {"A": 20, "B": 20, "C": 5}
    assert [each.absorbed for each in result.moved] == [0, 0, 15]
    assert kept(result) == [("D", 5)]
    assert stopped(result) == []
    assert result.edit.label == "Slipped A and 2 more by 20 min"
    assert [change.touched for change in result.edit.changes] == [("start",)] * 3


def test_each_is_told_with_its_start_before_and_after() -> None:
    (only,) = slipped(meeting("A", "09:00-10:00"), by=80).moved
    assert (only.name, only.at.clock, only.after.clock) == ("A", "09:00", "10:20")
    assert slipped(meeting("A", "09:00-10:00"), by=80).edit.label == "Slipped A by 1 h 20"


NEEDS: tuple[tuple[str, dict[str, object], dict[str, object], list[Record], int], ...] = (
    ("nothing but the gap in one room", {}, {}, [], 20 - 10),
    ("the way", {"venue": "Élysée"}, {"venue": "Matignon"}, [takes(8, "Élysée", "Matignon")], 18),
    (
        "the way and the buffers",
        {"venue": "Élysée", "buffer_after": 1},
        {"venue": "Matignon", "buffer_before": 1},
        [takes(7, "Élysée", "Matignon")],
        19,
    ),
    (
        "buffers that nobody uses up in one room",
        {"venue": "Élysée", "buffer_after": 10},
        {"venue": "Élysée", "buffer_before": 10},
        [],
        10,
    ),
    (
        "a way that is too long already: as tight as it was",
        {"venue": "Élysée"},
        {"venue": "Matignon"},
        [takes(15, "Élysée", "Matignon")],
        20,
    ),
)


@pytest.mark.parametrize(
    ("first", "second", "ways", "pushed"),
    [case[1:] for case in NEEDS],
    ids=[case[0] for case in NEEDS],
)
def test_a_gap_gives_what_is_not_needed(
    first: dict[str, object], second: dict[str, object], ways: list[Record], pushed: int
) -> None:
    result = slipped(
        meeting("A", "09:00-10:00", "Paris", **first),
        meeting("B", "10:10-11:00", "Paris", **second),
        ways,
    )
    assert moved(result) == {"A": 20, "B": pushed}


def test_the_pause_between_two_counterparts_in_one_room_is_kept() -> None:
    one = meeting("A", "09:00-10:00", venue="Élysée")
    other = meeting("B", "10:20-11:00", venue="Élysée")
    people = [sits_in("Emmanuel Macron", one), sits_in("Olaf Scholz", other)]
    assert moved(slipped(one, other, *people, by=15)) == {"A": 15, "B": 5}
    assert moved(slipped(one, other, by=15)) == {"A": 15}
    plenary = meeting("B", "10:20-11:00", venue="Élysée", kind=MeetingKind.PLENARY)
    assert moved(slipped(one, plenary, *people, by=20)) == {"A": 20, "B": 5}


def test_movements_within_a_stop_move_with_their_length_and_their_way() -> None:
    parts: list[Record] = [
        meeting("A", "09:00-10:00", venue="Élysée"),
        motorcade("Élysée", "Matignon", "10:10-10:25"),
        meeting("B", "10:30-11:00", venue="Matignon"),
        takes(15, "Élysée", "Matignon"),
    ]
    result = slipped(*parts)
    assert moved(result) == {"A": 20, "Élysée–Matignon": 10, "B": 5}
    way = after(parts, result).get(Movement, "Élysée–Matignon")
    assert way is not None
    assert way.depart is not None
    assert way.arrive is not None
    assert (way.depart.clock, way.arrive.clock) == ("10:20", "10:35")


def test_boarding_and_deplaning_are_kept_over_two_zones() -> None:
    parts: list[Record] = [
        stop("Paris", "07:00-11:00"),
        stop("London", "11:10-20:00"),
        meeting("A", "09:00-10:00", venue="Orly"),
        flight("Orly", "Northolt", "11:00-11:10"),
        meeting("B", "12:00-13:00", "London", venue="10 Downing Street"),
        takes(30, "Northolt", "10 Downing Street"),
    ]
    ways = [motorcade("Élysée", "Orly", "10:00-10:40"), *parts]
    result = slipped(*ways, first="Élysée–Orly")
    # Of the 20 minutes before the flight boarding needs 15; after it, 45 of 50 are needed.
    assert moved(result) == {"Élysée–Orly": 20}
    assert stopped(result) == [("Orly–Northolt", "leaves for London", 15)]
    result = slipped(*ways, first="Élysée–Orly", released=("Orly–Northolt",))
    assert moved(result) == {"Élysée–Orly": 20, "Orly–Northolt": 15, "B": 10}
    assert stopped(result) == []
    assert result.moved[1].released == "leaves for London"
    later = after(ways, result)
    paris, london = later.get(Stop, "Paris"), later.get(Stop, "London")
    assert paris is not None
    assert london is not None
    assert paris.depart == at("11:15", "Paris")
    assert london.arrive == at("11:25", "London")


def test_one_stay_between_two_movements_that_move_is_changed_once() -> None:
    parts: list[Record] = [
        stop("London", "09:00-09:45"),
        flight("Orly", "Northolt", "09:00-09:00"),
        flight("Northolt", "Haneda", "2025-03-17T09:45/2025-03-18T09:00"),
    ]
    both = ("Orly–Northolt", "Northolt–Haneda")
    result = slipped(*parts, first=both[0], by=60, released=both)
    stay = after(parts, result).get(Stop, "London")
    assert stay is not None
    assert (stay.arrive, stay.depart) == (at("10:00", "London"), at("10:30", "London"))
    changed = [change.record.id for change in result.edit.changes]
    assert sorted(changed) == sorted({*both, "London"})


def test_parts_move_with_their_whole() -> None:
    result = slipped(
        meeting("A", "09:00-10:00"),
        meeting("B", "10:10-12:00"),
        meeting("photo", "10:10-10:20", part_of="B"),
        meeting("pull-aside", "11:00-11:30", part_of="B"),
        meeting("greeting", "11:00-11:05", part_of="pull-aside", attends=Attends.DELEGATION),
        meeting("dropped", "11:40-11:50", part_of="B", status=Status.CANCELLED),
        meeting("C", "12:00-13:00"),
    )
    assert moved(result) == {
        "A": 20,
        "B": 10,
        "photo": 10,
        "greeting": 10,
        "pull-aside": 10,
        "C": 10,
    }
    assert result.edit.label == "Slipped A and 5 more by 20 min"


def test_a_part_pushed_by_hand_moves_alone() -> None:
    result = slipped(
        meeting("A", "09:00-10:00"),
        meeting("photo", "09:50-10:00", part_of="A"),
        meeting("B", "10:00-11:00"),
        first="photo",
    )
    assert moved(result) == {"photo": 20}


ALONE = (
    {"attends": Attends.DELEGATION},
    {"occupies_principal": False},
    {"informational": True},
    {"status": Status.POSTPONED},
)


@pytest.mark.parametrize("fields", ALONE)
def test_what_does_not_take_the_principal_pushes_nobody_and_is_not_pushed(
    fields: dict[str, object],
) -> None:
    other = meeting("B", "09:30-10:00", "Paris", **fields)
    rest = [meeting("A", "09:00-10:00"), other, meeting("C", "10:00-11:00")]
    assert moved(slipped(*rest, first="B")) == {"B": 20}
    assert moved(slipped(*rest)) == {"A": 20, "C": 20}


def test_the_principals_part_of_what_others_attend_pushes_what_follows() -> None:
    result = slipped(
        meeting("A", "09:00-12:00", attends=Attends.DELEGATION),
        meeting("pull-aside", "09:30-10:00", part_of="A"),
        meeting("B", "10:00-10:30"),
    )
    assert moved(result) == {"A": 20, "pull-aside": 20, "B": 20}


def test_alternatives_of_one_slot_do_not_push_each_other() -> None:
    result = slipped(
        meeting("A", "09:00-10:00", choice="slot"),
        meeting("B", "10:00-11:00", choice="slot"),
        meeting("C", "11:00-12:00"),
        by=90,
    )
    assert moved(result) == {"A": 90, "C": 30}
    result = slipped(
        meeting("A", "09:00-10:00"),
        meeting("B", "10:00-11:00", choice="slot"),
        meeting("C", "11:00-12:00", choice="slot"),
        by=90,
    )
    assert moved(result) == {"A": 90, "B": 90, "C": 30}


def test_calls_take_time_and_no_way() -> None:
    result = slipped(
        meeting("A", "09:00-10:00", venue="Élysée"),
        meeting("call", "10:00-10:20", kind=MeetingKind.CALL),
        meeting("B", "10:40-11:00", venue="Matignon"),
        takes(15, "Élysée", "Matignon"),
        by=30,
    )
    assert moved(result) == {"A": 30, "call": 30, "B": 10}


def test_what_overlaps_already_overlaps_no_more() -> None:
    result = slipped(meeting("A", "09:00-10:00"), meeting("B", "09:45-10:45"), by=10)
    assert moved(result) == {"A": 10, "B": 10}


def test_an_end_that_is_not_stated_is_assumed() -> None:
    # An audience is assumed to take half an hour.
    result = slipped(
        meeting("A", "09:00", kind=MeetingKind.AUDIENCE), meeting("B", "09:40-10:00"), by=15
    )
    assert moved(result) == {"A": 15, "B": 5}
    (first, _) = result.edit.changes
    assert isinstance(first.after, Meeting)
    assert first.after.minutes is None


def test_the_night_of_a_clock_change_is_reckoned_on_a_stopwatch() -> None:
    night = "2025-03-30T"
    result = slipped(
        meeting("A", f"{night}01:00/{night}01:50"),
        meeting("B", f"{night}03:05/{night}04:00"),
        by=40,
    )
    # From 01:50 to 03:05 it is a quarter of an hour: the clocks go forward at two.
    assert moved(result) == {"A": 40, "B": 25}
    assert [each.after.clock for each in result.moved] == ["01:40", "03:30"]
    late = slipped(meeting("A", f"{night}01:50/{night}03:10"), by=20)
    assert [each.after.clock for each in late.moved] == ["03:10"]


def test_counterparts_and_interpreters_are_told_by_name_of_each_accepted_time() -> None:
    one = meeting("A", "09:00-10:00", accepted_start=at("09:00", "Paris"))
    other = meeting("B", "10:00-11:00", status=Status.TENTATIVE)
    last = meeting("C", "11:00-12:00", status=Status.TENTATIVE)
    result = slipped(
        one,
        other,
        last,
        sits_in("Emmanuel Macron", one, other),
        sits_in("Gabriel Attal", other, **ACCEPTED),
        sits_in("Élisabeth Borne", one, last, response=Response.DECLINED),
        of_ours("Anna Weiss", one, other, last, role=Role.INTERPRETER),
        of_ours("Jean Cote", one, other, last),
    )
    assert [(told.name, [each.record.id for each in told.entries]) for told in result.told] == [
        ("Emmanuel Macron", ["A", "B"]),
        ("Anna Weiss (interpreter)", ["A", "B"]),
        ("Gabriel Attal", ["B"]),
    ]


def test_earlier_pulls_the_entry_alone_and_says_what_it_comes_too_near_to() -> None:
    parts = [
        meeting("A", "09:00-10:00", venue="Élysée"),
        meeting("B", "10:25-11:00", venue="Matignon"),
        meeting("photo", "10:50-11:00", part_of="B"),
        meeting("C", "11:00-12:00", venue="Matignon"),
        takes(15, "Élysée", "Matignon"),
    ]
    result = slipped(*parts, first="B", by=-10)
    assert (moved(result), stopped(result)) == ({"B": -10, "photo": -10}, [])
    assert result.edit.label == "Pulled B and 1 more earlier by 10 min"
    result = slipped(*parts, first="B", by=-15)
    assert moved(result) == {"B": -15, "photo": -15}
    assert stopped(result) == [("A", "comes before", 5)]


def test_an_alternative_may_be_pulled_beside_the_other() -> None:
    parts = [
        meeting("A", "09:00-10:00", choice="slot"),
        meeting("B", "10:00-11:00", choice="slot"),
    ]
    result = slipped(*parts, first="B", by=-60)
    assert (moved(result), stopped(result)) == ({"B": -60}, [])


@pytest.mark.parametrize(("first", "by"), [("A", 0), ("nobody", 20), ("unplaced", 20)])
def test_nothing_comes_of_nothing(first: str, by: int) -> None:
    parts = meeting("A", "09:00-10:00"), meeting("unplaced")
    assert slipped(*parts, first=first, by=by) == Slip(slipped(first="").edit)
