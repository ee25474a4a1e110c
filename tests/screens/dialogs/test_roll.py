"""Lists of records: each key changes one at once, and undo is as near as on the page."""

from db.store import SqliteStore
from planner.edits import Edit, create
from planner.records import Outcome, Topic
from screens.app import PlannerApp
from screens.dialogs.forms.form import FormDialog
from screens.dialogs.question import QuestionDialog
from screens.dialogs.roll import RollDialog, RollLines
from screens.widgets.bars import KeyLine, StatusLine
from screens.workspace import WorkspaceScreen
from tests.planner.journeys import STARMER
from tests.screens.opened import (
    on_top,
    part_text,
    running,
    selected,
    text_of,
    unbroken,
    value_of,
)
from tests.screens.typing_keys import Typist

SMALL = (80, 24)
TRADE, CYBER, TARIFFS = "Trade", "Cyber threats", "Tariffs"


def rows(keys: Typist) -> list[str]:
    lines = text_of(keys.pilot.app.screen.query_one(RollLines)).splitlines()
    return [unbroken(line) for line in lines if line]


def titles(keys: Typist) -> list[str]:
    """Return the topics of the list, without their numbers and what stands at the right."""
    return [" ".join(row.split(" if ")[0].split(" we ")[0].split()[1:]) for row in rows(keys)]


def under_cursor(keys: Typist) -> str:
    row = keys.pilot.app.screen.query_one(RollLines).selected
    return row.text if row else ""


def title(keys: Typist) -> str:
    return part_text(keys.pilot, "#dialog-title").strip()


def said(keys: Typist) -> str:
    return keys.pilot.app.screen.query_one("#roll-status", StatusLine).words


def keys_named(keys: Typist) -> set[str]:
    """Return what the line of keys names, by the ids of commands without `list`."""
    commands = keys.pilot.app.screen.query_one("#dialog-keys", KeyLine).commands
    return {each.id.removeprefix("list.") for each in commands if each.in_line}


def stored(store: SqliteStore) -> list[str]:
    return [topic.title for topic in store.load("trip").topics_of(STARMER.id)]


async def test_each_key_changes_the_topic_under_the_cursor_which_stays_on_it_whatever_others_do(
    store: SqliteStore,
) -> None:
    async with running(store, SMALL) as pilot:
        keys = Typist(pilot)
        await keys.press("t")
        assert title(keys) == "Topics · Meeting at Downing Street"
        assert rows(keys)[0] == "1 Trade we raise · 20 min · proposed"
        assert rows(keys)[2] == "3 Tariffs if raised · proposed"
        for key, order, cursor, words in STEPS:
            await keys.press(key)
            assert (titles(keys), under_cursor(keys)) == (order, cursor)
            assert stored(store) == order
            assert said(keys).startswith(words)
        await keys.press("up")
        theirs = Topic(id="new", meeting=STARMER.id, position=-1, title="Ukraine")
        store.apply(Edit("Added topic “Ukraine”", create(theirs)))
        assert isinstance(pilot.app, PlannerApp)
        await pilot.app.take_in_others()
        await keys.settle()
        assert (titles(keys), under_cursor(keys)) == (["Ukraine", TRADE, CYBER, TARIFFS], CYBER)
        assert said(keys) == "planner: Added topic “Ukraine”"
        await keys.press("escape")
        on_top(pilot, WorkspaceScreen)
        assert selected(pilot) == STARMER.id


STEPS = (
    ("J", [CYBER, TRADE, TARIFFS], TRADE, "Moved topic “Trade” down"),
    ("alt+down", [CYBER, TARIFFS, TRADE], TRADE, "Moved topic “Trade” down"),
    ("J", [CYBER, TARIFFS, TRADE], TRADE, "It stands there already."),
    ("K", [CYBER, TRADE, TARIFFS], TRADE, "Moved topic “Trade” up"),
    ("alt+up", [TRADE, CYBER, TARIFFS], TRADE, "Moved topic “Trade” up"),
    ("down", [TRADE, CYBER, TARIFFS], CYBER, ""),
    (
        "D",
        [TRADE, CYBER, f"{CYBER} (copy)", TARIFFS],
        f"{CYBER} (copy)",
        "Copied topic “Cyber threats”",
    ),
    ("d", [TRADE, CYBER, TARIFFS], TARIFFS, "Removed topic “Cyber threats (copy)”"),
    ("home", [TRADE, CYBER, TARIFFS], TRADE, ""),
    ("delete", [CYBER, TARIFFS], CYBER, "Removed topic “Trade”"),
    ("u", [TRADE, CYBER, TARIFFS], CYBER, "Undone: removed topic “Trade”"),
    ("ctrl+y", [CYBER, TARIFFS], CYBER, "Done again: removed topic “Trade”"),
    ("ctrl+z", [TRADE, CYBER, TARIFFS], CYBER, "Undone: removed topic “Trade”"),
    ("end", [TRADE, CYBER, TARIFFS], TARIFFS, ""),
    ("down", [TRADE, CYBER, TARIFFS], TARIFFS, ""),
)
"""A key, the topics after it, the one under the cursor, and what is said."""


async def test_a_topic_is_added_behind_the_others_and_changed_in_a_form(
    store: SqliteStore,
) -> None:
    async with running(store, SMALL) as pilot:
        keys = Typist(pilot)
        await keys.press("t", "a")
        await keys.write("Energy\tif\t15m")
        await keys.press("ctrl+s")
        assert rows(keys)[3] == "4 Energy if raised · 15 min · proposed"
        assert under_cursor(keys) == "Energy"
        assert said(keys).startswith("Added topic “Energy” · saved ")
        await keys.press("enter")
        assert value_of(pilot, "title") == "Energy"
        await keys.write("Energy and climate")
        await keys.press("ctrl+s")
        assert titles(keys)[3] == "Energy and climate"
        await keys.press("u", "u")
        assert titles(keys) == stored(store) == [TRADE, CYBER, TARIFFS]
    assert not [each for each in store.load("trip").all(Topic).values() if each.title == "Energy"]


async def test_what_takes_others_with_it_is_only_removed_by_a_yes(store: SqliteStore) -> None:
    async with running(store, SMALL) as pilot:
        keys = Typist(pilot)
        await keys.press("g")
        before = rows(keys)
        assert before == ["1 Paris 17 March 2025", "2 London 17–18 March 2025", NIGHT]
        await keys.press("down", "d")
        assert "Remove stop “London” with 1 lodging?" in part_text(pilot)
        assert "1 movement and 2 meetings stay" in part_text(pilot)
        await keys.press("enter")
        assert (rows(keys), under_cursor(keys)) == (before, "London")
        await keys.press("d", "y")
        assert rows(keys) == ["1 Paris 17 March 2025"]
        assert not {"earlier", "later", "find"} & keys_named(keys)
        await keys.press("u")
        assert rows(keys) == before


NIGHT = "☾ The residence night"


async def test_a_few_letters_find_a_row_and_keys_then_act_on_it(store: SqliteStore) -> None:
    many = [
        Topic(id=f"t{number}", meeting=STARMER.id, position=number + 3, title=f"Point {number}")
        for number in range(20)
    ]
    store.apply(Edit("Added", create(*many)))
    async with running(store, SMALL) as pilot:
        keys = Typist(pilot)
        await keys.press("t", "end", "slash")
        await keys.write("tari")
        assert rows(keys) == ["Tariffs if raised · proposed"]
        await keys.press("enter", "d")
        assert TARIFFS not in stored(store)
        await keys.press("escape")
        assert len(rows(keys)) > 10
        await keys.press("slash")
        await keys.write("point 1")
        await keys.press("down", "down", "enter")
        assert under_cursor(keys) == "Point 11"
        await keys.press("escape")
        on_top(pilot, RollDialog)
        await keys.press("escape")
        on_top(pilot, WorkspaceScreen)


async def test_follow_ups_of_an_outcome_are_a_list_over_the_list(store: SqliteStore) -> None:
    async with running(store, SMALL) as pilot:
        keys = Typist(pilot)
        await keys.press("up", "up", "o")
        assert rows(keys) == ["1 A security partnership partnership · announced"]
        await keys.press("w")
        assert title(keys) == "Follow-ups · A security partnership"
        await keys.press("a")
        assert value_of(pilot, "outcome") == "A security partnership"
        await keys.write("Draft it\tGAC\t30 apr")
        await keys.press("ctrl+s")
        assert "Draft it GAC · due Wed 30 Apr · open" in rows(keys)
        await keys.press("escape", "d")
        assert "2 follow-ups stay" in part_text(pilot)
        await keys.press("y")
        assert rows(keys) == ["Nothing here yet. a adds one."]
        await keys.press("u")
        assert rows(keys) == ["1 A security partnership partnership · announced"]
    trip = store.load("trip")
    made = next(each for each in trip.follow_ups if each.text == "Draft it")
    assert trip.get(Outcome, made.outcome)
    assert made.meeting == "lunch"


async def test_a_person_has_lists_of_offices_held_and_of_absences(store: SqliteStore) -> None:
    async with running(store, SMALL) as pilot:
        keys = Typist(pilot)
        await keys.press("P")
        assert rows(keys)[0] == "Emmanuel Macron President of the French Republic"
        await keys.press("o")
        assert title(keys) == "Offices held · Emmanuel Macron"
        assert rows(keys) == ["President of the French Republic"]
        await keys.press("escape", "v")
        assert title(keys) == "Unavailabilities · Emmanuel Macron"
        await keys.press("escape", "d")
        on_top(pilot, QuestionDialog)
        assert "Remove person “Emmanuel Macron” with 1 tenure?" in unbroken(part_text(pilot))
        await keys.press("y")
        assert said(keys).startswith("person “Emmanuel Macron” cannot be removed: ")
        assert rows(keys)[0].startswith("Emmanuel Macron")


async def test_in_an_empty_list_there_is_only_to_add(store: SqliteStore) -> None:
    async with running(store, SMALL) as pilot:
        keys = Typist(pilot)
        await keys.press("B")
        assert title(keys) == "Tasks · Paris and London"
        assert rows(keys) == ["Nothing here yet. a adds one."]
        assert keys_named(keys) == {"add", "undo", "redo", "help", "close"}
        for key in ("d", "delete", "D", "e", "enter", "J", "K", "w", "o", "v", "down", "end"):
            keys.post(key)
        await keys.settle()
        on_top(pilot, RollDialog)
        await keys.press("a")
        on_top(pilot, FormDialog)
    assert len(store.history()) == 1
