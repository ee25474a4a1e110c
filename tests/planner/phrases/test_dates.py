from datetime import date

import pytest

from planner.phrases import Context, read_date
from tests.planner.phrases.tables import PARIS, refusal


@pytest.mark.parametrize(
    "typed",
    [
        "2025-03-17",
        "2025-3-17",
        "2025/03/17",
        "2025.03.17",
        "17/03/2025",
        "17-03-2025",
        "03/17/2025",
        "17.3.2025",
        "17. 3. 2025",
        "17.03.2025",
        "17.3.",
        "17/3",
        "17 mar",
        "17 Mar.",
        "17 MARCH 2025",
        "17 March, 2025",
        "17mar2025",
        "17-Mar-2025",
        "17.mar.2025",
        "17/mar/2025",
        "17th of March",
        "the 17th of March 2025",
        "on 17 mar",
        "mar 17",
        "Mar 17, 2025",
        "march 17th 2025",
        "2025 mar 17",
        "monday",
        "Mon",
        "mon.",
        "on Monday",
        "next monday",
        "lundi",
        "lundi prochain",
        "tomorrow",
        "demain",
        "+1d",
        "+ 1 day",
        "in 1 day",
        "dans 1 jour",
        "17 mars",
        "le 17 mars 2025",
        "lundi 17 mars 2025",
        "Monday 17 March 2025",
        "Monday, 17 March 2025",
        "mon 17/03/2025",
        "Mon 2025-03-17",
        "lundi 17.3.",
        "  17   mar\t",
        "17\N{NO-BREAK SPACE}mars\N{NARROW NO-BREAK SPACE}2025",
        "17\N{EN DASH}03\N{EN DASH}2025",
        "\N{FULLWIDTH DIGIT ONE}\N{FULLWIDTH DIGIT SEVEN} mar",
    ],
)
def test_many_ways_of_typing_one_monday(typed: str) -> None:
    assert read_date(typed, PARIS) == date(2025, 3, 17)


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("today", date(2025, 3, 16)),
        ("aujourd\N{RIGHT SINGLE QUOTATION MARK}hui", date(2025, 3, 16)),
        ("yesterday", date(2025, 3, 15)),
        ("hier", date(2025, 3, 15)),
        ("day after tomorrow", date(2025, 3, 18)),
        ("après-demain", date(2025, 3, 18)),
        ("in 3 days", date(2025, 3, 19)),
        ("dans 3 jours", date(2025, 3, 19)),
        ("+2d", date(2025, 3, 18)),
        ("-2d", date(2025, 3, 14)),
        ("+2w", date(2025, 3, 30)),
        ("in 1 week", date(2025, 3, 23)),
        ("next tue", date(2025, 3, 18)),
        ("mardi", date(2025, 3, 18)),
        ("mardi prochain", date(2025, 3, 18)),
        ("last tue", date(2025, 3, 11)),
        ("mardi dernier", date(2025, 3, 11)),
        ("thurs", date(2025, 3, 20)),
        ("sunday", date(2025, 3, 16)),
        ("next sunday", date(2025, 3, 23)),
        ("last sunday", date(2025, 3, 9)),
        ("1er août", date(2025, 8, 1)),
        ("1 AOÛT 2026", date(2026, 8, 1)),
        ("17 févr. 2025", date(2025, 2, 17)),
        ("3 décembre 2025", date(2025, 12, 3)),
        ("may 9", date(2025, 5, 9)),
        ("3/3", date(2025, 3, 3)),
        ("29 feb 2024", date(2024, 2, 29)),
        ("1 jan 1900", date(1900, 1, 1)),
        ("31 dec 2199", date(2199, 12, 31)),
    ],
)
def test_a_date_is_understood(typed: str, understood: date) -> None:
    assert read_date(typed, PARIS) == understood


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("03/04", "3 April or 4 March"),
        ("03/04/2025", "3 April or 4 March"),
        ("03-04-2025", "3 April or 4 March"),
        ("9", "a day and a month"),
        ("2025", "a day and a month"),
        ("20250317", "a day and a month"),
        ("mon 17", "a day and a month"),
        ("mar", "a day too"),
        ("march 2025", "a day too"),
        ("17 mar 25", "four digits"),
        ("17 mar 20255", "a date such as"),
        ("17/03/25", "four digits"),
        ("17.3.25", "four digits"),
        ("17 mar 2025 2026", "four digits"),
        ("2030 17 mar 2025", "four digits"),
        ("30 feb", "February 2025 has the days 1 to 28"),
        ("30 Feb 2024", "February 2024 has the days 1 to 29"),
        ("31.4.2025", "April 2025 has the days 1 to 30"),
        ("32 mar", "March 2025 has the days 1 to 31"),
        ("mar 32", "March 2025 has the days 1 to 31"),
        ("0 mar", "March 2025 has the days 1 to 31"),
        ("29 feb", "a year too"),
        ("2025-13-01", "a month from 1 to 12"),
        ("2025/17/03", "a month from 1 to 12"),
        ("13/13/2025", "a month from 1 to 12"),
        ("0/5", "May 2025 has the days 1 to 31"),
        ("Tuesday 17 March 2025", "Monday 17 March 2025"),
        ("mardi 17 mars", "Monday 17 March 2025"),
        ("tue 2025-03-17", "Monday 17 March 2025"),
        ("1850-01-01", "a year from 1900 to 2199"),
        ("17 mar 1730", "a year from 1900 to 2199"),
        ("in 9999 weeks", "a year from 1900 to 2199"),
        ("", "a date such as"),
        ("17 foo", "a date such as"),
        ("17 3 2025", "a date such as"),
        ("17.3", "a date such as"),
        ("mar 17 mar", "a date such as"),
        ("next mardi prochain", "a date such as"),
        ("next 17 mar", "a date such as"),
        ("17 mar 9:30", "a date such as"),
        ("99999 days", "a date such as"),
        ("\N{ARABIC-INDIC DIGIT THREE} mar", "a date such as"),
    ],
)
def test_what_is_no_date_or_could_be_several_is_refused(typed: str, expected: str) -> None:
    assert expected in refusal(lambda: read_date(typed, PARIS)).expected


@pytest.mark.parametrize(
    ("today", "typed", "understood"),
    [
        (date(2025, 1, 2), "30 dec", date(2024, 12, 30)),
        (date(2025, 12, 30), "2 jan", date(2026, 1, 2)),
        (date(2025, 3, 16), "14 sep", date(2025, 9, 14)),
        (date(2025, 3, 16), "15 sep", date(2024, 9, 15)),
        (date(2024, 3, 1), "31 aug", date(2024, 8, 31)),
        (date(2023, 12, 1), "29 feb", date(2024, 2, 29)),
        (date(2024, 8, 1), "29.2.", date(2024, 2, 29)),
    ],
)
def test_a_year_left_out_is_that_of_the_nearest_occurrence(
    today: date, typed: str, understood: date
) -> None:
    assert read_date(typed, Context(today, "Europe/Paris")) == understood


def test_of_two_occurrences_as_near_the_later_is_meant() -> None:
    context = Context(date(2023, 8, 31), "Europe/Paris")
    assert date(2024, 3, 1) - context.today == context.today - date(2023, 3, 1)
    assert read_date("1 mar", context) == date(2024, 3, 1)


def test_a_weekday_is_today_when_it_is_that_day_and_next_never_is() -> None:
    monday = Context(date(2025, 3, 17), "Europe/Paris")
    assert read_date("monday", monday) == date(2025, 3, 17)
    assert read_date("next monday", monday) == date(2025, 3, 24)
    assert read_date("next tue", monday) == date(2025, 3, 18)
