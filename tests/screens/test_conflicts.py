"""Mending conflicts, letting them stand, and choosing which show: by keys and by clicks."""

from dataclasses import replace

from textual.pilot import Pilot

from db.store import SqliteStore
from planner.edits import Edit, create
from planner.records import Acknowledgement, Meeting
from screens.dialogs.forms.form import FormDialog
from screens.dialogs.mending.fixes import FixDialog
from screens.dialogs.mending.reason import ReasonDialog
from screens.dialogs.mending.slots import SlotDialog
from screens.dialogs.question import QuestionDialog
from screens.widgets.conflicts import Conflicts
from tests.planner.journeys import STARMER, in_london, present
from tests.screens.opened import (
    Mouse,
    part_text,
    press,
    rows_of,
    running,
    selected,
    words,
)
from tests.screens.typing_keys import Typist

OVERRUN = "75 min of topics in 60 min"


def conflicts_in(pilot: Pilot[None]) -> str:
    """Return all rows of the conflicts, those out of sight too."""
    return "\n".join(rows_of(pilot.app.screen.query_one(Conflicts)))


async def choose(pilot: Pilot[None], rule: str) -> None:
    """Go down in the conflicts to the one of a rule."""
    pane = pilot.app.screen.query_one(Conflicts)
    pane.focus()
    await press(pilot, "home")
    for _ in range(len(pane.workspace.report.findings) if pane.workspace else 0):
        if pane.chosen and pane.chosen[0].conflict.rule == rule:
            return
        await press(pilot, "down")
    raise AssertionError(f"no conflict of {rule} to choose")


async def test_the_ways_out_are_shown_with_what_comes_of_them_and_one_is_taken(
    store: SqliteStore,
) -> None:
    async with running(store) as pilot:
        assert OVERRUN in conflicts_in(pilot)
        await choose(pilot, "agenda-overrun")
        await press(pilot, "f")
        assert isinstance(pilot.app.screen, FixDialog)
        shown = part_text(pilot)
        assert OVERRUN in shown
        assert "Lengthen Meeting at Downing Street to 75 min" in shown
        assert "clears 1, adds none" in shown
        await press(pilot, "enter")
        assert words(pilot).startswith("Lengthened Meeting at Downing Street to 75 min · saved ")
        assert OVERRUN not in conflicts_in(pilot)
        await press(pilot, "u")
        assert OVERRUN in conflicts_in(pilot)
    stored = store.load("trip").get(Meeting, "starmer-meeting")
    assert stored is not None
    assert stored.minutes == 60


async def test_a_way_out_is_taken_by_number_by_a_click_or_not_at_all(store: SqliteStore) -> None:
    async with running(store) as pilot:
        await choose(pilot, "agenda-overrun")
        await press(pilot, "f", "escape")
        assert OVERRUN in conflicts_in(pilot)
        await press(pilot, "f")
        await Mouse(pilot).click("Lengthen", "#choices")
        assert OVERRUN not in conflicts_in(pilot)
        await press(pilot, "u")
        await choose(pilot, "agenda-overrun")
        await press(pilot, "f", "1")
        assert OVERRUN not in conflicts_in(pilot)


async def test_what_takes_a_person_opens_its_form_with_the_reason(store: SqliteStore) -> None:
    async with running(store) as pilot:
        await choose(pilot, "followup-incomplete")
        await press(pilot, "f")
        assert isinstance(pilot.app.screen, FormDialog)
        assert "Set a due date." in part_text(pilot)


async def test_where_nothing_is_wrong_the_keys_say_so(store: SqliteStore) -> None:
    rest = replace(STARMER, id="rest", title="Rest", informational=True)
    store.apply(Edit("Added", create(rest)))
    async with running(store) as pilot:
        await press(pilot, "home")
        while selected(pilot) != "rest":
            await press(pilot, "down")
        await press(pilot, "f")
        assert words(pilot).startswith("Nothing is wrong with what is selected.")
        await press(pilot, "k")
        assert words(pilot).startswith("Nothing is wrong with what is selected.")


async def test_a_conflict_stands_for_a_reason_and_shows_again_when_it_is_taken_back(
    store: SqliteStore,
) -> None:
    async with running(store) as pilot:
        keys = Typist(pilot)
        await choose(pilot, "agenda-overrun")
        await keys.press("k", "enter")
        assert isinstance(pilot.app.screen, ReasonDialog)
        assert "Say why" in part_text(pilot)
        await keys.write("they agreed to stay longer")
        await keys.press("enter")
        assert words(pilot).startswith("Acknowledged agenda-overrun · saved ")
        assert "✓ Meeting at Downing Street: 75 min" in conflicts_in(pilot)
        assert "they agreed to stay longer (planner, Mon 17 Mar 12:50)" in conflicts_in(pilot)
        assert "1 acknowledged" in conflicts_in(pilot)
        await choose(pilot, "agenda-overrun")
        await keys.press("k")
        assert words(pilot).startswith("No longer acknowledged agenda-overrun · saved ")
        assert "acknowledged" not in conflicts_in(pilot)
    assert not store.load("trip").all(Acknowledgement)


async def test_a_reason_that_was_typed_is_not_thrown_away_without_asking(
    store: SqliteStore,
) -> None:
    async with running(store) as pilot:
        keys = Typist(pilot)
        await keys.press("k")
        await keys.write("late")
        await keys.press("escape")
        assert isinstance(pilot.app.screen, QuestionDialog)
        await keys.press("n")
        assert isinstance(pilot.app.screen, ReasonDialog)
        await keys.press("escape", "y")
        assert "acknowledged" not in conflicts_in(pilot)


async def test_only_conflicts_of_a_kind_show_until_all_do_again(store: SqliteStore) -> None:
    async with running(store) as pilot:
        await press(pilot, "slash", "t")
        assert "Conflicts: only time" in conflicts_in(pilot)
        assert OVERRUN not in conflicts_in(pilot)
        await press(pilot, "slash", "e")
        assert "Conflicts: only errors" in conflicts_in(pilot)
        await press(pilot, "slash", "a")
        assert OVERRUN in conflicts_in(pilot)


async def test_only_what_concerns_a_person_shows(store: SqliteStore) -> None:
    async with running(store) as pilot:
        await press(pilot, "slash")
        shown = part_text(pilot)
        assert "Only what concerns them." in shown
        await press(pilot, "1")
        assert "Conflicts: only " in conflicts_in(pilot)


async def test_a_slot_is_found_with_the_reasons_why_others_are_not_possible(
    store: SqliteStore,
) -> None:
    async with running(store, now=present(in_london("08:00"))) as pilot:
        await press(pilot, "home")
        while selected(pilot) != "starmer-meeting":
            await press(pilot, "down")
        await press(pilot, "m")
        assert isinstance(pilot.app.screen, SlotDialog)
        shown = part_text(pilot)
        assert "Find a slot › Meeting at Downing Street" in shown
        assert "Possible, nearest to the plan first" in shown
        await press(pilot, "down", "up", "enter")
        assert words(pilot).startswith("Moved Meeting at Downing Street to ")
        await press(pilot, "m", "escape")
    moved = store.load("trip").get(Meeting, "starmer-meeting")
    assert moved is not None
    assert moved.start != STARMER.start


async def test_what_is_fixed_is_not_looked_for_a_slot(store: SqliteStore) -> None:
    fixed = replace(STARMER, id="fixed", title="Talks", fixed=True, informational=True)
    store.apply(Edit("Added", create(fixed)))
    async with running(store) as pilot:
        await press(pilot, "home")
        while selected(pilot) != "fixed":
            await press(pilot, "down")
        await press(pilot, "m")
        assert words(pilot) == "Talks is marked fixed, so it is not moved."


async def test_help_over_the_conflicts_explains_the_rule_of_the_one_in_question(
    store: SqliteStore,
) -> None:
    async with running(store) as pilot:
        await choose(pilot, "agenda-overrun")
        await press(pilot, "question_mark")
        shown = " ".join(part_text(pilot).split())
        assert "The rule agenda-overrun: The topics need more minutes than the meeting has" in shown
        assert "consecutive_factor 2" in shown


async def test_a_reason_and_enter_in_one_packet_keep_their_order(store: SqliteStore) -> None:
    async with running(store) as pilot:
        keys = Typist(pilot)
        await choose(pilot, "agenda-overrun")
        for key in ("k", *"agreed", "enter"):
            keys.post(key)
        await keys.settle()
        assert "agreed (planner, Mon 17 Mar 12:50)" in conflicts_in(pilot)
