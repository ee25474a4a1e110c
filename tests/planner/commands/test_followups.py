"""`planner followups`: what was promised on all trips, overdue first."""

import copy
import json
from collections.abc import Callable

import pytest

from tests.planner.commands.conftest import TWO_CITIES, Planner

Bring = Callable[[dict[str, object]], None]
NOW = ("--now", "2026-07-01T12:00[America/Toronto]")


@pytest.fixture
def promised(bring: Bring) -> None:
    """Bring in a trip `promised`, at whose lunch four things were promised."""
    document = copy.deepcopy(TWO_CITIES)
    document["trip"] |= {"short_name": "promised", "title": "Paris again"}  # type: ignore[operator] # an object
    document["meetings"][0]["follow_ups"] = [  # type: ignore[index] # a list of objects
        {"text": "Send the draft", "owner": "Global Affairs Canada", "due": "2026-06-30"},
        {"text": "Name a date", "owner": "PCO", "due": "2026-07-02"},
        {"text": "Thank them"},
        {"text": "Lend the painting", "owner": "PCO", "state": "complete"},
    ]
    bring(document)


@pytest.mark.usefixtures("promised")
def test_overdue_comes_first_then_what_is_to_do_then_what_has_no_date(planner: Planner) -> None:
    result = planner(*NOW, "followups")
    assert result.code == 0
    assert result.lines == [
        "Overdue · 1 follow-up",
        "",
        "▲ Global Affairs Canada · 1 day overdue (Tuesday 30 June 2026)",
        "  Send the draft",
        "  Jean Petit · Working lunch · Paris again",
        "",
        "To do · 1 follow-up",
        "",
        "PCO · due tomorrow (Thursday 2 July 2026)",
        "  Name a date",
        "  Jean Petit · Working lunch · Paris again",
        "",
        "Without a date · 1 follow-up",
        "",
        "nobody owns it · no date",
        "  Thank them",
        "  Jean Petit · Working lunch · Paris again",
    ]


@pytest.mark.parametrize(
    ("options", "texts"),
    [
        (("--overdue",), ["Send the draft"]),
        (("--owner", "GAC"), ["Send the draft"]),
        (("--owner", "pco", "--all"), ["Name a date", "Lend the painting"]),
        (("--with", "petit", "--overdue"), ["Send the draft"]),
        (("--with", "starmer"), []),
        (("--trip", "prom"), ["Send the draft", "Name a date", "Thank them"]),
        (("--trip", "tokyo"), []),
    ],
)
@pytest.mark.usefixtures("promised")
def test_options_choose(planner: Planner, options: tuple[str, ...], texts: list[str]) -> None:
    found = json.loads(planner(*NOW, "followups", *options, "--format", "json").out)
    assert [each["text"] for each in found] == texts


@pytest.mark.usefixtures("promised")
def test_json_has_all_of_it(planner: Planner) -> None:
    first, *_ = json.loads(planner(*NOW, "followups", "--format", "json").out)
    assert first.pop("id")
    assert first == {
        "trip": "promised",
        "meeting": "Working lunch",
        "outcome": "",
        "counterparts": ["Jean Petit"],
        "text": "Send the draft",
        "owner": "Global Affairs Canada",
        "due": "2026-06-30",
        "state": "open",
        "days_overdue": 1,
        "last_word": "",
        "last_word_on": None,
    }


def test_where_nothing_was_promised_it_says_so(planner: Planner) -> None:
    assert planner("followups").lines == ["Nothing was promised on any trip."]
    assert planner("followups", "--format", "json").out == "[]\n"


@pytest.mark.usefixtures("promised")
def test_where_none_is_like_that_it_says_how_to_see_all(planner: Planner) -> None:
    assert planner(*NOW, "followups", "--owner", "nobody").lines == [
        "No follow-up is like that. `planner followups --all` lists every one."
    ]


def test_an_unknown_trip_is_told(planner: Planner) -> None:
    result = planner("followups", "--trip", "rome")
    assert (result.code, result.out) == (2, "")
    assert "rome" in result.err
