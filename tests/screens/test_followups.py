"""The follow-ups of all trips: overdue first, done by a key, taken back by undo."""

from collections.abc import Iterator
from datetime import date

import pytest
from textual.pilot import Pilot

from db.store import SqliteStore
from planner.edits import Edit, create
from planner.records import FollowUp
from planner.records.words import FollowUpState
from screens.dialogs.followups import FollowUpsDialog
from screens.trips import TripsScreen
from screens.widgets.bars import StatusLine
from screens.widgets.followups import FollowUpLines
from screens.workspace import WorkspaceScreen
from tests.planner.journeys import PEOPLE, TRIP
from tests.screens.opened import Mouse, on_top, part_text, press, rows_of, running, words
from tests.screens.test_trips import trip

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)])


def owed(text: str, due: date | None, owner: str = "", of: str = "Turin") -> FollowUp:
    return FollowUp(id=text, trip=of, text=text, due=due, owner=owner)


PROMISED = (
    owed("Send the draft", date(2025, 3, 10), "Global Affairs Canada"),
    owed("Name a date", date(2025, 3, 18), "Privy Council Office"),
    owed("Thank them", None),
)
"""The present of these tests is 17 March 2025."""


@pytest.fixture
def planned() -> Iterator[SqliteStore]:
    """A trip on which nothing was promised yet."""
    made = SqliteStore.in_memory("planner")
    principal = next(each for each in PEOPLE if each.id == TRIP.principal)
    turin = trip("Turin", "2025-04-07T09:00", "2025-04-07T18:00")
    made.apply(Edit("Added", create(principal, *turin)))
    yield made
    made.close()


@pytest.fixture
def promised(planned: SqliteStore) -> SqliteStore:
    """The same, once three things were promised."""
    planned.apply(Edit("Added", create(*PROMISED)))
    return planned


async def listed(pilot: Pilot[None]) -> FollowUpLines:
    """Open the follow-ups from the list of trips."""
    await press(pilot, "F")
    return on_top(pilot, FollowUpsDialog).query_one(FollowUpLines)


def selected(lines: FollowUpLines) -> str:
    """Return the text of the follow-up under the cursor."""
    return lines.selected.follow_up.text if lines.selected else ""


def said(pilot: Pilot[None]) -> str:
    return pilot.app.screen.query_one(StatusLine).words


@SIZES
async def test_overdue_comes_first_and_each_says_who_owes_it_and_until_when(
    promised: SqliteStore, size: tuple[int, int]
) -> None:
    async with running(promised, size, opened=None) as pilot:
        rows = [" ".join(row.split()) for row in rows_of(await listed(pilot))]
        assert rows == [
            "Overdue 1 follow-up",
            "▲ Send the draft 7 days overdue",
            "Global Affairs Canada · Turin",
            "To do 1 follow-up",
            "○ Name a date due tomorrow",
            "Privy Council Office · Turin",
            "Without a date 1 follow-up",
            "○ Thank them no date",
            "nobody owns it · Turin",
        ]
        assert said(pilot) == "3 follow-ups, 1 overdue"


@SIZES
async def test_a_key_marks_one_complete_and_undo_takes_it_back(
    promised: SqliteStore, size: tuple[int, int]
) -> None:
    async with running(promised, size, opened=None) as pilot:
        lines = await listed(pilot)
        await press(pilot, "space")
        assert said(pilot).startswith("Marked follow-up “Send the draft” complete · saved ")
        assert selected(lines) == "Name a date"
        assert lines.items == 2
        stored = {each.follow_up.id: each.follow_up.state for each in promised.promises()}
        assert stored["Send the draft"] is FollowUpState.COMPLETE
        await press(pilot, "u")
        assert said(pilot).startswith("Undone: ")
        assert lines.items == 3


async def test_what_is_done_shows_where_it_is_asked_for_and_is_opened_again(
    promised: SqliteStore,
) -> None:
    async with running(promised, opened=None) as pilot:
        lines = await listed(pilot)
        await press(pilot, "space", "a", "end")
        assert selected(lines) == "Send the draft"
        assert "✓ Send the draft" in part_text(pilot)
        await press(pilot, "x")
        assert "▲ Send the draft" in part_text(pilot)


async def test_only_what_is_overdue_and_only_whose_are_asked_for(promised: SqliteStore) -> None:
    async with running(promised, opened=None) as pilot:
        await listed(pilot)
        await press(pilot, "o")
        assert said(pilot) == "1 follow-up, 1 overdue"
        await press(pilot, "t", "slash")
        assert "Privy Council Office" in part_text(pilot)
        await press(pilot, "1")
        assert said(pilot) == "1 follow-up, of Privy Council Office"
        await press(pilot, "o")
        assert "No follow-up is like that." in part_text(pilot)
        await press(pilot, "slash", "a")
        assert said(pilot) == "1 follow-up, 1 overdue"


async def test_enter_and_a_second_click_open_the_trip(promised: SqliteStore) -> None:
    async with running(promised, opened=None) as pilot:
        await listed(pilot)
        await Mouse(pilot).click("Name a date", "#followups")
        await Mouse(pilot).click("Name a date", "#followups")
        assert on_top(pilot, WorkspaceScreen).workspace
        assert words(pilot) == "Name a date"


async def test_escape_goes_back(promised: SqliteStore) -> None:
    async with running(promised, opened=None) as pilot:
        await listed(pilot)
        await press(pilot, "escape")
        on_top(pilot, TripsScreen)


async def test_where_nothing_was_promised_it_says_so(planned: SqliteStore) -> None:
    async with running(planned, opened=None) as pilot:
        await listed(pilot)
        assert "Nothing was promised on any trip." in part_text(pilot)
        await press(pilot, "space", "enter", "down")
        assert said(pilot) == "0 follow-ups"


async def test_without_a_trip_there_is_nothing_to_list() -> None:
    async with running(SqliteStore.in_memory("planner"), opened=None) as pilot:
        await press(pilot, "F")
        on_top(pilot, TripsScreen)
        assert words(pilot) == "There is no trip yet: begin one first."
