"""What meetings are about, and what comes of them.

What a meeting that was held lacked is past mending, and is not reported: neither an agenda that was
too long nor a venue that nobody wrote down.
"""

from collections.abc import Iterator
from math import ceil

from planner.conflicts.conflict import Conflict, Severity
from planner.conflicts.presence.journey import journey
from planner.conflicts.presence.spans import hour_to_come
from planner.conflicts.registry import Family, meeting_rule
from planner.conflicts.sentences import city_at
from planner.conflicts.surroundings import Surroundings
from planner.itinerary import Itinerary
from planner.itinerary.entries import expected_minutes
from planner.itinerary.talk import Talk, talk_of
from planner.records import Meeting, Outcome
from planner.records.words import OutcomeState, Status
from planner.settings import Limits

REACHED = frozenset(
    {
        OutcomeState.AGREED,
        OutcomeState.ANNOUNCED,
        OutcomeState.SIGNED,
        OutcomeState.IN_FORCE,
        OutcomeState.IMPLEMENTED,
    }
)
"""What an outcome can be only once its meeting took place."""

LONGEST_SITTING = 24 * 60
"""Minutes beyond which sitting longer is no advice."""


@meeting_rule(
    "agenda-overrun",
    Family.SUBSTANCE,
    Severity.WARNING,
    meaning="The topics need more minutes than the meeting has; consecutive interpretation takes "
    "its time too.",
    limits=("consecutive_factor",),
)
def agenda_overrun(
    itinerary: Itinerary, surroundings: Surroundings, meeting: Meeting
) -> Iterator[Conflict]:
    """Report an agenda that is too long, by the minutes stated for topics that will come up."""
    start = hour_to_come(meeting)
    if start is None:
        return
    talk = talk_of(itinerary, meeting, surroundings.limits)
    length = expected_minutes(meeting)
    if talk.minutes > length > 0:
        yield Conflict(
            rule="agenda-overrun",
            severity=Severity.WARNING,
            message=_overrun(meeting, talk, length),
            subjects=(meeting.id,),
            at=start.instant,
            shortfall=talk.minutes - length,
            way_out=_shorter(itinerary, surroundings.limits, meeting, talk),
        )


def _overrun(meeting: Meeting, talk: Talk, length: int) -> str:
    needs = f"{talk.topics} min of topics"
    if talk.is_consecutive:
        needs += f" take {talk.minutes} min with consecutive interpretation"
    held = f"{length} min" if meeting.minutes is not None else f"a meeting (assuming {length} min)"
    return f"{meeting.title}: {needs} in {held}, {talk.minutes - length} min short."


def _shorter(itinerary: Itinerary, limits: Limits, meeting: Meeting, talk: Talk) -> str:
    """Return how many minutes of topics to drop, or how long to sit."""
    drop = f"drop {ceil((talk.minutes - (meeting.minutes or 0)) / talk.factor)} min of topics"
    if meeting.minutes is None:
        return f"state its length, {talk.minutes} min or more"
    if meeting.fixed or meeting.start is None or talk.minutes > LONGEST_SITTING:
        return drop
    end = meeting.start.plus(talk.minutes)
    city = city_at(journey(itinerary, limits).spots, meeting, end)
    return f"{drop} or end at {end.clock} {city}"


@meeting_rule(
    "outcome-not-held",
    Family.SUBSTANCE,
    Severity.ERROR,
    meaning="An outcome is agreed, announced or signed at a meeting that is not held.",
)
def outcome_not_held(itinerary: Itinerary, _: Surroundings, meeting: Meeting) -> Iterator[Conflict]:
    """Report a meeting that has results and did not take place, also one that fell away.

    What the trip as a whole brought needs no meeting.
    """
    if meeting.status is Status.HELD or meeting.informational:
        return
    reached = [each for each in itinerary.outcomes_of(meeting.id) if each.state in REACHED]
    if reached:
        yield Conflict(
            rule="outcome-not-held",
            severity=Severity.ERROR,
            message=_too_early(meeting, reached),
            subjects=(meeting.id, *(outcome.id for outcome in reached)),
            at=meeting.start.instant if meeting.start else None,
            way_out=f"mark {meeting.title} held or set what is not reached yet to expected",
        )


def _too_early(meeting: Meeting, reached: list[Outcome]) -> str:
    first = reached[0]
    said = f"“{first.text}” is {first.state}"
    if len(reached) > 1:
        said = f"{len(reached)} outcomes are {' or '.join(_states(reached))}"
    return f"{meeting.title} is {meeting.status}, not held: {said}."


def _states(reached: list[Outcome]) -> list[str]:
    held = {outcome.state for outcome in reached}
    return [state.value for state in OutcomeState if state in held]
