"""Conflicts: what does not fit in a trip, found by small rules and shown with a way out.

The rules are listed by `registry.rules()`; that name is taken here by the package they are in.
"""

from planner.conflicts.conflict import Conflict, Severity
from planner.conflicts.engine import Finding, Report, check, folded
from planner.conflicts.registry import Family, Need, Rule
from planner.conflicts.surroundings import (
    Around,
    Commitment,
    Holidays,
    Occupied,
    OtherTrip,
    Surroundings,
)

__all__ = [
    "Around",
    "Commitment",
    "Conflict",
    "Family",
    "Finding",
    "Holidays",
    "Need",
    "Occupied",
    "OtherTrip",
    "Report",
    "Rule",
    "Severity",
    "Surroundings",
    "check",
    "folded",
]
