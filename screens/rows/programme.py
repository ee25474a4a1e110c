"""What the rows of the programme look like."""

from collections.abc import Callable, Mapping

from planner.conflicts import Severity
from planner.geography.countries import country_name
from planner.itinerary.empty_stays import EmptyStay
from planner.itinerary.entries import FALLEN_AWAY
from planner.itinerary.entry_words import day_span, says, says_person, short_status
from planner.itinerary.listing import Row, RowKind
from planner.itinerary.offsets import clocks_label, home_label, minutes_ahead
from planner.itinerary.titles import participant_name
from planner.moments import Moment
from planner.records import Meeting, Movement, Place
from planner.records.words import Status, StopPurpose
from planner.text.cells import cell_width
from planner.text.spoken import home_time, length, short_date
from planner.workspace import Workspace
from screens.rows.movements import arrival_pieces, movement_pieces
from screens.rows.painting import Painting, Piece, longest, width_of

MARK_WIDTH, TIME_WIDTH = len("● "), len("17:35 ")
HOME_WIDTH, HOME_WIDTH_WITH_DAY = len("(23:35) "), len("(00:05 [+1]) ")
LENGTH_WIDTH = len("1 h 30")
ROOM_FOR_HOME = 44
"""A narrower pane leaves the time at home to the details."""

GUIDE: tuple[tuple[str, str], ...] = (
    ("a s", "add the first stop (Paris)"),
    ("a m", "add a meeting, with or without an hour"),
    ("a v", "add a movement: a flight, a motorcade, a train"),
    ("?", "what every key does"),
)
"""What a trip without anything offers: keys, and what they do."""


def programme_row(workspace: Workspace, number: int, width: int) -> Painting:
    """Return a row of the programme at a width."""
    row = workspace.rows[number]
    paint = _PAINTERS.get(row.kind)
    return paint(workspace, row, width) if paint else Painting()


def guide_row(number: int) -> Painting:
    """Return a row of what stands in place of an empty programme."""
    if number < 2:
        return Painting((Piece("" if number else "Nothing here yet.", "heading"),))
    key, words = GUIDE[number - 2]
    return Painting((Piece(f"{key:<5}", "key"), Piece(words, "muted")))


GUIDE_ROWS = len(GUIDE) + 2


def _home_width(workspace: Workspace, width: int) -> int:
    if width < ROOM_FOR_HOME or not workspace.listing.is_home_elsewhere:
        return 0
    return HOME_WIDTH_WITH_DAY if workspace.listing.is_home_on_other_days else HOME_WIDTH


def _indent(workspace: Workspace, width: int) -> str:
    return " " * (MARK_WIDTH + TIME_WIDTH + _home_width(workspace, width))


def _role(workspace: Workspace, row: Row, otherwise: str = "") -> str:
    """Return what a row is as a whole: that of the cursor, or what it is without it."""
    return "cursor" if row.key and row.key == workspace.selected else otherwise


def _day(workspace: Workspace, row: Row, width: int) -> Painting:
    block = row.block
    if block is None:
        return Painting()
    left = (Piece(f"{short_date(block.day)}  ", "day"), *_place(block.place, block.zone))
    moment = block.lines[0].start.to(block.zone)
    return Painting(left, _clocks(workspace, moment, width - width_of(left) - 2), role="day")


def _place(place: Place | None, zone: str) -> tuple[Piece, ...]:
    if place is None:
        return (Piece(zone, "day"),)
    country = country_name(place.country)
    return (
        Piece(place.city, "day"),
        Piece(f", {country}" if country else "", "day", is_extra=True),
    )


def _clocks(workspace: Workspace, moment: Moment, room: int) -> tuple[Piece, ...]:
    """Return what clocks show in a place, and how far home's are from that, as there is room."""
    home = workspace.itinerary.trip.home
    ahead = minutes_ahead(moment.zone, home.zone, moment.date)
    variants = (clocks_label(moment, home), home_label(ahead, home), "")
    return (Piece(longest(variants, room), "muted"),)


def _stay(workspace: Workspace, row: Row, width: int) -> Painting:
    """Return the heading of days at a stop for which nothing is planned."""
    stay = row.stay
    if stay is None:
        return Painting()
    days = f"{day_span(stay.first, stay.last)}  " if stay.first and stay.last else ""
    nights = [each.name for each in workspace.itinerary.lodgings if each.stop == stay.stop.id]
    words = (_stay_words(stay), f"☾ {nights[0]}" if nights else "")
    head = (
        *_mark_of(workspace, row),
        Piece(days, "day"),
        *_place(stay.stop.place, stay.stop.place.zone),
    )
    room = width - width_of(head) - 2
    said = longest((" · ".join(filter(None, words)), words[1] or words[0], ""), room)
    left = (*head, Piece(f"  {said}" if said else "", "muted"))
    right: tuple[Piece, ...] = ()
    if stay.noon:
        right = _clocks(workspace, stay.noon, width - width_of(left) - 2)
    return Painting(left, right, role=_role(workspace, row, "day"))


def _mark_of(workspace: Workspace, row: Row) -> tuple[Piece, ...]:
    severity = workspace.concerns.worst_of(row.record)
    return (Piece(f"{severity.mark} ", severity.word),) if severity is not None else ()


_PASSING = frozenset({StopPurpose.OVERNIGHT, StopPurpose.REFUEL})
"""Stops at which nothing needs to be planned."""


def _stay_words(stay: EmptyStay) -> str:
    what = stay.stop.purpose.value if stay.stop.purpose in _PASSING else "nothing yet"
    if stay.first is None:
        return f"· no dates yet{f' · {what}' if stay.stop.purpose in _PASSING else ''}"
    hours = [f"from {stay.arrive.clock}"] if stay.arrive else []
    hours += [f"to {stay.depart.clock}"] if stay.depart else []
    return " · ".join(filter(None, (" ".join(hours), what)))


def _entry(workspace: Workspace, row: Row, width: int) -> Painting:
    line = row.line
    if line is None or line.entry is None:
        return Painting()
    entry = line.entry
    right = _right(entry.record, entry.minutes if row.kind is RowKind.ENTRY else None)
    head = (*_mark(workspace, row), *_times(workspace, row, line.start, width))
    what = _what(workspace, row, entry.record, width - width_of((*head, *right)) - 2)
    return Painting((*head, *what), right, role=_role(workspace, row))


def _right(record: Meeting | Movement, minutes: int | None) -> tuple[Piece, ...]:
    """Return what must not be cut: how firm it is, and how long it takes, in its column."""
    takes = length(minutes) if minutes is not None else ""
    status = short_status(record)
    if not takes and not status:
        return ()
    role = "warning" if status and record.status not in FALLEN_AWAY else "muted"
    return (Piece(f"{status} " if status else "", role), Piece(f"{takes:>{LENGTH_WIDTH}}", "muted"))


def _mark(workspace: Workspace, row: Row) -> tuple[Piece, ...]:
    severity = workspace.concerns.worst_of(row.record)
    if severity is not None and (severity is not Severity.NOTICE or not row.is_past):
        return (Piece(f"{severity.mark} ", severity.word),)
    record = workspace.itinerary.find(row.record)
    held = isinstance(record, Meeting | Movement) and record.status is Status.HELD
    return (Piece("✓ " if held else "  ", "muted"),)


def _times(workspace: Workspace, row: Row, start: Moment, width: int) -> tuple[Piece, ...]:
    room = _home_width(workspace, width)
    at_home = home_time(start, workspace.itinerary.trip.home.zone) if room else ""
    beside = f"({at_home})" if at_home else ""
    return (
        Piece(f"{start.clock} ", "past" if row.is_past else "time"),
        Piece(f"{beside:<{room}}", "muted"),
    )


def _what(
    workspace: Workspace, row: Row, record: Meeting | Movement, room: int
) -> tuple[Piece, ...]:
    """Return what happens, with whom and where, as there is room."""
    if isinstance(record, Meeting):
        return _meeting_pieces(workspace, row, record)
    role = _title_role(row, record)
    if row.kind is RowKind.ARRIVAL:
        return arrival_pieces(workspace.itinerary, record, room, role)
    return movement_pieces(workspace.itinerary, record, room, role)


def _meeting_pieces(workspace: Workspace, row: Row, meeting: Meeting) -> tuple[Piece, ...]:
    itinerary = workspace.itinerary
    venue, lead = itinerary.venue(meeting.venue), itinerary.lead_counterpart(meeting.id)
    who = participant_name(itinerary, lead) if lead else ""
    where = venue.name if venue else ""
    pieces = [Piece(meeting.title, _title_role(row, meeting))]
    if who and not says_person(meeting.title, who):
        pieces.append(Piece(f"  {who}", "past" if row.is_past else "", is_extra=True))
    if where and not says(meeting.title, where):
        pieces.append(Piece(f" · {where}", "muted", is_extra=True))
    return tuple(pieces)


def _title_role(row: Row, record: Meeting | Movement) -> str:
    if record.status in FALLEN_AWAY:
        return "fallen"
    if row.is_past:
        return "past"
    return "strong" if isinstance(record, Meeting) else ""


def _open(workspace: Workspace, row: Row, width: int) -> Painting:
    """Return what a meeting that is over left to do."""
    left = row.still_open
    if left is None:
        return Painting()
    role = "warning" if left.is_pressing else "muted"
    return Painting((Piece(_indent(workspace, width)), Piece(left.words, role)))


def _night(workspace: Workspace, row: Row, width: int) -> Painting:
    line = row.line
    if line is None:
        return Painting()
    city = row.block.place.city if row.block and row.block.place else ""
    where = line.lodging.name if line.lodging else city
    rest = f"rest {length(line.rest_minutes)}" if line.rest_minutes is not None else ""
    mark = _mark_of(workspace, row)
    indent = _indent(workspace, width)[width_of(mark) :]
    return Painting(
        (*mark, Piece(f"{indent}☾ Overnight ", "muted"), Piece(where, "muted")),
        (Piece(rest, "muted"),),
        role=_role(workspace, row),
    )


def _now(workspace: Workspace, _: Row, width: int) -> Painting:
    clock = Moment.at(workspace.surroundings.instant, workspace.here.zone).clock
    head = f"──{clock} now "
    return Painting((Piece(head, "now"), Piece("─" * max(width - cell_width(head), 0), "now")))


def _unplaced_heading(_: Workspace, __: Row, ___: int) -> Painting:
    return Painting((Piece("Not placed yet", "heading"),))


def _unplaced(workspace: Workspace, row: Row, width: int) -> Painting:
    record = row.unplaced
    if record is None:
        return Painting()
    right = _right(record, record.minutes if isinstance(record, Meeting) else None)
    room = TIME_WIDTH + _home_width(workspace, width)
    when = longest((short_date(record.day), f"{record.day:%d %b}"), room) if record.day else "?"
    head = (*_mark(workspace, row), Piece(f"{when:<{room}}", "muted" if record.day else "warning"))
    what = _what(workspace, row, record, width - width_of((*head, *right)) - 1)
    part = record.part_of_day if isinstance(record, Meeting) else None
    if part:
        what = (what[0], Piece(f" · {part}", "muted"), *what[1:])
    return Painting((*head, *what), right, role=_role(workspace, row))


_PAINTERS: Mapping[RowKind, Callable[[Workspace, Row, int], Painting]] = {
    RowKind.DAY: _day,
    RowKind.STOP: _stay,
    RowKind.ENTRY: _entry,
    RowKind.ARRIVAL: _entry,
    RowKind.OPEN: _open,
    RowKind.NIGHT: _night,
    RowKind.NOW: _now,
    RowKind.UNPLACED_HEADING: _unplaced_heading,
    RowKind.UNPLACED: _unplaced,
}
