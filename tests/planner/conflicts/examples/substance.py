"""Examples of the rules about what meetings are about."""

from collections.abc import Mapping

from planner.records.words import OutcomeState, Status
from tests.planner.building import follow_up, meeting, outcome, sits_in, topic, trip
from tests.planner.conflicts.examples.example import HOUR, Example

EXAMPLES: Mapping[str, Example] = {
    "agenda-overrun": Example(trip(HOUR, topic("Trade", 61)), trip(HOUR, topic("Trade", 60))),
    "followup-incomplete": Example(
        trip(follow_up("Report", "2025-03-14")), trip(follow_up("Report", "2025-03-15"))
    ),
    "outcome-not-held": Example(
        trip(HOUR, outcome("Partnership", OutcomeState.AGREED)),
        trip(
            meeting("Bilateral", "12:00-13:00", status=Status.HELD),
            outcome("Partnership", OutcomeState.AGREED),
        ),
    ),
    "missing-essentials": Example(trip(HOUR), trip(HOUR, sits_in("Macron", HOUR))),
}
