"""`planner release` and `planner releases`: versions, what forbids one, and what goes out open."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from db.store import SqliteStore
from planner.commands.session import Session
from planner.records import Release
from planner.store import find_trip
from tests.planner.commands.conftest import PARIS, Planner, retitled

THEN = ("--now", "2026-06-01T12:00[Europe/Paris]")

OPEN: dict[str, object] = {
    **retitled("open", "Open in three ways"),
    "stops": [{"place": PARIS, "arrive": "2026-06-09T08:00", "depart": "2026-06-10T20:00"}],
    "meetings": [
        {
            "title": "Pull-aside",
            "kind": "placeholder",
            "stop": "Paris",
            "start": "2026-06-09T15:00",
            "minutes": 20,
            "placeholder_expires": "2026-06-08T18:00[Europe/Paris]",
        },
        *(
            {
                "title": title,
                "kind": "site visit",
                "status": "tentative",
                "stop": "Paris",
                "day": "2026-06-09",
                "choice": "evening",
            }
            for title in ("Opera", "Museum")
        ),
        {"title": "Talk", "kind": "speech", "stop": "Paris", "day": "2026-06-10"},
        {
            "title": "Talks without end",
            "kind": "speech",
            "status": "confirmed",
            "stop": "Paris",
            "start": "2026-06-10T06:00",
            "minutes": 13 * 60,
        },
    ],
}
"""A placeholder, two alternatives, and a talk that is only proposed; another is too long."""


@pytest.fixture
def kept(database: Path) -> Callable[[str], list[Release]]:
    """The releases of a trip as they are stored, by number."""

    def releases_of(name: str) -> list[Release]:
        store = SqliteStore.open(str(database), "tester")
        itinerary = store.load(find_trip(store.trips(), name).trip.id)
        store.close()
        return sorted(itinerary.all(Release).values(), key=lambda each: each.number)

    return releases_of


Kept = Callable[[str], list[Release]]


def test_a_version_is_kept_with_all_that_was_said_of_it(planner: Planner, kept: Kept) -> None:
    said = ("--to", "the delegation", "--to", "the embassy", "--note", "All new", "--marking", "C")
    result = planner(*THEN, "release", "tokyo", "--scope", "public", *said)
    assert (result.code, result.err) == (0, "")
    assert result.lines[0] == "Released version 1, public."
    (made,) = kept("tokyo")
    assert (made.by, made.scope, made.recipients) == (
        "tester",
        "public",
        "the delegation, the embassy",
    )
    assert (made.note, made.marking, made.at.clock) == ("All new", "C", "06:00")


@pytest.mark.parametrize(
    ("arguments", "marking"), [([], "SECRET"), (["--marking", ""], ""), (["--marking", "X"], "X")]
)
def test_the_marking_is_that_of_the_trip_unless_another_is_given(
    planner: Planner,
    bring: Callable[[dict[str, object]], None],
    kept: Kept,
    arguments: list[str],
    marking: str,
) -> None:
    document = retitled("marked", "A marked trip")
    document["trip"]["marking"] = "SECRET"  # type: ignore[index] # it is an object
    bring(document)
    assert planner("release", "marked", *arguments).code == 0
    assert kept("marked")[0].marking == marking


def test_an_error_forbids_it_and_the_shell_is_told_so(planner: Planner, kept: Kept) -> None:
    for arguments in ([], ["--dry-run"]):
        result = planner("release", "paris", *arguments)
        assert (result.code, result.out) == (1, "")
        assert result.err.startswith(
            "planner: Version 1 is not released: an error stands that nobody acknowledged. "
            "Working lunch 12:00–13:30 and Interview 13:00–13:45"
        )
    assert kept("paris") == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("release", "nowhere"),
        ("release",),
        ("release", "tokyo", "--scope", "secret"),
        ("releases", "nowhere"),
    ],
)
def test_what_could_not_be_tried_is_told_apart(
    planner: Planner, arguments: tuple[str, ...]
) -> None:
    result = planner(*arguments)
    assert (result.code, result.out) == (2, "")


def test_what_goes_out_open_is_said_and_forbids_nothing(
    planner: Planner, bring: Callable[[dict[str, object]], None]
) -> None:
    bring(OPEN)
    result = planner(*THEN, "release", "open")
    assert result.code == 0
    assert result.lines[:8] == [
        "Released version 1, internal.",
        "1 placeholder:",
        "  Pull-aside, Tue 9 Jun 15:00: kept until 18:00 CEST on Monday 8 June 2026",
        "1 slot with alternatives:",
        "  Opera (Tue 9 Jun, tentative) or Museum (Tue 9 Jun, tentative)",
        "1 entry only proposed:",
        "  Talk, Wed 10 Jun",
        "1 warning:",
    ]
    assert all(line.startswith(("▲ ", "  ")) for line in result.lines[8:])


def test_a_dry_run_says_the_same_and_stores_nothing(
    planner: Planner, bring: Callable[[dict[str, object]], None], kept: Kept
) -> None:
    bring(OPEN)
    tried = planner(*THEN, "release", "open", "--dry-run", "--scope", "public")
    assert tried.code == 0
    assert tried.lines[0] == "Version 1, public, can be released. Nothing was stored."
    assert kept("open") == []
    assert planner(*THEN, "release", "open").lines[1:] == tried.lines[1:]


def test_of_two_who_release_the_same_number_at_once_the_second_is_refused(
    planner: Planner, kept: Kept, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = SqliteStore.open(str(database), "tester")
    seen = store.load(find_trip(store.trips(), "tokyo").trip.id)
    store.close()
    planner("release", "tokyo", "--note", "First")
    monkeypatch.setattr(Session, "load", lambda *_: seen)
    result = planner("release", "tokyo", "--note", "Second")
    assert (result.code, result.out) == (2, "")
    assert "is there already. Nothing was changed." in result.err
    assert [each.note for each in kept("tokyo")] == ["First"]


def test_undo_takes_a_version_back_and_its_number_is_free_again(
    planner: Planner, kept: Kept
) -> None:
    for _ in range(2):
        planner("release", "tokyo")
    assert planner("undo", "tokyo").out == "Undo: Released version 2, internal.\n"
    assert planner("release", "tokyo").lines[0] == "Released version 2, internal."
    assert [each.number for each in kept("tokyo")] == [1, 2]


def test_the_versions_are_listed_newest_first(planner: Planner) -> None:
    planner(*THEN, "release", "tokyo", "--to", "the delegation", "--note", "First out")
    planner(*THEN, "release", "tokyo", "--scope", "public", "--marking", "C")
    assert planner("releases", "tokyo").lines == [
        "2  2026-06-01 06:00 EDT  tester  public",
        "   marked C",
        "1  2026-06-01 06:00 EDT  tester  internal  the delegation",
        "   First out",
    ]


def test_their_columns_stand_whatever_people_are_called(
    planner: Planner, monkeypatch: pytest.MonkeyPatch
) -> None:
    planner(*THEN, "release", "tokyo", "--to", "all")
    monkeypatch.setenv("SUMMITRY_AUTHOR", "李明 the Younger")
    planner(*THEN, "release", "tokyo", "--to", "\x1b[31mred")
    assert planner("releases", "tokyo").lines == [
        "2  2026-06-01 06:00 EDT  李明 the Younger  internal  ␛[31mred",
        "1  2026-06-01 06:00 EDT  tester            internal  all",
    ]


def test_where_nothing_was_released_the_way_to_do_it_is_said(planner: Planner) -> None:
    result = planner("releases", "tokyo")
    assert (result.code, result.lines) == (
        0,
        ["Nothing was released yet. `planner release tokyo` freezes the first version."],
    )


def test_what_was_released_is_checked_against_what_is_planned_now(
    planner: Planner, bring: Callable[[dict[str, object]], None]
) -> None:
    bring(OPEN)
    planner(*THEN, "release", "open")
    assert "unreleased-changes" not in planner(*THEN, "check", "open").out
    document = json.loads(planner("export", "open").out)
    document["meetings"][0]["minutes"] = 25
    planner("import", "-", stdin=json.dumps(document))
    assert "unreleased-changes" in planner(*THEN, "check", "open").out
