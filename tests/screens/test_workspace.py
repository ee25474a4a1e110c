"""What keys do in the workspace, and what the panes then show."""

from dataclasses import replace
from datetime import timedelta

import pytest
from textual.command import CommandPalette
from textual.events import Key
from textual.theme import Theme

from db.store import SqliteStore
from planner.conflicts import Surroundings
from planner.edits import Change, Edit, create, delete
from planner.edits.nudges import nudge
from planner.records import Meeting
from planner.records.words import MeetingKind
from planner.workspace import Workspace
from screens.app import PlannerApp
from screens.messages import EditAsked, EditRefused, EntriesApplied
from screens.themes import THEMES
from screens.trips import TripsScreen
from screens.widgets.bars import Greeting
from screens.widgets.conflicts import Conflicts
from screens.widgets.details import Details
from screens.widgets.programme import Programme
from screens.widgets.trip_list import TripList
from tests.planner.journeys import JOURNEY, STARMER, TRIP, in_london
from tests.screens.opened import (
    NOW,
    app_of,
    press,
    running,
    selected,
    settled,
    text_of,
    words,
    words_of,
    workspace_of,
)


async def test_the_trip_is_shown_by_day_and_city_with_home_time(store: SqliteStore) -> None:
    async with running(store) as pilot:
        shown = text_of(pilot.app.screen.query_one(Programme))
    assert "Mon 17 Mar  Paris" in shown
    assert "CET UTC+1 · Ottawa −5 h" in shown
    assert "12:00 (07:00)" in shown
    assert "16:50 now" in shown
    assert "Overnight The residence" in shown
    assert "Not placed yet" in shown


async def test_the_details_follow_the_cursor(store: SqliteStore) -> None:
    async with running(store) as pilot:
        details = pilot.app.screen.query_one(Details)
        assert "75 of 60 min" in text_of(details)
        await press(pilot, "up")
        assert selected(pilot) == "crossing"
        assert "Orly → RAF Northolt" in text_of(details)


async def test_a_nudge_asks_for_an_edit_and_shows_what_was_applied(store: SqliteStore) -> None:
    async with running(store) as pilot:
        await press(pilot, "shift+right")
        assert "18:05 (14:05)" in text_of(pilot.app.screen.query_one(Programme))
        assert words(pilot).startswith("Moved Meeting at Downing Street to 18:05 · saved ")
    stored = store.load("trip").get(Meeting, "starmer-meeting")
    assert stored is not None
    assert stored.start == in_london("18:05")


async def test_a_stray_arrow_moves_nobody(store: SqliteStore) -> None:
    before = store.load("trip")
    async with running(store) as pilot:
        await press(pilot, "left", "right", "up", "down")
    assert store.load("trip") == before


async def test_undo_and_redo_say_what_they_did(store: SqliteStore) -> None:
    async with running(store) as pilot:
        await press(pilot, "shift+left", "u")
        assert words(pilot).startswith("Undone: moved Meeting at Downing Street to 17:55")
        assert store.load("trip").get(Meeting, "starmer-meeting") == STARMER
        await press(pilot, "r")
        assert words(pilot).startswith("Done again: moved Meeting at Downing Street to 17:55")


async def test_undoing_more_than_was_done_removes_the_trip_and_goes_home(
    store: SqliteStore,
) -> None:
    async with running(store) as pilot:
        await press(pilot, "u")
        assert isinstance(pilot.app.screen, TripsScreen)
        assert words(pilot).startswith("Undone: imported")
        assert words(pilot).endswith("r brings it back")
        await press(pilot, "r")
        assert "Paris and London" in text_of(pilot.app.screen.query_one(TripList))


async def test_redo_without_an_undo_says_that_there_is_nothing(store: SqliteStore) -> None:
    async with running(store) as pilot:
        await press(pilot, "r")
        assert words(pilot) == "There is nothing of yours to redo here."


async def test_what_has_no_hour_is_not_moved_and_the_reason_is_said(store: SqliteStore) -> None:
    async with running(store) as pilot:
        await press(pilot, "end", "shift+right")
        assert selected(pilot) == "nato-call"
        assert words(pilot) == "This has no hour yet, so it cannot be moved."


async def test_an_edit_that_is_refused_is_answered_with_the_reason(store: SqliteStore) -> None:
    answers: list[object] = []
    app = app_of(store)
    async with app.run_test(message_hook=answers.append) as pilot:
        stale = Meeting(id="gone", trip="trip", title="Gone", kind=MeetingKind.OTHER)
        app.screen.post_message(EditAsked(Edit("Removed it", delete(stale))))
        await settled(pilot)
        assert words(pilot).startswith("meeting “Gone” is no longer there")
    assert any(isinstance(answer, EditRefused) for answer in answers)
    assert not any(isinstance(answer, EntriesApplied) for answer in answers)


async def test_what_another_window_wrote_is_taken_in(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    path = str(tmp_path_factory.mktemp("shared") / "trips.sqlite3")
    mine, theirs = SqliteStore.open(path, "planner"), SqliteStore.open(path, "colleague")
    mine.apply(Edit("Imported", create(*JOURNEY)))
    app = app_of(mine)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "up")
        edit = nudge(theirs.load("trip"), "starmer-meeting", 30)
        assert edit is not None
        theirs.apply(edit)
        await app.take_in_others()
        await settled(pilot)
        assert words(pilot) == "colleague: Moved Meeting at Downing Street to 18:30"
        assert "18:30 (14:30)" in text_of(app.screen.query_one(Programme))
        assert selected(pilot) == "crossing"
    mine.close()
    theirs.close()


async def test_user_text_is_never_markup(store: SqliteStore) -> None:
    title = "[bold]Budget[/] [/x] \x1b[31m 🎉 שלום"
    renamed = Change(STARMER, replace(STARMER, title=title))
    store.apply(Edit("Renamed", (renamed,)))
    async with running(store) as pilot:
        shown = text_of(pilot.app.screen.query_one(Programme))
        await press(pilot, "shift+right")
        assert "[bold]Budget[/] [/x]" in words(pilot)
    assert "[bold]Budget[/]" in shown
    assert "\x1b" not in shown


async def test_escape_goes_to_the_trips_and_enter_comes_back(store: SqliteStore) -> None:
    async with running(store) as pilot:
        await press(pilot, "escape")
        assert "Paris and London" in text_of(pilot.app.screen.query_one(TripList))
        await press(pilot, "enter")
        assert selected(pilot) == "starmer-meeting"


async def test_in_the_conflicts_the_arrows_go_from_one_to_the_next(store: SqliteStore) -> None:
    async with running(store) as pilot:
        pilot.app.screen.query_one(Conflicts).focus()
        seen = []
        for _ in range(3):
            await press(pilot, "down")
            seen.append(selected(pilot))
        await press(pilot, "up")
        assert selected(pilot) == seen[-2]
    workspace = Workspace.of(store.load("trip"), Surroundings(NOW))
    about = [workspace.concerns.entries_of(each.conflict) for each in workspace.report.open]
    assert all(any(key in entries for entries in about) for key in seen)


async def test_a_click_selects_an_entry(store: SqliteStore) -> None:
    async with running(store) as pilot:
        workspace = workspace_of(pilot).workspace
        assert workspace is not None
        number = next(n for n, row in enumerate(workspace.rows) if row.key == "lunch")
        await pilot.click(Programme, offset=(30, number))
        await settled(pilot)
        assert selected(pilot) == "lunch"


async def test_a_click_on_the_key_line_does_what_the_key_does(store: SqliteStore) -> None:
    async with running(store) as pilot:
        await pilot.click("#keys", offset=(18, 0))
        await settled(pilot)
        assert "to 17:55" in words(pilot)


async def test_a_narrow_terminal_shows_one_column_with_the_other_a_key_away(
    store: SqliteStore,
) -> None:
    async with running(store, size=(80, 24)) as pilot:
        screen = pilot.app.screen
        assert not screen.query_one(Details).display
        await press(pilot, "tab")
        assert screen.query_one(Details).display
        assert not screen.query_one(Programme).display
        assert "75 of 60 min" in text_of(screen.query_one(Details))
        await press(pilot, "tab", "tab")
        assert screen.query_one(Programme).display


async def test_time_that_passes_moves_the_present(store: SqliteStore) -> None:
    times = [NOW]
    app = app_of(store, clock=lambda: times[-1])
    async with app.run_test(size=(120, 40)) as pilot:
        times.append(NOW + timedelta(minutes=10))
        workspace_of(pilot).let_time_pass()
        await settled(pilot)
        assert "17:00 now" in text_of(app.screen.query_one(Programme))


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
async def test_colours_are_those_of_the_theme_from_the_first_frame_and_after_another_is_chosen(
    store: SqliteStore, theme: Theme
) -> None:
    async with running(store) as pilot:
        assert pilot.app.theme == THEMES[0].name
        if theme is not THEMES[0]:
            pilot.app.theme = theme.name
            await settled(pilot)
        ink = pilot.app.screen.get_component_rich_style("role--accent").color
        assert ink is not None
        assert ink.get_truecolor().hex == theme.accent


async def test_a_store_without_trips_says_the_ways_on() -> None:
    store = SqliteStore.in_memory("planner")
    async with running(store, opened=None) as pilot:
        greeting = words_of(pilot.app.screen.query_one(Greeting))
        await press(pilot, "enter", "down")
        assert isinstance(pilot.app.screen, TripsScreen)
    assert all(way in greeting for way in ("New trip", "Import", "Sample"))
    store.close()


async def test_the_palette_lists_the_commands_of_the_registry(store: SqliteStore) -> None:
    async with running(store) as pilot:
        app = pilot.app
        titles = [command.title for command in app.get_system_commands(app.screen)]
    assert {"Undo  (u)", "Redo  (r)", "Conflict  (c)", "Trips  (esc)", "Quit  (q)", "Theme"} <= set(
        titles
    )


async def test_keys_that_come_faster_than_answers_all_count(store: SqliteStore) -> None:
    async with running(store) as pilot:
        for _ in range(5):
            pilot.app.post_message(Key("shift+right", None))
        await settled(pilot)
        assert "18:25 (14:25)" in text_of(pilot.app.screen.query_one(Programme))
    stored = store.load("trip").get(Meeting, "starmer-meeting")
    assert stored is not None
    assert stored.start == in_london("18:25")


async def test_what_others_write_leaves_an_open_palette_alone(store: SqliteStore) -> None:
    async with running(store) as pilot:
        await press(pilot, "ctrl+p")
        edit = nudge(store.load("trip"), "starmer-meeting", 30)
        assert edit is not None
        store.apply(edit)
        assert isinstance(pilot.app, PlannerApp)
        await pilot.app.take_in_others()
        await settled(pilot)
        assert isinstance(pilot.app.screen, CommandPalette)
        await press(pilot, "escape")
        assert "18:30 (14:30)" in text_of(pilot.app.screen.query_one(Programme))


async def test_on_the_list_of_trips_the_cursor_stays_on_its_trip(store: SqliteStore) -> None:
    store.apply(Edit("Added", create(*(replace(TRIP, id=each, title=each) for each in "abc"))))
    async with running(store, opened=None) as pilot:
        trips = pilot.app.screen.query_one(TripList)
        await press(pilot, "down", "down")
        before = trips.selected
        store.apply(Edit("Added", create(replace(TRIP, id="aa", title="aa"))))
        assert isinstance(pilot.app, PlannerApp)
        await pilot.app.take_in_others()
        await settled(pilot)
        assert before is not None
        assert trips.selected == before


@pytest.mark.painted
@pytest.mark.parametrize("size", [(20, 5), (60, 18), (200, 60)])
async def test_any_size_of_terminal_will_do(store: SqliteStore, size: tuple[int, int]) -> None:
    long = replace(STARMER, title="x" * 10_000, notes="\x00\x1b[2J" * 50)
    store.apply(Edit("Renamed", (Change(STARMER, long),)))
    async with running(store, size=size) as pilot:
        await press(pilot, "down", "tab", "down", "tab", "down", "up", "c", "n", "end", "home")
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        assert selected(pilot)
