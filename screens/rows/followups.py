"""What follow-ups of all trips look like: who owes it and until when, what it is, to whom."""

from collections.abc import Iterator
from datetime import datetime

from planner.promises import OVERDUE, Promise, comes_from, when_due
from planner.records.words import FollowUpState
from planner.text.cells import printable
from planner.text.spoken import counted, short_date
from screens.rows.painting import Painting, Piece
from screens.rows.text import item_rows, text_rows

NONE = "Nothing was promised on any trip."
NONE_LIKE_THAT = "No follow-up is like that."
NOBODY = "nobody owns it"
MARKS = {FollowUpState.COMPLETE: "✓", FollowUpState.DROPPED: "×"}
"""What is done with; what is to do has a ring, and a mark of a warning where it is overdue."""


def group_heading(heading: str, count: int) -> Painting:
    """Return the heading of what is overdue, to do, without a date, or done."""
    role = "warning" if heading == OVERDUE else "muted"
    return Painting((Piece(heading, "title"),), (Piece(counted(count, "follow-up"), role),), "day")


def promise_rows(promise: Promise, heading: str, now: datetime, width: int) -> Iterator[Painting]:
    """Yield what was promised, and under it who owes it, to whom, and the last word on it."""
    each = promise.follow_up
    is_late = heading == OVERDUE
    mark = MARKS.get(each.state, "▲" if is_late else "○")
    role = "warning" if is_late else "muted"
    ink = "" if promise.is_to_do else "past"
    due = _short(promise, now)
    head = Piece(f"{mark} ", role)
    yield from item_rows(printable(each.text), (Piece(due, role),), width, ink, head)
    owner = each.owner or NOBODY
    yield from text_rows(printable(f"{owner} · {comes_from(promise)}"), width, "muted", indent="  ")
    if each.last_word:
        on = f" ({short_date(each.last_word_on)})" if each.last_word_on else ""
        yield from text_rows(
            printable(f"Last word{on}: {each.last_word}"), width, "muted", indent="  "
        )


def _short(promise: Promise, now: datetime) -> str:
    """Return `3 days overdue`, without the day: that is read where it is typed."""
    return when_due(promise, now).partition(" (")[0]
