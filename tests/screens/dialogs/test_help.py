"""Help: what has the focus, what every key does, and what the marks mean."""

from db.store import SqliteStore
from screens.commands import FORM, LIST, TRIP, TRIPS, Command
from screens.commands.command import Group
from screens.dialogs.help import MARKS, HelpDialog, HelpLines
from screens.dialogs.roll import RollDialog
from screens.workspace import WorkspaceScreen
from tests.screens.opened import (
    app_of,
    asked,
    on_top,
    part_text,
    rows_of,
    running,
    text_of,
    unbroken,
    value_of,
)
from tests.screens.typing_keys import Typist


def help_text(keys: Typist) -> str:
    """Return all of the help that lies on top, as one line, however it was broken."""
    on_top(keys.pilot, HelpDialog)
    return unbroken(" ".join(rows_of(keys.pilot.app.screen.query_one(HelpLines))))


def says(text: str, commands: tuple[Command, ...]) -> bool:
    """Tell whether a help has the keys, the name and the meaning of commands."""
    return all(
        f"{' '.join(each.shown_keys)} {each.label} {each.help.split()[0]}" in text
        for each in commands
    )


async def test_it_says_what_the_focused_pane_or_list_is_and_what_every_key_does(
    store: SqliteStore,
) -> None:
    async with running(store, (80, 24)) as pilot:
        keys = Typist(pilot)
        await keys.press("question_mark")
        shown = help_text(keys)
        assert shown.startswith("The programme, by day and city: local time, the time at home")
        assert says(shown, TRIP)
        assert all(mark in shown and words in shown for mark, _, words in MARKS)
        groups = [shown.index(f" {group} ") for group in Group]
        assert len(set(groups)) == len(groups)
        await keys.press("escape", "tab", "tab", "f1")
        assert help_text(keys).startswith("The conflicts: what does not fit, worst first")
        await keys.press("escape", "t", "question_mark")
        about = "Topics · Meeting at Downing Street: one a row; what is done is saved at once."
        assert help_text(keys).startswith(about)
        assert says(help_text(keys), LIST)
        await keys.press("question_mark")
        on_top(pilot, RollDialog)


async def test_over_the_trips_it_says_what_the_list_is(store: SqliteStore) -> None:
    async with running(store, opened=None) as pilot:
        keys = Typist(pilot)
        await keys.press("question_mark")
        assert help_text(keys).startswith("The trips: under way, coming and behind us")
        assert says(help_text(keys), TRIPS)


async def test_over_a_form_it_says_what_can_be_typed_into_the_focused_field(
    store: SqliteStore,
) -> None:
    async with running(store, (80, 24)) as pilot:
        keys = Typist(pilot)
        await keys.press("T", "a")
        await keys.write("?")
        await keys.press("f1")
        assert part_text(pilot, "#dialog-title").strip() == "Help › New travel time"
        shown = help_text(keys)
        assert shown.startswith("From: The name of a venue, or enough of it; slips of the finger")
        assert says(shown, FORM)
        await keys.press("q")
        assert value_of(pilot, "origin") == "?"


async def test_it_is_turned_by_the_page_and_closed_again(store: SqliteStore) -> None:
    async with running(store, size=(60, 16)) as pilot:
        keys = Typist(pilot)
        await keys.press("question_mark")
        lines = pilot.app.screen.query_one(HelpLines)
        seen = []
        for key in ("home", "down", "pagedown", "pageup", "up", "end"):
            await keys.press(key)
            seen.append(lines.scroll_offset.y)
        assert seen == [0, 1, 11, 1, 0, lines.max_scroll_y]
        assert seen[-1] > 60
        assert rows_of(lines)[-1].strip() in text_of(lines)
        await keys.press("escape", "question_mark", "question_mark", "question_mark", "q")
        on_top(pilot, WorkspaceScreen)


async def test_keys_that_a_person_gave_are_those_it_names(store: SqliteStore) -> None:
    app = app_of(store, keys={"trip.add": "insert", "trip.later": "plus,f5", "help.close": "x"})
    async with app.run_test(size=(120, 40)) as pilot:
        keys = Typist(pilot)
        await keys.press("question_mark")
        shown = help_text(keys)
        assert "Ins Add Add a stop" in shown
        assert "+ F5 +5 min Move the entry" in shown
        assert "⇧→" not in shown
        assert part_text(pilot, "#dialog-keys").split() == ["x", "Close"]
        await keys.press("escape", "q")
        on_top(pilot, HelpDialog)
        await keys.press("x")
        on_top(pilot, WorkspaceScreen)


async def test_what_is_explained_may_be_called_anything() -> None:
    command = Command("x", "a", "a", "[b]Bold[/]", "It [/] \x1b[2J is.", Group.CHANGES)
    async with asked(HelpDialog("[/b]", [command], "About [i]\x07")) as (keys, answers):
        shown = help_text(keys)
        assert shown.startswith("About [i]␇ Changing things a [b]Bold[/] It [/] ␛[2J is. Marks")
        await keys.press("escape")
        assert answers == [None]
