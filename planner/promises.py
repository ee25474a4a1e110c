"""What was promised on any trip: the follow-ups, who owes them, to whom, and until when."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from planner.edits import Change, Edit
from planner.records import FollowUp, Trip
from planner.records.words import FollowUpState
from planner.text.spelling import fold
from planner.text.spoken import counted, long_date
from planner.zones import zone

TO_DO = frozenset({FollowUpState.OPEN, FollowUpState.IN_PROGRESS})


@dataclass(frozen=True, slots=True)
class Promise:
    """A follow-up, and what it comes from."""

    follow_up: FollowUp
    trip: Trip
    meeting: str = ""
    """The title of the meeting that it comes from, by itself or by its outcome."""
    outcome: str = ""
    """The text of its outcome."""
    counterparts: tuple[str, ...] = ()
    """Whom it was promised to: the counterpart named, else those who led the other side."""

    @property
    def is_to_do(self) -> bool:
        """Whether it is neither complete nor dropped."""
        return self.follow_up.state in TO_DO

    def days_left(self, now: datetime) -> int | None:
        """Return the days until it is due, by the date at the trip's home; below zero once over."""
        due = self.follow_up.due
        return None if due is None else (due - today_of(self.trip, now)).days

    def is_overdue(self, now: datetime) -> bool:
        """Tell whether it is still to do, and was due before today."""
        left = self.days_left(now)
        return self.is_to_do and left is not None and left < 0


def today_of(trip: Trip, now: datetime) -> date:
    """Return the date at a trip's home, by which its office counts what is due."""
    return now.astimezone(zone(trip.home.zone)).date()


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which promises somebody wants to see; a name may be any part of it, or its initials."""

    owner: str = ""
    counterpart: str = ""
    trip: str = ""
    """The id of a trip; of all, where it is empty."""
    overdue: bool = False
    done: bool = False
    """Also what is complete or dropped."""

    def admits(self, promise: Promise, now: datetime) -> bool:
        """Tell whether a promise is among them."""
        return (
            (self.done or promise.is_to_do)
            and (not self.overdue or promise.is_overdue(now))
            and self.trip in ("", promise.trip.id)
            and _means(self.owner, (promise.follow_up.owner,))
            and _means(self.counterpart, promise.counterparts)
        )


def _means(wanted: str, names: Iterable[str]) -> bool:
    """Tell whether a text is part of any of some names, or the initials of one: `GAC`."""
    key = fold(wanted)
    return not key or any(
        key in fold(name) or key == "".join(word[0] for word in fold(name).split())
        for name in names
    )


def chosen(
    promises: Iterable[Promise], wanted: Wanted, now: datetime
) -> tuple[tuple[str, tuple[Promise, ...]], ...]:
    """Return the promises that are wanted under their headings: overdue first, and done last."""
    groups: dict[str, list[Promise]] = {heading: [] for heading in HEADINGS}
    for each in promises:
        if wanted.admits(each, now):
            groups[_heading(each, now)].append(each)
    return tuple(
        (heading, tuple(sorted(found, key=_order))) for heading, found in groups.items() if found
    )


OVERDUE, DUE, UNDATED, DONE = "Overdue", "To do", "Without a date", "Done"
HEADINGS = (OVERDUE, DUE, UNDATED, DONE)


def _heading(promise: Promise, now: datetime) -> str:
    if not promise.is_to_do:
        return DONE
    if promise.follow_up.due is None:
        return UNDATED
    return OVERDUE if promise.is_overdue(now) else DUE


def _order(promise: Promise) -> tuple[date, str, str, str]:
    each = promise.follow_up
    return (each.due or date.max, fold(each.owner), each.text, each.id)


def when_due(promise: Promise, now: datetime) -> str:
    """Return `due in 12 days (Wednesday 30 April 2025)` or `3 days overdue (…)`; else its state."""
    due, left = promise.follow_up.due, promise.days_left(now)
    if not promise.is_to_do:
        return promise.follow_up.state.value
    if due is None or left is None:
        return "no date"
    said = {0: "due today", 1: "due tomorrow"}.get(left)
    if said is None:
        said = f"due in {counted(left, 'day')}" if left > 0 else f"{counted(-left, 'day')} overdue"
    return f"{said} ({long_date(due)})"


def turned(promise: Promise) -> Edit:
    """Return the Edit that marks one complete; one that is done with, open again."""
    before = promise.follow_up
    state = FollowUpState.COMPLETE if promise.is_to_do else FollowUpState.OPEN
    return Edit(
        f"Marked follow-up “{before.text}” {state.value}",
        (Change(before, replace(before, state=state)),),
    )


def comes_from(promise: Promise) -> str:
    """Return whom it was promised to, where, and on which trip."""
    parts = (", ".join(promise.counterparts), promise.meeting, promise.trip.title)
    return " · ".join(part for part in parts if part)
