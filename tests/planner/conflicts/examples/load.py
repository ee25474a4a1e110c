"""Examples of the rules about what a day asks."""

from collections.abc import Mapping

from tests.planner.conflicts.examples.example import Example

EXAMPLES: Mapping[str, Example] = {}
