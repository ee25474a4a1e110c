"""Examples of the rules about what leaves the house."""

from collections.abc import Mapping

from tests.planner.conflicts.examples.example import Example

EXAMPLES: Mapping[str, Example] = {}
