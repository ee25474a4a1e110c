"""For each rule an example in which it fires and a near miss, family after family."""

from tests.planner.conflicts.examples import load, people, place, release, substance, time

EXAMPLES = {
    **time.EXAMPLES,
    **place.EXAMPLES,
    **people.EXAMPLES,
    **load.EXAMPLES,
    **substance.EXAMPLES,
    **release.EXAMPLES,
}
