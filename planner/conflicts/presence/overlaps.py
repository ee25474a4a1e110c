"""Overlaps of one person's spans, as groups and not as pairs.

A group is what goes on at once. Two groups never share two spans that overlap, so that each
overlapping pair is reported once, and what is reported stays in proportion to what there is, even
where everybody is in everything.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field, replace
from heapq import heappop, heappush
from itertools import combinations, pairwise

from planner.conflicts.conflict import Severity
from planner.conflicts.presence.spans import Span, in_order, shortest, whole_among
from planner.itinerary import Itinerary
from planner.moments import MINUTE
from planner.records.words import Status


@dataclass(frozen=True, slots=True)
class Overlap:
    """Spans of which each overlaps another of them."""

    groups: tuple[tuple[Span, ...], ...]
    """What goes on at once, in order; more than one group where spans are in pieces."""

    @property
    def spans(self) -> tuple[Span, ...]:
        """Each of its spans once, in order, from the first of its pieces to the last."""
        found: dict[str, Span] = {}
        for span in (each for group in self.groups for each in group):
            known = found.setdefault(span.key, span)
            start, end = min(known.start, span.start), max(known.end, span.end)
            if (start, end) != (known.start, known.end):
                found[span.key] = replace(known, start=start, end=end)
        return tuple(in_order(found.values()))

    @property
    def keys(self) -> tuple[str, ...]:
        """What its spans are known by, in order."""
        return tuple(span.key for span in self.spans)

    @property
    def hours(self) -> tuple[tuple[str, int, int], ...]:
        """When each of its spans goes on, by key: for two people in the same entries, parts differ.

        Who is not in the whole is in the part for all its length.
        """
        return tuple((span.key, span.start, span.end) for group in self.groups for span in group)

    @property
    def severity(self) -> Severity:
        """An error where two that overlap are firm and have both ends; else a warning.

        It is a notice where they do only by the usual length of a meeting, and half of it would do.
        """
        hard = [[span for span in group if span.is_hard] for group in self.groups]
        if _any_overlap(hard):
            return Severity.ERROR
        surely = [[shortest(span) for span in group] for group in self.groups]
        return Severity.WARNING if _any_overlap(surely) else Severity.NOTICE

    @property
    def was_managed(self) -> bool:
        """Whether all of it was held, and only lengths that nobody stated make it an overlap."""
        entries = [span.entry for group in self.groups for span in group]
        all_held = all(entry and entry.record.status is Status.HELD for entry in entries)
        return all_held and self.severity is Severity.NOTICE

    @property
    def crowded(self) -> tuple[int, int]:
        """When two of them first go on at once (UTC seconds), and for how many minutes in all."""
        first: int | None = None
        seconds, since = 0, 0
        going_on = [Counter[str]() for _ in self.groups]
        for at, change, name, number in _turns(self.groups):
            if any(len(each) > 1 for each in going_on):
                seconds += at - since
                first = since if first is None else first
            since = at
            going_on[number][name] += change
            if not going_on[number][name]:
                del going_on[number][name]
        return first or 0, seconds // MINUTE


def overlaps(
    itinerary: Itinerary, spans: Iterable[Span], before: Iterable[Overlap] = ()
) -> Iterator[Overlap]:
    """Return the overlaps among the spans of one person; one of `before` where it is the same.

    A part never overlaps its whole, nor the whole of that; two parts of one meeting can. What was
    held did not overlap by a length that nobody stated.
    """
    known = {_made_of(overlap.groups): overlap for overlap in before}
    sound = in_order(span for span in spans if span.is_sound)
    if all(one.end <= other.start for one, other in pairwise(sound)):
        return
    levels = _levels(itinerary, sound)
    pieces = Counter(span.key for level in levels for span in level)
    in_pieces = {key for key, number in pieces.items() if number > 1}
    groups = [tuple(in_order(group)) for level in levels for group in _swept(level)]
    for numbers in _joined(groups, in_pieces):
        overlap = Overlap(tuple(groups[number] for number in numbers))
        same = known.get(_made_of(overlap.groups))
        if same or not overlap.was_managed:
            yield same or overlap


def _made_of(groups: Iterable[Iterable[Span]]) -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(map(id, group)) for group in groups)


def _joined(groups: Sequence[Iterable[Span]], in_pieces: Set[str]) -> Iterator[list[int]]:
    """Put groups together, by number, that share an overlap: of spans of which one is in pieces."""
    clusters = [[number] for number in range(len(groups))]
    homes: dict[str, list[int]] = {}
    for number, group in enumerate(groups):
        keys = {span.key for span in group}
        if keys.isdisjoint(in_pieces):
            continue
        met = Counter(home for key in keys for home in homes.get(key, ()))
        for home, shared in met.items():
            is_apart = shared > 1 and clusters[home] is not clusters[number]
            if is_apart and _share_a_pair(groups[home], group):
                fewer, more = sorted((clusters[home], clusters[number]), key=len)
                more.extend(fewer)
                for each in fewer:
                    clusters[each] = more
        for key in keys:
            homes.setdefault(key, []).append(number)
    for number, cluster in enumerate(clusters):
        if number == min(cluster):
            yield sorted(cluster)


def _share_a_pair(one: Iterable[Span], other: Iterable[Span]) -> bool:
    """Tell whether the same two spans go on at once in both of two groups."""
    here, there = _by_key(one), _by_key(other)
    return any(
        all(_meet(group[first], group[second]) for group in (here, there))
        for first, second in combinations(here.keys() & there.keys(), 2)
    )


def _by_key(spans: Iterable[Span]) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = {}
    for span in spans:
        found.setdefault(span.key, []).append(span)
    return found


def _meet(some: Iterable[Span], others: Sequence[Span]) -> bool:
    return any(one.start < other.end and other.start < one.end for one in some for other in others)


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


def _any_overlap(groups: Iterable[Iterable[Span]]) -> bool:
    """Tell whether in any of the groups two spans overlap."""
    return any(True for group in groups for _ in _swept(span for span in group if span.is_sound))


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


def _turns(groups: Iterable[Iterable[Span]]) -> list[tuple[int, int, str, int]]:
    """Return when spans begin (+1) and end (−1), of which commitment and group; ends come first."""
    named = [
        (span, span.commitment or span.key, number)
        for number, group in enumerate(groups)
        for span in group
    ]
    begin = [(span.start, 1, name, number) for span, name, number in named]
    end = [(span.end, -1, name, number) for span, name, number in named]
    return sorted((*begin, *end))
