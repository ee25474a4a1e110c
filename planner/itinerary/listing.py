"""The programme as a list of rows: days, entries, nights, the present, and what is not placed."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from planner.itinerary.itinerary import Itinerary
from planner.itinerary.programme import Block, Line, LineKind, programme
from planner.records import Meeting


class RowKind(Enum):
    """What a row of the list is."""

    DAY = auto()
    ENTRY = auto()
    ARRIVAL = auto()
    NIGHT = auto()
    NOW = auto()
    GAP = auto()
    UNPLACED_HEADING = auto()
    UNPLACED = auto()


@dataclass(frozen=True, slots=True)
class Row:
    """One row; those with a key can be selected."""

    kind: RowKind
    key: str = ""
    record: str = ""
    """The id of the meeting or movement that it shows."""
    block: Block | None = None
    line: Line | None = None
    meeting: Meeting | None = None
    is_past: bool = False


_ROW_KINDS = {
    LineKind.ENTRY: RowKind.ENTRY,
    LineKind.ARRIVAL: RowKind.ARRIVAL,
    LineKind.NIGHT: RowKind.NIGHT,
}


def listing(itinerary: Itinerary, now: int) -> tuple[Row, ...]:
    """Return the rows of a trip as of an instant (UTC seconds)."""
    return (*_placed(itinerary, now), *_unplaced(itinerary))


def _placed(itinerary: Itinerary, now: int) -> Iterator[Row]:
    blocks = programme(itinerary)
    started = bool(blocks) and blocks[0].lines[0].start.instant <= now
    due = started
    for number, block in enumerate(blocks):
        if number:
            yield Row(RowKind.GAP)
        first = block.lines[0].start.instant
        if due and first > now and number:
            yield Row(RowKind.NOW, block=blocks[number - 1])
            due = False
        yield Row(RowKind.DAY, block=block)
        for line in block.lines:
            if due and line.kind is not LineKind.NIGHT and line.start.instant > now:
                yield Row(RowKind.NOW, block=block)
                due = False
            yield _row(block, line, now)


def _row(block: Block, line: Line, now: int) -> Row:
    entry = line.entry
    if entry is None:
        return Row(RowKind.NIGHT, block=block, line=line, is_past=line.start.instant <= now)
    kind = _ROW_KINDS[line.kind]
    key = entry.id if kind is RowKind.ENTRY else f"{entry.id}/arrival"
    end = line.start if kind is RowKind.ARRIVAL else entry.end or entry.start
    return Row(kind, key, entry.id, block, line, is_past=end.instant <= now)


def _unplaced(itinerary: Itinerary) -> Iterator[Row]:
    if not itinerary.unplaced:
        return
    yield Row(RowKind.GAP)
    yield Row(RowKind.UNPLACED_HEADING)
    for meeting in itinerary.unplaced:
        yield Row(RowKind.UNPLACED, meeting.id, meeting.id, meeting=meeting)
