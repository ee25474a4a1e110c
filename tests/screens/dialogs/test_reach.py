"""What can be reached in forms and lists of any size: by arrows, by mouse, and in sight."""

from dataclasses import replace

import pytest

from db.store import SqliteStore
from planner.edits import Change, Edit
from screens.dialogs.forms.field_list import FieldList
from screens.dialogs.roll import RollLines
from screens.dialogs.suggestions import SuggestionList
from tests.planner.journeys import STARMER
from tests.screens.opened import Mouse, running, screen_text
from tests.screens.typing_keys import Typist


async def test_a_field_gives_the_terminal_no_orders(store: SqliteStore) -> None:
    told = replace(STARMER, title="a\x1b]0;x\x07\x1b[31mred")
    store.apply(Edit("Renamed", (Change(STARMER, told),)))
    async with running(store) as pilot:
        await Typist(pilot).press("e")
        assert "\x1b" not in screen_text(pilot)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_arrows_mark_what_a_field_may_be(store: SqliteStore, size: tuple[int, int]) -> None:
    async with running(store, size) as pilot:
        await Typist(pilot).press("a", "m", "down", "down")
        marked = pilot.app.screen.query_one(SuggestionList).marked
        assert marked
        assert marked.text == "tête-à-tête"


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_click_is_on_the_row_that_it_hits(
    store: SqliteStore, size: tuple[int, int]
) -> None:
    async with running(store, size) as pilot:
        await Typist(pilot).press("t")
        await Mouse(pilot).click("Tariffs", "#roll")
        selected = pilot.app.screen.query_one(RollLines).selected
        assert selected
        assert selected.text == "Tariffs"


async def test_a_field_that_a_fold_opens_is_in_sight(store: SqliteStore) -> None:
    async with running(store, (80, 24)) as pilot:
        keys = Typist(pilot)
        await keys.press("a", "m", "shift+tab", "enter")
        await pilot.pause(0.1)
        await keys.settle()
        assert pilot.app.focused
        fields = pilot.app.screen.query_one(FieldList)
        assert fields.region.contains_region(pilot.app.focused.region)
