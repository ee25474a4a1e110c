"""What was promised: which of it is wanted, under which heading, and in which words."""

from datetime import UTC, date, datetime

import pytest

from planner.promises import (
    DONE,
    DUE,
    OVERDUE,
    UNDATED,
    Promise,
    Wanted,
    chosen,
    comes_from,
    when_due,
)
from planner.records import FollowUp
from planner.records.words import FollowUpState
from tests.planner.building import trip

TRIP = trip().trip
NOW = datetime(2025, 4, 30, 12, tzinfo=UTC)
LATE_AT_HOME = datetime(2025, 5, 1, 3, tzinfo=UTC)
"""In Ottawa it is still 30 April."""


def promise(
    due: date | None = None,
    owner: str = "",
    state: FollowUpState = FollowUpState.OPEN,
    *counterparts: str,
    text: str = "Send the draft",
) -> Promise:
    record = FollowUp(id=f"{text}{due}", trip="trip", text=text, owner=owner, due=due, state=state)
    return Promise(record, TRIP, "Working lunch", "A draft", counterparts)


YESTERDAY, TODAY, TOMORROW = date(2025, 4, 29), date(2025, 4, 30), date(2025, 5, 1)


@pytest.mark.parametrize(
    ("due", "state", "now", "said"),
    [
        (None, FollowUpState.OPEN, NOW, "no date"),
        (TODAY, FollowUpState.OPEN, NOW, "due today (Wednesday 30 April 2025)"),
        (TODAY, FollowUpState.OPEN, LATE_AT_HOME, "due today (Wednesday 30 April 2025)"),
        (TOMORROW, FollowUpState.IN_PROGRESS, NOW, "due tomorrow (Thursday 1 May 2025)"),
        (date(2025, 5, 2), FollowUpState.OPEN, NOW, "due in 2 days (Friday 2 May 2025)"),
        (YESTERDAY, FollowUpState.OPEN, NOW, "1 day overdue (Tuesday 29 April 2025)"),
        (date(2025, 4, 1), FollowUpState.OPEN, NOW, "29 days overdue (Tuesday 1 April 2025)"),
        (YESTERDAY, FollowUpState.COMPLETE, NOW, "complete"),
        (None, FollowUpState.DROPPED, NOW, "dropped"),
    ],
)
def test_when_it_is_due_is_said_by_the_date_at_home(
    due: date | None, state: FollowUpState, now: datetime, said: str
) -> None:
    assert when_due(promise(due, state=state), now) == said


def test_what_is_overdue_comes_first_and_what_is_done_last() -> None:
    late, later = promise(date(2025, 4, 1)), promise(YESTERDAY)
    soon, undated = promise(TODAY), promise()
    done = promise(YESTERDAY, state=FollowUpState.COMPLETE, text="Thank them")
    found = chosen([undated, done, soon, later, late], Wanted(done=True), NOW)
    assert found == (
        (OVERDUE, (late, later)),
        (DUE, (soon,)),
        (UNDATED, (undated,)),
        (DONE, (done,)),
    )


@pytest.mark.parametrize(
    ("wanted", "is_shown"),
    [
        (Wanted(), True),
        (Wanted(overdue=True), True),
        (Wanted(owner="affairs"), True),
        (Wanted(owner="GLOBAL"), True),
        (Wanted(owner="gac"), True),
        (Wanted(owner="ga"), False),
        (Wanted(owner="privy"), False),
        (Wanted(counterpart="elysee"), False),
        (Wanted(counterpart="macron"), True),
        (Wanted(counterpart="Emmanuel MACRON"), True),
        (Wanted(counterpart="em"), True),
        (Wanted(counterpart="starmer"), False),
        (Wanted(trip="trip"), True),
        (Wanted(trip="another"), False),
        (Wanted(owner="gac", counterpart="macron", trip="trip", overdue=True), True),
    ],
)
def test_it_is_found_by_its_owner_its_counterpart_and_its_trip(
    wanted: Wanted, is_shown: bool
) -> None:
    owed = promise(
        YESTERDAY, "Global Affairs Canada", FollowUpState.OPEN, "Charles III", "Emmanuel Macron"
    )
    assert bool(chosen([owed], wanted, NOW)) is is_shown


@pytest.mark.parametrize(
    ("due", "state", "wanted", "is_shown"),
    [
        (TODAY, FollowUpState.OPEN, Wanted(overdue=True), False),
        (None, FollowUpState.OPEN, Wanted(overdue=True), False),
        (YESTERDAY, FollowUpState.IN_PROGRESS, Wanted(overdue=True), True),
        (YESTERDAY, FollowUpState.COMPLETE, Wanted(overdue=True, done=True), False),
        (YESTERDAY, FollowUpState.COMPLETE, Wanted(), False),
        (YESTERDAY, FollowUpState.DROPPED, Wanted(done=True), True),
    ],
)
def test_what_is_done_is_shown_where_it_is_asked_for_and_is_never_overdue(
    due: date | None, state: FollowUpState, wanted: Wanted, is_shown: bool
) -> None:
    assert bool(chosen([promise(due, state=state)], wanted, NOW)) is is_shown


def test_it_says_whom_it_was_promised_to_and_where() -> None:
    owed = promise(None, "", FollowUpState.OPEN, "Emmanuel Macron")
    assert comes_from(owed) == f"Emmanuel Macron · Working lunch · {TRIP.title}"
    assert comes_from(Promise(owed.follow_up, TRIP)) == TRIP.title
