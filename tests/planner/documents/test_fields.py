"""What was stated is on the agenda, in each form of it, with the words that say what it is."""

from dataclasses import replace
from datetime import date

import pytest

from planner.moments import Moment
from planner.records import (
    FollowUp,
    Meeting,
    Movement,
    Outcome,
    Participant,
    Place,
    Record,
    Topic,
    Trip,
)
from planner.records.words import Coverage, Interpretation, Response, Role, Side, Stance, Status
from tests.planner.building import flight, meeting, motorcade, trip
from tests.planner.documents.papers import (
    markdown_of,
    sample,
    text_of,
    with_fields,
    with_records,
    words_of,
)

AUDIENCE, PARIS, TRIP = "audience", "working-lunch", "paris-london-iqaluit-2025"
EVENING = Moment.from_text("2025-03-16T20:00[Europe/London]")

STATED: list[tuple[type[Record], str, dict[str, object], str]] = [
    (Trip, TRIP, {"invited_by": "the King"}, "Invited by: the King"),
    (Trip, TRIP, {"context": "A quiet spring"}, "Context: A quiet spring"),
    (Trip, TRIP, {"ends_at": Place("Hull", "CA", "America/Toronto")}, "ends at Hull, Canada"),
    (Meeting, AUDIENCE, {"hosted_by": "The Crown"}, "Hosted by: The Crown"),
    (Meeting, AUDIENCE, {"greeter": "the Master"}, "The King; greeted by the Master"),
    (Meeting, AUDIENCE, {"format": "1+4"}, "Format: 1+4"),
    (Meeting, AUDIENCE, {"language": "French"}, "1+0 · in French"),
    (Meeting, AUDIENCE, {"dress": "morning coat"}, "1+0 · dress: morning coat"),
    (
        Meeting,
        AUDIENCE,
        {"interpretation": Interpretation.WHISPERED},
        "1+0 · whispered interpretation",
    ),
    (Meeting, AUDIENCE, {"gift_given": "a canoe"}, "Gifts: given: a canoe"),
    (Meeting, AUDIENCE, {"gift_received": "a book"}, "Gifts: received: a book"),
    (
        Meeting,
        AUDIENCE,
        {"remarks_by": "The King", "remarks_minutes": 5},
        "Remarks: The King · 5 min",
    ),
    (
        Meeting,
        AUDIENCE,
        {"coverage": Coverage.NOT_STATED, "media_door": "North Gate"},
        "Media: coverage not stated · North Gate",
    ),
    (Meeting, AUDIENCE, {"media_note": "no flash"}, "official photographer only · no flash"),
    (Meeting, AUDIENCE, {"media_arrive_by": EVENING}, "media arrive by Sun 16 Mar 20:00"),
    (
        Meeting,
        AUDIENCE,
        {"part_of": "starmer-meeting"},
        "part of Meeting with Prime Minister Sir Keir Starmer",
    ),
    (Meeting, AUDIENCE, {"readout": "It was warm."}, "Readout: It was warm."),
    (Meeting, AUDIENCE, {"purpose": "One\n\n  Two"}, "Purpose: One Two"),
    (Movement, "paris-london", {"carrier": "Can Force 1"}, "time change −1 h · Can Force 1"),
    (Movement, "paris-london", {"reference": "CFC 01"}, "time change −1 h · CFC 01"),
    (Topic, "paris-crime", {"theme": "police"}, "Prime Minister · priority 2 · theme police"),
    (Topic, "paris-crime", {"their_position": "The same."}, "Their position: The same."),
    (Topic, "paris-crime", {"our_response": "Gladly."}, "Our response: Gladly."),
    (Topic, "paris-crime", {"background": "Europol."}, "Background: Europol."),
    (Topic, "paris-crime", {"stance": Stance.THEY_RAISE}, "They raise"),
    (
        Outcome,
        "economic-cooperation",
        {"reference": "E-101"},
        "decision · agreed · Canada and France · E-101",
    ),
    (
        Outcome,
        "economic-cooperation",
        {"public": True},
        "decision · agreed · Canada and France · public",
    ),
    (Outcome, "economic-cooperation", {"effect": "More of it."}, "Effect: More of it."),
    (FollowUp, "explore-cooperation", {"last_word": "Soon"}, "Last word: Soon"),
    (
        FollowUp,
        "explore-cooperation",
        {"last_word": "Soon", "last_word_on": date(2025, 3, 17)},
        "Last word: Soon (Monday 17 March 2025)",
    ),
]


@pytest.mark.parametrize(("kind", "record_id", "fields", "words"), STATED)
def test_what_is_stated_is_printed(
    kind: type[Record], record_id: str, fields: dict[str, object], words: str
) -> None:
    itinerary = with_fields(kind, record_id, **fields)
    label, _, value = words.partition(": ")
    text = words_of(text_of(itinerary))
    assert words in text or f"{label} {value}" in text
    markdown = words_of(markdown_of(itinerary).replace("\\", "").replace("**", ""))
    assert words in markdown
    assert words not in words_of(markdown_of(sample()).replace("**", ""))


def test_counterparts_stand_first_on_their_side_and_others_as_they_were_entered() -> None:
    known = Participant(id="0", meeting="M", side=Side.THEIRS, role=Role.STAFF)
    people = [
        replace(known, id="1", position=1, words="Clerk"),
        replace(known, id="2", position=2, words="Adviser", role=Role.DELEGATION),
        replace(known, id="3", position=3, words="Chief", role=Role.COUNTERPART),
        replace(known, id="4", position=4, words="Archivist", response=Response.TENTATIVE),
    ]
    text = words_of(text_of(trip(meeting("M", "10:00-11:00"), people)))
    assert "Their side Chief Adviser Clerk (staff) Archivist (staff; tentative)" in text


@pytest.mark.parametrize(
    ("times", "line"),
    [
        ("10:00-12:05", "10:00–12:05  05:00   Government aircraft"),
        ("10:00", "10:00  05:00   Government aircraft"),
    ],
)
def test_a_way_between_clocks_that_agree_prints_both_its_hours(times: str, line: str) -> None:
    printed = text_of(trip(flight("Paris", "Rome", times))).splitlines()
    assert any(each.startswith(line) for each in printed)


def test_a_night_over_which_the_clocks_change_prints_what_they_show() -> None:
    vigil = trip(meeting("Vigil", "2025-03-30T01:00/2025-03-30T04:00"))
    assert "01:00–04:00  20:00 [-1]  Vigil" in text_of(vigil).splitlines()
    assert "    bilateral · 2 h" in text_of(vigil).splitlines()
    drive = trip(motorcade("Élysée", "Orly", "2025-03-30T01:00/2025-03-30T04:00"))
    text = words_of(text_of(drive))
    assert "Motorcade from Élysée to Orly 2 h" in text
    assert "time change" not in text


def test_a_movement_that_only_arrives_is_an_arrival() -> None:
    text = text_of(trip(flight("Orly", "Northolt", "-14:40")))
    assert "14:40  10:40   Arrival at Northolt from Orly" in text.splitlines()


def test_an_arrival_on_another_day_is_cancelled_with_its_departure() -> None:
    text = text_of(with_fields(Movement, "montreal-paris", status=Status.CANCELLED))
    assert text.count("CANCELLED") == 2


def test_a_movement_without_an_hour_is_on_no_meetings_own_agenda() -> None:
    way = replace(sample().all(Movement)["paris-london"], id="other", depart=None, arrive=None)
    itinerary = with_records(way)
    assert "Not placed yet" in text_of(itinerary)
    assert "Not placed yet" not in text_of(itinerary, AUDIENCE)


def test_a_margin_that_leaves_no_room_stands_above() -> None:
    city = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
    home = Place(city, "GB", "Europe/London")
    lines = text_of(with_fields(Trip, TRIP, home=home)).splitlines()
    assert "    Working lunch with President Emmanuel Macron" in lines
