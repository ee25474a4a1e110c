"""Laws: what is written is read back as it was, and reading it again changes nothing."""

import json
from dataclasses import replace

import pytest
from hypothesis import given

from planner.exchange import import_edit, read_trip_file, write_trip_file
from planner.itinerary import Itinerary
from planner.records import KINDS, Meeting, Record, Release, kind_of
from planner.records.shape import shape_of
from tests.laws import tried
from tests.planner.exchange.files import NOBODY, Atlas, a_document, read
from tests.planner.records_strategies import trips, whole_trip

few = tried(15)
"""A whole trip has hundreds of fields: enough odd values in few examples."""


@given(trips())
@few
def test_every_record_comes_back_as_it_was(records: tuple[Record, ...]) -> None:
    file = read_trip_file(write_trip_file(Itinerary.of(records)), NOBODY, Atlas())
    assert by_id(file.records) == by_id(records)
    assert file.notes == ()


@given(trips())
@few
def test_importing_what_is_stored_already_changes_nothing(records: tuple[Record, ...]) -> None:
    itinerary = Itinerary.of(records)
    file = read_trip_file(write_trip_file(itinerary), NOBODY, Atlas())
    edit = import_edit(file, itinerary, NOBODY)
    assert not edit.writes
    assert len(edit.changes) == len(records)


@given(trips())
@few
def test_an_import_into_an_empty_store_makes_the_trip(records: tuple[Record, ...]) -> None:
    itinerary = Itinerary.of(records)
    file = read_trip_file(write_trip_file(itinerary), NOBODY, Atlas())
    made = [change.after for change in import_edit(file, None, NOBODY).changes if change.after]
    assert Itinerary.of(made) == itinerary


@given(trips())
@few
def test_each_record_comes_after_those_it_refers_to(records: tuple[Record, ...]) -> None:
    file = read_trip_file(write_trip_file(Itinerary.of(records)), NOBODY, Atlas())
    seen: set[object] = {None}
    for record in file.records:
        for field in shape_of(type(record)).references:
            value = getattr(record, field.name)
            assert seen.issuperset(value if isinstance(value, tuple) else [value])
        seen.add(record.id)


@given(trips())
@few
def test_a_trip_is_written_the_same_whatever_order_its_records_come_in(
    records: tuple[Record, ...],
) -> None:
    assert write_trip_file(Itinerary.of(records[::-1])) == write_trip_file(Itinerary.of(records))


@pytest.mark.parametrize("kind", KINDS, ids=kind_of)
def test_every_field_of_every_record_survives(kind: type[Record]) -> None:
    records = whole_trip()
    (record,) = (each for each in records if each.id == f"{kind_of(kind)}-1")
    for field in shape_of(kind).fields:
        assert getattr(record, field.name) != field.default, f"{field.name} is not tried"
    file = read_trip_file(write_trip_file(Itinerary.of(records)), NOBODY, Atlas())
    assert by_id(file.records)[record.id] == record


def test_the_text_is_meant_to_be_read() -> None:
    title = "Déjeuner · 昼食 🇨🇦"
    records = [
        replace(record, title=title) if isinstance(record, Meeting) else record
        for record in whole_trip()
    ]
    text = write_trip_file(Itinerary.of(records))
    assert title in text
    assert text.startswith('{\n  "format": "summitry-trip",\n  "version": 1,\n')
    assert text.endswith("}\n")


def test_fields_at_their_default_and_empty_lists_are_left_out() -> None:
    file = read(a_document(trip={"id": "t"}, people=[{"id": "a", "name": "Ada Bell"}]))
    place = {"city": "Paris", "country": "FR", "zone": "Europe/Paris"}
    assert json.loads(write_trip_file(Itinerary.of(file.records))) == {
        "format": "summitry-trip",
        "version": 1,
        "trip": {
            "id": "t",
            "title": "Paris & Iqaluit",
            "short_name": "paris-iqaluit",
            "principal": "a",
            "home": place,
        },
        "people": [{"id": "a", "name": "Ada Bell"}],
    }


def test_lists_are_in_the_order_in_which_people_look_for_things() -> None:
    def said(hour: int) -> dict[str, str]:
        return {"when": f"2025-03-01T{hour:02}:00[Europe/Paris]", "words": f"{hour} o'clock"}

    document = a_document(
        people=[{"name": name} for name in ("Cy Dole", "Ada Bell", "Bo Carr")],
        trip={"accompanying": ["Bo Carr", "Cy Dole"]},
        stops=[
            {"place": "Iqaluit", "arrive": "2025-03-18T10:00"},
            {"place": "Paris", "arrive": "2025-03-17T10:00"},
        ],
        meetings=[
            {"title": "Late", "kind": "call", "start": "2025-03-17T18:00[Europe/Paris]"},
            {
                "title": "Early",
                "kind": "call",
                "start": "2025-03-17T09:00[Europe/Paris]",
                "topics": [{"title": "Second", "position": 2}, {"title": "First", "position": 1}],
            },
        ],
        log=[said(11), said(9), said(10)],
    )
    written = json.loads(write_trip_file(Itinerary.of(read(document).records)))
    assert [each["name"] for each in written["people"]] == ["Ada Bell", "Bo Carr", "Cy Dole"]
    assert [each["place"]["city"] for each in written["stops"]] == ["Paris", "Iqaluit"]
    assert [each["title"] for each in written["meetings"]] == ["Early", "Late"]
    topics = written["meetings"][0]["topics"]
    assert [each["title"] for each in topics] == ["First", "Second"]
    assert [each["words"] for each in written["log"]] == ["9 o'clock", "10 o'clock", "11 o'clock"]


def test_a_release_holds_the_text_of_a_trip_as_it_was() -> None:
    inner = write_trip_file(Itinerary.of(whole_trip()))
    records = [
        replace(record, trip_text=inner) if isinstance(record, Release) else record
        for record in whole_trip()
    ]
    file = read_trip_file(write_trip_file(Itinerary.of(records)), NOBODY, Atlas())
    (release,) = (record for record in file.records if isinstance(record, Release))
    assert release.trip_text == inner


def by_id(records: tuple[Record, ...]) -> dict[str, Record]:
    return {record.id: record for record in records}
