"""What has to be ready before a meeting: its texts and its tasks."""

from collections.abc import Iterator
from datetime import date

from planner.conflicts.conflict import Conflict, Severity
from planner.conflicts.home_dates import (
    day_at_home,
    days_earlier,
    end_of_day_at_home,
    today_at_home,
)
from planner.conflicts.meetings import HOUR
from planner.conflicts.presence.spans import stands
from planner.conflicts.registry import Family, Need, meeting_rule, rule
from planner.conflicts.surroundings import Surroundings
from planner.itinerary import Itinerary
from planner.itinerary.programme import trip_days
from planner.records import Meeting, Outcome, Task
from planner.records.words import OutcomeKind, OutcomeState, Status, TaskKind, TaskState
from planner.text.spoken import long_date

JOINT_TEXTS = frozenset(
    {
        OutcomeKind.JOINT_STATEMENT,
        OutcomeKind.COMMUNIQUE,
        OutcomeKind.DECLARATION,
        OutcomeKind.AGREEMENT,
        OutcomeKind.MEMORANDUM,
        OutcomeKind.LETTER_OF_INTENT,
    }
)
"""Outcomes whose every word both sides have to accept."""
NOT_AGREED = frozenset({OutcomeState.EXPECTED, OutcomeState.UNDER_NEGOTIATION})
TO_DO = frozenset({TaskState.OPEN, TaskState.IN_PROGRESS})


@meeting_rule(
    "text-not-agreed",
    Family.SUBSTANCE,
    Severity.WARNING,
    meaning="A joint text is not agreed shortly before its meeting.",
    limits=("text_hours",),
    needs=(Need.CLOCK,),
)
def text_not_agreed(
    itinerary: Itinerary, surroundings: Surroundings, meeting: Meeting
) -> Iterator[Conflict]:
    """Report the joint texts expected of a meeting, until it is marked held."""
    start = meeting.start
    if start is None or meeting.status is Status.HELD or not stands(meeting):
        return
    if start.instant - surroundings.limits.text_hours * HOUR > surroundings.instant:
        return
    begins = f"{meeting.title} starts {start.clock} on {long_date(start.date)}"
    for outcome in itinerary.outcomes_of(meeting.id):
        if outcome.kind in JOINT_TEXTS and outcome.state in NOT_AGREED:
            yield Conflict(
                rule="text-not-agreed",
                severity=Severity.WARNING,
                message=f"{_text(outcome)} is {outcome.state}, not agreed; {begins}.",
                subjects=(outcome.id, meeting.id),
                at=start.instant,
                way_out="agree the text or withdraw it",
                fold="Joint text not agreed",
            )


def _text(outcome: Outcome) -> str:
    return f"{outcome.kind.capitalize()} “{outcome.text}”"


@rule(
    "task-overdue",
    Family.SUBSTANCE,
    Severity.WARNING,
    meaning="A task is not done, and past its due date or its days before the meeting or the trip.",
    needs=(Need.CLOCK,),
)
def task_overdue(itinerary: Itinerary, surroundings: Surroundings) -> Iterator[Conflict]:
    """Report tasks that were due before today at home.

    Tasks of a meeting that fell away are moot, and so are those that were to be done before one
    that was held; thanks can still be sent.
    """
    today = today_at_home(itinerary, surroundings)
    begins, _ = trip_days(itinerary) or (None, None)
    for task in itinerary.all(Task).values():
        if task.state not in TO_DO:
            continue
        meeting = itinerary.get(Meeting, task.meeting)
        met = _day_of(itinerary, meeting) if meeting else begins
        due = _due(task, met)
        if due and due[0] < today and not (meeting and _is_moot(task, meeting, met, due[0])):
            yield _overdue(itinerary, task, meeting, due)


def _day_of(itinerary: Itinerary, meeting: Meeting) -> date | None:
    return day_at_home(itinerary, meeting.start) if meeting.start else meeting.day


def _due(task: Task, met: date | None) -> tuple[date, str] | None:
    """Return the day by which a task has to be done, and its T-minus where that says so."""
    dues = [(task.due, "")] if task.due else []
    if task.days_before is not None and met:
        sign = "+" if task.days_before < 0 else "−"
        minus = f" (T{sign}{abs(task.days_before)})" if task.days_before else ""
        dues.append((days_earlier(met, task.days_before), minus))
    return min(dues, default=None)


def _is_moot(task: Task, meeting: Meeting, met: date | None, due: date) -> bool:
    if not stands(meeting):
        return True
    was_for_before = met is not None and due <= met and task.kind is not TaskKind.THANK_YOU
    return meeting.status is Status.HELD and was_for_before


def _overdue(
    itinerary: Itinerary, task: Task, meeting: Meeting | None, due: tuple[date, str]
) -> Conflict:
    day, minus = due
    kind = "Task" if task.kind is TaskKind.OTHER else task.kind.capitalize()
    of = f" for {meeting.title}" if meeting else ""
    return Conflict(
        rule="task-overdue",
        severity=Severity.WARNING,
        message=f"{kind} “{task.what}”{of} was due on {long_date(day)}{minus}.",
        subjects=(task.id, *((meeting.id,) if meeting else ())),
        at=end_of_day_at_home(itinerary, day),
        way_out="mark it done or give it more time",
        fold="Task overdue",
    )
