"""The contract of a store: undo and redo, which take back one's own work and nobody else's."""

from dataclasses import replace

import pytest

from planner.edits import Change, Edit, create, delete
from planner.errors import EditStale, NothingToUndo, RecordMissing, RecordNamed
from planner.journal import JournalEntry
from planner.records import Meeting, Record
from planner.store import Store
from tests.db.contract.base import Contract, OpenStore
from tests.db.contract.writing import WHOLE
from tests.db.samples import (
    ANNA,
    HOST_AND_ALL,
    INVITED,
    LEADER,
    MEETING,
    OTHER_TRIP,
    OUR_TRIP,
    PALACE,
    TOPIC,
    TRIP,
    at,
    plan,
)


def rename(store: Store, title: str, trip: str = "trip") -> JournalEntry:
    """Give the meeting of a trip another title."""
    meeting = store.load(trip).meetings[0]
    return store.apply(Edit(f"Called {title}", (Change(meeting, replace(meeting, title=title)),)))


def title(store: Store, trip: str = "trip") -> str:
    """Return the title of the meeting of a trip."""
    return store.load(trip).meetings[0].title


def records(store: Store, trip: str = "trip") -> set[Record]:
    """Return all that is in a trip."""
    return set(store.load(trip).records)


class UndoContract(Contract):
    """Undo is the inverse of the latest own edit that stands; redo is the undo of an undo."""

    @pytest.fixture
    def two_trips(self, store: Store) -> Store:
        """Return a store with our trip and another, each with a meeting."""
        store.apply(plan(*OUR_TRIP))
        store.apply(plan(*OTHER_TRIP, replace(MEETING, id="elsewhere", trip="other", stop=None)))
        return store

    @pytest.mark.usefixtures("planned")
    def test_the_latest_edit_is_undone_first(self, store: Store) -> None:
        rename(store, "One")
        rename(store, "Two")
        assert (store.undo().edit.label, title(store)) == ("Undo: Called Two", "One")
        assert (store.undo().edit.label, title(store)) == ("Undo: Called One", "Working lunch")

    @pytest.mark.usefixtures("planned")
    def test_the_latest_undo_is_redone_first(self, store: Store) -> None:
        rename(store, "One")
        rename(store, "Two")
        store.undo()
        store.undo()
        assert (store.redo().edit.label, title(store)) == ("Redo: Called One", "One")
        assert (store.redo().edit.label, title(store)) == ("Redo: Called Two", "Two")
        with pytest.raises(NothingToUndo):
            store.redo()

    @pytest.mark.usefixtures("planned")
    def test_what_was_redone_is_undone_again(self, store: Store) -> None:
        rename(store, "One")
        rename(store, "Two")
        for step in (store.undo, store.redo, store.undo, store.undo, store.redo, store.undo):
            step()
        assert title(store) == "Working lunch"
        assert store.redo().edit.label == "Redo: Called One"
        assert store.redo().edit.label == "Redo: Called Two"
        assert store.undo().edit.label == "Undo: Called Two"

    @pytest.mark.usefixtures("planned")
    def test_a_new_edit_leaves_nothing_to_redo(self, store: Store) -> None:
        rename(store, "One")
        store.undo()
        rename(store, "Two")
        with pytest.raises(NothingToUndo, match="redo"):
            store.redo()
        store.undo()
        assert title(store) == "Working lunch"
        store.undo()
        assert store.trips() == ()

    def test_without_work_there_is_nothing_to_undo(self, store: Store) -> None:
        for step in (store.undo, store.redo):
            with pytest.raises(NothingToUndo, match="nothing of yours"):
                step()
        assert store.history() == ()

    def test_everything_of_every_kind_is_undone_and_redone(self, store: Store) -> None:
        store.apply(plan(*WHOLE))
        store.apply(Edit("Deleted", delete(*reversed(WHOLE))))
        store.undo()
        assert records(store, "trip-1") == set(WHOLE)
        store.undo()
        assert store.trips() == ()
        store.redo()
        assert records(store, "trip-1") == set(WHOLE)
        store.redo()
        assert store.trips() == ()

    @pytest.mark.usefixtures("planned")
    def test_undo_and_redo_survive_reopening(self, store: Store, open_store: OpenStore) -> None:
        rename(store, "One")
        rename(store, "Two")
        store.undo()
        later = open_store(ANNA)
        later.redo()
        assert title(later) == "Two"
        later.undo()
        open_store(ANNA).undo()
        assert title(store) == "Working lunch"

    @pytest.mark.usefixtures("planned")
    def test_undo_names_the_entry_that_it_takes_back(self, store: Store) -> None:
        done = rename(store, "One")
        undone = store.undo()
        redone = store.redo()
        assert (done.undoes, undone.undoes, redone.undoes) == (
            None,
            done.position,
            undone.position,
        )

    @pytest.mark.usefixtures("planned")
    def test_other_people_s_work_is_left_alone(self, store: Store, colleague: Store) -> None:
        with pytest.raises(NothingToUndo):
            colleague.undo()
        rename(store, "One")
        colleague.apply(Edit("Later", (Change(_now(store), replace(_now(store), minutes=10)),)))
        store.undo()
        assert store.load("trip").meetings == (replace(MEETING, minutes=10),)
        colleague.undo()
        assert store.load("trip").meetings == (MEETING,)

    @pytest.mark.usefixtures("planned")
    def test_what_somebody_else_changed_since_is_not_undone(
        self, store: Store, colleague: Store
    ) -> None:
        rename(store, "One")
        rename(colleague, "Two")
        with pytest.raises(EditStale, match=r"Ben.*changed title"):
            store.undo()
        assert title(store) == "Two"
        colleague.undo()
        store.undo()
        assert title(store) == "Working lunch"

    @pytest.mark.usefixtures("planned")
    def test_what_somebody_else_put_back_already_counts_as_undone(
        self, store: Store, colleague: Store
    ) -> None:
        rename(store, "One")
        rename(store, "Two")
        rename(colleague, "One")
        assert not store.undo().edit.writes
        store.undo()
        assert title(store) == "Working lunch"
        store.redo()
        store.redo()
        assert title(store) == "One"

    @pytest.mark.usefixtures("planned")
    def test_what_somebody_else_built_upon_is_not_undone(
        self, store: Store, colleague: Store
    ) -> None:
        dinner = replace(MEETING, id="dinner", title="Dinner", start=at(20))
        store.apply(plan(dinner))
        colleague.apply(plan(replace(TOPIC, id="t2", meeting="dinner")))
        with pytest.raises(RecordNamed, match="meeting “Dinner”"):
            store.undo()
        assert len(store.load("trip").meetings) == 2

    @pytest.mark.usefixtures("planned")
    def test_what_somebody_else_removed_is_not_undone(self, store: Store, colleague: Store) -> None:
        rename(store, "One")
        colleague.apply(Edit("Removed", delete(TOPIC, _now(store))))
        with pytest.raises(RecordMissing, match="meeting"):
            store.undo()

    def test_undo_in_one_trip_leaves_the_other_alone(self, two_trips: Store) -> None:
        rename(two_trips, "Here")
        rename(two_trips, "There", "other")
        two_trips.undo("trip")
        assert (title(two_trips), title(two_trips, "other")) == ("Working lunch", "There")
        rename(two_trips, "New", "other")
        assert two_trips.redo("trip").edit.label == "Redo: Called Here"
        with pytest.raises(NothingToUndo):
            two_trips.redo("other")
        two_trips.undo("other")
        two_trips.undo("other")
        assert (title(two_trips), title(two_trips, "other")) == ("Here", "Working lunch")

    def test_undo_in_no_trip_takes_what_was_done_last_anywhere(self, two_trips: Store) -> None:
        rename(two_trips, "Here")
        rename(two_trips, "There", "other")
        two_trips.undo()
        two_trips.undo()
        assert (title(two_trips), title(two_trips, "other")) == ("Working lunch", "Working lunch")

    def test_a_change_of_a_shared_person_is_undone_in_any_trip(self, two_trips: Store) -> None:
        rename(two_trips, "Here")
        changed = replace(LEADER, name="The New Leader")
        two_trips.apply(Edit("Renamed", (Change(LEADER, changed),)))
        assert two_trips.undo("other").edit.label == "Undo: Renamed"
        assert two_trips.redo("trip").edit.label == "Redo: Renamed"
        two_trips.undo("trip")
        two_trips.undo("trip")
        assert (title(two_trips), two_trips.load("trip").person("leader")) == (
            "Working lunch",
            LEADER,
        )

    def test_what_touches_two_trips_is_undone_once(self, two_trips: Store) -> None:
        here, there = two_trips.load("trip").meetings[0], two_trips.load("other").meetings[0]
        rename(two_trips, "Before")
        both = (
            Change(replace(here, title="Before"), replace(here, title="Both")),
            Change(there, replace(there, title="Both")),
        )
        two_trips.apply(Edit("Both", both))
        two_trips.undo("other")
        assert (title(two_trips), title(two_trips, "other")) == ("Before", "Working lunch")
        assert two_trips.undo("trip").edit.label == "Undo: Called Before"

    def test_what_only_relied_on_another_trip_is_undone_once(self, two_trips: Store) -> None:
        here, there = two_trips.load("trip").meetings[0], two_trips.load("other").meetings[0]
        rename(two_trips, "Before", "other")
        now = replace(there, title="Before")
        two_trips.apply(Edit("Here", (Change(here, replace(here, title="Here")), Change(now, now))))
        two_trips.undo("trip")
        assert two_trips.undo("other").edit.label == "Undo: Called Before"

    @pytest.mark.usefixtures("planned")
    def test_an_invitation_is_undone_and_redone(self, store: Store) -> None:
        store.apply(plan(*HOST_AND_ALL))
        start = store.load("trip")
        store.apply(plan(INVITED))
        invited = store.load("trip")
        store.undo("trip")
        assert records(store) == set(start.records)
        store.redo("trip")
        assert records(store) == set(invited.records)

    @pytest.mark.usefixtures("planned")
    def test_a_whole_trip_is_undone_and_its_people_with_it(self, store: Store) -> None:
        store.apply(Edit("Placed", (*create(PALACE), Change(MEETING, _at_palace(MEETING)))))
        store.undo()
        store.undo()
        assert (store.trips(), store.directory().people) == ((), ())
        store.redo()
        store.redo()
        assert store.load("trip").meetings == (_at_palace(MEETING),)
        assert store.load("trip").trip == TRIP


def _now(store: Store) -> Meeting:
    return store.load("trip").meetings[0]


def _at_palace(meeting: Meeting) -> Meeting:
    return replace(meeting, venue="palace")
