"""The words of conflicts: names of entries, local times, lists."""

from collections.abc import Mapping, Sequence

from planner.conflicts.presence.spans import Span, shortest
from planner.conflicts.presence.spots import Spots
from planner.itinerary import Itinerary
from planner.itinerary.entries import Entry
from planner.itinerary.whereabouts import end_names
from planner.moments import MINUTE, Moment
from planner.records import Meeting, Movement, Record, Unavailability
from planner.records.naming import name_of
from planner.records.words import Mode, Status
from planner.settings import BOARDING_MINUTES
from planner.text.spoken import short_date

SHOWN = 3
"""How many of many are named."""
VEHICLES: Mapping[Mode, str] = {
    Mode.GOVERNMENT_AIRCRAFT: "government aircraft",
    Mode.COMMERCIAL_AIR: "flight",
    Mode.HELICOPTER: "helicopter",
    Mode.RAIL: "train",
    Mode.MOTORCADE: "motorcade",
    Mode.SEA: "ship",
    Mode.ON_FOOT: "walk",
}
"""What a sentence calls that which leaves and arrives."""


def name_of_entry(itinerary: Itinerary, record: Meeting | Movement) -> str:
    """Return what a sentence that begins with an entry calls it."""
    if isinstance(record, Meeting):
        return record.title
    origin, destination = end_names(itinerary, record)
    return f"{VEHICLES[record.mode].capitalize()} {origin}–{destination}"


def called(itinerary: Itinerary, record: Record) -> str:
    """Return what a sentence calls a record of any kind."""
    if isinstance(record, Meeting | Movement):
        return name_of_entry(itinerary, record)
    if isinstance(record, Unavailability):
        person = itinerary.person(record.person)
        return f"Unavailability of {person.name}" if person else "Unavailability"
    return name_of(record)


def words_of(field: str) -> str:
    """Return the words of a field: `check-in` reads better than `check_in`."""
    return {"start": "the start", "depart": "departure", "arrive": "arrival"}.get(
        field, field.replace("_", " ")
    )


def city_of_zone(zone: str) -> str:
    """Return the city that a zone is named after: `Sao Paulo`."""
    return zone.rsplit("/", 1)[-1].replace("_", " ")


def city_at(spots: Spots, record: Meeting | Movement, moment: Moment) -> str:
    """Return the city whose clocks a moment of an entry is told by."""
    if isinstance(record, Meeting):
        candidates = [spots.of_meeting(record)]
    else:
        candidates = [spots.origin(record), spots.destination(record)]
    for spot in candidates:
        if spot.place and spot.place.zone == moment.zone:
            return spot.city
    return city_of_zone(moment.zone)


def clock(moment: Moment, other: Moment) -> str:
    """Return a moment's time of day, with its date where the other is on another one."""
    if moment.date == other.date:
        return moment.clock
    year = f" {moment.date.year}" if moment.date.year != other.date.year else ""
    return f"{short_date(moment.date)}{year} {moment.clock}"


def listed(names: Sequence[str], total: int | None = None) -> str:
    """Return `A, B and C`, or `A, B, C and 4 others` of a total of seven."""
    total = len(names) if total is None else total
    if total > SHOWN + 1:
        return f"{', '.join(names[:SHOWN])} and {total - SHOWN:,} others"
    if total < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def spans_listed(itinerary: Itinerary, spots: Spots, spans: Sequence[Span]) -> str:
    """Return what goes on at once, each with its hours, and the city where that changes."""
    shown = spans if len(spans) <= SHOWN + 1 else spans[:SHOWN]
    zone = next(span.entry.start.zone for span in spans if span.entry)
    said = [_said(itinerary, spots, span, zone) for span in shown]
    following = [city for _, city in said[1:]] + [""]
    names = [
        text if city in ("", after) else f"{text} {city}"
        for (text, city), after in zip(said, following, strict=True)
    ]
    return listed(names, len(spans))


def _said(itinerary: Itinerary, spots: Spots, span: Span, zone: str) -> tuple[str, str]:
    """Return a span with its hours, and the city that is still to be said."""
    source = span.source
    if isinstance(source, Entry):
        hours, city = _hours(spots, source, span)
        return f"{name_of_entry(itinerary, source.record)} {hours}", city
    if isinstance(source, Unavailability):
        reason = f" ({source.reason})" if source.reason else ""
        hours = f"{source.start.clock}–{clock(source.end, source.start)}"
        return f"unavailable{reason} {hours}", city_of_zone(source.end.zone)
    start, end = Moment.at(source.start, zone), Moment.at(source.end, zone)
    hours = f"{start.clock}–{clock(end, start)}"
    return f"{source.entry} ({source.trip}) {hours}", city_of_zone(zone)


def _hours(spots: Spots, entry: Entry, span: Span) -> tuple[str, str]:
    """Return `13:15–14:15`, or `13:15 (assuming 45 min)`, and the city of both if it is one."""
    record, start, end = entry.record, entry.start, entry.end
    city = city_at(spots, record, start)
    if end is None or span.guess:
        return f"{start.clock} ({span.guess})", city
    if end.zone == start.zone:
        return f"{start.clock}–{clock(end, start)}", city
    return f"{start.clock} {city}–{clock(end, start)} {city_at(spots, record, end)}", ""


def way_out_of(itinerary: Itinerary, spots: Spots, spans: Sequence[Span]) -> str:
    """Return how overlapping spans, in order, could be parted by what may be moved.

    Of two the later one starts later, unless only the earlier one may be moved, or is not firm. Of
    which only the usual length is too long, somebody should say how long it is.
    """
    if len(spans) > 2:
        return "keep one, and move or decline the others"
    first, last = spans
    if _is_boarded(first) or _is_boarded(last):
        # The way to it and the boarding would have to be counted in too.
        return ""
    if first.entry and shortest(first).end <= last.start:
        minutes = (last.start - first.entry.start.instant) // MINUTE
        name = name_of_entry(itinerary, first.entry.record)
        return f"state how long {name} takes, {minutes} min at most"
    later = last.entry if last.entry and may_move(last.entry) else None
    earlier = first.entry if first.entry and may_move(first.entry) else None
    if later and not (earlier and later.is_firm and not earlier.is_firm):
        return starting_later(itinerary, spots, later, first.end)
    if earlier and (first.start == last.start or _leads_to(last, earlier)):
        return starting_later(itinerary, spots, earlier, last.end)
    return ending_earlier(itinerary, spots, earlier, last.start) if earlier else ""


def _is_boarded(span: Span) -> bool:
    """Tell whether this is a movement that one has to be at before it leaves."""
    record = span.entry.record if span.entry else None
    return isinstance(record, Movement) and record.mode in BOARDING_MINUTES


def _leads_to(span: Span, entry: Entry) -> bool:
    """Tell whether this is the movement that brings the principal to an entry."""
    there, record = span.entry.record if span.entry else None, entry.record
    if not isinstance(there, Movement) or not isinstance(record, Meeting):
        return False
    return record.venue is not None and there.destination_venue == record.venue


def may_move(entry: Entry) -> bool:
    """Tell whether a way out may move an entry: a meeting not held yet and not marked fixed."""
    record = entry.record
    return isinstance(record, Meeting) and not record.fixed and record.status is not Status.HELD


def starting_later(itinerary: Itinerary, spots: Spots, entry: Entry, instant: int) -> str:
    """Return `start Audience at 14:10 London or later`."""
    name, when = _name_and_time(itinerary, spots, entry, instant)
    return f"start {name} at {when} or later"


def ending_earlier(itinerary: Itinerary, spots: Spots, entry: Entry, instant: int) -> str:
    """Return `end Audience by 14:10 London`."""
    name, when = _name_and_time(itinerary, spots, entry, instant)
    return f"end {name} by {when}"


def _name_and_time(
    itinerary: Itinerary, spots: Spots, entry: Entry, instant: int
) -> tuple[str, str]:
    moment = Moment.at(instant, entry.start.zone)
    city = city_at(spots, entry.record, moment)
    return name_of_entry(itinerary, entry.record), f"{clock(moment, entry.start)} {city}"
