"""What rules ask of a meeting: is it substantive, who leads the other side, how bad is a lack."""

from planner.conflicts.conflict import Severity
from planner.conflicts.surroundings import Surroundings
from planner.itinerary import Itinerary
from planner.records import Meeting, Participant
from planner.records.words import MeetingKind, Response, Role, Side, Status

HOUR = 60 * 60
DAY = 24 * HOUR
SUBSTANTIVE = frozenset(
    {
        MeetingKind.BILATERAL,
        MeetingKind.TETE_A_TETE,
        MeetingKind.EXPANDED_MEETING,
        MeetingKind.TRILATERAL,
        MeetingKind.PLENARY,
        MeetingKind.ROUNDTABLE,
        MeetingKind.WORKING_MEAL,
        MeetingKind.CALL,
    }
)
"""Meetings in which something is discussed, and not only somebody honoured or something seen."""
MULTILATERAL = frozenset({MeetingKind.PLENARY, MeetingKind.MULTILATERAL, MeetingKind.ROUNDTABLE})
LEADING = frozenset({Role.COUNTERPART, Role.PRINCIPAL})
NOT_AGREED = frozenset({Status.PROPOSED, Status.REQUESTED})
"""What has been asked for, and not been given a place yet."""


def leading_counterparts(itinerary: Itinerary, meeting: str) -> tuple[Participant, ...]:
    """Return who leads the other sides of a meeting (by id) and has not declined, in order."""
    return tuple(
        each
        for each in itinerary.participants_of(meeting)
        if each.side is not Side.OURS
        and each.role in LEADING
        and each.response is not Response.DECLINED
    )


def severity_of_lack(meeting: Meeting, surroundings: Surroundings) -> Severity:
    """Return how bad it is that something is lacking, which is no more than a notice at first.

    It is while a meeting is proposed or requested, has no hour, or is more than some days away.
    """
    soon = surroundings.instant + surroundings.limits.completeness_days * DAY
    is_early = meeting.status in NOT_AGREED or not meeting.start or meeting.start.instant > soon
    return Severity.NOTICE if is_early else Severity.WARNING
