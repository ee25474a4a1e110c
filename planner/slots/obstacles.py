"""What stands in the way of a meeting: who has to be there and is elsewhere then."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planner.conflicts.meetings import IRREPLACEABLE, leading_counterparts
from planner.conflicts.presence.journey import Journey, journey
from planner.conflicts.presence.spans import (
    Span,
    principal_spans,
    span_elsewhere,
    span_of_unavailability,
    spans_by_entry,
    takes_principal,
    wholes_of,
)
from planner.conflicts.presence.spots import Spot
from planner.conflicts.presence.stays import is_at_the_aircraft, is_bound_to_no_place
from planner.conflicts.sentences import clock, name_of_entry
from planner.conflicts.surroundings import Occupied, Surroundings
from planner.itinerary import Itinerary
from planner.itinerary.entries import Entry, boarding_minutes, deplaning_minutes, entry_of
from planner.moments import MINUTE, Moment
from planner.records import Meeting, Movement, Participant, Unavailability
from planner.records.words import Response

FOREVER = 2**62


@dataclass(frozen=True, slots=True)
class Obstacle:
    """That a meeting cannot be from one instant to another (UTC seconds), and why."""

    start: int
    end: int
    why: str

    def hinders(self, start: int, end: int) -> bool:
        """Tell whether a meeting from one instant to another runs into it."""
        return start < self.end and self.start < end


def obstacles(
    itinerary: Itinerary, surroundings: Surroundings, meeting: Meeting, zone: str
) -> tuple[Obstacle, ...]:
    """Return what stands in the way of a meeting, told by the clocks of a zone, in order.

    Ways to and from what the principal does before and after belong to it; how others come is
    their own affair.
    """
    found = [
        *_of_stay(itinerary, surroundings, meeting, zone),
        *_of_principal(itinerary, surroundings, meeting, zone),
        *_of_others(itinerary, surroundings, meeting, zone),
    ]
    return tuple(sorted(found, key=lambda each: (each.start, each.end, each.why)))


def needed_people(itinerary: Itinerary, meeting: Meeting) -> tuple[str, ...]:
    """Return the ids of who must be there beside the principal, each once."""
    leads = leading_counterparts(itinerary, meeting.id)
    helpers = [
        each
        for each in itinerary.participants_of(meeting.id)
        if each.role in IRREPLACEABLE and each.response is not Response.DECLINED
    ]
    people = (each.person for each in (*leads, *helpers))
    known = dict.fromkeys(person for person in people if person)
    return tuple(person for person in known if person != itinerary.trip.principal)


def _of_stay(
    itinerary: Itinerary, surroundings: Surroundings, meeting: Meeting, zone: str
) -> Iterator[Obstacle]:
    """Yield the time before the stop is reached and after it is left."""
    ground = journey(itinerary, surroundings.limits).ground
    stop = ground.spots.of_meeting(meeting).stop
    if stop is None or is_bound_to_no_place(meeting):
        return
    stay, at_aircraft = ground.stays[stop.id], is_at_the_aircraft(itinerary, meeting)
    if stay.reached:
        by = stay.reached.movement
        minutes = deplaning_minutes(by) if by and not at_aircraft else 0
        free = stay.reached.moment.to(zone).plus(minutes)
        why = f"{stop.place.city} is reached {stay.reached.moment.to(zone).clock}"
        why += f", deplaning ends {free.clock}" if minutes else ""
        yield Obstacle(-FOREVER, free.instant, why)
    if stay.left:
        by = stay.left.movement
        minutes = boarding_minutes(by) if by and not at_aircraft else 0
        due = stay.left.moment.to(zone).plus(-minutes)
        what = "boarding is at" if minutes else f"{stop.place.city} is left"
        yield Obstacle(due.instant, FOREVER, f"{what} {due.clock}")


def _of_principal(
    itinerary: Itinerary, surroundings: Surroundings, meeting: Meeting, zone: str
) -> Iterator[Obstacle]:
    limits = surroundings.limits
    own = entry_of(meeting)
    if not meeting.occupies_principal or (
        own is not None and not takes_principal(itinerary, limits, own)
    ):
        return
    found = journey(itinerary, limits)
    here = found.spots.of_meeting(meeting)
    spans = _others(itinerary, principal_spans(itinerary, limits), meeting)
    yield from _blocks(itinerary, spans, _Way(itinerary, found, here, meeting), "", zone)
    principal = itinerary.trip.principal
    away = _away(itinerary, surroundings, principal)
    yield from _blocks(itinerary, away, None, _name(itinerary, principal), zone)


def _of_others(
    itinerary: Itinerary, surroundings: Surroundings, meeting: Meeting, zone: str
) -> Iterator[Obstacle]:
    standing = spans_by_entry(itinerary, surroundings.limits)
    people = needed_people(itinerary, meeting)
    entries: dict[str, list[Span]] = {person: [] for person in people}
    for each in itinerary.all(Participant).values():
        entry = each.meeting or each.movement or ""
        if each.person in entries and entry in standing and each.response is not Response.DECLINED:
            entries[each.person].append(standing[entry])
    for person in people:
        taken = _others(itinerary, entries[person], meeting)
        spans = [*taken, *_away(itinerary, surroundings, person)]
        yield from _blocks(itinerary, spans, None, _name(itinerary, person), zone)


def _away(itinerary: Itinerary, surroundings: Surroundings, person: str) -> list[Span]:
    """Return when somebody is taken by other trips, or not to be had."""
    elsewhere = [span_elsewhere(each) for each in surroundings.elsewhere.get(person, ())]
    recorded = itinerary.all(Unavailability).values()
    return [
        *elsewhere,
        *(span_of_unavailability(each) for each in recorded if each.person == person),
    ]


def _name(itinerary: Itinerary, person_id: str) -> str:
    person = itinerary.person(person_id)
    return person.name if person else "Somebody"


def _others(itinerary: Itinerary, spans: Sequence[Span], meeting: Meeting) -> list[Span]:
    """Leave out the meeting itself, its wholes and parts, and the alternatives of its slot."""
    wholes = set(wholes_of(itinerary, meeting))
    return [
        span
        for span in spans
        if span.key != meeting.id
        and span.key not in wholes
        and not (meeting.choice and span.commitment == meeting.choice)
        and not _is_part(itinerary, span, meeting)
    ]


def _is_part(itinerary: Itinerary, span: Span, meeting: Meeting) -> bool:
    record = span.entry.record if span.entry else None
    return isinstance(record, Meeting) and meeting.id in wholes_of(itinerary, record)


@dataclass(frozen=True, slots=True)
class _Way:
    """Reckons the principal's ways between a meeting and what is before and after it."""

    itinerary: Itinerary
    found: Journey
    here: Spot
    meeting: Meeting

    def to(self, entry: Entry) -> int:
        """Return the minutes from the meeting to an entry, boarding included."""
        spot, boarding = self._end(entry, is_start=True)
        return self._minutes(self.here, spot) + boarding

    def back(self, entry: Entry) -> int:
        """Return the minutes from an entry to the meeting, deplaning included."""
        spot, deplaning = self._end(entry, is_start=False)
        return deplaning + self._minutes(spot, self.here)

    def _end(self, entry: Entry, *, is_start: bool) -> tuple[Spot, int]:
        record, spots = entry.record, self.found.spots
        if not isinstance(record, Movement):
            return spots.of_meeting(record), 0
        at_aircraft = is_at_the_aircraft(self.itinerary, self.meeting)
        if is_start:
            return spots.origin(record), 0 if at_aircraft else boarding_minutes(record)
        return spots.destination(record), 0 if at_aircraft else deplaning_minutes(record)

    def _minutes(self, one: Spot, other: Spot) -> int:
        way = self.found.ways.between(one, other)
        return way.minutes if way else 0


def _blocks(
    itinerary: Itinerary, spans: Sequence[Span], way: _Way | None, who: str, zone: str
) -> Iterator[Obstacle]:
    for span in spans:
        if not span.is_sound:
            continue
        to = way.to(span.entry) * MINUTE if way and span.entry else 0
        back = way.back(span.entry) * MINUTE if way and span.entry else 0
        why = _why(itinerary, span, who, zone)
        if back:
            why += f", then {back // MINUTE} min on the way"
        elif to:
            why += f", {to // MINUTE} min away"
        yield Obstacle(span.start - to, span.end + back, why)


def _why(itinerary: Itinerary, span: Span, who: str, zone: str) -> str:
    start, end = Moment.at(span.start, zone), Moment.at(span.end, zone)
    until = f"until {clock(end, start)}"
    source = span.source
    if isinstance(source, Entry):
        name = name_of_entry(itinerary, source.record)
        verb = "is on the" if isinstance(source.record, Movement) and who else "is in"
        if isinstance(source.record, Movement) and who:
            name = f"{name[:1].lower()}{name[1:]}"
        return f"{who} {verb} {name} {until}" if who else f"{name} lasts {until}"
    if isinstance(source, Occupied):
        return f"{who} is in {source.entry} ({source.trip}) {until}"
    reason = f" ({source.reason})" if source.reason else ""
    return f"{who} is unavailable{reason} {until}"
