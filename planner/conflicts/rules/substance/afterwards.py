"""What is to be written down once a meeting is over."""

from collections.abc import Iterator, Sequence
from datetime import date

from planner.conflicts.conflict import Conflict, Severity
from planner.conflicts.meetings import HOUR, SUBSTANTIVE
from planner.conflicts.presence.spans import stands
from planner.conflicts.registry import Family, Need, meeting_rule, rule
from planner.conflicts.rules.substance.kin import kin_of
from planner.conflicts.sentences import listed
from planner.conflicts.surroundings import Surroundings
from planner.itinerary import Itinerary
from planner.itinerary.entries import expected_minutes
from planner.moments import MINUTE, Moment
from planner.records import Meeting
from planner.records.words import (
    OutcomeState,
    ReadoutState,
    Stance,
    Status,
    TopicState,
    Visibility,
)
from planner.settings import Limits
from planner.text.spoken import long_date

RESOLVED = frozenset({TopicState.DISCUSSED, TopicState.DEFERRED, TopicState.DROPPED})
WAS_TO_COME_UP = frozenset({Stance.WE_RAISE, Stance.THEY_RAISE})
"""What was only to be answered if raised, or to be avoided, need not have come up."""


@rule(
    "stale-status",
    Family.SUBSTANCE,
    Severity.NOTICE,
    meaning="A meeting is over and is still tentative or confirmed; one line a day.",
    needs=(Need.CLOCK,),
)
def stale_status(itinerary: Itinerary, surroundings: Surroundings) -> Iterator[Conflict]:
    """Report the meetings of each local day that ended, by their usual length if none is stated."""
    days: dict[date, list[Meeting]] = {}
    for meeting in itinerary.meetings:
        if meeting.status in (Status.TENTATIVE, Status.CONFIRMED) and stands(meeting):
            start = meeting.start
            if start and _planned_end(meeting, start) <= surroundings.instant:
                days.setdefault(start.date, []).append(meeting)
    for day, over in days.items():
        yield Conflict(
            rule="stale-status",
            severity=Severity.NOTICE,
            message=f"{long_date(day)}: {_still(over)}.",
            subjects=tuple(meeting.id for meeting in over),
            at=over[0].start.instant if over[0].start else None,
            way_out="mark the day held",
        )


def _planned_end(meeting: Meeting, start: Moment) -> int:
    """Return when a meeting ends, and never before it starts: in UTC seconds."""
    minutes = expected_minutes(meeting)
    return start.instant + max(minutes, 0) * MINUTE


def _still(over: Sequence[Meeting]) -> str:
    held = {meeting.status for meeting in over}
    statuses = [status.value for status in (Status.TENTATIVE, Status.CONFIRMED) if status in held]
    verb = "is" if len(over) == 1 else "are"
    names = listed([meeting.title for meeting in over])
    return f"{names} {verb} over and still {' or '.join(statuses)}"


@meeting_rule(
    "held-without-readout",
    Family.SUBSTANCE,
    Severity.WARNING,
    meaning="A substantive meeting was held a while ago and has neither an outcome nor a readout.",
    limits=("readout_hours",),
    needs=(Need.CLOCK,),
)
def held_without_readout(
    itinerary: Itinerary, surroundings: Surroundings, meeting: Meeting
) -> Iterator[Conflict]:
    """Report what nobody gave an account of; restricted meetings leave no trace, and may."""
    start = meeting.start
    is_asked = meeting.status is Status.HELD and meeting.kind in SUBSTANTIVE and stands(meeting)
    if start is None or not is_asked or meeting.visibility is Visibility.RESTRICTED:
        return
    ended = meeting.actual_end.instant if meeting.actual_end else _planned_end(meeting, start)
    is_due = surroundings.instant > ended + surroundings.limits.readout_hours * HOUR
    if is_due and not _has_account(itinerary, surroundings.limits, meeting):
        yield Conflict(
            rule="held-without-readout",
            severity=Severity.WARNING,
            message=f"{meeting.title} was held on {long_date(start.date)} and has no outcome "
            "and no readout.",
            subjects=(meeting.id,),
            at=start.instant,
            way_out="write a readout or enter an outcome",
            fold="No outcome and no readout",
        )


def _has_account(itinerary: Itinerary, limits: Limits, meeting: Meeting) -> bool:
    """Tell whether there is an account of a meeting, of its parts or of its whole."""
    return any(
        each.readout
        or each.readout_state in (ReadoutState.AGREED, ReadoutState.PUBLISHED)
        or any(
            outcome.state is not OutcomeState.WITHDRAWN
            for outcome in itinerary.outcomes_of(each.id)
        )
        for each in kin_of(itinerary, limits, meeting)
    )


@meeting_rule(
    "topic-unresolved",
    Family.SUBSTANCE,
    Severity.NOTICE,
    meaning="A meeting was held, and a topic is neither discussed, deferred nor dropped.",
)
def topic_unresolved(itinerary: Itinerary, _: Surroundings, meeting: Meeting) -> Iterator[Conflict]:
    """Report the topics of a meeting of which nobody knows what became, in one line."""
    if meeting.status is not Status.HELD or not stands(meeting):
        return
    topics = [
        topic
        for topic in itinerary.topics_of(meeting.id)
        if topic.state not in RESOLVED and topic.stance in WAS_TO_COME_UP
    ]
    if topics:
        verb = "is" if len(topics) == 1 else "are"
        names = listed([f"“{topic.title}”" for topic in topics])
        yield Conflict(
            rule="topic-unresolved",
            severity=Severity.NOTICE,
            message=f"{meeting.title} was held: {names} {verb} neither discussed, deferred nor "
            "dropped.",
            subjects=(meeting.id, *(topic.id for topic in topics)),
            at=meeting.start.instant if meeting.start else None,
            way_out=f"mark {'it' if len(topics) == 1 else 'each'} discussed, deferred or dropped",
            fold="Topics unresolved",
        )
