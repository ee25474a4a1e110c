"""What lists of records show, in which order, and what belongs to whom."""

from dataclasses import replace
from datetime import date

import pytest

from planner.forms.rolls import PLURALS, Roll, roll_of, roll_of_shared, stay_words
from planner.itinerary import Itinerary
from planner.records import (
    FollowUp,
    Lodging,
    Note,
    Office,
    Outcome,
    Participant,
    Person,
    Record,
    Stop,
    Task,
    Tenure,
    TravelTime,
    Unavailability,
    Venue,
)
from planner.records.words import (
    FollowUpState,
    Mode,
    OfficeOf,
    OutcomeKind,
    Qualifier,
    RankClass,
    Response,
    Role,
    Side,
    TaskKind,
    TravelSource,
)
from planner.store import Directory
from tests.planner.building import stop
from tests.planner.forms.filling import at, outside, with_more
from tests.planner.journeys import JOURNEY, PEOPLE, TRIP, in_london, in_paris, journey

SHARED = ("person", "office", "tenure", "venue", "travel_time", "unavailability")
OF_THE_TRIP = Outcome(id="of-the-trip", trip="trip", kind=OutcomeKind.COMMITMENT, text="Meet again")
FOLLOW_UPS = (
    FollowUp(id="by-outcome", trip="trip", outcome="partnership", text="Draft the pact"),
    FollowUp(
        id="due",
        trip="trip",
        meeting="starmer-meeting",
        text="Write to London",
        owner="GAC",
        due=date(2025, 4, 30),
        state=FollowUpState.IN_PROGRESS,
    ),
    FollowUp(id="of-the-trip-too", trip="trip", outcome="of-the-trip", text="Find a date"),
    FollowUp(id="whole", trip="trip", text="Thank everybody", due=date(2025, 3, 20)),
)


def with_these(*records: Record) -> Itinerary:
    held = {record.id: record for record in (*JOURNEY, *records)}
    return Itinerary.of(held.values())


def shown(roll: Roll) -> list[tuple[str, str]]:
    return [(row.text, row.detail) for row in roll.rows]


def ids(roll: Roll) -> list[str]:
    return [row.record.id for row in roll.rows]


@pytest.mark.parametrize(
    ("kind", "owner", "title"),
    [
        ("topic", "lunch", "Topics · Working lunch"),
        ("outcome", "", "Outcomes · Paris and London"),
        ("follow_up", "partnership", "Follow-ups · A security partnership"),
        ("participant", "crossing", "Participants"),
        ("stop", "", "Stops and nights · Paris and London"),
    ],
)
def test_a_list_says_what_it_is_and_whose(kind: str, owner: str, title: str) -> None:
    roll = roll_of(kind, journey(), owner)
    assert (roll.kind, roll.owner, roll.title) == (kind, owner, title)


@pytest.mark.parametrize(
    ("kind", "owner", "title"),
    [
        ("person", "", "People"),
        ("tenure", "macron", "Offices held · Emmanuel Macron"),
        ("unavailability", "carney", "Unavailabilities · Mark Carney"),
        ("unavailability", "", "Unavailabilities"),
    ],
)
def test_a_list_of_what_trips_share_says_what_it_is_and_whose(
    kind: str, owner: str, title: str
) -> None:
    assert roll_of_shared(kind, at("lunch"), owner).title == title


def test_topics_are_in_the_order_that_somebody_chose_with_their_minutes() -> None:
    assert shown(roll_of("topic", journey(), "starmer-meeting")) == [
        ("Trade", "we raise · 20 min · proposed"),
        ("Cyber threats", "we raise · 55 min · proposed"),
        ("Tariffs", "if raised · proposed"),
    ]


def test_outcomes_are_those_of_the_meeting_or_all_with_what_each_is_of() -> None:
    itinerary = with_these(OF_THE_TRIP)
    assert shown(roll_of("outcome", itinerary, "lunch")) == [
        ("A security partnership", "partnership · announced")
    ]
    assert shown(roll_of("outcome", itinerary)) == [
        ("Meet again", "the trip as a whole · commitment · expected"),
        ("A security partnership", "Working lunch · partnership · announced"),
    ]
    assert shown(roll_of("outcome", itinerary, "starmer-meeting")) == []


def test_participants_are_named_or_described_in_their_order() -> None:
    others = (
        Participant(
            id="tbc",
            meeting="lunch",
            position=2,
            words="1 official, TBC",
            side=Side.THEIRS,
            role=Role.NOTETAKER,
        ),
        Participant(
            id="ours",
            meeting="lunch",
            position=1,
            person="carney",
            side=Side.OURS,
            role=Role.PRINCIPAL,
            response=Response.ACCEPTED,
        ),
    )
    assert shown(roll_of("participant", with_these(*others), "lunch")) == [
        ("Emmanuel Macron", "theirs · counterpart"),
        ("Mark Carney", "ours · principal · accepted"),
        ("1 official, TBC", "theirs · notetaker"),
    ]


def test_participants_of_a_movement_are_those_on_the_way() -> None:
    on_the_way = Participant(
        id="way", movement="crossing", person="carney", side=Side.OURS, role=Role.PRINCIPAL
    )
    assert ids(roll_of("participant", with_these(on_the_way), "crossing")) == ["way"]


@pytest.mark.parametrize(
    ("owner", "expected"),
    [
        ("", ["whole", "due", "by-outcome", "exchange", "of-the-trip-too"]),
        ("lunch", ["by-outcome", "exchange"]),
        ("partnership", ["by-outcome", "exchange"]),
        ("starmer-meeting", ["due"]),
        ("of-the-trip", ["of-the-trip-too"]),
        ("ceremony", []),
    ],
)
def test_follow_ups_are_those_of_a_meeting_its_outcomes_or_one_outcome(
    owner: str, expected: list[str]
) -> None:
    itinerary = with_these(OF_THE_TRIP, *FOLLOW_UPS)
    assert ids(roll_of("follow_up", itinerary, owner)) == expected


def test_follow_ups_say_whose_they_are_and_when_they_are_due() -> None:
    itinerary = with_these(*FOLLOW_UPS)
    assert shown(roll_of("follow_up", itinerary, "lunch")) == [
        ("Draft the pact", "no due date · open"),
        ("Faster exchange of intelligence", "Privy Council Office · no due date · open"),
    ]
    assert shown(roll_of("follow_up", itinerary, "starmer-meeting")) == [
        ("Write to London", "GAC · due Wed 30 Apr · in progress")
    ]


TASKS = (
    Task(id="late", trip="trip", what="Thank-you letter", due=date(2025, 3, 25)),
    Task(
        id="early", trip="trip", meeting="lunch", what="Brief", due=date(2025, 3, 10), owner="GAC"
    ),
    Task(id="minus", trip="trip", meeting="lunch", what="Gift", kind=TaskKind.GIFT, days_before=5),
    Task(id="none", trip="trip", what="Clearances"),
)


@pytest.mark.parametrize(
    ("owner", "expected"),
    [("", ["early", "late", "none", "minus"]), ("lunch", ["early", "minus"]), ("ceremony", [])],
)
def test_tasks_are_by_their_due_date_then_by_what_they_are(owner: str, expected: list[str]) -> None:
    assert ids(roll_of("task", with_these(*TASKS), owner)) == expected


def test_tasks_say_what_kind_they_are_and_when_they_are_due() -> None:
    assert shown(roll_of("task", with_these(*TASKS), "lunch")) == [
        ("Brief", "other · GAC · due Mon 10 Mar · open"),
        ("Gift", "gift · T−5 · open"),
    ]


NOTES = (
    Note(id="second", trip="trip", when=in_london("09:00"), words="Yes", with_whom="No 10"),
    Note(id="first", trip="trip", meeting="lunch", when=in_paris("09:30"), words="Perhaps"),
)


def test_the_log_is_by_the_hour_wherever_that_was() -> None:
    assert shown(roll_of("note", with_these(*NOTES))) == [
        ("Perhaps", "Mon 17 Mar 09:30"),
        ("Yes", "No 10 · Mon 17 Mar 09:00"),
    ]
    assert ids(roll_of("note", with_these(*NOTES), "lunch")) == ["first"]


def test_stops_are_in_the_order_of_the_journey_each_with_its_nights() -> None:
    hotel = Lodging(id="hotel", trip="trip", stop="paris", name="Hôtel de Marigny")
    roll = roll_of("stop", with_these(hotel))
    assert [(row.text, row.detail, row.indent) for row in roll.rows] == [
        ("Paris", "17 March 2025", 0),
        ("☾ Hôtel de Marigny", "night", 2),
        ("London", "17–18 March 2025", 0),
        ("☾ The residence", "night", 2),
    ]


@pytest.mark.parametrize(
    ("stay", "words"),
    [
        (stop("London"), "no dates yet"),
        (stop("London", "08:40-14:30"), "17 March 2025"),
        (stop("London", "2025-03-17T08:40/2025-04-02T14:30"), "17 March – 2 April 2025"),
        (stop("London", "", "17"), "17 March 2025"),
        (stop("London", "", "17/19"), "17–19 March 2025"),
        (stop("London", "", "19/17"), "19 March 2025"),
    ],
)
def test_the_days_of_a_stop_are_said_as_far_as_they_are_known(stay: Stop, words: str) -> None:
    assert stay_words(stay) == words


def test_people_are_by_name_with_the_title_of_the_day() -> None:
    assert shown(roll_of_shared("person", with_more(Person(id="a", name="angela Example")))) == [
        ("angela Example", ""),
        ("Emmanuel Macron", "President of the French Republic"),
        ("Mark Carney", ""),
        ("Sir Keir Starmer", ""),
    ]


def test_offices_are_by_title_with_their_body_and_rank() -> None:
    offices = (
        Office(id="nato", title="secretary General", of_kind=OfficeOf.ORGANISATION, of="NATO"),
        Office(
            id="pm",
            title="Prime Minister",
            of_kind=OfficeOf.STATE,
            of="CA",
            rank=RankClass.HEAD_OF_GOVERNMENT,
        ),
    )
    assert shown(roll_of_shared("office", with_more(*offices))) == [
        ("President of the French Republic", "France · head of state"),
        ("Prime Minister", "Canada · head of government"),
        ("secretary General", "NATO · other"),
    ]


def test_the_offices_of_a_person_are_theirs_alone() -> None:
    term = Tenure(
        id="term",
        person="macron",
        office="president",
        since=date(2017, 5, 14),
        until=date(2022, 5, 13),
        qualifier=Qualifier.ACTING,
    )
    unknown = Tenure(id="unknown", person="macron", office="of-nobody")
    reference = with_more(term, unknown, Tenure(id="other", person="carney", office="president"))
    assert shown(roll_of_shared("tenure", reference, "macron")) == [
        ("President of the French Republic", ""),
        ("President of the French Republic", "since 2017 · until 2022 · acting"),
    ]
    assert ids(roll_of_shared("tenure", reference, "carney")) == ["other"]


def test_venues_are_by_city_then_by_name() -> None:
    ottawa = Venue(id="hall", name="Rideau Hall", place=TRIP.home)
    assert shown(roll_of_shared("venue", with_more(ottawa))) == [
        ("10 Downing Street", "London · other"),
        ("RAF Northolt", "London · other"),
        ("Montréal–Trudeau", "Montréal · other"),
        ("Rideau Hall", "Ottawa · other"),
        ("Orly", "Paris · other"),
        ("Élysée Palace", "Paris · other"),
    ]


def test_travel_times_go_from_one_venue_to_another() -> None:
    ways = (
        TravelTime(id="1", origin="orly", destination="elysee", minutes=35),
        TravelTime(
            id="2",
            origin="gone",
            destination="orly",
            minutes=75,
            mode=Mode.RAIL,
            source=TravelSource.ESTIMATE,
        ),
    )
    assert shown(roll_of_shared("travel_time", with_more(*ways))) == [
        ("Orly → Élysée Palace", "35 min · motorcade · host"),
        ("? → Orly", "1 h 15 · rail · estimate"),
    ]


def test_unavailabilities_are_of_one_person_or_of_everybody() -> None:
    away = (
        Unavailability(
            id="1",
            person="carney",
            start=in_paris("09:00"),
            end=in_paris("11:00"),
            reason="Cabinet",
        ),
        Unavailability(id="2", person="macron", start=in_paris("12:00"), end=in_paris("13:00")),
        Unavailability(id="3", person="gone", start=in_paris("12:00"), end=in_paris("13:00")),
    )
    assert shown(roll_of_shared("unavailability", with_more(*away))) == [
        ("Mark Carney: Cabinet", "Mon 17 Mar 09:00–11:00 CET"),
        ("Emmanuel Macron: unavailable", "Mon 17 Mar 12:00–13:00 CET"),
    ]
    assert ids(roll_of_shared("unavailability", with_more(*away), "macron")) == ["2"]


@pytest.mark.parametrize(
    ("kind", "is_ordered"),
    [
        ("topic", True),
        ("outcome", True),
        ("participant", True),
        ("stop", True),
        ("follow_up", False),
        ("task", False),
        ("note", False),
    ],
)
def test_only_what_people_put_in_order_can_be_moved(kind: str, is_ordered: bool) -> None:
    assert roll_of(kind, journey(), "lunch" if kind != "stop" else "").is_ordered is is_ordered


def test_nothing_that_trips_share_has_an_order_of_its_own() -> None:
    assert not any(roll_of_shared(kind, at("lunch")).is_ordered for kind in SHARED)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", ["Trade", "Cyber threats", "Tariffs"]),
        ("tar", ["Tariffs"]),
        ("t", ["Trade", "Tariffs", "Cyber threats"]),
        ("threats cyber", ["Cyber threats"]),
        ("if raised", ["Tariffs"]),
        ("tarifs", ["Tariffs"]),
        ("steel", []),
    ],
)
def test_a_list_is_searched_by_a_few_letters(typed: str, found: list[str]) -> None:
    roll = roll_of("topic", journey(), "starmer-meeting")
    assert [row.text for row in roll.found(typed)] == found


@pytest.mark.parametrize("kind", sorted(PLURALS.keys() - SHARED))
def test_a_trip_without_anything_has_nothing_to_list(kind: str) -> None:
    assert roll_of(kind, Itinerary.of([TRIP, *PEOPLE])).rows == ()


@pytest.mark.parametrize("kind", SHARED)
def test_where_nothing_is_kept_there_is_nothing_to_list(kind: str) -> None:
    assert roll_of_shared(kind, replace(outside(), directory=Directory())).rows == ()
