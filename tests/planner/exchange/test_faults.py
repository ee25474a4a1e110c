"""A wrong trip file is refused with the path, what was expected and what was found."""

import json
from functools import reduce
from typing import Any, cast

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from planner.errors import TripFileInvalid
from planner.exchange import read_trip_file, write_trip_file
from planner.itinerary import Itinerary
from planner.records import Office, Person, Venue
from planner.records.words import OfficeOf
from planner.store import Directory
from tests.planner.exchange.files import NOBODY, PARIS, Atlas, a_document, known, read
from tests.planner.records_strategies import whole_trip

Path = tuple[str | int, ...]

TRIP = {"title": "Paris", "principal": "Ada Bell", "home": "Paris"}
TALKS = {"title": "Talks", "kind": "bilateral"}
FRENCH = {"field": "title", "language": "fr", "text": "Entretien"}


@pytest.mark.parametrize(
    ("text", "path", "found"),
    [
        ("", "line 1, column 1", "an empty file"),
        ("  \n", "line 2, column 1", "an empty file"),
        ('{"format": }', "line 1, column 12", "a fault (Expecting value)"),
        ('{\n  "format": "summitry-trip"\n  "version": 1}', "line 3, column 3", "a fault"),
        ("[1, 2]", "the top", "[1, 2]"),
        ("null", "the top", "null"),
        ("[" * 100_000, "the top", "more"),
        ('{"trip": ' + "[" * 30 + "]" * 30 + "}", "trip[0]", "more"),
        ('{"format": "summitry-trip", "format": "x"}', "format", "it twice"),
        ('{"trip": {"title": "a", "title": "a"}}', "trip.title", "it twice"),
        ('{"trip": {"title": "half \\ud83d"}}', "trip.title", r'"half \ud83d"'),
        ('{"trip": {"title": "\\u0000"}}', "trip.title", r'"\u0000"'),
        ('{"half \\ud83d": 1}', r'["half \ud83d"]', r'"half \ud83d"'),
        ("{}", "format", "nothing"),
        ('{"format": "other"}', "format", '"other"'),
        ('{"format": "summitry-trip"}', "version", "nothing"),
        ('{"format": "summitry-trip", "version": true}', "version", "true"),
        ('{"format": "summitry-trip", "version": "1"}', "version", '"1"'),
        ('{"format": "summitry-trip", "version": 0}', "version", "0"),
        (
            '{"format": "summitry-trip", "version": 2}',
            "version",
            "version 2, made by a newer Summitry",
        ),
        ('{"format": "summitry-trip", "version": 1}', "trip", "nothing"),
    ],
)
def test_what_is_not_a_trip_file_at_all(text: str, path: str, found: str) -> None:
    with pytest.raises(TripFileInvalid) as refused:
        read_trip_file(text, NOBODY, Atlas())
    assert refused.value.path.startswith(path)
    assert refused.value.found.startswith(found)


@pytest.mark.parametrize(
    ("part", "path", "expected", "found"),
    [
        ({"meeting": []}, "meeting", "“meetings”", "an unknown key"),
        ({"meetings": {}}, "meetings", "a list", "{}"),
        ({"meetings": None}, "meetings", "a list", "null"),
        ({"meetings": ["Talks"]}, "meetings[0]", "a meeting: an object", '"Talks"'),
        ({"trip": []}, "trip", "a trip: an object", "[]"),
        ({"travel_times": [7]}, "travel_times[0]", "a travel time: an object", "7"),
        (
            {"meetings": [{**TALKS, "titel": "x"}]},
            "meetings[0].titel",
            "a key of a meeting such as “title”",
            "an unknown key",
        ),
        (
            {"meetings": [{**TALKS, "\x1b[2J": 1}]},
            r'meetings[0]["\u001b[2J"]',
            "a key of a meeting",
            "an unknown key",
        ),
        ({"meetings": [{"kind": "call"}]}, "meetings[0].title", "a text", "nothing"),
        ({"meetings": [{**TALKS, "title": None}]}, "meetings[0].title", "a text", "null"),
        ({"meetings": [{**TALKS, "title": 7}]}, "meetings[0].title", "a text", "7"),
        ({"meetings": [{**TALKS, "kind": "tea"}]}, "meetings[0].kind", "one of bilat", '"tea"'),
        ({"meetings": [{**TALKS, "fixed": 1}]}, "meetings[0].fixed", "true or false", "1"),
        ({"meetings": [{**TALKS, "minutes": 1.5}]}, "meetings[0].minutes", "a whole", "1.5"),
        ({"meetings": [{**TALKS, "minutes": True}]}, "meetings[0].minutes", "a whole", "true"),
        ({"meetings": [{**TALKS, "minutes": 2**53}]}, "meetings[0].minutes", "a whole", "9"),
        (
            {"meetings": [{**TALKS, "minutes": float("nan")}]},
            "meetings[0].minutes",
            "a whole number",
            "NaN",
        ),
        ({"meetings": [{**TALKS, "day": "17 March"}]}, "meetings[0].day", "a date", '"17'),
        ({"meetings": [{**TALKS, "day": "9999-12-31"}]}, "meetings[0].day", "1900", '"9999'),
        (
            {"trip": {**TRIP, "short_name": "two words"}},
            "trip.short_name",
            "without spaces",
            '"two',
        ),
        ({"trip": {**TRIP, "short_name": ""}}, "trip.short_name", "without spaces", '""'),
        ({"trip": {**TRIP, "thresholds": {"nope": 1}}}, "trip.thresholds.nope", "a limit", "{"),
        (
            {"trip": {**TRIP, "thresholds": {"fastest_kmh": 0}}},
            "trip.thresholds.fastest_kmh",
            "above",
            "",
        ),
        ({"movements": [{"mode": "rail"}]}, "movements[0].origin_venue", "a venue, or", "null"),
        (
            {"meetings": [{**TALKS, "participants": [{"side": "ours", "role": "staff"}]}]},
            "meetings[0].participants[0].person",
            "who it is in `words`",
            "null",
        ),
        (
            {"meetings": [{**TALKS, "start": "16h"}]},
            "meetings[0].start",
            "a wall time and a zone",
            '"16h"',
        ),
        (
            {"meetings": [{**TALKS, "start": "2025-03-17T10:00"}]},
            "meetings[0].start",
            "a zone after the hour",
            '"2025-03-17T10:00"',
        ),
        (
            {"meetings": [{**TALKS, "told_at": "2025-03-17T10:00"}]},
            "meetings[0].told_at",
            "a zone after the hour",
            '"2025-03-17T10:00"',
        ),
        (
            {"stops": [{"place": "Paris", "arrive": "2025-03-17T10:00Z"}]},
            "stops[0].arrive",
            "a wall time and a zone",
            '"2025-03-17T10:00Z"',
        ),
        (
            {"stops": [{"place": "Paris", "arrive": "2025-03-17T10:00[Europe/Pariss]"}]},
            "stops[0].arrive",
            "an IANA time zone",
            '"Europe/Pariss"',
        ),
        ({"stops": [{"place": "Pariss"}]}, "stops[0].place", "a place", '"Pariss"'),
        (
            {"stops": [{"place": "London"}]},
            "stops[0].place",
            "one of London, England; London, Ontario",
            '"London"',
        ),
        ({"stops": [{"place": {"city": "Paris"}}]}, "stops[0].place", "a place: city", "{"),
        (
            {"stops": [{"place": {"city": "Rome", "country": "IT", "zone": "Rome"}}]},
            "stops[0].place",
            "an IANA time zone",
            '"Rome"',
        ),
        (
            {"stops": [{"place": "Paris", "trip": "other"}]},
            "stops[0].trip",
            "the id or name of a trip in the file",
            '"other"',
        ),
        (
            {"meetings": [{**TALKS, "stop": "Rome"}]},
            "meetings[0].stop",
            "the id or name of a stop in the file",
            '"Rome"',
        ),
        (
            {"meetings": [TALKS, {**TALKS, "part_of": "Talks"}]},
            "meetings[1].part_of",
            "the id of one meeting, because 2 have this name",
            '"Talks"',
        ),
        (
            {"meetings": [{**TALKS, "participants": [{"person": "No One"}]}]},
            "meetings[0].participants[0].person",
            "the id or name of a person in the file or known already",
            '"No One"',
        ),
        (
            {"meetings": [{**TALKS, "outcomes": [{"topics": ["Trade"]}]}]},
            "meetings[0].outcomes[0].topics[0]",
            "the id or name of a topic in the file",
            '"Trade"',
        ),
        (
            {"meetings": [{**TALKS, "outcomes": [{"topics": [3]}]}]},
            "meetings[0].outcomes[0].topics[0]",
            "the id or name of a topic",
            "3",
        ),
        ({"trip": {"accompanying": "Ada Bell"}}, "trip.accompanying", "a list of ids", '"Ada'),
        ({"meetings": [{**TALKS, "stop": []}]}, "meetings[0].stop", "the id or name", "[]"),
        (
            {"meetings": [TALKS, {"title": "B", "kind": "call", "topics": [{"meeting": "Talks"}]}]},
            "meetings[1].topics[0].meeting",
            "the meeting in which this stands",
            '"Talks"',
        ),
        (
            {"meetings": [{**TALKS, "wordings": [{"field": "minutes", "language": "fr"}]}]},
            "meetings[0].wordings[0].field",
            "a field of a meeting that holds text",
            '"minutes"',
        ),
        (
            {"meetings": [{**TALKS, "part_of": "Talks"}]},
            "meetings[0].part_of",
            "one that is not itself inside this one",
            '"Talks"',
        ),
        ({"meetings": [{**TALKS, "id": ""}]}, "meetings[0].id", "an id", '""'),
        ({"meetings": [{**TALKS, "id": 7}]}, "meetings[0].id", "a text", "7"),
        (
            {"meetings": [{**TALKS, "id": "x"}, {**TALKS, "id": "x"}]},
            "meetings[1].id",
            "an id of its own",
            "that of meetings[0]",
        ),
        (
            {"meetings": [{**TALKS, "id": "x"}], "people": [{"id": "x", "name": "Ada Bell"}]},
            "meetings[0].id",
            "an id of its own",
            "that of people[0]",
        ),
        (
            {"people": [{"name": "Ada Bell"}, {"name": "Ada Bell"}]},
            "people[1]",
            "a name of its own, or an id",
            "that of people[0]",
        ),
        (
            {"meetings": [{**TALKS, "wordings": [FRENCH, FRENCH]}]},
            "meetings[0].wordings[1]",
            "a name of its own, or an id",
            "that of meetings[0].wordings[0]",
        ),
        (
            {"people": [{"name": "Ada Bell", "tenures": [{}]}]},
            "people[0].tenures[0].office",
            "the id or name of an office",
            "nothing",
        ),
    ],
)
def test_what_is_wrong_in_it_is_named(
    part: dict[str, object], path: str, expected: str, found: str
) -> None:
    with pytest.raises(TripFileInvalid) as refused:
        read({**a_document(), **part})
    first = next(each for each in refused.value.problems if each.startswith(f"{path}: "))
    assert expected in first
    assert f"found {found}" in first


def test_a_number_of_a_million_digits_is_refused_at_once() -> None:
    text = json.dumps(a_document(meetings=[{**TALKS, "minutes": 12345}]))
    with pytest.raises(TripFileInvalid) as refused:
        read_trip_file(text.replace("12345", "9" * 1_000_000), NOBODY, Atlas())
    assert refused.value.path == "meetings[0].minutes"


@pytest.mark.parametrize(
    ("meetings", "paths"),
    [
        ({"A": "A"}, {"meetings[0].part_of"}),
        ({"A": "B", "B": "A", "C": "A"}, {"meetings[0].part_of", "meetings[1].part_of"}),
        ({"A": "B", "B": "C", "C": "A"}, {f"meetings[{number}].part_of" for number in range(3)}),
    ],
)
def test_meetings_inside_each_other_are_refused(meetings: dict[str, str], paths: set[str]) -> None:
    entries = [
        {"title": title, "kind": "call", "part_of": outer} for title, outer in meetings.items()
    ]
    with pytest.raises(TripFileInvalid, match="not itself inside this one") as refused:
        read(a_document(meetings=entries))
    assert {problem.split(":")[0] for problem in refused.value.problems} == paths


def test_venues_inside_each_other_are_refused_even_where_one_is_known_only() -> None:
    hall, room = (
        Venue(id="v1", name="Hall", place=PARIS),
        Venue(id="v2", name="Room", place=PARIS, parent="v1"),
    )
    directory = Directory(people=(), offices=(), tenures=(), venues=(hall, room))
    with pytest.raises(TripFileInvalid, match="not itself inside this one"):
        read(a_document(venues=[{"id": "v1", "parent": "Room"}]), directory)


def test_a_person_of_whom_several_are_known_is_asked_for_by_id() -> None:
    two = known(Person(id="p1", name="Bo Carr"), Person(id="p2", name="Bo Carr"))
    with pytest.raises(TripFileInvalid) as refused:
        read(a_document(people=[{"name": "Ada Bell"}, {"name": "Bo Carr"}]), two)
    assert refused.value.problems == (
        "people[1]: expected an id, because 2 of this name are known, found none.",
    )
    with pytest.raises(TripFileInvalid, match="the id of one person, because 2 have this name"):
        read(a_document(trip={"accompanying": ["Bo Carr"]}), two)


def test_an_office_of_which_several_are_known_is_asked_for_by_its_body() -> None:
    offices = tuple(
        Office(id=each, title="Minister", of_kind=OfficeOf.STATE, of=each) for each in ("FR", "GB")
    )
    directory = Directory(people=(), offices=offices, tenures=(), venues=())
    with pytest.raises(TripFileInvalid, match=r"offices\[0\]"):
        read(a_document(offices=[{"title": "Minister"}]), directory)


def test_all_that_is_wrong_is_said_a_line_each() -> None:
    meetings = [{**TALKS, "minutes": "an hour", "start": "ten"}, {"title": "Lunch", "kind": "x"}]
    with pytest.raises(TripFileInvalid) as refused:
        read(a_document(meetings=meetings))
    assert [problem.split(":")[0] for problem in refused.value.problems] == [
        "meetings[0].start",
        "meetings[0].minutes",
        "meetings[1].kind",
    ]
    lines = str(refused.value).splitlines()
    assert all(line.startswith("The trip file is wrong at meetings[") for line in lines)
    assert len(lines) == 3


def test_of_very_many_problems_twenty_are_said() -> None:
    meetings = [{**TALKS, "minutes": "x"} for _ in range(50)]
    with pytest.raises(TripFileInvalid) as refused:
        read(a_document(meetings=meetings))
    assert len(refused.value.problems) == 21
    assert refused.value.problems[-1] == "30 more places."


def test_a_wrong_stop_is_not_blamed_on_the_hour_too() -> None:
    meeting = {**TALKS, "stop": "Rome", "start": "2025-03-17T10:00"}
    with pytest.raises(TripFileInvalid) as refused:
        read(a_document(meetings=[meeting]))
    assert len(refused.value.problems) == 1


def test_what_is_shown_of_a_value_is_short_and_safe_for_a_terminal() -> None:
    stop = {"place": "Paris", "purpose": "\x1b[2J\u202e" + "x" * 1000}
    with pytest.raises(TripFileInvalid) as refused:
        read(a_document(stops=[stop]))
    assert str(refused.value).isprintable()
    assert len(refused.value.found) < 100


WHOLE = write_trip_file(Itinerary.of(whole_trip()))


def every_path(node: object, path: Path = ()) -> list[Path]:
    """Return the way to each part of a document."""
    items: list[tuple[str | int, object]] = []
    if isinstance(node, dict):
        items = list(node.items())
    elif isinstance(node, list):
        items = list(enumerate(node))
    return [path, *(way for key, each in items for way in every_path(each, (*path, key)))]


@given(
    st.sampled_from(every_path(json.loads(WHOLE))),
    st.sampled_from(
        (
            None,
            True,
            -1,
            2**64,
            1e400,
            float("nan"),
            "",
            "x",
            "meeting-1",
            [],
            ["x"],
            [[]],
            {},
            {"x": 1},
        )
    ),
)
@example(("meetings", 0, "start"), "0000-00-00T00:00[UTC]")
@example(("meetings", 0, "start"), "0001-01-01T00:00[Asia/Tokyo]")
@example(("meetings", 0, "start"), "9999-12-31T23:59[America/Toronto]")
def test_whatever_stands_in_any_place_is_refused_or_read_and_kept(path: Path, junk: object) -> None:
    document: dict[str | int, object] = {"": json.loads(WHOLE)}
    part = reduce(lambda node, key: node[key], ("", *path)[:-1], cast("Any", document))
    part[("", *path)[-1]] = junk
    try:
        itinerary = Itinerary.of(read(document[""]).records)
    except TripFileInvalid:
        return
    assert Itinerary.of(read(json.loads(write_trip_file(itinerary))).records) == itinerary
