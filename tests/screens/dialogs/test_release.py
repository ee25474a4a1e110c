"""Releasing a version: what forbids it, what goes out open, for whom it is, and taking it back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from textual.pilot import Pilot

from db.store import SqliteStore
from planner.edits import Change, Edit, create
from planner.records import Meeting, Participant, Release, Trip
from planner.records.words import MeetingKind, ReleaseScope, Response, Status
from planner.sample import SAMPLE_NOW
from screens.dialogs.mending.release import BeforeLines, ForbiddenDialog, ReleaseDialog
from screens.dialogs.question import QuestionDialog
from screens.questions.release import ReleaseQuestions
from tests.planner.documents.papers import sample
from tests.planner.journeys import LUNCH, STARMER, TRIP, in_london
from tests.screens.opened import (
    Mouse,
    on_top,
    part_text,
    press,
    rows_of,
    running,
    settled,
    typed_in,
    unbroken,
    value_of,
    words,
    workspace_of,
)
from tests.screens.typing_keys import Typist

SIZES = pytest.mark.parametrize("size", [(120, 40), (80, 24)])
ODD = "[bold]李明\x1b[31m and a title that goes on for longer than any pane is wide, and then some"
CLASH = replace(STARMER, id="clash", title="Clash")
"""At the same hour as the meeting at Downing Street: an error."""


@pytest.fixture(autouse=True)
def accepted(store: SqliteStore) -> None:
    """Let the meeting at Downing Street be accepted: else an error stands in every trip here."""
    there = store.load("trip").all(Participant)["starmer-there"]
    said = replace(there, response=Response.ACCEPTED)
    store.apply(Edit("Changed", (Change(there, said),)))


async def ask(pilot: Pilot[None]) -> None:
    """Ask to release the trip that is shown."""
    page = workspace_of(pilot)
    ReleaseQuestions(page, page.counter, lambda: page.workspace).release()
    await settled(pilot)


def released(store: SqliteStore) -> list[Release]:
    """Return the releases of the trip that are stored, by number."""
    found = store.load("trip").all(Release).values()
    return sorted(found, key=lambda each: each.number)


def before_in(pilot: Pilot[None]) -> str:
    """Return all that is said before a release, that out of sight too."""
    return unbroken(" ".join(rows_of(pilot.app.screen.query_one(BeforeLines))))


def change(store: SqliteStore, *records: Meeting | Trip) -> None:
    """Change or add records of the trip before it is opened."""
    itinerary = store.load("trip")
    changes = tuple(Change(itinerary.find(each.id), each) for each in records)
    store.apply(Edit("Changed", changes))


@SIZES
async def test_a_version_is_released_with_what_was_typed_and_undo_takes_it_back(
    store: SqliteStore, size: tuple[int, int]
) -> None:
    async with running(store, size) as pilot:
        await ask(pilot)
        on_top(pilot, ReleaseDialog)
        assert "Release version 1" in part_text(pilot)
        assert typed_in(pilot) == "scope"
        await Typist(pilot).fill("public", "the press", "All new", "PROTECTED B")
        assert words(pilot).startswith("Released version 1, public · saved ")
        (made,) = released(store)
        assert (made.scope, made.recipients, made.note, made.marking) == (
            ReleaseScope.PUBLIC,
            "the press",
            "All new",
            "PROTECTED B",
        )
        assert (made.by, made.at.clock) == ("planner", "12:50")
        await press(pilot, "u")
        assert words(pilot).startswith("Undone: released version 1, public")
    assert released(store) == []


async def test_enter_goes_through_the_fields_and_releases_behind_the_last(
    store: SqliteStore,
) -> None:
    change(store, replace(TRIP, marking="PROTECTED A"))
    async with running(store) as pilot:
        await ask(pilot)
        assert value_of(pilot, "marking") == "PROTECTED A"
        await press(pilot, "enter", "enter", "enter", "enter")
        assert words(pilot).startswith("Released version 1, internal · saved ")
        await ask(pilot)
        assert "Release version 2" in part_text(pilot)
        await press(pilot, "ctrl+s")
    assert [each.number for each in released(store)] == [1, 2]
    assert {each.marking for each in released(store)} == {"PROTECTED A"}


@SIZES
async def test_an_error_forbids_it_and_enter_does_nothing(
    store: SqliteStore, size: tuple[int, int]
) -> None:
    change(store, CLASH)
    async with running(store, size) as pilot:
        await ask(pilot)
        on_top(pilot, ForbiddenDialog)
        shown = unbroken(part_text(pilot))
        assert "Version 1 cannot be released: 1 error stands that nobody acknowledged." in shown
        assert "Clash 18:00–19:00 and Meeting at Downing Street 18:00–19:00" in before_in(pilot)
        assert "acknowledge it with a reason" in shown
        await press(pilot, "enter")
        on_top(pilot, ForbiddenDialog)
        await Mouse(pilot).click("Close", "#dialog-keys")
        workspace_of(pilot)
    assert released(store) == []


@SIZES
async def test_what_goes_out_open_is_shown_over_the_fields(
    store: SqliteStore, size: tuple[int, int]
) -> None:
    kept = Meeting(
        id="kept",
        trip="trip",
        stop="london",
        title=ODD,
        kind=MeetingKind.PLACEHOLDER,
        start=in_london("16:55"),
        minutes=10,
        placeholder_expires=in_london("17:00"),
    )
    one, other = (
        replace(LUNCH, id=name, title=name, status=Status.TENTATIVE, start=None, choice="evening")
        for name in ("Opera", "Museum")
    )
    change(store, kept, one, other)
    async with running(store, size) as pilot:
        await ask(pilot)
        said = before_in(pilot)
        assert "1 placeholder" in said
        assert "[bold]李明␛[31m and a title" in said
        assert "kept until 17:00 GMT on Monday 17 March 2025" in said
        assert "Museum (no day yet, tentative) or Opera (no day yet, tentative)" in said
        assert "1 entry only proposed" in said
        assert "Call with the Secretary General of NATO, no day yet" in said
        assert "warning" in said
        shown = part_text(pilot)
        assert "1 placeholder" in shown
        assert all(label in shown for label in ("Scope", "Recipients", "Note", "Marking"))
        assert "\x1b" not in shown


async def test_what_is_open_is_scrolled_by_keys_and_by_the_wheel(store: SqliteStore) -> None:
    proposed = [
        replace(STARMER, id=f"talk-{n}", title=f"Talk {n}", start=None, status=Status.PROPOSED)
        for n in range(30)
    ]
    change(store, *proposed)
    async with running(store, (80, 24)) as pilot:
        await ask(pilot)
        pane = pilot.app.screen.query_one(BeforeLines)
        await press(pilot, "shift+tab", "down", "down")
        assert round(pane.scroll_offset.y) == 2
        assert "the arrows scroll it" in part_text(pilot)
        await press(pilot, "enter")
        on_top(pilot, ReleaseDialog)
        await Mouse(pilot).turn("#before-release", 2)
        assert round(pane.scroll_offset.y) > 2
        await press(pilot, "tab")
        assert typed_in(pilot) == "scope"
        assert "the arrows scroll it" not in part_text(pilot)
        await press(pilot, "f1")
        assert "Scope: One of these" in unbroken(part_text(pilot))
    assert released(store) == []


@pytest.fixture
def settled_store() -> Iterator[SqliteStore]:
    """A store with a trip in which there is nothing."""
    made = SqliteStore.in_memory("planner")
    person = next(each for each in sample().records if each.id == sample().trip.principal)
    empty = Trip(
        id="trip", title="Empty", short_name="empty", principal=person.id, home=sample().trip.home
    )
    made.apply(Edit("Added", create(person, empty)))
    yield made
    made.close()


async def test_where_nothing_is_open_that_is_said(settled_store: SqliteStore) -> None:
    async with running(settled_store, (80, 24)) as pilot:
        await ask(pilot)
        assert before_in(pilot).startswith("Nothing is open in it")
        await press(pilot, "ctrl+s")
        assert words(pilot).startswith("Released version 1, internal")


async def test_cancelled_it_releases_nothing_and_asks_before_it_loses_what_was_typed(
    store: SqliteStore,
) -> None:
    async with running(store) as pilot:
        await ask(pilot)
        await press(pilot, "escape")
        workspace_of(pilot)
        await ask(pilot)
        await Typist(pilot).fill("", "the press", save=False)
        await press(pilot, "escape")
        on_top(pilot, QuestionDialog)
        await press(pilot, "y")
        workspace_of(pilot)
    assert released(store) == []


async def test_a_word_that_is_no_scope_is_not_taken(store: SqliteStore) -> None:
    async with running(store) as pilot:
        await ask(pilot)
        await Typist(pilot).fill("zzz")
        on_top(pilot, ReleaseDialog)
        assert typed_in(pilot) == "scope"
    assert released(store) == []


async def test_what_another_window_changed_meanwhile_is_shown_before_it_goes_out(
    store: SqliteStore,
) -> None:
    async with running(store) as pilot:
        await ask(pilot)
        await Typist(pilot).fill("", "the press", save=False)
        change(store, replace(STARMER, status=Status.PROPOSED))
        await pilot.app.take_in_others()  # type: ignore[attr-defined] # the app of these tests
        await settled(pilot)
        await press(pilot, "ctrl+s")
        on_top(pilot, ReleaseDialog)
        assert "The trip changed while you were typing." in unbroken(part_text(pilot))
        assert "Meeting at Downing Street, Mon 17 Mar 18:00" in before_in(pilot)
        assert value_of(pilot, "recipients") == "the press"
        assert released(store) == []
        await press(pilot, "ctrl+s")
        assert words(pilot).startswith("Released version 1, internal")
    assert [each.recipients for each in released(store)] == ["the press"]


async def test_an_error_that_came_meanwhile_forbids_it_too(store: SqliteStore) -> None:
    async with running(store) as pilot:
        await ask(pilot)
        change(store, CLASH)
        await pilot.app.take_in_others()  # type: ignore[attr-defined] # the app of these tests
        await settled(pilot)
        await press(pilot, "ctrl+s")
        on_top(pilot, ForbiddenDialog)
    assert released(store) == []


async def test_the_sample_has_an_error_that_forbids_it() -> None:
    store = SqliteStore.in_memory("planner")
    store.apply(Edit("Imported", create(*sample().records)))
    now = datetime.fromtimestamp(SAMPLE_NOW.instant, UTC)
    async with running(store, opened=sample().trip.id, now=now) as pilot:
        await ask(pilot)
        on_top(pilot, ForbiddenDialog)
        assert "boarding is at 08:45: 10 min short" in before_in(pilot)
        assert "→ leave by 08:10" in before_in(pilot)
    store.close()
