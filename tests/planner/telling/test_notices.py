"""Whom to tell, and what is written to them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from planner.conflicts import Surroundings
from planner.itinerary import Itinerary
from planner.moments import Moment
from planner.records import Person, Record, Venue
from planner.records.words import (
    Mode,
    RankClass,
    Response,
    Role,
    Side,
    Status,
    TripStatus,
    Visibility,
)
from planner.telling import Notice, notices
from planner.telling.addressees import NOT_NAMED
from tests.planner.building import (
    NOW,
    VENUES,
    as_of,
    at,
    found,
    meeting,
    motorcade,
    movement,
    of_ours,
    sits_in,
    trip,
)
from tests.planner.conflicts.examples.acceptance import holds

TALKS = meeting(
    "Bilateral",
    "14:15-14:45",
    venue="Élysée",
    accepted_start=at("14:00", "Paris"),
    accepted_minutes=30,
    accepted_venue="Matignon",
)
MACRON = sits_in("Emmanuel Macron", TALKS, response=Response.ACCEPTED)
BEFORE = "Monday 17 March 2025, 14:00–14:30 Paris time, 30 min, at Matignon"
PRESENT = "Monday 17 March 2025, 14:15–14:45 Paris time, 30 min, at Élysée"
THERE = movement(Mode.MOTORCADE, "Orly", "Élysée", "13:30-13:50", carrier="Garde républicaine")


def told(*parts: Record | Sequence[Record]) -> tuple[Notice, ...]:
    """Return whom to tell in a trip."""
    return notices(held(*parts), present(NOW))


def held(*parts: Record | Sequence[Record]) -> Itinerary:
    """Return a trip that knows where the meeting was to be."""
    return trip(VENUES["Matignon"], *parts)


def present(text: str) -> datetime:
    """Return a moment as a clock gives it."""
    return datetime.fromtimestamp(Moment.from_text(text).instant, UTC)


def names(found_notices: tuple[Notice, ...]) -> list[str]:
    """Return who is told, with what they are there for."""
    return [f"{each.to.name}: {each.to.described}" for each in found_notices if each.to]


def test_the_message_says_for_whom_what_was_and_what_is_in_four_lines() -> None:
    office = holds("Emmanuel Macron", "President of the French Republic")
    (notice,) = told(TALKS, MACRON, office)
    assert (notice.meeting, notice.old, notice.new) == (TALKS, BEFORE, PRESENT)
    assert notice.text.splitlines() == [
        "For the attention of Emmanuel Macron, President of the French Republic:",
        "We regret that “Bilateral”, in the programme of Jeanne Roy, has had to be changed.",
        f"Before: {BEFORE}.",
        f"Now: {PRESENT}. We should be grateful if you would confirm that this suits you.",
    ]


def test_whose_programme_it_is_is_said_with_the_title_on_the_day() -> None:
    office = holds("Jeanne Roy", "Prime Minister of Canada", rank=RankClass.HEAD_OF_GOVERNMENT)
    (notice,) = told(TALKS, MACRON, office)
    assert "in the programme of Jeanne Roy, Prime Minister of Canada, has had" in notice.text


def test_a_form_of_address_that_is_on_record_begins_the_message() -> None:
    known = Person(
        id="Emmanuel Macron",
        name="Emmanuel Macron",
        written_address="Monsieur le Président,",
        private_secretary="Anne Petit",
        phone="+33 1 42 92 81 00",
        email="cab@example.org",
    )
    (notice,) = told(TALKS, known, MACRON)
    assert notice.text.splitlines()[0] == "Monsieur le Président,"
    assert notice.to
    assert notice.to.reach == (
        "private secretary Anne Petit",
        "phone +33 1 42 92 81 00",
        "e-mail cab@example.org",
    )


@pytest.mark.parametrize(
    ("accepted", "old", "new"),
    [
        ({"accepted_start": at("14:00", "Paris")}, "Monday 17 March 2025, 14:00 Paris time", ""),
        ({"accepted_minutes": 60}, "1 h", ""),
        ({"accepted_venue": "Matignon"}, "at Matignon", ""),
        ({"accepted_venue": "gone"}, "at another venue", ""),
        (
            {"accepted_start": at("13:00", "London"), "accepted_minutes": 30},
            "Monday 17 March 2025, 13:00–13:30 London time, 30 min",
            "",
        ),
        (
            {"accepted_start": at("23:50", "Paris"), "accepted_minutes": 30},
            "Monday 17 March 2025, 23:50–Tue 18 Mar 00:20 Paris time, 30 min",
            "",
        ),
        (
            {"accepted_start": Moment.from_text("2025-03-17T13:00[UTC]")},
            "Monday 17 March 2025, 13:00 UTC",
            "",
        ),
        (
            {"accepted_start": Moment(datetime(9999, 12, 31, 23, 59), "UTC")}  # noqa: DTZ001 - a wall time
            | {"accepted_minutes": 30},
            "Friday 31 December 9999, 23:59 UTC, 30 min",
            "",
        ),
        (
            {"accepted_start": at("14:00", "Paris"), "minutes": None, "venue": None},
            "Monday 17 March 2025, 14:00 Paris time",
            "Monday 17 March 2025, 14:15 Paris time",
        ),
    ],
)
def test_only_what_is_on_record_is_said_each_hour_on_the_clocks_of_its_place(
    accepted: dict[str, object], old: str, new: str
) -> None:
    made = meeting("Bilateral", "14:15-14:45", **({"venue": "Élysée"} | accepted))
    (notice,) = told(made, MACRON)
    assert (notice.old, notice.new) == (old, new or PRESENT)


def test_a_meeting_in_another_city_has_the_hours_of_both() -> None:
    moved = replace(TALKS, stop="London", venue="10 Downing Street", start=at("16:00", "London"))
    (notice,) = told(moved, [VENUES["10 Downing Street"], *MACRON])
    assert notice.old == BEFORE
    assert notice.new == (
        "Monday 17 March 2025, 16:00–16:30 London time, 30 min, at 10 Downing Street"
    )


def test_a_room_is_said_with_the_palace_that_it_is_in() -> None:
    room = Venue(id="salon", name="Salon Murat", place=VENUES["Élysée"].place, parent="Élysée")
    (notice,) = told(replace(TALKS, venue="salon"), [room, VENUES["Élysée"], *MACRON])
    assert notice.new.endswith("at Salon Murat, Élysée")


def test_the_people_come_first_then_the_site_then_who_drives() -> None:
    where = replace(VENUES["Élysée"], contact="Intendance")
    made = replace(TALKS, site_lead="Paul Tremblay", host_contact="M. Durand")
    interpreter = of_ours("Anna Weiss", TALKS, role=Role.INTERPRETER)
    asked = sits_in("François Bayrou", TALKS, response=Response.TENTATIVE)
    way = replace(THERE, met_by="Chef du protocole")
    assert names(told(made, where, [*asked, *interpreter, *MACRON], way)) == [
        "Emmanuel Macron: counterpart",
        "François Bayrou: counterpart (tentative)",
        "Anna Weiss: interpreter",
        "Paul Tremblay: site lead",
        "M. Durand: host contact",
        "Intendance: contact at Élysée",
        "Garde républicaine: drives motorcade Orly–Élysée, 13:50",
        "Chef du protocole: meets motorcade Orly–Élysée, 13:50",
    ]


def test_who_declined_is_left_out_and_who_is_not_named_is_not_greeted_by_a_name() -> None:
    declined = sits_in("Élisabeth Borne", TALKS, response=Response.DECLINED)
    (notice,) = told(TALKS, [*sits_in("", TALKS), *declined])
    assert notice.to
    assert notice.to.name == NOT_NAMED
    assert notice.text.startswith("To whom it may concern:\n")


def test_a_name_that_stands_twice_at_the_site_is_told_once() -> None:
    made = replace(TALKS, site_lead="M. Durand", host_contact="m. durand ")
    assert names(told(made)) == ["M. Durand: site lead"]


def test_the_contact_of_a_palace_is_told_of_its_rooms_and_that_of_the_venue_before_too() -> None:
    palace = replace(VENUES["Élysée"], contact="Intendance", parent="salon")
    room = Venue(id="salon", name="Salon Murat", place=palace.place, parent="Élysée")
    before = replace(VENUES["Matignon"], contact="Huissier", parent="Matignon")
    assert names(told(replace(TALKS, venue="salon"), [room, palace], before)) == [
        "Intendance: contact at Élysée",
        "Huissier: contact at Matignon",
    ]


def test_venues_that_lie_in_one_another_without_a_contact_are_no_trouble() -> None:
    ring = [
        replace(VENUES["Élysée"], parent="Matignon"),
        replace(VENUES["Matignon"], parent="Élysée"),
    ]
    (notice,) = told(replace(TALKS, accepted_venue="Orly"), [*ring, VENUES["Orly"]])
    assert notice.to is None


@pytest.mark.parametrize(
    ("way", "who"),
    [
        (THERE, ["Garde républicaine: drives motorcade Orly–Élysée, 13:50"]),
        (replace(THERE, carrier="  "), []),
        (replace(THERE, arrive=None), ["Garde républicaine: drives motorcade Orly–Élysée, 13:30"]),
        (replace(THERE, depart=None, arrive=None), []),
        (replace(THERE, status=Status.CANCELLED), []),
        (replace(THERE, mode=Mode.GOVERNMENT_AIRCRAFT), []),
        (motorcade("Orly", "Élysée", "10:30-10:59", carrier="Garde"), []),
        (motorcade("Orly", "Buckingham Palace", "13:30-13:50", carrier="Garde"), []),
        (
            motorcade("Matignon", "Orly", "15:00-15:20", carrier="Garde", seen_off_by="Huissier"),
            [
                "Garde: drives motorcade Matignon–Orly, 15:00",
                "Huissier: sees off motorcade Matignon–Orly, 15:00",
            ],
        ),
        (
            motorcade("Élysée", "Orly", "17:45-18:00", carrier="Garde"),
            ["Garde: drives motorcade Élysée–Orly, 17:45"],
        ),
        (motorcade("Élysée", "Orly", "17:46-18:00", carrier="Garde"), []),
    ],
)
def test_who_drives_there_or_away_around_the_old_hour_or_the_new_is_told(
    way: Record, who: list[str]
) -> None:
    assert names(told(TALKS, way, VENUES["Élysée"])) == who


def test_who_drives_is_not_told_what_the_meeting_is_nor_the_site_of_a_restricted_one() -> None:
    secret = replace(TALKS, visibility=Visibility.RESTRICTED, host_contact="M. Durand")
    for notice in told(secret, MACRON, THERE):
        assert notice.to
        is_known = notice.to.name == "Emmanuel Macron"
        assert ("Bilateral" in notice.text) is is_known
        assert ("Jeanne Roy" in notice.text) is is_known
    (driver,) = told(TALKS, THERE)
    assert driver.text.splitlines()[:2] == [
        "For the attention of Garde républicaine, Motorcade Orly–Élysée, 13:50:",
        "We regret that the appointment that this drive is for has had to be changed.",
    ]


def test_a_meeting_that_nobody_is_on_record_for_is_listed_all_the_same() -> None:
    (notice,) = told(TALKS)
    assert (notice.to, notice.old, notice.text) == (None, BEFORE, "")


@pytest.mark.parametrize(
    ("changed", "now", "count"),
    [
        ({}, NOW, 1),
        ({"status": Status.TENTATIVE}, NOW, 0),
        ({"status": Status.HELD}, NOW, 0),
        ({"informational": True}, NOW, 0),
        ({"start": at("14:00", "Paris"), "venue": "Matignon"}, NOW, 0),
        ({}, "2025-03-17T14:14[Europe/Paris]", 1),
        ({}, "2025-03-17T14:15[Europe/Paris]", 0),
    ],
)
def test_it_lists_the_meetings_that_the_rule_reports(
    changed: dict[str, object], now: str, count: int
) -> None:
    itinerary = held(replace(TALKS, **changed), MACRON)  # type: ignore[arg-type] # by name
    around: Surroundings = as_of(now)
    assert len(notices(itinerary, around.now)) == count
    assert len(found("changed-since-accepted", itinerary, around)) == count


def test_of_a_trip_that_is_cancelled_nothing_is_said() -> None:
    cancelled = trip(TALKS, MACRON, status=TripStatus.CANCELLED)
    assert not notices(cancelled, present(NOW))


def test_meetings_stand_in_the_order_of_the_programme() -> None:
    early = replace(TALKS, id="Early", title="Early", start=at("09:00", "Paris"))
    both = [*sits_in("A", TALKS, side=Side.THIRD), *sits_in("B", early)]
    assert [each.meeting.title for each in told(TALKS, early, both)] == ["Early", "Bilateral"]


def test_what_people_typed_cannot_break_the_lines_of_a_message() -> None:
    odd = replace(TALKS, title="Talks\n\x1b[31m “bold”\ud800")
    (notice,) = told(odd, MACRON)
    assert len(notice.text.splitlines()) == 4
    assert "“Talks ␛[31m “bold”�”" in notice.text
    notice.text.encode()


def test_a_principal_who_is_not_on_record_is_not_named() -> None:
    itinerary = held(TALKS, MACRON)
    known = (each for each in itinerary.records if each.id != "Jeanne Roy")
    (notice,) = notices(Itinerary.of(known), present(NOW))
    assert "We regret that “Bilateral” has had to be changed." in notice.text
