"""What the media may see of a public entry, and by when they have to be there."""

from collections.abc import Iterator

from planner.conflicts.conflict import Conflict, Severity
from planner.conflicts.meetings import HOUR
from planner.conflicts.presence.spans import stands
from planner.conflicts.registry import Family, Need, meeting_rule
from planner.conflicts.surroundings import Surroundings
from planner.itinerary import Itinerary
from planner.moments import Moment
from planner.records import Meeting
from planner.records.words import Coverage, Status, Visibility
from planner.text.spoken import long_date

TO_BE_THERE = frozenset({Coverage.OPEN, Coverage.POOLED, Coverage.POOLED_PHOTO})
"""Coverage for which media come to the place themselves."""


@meeting_rule(
    "coverage-unset",
    Family.RELEASE,
    Severity.WARNING,
    Severity.NOTICE,
    meaning="A public entry has no media coverage stated, or media are not told when to be there.",
    limits=("coverage_hours", "media_hours"),
    needs=(Need.CLOCK,),
)
def coverage_unset(
    itinerary: Itinerary,  # noqa: ARG001 - every rule is asked with it
    surroundings: Surroundings,
    meeting: Meeting,
) -> Iterator[Conflict]:
    """Report what the media note of a meeting lacks, until the meeting begins."""
    start = meeting.start
    if start is None or not _is_to_be_public(meeting) or start.instant < surroundings.instant:
        return
    limits, ahead = surroundings.limits, start.instant - surroundings.instant
    when = f"starts {start.clock} on {long_date(start.date)}"
    if meeting.coverage is Coverage.NOT_STATED:
        is_soon = ahead <= limits.coverage_hours * HOUR
        yield Conflict(
            rule="coverage-unset",
            severity=Severity.WARNING if is_soon else Severity.NOTICE,
            message=f"{meeting.title} is public and {when}; its media coverage is not stated.",
            subjects=(meeting.id,),
            at=start.instant,
            way_out="state what the media may see",
            fold="Coverage not stated",
        )
    elif _needs_an_hour(meeting) and ahead <= limits.media_hours * HOUR:
        yield _without_arrival(meeting, start, when)


def _is_to_be_public(meeting: Meeting) -> bool:
    is_public = meeting.visibility is Visibility.PUBLIC
    return is_public and stands(meeting) and meeting.status is not Status.HELD


def _needs_an_hour(meeting: Meeting) -> bool:
    return meeting.coverage in TO_BE_THERE and meeting.media_arrive_by is None


def _without_arrival(meeting: Meeting, start: Moment, when: str) -> Conflict:
    message = (
        f"{meeting.title} is public ({meeting.coverage}) and {when}; "
        "media are not told by when to arrive."
    )
    return Conflict(
        rule="coverage-unset",
        severity=Severity.WARNING,
        message=message,
        subjects=(meeting.id,),
        at=start.instant,
        way_out="state by when media arrive",
        fold="Arrival of media not stated",
    )
