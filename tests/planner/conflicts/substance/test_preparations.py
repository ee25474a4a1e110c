from dataclasses import replace
from datetime import date

import pytest

from planner.conflicts import Conflict, Severity
from planner.itinerary import Itinerary
from planner.records import Meeting, Outcome, Task
from planner.records.words import OutcomeKind, OutcomeState, Status, TaskKind, TaskState
from planner.settings import Limits
from tests.planner.building import as_of, found, meeting, outcome, stop, trip

BILATERAL = meeting("Bilateral", "12:00-13:00")
DAY_BEFORE = "2025-03-16T12:00[Europe/Paris]"


def text(
    kind: OutcomeKind = OutcomeKind.JOINT_STATEMENT,
    state: OutcomeState = OutcomeState.UNDER_NEGOTIATION,
    of: str | None = "Bilateral",
) -> Outcome:
    return replace(outcome("On trade", state, of), kind=kind)


def unagreed_in(itinerary: Itinerary, now: str = DAY_BEFORE) -> list[Conflict]:
    return found("text-not-agreed", itinerary, as_of(now))


def test_a_joint_text_is_agreed_a_day_before() -> None:
    (conflict,) = unagreed_in(trip(BILATERAL, text()))
    assert conflict.severity is Severity.WARNING
    assert conflict.message == (
        "Joint statement “On trade” is under negotiation, not agreed; "
        "Bilateral starts 12:00 on Monday 17 March 2025."
    )
    assert conflict.subjects == ("On trade", "Bilateral")
    assert conflict.way_out == "agree the text or withdraw it"


@pytest.mark.parametrize(
    ("now", "is_found"),
    [
        ("2025-03-16T11:59[Europe/Paris]", False),
        ("2025-03-16T12:00[Europe/Paris]", True),
        ("2025-03-17T14:00[Europe/Paris]", True),
    ],
)
def test_it_is_asked_from_a_day_before_on(now: str, is_found: bool) -> None:
    assert bool(unagreed_in(trip(BILATERAL, text()), now)) is is_found


def test_how_many_hours_before_is_a_limit() -> None:
    early = as_of("2025-03-16T11:59[Europe/Paris]", limits=Limits(text_hours=25))
    assert len(found("text-not-agreed", trip(BILATERAL, text()), early)) == 1


@pytest.mark.parametrize(
    ("kind", "is_joint_text"),
    [
        (OutcomeKind.JOINT_STATEMENT, True),
        (OutcomeKind.COMMUNIQUE, True),
        (OutcomeKind.DECLARATION, True),
        (OutcomeKind.AGREEMENT, True),
        (OutcomeKind.MEMORANDUM, True),
        (OutcomeKind.LETTER_OF_INTENT, True),
        (OutcomeKind.PARTNERSHIP, False),
        (OutcomeKind.COMMITMENT, False),
        (OutcomeKind.ANNOUNCEMENT, False),
        (OutcomeKind.DISAGREEMENT, False),
    ],
)
def test_only_what_both_sides_have_to_word_is_a_joint_text(
    kind: OutcomeKind, is_joint_text: bool
) -> None:
    assert bool(unagreed_in(trip(BILATERAL, text(kind)))) is is_joint_text


@pytest.mark.parametrize("state", OutcomeState)
def test_expected_is_not_agreed_either_and_all_else_is_settled(state: OutcomeState) -> None:
    is_found = state in {OutcomeState.EXPECTED, OutcomeState.UNDER_NEGOTIATION}
    assert bool(unagreed_in(trip(BILATERAL, text(state=state)))) is is_found


@pytest.mark.parametrize(
    "left_out",
    [
        replace(BILATERAL, status=Status.HELD),
        replace(BILATERAL, status=Status.CANCELLED),
        replace(BILATERAL, informational=True),
        meeting("Bilateral"),
    ],
)
def test_what_is_over_or_fell_away_or_has_no_hour_is_left_alone(left_out: Meeting) -> None:
    assert not unagreed_in(trip(left_out, text()))


def test_a_text_of_the_trip_as_a_whole_has_no_hour_by_which_it_is_agreed() -> None:
    assert not unagreed_in(trip(BILATERAL, text(of=None)))


NOON_AT_HOME = "2025-03-15T12:00[America/Toronto]"


def task(
    due: int | None = None,
    minus: int | None = None,
    of: str | None = "Bilateral",
    /,
    kind: TaskKind = TaskKind.BRIEF,
    state: TaskState = TaskState.OPEN,
) -> Task:
    """Return a task that is due on a day of March, or so many days before."""
    return Task(
        id="Write it",
        trip="trip",
        meeting=of,
        what="Write it",
        kind=kind,
        due=date(2025, 3, due) if due else None,
        days_before=minus,
        state=state,
    )


def overdue_in(itinerary: Itinerary, now: str = NOON_AT_HOME) -> list[Conflict]:
    return found("task-overdue", itinerary, as_of(now))


def test_what_was_due_yesterday_is_overdue() -> None:
    (conflict,) = overdue_in(trip(BILATERAL, task(14)))
    assert conflict.severity is Severity.WARNING
    assert conflict.message == "Brief “Write it” for Bilateral was due on Friday 14 March 2025."
    assert conflict.subjects == ("Write it", "Bilateral")
    assert conflict.way_out == "mark it done or give it more time"


@pytest.mark.parametrize(
    ("due", "minus", "said"),
    [
        (14, None, "Friday 14 March 2025"),
        (15, None, ""),
        (None, 3, "Friday 14 March 2025 (T−3)"),
        (None, 2, ""),
        (14, 4, "Thursday 13 March 2025 (T−4)"),
        (13, 3, "Thursday 13 March 2025"),
        (20, 3, "Friday 14 March 2025 (T−3)"),
        (14, 1, "Friday 14 March 2025"),
        (None, -1, ""),
        (None, None, ""),
    ],
)
def test_due_is_its_date_or_so_many_days_before_the_meeting_whichever_comes_first(
    due: int | None, minus: int | None, said: str
) -> None:
    expected = [f"Brief “Write it” for Bilateral was due on {said}."] if said else []
    conflicts = overdue_in(trip(BILATERAL, task(due, minus)))
    assert [conflict.message for conflict in conflicts] == expected


@pytest.mark.parametrize(
    ("now", "is_found"),
    [
        ("2025-03-15T03:59[UTC]", False),
        ("2025-03-15T04:00[UTC]", True),
    ],
)
def test_the_day_ends_when_it_does_at_home(now: str, is_found: bool) -> None:
    assert bool(overdue_in(trip(BILATERAL, task(14)), now)) is is_found


def test_the_day_of_the_meeting_is_that_at_home_too() -> None:
    early = meeting("Bilateral", "2025-03-18T08:00/2025-03-18T09:00", "Tokyo")
    itinerary = trip(early, task(None, 1))
    assert not overdue_in(itinerary, "2025-03-16T23:59[America/Toronto]")
    (conflict,) = overdue_in(itinerary, "2025-03-17T00:00[America/Toronto]")
    assert "Sunday 16 March 2025 (T−1)" in conflict.message


def test_a_meeting_without_an_hour_has_its_day() -> None:
    unplaced = meeting("Bilateral", day=date(2025, 3, 17))
    assert len(overdue_in(trip(unplaced, task(None, 3)))) == 1
    assert not overdue_in(trip(meeting("Bilateral"), task(None, 3)))


def test_a_task_of_the_trip_is_due_before_its_first_day() -> None:
    itinerary = trip(stop("Paris", "08:40-14:30"), task(None, 3, None))
    (conflict,) = overdue_in(itinerary)
    assert conflict.message == "Brief “Write it” was due on Friday 14 March 2025 (T−3)."
    assert conflict.subjects == ("Write it",)
    assert not overdue_in(trip(task(None, 3, None)))


@pytest.mark.parametrize("state", TaskState)
def test_what_is_done_or_dropped_is_not_overdue(state: TaskState) -> None:
    is_found = state in {TaskState.OPEN, TaskState.IN_PROGRESS}
    assert bool(overdue_in(trip(BILATERAL, task(14, state=state)))) is is_found


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (TaskKind.MEDIA_NOTE, "Media note"),
        (TaskKind.CLEARANCE, "Clearance"),
        (TaskKind.OTHER, "Task"),
    ],
)
def test_a_task_is_called_by_its_kind(kind: TaskKind, name: str) -> None:
    (conflict,) = overdue_in(trip(BILATERAL, task(14, kind=kind)))
    assert conflict.message.startswith(f"{name} “Write it” for")


@pytest.mark.parametrize(
    "gone",
    [
        replace(BILATERAL, status=Status.CANCELLED),
        replace(BILATERAL, status=Status.SUPERSEDED),
        replace(BILATERAL, informational=True),
    ],
)
def test_for_a_meeting_that_fell_away_nothing_has_to_be_ready(gone: Meeting) -> None:
    assert not overdue_in(trip(gone, task(14)))


@pytest.mark.parametrize(
    ("late", "is_found"),
    [
        (task(17), False),
        (task(None, 3), False),
        (task(18), True),
        (task(17, kind=TaskKind.THANK_YOU), True),
        (task(None, -1, kind=TaskKind.THANK_YOU), True),
    ],
)
def test_once_it_was_held_only_what_comes_after_is_still_to_do(late: Task, is_found: bool) -> None:
    held = replace(BILATERAL, status=Status.HELD)
    conflicts = overdue_in(trip(held, late), "2025-03-25T12:00[UTC]")
    assert bool(conflicts) is is_found


@pytest.mark.parametrize(
    ("odd", "is_found"),
    [
        (replace(task(), due=date.min), True),
        (replace(task(), due=date.max), False),
        (task(None, 10**12), True),
        (task(None, -(10**12)), False),
    ],
)
def test_the_ends_of_the_calendar_are_no_obstacle(odd: Task, is_found: bool) -> None:
    assert bool(overdue_in(trip(BILATERAL, odd))) is is_found
    for day in (date.min, date.max):
        overdue_in(trip(meeting("Bilateral", day=day), odd))
