"""For each rule an example in which it fires and a near miss, family after family."""

from tests.planner.conflicts.examples import (
    acceptance,
    load,
    movements,
    people,
    place,
    release,
    substance,
    time,
)

EXAMPLES = {
    **time.EXAMPLES,
    **place.EXAMPLES,
    **movements.EXAMPLES,
    **people.EXAMPLES,
    **acceptance.EXAMPLES,
    **load.EXAMPLES,
    **substance.EXAMPLES,
    **release.EXAMPLES,
}
