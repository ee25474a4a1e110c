"""What hangs on the meetings of a trip: follow-ups, what has to be ready, and the log of calls."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Self, TypeVar

from planner.itinerary.itinerary import Itinerary
from planner.records import FollowUp, Note, Outcome, Task
from planner.records.words import FollowUpState, TaskState
from planner.text.spoken import counted

R = TypeVar("R", FollowUp, Task, Note)
TO_DO = frozenset({FollowUpState.OPEN, FollowUpState.IN_PROGRESS})
"""The states of a follow-up that somebody still has to see to."""
TO_PREPARE = frozenset({TaskState.OPEN, TaskState.IN_PROGRESS})
"""The same of a task."""


@dataclass(frozen=True, slots=True)
class StillOpen:
    """What a meeting that is over still asks of somebody."""

    outcomes: int
    """How many outcomes it had."""
    follow_ups: int
    """How many are still to do."""
    overdue: int
    undated: int

    @property
    def is_pressing(self) -> bool:
        """Whether something is late, or nobody said until when."""
        return bool(self.overdue or self.undated)

    @property
    def words(self) -> str:
        """Say it in short: `4 outcomes · 1 without a due date`."""
        parts = [counted(self.outcomes, "outcome")] if self.outcomes else []
        parts += [f"{self.overdue} overdue"] if self.overdue else []
        parts += [f"{self.undated} without a due date"] if self.undated else []
        if not self.is_pressing:
            parts.append(f"{counted(self.follow_ups, 'follow-up')} open")
        return " · ".join(parts)


@dataclass(frozen=True, slots=True)
class Belongings:
    """The follow-ups, tasks and notes of a trip by meeting; those of the trip itself by None."""

    follow_ups: Mapping[str | None, tuple[FollowUp, ...]]
    tasks: Mapping[str | None, tuple[Task, ...]]
    notes: Mapping[str | None, tuple[Note, ...]]

    @classmethod
    def of(cls, itinerary: Itinerary) -> Self:
        """Sort a trip's: follow-ups and tasks by due date, the log by time."""
        tasks = sorted(itinerary.all(Task).values(), key=_by_due)
        notes = sorted(itinerary.all(Note).values(), key=lambda note: (note.when.instant, note.id))
        return cls(
            _grouped((_meeting_of(itinerary, each), each) for each in itinerary.follow_ups),
            _grouped((each.meeting, each) for each in tasks),
            _grouped((each.meeting, each) for each in notes),
        )

    def still_open(self, itinerary: Itinerary, meeting: str, today: date) -> StillOpen | None:
        """Return what a meeting leaves to do as of a day at home; None where nothing is."""
        to_do = [each for each in self.follow_ups.get(meeting, ()) if each.state in TO_DO]
        if not to_do:
            return None
        return StillOpen(
            outcomes=len(itinerary.outcomes_of(meeting)),
            follow_ups=len(to_do),
            overdue=sum(each.due is not None and each.due < today for each in to_do),
            undated=sum(each.due is None for each in to_do),
        )


def _meeting_of(itinerary: Itinerary, follow_up: FollowUp) -> str | None:
    """Return the meeting that a follow-up comes from, be it by way of an outcome."""
    outcome = itinerary.get(Outcome, follow_up.outcome)
    return follow_up.meeting or (outcome.meeting if outcome else None)


def _grouped(pairs: Iterable[tuple[str | None, R]]) -> dict[str | None, tuple[R, ...]]:
    groups: dict[str | None, list[R]] = {}
    for meeting, record in pairs:
        groups.setdefault(meeting, []).append(record)
    return {meeting: tuple(records) for meeting, records in groups.items()}


def _by_due(task: Task) -> tuple[bool, str, int, str]:
    """Sort a task by its date, else by how long before it is due, the earliest first."""
    return (task.due is None, str(task.due or ""), -(task.days_before or 0), task.id)
