"""Keys that come faster than dialogs: none is lost, and none is taken for another."""

import pytest

from db.store import SqliteStore
from screens.dialogs.forms.form import FormDialog
from screens.dialogs.question import QuestionDialog
from screens.dialogs.roll import RollDialog
from screens.workspace import WorkspaceScreen
from tests.screens.opened import app_of, on_top, running, value_of
from tests.screens.typing_keys import Typist


async def burst(keys: Typist, text: str) -> None:
    """Press keys that arrive in one packet."""
    for key in text:
        keys.post(key)
    await keys.settle()


@pytest.mark.parametrize(
    ("typed", "kind"), [("amwork", "work"), ("amm", "m"), ("am", ""), ("amsn", "sn")]
)
async def test_what_is_typed_ahead_of_a_form_stands_in_its_first_field(
    store: SqliteStore, typed: str, kind: str
) -> None:
    async with running(store) as pilot:
        await burst(Typist(pilot), typed)
        assert on_top(pilot, FormDialog).draft.layout.kind == "meeting"
        assert value_of(pilot, "kind") == kind


async def test_a_key_typed_ahead_of_a_list_is_one_of_the_list(store: SqliteStore) -> None:
    async with running(store) as pilot:
        await burst(Typist(pilot), "ta")
        assert on_top(pilot, FormDialog).draft.layout.kind == "topic"


async def test_enter_pressed_twice_makes_one_new_person(store: SqliteStore) -> None:
    async with running(store) as pilot:
        keys = Typist(pilot)
        await keys.press("P", "a")
        await keys.press("escape", "escape")
        on_top(pilot, WorkspaceScreen)
        await keys.press("a", "m", "tab")
        await keys.write("Ann Nobody")
        await keys.press("down")
        keys.post("ctrl+n")
        keys.post("ctrl+n")
        await keys.settle()
        forms = [each for each in pilot.app.screen_stack if isinstance(each, FormDialog)]
        assert [each.draft.layout.kind for each in forms] == ["meeting", "person"]


async def test_leaving_asks_before_it_throws_away_what_was_typed(store: SqliteStore) -> None:
    async with running(store) as pilot:
        keys = Typist(pilot)
        await keys.press("e", "ctrl+o", "x", "ctrl+q")
        on_top(pilot, QuestionDialog)
        await keys.press("enter")
        on_top(pilot, FormDialog)
        assert pilot.app.return_code is None
        await keys.press("ctrl+q", "y")
        assert pilot.app.return_code == 0


async def test_a_remapped_key_takes_the_place_of_the_usual_one_everywhere(
    store: SqliteStore,
) -> None:
    remapped = {"app.palette": "ctrl+k", "trip.people": "ctrl+p"}
    async with app_of(store, keys=remapped).run_test() as pilot:
        await Typist(pilot).press("ctrl+p")
        on_top(pilot, RollDialog)
