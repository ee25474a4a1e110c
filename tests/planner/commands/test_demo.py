"""`planner demo`: the sample trip, from the file to the papers."""

import shlex
from pathlib import Path

import pytest

from planner.sample import SAMPLE_NOW
from tests.planner.commands.conftest import Planner


def folder_of(database: Path) -> Path:
    (folder,) = database.parent.glob("planner-demo-*")
    return folder


def test_it_says_what_it_did_what_does_not_fit_and_where_the_papers_are(
    planner: Planner, database: Path
) -> None:
    result = planner("demo")
    assert result.code == 0
    assert result.lines[0].startswith("Imported “Paris, London and Iqaluit” (paris-london-")
    assert "● 1 error" in result.out
    folder = folder_of(database)
    assert f"Agenda     {folder}/agenda.md" in result.lines
    assert f"Agenda     {folder}/agenda.txt" in result.lines
    assert f"Database   {folder}/trips.sqlite3" in result.lines


def test_the_agenda_is_there_to_read_in_both_forms(planner: Planner, database: Path) -> None:
    planner("demo")
    for name in ("agenda.md", "agenda.txt"):
        assert "Starmer" in (folder_of(database) / name).read_text("utf-8")


def test_it_looks_at_the_trip_from_london_on_the_day(planner: Planner, database: Path) -> None:
    planner("demo")
    at_home = SAMPLE_NOW.to("America/Toronto")
    assert at_home.clock in (folder_of(database) / "agenda.txt").read_text("utf-8")


def test_another_present_may_be_given(planner: Planner, database: Path) -> None:
    planner("--now", "2025-03-19T09:07[America/Toronto]", "demo")
    assert "09:07" in (folder_of(database) / "agenda.txt").read_text("utf-8")


def test_it_says_how_to_look_again_at_the_same_moment(planner: Planner, database: Path) -> None:
    command = shlex.split(planner("demo").lines[-1])
    assert command[1:3] == ["--db", f"{folder_of(database)}/trips.sqlite3"]
    again = planner(*command[1:-2], "show", command[-1])
    assert "── 16:50 now ──" in again.out


def test_the_database_of_the_environment_is_left_alone(planner: Planner) -> None:
    before = planner("trips").out
    planner("demo")
    assert planner("trips").out == before


def test_a_database_that_is_named_is_used_and_a_second_time_nothing_is_new(
    planner: Planner, tmp_path: Path
) -> None:
    named = str(tmp_path / "sample.sqlite3")
    planner("--db", named, "demo")
    assert planner("--db", named, "demo").lines[0].startswith("Nothing is new in")
    assert len(planner("--db", named, "trips").lines) == 1


def test_with_a_terminal_the_screens_open_on_the_sample(
    planner: Planner, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("planner.commands.demo.has_terminal", lambda: True)
    monkeypatch.setattr(
        "planner.commands.demo.run_screens",
        lambda session, trip: opened.append(
            f"{session.store.load(trip).trip.title} at {session.clock().isoformat()}"
        ),
    )
    planner("demo")
    assert opened == ["Paris, London and Iqaluit at 2025-03-17T16:50:00+00:00"]
