"""What rules are told of what lies around a trip, and what may alter it."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import cast

import pytest

from db.store import SqliteStore
from planner.around import OfficeSettings, may_alter, surroundings_of
from planner.conflicts import Conflict, Severity, Surroundings, check
from planner.conflicts.cases import WHOLE, Cases
from planner.conflicts.registry import Family, Rule
from planner.edits import Change, Edit, create, delete
from planner.itinerary import Itinerary
from planner.journal import JournalEntry
from planner.records import FollowUp, Participant, Place, Record, Stop, Tenure, Topic, Trip
from planner.records.words import FollowUpState
from planner.settings import Limits
from tests.planner.journeys import (
    JOURNEY,
    LUNCH,
    OTTAWA,
    STARMER,
    TRIP,
    in_london,
    journey,
    present,
)

NOW = present(in_london("16:50"))
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
def store() -> Iterator[SqliteStore]:
    with closing(SqliteStore.in_memory("planner")) as made:
        made.apply(Edit("Imported", create(*JOURNEY, BEFORE, OWED)))
        yield made


def test_the_surroundings_are_what_the_store_and_the_office_have(store: SqliteStore) -> None:
    office = OfficeSettings(Limits(rest_hours=10), {"no-meal": None})
    itinerary = store.load("trip")
    found = surroundings_of(store, itinerary, NOW, office)
    around = store.around(itinerary)
    assert (found.now, found.limits, found.severities) == (NOW, office.limits, office.severities)
    assert found.elsewhere == around.elsewhere
    assert [each.title for each in found.trips] == ["Bonn"]
    assert [each.text for each in found.commitments] == ["A letter"]


def test_they_are_equal_while_nothing_changed(store: SqliteStore) -> None:
    itinerary, office = store.load("trip"), OfficeSettings()
    known = surroundings_of(store, itinerary, NOW, office)
    assert surroundings_of(store, itinerary, NOW, office) == known
    store.apply(Edit("Sent", (Change(OWED, replace(OWED, state=FollowUpState.COMPLETE)),)))
    assert surroundings_of(store, itinerary, NOW, office) != known


def test_public_holidays_are_known(store: SqliteStore) -> None:
    found = surroundings_of(store, store.load("trip"), NOW, OfficeSettings())
    assert found.holidays.on(OTTAWA, date(2025, 7, 1)) == "Canada Day"
    assert found.holidays.on(OTTAWA, date(2025, 7, 2)) == ""


@pytest.mark.parametrize(("of_trip", "used"), [((), 10), ((("rest_hours", 7),), 7)])
def test_a_trip_outweighs_the_office(
    store: SqliteStore, of_trip: tuple[tuple[str, int], ...], used: int
) -> None:
    store.apply(Edit("Set", (Change(TRIP, replace(TRIP, thresholds=of_trip)),)))
    itinerary = store.load("trip")
    office = OfficeSettings(Limits(rest_hours=10, meal_hours=5))
    seen: list[Limits] = []

    def look_on(_: Itinerary, surroundings: Surroundings, __: object) -> Iterator[Conflict]:
        seen.append(surroundings.limits)
        return iter(())

    cases = cast("Cases[object]", WHOLE)
    watching = Rule("watching", Family.LOAD, (Severity.NOTICE,), "Never.", cases, look_on)
    check(itinerary, surroundings_of(store, itinerary, NOW, office), [watching])
    assert seen == [Limits(rest_hours=used, meal_hours=5)]


def entry(*changes: Change) -> JournalEntry:
    return JournalEntry(1, datetime(2025, 3, 17, tzinfo=UTC), "Anna", Edit("x", changes), None)


ITINERARY = journey()
FIRST = ITINERARY.entries[0].record


def one(kind: type[Record]) -> Record:
    return next(each for each in JOURNEY if isinstance(each, kind))


@pytest.mark.parametrize(
    ("changes", "alters"),
    [
        ((), False),
        (create(one(Participant)), True),
        (delete(one(Participant)), True),
        ((Change(LUNCH, replace(LUNCH, title="Lunch")), *create(one(Participant))), True),
        ((Change(LUNCH, replace(LUNCH, title="Lunch")),), False),
        ((Change(STARMER, replace(STARMER, minutes=50)),), False),
        ((Change(STARMER, replace(STARMER, start=ITINERARY.entries[0].start)),), True),
        ((Change(replace(STARMER, start=ITINERARY.entries[0].start), STARMER),), True),
        (delete(FIRST), True),
        ((Change(TRIP, replace(TRIP, principal="macron")),), True),
        ((Change(TRIP, replace(TRIP, earliest=date(2025, 3, 1))),), True),
        (create(one(Tenure)), True),
        (create(Stop(id="rome", trip="trip", place=Place("Rome", "IT", "Europe/Rome"))), True),
        (create(one(Topic)), False),
        (create(replace(OWED, trip="trip")), False),
    ],
)
def test_what_lies_around_is_altered_by_people_offices_and_when_the_trip_begins(
    changes: tuple[Change, ...], alters: bool
) -> None:
    assert may_alter([entry(), entry(*changes)], ITINERARY) is alters


def test_the_first_hour_of_a_trip_without_any_may_alter_what_lies_around() -> None:
    bare = Itinerary.of([each for each in JOURNEY if each.id in ("trip", "carney")])
    assert may_alter([entry(*create(LUNCH))], bare)
