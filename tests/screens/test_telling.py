"""Whom to tell: the list, the message to each, and marking them told, by keys and by clicks."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest

from db.store import SqliteStore
from planner.edits import Change, Edit, create
from planner.records import Meeting, Participant, Person, Record
from planner.records.words import Role, Side
from planner.telling import NOBODY
from screens.app import PlannerApp
from screens.dialogs.mending.telling import MessagePreview, TellingDialog, TellingLines
from screens.questions.telling import TellingQuestions
from screens.widgets.bars import KeyLine, StatusLine
from screens.workspace import WorkspaceScreen
from tests.planner.journeys import STARMER, TRIP, in_london
from tests.screens.opened import Mouse, on_top, part_text, rows_of, running, unbroken
from tests.screens.typing_keys import Typist

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)])
TALKS = replace(
    STARMER,
    start=in_london("18:15"),
    accepted_start=in_london("18:00"),
    accepted_minutes=60,
    accepted_venue="downing-street",
    host_contact="Private Office",
)
AUDIENCE = replace(
    TALKS,
    id="audience",
    title="Audience",
    start=in_london("20:00"),
    accepted_start=in_london("19:30"),
    host_contact="Equerry",
)
KEIR = Person(
    id="starmer", name="Sir Keir Starmer", private_secretary="N. Pandit", phone="+44 20 7930 4433"
)


@pytest.fixture
def moved(store: SqliteStore) -> SqliteStore:
    """A trip in which two meetings are not as they were accepted."""
    before = store.load("trip").person("starmer")
    changes = (Change(STARMER, TALKS), Change(before, KEIR), *create(AUDIENCE))
    store.apply(Edit("Moved", changes))
    return store


@asynccontextmanager
async def telling(store: SqliteStore, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Typist]:
    """Open the list of whom to tell over a trip."""
    async with running(store, size) as pilot:
        page = on_top(pilot, WorkspaceScreen)
        TellingQuestions(page, page.counter, lambda: page.shown).tell()
        keys = Typist(pilot)
        await keys.settle()
        on_top(pilot, TellingDialog)
        yield keys


def rows(keys: Typist) -> list[str]:
    """Return the list, without its empty rows."""
    lines = rows_of(keys.pilot.app.screen.query_one(TellingLines))
    return [unbroken(line) for line in lines if line.strip()]


def shown(keys: Typist) -> str:
    """Return the message beneath, on one line."""
    return unbroken(" ".join(rows_of(keys.pilot.app.screen.query_one(MessagePreview))))


def said(keys: Typist) -> str:
    return keys.pilot.app.screen.query_one("#roll-status", StatusLine).words


def keys_named(keys: Typist) -> set[str]:
    commands = keys.pilot.app.screen.query_one("#dialog-keys", KeyLine).commands
    return {each.id.removeprefix("telling.") for each in commands if each.in_line}


def clipboard(keys: Typist) -> str:
    return keys.pilot.app.clipboard


def accepted(store: SqliteStore, *meetings: str) -> list[str]:
    """Return for when each of some meetings was accepted."""
    itinerary = store.load("trip")
    found = [itinerary.get(Meeting, each) for each in meetings]
    return [each.accepted_start.clock for each in found if each and each.accepted_start]


TELL_TALKS = [
    "Meeting at Downing Street 2 to tell",
    "Sir Keir Starmer counterpart",
    "Private Office host contact",
]
TELL_AUDIENCE = ["Audience 1 to tell", "Equerry host contact"]


@SIZES
async def test_by_meeting_and_then_by_person_with_the_message_to_the_one_under_the_cursor(
    moved: SqliteStore, size: tuple[int, int]
) -> None:
    async with telling(moved, size) as keys:
        assert rows(keys) == [*TELL_TALKS, *TELL_AUDIENCE]
        assert shown(keys) == (
            "Sir Keir Starmer · counterpart private secretary N. Pandit · phone +44 20 7930 4433 "
            "For the attention of Sir Keir Starmer: We regret that “Meeting at Downing Street”, "
            "in the programme of Mark Carney, has had to be changed. "
            "Before: Monday 17 March 2025, 18:00–19:00 London time, 1 h, at 10 Downing Street. "
            "Now: Monday 17 March 2025, 18:15–19:15 London time, 1 h, at 10 Downing Street. "
            "We should be grateful if you would confirm that this suits you."
        )
        await keys.press("down", "down")
        assert shown(keys).startswith("Equerry · host contact For the attention of Equerry:")
        await keys.press("home")
        assert shown(keys).startswith("Sir Keir Starmer")
        await keys.press("end", "down")
        assert shown(keys).startswith("Equerry")


@pytest.mark.parametrize("key", ["m", "enter"])
async def test_the_meeting_under_the_cursor_is_marked_told_and_undo_brings_it_back(
    moved: SqliteStore, key: str
) -> None:
    async with telling(moved) as keys:
        await keys.press("down", key)
        assert rows(keys) == TELL_AUDIENCE
        assert shown(keys).startswith("Equerry")
        assert said(keys).startswith("Marked Meeting at Downing Street told · saved ")
        assert accepted(moved, STARMER.id, "audience") == ["18:15", "19:30"]
        await keys.press("u")
        assert rows(keys) == [*TELL_TALKS, *TELL_AUDIENCE]
        assert said(keys).startswith("Undone: marked Meeting at Downing Street told")
        await keys.press("r")
        assert rows(keys) == TELL_AUDIENCE
        await keys.press("escape")
        on_top(keys.pilot, WorkspaceScreen)


async def test_all_are_marked_at_once(moved: SqliteStore) -> None:
    async with telling(moved) as keys:
        await keys.press("M")
        assert rows(keys) == [NOBODY]
        assert shown(keys) == ""
        assert said(keys).startswith("Marked 2 meetings told · saved ")
        assert accepted(moved, STARMER.id, "audience") == ["18:15", "20:00"]


async def test_keys_typed_ahead_mark_only_what_was_seen(moved: SqliteStore) -> None:
    async with telling(moved) as keys:
        for key in "mm":
            keys.post(key)
        await keys.settle()
        assert "Marked Meeting at Downing Street told" in said(keys)
        assert accepted(moved, "audience") == ["19:30"]
        await keys.press("m")
        assert rows(keys) == [NOBODY]


async def test_a_message_is_copied_with_its_lines_and_ticked(moved: SqliteStore) -> None:
    async with telling(moved) as keys:
        await keys.press("c")
        assert clipboard(keys).splitlines()[0] == "For the attention of Sir Keir Starmer:"
        assert len(clipboard(keys).splitlines()) == 4
        assert said(keys) == (
            "Copied the message to Sir Keir Starmer. If nothing can be pasted, your terminal "
            "does not allow it: `planner tell paris-london` prints it."
        )
        assert rows(keys)[1:3] == ["✓ Sir Keir Starmer counterpart", "Private Office host contact"]
        await keys.press("down", "c")
        assert "Private Office" in clipboard(keys)
        assert rows(keys)[2] == "✓ Private Office host contact"


async def test_where_nobody_has_to_be_told_it_says_so_and_the_keys_do_nothing(
    store: SqliteStore,
) -> None:
    async with telling(store) as keys:
        assert rows(keys) == [NOBODY]
        assert keys_named(keys).isdisjoint({"copy", "told", "all"})
        await keys.press("down", "m", "M", "enter")
        assert said(keys) == ""
        await keys.press("c")
        assert said(keys).startswith("There is nobody to write to")
        assert clipboard(keys) == ""
        await Mouse(keys.pilot).click("Nobody", "#roll")
        await keys.press("escape")
        on_top(keys.pilot, WorkspaceScreen)


async def test_where_nobody_is_on_record_the_change_shows_and_can_be_marked(
    store: SqliteStore,
) -> None:
    alone = replace(AUDIENCE, host_contact="")
    store.apply(Edit("Added", create(alone)))
    async with telling(store) as keys:
        assert rows(keys) == ["Audience", "Whoever accepted"]
        assert "Nobody is on record for it." in shown(keys)
        assert "Before: Monday 17 March 2025, 19:30–20:30 London time" in shown(keys)
        assert "copy" not in keys_named(keys)
        await keys.press("c")
        assert said(keys).startswith("There is nobody to write to")
        await keys.press("m")
        assert rows(keys) == [NOBODY]


@SIZES
async def test_a_click_puts_the_cursor_on_a_person_and_marks_nothing(
    moved: SqliteStore, size: tuple[int, int]
) -> None:
    async with telling(moved, size) as keys:
        mouse = Mouse(keys.pilot)
        await mouse.click("Equerry", "#roll")
        await mouse.click("Equerry", "#roll")
        assert shown(keys).startswith("Equerry")
        await mouse.click("Audience", "#roll")
        await mouse.click("Before", "#paper-preview")
        assert shown(keys).startswith("Equerry")
        assert accepted(moved, "audience") == ["19:30"]
        await mouse.click("Meeting told", "#dialog-keys")
        assert rows(keys) == TELL_TALKS


async def test_what_others_do_shows_and_the_cursor_stays_on_its_person(
    moved: SqliteStore,
) -> None:
    async with telling(moved) as keys:
        await keys.press("end", "c")
        later = replace(TALKS, accepted_start=TALKS.start)
        moved.apply(Edit("Told", (Change(TALKS, later),)))
        assert isinstance(keys.pilot.app, PlannerApp)
        await keys.pilot.app.take_in_others()
        await keys.settle()
        assert rows(keys) == ["Audience 1 to tell", "✓ Equerry host contact"]


async def test_what_the_store_refuses_is_said_in_the_list(moved: SqliteStore) -> None:
    async with telling(moved) as keys:
        theirs = replace(TALKS, accepted_start=in_london("17:00"))
        moved.apply(Edit("Changed", (Change(TALKS, theirs),)))
        await keys.press("m")
        assert "accepted start" in said(keys)
        assert accepted(moved, STARMER.id) == ["17:00"]


@SIZES
async def test_long_and_odd_names_keep_to_their_rows_and_give_no_orders(
    store: SqliteStore, size: tuple[int, int]
) -> None:
    odd = Person(id="odd", name="ا\x1b[31m李\n" + "Wolfeschlegelsteinhausen" * 9)
    long = replace(AUDIENCE, title="[bold]" + "Audience " * 40)
    there: list[Record] = [odd, long]
    there += [
        Participant(
            id="there", meeting="audience", person="odd", side=Side.THEIRS, role=Role.COUNTERPART
        )
    ]
    store.apply(Edit("Added", create(*there)))
    async with telling(store, size) as keys:
        assert "\x1b" not in part_text(keys.pilot)
        assert rows(keys)[0].startswith("[bold]Audience")
        assert rows(keys)[0].endswith("2 to tell")
        assert rows(keys)[1].startswith("ا␛[31m李␤Wolfe")
        await keys.press("c", "tab", "end")
        assert part_text(keys.pilot, "#paper-preview").strip().endswith("suits you.")
        await keys.press("down", "up", "m")
        assert rows(keys) == [NOBODY]


async def test_a_message_that_is_higher_than_its_pane_is_scrolled(store: SqliteStore) -> None:
    store.apply(Edit("Added", create(replace(AUDIENCE, title="Audience " * 80))))
    async with telling(store, (80, 24)) as keys:
        assert "suits you." not in part_text(keys.pilot, "#paper-preview")
        await keys.press("tab", "end")
        assert "suits you." in part_text(keys.pilot, "#paper-preview")


async def test_the_marking_of_the_trip_stands_over_the_list(store: SqliteStore) -> None:
    marked = replace(TRIP, marking="PROTECTED B")
    store.apply(Edit("Marked", (Change(TRIP, marked), *create(AUDIENCE))))
    async with telling(store) as keys:
        assert "▲ These messages are of a trip marked PROTECTED B." in part_text(keys.pilot)


async def test_help_says_what_the_list_is(moved: SqliteStore) -> None:
    async with telling(moved) as keys:
        await keys.press("question_mark")
        assert "Whom to tell" in part_text(keys.pilot)
        await keys.press("escape")
        on_top(keys.pilot, TellingDialog)
