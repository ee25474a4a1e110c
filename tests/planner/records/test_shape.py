"""The shape of a kind of record is what its class says."""

from dataclasses import MISSING, fields
from typing import get_type_hints

import pytest

from planner.records import (
    KINDS,
    Acknowledgement,
    FollowUp,
    Meeting,
    Outcome,
    Participant,
    Record,
    Topic,
    TravelTime,
    Trip,
    Venue,
    Wording,
    kind_named,
    kind_of,
)
from planner.records.shape import Form, shape_of
from planner.records.words import MeetingKind, PartOfDay


@pytest.mark.parametrize("kind", KINDS, ids=kind_of)
def test_a_shape_has_the_fields_of_its_class_in_order(kind: type[Record]) -> None:
    shape = shape_of(kind)
    assert [field.name for field in shape.fields] == list(get_type_hints(kind))
    assert shape.fields[0].name == "id"
    assert shape.record is kind
    assert kind_named(shape.kind) is kind


@pytest.mark.parametrize("kind", KINDS, ids=kind_of)
def test_a_field_is_required_where_the_class_gives_no_default(kind: type[Record]) -> None:
    for field, declared in zip(shape_of(kind).fields, fields(kind), strict=True):
        assert field.required == (declared.default is MISSING)
        if field.default is None:
            assert field.may_be_none


@pytest.mark.parametrize("kind", KINDS, ids=kind_of)
def test_a_record_refers_only_to_kinds_that_come_no_later(kind: type[Record]) -> None:
    earlier = [kind_of(each) for each in KINDS[: KINDS.index(kind) + 1]]
    for field in shape_of(kind).references:
        assert field.refers_to in [*earlier, "record"]


@pytest.mark.parametrize(
    ("kind", "name"), [(Trip, "trip"), (TravelTime, "travel_time"), (FollowUp, "follow_up")]
)
def test_a_kind_is_named_as_its_table(kind: type[Record], name: str) -> None:
    assert kind_of(kind) == name


@pytest.mark.parametrize(
    ("kind", "name", "form", "may_be_none"),
    [
        (Meeting, "title", Form.TEXT, False),
        (Meeting, "minutes", Form.NUMBER, True),
        (Meeting, "buffer_before", Form.NUMBER, False),
        (Meeting, "fixed", Form.FLAG, False),
        (Meeting, "day", Form.DATE, True),
        (Meeting, "start", Form.MOMENT, True),
        (Meeting, "kind", Form.CHOICE, False),
        (Meeting, "part_of_day", Form.CHOICE, True),
        (Meeting, "venue", Form.TEXT, True),
        (Trip, "home", Form.PLACE, False),
        (Trip, "ends_at", Form.PLACE, True),
        (Trip, "accompanying", Form.TEXTS, False),
        (Trip, "thresholds", Form.THRESHOLDS, False),
        (Acknowledgement, "subjects", Form.TEXTS, False),
    ],
)
def test_the_form_of_a_field_follows_from_its_annotation(
    kind: type[Record], name: str, form: Form, may_be_none: bool
) -> None:
    field = shape_of(kind).field(name)
    assert (field.form, field.may_be_none) == (form, may_be_none)


@pytest.mark.parametrize(
    ("kind", "name", "refers_to"),
    [
        (Meeting, "part_of", "meeting"),
        (Meeting, "accepted_venue", "venue"),
        (Venue, "parent", "venue"),
        (Participant, "movement", "movement"),
        (Trip, "accompanying", "person"),
        (Outcome, "topics", "topic"),
        (Wording, "record", "record"),
        (Outcome, "parties", None),
        (Meeting, "title", None),
    ],
)
def test_a_reference_says_what_it_refers_to(
    kind: type[Record], name: str, refers_to: str | None
) -> None:
    shape = shape_of(kind)
    assert shape.field(name).refers_to == refers_to
    assert (shape.field(name) in shape.references) == (refers_to is not None)


def test_a_choice_has_its_words() -> None:
    assert shape_of(Meeting).field("kind").choices is MeetingKind
    assert shape_of(Meeting).field("part_of_day").choices is PartOfDay


@pytest.mark.parametrize("name", ["", "titel", "Title"])
def test_a_field_that_is_not_there_is_not_found(name: str) -> None:
    with pytest.raises(KeyError):
        shape_of(Topic).field(name)
