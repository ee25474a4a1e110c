"""Undo and redo, as choices among the headings of a journal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.journal import Heading, next_redo, next_undo

ME, SOMEBODY = "Anna", "Ben"


def headings(*undone: int | None) -> list[Heading]:
    """Return my entries, from position 1: None for something new, else what each takes back."""
    return [Heading(number, ME, undoes) for number, undoes in enumerate(undone, start=1)]


@pytest.mark.parametrize(
    ("entries", "undo", "redo"),
    [
        ([], None, None),
        ([None], 1, None),
        ([None, None], 2, None),
        ([None, None, 2], 1, 3),
        ([None, None, 2, 1], None, 4),
        ([None, None, 2, 1, 4], 1, 3),
        ([None, None, 2, 1, 4, 3], 2, None),
        ([None, None, 2, None], 4, None),
        ([None, None, 2, None, 4], 1, 5),
        ([None, None, 2, None, 4, 1], None, 6),
        ([None, 1], None, 2),
        ([None, 1, 2], 1, None),
        ([None, 1, 2, 1], None, 4),
        ([None, 1, 2, 1, 4], 1, None),
        ([None, 1, None, 3], None, 4),
        ([None, 1, None], 3, None),
    ],
)
def test_the_latest_that_stands_is_undone_and_the_latest_undo_is_redone(
    entries: list[int | None], undo: int | None, redo: int | None
) -> None:
    assert next_undo(headings(*entries), ME) == undo
    assert next_redo(headings(*entries), ME) == redo


def test_only_one_s_own_work_counts() -> None:
    mixed = [
        Heading(1, ME, None),
        Heading(2, SOMEBODY, None),
        Heading(3, ME, None),
        Heading(4, SOMEBODY, None),
        Heading(5, ME, 3),
        Heading(6, SOMEBODY, None),
    ]
    assert (next_undo(mixed, ME), next_redo(mixed, ME)) == (1, 5)
    assert (next_undo(mixed, SOMEBODY), next_redo(mixed, SOMEBODY)) == (6, None)
    assert (next_undo(mixed, "Carla"), next_redo(mixed, "Carla")) == (None, None)


def test_what_takes_back_an_entry_that_is_not_listed_changes_nothing() -> None:
    listed = [Heading(3, ME, None), Heading(5, ME, 2), Heading(6, ME, 5)]
    assert (next_undo(listed, ME), next_redo(listed, ME)) == (3, None)


@given(st.lists(st.sampled_from(("new", "undo", "redo")), max_size=40))
def test_undo_and_redo_walk_like_two_piles(steps: list[str]) -> None:
    entries: list[Heading] = []
    done: list[int] = []
    undone: list[int] = []
    for step in steps:
        position = len(entries) + 1
        undo, redo = next_undo(entries, ME), next_redo(entries, ME)
        assert undo == (done[-1] if done else None)
        assert (redo is not None) == bool(undone)
        if step == "new":
            entries.append(Heading(position, ME, None))
            done.append(position)
            undone.clear()
        elif step == "undo" and undo is not None:
            entries.append(Heading(position, ME, undo))
            undone.append(done.pop())
        elif step == "redo" and redo is not None:
            taken_back = entries[redo - 1].undoes
            assert taken_back == undone[-1]
            entries.append(Heading(position, ME, redo))
            done.append(undone.pop())
