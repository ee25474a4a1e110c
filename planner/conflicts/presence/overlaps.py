"""Overlaps of one person's spans, as groups and not as pairs.

A group is what goes on at once. Two groups never share two spans that overlap, so that each
overlapping pair is reported once, and what is reported stays in proportion to what there is, even
where everybody is in everything.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from heapq import heappop, heappush

from planner.conflicts.conflict import Severity
from planner.conflicts.presence.spans import Span, in_order, whole_among
from planner.itinerary import Itinerary
from planner.moments import MINUTE


@dataclass(frozen=True, slots=True)
class Overlap:
    """Spans of which each overlaps another of them."""

    spans: tuple[Span, ...]
    """In order; where one sticks out of what it is part of, only what sticks out."""

    @property
    def keys(self) -> tuple[str, ...]:
        """What its spans are known by, in order."""
        return tuple(span.key for span in self.spans)

    @property
    def severity(self) -> Severity:
        """An error where two that overlap are firm and have both ends; else a warning."""
        hard = [span for span in self.spans if span.is_hard]
        return Severity.ERROR if any(True for _ in _swept(hard)) else Severity.WARNING

    @property
    def crowded(self) -> tuple[int, int]:
        """When two of them first go on at once (UTC seconds), and for how many minutes in all."""
        first: int | None = None
        seconds, since = 0, 0
        going_on: Counter[str] = Counter()
        for at, change, name in _turns(self.spans):
            if len(going_on) > 1:
                seconds += at - since
                first = since if first is None else first
            since = at
            going_on[name] += change
            if not going_on[name]:
                del going_on[name]
        return first or 0, seconds // MINUTE


def overlaps(itinerary: Itinerary, spans: Iterable[Span]) -> Iterator[Overlap]:
    """Return the overlaps among the spans of one person.

    A part never overlaps its whole, nor the whole of that; two parts of one meeting can.
    """
    seen: set[tuple[str, ...]] = set()
    for level in _levels(itinerary, [span for span in spans if span.is_sound]):
        for group in _swept(level):
            overlap = Overlap(tuple(in_order(group)))
            if overlap.keys not in seen:
                seen.add(overlap.keys)
                yield overlap


def _levels(itinerary: Itinerary, spans: Sequence[Span]) -> list[list[Span]]:
    """Split spans into the outermost ones, and the parts of each whole among themselves.

    Inside its whole a part is not seen from outside; what sticks out of it speaks for itself.
    """
    known = {span.key: span for span in spans}
    levels: dict[str, list[Span]] = {"": []}
    for span in known.values():
        pieces = [span]
        whole = whole_among(itinerary, span, known)
        while whole and pieces:
            inside = [_clipped(piece, whole.start, whole.end) for piece in pieces]
            levels.setdefault(whole.key, []).extend(each for each in inside if each.is_sound)
            before = [_clipped(piece, piece.start, whole.start) for piece in pieces]
            after = [_clipped(piece, whole.end, piece.end) for piece in pieces]
            pieces = [each for each in (*before, *after) if each.is_sound]
            whole = whole_among(itinerary, whole, known)
        levels[""].extend(pieces)
    return list(levels.values())


def _clipped(span: Span, start: int, end: int) -> Span:
    if start <= span.start and span.end <= end:
        return span
    return replace(span, start=max(span.start, start), end=min(span.end, end))


@dataclass(slots=True)
class _Sweep:
    """The spans that go on at a moment, and the group that they belong to."""

    ends: list[tuple[int, int]] = field(default_factory=list)
    going_on: dict[int, Span] = field(default_factory=dict)
    commitments: Counter[str] = field(default_factory=Counter)
    group: dict[int, Span] = field(default_factory=dict)
    going_on_in_group: int = 0
    alone: dict[int, Span] = field(default_factory=dict)
    """What goes on and does not belong to the group."""

    def leave(self, until: int) -> None:
        """Take out what has ended."""
        while self.ends and self.ends[0][0] <= until:
            _, number = heappop(self.ends)
            span = self.going_on.pop(number)
            self.commitments[span.commitment] -= 1
            self.alone.pop(number, None)
            self.going_on_in_group -= number in self.group

    def has_rival(self, span: Span) -> bool:
        """Tell whether anything goes on that a span conflicts with."""
        allied = self.commitments[span.commitment] if span.commitment else 0
        return len(self.going_on) > allied

    def enter(self, number: int, span: Span) -> None:
        """Put in what begins."""
        heappush(self.ends, (span.end, number))
        self.going_on[number] = span
        self.commitments[span.commitment] += 1
        self.alone[number] = span

    def join(self, number: int, span: Span) -> dict[int, Span]:
        """Put in what begins and has rivals; return the group that this closes, or nothing.

        While two of a group go on, what begins belongs to it. All that goes on is in one group
        then: whatever was alone has waited for its first rival.
        """
        closed: dict[int, Span] = {}
        if self.going_on_in_group < 2:
            closed, self.group = self.group, dict(self.going_on)
        self.enter(number, span)
        self.group.update(self.alone)
        self.alone.clear()
        self.going_on_in_group = len(self.going_on)
        return closed


def _swept(spans: Iterable[Span]) -> Iterator[list[Span]]:
    sweep = _Sweep()
    for number, span in enumerate(in_order(spans)):
        sweep.leave(span.start)
        if not sweep.has_rival(span):
            sweep.enter(number, span)
            continue
        closed = sweep.join(number, span)
        if closed:
            yield list(closed.values())
    if sweep.group:
        yield list(sweep.group.values())


def _turns(spans: Iterable[Span]) -> list[tuple[int, int, str]]:
    """Return when spans begin (+1) and end (−1), and for which commitment; ends come first."""
    named = [(span, span.commitment or span.key) for span in spans]
    begin = [(span.start, 1, name) for span, name in named]
    end = [(span.end, -1, name) for span, name in named]
    return sorted((*begin, *end))
