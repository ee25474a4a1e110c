"""A room that takes one entry at a time, held by two.

A building that is exclusive is held as a whole: against it counts what is in any of its rooms, and
two of those rooms do not count against each other. Where both entries take the principal,
`principal-overlap` says all there is to say.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from planner.conflicts.conflict import Conflict, Severity
from planner.conflicts.presence.journey import journey
from planner.conflicts.presence.overlaps import Overlap, overlaps
from planner.conflicts.presence.spans import Span, spans_by_entry, takes_principal
from planner.conflicts.presence.spots import Spots
from planner.conflicts.registry import Family, rule
from planner.conflicts.sentences import spans_listed, way_out_of
from planner.conflicts.surroundings import Surroundings
from planner.itinerary import Itinerary
from planner.records import Meeting, Venue
from planner.settings import Limits


@dataclass(frozen=True, slots=True)
class _Hold:
    """In what way an entry holds a room."""

    takes_principal: bool
    is_in_part: bool
    """Whether it is only in a room of what is held."""

    def is_against(self, other: "_Hold") -> bool:
        """Tell whether two entries cannot hold at once, for want of room alone."""
        are_his = self.takes_principal and other.takes_principal
        return not are_his and not (self.is_in_part and other.is_in_part)


HOLDS = tuple(_Hold(his, part) for his in (True, False) for part in (True, False))


@rule(
    "venue-double-booked",
    Family.PLACE,
    Severity.ERROR,
    Severity.WARNING,
    meaning="Two entries hold a venue at once that takes one at a time.",
)
def venue_double_booked(itinerary: Itinerary, surroundings: Surroundings) -> Iterator[Conflict]:
    """Report each group of entries that overlap in an exclusive venue."""
    limits = surroundings.limits
    seen: set[tuple[str, ...]] = set()
    for venue, spans in _held(itinerary, limits).items():
        holds = {span.key: _hold(itinerary, limits, span, venue) for span in spans}
        for overlap in overlaps(itinerary, spans):
            clash = Overlap(tuple(tuple(_contested(each, holds)) for each in overlap.groups))
            # Two venues that are each a room of the other would both report it.
            if clash.spans and clash.keys not in seen:
                seen.add(clash.keys)
                yield _conflict(itinerary, journey(itinerary, limits).spots, venue, clash, holds)


def _held(itinerary: Itinerary, limits: Limits) -> Mapping[str, list[Span]]:
    """Return what holds each exclusive venue, itself or a room of it, by the venue's id."""
    found: dict[str, list[Span]] = {}
    within: dict[str, tuple[str, ...]] = {}
    for span in spans_by_entry(itinerary, limits).values():
        record = span.entry.record if span.entry else None
        if isinstance(record, Meeting) and record.venue:
            if record.venue not in within:
                within[record.venue] = tuple(_exclusive_from(itinerary, record.venue))
            for venue in within[record.venue]:
                found.setdefault(venue, []).append(span)
    return {venue: spans for venue, spans in sorted(found.items()) if len(spans) > 1}


def _exclusive_from(itinerary: Itinerary, venue: str) -> Iterator[str]:
    """Return a venue and what it is a room of, as far as they are exclusive."""
    seen: set[str] = set()
    above = itinerary.venue(venue)
    while above and above.id not in seen:
        seen.add(above.id)
        if above.exclusive:
            yield above.id
        above = itinerary.venue(above.parent)


def _hold(itinerary: Itinerary, limits: Limits, span: Span, venue: str) -> _Hold:
    entry = span.entry
    record = entry.record if entry else None
    is_his = entry is not None and takes_principal(itinerary, limits, entry)
    return _Hold(is_his, isinstance(record, Meeting) and record.venue != venue)


def _contested(spans: Sequence[Span], holds: Mapping[str, _Hold]) -> Iterator[Span]:
    """Leave out of a group what only goes on beside it, and is against none of it.

    What overlaps a span is what starts before its end, less what has ended by its start: so each
    is answered for by counting, and not by comparing it with every other.
    """
    kinds = {hold: _Counted(span for span in spans if holds[span.key] == hold) for hold in HOLDS}
    for span in spans:
        against = [kinds[hold] for hold in HOLDS if hold.is_against(holds[span.key])]
        itself = not holds[span.key].takes_principal and not holds[span.key].is_in_part
        rivals = sum(each.rivals_of(span) for each in against)
        # Of a choice, the span itself is among the alternatives already.
        if rivals > (itself and not span.commitment):
            yield span


class _Counted:
    """How many spans overlap another, and are no alternatives to it."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: dict[str, list[int]] = {"": []}
        self._ends: dict[str, list[int]] = {"": []}
        for span in spans:
            for choice in {"", span.commitment}:
                self._starts.setdefault(choice, []).append(span.start)
                self._ends.setdefault(choice, []).append(span.end)
        for times in (*self._starts.values(), *self._ends.values()):
            times.sort()

    def rivals_of(self, span: Span) -> int:
        """Return how many of them a span has."""
        allied = self._beside(span, span.commitment) if span.commitment else 0
        return self._beside(span, "") - allied

    def _beside(self, span: Span, choice: str) -> int:
        begun = bisect_left(self._starts.get(choice, ()), span.end)
        return begun - bisect_right(self._ends.get(choice, ()), span.start)


def _conflict(
    itinerary: Itinerary, spots: Spots, venue: str, clash: Overlap, holds: Mapping[str, _Hold]
) -> Conflict:
    since, minutes = clash.crowded
    held = itinerary.get(Venue, venue)
    names = spans_listed(itinerary, spots, clash.spans)
    room = held.name if held else venue
    message = f"{names} both hold {room}, for {minutes} min."
    if len(clash.spans) > 2:
        message = f"{len(clash.spans):,} entries hold {room} at once, for {minutes} min in all: "
        message += f"{names}."
    hard = [[span for span in group if span.is_hard] for group in clash.groups]
    is_sure = any(True for group in hard for _ in _contested(group, holds))
    return Conflict(
        rule="venue-double-booked",
        severity=Severity.ERROR if is_sure else Severity.WARNING,
        message=message,
        subjects=clash.keys,
        at=since,
        shortfall=minutes,
        way_out=_way_out(itinerary, spots, clash),
    )


def _way_out(itinerary: Itinerary, spots: Spots, clash: Overlap) -> str:
    if len(clash.spans) > 2:
        return "keep one there, and find other rooms or times for the others"
    return way_out_of(itinerary, spots, clash.spans) or "find another room for one of them"
