"""Examples of the rules about what meetings are about."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from planner.conflicts.surroundings import Commitment
from planner.records import Meeting, Outcome, Task
from planner.records.words import OutcomeKind, OutcomeState, Status, TopicState
from tests.planner.building import as_of, at, follow_up, meeting, outcome, sits_in, topic, trip
from tests.planner.conflicts.examples.example import HOUR, Example

HELD = replace(HOUR, status=Status.HELD)
AGAIN = meeting("Talks", "16:00-17:00", venue="Élysée")
BRIEF = Task(id="Brief", trip="trip", meeting="Bilateral", what="Brief", due=date(2025, 3, 14))
OPEN = Commitment("Exchange intelligence", "Paris 2023", frozenset({"Macron"}), frozenset())


def _statement(state: OutcomeState) -> Outcome:
    return replace(outcome("On trade", state), kind=OutcomeKind.JOINT_STATEMENT)


def _kept_until(day: str) -> Meeting:
    expires = at("18:00", "Paris", day)
    return replace(HOUR, status=Status.TENTATIVE, placeholder_expires=expires)


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
    "empty-agenda": Example(
        trip(HOUR),
        trip(HOUR),
        as_of("2025-03-14T12:00[Europe/Paris]"),
        as_of("2025-03-14T11:59[Europe/Paris]"),
    ),
    "duplicate-meeting": Example(
        trip(HOUR, AGAIN, sits_in("Macron", HOUR, AGAIN)),
        trip(HOUR, AGAIN, sits_in("Macron", HOUR), sits_in("Barrot", AGAIN)),
    ),
    "open-commitment-not-on-agenda": Example(
        trip(HOUR, sits_in("Macron", HOUR), topic("Trade", 30)),
        trip(HOUR, sits_in("Macron", HOUR), topic("Intelligence", 30)),
        as_of(commitments=(OPEN,)),
    ),
    "text-not-agreed": Example(
        trip(HOUR, _statement(OutcomeState.UNDER_NEGOTIATION)),
        trip(HOUR, _statement(OutcomeState.UNDER_NEGOTIATION)),
        as_of("2025-03-16T12:00[Europe/Paris]"),
        as_of("2025-03-16T11:59[Europe/Paris]"),
    ),
    "task-overdue": Example(trip(HOUR, BRIEF), trip(HOUR, replace(BRIEF, due=date(2025, 3, 15)))),
    "stale-status": Example(
        trip(HOUR),
        trip(HOUR),
        as_of("2025-03-17T13:00[Europe/Paris]"),
        as_of("2025-03-17T12:59[Europe/Paris]"),
    ),
    "held-without-readout": Example(
        trip(HELD),
        trip(HELD),
        as_of("2025-03-18T01:01[Europe/Paris]"),
        as_of("2025-03-18T01:00[Europe/Paris]"),
    ),
    "topic-unresolved": Example(
        trip(HELD, topic("Trade", 30)),
        trip(HELD, topic("Trade", 30, state=TopicState.DEFERRED)),
    ),
    "placeholder-expired": Example(
        trip(_kept_until("2025-03-14")), trip(_kept_until("2025-03-15"))
    ),
}
