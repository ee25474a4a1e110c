"""Checks a trip again after an edit, asking only what the edit could change.

Exact, and not only likely: the result equals a full check. While only meetings and what is their
own are changed, each rule is asked again about the cases that are new, and about those in which one
of the changed meetings or its kin is. Where the ground changes (a stop, a movement, a venue, a
person), all are asked again.
"""

from collections.abc import Iterable, Iterator

from planner.conflicts.cases import OF_A_MEETING, UNSEEN, Cases, Docket, Relisted
from planner.conflicts.engine import (
    Found,
    Report,
    asked,
    check,
    found_by,
    reported,
    surroundings_within,
)
from planner.conflicts.registry import Need, rules
from planner.conflicts.surroundings import Surroundings
from planner.edits import Change
from planner.itinerary import Itinerary
from planner.records import FollowUp, Meeting, Outcome, Record
from planner.records.words import TripStatus


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
    known = report.docket
    if known is None or itinerary.trip.status is TripStatus.CANCELLED:
        return check(itinerary, surroundings)
    if not seen:
        return reported(itinerary, surroundings, report.found, known)
    touched = _touched(before, itinerary, seen)
    if touched is None:
        return check(itinerary, surroundings)
    own = surroundings_within(itinerary, surroundings)
    docket = Docket(itinerary, own.limits)
    relisted: dict[Cases[object], Relisted[object]] = {}
    found: dict[str, Found] = {}
    for each in rules().values():
        if each.cases not in relisted:
            relisted[each.cases] = docket.since(known, each.cases, touched)
        cases = relisted[each.cases]
        found[each.id] = {
            **_still(report.found.get(each.id, {}), cases),
            **asked(each, itinerary, own, cases.new),
        }
    return reported(itinerary, surroundings, found, docket)


def _still(known: Found, cases: Relisted[object]) -> Found:
    return {case: conflicts for case, conflicts in known.items() if case in cases.same}


def check_at(report: Report, itinerary: Itinerary, surroundings: Surroundings) -> Report:
    """Return what the rules find as time has passed, and nothing else has changed."""
    docket = report.docket
    if docket is None or itinerary.trip.status is TripStatus.CANCELLED:
        return check(itinerary, surroundings)
    own = surroundings_within(itinerary, surroundings)
    found = {
        each.id: found_by(each, itinerary, own, docket)
        if Need.CLOCK in each.needs
        else report.found.get(each.id, {})
        for each in rules().values()
    }
    return reported(itinerary, surroundings, found, docket)


def _touched(
    before: Itinerary, after: Itinerary, changes: Iterable[Change]
) -> frozenset[str] | None:
    """Return the meetings that changes belong to, with their kin; None where they may be any."""
    found: set[str] = set()
    for change in changes:
        if not isinstance(change.record, OF_A_MEETING):
            return None
        for record in (change.before, change.after):
            if record is not None:
                found.update(_meetings_of(before, record))
                found.update(_meetings_of(after, record))
    return _with_kin((before, after), found)


def _with_kin(itineraries: Iterable[Itinerary], meetings: set[str]) -> frozenset[str]:
    """Add what meetings are part of and what is part of them, however many steps away."""
    joined: dict[str, set[str]] = {}
    for itinerary in itineraries:
        for each in itinerary.all(Meeting).values():
            if each.part_of:
                joined.setdefault(each.id, set()).add(each.part_of)
                joined.setdefault(each.part_of, set()).add(each.id)
    found, waiting = set(meetings), list(meetings)
    while waiting:
        new = joined.get(waiting.pop(), set()) - found
        found |= new
        waiting.extend(new)
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
