"""The contract of a store: shared records come along with what newly names them."""

from dataclasses import replace

import pytest

from planner.edits import Change, Edit, create, delete
from planner.itinerary import Itinerary
from planner.journal import JournalEntry
from planner.records import Person, Record, Tenure, Venue, Wording
from planner.store import Store
from tests.db.contract.base import Contract
from tests.db.samples import (
    CABINET,
    DRIVE,
    HOST,
    HOST_AND_ALL,
    INVITED,
    LEADER,
    MEETING,
    PALACE,
    PARIS,
    PRESIDENCY,
    PRESIDENT_IN_FRENCH,
    SALON,
    SALON_AND_ALL,
    TENURE,
    TRIP,
    WING,
    plan,
)


def taken_in(before: Itinerary, entry: JournalEntry, store: Store) -> set[Record]:
    """Return what is new in a trip after an entry; a trip loaded anew is the same."""
    after = before.after(entry.edit, entry.position)
    assert store.load(before.trip.id) == after
    return set(after.records) - set(before.records)


class CompanyContract(Contract):
    """What `load` would read, the Edit as applied carries: so `after` sees the same."""

    @pytest.mark.usefixtures("planned")
    def test_somebody_known_is_invited_with_all_that_belongs_to_them(self, store: Store) -> None:
        store.apply(plan(*HOST_AND_ALL))
        before = store.load("trip")
        entry = store.apply(plan(INVITED))
        assert taken_in(before, entry, store) == {INVITED, *HOST_AND_ALL}
        brought = [change.record for change in entry.edit.changes if not change.writes]
        assert set(brought) == set(HOST_AND_ALL)

    @pytest.mark.usefixtures("planned")
    def test_somebody_new_is_invited_in_the_edit_that_creates_them(self, store: Store) -> None:
        before = store.load("trip")
        entry = store.apply(plan(*HOST_AND_ALL, INVITED))
        assert entry.edit == plan(*HOST_AND_ALL, INVITED)
        assert taken_in(before, entry, store) == {INVITED, *HOST_AND_ALL}

    @pytest.mark.usefixtures("planned")
    def test_who_joins_the_delegation_comes_with_all_that_belongs_to_them(
        self, store: Store
    ) -> None:
        store.apply(plan(*HOST_AND_ALL))
        before = store.load("trip")
        joined = replace(TRIP, accompanying=("host",))
        entry = store.apply(Edit("Joined", (Change(TRIP, joined),)))
        assert taken_in(before, entry, store) == {joined, *HOST_AND_ALL}

    @pytest.mark.usefixtures("planned")
    def test_a_room_comes_with_what_it_is_part_of_and_the_ways_between(self, store: Store) -> None:
        store.apply(plan(*SALON_AND_ALL))
        before = store.load("trip")
        there = replace(MEETING, venue="salon")
        entry = store.apply(Edit("Placed", (Change(MEETING, there),)))
        assert taken_in(before, entry, store) == {there, *SALON_AND_ALL}

    @pytest.mark.usefixtures("planned")
    def test_the_ways_between_two_venues_come_with_the_second(self, store: Store) -> None:
        hotel = Venue(id="hotel", name="Hotel", place=PARIS)
        way = replace(DRIVE, id="way", origin="hotel", destination="palace")
        back = replace(DRIVE, id="back", origin="palace", destination="hotel")
        store.apply(plan(PALACE, hotel, way, back))
        store.apply(Edit("Placed", (Change(MEETING, replace(MEETING, venue="palace")),)))
        before = store.load("trip")
        dinner = replace(MEETING, id="dinner", venue="hotel")
        entry = store.apply(plan(dinner))
        assert taken_in(before, entry, store) == {dinner, hotel, way, back}

    @pytest.mark.usefixtures("planned")
    def test_a_venue_that_becomes_part_of_another_brings_that_in(self, store: Store) -> None:
        alone = replace(SALON, parent=None)
        there = replace(MEETING, venue="salon")
        store.apply(plan(PALACE, WING, alone))
        store.apply(Edit("Placed", (Change(MEETING, there),)))
        before = store.load("trip")
        entry = store.apply(Edit("Found", (Change(alone, SALON),)))
        assert taken_in(before, entry, store) == {SALON, WING, PALACE}

    @pytest.mark.usefixtures("planned")
    def test_a_new_tenure_brings_its_office_in(self, store: Store) -> None:
        store.apply(plan(HOST, PRESIDENCY, PRESIDENT_IN_FRENCH))
        store.apply(plan(INVITED))
        before = store.load("trip")
        entry = store.apply(plan(TENURE))
        assert taken_in(before, entry, store) == {TENURE, PRESIDENCY, PRESIDENT_IN_FRENCH}

    @pytest.mark.usefixtures("planned")
    def test_a_tenure_put_right_takes_its_office_to_the_right_person(self, store: Store) -> None:
        wrong = replace(TENURE, person="leader")
        store.apply(plan(HOST, PRESIDENCY, wrong, INVITED))
        of_tenure = Wording(id="w", record="tenure", field="qualifier", language="fr", text="élu")
        store.apply(plan(of_tenure, replace(TRIP, id="b", principal="host")))
        before = store.load("b")
        entry = store.apply(Edit("Put right", (Change(wrong, TENURE),)))
        assert taken_in(before, entry, store) == {TENURE, PRESIDENCY, of_tenure}

    @pytest.mark.usefixtures("planned")
    def test_another_office_of_a_tenure_is_brought_in(self, store: Store) -> None:
        wrong = replace(PRESIDENCY, id="wrong")
        store.apply(plan(HOST, wrong, replace(TENURE, office="wrong"), INVITED))
        store.apply(plan(PRESIDENCY, PRESIDENT_IN_FRENCH))
        before = store.load("trip")
        entry = store.apply(Edit("Put right", (Change(replace(TENURE, office="wrong"), TENURE),)))
        assert taken_in(before, entry, store) == {TENURE, PRESIDENCY, PRESIDENT_IN_FRENCH}

    @pytest.mark.usefixtures("planned")
    def test_what_already_belongs_to_the_trip_is_not_brought_again(self, store: Store) -> None:
        store.apply(plan(*HOST_AND_ALL, INVITED))
        entry = store.apply(Edit("Seated", (Change(INVITED, replace(INVITED, seat="3")),)))
        assert len(entry.edit.changes) == 1

    @pytest.mark.usefixtures("planned")
    def test_what_is_no_longer_named_leaves_the_trip(self, store: Store) -> None:
        store.apply(plan(*HOST_AND_ALL, INVITED))
        before = store.load("trip")
        entry = store.apply(Edit("Uninvited", delete(INVITED)))
        assert before.after(entry.edit, entry.position) == store.load("trip")
        assert store.load("trip").all(Person).keys() == {"leader"}

    @pytest.mark.usefixtures("planned")
    def test_what_somebody_else_changes_of_a_shared_person_reaches_the_trip(
        self, store: Store, colleague: Store
    ) -> None:
        store.apply(plan(*HOST_AND_ALL, INVITED))
        before = store.load("trip")
        away = replace(CABINET, id="away", reason="Leave")
        entry = colleague.apply(
            Edit("Verified", (Change(HOST, replace(HOST, diet="vegan")), *create(away)))
        )
        assert taken_in(before, entry, store) == {replace(HOST, diet="vegan"), away}

    @pytest.mark.usefixtures("planned")
    def test_what_touches_another_trip_leaves_this_one_as_it_was(self, store: Store) -> None:
        before = store.load("trip")
        entry = store.apply(plan(*HOST_AND_ALL, replace(TRIP, id="b", principal="host")))
        assert taken_in(before, entry, store) == set()

    @pytest.mark.usefixtures("planned")
    def test_a_venue_brought_in_by_an_undo_comes_with_all_of_it(self, store: Store) -> None:
        there = replace(MEETING, venue="salon")
        store.apply(plan(*SALON_AND_ALL))
        store.apply(Edit("Placed", (Change(MEETING, there),)))
        store.apply(Edit("Elsewhere", (Change(there, MEETING),)))
        before = store.load("trip")
        entry = store.undo("trip")
        assert taken_in(before, entry, store) == {there, *SALON_AND_ALL}

    @pytest.mark.usefixtures("planned")
    def test_an_undo_does_not_want_what_only_came_along(
        self, store: Store, colleague: Store
    ) -> None:
        store.apply(plan(*HOST_AND_ALL))
        store.apply(plan(INVITED))
        colleague.apply(Edit("Resigned", delete(TENURE)))
        store.undo("trip")
        assert store.load("trip").participants_of("meeting") == ()

    @pytest.mark.usefixtures("planned")
    def test_a_ring_of_venues_is_loaded(self, store: Store) -> None:
        store.apply(plan(PALACE, WING))
        ring = replace(PALACE, parent="wing")
        store.apply(Edit("Ring", (Change(PALACE, ring),)))
        before = store.load("trip")
        there = replace(MEETING, venue="palace")
        entry = store.apply(Edit("Placed", (Change(MEETING, there),)))
        assert taken_in(before, entry, store) == {there, ring, WING}

    @pytest.mark.usefixtures("planned")
    def test_the_leader_of_two_trips_is_in_both(self, store: Store) -> None:
        store.apply(plan(replace(TRIP, id="b")))
        befores = [store.load(trip) for trip in ("trip", "b")]
        changed = replace(LEADER, diet="none")
        entry = store.apply(Edit("Changed", (Change(LEADER, changed),)))
        for before in befores:
            assert taken_in(before, entry, store) == {changed}

    @pytest.mark.usefixtures("planned")
    def test_a_tenure_ended_is_ended_in_the_trip(self, store: Store) -> None:
        store.apply(plan(*HOST_AND_ALL, INVITED))
        before = store.load("trip")
        entry = store.apply(Edit("Ended", delete(TENURE)))
        assert store.load("trip") == before.after(entry.edit, entry.position)
        assert store.load("trip").all(Tenure) == {}
