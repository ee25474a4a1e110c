"""The list of rules: whatever is registered here is checked, explained and documented."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module

from planner.conflicts.conflict import Conflict, Severity
from planner.conflicts.surroundings import Surroundings
from planner.itinerary import Itinerary

Check = Callable[[Itinerary, Surroundings], Iterator[Conflict]]


class Family(StrEnum):
    """What a rule is about; each is a module of `planner.conflicts.rules`."""

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
    folded: str = ""
    """How several of its conflicts read as one line: `No venue stated`; empty: never folded."""


_RULES: dict[str, Rule] = {}


def rule(
    rule_id: str,
    family: Family,
    *severities: Severity,
    meaning: str,
    limits: tuple[str, ...] = (),
    folded: str = "",
) -> Callable[[Check], Check]:
    """Register a function as the check of a rule."""

    def register(check: Check) -> Check:
        if rule_id in _RULES:
            raise ValueError(f"two rules are called {rule_id}")
        _RULES[rule_id] = Rule(rule_id, family, severities, meaning, check, limits, folded)
        return check

    return register


def rules() -> Mapping[str, Rule]:
    """Return every rule by id, family after family."""
    for family in Family:
        import_module(f"planner.conflicts.rules.{family.value}")
    order = list(Family)
    return dict(sorted(_RULES.items(), key=lambda item: order.index(item[1].family)))
