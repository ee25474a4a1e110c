"""When somebody is taken: entries as spans of instants, with the end assumed where none is stated.

Half-open: what ends when another begins does not touch it. What has fallen away, or is only there
for information, takes nobody.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from planner.conflicts.presence.kept import handed_on, kept
from planner.conflicts.surroundings import Occupied
from planner.geography.travel import estimate
from planner.itinerary import Itinerary
from planner.itinerary.entries import FALLEN_AWAY, Entry, expected_minutes
from planner.itinerary.whereabouts import destination_place, origin_place
from planner.moments import MINUTE, Moment
from planner.records import Meeting, Movement, Record, Unavailability
from planner.records.words import Attends, Role, Side, Status
from planner.settings import USUAL_MINUTES, Limits

OUTSIDE = "\n"
"""The commitment of what is not of this trip: it is not for this trip to compare."""
NOT_STATED = "end not stated"


@dataclass(frozen=True, slots=True)
class Span:
    """That somebody is taken from one instant to another (UTC seconds, half-open)."""

    key: str
    """What tells spans of one person apart: the id of the record, where it has one."""
    start: int
    end: int
    source: Entry | Occupied | Unavailability
    is_hard: bool
    """Both ends were typed, and it is confirmed or held: what an error needs."""
    guess: str = ""
    """What was assumed or estimated for want of a start or an end, in words."""
    commitment: str = ""
    """Spans of one commitment never conflict: the alternatives of one choice."""
    entry: Entry | None = field(init=False, repr=False, compare=False)
    """The entry of this trip that it comes from, if it does."""

    def __post_init__(self) -> None:
        """Keep the entry at hand: rules ask ten thousand times for it."""
        object.__setattr__(self, "entry", self.source if isinstance(self.source, Entry) else None)

    @property
    def is_sound(self) -> bool:
        """Whether it ends after it starts; another rule speaks of those that do not."""
        return self.start < self.end

    @property
    def end_is_stated(self) -> bool:
        """Whether its end was typed; a sum may then be made with it."""
        entry = self.entry
        return entry is None or entry.end is not None


def span_of(itinerary: Itinerary, entry: Entry) -> Span:
    """Return when an entry takes those who are in it."""
    record = entry.record
    if isinstance(record, Movement):
        return _span_of_movement(itinerary, entry, record)
    start = entry.start.instant
    stated = record.minutes
    minutes = expected_minutes(record)
    return Span(
        key=entry.id,
        start=start,
        end=start + minutes * MINUTE,
        source=entry,
        is_hard=entry.is_firm and stated is not None,
        guess=f"assuming {minutes} min" if stated is None else "",
        commitment=record.choice,
    )


def _span_of_movement(itinerary: Itinerary, entry: Entry, movement: Movement) -> Span:
    start = entry.start.instant
    if movement.depart and movement.arrive:
        return Span(entry.id, start, movement.arrive.instant, entry, entry.is_firm)
    ends = origin_place(itinerary, movement), destination_place(itinerary, movement)
    way = estimate(ends[0], ends[1], movement.mode) if ends[0] and ends[1] else None
    minutes, guess = 1, NOT_STATED
    if way and way.minutes:
        minutes, guess = way.minutes, f"estimated {way.minutes} min"
    if movement.depart:
        return Span(entry.id, start, start + minutes * MINUTE, entry, is_hard=False, guess=guess)
    return Span(entry.id, start - minutes * MINUTE, start, entry, is_hard=False, guess=guess)


def span_elsewhere(occupied: Occupied) -> Span:
    """Return when an entry of another trip takes somebody."""
    key = f"\n{occupied.trip}\n{occupied.entry}\n{occupied.start}"
    return Span(key, occupied.start, occupied.end, occupied, occupied.is_firm, commitment=OUTSIDE)


def span_of_unavailability(record: Unavailability) -> Span:
    """Return when somebody cannot be had."""
    start, end = record.start.instant, record.end.instant
    return Span(record.id, start, end, record, is_hard=True, commitment=OUTSIDE)


def shortest(span: Span) -> Span:
    """Cut a length that nobody stated: of a meeting to half, of what was held to a minute.

    A start without an end is normal, and what comes next says that it will be shorter than usual.
    """
    entry = span.entry
    if entry is None or not span.guess:
        return span
    record, at = entry.record, entry.start.instant
    if record.status is Status.HELD:
        seconds = MINUTE
    elif isinstance(record, Meeting):
        seconds = USUAL_MINUTES[record.kind] * MINUTE // 2
    else:
        return span
    if span.end == at:
        return replace(span, start=max(span.start, at - seconds))
    return replace(span, end=min(span.end, at + seconds))


def in_order(spans: Iterable[Span]) -> list[Span]:
    """Sort spans by start, end and record."""
    return sorted(spans, key=lambda span: (span.start, span.end, span.key))


@handed_on
def spans_by_entry(
    itinerary: Itinerary, _: Limits, before: Mapping[str, Span] | None
) -> Mapping[str, Span]:
    """Return the spans of all entries that stand and take somebody, by record, in order."""
    known = {id(span.source): span for span in (before or {}).values()}
    standing = (entry for entry in itinerary.entries if stands(entry.record))
    spans = (known.get(id(entry)) or span_of(itinerary, entry) for entry in standing)
    return {span.key: span for span in in_order(spans)}


def stands(record: Record) -> bool:
    """Tell whether rules look at a record: not one that fell away, or is for information only."""
    if isinstance(record, Meeting):
        return record.status not in FALLEN_AWAY and not record.informational
    return not (isinstance(record, Movement) and record.status in FALLEN_AWAY)


@kept
def movements_of_others(itinerary: Itinerary, _: Limits) -> frozenset[str]:
    """Return the movements that the principal is not on: the advance team's, the delegation's.

    Who keeps manifests with the principal in them leaves him out where he is not on board. Where
    he is named on no movement at all, every movement takes him.
    """
    manifests = {
        movement.id: [
            each for each in itinerary.participants_of(movement.id) if each.side is Side.OURS
        ]
        for movement in itinerary.movements
    }
    principal = itinerary.trip.principal
    taking = {
        movement
        for movement, ours in manifests.items()
        if any(each.person == principal or each.role is Role.PRINCIPAL for each in ours)
    }
    others = (movement for movement, ours in manifests.items() if ours)
    return frozenset(others) - taking if taking else frozenset()


def takes_principal(itinerary: Itinerary, limits: Limits, entry: Entry) -> bool:
    """Tell whether an entry, if it takes anybody's time, takes the principal's."""
    record = entry.record
    if isinstance(record, Movement):
        return record.id not in movements_of_others(itinerary, limits)
    return record.occupies_principal and record.attends is Attends.PRINCIPAL


@kept
def principal_spans(itinerary: Itinerary, limits: Limits) -> Sequence[Span]:
    """Return when the principal is taken, in order; what does not end after it starts included."""
    spans = spans_by_entry(itinerary, limits).values()
    return tuple(
        span for span in spans if span.entry and takes_principal(itinerary, limits, span.entry)
    )


def wholes_of(itinerary: Itinerary, meeting: Meeting) -> tuple[str, ...]:
    """Return the meetings that one is part of, the nearest first; none where they go in a ring."""
    wholes: list[str] = []
    above: Meeting | None = meeting
    while above and above.part_of:
        if above.part_of in wholes or above.part_of == meeting.id:
            return ()
        wholes.append(above.part_of)
        above = itinerary.get(Meeting, above.part_of)
    return tuple(wholes)


def whole_among(itinerary: Itinerary, span: Span, spans: Mapping[str, Span]) -> Span | None:
    """Return the nearest of some spans that this one is part of."""
    record = span.entry.record if span.entry else None
    if not isinstance(record, Meeting) or not record.part_of:
        return None
    return next(
        (spans[whole] for whole in wholes_of(itinerary, record) if whole in spans),
        None,
    )


def outermost(itinerary: Itinerary, spans: Iterable[Span]) -> Iterator[Span]:
    """Leave out what is part of another of the spans: the whole speaks for it."""
    known = {span.key: span for span in spans}
    return (span for span in known.values() if whole_among(itinerary, span, known) is None)


def to_come(itinerary: Itinerary) -> Iterator[tuple[Meeting, Moment]]:
    """Return the meetings that stand, have an hour and are not held yet, with that hour."""
    for meeting in itinerary.meetings:
        if (start := hour_to_come(meeting)) is not None:
            yield meeting, start


def hour_to_come(meeting: Meeting) -> Moment | None:
    """Return the hour of a meeting that stands and is not held yet."""
    return meeting.start if stands(meeting) and meeting.status is not Status.HELD else None
