"""Forms: what is typed is understood at once, nothing typed is lost, and all is saved together."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from db.store import SqliteStore
from planner.edits import Change, Edit, create
from planner.records import Meeting, Person, Venue
from planner.records.words import Status
from screens.dialogs.forms.fields import FieldRow, Fold
from screens.dialogs.roll import RollDialog
from screens.dialogs.suggestions import SuggestionList
from tests.planner.journeys import JOURNEY, STARMER, in_london
from tests.screens.opened import (
    beside,
    on_top,
    part_text,
    row_of,
    running,
    text_of,
    typed_in,
    unbroken,
    value_of,
    words,
    words_of,
)
from tests.screens.typing_keys import Typist

SMALL = (80, 24)
"""Here every form is seen at once but for its folds."""


def below(keys: Typist) -> list[str]:
    """Return the rows under the fields: what was understood, then the suggestions."""
    rows = text_of(keys.pilot.app.screen.query_one(SuggestionList)).splitlines()
    return [unbroken(row) for row in rows if row]


def marked(keys: Typist) -> str:
    suggestion = keys.pilot.app.screen.query_one(SuggestionList).marked
    return suggestion.text if suggestion else ""


def folds(keys: Typist) -> list[str]:
    return [words_of(each) for each in keys.pilot.app.screen.query(Fold)]


def is_shown(keys: Typist, name: str) -> bool:
    return any(row.question.name == name for row in keys.pilot.app.screen.query(FieldRow))


def looks(keys: Typist, name: str) -> set[str]:
    parts = row_of(keys.pilot, name).children
    return {"-needed", "-wrong", "-focused"} & {each for part in parts for each in part.classes}


def meeting(store: SqliteStore, title: str) -> Meeting:
    (found,) = (each for each in store.load("trip").meetings if each.title == title)
    return found


async def test_what_is_typed_is_understood_beside_the_field_and_told_in_full_below(
    store: SqliteStore,
) -> None:
    async with running(store, SMALL) as pilot:
        keys = Typist(pilot)
        await keys.press("a", "m")
        assert part_text(pilot, "#dialog-title").strip() == "New meeting"
        assert (typed_in(pilot), beside(pilot, "kind")) == ("kind", "needed")
        assert looks(keys, "kind") == {"-needed", "-focused"}
        await keys.write("xyz")
        assert beside(pilot, "kind") == "no such kind of meeting"
        assert looks(keys, "kind") == {"-wrong", "-focused"}
        assert below(keys)[0].startswith("No kind of meeting is called “xyz”.")
        await keys.press("ctrl+u")
        await keys.write("bil")
        assert below(keys)[0] == "bilateral"
        assert "Bilateral meeting" in part_text(pilot)
        await keys.write("\t\t\t")
        for typed, brief, whole in WHEN:
            await keys.press("ctrl+u")
            await keys.write(typed)
            assert (beside(pilot, "hours"), below(keys)) == (brief, [whole])


WHEN = (
    ("25:00", "not clear", "“25:00” is not clear: expected an hour from 0 to 23."),
    (
        "10:00-11:15",
        "Mon 17 Mar 10:00–11:15 GMT · 06:00 at home",
        "Mon 17 Mar 2025 10:00 GMT (UTC+0), 06:00 at home · 1 h 15, to 11:15",
    ),
    ("75m", "not placed yet · 1 h 15", "not placed yet · 1 h 15"),
)
"""What is typed for a meeting's hours, and what is said of it beside the field and below."""


async def test_suggestions_are_marked_by_typing_and_by_arrows_and_taken_in_place_of_what_is_there(
    store: SqliteStore,
) -> None:
    store.apply(Edit("Added", create(Person(id="ann", name=BOLD))))
    async with running(store, SMALL) as pilot:
        keys = Typist(pilot)
        await keys.press("a", "m")
        assert (marked(keys), below(keys)[:2]) == ("", ["bilateral", "tête-à-tête"])
        await keys.press("down", "down")
        assert marked(keys) == "tête-à-tête"
        await keys.press("up", "up", "tab")
        assert (typed_in(pilot), value_of(pilot, "kind")) == ("with", "")

        await keys.write("mcaron")
        assert (marked(keys), below(keys)[-1]) == ("", "+ new person “mcaron”")
        await keys.press("down", "enter")
        assert (typed_in(pilot), value_of(pilot, "with")) == ("stop", "Emmanuel Macron")
        assert value_of(pilot, "stop") == "London"
        await keys.write("par")
        assert value_of(pilot, "stop") == "par"
        await keys.press("enter", "shift+tab", "shift+tab")
        assert value_of(pilot, "stop") == "Paris"
        await keys.write("bold")
        assert (marked(keys), below(keys)[1]) == (BOLD, BOLD)
        await keys.press("tab", "shift+tab", "shift+tab")
        await keys.write("w")
        assert (marked(keys), beside(pilot, "kind")) == ("working meal", "↵ working meal")
        await keys.press("down", "tab")
        assert (typed_in(pilot), value_of(pilot, "kind")) == ("with", "wreath-laying")
        assert marked(keys) == ""
        assert f"Wreath-laying with {BOLD}" in part_text(pilot)


BOLD = "[bold]Ann[/] [/x] 李"


async def test_people_and_venues_that_nobody_has_made_yet_are_made_on_the_way(
    store: SqliteStore,
) -> None:
    before = store.load("trip").meetings
    async with running(store, SMALL) as pilot:
        keys = Typist(pilot)
        await keys.press("a", "m")
        await keys.write("bilateral\tEmmanuel Macron, Xi Jinping")
        assert below(keys)[0] == "No person is called “Xi Jinping”. A new person can be made."
        await keys.press("ctrl+n")
        assert part_text(pilot, "#dialog-title").strip() == "New meeting › New person"
        assert value_of(pilot, "name") == "Xi Jinping"
        await keys.press("ctrl+s")
        assert value_of(pilot, "with") == "Emmanuel Macron, Xi Jinping"
        assert (typed_in(pilot), looks(keys, "with")) == ("stop", set())

        await keys.write("\t\tThe annex")
        assert below(keys)[-1] == "+ new venue “The annex”"
        await keys.press("enter")
        assert part_text(pilot, "#dialog-title").strip() == "New meeting › New venue"
        assert value_of(pilot, "name") == "The annex"
        assert value_of(pilot, "place") == "London, England, United Kingdom"
        await keys.press("ctrl+s")
        assert (typed_in(pilot), value_of(pilot, "venue")) == ("title", "The annex")
        assert store.load("trip").meetings == before
        await keys.press("ctrl+s")
        trip = store.load("trip")
        made = meeting(store, "Bilateral meeting with Emmanuel Macron and Xi Jinping")
        venue = trip.get(Venue, made.venue)
        assert venue
        assert venue.name == "The annex"
        people = [trip.get(Person, each.person) for each in trip.participants_of(made.id)]
        assert [each.name for each in people if each] == ["Emmanuel Macron", "Xi Jinping"]
        await keys.press("u")
    assert "Xi Jinping" not in {each.name for each in store.directory().people}
    assert "The annex" not in {each.name for each in store.directory().venues}


async def test_folds_keep_what_was_typed_and_save_finds_what_is_wrong_in_them(
    store: SqliteStore,
) -> None:
    async with running(store, SMALL) as pilot:
        keys = Typist(pilot)
        await keys.press("t", "a", "shift+tab")
        assert (folds(keys), below(keys)) == (["▸ More  5 fields"], ["Enter opens these fields."])
        await keys.press("enter")
        assert (folds(keys), typed_in(pilot)) == (["▾ More  5 fields"], "theme")
        await keys.write("cyber\t\t\tx")
        assert beside(pilot, "priority") == "expected a whole number from 0 on"
        await keys.press("ctrl+o")
        assert not is_shown(keys, "theme")
        await keys.press("ctrl+s")
        assert (typed_in(pilot), looks(keys, "title")) == ("title", {"-wrong", "-focused"})
        assert beside(pilot, "title") == "needed"
        await keys.write(LONG)
        await keys.press("ctrl+s")
        await keys.settle()
        assert (typed_in(pilot), value_of(pilot, "theme")) == ("priority", "cyber")
        assert (value_of(pilot, "priority"), looks(keys, "priority")) == (
            "x",
            {"-wrong", "-focused"},
        )
        assert below(keys) == ["Priority: expected a whole number from 0 on, found “x”."]
        await keys.press("ctrl+u")
        await keys.write("1")
        await keys.press("ctrl+s")
        on_top(pilot, RollDialog)
        made = store.load("trip").topics_of(STARMER.id)[-1]
        assert (made.title, made.theme, made.priority) == (LONG, "cyber", 1)


LONG = "Cyber, with the “whole” delegation — 14h? " * 4 + "é李🎉"
"""A text whose keys all come at once, as a terminal sends them when it was kept waiting."""


async def test_only_what_was_typed_is_changed_and_escape_asks_before_that_is_lost(
    store: SqliteStore,
) -> None:
    filled = replace(STARMER, format="1+4", hosted_by="The PM", readout="Good.")
    store.apply(Edit("Filled", (Change(STARMER, filled),)))
    async with running(store, SMALL) as pilot:
        keys = Typist(pilot)
        await keys.press("e")
        assert folds(keys)[0] == "▸ Protocol  14 fields · 2 filled in"
        assert folds(keys)[-1] == "▸ Afterwards  5 fields · 1 filled in"
        await keys.write("\t\t\t17:30 for 45m\t\tTalks\ttentative")
        await keys.press("escape")
        assert "Throw away what you typed?" in part_text(pilot)
        await keys.press("n")
        assert (typed_in(pilot), value_of(pilot, "title")) == ("status", "Talks")
        await keys.press("ctrl+s")
        label = "Changed meeting “Talks”: when, title, status · saved "
        assert words(pilot).startswith(label)
        changed = store.load("trip").get(Meeting, STARMER.id)
        start, status = in_london("17:30"), Status.TENTATIVE
        assert changed == replace(filled, start=start, minutes=45, title="Talks", status=status)


async def test_enter_goes_from_field_to_field_and_saves_behind_the_last(store: SqliteStore) -> None:
    async with running(store, SMALL) as pilot:
        keys = Typist(pilot)
        await keys.press("T", "a")
        await keys.write("Orly\nÉlysée Palace\n\n25m\n\n")
        on_top(pilot, RollDialog)
    (way,) = store.directory().travel_times
    assert (way.origin, way.destination, way.minutes) == ("orly", "elysee", 25)


@pytest.fixture
def shared(tmp_path: Path) -> Iterator[tuple[SqliteStore, SqliteStore]]:
    """The journey in two windows' stores: ours, and that of a colleague."""
    path = str(tmp_path / "trips.sqlite3")
    mine, theirs = SqliteStore.open(path, "planner"), SqliteStore.open(path, "colleague")
    mine.apply(Edit("Imported", create(*JOURNEY)))
    yield mine, theirs
    mine.close()
    theirs.close()


async def test_a_refused_form_is_shown_again_with_all_that_was_typed_and_the_reason(
    shared: tuple[SqliteStore, SqliteStore],
) -> None:
    mine, theirs = shared
    async with running(mine, SMALL) as pilot:
        keys = Typist(pilot)
        await keys.press("e")
        await keys.write("\t\t\t\t\tTalks\ttent")
        renamed = replace(STARMER, title="Theirs", minutes=45)
        theirs.apply(Edit("Renamed", (Change(STARMER, renamed),)))
        await keys.press("ctrl+s")
        assert (value_of(pilot, "title"), value_of(pilot, "status")) == ("Talks", "tentative")
        reason = unbroken(" ".join(below(keys)))
        assert reason.startswith("meeting “Theirs”: colleague (")
        assert "changed title meanwhile. It is now “Theirs”; you wanted “Talks”." in reason
        assert mine.load("trip").get(Meeting, STARMER.id) == renamed
