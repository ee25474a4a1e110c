"""What was kept open, and should by now be decided: placeholders and alternatives."""

from collections.abc import Iterator, Sequence

from planner.conflicts.conflict import Conflict, Severity
from planner.conflicts.home_dates import day_at_home, today_at_home
from planner.conflicts.presence.spans import stands
from planner.conflicts.registry import Family, Need, rule
from planner.conflicts.sentences import listed
from planner.conflicts.surroundings import Surroundings
from planner.itinerary import Itinerary
from planner.itinerary.entries import FIRM
from planner.records import Meeting
from planner.records.words import MeetingKind, Status
from planner.text.spoken import long_date


@rule(
    "placeholder-expired",
    Family.SUBSTANCE,
    Severity.ERROR,
    Severity.WARNING,
    meaning="A placeholder is past its expiry and not confirmed, or two alternatives of one choice "
    "are both confirmed.",
    needs=(Need.CLOCK,),
)
def placeholder_expired(itinerary: Itinerary, surroundings: Surroundings) -> Iterator[Conflict]:
    """Report what was kept too long, also without an hour, and choices that were made twice."""
    standing = [meeting for meeting in itinerary.meetings if stands(meeting)]
    yield from _kept_too_long(itinerary, surroundings, standing)
    chosen: dict[str, list[Meeting]] = {}
    for meeting in standing:
        if meeting.choice and meeting.status in FIRM:
            chosen.setdefault(meeting.choice, []).append(meeting)
    for meetings in chosen.values():
        if len(meetings) > 1:
            yield _chosen_twice(meetings)


def _kept_too_long(
    itinerary: Itinerary, surroundings: Surroundings, standing: Sequence[Meeting]
) -> Iterator[Conflict]:
    today = today_at_home(itinerary, surroundings)
    for meeting in standing:
        expires = meeting.placeholder_expires
        if expires is None or not _is_undecided(meeting):
            continue
        day = day_at_home(itinerary, expires)
        if day < today:
            is_placeholder = meeting.kind is MeetingKind.PLACEHOLDER
            still = "a placeholder" if is_placeholder else meeting.status.value
            yield Conflict(
                rule="placeholder-expired",
                severity=Severity.WARNING,
                message=f"{meeting.title} was kept until {long_date(day)} and is still {still}.",
                subjects=(meeting.id,),
                at=expires.instant,
                way_out="confirm it, let it go or keep it longer",
                fold="Placeholder expired",
            )


def _is_undecided(meeting: Meeting) -> bool:
    is_placeholder = meeting.kind is MeetingKind.PLACEHOLDER
    return meeting.status is not Status.HELD and (is_placeholder or meeting.status not in FIRM)


def _chosen_twice(meetings: Sequence[Meeting]) -> Conflict:
    """Return that more than one alternative was chosen; what was held can no longer be let go."""
    held = {meeting.status for meeting in meetings}
    statuses = [status.value for status in (Status.CONFIRMED, Status.HELD) if status in held]
    all_are, others = ("both are", "other") if len(meetings) == 2 else ("all are", "others")
    is_open = Status.CONFIRMED in held
    names = listed([meeting.title for meeting in meetings])
    in_order = sorted(meetings, key=lambda meeting: meeting.status is Status.HELD)
    starts = [meeting.start.instant for meeting in meetings if meeting.start]
    return Conflict(
        rule="placeholder-expired",
        severity=Severity.ERROR,
        message=f"{names} are alternatives of one choice, and {all_are} {' or '.join(statuses)}.",
        subjects=tuple(meeting.id for meeting in in_order),
        at=min(starts, default=None),
        way_out=f"keep one and cancel the {others}" if is_open else "take one out of the choice",
    )
