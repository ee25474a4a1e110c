"""Examples of the rules about people."""

from collections.abc import Mapping

from planner.records.words import Role
from tests.planner.building import of_ours, sits_in, trip
from tests.planner.conflicts.examples.example import HOUR, NEXT, OVER, Example

EXAMPLES: Mapping[str, Example] = {
    "counterpart-overlap": Example(
        trip(HOUR, OVER, sits_in("Macron", HOUR, OVER)),
        trip(HOUR, NEXT, sits_in("Macron", HOUR, NEXT)),
    ),
    "delegation-overlap": Example(
        trip(HOUR, OVER, of_ours("Weiss", HOUR, OVER, role=Role.INTERPRETER)),
        trip(HOUR, NEXT, of_ours("Weiss", HOUR, NEXT, role=Role.INTERPRETER)),
    ),
}
