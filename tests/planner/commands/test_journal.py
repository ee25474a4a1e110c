"""`planner undo`, `redo` and `history`."""

import pytest

from tests.planner.commands.conftest import Planner


def test_history_is_newest_first_with_number_time_author_and_words(planner: Planner) -> None:
    newest, oldest = planner("history").lines
    assert newest.startswith("2  ")
    assert " UTC  tester  Imported “Tōkyō 東京 🗼”" in newest
    assert oldest.startswith("1  ")


def test_history_of_a_trip_has_its_changes_on_the_clocks_of_its_home(planner: Planner) -> None:
    (only,) = planner("history", "paris").lines
    assert "Imported “Paris and London”" in only
    assert " EST " in only or " EDT " in only


def test_a_limit_leaves_out_the_older_and_says_so(planner: Planner) -> None:
    newest, hint = planner("history", "--limit", "1").lines
    assert newest.startswith("2  ")
    assert "older" in hint


@pytest.mark.parametrize("limit", ["0", "-1", "many"])
def test_a_limit_is_a_number_of_at_least_one(planner: Planner, limit: str) -> None:
    assert planner("history", "--limit", limit).code == 2


def test_undo_takes_back_the_latest_and_says_what(planner: Planner) -> None:
    result = planner("undo")
    assert (result.code, result.out) == (0, "Undo: Imported “Tōkyō 東京 🗼”.\n")
    assert [line.split()[0] for line in planner("trips").lines] == ["paris-2026"]


def test_undo_of_a_trip_leaves_the_others_alone(planner: Planner) -> None:
    assert planner("undo", "paris").out == "Undo: Imported “Paris and London”.\n"
    assert [line.split()[0] for line in planner("trips").lines] == ["tokyo"]


def test_redo_does_it_again(planner: Planner) -> None:
    before = planner("show", "paris").out
    planner("undo")
    planner("undo")
    assert planner("redo").out == "Redo: Imported “Paris and London”.\n"
    assert planner("show", "paris").out == before


def test_what_others_did_is_never_taken_back(
    planner: Planner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUMMITRY_AUTHOR", "somebody else")
    result = planner("undo")
    assert (result.code, result.out) == (2, "")
    assert result.err == "planner: There is nothing of yours to undo here.\n"
    assert len(planner("trips").lines) == 2


def test_nothing_to_redo_is_told_and_not_done(planner: Planner) -> None:
    result = planner("redo", "paris")
    assert (result.code, result.err) == (
        2,
        "planner: There is nothing of yours to redo here.\n",
    )
