"""The programme as `planner show` prints it: a block a day and city, to the width there is.

A narrow page has the details under each entry, a wide one beside it. No entry is cut: what has no
room goes on in the next line, because paper and pipes have no key that shows the rest.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import zip_longest

from planner.commands.printed.entries import (
    arrival_details,
    arrival_words,
    meeting_details,
    movement_details,
    movement_words,
)
from planner.commands.printed.heading import heading, marking
from planner.commands.printed.page import (
    EMPTY,
    SEVERITY_LOOKS,
    Line,
    Look,
    Piece,
    packed,
    paragraph,
    space,
    spread,
    text,
    width_of,
)
from planner.geography.countries import country_name
from planner.itinerary import Itinerary
from planner.itinerary.entry_words import day_span, status_words
from planner.itinerary.listing import Row, RowKind
from planner.itinerary.offsets import clocks_label
from planner.moments import Moment
from planner.records import Meeting, Movement
from planner.records.words import Status
from planner.text.cells import cut, printable
from planner.text.spoken import home_time, length, short_date
from planner.workspace import Workspace

TWO_COLUMNS_FROM = 100
_MARK, _CLOCK, _GAP = 2, 5, 2


@dataclass(frozen=True, slots=True)
class Columns:
    """How wide each column of a page is, in cells."""

    page: int
    when: int
    """The local time, the time at home, and the gap after them."""
    what: int
    details: int
    """0 where the details stand under the entry."""

    @property
    def margin(self) -> int:
        """Where the words of an entry begin."""
        return _MARK + self.when


@dataclass(frozen=True, slots=True)
class Cells:
    """What stands in the columns of an entry."""

    mark: Piece
    when: Line
    what: str
    details: tuple[str, ...]
    length: str


def columns_for(page: int, when: int, lengths: int) -> Columns:
    """Return the columns of a page whose times and lengths need so much room."""
    room = page - _MARK - when - _GAP - (lengths + _GAP if lengths else 0)
    if page < TWO_COLUMNS_FROM:
        return Columns(page, when + _GAP, room, 0)
    what = room * 9 // 20
    return Columns(page, when + _GAP, what, room - what - _GAP)


def programme_page(workspace: Workspace, width: int) -> list[Line]:
    """Return the whole page of a trip."""
    itinerary = workspace.itinerary
    columns = _placed_columns(workspace, width)
    lines = heading(itinerary, workspace.report, width)
    lines.append(EMPTY)
    if not workspace.rows:
        lines.append(text("Nothing is on this programme yet.", Look.FAINT))
    for row in workspace.rows:
        lines += _ROWS[row.kind](workspace, row, columns)
    if itinerary.trip.marking:
        lines += [EMPTY, *marking(itinerary.trip, width)]
    return lines


def _placed_columns(workspace: Workspace, page: int) -> Columns:
    rows = [row for row in workspace.rows if row.kind is not RowKind.UNPLACED]
    home = _widest(_at_home(workspace, row) for row in rows)
    return columns_for(page, _CLOCK + (_GAP + home if home else 0), _widest(map(_length, rows)))


def _gap(_workspace: Workspace, _row: Row, _columns: Columns) -> list[Line]:
    return [EMPTY]


def _day(workspace: Workspace, row: Row, columns: Columns) -> list[Line]:
    if row.block is None:
        return []
    label = clocks_label(row.block.lines[0].start.to(row.block.zone), workspace.itinerary.trip.home)
    place = row.block.place
    city = f"{place.city}, {country_name(place.country)}" if place else row.block.zone
    day = cut(f"{short_date(row.block.day)}  {printable(city)}", columns.page)
    return spread(text(day, Look.STRONG), text(label, Look.FAINT), columns.page)


def _entry(workspace: Workspace, row: Row, columns: Columns) -> list[Line]:
    line = row.line
    if line is None or line.entry is None:
        return []
    at_home = _at_home(workspace, row)
    when = (
        Piece(line.start.clock, Look.FAINT if row.is_past else Look.STRONG),
        Piece(f"  {at_home}" if at_home else "", Look.FAINT),
    )
    what, details = _words(workspace.itinerary, row, line.entry.record)
    cells = Cells(_mark(workspace, row), when, what, details, _length(row))
    return _laid_out(columns, cells)


def _words(
    itinerary: Itinerary, row: Row, record: Meeting | Movement
) -> tuple[str, tuple[str, ...]]:
    if isinstance(record, Meeting):
        return record.title + status_words(record), meeting_details(itinerary, record)
    if row.kind is RowKind.ARRIVAL:
        return arrival_words(itinerary, record), arrival_details(record)
    return movement_words(itinerary, record), movement_details(itinerary, record)


def _mark(workspace: Workspace, row: Row) -> Piece:
    severity = workspace.concerns.worst_of(row.record)
    if severity is not None:
        return Piece(f"{severity.mark} ", SEVERITY_LOOKS[severity])
    record = workspace.itinerary.find(row.record)
    held = isinstance(record, Meeting | Movement) and record.status is Status.HELD
    return Piece("✓ " if held else "  ", Look.GOOD)


def _at_home(workspace: Workspace, row: Row) -> str:
    if row.line is None or row.line.entry is None:
        return ""
    at_home = home_time(row.line.start, workspace.itinerary.trip.home.zone)
    return f"({at_home})" if at_home else ""


def _length(row: Row) -> str:
    if isinstance(row.unplaced, Meeting):
        return length(row.unplaced.minutes) if row.unplaced.minutes is not None else ""
    if row.line is None:
        return ""
    if row.line.entry is None or row.kind is RowKind.ARRIVAL:
        return ""
    minutes = row.line.entry.minutes
    return length(minutes) if minutes is not None else ""


def _night(_workspace: Workspace, row: Row, columns: Columns) -> list[Line]:
    if row.line is None:
        return []
    place = row.block.place if row.block else None
    where = row.line.lodging.name if row.line.lodging else place.city if place else ""
    overnight = cut(f"☾ Overnight {printable(where)}".rstrip(), columns.what)
    left = (space(columns.margin), Piece(overnight, Look.FAINT))
    rest = row.line.rest_minutes
    right = (Piece(f"rest {length(rest)}", Look.FAINT),) if rest is not None else EMPTY
    return spread(left, right, columns.page)


def _now(workspace: Workspace, row: Row, columns: Columns) -> list[Line]:
    zone = row.block.zone if row.block else workspace.itinerary.trip.home.zone
    clock = Moment.at(int(workspace.now.timestamp()), zone).clock
    said = f"── {clock} now "
    return [text(said + "─" * (columns.page - len(said)), Look.ERROR)]


def _unplaced_heading(_workspace: Workspace, _row: Row, _columns: Columns) -> list[Line]:
    return [text("Not placed yet", Look.STRONG)]


def _unplaced(workspace: Workspace, row: Row, placed: Columns) -> list[Line]:
    record = row.unplaced
    if record is None:
        return []
    rows = [each for each in workspace.rows if each.kind is RowKind.UNPLACED]
    days = [_day_words(each.unplaced) for each in rows if each.unplaced]
    columns = columns_for(placed.page, _widest(days), _widest(map(_length, rows)))
    what, details = _words(workspace.itinerary, row, record)
    when = text(_day_words(record), Look.FAINT)
    return _laid_out(columns, Cells(_mark(workspace, row), when, what, details, _length(row)))


def _day_words(record: Meeting | Movement) -> str:
    """Return the day and part of day of an entry without an hour."""
    part = record.part_of_day if isinstance(record, Meeting) else None
    return f"{short_date(record.day) if record.day else 'no day'} {part or ''}".strip()


def _stay(_workspace: Workspace, row: Row, columns: Columns) -> list[Line]:
    """Return days at a stop for which nothing is planned."""
    stay = row.stay
    if stay is None:
        return []
    days = day_span(stay.first, stay.last) if stay.first and stay.last else "No dates yet"
    place = stay.stop.place
    city = f"{place.city}, {country_name(place.country)}"
    left = text(cut(f"{days}  {printable(city)}", columns.page), Look.STRONG)
    return spread(left, text("nothing yet", Look.FAINT), columns.page)


def _open(_workspace: Workspace, row: Row, columns: Columns) -> list[Line]:
    """Return what a meeting that is over left to do."""
    left = row.still_open
    if left is None:
        return []
    look = Look.WARNING if left.is_pressing else Look.FAINT
    return [(space(columns.margin), Piece(left.words, look))]


def _widest(words: Iterable[str]) -> int:
    return max(map(len, words), default=0)


def _laid_out(columns: Columns, cells: Cells) -> list[Line]:
    """Return an entry in its columns, as many lines as it takes."""
    details = packed(cells.details, columns.details or columns.what, Look.FAINT)
    beside, under = (details, []) if columns.details else ([], details)
    # Words of nothing but spaces are no lines, and the entry is there all the same.
    words = paragraph(cells.what, columns.what) or [EMPTY]
    lines: list[Line] = []
    for what, other in zip_longest(words, beside, fillvalue=EMPTY):
        head: Line = EMPTY if lines else (cells.mark, *cells.when)
        line = (*_filled(head, columns.margin), *what)
        if other:
            line = (*_filled(line, columns.margin + columns.what + _GAP), *other)
        long: Line = text(cells.length, Look.FAINT) if cells.length and not lines else EMPTY
        lines += spread(line, long, columns.page)
    return lines + [(space(columns.margin), *line) for line in under]


def _filled(line: Line, width: int) -> Line:
    return (*line, space(width - width_of(line)))


_ROWS: Mapping[RowKind, Callable[[Workspace, Row, Columns], list[Line]]] = {
    RowKind.GAP: _gap,
    RowKind.DAY: _day,
    RowKind.STOP: _stay,
    RowKind.OPEN: _open,
    RowKind.ENTRY: _entry,
    RowKind.ARRIVAL: _entry,
    RowKind.NIGHT: _night,
    RowKind.NOW: _now,
    RowKind.UNPLACED_HEADING: _unplaced_heading,
    RowKind.UNPLACED: _unplaced,
}
