"""Moving things up and down in their list."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.edits import Edit
from planner.edits.ordering import Placed, placed_after, reordered, rising
from planner.itinerary import Itinerary
from planner.records import Stop, Topic
from planner.records.plain import LARGEST_NUMBER
from tests.planner.building import meeting, sits_in, stop, topic, trip

Positions = dict[str, int]


def agenda(*positions: int) -> Itinerary:
    """Return a meeting with topics `a`, `b` and so on at these positions."""
    topics = [
        topic("abcdefgh"[number], None, position=position)
        for number, position in enumerate(positions)
    ]
    return trip(meeting("Bilateral"), topics)


def moved(itinerary: Itinerary, name: str, by: int) -> tuple[str, Positions]:
    """Return the order after a topic was moved, and the positions that were written."""
    edit = reordered(itinerary.topics_of("Bilateral"), name, by)
    assert edit
    return _order(itinerary.after(edit)), _written(edit)


def _order(itinerary: Itinerary) -> str:
    return "".join(each.title for each in itinerary.topics_of("Bilateral"))


def _written(edit: Edit) -> Positions:
    return {
        change.after.id: change.after.position
        for change in edit.changes
        if isinstance(change.after, Topic | Stop)
    }


@pytest.mark.parametrize(
    ("positions", "name", "by", "order", "written"),
    [
        ((0, 1, 2), "c", -1, "acb", {"c": 1, "b": 2}),
        ((0, 1, 2), "a", 1, "bac", {"b": 0, "a": 1}),
        ((5, 10, 90), "b", 1, "acb", {"c": 10, "b": 90}),
        ((0, 0, 0), "c", -1, "acb", {"c": 1, "b": 2}),
        ((0, 0, 0), "a", 1, "bac", {"a": 1, "c": 2}),
        ((3, 3, 9), "a", 1, "bac", {"a": 4}),
        ((-2, -1), "b", -1, "ba", {"b": -2, "a": -1}),
        ((0, 1, 2, 3), "a", 3, "bcda", {"b": 0, "c": 1, "d": 2, "a": 3}),
        ((LARGEST_NUMBER, LARGEST_NUMBER), "a", 1, "ba", {"b": 0, "a": 1}),
    ],
)
def test_a_move_renumbers_no_more_than_it_needs(
    positions: tuple[int, ...], name: str, by: int, order: str, written: Positions
) -> None:
    assert moved(agenda(*positions), name, by) == (order, written)


@pytest.mark.parametrize(("name", "by"), [("a", -1), ("c", 1), ("b", 0), ("b", 2), ("z", 1)])
def test_nothing_moves_beyond_the_border(name: str, by: int) -> None:
    assert reordered(agenda(0, 1, 2).topics_of("Bilateral"), name, by) is None


@pytest.mark.parametrize(("by", "word"), [(-1, "up"), (1, "down")])
def test_a_move_says_what_was_moved_where(by: int, word: str) -> None:
    edit = reordered(agenda(0, 1, 2).topics_of("Bilateral"), "b", by)
    assert edit
    assert edit.label == f"Moved topic “b” {word}"


def test_a_move_of_a_person_is_called_by_the_name_that_is_given() -> None:
    people = [
        *sits_in("Macron", meeting("Bilateral")),
        *sits_in("Barrot", meeting("Bilateral"), position=1),
    ]
    edit = reordered(people, people[1].id, -1, called="participant “Jean-Noël Barrot”")
    assert edit
    assert edit.label == "Moved participant “Jean-Noël Barrot” up"


def test_stops_pass_each_other_only_where_the_position_says_their_order() -> None:
    held = trip(
        stop("Paris", "08:40-14:30", position=9),
        stop("London", "", "18/19", position=8),
        stop("Rome", position=0),
        stop("Tokyo", position=1),
    )
    assert reordered(held.stops, "Paris", 1) is None
    assert reordered(held.stops, "Rome", -1) is None
    edit = reordered(held.stops, "Tokyo", -1)
    assert edit
    assert _written(edit) == {"Tokyo": 0, "Rome": 1}
    cities = [each.place.city for each in held.after(edit).stops]
    assert cities == ["Paris", "London", "Tokyo", "Rome"]


@given(
    positions=st.lists(st.integers(-3, 3) | st.just(LARGEST_NUMBER), min_size=1, max_size=8),
    number=st.integers(0, 7),
    by=st.integers(-8, 8),
)
def test_any_move_is_a_permutation_that_moves_the_one(
    positions: list[int], number: int, by: int
) -> None:
    itinerary = agenda(*positions)
    before = _order(itinerary)
    name = before[number % len(before)]
    edit = reordered(itinerary.topics_of("Bilateral"), name, by)
    there = before.index(name) + by
    if edit is None:
        assert by == 0 or not 0 <= there < len(before)
        return
    order = _order(itinerary.after(edit))
    assert sorted(order) == sorted(before)
    assert order.index(name) == there
    assert order.replace(name, "") == before.replace(name, "")


@given(st.lists(st.integers(-3, 3), min_size=1, max_size=8), st.integers(0, 7))
def test_what_is_placed_after_another_comes_right_after_it(
    positions: list[int], number: int
) -> None:
    itinerary = agenda(*positions)
    topics: tuple[Placed, ...] = itinerary.topics_of("Bilateral")
    before = _order(itinerary)
    name = before[number % len(before)]
    new, room = placed_after(topics, name, replace(topic("z", None), id="0"))
    changed = trip(
        meeting("Bilateral"), itinerary.after(Edit("", room)).topics_of("Bilateral"), new
    )
    assert _order(changed) == before.replace(name, f"{name}z")


@pytest.mark.parametrize(
    ("positions", "risen"),
    [([], []), ([4], [4]), ([0, 0, 0], [0, 1, 2]), ([1, 5, 5, 6, 9], [1, 5, 6, 7, 9])],
)
def test_positions_rise_by_as_little_as_they_need(positions: list[int], risen: list[int]) -> None:
    assert rising(positions) == risen
