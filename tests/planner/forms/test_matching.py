"""Finding what somebody means among names, while they are still typing."""

import pytest

from planner.forms.questions.matching import matching, the_one

NAMES = ("Ann Lee", "Anna Leeson", "Lee Anning", "Zoë Müller", "Bo")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", list(NAMES)),
        ("  ", list(NAMES)),
        ("ann lee", ["Ann Lee", "Anna Leeson", "Lee Anning"]),
        ("lee", ["Lee Anning", "Ann Lee", "Anna Leeson"]),
        ("lee ann", ["Lee Anning", "Ann Lee", "Anna Leeson"]),
        ("zoe", ["Zoë Müller"]),
        ("MULLER", ["Zoë Müller"]),
        ("mulller", ["Zoë Müller"]),
        ("leesno", ["Anna Leeson"]),
        ("anna l", ["Anna Leeson"]),
        ("b", ["Bo"]),
        ("ob", []),
        ("xyz", []),
    ],
)
def test_the_whole_name_comes_first_then_its_beginning_then_its_words_then_slips(
    typed: str, found: list[str]
) -> None:
    assert matching(typed, NAMES, str) == found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Ann Lee", "Ann Lee"),
        ("ann lee", "Ann Lee"),
        ("anna", "Anna Leeson"),
        ("müll", "Zoë Müller"),
        ("b", "Bo"),
        ("ann", None),
        ("lee", None),
        ("mulller", None),
        ("", None),
        ("?", None),
        ("xyz", None),
    ],
)
def test_one_is_taken_only_where_no_other_can_be_meant(typed: str, found: str | None) -> None:
    assert the_one(typed, NAMES, str) == found


def test_of_two_that_are_called_the_same_none_is_taken() -> None:
    assert the_one("bo", ("Bo", "bo", "Bob"), str) is None


def test_whole_names_come_before_longer_ones_that_begin_so() -> None:
    assert the_one("bo", ("Bob", "Bo"), str) == "Bo"
