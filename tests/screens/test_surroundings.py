"""What lies around a trip reaches the screens: other trips, what is still open, what is set."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from db.store import SqliteStore
from planner.around import OfficeSettings
from planner.conflicts import Severity
from planner.edits import Change, Edit, create
from planner.records import FollowUp, Trip
from screens.app import PlannerApp
from screens.clerk import Clerk
from screens.counter import Counter
from screens.messages import EditAsked, EntriesApplied
from tests.planner.journeys import JOURNEY, OTTAWA, STARMER, TRIP, in_london
from tests.screens.opened import desk_of, settled, shown, words

BEFORE = Trip(
    id="before",
    title="Bonn",
    short_name="bonn",
    principal="carney",
    home=OTTAWA,
    earliest=date(2025, 1, 10),
)
OWED = FollowUp(id="owed", trip="before", text="A letter", counterpart="starmer")


@pytest.fixture
def colleague(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteStore]:
    """A colleague's store of a file that holds the trip."""
    path = str(tmp_path_factory.mktemp("shared") / "trips.sqlite3")
    store = SqliteStore.open(path, "colleague")
    store.apply(Edit("Imported", create(*JOURNEY)))
    yield store
    store.close()


async def test_what_others_write_of_other_trips_is_taken_in(colleague: SqliteStore) -> None:
    mine = SqliteStore.open(colleague.path, "planner")
    app = PlannerApp(desk_of(mine), "trip")
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        assert shown(pilot).surroundings.trips == ()
        colleague.apply(Edit("Added", create(BEFORE, OWED)))
        await app.take_in_others()
        await settled(pilot)
        assert [each.title for each in shown(pilot).surroundings.trips] == ["Bonn"]
        assert [each.text for each in shown(pilot).surroundings.commitments] == ["A letter"]
    mine.close()


@pytest.mark.parametrize(
    ("edit", "asks"),
    [
        (Edit("Renamed", (Change(STARMER, replace(STARMER, title="Talks")),)), False),
        (Edit("Moved", (Change(STARMER, replace(STARMER, start=in_london("18:05"))),)), False),
        (Edit("Moved", (Change(STARMER, replace(STARMER, start=in_london("00:05", 1))),)), True),
        (Edit("Window", (Change(TRIP, replace(TRIP, earliest=date(2025, 3, 1))),)), True),
    ],
)
def test_an_edit_of_ones_own_asks_what_lies_around_where_it_may_have_altered_it(
    store: SqliteStore, edit: Edit, asks: bool
) -> None:
    clerk = Clerk(desk_of(store))
    workspace = clerk.workspace("trip")
    asked = EditAsked(edit)
    news = clerk.news(workspace, clerk.write(asked, "trip"), asked)
    assert isinstance(news, EntriesApplied)
    assert (news.surroundings is not None) is asks


async def test_what_the_office_set_counts_on_every_screen(store: SqliteStore) -> None:
    office = OfficeSettings(severities=dict.fromkeys(_rules_of(store), Severity.NOTICE))
    desk = replace(desk_of(store), office=office)
    app = PlannerApp(desk, "trip")
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        findings = shown(pilot).report.findings
        assert findings
        assert {each.conflict.severity for each in findings} == {Severity.NOTICE}
        assert words(pilot).startswith("Saved")
    report = Counter(desk).report(TRIP.id)
    assert report.findings == findings


def _rules_of(store: SqliteStore) -> set[str]:
    findings = Counter(desk_of(store)).report(TRIP.id).findings
    return {each.conflict.rule for each in findings}


async def test_a_rule_that_does_not_exist_is_told_once_the_trip_is_there(
    store: SqliteStore,
) -> None:
    office = OfficeSettings(severities={"no-buffe": None})
    app = PlannerApp(replace(desk_of(store), office=office), "trip")
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        assert shown(pilot).is_checked
        assert words(pilot).startswith("Settings: “no-buffe” is no rule. Did you mean no-buffer")
