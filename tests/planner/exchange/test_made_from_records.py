"""The schema, the reference page and the example in the documentation say what the reader does."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from runpy import run_path
from typing import cast

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from planner.exchange import import_edit, read_trip_file, write_trip_file
from planner.exchange.layout import FILE_PARTS, parts_of
from planner.exchange.meanings import meaning_of, meanings_of_fields
from planner.exchange.schema import trip_file_schema
from planner.itinerary import Itinerary
from planner.records import KINDS, FollowUp, Meeting, Place, Record, Stop, Venue, kind_of
from planner.records.shape import shape_of
from tests.laws import tried
from tests.planner.exchange.files import NOBODY, Atlas, a_document, the
from tests.planner.records_strategies import trips, whole_trip

PROJECT = Path(__file__).parents[3]
ATLAS = Atlas(
    Geneva=Place("Geneva", "CH", "Europe/Zurich"),
    Vienna=Place("Vienna", "AT", "Europe/Vienna"),
    Ljubljana=Place("Ljubljana", "SI", "Europe/Ljubljana"),
    GVA=Place("Geneva", "CH", "Europe/Zurich"),
    VIE=Place("Vienna", "AT", "Europe/Vienna"),
)
VALIDATOR = Draft202012Validator(trip_file_schema())


def test_what_is_made_from_the_records_is_current() -> None:
    script = run_path(str(PROJECT / "scripts" / "make_schema.py"))
    made = cast("Callable[[], dict[Path, str]]", script["made"])()
    assert len(made) == 2
    for path, text in made.items():
        assert path.read_text("utf-8") == text, "run scripts/make_schema.py"


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(trip_file_schema())


def test_a_trip_with_every_field_is_valid() -> None:
    assert errors_in(json.loads(write_trip_file(Itinerary.of(whole_trip())))) == []


@given(trips())
@tried(10)
def test_whatever_is_written_is_valid(records: tuple[Record, ...]) -> None:
    assert errors_in(json.loads(write_trip_file(Itinerary.of(records)))) == []


@pytest.mark.parametrize(
    ("part", "where"),
    [
        ({"meeting": []}, []),
        ({"version": 2}, ["version"]),
        ({"meetings": {}}, ["meetings"]),
        ({"meetings": [{"title": "Talks"}]}, ["meetings", 0]),
        ({"meetings": [{"title": "Talks", "kind": "tea"}]}, ["meetings", 0, "kind"]),
        ({"stops": [{"place": "Paris", "arrive": "10:00"}]}, ["stops", 0, "arrive"]),
        ({"stops": [{"place": {"city": "Paris"}}]}, ["stops", 0, "place"]),
        ({"people": [{"phone": "1"}]}, ["people", 0]),
        ({"lodgings": [{"id": "", "name": "H", "stop": "Paris"}]}, ["lodgings", 0, "id"]),
    ],
)
def test_the_schema_finds_what_the_reader_would_refuse(
    part: dict[str, object], where: list[object]
) -> None:
    assert errors_in({**a_document(), **part}) == [where]


def test_the_least_file_is_valid() -> None:
    assert errors_in(a_document()) == []


@pytest.mark.parametrize("kind", KINDS, ids=kind_of)
def test_every_kind_stands_somewhere_in_the_file_and_says_what_it_is(kind: type[Record]) -> None:
    parts = [*FILE_PARTS, *(part for holder in KINDS for part in parts_of(holder))]
    assert kind_of(kind) == "trip" or any(part.kind is kind for part in parts)
    assert meaning_of(kind).endswith(".")


@pytest.mark.parametrize("kind", KINDS, ids=kind_of)
def test_no_list_has_the_name_of_a_field(kind: type[Record]) -> None:
    keys = [part.key for part in parts_of(kind)]
    fields = [field.name for field in shape_of(kind).fields]
    assert len({*keys, *fields}) == len(keys) + len(fields)


def test_what_a_field_is_for_is_read_from_the_source() -> None:
    meanings = meanings_of_fields(Meeting)
    assert meanings["format"] == "The size of each side, as protocol writes it: `1+4`."
    assert "title" not in meanings


def test_the_example_in_the_documentation_is_valid_and_can_be_imported() -> None:
    text = example()
    assert errors_in(json.loads(text)) == []
    file = read_trip_file(text, NOBODY, ATLAS)
    assert file.notes == ()
    assert file.trip.short_name == "vienna-and-ljubljana"
    itinerary = Itinerary.of(file.records)
    assert len(itinerary.records) == len(file.records)
    talks = itinerary.meetings[1]
    assert talks.start is not None
    assert talks.start.to_text() == "2026-05-12T16:00:00+02:00[Europe/Ljubljana]"
    assert [stop.place.city for stop in itinerary.stops] == ["Vienna", "Ljubljana"]
    assert the(FollowUp, file).meeting == talks.id
    assert not import_edit(read_trip_file(text, NOBODY, ATLAS), itinerary, NOBODY).writes


def test_the_documentation_names_every_list_of_the_file() -> None:
    page = (PROJECT / "docs" / "trip-file.md").read_text("utf-8")
    keys = {part.key for part in FILE_PARTS}
    keys |= {part.key for kind in (Meeting, Stop, Venue) for part in parts_of(kind)}
    assert [key for key in sorted(keys) if f"`{key}`" not in page] == []


def example() -> str:
    page = (PROJECT / "docs" / "trip-file.md").read_text("utf-8")
    (text,) = re.findall(r"```json\n(.*?)```", page, re.DOTALL)
    return str(text)


def errors_in(document: object) -> list[list[object]]:
    return [list(error.absolute_path) for error in VALIDATOR.iter_errors(document)]
