"""What rules are asked about one by one, so that after an edit they are asked about what is new.

A case is known again as the very same object. Whoever makes cases hands on those in which nothing
has changed (`handed_on`), and makes all anew where more than meetings and what is their own has.
"""

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass
from typing import Generic, TypeVar, cast

from planner.itinerary import Itinerary
from planner.records import (
    Acknowledgement,
    FollowUp,
    Meeting,
    Note,
    Outcome,
    Participant,
    Record,
    Task,
    Topic,
)
from planner.settings import Limits

C = TypeVar("C")

UNSEEN: tuple[type[Record], ...] = (Acknowledgement, Note)
"""Records that no rule looks at; what is acknowledged is joined to what was found afterwards."""
OF_A_MEETING: tuple[type[Record], ...] = (Meeting, Participant, Topic, Task, Outcome, FollowUp)
"""Meetings, and records that are the own of one."""


@dataclass(frozen=True, eq=False)
class Cases(Generic[C]):
    """A kind of cases."""

    of: Callable[[Itinerary, Limits], Iterable[C]]
    entries: Callable[[C], Iterable[str]]
    """The entries that a case is about, by id: one whose own was changed makes it a new case."""


WHOLE = Cases[Itinerary](lambda itinerary, _: (itinerary,), lambda _: ())
"""The whole trip: another one after every edit."""
MEETINGS = Cases[Meeting](lambda itinerary, _: itinerary.meetings, lambda meeting: (meeting.id,))
"""A meeting with what is its own and its kin: what it is part of, and what is part of it."""


@dataclass(frozen=True, slots=True)
class Relisted(Generic[C]):
    """The cases of a kind after an edit."""

    same: frozenset[int]
    """Those that a rule has been asked about, by their id as an object."""
    new: tuple[C, ...]


class Docket:
    """The cases of one trip, listed by kind when a rule first asks for them.

    It holds on to them, so that no other object can have the id of one.
    """

    def __init__(self, itinerary: Itinerary, limits: Limits) -> None:
        """List the cases of a trip under limits."""
        self._itinerary = itinerary
        self._limits = limits
        self._listed: dict[object, Mapping[int, object]] = {}

    def cases(self, kind: Cases[C]) -> Mapping[int, C]:
        """Return the cases of a kind, by their id as an object."""
        if kind not in self._listed:
            self._listed[kind] = {id(case): case for case in kind.of(self._itinerary, self._limits)}
        return cast("Mapping[int, C]", self._listed[kind])

    def since(self, before: "Docket", kind: Cases[C], touched: Set[str]) -> Relisted[C]:
        """Return which cases are the same as before some entries were touched, and which new."""
        known = before.cases(kind)
        same: set[int] = set()
        new: list[C] = []
        for number, case in self.cases(kind).items():
            if number in known and touched.isdisjoint(kind.entries(case)):
                same.add(number)
            else:
                new.append(case)
        return Relisted(frozenset(same), tuple(new))
