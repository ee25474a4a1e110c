"""The contract of a store: what records name is there, and is of the same trip."""

from dataclasses import replace

import pytest

from planner.edits import Change, Edit, delete
from planner.errors import RecordMissing, RecordNamed, RecordRejected
from planner.records import Person, Record, kind_of
from planner.records.shape import Field, Form, shape_of
from planner.store import Store
from tests.db.contract.base import Contract, everything
from tests.db.contract.writing import WHOLE, WITHIN
from tests.db.samples import (
    INVITED,
    MEETING,
    STOP,
    TOPIC,
    TRIP,
    names_of,
    plan,
)

ALL_NAMED = {name for record in WHOLE for name in names_of(record)}
NAMED = tuple(record for record in WHOLE if record.id in ALL_NAMED)
OF_A_TRIP = ("stop", "movement", "meeting", "topic", "outcome")


REFERENCES = [(record, field) for record in WITHIN for field in shape_of(type(record)).references]
"""One record of every kind with each of its fields that name others."""


def naming(record: Record, field: Field, record_id: str) -> Record:
    """Return a record as it names another."""
    value = (record_id,) if field.form is Form.TEXTS else record_id
    return replace(record, **{field.name: value})  # type: ignore[arg-type] # a field of any kind


def elsewhere(record_id: str) -> str:
    """Return the id of the same record in another trip."""
    kind, _, _ = record_id.rpartition("-")
    return f"{record_id} elsewhere" if kind in ("trip", *OF_A_TRIP) else record_id


def of_another_trip(record: Record) -> Record:
    """Return a record as another trip has it."""
    changed: dict[str, object] = {"id": elsewhere(record.id)}
    for field in shape_of(type(record)).references:
        value = getattr(record, field.name)
        if field.form is Form.TEXTS:
            changed[field.name] = tuple(map(elsewhere, value))
        elif value is not None:
            changed[field.name] = elsewhere(value)
    return replace(record, **changed)  # type: ignore[arg-type] # the fields of any kind


ELSEWHERE = tuple(
    of_another_trip(record) for record in WHOLE if kind_of(type(record)) in ("trip", *OF_A_TRIP)
)


class ReferenceContract(Contract):
    """Nothing names what is not there, nor what is of another trip."""

    def test_what_is_still_named_is_not_deleted(self, store: Store) -> None:
        store.apply(plan(*WHOLE))
        was = everything(store)
        for record in NAMED:
            with pytest.raises(RecordNamed, match="still names it"):
                store.apply(Edit("Removed", delete(record)))
        assert everything(store) == was

    def test_what_is_not_there_cannot_be_named(self, store: Store) -> None:
        store.apply(plan(*WHOLE))
        was = everything(store)
        for record, field in REFERENCES:
            wrong = naming(record, field, "nowhere")
            for change in (Change(record, wrong), Change(None, replace(wrong, id="new"))):
                with pytest.raises(RecordMissing, match=f"{field.refers_to} nowhere"):
                    store.apply(Edit("Wrong", (change,)))
        assert everything(store) == was

    def test_what_is_of_another_trip_cannot_be_named(self, store: Store) -> None:
        store.apply(plan(*WHOLE))
        store.apply(plan(*ELSEWHERE))
        was = everything(store)
        for record, field in REFERENCES:
            if field.refers_to in OF_A_TRIP:
                wrong = naming(record, field, elsewhere(f"{field.refers_to}-1"))
                with pytest.raises(RecordRejected, match="another trip"):
                    store.apply(Edit("Wrong", (Change(record, wrong),)))
        assert everything(store) == was

    def test_a_record_cannot_move_to_another_trip(self, store: Store) -> None:
        store.apply(plan(*WHOLE))
        store.apply(plan(replace(TRIP, principal="person-1")))
        for record in WHOLE:
            if hasattr(record, "trip"):
                moved = replace(record, trip="trip")  # type: ignore[call-arg] # it has one
                with pytest.raises(RecordRejected, match="another trip"):
                    store.apply(Edit("Moved", (Change(record, moved),)))

    @pytest.mark.usefixtures("planned")
    def test_a_topic_can_move_to_another_meeting_of_its_trip(self, store: Store) -> None:
        other = replace(MEETING, id="m2")
        store.apply(plan(other))
        moved = replace(TOPIC, meeting="m2")
        store.apply(Edit("Moved", (Change(TOPIC, moved),)))
        assert store.load("trip").topics_of("m2") == (moved,)
        assert store.load("trip").topics_of("meeting") == ()

    @pytest.mark.usefixtures("planned")
    def test_a_participant_is_in_a_meeting_or_on_a_movement(self, store: Store) -> None:
        nowhere = replace(INVITED, person=None, words="Somebody", meeting=None)
        with pytest.raises(RecordRejected, match="neither a meeting nor a movement"):
            store.apply(plan(nowhere))

    @pytest.mark.usefixtures("planned")
    def test_what_is_named_by_what_the_edit_deletes_first_can_go(self, store: Store) -> None:
        store.apply(Edit("Cancelled", delete(TOPIC, MEETING, STOP)))
        assert store.load("trip").records == (*store.directory().people, TRIP)

    @pytest.mark.usefixtures("planned")
    def test_a_parent_deleted_before_its_children_is_refused(self, store: Store) -> None:
        with pytest.raises(RecordNamed, match=r"meeting “Working lunch”.*topic “Cyber”"):
            store.apply(Edit("Cancelled", delete(MEETING, TOPIC)))

    @pytest.mark.usefixtures("planned")
    def test_an_id_with_the_marks_of_a_pattern_is_not_taken_for_another(self, store: Store) -> None:
        people = [replace(INVITED, id=f"x{sign}y", words="W", person=None) for sign in '_%"\\a']
        store.apply(plan(*people))
        store.apply(Edit("Removed", delete(*people)))
        assert store.load("trip").participants_of("meeting") == ()

    @pytest.mark.usefixtures("planned")
    def test_only_the_very_id_in_a_list_keeps_a_person(self, store: Store) -> None:
        people = {name: Person(id=name, name=name) for name in ("px", "p_", "PX", "p%", "p")}
        store.apply(plan(*people.values()))
        store.apply(Edit("Joined", (Change(TRIP, replace(TRIP, accompanying=("px",))),)))
        with pytest.raises(RecordNamed, match="trip “Paris”"):
            store.apply(Edit("Removed", delete(people.pop("px"))))
        store.apply(Edit("Removed", delete(*people.values())))
