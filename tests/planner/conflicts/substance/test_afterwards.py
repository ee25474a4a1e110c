from dataclasses import replace
from datetime import date

import pytest

from planner.conflicts import Conflict, Severity
from planner.itinerary import Itinerary
from planner.records import Meeting
from planner.records.words import (
    MeetingKind,
    OutcomeState,
    ReadoutState,
    Stance,
    Status,
    TopicState,
    Visibility,
)
from planner.settings import Limits
from tests.planner.building import TUESDAY, as_of, at, found, meeting, outcome, topic, trip

BILATERAL = meeting("Bilateral", "12:00-13:00")
HELD = replace(BILATERAL, status=Status.HELD)
WEDNESDAY = "2025-03-19T12:00[UTC]"


def stale_in(itinerary: Itinerary, now: str = WEDNESDAY) -> list[Conflict]:
    return found("stale-status", itinerary, as_of(now))


def test_a_meeting_that_is_over_is_marked_held() -> None:
    (conflict,) = stale_in(trip(BILATERAL))
    assert conflict.severity is Severity.NOTICE
    assert conflict.message == "Monday 17 March 2025: Bilateral is over and still confirmed."
    assert conflict.subjects == ("Bilateral",)
    assert conflict.way_out == "mark the day held"


def test_there_is_one_line_a_day() -> None:
    lunch = meeting("Lunch", "13:00-14:00", status=Status.TENTATIVE)
    call = meeting("Call", "09:00-09:20", "Tokyo", on=TUESDAY)
    first, second = stale_in(trip(call, lunch, BILATERAL))
    assert first.message == (
        "Monday 17 March 2025: Bilateral and Lunch are over and still tentative or confirmed."
    )
    assert first.subjects == ("Bilateral", "Lunch")
    assert second.message == "Tuesday 18 March 2025: Call is over and still confirmed."


@pytest.mark.parametrize(
    ("entry", "now", "is_over"),
    [
        (BILATERAL, "2025-03-17T12:59[Europe/Paris]", False),
        (BILATERAL, "2025-03-17T13:00[Europe/Paris]", True),
        (meeting("Bilateral", "12:00"), "2025-03-17T12:44[Europe/Paris]", False),
        (meeting("Bilateral", "12:00"), "2025-03-17T12:45[Europe/Paris]", True),
        (replace(BILATERAL, minutes=-60), "2025-03-17T11:59[Europe/Paris]", False),
        (replace(BILATERAL, minutes=10**12), WEDNESDAY, False),
    ],
)
def test_it_is_over_at_its_end_or_after_its_usual_length(
    entry: Meeting, now: str, is_over: bool
) -> None:
    assert bool(stale_in(trip(entry), now)) is is_over


@pytest.mark.parametrize("status", Status)
def test_only_tentative_and_confirmed_become_stale(status: Status) -> None:
    is_found = status in {Status.TENTATIVE, Status.CONFIRMED}
    assert bool(stale_in(trip(replace(BILATERAL, status=status)))) is is_found


@pytest.mark.parametrize(
    "left_out",
    [replace(BILATERAL, informational=True), meeting("Bilateral", day=date(2025, 3, 17))],
)
def test_what_is_for_information_or_has_no_hour_is_left_alone(left_out: Meeting) -> None:
    assert not stale_in(trip(left_out))


def test_the_day_is_the_local_one() -> None:
    late = meeting("Call", "2025-03-18T00:30/2025-03-18T00:50", "Tokyo")
    (conflict,) = stale_in(trip(late))
    assert conflict.message.startswith("Tuesday 18 March 2025")


def unaccounted_in(itinerary: Itinerary, now: str = WEDNESDAY) -> list[Conflict]:
    return found("held-without-readout", itinerary, as_of(now))


def test_a_meeting_that_was_held_has_an_outcome_or_a_readout() -> None:
    (conflict,) = unaccounted_in(trip(HELD))
    assert conflict.severity is Severity.WARNING
    assert conflict.message == (
        "Bilateral was held on Monday 17 March 2025 and has no outcome and no readout."
    )
    assert conflict.subjects == ("Bilateral",)
    assert conflict.way_out == "write a readout or enter an outcome"


@pytest.mark.parametrize(
    ("entry", "now", "is_due"),
    [
        (HELD, "2025-03-18T01:00[Europe/Paris]", False),
        (HELD, "2025-03-18T01:01[Europe/Paris]", True),
        (replace(HELD, minutes=None), "2025-03-18T00:45[Europe/Paris]", False),
        (replace(HELD, minutes=None), "2025-03-18T00:46[Europe/Paris]", True),
        (replace(HELD, actual_end=at("14:00", "Paris")), "2025-03-18T02:00[Europe/Paris]", False),
        (replace(HELD, actual_end=at("14:00", "Paris")), "2025-03-18T02:01[Europe/Paris]", True),
    ],
)
def test_it_is_due_twelve_hours_after_the_end(entry: Meeting, now: str, is_due: bool) -> None:
    assert bool(unaccounted_in(trip(entry), now)) is is_due


def test_how_many_hours_after_is_a_limit() -> None:
    around = as_of("2025-03-18T01:00[Europe/Paris]", limits=Limits(readout_hours=11))
    assert len(found("held-without-readout", trip(HELD), around)) == 1


@pytest.mark.parametrize(
    ("entry", "is_found"),
    [
        (replace(HELD, readout="They met."), False),
        (replace(HELD, readout_state=ReadoutState.PUBLISHED), False),
        (replace(HELD, readout_state=ReadoutState.AGREED), False),
        (replace(HELD, readout_state=ReadoutState.DRAFT), True),
        (replace(HELD, visibility=Visibility.RESTRICTED), False),
        (replace(HELD, visibility=Visibility.PUBLIC), True),
        (replace(HELD, kind=MeetingKind.CALL), True),
        (replace(HELD, kind=MeetingKind.WORKING_MEAL), True),
        (replace(HELD, kind=MeetingKind.AUDIENCE), False),
        (replace(HELD, kind=MeetingKind.PULL_ASIDE), False),
        (replace(HELD, informational=True), False),
        (BILATERAL, False),
        (meeting("Bilateral", status=Status.HELD), False),
    ],
)
def test_what_has_an_account_or_needs_none_is_left_alone(entry: Meeting, is_found: bool) -> None:
    assert bool(unaccounted_in(trip(entry))) is is_found


@pytest.mark.parametrize("state", OutcomeState)
def test_any_outcome_is_an_account_unless_it_was_withdrawn(state: OutcomeState) -> None:
    itinerary = trip(HELD, outcome("Partnership", state))
    assert bool(unaccounted_in(itinerary)) is (state is OutcomeState.WITHDRAWN)


@pytest.mark.parametrize("accounted", ["Bilateral", "Tête-à-tête"])
def test_a_meeting_and_its_part_share_an_account(accounted: str) -> None:
    part = replace(HELD, id="Tête-à-tête", kind=MeetingKind.TETE_A_TETE, part_of="Bilateral")
    assert len(unaccounted_in(trip(HELD, part))) == 2
    assert not unaccounted_in(
        trip(HELD, part, outcome("Partnership", OutcomeState.AGREED, accounted))
    )


def unresolved_in(itinerary: Itinerary) -> list[Conflict]:
    return found("topic-unresolved", itinerary)


def test_of_a_topic_of_a_meeting_that_was_held_it_is_said_what_became() -> None:
    (conflict,) = unresolved_in(trip(HELD, topic("Trade", 30)))
    assert conflict.severity is Severity.NOTICE
    assert conflict.message == (
        "Bilateral was held: “Trade” is neither discussed, deferred nor dropped."
    )
    assert conflict.subjects == ("Bilateral", "Trade")
    assert conflict.way_out == "mark it discussed, deferred or dropped"


def test_several_are_one_line() -> None:
    topics = [topic(f"T{number}", None, position=number) for number in range(6)]
    (conflict,) = unresolved_in(trip(HELD, topics))
    assert conflict.message == (
        "Bilateral was held: “T0”, “T1”, “T2” and 3 others are neither discussed, deferred nor "
        "dropped."
    )
    assert len(conflict.subjects) == 7
    assert conflict.way_out == "mark each discussed, deferred or dropped"


@pytest.mark.parametrize("state", TopicState)
def test_proposed_and_agreed_leave_it_open(state: TopicState) -> None:
    is_found = state in {TopicState.PROPOSED, TopicState.AGREED}
    assert bool(unresolved_in(trip(HELD, topic("Trade", 30, state=state)))) is is_found


@pytest.mark.parametrize("stance", Stance)
def test_what_was_not_meant_to_come_up_need_not_be_resolved(stance: Stance) -> None:
    is_found = stance in {Stance.WE_RAISE, Stance.THEY_RAISE}
    assert bool(unresolved_in(trip(HELD, topic("Trade", 30, stance=stance)))) is is_found


@pytest.mark.parametrize(
    ("entry", "is_found"),
    [
        (BILATERAL, False),
        (replace(BILATERAL, status=Status.CANCELLED), False),
        (replace(HELD, informational=True), False),
        (meeting("Bilateral", status=Status.HELD), True),
        (replace(HELD, kind=MeetingKind.COURTESY_CALL), True),
    ],
)
def test_only_a_meeting_that_was_held_is_asked(entry: Meeting, is_found: bool) -> None:
    assert bool(unresolved_in(trip(entry, topic("Trade", 30)))) is is_found
