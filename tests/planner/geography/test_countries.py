import re

import pytest

from planner.geography.countries import country_code, country_codes, country_keys, country_name


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("FR", "France"),
        ("GB", "United Kingdom"),
        ("US", "United States"),
        ("NL", "Netherlands"),
        ("TR", "Türkiye"),
        ("CZ", "Czechia"),
        ("CI", "Côte d’Ivoire"),
        ("CD", "Democratic Republic of the Congo"),
        ("CG", "Republic of the Congo"),
        ("KR", "South Korea"),
        ("MK", "North Macedonia"),
        ("VA", "Holy See"),
        ("XK", "Kosovo"),
        ("RS", "Serbia"),
        ("NA", "Namibia"),
        ("gb", "United Kingdom"),
    ],
)
def test_a_country_is_named_as_diplomats_print_it(code: str, name: str) -> None:
    assert country_name(code) == name


def test_a_code_that_is_not_known_is_printed_as_it_is() -> None:
    assert country_name("ZZ") == "ZZ"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("France", "FR"),
        ("UK", "GB"),
        ("Great Britain", "GB"),
        ("U.S.", "US"),
        ("usa", "US"),
        ("Turkey", "TR"),
        ("Turkiye", "TR"),
        ("Ivory Coast", "CI"),
        ("Holland", "NL"),
        ("DEU", "DE"),
        ("Kosovo", "XK"),
        ("Vatican", "VA"),
        ("Congo", "CG"),
        ("Atlantis", None),
        ("", None),
    ],
)
def test_a_country_is_known_by_its_names_and_codes(text: str, code: str | None) -> None:
    assert country_code(text) == code


def test_no_name_or_code_means_two_countries() -> None:
    keys = [key for code in country_codes() for key in country_keys(code)]
    assert len(keys) == len(set(keys))


def test_every_country_has_a_code_of_two_letters_and_comes_back_by_its_name() -> None:
    codes = country_codes()
    assert len(codes) == 250
    assert all(re.fullmatch("[A-Z]{2}", code) for code in codes)
    assert all(country_code(country_name(code)) == code for code in codes)


def test_an_unknown_country_has_no_keys() -> None:
    assert country_keys("ZZ") == frozenset()
