import subprocess
import sys
from datetime import date

import pytest

from planner.conflicts import Holidays
from planner.geography.countries import country_codes
from planner.geography.holidays import PublicHolidays
from planner.records import Place

CALENDAR: Holidays = PublicHolidays()


def holiday(country: str, admin_area: str, day: str) -> str:
    return CALENDAR.on(Place("", country, "UTC", admin_area), date.fromisoformat(day))


@pytest.mark.parametrize(
    ("country", "admin_area", "day", "name"),
    [
        ("GB", "Northern Ireland", "2025-03-17", "Saint Patrick's Day"),
        ("GB", "England", "2025-03-17", ""),
        ("GB", "", "2025-03-17", ""),
        ("IE", "", "2025-03-17", "Saint Patrick's Day"),
        ("CA", "Ontario", "2025-07-01", "Canada Day"),
        ("CA", "", "2025-07-01", "Canada Day"),
        ("CA", "Nunavut", "2025-07-09", "Nunavut Day"),
        ("CA", "Ontario", "2025-07-09", ""),
        ("CA", "Quebec", "2025-06-24", "Saint Jean Baptiste Day"),
        ("CA", "Québec", "2025-06-24", "Saint Jean Baptiste Day"),
        ("FR", "", "2025-07-14", "National Day"),
        ("FR", "Île-de-France", "2025-07-14", "National Day"),
        ("fr", "", "2025-07-14", "National Day"),
        ("DE", "Bavaria", "2025-01-06", "Epiphany"),
        ("DE", "Bayern", "2025-01-06", "Epiphany"),
        ("DE", "Berlin", "2025-01-06", ""),
        ("US", "", "2025-07-04", "Independence Day"),
        ("JP", "Tokyo", "2025-02-11", "Foundation Day"),
        ("FR", "", "2025-03-17", ""),
    ],
)
def test_a_holiday_is_that_of_the_subdivision_or_of_the_country(
    country: str, admin_area: str, day: str, name: str
) -> None:
    assert holiday(country, admin_area, day) == name


@pytest.mark.parametrize("code", ["NIR", "nir", "northern  ireland", "NORTHERN IRELAND"])
def test_a_subdivision_is_known_by_its_code_too_and_in_any_case(code: str) -> None:
    assert holiday("GB", code, "2025-03-17") == "Saint Patrick's Day"


@pytest.mark.parametrize("admin_area", ["Erehwon", "?", "東京都", "Ontario"])
def test_a_subdivision_that_is_not_known_has_the_holidays_of_its_country(admin_area: str) -> None:
    assert holiday("FR", admin_area, "2025-07-14") == "National Day"


@pytest.mark.parametrize("country", ["ZZ", "XK", "", "France", "HolidayBase", "registry"])
def test_a_country_that_is_not_known_has_no_holidays(country: str) -> None:
    assert holiday(country, "", "2025-01-01") == ""


def test_two_holidays_of_one_day_are_both_named() -> None:
    assert holiday("FR", "", "2008-05-01") == "Ascension Day and Labor Day"


@pytest.mark.parametrize("year", [1, 1900, 1980, 2000, 2100, 2199, 9999])
def test_any_year_in_any_country_can_be_asked_about(year: int) -> None:
    for country in country_codes():
        holiday(country, "", f"{year:04}-12-31")


@pytest.mark.parametrize(
    ("country", "admin_area"),
    [("IN", "Delhi"), ("CH", "Geneva"), ("PT", "Lisbon"), ("MY", "Kedah")],
)
def test_any_year_in_a_subdivision_can_be_asked_about(country: str, admin_area: str) -> None:
    for year in range(1979, 2102, 3):
        holiday(country, admin_area, f"{year}-01-01")


def test_the_library_is_not_imported_before_somebody_asks() -> None:
    program = """
import sys
from planner.geography.holidays import PublicHolidays
PublicHolidays()
sys.exit("holidays" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", program], check=False)  # noqa: S603 - our own Python
    assert done.returncode == 0
