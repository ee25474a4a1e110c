from datetime import time

import pytest

from planner.phrases import read_time
from tests.planner.phrases.tables import refusal


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("9:30", time(9, 30)),
        ("09:30", time(9, 30)),
        ("09.30", time(9, 30)),
        ("9.30", time(9, 30)),
        ("0:05", time(0, 5)),
        ("23:59", time(23, 59)),
        ("10:00:00", time(10)),
        ("at 9:30", time(9, 30)),
        ("@9:30", time(9, 30)),
        ("14h", time(14)),
        ("14H", time(14)),
        ("14h30", time(14, 30)),
        ("14 h 30 min", time(14, 30)),
        ("14 heures 30", time(14, 30)),
        ("à 14h", time(14)),
        ("8 h 50", time(8, 50)),
        ("8  h  50", time(8, 50)),
        ("8\N{NO-BREAK SPACE}h\N{NO-BREAK SPACE}50", time(8, 50)),
        ("8\N{NARROW NO-BREAK SPACE}h\N{NARROW NO-BREAK SPACE}50", time(8, 50)),
        ("12.00 Uhr", time(12)),
        ("um 12.00 Uhr", time(12)),
        ("14 Uhr", time(14)),
        ("14 Uhr 30", time(14, 30)),
        ("1100 hrs", time(11)),
        ("1100hrs", time(11)),
        ("0005 hours", time(0, 5)),
        ("1730", time(17, 30)),
        ("2025", time(20, 25)),
        ("2:00 p.m.", time(14)),
        ("2:00 p.m", time(14)),
        ("2 p. m.", time(14)),
        ("2.30pm", time(14, 30)),
        ("2pm", time(14)),
        ("2 PM", time(14)),
        ("11:59 a.m.", time(11, 59)),
        ("12:30 a.m.", time(0, 30)),
        ("12 am", time(0)),
        ("12 pm", time(12)),
        ("12:30 pm", time(12, 30)),
        ("noon", time(12)),
        ("12 noon", time(12)),
        ("midi", time(12)),
        ("midnight", time(0)),
        ("minuit", time(0)),
        ("１４：３０", time(14, 30)),
    ],
)
def test_a_time_is_understood(typed: str, understood: time) -> None:
    assert read_time(typed) == understood


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("9", "9:00, 9h or 9 am"),
        ("14", "9:00, 9h or 9 am"),
        ("0", "9:00, 9h or 9 am"),
        ("9:0", "minutes of two digits"),
        ("9.5", "minutes of two digits"),
        ("14h5", "minutes of two digits"),
        ("25:00", "an hour from 0 to 23"),
        ("2530", "an hour from 0 to 23"),
        ("24:30", "an hour from 0 to 23"),
        ("24:00", "00:00 of the next day"),
        ("24h", "00:00 of the next day"),
        ("2400", "00:00 of the next day"),
        ("9:60", "minutes from 00 to 59"),
        ("1260", "minutes from 00 to 59"),
        ("2:75 pm", "minutes from 00 to 59"),
        ("13 pm", "from 1 to 12"),
        ("14:30 pm", "from 1 to 12"),
        ("0:30 am", "from 1 to 12"),
        ("930", "a time such as"),
        ("9:300", "a time such as"),
        ("10:00:30", "a time such as"),
        ("9 o'clock", "a time such as"),
        ("tomorrow", "a time such as"),
        ("pm", "a time such as"),
        ("", "a time such as"),
    ],
)
def test_what_is_no_time_is_refused(typed: str, expected: str) -> None:
    assert expected in refusal(lambda: read_time(typed)).expected


def test_a_refusal_quotes_what_was_typed() -> None:
    assert str(refusal(lambda: read_time("  13 PM "))) == (
        "“13 PM” is not clear: expected an hour from 1 to 12 before am or pm, or 0 to 23 without."
    )


@pytest.mark.parametrize(
    "typed", ["9\x1b[31m:30", "9\N{ZERO WIDTH SPACE}:30", "9\u202e:30", "\ud800"]
)
def test_control_characters_never_reach_the_message(typed: str) -> None:
    refused = refusal(lambda: read_time(typed))
    assert str(refused).isprintable()
    assert "�" in refused.text


def test_text_over_200_characters_is_refused_and_shown_shortened() -> None:
    refused = refusal(lambda: read_time("9:30" + "x" * 10_000))
    assert refused.expected == "at most 200 characters"
    assert len(refused.text) == 60
    assert refused.text.endswith("x…")


def test_white_space_around_a_time_does_not_count_towards_200_characters() -> None:
    assert read_time(" " * 500 + "9:30" + "\n" * 500) == time(9, 30)
