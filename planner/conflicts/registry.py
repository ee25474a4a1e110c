"""The list of rules: whatever is registered here is checked, explained and documented.

Every module of `planner.conflicts.rules` is read, so that a new rule is written in one place.
"""

import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, partial
from importlib import import_module
from typing import TypeVar, cast

from planner.conflicts.cases import MEETINGS, WHOLE, Cases
from planner.conflicts.conflict import Conflict, Severity
from planner.conflicts.surroundings import Surroundings
from planner.itinerary import Itinerary

C = TypeVar("C")

Check = Callable[[Itinerary, Surroundings], Iterator[Conflict]]
CheckOfCase = Callable[[Itinerary, Surroundings, C], Iterator[Conflict]]


class Family(StrEnum):
    """What a rule is about, in the order in which rules are listed."""

    TIME = "time"
    PLACE = "place"
    PEOPLE = "people"
    LOAD = "load"
    SUBSTANCE = "substance"
    RELEASE = "release"


class Need(StrEnum):
    """What a rule looks at beside the trip itself."""

    CLOCK = "the present"
    OTHER_TRIPS = "other trips of the same people"
    HOLIDAYS = "public holidays"
    COMMITMENTS = "what earlier trips left open"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as it is listed."""

    id: str
    family: Family
    severities: tuple[Severity, ...]
    """Those it can give, worst first."""
    meaning: str
    """When it fires, in one line."""
    cases: Cases[object]
    """What it is asked about, one by one."""
    ask: CheckOfCase[object]
    limits: tuple[str, ...] = ()
    """The names of the limits it measures against."""
    needs: tuple[Need, ...] = ()
    """What it looks at beside the trip."""


_RULES: dict[str, Rule] = {}


def rule(
    rule_id: str,
    family: Family,
    *severities: Severity,
    meaning: str,
    limits: tuple[str, ...] = (),
    needs: tuple[Need, ...] = (),
) -> Callable[[Check], Check]:
    """Register a function as the check of a rule that looks at the whole trip."""

    def register(check: Check) -> Check:
        @case_rule(WHOLE, rule_id, family, *severities, meaning=meaning, limits=limits, needs=needs)
        def ask(trip: Itinerary, surroundings: Surroundings, _: Itinerary) -> Iterator[Conflict]:
            return check(trip, surroundings)

        return check

    return register


def case_rule(
    cases: Cases[C],
    rule_id: str,
    family: Family,
    *severities: Severity,
    meaning: str,
    limits: tuple[str, ...] = (),
    needs: tuple[Need, ...] = (),
) -> Callable[[CheckOfCase[C]], CheckOfCase[C]]:
    """Register a function as the check of a rule that is asked about one case after another.

    It must look at nothing that could change while the case stays what it is: at no other meeting
    but the kin of those in the case, and at what is their own. Their own are participants, topics,
    outcomes, follow-ups and tasks. The ground (stops, movements, lodgings, venues, people with
    their offices) may be looked at: where that changes, every case is asked about again.
    """

    def register(ask: CheckOfCase[C]) -> CheckOfCase[C]:
        made = Rule(
            rule_id,
            family,
            severities,
            meaning,
            cast("Cases[object]", cases),
            cast("CheckOfCase[object]", ask),
            limits,
            needs,
        )
        if rule_id in _RULES:
            raise ValueError(f"two rules are called {rule_id}")
        _RULES[rule_id] = made
        return ask

    return register


meeting_rule = partial(case_rule, MEETINGS)
"""Register a function as the check of a rule that is asked about one meeting after another."""


def rules() -> Mapping[str, Rule]:
    """Return every rule by id, family after family."""
    _read_modules()
    order = list(Family)
    listed = sorted(_RULES.values(), key=lambda each: (order.index(each.family), each.id))
    return {each.id: each for each in listed}


@cache
def _read_modules() -> None:
    package = import_module("planner.conflicts.rules")
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        import_module(module.name)
