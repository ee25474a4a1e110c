"""People in two places at once: theirs and ours.

Who is on a movement is taken by it; who declined is not taken. People who are double-booked in the
same entries are named in one conflict. The principal himself is left to `principal-overlap`; so are
those of ours who only go with him, for where he is double-booked they follow. An interpreter or a
notetaker is still reported, since somebody else can take that seat.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from planner.conflicts.conflict import Conflict, Severity
from planner.conflicts.meetings import IRREPLACEABLE
from planner.conflicts.presence.journey import journey
from planner.conflicts.presence.kept import kept
from planner.conflicts.presence.overlaps import Overlap, overlaps
from planner.conflicts.presence.spans import (
    Span,
    span_elsewhere,
    span_of_unavailability,
    spans_by_entry,
    takes_principal,
)
from planner.conflicts.presence.spots import Spots
from planner.conflicts.registry import Family, Need, rule
from planner.conflicts.sentences import listed, spans_listed, way_out_of
from planner.conflicts.surroundings import Surroundings
from planner.itinerary import Itinerary
from planner.records import Participant, Unavailability
from planner.records.words import Response, Role, Side
from planner.settings import Limits


@dataclass(slots=True)
class Attendance:
    """The entries that one person is in, and as what."""

    is_ours: bool = False
    roles: dict[str, set[Role]] = field(default_factory=dict)
    """By entry."""


@kept
def attendances(itinerary: Itinerary, limits: Limits) -> Mapping[str, Attendance]:
    """Return what each named person but the principal is in; of those who sit with us, ours."""
    standing = spans_by_entry(itinerary, limits)
    found: dict[str, Attendance] = {}
    for each in itinerary.all(Participant).values():
        entry = each.meeting or each.movement or ""
        if each.person and entry in standing and each.response is not Response.DECLINED:
            attendance = found.setdefault(each.person, Attendance())
            attendance.is_ours = attendance.is_ours or each.side is Side.OURS
            attendance.roles.setdefault(entry, set()).add(each.role)
    found.pop(itinerary.trip.principal, None)
    return dict(sorted(found.items()))


@dataclass(slots=True)
class _Clash:
    """An overlap, and everybody for whom it is one."""

    overlap: Overlap
    severity: Severity
    people: list[str] = field(default_factory=list)


@rule(
    "counterpart-overlap",
    Family.PEOPLE,
    Severity.ERROR,
    Severity.WARNING,
    Severity.NOTICE,
    meaning="A counterpart is in two entries at once, also across trips, or is unavailable then.",
    limits=("same_stop_km",),
    needs=(Need.OTHER_TRIPS,),
)
def counterpart_overlap(itinerary: Itinerary, surroundings: Surroundings) -> Iterator[Conflict]:
    """Report each group of entries that overlap for people of the other sides."""
    away: dict[str, list[Span]] = {}
    for record in itinerary.all(Unavailability).values():
        away.setdefault(record.person, []).append(span_of_unavailability(record))
    clashes: dict[object, _Clash] = {}
    for person, attendance, spans in _taken(itinerary, surroundings):
        if not attendance.is_ours:
            for overlap in overlaps(itinerary, [*spans, *away.get(person, ())]):
                _add(clashes, person, overlap, overlap.severity)
    yield from _conflicts(itinerary, surroundings.limits, "counterpart-overlap", clashes)


@rule(
    "delegation-overlap",
    Family.PEOPLE,
    Severity.ERROR,
    Severity.WARNING,
    Severity.NOTICE,
    meaning="Somebody of ours is in two entries at once, also across trips.",
    limits=("same_stop_km",),
    needs=(Need.OTHER_TRIPS,),
)
def delegation_overlap(itinerary: Itinerary, surroundings: Surroundings) -> Iterator[Conflict]:
    """Report each group of entries that overlap for people of ours."""
    clashes: dict[object, _Clash] = {}
    for person, attendance, spans in _taken(itinerary, surroundings):
        if attendance.is_ours:
            for overlap in overlaps(itinerary, spans):
                is_needed = any(
                    not IRREPLACEABLE.isdisjoint(attendance.roles.get(key, ()))
                    for key in overlap.keys
                )
                if is_needed:
                    _add(clashes, person, overlap, overlap.severity)
                elif not _principal_is_in_all(itinerary, surroundings.limits, overlap):
                    _add(clashes, person, overlap, max(Severity.WARNING, overlap.severity))
    yield from _conflicts(itinerary, surroundings.limits, "delegation-overlap", clashes)


def _taken(
    itinerary: Itinerary, surroundings: Surroundings
) -> Iterator[tuple[str, Attendance, list[Span]]]:
    """Return when each person is taken, by this trip and by others."""
    standing = spans_by_entry(itinerary, surroundings.limits)
    for person, attendance in attendances(itinerary, surroundings.limits).items():
        elsewhere = [span_elsewhere(each) for each in surroundings.elsewhere.get(person, ())]
        yield person, attendance, [*(standing[entry] for entry in attendance.roles), *elsewhere]


def _principal_is_in_all(itinerary: Itinerary, limits: Limits, overlap: Overlap) -> bool:
    return all(
        span.entry and takes_principal(itinerary, limits, span.entry) for span in overlap.spans
    )


def _add(clashes: dict[object, _Clash], person: str, overlap: Overlap, severity: Severity) -> None:
    """Note an overlap of a person, beside others for whom it is the same."""
    clash = clashes.setdefault((overlap.hours, severity), _Clash(overlap, severity))
    clash.people.append(person)


def _conflicts(
    itinerary: Itinerary, limits: Limits, rule_id: str, clashes: Mapping[object, _Clash]
) -> Iterator[Conflict]:
    spots = journey(itinerary, limits).spots
    for clash in clashes.values():
        since, minutes = clash.overlap.crowded
        entries = tuple(span.key for span in clash.overlap.spans if span.entry)
        yield Conflict(
            rule=rule_id,
            severity=clash.severity,
            message=_message(itinerary, spots, clash, minutes),
            subjects=(*dict.fromkeys(entries), *clash.people),
            at=since,
            shortfall=minutes,
            way_out=way_out_of(itinerary, spots, clash.overlap.spans),
        )


def _message(itinerary: Itinerary, spots: Spots, clash: _Clash, minutes: int) -> str:
    spans = clash.overlap.spans
    who = listed(_names(itinerary, clash.people))
    verb = "is" if len(clash.people) == 1 else "are"
    taken = f"double-booked for {minutes} min"
    if len(spans) > 2:
        taken = f"in {len(spans):,} entries that overlap, for {minutes} min in all"
    return f"{who} {verb} {taken}: {spans_listed(itinerary, spots, spans)}."


def _names(itinerary: Itinerary, people: Iterable[str]) -> list[str]:
    found = (itinerary.person(person) for person in people)
    return sorted(person.name for person in found if person)
