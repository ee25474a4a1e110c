"""What the other side accepted: nobody is left to wait at the old hour, or counted on unasked.

Both speak only of confirmed meetings that have not begun: before, nothing was promised; afterwards
there is nobody left to tell or to ask.
"""

from collections.abc import Iterable, Iterator

from planner.conflicts.conflict import Conflict, Severity
from planner.conflicts.meetings import (
    HOUR,
    LEADING,
    MULTILATERAL,
    leading_counterparts,
    who_to_tell,
)
from planner.conflicts.presence.spans import stands
from planner.conflicts.registry import Family, Need, meeting_rule
from planner.conflicts.sentences import city_of_zone, clock, listed
from planner.conflicts.surroundings import Surroundings
from planner.itinerary import Itinerary
from planner.itinerary.titles import participant_name
from planner.moments import YEARS, Moment
from planner.records import Meeting, Participant, Venue
from planner.records.words import Response, Role, Side, Status
from planner.text.spoken import length

LONGEST_MINUTES = 14 * 24 * 60
"""What is longer is a slip of the finger, and said as it was typed."""


@meeting_rule(
    "changed-since-accepted",
    Family.PEOPLE,
    Severity.ERROR,
    Severity.WARNING,
    meaning="The time, length or venue is not what was accepted, and nobody was told.",
    limits=("accepted_hours",),
    needs=(Need.CLOCK,),
)
def changed_since_accepted(
    itinerary: Itinerary, surroundings: Surroundings, meeting: Meeting
) -> Iterator[Conflict]:
    """Report a meeting that is not as it was accepted, and who must be told.

    When they were told does not clear it: whether that was of this change or of one before, the
    hour does not say. To mark them told is to keep the present as what they count on.
    """
    start = meeting.start
    parts = since_accepted(itinerary, meeting, surroundings.instant)
    if start is None or not parts:
        return
    before = " ".join(old for old, _ in parts)
    present = " ".join(new for _, new in parts)
    to_tell = who_to_tell(itinerary, meeting.id)
    yield Conflict(
        rule="changed-since-accepted",
        severity=Severity.ERROR if _is_soon(surroundings, start) else Severity.WARNING,
        message=(
            f"{meeting.title}: accepted {before}, is {present}; "
            f"{listed(_names(itinerary, to_tell)) or 'whoever accepted'} must be told."
        ),
        subjects=(meeting.id, *(each.id for each in to_tell)),
        at=start.instant,
        way_out="tell them and mark them told, or set the meeting back to tentative",
    )


def since_accepted(
    itinerary: Itinerary, meeting: Meeting, instant: int
) -> tuple[tuple[str, str], ...]:
    """Return what was accepted and what is instead, in words; none where it still holds.

    None either of what is not confirmed, or has begun at the instant.
    """
    start = _start_to_come(instant, meeting)
    if start is None:
        return ()
    return (*_changed_hours(meeting, start), *_changed_venue(itinerary, meeting))


def _changed_hours(meeting: Meeting, start: Moment) -> Iterator[tuple[str, str]]:
    """Return the hours that were accepted and those that are, if they differ.

    What is not stated differs from nothing: a start without an end is normal.
    """
    accepted, old, new = meeting.accepted_start, meeting.accepted_minutes, meeting.minutes
    lengths = (old, new) if old is not None and new is not None else None
    is_resized = lengths is not None and lengths[0] != lengths[1]
    if accepted is None:
        if lengths and is_resized:
            yield length(lengths[0]), length(lengths[1])
    elif is_resized or accepted.instant != start.instant:
        before = _hours(accepted, old, start)
        present = _hours(start, None if old is None else new, accepted)
        if accepted.zone != start.zone:
            before = f"{before} {city_of_zone(accepted.zone)}"
            present = f"{present} {city_of_zone(start.zone)}"
        yield before, present


def _hours(start: Moment, minutes: int | None, other: Moment) -> str:
    """Return `14:00–14:30`, or `14:00`; with the date where the other start has another."""
    begins = clock(start, other)
    if minutes is None:
        return begins
    if start.wall.year not in YEARS or not 0 < minutes <= LONGEST_MINUTES:
        return f"{begins} for {length(minutes)}"
    return f"{begins}–{clock(start.plus(minutes), start)}"


def _changed_venue(itinerary: Itinerary, meeting: Meeting) -> Iterator[tuple[str, str]]:
    """Return the venue that was accepted and the one that is; a room in it is no other venue."""
    accepted, present = meeting.accepted_venue, meeting.venue
    if accepted and present and accepted not in venues_round(itinerary, present):
        yield _at(itinerary.venue(accepted)), _at(itinerary.venue(present))


def venues_round(itinerary: Itinerary, venue: str) -> set[str]:
    """Return a venue and those that it lies in; they may go in a ring."""
    found: set[str] = set()
    inner: str | None = venue
    while inner and inner not in found:
        found.add(inner)
        known = itinerary.venue(inner)
        inner = known.parent if known else None
    return found


def _at(venue: Venue | None) -> str:
    return f"at {venue.name}" if venue else "at a venue that is not on record"


@meeting_rule(
    "unconfirmed-counterpart",
    Family.PEOPLE,
    Severity.ERROR,
    Severity.WARNING,
    meaning="A meeting is confirmed, and its lead counterpart has not accepted.",
    limits=("accepted_hours",),
    needs=(Need.CLOCK,),
)
def unconfirmed_counterpart(
    itinerary: Itinerary, surroundings: Surroundings, meeting: Meeting
) -> Iterator[Conflict]:
    """Report a confirmed meeting, once, with all its lead counterparts who have not accepted.

    Who answered that they may come is known to be in doubt, and where many leaders meet one of
    them is no condition: these stay a warning to the last.
    """
    start = _start_to_come(surroundings.instant, meeting)
    missing = _not_accepted(itinerary, meeting.id) if start else ()
    if not start or not missing:
        return
    is_unexpected = any(each.response is not Response.TENTATIVE for each in missing)
    is_error = is_unexpected and meeting.kind not in MULTILATERAL and _is_soon(surroundings, start)
    have = "has" if len(missing) == 1 else "have"
    yield Conflict(
        rule="unconfirmed-counterpart",
        severity=Severity.ERROR if is_error else Severity.WARNING,
        message=(
            f"{meeting.title} is confirmed, but {listed(_names(itinerary, missing))} "
            f"{have} not accepted."
        ),
        subjects=(meeting.id, *(each.id for each in missing)),
        at=start.instant,
        way_out="record the acceptance or set the meeting back to tentative",
        fold="Counterpart has not accepted",
    )


def _not_accepted(itinerary: Itinerary, meeting: str) -> tuple[Participant, ...]:
    """Return the lead counterparts who have not accepted.

    Who declined counts only where nobody else leads: else somebody came in their place.
    """
    leading = leading_counterparts(itinerary, meeting) or tuple(
        each
        for each in itinerary.participants_of(meeting)
        if each.side is not Side.OURS and each.role in LEADING
    )
    return tuple(each for each in leading if each.response is not Response.ACCEPTED)


def _start_to_come(instant: int, meeting: Meeting) -> Moment | None:
    """Return when a confirmed meeting starts, as long as it has not at an instant."""
    start = meeting.start
    if start is None or meeting.status is not Status.CONFIRMED or not stands(meeting):
        return None
    return start if start.instant > instant else None


def _is_soon(surroundings: Surroundings, start: Moment) -> bool:
    return start.instant <= surroundings.instant + surroundings.limits.accepted_hours * HOUR


def _names(itinerary: Itinerary, participants: Iterable[Participant]) -> list[str]:
    """Return what each is called, with what they answered or do where that is not plain."""
    return [
        f"{participant_name(itinerary, each) or 'somebody not named yet'}{_remark(each)}"
        for each in participants
    ]


def _remark(participant: Participant) -> str:
    if participant.role is Role.INTERPRETER:
        return " (interpreter)"
    answered = participant.response not in (None, Response.ACCEPTED)
    return f" ({participant.response})" if answered else ""
