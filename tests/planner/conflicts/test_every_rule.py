"""A table: for each rule an example in which it fires, and a near miss in which it does not."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

import pytest

from planner.conflicts import Family, Rule
from planner.conflicts.registry import rules
from planner.itinerary import Itinerary
from planner.records.words import OutcomeState, Role, Status
from planner.settings import Limits
from tests.planner.building import (
    flight,
    follow_up,
    found,
    meeting,
    moment,
    motorcade,
    of_ours,
    outcome,
    sits_in,
    stop,
    takes,
    topic,
    trip,
)


@dataclass(frozen=True)
class Example:
    fires: Itinerary
    near_miss: Itinerary


HOUR = meeting("Bilateral", "12:00-13:00", venue="Élysée")
OVER = meeting("Defence", "12:55-14:00", venue="Élysée")
NEXT = meeting("Defence", "13:00-14:00", venue="Élysée")
NEAR = meeting("Defence", "13:10-14:00", venue="Matignon")
LANDING = flight("Orly", "Northolt", "14:30-14:40")

EXAMPLES: Mapping[str, Example] = {
    "ends-before-start": Example(
        trip(flight("Northolt", "Orly", "13:30-14:30")),
        trip(flight("Northolt", "Orly", "13:30-14:31")),
    ),
    "nonexistent-local-time": Example(
        trip(meeting("Call", start=moment("02:59", "Europe/Paris", "2025-03-30"))),
        trip(meeting("Call", start=moment("03:00", "Europe/Paris", "2025-03-30"))),
    ),
    "ambiguous-local-time": Example(
        trip(meeting("Call", start=moment("02:30", "Europe/Rome", "2021-10-31"))),
        trip(meeting("Call", start=moment("02:30+01:00", "Europe/Rome", "2021-10-31"))),
    ),
    "offset-shift": Example(
        trip(stop("Paris", "2025-03-29T08:00/2025-03-29T20:00")),
        trip(stop("Paris", "2025-03-31T08:00/2025-03-31T20:00")),
    ),
    "principal-overlap": Example(trip(HOUR, OVER), trip(HOUR, NEXT)),
    "transfer-too-short": Example(
        trip(HOUR, NEAR, takes(11, "Élysée", "Matignon")),
        trip(HOUR, NEAR, takes(10, "Élysée", "Matignon")),
    ),
    "intercity-infeasible": Example(
        trip(HOUR, meeting("Audience", "12:50-13:00", "London")),
        trip(HOUR, meeting("Audience", "12:51-13:00", "London")),
    ),
    "outside-stay": Example(
        trip(LANDING, meeting("Audience", "14:54-15:30", "London")),
        trip(LANDING, meeting("Audience", "14:55-15:30", "London")),
    ),
    "stop-discontinuity": Example(
        trip(HOUR, meeting("Audience", "16:00-16:30", "London")),
        trip(HOUR, LANDING, meeting("Audience", "16:00-16:30", "London")),
    ),
    "counterpart-overlap": Example(
        trip(HOUR, OVER, sits_in("Macron", HOUR, OVER)),
        trip(HOUR, NEXT, sits_in("Macron", HOUR, NEXT)),
    ),
    "delegation-overlap": Example(
        trip(HOUR, OVER, of_ours("Weiss", HOUR, OVER, role=Role.INTERPRETER)),
        trip(HOUR, NEXT, of_ours("Weiss", HOUR, NEXT, role=Role.INTERPRETER)),
    ),
    "agenda-overrun": Example(trip(HOUR, topic("Trade", 61)), trip(HOUR, topic("Trade", 60))),
    "followup-incomplete": Example(
        trip(follow_up("Report", "2025-03-14")), trip(follow_up("Report", "2025-03-15"))
    ),
    "outcome-not-held": Example(
        trip(HOUR, outcome("Partnership", OutcomeState.AGREED)),
        trip(
            meeting("Bilateral", "12:00-13:00", status=Status.HELD),
            outcome("Partnership", OutcomeState.AGREED),
        ),
    ),
    "missing-essentials": Example(trip(HOUR), trip(HOUR, sits_in("Macron", HOUR))),
}


def test_every_rule_has_an_example_and_every_example_a_rule() -> None:
    assert EXAMPLES.keys() == rules().keys()


@pytest.mark.parametrize("rule", EXAMPLES)
def test_it_fires_in_its_example_and_not_in_the_near_miss(rule: str) -> None:
    assert len(found(rule, EXAMPLES[rule].fires)) == 1
    assert not found(rule, EXAMPLES[rule].near_miss)


@pytest.mark.parametrize("rule", EXAMPLES)
def test_a_conflict_is_one_sentence_about_records_of_the_trip(rule: str) -> None:
    itinerary = EXAMPLES[rule].fires
    (conflict,) = found(rule, itinerary)
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
