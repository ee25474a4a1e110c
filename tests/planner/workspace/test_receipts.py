"""What a person is told of entries of the journal: saved, taken back, by whom and when."""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from planner.edits import Change, Edit, create, delete
from planner.journal import Headline, JournalEntry
from planner.workspace import receipts
from tests.planner.journeys import LUNCH, TRIP

SAVED_AT = datetime(2025, 3, 17, 16, 49, 58, tzinfo=UTC)
TODAY, LATER = date(2025, 3, 17), date(2025, 3, 20)


@pytest.fixture(autouse=True)
def _clocks_in_toronto(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Put this machine's clocks on a zone, since receipts show its time."""
    monkeypatch.setenv("TZ", "America/Toronto")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def entry(label: str, *changes: Change, author: str = "Anna") -> JournalEntry:
    return JournalEntry(1, SAVED_AT, author, Edit(label, changes))


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (TODAY, "Moved Audience to 16:15 · saved 12:49:58"),
        (LATER, "Moved Audience to 16:15 · saved 17 Mar 2025 12:49"),
    ],
)
def test_what_is_saved_says_when_on_the_clocks_of_this_machine(today: date, words: str) -> None:
    assert receipts.saved(entry("Moved Audience to 16:15"), today) == words


def test_the_day_is_that_of_this_machine_too() -> None:
    late = replace(entry("Moved"), at=datetime(2025, 3, 18, 2, 30, tzinfo=UTC))
    assert receipts.saved(late, TODAY) == "Moved · saved 22:30:00"
    assert receipts.saved(late, date(2025, 3, 18)) == "Moved · saved 17 Mar 2025 22:30"


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("Undo: Moved Audience", "Undone: moved Audience · saved 12:49:58"),
        ("Redo: Moved Audience", "Done again: moved Audience · saved 12:49:58"),
        ("Undo: Added topic “A: B”", "Undone: added topic “A: B” · saved 12:49:58"),
    ],
)
def test_what_is_taken_back_or_done_again_says_what_it_was(label: str, words: str) -> None:
    assert receipts.taken_back(entry(label), TODAY) == words


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (TODAY, "Saved · last change 12:49:58 by Anna: moved Audience"),
        (LATER, "Saved · last change 17 Mar 2025 12:49 by Anna: moved Audience"),
    ],
)
def test_whoever_opens_a_trip_is_told_who_changed_it_last(today: date, words: str) -> None:
    headline = Headline(SAVED_AT, "Anna", "Moved Audience")
    assert receipts.last_change(headline, today) == words


def test_of_what_others_did_the_latest_is_said() -> None:
    entries = (entry("Moved Audience"), entry("Added stop “Rome”", author="Bo"))
    assert receipts.with_others("", entries) == "Bo: Added stop “Rome”"
    assert receipts.with_others("Saved", entries) == "Saved · before it Bo: Added stop “Rome”"
    assert receipts.with_others("Saved", ()) == "Saved"


@pytest.mark.parametrize(
    ("changes", "trip", "removed"),
    [
        (delete(TRIP), "trip", True),
        (delete(LUNCH, TRIP), "trip", True),
        (delete(TRIP), "another", False),
        (delete(LUNCH), "lunch", False),
        (create(TRIP), "trip", False),
        ((Change(TRIP, replace(TRIP, title="Rome")),), "trip", False),
        ((), "trip", False),
    ],
)
def test_a_trip_is_removed_by_what_takes_it_away(
    changes: tuple[Change, ...], trip: str, removed: bool
) -> None:
    assert receipts.removes([entry("x"), entry("y", *changes)], trip) is removed
