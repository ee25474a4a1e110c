import pytest

from planner.moments import Moment
from planner.phrases import say_moment
from tests.planner.phrases.tables import wall


@pytest.mark.parametrize(
    ("moment", "home", "said"),
    [
        ("2025-03-17T09:30[Europe/Paris]", None, "Mon 17 Mar 2025 09:30 CET (UTC+1)"),
        (
            "2025-03-17T09:30[Europe/Paris]",
            "America/Toronto",
            "Mon 17 Mar 2025 09:30 CET (UTC+1), 04:30 at home",
        ),
        (
            "2025-03-17T19:05[America/Toronto]",
            "Europe/Paris",
            "Mon 17 Mar 2025 19:05 EDT (UTC−4), 00:05 [+1] at home",
        ),
        (
            "2025-03-18T02:00[Europe/Paris]",
            "America/Toronto",
            "Tue 18 Mar 2025 02:00 CET (UTC+1), 21:00 [−1] at home",
        ),
        ("2025-03-17T09:30[Europe/Paris]", "Europe/Berlin", "Mon 17 Mar 2025 09:30 CET (UTC+1)"),
        ("2025-03-17T09:30[Asia/Kolkata]", None, "Mon 17 Mar 2025 09:30 IST (UTC+5:30)"),
        ("2025-03-17T09:30[America/Sao_Paulo]", None, "Mon 17 Mar 2025 09:30 UTC−3"),
        ("2025-03-17T09:30[UTC]", None, "Mon 17 Mar 2025 09:30 UTC"),
        ("2025-10-26T02:30+02:00[Europe/Paris]", None, "Sun 26 Oct 2025 02:30 CEST (UTC+2)"),
        ("2025-10-26T02:30+01:00[Europe/Paris]", None, "Sun 26 Oct 2025 02:30 CET (UTC+1)"),
    ],
)
def test_a_moment_is_said(moment: str, home: str | None, said: str) -> None:
    assert say_moment(Moment.from_text(moment), home) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2025-03-30T02:30", "Sun 30 Mar 2025 02:30 Europe/Paris (skipped by the clocks)"),
        ("2025-10-26T02:30", "Sun 26 Oct 2025 02:30 Europe/Paris (occurs twice)"),
    ],
)
def test_a_doubtful_moment_is_said_with_its_doubt_and_without_an_offset(
    text: str, said: str
) -> None:
    assert say_moment(Moment(wall(text), "Europe/Paris"), "America/Toronto") == said
