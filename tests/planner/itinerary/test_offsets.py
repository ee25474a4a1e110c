from datetime import date

import pytest

from planner.itinerary.offsets import (
    home_label,
    minutes_ahead,
    offsets,
    signed_hours,
    usual_minutes_ahead,
    utc_label,
)
from tests.planner.journeys import OTTAWA, journey


@pytest.mark.parametrize(
    ("zone", "home", "day", "minutes"),
    [
        ("Europe/Paris", "America/Toronto", date(2025, 3, 17), 300),
        ("Europe/London", "America/Toronto", date(2025, 3, 17), 240),
        ("Europe/Paris", "America/Toronto", date(2025, 3, 31), 360),
        ("America/Iqaluit", "America/Toronto", date(2025, 3, 18), 0),
        ("Africa/Accra", "Asia/Kolkata", date(2025, 7, 2), -330),
        ("Europe/London", "America/New_York", date(2021, 11, 1), 240),
    ],
)
def test_clocks_differ_by_the_rules_of_the_day(
    zone: str, home: str, day: date, minutes: int
) -> None:
    assert minutes_ahead(zone, home, day) == minutes


def test_paris_is_usually_six_hours_ahead_of_ottawa() -> None:
    assert usual_minutes_ahead("Europe/Paris", "America/Toronto", 2025) == 360
    assert usual_minutes_ahead("Europe/London", "America/Toronto", 2025) == 300


def test_the_offset_table_has_a_row_a_stop() -> None:
    rows = [
        (row.stop.id, row.label, row.from_utc, row.from_home, row.usually_from_home)
        for row in offsets(journey())
    ]
    assert rows == [("paris", "CET", 60, 300, 360), ("london", "GMT", 0, 240, 300)]


@pytest.mark.parametrize(
    ("minutes", "printed"), [(60, "+1"), (-210, "−3:30"), (0, "±0"), (330, "+5:30")]
)
def test_offsets_are_written_with_a_true_minus(minutes: int, printed: str) -> None:
    assert signed_hours(minutes) == printed
    assert utc_label(minutes) == f"UTC{printed}"


def test_home_is_named_with_how_far_its_clocks_are_from_here() -> None:
    assert home_label(300, OTTAWA) == "Ottawa −5 h"
    assert home_label(0, OTTAWA) == "Ottawa ±0"
