from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from planner.conflicts import Conflict, Severity
from planner.conflicts.surroundings import Commitment
from planner.itinerary import Itinerary
from planner.records import Meeting, Office, Record, Tenure
from planner.records.words import (
    MeetingKind,
    OfficeOf,
    Qualifier,
    RankClass,
    Response,
    Role,
    Side,
    Status,
    TopicState,
)
from planner.settings import Limits
from tests.planner.building import TUESDAY, as_of, found, meeting, sits_in, topic, trip

BILATERAL = meeting("Bilateral", "12:00-13:00")
PART = meeting("Tête-à-tête", "12:00-12:20", kind=MeetingKind.TETE_A_TETE, part_of="Bilateral")
NOON_ON_FRIDAY = "2025-03-14T12:00[Europe/Paris]"


def empty_in(itinerary: Itinerary, now: str = NOON_ON_FRIDAY) -> list[Conflict]:
    return found("empty-agenda", itinerary, as_of(now))


def test_a_meeting_within_three_days_wants_a_topic() -> None:
    (conflict,) = empty_in(trip(BILATERAL))
    assert conflict.severity is Severity.WARNING
    assert conflict.message == "Bilateral has no topic."
    assert conflict.subjects == ("Bilateral",)
    assert conflict.way_out == "add a topic"


def test_a_dropped_topic_is_none() -> None:
    dropped = topic("Trade", 30, state=TopicState.DROPPED)
    (conflict,) = empty_in(trip(BILATERAL, dropped))
    assert conflict.message == "Bilateral has no topic left, for all are dropped."


@pytest.mark.parametrize("state", [TopicState.PROPOSED, TopicState.AGREED, TopicState.DEFERRED])
def test_any_other_topic_is_enough(state: TopicState) -> None:
    assert not empty_in(trip(BILATERAL, topic("Trade", None, state=state)))


@pytest.mark.parametrize(
    ("now", "is_found"),
    [
        ("2025-03-14T11:59[Europe/Paris]", False),
        ("2025-03-14T12:00[Europe/Paris]", True),
        ("2025-03-17T11:59[Europe/Paris]", True),
        ("2025-03-17T12:00[Europe/Paris]", False),
    ],
)
def test_it_is_asked_from_three_days_before_until_it_begins(now: str, is_found: bool) -> None:
    assert bool(empty_in(trip(BILATERAL), now)) is is_found


def test_how_many_hours_before_is_a_limit() -> None:
    early = as_of("2025-03-14T11:59[Europe/Paris]", limits=Limits(agenda_hours=73))
    assert len(found("empty-agenda", trip(BILATERAL), early)) == 1


@pytest.mark.parametrize(
    "kind",
    [
        MeetingKind.BILATERAL,
        MeetingKind.TETE_A_TETE,
        MeetingKind.EXPANDED_MEETING,
        MeetingKind.TRILATERAL,
        MeetingKind.PLENARY,
        MeetingKind.ROUNDTABLE,
        MeetingKind.WORKING_MEAL,
        MeetingKind.CALL,
    ],
)
def test_what_is_substantive_wants_topics(kind: MeetingKind) -> None:
    assert len(empty_in(trip(replace(BILATERAL, kind=kind)))) == 1


@pytest.mark.parametrize(
    "kind",
    [
        MeetingKind.AUDIENCE,
        MeetingKind.COURTESY_CALL,
        MeetingKind.PULL_ASIDE,
        MeetingKind.CEREMONY,
        MeetingKind.SITE_VISIT,
        MeetingKind.PRESS_CONFERENCE,
        MeetingKind.PLACEHOLDER,
    ],
)
def test_what_is_not_wants_none(kind: MeetingKind) -> None:
    assert not empty_in(trip(replace(BILATERAL, kind=kind)))


@pytest.mark.parametrize(
    "left_out",
    [
        replace(BILATERAL, status=Status.HELD),
        replace(BILATERAL, status=Status.CANCELLED),
        replace(BILATERAL, status=Status.POSTPONED),
        replace(BILATERAL, informational=True),
        meeting("Bilateral", day=date(2025, 3, 17)),
    ],
)
def test_what_is_over_or_fell_away_or_has_no_hour_wants_none(left_out: Meeting) -> None:
    assert not empty_in(trip(left_out))


@pytest.mark.parametrize("written_down_at", ["Bilateral", "Tête-à-tête"])
def test_a_meeting_and_its_part_share_an_agenda(written_down_at: str) -> None:
    assert not empty_in(trip(BILATERAL, PART, topic("Trade", 30, written_down_at)))


def test_two_parts_do_not() -> None:
    lunch = meeting("Lunch", "12:20-13:00", kind=MeetingKind.WORKING_MEAL, part_of="Bilateral")
    (conflict,) = empty_in(trip(BILATERAL, PART, lunch, topic("Trade", 30, "Lunch")))
    assert conflict.subjects == ("Tête-à-tête",)


def test_a_part_that_fell_away_brings_no_agenda() -> None:
    gone = replace(PART, status=Status.CANCELLED)
    assert len(empty_in(trip(BILATERAL, gone, topic("Trade", 30, "Tête-à-tête")))) == 1


MORNING = meeting("Talks", "09:00-09:45")
EVENING = meeting("More talks", "18:00-18:45")


def doubled_in(*parts: Record | Iterable[Record]) -> list[Conflict]:
    return found("duplicate-meeting", trip(*parts))


def test_two_meetings_of_a_kind_with_somebody_on_one_day_may_be_one_entered_twice() -> None:
    (conflict,) = doubled_in(MORNING, EVENING, sits_in("Macron", MORNING, EVENING))
    assert conflict.severity is Severity.NOTICE
    assert conflict.message == (
        "Macron has 2 bilaterals on Monday 17 March 2025: Talks 09:00 and More talks 18:00."
    )
    assert conflict.subjects == ("Talks", "More talks")
    assert conflict.way_out == "keep one and cancel the other, or make them alternatives"


def test_many_are_one_conflict() -> None:
    calls = [meeting(f"Call {hour}", f"{hour}:00", kind=MeetingKind.CALL) for hour in range(10, 16)]
    (conflict,) = doubled_in(calls, sits_in("Macron", *calls))
    assert conflict.message == (
        "Macron has 6 calls on Monday 17 March 2025: Call 10 10:00, Call 11 11:00, Call 12 12:00 "
        "and 3 others."
    )
    assert len(conflict.subjects) == 6


@pytest.mark.parametrize(
    "other",
    [
        replace(EVENING, kind=MeetingKind.WORKING_MEAL),
        meeting("More talks", "18:00-18:45", on=TUESDAY),
        replace(EVENING, status=Status.CANCELLED),
        replace(EVENING, informational=True),
        replace(EVENING, part_of="Talks"),
        meeting("More talks", day=date(2025, 3, 17)),
    ],
)
def test_of_another_kind_or_day_or_part_of_it_or_gone_it_is_no_duplicate(other: Meeting) -> None:
    assert not doubled_in(MORNING, other, sits_in("Macron", MORNING, other))


def test_the_day_is_the_local_one() -> None:
    late = meeting("Call", "2025-03-17T23:30/2025-03-17T23:50", "Tokyo", kind=MeetingKind.CALL)
    next_day = meeting("Call 2", "2025-03-18T00:10/", "Tokyo", kind=MeetingKind.CALL)
    assert not doubled_in(late, next_day, sits_in("Macron", late, next_day))


def test_alternatives_are_no_duplicates_but_a_third_is() -> None:
    one, other = replace(MORNING, choice="talks"), replace(EVENING, choice="talks")
    assert not doubled_in(one, other, sits_in("Macron", one, other))
    third = meeting("Talks again", "20:00-20:30")
    (conflict,) = doubled_in(one, other, third, sits_in("Macron", one, other, third))
    assert len(conflict.subjects) == 3


@pytest.mark.parametrize(
    "kind", [MeetingKind.PLENARY, MeetingKind.ROUNDTABLE, MeetingKind.SITE_VISIT, MeetingKind.PHOTO]
)
def test_sessions_and_visits_with_the_same_host_are_no_duplicates(kind: MeetingKind) -> None:
    sessions = replace(MORNING, kind=kind), replace(EVENING, kind=kind)
    assert not doubled_in(sessions, sits_in("Rutte", *sessions))


@pytest.mark.parametrize(
    "seated",
    [
        {"person": None, "words": "1 minister, TBC"},
        {"response": Response.DECLINED},
        {"role": Role.DELEGATION},
        {"side": Side.OURS},
    ],
)
def test_only_a_named_lead_counterpart_counts(seated: dict[str, object]) -> None:
    assert not doubled_in(MORNING, EVENING, sits_in("Macron", MORNING, EVENING, **seated))


def test_only_who_leads_counts() -> None:
    second = sits_in("Barrot", MORNING, EVENING, position=1)
    assert not doubled_in(MORNING, EVENING, sits_in("Macron", MORNING), second[1:], second[:1])


@pytest.mark.parametrize(("last", "expected"), [(Status.HELD, 0), (Status.CONFIRMED, 1)])
def test_both_held_none_was_too_many(last: Status, expected: int) -> None:
    both = replace(MORNING, status=Status.HELD), replace(EVENING, status=last)
    assert len(doubled_in(both, sits_in("Macron", *both))) == expected


def commitment(
    text: str, *people: str, countries: Iterable[str] = (), of: str = "Paris 2023"
) -> Commitment:
    return Commitment(text, of, frozenset(people), frozenset(countries))


INTELLIGENCE = commitment("Exchange intelligence", "Macron")
WITH_MACRON = sits_in("Macron", BILATERAL)


def unraised_in(itinerary: Itinerary, *commitments: Commitment) -> list[Conflict]:
    around = as_of(commitments=commitments)
    return found("open-commitment-not-on-agenda", itinerary, around)


def test_what_is_open_with_the_lead_counterpart_belongs_on_the_agenda() -> None:
    (conflict,) = unraised_in(trip(BILATERAL, WITH_MACRON, topic("Trade", 30)), INTELLIGENCE)
    assert conflict.severity is Severity.NOTICE
    assert conflict.message == (
        "Bilateral: “Exchange intelligence”, still open from Paris 2023, is on no topic."
    )
    assert conflict.subjects == ("Bilateral",)
    assert conflict.way_out == "put it on the agenda"


@pytest.mark.parametrize(
    ("others", "said"),
    [
        ([commitment("Visas", "Macron")], "and 1 other are on no topic."),
        (
            [commitment("Visas", "Macron"), commitment("Fisheries", "Macron")],
            "and 2 others are on no topic.",
        ),
    ],
)
def test_several_are_one_line_that_names_the_first(others: list[Commitment], said: str) -> None:
    (conflict,) = unraised_in(trip(BILATERAL, WITH_MACRON), INTELLIGENCE, *others)
    assert conflict.message == (
        f"Bilateral: “Exchange intelligence”, still open from Paris 2023, {said}"
    )
    assert conflict.way_out == "put them on the agenda"


@pytest.mark.parametrize(
    ("title", "covers"),
    [
        ("Exchange intelligence", True),
        ("EXCHANGE: INTELLIGENCE!", True),
        ("Intelligence", True),
        ("How to exchange more intelligence with France", True),
        ("Échange", False),
        ("Change", False),
        ("Intelligence sharing", False),
        ("—", False),
    ],
)
def test_a_topic_covers_what_has_its_words_or_whose_words_it_has(title: str, covers: bool) -> None:
    itinerary = trip(BILATERAL, WITH_MACRON, topic(title, 30))
    assert bool(unraised_in(itinerary, INTELLIGENCE)) is not covers


def test_a_dropped_topic_covers_nothing() -> None:
    dropped = topic("Intelligence", 30, state=TopicState.DROPPED)
    assert len(unraised_in(trip(BILATERAL, WITH_MACRON, dropped), INTELLIGENCE)) == 1


@pytest.mark.parametrize("where", ["Lunch", "Tête-à-tête"])
def test_on_another_agenda_with_them_it_is_enough(where: str) -> None:
    lunch = meeting("Lunch", "13:00-14:00", kind=MeetingKind.WORKING_MEAL)
    seats = sits_in("Macron", BILATERAL, lunch)
    itinerary = trip(BILATERAL, lunch, PART, seats, topic("Intelligence", 30, where))
    assert not unraised_in(itinerary, INTELLIGENCE)


def test_on_an_agenda_with_somebody_else_it_is_not() -> None:
    talks = meeting("Talks", "15:00-16:00")
    seats = WITH_MACRON, sits_in("Meloni", talks)
    itinerary = trip(BILATERAL, talks, *seats, topic("Intelligence", 30, "Talks"))
    assert [each.subjects for each in unraised_in(itinerary, INTELLIGENCE)] == [("Bilateral",)]


def test_what_is_open_with_others_is_left_alone() -> None:
    others = commitment("Visas", "Meloni", countries=["IT"])
    assert not unraised_in(trip(BILATERAL, WITH_MACRON), others)
    assert not unraised_in(trip(BILATERAL, WITH_MACRON))


@pytest.mark.parametrize(
    "seats",
    [
        sits_in("Macron", BILATERAL, role=Role.DELEGATION),
        sits_in("Macron", BILATERAL, response=Response.DECLINED),
        sits_in("Macron", BILATERAL, side=Side.OURS),
    ],
)
def test_who_does_not_lead_the_other_side_is_not_asked(seats: list[Record]) -> None:
    assert not unraised_in(trip(BILATERAL, seats), INTELLIGENCE)


def test_both_counterparts_of_a_trilateral_are_asked_but_only_the_first_of_a_summit() -> None:
    open_items = INTELLIGENCE, commitment("Visas", "Tusk", of="Warsaw 2024")
    for kind, others in ((MeetingKind.TRILATERAL, True), (MeetingKind.PLENARY, False)):
        talks = replace(BILATERAL, kind=kind)
        seats = sits_in("Macron", talks), sits_in("Tusk", talks, position=1)
        (conflict,) = unraised_in(trip(talks, *seats), *open_items)
        assert ("and 1 other" in conflict.message) is others


@pytest.mark.parametrize(
    "left_out",
    [
        replace(BILATERAL, kind=MeetingKind.WREATH_LAYING),
        replace(BILATERAL, kind=MeetingKind.COURTESY_CALL),
        replace(BILATERAL, status=Status.HELD),
        replace(BILATERAL, status=Status.DECLINED),
        replace(BILATERAL, informational=True),
        meeting("Bilateral"),
    ],
)
def test_where_nothing_can_be_raised_any_more_nothing_is_asked(left_out: Meeting) -> None:
    assert not unraised_in(trip(left_out, sits_in("Macron", left_out)), INTELLIGENCE)


def office(rank: RankClass, of_kind: OfficeOf = OfficeOf.STATE, of: str = "FR") -> Office:
    return Office(id="office", title="Office", of_kind=of_kind, of=of, rank=rank)


def holds(
    since: date | None = None, until: date | None = None, qualifier: Qualifier | None = None
) -> Tenure:
    return Tenure(
        id="tenure", person="Macron", office="office", since=since, until=until, qualifier=qualifier
    )


PRESIDENT = office(RankClass.HEAD_OF_STATE)


@pytest.mark.parametrize(
    ("post", "tenure", "is_found"),
    [
        (PRESIDENT, holds(), True),
        (office(RankClass.HEAD_OF_GOVERNMENT), holds(), True),
        (PRESIDENT, holds(qualifier=Qualifier.ACTING), True),
        (PRESIDENT, holds(since=date(2025, 3, 17), until=date(2025, 3, 17)), True),
        (PRESIDENT, holds(until=date(2025, 3, 16)), False),
        (PRESIDENT, holds(since=date(2025, 3, 18)), False),
        (PRESIDENT, holds(qualifier=Qualifier.ELECT), False),
        (PRESIDENT, holds(qualifier=Qualifier.FORMER), False),
        (office(RankClass.FOREIGN_MINISTER), holds(), False),
        (office(RankClass.HEAD_OF_STATE, of="DE"), holds(), False),
        (office(RankClass.HEAD_OF_GOVERNMENT, OfficeOf.PROVINCE), holds(), False),
    ],
)
def test_with_who_leads_a_state_on_the_day_all_may_be_raised_that_is_open_with_it(
    post: Office, tenure: Tenure, is_found: bool
) -> None:
    with_state = commitment("Visas", "Hollande", countries=["FR"])
    itinerary = trip(BILATERAL, WITH_MACRON, post, tenure)
    assert bool(unraised_in(itinerary, with_state)) is is_found


def test_four_thousand_meetings_and_two_hundred_commitments_take_no_time() -> None:
    meetings = [meeting(f"M{number}", "10:00-11:00") for number in range(4000)]
    topics = [topic(f"Point {each.id}", 5, each.id) for each in meetings]
    open_items = [commitment(f"Item {number}", "Macron") for number in range(200)]
    itinerary = trip(meetings, topics, sits_in("Macron", *meetings))
    assert len(unraised_in(itinerary, *open_items)) == 4000
