"""Slip the day: what stops a push, what is released, and what never moves."""

from collections.abc import Sequence

import pytest

from planner.records import Record
from planner.records.words import Response, Status
from tests.planner.building import at, meeting, sits_in
from tests.planner.slots.test_slipping import ACCEPTED, moved, slipped, stopped


def test_a_confirmed_counterpart_stops_it_unless_released() -> None:
    wanted = meeting("B", "10:00-11:00")
    parts: list[Record | Sequence[Record]] = [
        meeting("A", "09:00-10:00"),
        wanted,
        meeting("C", "11:00-12:00"),
        [*sits_in("Emmanuel Macron", wanted, **ACCEPTED)],
    ]
    result = slipped(*parts)
    assert moved(result) == {"A": 20}
    assert stopped(result) == [("B", "confirmed with Emmanuel Macron", 20)]
    assert result.stopped[0].may_be_released
    assert not result.told
    result = slipped(*parts, released=("B",))
    assert moved(result) == {"A": 20, "B": 20, "C": 20}
    assert result.moved[1].released == "confirmed with Emmanuel Macron"
    assert [(told.name, [each.record.id for each in told.entries]) for told in result.told] == [
        ("Emmanuel Macron", ["B"])
    ]


@pytest.mark.parametrize(
    ("fields", "response"),
    [
        ({"status": Status.TENTATIVE}, Response.ACCEPTED),
        ({}, Response.TENTATIVE),
        ({}, Response.DECLINED),
        ({}, None),
    ],
)
def test_without_both_confirmation_and_acceptance_nobody_stops_it(
    fields: dict[str, object], response: Response | None
) -> None:
    wanted = meeting("B", "10:00-11:00", "Paris", **fields)
    people = sits_in("Emmanuel Macron", wanted, response=response)
    assert moved(slipped(meeting("A", "09:00-10:00"), wanted, people)) == {"A": 20, "B": 20}


HOLDS = (
    ({"fixed": True}, "fixed"),
    ({"status": Status.HELD}, "held"),
    ({"actual_start": at("10:05", "Paris")}, "under way"),
)


@pytest.mark.parametrize(("fields", "why"), HOLDS)
def test_what_never_moves_stops_it_and_says_how_much_is_short(
    fields: dict[str, object], why: str
) -> None:
    parts = [
        meeting("A", "09:00-10:00"),
        meeting("B", "10:05-11:00", "Paris", **fields),
        meeting("C", "11:00-12:00"),
    ]
    result = slipped(*parts, released=("A", "B", "C"))
    assert moved(result) == {"A": 20}
    assert stopped(result) == [("B", why, 15)]
    assert result.stopped[0].absorbed == 5
    assert not result.stopped[0].may_be_released


@pytest.mark.parametrize(("fields", "why"), [*HOLDS, ({"minutes": 1}, "over")])
def test_nothing_at_all_moves_where_the_entry_itself_may_not(
    fields: dict[str, object], why: str
) -> None:
    now = "2025-03-17T09:30[Europe/Paris]"
    own = meeting("A", "09:00-10:00", "Paris", **fields)
    result = slipped(own, meeting("B", "10:00-11:00"), now=now)
    assert moved(result) == {}
    assert stopped(result) == [("A", why, 20)]
    assert not result.edit.writes


def test_what_is_pushed_by_hand_needs_no_release() -> None:
    own = meeting("A", "09:00-10:00")
    result = slipped(own, sits_in("Emmanuel Macron", own, **ACCEPTED))
    assert moved(result) == {"A": 20}
    assert [told.name for told in result.told] == ["Emmanuel Macron"]


def test_what_holds_a_part_holds_its_whole() -> None:
    part = meeting("Signing", "10:30-10:40", part_of="B")
    whole = [meeting("A", "09:00-10:00"), meeting("B", "10:00-11:00")]
    people = sits_in("Emmanuel Macron", part, **ACCEPTED)
    result = slipped(*whole, part, people)
    assert stopped(result) == [("B", "its part Signing is confirmed with Emmanuel Macron", 20)]
    assert moved(slipped(*whole, part, people, released=("B",))) == {
        "A": 20,
        "B": 20,
        "Signing": 20,
    }
    fixed = meeting("Signing", "10:30-10:40", part_of="B", fixed=True)
    result = slipped(*whole, fixed, people, released=("B",))
    assert stopped(result) == [("B", "its part Signing is fixed", 20)]


def test_a_push_goes_on_past_a_stop_only_where_it_reaches_farther() -> None:
    result = slipped(
        meeting("A", "09:00-10:00"),
        meeting("B", "10:00-10:30", fixed=True),
        meeting("C", "10:30-11:00"),
        by=45,
    )
    assert moved(result) == {"A": 45, "C": 15}
    assert stopped(result) == [("B", "fixed", 45)]
