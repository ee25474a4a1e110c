"""What rules ask of a meeting: is it substantive, who leads the other side, how bad is a lack."""

from planner.conflicts.conflict import Severity
from planner.conflicts.surroundings import Surroundings
from planner.itinerary import Itinerary
from planner.records import Meeting, Office, Participant, Tenure
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
from planner.settings import Limits

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
IRREPLACEABLE = frozenset({Role.INTERPRETER, Role.NOTETAKER})
"""Those without whom a meeting cannot be as planned, beside who leads either side."""
HEADS = frozenset({RankClass.HEAD_OF_STATE, RankClass.HEAD_OF_GOVERNMENT})
NOT_IN_OFFICE = frozenset({Qualifier.ELECT, Qualifier.DESIGNATE, Qualifier.FORMER})
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


def who_to_tell(itinerary: Itinerary, meeting: str) -> tuple[Participant, ...]:
    """Return the lead counterparts, then the interpreters; who declined does not come."""
    interpreters = (
        each
        for each in itinerary.participants_of(meeting)
        if each.role is Role.INTERPRETER and each.response is not Response.DECLINED
    )
    return (*leading_counterparts(itinerary, meeting), *interpreters)


def minutes_to_change(itinerary: Itinerary, limits: Limits, before: Meeting, after: Meeting) -> int:
    """Return the minutes for one counterpart to leave a room before another comes into it.

    Zero where nobody leaves, nobody else comes, or one of the two is a call.
    """
    kinds = {before.kind, after.kind}
    leaving, coming = _leads(itinerary, before), _leads(itinerary, after)
    if MeetingKind.CALL in kinds or not (leaving and coming and leaving.isdisjoint(coming)):
        return 0
    is_multilateral = itinerary.trip.category is TripCategory.MULTILATERAL
    if is_multilateral or not kinds.isdisjoint(MULTILATERAL):
        return limits.buffer_minutes_multilateral
    return limits.buffer_minutes


def _leads(itinerary: Itinerary, meeting: Meeting) -> set[str]:
    """Return who leads the other sides of a meeting: by id, or by the words for them."""
    return {each.person or each.words for each in leading_counterparts(itinerary, meeting.id)}


def is_leader(tenure: Tenure, office: Office) -> bool:
    """Tell whether somebody is at the head of a state or its government, and in office."""
    is_head = office.of_kind is OfficeOf.STATE and office.rank in HEADS
    return is_head and tenure.qualifier not in NOT_IN_OFFICE


def severity_of_lack(meeting: Meeting, surroundings: Surroundings) -> Severity:
    """Return how bad it is that something is lacking, which is no more than a notice at first.

    It is while a meeting is proposed or requested, has no hour, or is more than some days away.
    """
    soon = surroundings.instant + surroundings.limits.completeness_days * DAY
    is_early = meeting.status in NOT_AGREED or not meeting.start or meeting.start.instant > soon
    return Severity.NOTICE if is_early else Severity.WARNING
