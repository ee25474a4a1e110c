"""Checks a trip again after an edit, asking only what the edit could change.

Exact, and not only likely: the result equals a full check. A rule that looks at one meeting and at
what is its own is asked again about the meetings that a change belongs to, by its record as it was
or as it is. All others are asked again, unless only the present has moved on and they do not look
at it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from planner.conflicts.engine import (
    Found,
    Report,
    check,
    found_by,
    reported,
    surroundings_within,
)
from planner.conflicts.registry import Need, Rule, rules
from planner.conflicts.surroundings import Surroundings
from planner.edits import Change
from planner.itinerary import Itinerary
from planner.records import (
    Acknowledgement,
    FollowUp,
    Meeting,
    Note,
    Outcome,
    Participant,
    Record,
    Task,
    Topic,
)
from planner.records.words import TripStatus

UNSEEN = (Acknowledgement, Note)
"""Records that no rule looks at; what is acknowledged is joined to what was found afterwards."""
OF_A_MEETING = (Meeting, Participant, Topic, Task, Outcome, FollowUp)


def check_after(
    report: Report,
    before: Itinerary,
    itinerary: Itinerary,
    surroundings: Surroundings,
    changes: Iterable[Change],
) -> Report:
    """Return what the rules find now, from what they found before some changes.

    `surroundings` are those of the report; where others are meant, `check` has to be asked.
    """
    seen = [each for each in changes if not isinstance(each.record, UNSEEN)]
    if not report.found or itinerary.trip.status is TripStatus.CANCELLED:
        return check(itinerary, surroundings)
    if not seen:
        return reported(itinerary, surroundings, report.found)
    own = surroundings_within(itinerary, surroundings)
    touched = _touched(before, itinerary, seen)
    return reported(
        itinerary,
        surroundings,
        {
            each.id: found_by(each, itinerary, own, _known(report, each, touched), touched or ())
            for each in rules().values()
        },
    )


def _known(report: Report, rule: Rule, touched: frozenset[str] | None) -> Found | None:
    return None if touched is None else report.found.get(rule.id, {})


def check_at(report: Report, itinerary: Itinerary, surroundings: Surroundings) -> Report:
    """Return what the rules find as time has passed, and nothing else has changed."""
    if not report.found or itinerary.trip.status is TripStatus.CANCELLED:
        return check(itinerary, surroundings)
    own = surroundings_within(itinerary, surroundings)
    found = {
        each.id: found_by(each, itinerary, own)
        if Need.CLOCK in each.needs
        else report.found.get(each.id, {})
        for each in rules().values()
    }
    return reported(itinerary, surroundings, found)


def _touched(
    before: Itinerary, after: Itinerary, changes: Iterable[Change]
) -> frozenset[str] | None:
    """Return the meetings that changes belong to; None where they may bear on any."""
    found: set[str] = set()
    for change in changes:
        if not isinstance(change.record, OF_A_MEETING):
            return None
        for record in (change.before, change.after):
            if record is not None:
                found.update(_meetings_of(before, record))
                found.update(_meetings_of(after, record))
    return frozenset(found)


def _meetings_of(itinerary: Itinerary, record: Record) -> Iterator[str]:
    if isinstance(record, Meeting):
        yield record.id
        return
    meeting = getattr(record, "meeting", None)
    if isinstance(meeting, str):
        yield meeting
    if isinstance(record, FollowUp):
        outcome = itinerary.get(Outcome, record.outcome)
        if outcome and outcome.meeting:
            yield outcome.meeting
    if isinstance(record, Outcome):
        # A follow-up of an outcome belongs to the meeting of that outcome.
        for each in itinerary.follow_ups:
            if each.outcome == record.id and each.meeting:
                yield each.meeting


def same_but_for_time(one: Surroundings, other: Surroundings) -> bool:
    """Tell whether surroundings differ in the present alone, if in anything."""
    return replace(one, now=other.now) == other
