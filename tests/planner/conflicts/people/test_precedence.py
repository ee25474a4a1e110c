from dataclasses import replace

import pytest

from planner.conflicts import Conflict, Severity
from planner.itinerary import Itinerary
from planner.records import Meeting, Record
from planner.records.words import (
    MeetingKind,
    OfficeOf,
    Qualifier,
    RankClass,
    Response,
    Role,
    Side,
    Status,
    TripCategory,
)
from tests.planner.building import at, found, meeting, sits_in, trip
from tests.planner.conflicts.examples.acceptance import holds

STATE = TripCategory.STATE
TALKS = meeting("Talks", "09:00-10:00", venue="Matignon")
AUDIENCE = meeting("Audience", "15:00-16:00", venue="Élysée")
KING = holds("Philippe", "King of the Belgians", rank=RankClass.HEAD_OF_STATE, of="BE")
MINISTER = holds("Bart De Wever", "Prime Minister of Belgium", of="BE")


def visit(*meetings: Meeting, category: TripCategory = STATE) -> Itinerary:
    """Return a visit on which Talks are with the head of government, all else with the King."""
    seats = [
        seat
        for made in meetings
        for seat in sits_in("Bart De Wever" if made.id == "Talks" else "Philippe", made)
    ]
    return trip(*meetings, seats, KING, MINISTER, category=category)


def orders_in(itinerary: Itinerary) -> list[Conflict]:
    return found("precedence-order", itinerary)


def test_on_a_state_visit_the_head_of_state_comes_first() -> None:
    (conflict,) = orders_in(visit(TALKS, AUDIENCE))
    assert conflict.severity is Severity.NOTICE
    assert conflict.message == (
        "Bart De Wever, Prime Minister of Belgium, is met on Mon 17 Mar 09:00 (Talks), before "
        "Philippe, King of the Belgians, on Mon 17 Mar 15:00 (Audience): "
        "on a state visit the head of state comes first."
    )
    assert conflict.subjects == ("Talks", "Audience")
    assert conflict.at == at("09:00", "Paris").instant
    assert conflict.way_out == "put Audience before Talks"


@pytest.mark.parametrize("category", TripCategory)
def test_other_visits_are_left_alone(category: TripCategory) -> None:
    assert len(orders_in(visit(TALKS, AUDIENCE, category=category))) == (category is STATE)


@pytest.mark.parametrize(
    ("meetings", "count"),
    [
        ([TALKS], 0),
        ([AUDIENCE], 0),
        ([meeting("Talks", "15:00-16:00"), AUDIENCE], 0),
        ([meeting("Talks", "14:59-16:00"), AUDIENCE], 1),
        ([meeting("Talks", "15:01-16:00"), AUDIENCE], 0),
        ([TALKS, AUDIENCE, meeting("Welcome", "08:30-08:45")], 0),
        ([TALKS, AUDIENCE, meeting("Banquet", "19:00-21:00")], 1),
        # 15:30 in London is after 15:00 in Paris; 14:30 there is 15:30 in Paris.
        ([meeting("Talks", "14:30-15:30", "London"), AUDIENCE], 0),
        ([meeting("Talks", "13:59-15:30", "London"), AUDIENCE], 1),
        ([replace(TALKS, start=None, minutes=None), AUDIENCE], 0),
        ([TALKS, replace(AUDIENCE, start=None, minutes=None)], 0),
        ([replace(TALKS, informational=True), AUDIENCE], 0),
        ([TALKS, replace(AUDIENCE, informational=True)], 0),
        ([replace(TALKS, kind=MeetingKind.CALL), AUDIENCE], 0),
        ([TALKS, replace(AUDIENCE, kind=MeetingKind.CALL)], 0),
        ([replace(TALKS, choice="a"), replace(AUDIENCE, choice="a")], 0),
        ([replace(TALKS, choice="a"), replace(AUDIENCE, choice="b")], 1),
        ([replace(TALKS, part_of="Audience"), AUDIENCE], 0),
        ([TALKS, replace(AUDIENCE, part_of="Talks")], 0),
        ([replace(TALKS, part_of="Audience"), replace(AUDIENCE, part_of="Talks")], 1),
    ],
)
def test_the_first_meeting_with_either_counts(meetings: list[Meeting], count: int) -> None:
    assert len(orders_in(visit(*meetings))) == count


@pytest.mark.parametrize(
    ("status", "government", "state"),
    [
        (Status.PROPOSED, 1, 1),
        (Status.TENTATIVE, 1, 1),
        (Status.CONFIRMED, 1, 1),
        (Status.HELD, 0, 1),
        (Status.CANCELLED, 0, 0),
        (Status.DECLINED, 0, 0),
        (Status.POSTPONED, 0, 0),
        (Status.SUPERSEDED, 0, 0),
    ],
)
def test_what_fell_away_or_can_no_longer_be_moved_is_left_alone(
    status: Status, government: int, state: int
) -> None:
    assert len(orders_in(visit(replace(TALKS, status=status), AUDIENCE))) == government
    assert len(orders_in(visit(TALKS, replace(AUDIENCE, status=status)))) == state


@pytest.mark.parametrize(
    ("minister", "count"),
    [
        (MINISTER, 1),
        (holds("Bart De Wever", "Prime Minister", of="NL"), 0),
        (holds("Bart De Wever", "Premier", of="BE", of_kind=OfficeOf.PROVINCE), 0),
        (holds("Bart De Wever", "Foreign Minister", of="BE", rank=RankClass.FOREIGN_MINISTER), 0),
        (holds("Bart De Wever", "Prime Minister", "2025-03-18", of="BE"), 0),
        (holds("Bart De Wever", "Prime Minister", "", "2025-03-16", of="BE"), 0),
        (holds("Bart De Wever", "Prime Minister", "", "", Qualifier.ACTING, of="BE"), 1),
        (holds("Bart De Wever", "Prime Minister", "", "", Qualifier.ELECT, of="BE"), 0),
        (holds("Bart De Wever", "Prime Minister", "", "", Qualifier.DESIGNATE, of="BE"), 0),
        (holds("Bart De Wever", "Prime Minister", "", "", Qualifier.FORMER, of="BE"), 0),
        ([], 0),
    ],
)
def test_the_office_on_the_day_and_its_rank_decide(minister: list[Record], count: int) -> None:
    seats = [*sits_in("Bart De Wever", TALKS), *sits_in("Philippe", AUDIENCE)]
    itinerary = trip(TALKS, AUDIENCE, seats, KING, minister, category=STATE)
    assert len(orders_in(itinerary)) == count


@pytest.mark.parametrize(
    ("fields", "count"),
    [
        ({}, 1),
        ({"role": Role.PRINCIPAL}, 1),
        ({"role": Role.GREETER}, 0),
        ({"role": Role.DELEGATION}, 0),
        ({"side": Side.OURS}, 0),
        ({"response": Response.DECLINED}, 0),
        ({"person": None, "words": "Prime Minister"}, 0),
    ],
)
def test_only_who_leads_the_other_side_is_met(fields: dict[str, object], count: int) -> None:
    seats = [*sits_in("Bart De Wever", TALKS, **fields), *sits_in("Philippe", AUDIENCE)]
    itinerary = trip(TALKS, AUDIENCE, seats, KING, MINISTER, category=STATE)
    assert len(orders_in(itinerary)) == count


def test_both_in_one_meeting_are_met_together() -> None:
    both = [*sits_in("Bart De Wever", TALKS), *sits_in("Philippe", TALKS, AUDIENCE)]
    assert not orders_in(trip(TALKS, AUDIENCE, both, KING, MINISTER, category=STATE))


def test_each_country_is_one_conflict_however_many_meetings_there_are() -> None:
    talks = [meeting(f"Talks {number}", "10:00-11:00") for number in range(3)]
    seats = [
        *sits_in("Bart De Wever", TALKS, *talks),
        *sits_in("Dick Schoof", TALKS),
        *sits_in("Philippe", AUDIENCE),
        *sits_in("Willem-Alexander", AUDIENCE),
    ]
    dutch = [
        holds("Dick Schoof", "Prime Minister of the Netherlands", of="NL"),
        holds("Willem-Alexander", "King", rank=RankClass.HEAD_OF_STATE, of="NL"),
    ]
    itinerary = trip(TALKS, talks, AUDIENCE, seats, KING, MINISTER, *dutch, category=STATE)
    conflicts = orders_in(itinerary)
    assert [conflict.message.split(",")[0] for conflict in conflicts] == [
        "Bart De Wever",
        "Dick Schoof",
    ]
