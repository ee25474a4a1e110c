"""A menu: each choice a key, an arrow or a click away, and what is offered over a trip."""

from db.store import SqliteStore
from screens.dialogs.menu import Choice, MenuDialog
from screens.workspace import WorkspaceScreen
from tests.screens.opened import asked, on_top, part_text, running, value_of
from tests.screens.typing_keys import Typist

COLOURS = (
    Choice("r", "Red", "Of a rose.", 1),
    Choice("g", "Green [b]", "Of a leaf.", 2),
    Choice("b", "青い", "Of the sky.", 3),
)


async def test_each_key_takes_its_choice_and_any_other_takes_none() -> None:
    async with asked(MenuDialog("Colours", COLOURS)) as (keys, answers):
        await keys.press("x", "G", "space", "tab")
        assert answers == []
        await keys.press("escape")
        for pressed, _ in TAKEN:
            MenuDialog("Colours", COLOURS).open(keys.pilot.app, answers.append)
            await keys.press(*pressed)
        assert answers == [None, *(answer for _, answer in TAKEN)]
        MenuDialog[int]("Nothing", ()).open(keys.pilot.app, answers.append)
        await keys.press("down", "enter", "escape")
        assert answers[-1] is None


TAKEN = (
    (["enter"], 1),
    (["b"], 3),
    (["down", "enter"], 2),
    (["down", "down", "down", "enter"], 1),
    (["up", "enter"], 3),
)
"""Keys, and the value of the choice that they take."""


async def test_every_choice_stands_with_its_key_and_what_it_is_under_each_other() -> None:
    own = {"menu.choose": "space", "menu.down": "j"}
    async with asked(MenuDialog("Colours [/]", COLOURS), own) as (keys, answers):
        title, *rows, foot = (line for line in part_text(keys.pilot).splitlines() if line)
        assert title.strip() == "Colours [/]"
        assert [row.split()[:2] for row in rows] == [["r", "Red"], ["g", "Green"], ["b", "青い"]]
        assert "Green [b]  Of a leaf." in rows[1]
        assert "青い       Of the sky." in rows[2]
        assert foot.split() == ["Space", "Choose", "esc", "Cancel"]
        await keys.press("enter", "down")
        assert answers == []
        await keys.press("j", "space")
        assert answers == [2]


async def test_what_is_added_belongs_to_what_is_selected_and_what_lacks_is_drawn_up(
    store: SqliteStore,
) -> None:
    before = store.load("trip")
    async with running(store, (80, 24)) as pilot:
        keys = Typist(pilot)
        await keys.press("a")
        offered = part_text(pilot)
        assert "t  Topic" in offered
        assert "1  London → Ottawa  Not there yet" in offered
        await keys.press("escape", "up", "a")
        assert "Movement" in part_text(pilot)
        assert "Topic" not in part_text(pilot)
        await keys.press("t")
        on_top(pilot, MenuDialog)
        await keys.press("1")
        assert (value_of(pilot, "origin"), value_of(pilot, "destination")) == ("London", "Ottawa")
        assert "Drawn up from the stops, by an estimate" in part_text(pilot, "#suggestions")
        assert store.load("trip") == before
        await keys.press("ctrl+s")
        on_top(pilot, WorkspaceScreen)
    (made,) = set(store.load("trip").movements) - set(before.movements)
    assert made.depart
