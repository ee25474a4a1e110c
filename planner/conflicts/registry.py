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
from planner.records import Meeting

Check = Callable[[Itinerary, Surroundings], Iterator[Conflict]]
CheckOfMeeting = Callable[[Itinerary, Surroundings, Meeting], Iterator[Conflict]]


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
    check: Check
    limits: tuple[str, ...] = ()
    """The names of the limits it measures against."""
    needs: tuple[Need, ...] = ()
    """What it looks at beside the trip."""
    of_meeting: CheckOfMeeting | None = None
    """The check of one meeting, where no meeting bears on what is said of another."""


_RULES: dict[str, Rule] = {}


def rule(
    rule_id: str,
    family: Family,
    *severities: Severity,
    meaning: str,
    limits: tuple[str, ...] = (),
    needs: tuple[Need, ...] = (),
) -> Callable[[Check], Check]:
    """Register a function as the check of a rule."""

    def register(check: Check) -> Check:
        _register(Rule(rule_id, family, severities, meaning, check, limits, needs))
        return check

    return register


def meeting_rule(
    rule_id: str,
    family: Family,
    *severities: Severity,
    meaning: str,
    limits: tuple[str, ...] = (),
    needs: tuple[Need, ...] = (),
) -> Callable[[CheckOfMeeting], CheckOfMeeting]:
    """Register a function as the check of a rule that looks at one meeting and what is its own.

    Its own are participants, topics, outcomes, follow-ups and tasks, its stop and venue, and the
    people with their offices. Such a rule must look at no other meeting and at no movement: after
    an edit it is asked again about those meetings only that the edit could touch.
    """

    def register(of_meeting: CheckOfMeeting) -> CheckOfMeeting:
        def check(itinerary: Itinerary, surroundings: Surroundings) -> Iterator[Conflict]:
            for meeting in itinerary.meetings:
                yield from of_meeting(itinerary, surroundings, meeting)

        _register(Rule(rule_id, family, severities, meaning, check, limits, needs, of_meeting))
        return of_meeting

    return register


def _register(made: Rule) -> None:
    if made.id in _RULES:
        raise ValueError(f"two rules are called {made.id}")
    _RULES[made.id] = made


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
