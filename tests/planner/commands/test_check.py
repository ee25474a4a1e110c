"""`planner check`: what does not fit, and what the shell is told."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from db.store import SqliteStore
from planner.clock import system_clock
from planner.conflicts import Severity, Surroundings, check
from planner.edits import Edit, create
from planner.moments import Moment
from planner.records import Acknowledgement
from planner.store import find_trip
from tests.planner.commands.conftest import Planner, retitled

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
    assert lines[1] == "● 1 error"
    (at,) = (number for number, line in enumerate(lines) if "principal-overlap" in line)
    assert lines[at].startswith("● principal-overlap  Working lunch 12:00–13:30 and Interview")
    assert "overlap by 30 min — start Interview at 13:30" in " ".join(
        line.strip() for line in lines[at : at + 2]
    )


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
        (["--db", "/dev/null/trips", "check"], 2),
    ],
)
def test_the_exit_code_says_how_bad_it_is(
    planner: Planner, arguments: list[str], code: int
) -> None:
    assert planner(*arguments).code == code


def test_a_warning_is_not_an_error(
    planner: Planner, bring: Callable[[dict[str, object]], None]
) -> None:
    bring(
        {
            **retitled("long-day", "A long day"),
            "venues": [
                {
                    "name": "Hall",
                    "place": {"city": "Paris", "country": "FR", "zone": "Europe/Paris"},
                }
            ],
            "meetings": [
                {
                    "title": "Talks without end",
                    "kind": "plenary",
                    "venue": "Hall",
                    "start": "2026-06-09T08:00",
                    "minutes": 13 * 60,
                }
            ],
        }
    )
    result = planner("check", "long-day")
    assert "▲ 1 warning" in result.out
    assert result.code == 0


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


def test_programs_get_every_fact_as_json(planner: Planner) -> None:
    (trip,) = json.loads(planner("check", "paris", "--format", "json").out)
    assert (trip["trip"], trip["title"]) == ("paris-2026", "Paris and London")
    (found,) = (each for each in trip["conflicts"] if each["severity"] == "error")
    assert found["rule"] == "principal-overlap"
    assert found["shortfall"] == 30
    assert [each["name"] for each in found["subjects"]] == ["Working lunch", "Interview"]
    assert {each["kind"] for each in found["subjects"]} == {"meeting"}
    assert found["message"]
    assert found["way_out"].startswith("start Interview at 13:30")
    assert found["acknowledgement"] is None
    assert found["lapsed"] is False


def test_its_moments_are_on_the_clocks_of_home(planner: Planner) -> None:
    arguments = ("--now", PARIS_NOON, "check", "paris", "--format", "json")
    (trip,) = json.loads(planner(*arguments).out)
    assert trip["checked_at"] == "2026-06-01T06:00:00-04:00[America/Toronto]"
    (found,) = (each for each in trip["conflicts"] if each["severity"] == "error")
    assert found["at"] == "2026-06-09T07:00:00-04:00[America/Toronto]"


@pytest.mark.parametrize(("fingerprint", "lapsed"), [("", False), ("0123456789abcdef", True)])
def test_programs_are_told_what_was_said_and_whether_it_holds(
    planner: Planner, acknowledge: Callable[[str], None], fingerprint: str, lapsed: bool
) -> None:
    acknowledge(fingerprint)
    (trip,) = json.loads(planner("check", "paris", "--format", "json").out)
    (found,) = (each for each in trip["conflicts"] if each["acknowledgement"])
    assert found["acknowledgement"] == {
        "by": "Chief of protocol",
        "at": "2026-06-01T12:00:00+02:00[Europe/Paris]",
        "reason": "The interview is by telephone.",
    }
    assert found["lapsed"] is lapsed


def test_an_empty_database_is_an_empty_list(planner: Planner, tmp_path: Path) -> None:
    new = str(tmp_path / "new.sqlite3")
    assert json.loads(planner("--db", new, "check", "--format", "json").out) == []
    assert planner("--db", new, "check").code == 0
