"""The list of trips: where each stands in time, what needs attention, and the ways to begin."""

from dataclasses import replace
from datetime import date

import pytest
from textual.pilot import Pilot
from textual.widget import Widget

from db.store import SqliteStore
from planner.edits import Change, Edit, create
from planner.edits.removal import removal
from planner.moments import Moment
from planner.records import Place, Record, Stop
from planner.records.words import TripStatus
from screens.app import PlannerApp
from screens.dialogs.forms.form import FormDialog
from screens.dialogs.importing import ImportDialog
from screens.trips import TripsScreen
from screens.widgets.attention import Attention
from screens.widgets.bars import Heading
from screens.widgets.trip_list import TripList
from screens.workspace import WorkspaceScreen
from tests.planner.journeys import TRIP
from tests.screens.opened import (
    Mouse,
    app_of,
    on_top,
    part_text,
    running,
    shown,
    text_of,
    unbroken,
    value_of,
    words,
    words_of,
)
from tests.screens.typing_keys import Typist

ROME = Place("Rome", "IT", "Europe/Rome", "", 41.9028, 12.4964)


def trip(name: str, first: str = "", last: str = "", **fields: object) -> tuple[Record, ...]:
    """Return a trip to Rome, from the hour of one day to that of another."""
    head = replace(TRIP, id=name, title=name, short_name=name, **fields)  # type: ignore[arg-type]
    if not first:
        return (head,)
    arrive, depart = (Moment.from_text(f"{each}[Europe/Rome]") for each in (first, last))
    return (head, Stop(id=f"{name}-stop", trip=name, place=ROME, arrive=arrive, depart=depart))


OTHERS = (
    *trip("Oslo", "2025-04-01T09:00", "2025-04-03T18:00", status=TripStatus.IDEA),
    *trip("Vienna", "2025-03-18T09:00", "2025-03-18T18:00", status=TripStatus.CANCELLED),
    *trip("Some day"),
    *trip("Lima", "2025-02-27T09:00", "2025-03-01T18:00", status=TripStatus.COMPLETED),
    *trip("Kyiv", "2024-12-01T09:00", "2024-12-01T18:00", status=TripStatus.COMPLETED),
)


@pytest.fixture
def several(store: SqliteStore) -> SqliteStore:
    """The journey, and other trips before and after it."""
    store.apply(Edit("Added", create(*OTHERS)))
    return store


def listed(pilot: Pilot[None]) -> list[str]:
    rows = text_of(pilot.app.screen.query_one(TripList)).splitlines()
    return [unbroken(row) for row in rows if row.strip()]


def chosen(pilot: Pilot[None]) -> str:
    summary = pilot.app.screen.query_one(TripList).selected
    return summary.trip.title if summary else ""


async def attention(pilot: Pilot[None]) -> list[str]:
    """Return what needs attention, once the trip under the cursor has been looked into."""
    lines = pilot.app.screen.query_one(Attention)
    while "looking…" in text_of(lines):
        await pilot.pause(0)
    return [unbroken(row) for row in text_of(lines).splitlines() if row]


async def test_trips_stand_under_now_coming_and_behind_us_with_dates_and_how_far_off(
    several: SqliteStore,
) -> None:
    async with running(several, (120, 30), opened=None) as pilot:
        await attention(pilot)
        assert words_of(pilot.app.screen.query_one(Heading)) == "Summitry  6 trips"
        assert listed(pilot)[3:] == COMING_AND_BEHIND_US
        assert listed(pilot)[0] == "Now"
        assert listed(pilot)[1].startswith(
            "16–18 March 2025 Paris and London ● 1 ▲ 4 · 5 confirmed"
        )
        about = "day 2 of 3 Mark Carney · Paris → London 4 meetings, 2 movements"
        assert listed(pilot)[2] == about


COMING_AND_BEHIND_US = [
    "Coming",
    "18 March 2025 Vienna cancelled",
    "tomorrow Mark Carney · Rome nothing planned yet",
    "1–3 April 2025 Oslo idea",
    "in 15 days Mark Carney · Rome nothing planned yet",
    "no dates yet Some day confirmed",
    "Mark Carney nothing planned yet",
    "Behind us",
    "27 February – 1 March 2025 Lima completed",
    "16 days ago Mark Carney · Rome nothing planned yet",
    "1 December 2024 Kyiv completed",
    "3 months ago Mark Carney · Rome nothing planned yet",
]


async def test_what_needs_attention_follows_the_cursor(several: SqliteStore) -> None:
    async with running(several, opened=None) as pilot:
        keys = Typist(pilot)
        found = await attention(pilot)
        assert found[0] == "Needs attention in Paris and London ● 1 error ▲ 4 warnings · 5 notices"
        assert "75 min of topics in 60 min, 15 min short." in " ".join(found)
        await keys.press("up", "down")
        assert chosen(pilot) == "Vienna"
        assert await attention(pilot) == [
            "Needs attention in Vienna",
            "Nothing is wrong with this trip.",
        ]
        await keys.press("end", "down")
        assert chosen(pilot) == "Kyiv"
        await keys.press("pageup", "home", "enter")
        on_top(pilot, WorkspaceScreen)
        assert shown(pilot).itinerary.trip.title == "Paris and London"


async def test_a_trip_is_copied_removed_and_brought_back_from_the_list(
    several: SqliteStore,
) -> None:
    async with running(several, (80, 24), opened=None) as pilot:
        keys = Typist(pilot)
        await keys.press("down", "down", "D")
        assert value_of(pilot, "title") == "Oslo (copy)"
        await keys.write("Oslo again\t\t\t1 may 2025")
        await keys.press("ctrl+s")
        on_top(pilot, WorkspaceScreen)
        stop = shown(pilot).itinerary.stops[0]
        assert (stop.place.city, stop.arrive and stop.arrive.date) == ("Rome", date(2025, 5, 1))
        assert words(pilot).startswith("Copied trip “Oslo” · saved ")
        await keys.press("escape", "home", "d")
        question = unbroken(part_text(pilot))
        assert "Remove trip “Paris and London” with 2 stops, 2 movements, 1 lodging" in question
        await keys.press("n")
        assert chosen(pilot) == "Paris and London"
        await keys.press("delete", "y")
        assert chosen(pilot) == "Vienna"
        assert "Now" not in listed(pilot)
        assert words(pilot).startswith("Removed trip “Paris and London” · saved ")
        await keys.press("u")
        assert listed(pilot)[0] == "Now"
        assert listed(pilot)[1].startswith("16–18 March 2025 Paris and London")
        assert words(pilot).startswith("Undone: removed trip “Paris and London” · saved ")


async def test_what_another_window_does_to_trips_is_taken_in(several: SqliteStore) -> None:
    async with running(several, opened=None) as pilot:
        keys = Typist(pilot)
        await keys.press("end")
        several.apply(removal(several.load("Kyiv"), "Kyiv").edit)
        await keys.press("enter")
        on_top(pilot, TripsScreen)
        assert words(pilot)
        assert isinstance(pilot.app, PlannerApp)
        await keys.press("home", "down")
        renamed = replace(TRIP, title="Paris alone")
        several.apply(Edit("Renamed", (Change(TRIP, renamed),)))
        several.apply(Edit("Added", create(*trip("Cairo", "2025-03-17T01:00", "2025-03-17T23:00"))))
        await pilot.app.take_in_others()
        await keys.settle()
        assert [row.split()[3] for row in listed(pilot)[1:5:2]] == ["Cairo", "Paris"]
        assert chosen(pilot) == "Vienna"
        assert words_of(pilot.app.screen.query_one(Heading)) == "Summitry  6 trips"
        await keys.press("up")
        assert (await attention(pilot))[0].startswith(
            "Needs attention in Paris alone ● 2 errors ▲ 4"
        )


async def test_whoever_has_no_trip_yet_is_shown_three_ways_by_key_and_by_mouse() -> None:
    store = SqliteStore.in_memory("planner")
    async with running(store, (80, 24), opened=None) as pilot:
        keys = Typist(pilot)
        greeting = part_text(pilot, "#greeting").splitlines()
        assert greeting[1] == "  No trips yet. Three ways to begin:"
        for line, (key, name, screen) in enumerate(WAYS, 3):
            assert greeting[line].split("  ")[1:3] == [key, name]
            await keys.press(key)
            on_top(pilot, screen)
            await keys.press("escape" if screen is not WorkspaceScreen else "u")
            on_top(pilot, TripsScreen)
            await Mouse(pilot).click(name, "#greeting")
            on_top(pilot, screen)
            await keys.press("escape" if screen is not WorkspaceScreen else "u")
        await keys.press("enter", "down", "e", "d", "x", "D", "end")
        await Mouse(pilot).click("Three ways", "#greeting")
        assert on_top(pilot, TripsScreen).selected == ""
        assert store.trips() == ()
    store.close()


WAYS: tuple[tuple[str, str, type[Widget]], ...] = (
    ("n", "New trip", FormDialog),
    ("i", "Import", ImportDialog),
    ("s", "Sample", WorkspaceScreen),
)
"""A key, what it is called, and the screen that it opens."""


async def test_the_ways_to_begin_are_named_by_the_keys_that_a_person_gave_them() -> None:
    store = SqliteStore.in_memory("planner")
    app = app_of(store, None, keys={"trips.new": "insert", "trips.sample": "x"})
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        greeting = part_text(pilot, "#greeting").splitlines()
        assert [line.split()[0] for line in greeting[3:6]] == ["Ins", "i", "x"]
    store.close()
