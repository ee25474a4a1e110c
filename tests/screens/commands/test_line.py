"""The line of keys: what works now, on a person's own keys, as far as there is room."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.text.cells import cell_width
from screens.commands import SETS, TRIP, Command, Group, fitting, keys_of, shown_keys, working
from screens.commands.line import BETWEEN, Arguments

ADD = Command("x.add", "a", "add", "Add", "Add one.", Group.CHANGES)
EDIT = replace(ADD, id="x.edit", key="enter,e", action="edit", label="Edit", preferred_key="e")
WAY_OUT = replace(ADD, id="x.close", key="escape", label="Close", always_in_line=True)
CURSOR = replace(ADD, id="x.up", key="up", label="Up", in_line=False)
LONG = replace(ADD, id="x.long", key="l", label="Something long")


def line(commands: tuple[Command, ...]) -> str:
    return BETWEEN.join(f"{each.shown_key} {each.label}" for each in commands)


every_screen = pytest.mark.parametrize("screen", SETS)


@every_screen
def test_the_line_never_exceeds_its_width_where_the_way_out_fits(screen: str) -> None:
    always = tuple(each for each in SETS[screen] if each.always_in_line and each.in_line)
    for width in range(cell_width(line(always)), 300):
        assert cell_width(line(fitting(SETS[screen], width))) <= width


@every_screen
def test_what_is_always_in_line_is_there_at_any_width(screen: str) -> None:
    always = [each for each in SETS[screen] if each.always_in_line and each.in_line]
    for width in range(200):
        shown = fitting(SETS[screen], width)
        assert [each for each in shown if each.always_in_line] == always


@every_screen
def test_more_room_never_takes_a_key_away(screen: str) -> None:
    shown = [fitting(SETS[screen], width) for width in range(300)]
    assert all(set(less) <= set(more) for less, more in pairwise(shown))
    assert fitting(SETS[screen], 2000) == tuple(each for each in SETS[screen] if each.in_line)


@every_screen
def test_what_does_not_fit_is_what_comes_last(screen: str) -> None:
    rest = [each for each in SETS[screen] if each.in_line and not each.always_in_line]
    for width in range(0, 300, 7):
        shown = [each for each in fitting(SETS[screen], width) if not each.always_in_line]
        assert shown == rest[: len(shown)]


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (0, [WAY_OUT]),
        (9, [WAY_OUT]),
        (15, [WAY_OUT]),
        (16, [ADD, WAY_OUT]),
        (23, [ADD, WAY_OUT]),
        (24, [ADD, EDIT, WAY_OUT]),
        (41, [ADD, EDIT, WAY_OUT]),
        (42, [ADD, EDIT, LONG, WAY_OUT]),
    ],
)
def test_the_line_is_as_full_as_it_can_be(width: int, shown: list[Command]) -> None:
    assert list(fitting((ADD, EDIT, CURSOR, LONG, WAY_OUT), width)) == shown


def test_a_shorter_key_behind_one_that_does_not_fit_is_left_out_too() -> None:
    assert fitting((LONG, ADD, WAY_OUT), 20) == (WAY_OUT,)


@given(
    widths=st.lists(st.integers(1, 12), max_size=8),
    always=st.lists(st.booleans(), min_size=8, max_size=8),
    width=st.integers(0, 120),
)
def test_any_commands_fit_in_their_order(widths: list[int], always: list[bool], width: int) -> None:
    commands = tuple(
        replace(ADD, id=f"x.{number}", label="界" * size, always_in_line=always[number])
        for number, size in enumerate(widths)
    )
    shown = fitting(commands, width)
    needed = cell_width(line(tuple(each for each in commands if each.always_in_line)))
    assert list(shown) == [each for each in commands if each in shown]
    assert cell_width(line(shown)) <= max(width, needed)


@pytest.mark.parametrize(
    ("keymap", "shown"),
    [
        ({}, [("a", ("a",)), ("e", ("e", "↵"))]),
        ({"x.add": "z"}, [("z", ("z",)), ("e", ("e", "↵"))]),
        ({"x.edit": "f2,ctrl+e"}, [("a", ("a",)), ("F2", ("F2", "^e"))]),
        ({"y.add": "z"}, [("a", ("a",)), ("e", ("e", "↵"))]),
    ],
)
def test_a_command_is_shown_with_the_keys_that_a_person_gave_it(
    keymap: Mapping[str, str], shown: list[tuple[str, tuple[str, ...]]]
) -> None:
    commands = shown_keys((ADD, EDIT), keymap)
    assert [(each.shown_key, each.shown_keys) for each in commands] == shown


class Remapped:
    """An app in which a key was changed."""

    keys: Mapping[str, str] = {"x.add": "z"}


@pytest.mark.parametrize(("app", "keys"), [(Remapped(), {"x.add": "z"}), (object(), {})])
def test_the_keys_of_a_person_are_those_that_the_app_knows(
    app: object, keys: Mapping[str, str]
) -> None:
    assert keys_of(app) == keys


def test_what_cannot_be_done_now_is_left_out() -> None:
    asked: list[tuple[str, Arguments]] = []

    def can(action: str, arguments: Arguments) -> bool:
        asked.append((action, arguments))
        return action == "nudge" and arguments == (5,)

    found = working(TRIP, can)
    assert {each.id for each in found} == {"trip.later", "app.quit", "app.palette"}
    assert ("children", ("topic",)) in asked
    assert all(action not in ("quit", "command_palette") for action, _ in asked)


@every_screen
def test_where_everything_can_be_done_everything_works(screen: str) -> None:
    assert working(SETS[screen], lambda _, __: True) == SETS[screen]


@pytest.mark.parametrize("screen", ["trips", "trip", "form", "list"])
def test_the_way_out_or_to_the_rest_is_always_in_line(screen: str) -> None:
    assert [each.id for each in SETS[screen] if each.always_in_line]
