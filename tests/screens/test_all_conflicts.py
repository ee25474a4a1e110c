"""The conflicts of all trips: the worst trips first, from the list of trips into one of them."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from textual.pilot import Pilot

from db.store import SqliteStore
from planner.conflicts import Report
from planner.edits import Change, Edit, create
from planner.edits.removal import removal
from planner.errors import DatabaseDamaged
from planner.itinerary import Itinerary
from planner.moments import Moment
from planner.records import Meeting, Record
from planner.records.words import MeetingKind, Status, TripStatus
from screens.counter import Counter
from screens.dialogs.help import HelpDialog
from screens.dialogs.mending.all_conflicts import AllConflictsDialog
from screens.trips import TripsScreen
from screens.widgets.all_conflicts import AllConflictLines
from screens.workspace import WorkspaceScreen
from tests.planner.journeys import PEOPLE, TRIP
from tests.screens.opened import (
    Mouse,
    on_top,
    part_text,
    press,
    rows_of,
    running,
    screen_text,
    settled,
    shown,
    text_of,
    unbroken,
    words,
)
from tests.screens.test_trips import trip

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)])


def talks(of: str, day: str, *hours: str) -> tuple[Record, ...]:
    """Return meetings of a trip, an hour each."""
    return tuple(
        Meeting(
            id=f"{of}-{hour}",
            trip=of,
            kind=MeetingKind.BILATERAL,
            title=f"{of} talks at {hour}",
            start=Moment.from_text(f"{day}T{hour}[Europe/Rome]"),
            minutes=60,
            stop=f"{of}-stop",
            status=Status.CONFIRMED,
        )
        for hour in hours
    )


TWICE_TWO = ("09:00", "09:30", "14:00", "14:45")
"""Hours of talks that overlap, two errors."""
TURIN = trip("Turin", "2025-04-07T09:00", "2025-04-07T18:00", status=TripStatus.PROPOSED)
OSLO = trip("Oslo", "2025-04-01T09:00", "2025-04-01T18:00", status=TripStatus.PROPOSED)
VIENNA = trip("Vienna", "2025-03-18T09:00", "2025-03-18T18:00", status=TripStatus.CANCELLED)
LIMA = trip("Lima", "2025-02-27T09:00", "2025-02-27T18:00", status=TripStatus.COMPLETED)
TRIPS: tuple[Record, ...] = (
    *TURIN,
    *talks("Turin", "2025-04-07", "10:00"),
    *OSLO,
    *talks("Oslo", "2025-04-01", *TWICE_TWO),
    *VIENNA,
    *talks("Vienna", "2025-03-18", *TWICE_TWO),
    *LIMA,
    *talks("Lima", "2025-02-27", *TWICE_TWO),
    *trip("Some day"),
)
PRINCIPAL = tuple(each for each in PEOPLE if each.id == TRIP.principal)
PEOPLE_AND_OSLO = (*PRINCIPAL, *OSLO, *talks("Oslo", "2025-04-01", *TWICE_TWO))
OVERLAP = "● Oslo talks at 09:00 09:00–10:00 and Oslo talks at 09:30 09:30–10:30 Rome overlap"


@pytest.fixture
def several(store: SqliteStore) -> SqliteStore:
    """The journey; trips to come, one worse than it, one better, one well; a cancelled, a past."""
    store.apply(Edit("Added", create(*TRIPS)))
    return store


def lines_of(pilot: Pilot[None]) -> AllConflictLines:
    return on_top(pilot, AllConflictsDialog).query_one(AllConflictLines)


def listed(pilot: Pilot[None]) -> list[str]:
    """Return all rows, those out of sight too."""
    return [unbroken(row) for row in rows_of(lines_of(pilot))]


def headed(pilot: Pilot[None], *names: str) -> list[str]:
    """Return the headings of trips, by the names that they begin with."""
    return [row for row in listed(pilot) if row.startswith(names or NAMES)]


NAMES = ("Oslo 1", "Paris and London 16", "Turin 7", "Vienna", "Lima", "Some day")
HEADINGS = [
    "Oslo 1 April 2025 ● 2 · 12",
    "Paris and London 16–18 March 2025 ● 1 ▲ 4 · 5",
    "Turin 7 April 2025 · 3",
]


async def looked(pilot: Pilot[None]) -> None:
    """Wait until every trip was looked into."""
    while "looking…" in part_text(pilot):
        await pilot.pause(0)
    await settled(pilot)


async def open_all(pilot: Pilot[None]) -> None:
    """Open the conflicts of all trips, and wait until all are found."""
    await press(pilot, "C")
    await looked(pilot)


@SIZES
async def test_trips_stand_worst_first_with_days_and_counts_and_like_conflicts_as_one(
    several: SqliteStore, size: tuple[int, int]
) -> None:
    async with running(several, size, opened=None) as pilot:
        await open_all(pilot)
        rows = listed(pilot)
        assert rows[0] == "All that does not fit ● 3 errors ▲ 4 warnings · 20 notices"
        assert headed(pilot) == HEADINGS
        assert rows[1] == HEADINGS[0]
        assert unbroken(" ".join(rows[2:4])).startswith(OVERLAP)
        assert "· No venue: 4 entries" in rows
        assert part_text(pilot).splitlines()[-2].strip() == (
            "4 trips under way or to come, 1 with nothing wrong"
        )


@pytest.mark.parametrize(
    ("key", "words_of_it", "trips"),
    [
        ("e", "Only errors", HEADINGS[:2]),
        ("w", "Only errors and warnings", HEADINGS[:2]),
        ("a", "All that does not fit", HEADINGS),
    ],
)
async def test_a_key_shows_only_what_is_at_least_so_bad(
    several: SqliteStore, key: str, words_of_it: str, trips: list[str]
) -> None:
    async with running(several, opened=None) as pilot:
        await open_all(pilot)
        await press(pilot, "w" if key == "e" else "e", key)
        rows = listed(pilot)
        assert rows[0].startswith(f"{words_of_it} ● 3 errors")
        assert headed(pilot) == trips
        marks = {row[0] for row in rows[1:] if row[:2] in ("● ", "▲ ", "· ")}
        assert marks == set("●▲·"[: "ewa".index(key) + 1])
        assert f" {key} " not in part_text(pilot, "#dialog-keys")


@SIZES
async def test_enter_opens_the_trip_with_the_entry_selected(
    several: SqliteStore, size: tuple[int, int]
) -> None:
    async with running(several, size, opened=None) as pilot:
        await open_all(pilot)
        await press(pilot, "down", "enter")
        on_top(pilot, WorkspaceScreen)
        assert shown(pilot).itinerary.trip.title == "Oslo"
        assert shown(pilot).selected_record == "Oslo-14:00"
        assert "Oslo talks at 14:00" in screen_text(pilot)
        assert words(pilot).startswith("Oslo talks at 14:00 14:00–15:00 and Oslo talks at 14:45")
        await press(pilot, "escape")
        on_top(pilot, TripsScreen)


async def test_escape_goes_back_and_the_list_knows_what_was_found(several: SqliteStore) -> None:
    async with running(several, (80, 24), opened=None) as pilot:
        await open_all(pilot)
        await press(pilot, "escape")
        on_top(pilot, TripsScreen)
        assert "● 2" in screen_text(pilot)
        await press(pilot, "C")
        assert headed(pilot) == HEADINGS, "nothing is looked into twice"


async def test_a_click_marks_a_conflict_and_another_opens_it(several: SqliteStore) -> None:
    async with running(several, opened=None) as pilot:
        await open_all(pilot)
        mouse = Mouse(pilot)
        await mouse.click("All that does not fit", "#all-conflicts")
        await mouse.click("Paris and London", "#all-conflicts")
        selected = lines_of(pilot).selected
        assert selected
        assert selected.trip == TRIP.id
        await mouse.click("No venue: 4", "#all-conflicts")
        on_top(pilot, AllConflictsDialog)
        await mouse.click("No venue: 4", "#all-conflicts")
        assert shown(pilot).selected_record == "Oslo-09:00"


async def test_the_cursor_stays_in_sight_to_the_end_and_back(several: SqliteStore) -> None:
    async with running(several, (80, 24), opened=None) as pilot:
        await open_all(pilot)
        await press(pilot, "end")
        assert "Turin talks at 10:00" in text_of(lines_of(pilot))
        selected = lines_of(pilot).selected
        assert selected
        assert selected.trip == "Turin"
        await press(pilot, "up", "down", "down", "home")
        assert unbroken(text_of(lines_of(pilot)).splitlines()[0]).startswith("All that")


async def test_the_cursor_is_where_it_was_when_all_shows_again(several: SqliteStore) -> None:
    async with running(several, opened=None) as pilot:
        await open_all(pilot)
        await press(pilot, "end")
        before = lines_of(pilot).selected
        await press(pilot, "e")
        assert lines_of(pilot).selected != before
        await press(pilot, "a")
        assert lines_of(pilot).selected == before


async def test_trips_are_looked_into_one_by_one_and_keys_are_answered_meanwhile(
    several: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    report = Counter.report

    def noted(counter: Counter, trip: str) -> Report:
        asked.append(trip)
        return report(counter, trip)

    monkeypatch.setattr(Counter, "report", noted)
    monkeypatch.setattr("screens.dialogs.mending.all_conflicts.BETWEEN_CHECKS", 3600)
    async with running(several, opened=None) as pilot:
        while len(asked) < len(several.trips()):
            await pilot.pause(0)
        on_top(pilot, TripsScreen)._known.forget()  # noqa: SLF001 - a list too long to be in sight
        await press(pilot, "C")
        dialog = on_top(pilot, AllConflictsDialog)
        assert "looking… 0 of 4" in part_text(pilot)
        dialog._check_next()  # noqa: SLF001 - what the clock would do
        await press(pilot, "end")
        assert "looking… 1 of 4" in part_text(pilot)
        assert headed(pilot) == HEADINGS[1:2]
        before = lines_of(pilot).selected
        dialog._check_next()  # noqa: SLF001 - what the clock would do
        await settled(pilot)
        assert "looking… 2 of 4" in part_text(pilot)
        assert headed(pilot) == HEADINGS[:2]
        assert lines_of(pilot).selected == before, "what comes in before it does not move it"


@pytest.fixture
def damage(several: SqliteStore, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Make a trip one that cannot be read."""

    def damage_it(damaged: str) -> None:
        load = several.load

        def loaded(trip: str) -> Itinerary:
            if trip == damaged:
                raise DatabaseDamaged("trips.db", "A row makes no sense.", "Go back to a backup.")
            return load(trip)

        monkeypatch.setattr(several, "load", loaded)

    return damage_it


@SIZES
async def test_a_trip_that_cannot_be_read_is_named_and_does_not_hide_the_others(
    several: SqliteStore, damage: Callable[[str], None], size: tuple[int, int]
) -> None:
    damage("Turin")
    async with running(several, size, opened=None) as pilot:
        await open_all(pilot)
        rows = listed(pilot)
        assert rows[1] == "Turin 7 April 2025 cannot be read"
        assert "A row makes no sense." in " ".join(rows[2:4])
        assert headed(pilot)[1:] == HEADINGS[:2]
        assert "1 that cannot be read" in part_text(pilot)
        await press(pilot, "e")
        assert headed(pilot)[0] == rows[1]
        await Mouse(pilot).click("cannot be read", "#all-conflicts")
        await press(pilot, "enter")
        assert shown(pilot).itinerary.trip.title == "Oslo"


async def test_what_another_window_does_is_taken_in(several: SqliteStore) -> None:
    async with running(several, opened=None) as pilot:
        await open_all(pilot)
        await press(pilot, "end", "home", "down")
        selected = lines_of(pilot).selected
        several.apply(removal(several.load("Turin"), "Turin").edit)
        renamed = replace(TRIP, title="Paris alone")
        several.apply(Edit("Renamed", (Change(TRIP, renamed),)))
        await pilot.app.take_in_others()  # type: ignore[attr-defined] # it is the app
        await settled(pilot)
        await looked(pilot)
        assert headed(pilot, "Oslo 1", "Paris a", "Turin") == [
            HEADINGS[0],
            "Paris alone 16–18 March 2025 ● 1 ▲ 4 · 5",
        ]
        assert lines_of(pilot).selected == selected


async def test_a_trip_that_was_removed_meanwhile_is_told() -> None:
    store = SqliteStore.in_memory("planner")
    store.apply(Edit("Added", create(*PEOPLE_AND_OSLO)))
    async with running(store, opened=None) as pilot:
        await open_all(pilot)
        store.apply(removal(store.load("Oslo"), "Oslo").edit)
        await press(pilot, "enter")
        on_top(pilot, TripsScreen)
        assert words(pilot)
    store.close()


async def test_where_nothing_is_wrong_that_is_said() -> None:
    store = SqliteStore.in_memory("planner")
    store.apply(Edit("Added", create(*PRINCIPAL, *trip("Some day"))))
    async with running(store, (80, 24), opened=None) as pilot:
        await open_all(pilot)
        assert listed(pilot)[1] == "Nothing is wrong in any trip."
        await press(pilot, "up", "down", "enter")
        await Mouse(pilot).click("Nothing is wrong", "#all-conflicts")
        on_top(pilot, AllConflictsDialog)
        assert "Open" not in part_text(pilot, "#dialog-keys")
    store.close()


async def test_where_nothing_is_that_bad_that_is_said_with_the_way_to_the_rest() -> None:
    store = SqliteStore.in_memory("planner")
    turin = (*TURIN, *talks("Turin", "2025-04-07", "10:00"))
    store.apply(Edit("Added", create(*PRINCIPAL, *turin)))
    async with running(store, (80, 24), opened=None) as pilot:
        await open_all(pilot)
        await press(pilot, "e")
        assert listed(pilot)[1] == "Nothing that bad is wrong in any trip."
        await press(pilot, "enter", "a")
        assert headed(pilot) == HEADINGS[2:]
    store.close()


async def test_where_all_trips_are_over_or_cancelled_none_is_looked_into() -> None:
    store = SqliteStore.in_memory("planner")
    store.apply(Edit("Added", create(*PRINCIPAL, *VIENNA, *LIMA)))
    async with running(store, opened=None) as pilot:
        await open_all(pilot)
        assert listed(pilot)[1] == "No trip is under way or to come."
    store.close()


async def test_without_any_trip_there_is_nothing_to_look_into() -> None:
    store = SqliteStore.in_memory("planner")
    async with running(store, opened=None) as pilot:
        await press(pilot, "C")
        on_top(pilot, TripsScreen)
        assert words(pilot) == "There is no trip yet: begin one first."
    store.close()


@SIZES
async def test_long_and_odd_names_leave_the_days_and_the_counts_in_sight(
    store: SqliteStore, size: tuple[int, int]
) -> None:
    odd = replace(TRIP, title="[bold]東京\x1b[31m " + "visit " * 40)
    store.apply(Edit("Renamed", (Change(TRIP, odd),)))
    async with running(store, size, opened=None) as pilot:
        await open_all(pilot)
        row = listed(pilot)[1]
        assert row.startswith("[bold]東京␛[31m visit")
        assert row.endswith("… 16–18 March 2025 ● 1 ▲ 4 · 5")


async def test_the_help_explains_it(several: SqliteStore) -> None:
    async with running(several, opened=None) as pilot:
        await open_all(pilot)
        await press(pilot, "question_mark")
        on_top(pilot, HelpDialog)
        assert "neither cancelled nor over" in unbroken(part_text(pilot))
        await press(pilot, "escape")
        on_top(pilot, AllConflictsDialog)
