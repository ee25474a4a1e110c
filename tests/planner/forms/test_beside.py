"""The few words that stand beside a field, and the whole sentence where there is room for it."""

import pytest

from planner.errors import InputError
from planner.forms import change_of, new
from planner.forms.layouts import LAYOUTS
from tests.planner.forms.filling import a_new, at
from tests.planner.journeys import LUNCH

FEW = 40
"""Characters: as many as have room beside a field."""
NONSENSE = ("x", "?", "9", "-1", "no", "32 mar", "25:00", "12:00-12:00", "a, b", "+", "x" * 300)


@pytest.mark.parametrize(
    ("kind", "question", "typed", "beside", "problem"),
    [
        ("meeting", "kind", "", "needed", "Kind is needed."),
        (
            "meeting",
            "kind",
            "zzz",
            "no such kind of meeting",
            "No kind of meeting is called “zzz”. Choose ",
        ),
        ("meeting", "with", "nobody", "no such person", "No person is called “nobody”. A new"),
        ("meeting", "with", "m", "which of 2?", "“m” could be Mark Carney or Emmanuel Macron."),
        ("meeting", "stop", "Rome", "no such stop", "No stop is called “Rome”."),
        ("meeting", "hours", "noonish", "not clear", "“noonish” is not clear: expected a start"),
        ("meeting", "hours", "25:00", "not clear", "“25:00” is not clear: expected an hour from 0"),
        ("meeting", "venue", "Rome", "no such venue", "No venue is called “Rome”. A new venue"),
        ("meeting", "venue", "London", "which of 2?", "“London” could be London, England"),
        ("meeting", "buffer_before", "ages", "not clear", "“ages” is not clear: expected a dur"),
        ("movement", "mode", "", "needed", "By is needed."),
        ("movement", "mode", "balloon", "no such mode of travel", "No mode of travel is called"),
        ("movement", "origin", "", "needed", "From is needed."),
        ("movement", "origin", "Rome", "no such stop or venue", "No stop or venue is called “Ro"),
        ("stop", "place", "", "needed", "City is needed."),
        ("stop", "place", "Xanadu", "no such place", "No place is called “Xanadu”. Or type city;"),
        ("stop", "place", "London", "which of 2?", "“London” could be London, England, United"),
        ("stop", "arrive", "soon", "not clear", "“soon” is not clear: expected a date and a time"),
        ("topic", "priority", "high", "expected a whole number from 0 on", "Priority: expected a"),
        ("topic", "title", " ", "needed", "Topic is needed."),
        ("outcome", "topics", "bees", "no such topic", "No topic is called “bees”."),
        ("tenure", "office", "Keeper", "no such office", "No office is called “Keeper”."),
        ("office", "of_kind", "club", "no such kind of body", "No kind of body is called “club”."),
        ("trip", "days", "18-16 mar", "expected the first day before the last", "Days: expected"),
        ("trip", "short_name", "a b", "expected letters, numbers and dashes", "Short name: exp"),
        ("unavailability", "start", "", "needed", "From is needed."),
    ],
)
def test_few_words_stand_beside_a_field_and_the_sentence_says_it_all(
    kind: str, question: str, typed: str, beside: str, problem: str
) -> None:
    draft = new(kind, at("lunch"), "lunch").with_text(question, typed)
    assert draft.beside(question) == beside
    assert draft.problem(question).startswith(problem)
    assert draft.is_needed(question) is (beside == "needed")
    assert draft.said(question) == ""


@pytest.mark.parametrize("kind", sorted(LAYOUTS))
def test_whatever_is_wrong_is_said_in_few_words_and_in_a_sentence(kind: str) -> None:
    empty = new(kind, at("lunch"), "lunch")
    tried = [
        (name, empty.with_text(name, each)) for name in empty.layout.by_name for each in NONSENSE
    ]
    said = [(name, draft.beside(name), draft.problem(name)) for name, draft in tried]
    wrong = [(name, few, problem) for name, few, problem in said if problem]
    assert wrong
    assert [each for each in wrong if not 0 < len(each[1]) < FEW] == []
    assert [problem for _, _, problem in wrong if not problem.endswith((".", "?"))] == []
    assert [problem for _, _, problem in wrong if "\n" in problem or len(problem) > 500] == []


def test_where_nothing_is_wrong_what_was_understood_stands_beside() -> None:
    draft = a_new("meeting", "lunch", kind="call", hours="75m")
    assert draft.beside("hours") == draft.said("hours") == "not placed yet · 1 h 15"


def test_problems_are_named_in_the_order_of_the_form() -> None:
    draft = a_new("meeting", "lunch", venue="Rome", notes="x", stop="Oslo")
    assert draft.problems == ("kind", "stop", "venue")


@pytest.mark.parametrize(
    ("texts", "field"), [({}, "kind"), ({"kind": "call", "stop": "x"}, "stop")]
)
def test_what_cannot_be_used_makes_no_record_and_no_edit(texts: dict[str, str], field: str) -> None:
    draft = a_new("meeting", "lunch", **texts)
    for made in (lambda: draft.record, lambda: draft.edit, lambda: draft.changes):
        with pytest.raises(InputError) as raised:
            made()
        assert str(raised.value) == draft.problem(field)


def test_a_value_that_is_not_understood_is_that_of_the_opening() -> None:
    draft = change_of(LUNCH, at("lunch")).with_text("stop", "Oslo")
    assert draft.value("stop") == "paris"
    assert draft.value("title") == "Working lunch"
    assert new("tenure", at("lunch")).with_text("person", "nobody").value("person") is None
