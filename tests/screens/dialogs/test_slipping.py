"""Slipping the day: what is shown before it is done, what releases it, and one Edit for all."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from db.store import SqliteStore
from planner.edits import Edit, create
from planner.records import Meeting, Participant, Record
from planner.records.words import Response, Role, Side, Status
from screens.dialogs.mending.slipping import SlipDialog, SlipLines
from screens.questions.slips import SlipQuestions
from screens.workspace import WorkspaceScreen
from tests.planner.journeys import CEREMONY, STARMER, in_london, present
from tests.screens.opened import (
    Mouse,
    on_top,
    part_text,
    press,
    rows_of,
    running,
    settled,
    words,
    workspace_of,
)
from tests.screens.typing_keys import Typist

FIRST = replace(
    STARMER, id="briefing", title="Briefing", start=in_london("17:00"), minutes=50, venue=None
)
AUDIENCE = replace(
    STARMER,
    id="audience",
    title="Audience [b] \x1b[31m with the King, " + "and all that belongs to it " * 4,
    status=Status.TENTATIVE,
    start=in_london("19:00"),
    minutes=30,
)
DINNER = replace(STARMER, id="dinner", title="Dinner", start=in_london("20:00"), fixed=True)
SAID_YES = Participant(
    id="yes",
    meeting=STARMER.id,
    person="macron",
    side=Side.THEIRS,
    role=Role.COUNTERPART,
    response=Response.ACCEPTED,
)
EVENING: tuple[Record, ...] = (FIRST, AUDIENCE, DINNER, SAID_YES)
MORNING = present(in_london("16:00"))


async def opened(pilot: Pilot[None], entry: str = FIRST.id) -> None:
    """Ask to slip the day from an entry, as the key does."""
    page = workspace_of(pilot)
    SlipQuestions(page, page.counter, lambda: page.shown).slip(entry)
    await settled(pilot)


def rows(pilot: Pilot[None]) -> list[str]:
    """Return what the push does, each row with its blanks closed up."""
    return [" ".join(row.split()) for row in rows_of(pilot.app.screen.query_one(SlipLines))]


def starts(store: SqliteStore, *ids: str) -> list[str]:
    trip = store.load("trip")
    return [found.start.clock for each in ids if (found := trip.get(Meeting, each)) and found.start]


@pytest.fixture
def evening(store: SqliteStore) -> SqliteStore:
    store.apply(Edit("Added", create(*EVENING)))
    return store


async def test_what_moves_where_it_stops_and_whom_to_tell_is_shown_at_once(
    evening: SqliteStore,
) -> None:
    async with running(evening, now=MORNING) as pilot:
        await opened(pilot)
        assert rows(pilot) == [
            "Mon 17 Mar",
            "17:00 → 17:15 Briefing +15 min",
            "▲ 18:00 Meeting at Downing Street 10 min absorbed · 5 min short",
            "confirmed with Emmanuel Macron · may be released",
            "",
            "To be told",
            "Nobody: no accepted time changes.",
        ]
        shown = part_text(pilot)
        assert "Slip the day › Briefing" in shown
        assert "5 min short at Meeting at Downing Street" in shown
        await Typist(pilot).write("5")
        assert rows(pilot)[1:3] == [
            "17:00 → 17:05 Briefing +5 min",
            "18:00 Meeting at Downing Street 5 min absorbed, stays",
        ]
        assert "1 entry moves" in part_text(pilot)


async def test_a_stop_is_released_and_held_again_and_all_is_done_as_one_edit(
    evening: SqliteStore,
) -> None:
    async with running(evening, now=MORNING) as pilot:
        keys = Typist(pilot)
        await opened(pilot)
        await keys.write("45")
        assert "Space Release" not in part_text(pilot)
        await keys.press("down")
        assert "Space Release" in part_text(pilot)
        await keys.press(" ")
        found = rows(pilot)
        assert "released: confirmed with Emmanuel Macron" in found
        assert any(row.startswith("▲ 20:00 Dinner") for row in found)
        assert "fixed" in found
        changed = "18:00 → 18:35 Meeting at Downing Street"
        told = found.index("To be told")
        assert found[told + 1 :] == ["Sir Keir Starmer", changed, "Emmanuel Macron", changed]
        await keys.press(" ")
        assert "confirmed with Emmanuel Macron · may be released" in rows(pilot)
        await keys.press(" ", "enter")
        on_top(pilot, WorkspaceScreen)
        assert words(pilot).startswith("Slipped Briefing and 2 more by 45 min · saved ")
        ids = (FIRST.id, STARMER.id, AUDIENCE.id, DINNER.id)
        assert starts(evening, *ids) == ["17:45", "18:35", "19:35", "20:00"]
        await press(pilot, "u")
        assert starts(evening, *ids) == ["17:00", "18:00", "19:00", "20:00"]


@pytest.mark.parametrize("key", ["enter", "ctrl+s"])
async def test_keys_take_effect_in_the_order_in_which_they_come(
    evening: SqliteStore, key: str
) -> None:
    async with running(evening, now=MORNING) as pilot:
        keys = Typist(pilot)
        await opened(pilot)
        for each in ("2", "0", "shift+right", "down", " ", key):
            keys.post(each)
        await keys.settle()
    assert starts(evening, FIRST.id, STARMER.id) == ["17:25", "18:15"]


async def test_escape_leaves_everything_as_it_is(evening: SqliteStore) -> None:
    before = evening.load("trip")
    async with running(evening, now=MORNING) as pilot:
        await opened(pilot)
        await press(pilot, "down", " ", "escape")
        on_top(pilot, WorkspaceScreen)
    assert evening.load("trip") == before


STEPS: Sequence[tuple[list[str], str]] = (
    (["shift+right"], "20"),
    (["shift+left", "shift+left", "shift+left"], "-5"),
    (["2", "shift+right"], "7"),
    (["backspace", "shift+right"], "5"),
    (["1", "4", "4", "0", "shift+right"], "1440"),
    (["x", "3", "a", " ", "0"], "30"),
    (["3", "0", "left", "delete", "backspace", "6"], "6"),
)


async def test_the_minutes_are_typed_or_stepped(evening: SqliteStore) -> None:
    async with running(evening, now=MORNING) as pilot:
        for pressed, value in STEPS:
            await opened(pilot)
            await press(pilot, *pressed)
            assert pilot.app.screen.query_one("#slip-minutes", Input).value == value, pressed
            await press(pilot, "escape")


async def test_what_is_no_push_is_said_and_cannot_be_done(evening: SqliteStore) -> None:
    async with running(evening, now=MORNING) as pilot:
        keys = Typist(pilot)
        for typed in ("0", "-", "1441", "-1441"):
            await opened(pilot)
            await keys.write(typed)
            assert "Type 1 to 1,440 minutes" in part_text(pilot), typed
            assert rows(pilot) == [], typed
            await keys.press("down", " ", "enter")
            on_top(pilot, SlipDialog)
            await keys.press("escape")


async def test_earlier_moves_the_entry_alone(evening: SqliteStore) -> None:
    async with running(evening, now=MORNING) as pilot:
        keys = Typist(pilot)
        await opened(pilot, STARMER.id)
        await keys.write("-15")
        assert rows(pilot)[1:5] == [
            "▲ 17:00 Briefing 5 min short",
            "comes before",
            "18:00 → 17:45 Meeting at Downing Street −15 min",
            "",
        ]
        await keys.press("enter")
        assert words(pilot).startswith("Pulled Meeting at Downing Street earlier by 15 min")


async def test_a_click_goes_to_an_entry_and_releases_it(evening: SqliteStore) -> None:
    async with running(evening, now=MORNING) as pilot:
        await opened(pilot)
        mouse = Mouse(pilot)
        await mouse.click("may be released", "#slip-rows")
        assert "released: confirmed with Emmanuel Macron" in rows(pilot)
        await mouse.click("released: confirmed", "#slip-rows")
        assert "confirmed with Emmanuel Macron · may be released" in rows(pilot)
        await mouse.click("To be told", "#slip-rows")
        on_top(pilot, SlipDialog)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_long_and_odd_names_leave_room_for_the_minutes(
    evening: SqliteStore, size: tuple[int, int]
) -> None:
    async with running(evening, size, now=MORNING) as pilot:
        await opened(pilot, AUDIENCE.id)
        await press(pilot, "2", "5")
        shown = part_text(pilot)
        assert "Audience [b] ␛[31m with the King" in shown
        assert "+25 min" in shown
        assert "25 min absorbed, stays" in shown


async def test_whom_to_tell_comes_into_sight_below_the_last_entry(evening: SqliteStore) -> None:
    more = [
        replace(AUDIENCE, id=f"m{n}", title=f"Call on {n}", start=in_london("19:30"), minutes=1)
        for n in range(30)
    ]
    evening.apply(Edit("Added", create(*more)))
    async with running(evening, (80, 24), now=MORNING) as pilot:
        await opened(pilot, AUDIENCE.id)
        assert "To be told" not in part_text(pilot)
        await press(pilot, "pagedown", "pagedown", "pagedown", "pagedown", "pagedown")
        assert "To be told" in part_text(pilot)
        await press(pilot, *["up"] * 40)
        assert "Audience" in part_text(pilot, "#slip-rows")


async def test_days_are_headed_and_the_next_one_is_named(store: SqliteStore) -> None:
    store.apply(Edit("Added", create(replace(DINNER, fixed=False, start=in_london("23:30")))))
    async with running(store, now=MORNING) as pilot:
        await opened(pilot, DINNER.id)
        await Typist(pilot).write("480")
        found = rows(pilot)
        assert found[:2] == ["Mon 17 Mar", "23:30 → Tue 18 Mar 07:30 Dinner +8 h"]
        assert found[2] == "Tue 18 Mar"
        assert CEREMONY.title in found[3]


async def test_the_help_says_what_is_asked(evening: SqliteStore) -> None:
    async with running(evening, now=MORNING) as pilot:
        await opened(pilot)
        await press(pilot, "f1")
        assert "The minutes by which the entry is pushed" in part_text(pilot)


REFUSED = (
    (DINNER.id, "Dinner is not moved: fixed."),
    ("lunch", "Working lunch is not moved: held."),
    ("nato-call", "Only a meeting or a movement with an hour is slipped. Select one first."),
    ("paris", "Only a meeting or a movement with an hour is slipped. Select one first."),
    ("", "Only a meeting or a movement with an hour is slipped. Select one first."),
)


async def test_what_cannot_be_slipped_is_said(evening: SqliteStore) -> None:
    async with running(evening, now=MORNING) as pilot:
        for entry, said in REFUSED:
            await opened(pilot, entry)
            on_top(pilot, WorkspaceScreen)
            assert words(pilot) == said, entry
