"""What goes wrong with what is kept: it is said, nothing typed is lost, and there is a way on."""

from dataclasses import replace
from typing import NoReturn

import pytest

from db.store import SqliteStore
from planner.edits import Change, Edit, create
from planner.edits.removal import removal
from planner.errors import DatabaseDamaged, DatabaseFailed
from planner.records import Meeting, Person, Trip
from screens.app import PlannerApp
from screens.dialogs.forms.form import FormDialog
from screens.dialogs.suggestions import SuggestionList
from screens.trips import TripsScreen
from screens.workspace import WorkspaceScreen
from tests.planner.journeys import LUNCH, OTTAWA
from tests.screens.opened import (
    on_top,
    part_text,
    running,
    screen_text,
    typed_in,
    value_of,
    words,
)
from tests.screens.typing_keys import Typist

FAILED = DatabaseFailed("trips.db", "The disk does not answer.", "Look after the disk.")
DAMAGED = DatabaseDamaged("trips.db", "What it holds cannot be read.", "Go back to a backup.")


def elsewhere(store: SqliteStore, edit: Edit) -> None:
    """Write as another window does: this one has not been told yet."""
    store.apply(edit)


async def at_field(keys: Typist, name: str) -> None:
    """Go through a form to a field."""
    for _ in range(40):
        if typed_in(keys.pilot) == name:
            return
        await keys.press("tab")


async def test_a_form_that_was_refused_can_be_saved_over_what_others_wrote(
    store: SqliteStore,
) -> None:
    async with running(store) as pilot:
        keys = Typist(pilot)
        await keys.press("up", "up", "e")
        assert on_top(pilot, FormDialog).draft.before == LUNCH
        others = replace(LUNCH, title="Dinner", notes="By the garden door")
        elsewhere(store, Edit("Renamed", (Change(LUNCH, others),)))
        await at_field(keys, "title")
        await keys.press("ctrl+u")
        await keys.write("Supper")
        await keys.press("ctrl+s")
        assert "meanwhile" in part_text(pilot)
        assert value_of(pilot, "title") == "Supper"
        await keys.press("ctrl+s")
        on_top(pilot, WorkspaceScreen)
    assert store.load("trip").get(Meeting, LUNCH.id) == replace(others, title="Supper")


async def test_a_form_about_what_was_removed_makes_it_anew(store: SqliteStore) -> None:
    async with running(store) as pilot:
        keys = Typist(pilot)
        await keys.press("up", "up", "e")
        elsewhere(store, removal(store.load("trip"), LUNCH.id).edit)
        await at_field(keys, "title")
        await keys.write("x")
        await keys.press("ctrl+s")
        assert "Saving makes it anew." in part_text(pilot)
        await keys.press("ctrl+s")
        on_top(pilot, WorkspaceScreen)
    (made,) = [each for each in store.load("trip").meetings if each.title == "x"]
    (macron,) = store.load("trip").participants_of(made.id)
    assert macron.person == "macron"


@pytest.mark.parametrize("key", ["a", "P", "e", "V", "d"])
async def test_a_disk_that_cannot_be_read_is_said_and_the_window_stays(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    def fails() -> NoReturn:
        raise FAILED

    async with running(store) as pilot:
        monkeypatch.setattr(store, "directory", fails)
        await Typist(pilot).press(key)
        on_top(pilot, WorkspaceScreen)
        assert str(FAILED) in words(pilot)


async def test_a_trip_that_cannot_be_read_does_not_keep_others_from_being_reached(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(_: str) -> NoReturn:
        raise DAMAGED

    monkeypatch.setattr(store, "load", damaged)
    async with running(store, opened=None) as pilot:
        keys = Typist(pilot)
        await pilot.pause(0.1)
        await keys.settle()
        on_top(pilot, TripsScreen)
        assert "it cannot be read" in screen_text(pilot)
        await keys.press("enter")
        on_top(pilot, TripsScreen)
        assert "What it holds cannot be read" in screen_text(pilot)


@pytest.mark.parametrize("key", ["e", "D", "d", "x", "enter"])
async def test_a_trip_that_another_window_removed_is_said_to_be_gone(
    store: SqliteStore, key: str
) -> None:
    async with running(store, opened=None) as pilot:
        keys = Typist(pilot)
        elsewhere(store, removal(store.load("trip"), "trip").edit)
        await keys.press(key)
        page = on_top(pilot, TripsScreen)
        assert "no longer there" in page.words


async def test_a_form_of_a_trip_that_another_window_removed_stays_until_it_is_closed(
    store: SqliteStore,
) -> None:
    async with running(store) as pilot:
        keys = Typist(pilot)
        await keys.press("a", "m")
        await keys.write("work")
        elsewhere(store, removal(store.load("trip"), "trip").edit)
        assert isinstance(pilot.app, PlannerApp)
        await pilot.app.take_in_others()
        await keys.settle()
        form = on_top(pilot, FormDialog)
        assert value_of(pilot, "kind") == "work"
        assert "cannot be saved" in part_text(pilot)
        await keys.press("down")
        await pilot.app.take_in_others()
        await keys.settle()
        assert form.query_one(SuggestionList).marked is not None
        await keys.press("escape", "y")
        await pilot.app.take_in_others()
        await keys.settle()
        on_top(pilot, TripsScreen)


@pytest.mark.parametrize(
    ("opened", "key", "said"),
    [
        ("trip", "d", "Nothing is selected"),
        ("trip", "D", "Nothing is selected"),
        ("trip", "c", "Nothing is wrong"),
        ("trip", "t", "Only a meeting has these"),
        (None, "e", "no trip yet"),
        (None, "d", "no trip yet"),
        (None, "x", "no trip yet"),
        (None, "enter", "no trip yet"),
    ],
)
async def test_a_key_that_has_nothing_to_act_on_says_so(
    opened: str | None, key: str, said: str
) -> None:
    empty = SqliteStore.in_memory("planner")
    if opened:
        bare = Trip(id="trip", title="Bare", short_name="bare", principal="carney", home=OTTAWA)
        carney = Person(id="carney", name="Mark Carney")
        empty.apply(Edit("Added", create(carney, bare)))
    async with running(empty, opened=opened) as pilot:
        await Typist(pilot).press(key)
        assert said in words(pilot)
    empty.close()
