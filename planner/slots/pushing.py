"""How a delay travels along the principal's entries: how far each is pushed, what gaps absorb.

All is reckoned in instants, on the entries as they stand before anything moves. Two entries follow
one another directly where nothing that has a place lies wholly between them: there a way, boarding,
deplaning and buffers are needed. Of other pairs no more is asked than that they do not run into
each other.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from planner.conflicts.meetings import minutes_to_change
from planner.conflicts.passages import buffers_between, need_of
from planner.conflicts.presence.journey import Join, Leg, journey, leg_of
from planner.conflicts.presence.spans import outermost, principal_spans
from planner.itinerary import Itinerary
from planner.moments import MINUTE
from planner.settings import Limits

FOREVER = 2**62


@dataclass(frozen=True, slots=True)
class Push:
    """What a delay asks of an entry that it reaches."""

    leg: Leg
    minutes: int
    """How much later it has to be for nothing to become tighter than is needed."""
    absorbed: int
    """What the gap before it took of the delay."""


class Chain:
    """The principal's entries one after another; parts of another entry are left to their whole."""

    def __init__(self, itinerary: Itinerary, limits: Limits) -> None:
        """Lay out a trip's."""
        self._itinerary = itinerary
        self._limits = limits
        self._found = journey(itinerary, limits)
        spans = outermost(itinerary, principal_spans(itinerary, limits))
        self.legs = tuple(
            leg for span in spans if (leg := leg_of(span, self._found.spots)) is not None
        )

    def need(self, before: Leg, after: Leg) -> int:
        """Return the minutes that have to lie between two entries that follow directly."""
        if not (before.is_placed and after.is_placed):
            return 0
        same = self._found.spots.are_one_stay(before.ends, after.begins)
        need = need_of(self._itinerary, self._found.ground, Join(before, after, same))
        # From another stop it takes a movement that is not entered: no way can be reckoned.
        passage = need.deplaning + need.boarding if same is False else need.total
        return max(
            passage + buffers_between(before, after), self._between_counterparts(before, after)
        )

    def pushed(
        self, first: frozenset[str], minutes: int, stays: Callable[[Leg], bool]
    ) -> Iterator[Push]:
        """Yield, in order, what is asked of others where the first entries move later.

        What `stays` hands nothing on.
        """
        moving: list[_Moving] = []
        awaited = first & {leg.entry.id for leg in self.legs}
        for leg in self.legs:
            push = None
            if leg.entry.id in first:
                awaited -= {leg.entry.id}
            else:
                push = self._push(moving, leg)
                if push.minutes or push.absorbed:
                    yield push
            moving = _gone_past(moving, leg)
            if push is None:
                moving.append(_Moving(leg, minutes))
            elif push.minutes and not stays(leg):
                moving.append(_Moving(leg, push.minutes))
            if not (moving or awaited):
                return

    def hindering(self, first: frozenset[str], minutes: int) -> Iterator[Push]:
        """Yield the entries that others would run into if these moved earlier, by how much."""
        earlier: list[_Moving] = []
        short: dict[str, Push] = {}
        for leg in self.legs:
            if leg.entry.id not in first:
                earlier = [*_gone_past(earlier, leg), _Moving(leg, minutes)]
                continue
            for each in earlier:
                missing = self._asked(each, leg)
                known = short.get(each.leg.entry.id)
                if missing > (known.minutes if known else 0):
                    short[each.leg.entry.id] = Push(each.leg, missing, 0)
        yield from short.values()

    def _push(self, moving: "list[_Moving]", leg: Leg) -> Push:
        asked = incoming = 0
        for each in moving:
            if each.minutes > asked and not _are_alternatives(each.leg, leg):
                asked = max(asked, self._asked(each, leg))
                if each.is_just_before(leg):
                    incoming = max(incoming, each.minutes)
        return Push(leg, asked, max(incoming - asked, 0))

    def _asked(self, each: "_Moving", leg: Leg) -> int:
        """Return how much later an entry must be, where one before it is as late as that.

        What is too tight already is handed on whole: it gets no tighter, and is not mended either.
        """
        if _are_alternatives(each.leg, leg):
            return 0
        need = self.need(each.leg, leg) if each.leads_to(leg) else 0
        spare = leg.span.start - each.end - need * MINUTE
        return max(-(-(each.minutes * MINUTE - max(spare, 0)) // MINUTE), 0)

    def _between_counterparts(self, before: Leg, after: Leg) -> int:
        """Return the minutes to change counterparts in one room."""
        one, other = before.meeting, after.meeting
        is_one_room = before.ends.venue is not None and before.ends.venue == after.begins.venue
        if one is None or other is None or not is_one_room:
            return 0
        return minutes_to_change(self._itinerary, self._limits, one, other)


@dataclass(slots=True)
class _Moving:
    """An entry that is late, while what follows it is looked at."""

    leg: Leg
    minutes: int
    _followed: int = FOREVER
    """The first end of what comes wholly after it."""
    _passed: dict[str, int] = field(default_factory=dict)
    """The same, only of what has a place, by choice."""

    @property
    def end(self) -> int:
        """When it ended before it was late; what ends before it starts takes no time."""
        return max(self.leg.span.start, self.leg.span.end)

    def go_past(self, leg: Leg) -> None:
        """Take note that an entry comes after it."""
        choice, ends = leg.span.commitment, max(leg.span.start, leg.span.end)
        if leg.span.start < self.end or _are_alternatives(self.leg, leg):
            return
        self._followed = min(self._followed, ends)
        if leg.is_placed:
            self._passed[choice] = min(self._passed.get(choice, FOREVER), ends)

    def leads_to(self, leg: Leg) -> bool:
        """Tell whether an entry follows with nothing between that has a place.

        An alternative of that entry is nothing between: only one of them takes place.
        """
        own = leg.span.commitment
        return not any(
            ends <= leg.span.start
            for choice, ends in self._passed.items()
            if not choice or choice != own
        )

    def is_just_before(self, leg: Leg) -> bool:
        """Tell whether nothing at all comes between."""
        return self._followed > leg.span.start

    def is_done(self, leg: Leg) -> bool:
        """Tell whether nothing from an entry on can be reached by it."""
        is_clear = self.end + self.minutes * MINUTE <= leg.span.start
        return is_clear and self._passed.get("", FOREVER) <= leg.span.start


def _gone_past(moving: list[_Moving], leg: Leg) -> list[_Moving]:
    """Return what still matters behind an entry."""
    still = [each for each in moving if not each.is_done(leg)]
    for each in still:
        each.go_past(leg)
    return still


def _are_alternatives(one: Leg, other: Leg) -> bool:
    return bool(one.span.commitment) and one.span.commitment == other.span.commitment
