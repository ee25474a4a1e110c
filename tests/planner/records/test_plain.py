"""Records as plain values: nothing is lost, and what no record can hold is refused."""

import json
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.errors import FieldInvalid
from planner.moments import Moment
from planner.records import KINDS, Meeting, Person, Place, Record, Stop, Topic, Trip, kind_of
from planner.records.plain import (
    LARGEST_NUMBER,
    Plain,
    canonical,
    from_json,
    from_plain,
    to_json,
    to_plain,
)
from planner.records.words import MeetingKind, TripCategory
from tests.planner.records_strategies import records_of, whole_trip

TALKS: dict[str, Plain] = {"id": "m", "trip": "t", "title": "Talks", "kind": "bilateral"}
STOP: dict[str, Plain] = {"id": "s", "trip": "t"}
TRIP: dict[str, Plain] = {"id": "t", "title": "T", "short_name": "t", "principal": "p"}
PARIS: dict[str, Plain] = {"city": "Paris", "country": "FR", "zone": "Europe/Paris"}


@given(st.sampled_from(KINDS).flatmap(records_of))
def test_every_record_comes_back_from_json(record: Record) -> None:
    assert from_json(type(record), to_json(record)) == record


@given(st.sampled_from(KINDS).flatmap(records_of))
def test_json_is_canonical(record: Record) -> None:
    text = to_json(record)
    assert text == canonical(json.loads(text))
    assert to_json(from_json(type(record), text)) == text


@pytest.mark.parametrize("record", whole_trip(), ids=lambda record: str(record.id))
def test_a_field_that_is_not_at_its_default_is_written(record: Record) -> None:
    plain = to_plain(record)
    empty = {"meeting-0": {"part_of"}, "venue-0": {"parent"}}.get(record.id, set())
    assert set(plain) == {field.name for field in fields(record)} - empty
    assert from_plain(type(record), plain) == record


def test_fields_at_their_default_are_left_out() -> None:
    assert to_plain(Person(id="p", name="Ada Bell")) == {"id": "p", "name": "Ada Bell"}


def test_required_fields_are_written_whatever_they_hold() -> None:
    topic = Topic(id="x", meeting="m", position=0, title="")
    assert to_plain(topic) == {"id": "x", "meeting": "m", "position": 0, "title": ""}


def test_values_are_written_as_people_write_them() -> None:
    trip = Trip(
        id="t",
        title="T",
        short_name="t",
        principal="p",
        accompanying=("q",),
        category=TripCategory.GUEST_OF_GOVERNMENT,
        home=Place("Ottawa", "CA", "America/Toronto", "Ontario", 45.4, -75.7),
        announcement_at=Moment.from_text("2025-03-13T09:00[America/Toronto]"),
        announcement_agreed=True,
        thresholds=(("rest", 600),),
    )
    assert to_plain(trip) == {
        "id": "t",
        "title": "T",
        "short_name": "t",
        "principal": "p",
        "accompanying": ["q"],
        "category": "guest of government",
        "home": {
            "city": "Ottawa",
            "country": "CA",
            "zone": "America/Toronto",
            "admin_area": "Ontario",
            "latitude": 45.4,
            "longitude": -75.7,
        },
        "announcement_at": "2025-03-13T09:00:00-04:00[America/Toronto]",
        "announcement_agreed": True,
        "thresholds": {"rest": 600},
    }


@pytest.mark.parametrize(
    ("kind", "plain", "field"),
    [
        (Meeting, {**TALKS, "titel": "x"}, "titel"),
        (Meeting, {"id": "m", "trip": "t", "kind": "call"}, "title"),
        (Meeting, {**TALKS, "title": None}, "title"),
        (Meeting, {**TALKS, "title": 7}, "title"),
        (Meeting, {**TALKS, "title": "half \ud83d"}, "title"),
        (Meeting, {**TALKS, "kind": "Bilateral"}, "kind"),
        (Meeting, {**TALKS, "kind": None}, "kind"),
        (Meeting, {**TALKS, "minutes": "60"}, "minutes"),
        (Meeting, {**TALKS, "minutes": True}, "minutes"),
        (Meeting, {**TALKS, "minutes": 1.0}, "minutes"),
        (Meeting, {**TALKS, "minutes": LARGEST_NUMBER + 1}, "minutes"),
        (Meeting, {**TALKS, "minutes": -LARGEST_NUMBER - 1}, "minutes"),
        (Meeting, {**TALKS, "fixed": 1}, "fixed"),
        (Meeting, {**TALKS, "day": "17/03/2025"}, "day"),
        (Meeting, {**TALKS, "day": 20250317}, "day"),
        (Meeting, {**TALKS, "start": "2025-03-17T10:00"}, "start"),
        (Meeting, {**TALKS, "start": 0}, "start"),
        (Person, {"id": "p", "name": "A", "languages": "fr"}, "languages"),
        (Person, {"id": "p", "name": "A", "languages": ["fr", 1]}, "languages"),
        (Person, {"id": "p", "name": "A", "languages": None}, "languages"),
        (Stop, {**STOP, "place": "Paris"}, "place"),
        (Stop, {**STOP, "place": None}, "place"),
        (Stop, {**STOP, "place": {"city": "Paris", "country": "FR"}}, "place"),
        (Stop, {**STOP, "place": {**PARIS, "zone": "Paris"}}, "place"),
        (Stop, {**STOP, "place": {**PARIS, "city": ""}}, "place"),
        (Stop, {**STOP, "place": {**PARIS, "river": "Seine"}}, "place"),
        (Stop, {**STOP, "place": {**PARIS, "latitude": "48"}}, "place"),
        (Stop, {**STOP, "place": {**PARIS, "latitude": True}}, "place"),
        (Stop, {**STOP, "place": {**PARIS, "longitude": 181}}, "place"),
        (Stop, {**STOP, "place": {**PARIS, "longitude": float("nan")}}, "place"),
        (Trip, {**TRIP, "home": PARIS, "thresholds": {"rest": "long"}}, "thresholds"),
        (Trip, {**TRIP, "home": PARIS, "thresholds": ["rest"]}, "thresholds"),
    ],
)
def test_what_a_field_cannot_hold_is_refused_by_name(
    kind: type[Record], plain: dict[str, Plain], field: str
) -> None:
    with pytest.raises(FieldInvalid) as refused:
        from_plain(kind, plain)
    assert refused.value.field == field
    assert refused.value.expected


def test_a_word_that_is_not_one_of_the_set_is_answered_with_the_set() -> None:
    with pytest.raises(FieldInvalid, match=r"kind: expected one of bilateral, tête-à-tête, .*tea"):
        from_plain(Meeting, {**TALKS, "kind": "tea"})


def test_whole_degrees_are_degrees() -> None:
    stop = from_plain(Stop, {**STOP, "place": {**PARIS, "latitude": 48, "longitude": 2}})
    assert (stop.place.latitude, stop.place.longitude) == (48.0, 2.0)


def test_null_empties_what_may_be_empty() -> None:
    meeting = from_plain(Meeting, {**TALKS, "start": None, "minutes": None, "venue": None})
    assert meeting == Meeting(id="m", trip="t", title="Talks", kind=MeetingKind.BILATERAL)


def test_limits_are_read_in_one_order() -> None:
    limits: dict[str, Plain] = {"transfer": 15, "rest": 600}
    trip = from_plain(Trip, {**TRIP, "home": PARIS, "thresholds": limits})
    assert trip.thresholds == (("rest", 600), ("transfer", 15))


@pytest.mark.parametrize("kind", KINDS, ids=kind_of)
def test_nothing_at_all_is_no_record(kind: type[Record]) -> None:
    with pytest.raises(FieldInvalid, match="id: expected a value, found nothing"):
        from_plain(kind, {})
