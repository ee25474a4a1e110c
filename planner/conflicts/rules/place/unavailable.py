"""The principal on the programme while he cannot be had: Cabinet, a vote, leave.

Whoever else is away is left to the rules on people.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from planner.conflicts.conflict import Conflict, Severity
from planner.conflicts.presence.journey import journey
from planner.conflicts.presence.overlaps import overlaps
from planner.conflicts.presence.spans import Span, principal_spans, span_of_unavailability
from planner.conflicts.registry import Family, rule
from planner.conflicts.sentences import (
    city_of_zone,
    clock,
    listed,
    spans_listed,
    way_out_of,
)
from planner.conflicts.surroundings import Surroundings
from planner.itinerary import Itinerary
from planner.moments import Moment
from planner.records import Unavailability

PROGRAMME = "the programme"
"""The commitment of all entries here: among themselves they are left to `principal-overlap`."""


@rule(
    "principal-unavailable",
    Family.PLACE,
    Severity.WARNING,
    meaning="An entry that occupies the principal falls into a time when he is unavailable.",
)
def principal_unavailable(itinerary: Itinerary, surroundings: Surroundings) -> Iterator[Conflict]:
    """Report each group of entries that go on at once while the principal is unavailable."""
    away = [
        span_of_unavailability(record)
        for record in itinerary.all(Unavailability).values()
        if record.person == itinerary.trip.principal
    ]
    if not away:
        return
    taken = principal_spans(itinerary, surroundings.limits)
    programme = [replace(span, commitment=PROGRAMME) for span in taken]
    spots = journey(itinerary, surroundings.limits).spots
    for overlap in overlaps(itinerary, [*programme, *away]):
        since, minutes = overlap.crowded
        entries = [span for span in overlap.spans if span.entry]
        absences = [span for span in overlap.spans if span.entry is None]
        falls = "falls" if len(entries) == 1 else "fall"
        yield Conflict(
            rule="principal-unavailable",
            severity=Severity.WARNING,
            message=f"{spans_listed(itinerary, spots, entries)} {falls} into a time when "
            f"{_name(itinerary)} is unavailable, {_said(absences, entries)}: {minutes} min.",
            subjects=tuple(dict.fromkeys(span.key for span in (*entries, *absences))),
            at=since,
            shortfall=minutes,
            way_out=way_out_of(itinerary, spots, overlap.spans)
            if len(overlap.spans) == 2
            else "move or shorten what falls into it",
            fold="The principal is unavailable",
        )


def _name(itinerary: Itinerary) -> str:
    person = itinerary.person(itinerary.trip.principal)
    return person.name if person else "the principal"


def _said(absences: Sequence[Span], entries: Sequence[Span]) -> str:
    """Return `Cabinet 13:00–15:00 Paris`, with dates where they are not the first entry's."""
    day = next(span.entry.start for span in entries if span.entry)
    return listed([_hours(span.source, day) for span in absences])


def _hours(source: object, day: Moment) -> str:
    if not isinstance(source, Unavailability):
        return ""
    start, end = source.start, source.end
    first = "" if start.zone == end.zone else f" {city_of_zone(start.zone)}"
    hours = f"{clock(start, day)}{first}–{clock(end, day)} {city_of_zone(end.zone)}"
    return f"{source.reason} {hours}".strip()
