"""`planner tell`: whom to tell, with the messages to paste."""

import copy
from collections.abc import Callable, Mapping

import pytest

from planner.text.cells import cell_width
from tests.planner.commands.conftest import TWO_CITIES, Planner

Bring = Callable[[dict[str, object]], None]
LUNCH = """\
We regret that “Working lunch”, in the programme of Anne Roy, Prime Minister of Canada, \
has had to be changed.
Before: Tuesday 9 June 2026, 11:30 Paris time.
Now: Tuesday 9 June 2026, 12:00–13:30 Paris time, 1 h 30, at Élysée Palace. We should be \
grateful if you would confirm that this suits you.""".splitlines()
BEFORE = ("--now", "2026-06-01T12:00[Europe/Paris]")


@pytest.fixture
def moved(bring: Bring) -> Callable[..., None]:
    """Bring in a trip `moved` whose lunch was accepted for half an hour earlier."""

    def bring_in(trip: Mapping[str, object] | None = None, **meeting: object) -> None:
        document = copy.deepcopy(TWO_CITIES)
        document["trip"] |= {"short_name": "moved"} | dict(trip or {})  # type: ignore[operator] # an object
        document["people"][1] |= {"phone": "+33 1 42 92 81 00"}  # type: ignore[index] # a list
        changed = {"accepted_start": "2026-06-09T11:30", "host_contact": "Intendance"} | meeting
        document["meetings"][0] |= changed  # type: ignore[index] # a list
        bring(document)

    return bring_in


def test_each_has_a_message_whose_lines_are_not_broken(
    planner: Planner, moved: Callable[..., None]
) -> None:
    moved()
    result = planner(*BEFORE, "tell", "moved")
    assert result.code == 0
    assert result.lines[1:] == [
        "",
        "Working lunch",
        "  Jean Petit · President of the French Republic · phone +33 1 42 92 81 00",
        "",
        "For the attention of Jean Petit, President of the French Republic:",
        *LUNCH,
        "",
        "  Intendance · host contact",
        "",
        "For the attention of Intendance:",
        *LUNCH,
    ]


def test_where_nobody_is_on_record_the_change_is_said_all_the_same(
    planner: Planner, moved: Callable[..., None]
) -> None:
    moved(host_contact="", participants=[])
    lines = planner(*BEFORE, "tell", "moved").lines
    assert lines[3:] == [
        "  Nobody is on record for it; whoever accepted must be told all the same.",
        "  Before: Tuesday 9 June 2026, 11:30 Paris time.",
        "  Now: Tuesday 9 June 2026, 12:00–13:30 Paris time, 1 h 30, at Élysée Palace.",
    ]


@pytest.mark.parametrize("trip", ["paris", "tokyo"])
def test_where_all_holds_it_says_so(planner: Planner, trip: str) -> None:
    result = planner(*BEFORE, "tell", trip)
    assert result.code == 0
    assert result.lines[-1] == "Nobody has to be told: what was accepted still holds."


def test_what_has_begun_is_told_to_nobody(planner: Planner, moved: Callable[..., None]) -> None:
    moved()
    result = planner("--now", "2026-06-09T12:00[Europe/Paris]", "tell", "moved")
    assert result.lines[-1].startswith("Nobody has to be told")


def test_the_marking_of_the_trip_stands_over_it_and_names_are_obeyed_by_no_terminal(
    planner: Planner, moved: Callable[..., None]
) -> None:
    moved({"marking": "PROTECTED B"}, host_contact="\x1b[31mM. Durand " + "x" * 90)
    result = planner(*BEFORE, "tell", "moved")
    assert "PROTECTED B" in result.lines[0]
    assert "\x1b" not in result.out
    assert all(cell_width(line) <= 80 for line in result.lines if line.startswith("  "))


def test_an_unknown_trip_is_refused(planner: Planner) -> None:
    assert planner("tell", "nowhere").code == 2
