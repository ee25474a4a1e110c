"""What keys do, the mouse does too: nobody has to know a key to find his way."""

from dataclasses import replace

from db.store import SqliteStore
from planner.edits import Edit, create
from planner.exchange import write_trip_file
from screens.dialogs.question import QuestionDialog
from screens.dialogs.roll import RollDialog, RollLines
from screens.trips import TripsScreen
from screens.widgets.programme import Programme
from screens.workspace import WorkspaceScreen
from tests.planner.journeys import STARMER, TRIP
from tests.screens.opened import (
    KeptFiles,
    Mouse,
    on_top,
    part_text,
    running,
    selected,
    text_of,
    typed_in,
    value_of,
    words,
)
from tests.screens.typing_keys import Typist


async def test_a_row_of_the_programme_is_selected_and_then_opened(store: SqliteStore) -> None:
    async with running(store) as pilot:
        mouse = Mouse(pilot)
        await mouse.click("Working lunch", "#programme")
        assert selected(pilot) == "lunch"
        assert "Working lunch" in part_text(pilot, "#details")
        await mouse.click("Mon 17 Mar", "#programme")
        assert selected(pilot) == "lunch"
        await mouse.click("Working lunch", "#programme")
        assert part_text(pilot, "#dialog-title").strip() == "Change meeting “Working lunch”"
        await mouse.click("Cancel", "#dialog-keys")
        on_top(pilot, WorkspaceScreen)
        await mouse.click("Overnight", "#programme")
        assert selected(pilot) == "residence/2025-03-17"


async def test_a_conflict_leads_to_its_entry_and_the_key_line_does_what_it_names(
    store: SqliteStore,
) -> None:
    async with running(store) as pilot:
        mouse = Mouse(pilot)
        await mouse.click("Departure ceremony has no venue", "#conflicts")
        assert selected(pilot) == "ceremony"
        await mouse.click("has no due date", "#conflicts")
        assert selected(pilot) == "lunch"
        await mouse.click("+5 min", "#keys")
        assert words(pilot).startswith("Moved Working lunch to 12:05 · saved ")
        await mouse.click("Undo", "#keys")
        assert words(pilot).startswith("Undone: moved Working lunch to 12:05")
        await mouse.click("Pane", "#keys")
        assert isinstance(pilot.app.focused, Programme)
        await mouse.click("Help", "#keys")
        assert "The programme, by day and city" in part_text(pilot)
        await mouse.click("Close", "#dialog-keys")
        await mouse.click("Topics", "#keys")
        assert "Topics · Working lunch" in part_text(pilot, "#dialog-title")


async def test_the_wheel_turns_a_pane_and_leaves_the_cursor_where_it_is(store: SqliteStore) -> None:
    async with running(store, (80, 24)) as pilot:
        mouse = Mouse(pilot)
        await mouse.turn("#programme", -9)
        programme = pilot.app.screen.query_one(Programme)
        assert "Montréal, Canada" in text_of(programme)
        await mouse.turn("#programme", 9)
        assert "Montréal, Canada" not in text_of(programme)
        assert "Not placed yet" in text_of(programme)
        assert selected(pilot) == STARMER.id
        await mouse.click("Call with the Secretary", "#programme")
        assert selected(pilot) == "nato-call"


async def test_a_menu_a_form_and_a_question_are_answered_by_clicks(store: SqliteStore) -> None:
    async with running(store, (80, 30)) as pilot:
        mouse, keys = Mouse(pilot), Typist(pilot)
        await mouse.click("Add", "#keys")
        await mouse.click("Topic", "#dialog")
        assert part_text(pilot, "#dialog-title").strip() == "New topic"
        await mouse.click("More", "#dialog")
        assert typed_in(pilot) == "theme"
        await mouse.click("More", "#dialog")
        assert "Theme" not in part_text(pilot)
        await mouse.click("we raise", "#dialog")
        assert typed_in(pilot) == "stance"
        await mouse.click("they raise", "#suggestions")
        assert (typed_in(pilot), value_of(pilot, "stance")) == ("stance", "they raise")
        await mouse.click("Save", "#dialog-keys")
        assert typed_in(pilot) == "title"
        await mouse.click("Cancel", "#dialog-keys")
        on_top(pilot, QuestionDialog)
        await mouse.click("Go on", "#dialog-keys")
        await keys.write("Energy")
        await mouse.click("Save", "#dialog-keys")
        assert words(pilot).startswith("Added topic “Energy” · saved ")


async def test_a_row_of_a_list_is_marked_and_then_opened_by_clicks(store: SqliteStore) -> None:
    async with running(store, (99, 24)) as pilot:
        mouse = Mouse(pilot)
        await mouse.click("Topics", "#keys")
        await mouse.click("Tariffs", "#roll")
        lines = pilot.app.screen.query_one(RollLines)
        assert lines.selected
        assert lines.selected.text == "Tariffs"
        await mouse.click("K Up", "#dialog-keys")
        assert lines.cursor == 1
        await mouse.click("Remove", "#dialog-keys")
        assert "Tariffs" not in text_of(lines)
        await mouse.click("Undo", "#dialog-keys")
        await mouse.click("Trade", "#roll")
        on_top(pilot, RollDialog)
        await mouse.click("Trade", "#roll")
        assert "Change topic “Trade”" in part_text(pilot, "#dialog-title")


async def test_a_trip_a_paper_and_a_file_are_chosen_by_clicks(store: SqliteStore) -> None:
    store.apply(Edit("Added", create(replace(TRIP, id="later", title="Some day"))))
    files = KeptFiles(**{"paris.json": write_trip_file(store.load("trip"))})
    async with running(store, (120, 40), opened=None, files=files) as pilot:
        mouse, keys = Mouse(pilot), Typist(pilot)
        await mouse.click("Some day", "#trips")
        assert on_top(pilot, TripsScreen).selected == "later"
        assert "Needs attention in Some day" in part_text(pilot, "#attention")
        await mouse.click("16–18 March 2025", "#trips")
        assert on_top(pilot, TripsScreen).selected == "trip"
        await mouse.click("Export", "#keys")
        await mouse.click("Agenda as Markdown", "#papers")
        await keys.wait()
        assert "# Paris and London" in part_text(pilot, "#paper-preview")
        await mouse.click("Write", "#dialog-keys")
        assert words(pilot) == "Written to /papers/paris-london-agenda.md"
        await mouse.click("Import", "#keys")
        await mouse.click("paris.json", "#import-paths")
        await keys.wait()
        assert "nothing in the file is new" in part_text(pilot, "#import-preview")
        await mouse.click("Close", "#dialog-keys")
        await mouse.click("Paris and London", "#trips")
        on_top(pilot, WorkspaceScreen)
