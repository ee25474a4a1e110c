import pytest

from planner.conflicts import Conflict, Severity
from planner.conflicts.engine import check, fold_line, folded
from planner.conflicts.registry import rules
from planner.itinerary import Itinerary
from planner.records import FollowUp, Meeting, Record
from planner.records.words import (
    FollowUpState,
    MeetingKind,
    OutcomeState,
    Response,
    Role,
    Side,
    Status,
)
from planner.settings import Limits
from tests.planner.building import (
    NOW,
    as_of,
    follow_up,
    found,
    meeting,
    of_ours,
    outcome,
    sits_in,
    trip,
)


def missing_in(itinerary: Itinerary, now: str = NOW) -> list[Conflict]:
    return found("missing-essentials", itinerary, as_of(now))


TALKS = meeting("Talks", "12:00-13:00", venue="Élysée")
NO_VENUE = meeting("Talks", "12:00-13:00")


def test_a_bilateral_wants_a_venue_and_a_counterpart() -> None:
    counterpart, venue = missing_in(trip(NO_VENUE))
    assert venue.severity is Severity.WARNING
    assert venue.message == "Talks has no venue."
    assert venue.way_out == "set a venue"
    assert counterpart.message == "Talks has no counterpart."
    assert counterpart.subjects == venue.subjects == ("Talks",)


def test_a_bilateral_with_both_is_complete_even_without_an_end() -> None:
    open_end = meeting("Talks", "12:00", venue="Élysée")
    assert not missing_in(trip(open_end, sits_in("Emmanuel Macron", open_end)))


def test_a_counterpart_in_words_is_one() -> None:
    words = sits_in("Minister", TALKS, person=None, words="Minister of Trade, TBC")
    assert not missing_in(trip(TALKS, words))


@pytest.mark.parametrize(
    "others",
    [
        of_ours("Anna Weiss", TALKS),
        sits_in("Interpreter", TALKS, role=Role.INTERPRETER),
        sits_in("Emmanuel Macron", TALKS, response=Response.DECLINED),
    ],
)
def test_neither_ours_nor_an_interpreter_nor_who_declined_is_a_counterpart(
    others: list[Record],
) -> None:
    assert len(missing_in(trip(TALKS, others))) == 1


def test_a_third_party_is_a_counterpart() -> None:
    assert not missing_in(trip(TALKS, sits_in("Mark Rutte", TALKS, side=Side.THIRD)))


@pytest.mark.parametrize("status", [Status.PROPOSED, Status.REQUESTED])
def test_while_it_is_only_wanted_it_is_a_notice(status: Status) -> None:
    wanted = meeting("Talks", "12:00-13:00", kind=MeetingKind.SPEECH, status=status)
    (conflict,) = missing_in(trip(wanted))
    assert conflict.severity is Severity.NOTICE


def test_more_than_a_week_away_it_is_a_notice() -> None:
    speech = trip(meeting("Speech", "12:00-13:00", kind=MeetingKind.SPEECH))
    (week,) = missing_in(speech, "2025-03-10T12:00[Europe/Paris]")
    (more,) = missing_in(speech, "2025-03-10T11:59[Europe/Paris]")
    assert (week.severity, more.severity) == (Severity.WARNING, Severity.NOTICE)


def test_how_many_days_away_is_a_limit() -> None:
    speech = trip(meeting("Speech", "12:00-13:00", kind=MeetingKind.SPEECH))
    surroundings = as_of("2025-03-10T11:59[Europe/Paris]", limits=Limits(completeness_days=8))
    (conflict,) = found("missing-essentials", speech, surroundings)
    assert conflict.severity is Severity.WARNING


@pytest.mark.parametrize(
    "complete",
    [
        meeting("Talks", "12:00-13:00", kind=MeetingKind.PERSONAL_TIME),
        meeting("Talks", "12:00-13:00", kind=MeetingKind.PLACEHOLDER),
        meeting("Talks", "12:00-13:00", kind=MeetingKind.BRIEFING),
        meeting("Talks", "12:00-13:00", kind=MeetingKind.SITE_VISIT, venue="Élysée"),
        meeting("Talks", "12:00-13:00", kind=MeetingKind.PLENARY, venue="Élysée"),
        meeting("Talks", "12:00-13:00", status=Status.HELD),
        meeting("Talks", "12:00-13:00", status=Status.CANCELLED),
        meeting("Talks", "12:00-13:00", informational=True),
        meeting("Talks"),
    ],
)
def test_kinds_that_need_nothing_and_what_is_left_out(complete: Meeting) -> None:
    assert not missing_in(trip(complete))


def test_a_call_wants_a_counterpart_and_no_venue() -> None:
    (conflict,) = missing_in(trip(meeting("Call", "12:00-12:20", kind=MeetingKind.CALL)))
    assert conflict.message == "Call has no counterpart."


def test_a_part_takes_place_where_and_with_whom_its_whole_does() -> None:
    part = meeting("Tête-à-tête", "12:00-12:20", kind=MeetingKind.TETE_A_TETE, part_of="Talks")
    assert not missing_in(trip(TALKS, part, sits_in("Emmanuel Macron", TALKS)))


def test_a_pull_aside_wants_a_counterpart_of_its_own() -> None:
    aside = meeting("Aside", "12:00-12:20", kind=MeetingKind.PULL_ASIDE, part_of="Talks")
    (conflict,) = missing_in(trip(TALKS, aside, sits_in("Emmanuel Macron", TALKS)))
    assert conflict.message == "Aside has no counterpart."


def test_like_ones_read_as_one_line() -> None:
    speeches = [
        meeting(f"Speech {hour}", f"{hour}:00-{hour}:30", kind=MeetingKind.SPEECH)
        for hour in range(10, 15)
    ]
    call = meeting("Call", "09:00-09:20", kind=MeetingKind.CALL)
    report = check(trip(speeches, call), as_of(), [rules()["missing-essentials"]])
    lines = [fold_line(group) for group in folded(report.open)]
    assert lines == ["Call has no counterpart.", "No venue: 5 entries"]


def incomplete_in(itinerary: Itinerary, now: str = "2025-03-17T16:50[UTC]") -> list[Conflict]:
    return found("followup-incomplete", itinerary, as_of(now))


def test_a_follow_up_wants_an_owner_and_a_due_date() -> None:
    (conflict,) = incomplete_in(trip(follow_up("Exchange intelligence", owner="")))
    assert conflict.severity is Severity.WARNING
    assert conflict.message == ("Follow-up “Exchange intelligence” has no owner and no due date.")
    assert conflict.subjects == ("Exchange intelligence",)
    assert conflict.way_out == "name an owner, set a due date"


def test_with_an_owner_and_time_left_it_is_complete() -> None:
    assert not incomplete_in(trip(follow_up("Exchange intelligence", "2025-03-17")))


def test_overdue_is_what_was_due_before_today_at_home() -> None:
    itinerary = trip(follow_up("Explore cooperation", "2025-03-18"))
    late_evening_at_home = "2025-03-19T03:59[UTC]"
    assert not incomplete_in(itinerary, late_evening_at_home)
    (conflict,) = incomplete_in(itinerary, "2025-03-19T04:00[UTC]")
    assert conflict.severity is Severity.WARNING
    assert conflict.message == ("Follow-up “Explore cooperation” was due on Tuesday 18 March 2025.")


def test_the_message_does_not_change_as_the_days_go_by() -> None:
    itinerary = trip(follow_up("Explore cooperation", "2025-03-18"))
    (soon,) = incomplete_in(itinerary, "2025-03-19T12:00[UTC]")
    (later,) = incomplete_in(itinerary, "2025-06-19T12:00[UTC]")
    assert soon == later


def test_due_before_its_meeting_is_an_error() -> None:
    talks = meeting("Talks", "12:00-13:00")
    (conflict,) = incomplete_in(trip(talks, follow_up("Report", "2025-03-16", meeting="Talks")))
    assert conflict.severity is Severity.ERROR
    assert conflict.subjects == ("Report", "Talks")
    assert conflict.message == (
        "Follow-up “Report” is due on Sunday 16 March 2025, "
        "before its meeting on Monday 17 March 2025."
    )
    assert not incomplete_in(trip(talks, follow_up("Report", "2025-03-17", meeting="Talks")))


def test_the_meeting_of_its_outcome_is_its_meeting() -> None:
    itinerary = trip(
        meeting("Talks", "12:00-13:00"),
        outcome("Partnership", OutcomeState.EXPECTED, "Talks"),
        follow_up("Report", "2025-03-16", outcome="Partnership"),
    )
    (conflict,) = incomplete_in(itinerary)
    assert conflict.severity is Severity.ERROR


def test_a_meeting_that_fell_away_sets_no_earliest_date() -> None:
    gone = meeting("Talks", "12:00-13:00", status=Status.CANCELLED)
    (conflict,) = incomplete_in(trip(gone, follow_up("Report", "2025-03-16", meeting="Talks")))
    assert conflict.severity is Severity.WARNING


@pytest.mark.parametrize("state", [FollowUpState.COMPLETE, FollowUpState.DROPPED])
def test_what_is_done_or_dropped_needs_nothing(state: FollowUpState) -> None:
    assert not incomplete_in(trip(follow_up("Exchange intelligence", owner="", state=state)))


def test_what_is_in_progress_still_does() -> None:
    under_way: FollowUp = follow_up("Exchange", state=FollowUpState.IN_PROGRESS)
    assert len(incomplete_in(trip(under_way))) == 1


def test_due_on_the_day_of_its_meeting_and_overdue_is_a_warning() -> None:
    talks = meeting("Talks", "12:00-13:00")
    itinerary = trip(talks, follow_up("Report", "2025-03-17", meeting="Talks"))
    (conflict,) = incomplete_in(itinerary, "2025-03-20T12:00[UTC]")
    assert conflict.severity is Severity.WARNING
