"""Runs every rule over a trip and says what came of it, in a stable order."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from planner.conflicts.conflict import Conflict, Severity
from planner.conflicts.registry import Rule, rules
from planner.conflicts.surroundings import Surroundings
from planner.itinerary import Itinerary
from planner.records import Acknowledgement

NEVER = 2**62
"""Sorts what has no time after what has."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A conflict, and what somebody said of it."""

    conflict: Conflict
    acknowledgement: Acknowledgement | None = None

    @property
    def is_acknowledged(self) -> bool:
        """Whether somebody let it stand, and its facts are still the same."""
        held = self.acknowledgement
        return held is not None and held.fingerprint == self.conflict.fingerprint

    @property
    def has_lapsed(self) -> bool:
        """Whether somebody let it stand, and its facts have changed since."""
        return self.acknowledgement is not None and not self.is_acknowledged


@dataclass(frozen=True)
class Report:
    """Everything the rules found in one trip."""

    findings: tuple[Finding, ...]

    @cached_property
    def open(self) -> tuple[Finding, ...]:
        """What nobody acknowledged, or what changed since: worst first, then by time."""
        return tuple(finding for finding in self.findings if not finding.is_acknowledged)

    @cached_property
    def acknowledged(self) -> tuple[Finding, ...]:
        """What somebody lets stand."""
        return tuple(finding for finding in self.findings if finding.is_acknowledged)

    def count(self, severity: Severity) -> int:
        """Return how many open conflicts have a severity."""
        return sum(finding.conflict.severity is severity for finding in self.open)

    @cached_property
    def worst_by_subject(self) -> dict[str, Severity]:
        """The worst open severity of each record that a conflict is about."""
        worst: dict[str, Severity] = {}
        for finding in reversed(self.open):
            for subject in finding.conflict.subjects:
                worst[subject] = finding.conflict.severity
        return worst


def check(
    itinerary: Itinerary, surroundings: Surroundings, chosen: Iterable[Rule] | None = None
) -> Report:
    """Return what the rules (all of them, unless some are chosen) find in a trip.

    The same input gives the same output: by severity, time, rule and subjects.
    """
    own = Surroundings(
        surroundings.now,
        surroundings.limits.with_thresholds(itinerary.trip.thresholds),
        surroundings.elsewhere,
    )
    conflicts = [
        conflict
        for each in (rules().values() if chosen is None else chosen)
        for conflict in each.check(itinerary, own)
    ]
    said = {
        (each.rule, frozenset(each.subjects)): each
        for each in sorted(
            itinerary.all(Acknowledgement).values(), key=lambda each: (each.at.instant, each.id)
        )
    }
    return Report(
        tuple(
            Finding(conflict, said.get((conflict.rule, frozenset(conflict.subjects))))
            for conflict in sorted(conflicts, key=_order)
        )
    )


def _order(conflict: Conflict) -> tuple[int, int, str, tuple[str, ...], str]:
    at = NEVER if conflict.at is None else conflict.at
    return (conflict.severity, at, conflict.rule, conflict.subjects, conflict.message)


def folded(findings: Iterable[Finding]) -> tuple[tuple[Finding, ...], ...]:
    """Group findings that read as one line: those of a rule that folds, at one severity."""
    known = rules()
    groups: dict[object, list[Finding]] = {}
    for number, finding in enumerate(findings):
        conflict = finding.conflict
        folds = known[conflict.rule].folded
        key = (conflict.rule, conflict.severity) if folds else number
        groups.setdefault(key, []).append(finding)
    return tuple(tuple(group) for group in groups.values())
