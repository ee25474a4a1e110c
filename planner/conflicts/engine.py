"""Runs every rule over a trip and says what came of it, in a stable order."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from planner.conflicts.cases import Docket
from planner.conflicts.conflict import Conflict, Severity
from planner.conflicts.registry import Rule, rules
from planner.conflicts.surroundings import Surroundings
from planner.itinerary import Itinerary
from planner.records import Acknowledgement
from planner.records.words import TripStatus

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


Found = Mapping[int, tuple[Conflict, ...]]
"""What a rule found, by the case it was asked about (its id as an object)."""


@dataclass(frozen=True)
class Report:
    """Everything the rules found in one trip."""

    findings: tuple[Finding, ...]
    found: Mapping[str, Found] = field(default_factory=dict, compare=False, repr=False)
    """The same by rule, before anybody's word on it: what the next check need not ask again."""
    docket: Docket | None = field(default=None, compare=False, repr=False)
    """The cases that the rules were asked about; None where they were not asked."""

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


def check(
    itinerary: Itinerary, surroundings: Surroundings, chosen: Iterable[Rule] | None = None
) -> Report:
    """Return what the rules (all of them, unless some are chosen) find in a trip.

    The same input gives the same output: by severity, time, rule and subjects. Of a trip that is
    cancelled nothing is said.
    """
    if itinerary.trip.status is TripStatus.CANCELLED:
        return Report(())
    own = surroundings_within(itinerary, surroundings)
    docket = Docket(itinerary, own.limits)
    listed = rules().values() if chosen is None else chosen
    found = {each.id: found_by(each, itinerary, own, docket) for each in listed}
    return reported(itinerary, surroundings, found, docket)


def surroundings_within(itinerary: Itinerary, surroundings: Surroundings) -> Surroundings:
    """Return surroundings with the limits that a trip has of its own."""
    limits = surroundings.limits.with_thresholds(itinerary.trip.thresholds)
    return replace(surroundings, limits=limits)


def found_by(rule: Rule, itinerary: Itinerary, surroundings: Surroundings, docket: Docket) -> Found:
    """Return what a rule finds in all its cases."""
    return asked(rule, itinerary, surroundings, docket.cases(rule.cases).values())


def asked(
    rule: Rule, itinerary: Itinerary, surroundings: Surroundings, cases: Iterable[object]
) -> Found:
    """Return what a rule finds in some cases."""
    answers = ((id(case), tuple(rule.ask(itinerary, surroundings, case))) for case in cases)
    return {number: conflicts for number, conflicts in answers if conflicts}


def reported(
    itinerary: Itinerary, surroundings: Surroundings, found: Mapping[str, Found], docket: Docket
) -> Report:
    """Return what was found as a report: as bad as the office set it, and in order."""
    conflicts = [
        conflict
        for rule_id, by_case in found.items()
        for some in by_case.values()
        for conflict in _as_set(surroundings, rule_id, some)
    ]
    return Report(_findings(sorted(conflicts, key=_order), itinerary), found, docket)


def _as_set(
    surroundings: Surroundings, rule_id: str, conflicts: Iterable[Conflict]
) -> Iterable[Conflict]:
    """Return conflicts of a rule as bad as the office set them; none where it is switched off."""
    if rule_id not in surroundings.severities:
        return conflicts
    severity = surroundings.severities[rule_id]
    if severity is None:
        return ()
    return (replace(conflict, severity=severity) for conflict in conflicts)


def _findings(conflicts: Sequence[Conflict], itinerary: Itinerary) -> tuple[Finding, ...]:
    """Join what was found with what was said of it.

    Two conflicts of a rule can be about the same records: an acknowledgement belongs to the one
    whose facts it names, and has lapsed only where none has them any more.
    """
    said = sorted(
        itinerary.all(Acknowledgement).values(), key=lambda each: (each.at.instant, each.id)
    )
    if not said:
        return tuple(Finding(conflict) for conflict in conflicts)
    present = {conflict.fingerprint for conflict in conflicts}
    held = {each.fingerprint: each for each in said}
    lapsed = {
        (each.rule, frozenset(each.subjects)): each
        for each in said
        if each.fingerprint not in present
    }
    return tuple(
        Finding(
            conflict,
            held.get(conflict.fingerprint)
            or lapsed.get((conflict.rule, frozenset(conflict.subjects))),
        )
        for conflict in conflicts
    )


def _order(conflict: Conflict) -> tuple[int, int, str, tuple[str, ...], str]:
    at = NEVER if conflict.at is None else conflict.at
    return (conflict.severity, at, conflict.rule, conflict.subjects, conflict.message)


def folded(findings: Iterable[Finding]) -> tuple[tuple[Finding, ...], ...]:
    """Group findings that read as one line: those with the same words for it, at one severity."""
    groups: dict[object, list[Finding]] = {}
    for number, finding in enumerate(findings):
        conflict = finding.conflict
        key = (conflict.rule, conflict.severity, conflict.fold) if conflict.fold else number
        groups.setdefault(key, []).append(finding)
    return tuple(tuple(group) for group in groups.values())


def fold_line(group: Sequence[Finding]) -> str:
    """Return the line that a group reads as: `No venue: 5 entries`, or the one message."""
    first = group[0].conflict
    return first.message if len(group) == 1 else f"{first.fold}: {len(group)} entries"
