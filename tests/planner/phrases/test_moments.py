from dataclasses import replace
from datetime import date

import pytest

from planner.errors import ZoneUnknown
from planner.moments import Moment
from planner.phrases import Context, read_moment
from tests.planner.phrases.tables import PARIS, refusal, wall

IN_PARIS = "Europe/Paris"


@pytest.mark.parametrize(
    "typed",
    [
        "17 mar 9:30",
        "17 mar, 9:30",
        "17 mar at 9:30",
        "9:30 17 mar",
        "9:30 on monday",
        "at 9:30 on 17 March 2025",
        "Monday 17 March 2025, 9.30",
        "mar 17 9:30 am",
        "9:30 a.m. mar 17",
        "17.3. 9.30",
        "9.30 17.3.2025",
        "17/03/2025 0930",
        "2025-03-17 09:30",
        "2025-03-17T09:30",
        "2025-03-17T09:30:00",
        "2025-03-17T09:30[Europe/Paris]",
        "2025-03-17T09:30:00+01:00[Europe/Paris]",
        "2025-03-17 09:30[europe/paris]",
        "tomorrow 9h30",
        "demain à 9 h 30",
        "9h30 demain",
        "lundi 17 mars 2025 à 9\N{NO-BREAK SPACE}h\N{NO-BREAK SPACE}30",
        "+1d 9:30",
        "in 1 day 9:30",
        "17 mar 9:30 CET",
        "17 mar 9:30 cet",
        "17 mar 9:30 Europe/Paris",
        "17 mar 9:30 EUROPE/PARIS",
        "-30m",
        "\N{MINUS SIGN} 30 min",
    ],
)
def test_many_ways_of_typing_one_moment(typed: str) -> None:
    assert read_moment(typed, PARIS) == Moment(wall("2025-03-17T09:30"), IN_PARIS)


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("9:30", "2025-03-16T09:30"),
        ("noon", "2025-03-16T12:00"),
        ("tomorrow 14h", "2025-03-17T14:00"),
        ("midnight tomorrow", "2025-03-17T00:00"),
        ("next tue 10:00", "2025-03-18T10:00"),
        ("9:30 sun", "2025-03-16T09:30"),
        ("tomorrow 2025", "2025-03-17T20:25"),
        ("17 mar 1730", "2025-03-17T17:30"),
        ("1730 17 mar", "2025-03-17T17:30"),
        ("17 mar 2025 2030", "2025-03-17T20:30"),
        ("8 h 50 17 mar", "2025-03-17T08:50"),
        ("14h 30 mar 2025", "2025-03-30T14:00"),
        ("9 mar 10 am", "2025-03-09T10:00"),
        ("2 mar 10 pm", "2025-03-02T22:00"),
        ("11.12. 9.10", "2024-12-11T09:10"),
        ("+45m", "2025-03-17T10:45"),
        ("+45", "2025-03-17T10:45"),
        ("in 45 minutes", "2025-03-17T10:45"),
        ("+1h15", "2025-03-17T11:15"),
        ("-10m", "2025-03-17T09:50"),
    ],
)
def test_a_moment_is_understood(typed: str, understood: str) -> None:
    assert read_moment(typed, PARIS) == Moment(wall(understood), IN_PARIS)


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("17 mar 9:30 Europe/London", "Europe/London"),
        ("17 mar 9:30 america/port-au-prince", "America/Port-au-Prince"),
        ("17 mar 9:30 America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"),
        ("17 mar 9:30 UTC", "UTC"),
        ("17 mar 9:30 Z", "UTC"),
        ("17 mar 0930z", "UTC"),
        ("2025-03-17T09:30Z", "UTC"),
        ("2025-03-17T09:30Z[UTC]", "UTC"),
        ("2025-03-17T09:30[GMT]", "GMT"),
    ],
)
def test_a_trailing_zone_is_followed(typed: str, zone: str) -> None:
    assert read_moment(typed, PARIS) == Moment(wall("2025-03-17T09:30"), zone)


@pytest.mark.parametrize(
    ("zone", "typed", "right"),
    [
        (IN_PARIS, "10 aug 9:30 CET", "CEST"),
        (IN_PARIS, "17 mar 9:30 EST", "CET"),
        (IN_PARIS, "17 mar 9:30 GMT", "CET"),
        ("America/New_York", "10 aug 2025 9:30 EST", "EDT"),
        ("America/New_York", "17 mar 9:30 EST", "EDT"),
        ("Europe/London", "10 jul 9:30 GMT", "BST"),
        ("America/Sao_Paulo", "17 mar 9:30 BRT", "no abbreviation"),
    ],
)
def test_an_abbreviation_of_the_wrong_season_or_place_is_refused(
    zone: str, typed: str, right: str
) -> None:
    refused = refusal(lambda: read_moment(typed, replace(PARIS, zone=zone)))
    assert refused.expected.startswith(right)
    assert zone in refused.expected


def test_the_right_abbreviation_is_accepted_in_any_case() -> None:
    guam = Context(date(2025, 3, 16), "Pacific/Guam")
    assert read_moment("9:30 chst", guam) == Moment(wall("2025-03-16T09:30"), "Pacific/Guam")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("17 mar", "a time too"),
        ("17 mar 2025", "a time too"),
        ("17 mar 2030", "a time too"),
        ("17/03 2030", "a time too"),
        ("tomorrow", "a time too"),
        ("in 3 days", "a time too"),
        ("+2d", "a time too"),
        ("17 mar CET", "a time too"),
        ("9", "9:00, 9h or 9 am"),
        ("17 mar 9", "9:00, 9h or 9 am"),
        ("9 mar 10", "9:00, 9h or 9 am"),
        ("17 mar 9:0", "minutes of two digits"),
        ("17 mar 25:00", "an hour from 0 to 23"),
        ("17 mar 24:00", "00:00 of the next day"),
        ("9 9:30", "a day and a month"),
        ("03/04 9:30", "3 April or 4 March"),
        ("30 feb", "February 2025 has the days 1 to 28"),
        ("30 feb 9:30", "February 2025 has the days 1 to 28"),
        ("tuesday 17 mar 2025 9:30", "Monday 17 March 2025"),
        ("2030 17 mar 2025", "17 March 2025 20:30 or 17 March 2030 20:25"),
        ("17 mar 9:30 Europe/Pariss", "IANA name"),
        ("2025-03-17T09:30[Europe/Pariss]", "IANA zone in the brackets"),
        ("2025-03-17T25:30[Europe/Paris]", "2025-03-17T10:00[Europe/Paris]"),
        ("0001-03-17T09:30[Europe/Paris]", "a date, time and zone such as"),
        ("2025-03-17T09:30+01:00", "a zone, not an offset"),
        ("2025-03-17T09:30-0500", "a zone, not an offset"),
        ("17 mar 9:30 second", "no first or second: 09:30 occurs once"),
        ("-11:45", "such as +45m or +1h15"),
        ("+0m", "more than 0 minutes"),
        ("+15d 3h", "at most 14 days"),
        ("9 30", "a day and a month"),
        ("9.10 12.10", "a date and a time such as"),
        ("garbage", "a date and a time such as"),
        ("[x]", "a date and a time such as"),
        ("", "a date and a time such as"),
        ("1 " * 60, "a date and a time such as"),
    ],
)
def test_what_is_no_moment_or_could_be_several_is_refused(typed: str, expected: str) -> None:
    assert expected in refusal(lambda: read_moment(typed, PARIS)).expected


def test_a_time_that_does_not_exist_is_held_and_not_moved() -> None:
    held = read_moment("30 mar 2025 2:30", PARIS)
    assert held.wall == wall("2025-03-30T02:30")
    assert held.is_nonexistent


@pytest.mark.parametrize("abbreviation", ["CET", "CEST"])
def test_a_time_that_does_not_exist_may_be_called_by_either_side(abbreviation: str) -> None:
    assert read_moment(f"30 mar 2025 2:30 {abbreviation}", PARIS).is_nonexistent


@pytest.mark.parametrize(
    ("typed", "fold"),
    [
        ("26 oct 2025 2:30", None),
        ("26 oct 2025 2:30 first", 0),
        ("26 oct 2025 2:30 second", 1),
        ("26 oct 2025 2:30 CEST", 0),
        ("26 oct 2025 2:30 CET", 1),
        ("26 oct 2025 2:30 CET second", 1),
        ("26 oct 2025 2:30 Europe/Paris second", 1),
        ("2025-10-26T02:30+01:00[Europe/Paris]", 1),
    ],
)
def test_of_a_time_that_occurs_twice_one_is_chosen_only_where_it_is_said(
    typed: str, fold: int | None
) -> None:
    assert read_moment(typed, PARIS) == Moment(wall("2025-10-26T02:30"), IN_PARIS, fold)


def test_an_abbreviation_and_a_contrary_fold_are_refused() -> None:
    refused = refusal(lambda: read_moment("26 oct 2025 2:30 CEST second", PARIS))
    assert "not both" in refused.expected


def test_a_relative_time_counts_elapsed_minutes_across_a_change_of_the_clocks() -> None:
    before = replace(PARIS, near=Moment(wall("2025-03-30T01:30"), IN_PARIS))
    assert read_moment("+60m", before) == Moment(wall("2025-03-30T03:30"), IN_PARIS)


def test_a_relative_time_is_given_in_the_zone_of_the_context() -> None:
    arriving = Context(PARIS.today, "Europe/London", Moment(wall("2025-03-17T14:30"), IN_PARIS))
    assert read_moment("+1h10", arriving) == Moment(wall("2025-03-17T14:40"), "Europe/London")


def test_a_relative_time_with_nothing_to_count_from_is_refused() -> None:
    refused = refusal(lambda: read_moment("+45m", replace(PARIS, near=None)))
    assert "a date and a time" in refused.expected


def test_a_context_needs_a_zone_that_clocks_follow() -> None:
    with pytest.raises(ZoneUnknown):
        Context(PARIS.today, "Europe/Pariss")
