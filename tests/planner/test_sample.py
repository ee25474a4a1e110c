"""The sample trip: its people, hours and places are those of the story, and one thing is wrong.

Clock times that were never published are illustrative; what is tested here is public.
"""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TypeVar

import pytest

from planner.conflicts import Conflict, Surroundings, check
from planner.edits import Change, Edit
from planner.exchange import read_trip_file
from planner.itinerary import Itinerary
from planner.itinerary.entries import end_of
from planner.itinerary.offsets import offsets
from planner.itinerary.titles import offices_on, titles_on
from planner.moments import Moment, minutes_between
from planner.records import (
    FollowUp,
    Meeting,
    Movement,
    Office,
    Outcome,
    Participant,
    Person,
    Record,
    Stop,
    Topic,
    TravelTime,
    Trip,
    Venue,
    Wording,
)
from planner.records.words import (
    Coverage,
    FollowUpState,
    MeetingKind,
    Mode,
    OutcomeState,
    RankClass,
    Role,
    Stance,
    Status,
    TopicState,
    TripCategory,
)
from planner.sample import SAMPLE_NOW, sample_text
from tests.planner.documents.papers import sample
from tests.planner.exchange.files import NOBODY, Atlas

R = TypeVar("R", bound=Record)

MONDAY = date(2025, 3, 17)
AFTERWARDS = Moment.from_text("2025-03-19T09:00[America/Toronto]")

ON_MONDAY = [
    ("transfer-too-short", "error", ("motorcade-to-northolt", "london-iqaluit")),
    ("short-rest", "warning", ("notre-dame-visit", "montreal-paris")),
    ("followup-incomplete", "warning", ("arrange-exchange", "working-lunch")),
    ("agenda-overrun", "warning", ("starmer-meeting",)),
    ("long-day", "warning", ("iqaluit-ottawa", "motorcade-to-northolt")),
    ("offset-shift", "notice", ("paris",)),
    ("offset-shift", "notice", ("london",)),
]
NOT_MARKED_HELD = [
    ("stale-status", "notice", ("starmer-meeting",)),
    (
        "stale-status",
        "notice",
        ("premier-meeting", "rangers", "radar-announcement", "albanese-call"),
    ),
]
OVERDUE = ("followup-incomplete", "warning", ("explore-cooperation", "working-lunch"))


def the(kind: type[R], record_id: str) -> R:
    return sample().all(kind)[record_id]


def conflicts(itinerary: Itinerary, now: Moment) -> list[Conflict]:
    present = datetime.fromtimestamp(now.instant, UTC)
    return [finding.conflict for finding in check(itinerary, Surroundings(present)).findings]


def listed(found: list[Conflict]) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(each.rule, each.severity.word, each.subjects) for each in found]


def changed(*records: Record, without: tuple[Record, ...] = ()) -> Itinerary:
    """Return the sample after an Edit."""
    changes = [Change(sample().find(record.id), record) for record in records]
    gone = [Change(record, None) for record in without]
    return sample().after(Edit("Try it", (*gone, *changes)))


def test_the_file_is_read_without_a_note_and_nothing_of_it_is_left_over() -> None:
    file = read_trip_file(sample_text(), NOBODY, Atlas())
    assert file.notes == ()
    assert {record.id for record in sample().records} == {record.id for record in file.records}


def test_the_clock_stands_just_after_the_audience() -> None:
    assert SAMPLE_NOW.to_text() == "2025-03-17T16:50:00+00:00[Europe/London]"
    ended = end_of(the(Meeting, "audience"))
    assert ended
    assert minutes_between(ended, SAMPLE_NOW) == 5


def test_what_is_over_was_held_and_what_is_to_come_is_confirmed() -> None:
    for entry in sample().entries:
        is_over = entry.end is not None and entry.end.instant <= SAMPLE_NOW.instant
        wanted = Status.HELD if is_over else Status.CONFIRMED
        assert entry.record.status is wanted, entry.id


def test_on_monday_at_16_50_one_thing_is_wrong_and_four_are_to_be_seen_to() -> None:
    assert listed(conflicts(sample(), SAMPLE_NOW)) == ON_MONDAY


def test_on_wednesday_a_follow_up_is_overdue_and_nobody_has_said_what_was_held() -> None:
    found = listed(conflicts(sample(), AFTERWARDS))
    assert found == [*ON_MONDAY[:5], OVERDUE, *ON_MONDAY[5:], *NOT_MARKED_HELD]


def test_the_motorcade_to_northolt_is_ten_minutes_late_for_boarding() -> None:
    error = conflicts(sample(), SAMPLE_NOW)[0]
    assert error.shortfall == 10
    late = the(Movement, "motorcade-to-northolt")
    assert late.depart
    assert late.arrive
    earlier = replace(late, depart=late.depart.plus(-10), arrive=late.arrive.plus(-10))
    assert listed(conflicts(changed(earlier), SAMPLE_NOW)) == ON_MONDAY[1:]


@pytest.mark.parametrize(
    ("stop", "from_home", "usually"), [("paris", 300, 360), ("london", 240, 300), ("iqaluit", 0, 0)]
)
def test_canada_had_changed_its_clocks_and_europe_had_not(
    stop: str, from_home: int, usually: int
) -> None:
    (row,) = (row for row in offsets(sample()) if row.stop.id == stop)
    assert (row.from_home, row.usually_from_home) == (from_home, usually)


def without_the_way_to_london() -> tuple[Movement, ...]:
    ways = (
        "motorcade-to-orly",
        "paris-london",
        "motorcade-from-northolt",
        "motorcade-to-buckingham",
    )
    return tuple(the(Movement, way) for way in ways)


@pytest.mark.parametrize(
    ("start", "minutes", "overlaps"), [("13:30", 20, False), ("12:45", 30, True)]
)
def test_london_against_a_lunch_in_paris_that_ends_at_two(
    start: str, minutes: int, *, overlaps: bool
) -> None:
    lunch = replace(
        the(Meeting, "working-lunch"), start=Moment.from_text("2025-03-17T12:30[Europe/Paris]")
    )
    audience = replace(
        the(Meeting, "audience"),
        start=Moment.from_text(f"2025-03-17T{start}[Europe/London]"),
        minutes=minutes,
    )
    london = replace(
        the(Stop, "london"), arrive=Moment.from_text("2025-03-17T12:45[Europe/London]")
    )
    tried = changed(lunch, audience, london, without=without_the_way_to_london())
    between = {
        (each.rule, each.severity.word)
        for each in conflicts(tried, SAMPLE_NOW)
        if {"working-lunch", "audience"} <= set(each.subjects)
    }
    assert (("principal-overlap", "error") in between) is overlaps
    assert overlaps or ("intercity-infeasible", "error") in between


def test_downing_street_over_the_audience_is_an_overlap() -> None:
    audience, starmer = the(Meeting, "audience"), the(Meeting, "starmer-meeting")
    assert audience.start
    found = conflicts(changed(replace(starmer, start=audience.start.plus(15))), SAMPLE_NOW)
    assert ("principal-overlap", "error") in {
        (each.rule, each.severity.word)
        for each in found
        if set(each.subjects) == {"audience", "starmer-meeting"}
    }


def test_the_seventeenth_was_a_monday_and_no_holiday_in_london() -> None:
    assert MONDAY.weekday() == 0
    notes = " ".join(stop.notes for stop in sample().stops)
    assert "17 March is a public holiday in Northern Ireland, not in London" in notes


def test_the_king_is_head_of_state_of_the_united_kingdom_and_of_canada() -> None:
    held = offices_on(sample(), "charles", MONDAY)
    assert {(office.of, office.rank) for _, office in held} == {
        ("GB", RankClass.HEAD_OF_STATE),
        ("CA", RankClass.HEAD_OF_STATE),
    }


@pytest.mark.parametrize(
    ("person", "title", "since"),
    [
        ("carney", "Prime Minister of Canada", "2025-03-14"),
        ("macron", "President of the French Republic", "2017-05-14"),
        ("charles", "King of the United Kingdom", "2022-09-08"),
        ("charles", "King of Canada", "2022-09-08"),
        ("starmer", "Prime Minister of the United Kingdom", "2024-07-05"),
        ("akeeagok", "Premier of Nunavut", "2021-11-19"),
        ("albanese", "Prime Minister of Australia", "2022-05-23"),
    ],
)
def test_everybody_holds_their_office_since_its_first_day(
    person: str, title: str, since: str
) -> None:
    known = the(Person, person)
    day = date.fromisoformat(since)
    assert title in titles_on(sample(), known, day)
    assert title not in titles_on(sample(), known, date.fromordinal(day.toordinal() - 1))
    assert title in titles_on(sample(), known, MONDAY)


def test_only_the_six_are_named_and_each_has_a_source() -> None:
    people = sample().all(Person)
    assert set(people) == {"carney", "macron", "charles", "starmer", "akeeagok", "albanese"}
    for person in people.values():
        assert person.source
    for participant in sample().all(Participant).values():
        is_named = participant.role is Role.COUNTERPART and participant.person is not None
        assert is_named != bool(participant.words), participant.id


def test_titles_have_their_french_wording() -> None:
    french = {
        each.record: each.text
        for each in sample().all(Wording).values()
        if each.field == "title" and each.language == "fr"
    }
    assert french["president-of-france"] == "président de la République française"
    assert french["king-of-the-united-kingdom"] == "roi du Royaume-Uni"
    assert french["prime-minister-of-the-united-kingdom"] == "premier ministre du Royaume-Uni"
    assert set(sample().all(Office)) <= set(french)


def test_it_is_a_working_visit_from_montreal_with_its_home_in_ottawa() -> None:
    trip = the(Trip, "paris-london-iqaluit-2025")
    assert trip.category is TripCategory.WORKING
    assert (trip.home.city, trip.home.zone) == ("Ottawa", "America/Toronto")
    assert trip.starts_from
    assert trip.starts_from.city == "Montréal"
    assert "illustrative" in trip.notes


@pytest.mark.parametrize(
    ("movement", "depart", "arrive", "minutes"),
    [
        ("montreal-paris", "2025-03-16T20:40", "2025-03-17T08:40", 420),
        ("motorcade-to-orly", "2025-03-17T13:40", "2025-03-17T14:10", 30),
        ("paris-london", "2025-03-17T14:30", "2025-03-17T14:40", 70),
        ("london-iqaluit", "2025-03-18T09:00", "2025-03-18T10:10", 310),
        ("iqaluit-ottawa", "2025-03-18T20:30", "2025-03-18T23:30", 180),
    ],
)
def test_departure_and_time_on_the_way_make_the_arrival(
    movement: str, depart: str, arrive: str, minutes: int
) -> None:
    way = the(Movement, movement)
    assert way.depart
    assert way.arrive
    assert way.depart.wall == datetime.fromisoformat(depart)
    assert way.arrive.wall == datetime.fromisoformat(arrive)
    assert minutes_between(way.depart, way.arrive) == minutes


def test_flights_are_by_government_aircraft_with_a_quarter_of_an_hour_to_board() -> None:
    flights = [each for each in sample().movements if each.mode is not Mode.MOTORCADE]
    assert [each.mode for each in flights] == [Mode.GOVERNMENT_AIRCRAFT] * 4
    assert [each.boarding_minutes for each in flights] == [15] * 4


def test_every_motorcade_takes_the_minutes_that_were_typed_for_its_way() -> None:
    typed = {
        (each.origin, each.destination): each.minutes for each in sample().all(TravelTime).values()
    }
    motorcades = [each for each in sample().movements if each.mode is Mode.MOTORCADE]
    assert motorcades
    for each in motorcades:
        assert each.depart
        assert each.arrive
        assert each.origin_venue
        assert each.destination_venue
        way = (each.origin_venue, each.destination_venue)
        assert minutes_between(each.depart, each.arrive) == typed[way], each.id


def test_every_venue_has_coordinates() -> None:
    for venue in sample().all(Venue).values():
        assert venue.place.latitude is not None, venue.name
        assert venue.place.longitude is not None, venue.name


@pytest.mark.parametrize(
    ("meeting", "kind", "start", "end", "coverage"),
    [
        ("notre-dame-visit", MeetingKind.SITE_VISIT, "09:45", "10:15", Coverage.POOLED),
        ("paris-statements", MeetingKind.STATEMENTS, "11:30", "11:50", Coverage.OPEN),
        ("working-lunch", MeetingKind.WORKING_MEAL, "12:00", "13:30", Coverage.CLOSED),
        ("audience", MeetingKind.AUDIENCE, "16:15", "16:45", Coverage.OFFICIAL_PHOTOGRAPHER),
        ("starmer-meeting", MeetingKind.BILATERAL, "18:00", "19:00", Coverage.POOLED_PHOTO),
        ("radar-announcement", MeetingKind.STATEMENTS, "15:00", "15:30", Coverage.OPEN),
    ],
)
def test_the_meetings_are_where_the_story_has_them(
    meeting: str, kind: MeetingKind, start: str, end: str, coverage: Coverage
) -> None:
    known = the(Meeting, meeting)
    ended = end_of(known)
    assert known.start
    assert ended
    assert (known.kind, known.coverage) == (kind, coverage)
    assert (known.start.clock, ended.clock) == (start, end)


def test_paris_is_a_day_stop_and_london_has_a_night() -> None:
    assert [lodging.stop for lodging in sample().lodgings] == ["london"]


def test_the_call_to_canberra_is_on_wednesday_morning_there() -> None:
    call = the(Meeting, "albanese-call")
    assert call.start
    assert call.start.to_text() == "2025-03-18T18:00:00-04:00[America/Iqaluit]"
    there = call.start.to("Australia/Sydney")
    assert there.wall == datetime.fromisoformat("2025-03-19T09:00")


def test_what_was_held_was_discussed_and_downing_street_wants_75_minutes_of_60() -> None:
    assert {topic.state for topic in sample().topics_of("working-lunch")} == {TopicState.DISCUSSED}
    raised = [
        topic for topic in sample().topics_of("starmer-meeting") if topic.stance is Stance.WE_RAISE
    ]
    assert len(raised) == 4
    assert sum(topic.minutes or 0 for topic in raised) == 75
    assert the(Meeting, "starmer-meeting").minutes == 60


@pytest.mark.parametrize(
    ("meeting", "titles"),
    [
        (
            "working-lunch",
            {"United States tariffs", "Five Eyes", "The defence-spending target of NATO"},
        ),
        ("starmer-meeting", {"United States tariffs", "Five Eyes"}),
    ],
)
def test_some_topics_are_for_when_they_are_raised(meeting: str, titles: set[str]) -> None:
    waiting = [topic for topic in sample().topics_of(meeting) if topic.stance is Stance.IF_RAISED]
    assert {topic.title for topic in waiting} == titles
    assert all(topic.minutes is None for topic in waiting)


def test_paris_has_its_outcomes_and_london_expects_its_own() -> None:
    paris = [outcome.state for outcome in sample().outcomes_of("working-lunch")]
    assert paris == [OutcomeState.ANNOUNCED, *[OutcomeState.AGREED] * 3]
    assert [each.state for each in sample().outcomes_of("starmer-meeting")] == [
        OutcomeState.EXPECTED
    ] * 3
    (whole,) = sample().outcomes_of(None)
    assert whole.state is OutcomeState.EXPECTED


def test_one_follow_up_has_no_date_one_is_complete_and_one_is_due_on_tuesday() -> None:
    found = {each.id: (each.due, each.state) for each in sample().all(FollowUp).values()}
    assert found == {
        "arrange-exchange": (None, FollowUpState.OPEN),
        "inform-services": (MONDAY, FollowUpState.COMPLETE),
        "explore-cooperation": (date(2025, 3, 18), FollowUpState.OPEN),
    }
    assert all(each.owner for each in sample().all(FollowUp).values())


def test_every_topic_has_a_theme_and_every_outcome_its_parties() -> None:
    assert all(topic.theme for topic in sample().all(Topic).values())
    assert all(outcome.parties for outcome in sample().all(Outcome).values())
