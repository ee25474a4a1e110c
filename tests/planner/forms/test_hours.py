"""What a meeting's field of hours understands."""

import pytest

from planner.moments import Moment
from planner.records import Meeting
from tests.planner.forms.filling import a_new, the_changed
from tests.planner.journeys import in_london, in_paris


def meeting(text: str, **texts: str) -> Meeting:
    record = a_new("meeting", "lunch", kind="working meal", hours=text, **texts).record
    assert isinstance(record, Meeting)
    return record


@pytest.mark.parametrize(
    ("typed", "start", "minutes"),
    [
        ("12:00-13:30", in_paris("12:00"), 90),
        ("12:00 for 1h15", in_paris("12:00"), 75),
        ("14h", in_paris("14:00"), 90),
        ("12:00 open", in_paris("12:00"), None),
        ("18 mar 9:30-10:00", in_paris("09:30", 18), 30),
        ("+15m", in_paris("13:45"), 90),
        ("", None, None),
        ("75m", None, 75),
    ],
)
def test_hours_are_local_and_have_the_usual_length(
    typed: str, start: Moment | None, minutes: int | None
) -> None:
    found = meeting(typed)
    assert (found.start, found.minutes) == (start, minutes)


def test_the_clocks_are_those_of_the_stop_that_is_chosen() -> None:
    assert meeting("18:00-19:00", stop="London").start == in_london("18:00")


def test_what_was_understood_is_said_with_the_time_at_home() -> None:
    draft = a_new("meeting", "lunch", kind="working meal", hours="12:00-13:30")
    assert draft.said("hours") == (
        "Mon 17 Mar 2025 12:00 CET (UTC+1), 07:00 at home · 1 h 30, to 13:30"
    )


@pytest.mark.parametrize(
    ("typed", "day", "part", "minutes"),
    [
        ("18 mar", "2025-03-18", None, None),
        ("18 mar evening", "2025-03-18", "evening", None),
        ("evening", "2025-03-17", "evening", None),
        ("18 mar evening for 40m", "2025-03-18", "evening", 40),
    ],
)
def test_a_day_is_enough(typed: str, day: str, part: str | None, minutes: int | None) -> None:
    found = meeting(typed)
    assert (str(found.day), found.part_of_day, found.minutes) == (day, part, minutes)
    assert found.start is None


@pytest.mark.parametrize("typed", ["25:00", "12:00-12:00", "noonish", "32 mar 9:00"])
def test_what_is_unclear_is_refused_beside_the_field(typed: str) -> None:
    draft = a_new("meeting", "lunch", kind="working meal", hours=typed)
    assert draft.problems == ("hours",)
    assert typed in draft.problem("hours") or "clear" in draft.problem("hours")


def test_what_is_written_is_read_back_the_same() -> None:
    draft = the_changed("lunch")
    assert draft.text("hours") == "17 Mar 2025 12:00-13:30"
    again = draft.with_text("hours", "12:00").with_text("hours", "17 Mar 2025 12:00-13:30")
    assert again.record == draft.before
