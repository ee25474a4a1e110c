"""Loading a trip costs the same number of statements whatever is in it, and around it."""

from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from db.loading import AT_ONCE
from db.store import SqliteStore
from planner.records import FollowUp, Person, Record, Tenure, Trip
from tests.db.databases import copied
from tests.db.samples import (
    ANNA,
    CLOCK,
    HOST_AND_ALL,
    INVITED,
    LONDON,
    MEETING,
    OUR_TRIP,
    SALON_AND_ALL,
    TENURE,
    TOPIC,
    plan,
)


def entries(count: int) -> tuple[Record, ...]:
    """Return so many meetings, each with its place, its counterpart and his office, and a topic."""
    made: list[Record] = []
    for number in range(count):
        person = Person(id=f"person {number}", name="Counterpart")
        tenure: Tenure = replace(TENURE, id=f"tenure {number}", person=person.id)
        meeting = replace(MEETING, id=f"meeting {number}", venue="salon")
        invited = replace(INVITED, id=f"in {number}", meeting=meeting.id, person=person.id)
        topic = replace(TOPIC, id=f"topic {number}", meeting=meeting.id)
        made += [person, tenure, meeting, invited, topic]
    return tuple(made)


def statements_to_load(blank: Path, count: int) -> list[str]:
    with closing(copied(blank)) as engine:
        store = SqliteStore(engine, ANNA, CLOCK)
        store.apply(plan(*HOST_AND_ALL, *SALON_AND_ALL, *OUR_TRIP, INVITED, *entries(count)))
        run: list[str] = []
        engine.connection.set_trace_callback(run.append)
        loaded = store.load("trip")
        engine.connection.set_trace_callback(None)
        assert len(loaded.meetings) == count + 1
        return run


def test_a_long_trip_is_loaded_by_as_many_statements_as_a_short_one(blank: Path) -> None:
    few, many = (statements_to_load(blank, count) for count in (1, 150))
    assert len(few) == len(many) <= 30


def test_a_trip_of_more_people_than_a_statement_takes_is_loaded_in_several(
    blank: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.loading.AT_ONCE", 7)
    assert len(statements_to_load(blank, 20)) > 30
    assert AT_ONCE < 32_766, "the least that SQLite takes since STRICT tables are known"


def statements_around(blank: Path, count: int) -> list[str]:
    with closing(copied(blank)) as engine:
        store = SqliteStore(engine, ANNA, CLOCK)
        store.apply(plan(*HOST_AND_ALL, *SALON_AND_ALL, *OUR_TRIP, INVITED, *entries(count)))
        for number in range(count):
            store.apply(plan(*earlier(number)))
        run: list[str] = []
        engine.connection.set_trace_callback(run.append)
        around = store.around(store.load("trip"))
        engine.connection.set_trace_callback(None)
        assert len(around.trips) == len(around.commitments) == count
        return run


def earlier(number: int) -> tuple[Record, ...]:
    """Return a trip before ours that left something open."""
    trip = Trip(
        id=f"trip {number}",
        title="Before",
        short_name=f"before-{number}",
        principal="leader",
        home=LONDON,
        earliest=date(2024, 3, 17),
    )
    owed = FollowUp(id=f"owed {number}", trip=trip.id, text="A letter", counterpart="host")
    return trip, owed


def test_what_lies_around_is_read_by_as_many_statements_however_much_it_is(blank: Path) -> None:
    few, many = (statements_around(blank, count) for count in (1, 40))
    assert len(few) == len(many)


def test_more_people_than_a_statement_takes_are_looked_for_in_several(
    blank: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = statements_around(blank, 20)
    monkeypatch.setattr("db.around.AT_ONCE", 7)
    assert len(statements_around(blank, 20)) == len(few) + 4
