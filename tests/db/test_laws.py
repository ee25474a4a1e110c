"""The laws of storage, over whatever records and sequences of edits there can be."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.engine import Engine
from db.store import SqliteStore
from planner.edits import Change, Edit
from planner.errors import EditRefused, EditStale, NothingToUndo, RecordRejected
from planner.itinerary import Itinerary
from planner.records import KINDS, Record, kind_of
from planner.records.shape import shape_of
from tests.db.databases import copied, replayed, rows
from tests.db.edits_at_random import edit_at_random, is_nowhere, updated
from tests.db.samples import (
    ANNA,
    BEN,
    CLOCK,
    HOST_AND_ALL,
    OTHER_TRIP,
    OUR_TRIP,
    SALON_AND_ALL,
    in_order,
    plan,
)
from tests.laws import tried
from tests.planner.records_strategies import records_of, trips, whole_trip

WHOLE = {record.id: record for record in in_order(whole_trip())}
TRIPS = ("trip", "other")
SEEDS = st.lists(st.integers(0, 2**32), min_size=1, max_size=14, unique=True)
"""Each makes one edit: a failing sequence shrinks to the few that matter."""


@contextmanager
def two_authors(blank: Path) -> Iterator[tuple[Engine, SqliteStore, SqliteStore]]:
    """Yield a database in memory with somebody's two trips, and two others' stores of it."""
    with closing(copied(blank)) as engine:
        anna, ben, chief = (SqliteStore(engine, name, CLOCK) for name in (ANNA, BEN, "Chief"))
        chief.apply(plan(*HOST_AND_ALL, *SALON_AND_ALL))
        chief.apply(plan(*OUR_TRIP))
        chief.apply(plan(*OTHER_TRIP))
        yield engine, anna, ben


def _stand_in(record: Record) -> Record:
    """Return a record with its id and references replaced by those of one that can be stored."""
    known = WHOLE[f"{kind_of(type(record))}-1"]
    names = ["id", *(field.name for field in shape_of(type(record)).references)]
    return replace(record, **{name: getattr(known, name) for name in names})


@pytest.mark.parametrize("kind", KINDS, ids=kind_of)
def test_every_field_of_every_record_survives_storage_and_journal(
    blank: Path, kind: type[Record]
) -> None:
    with closing(copied(blank)) as engine:
        store = SqliteStore(engine, ANNA, CLOCK)
        store.apply(plan(*WHOLE.values()))

        @tried(15)
        @given(records_of(kind))
        def survives(drawn: Record) -> None:
            record = _stand_in(drawn)
            stored = rows(engine.connection)[record.id]
            entry = store.apply(Edit("Changed", (Change(stored, record),)))
            assert rows(engine.connection)[record.id] == record
            if entry.edit.writes:
                assert store.history(limit=1)[0].edit == entry.edit
                assert entry.edit.changes[0].after == record

        survives()
        assert replayed(store.since(0)) == rows(engine.connection)


@tried(8)
@given(records=trips())
def test_any_trip_is_loaded_as_it_was_planned(blank: Path, records: tuple[Record, ...]) -> None:
    with closing(copied(blank)) as engine:
        store = SqliteStore(engine, ANNA, CLOCK)
        (trip,) = (Itinerary.of(records).trip.id,)
        entry = store.apply(plan(*in_order(records)))
        assert store.load(trip) == Itinerary.of(records, entry.position)
        assert store.since(0) == (entry,)


@tried(50)
@given(seeds=SEEDS)
def test_a_trip_kept_by_what_is_applied_is_the_trip_that_is_loaded(
    blank: Path, seeds: list[int]
) -> None:
    with two_authors(blank) as (engine, *stores):
        kept = {trip: stores[0].load(trip) for trip in TRIPS}
        start = dict(kept)
        for seed in seeds:
            random = Random(seed)  # noqa: S311 - nothing secret
            edit = edit_at_random(random, rows(engine.connection))
            entry = random.choice(stores).apply(edit)
            for trip in TRIPS:
                kept[trip] = kept[trip].after(entry.edit, entry.position)
                assert stores[0].load(trip) == kept[trip]
        for trip, itinerary in start.items():
            late = itinerary
            for entry in stores[1].since(late.position):
                late = late.after(entry.edit, entry.position)
            assert late == kept[trip]
        assert replayed(stores[0].since(0)) == rows(engine.connection)


@tried(30)
@given(seeds=SEEDS)
def test_undo_of_any_edits_gives_the_start_and_redo_the_end(blank: Path, seeds: list[int]) -> None:
    with two_authors(blank) as (engine, _, ben):
        states = [rows(engine.connection)]
        for seed in seeds:
            entry = ben.apply(edit_at_random(Random(seed), states[-1]))  # noqa: S311 - not secret
            if entry.edit.writes:
                states.append(rows(engine.connection))
        for state in reversed(states[:-1]):
            ben.undo()
            assert rows(engine.connection) == state
        with pytest.raises(NothingToUndo):
            ben.undo()
        for state in states[1:]:
            ben.redo()
            assert rows(engine.connection) == state
        with pytest.raises(NothingToUndo):
            ben.redo()


@tried(40)
@given(seeds=SEEDS)
def test_whatever_two_people_do_and_undo_the_journal_tells_what_is_stored(
    blank: Path, seeds: list[int]
) -> None:
    with two_authors(blank) as (engine, *stores):
        kept = {trip: stores[0].load(trip) for trip in TRIPS}
        for seed in seeds:
            random = Random(seed)  # noqa: S311 - nothing secret
            store, now = random.choice(stores), rows(engine.connection)
            try:
                match random.randrange(4):
                    case 0:
                        entry = store.undo(random.choice((None, *TRIPS)))
                    case 1:
                        entry = store.redo(random.choice((None, *TRIPS)))
                    case _:
                        entry = store.apply(edit_at_random(random, now))
            except EditRefused:
                assert rows(engine.connection) == now
                continue
            for trip in TRIPS:
                kept[trip] = kept[trip].after(entry.edit, entry.position)
                assert stores[0].load(trip) == kept[trip]
        assert replayed(stores[0].since(0)) == rows(engine.connection)


@tried(60)
@given(seed=st.integers(0, 2**32))
def test_two_writers_of_a_field_agree_or_the_second_is_refused(blank: Path, seed: int) -> None:
    random = Random(seed)  # noqa: S311 - nothing secret
    base = random.choice(list(WHOLE.values()))
    mine, theirs = (updated(random, base, WHOLE) for _ in range(2))
    ours, others = (set(Change(base, each).touched) for each in (mine, theirs))
    disputed = {name for name in ours & others if getattr(mine, name) != getattr(theirs, name)}
    with closing(copied(blank)) as engine:
        anna, ben = (SqliteStore(engine, author, CLOCK) for author in (ANNA, BEN))
        anna.apply(plan(*WHOLE.values()))
        anna.apply(Edit("Mine", (Change(base, mine),)))
        if disputed:
            with pytest.raises(EditStale, match=ANNA) as refused:
                ben.apply(Edit("Theirs", (Change(base, theirs),)))
            assert refused.value.field.replace(" ", "_") in disputed
            assert rows(engine.connection)[base.id] == mine
            return
        both = replace(mine, **{name: getattr(theirs, name) for name in others})
        if is_nowhere(both):
            with pytest.raises(RecordRejected):
                ben.apply(Edit("Theirs", (Change(base, theirs),)))
            both = mine
        else:
            ben.apply(Edit("Theirs", (Change(base, theirs),)))
        assert rows(engine.connection)[base.id] == both
