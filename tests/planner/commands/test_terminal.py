"""`planner` and `planner open`: the screens, where there is somebody to see them."""

import os
from datetime import datetime
from inspect import signature

import pytest

from planner.desk import Desk
from screens.app import PlannerApp
from tests.planner.commands.conftest import Planner

Opened = list[tuple[str, datetime]]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    """A terminal, and in place of the screens a list of what they were opened with."""
    calls: Opened = []

    class Screens:
        """Stands in for the app."""

        return_code = 0

        def __init__(self, desk: Desk, opened: str | None) -> None:
            title = desk.store.load(opened).trip.short_name if opened else ""
            self._call = (title, desk.clock())

        def run(self) -> None:
            """Remember that they were shown."""
            calls.append(self._call)

    monkeypatch.setattr("planner.commands.terminal.has_terminal", lambda: True)
    monkeypatch.setattr("screens.app.PlannerApp", Screens)
    return calls


@pytest.mark.parametrize("arguments", [(), ("open", "paris"), ("open", "nowhere")])
def test_without_a_terminal_it_says_what_prints(
    planner: Planner, arguments: tuple[str, ...]
) -> None:
    result = planner(*arguments)
    assert (result.code, result.out) == (2, "")
    assert "`planner show TRIP`" in result.err


def test_alone_it_opens_the_list_of_trips(planner: Planner, opened: Opened) -> None:
    assert planner().code == 0
    assert [trip for trip, _ in opened] == [""]


def test_a_trip_opens_by_any_unique_beginning(planner: Planner, opened: Opened) -> None:
    assert planner("open", "par").code == 0
    assert [trip for trip, _ in opened] == ["paris-2026"]


def test_the_screens_are_given_the_moment_asked_for(planner: Planner, opened: Opened) -> None:
    planner("--now", "2026-06-09T14:00[Europe/Paris]", "open", "par")
    assert [now.isoformat() for _, now in opened] == ["2026-06-09T12:00:00+00:00"]


def test_an_unknown_trip_opens_nothing(planner: Planner, opened: Opened) -> None:
    result = planner("open", "nowhere")
    assert (result.code, opened) == (2, [])
    assert "No trip begins with “nowhere”" in result.err


def test_when_the_screens_fail_so_does_the_command(
    planner: Planner, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("screens.app.PlannerApp.return_code", 3)
    assert planner("open", "par").code == 3
    assert len(opened) == 1


def test_escape_is_answered_at_once_unless_somebody_chose_otherwise(
    planner: Planner, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ESCDELAY", raising=False)
    planner()
    assert os.environ["ESCDELAY"] == "25"
    monkeypatch.setenv("ESCDELAY", "200")
    planner()
    assert os.environ["ESCDELAY"] == "200"
    assert len(opened) == 2


def test_the_app_takes_what_it_is_given() -> None:
    assert list(signature(PlannerApp).parameters) == ["desk", "opened"]
