import pytest

from planner.phrases import read_duration, say_duration
from tests.planner.phrases.tables import refusal


@pytest.mark.parametrize(
    "typed",
    [
        "75",
        "75m",
        "75 m",
        "75 min",
        "75 mins",
        "75 minutes",
        "1h15",
        "1 h 15",
        "1H15",
        "1\N{NARROW NO-BREAK SPACE}h\N{NARROW NO-BREAK SPACE}15",
        "1h15m",
        "1h 15 min",
        "1:15",
        "01:15",
        "1.25h",
        "1,25 h",
        "1 hour 15 minutes",
        "1 hour, 15 minutes",
        "1 hour and 15 minutes",
        "1 hr 15",
        "1 heure et 15 minutes",
    ],
)
def test_many_ways_of_typing_75_minutes(typed: str) -> None:
    assert read_duration(typed) == 75


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("1", 1),
        ("90 minutes", 90),
        ("1h", 60),
        ("1 hr", 60),
        ("2 hours", 120),
        ("2 hrs", 120),
        ("1.5h", 90),
        ("1,5 h", 90),
        ("0.1 h", 6),
        ("0h05", 5),
        ("0:05", 5),
        ("1h 5m", 65),
        ("an hour", 60),
        ("one hour", 60),
        ("an hour and a half", 90),
        ("half an hour", 30),
        ("a half hour", 30),
        ("une demi-heure", 30),
        ("quarter of an hour", 15),
        ("a quarter of an hour", 15),
        ("un quart d\N{RIGHT SINGLE QUOTATION MARK}heure", 15),
        ("three quarters of an hour", 45),
        ("1 day", 1_440),
        ("2d 3h", 3_060),
        ("14 days", 20_160),
        ("20160", 20_160),
    ],
)
def test_a_duration_is_understood(typed: str, minutes: int) -> None:
    assert read_duration(typed) == minutes


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("0", "more than 0 minutes"),
        ("0h00", "more than 0 minutes"),
        ("-75m", "more than 0 minutes"),
        ("\N{MINUS SIGN}1h15", "more than 0 minutes"),
        ("20161", "at most 14 days"),
        ("15 days", "at most 14 days"),
        ("9" * 150, "at most 14 days"),
        ("1h75", "minutes from 00 to 59"),
        ("1:60", "minutes from 00 to 59"),
        ("1.33h", "whole minutes"),
        ("+75m", "75m, 1h15 or 1.5h"),
        ("075", "75m, 1h15 or 1.5h"),
        ("1h5", "75m, 1h15 or 1.5h"),
        ("7.5m", "75m, 1h15 or 1.5h"),
        ("1.5", "75m, 1h15 or 1.5h"),
        ("1½h", "75m, 1h15 or 1.5h"),
        ("1:15 pm", "75m, 1h15 or 1.5h"),
        ("h", "75m, 1h15 or 1.5h"),
        ("-", "75m, 1h15 or 1.5h"),
        ("long", "75m, 1h15 or 1.5h"),
        ("", "75m, 1h15 or 1.5h"),
    ],
)
def test_what_is_no_duration_is_refused(typed: str, expected: str) -> None:
    assert expected in refusal(lambda: read_duration(typed)).expected


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (0, "0 min"),
        (45, "45 min"),
        (60, "1 h"),
        (65, "1 h 05"),
        (75, "1 h 15"),
        (1_500, "25 h"),
        (-75, "−1 h 15"),
    ],
)
def test_a_duration_is_said(minutes: int, said: str) -> None:
    assert say_duration(minutes) == said
