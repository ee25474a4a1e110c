from dataclasses import replace

import pytest

from planner.moments import Moment
from planner.phrases import read_range
from tests.planner.phrases.tables import PARIS, refusal, wall


@pytest.mark.parametrize(
    "typed",
    [
        "10:30-11:45",
        "10:30 - 11:45",
        "10:30\N{EN DASH}11:45",
        "10:30 \N{EM DASH} 11:45",
        "10:30 to 11:45",
        "10:30 until 11:45",
        "from 10:30 to 11:45",
        "10h30-11h45",
        "de 10 h 30 à 11 h 45",
        "10.30 bis 11.45 Uhr",
        "1030-1145",
        "1030-1145 hrs",
        "10:30-11:45 am",
        "10:30 am - 11:45",
        "10:30-11:45 CET",
        "10:30-11:45 Europe/Paris",
        "today 10:30-11:45",
        "16 mar 10:30-11:45",
        "2025-03-16 10:30-11:45",
        "16-mar-2025 10:30-11:45",
        "16/03/2025 10:30-11:45",
        "16 mar 10:30 - 16 mar 11:45",
        "10:30 75m",
        "10:30 1h15",
        "10:30 1 hour 15 minutes",
        "10:30 +75m",
        "10:30+75m",
        "10:30 + 75",
        "10:30 for 75",
        "10:30 for 1h15",
        "10:30 for 1:15",
        "2025-03-16T10:30[Europe/Paris] for 75m",
    ],
)
def test_many_ways_of_typing_one_range(typed: str) -> None:
    assert read_range(typed, PARIS) == (Moment(wall("2025-03-16T10:30"), "Europe/Paris"), 75)


@pytest.mark.parametrize(
    ("typed", "start", "minutes"),
    [
        ("17 mar 10:30-11:45", "2025-03-17T10:30", 75),
        ("tomorrow 9-10:30am", "2025-03-17T09:00", 90),
        ("14h - 15h30", "2025-03-16T14:00", 90),
        ("14h 1h30", "2025-03-16T14:00", 90),
        ("10:30 half an hour", "2025-03-16T10:30", 30),
        ("23:30-00:30", "2025-03-16T23:30", 60),
        ("22:00-midnight", "2025-03-16T22:00", 120),
        ("22:00-2:00", "2025-03-16T22:00", 240),
        ("18:00-8:40", "2025-03-16T18:00", 880),
        ("10:30-02:30", "2025-03-16T10:30", 960),
        ("17 mar 22:00 - 18 mar 1:00", "2025-03-17T22:00", 180),
        ("16 mar 10:30 - 30 mar 10:30", "2025-03-16T10:30", 20_100),
        ("+45m for 30m", "2025-03-17T10:45", 30),
    ],
)
def test_a_range_is_understood(typed: str, start: str, minutes: int) -> None:
    assert read_range(typed, PARIS) == (Moment(wall(start), "Europe/Paris"), minutes)


@pytest.mark.parametrize("typed", ["10:30", "17 mar 10:30", "2025-03-17 10:30", "next tue 2pm"])
def test_a_start_alone_has_no_minutes(typed: str) -> None:
    assert read_range(typed, PARIS)[1] is None


@pytest.mark.parametrize(
    ("typed", "start", "minutes"),
    [
        ("2-3pm", "14:00", 60),
        ("2:30-3pm", "14:30", 30),
        ("9:30-10 p.m.", "21:30", 30),
        ("11-1pm", "11:00", 120),
        ("10-12pm", "10:00", 120),
        ("12-1pm", "12:00", 60),
        ("10-12am", "22:00", 120),
        ("2pm-3:30", "14:00", 90),
        ("10am-2", "10:00", 240),
        ("10pm-6", "22:00", 480),
        ("10am-2pm", "10:00", 240),
        ("14:00-3pm", "14:00", 60),
        ("09:30-10pm", "09:30", 750),
    ],
)
def test_am_or_pm_said_once_serves_both_ends(typed: str, start: str, minutes: int) -> None:
    expected = Moment(wall(f"2025-03-16T{start}"), "Europe/Paris")
    assert read_range(typed, PARIS) == (expected, minutes)


@pytest.mark.parametrize(
    ("typed", "zone", "minutes"),
    [
        ("14:30-15:40 Europe/London", "Europe/London", 70),
        ("14:30 Europe/London - 15:40", "Europe/London", 70),
        ("14:30 Europe/Paris - 14:40 Europe/London", "Europe/Paris", 70),
        ("14:30 Europe/Paris - 14:20 Europe/London", "Europe/Paris", 50),
        ("14:30 Asia/Tokyo - 8:40 America/Los_Angeles", "Asia/Tokyo", 610),
        ("14:30 America/Toronto - 02:30 Europe/Paris", "America/Toronto", 420),
    ],
)
def test_each_end_may_have_its_zone(typed: str, zone: str, minutes: int) -> None:
    assert read_range(typed, PARIS) == (Moment(wall("2025-03-16T14:30"), zone), minutes)


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("30 mar 2025 01:30-03:30", 60),
        ("29 mar 2025 23:00-08:00", 480),
        ("26 oct 2025 01:30-03:30", 180),
        ("25 oct 2025 23:30-02:30 first", 180),
        ("25 oct 2025 23:30-02:30 second", 240),
        ("25 oct 2025 23:30-02:30 CET", 240),
        ("26 oct 2025 2:30 first - 2:15 second", 45),
        ("26 oct 2025 2:30 first - 2:30 second", 60),
        ("26 oct 2025 2:30 CEST - 3:30 CET", 120),
        ("26 oct 2025 2:30 second - 3:30", 60),
    ],
)
def test_minutes_are_elapsed_minutes_across_a_change_of_the_clocks(
    typed: str, minutes: int
) -> None:
    assert read_range(typed, PARIS)[1] == minutes


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("30 mar 2025 01:30-02:30", "the clocks skip 02:30"),
        ("30 mar 2025 02:30-03:30", "the clocks skip 02:30"),
        ("29 mar 2025 23:30-02:30", "the clocks skip 02:30"),
        ("26 oct 2025 2:30-3:30", "first or second after 02:30"),
        ("26 oct 2025 1:30-2:30", "first or second after 02:30"),
        ("26 oct 2025 02:10 second - 02:40", "first or second after 02:40"),
    ],
)
def test_a_range_between_doubtful_times_is_refused_since_its_minutes_are_unknown(
    typed: str, expected: str
) -> None:
    assert expected in refusal(lambda: read_range(typed, PARIS)).expected


@pytest.mark.parametrize("typed", ["26 oct 2025 2:30 for 1h", "26 oct 2025 2:30 +60m"])
def test_a_doubtful_start_with_a_duration_is_held(typed: str) -> None:
    start = Moment(wall("2025-10-26T02:30"), "Europe/Paris", None)
    assert read_range(typed, PARIS) == (start, 60)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("2-3", "9:00, 9h or 9 am"),
        ("14h-15", "9:00, 9h or 9 am"),
        ("10:30-2:30", "14:30 as the end"),
        ("12:30-1:30", "13:30 as the end"),
        ("10:30-10:30", "differs from the start"),
        ("26 oct 2025 2:30 first - 2:30", "differs from the start"),
        ("2-2pm", "am or pm with both"),
        ("17 mar 2pm - 18 mar 3:30", "am or pm with both"),
        ("2pm Europe/Paris - 3:30 Europe/London", "am or pm with both"),
        ("10:30-11:45 17 mar", "the date before the start"),
        ("17 mar 10:30 - 16 mar 11:45", "an end after the start"),
        ("17 mar 10:30 - 5 apr 10:30", "14 days at most"),
        ("22:00-24:00", "00:00 of the next day"),
        ("10:30-9:0", "minutes of two digits"),
        ("17 mar 9:30 - 25:00", "an hour from 0 to 23"),
        ("10:30-11:45 EST", "CET"),
        ("17 mar 2025-2100", "a time too"),
        ("17 mar - 18 mar", "a start, and an end"),
        ("2025-03-17", "a time too"),
        ("03/04 10:30-11:45", "3 April or 4 March"),
        ("14h 45m", "14:00 CET (UTC+1) for 45 min or Sun 16 Mar 2025 14:45"),
        ("10:30 +2d", "for 48 h or Tue 18 Mar 2025 10:30"),
        ("9h 10h", "9h for 10h or 9h - 10h"),
        ("10:30 11h45", "10:30 for 11h45 or 10:30 - 11h45"),
        ("10:30 75", "10:30 for 75"),
        ("10:30 1:15", "10:30 for 1:15"),
        ("10:30 0m", "more than 0 minutes"),
        ("10:30 for 15 days", "at most 14 days"),
        ("2025-03-17T10:00-05:00", "a zone, not an offset"),
        ("2025-03-17T10:00+01:00", "a zone, not an offset"),
        ("10:30 +1:15", "a start, and an end"),
        ("10:30-", "a start, and an end"),
        ("-11:45", "such as +45m or +1h15"),
        ("-", "a start, and an end"),
        ("", "a start, and an end"),
        ("10:30 - soon", "a start, and an end"),
        ("1 " * 60, "a start, and an end"),
    ],
)
def test_what_is_no_range_or_could_be_several_is_refused(typed: str, expected: str) -> None:
    assert expected in refusal(lambda: read_range(typed, PARIS)).expected


def test_a_range_counts_from_the_moment_that_is_near() -> None:
    nowhere = replace(PARIS, near=None)
    assert "nothing to count from" in refusal(lambda: read_range("+45m", nowhere)).expected
