"""One meeting that was entered twice."""

from collections.abc import Iterator, Sequence
from datetime import date

from planner.conflicts.conflict import Conflict, Severity
from planner.conflicts.meetings import leading_counterparts
from planner.conflicts.presence.spans import stands, wholes_of
from planner.conflicts.registry import Family, rule
from planner.conflicts.rules.substance.completeness import NEED_COUNTERPART
from planner.conflicts.sentences import listed
from planner.conflicts.surroundings import Surroundings
from planner.itinerary import Itinerary
from planner.records import Meeting
from planner.records.words import MeetingKind, Status
from planner.text.spoken import counted, long_date

Likeness = tuple[str, MeetingKind, date]
"""With whom, what and on which local day."""


@rule(
    "duplicate-meeting",
    Family.SUBSTANCE,
    Severity.NOTICE,
    meaning="The same lead counterpart, kind and day occur twice, neither as alternatives nor as "
    "parts.",
)
def duplicate_meeting(itinerary: Itinerary, _: Surroundings) -> Iterator[Conflict]:
    """Report each group of like meetings, unless all of them were held: then none was too many.

    Only kinds that are for somebody can be double: a summit has several sessions, and a host shows
    more than one site, with the same person first each time.
    """
    alike: dict[Likeness, list[Meeting]] = {}
    for meeting in itinerary.meetings:
        if meeting.start is None or meeting.kind not in NEED_COUNTERPART or not stands(meeting):
            continue
        for lead in leading_counterparts(itinerary, meeting.id)[:1]:
            if lead.person:
                likeness = (lead.person, meeting.kind, meeting.start.date)
                alike.setdefault(likeness, []).append(meeting)
    for (person, kind, day), group in alike.items():
        double = _not_within_others(itinerary, group)
        slots = {meeting.choice or f"\n{meeting.id}" for meeting in double}
        if len(slots) > 1 and any(meeting.status is not Status.HELD for meeting in double):
            yield _twice(
                itinerary, person, double, f"{counted(len(double), kind)} on {long_date(day)}"
            )


def _not_within_others(itinerary: Itinerary, group: Sequence[Meeting]) -> list[Meeting]:
    """Leave out what is part of another meeting of the group."""
    ids = {meeting.id for meeting in group}
    return [each for each in group if ids.isdisjoint(wholes_of(itinerary, each))]


def _twice(itinerary: Itinerary, person: str, double: Sequence[Meeting], what: str) -> Conflict:
    record = itinerary.person(person)
    name = record.name if record else person
    titles = [f"{each.title} {each.start.clock}" for each in double if each.start]
    others = "the other" if len(double) == 2 else "the others"
    return Conflict(
        rule="duplicate-meeting",
        severity=Severity.NOTICE,
        message=f"{name} has {what}: {listed(titles)}.",
        subjects=tuple(meeting.id for meeting in double),
        at=double[0].start.instant if double[0].start else None,
        way_out=f"keep one and cancel {others}, or make them alternatives",
    )
