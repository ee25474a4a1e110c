"""Conflicts: what does not fit in a trip, found by small rules and shown with a way out."""

from planner.conflicts.conflict import Conflict, Severity
from planner.conflicts.engine import Finding, Report, check, folded
from planner.conflicts.registry import Family, Rule, rules
from planner.conflicts.surroundings import Occupied, Surroundings

__all__ = [
    "Conflict",
    "Family",
    "Finding",
    "Occupied",
    "Report",
    "Rule",
    "Severity",
    "Surroundings",
    "check",
    "folded",
    "rules",
]
