"""A table: for each rule an example in which it fires, and a near miss in which it does not."""

from dataclasses import fields

import pytest

from planner.conflicts import Family, Rule
from planner.conflicts.registry import rules
from planner.settings import Limits
from tests.planner.building import found, motorcade, trip
from tests.planner.conflicts.examples import EXAMPLES
from tests.planner.conflicts.examples.example import HOUR, LANDING


def test_every_rule_has_an_example_and_every_example_a_rule() -> None:
    assert EXAMPLES.keys() == rules().keys()


@pytest.mark.parametrize("rule", EXAMPLES)
def test_it_fires_in_its_example_and_not_in_the_near_miss(rule: str) -> None:
    example = EXAMPLES[rule]
    assert len(found(rule, example.fires, example.around)) == 1
    assert not found(rule, example.near_miss, example.around_near_miss or example.around)


@pytest.mark.parametrize("rule", EXAMPLES)
def test_a_conflict_is_one_sentence_about_records_of_the_trip(rule: str) -> None:
    itinerary = EXAMPLES[rule].fires
    (conflict,) = found(rule, itinerary, EXAMPLES[rule].around)
    assert conflict.rule == rule
    assert conflict.severity in rules()[rule].severities
    assert conflict.message.endswith(".")
    assert conflict.message[0].isupper()
    assert not conflict.way_out.endswith(".")
    assert conflict.subjects
    assert all(itinerary.find(subject) for subject in conflict.subjects)


@pytest.mark.parametrize("rule", rules().values(), ids=lambda rule: str(rule.id))
def test_a_rule_says_in_one_line_when_it_fires_and_by_which_limits(rule: Rule) -> None:
    assert rule.meaning.endswith(".")
    assert "\n" not in rule.meaning
    assert list(rule.severities) == sorted(set(rule.severities))
    assert set(rule.limits) <= {field.name for field in fields(Limits)}


def test_rules_are_listed_family_after_family() -> None:
    families = [rule.family for rule in rules().values()]
    assert families == sorted(families, key=list(Family).index)


def test_an_airport_transfer_is_one_conflict_of_one_rule() -> None:
    itinerary = trip(HOUR, motorcade("Élysée", "Orly", "13:40-14:20"), LANDING)
    assert [len(found(rule, itinerary)) for rule in ("transfer-too-short", "outside-stay")] == [
        1,
        0,
    ]
