import pytest

from planner.errors import PlaceAmbiguous, PlaceUnknown
from planner.geography.places import (
    CHOICES,
    Candidate,
    Site,
    nearly_qualifies,
    qualifies,
    the_one_meant,
)
from planner.records.values import Place
from planner.records.words import VenueKind


def city(name: str, admin_area: str, country: str) -> Site:
    return Site(name, VenueKind.CITY, Place(name, country, "Europe/London", admin_area))


def site(name: str, place: str, country: str, code: str = "", parent: str = "") -> Site:
    return Site(name, VenueKind.OTHER, Place(place, country, "Europe/Paris", "x"), code, parent)


LONDON = Candidate(city("London", "England", "GB"), 8_961_989, bears_name=True)
ONTARIO = Candidate(
    city("London", "Ontario", "CA"),
    422_324,
    bears_name=True,
    region_keys=frozenset({"ontario", "on"}),
)
PARIS = Candidate(city("Paris", "Île-de-France", "FR"), 2_138_551, bears_name=True)
TEXAS = Candidate(city("Paris", "Texas", "US"), 24_782, bears_name=True)


@pytest.mark.parametrize(
    ("found", "label"),
    [
        (city("London", "England", "GB"), "London, England, United Kingdom"),
        (city("Berlin", "Berlin", "DE"), "Berlin, Germany"),
        (city("Brussels", "Brussels-Capital", "BE"), "Brussels, Belgium"),
        (city("Singapore", "", "SG"), "Singapore"),
        (site("Paris Orly", "Paris", "FR", "ORY"), "Paris Orly (ORY), Paris, France"),
        (site("Élysée Palace", "Paris", "FR"), "Élysée Palace, Paris, France"),
        (
            site("East Room", "Washington", "US", parent="White House"),
            "East Room, White House, Washington, United States",
        ),
        (site("Royal Palace, Oslo", "Oslo", "NO"), "Royal Palace, Oslo, Norway"),
    ],
)
def test_a_label_tells_a_site_from_others_of_its_name_and_says_nothing_twice(
    found: Site, label: str
) -> None:
    assert found.label == label


def test_a_name_that_two_notable_cities_bear_asks_which() -> None:
    with pytest.raises(PlaceAmbiguous) as asked:
        the_one_meant("London", [ONTARIO, LONDON])
    assert asked.value.choices == ("London, England, United Kingdom", "London, Ontario, Canada")


def test_a_name_that_a_small_town_shares_means_the_large_city() -> None:
    assert the_one_meant("Paris", [TEXAS, PARIS]) == PARIS.site


def test_a_town_with_an_eighth_of_the_inhabitants_is_comparable() -> None:
    windsor = Candidate(city("Windsor", "Ontario", "CA"), 217_188, bears_name=True)
    castle = Candidate(city("Windsor", "England", "GB"), 31_225, bears_name=True)
    with pytest.raises(PlaceAmbiguous):
        the_one_meant("Windsor", [windsor, castle])


def test_what_is_only_also_called_so_gives_way_to_what_bears_the_name() -> None:
    hong_kong = Candidate(city("Hong Kong", "", "HK"), 7_396_076, bears_name=False)
    victoria = Candidate(city("Victoria", "British Columbia", "CA"), 985_000, bears_name=True)
    assert the_one_meant("Victoria", [hong_kong, victoria]) == victoria.site


def test_what_is_only_also_called_so_wins_over_a_far_smaller_bearer() -> None:
    rome = Candidate(city("Rome", "Lazio", "IT"), 2_318_895, bears_name=False)
    roma = Candidate(city("Roma", "Texas", "US"), 11_000, bears_name=True)
    assert the_one_meant("Roma", [roma, rome]) == rome.site


def test_other_names_alone_ask_only_where_their_bearers_are_comparable() -> None:
    large = Candidate(city("A", "", "FR"), 4_000_000, bears_name=False)
    notable = Candidate(city("B", "", "FR"), 300_000, bears_name=False)
    near = Candidate(city("C", "", "FR"), 3_000_000, bears_name=False)
    assert the_one_meant("x", [large, notable]) == large.site
    with pytest.raises(PlaceAmbiguous):
        the_one_meant("x", [large, near])


def test_a_site_that_two_names_lead_to_is_one_choice() -> None:
    also = Candidate(LONDON.site, LONDON.weight, bears_name=False)
    assert the_one_meant("London", [LONDON, also, LONDON]) == LONDON.site


def test_a_question_names_only_the_likeliest() -> None:
    many = [Candidate(city("San José", str(n), "CR"), 300_000, bears_name=True) for n in range(20)]
    with pytest.raises(PlaceAmbiguous) as asked:
        the_one_meant("San José", many)
    assert len(asked.value.choices) == CHOICES


@pytest.mark.parametrize(
    "tail", ["ontario", "on", "canada", "ca", "can", "ontario canada", "on ca", "london", ""]
)
def test_area_country_and_city_qualify_alone_and_together(tail: str) -> None:
    assert qualifies(ONTARIO, tail)


@pytest.mark.parametrize("tail", ["england", "ont", "canada england", "ontariocanada", "o n"])
def test_nothing_else_qualifies(tail: str) -> None:
    assert not qualifies(ONTARIO, tail)


@pytest.mark.parametrize("tail", ["o", "ont", "can", "ontario c", "ontario canad"])
def test_what_is_still_being_typed_may_yet_qualify(tail: str) -> None:
    assert qualifies(ONTARIO, tail, is_partial=True)
    assert not qualifies(LONDON, tail, is_partial=True)


@pytest.mark.parametrize(
    ("tail", "is_near"),
    [("ontaro", True), ("cananda", True), ("texas", False), ("on t", False)],
)
def test_slips_in_the_area_or_country_are_forgiven(tail: str, *, is_near: bool) -> None:
    assert nearly_qualifies(ONTARIO, tail) is is_near


def test_an_area_may_be_called_by_the_first_of_its_words() -> None:
    keys = frozenset({"newfoundland and labrador"})
    johns = Candidate(city("St. John's", "", "CA"), 110_525, bears_name=True, region_keys=keys)
    assert nearly_qualifies(johns, "newfoundland")
    assert not nearly_qualifies(johns, "newfound")


def test_an_unknown_place_says_what_is_close_and_does_not_repeat_a_novel() -> None:
    assert "Did you mean" not in str(PlaceUnknown("Xyzzy"))
    told = str(PlaceUnknown("x" * 10_000, ("Xi’an, Shaanxi, China",)))
    assert "Did you mean Xi’an, Shaanxi, China?" in told
    assert len(told) < 300
