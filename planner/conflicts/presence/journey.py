"""The principal's way through a trip: what he does one after another, where, and how it joins.

The chain has his entries that have a place, in order. Left out are parts of another entry (the
whole speaks for them), entries outside their stay (`outside-stay` speaks of those), and what has no
place: a call, or a meeting of which neither stop nor venue is known.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Self

from planner.conflicts.presence.kept import handed_on
from planner.conflicts.presence.spans import NOT_STATED, Span, outermost, principal_spans
from planner.conflicts.presence.spots import Spot, Spots
from planner.conflicts.presence.stays import (
    Border,
    Stay,
    is_at_the_aircraft,
    is_bound_to_no_place,
    stays,
)
from planner.conflicts.presence.ways import Ways
from planner.itinerary import Itinerary
from planner.itinerary.entries import Entry, boarding_minutes, deplaning_minutes
from planner.moments import MINUTE
from planner.records import Meeting, Movement
from planner.settings import Limits


@dataclass(frozen=True, slots=True)
class Leg:
    """An entry of the chain, and where it begins and ends."""

    span: Span
    entry: Entry
    begins: Spot
    ends: Spot
    changes_stay: bool

    @property
    def meeting(self) -> Meeting | None:
        """Its record, if that is a meeting."""
        return self.entry.record if isinstance(self.entry.record, Meeting) else None

    @property
    def movement(self) -> Movement | None:
        """Its record, if that is a movement."""
        return self.entry.record if isinstance(self.entry.record, Movement) else None

    @property
    def is_local(self) -> bool:
        """Whether it is a movement within one stay."""
        return self.movement is not None and not self.changes_stay

    @property
    def is_placed(self) -> bool:
        """Whether one has to be somewhere for it: not for a call, nor where no place is known."""
        meeting = self.meeting
        return meeting is None or not (self.begins.place is None or is_bound_to_no_place(meeting))

    @property
    def starts_at(self) -> int | None:
        """When it starts, in UTC seconds; None where that is not stated, or cannot be right."""
        movement = self.movement
        if movement and (movement.depart is None or not self.span.is_sound):
            return None
        return self.span.start

    @property
    def ends_at(self) -> int | None:
        """When it ends, assumed or estimated if need be; None where nothing can be said."""
        return self.span.end if self.span.is_sound and self.span.guess != NOT_STATED else None


@dataclass(frozen=True, slots=True)
class Join:
    """Two legs, one after the other."""

    before: Leg
    after: Leg
    is_one_stay: bool | None
    """Whether the one ends where the other begins; None where that is not known."""

    @property
    def minutes_left(self) -> int | None:
        """The minutes between them; None where one of the two times is not known."""
        ended, starts = self.before.ends_at, self.after.starts_at
        return None if ended is None or starts is None else (starts - ended) // MINUTE

    @property
    def is_firm(self) -> bool:
        """Whether both are confirmed or held."""
        return self.before.entry.is_firm and self.after.entry.is_firm

    @property
    def end_is_stated(self) -> bool:
        """Whether the end of the first was typed."""
        return self.before.span.end_is_stated


@dataclass(frozen=True, slots=True)
class Stray:
    """An entry at a stop where the principal is not yet, or no more."""

    entry: Entry
    span: Span
    stay: Stay
    border: Border
    is_arrival: bool
    minutes_of_border: int
    """Deplaning or boarding; 0 for what takes place at the aircraft."""
    shortfall: int

    @property
    def rests_on_guess(self) -> bool:
        """Whether it is outside only if its end is as assumed."""
        stated = self.span.end_is_stated
        return not (self.is_arrival or stated or self.span.start >= self.border.moment.instant)


@dataclass(frozen=True, slots=True)
class Ground:
    """What all entries stand on, whichever meetings there are."""

    spots: Spots
    ways: Ways
    stays: Mapping[str, Stay]
    """By stop."""

    @classmethod
    def of(cls, itinerary: Itinerary, limits: Limits) -> Self:
        """Return what the entries of a trip stand on."""
        spots = Spots(itinerary, limits)
        return cls(spots, Ways(itinerary), stays(itinerary, spots))


@dataclass(frozen=True, slots=True)
class Journey:
    """What the rules of place look at."""

    ground: Ground
    strays: tuple[Stray, ...]
    legs: tuple[Leg, ...]
    """His entries but for parts of others, those outside the chain too."""
    joins: tuple[Join, ...]
    taken: tuple[Span, ...]
    """When the principal is taken; a movement that runs into the next one's time is cut there."""

    @property
    def spots(self) -> Spots:
        """Where entries begin and end."""
        return self.ground.spots

    @property
    def ways(self) -> Ways:
        """How long it takes from one to the other."""
        return self.ground.ways


@handed_on
def journey(itinerary: Itinerary, limits: Limits, before: Journey | None) -> Journey:
    """Return the principal's way through a trip."""
    ground = before.ground if before else Ground.of(itinerary, limits)
    spans, spots = principal_spans(itinerary, limits), ground.spots
    known = {id(leg.span): leg for leg in before.legs} if before else {}
    outer = outermost(itinerary, spans)
    legs = [leg for span in outer if (leg := known.get(id(span)) or leg_of(span, spots))]
    strays = tuple(_strays(itinerary, legs, ground.stays))
    left_out = {stray.span.key for stray in strays}
    chain = [leg for leg in legs if leg.span.key not in left_out and leg.is_placed]
    cut = dict(_cut(chain, spots))
    return Journey(
        ground=ground,
        strays=strays,
        legs=tuple(legs),
        joins=tuple(_handed_on(_joins(chain, spots), before.joins if before else ())),
        taken=tuple(cut.get(span.key, span) for span in spans),
    )


def _handed_on(joins: Iterable[Join], before: Iterable[Join]) -> Iterator[Join]:
    """Return joins; where both legs are those of one before, that one."""
    known = {(id(join.before), id(join.after)): join for join in before}
    return (known.get((id(join.before), id(join.after)), join) for join in joins)


def leg_of(span: Span, spots: Spots) -> Leg | None:
    """Return an entry with where it begins and ends; None for what is no entry of the trip."""
    entry = span.entry
    if entry is None:
        return None
    record = entry.record
    if isinstance(record, Movement):
        begins, ends = spots.origin(record), spots.destination(record)
        return Leg(span, entry, begins, ends, spots.changes_stay(record))
    spot = spots.of_meeting(record)
    return Leg(span, entry, spot, spot, changes_stay=False)


def _strays(
    itinerary: Itinerary, legs: Sequence[Leg], stays: Mapping[str, Stay]
) -> Iterator[Stray]:
    """Return the meetings outside their stay, but for those that overlap a flight or the like."""
    between_stops = [leg.span for leg in legs if leg.changes_stay]
    for leg in legs:
        span, meeting, stop = leg.span, leg.meeting, leg.begins.stop
        if meeting is None or stop is None or not span.is_sound:
            continue
        is_exempt = is_at_the_aircraft(itinerary, meeting) or is_bound_to_no_place(meeting)
        stray = _stray(leg.entry, span, stays[stop.id], at_aircraft=is_exempt)
        if stray and not any(
            span.start < way.end and way.start < span.end for way in between_stops
        ):
            yield stray


def _stray(entry: Entry, span: Span, stay: Stay, *, at_aircraft: bool) -> Stray | None:
    if stay.reached:
        by = stay.reached.movement
        minutes = deplaning_minutes(by) if by and not at_aircraft else 0
        free = stay.reached.moment.instant + minutes * MINUTE
        if span.start < free:
            short = -((span.start - free) // MINUTE)
            return Stray(entry, span, stay, stay.reached, True, minutes, short)
    if stay.left:
        by = stay.left.movement
        minutes = boarding_minutes(by) if by and not at_aircraft else 0
        due = stay.left.moment.instant - minutes * MINUTE
        if span.end > due:
            short = -((due - span.end) // MINUTE)
            return Stray(entry, span, stay, stay.left, False, minutes, short)
    return None


def _joins(legs: Sequence[Leg], spots: Spots) -> Iterator[Join]:
    """Join each leg to what comes before it; alternatives of one choice stand side by side."""
    earlier: list[Leg] = []
    latest: list[Leg] = []
    for leg in legs:
        choice = leg.span.commitment
        is_alternative = bool(choice and latest and latest[-1].span.commitment == choice)
        for before in earlier if is_alternative else latest:
            same = spots.are_one_stay(before.ends, leg.begins)
            if before.span.end <= leg.span.start or _runs_into(before, leg, same=same):
                yield Join(before, leg, same)
        if is_alternative:
            latest.append(leg)
        elif leg.movement or all(each.span.end < leg.span.end for each in latest):
            earlier, latest = latest, [leg]


def hands_over(before: Leg, after: Leg) -> bool:
    """Tell whether both are movements, and one changes from the one to the other.

    Two flights in a row may be one aircraft, with a stop to refuel.
    """
    if not before.movement or not after.movement:
        return False
    is_one_vehicle = before.movement.mode is after.movement.mode
    return not (is_one_vehicle and before.changes_stay and after.changes_stay)


def _runs_into(before: Leg, after: Leg, *, same: bool | None) -> bool:
    """Tell whether a movement reaches the next one too late: no double booking, but a short way."""
    is_later = before.span.start < after.span.start and before.span.end < after.span.end
    return same is True and is_later and hands_over(before, after)


def _cut(legs: Sequence[Leg], spots: Spots) -> Iterator[tuple[str, Span]]:
    """Return, by record, the spans of movements that end where the next one starts."""
    movements = [leg for leg in legs if leg.movement]
    for before, after in pairwise(movements):
        same = spots.are_one_stay(before.ends, after.begins)
        if after.span.start < before.span.end and _runs_into(before, after, same=same):
            yield before.span.key, replace(before.span, end=after.span.start)
