"""The trips side by side: where they stand in time, and what is said of each."""

from dataclasses import replace
from datetime import date

import pytest

from planner.moments import Moment
from planner.store import TripSummary
from planner.workspace.overview import (
    Phase,
    by_phase,
    counts_words,
    dates_words,
    days_of,
    distance_words,
    phase_of,
)
from tests.planner.journeys import OTTAWA, TRIP, in_london, in_ottawa, in_paris

EMPTY = TripSummary(TRIP, "Mark Carney", ("Paris", "London"), None, None, 0, 0)
BY_DAYS = replace(EMPTY, days=(date(2025, 3, 16), date(2025, 3, 18)))
BY_HOURS = replace(EMPTY, start=in_ottawa("20:40", 16).instant, end=in_london("09:00", 18).instant)


def at_noon(day: str) -> int:
    """Return noon of a day at home."""
    return Moment.from_text(f"{day}T12:00[{OTTAWA.zone}]").instant


@pytest.mark.parametrize(
    ("day", "phase", "distance"),
    [
        ("2024-03-16", Phase.COMING, "in 12 months"),
        ("2024-12-15", Phase.COMING, "in 3 months"),
        ("2024-12-20", Phase.COMING, "in 12 weeks"),
        ("2025-02-23", Phase.COMING, "in 3 weeks"),
        ("2025-02-24", Phase.COMING, "in 20 days"),
        ("2025-03-14", Phase.COMING, "in 2 days"),
        ("2025-03-15", Phase.COMING, "tomorrow"),
        ("2025-03-16", Phase.NOW, "day 1 of 3"),
        ("2025-03-17", Phase.NOW, "day 2 of 3"),
        ("2025-03-18", Phase.NOW, "day 3 of 3"),
        ("2025-03-19", Phase.PAST, "yesterday"),
        ("2025-03-20", Phase.PAST, "2 days ago"),
        ("2025-04-08", Phase.PAST, "3 weeks ago"),
        ("2025-06-16", Phase.PAST, "3 months ago"),
    ],
)
def test_how_far_off_a_trip_is_counts_in_days_at_home(
    day: str, phase: Phase, distance: str
) -> None:
    now = at_noon(day)
    assert (phase_of(BY_DAYS, now), distance_words(BY_DAYS, now)) == (phase, distance)


@pytest.mark.parametrize(
    ("now", "phase"),
    [
        (in_ottawa("23:59", 15), Phase.COMING),
        (in_ottawa("00:00", 16), Phase.NOW),
        (in_ottawa("20:40", 16), Phase.NOW),
        (in_london("08:59", 18), Phase.NOW),
        (in_london("09:00", 18), Phase.NOW),
        (in_ottawa("23:59", 18), Phase.NOW),
        (in_ottawa("00:00", 19), Phase.PAST),
    ],
)
def test_a_trip_is_under_way_from_its_first_day_at_home_to_its_last(
    now: Moment, phase: Phase
) -> None:
    assert phase_of(BY_HOURS, now.instant) is phase


def test_a_trip_of_one_day_is_under_way_on_that_day() -> None:
    trip = replace(EMPTY, days=(date(2025, 3, 16), date(2025, 3, 16)))
    assert phase_of(trip, at_noon("2025-03-16")) is Phase.NOW
    assert distance_words(trip, at_noon("2025-03-16")) == "day 1 of 1"


@pytest.mark.parametrize(
    ("summary", "days", "words"),
    [
        (EMPTY, None, "no dates yet"),
        (BY_DAYS, (date(2025, 3, 16), date(2025, 3, 18)), "16–18 March 2025"),
        (BY_HOURS, (date(2025, 3, 16), date(2025, 3, 18)), "16–18 March 2025"),
        (
            replace(EMPTY, start=in_paris("12:00").instant),
            (date(2025, 3, 17), date(2025, 3, 17)),
            "17 March 2025",
        ),
        (
            replace(BY_HOURS, days=(date(2025, 3, 15), date(2025, 3, 17))),
            (date(2025, 3, 15), date(2025, 3, 18)),
            "15–18 March 2025",
        ),
        (
            replace(BY_HOURS, days=(date(2025, 3, 17), date(2025, 4, 2))),
            (date(2025, 3, 16), date(2025, 4, 2)),
            "16 March – 2 April 2025",
        ),
        (
            replace(EMPTY, days=(date(2025, 12, 30), date(2026, 1, 2))),
            (date(2025, 12, 30), date(2026, 1, 2)),
            "30 December 2025 – 2 January 2026",
        ),
    ],
)
def test_the_days_of_a_trip_are_those_of_its_hours_and_its_stops(
    summary: TripSummary, days: tuple[date, date] | None, words: str
) -> None:
    assert days_of(summary) == days
    assert dates_words(summary) == words


def test_a_trip_without_any_date_is_to_come_and_nobody_knows_when() -> None:
    now = at_noon("2025-03-17")
    assert (phase_of(EMPTY, now), distance_words(EMPTY, now)) == (Phase.COMING, "")


def named(name: str, *days: date) -> TripSummary:
    return replace(
        EMPTY, trip=replace(TRIP, id=name, title=name), days=(days[0], days[-1]) if days else None
    )


def test_trips_are_by_phase_those_behind_us_with_the_latest_first() -> None:
    trips = (
        named("oldest", date(2024, 1, 1)),
        named("old", date(2025, 1, 1)),
        named("now", date(2025, 3, 16), date(2025, 3, 18)),
        named("next", date(2025, 4, 1)),
        named("later", date(2026, 1, 1)),
        named("undated"),
    )
    groups = by_phase(trips, at_noon("2025-03-17"))
    assert {phase: [each.trip.id for each in some] for phase, some in groups.items()} == {
        Phase.NOW: ["now"],
        Phase.COMING: ["next", "later", "undated"],
        Phase.PAST: ["old", "oldest"],
    }
    assert list(groups) == [Phase.NOW, Phase.COMING, Phase.PAST]


def test_a_phase_without_trips_has_no_heading() -> None:
    assert by_phase([], at_noon("2025-03-17")) == {}
    assert list(by_phase([EMPTY], at_noon("2025-03-17"))) == [Phase.COMING]


@pytest.mark.parametrize(
    ("meetings", "movements", "words"),
    [
        (0, 0, "nothing planned yet"),
        (1, 0, "1 meeting"),
        (7, 9, "7 meetings, 9 movements"),
        (0, 1, "1 movement"),
        (2, 1, "2 meetings, 1 movement"),
    ],
)
def test_what_there_is_none_of_is_left_out(meetings: int, movements: int, words: str) -> None:
    assert counts_words(replace(EMPTY, meetings=meetings, movements=movements)) == words
