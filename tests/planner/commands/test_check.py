"""`planner check`: what does not fit, and what the shell is told."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from db.store import SqliteStore
from planner.clock import system_clock
from planner.conflicts import Severity, Surroundings, check
from planner.edits import Edit, create
from planner.moments import Moment
from planner.records import Acknowledgement
from planner.store import find_trip
from tests.planner.commands.conftest import EMPTY_TRIP, Planner, keep, retitled

PARIS_NOON = "2026-06-01T12:00[Europe/Paris]"


@pytest.fixture
def acknowledge(database: Path) -> Callable[[str], None]:
    """Let the error of `paris-2026` stand, as of a fingerprint; its own where that is empty."""

    def say_so(fingerprint: str = "") -> None:
        store = SqliteStore.open(str(database), "tester")
        itinerary = store.load(find_trip(store.trips(), "paris").trip.id)
        report = check(itinerary, Surroundings(system_clock()))
        (error,) = (
            each.conflict for each in report.open if each.conflict.severity is Severity.ERROR
        )
        said = Acknowledgement(
            id="said",
            trip=itinerary.trip.id,
            rule=error.rule,
            subjects=error.subjects,
            fingerprint=fingerprint or error.fingerprint,
            reason="The interview is by telephone.",
            by="Chief of protocol",
            at=Moment.from_text(PARIS_NOON),
        )
        store.apply(Edit("Acknowledged a conflict", create(said)))
        store.close()

    return say_so


def test_a_conflict_has_its_mark_its_rule_what_is_wrong_and_the_way_out(planner: Planner) -> None:
    lines = planner("check", "paris").lines
    assert lines[0].split() == ["Paris", "and", "London", "paris-2026"]
    assert lines[1].startswith("● 1 error")
    (at,) = (number for number, line in enumerate(lines) if "principal-overlap" in line)
    assert lines[at].startswith("● principal-overlap  ")
    said = " ".join(" ".join(lines[at : at + 3]).split())
    assert said.startswith(
        "● principal-overlap Working lunch 12:00–13:30 and Interview 13:00–13:45"
    )
    assert "overlap by 30 min — start Interview at 13:30" in said


def test_without_a_trip_every_trip_has_its_block(planner: Planner) -> None:
    out = planner("check").out
    assert out.index("Paris and London") < out.index("Tōkyō 東京 🗼")
    assert "✓ no conflicts" in out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["check", "tokyo"], 0),
        (["check", "paris"], 1),
        (["check"], 1),
        (["check", "--format", "json"], 1),
        (["check", "tokyo", "--format", "json"], 0),
        (["check", "nowhere"], 2),
        (["check", "--format", "xml"], 2),
        (["check", "--fail-on", "never"], 2),
        (["--db", "/dev/null/trips", "check"], 2),
    ],
)
def test_the_exit_code_says_how_bad_it_is(
    planner: Planner, arguments: list[str], code: int
) -> None:
    assert planner(*arguments).code == code


LONG_DAY: dict[str, object] = {
    **retitled("long-day", "A long day"),
    "venues": [
        {"name": "Hall", "place": {"city": "Paris", "country": "FR", "zone": "Europe/Paris"}}
    ],
    "meetings": [
        {
            "title": "Talks without end",
            "kind": "speech",
            "venue": "Hall",
            "start": "2026-06-09T08:00",
            "minutes": 13 * 60,
        }
    ],
}
"""Its speech is longer than any is: a warning."""


@pytest.mark.parametrize(
    ("trip", "arguments", "code"),
    [
        ("long-day", [], 0),
        ("long-day", ["--fail-on", "error"], 0),
        ("long-day", ["--fail-on", "warning"], 1),
        ("long-day", ["--fail-on", "notice"], 1),
        ("long-day", ["--fail-on", "warning", "--format", "json"], 1),
        ("paris", ["--fail-on", "notice"], 1),
        ("tokyo", ["--fail-on", "notice"], 0),
    ],
)
def test_how_bad_a_failure_is_can_be_said(
    planner: Planner,
    bring: Callable[[dict[str, object]], None],
    trip: str,
    arguments: list[str],
    code: int,
) -> None:
    bring(LONG_DAY)
    assert planner("check", trip, *arguments).code == code


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([], 0),
        (["--fail-on", "warning"], 1),
        (["--format", "json"], 0),
        (["--fail-on", "warning", "--format", "json"], 1),
    ],
)
def test_without_a_trip_the_worst_of_all_counts(
    planner: Planner, tmp_path: Path, arguments: list[str], code: int
) -> None:
    path = str(tmp_path / "calm.sqlite3")
    store = SqliteStore.open(path, "tester")
    for document in (EMPTY_TRIP, LONG_DAY, retitled("zagreb", "Zagreb")):
        keep(store, document)
    store.close()
    result = planner("--db", path, "check", *arguments)
    assert result.code == code
    assert all(title in result.out for title in ("Tōkyō 東京 🗼", "A long day", "Zagreb"))


def test_a_warning_is_counted_apart(
    planner: Planner, bring: Callable[[dict[str, object]], None]
) -> None:
    bring(LONG_DAY)
    assert "▲ 1 warning" in planner("check", "long-day").out


def test_what_somebody_lets_stand_is_apart_and_fails_nothing(
    planner: Planner, acknowledge: Callable[[], None]
) -> None:
    acknowledge()
    result = planner("check", "paris")
    assert result.code == 0
    assert "1 acknowledged" in result.lines[1]
    apart = result.out.split("\nAcknowledged\n")[1]
    assert "principal-overlap" in apart
    assert "Chief of protocol, Mon 1 Jun 12:00: The interview is by telephone." in " ".join(
        apart.split()
    )


def test_what_changed_since_shows_again_and_says_so(
    planner: Planner, acknowledge: Callable[[str], None]
) -> None:
    acknowledge("0123456789abcdef")
    result = planner("check", "paris")
    assert result.code == 1
    assert "Chief of protocol let it stand on Mon 1 Jun 12:00" in result.out


KEYS = [
    "trip",
    "rule",
    "severity",
    "subjects",
    "message",
    "at",
    "shortfall",
    "way_out",
    "fixes",
    "acknowledgement",
    "fingerprint",
]


def found_in(planner: Planner, *arguments: str) -> list[dict[str, Any]]:
    """Return the conflicts of `paris-2026`, as a program gets them."""
    (trip,) = json.loads(planner(*arguments, "check", "paris", "--format", "json").out)
    conflicts: list[dict[str, Any]] = trip["conflicts"]
    return conflicts


def test_programs_get_every_fact_as_json(planner: Planner) -> None:
    found = found_in(planner)
    assert all(list(each) == KEYS for each in found)
    assert {each["trip"] for each in found} == {"paris-2026"}
    (error,) = (each for each in found if each["severity"] == "error")
    assert error["rule"] == "principal-overlap"
    assert error["shortfall"] == 30
    assert error["at"] == "2026-06-09T11:00:00Z"
    assert [each["name"] for each in error["subjects"]] == ["Working lunch", "Interview"]
    assert {each["kind"] for each in error["subjects"]} == {"meeting"}
    assert error["message"].startswith("Working lunch 12:00–13:30 and Interview")
    assert error["way_out"].startswith("start Interview at 13:30")
    assert error["acknowledgement"] is None
    assert {"words": "move Interview to 13:30", "clears": 1, "adds": 0, "asks": []} in error[
        "fixes"
    ]


def test_programs_can_do_without_the_ways_out(planner: Planner) -> None:
    (trip,) = json.loads(planner("check", "paris", "--format", "json", "--no-fixes").out)
    assert not any(each["fixes"] for each in trip["conflicts"])


def test_programs_get_every_trip_with_the_hour_it_was_checked(planner: Planner) -> None:
    trips = json.loads(planner("--now", PARIS_NOON, "check", "--format", "json").out)
    assert [list(each) for each in trips] == [
        ["trip", "id", "title", "checked_at", "conflicts"]
    ] * 2
    assert [each["trip"] for each in trips] == ["paris-2026", "tokyo"]
    assert {each["checked_at"] for each in trips} == {"2026-06-01T10:00:00Z"}


@pytest.mark.parametrize(("fingerprint", "lapsed"), [("", False), ("0123456789abcdef", True)])
def test_programs_are_told_what_was_said_and_whether_it_holds(
    planner: Planner, acknowledge: Callable[[str], None], fingerprint: str, lapsed: bool
) -> None:
    acknowledge(fingerprint)
    (found,) = (each for each in found_in(planner) if each["acknowledgement"])
    assert found["acknowledgement"] == {
        "reason": "The interview is by telephone.",
        "by": "Chief of protocol",
        "at": "2026-06-01T10:00:00Z",
        "lapsed": lapsed,
    }


def test_to_programs_too_what_somebody_lets_stand_comes_last(
    planner: Planner, acknowledge: Callable[[], None]
) -> None:
    before = [each["fingerprint"] for each in found_in(planner, "--now", PARIS_NOON)]
    acknowledge()
    after = found_in(planner, "--now", PARIS_NOON)
    assert after[-1]["acknowledgement"]
    assert [each["fingerprint"] for each in after] == [*before[1:], before[0]]


def test_an_empty_database_is_an_empty_list(planner: Planner, tmp_path: Path) -> None:
    new = str(tmp_path / "new.sqlite3")
    assert json.loads(planner("--db", new, "check", "--format", "json").out) == []
    assert planner("--db", new, "check").code == 0
