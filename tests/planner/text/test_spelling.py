import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.text.spelling import bigrams, fold, slips_allowed, slips_between

WORDS = st.text("abcde", max_size=8)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Élysée", "elysee"),
        ("ÉLYSÉE", "elysee"),
        ("Tromsø", "tromso"),
        ("Łódź", "lodz"),
        ("Weißenburg", "weissenburg"),
        ("Þingvellir", "thingvellir"),
        ("Œuf-en-Ternois", "oeuf en ternois"),
        ("Đà Nẵng", "da nang"),
        ("İzmir", "izmir"),
        ("Quai d’Orsay", "quai dorsay"),
        ("Quai d'Orsay", "quai dorsay"),
        ("Washington, D.C.", "washington dc"),
        ("  Port-au-Prince ", "port au prince"),
        ("Ｌｏｎｄｏｎ", "london"),
        ("Москва", "москва"),
        ("", ""),
        ("…!", ""),
    ],
)
def test_case_accents_and_punctuation_do_not_tell_names_apart(text: str, key: str) -> None:
    assert fold(text) == key


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("paris", "paris", 0),
        ("paris", "pariss", 1),
        ("ottawa", "otawa", 1),
        ("rome", "rpme", 1),
        ("rome", "rmoe", 1),
        ("brussels", "brusells", 2),
        ("brussels", "berlin", None),
        ("a", "abcdef", None),
        ("", "ab", 2),
    ],
)
def test_slips_are_letters_left_out_added_mistaken_or_swapped(
    one: str, other: str, slips: int | None
) -> None:
    assert slips_between(one, other, 2) == slips


@given(WORDS, WORDS)
def test_slips_are_as_many_from_either_side(one: str, other: str) -> None:
    assert slips_between(one, other, 3) == slips_between(other, one, 3)


@given(WORDS, WORDS, st.integers(0, 8))
def test_a_lower_limit_never_changes_the_count_only_whether_it_is_given(
    one: str, other: str, limit: int
) -> None:
    all_slips = slips_between(one, other, 16)
    assert all_slips is not None
    assert slips_between(one, other, limit) == (all_slips if all_slips <= limit else None)


def test_short_names_are_forgiven_nothing_and_long_ones_three_slips() -> None:
    assert [slips_allowed("x" * length) for length in (3, 4, 6, 7, 13, 14)] == [0, 1, 1, 2, 2, 3]


def test_the_ends_of_a_name_count_as_letters() -> None:
    assert bigrams("rom") == {"^r", "ro", "om", "m$"}
