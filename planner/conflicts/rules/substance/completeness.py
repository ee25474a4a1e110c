"""What is not filled in yet: the essentials of a meeting, and who does what by when afterwards."""

from collections.abc import Iterator
from datetime import date

from planner.conflicts.conflict import Conflict, Severity
from planner.conflicts.home_dates import end_of_day_at_home, today_at_home
from planner.conflicts.meetings import leading_counterparts, severity_of_lack
from planner.conflicts.presence.spans import hour_to_come, wholes_of
from planner.conflicts.registry import Family, Need, meeting_rule, rule
from planner.conflicts.surroundings import Surroundings
from planner.itinerary import Itinerary
from planner.itinerary.entries import FALLEN_AWAY
from planner.records import FollowUp, Meeting, Outcome
from planner.records.words import FollowUpState, MeetingKind
from planner.text.spoken import long_date

NEED_NO_VENUE = frozenset(
    {
        MeetingKind.CALL,
        MeetingKind.PULL_ASIDE,
        MeetingKind.BRIEFING,
        MeetingKind.PERSONAL_TIME,
        MeetingKind.PLACEHOLDER,
        MeetingKind.OTHER,
    }
)
NEED_COUNTERPART = frozenset(
    {
        MeetingKind.BILATERAL,
        MeetingKind.TETE_A_TETE,
        MeetingKind.EXPANDED_MEETING,
        MeetingKind.TRILATERAL,
        MeetingKind.WORKING_MEAL,
        MeetingKind.AUDIENCE,
        MeetingKind.COURTESY_CALL,
        MeetingKind.PULL_ASIDE,
        MeetingKind.CALL,
    }
)
TO_DO = frozenset({FollowUpState.OPEN, FollowUpState.IN_PROGRESS})


@meeting_rule(
    "missing-essentials",
    Family.SUBSTANCE,
    Severity.WARNING,
    Severity.NOTICE,
    meaning="A meeting has no venue, or no counterpart, and is of a kind that needs one.",
    limits=("completeness_days",),
    needs=(Need.CLOCK,),
)
def missing_essentials(
    itinerary: Itinerary, surroundings: Surroundings, meeting: Meeting
) -> Iterator[Conflict]:
    """Report what a meeting with an hour lacks; an end is never missing.

    A part takes place where its whole does, and with whom, but for the pull-aside.
    """
    start = hour_to_come(meeting)
    if start is None:
        return
    for missing, way_out in _missing(itinerary, meeting):
        yield Conflict(
            rule="missing-essentials",
            severity=severity_of_lack(meeting, surroundings),
            message=f"{meeting.title} has {missing}.",
            subjects=(meeting.id,),
            at=start.instant,
            way_out=way_out,
            fold=missing.capitalize(),
        )


def _missing(itinerary: Itinerary, meeting: Meeting) -> Iterator[tuple[str, str]]:
    wholes = wholes_of(itinerary, meeting)
    if meeting.kind not in NEED_NO_VENUE and meeting.venue is None and not wholes:
        yield "no venue", "set a venue"
    if meeting.kind in NEED_COUNTERPART:
        takes_after_whole = meeting.kind is not MeetingKind.PULL_ASIDE
        looked_at = (meeting.id, *(wholes if takes_after_whole else ()))
        if not any(leading_counterparts(itinerary, each) for each in looked_at):
            yield "no counterpart", "name a counterpart"


@rule(
    "followup-incomplete",
    Family.SUBSTANCE,
    Severity.ERROR,
    Severity.WARNING,
    meaning="A follow-up has no owner or no due date, is overdue, or is due before its meeting.",
    needs=(Need.CLOCK,),
)
def followup_incomplete(itinerary: Itinerary, surroundings: Surroundings) -> Iterator[Conflict]:
    """Report what is still to do and not arranged; overdue is what was due before today at home."""
    today = today_at_home(itinerary, surroundings)
    for each in itinerary.follow_ups:
        if each.state not in TO_DO:
            continue
        meeting = _meeting_of(itinerary, each)
        met = _day_of(meeting) if meeting else None
        facts = list(_unarranged(each, today, met))
        if facts:
            is_error = each.due is not None and met is not None and each.due < met
            yield Conflict(
                rule="followup-incomplete",
                severity=Severity.ERROR if is_error else Severity.WARNING,
                message=f"Follow-up “{each.text}” {' and '.join(fact for fact, _ in facts)}.",
                subjects=(each.id, *((meeting.id,) if meeting else ())),
                at=_bites(itinerary, each, meeting),
                way_out=", ".join(way_out for _, way_out in facts),
            )


def _unarranged(each: FollowUp, today: date, met: date | None) -> Iterator[tuple[str, str]]:
    if not each.owner:
        yield "has no owner", "name an owner"
    if each.due is None:
        yield "has no due date" if each.owner else "no due date", "set a due date"
    elif met is not None and each.due < met:
        when = f"is due on {long_date(each.due)}, before its meeting on {long_date(met)}"
        yield when, f"set a due date from {long_date(met)} on"
    elif each.due < today:
        yield f"was due on {long_date(each.due)}", "complete it or set a new due date"


def _meeting_of(itinerary: Itinerary, each: FollowUp) -> Meeting | None:
    """Return the meeting that a follow-up comes from, by itself or by its outcome, if it stands."""
    outcome = itinerary.get(Outcome, each.outcome)
    meeting = itinerary.get(Meeting, each.meeting or (outcome.meeting if outcome else None))
    return None if meeting is None or meeting.status in FALLEN_AWAY else meeting


def _day_of(meeting: Meeting) -> date | None:
    return meeting.start.date if meeting.start else meeting.day


def _bites(itinerary: Itinerary, each: FollowUp, meeting: Meeting | None) -> int | None:
    """Return the end of the due day at home; without one, when the meeting begins."""
    if each.due is None:
        return meeting.start.instant if meeting and meeting.start else None
    return end_of_day_at_home(itinerary, each.due)
