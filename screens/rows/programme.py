"""What the rows of the programme look like."""

from collections.abc import Callable, Mapping

from planner.conflicts import Severity
from planner.itinerary import Itinerary
from planner.itinerary.entries import FALLEN_AWAY
from planner.itinerary.entry_words import MODE_SIGNS, short_status, time_change
from planner.itinerary.listing import Row, RowKind
from planner.itinerary.offsets import clocks_label
from planner.itinerary.whereabouts import end_names
from planner.moments import Moment
from planner.records import Meeting, Movement
from planner.records.words import Status
from planner.text.spoken import home_time, length, short_date
from planner.workspace import Workspace
from screens.painting import Painting, Piece

TIME_WIDTH = len("17:35 ")
HOME_WIDTH, HOME_WIDTH_WITH_DAY = len("(23:35)"), len("(00:05 [+1])")


def _home_width(workspace: Workspace) -> int:
    return HOME_WIDTH_WITH_DAY if workspace.is_home_on_other_days else HOME_WIDTH


def programme_row(workspace: Workspace, number: int, width: int) -> Painting:
    """Return a row of the programme at a width."""
    row = workspace.rows[number]
    paint = _PAINTERS.get(row.kind)
    return paint(workspace, row, width) if paint else Painting()


def _day(workspace: Workspace, row: Row, _: int) -> Painting:
    itinerary, block = workspace.itinerary, row.block
    if block is None:
        return Painting()
    city = block.place.city if block.place else block.zone
    return Painting(
        (Piece(f"{short_date(block.day)}  ", "day"), Piece(city, "day")),
        (Piece(clocks_label(block.lines[0].start.to(block.zone), itinerary.trip.home), "muted"),),
        role="day",
    )


def _entry(workspace: Workspace, row: Row, _: int) -> Painting:
    itinerary, line = workspace.itinerary, row.line
    if line is None or line.entry is None:
        return Painting()
    entry = line.entry
    what = (
        _meeting_words(itinerary, entry.record, is_past=row.is_past)
        if isinstance(entry.record, Meeting)
        else _movement_words(itinerary, entry.record, row)
    )
    minutes = entry.minutes if row.kind is RowKind.ENTRY else None
    return Painting(
        (*_mark(workspace, row), *_times(workspace, line.start, is_past=row.is_past), *what),
        _right(entry.record, minutes),
        role="cursor" if row.key == workspace.selected else "",
    )


def _right(record: Meeting | Movement, minutes: int | None) -> tuple[Piece, ...]:
    """Return what must not be cut: how firm it is, and how long it takes."""
    takes = length(minutes) if minutes is not None else ""
    return (Piece(" ".join(filter(None, (short_status(record), takes))), "muted"),)


def _mark(workspace: Workspace, row: Row) -> tuple[Piece, ...]:
    severity = workspace.worst_of(row.record)
    if severity is not None and (severity is not Severity.NOTICE or not row.is_past):
        return (Piece(f"{severity.mark} ", severity.word),)
    record = workspace.itinerary.find(row.record)
    held = isinstance(record, Meeting | Movement) and record.status is Status.HELD
    return (Piece("✓ " if held else "  ", "muted"),)


def _times(workspace: Workspace, start: Moment, *, is_past: bool) -> tuple[Piece, ...]:
    at_home = home_time(start, workspace.itinerary.trip.home.zone)
    beside = f"({at_home})" if at_home else ""
    return (
        Piece(f"{start.clock} ", "past" if is_past else "time"),
        Piece(f"{beside:<{_home_width(workspace)}} ", "muted"),
    )


def _meeting_words(itinerary: Itinerary, meeting: Meeting, *, is_past: bool) -> tuple[Piece, ...]:
    venue = itinerary.venue(meeting.venue)
    return (
        Piece(meeting.title, _title_role(meeting, is_past=is_past)),
        Piece(f" · {venue.name}" if venue else "", "muted"),
    )


def _title_role(meeting: Meeting, *, is_past: bool) -> str:
    if meeting.status in FALLEN_AWAY:
        return "fallen"
    return "past" if is_past else "strong"


def _movement_words(itinerary: Itinerary, movement: Movement, row: Row) -> tuple[Piece, ...]:
    origin, destination = end_names(itinerary, movement)
    sign = MODE_SIGNS[movement.mode]
    role = "past" if row.is_past else ""
    if movement.status in FALLEN_AWAY:
        role = "fallen"
    if row.kind is RowKind.ARRIVAL:
        return (Piece(f"{sign} Arrive {destination} from {origin}", role),)
    change = time_change(movement)
    return (
        Piece(f"{sign} {origin} → {destination}", role),
        Piece(f" time change {change}" if change else "", "muted"),
    )


def _night(workspace: Workspace, row: Row, _: int) -> Painting:
    line = row.line
    if line is None:
        return Painting()
    city = row.block.place.city if row.block and row.block.place else ""
    where = line.lodging.name if line.lodging else city
    rest = f"rest {length(line.rest_minutes)}" if line.rest_minutes is not None else ""
    indent = " " * (2 + TIME_WIDTH + _home_width(workspace) + 1)
    return Painting(
        (Piece(f"{indent}☾ Overnight ", "muted"), Piece(where, "muted")), (Piece(rest, "muted"),)
    )


def _now(workspace: Workspace, _: Row, width: int) -> Painting:
    clock = Moment.at(workspace.surroundings.instant, workspace.here.zone).clock
    head = f"──{clock} now "
    return Painting((Piece(head, "now"), Piece("─" * max(width - len(head), 0), "now")))


def _unplaced_heading(_: Workspace, __: Row, ___: int) -> Painting:
    return Painting((Piece("Not placed yet", "heading"),))


def _unplaced(workspace: Workspace, row: Row, _: int) -> Painting:
    meeting = row.meeting
    if meeting is None:
        return Painting()
    day = short_date(meeting.day) if meeting.day else "?"
    when = f"{day} {meeting.part_of_day or ''}".strip()
    severity = workspace.worst_of(row.record)
    mark = Piece(f"{severity.mark} ", severity.word) if severity is not None else Piece("  ")
    return Painting(
        (
            mark,
            Piece(f"{when:<{TIME_WIDTH + _home_width(workspace)}} ", "muted"),
            *_meeting_words(workspace.itinerary, meeting, is_past=False),
        ),
        _right(meeting, meeting.minutes),
        role="cursor" if row.key == workspace.selected else "",
    )


_PAINTERS: Mapping[RowKind, Callable[[Workspace, Row, int], Painting]] = {
    RowKind.DAY: _day,
    RowKind.ENTRY: _entry,
    RowKind.ARRIVAL: _entry,
    RowKind.NIGHT: _night,
    RowKind.NOW: _now,
    RowKind.UNPLACED_HEADING: _unplaced_heading,
    RowKind.UNPLACED: _unplaced,
}
