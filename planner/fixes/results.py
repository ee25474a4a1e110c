"""Mending what is written of a meeting: held, discussed, told, tentative."""

from collections.abc import Iterator
from dataclasses import replace

from planner.conflicts import Conflict, Surroundings
from planner.edits import Change, Edit
from planner.fixes.candidate import Candidate
from planner.itinerary import Itinerary
from planner.itinerary.entries import expected_minutes
from planner.records import Meeting, Topic
from planner.records.words import Status, TopicState
from planner.telling import mark_told
from planner.text.spoken import counted


def held(
    itinerary: Itinerary, surroundings: Surroundings, conflict: Conflict
) -> Iterator[Candidate]:
    """Yield the meetings that are over as held."""
    over = [
        meeting
        for meeting in _meetings(itinerary, conflict)
        if meeting.status is not Status.HELD and _is_over(meeting, surroundings.instant)
    ]
    if over:
        what = over[0].title if len(over) == 1 else counted(len(over), "meeting")
        yield Candidate(f"mark {what} held", _edit(f"Marked {what} held", over, Status.HELD))


def _is_over(meeting: Meeting, now: int) -> bool:
    minutes = expected_minutes(meeting)
    return meeting.start is not None and meeting.start.plus(minutes).instant <= now


def tentative(
    itinerary: Itinerary,
    surroundings: Surroundings,  # noqa: ARG001 - one signature for all sources
    conflict: Conflict,
) -> Iterator[Candidate]:
    """Yield a confirmed meeting as tentative again."""
    for meeting in _meetings(itinerary, conflict)[:1]:
        if meeting.status is Status.CONFIRMED:
            label = f"Marked {meeting.title} tentative"
            yield Candidate(
                f"mark {meeting.title} tentative", _edit(label, [meeting], Status.TENTATIVE)
            )


def told(
    itinerary: Itinerary, surroundings: Surroundings, conflict: Conflict
) -> Iterator[Candidate]:
    """Yield that those who accepted something else were told of it."""
    for meeting in _meetings(itinerary, conflict)[:1]:
        edit = mark_told(itinerary, [meeting], surroundings.now)
        yield Candidate(f"mark {meeting.title} told", edit)


def discussed(
    itinerary: Itinerary,
    surroundings: Surroundings,  # noqa: ARG001 - one signature for all sources
    conflict: Conflict,
) -> Iterator[Candidate]:
    """Yield the topics of a meeting that nobody said anything of, as discussed."""
    for meeting in _meetings(itinerary, conflict)[:1]:
        topics = [
            each
            for each in itinerary.topics_of(meeting.id)
            if each.state in {TopicState.PROPOSED, TopicState.AGREED}
        ]
        if topics:
            what = _named(topics)
            changes = tuple(
                Change(each, replace(each, state=TopicState.DISCUSSED)) for each in topics
            )
            yield Candidate(f"mark {what} discussed", Edit(f"Marked {what} discussed", changes))


def _named(topics: list[Topic]) -> str:
    return topics[0].title if len(topics) == 1 else counted(len(topics), "topic")


def _meetings(itinerary: Itinerary, conflict: Conflict) -> list[Meeting]:
    found = (itinerary.get(Meeting, subject) for subject in conflict.subjects)
    return [meeting for meeting in found if meeting]


def _edit(label: str, meetings: list[Meeting], status: Status) -> Edit:
    return Edit(label, tuple(Change(each, replace(each, status=status)) for each in meetings))
