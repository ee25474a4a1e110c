"""The journal on the screen: who changed what, old and new, and taking one change back."""

import re
from dataclasses import replace

import pytest
from textual.pilot import Pilot

from db.store import SqliteStore
from planner.edits import Change, Edit
from planner.records import Meeting
from screens.dialogs.history import HistoryDialog
from screens.trips import TripsScreen
from screens.widgets.bars import StatusLine
from screens.widgets.history import HistoryLines
from screens.workspace import WorkspaceScreen
from tests.planner.journeys import JOURNEY
from tests.screens.opened import Mouse, on_top, part_text, press, rows_of, running

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)])
MEETING = next(each for each in JOURNEY if isinstance(each, Meeting) and each.start)


def changed(store: SqliteStore, label: str, **fields: object) -> None:
    """Change a meeting of the journey."""
    before = store.load("trip").get(Meeting, MEETING.id)
    assert before is not None
    after = replace(before, **fields)  # type: ignore[arg-type] # the fields of a meeting
    store.apply(Edit(label, (Change(before, after),)))


async def listed(pilot: Pilot[None]) -> HistoryLines:
    await press(pilot, "H")
    return on_top(pilot, HistoryDialog).query_one(HistoryLines)


def said(pilot: Pilot[None]) -> str:
    return pilot.app.screen.query_one(StatusLine).words


def read(lines: HistoryLines) -> list[str]:
    """Return the rows, without the hours of the clock on the wall."""
    return [re.sub(r"\d\d:\d\d  ", "", " ".join(row.split())) for row in rows_of(lines)]


@SIZES
async def test_the_newest_comes_first_with_old_and_new(
    store: SqliteStore, size: tuple[int, int]
) -> None:
    changed(store, "Noted it", notes="By the garden door")
    changed(store, "Made it shorter", minutes=20)
    async with running(store, size) as pilot:
        text = "\n".join(read(await listed(pilot)))
        assert text.index("Made it shorter") < text.index("Noted it") < text.index("Imported")
        assert f"minutes {MEETING.minutes} → 20" in text
        assert "notes — → By the garden door" in text
        assert "more changes" in text
        assert said(pilot) == "3 changes"


@SIZES
async def test_one_change_is_taken_back_and_what_came_after_it_stays(
    store: SqliteStore, size: tuple[int, int]
) -> None:
    changed(store, "Made it shorter", minutes=20)
    changed(store, "Noted it", notes="By the garden door")
    async with running(store, size) as pilot:
        lines = await listed(pilot)
        await press(pilot, "down", "x")
        assert said(pilot).startswith("Took back: Made it shorter · saved ")
        stored = store.load("trip").get(Meeting, MEETING.id)
        assert stored is not None
        assert (stored.minutes, stored.notes) == (MEETING.minutes, "By the garden door")
        assert lines.selected is not None
        assert lines.selected.edit.label == "Made it shorter"
        await press(pilot, "u")
        stored = store.load("trip").get(Meeting, MEETING.id)
        assert stored is not None
        assert stored.minutes == 20


async def test_what_was_changed_since_is_not_taken_back_and_it_says_why(
    store: SqliteStore,
) -> None:
    changed(store, "Made it shorter", minutes=20)
    changed(store, "Made it longer", minutes=75)
    async with running(store) as pilot:
        await listed(pilot)
        await press(pilot, "down", "x")
        assert "changed minutes meanwhile" in said(pilot)
        stored = store.load("trip").get(Meeting, MEETING.id)
        assert stored is not None
        assert stored.minutes == 75


async def test_a_trip_that_was_removed_is_brought_back_from_the_history_of_all(
    store: SqliteStore,
) -> None:
    async with running(store, opened=None) as pilot:
        await press(pilot, "d", "y")
        assert store.trips() == ()
        await listed(pilot)
        assert "removed: " in part_text(pilot)
        await press(pilot, "x")
        assert len(store.trips()) == 1
        await press(pilot, "escape")
        on_top(pilot, TripsScreen)


async def test_a_click_marks_and_escape_closes(store: SqliteStore) -> None:
    changed(store, "Made it shorter", minutes=20)
    async with running(store) as pilot:
        lines = await listed(pilot)
        await Mouse(pilot).click("Imported", "#history")
        assert lines.selected is not None
        assert lines.selected.edit.label == "Imported"
        await press(pilot, "escape")
        on_top(pilot, WorkspaceScreen)


async def test_where_nothing_was_changed_it_says_so() -> None:
    store = SqliteStore.in_memory("planner")
    async with running(store, opened=None) as pilot:
        await listed(pilot)
        assert "Nothing was changed yet." in part_text(pilot)
        await press(pilot, "x", "down")
        assert said(pilot) == "0 changes"
    store.close()
