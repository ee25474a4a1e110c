import pytest

from planner.conflicts.sentences import city_of_zone, clock, listed
from tests.planner.building import at


@pytest.mark.parametrize(
    ("names", "text"),
    [
        ([], ""),
        (["A"], "A"),
        (["A", "B"], "A and B"),
        (["A", "B", "C", "D"], "A, B, C and D"),
        (["A", "B", "C", "D", "E"], "A, B, C and 2 others"),
    ],
)
def test_of_many_names_three_are_said(names: list[str], text: str) -> None:
    assert listed(names) == text


def test_not_all_that_are_counted_need_be_named() -> None:
    assert listed(["A", "B", "C"], 4000) == "A, B, C and 3,997 others"


def test_a_clock_names_its_day_where_the_other_is_on_another() -> None:
    evening, night = at("23:30", "Paris"), at("2025-03-18T00:30", "Paris")
    assert clock(evening, evening) == "23:30"
    assert clock(night, evening) == "Tue 18 Mar 00:30"


def test_a_zone_is_called_by_its_city() -> None:
    assert city_of_zone("America/Argentina/Buenos_Aires") == "Buenos Aires"
