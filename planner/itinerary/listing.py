"""The programme as a list of rows: days, entries, nights, the present, and what is not placed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property

from planner.itinerary.belongings import Belongings, StillOpen
from planner.itinerary.empty_stays import EmptyStay, empty_stays
from planner.itinerary.itinerary import Itinerary
from planner.itinerary.order import meeting_order, movement_order
from planner.itinerary.programme import Block, Line, LineKind, programme
from planner.moments import Moment
from planner.records import Meeting, Movement
from planner.text.spoken import day_mark


class RowKind(Enum):
    """What a row of the list is."""

    DAY = auto()
    STOP = auto()
    """A day, or several, of a stop on which nothing is planned yet."""
    ENTRY = auto()
    ARRIVAL = auto()
    OPEN = auto()
    """What the meeting above it left to do."""
    NIGHT = auto()
    NOW = auto()
    GAP = auto()
    UNPLACED_HEADING = auto()
    UNPLACED = auto()
    """A meeting or a movement without an hour."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row; those with a key can be selected."""

    kind: RowKind
    key: str = ""
    record: str = ""
    """The id of what it shows: a meeting or movement, a stop, or the lodging of a night."""
    block: Block | None = None
    line: Line | None = None
    unplaced: Meeting | Movement | None = None
    """The meeting or movement, where it has no hour."""
    stay: EmptyStay | None = None
    still_open: StillOpen | None = None
    is_past: bool = False


_ROW_KINDS = {
    LineKind.ENTRY: RowKind.ENTRY,
    LineKind.ARRIVAL: RowKind.ARRIVAL,
    LineKind.NIGHT: RowKind.NIGHT,
}


class Listing:
    """The rows of a trip as of an instant (UTC seconds), and where each key stands in them."""

    def __init__(self, itinerary: Itinerary, now: int, belongings: Belongings) -> None:
        """List a trip; `belongings` are its own."""
        self._home = itinerary.trip.home.zone
        self.rows = _rows(itinerary, now, belongings)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The rows that a cursor can be on, in order."""
        return tuple(row.key for row in self.rows if row.key)

    @cached_property
    def places(self) -> Mapping[str, tuple[int, int]]:
        """Where each key stands: among the keys, and among the rows."""
        numbers = (number for number, row in enumerate(self.rows) if row.key)
        return {self.rows[row].key: (number, row) for number, row in enumerate(numbers)}

    def around(self, key: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the keys below one and those above it, each the nearest first."""
        here = self.places.get(key, (0, 0))[0]
        return self.keys[here + 1 :], self.keys[:here][::-1]

    @cached_property
    def first_keys(self) -> Mapping[str, str]:
        """The first key of each record that can be selected."""
        return {row.record: row.key for row in reversed(self.rows) if row.key}

    @cached_property
    def coming(self) -> str:
        """The key of what comes next, else of the last row; a night is nothing to wait for."""
        coming = (
            row.key
            for row in self.rows
            if row.key and not row.is_past and row.kind is not RowKind.NIGHT
        )
        return next(coming, self.keys[-1] if self.keys else "")

    def nearest(self, key: str) -> str:
        """Return a key that is there: itself, else another of its record, else what comes next."""
        if key in self.places:
            return key
        return self.first_keys.get(key.partition("/")[0]) or self.coming

    @cached_property
    def is_home_elsewhere(self) -> bool:
        """Whether the clocks at home ever show another time than those of the programme."""
        return any(start.to(self._home).wall != start.wall for start in self._starts())

    @cached_property
    def is_home_on_other_days(self) -> bool:
        """Whether anything happens on another date than it is at home then."""
        return any(day_mark(start, start.to(self._home)) for start in self._starts())

    def _starts(self) -> Iterator[Moment]:
        return (row.line.start for row in self.rows if row.line and row.line.entry)


def _rows(itinerary: Itinerary, now: int, belongings: Belongings) -> tuple[Row, ...]:
    writer = _Writer(itinerary, now, belongings)
    placed, unplaced = tuple(writer.placed()), tuple(writer.unplaced())
    return (*placed, Row(RowKind.GAP), *unplaced) if placed and unplaced else placed + unplaced


class _Writer:
    """Writes the rows of one trip as of one instant."""

    def __init__(self, itinerary: Itinerary, now: int, belongings: Belongings) -> None:
        self._itinerary = itinerary
        self._now = now
        self._belongings = belongings
        self._today = Moment.at(now, itinerary.trip.home.zone).date

    def placed(self) -> Iterator[Row]:
        """Yield the days in order, and the present between what has begun and what comes."""
        blocks = programme(self._itinerary)
        before: Block | EmptyStay | None = None
        due = False
        for part in _in_order(blocks, empty_stays(self._itinerary, blocks)):
            start = _start(part)
            if before is None:
                due = start is not None and start <= self._now
            elif not (isinstance(part, EmptyStay) and isinstance(before, EmptyStay)):
                yield Row(RowKind.GAP)
            if due and before is not None and start is not None and start > self._now:
                yield Row(RowKind.NOW, block=before if isinstance(before, Block) else None)
                due = False
            if isinstance(part, EmptyStay):
                yield self._stay(part)
            else:
                yield Row(RowKind.DAY, block=part)
                for line in part.lines:
                    if due and line.kind is not LineKind.NIGHT and line.start.instant > self._now:
                        yield Row(RowKind.NOW, block=part)
                        due = False
                    yield from self._line(part, line)
            before = part

    def _stay(self, stay: EmptyStay) -> Row:
        is_past = stay.end is not None and stay.end <= self._now
        return Row(RowKind.STOP, stay.key, stay.stop.id, stay=stay, is_past=is_past)

    def _line(self, block: Block, line: Line) -> Iterator[Row]:
        entry = line.entry
        if entry is None:
            yield self._night(block, line)
            return
        kind = _ROW_KINDS[line.kind]
        key = entry.id if kind is RowKind.ENTRY else f"{entry.id}/arrival"
        end = line.start if kind is RowKind.ARRIVAL else entry.end or entry.start
        is_past = end.instant <= self._now
        yield Row(kind, key, entry.id, block, line, is_past=is_past)
        if is_past and isinstance(entry.record, Meeting) and entry.stands:
            left = self._belongings.still_open(self._itinerary, entry.id, self._today)
            if left:
                yield Row(RowKind.OPEN, record=entry.id, block=block, still_open=left)

    def _night(self, block: Block, line: Line) -> Row:
        lodging = line.lodging.id if line.lodging else ""
        key = f"{lodging}/{block.day}" if lodging else ""
        is_past = line.start.instant <= self._now
        return Row(RowKind.NIGHT, key, lodging, block, line, is_past=is_past)

    def unplaced(self) -> Iterator[Row]:
        """Yield the meetings and movements without an hour, by their days."""
        waiting: list[Meeting | Movement] = [
            *self._itinerary.unplaced,
            *(each for each in self._itinerary.movements if not (each.depart or each.arrive)),
        ]
        if not waiting:
            return
        yield Row(RowKind.UNPLACED_HEADING)
        for record in sorted(waiting, key=_order):
            yield Row(RowKind.UNPLACED, record.id, record.id, unplaced=record)


def _order(record: Meeting | Movement) -> tuple[bool, float, int, str]:
    return meeting_order(record) if isinstance(record, Meeting) else movement_order(record)


def _in_order(
    blocks: tuple[Block, ...], stays: tuple[EmptyStay, ...]
) -> Iterator[Block | EmptyStay]:
    """Yield the blocks as they are, and each empty stay before the first that begins after it."""
    waiting = list(stays)
    for block in blocks:
        first = block.lines[0].start.instant
        while waiting and waiting[0].order is not None and waiting[0].order < first:
            yield waiting.pop(0)
        yield block
    yield from waiting


def _start(part: Block | EmptyStay) -> int | None:
    return part.start if isinstance(part, EmptyStay) else part.lines[0].start.instant
