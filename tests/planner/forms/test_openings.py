"""Forms as they are opened: what the place where somebody is says already."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from planner.forms import Draft, change_of, new, reference_outside
from planner.forms.layouts import LAYOUTS
from planner.forms.openings import copy_of, made_on_the_way, name_of_made, proposed
from planner.itinerary import Itinerary
from planner.records import (
    FollowUp,
    Meeting,
    Movement,
    Office,
    Outcome,
    Participant,
    Person,
    Stop,
    Tenure,
    Topic,
    TravelTime,
    Trip,
    Unavailability,
    Venue,
    kind_of,
)
from planner.records.words import Mode, OfficeOf, OutcomeKind, OutcomeState, Side
from planner.store import Directory
from tests.planner.building import stop
from tests.planner.forms.filling import (
    PLACES,
    a_new,
    at,
    directory,
    filled,
    outside,
    over,
    with_more,
)
from tests.planner.journeys import (
    JOURNEY,
    LONDON,
    LUNCH,
    PARIS,
    PEOPLE,
    TRIP,
    in_london,
    in_paris,
)


def started(draft: Draft, *names: str) -> Mapping[str, object]:
    return {name: draft.start.get(name) for name in names}


@pytest.mark.parametrize(
    ("selected", "stop", "day", "near"),
    [
        ("lunch", "paris", date(2025, 3, 17), in_paris("13:30")),
        ("starmer-meeting", "london", date(2025, 3, 17), in_london("19:00")),
        ("ceremony", "london", date(2025, 3, 18), in_london("08:30", 18)),
        ("crossing", "london", date(2025, 3, 17), in_london("14:40")),
        ("flight-out", "paris", date(2025, 3, 17), in_paris("08:40")),
        ("nato-call", None, None, None),
    ],
)
def test_the_day_and_the_stop_are_those_of_the_cursor(
    selected: str, stop: str | None, day: date | None, near: object
) -> None:
    reference = at(selected)
    assert (reference.stop, reference.day, reference.near) == (stop, day, near)


def test_without_a_cursor_it_is_the_first_stop() -> None:
    stops = [
        Stop(id="rome", trip="trip", place=PARIS, position=1, arrive_on=date(2025, 4, 2)),
        Stop(id="oslo", trip="trip", place=LONDON, position=0, arrive_on=date(2025, 4, 1)),
    ]
    reference = over(Itinerary.of([*PEOPLE, replace(TRIP, earliest=date(2025, 4, 1)), *stops]))
    assert (reference.stop, reference.day) == ("oslo", date(2025, 4, 1))


@pytest.mark.parametrize(("earliest", "day"), [(date(2025, 4, 1), date(2025, 4, 1)), (None, None)])
def test_a_trip_without_anything_begins_on_its_first_day(
    earliest: date | None, day: date | None
) -> None:
    reference = over(Itinerary.of([*PEOPLE, replace(TRIP, earliest=earliest)]))
    assert (reference.stop, reference.day) == (None, day)
    assert reference.today == date(2025, 3, 17)


def test_outside_of_trips_there_is_only_today() -> None:
    reference = reference_outside(directory(), PLACES, datetime(2025, 3, 1, 9, tzinfo=UTC))
    assert (reference.today, reference.day, reference.stop) == (date(2025, 3, 1), None, None)
    assert (reference.trip, reference.stops, reference.meetings) == (None, (), ())


@pytest.mark.parametrize(
    ("selected", "stop", "start"),
    [
        ("lunch", "Paris", in_paris("12:00")),
        ("starmer-meeting", "London", in_london("12:00")),
        ("ceremony", "London", in_london("12:00", 18)),
    ],
)
def test_a_new_meeting_takes_the_stop_and_the_day_of_the_cursor(
    selected: str, stop: str, start: object
) -> None:
    draft = a_new("meeting", selected, hours="12:00")
    assert draft.text("stop") == stop
    assert draft.value("start", "hours") == start
    assert draft.start["trip"] == "trip"


@pytest.mark.parametrize(
    ("last", "arrive_on"),
    [
        (stop("London", "2025-03-17T14:40/2025-03-18T09:00"), date(2025, 3, 18)),
        (stop("London", "", "17/19"), date(2025, 3, 19)),
        (stop("London", "", "18"), date(2025, 3, 18)),
        (stop("London"), None),
    ],
)
def test_a_new_stop_begins_when_the_last_one_ends(last: Stop, arrive_on: date | None) -> None:
    draft = new("stop", over(Itinerary.of([*PEOPLE, TRIP, last])))
    assert started(draft, "trip", "position", "arrive_on") == {
        "trip": "trip",
        "position": 1,
        "arrive_on": arrive_on,
    }


def test_the_first_stop_begins_on_the_first_day_of_the_trip() -> None:
    trip = replace(TRIP, earliest=date(2025, 4, 1))
    draft = new("stop", over(Itinerary.of([*PEOPLE, trip])))
    assert started(draft, "position", "arrive_on") == {
        "position": 0,
        "arrive_on": date(2025, 4, 1),
    }


def test_a_new_movement_goes_to_the_next_stop_when_this_one_ends() -> None:
    draft = new("movement", at("lunch"))
    assert draft.text("origin") == "Paris"
    assert draft.text("destination") == "London"
    record = draft.record
    assert isinstance(record, Movement)
    assert (record.depart, record.arrive) == (in_paris("14:30"), in_london("14:40"))
    assert (record.mode, record.day) == (Mode.GOVERNMENT_AIRCRAFT, None)


def test_a_new_movement_from_the_last_stop_does_not_know_where_to() -> None:
    draft = new("movement", at("ceremony"))
    assert (draft.text("origin"), draft.text("destination"), draft.text("mode")) == (
        "London",
        "",
        "",
    )
    assert draft.text("depart") == "18 Mar 2025"


def test_a_new_movement_between_stops_without_hours_has_the_day() -> None:
    stops = [
        Stop(
            id="a", trip="trip", place=PARIS, arrive_on=date(2025, 4, 1), depart_on=date(2025, 4, 3)
        ),
        Stop(id="b", trip="trip", place=PARIS, arrive_on=date(2025, 4, 3)),
    ]
    draft = new("movement", over(Itinerary.of([*PEOPLE, TRIP, *stops]), selected="a"))
    assert started(draft, "depart", "day", "mode") == {
        "depart": None,
        "day": date(2025, 4, 3),
        "mode": Mode.ON_FOOT,
    }


def test_a_new_movement_outside_of_any_stop_knows_nothing() -> None:
    assert new("movement", at("nato-call")).start == {"trip": "trip"}


def test_a_new_night_is_at_the_stop_of_the_cursor() -> None:
    assert new("lodging", at("starmer-meeting")).text("stop") == "London"


@pytest.mark.parametrize(
    ("kind", "owner", "expected"),
    [
        ("participant", "lunch", {"meeting": "lunch", "position": 1, "side": Side.OURS}),
        ("participant", "nato-call", {"meeting": "nato-call", "position": 0}),
        ("participant", "crossing", {"movement": "crossing", "meeting": None, "position": 0}),
        ("topic", "starmer-meeting", {"meeting": "starmer-meeting", "position": 3}),
        ("topic", "lunch", {"meeting": "lunch", "position": 0}),
        ("outcome", "lunch", {"meeting": "lunch", "position": 1, "state": OutcomeState.EXPECTED}),
        ("outcome", "", {"meeting": None, "position": 0, "trip": "trip"}),
        ("task", "lunch", {"meeting": "lunch", "trip": "trip"}),
        ("task", "", {"meeting": None, "trip": "trip"}),
        ("note", "lunch", {"meeting": "lunch", "trip": "trip"}),
        ("tenure", "macron", {"person": "macron"}),
        ("unavailability", "macron", {"person": "macron"}),
        ("unavailability", "", {"person": None}),
    ],
)
def test_what_belongs_to_something_is_opened_with_it(
    kind: str, owner: str, expected: Mapping[str, object]
) -> None:
    assert started(new(kind, at("lunch"), owner), *expected) == expected


@pytest.mark.parametrize(
    ("owner", "meeting", "outcome", "counterpart"),
    [
        ("partnership", "lunch", "partnership", "macron"),
        ("lunch", "lunch", None, "macron"),
        ("ceremony", "ceremony", None, None),
        ("", None, None, None),
        ("of-the-trip", None, "of-the-trip", None),
    ],
)
def test_a_follow_up_takes_the_meeting_and_the_counterpart_of_what_it_follows(
    owner: str, meeting: str | None, outcome: str | None, counterpart: str | None
) -> None:
    of_the_trip = Outcome(
        id="of-the-trip", trip="trip", kind=OutcomeKind.COMMITMENT, text="Come back"
    )
    record = filled(new("follow_up", with_more(of_the_trip), owner), text="Write").record
    assert isinstance(record, FollowUp)
    assert (record.meeting, record.outcome, record.counterpart) == (meeting, outcome, counterpart)


def test_a_new_trip_is_that_of_the_latest_principal_from_the_same_home() -> None:
    draft = new("trip", outside())
    assert (draft.text("principal"), draft.text("home")) == (
        "Mark Carney",
        "Ottawa, Ontario, Canada",
    )
    nobody = replace(outside(), directory=Directory())
    assert new("trip", nobody).start == {}


def test_what_is_known_already_comes_before_what_context_says() -> None:
    draft = new("meeting", at("lunch"), stop="london", title="Budget")
    assert (draft.text("stop"), draft.text("title")) == ("London", "Budget")


@pytest.mark.parametrize("kind", sorted(LAYOUTS))
def test_a_new_form_is_for_a_new_record(kind: str) -> None:
    draft = new(kind, at("lunch"), "lunch")
    assert draft.title == f"New {LAYOUTS[kind].noun}"
    assert not draft.is_changed


@pytest.mark.parametrize(
    ("record", "title"),
    [
        (LUNCH, "Change meeting “Working lunch”"),
        (TRIP, "Change trip “Paris and London”"),
        (PEOPLE[1], "Change person “Emmanuel Macron”"),
        (PEOPLE[4], "Change tenure “Emmanuel Macron, President of the French Republic”"),
    ],
)
def test_a_form_that_changes_names_what_it_changes(
    record: Meeting | Trip | Person, title: str
) -> None:
    assert change_of(record, at("lunch")).title == title


WAY = TravelTime(id="way", origin="orly", destination="elysee", minutes=35)


def test_a_copy_of_a_travel_time_is_turned_round() -> None:
    draft = copy_of(WAY, with_more(WAY))
    record = draft.record
    assert isinstance(record, TravelTime)
    assert (record.origin, record.destination, record.minutes) == ("elysee", "orly", 35)
    assert record.id != WAY.id
    assert draft.edit.label == "Added travel time “Élysée Palace → Orly”"


def test_a_copy_is_another_record_with_the_same_fields() -> None:
    (palace,) = (each for each in JOURNEY if each.id == "elysee")
    copy = copy_of(palace, at("lunch")).record
    assert copy == replace(palace, id=copy.id)
    assert copy.id != palace.id


def test_what_is_drawn_up_keeps_its_id_and_is_added() -> None:
    way = Movement(
        id="drawn-up",
        trip="trip",
        mode=Mode.RAIL,
        origin_stop="paris",
        destination_stop="london",
        depart=in_paris("14:30"),
        arrive=in_london("15:40"),
    )
    draft = proposed(way, at("lunch"))
    assert draft.record == way
    assert draft.edit.label == "Added movement “Paris → London”"
    assert draft.title == "New movement"


@pytest.mark.parametrize(
    ("kind", "question", "typed", "made", "name"),
    [
        ("meeting", "with", "Angela Example", "person", "Angela Example"),
        ("meeting", "with", "macron, Angela Example", "person", "Angela Example"),
        ("meeting", "venue", "Rideau Hall", "venue", "Rideau Hall"),
        ("participant", "person", "Angela Example", "person", "Angela Example"),
        ("tenure", "office", "Keeper of Bees", "office", "Keeper of Bees"),
        ("person", "office", "Keeper of Bees", "office", "Keeper of Bees"),
        ("trip", "accompanying", "carney,  Angela Example ", "person", "Angela Example"),
        ("trip", "principal", "", "person", ""),
    ],
)
def test_what_is_made_on_the_way_is_called_what_was_typed(
    kind: str, question: str, typed: str, made: str, name: str
) -> None:
    outer = new(kind, at("lunch"), "lunch").with_text(question, typed)
    inner = made_on_the_way(outer, question, typed)
    assert inner.layout.kind == made
    assert name_of_made(inner) == name


@pytest.mark.parametrize(
    ("selected", "place"),
    [
        ("lunch", "Paris, France"),
        ("starmer-meeting", "London, England, United Kingdom"),
        ("nato-call", ""),
    ],
)
def test_a_venue_that_is_made_on_the_way_is_where_the_cursor_is(selected: str, place: str) -> None:
    outer = a_new("meeting", selected, kind="call", venue="Rideau Hall")
    assert made_on_the_way(outer, "venue", "Rideau Hall").text("place") == place


def test_what_was_made_on_the_way_is_named_by_the_field_and_stored_first() -> None:
    outer = a_new("meeting", "lunch", kind="call", with_="macron, Angela")
    inner = filled(made_on_the_way(outer, "with", "macron, Angela"), name="Angela Example")
    outer = outer.with_made("with", f"macron, {name_of_made(inner)}", inner.records)
    assert outer.problems == ()
    assert outer.is_changed
    assert [type(record) for record in outer.records] == [
        Person,
        Meeting,
        Participant,
        Participant,
    ]
    assert outer.edit.label == "Added meeting “Call with Emmanuel Macron and Angela Example”"


def test_a_record_made_on_the_way_in_a_form_made_on_the_way_comes_first_of_all() -> None:
    outer = a_new("participant", "lunch", "lunch", person="Angela Example")
    person = made_on_the_way(outer, "person", "Angela Example").with_text("office", "Keeper")
    office = filled(
        made_on_the_way(person, "office", "Keeper"), of_kind="organisation", of="The Hive"
    )
    person = person.with_made("office", name_of_made(office), office.records)
    outer = outer.with_made("person", name_of_made(person), person.records)
    assert [kind_of(type(record)) for record in outer.records] == [
        "office",
        "person",
        "tenure",
        "participant",
    ]


def test_a_form_that_made_something_is_not_closed_without_asking() -> None:
    outer = a_new("meeting", "lunch")
    made = Person(id="new", name="Angela Example")
    assert not outer.is_changed
    assert outer.with_made("with", "", (made,)).is_changed


def person(record_id: str, **texts: str) -> Draft:
    record = next(each for each in JOURNEY if each.id == record_id)
    return filled(change_of(record, at("lunch")), **texts)


@pytest.mark.parametrize(
    ("draft", "label"),
    [
        (a_new("meeting", kind="call"), "Added meeting “Call”"),
        (a_new("stop", place="Ottawa"), "Added stop “Ottawa”"),
        (a_new("topic", "lunch", "lunch", title="Trade"), "Added topic “Trade”"),
        (a_new("follow_up", "lunch", "lunch", text="Write"), "Added follow-up “Write”"),
        (
            a_new("participant", "lunch", "lunch", person="carney"),
            "Added participant “Mark Carney”",
        ),
        (a_new("person", name="Angela Example"), "Added person “Angela Example”"),
        (person("macron", diet="fish"), "Changed person “Emmanuel Macron”: diet"),
        (person("macron", diet="fish", phone="1"), "Changed person “Emmanuel Macron”: diet, phone"),
        (
            person("macron", diet="fish", phone="1", email="e", notes="n"),
            "Changed person “Emmanuel Macron”",
        ),
    ],
)
def test_an_edit_says_what_it_adds_or_changes(draft: Draft, label: str) -> None:
    assert draft.edit.label == label


@pytest.mark.parametrize(
    ("texts", "since"),
    [
        ({"since": "14 may 2017"}, date(2017, 5, 14)),
        ({"office": "President of the French Republic", "since": ""}, None),
    ],
)
def test_the_office_that_a_person_holds_is_dated_in_their_form(
    texts: dict[str, str], since: date | None
) -> None:
    draft = person("macron", **texts)
    assert draft.text("office") == "President of the French Republic"
    tenures = [record for record in draft.records if isinstance(record, Tenure)]
    assert [each.since for each in tenures] == ([since] if since else [])


def test_an_office_that_is_taken_away_ends_the_tenure_today() -> None:
    draft = person("macron", office="")
    (change,) = draft.changes
    assert isinstance(change.before, Tenure)
    assert change.after == replace(change.before, until=date(2025, 3, 17))
    assert draft.said("office") == "President of the French Republic until today"


def test_an_office_that_follows_another_leaves_that_in_the_record() -> None:
    draft = person("macron", office="Prime Minister of Canada", since="1 mar 2025")
    tenures = [change for change in draft.changes if isinstance(change.record, Tenure)]
    former, present = tenures
    assert isinstance(former.before, Tenure)
    assert former.after == replace(former.before, until=date(2025, 3, 1))
    assert isinstance(present.after, Tenure)
    assert (present.before, present.after.since) == (None, date(2025, 3, 1))
    assert "until then" in draft.said("office")


def test_an_office_without_a_day_corrects_the_one_that_is_held() -> None:
    draft = person("macron", office="Prime Minister of Canada")
    (change,) = [each for each in draft.changes if isinstance(each.record, Tenure)]
    assert isinstance(change.before, Tenure)
    assert isinstance(change.after, Tenure)
    assert change.after == replace(change.before, office=change.after.office)
    assert "if it is a new office, say since when" in draft.said("office")


def test_an_office_that_is_given_begins_a_tenure() -> None:
    office, tenure = person("carney", office="Prime Minister of Canada").records
    assert isinstance(office, Office)
    assert isinstance(tenure, Tenure)
    assert (tenure.person, tenure.office) == ("carney", office.id)


def test_a_person_is_shown_with_the_office_begun_last_of_those_held_today() -> None:
    offices = [
        Office(id=each, title=each, of_kind=OfficeOf.STATE, of="FR")
        for each in ("mayor", "minister", "judge")
    ]
    tenures = [
        Tenure(id="1", person="carney", office="mayor", since=date(2020, 1, 1)),
        Tenure(id="2", person="carney", office="minister", since=date(2022, 1, 1)),
        Tenure(id="3", person="carney", office="judge", until=date(2021, 1, 1)),
    ]
    draft = change_of(PEOPLE[0], with_more(*offices, *tenures))
    assert (draft.text("office"), draft.text("since")) == ("minister", "1 Jan 2022")


@pytest.mark.parametrize(
    ("record_id", "kind"),
    [
        ("lunch", Meeting),
        ("macron", Person),
        ("orly", Venue),
        ("president", Office),
        ("macron-president", Tenure),
        ("way", TravelTime),
        ("away", Unavailability),
        ("trade", Topic),
        ("nothing", type(None)),
        (None, type(None)),
    ],
)
def test_a_record_is_found_whichever_holds_it(record_id: str | None, kind: type) -> None:
    away = Unavailability(
        id="away", person="carney", start=in_paris("09:00"), end=in_paris("10:00")
    )
    assert type(with_more(WAY, away).find(record_id)) is kind
