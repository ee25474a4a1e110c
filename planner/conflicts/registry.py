"""The list of rules: whatever is registered here is checked, explained and documented.

Every module of `planner.conflicts.rules` is read, so that a new rule is written in one place.
"""

import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import import_module

from planner.conflicts.conflict import Conflict, Severity
from planner.conflicts.surroundings import Surroundings
from planner.itinerary import Itinerary

Check = Callable[[Itinerary, Surroundings], Iterator[Conflict]]


class Family(StrEnum):
    """What a rule is about, in the order in which rules are listed."""

    TIME = "time"
    PLACE = "place"
    PEOPLE = "people"
    SUBSTANCE = "substance"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as it is listed."""

    id: str
    family: Family
    severities: tuple[Severity, ...]
    """Those it can give, worst first."""
    meaning: str
    """When it fires, in one line."""
    check: Check
    limits: tuple[str, ...] = ()
    """The names of the limits it measures against."""


_RULES: dict[str, Rule] = {}


def rule(
    rule_id: str,
    family: Family,
    *severities: Severity,
    meaning: str,
    limits: tuple[str, ...] = (),
) -> Callable[[Check], Check]:
    """Register a function as the check of a rule."""

    def register(check: Check) -> Check:
        if rule_id in _RULES:
            raise ValueError(f"two rules are called {rule_id}")
        _RULES[rule_id] = Rule(rule_id, family, severities, meaning, check, limits)
        return check

    return register


def rules() -> Mapping[str, Rule]:
    """Return every rule by id, family after family."""
    _read_modules()
    order = list(Family)
    listed = sorted(_RULES.values(), key=lambda each: (order.index(each.family), each.id))
    return {each.id: each for each in listed}


@cache
def _read_modules() -> None:
    package = import_module("planner.conflicts.rules")
    for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        import_module(module.name)
