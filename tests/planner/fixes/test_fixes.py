"""Ways out of conflicts: what is offered, and that each was proven."""

from collections.abc import Sequence

import pytest

from planner.conflicts import Conflict, Severity, Surroundings
from planner.fixes import Fix, fixes_for
from planner.fixes.seats import interpreted
from planner.itinerary import Itinerary
from planner.records import Meeting, Participant
from planner.records.words import Response, Role, Status
from tests.planner.building import (
    as_of,
    everything_in,
    flight,
    found,
    meeting,
    moment,
    motorcade,
    of_ours,
    sits_in,
    stop,
    takes,
    topic,
    trip,
)

LUNCH = meeting("Lunch", "12:30-14:00", venue="Élysée")
LATE = meeting("Talks", "13:45-14:30", venue="Élysée")


def offered(rule: str, itinerary: Itinerary, around: Surroundings | None = None) -> Sequence[Fix]:
    """Return the ways out of the one conflict that a rule finds."""
    (conflict,) = found(rule, itinerary, around)
    return fixes_for(itinerary, around or as_of(), conflict)


def worst(conflicts: Sequence[Conflict]) -> Severity | None:
    return min((conflict.severity for conflict in conflicts), default=None)


@pytest.mark.parametrize(
    ("rule", "itinerary", "words"),
    [
        ("principal-overlap", trip(LUNCH, LATE), "move Talks to 14:00"),
        ("principal-overlap", trip(LUNCH, LATE), "move Lunch to 12:15"),
        ("principal-overlap", trip(LUNCH, LATE), "shorten Lunch to 75 min"),
        (
            "transfer-too-short",
            trip(
                LUNCH,
                meeting("Talks", "14:05-14:30", venue="Matignon"),
                takes(12, "Élysée", "Matignon"),
            ),
            "move Talks to 14:12",
        ),
        (
            "agenda-overrun",
            trip(meeting("Bilateral", "12:00-12:30"), topic("Trade", 40)),
            "lengthen Bilateral to 40 min",
        ),
        (
            "ambiguous-local-time",
            trip(meeting("Call", start=moment("02:30", "Europe/Rome", "2021-10-31"))),
            "set Call to the second 02:30",
        ),
        (
            "nonexistent-local-time",
            trip(meeting("Call", start=moment("02:30", "Europe/Paris", "2025-03-30"))),
            "set Call to 03:30",
        ),
    ],
)
def test_what_is_offered_clears_its_conflict(rule: str, itinerary: Itinerary, words: str) -> None:
    fixes = {fix.words: fix for fix in offered(rule, itinerary)}
    assert words in fixes
    assert not found(rule, itinerary.after(fixes[words].edit))


def test_a_missing_movement_is_added_and_is_still_an_estimate() -> None:
    itinerary = trip(
        stop("Paris", position=1),
        stop("London", position=2),
        meeting("Bilateral", "09:00-10:00", venue="Élysée"),
        meeting("Audience", "16:00-16:30", "London"),
    )
    fixes = offered("stop-discontinuity", itinerary)
    (added,) = (fix for fix in fixes if fix.words.startswith("add the movement Paris → London"))
    assert not found("stop-discontinuity", itinerary.after(added.edit))


def test_nothing_is_offered_that_adds_what_is_as_bad() -> None:
    then = meeting("Signing", "14:30-15:00", venue="Élysée")
    before = meeting("Call", "11:30-12:30", venue="Élysée")
    fixes = offered("principal-overlap", trip(before, LUNCH, LATE, then))
    for fix in fixes:
        after = everything_in(trip(before, LUNCH, LATE, then).after(fix.edit))
        assert worst(after) is not Severity.ERROR
    assert "move Talks to 14:00" not in {fix.words for fix in fixes}


@pytest.mark.parametrize(
    "stays",
    [
        {"fixed": True},
        {"status": Status.HELD},
    ],
)
def test_what_is_fixed_or_held_stays_where_it_is(stays: dict[str, object]) -> None:
    talks = meeting("Talks", "13:45-14:30", venue="Élysée", **stays)
    for fix in offered("principal-overlap", trip(LUNCH, talks)):
        assert all(change.record.id != "Talks" for change in fix.edit.changes)


def test_a_flight_is_not_moved_by_a_suggestion() -> None:
    itinerary = trip(LUNCH, flight("Orly", "Northolt", "13:30-13:40"))
    for fix in offered("principal-overlap", itinerary):
        assert all(isinstance(change.record, Meeting) for change in fix.edit.changes)


def test_a_way_within_the_stop_is() -> None:
    car = motorcade("Élysée", "Orly", "13:50-14:20")
    words = {fix.words for fix in offered("principal-overlap", trip(LUNCH, car))}
    assert "move Élysée → Orly to 14:00" in words


def test_who_accepted_is_named_and_comes_last() -> None:
    macron = sits_in("Emmanuel Macron", LUNCH, response=Response.ACCEPTED)
    fixes = offered("principal-overlap", trip(LUNCH, LATE, macron))
    asked = [bool(fix.asks) for fix in fixes]
    assert asked == sorted(asked)
    assert fixes[-1].effect.endswith("accepted by Emmanuel Macron, who must be asked")


def test_it_says_how_many_it_clears_and_adds() -> None:
    guest = sits_in("Emmanuel Macron", LUNCH, LATE)
    fixes = {fix.words: fix for fix in offered("principal-overlap", trip(LUNCH, LATE, guest))}
    assert fixes["move Talks to 14:00"].effect == "clears 2, adds none"


def test_an_interpreter_who_is_free_is_offered_and_one_who_is_not_is_not() -> None:
    bilateral = meeting("Bilateral", "09:00-10:00", venue="Élysée")
    other = meeting("Finance", "09:30-10:30", venue="Matignon", occupies_principal=False)
    earlier = meeting("Briefing", "08:00-08:30", occupies_principal=False)
    free = of_ours("Anna Weiss", earlier, role=Role.INTERPRETER)
    taken = of_ours("Boris Klein", other, role=Role.INTERPRETER)
    itinerary = trip(bilateral, other, earlier, free, taken)
    conflict = Conflict("missing-interpreter", Severity.WARNING, "No interpreter.", ("Bilateral",))
    words = [each.words for each in interpreted(itinerary, as_of(), conflict)]
    assert words == ["assign Anna Weiss as interpreter", "assign Boris Klein as interpreter"]
    seats = [
        change.record
        for each in interpreted(itinerary, as_of(), conflict)
        for change in each.edit.changes
    ]
    assert all(isinstance(seat, Participant) and seat.meeting == "Bilateral" for seat in seats)
