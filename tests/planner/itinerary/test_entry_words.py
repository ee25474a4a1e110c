from dataclasses import replace

import pytest

from planner.itinerary.entry_words import MODE_SIGNS, short_status, status_words, time_change
from planner.records.words import Mode, Status
from tests.planner.journeys import CROSSING, FLIGHT_OUT, LUNCH, in_paris


@pytest.mark.parametrize(
    ("status", "said", "short"),
    [
        (Status.CONFIRMED, "", ""),
        (Status.HELD, "", ""),
        (Status.TENTATIVE, " (tentative)", "T"),
        (Status.PROPOSED, " (proposed)", "TBC"),
        (Status.REQUESTED, " (requested)", "TBC"),
        (Status.CANCELLED, " (cancelled)", "cancelled"),
        (Status.SUPERSEDED, " (superseded)", "superseded"),
    ],
)
def test_only_what_is_not_firm_says_so(status: Status, said: str, short: str) -> None:
    meeting = replace(LUNCH, status=status)
    assert status_words(meeting) == said
    assert short_status(meeting) == short


def test_a_movement_says_how_far_the_clocks_jump() -> None:
    assert time_change(FLIGHT_OUT) == "+5 h"
    assert time_change(CROSSING) == "−1 h"
    assert time_change(replace(CROSSING, arrive=in_paris("15:40"))) == ""
    assert time_change(replace(CROSSING, arrive=None)) == ""


def test_every_mode_has_a_sign() -> None:
    assert set(MODE_SIGNS) == set(Mode)
