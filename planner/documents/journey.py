"""The way through a trip that papers follow: days and cities, movements and nights, the clocks."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from planner.documents.words import joined, one_line, paragraphs, place_words
from planner.itinerary import Itinerary
from planner.itinerary.entries import Entry
from planner.itinerary.offsets import (
    home_label,
    minutes_ahead,
    offsets,
    signed_hours,
    utc_label,
)
from planner.itinerary.programme import Block, Line
from planner.itinerary.whereabouts import destination_place, end_names
from planner.moments import MINUTE, Moment, minutes_between
from planner.records import Movement, Place
from planner.records.words import Mode
from planner.text.spoken import day_mark, home_time, length, long_date, short_date

_FLYING = frozenset({Mode.GOVERNMENT_AIRCRAFT, Mode.COMMERCIAL_AIR, Mode.HELICOPTER})


@dataclass(frozen=True, slots=True)
class Hours:
    """When something is."""

    here: str
    """`12:00–13:30`; `14:00` where its end is not known."""
    home: str
    """When that starts on the clocks at home, `21:00 [-1]`; empty where it is the same."""


@dataclass(frozen=True, slots=True)
class ClockRow:
    """A line of the offset table."""

    day: str
    city: str
    zone: str
    """`CET, UTC+1`."""
    home: str
    """`Ottawa −5 h (usually −6 h)`."""


@dataclass(frozen=True, slots=True)
class DayHeading:
    """What stands over a local day in one place."""

    day: str
    place: str
    clocks: str
    """`CET, UTC+1 (Ottawa −5 h)`."""
    change: str
    """Said where the clocks change within the day."""
    home: str
    """The city whose time stands beside the local one."""
    notes: str
    """What was noted of the stay, on its first day."""


def clock_rows(itinerary: Itinerary, only: Place | None = None) -> tuple[ClockRow, ...]:
    """Return the offset table of a trip; of one place only, if one is given."""
    home = itinerary.trip.home
    rows: list[ClockRow] = []
    for row in offsets(itinerary):
        if only is not None and row.stop.place != only:
            continue
        is_usual = row.from_home == row.usually_from_home
        usual = f" (usually {signed_hours(-row.usually_from_home)} h)"
        rows.append(
            ClockRow(
                day=short_date(row.day),
                city=one_line(row.stop.place.city),
                zone=joined((row.label, utc_label(row.from_utc)), ", "),
                home=one_line(home_label(row.from_home, home)) + ("" if is_usual else usual),
            )
        )
    return tuple(rows)


def day_heading(itinerary: Itinerary, block: Block) -> DayHeading:
    """Return what stands over a block of the programme."""
    home = itinerary.trip.home
    noon = Moment(datetime.combine(block.day, time(12)), block.zone)
    ahead = minutes_ahead(block.zone, home.zone, block.day)
    zone = joined((noon.zone_label, utc_label(_minutes(noon))), ", ")
    return DayHeading(
        day=long_date(block.day),
        place=place_words(block.place) if block.place else block.zone,
        clocks=f"{zone} ({one_line(home_label(ahead, home))})",
        change=_change_within(block.day, block.zone),
        home=one_line(home.city),
        notes=_notes(itinerary, block),
    )


def _notes(itinerary: Itinerary, block: Block) -> str:
    first_days = (
        stop.notes
        for stop in itinerary.stops
        if stop.place == block.place and stop.arrival_day == block.day
    )
    return "\n".join(filter(None, map(paragraphs, first_days)))


def _minutes(moment: Moment) -> int:
    return int(moment.offset.total_seconds()) // MINUTE


def _change_within(day: date, zone: str) -> str:
    """Return what the clocks do between one midnight and the next."""
    first, last = (
        _minutes(Moment(datetime.combine(each, time()), zone))
        for each in (day, day + timedelta(days=1))
    )
    if first == last:
        return ""
    way = "forward" if last > first else "back"
    changed = f"from {utc_label(first)} to {utc_label(last)}"
    return f"The clocks go {way} by {length(abs(last - first))} on this day, {changed}."


def hours(entry: Entry, home: Place) -> Hours:
    """Return when an entry is; of a way into another zone, when it leaves."""
    return Hours(_span(entry.start, entry.end), home_time(entry.start, home.zone))


def hours_at(moment: Moment, home: Place) -> Hours:
    """Return when something is that only has a start."""
    return Hours(moment.clock, home_time(moment, home.zone))


def _span(start: Moment, end: Moment | None) -> str:
    if end is None or (start.zone != end.zone and start.offset != end.offset):
        return start.clock
    return joined((f"{start.clock}–{end.clock}", day_mark(start, end)), " ")


def way_words(itinerary: Itinerary, movement: Movement) -> str:
    """Return `Motorcade from Élysée Palace to Paris–Orly`."""
    return joined((_mode(movement), "from {} to {}".format(*_ends(itinerary, movement))), " ")


def arrival_words(itinerary: Itinerary, movement: Movement) -> str:
    """Return `Arrival at Paris–Orly from Montréal–Trudeau`, for the day on which that is."""
    origin, destination = _ends(itinerary, movement)
    return f"Arrival at {destination} from {origin}"


def _mode(movement: Movement) -> str:
    return movement.mode.capitalize()


def _ends(itinerary: Itinerary, movement: Movement) -> tuple[str, str]:
    origin, destination = map(one_line, end_names(itinerary, movement))
    return origin, destination


def way_facts(itinerary: Itinerary, movement: Movement) -> str:
    """Return how long a way takes, when it arrives where the clocks differ, and what it goes by."""
    return joined(
        (
            *_timing(itinerary, movement),
            one_line(movement.carrier),
            one_line(movement.reference),
        )
    )


def _timing(itinerary: Itinerary, movement: Movement) -> tuple[str, ...]:
    depart, arrive = movement.depart, movement.arrive
    if depart is None or arrive is None:
        return ()
    taken = length(minutes_between(depart, arrive))
    spent = f"flying time {taken}" if movement.mode in _FLYING else taken
    change = _minutes(arrive) - _minutes(depart)
    if depart.zone == arrive.zone or not change:
        return (spent,)
    return (
        _arrival(itinerary, movement, depart, arrive),
        spent,
        f"time change {'+' if change > 0 else ''}{length(change)}",
    )


def _arrival(itinerary: Itinerary, movement: Movement, depart: Moment, arrive: Moment) -> str:
    """Return `arrives 08:40 [+1] in Paris (03:40 Ottawa)`."""
    home, place = itinerary.trip.home, destination_place(itinerary, movement)
    at_home = home_time(arrive, home.zone)
    return joined(
        (
            f"arrives {arrive.clock}",
            day_mark(depart, arrive),
            f"in {one_line(place.city)}" if place else "",
            f"({at_home} {one_line(home.city)})" if at_home else "",
        ),
        " ",
    )


def night_words(line: Line, place: Place | None) -> str:
    """Return `Overnight at Residence in London`, or in which city where no lodging is known."""
    if line.lodging and one_line(line.lodging.name):
        return f"Overnight: {one_line(line.lodging.name)}"
    return f"Overnight in {one_line(place.city)}" if place else "Overnight"


def rest_words(line: Line) -> str:
    """Return how long the night leaves, `rest 13 h 05`."""
    return "" if line.rest_minutes is None else f"rest {length(line.rest_minutes)}"
