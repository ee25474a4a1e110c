"""The Itinerary: one trip as it stands, with the people, offices and venues it names."""

from collections.abc import Iterable
from functools import cached_property
from typing import Self, TypeVar

from planner.edits import Change, Edit
from planner.errors import TripGone
from planner.itinerary.closure import Tables, closure
from planner.itinerary.entries import Entry, entries_of
from planner.itinerary.holdings import Holdings
from planner.itinerary.order import (
    meeting_order,
    movement_order,
    stop_order,
)
from planner.records import (
    FollowUp,
    Lodging,
    Meeting,
    Movement,
    Record,
    Stop,
    Trip,
)
from planner.records.shape import shape_of

R = TypeVar("R", bound=Record)


class Itinerary(Holdings):
    """An unchanging view of one trip, indexed and in order.

    `position` is how far in the journal it has seen. Two are equal when they hold the same records
    at the same position. What is derived is worked out when first asked for, and kept.
    """

    def __init__(
        self,
        trip: str,
        tables: Tables,
        position: int = 0,
        *,
        closed: bool = False,
        entries_before: tuple[Entry, ...] = (),
    ) -> None:
        """Take the records by kind and id, and leave out those that do not belong to the trip.

        `closed` says that all of them are known to; `entries_before` are those of the trip as it
        was, most of which are the same. Raises `TripGone` where the trip itself is not there.
        """
        super().__init__(tables if closed else closure(tables, trip))
        found = self.get(Trip, trip)
        if found is None:
            raise TripGone
        self.trip: Trip = found
        self.position = position
        self._entries_before = entries_before

    @classmethod
    def of(cls, records: Iterable[Record], position: int = 0) -> Self:
        """Make an itinerary of the records of one trip, in any order."""
        tables: dict[type[Record], dict[str, Record]] = {}
        for record in records:
            tables.setdefault(type(record), {})[record.id] = record
        (trip,) = tables[Trip]
        return cls(trip, tables, position)

    def __eq__(self, other: object) -> bool:
        """Compare records and position."""
        if not isinstance(other, Itinerary):
            return NotImplemented
        return self._tables == other._tables and self.position == other.position

    __hash__ = None  # type: ignore[assignment] # two equal ones would hash differently

    def after(self, edit: Edit, position: int | None = None) -> Self:
        """Return the trip as it is once an Edit has been applied; nothing is written.

        Changes to other trips are left out; so are shared records that nothing here names any
        more. `position` is that of the journal entry, where there is one. Raises `TripGone`
        where the Edit deletes the trip.
        """
        tables = dict(self._tables)
        copied: dict[type[Record], dict[str, Record]] = {}
        for change in edit.changes:
            kind = type(change.record)
            if kind not in copied:
                tables[kind] = copied[kind] = dict(tables.get(kind, {}))
            if change.after is None:
                copied[kind].pop(change.record.id, None)
            else:
                copied[kind][change.record.id] = change.after
        seen = self.position if position is None else position
        closed = not any(self._may_move_borders(change) for change in edit.changes)
        known = self.__dict__.get("entries", ())
        following = type(self)(self.trip.id, tables, seen, closed=closed, entries_before=known)
        following.take_over(self)
        return following

    def _may_move_borders(self, change: Change) -> bool:
        """Tell whether a change can alter which records belong to the trip."""
        record = change.record
        held = self.get(type(record), record.id)
        if held is None or change.before is None or change.after is None:
            return True
        names = {field.name for field in shape_of(type(record)).references}
        return not names.isdisjoint(Change(held, record).touched)

    @cached_property
    def stops(self) -> tuple[Stop, ...]:
        """The stops in the order of the journey."""
        return tuple(sorted(self.all(Stop).values(), key=stop_order))

    @cached_property
    def movements(self) -> tuple[Movement, ...]:
        """The movements in order; those without an hour come last within their day."""
        return tuple(sorted(self.all(Movement).values(), key=movement_order))

    @cached_property
    def meetings(self) -> tuple[Meeting, ...]:
        """The meetings in order; those without an hour come last within their day."""
        return tuple(sorted(self.all(Meeting).values(), key=meeting_order))

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The meetings and movements that have an hour, whatever their status, in order."""
        return entries_of((*self.movements, *self.meetings), self._entries_before)

    @cached_property
    def unplaced(self) -> tuple[Meeting, ...]:
        """The meetings that have no hour yet, in the order of their days."""
        return tuple(meeting for meeting in self.meetings if meeting.start is None)

    @cached_property
    def lodgings(self) -> tuple[Lodging, ...]:
        """The lodgings in order of the stops they belong to."""
        order = {stop.id: number for number, stop in enumerate(self.stops)}
        last = len(order)
        return tuple(
            sorted(
                self.all(Lodging).values(), key=lambda each: (order.get(each.stop, last), each.id)
            )
        )

    @cached_property
    def follow_ups(self) -> tuple[FollowUp, ...]:
        """The follow-ups: those with a due date first, in its order."""
        return tuple(
            sorted(
                self.all(FollowUp).values(),
                key=lambda each: (each.due is None, str(each.due), each.text, each.id),
            )
        )
