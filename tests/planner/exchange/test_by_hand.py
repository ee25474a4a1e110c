"""A trip file as a person writes it: names for ids, hours without zones, places by name."""

import json
from datetime import date

import pytest

from planner.exchange import read_trip_file
from planner.moments import Moment
from planner.records import (
    FollowUp,
    Lodging,
    Meeting,
    Movement,
    Note,
    Office,
    Outcome,
    Participant,
    Person,
    Record,
    Stop,
    Task,
    Tenure,
    Topic,
    TravelTime,
    Trip,
    Unavailability,
    Venue,
    Wording,
)
from tests.planner.exchange.files import (
    IQALUIT,
    LONDON,
    NOBODY,
    PARIS,
    Atlas,
    a_document,
    every,
    read,
    the,
)

STOPS = [{"place": "Paris"}, {"place": "London, England"}]


def test_the_least_file_is_a_trip_and_its_principal() -> None:
    file = read(a_document())
    assert [type(record) for record in file.records] == [Person, Trip]
    assert file.trip.principal == the(Person, file).id
    assert file.trip.home == PARIS


@pytest.mark.parametrize(
    ("title", "short_name"),
    [
        ("Paris & Iqaluit", "paris-iqaluit"),
        ("Évian, 14–15 juin", "evian-14-15-juin"),
        ("日本 2026", "日本-2026"),
        ("!", "trip"),
    ],
)
def test_a_short_name_left_out_is_made_from_the_title(title: str, short_name: str) -> None:
    assert read(a_document(trip={"title": title})).trip.short_name == short_name


def test_the_id_of_a_trip_follows_from_its_short_name() -> None:
    one = read(a_document(trip={"short_name": "north", "title": "One title"}))
    other = read(a_document(trip={"short_name": "north", "title": "Another"}))
    third = read(a_document(trip={"short_name": "south", "title": "Another"}))
    assert one.trip.id == other.trip.id != third.trip.id


def test_a_file_read_twice_has_the_same_ids() -> None:
    text = json.dumps(a_document(stops=STOPS, meetings=[a_meeting(), a_meeting()]))
    first, second = (read_trip_file(text, NOBODY, Atlas()) for _ in range(2))
    assert first == second
    assert len({record.id for record in first.records}) == len(first.records)


def test_an_entry_that_is_there_twice_is_two() -> None:
    one, other = every(Meeting, read(a_document(meetings=[a_meeting(), a_meeting()])))
    assert one.id != other.id


def test_an_entry_added_by_hand_to_an_exported_file_is_a_new_one() -> None:
    exported = the(Meeting, read(a_document(meetings=[a_meeting()]))).id
    file = read(a_document(meetings=[a_meeting(id=exported), a_meeting()]))
    assert [meeting.id == exported for meeting in every(Meeting, file)].count(True) == 1


def test_ids_of_two_trips_differ() -> None:
    one = read(a_document(meetings=[a_meeting()]))
    other = read(a_document(trip={"title": "Another"}, meetings=[a_meeting()]))
    assert the(Meeting, one).id != the(Meeting, other).id
    assert the(Person, one).id == the(Person, other).id


def test_records_are_named_by_what_people_call_them() -> None:
    file = read(
        a_document(
            trip={"accompanying": ["Bo Carr"]},
            people=[
                {"name": "Ada Bell", "tenures": [{"office": "Chair"}]},
                {"name": "Bo Carr"},
            ],
            offices=[{"title": "Chair", "of_kind": "company", "of": "Acme"}],
            venues=[
                {"name": "Hall", "place": "Paris"},
                {"name": "Room", "place": "Paris", "parent": "Hall"},
            ],
            travel_times=[{"origin": "Hall", "destination": "Room", "minutes": 3}],
            stops=STOPS,
            movements=[
                {
                    "mode": "rail",
                    "origin_stop": "Paris",
                    "destination_venue": "Hall",
                    "participants": [{"person": "Bo Carr", "side": "ours", "role": "staff"}],
                }
            ],
            lodgings=[{"stop": "Paris", "name": "Hotel", "venue": "Hall"}],
            meetings=[
                a_meeting(title="Plenary"),
                a_meeting(title="Aside", part_of="Plenary", venue="Room", stop="Paris"),
            ],
            follow_ups=[{"text": "Write", "meeting": "Aside", "counterpart": "Bo Carr"}],
        )
    )
    ada, bo = every(Person, file)
    hall, room = every(Venue, file)
    paris, _ = every(Stop, file)
    movement = the(Movement, file)
    plenary, aside = every(Meeting, file)
    assert file.trip.accompanying == (bo.id,)
    assert the(Tenure, file) == Tenure(
        id=the(Tenure, file).id, person=ada.id, office=the(Office, file).id
    )
    assert room.parent == hall.id
    assert (the(TravelTime, file).origin, the(TravelTime, file).destination) == (hall.id, room.id)
    assert (movement.origin_stop, movement.destination_venue) == (paris.id, hall.id)
    assert (the(Participant, file).movement, the(Participant, file).person) == (movement.id, bo.id)
    assert (the(Lodging, file).stop, the(Lodging, file).venue) == (paris.id, hall.id)
    assert (aside.part_of, aside.venue, aside.stop) == (plenary.id, room.id, paris.id)
    assert (the(FollowUp, file).meeting, the(FollowUp, file).counterpart) == (aside.id, bo.id)


def test_an_entry_may_be_inside_one_that_stands_later_in_the_file() -> None:
    meetings = [a_meeting(title="Aside", part_of="Plenary"), a_meeting(title="Plenary")]
    plenary, aside = every(Meeting, read(a_document(meetings=meetings)))
    assert (plenary.title, aside.part_of) == ("Plenary", plenary.id)


def test_what_stands_in_a_meeting_belongs_to_it() -> None:
    inner = {
        "participants": [{"words": "Two aides", "side": "theirs", "role": "staff"}],
        "topics": [{"title": "Trade"}],
        "outcomes": [
            {
                "kind": "decision",
                "text": "Go on",
                "topics": ["Trade"],
                "follow_ups": [{"text": "Write it down"}],
                "wordings": [{"field": "text", "language": "fr", "text": "Continuer"}],
            }
        ],
        "follow_ups": [{"text": "Call"}],
        "tasks": [{"what": "Brief"}],
        "log": [{"when": "2025-03-01T09:00[Europe/Paris]", "words": "Agreed"}],
    }
    file = read(a_document(meetings=[a_meeting(**inner)]))
    meeting, outcome, topic = the(Meeting, file), the(Outcome, file), the(Topic, file)
    owned: list[Outcome | FollowUp | Task | Note] = [
        outcome,
        *every(FollowUp, file),
        the(Task, file),
        the(Note, file),
    ]
    assert {each.meeting for each in owned} == {meeting.id}
    assert {each.trip for each in owned} == {file.trip.id}
    assert (topic.meeting, the(Participant, file).meeting) == (meeting.id, meeting.id)
    assert outcome.topics == (topic.id,)
    assert [each.outcome for each in every(FollowUp, file)] == [outcome.id, None]
    assert the(Wording, file).record == outcome.id


def test_an_outcome_beside_the_meetings_may_name_one_and_hand_it_on() -> None:
    outcome = {
        "kind": "decision",
        "text": "Go on",
        "meeting": "Talks",
        "follow_ups": [{"text": "Write"}],
    }
    file = read(a_document(meetings=[a_meeting()], outcomes=[outcome]))
    assert the(FollowUp, file).meeting == the(Outcome, file).meeting == the(Meeting, file).id


def test_a_topic_is_that_of_the_same_meeting() -> None:
    def talks(title: str) -> dict[str, object]:
        outcome = {"kind": "decision", "text": "Go on", "topics": ["Trade"]}
        return a_meeting(title=title, topics=[{"title": "Trade"}], outcomes=[outcome])

    file = read(a_document(meetings=[talks("One"), talks("Two")]))
    for outcome, topic in zip(every(Outcome, file), every(Topic, file), strict=True):
        assert outcome.meeting == topic.meeting
        assert outcome.topics == (topic.id,)


def test_the_order_of_a_list_is_kept_and_a_stated_position_wins() -> None:
    topics = [{"title": "One"}, {"title": "Two", "position": 7}, {"title": "Three"}]
    file = read(a_document(meetings=[a_meeting(topics=topics)]))
    assert [(each.title, each.position) for each in every(Topic, file)] == [
        ("One", 0),
        ("Two", 7),
        ("Three", 2),
    ]


def test_what_follows_from_the_place_in_the_file_may_be_said_again() -> None:
    topics = [{"title": "Trade", "meeting": "Talks"}]
    file = read(
        a_document(
            stops=[{"place": "Paris", "trip": "paris-iqaluit"}], meetings=[a_meeting(topics=topics)]
        )
    )
    assert the(Topic, file).meeting == the(Meeting, file).id


@pytest.mark.parametrize(
    ("kind", "lists", "field", "zone"),
    [
        (Stop, {"stops": [{"place": "Iqaluit", "arrive": "T"}]}, "arrive", IQALUIT.zone),
        (Stop, {"stops": [{"place": "Iqaluit", "depart": "T"}]}, "depart", IQALUIT.zone),
        (
            Lodging,
            {"stops": STOPS, "lodgings": [{"name": "H", "stop": "London", "check_in": "T"}]},
            "check_in",
            LONDON.zone,
        ),
        (
            Movement,
            {
                "stops": STOPS,
                "movements": [
                    {
                        "mode": "rail",
                        "origin_stop": "Paris",
                        "destination_stop": "London",
                        "depart": "T",
                    }
                ],
            },
            "depart",
            PARIS.zone,
        ),
        (
            Movement,
            {
                "stops": STOPS,
                "movements": [
                    {
                        "mode": "rail",
                        "origin_stop": "Paris",
                        "destination_stop": "London",
                        "arrive": "T",
                    }
                ],
            },
            "arrive",
            LONDON.zone,
        ),
        (
            Meeting,
            {
                "stops": STOPS,
                "venues": [{"name": "Hall", "place": "Iqaluit"}],
                "meetings": [
                    {
                        "title": "M",
                        "kind": "call",
                        "stop": "London",
                        "venue": "Hall",
                        "start": "T",
                    }
                ],
            },
            "start",
            LONDON.zone,
        ),
        (
            Meeting,
            {
                "venues": [{"name": "Hall", "place": "Iqaluit"}],
                "meetings": [{"title": "M", "kind": "call", "venue": "Hall", "start": "T"}],
            },
            "start",
            IQALUIT.zone,
        ),
    ],
)
def test_an_hour_without_a_zone_is_that_of_the_place(
    kind: type[Record], lists: dict[str, object], field: str, zone: str
) -> None:
    document = json.dumps({**a_document(), **lists}).replace('"T"', '"2025-03-17T10:00"')
    file = read_trip_file(document, NOBODY, Atlas())
    assert (
        getattr(the(kind, file), field).to_text()
        == Moment.from_text(f"2025-03-17T10:00[{zone}]").to_text()
    )


def test_a_stated_zone_wins_over_that_of_the_place() -> None:
    file = read(a_document(stops=[{"place": "Paris", "arrive": "2025-03-17T10:00[UTC]"}]))
    assert the(Stop, file).arrive == Moment.from_text("2025-03-17T10:00[UTC]")


def test_an_offset_that_disagrees_is_noted_and_the_wall_time_kept() -> None:
    stated = "2025-03-17T10:00+02:00[Europe/Paris]"
    file = read(a_document(stops=[{"place": "Paris", "arrive": stated}]))
    arrive = the(Stop, file).arrive
    assert arrive is not None
    assert arrive.to_text() == "2025-03-17T10:00:00+01:00[Europe/Paris]"
    (note,) = file.notes
    assert note.startswith(f"stops[0].arrive: {stated} ")


def test_a_date_and_a_time_of_absence_are_read() -> None:
    absence = {"start": "2025-03-17T10:00[UTC]", "end": "2025-03-17T11:00[UTC]"}
    people = [{"name": "Ada Bell", "verified_on": "2025-03-01", "unavailabilities": [absence]}]
    file = read(a_document(people=people))
    assert the(Person, file).verified_on == date(2025, 3, 1)
    assert the(Unavailability, file).person == the(Person, file).id


def test_a_byte_order_mark_is_no_fault() -> None:
    text = "\ufeff" + json.dumps(a_document())
    assert read_trip_file(text, NOBODY, Atlas()).trip.title == "Paris & Iqaluit"


def a_meeting(**fields: object) -> dict[str, object]:
    return {"title": "Talks", "kind": "bilateral", **fields}
