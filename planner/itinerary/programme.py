"""The programme: what happens, a block a local day and place, as papers and screens show it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, auto

from planner.itinerary.entries import Entry
from planner.itinerary.itinerary import Itinerary
from planner.itinerary.whereabouts import (
    destination_place,
    destination_stop,
    origin_place,
    origin_stop,
    stop_of,
)
from planner.moments import Moment, minutes_between
from planner.records import Lodging, Meeting, Place, Stop
from planner.settings import Limits

_WITHIN_KM = Limits().same_stop_km


class LineKind(Enum):
    """What a line of the programme is."""

    ENTRY = auto()
    """A meeting, or a movement where it departs."""
    ARRIVAL = auto()
    """Where a movement arrives, when that is on another local day than it left."""
    NIGHT = auto()
    """The night that closes a day, and the rest it leaves."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the programme."""

    kind: LineKind
    start: Moment
    entry: Entry | None = None
    lodging: Lodging | None = None
    """Where the night is spent, if that is known."""
    rest_minutes: int | None = None
    """From the last entry of the day to the first of the next, at a night."""


@dataclass(frozen=True, slots=True)
class Block:
    """A local day in one place, with the clocks of that place."""

    day: date
    zone: str
    place: Place | None
    """None where neither stop nor venue says where this is."""
    lines: tuple[Line, ...] = field(default=())
    stop: str | None = None
    """The id of the stop that it belongs to; None where it is no stop of the trip."""


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a line happens."""

    place: Place | None
    stop: str | None = None

    @property
    def city(self) -> tuple[str, str] | None:
        """What tells a block from the next."""
        return (self.place.city, self.place.country) if self.place else None


def programme(itinerary: Itinerary) -> tuple[Block, ...]:
    """Return the blocks of a trip in order; what has no hour yet is in `itinerary.unplaced`."""
    placed = sorted(
        (pair for entry in itinerary.entries for pair in _lines(itinerary, entry)),
        key=lambda pair: (pair[1].start.instant, pair[1].kind is LineKind.ENTRY),
    )
    blocks: list[tuple[_Spot, list[Line]]] = []
    for spot, line in placed:
        if not blocks or not _belongs(blocks[-1], spot, line):
            blocks.append((spot, []))
        blocks[-1][1].append(line)
    return tuple(_with_nights(itinerary, blocks))


def _lines(itinerary: Itinerary, entry: Entry) -> Iterator[tuple[_Spot, Line]]:
    record = entry.record
    if isinstance(record, Meeting):
        stop = stop_of(itinerary, record, _WITHIN_KM)
        venue = itinerary.venue(record.venue)
        spot = _at_stop(stop) if stop else _Spot(venue.place if venue else None)
        yield spot, Line(LineKind.ENTRY, entry.start, entry)
        return
    if record.depart is None:
        yield _stay(itinerary, entry, arriving=True), Line(LineKind.ARRIVAL, entry.start, entry)
        return
    yield _stay(itinerary, entry, arriving=False), Line(LineKind.ENTRY, entry.start, entry)
    if record.arrive and record.arrive.date != record.depart.date:
        yield _stay(itinerary, entry, arriving=True), Line(LineKind.ARRIVAL, record.arrive, entry)


def _at_stop(stop: Stop) -> _Spot:
    return _Spot(stop.place, stop.id)


def _stay(itinerary: Itinerary, entry: Entry, *, arriving: bool) -> _Spot:
    """Return where an end of a movement is shown: at its stop, else at its own place."""
    movement = entry.record
    if isinstance(movement, Meeting):
        return _Spot(None)
    stop_at, place_at = _ARRIVING if arriving else _DEPARTING
    stop = stop_at(itinerary, movement, _WITHIN_KM)
    return _at_stop(stop) if stop else _Spot(place_at(itinerary, movement))


_ARRIVING = (destination_stop, destination_place)
_DEPARTING = (origin_stop, origin_place)


def _belongs(block: tuple[_Spot, list[Line]], spot: _Spot, line: Line) -> bool:
    there, lines = block
    return there.city == spot.city and lines[0].start.date == line.start.date


def _with_nights(itinerary: Itinerary, blocks: list[tuple[_Spot, list[Line]]]) -> Iterator[Block]:
    following = [lines for _, lines in blocks[1:]]
    for number, (spot, lines) in enumerate(blocks):
        first = lines[0]
        after = following[number] if number < len(following) else None
        night = _night(itinerary, lines, after)
        yield Block(
            first.start.date,
            spot.place.zone if spot.place else first.start.zone,
            spot.place,
            (*lines, night) if night else tuple(lines),
            spot.stop,
        )


def _night(itinerary: Itinerary, lines: list[Line], after: list[Line] | None) -> Line | None:
    """Return the night between two blocks, where the next one starts on a later day.

    Behind the last block there is one where somebody said where it is spent.
    """
    ends = [_end_of_line(line) for line in lines if _occupies(line)]
    if not ends:
        return None
    last = max(ends, key=lambda moment: moment.instant)
    following = after or []
    starts = [line.start for line in following if _occupies(line)]
    if not starts:
        lodging = _lodging_on(itinerary, last)
        return Line(LineKind.NIGHT, last, lodging=lodging) if lodging and after is None else None
    here = starts[0].to(last.zone)
    if here.date <= last.date and here.date <= lines[0].start.date:
        return None
    if any(line.kind is LineKind.ARRIVAL for line in following):
        return None
    return Line(
        LineKind.NIGHT,
        last,
        lodging=_lodging_on(itinerary, last),
        rest_minutes=minutes_between(last, starts[0]),
    )


def _occupies(line: Line) -> bool:
    return line.entry is not None and line.entry.stands


def _end_of_line(line: Line) -> Moment:
    entry = line.entry
    if entry is None or entry.end is None or line.kind is LineKind.ARRIVAL:
        return line.start
    return entry.end


def _lodging_on(itinerary: Itinerary, moment: Moment) -> Lodging | None:
    """Return the lodging of the night after a moment: by its hours, else by its stop's."""
    for lodging in itinerary.lodgings:
        stop = itinerary.get(Stop, lodging.stop)
        start = lodging.check_in or (stop.arrive if stop else None)
        end = lodging.check_out or (stop.depart if stop else None)
        if start and end and start.instant <= moment.plus(6 * 60).instant <= end.instant:
            return lodging
    return None


def planned_days(itinerary: Itinerary) -> tuple[date, date] | None:
    """Return the days of a trip as its heading has them: its window, and what lies outside it."""
    trip, days = itinerary.trip, trip_days(itinerary)
    window = [day for day in (trip.earliest, trip.latest) if day]
    known = [*(days or ()), *window]
    return (min(known), max(known)) if known else None


def trip_days(itinerary: Itinerary) -> tuple[date, date] | None:
    """Return the first and the last local date of a trip; None where it has no dates at all."""
    days = [
        moment.date for entry in itinerary.entries for moment in (entry.start, entry.end) if moment
    ]
    for stop in itinerary.stops:
        days += [moment.date for moment in (stop.arrive, stop.depart) if moment]
        days += [day for day in (stop.arrive_on, stop.depart_on) if day]
    days += [meeting.day for meeting in itinerary.meetings if meeting.day]
    days += [movement.day for movement in itinerary.movements if movement.day]
    if not days and itinerary.trip.earliest:
        days = [itinerary.trip.earliest, itinerary.trip.latest or itinerary.trip.earliest]
    return (min(days), max(days)) if days else None
