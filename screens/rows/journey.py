"""What is shown of a movement, a stop and a night."""

from collections.abc import Iterator, Sequence
from datetime import date

from planner.geography.countries import country_name
from planner.itinerary import Itinerary
from planner.itinerary.entries import boarding_minutes, entry_of
from planner.itinerary.entry_words import time_change
from planner.itinerary.offsets import Offset, clocks_label, signed_hours
from planner.itinerary.whereabouts import end_names
from planner.moments import Moment
from planner.records import Lodging, Movement, Place, Stop
from planner.text.spoken import length, short_date, with_home_time
from screens.rows.painting import Painting, Piece
from screens.rows.people import people_rows
from screens.rows.text import fact_rows, status_role, text_rows


def movement_rows(itinerary: Itinerary, movement: Movement, width: int) -> Iterator[Painting]:
    """Yield a movement: from where to where, when on both clocks, by what, and who is on it."""
    origin, destination = end_names(itinerary, movement)
    yield Painting(
        (Piece(movement.mode.capitalize(), "heading"),),
        (Piece(movement.status, status_role(movement.status)),),
        role="day",
    )
    yield from text_rows(f"{origin} → {destination}", width, "title")
    yield from fact_rows(_when(itinerary, movement), width)
    yield from _apart(
        (
            ("Carrier", movement.carrier),
            ("Reference", movement.reference),
            ("Clearance", _clearance(movement)),
            ("Seen off by", movement.seen_off_by),
            ("Met by", movement.met_by),
        ),
        width,
    )
    day = movement.depart or movement.arrive
    participants = itinerary.participants_of(movement.id)
    yield from people_rows(itinerary, participants, day.date if day else movement.day, width)
    yield from text_rows(movement.notes, width, "muted", before=True)


def _when(itinerary: Itinerary, movement: Movement) -> Iterator[tuple[str, str]]:
    home = itinerary.trip.home
    entry = entry_of(movement)
    if entry is None:
        yield "Departs", short_date(movement.day) if movement.day else "no day yet"
        return
    yield "Departs", _moment(movement.depart, home)
    yield "Boards", _boarding(movement)
    yield "Arrives", _moment(movement.arrive, home)
    takes = length(entry.minutes) if entry.minutes is not None and movement.depart else ""
    change = time_change(movement)
    yield "Takes", f"{takes} · time change {change}" if change else takes
    yield "Departed", _moment(movement.actual_depart, home)
    yield "Arrived", _moment(movement.actual_arrive, home)


def _moment(moment: Moment | None, home: Place) -> str:
    if moment is None:
        return ""
    label = moment.zone_label
    said = f"{short_date(moment.date)} {with_home_time(moment, home)}"
    return f"{said} {label}" if label else said


def _boarding(movement: Movement) -> str:
    minutes = boarding_minutes(movement)
    if not minutes or movement.depart is None:
        return ""
    usual = "" if movement.boarding_minutes is not None else ", as usual"
    return f"{movement.depart.plus(-minutes).clock} ({minutes} min before{usual})"


def _clearance(movement: Movement) -> str:
    return " · ".join(filter(None, (movement.clearance, movement.clearance_state)))


def stop_rows(
    itinerary: Itinerary, stop: Stop, clocks: Sequence[Offset], width: int
) -> Iterator[Painting]:
    """Yield a stop: when, what its clocks show against those at home, where one sleeps, who helps.

    `clocks` are its rows of the offset table.
    """
    home = itinerary.trip.home
    yield Painting((Piece("Stop", "heading"),), (Piece(stop.purpose, "muted"),), role="day")
    region = ", ".join(filter(None, (stop.place.admin_area, country_name(stop.place.country))))
    yield from text_rows(
        f"{stop.place.city}, {region}" if region else stop.place.city, width, "title"
    )
    facts = [
        ("Arrives", _moment(stop.arrive, home) or _day(stop.arrive_on)),
        ("Departs", _moment(stop.depart, home) or _day(stop.depart_on)),
        *(
            ("Clocks" if not number else "", _clock(each, home))
            for number, each in enumerate(clocks)
        ),
    ]
    if stop.first_day is None:
        facts = [("Arrives", "no dates yet")]
    nights = [each.name for each in itinerary.lodgings if each.stop == stop.id]
    yield from fact_rows((*facts, ("Lodging", "\n".join(nights))), width)
    yield from _apart(
        (
            ("Airports", ", ".join(stop.airports)),
            ("Host contact", stop.host_contact),
            ("Mission", stop.mission_contact),
            ("Control room", stop.control_room),
        ),
        width,
    )
    yield from text_rows(stop.notes, width, "muted", before=True)


def _day(day: date | None) -> str:
    return f"{short_date(day)}, no hour yet" if day else ""


def _clock(offset: Offset, home: Place) -> str:
    """Return `CET UTC+1 · Ottawa −5 h, usually −6 h`."""
    noon = Moment.from_text(f"{offset.day}T12:00[{offset.stop.place.zone}]")
    said = clocks_label(noon, home)
    if offset.from_home == offset.usually_from_home:
        return said
    return f"{said}, usually {signed_hours(-offset.usually_from_home)} h"


def lodging_rows(itinerary: Itinerary, lodging: Lodging, width: int) -> Iterator[Painting]:
    """Yield where the principal sleeps."""
    home = itinerary.trip.home
    stop, venue = itinerary.get(Stop, lodging.stop), itinerary.venue(lodging.venue)
    yield Painting((Piece("Night", "heading"),), role="day")
    yield from text_rows(lodging.name, width, "title")
    where = (
        venue.name if venue and venue.name != lodging.name else "",
        stop.place.city if stop else "",
    )
    facts = (
        ("Where", ", ".join(filter(None, where))),
        ("Check-in", _moment(lodging.check_in, home)),
        ("Check-out", _moment(lodging.check_out, home)),
        ("Reference", lodging.reference),
    )
    yield from fact_rows(facts, width)
    yield from text_rows(lodging.notes, width, "muted", before=True)


def _apart(facts: Sequence[tuple[str, str]], width: int) -> Iterator[Painting]:
    """Yield facts after an empty row, if there are any."""
    if any(value for _, value in facts):
        yield Painting()
        yield from fact_rows(facts, width)
