from datetime import date

import pytest

from planner.moments import Moment
from planner.records import Place
from planner.text.spoken import (
    date_range,
    day_mark,
    home_time,
    length,
    long_date,
    short_date,
    span_with_home_time,
    with_home_time,
)
from tests.planner.journeys import OTTAWA, in_london, in_ottawa, in_paris

PARIS_HOME = Place("Paris", "FR", "Europe/Paris")


def test_dates_are_written_the_same_in_every_locale() -> None:
    assert long_date(date(2025, 3, 17)) == "Monday 17 March 2025"
    assert short_date(date(2025, 3, 3)) == "Mon 3 Mar"


@pytest.mark.parametrize(
    ("first", "last", "printed"),
    [
        (date(2025, 3, 17), date(2025, 3, 17), "17 March 2025"),
        (date(2025, 3, 16), date(2025, 3, 18), "16–18 March 2025"),
        (date(2025, 3, 30), date(2025, 4, 2), "30 March – 2 April 2025"),
        (date(2025, 12, 30), date(2026, 1, 2), "30 December 2025 – 2 January 2026"),
    ],
)
def test_a_range_of_dates_names_month_and_year_once(first: date, last: date, printed: str) -> None:
    assert date_range(first, last) == printed


@pytest.mark.parametrize(
    ("minutes", "printed"),
    [(0, "0 min"), (5, "5 min"), (60, "1 h"), (75, "1 h 15"), (-60, "−1 h"), (-20, "−20 min")],
)
def test_lengths_are_short_and_exact(minutes: int, printed: str) -> None:
    assert length(minutes) == printed


def test_home_time_stands_beside_local_time() -> None:
    assert with_home_time(in_paris("17:35"), OTTAWA) == "17:35 (12:35 Ottawa)"
    assert with_home_time(in_ottawa("17:35", 17), PARIS_HOME) == "17:35 (22:35 Paris)"


def test_home_time_carries_a_mark_on_another_day() -> None:
    assert home_time(in_ottawa("19:05", 17), "Europe/Paris") == "00:05 [+1]"
    assert home_time(in_paris("02:00"), "America/Toronto") == "21:00 [-1]"
    assert day_mark(in_paris("12:00"), in_london("12:00")) == ""


def test_home_time_is_left_out_where_it_is_the_same() -> None:
    in_iqaluit = Moment.from_text("2025-03-18T18:00[America/Iqaluit]")
    assert with_home_time(in_iqaluit, OTTAWA) == "18:00"
    assert span_with_home_time(in_iqaluit, in_iqaluit.plus(20), OTTAWA) == "18:00–18:20"


def test_a_span_is_printed_as_the_elysee_prints_it() -> None:
    start = in_ottawa("17:35", 17)
    assert span_with_home_time(start, start.plus(30), PARIS_HOME) == (
        "17:35–18:05 (22:35–23:05 Paris)"
    )
    assert span_with_home_time(start, None, PARIS_HOME) == "17:35 (22:35 Paris)"


def test_a_span_over_midnight_says_so() -> None:
    assert span_with_home_time(in_paris("23:30"), in_paris("00:30", 18), PARIS_HOME) == (
        "23:30–00:30 [+1]"
    )
