"""What stands over a page: which trip this is, when, where, and how much is wrong with it."""

from planner.commands.printed.page import (
    SEVERITY_LOOKS,
    Line,
    Look,
    Piece,
    packed,
    paragraph,
    spread,
)
from planner.conflicts import Report, Severity
from planner.itinerary import Itinerary
from planner.itinerary.programme import trip_days
from planner.itinerary.titles import titles_on
from planner.records import Person, Trip
from planner.text.spoken import date_range

_GAP = Piece("  ")


def heading(itinerary: Itinerary, report: Report, width: int) -> list[Line]:
    """Return the lines over a trip's programme."""
    trip = itinerary.trip
    facts = (_dates(itinerary), f"{trip.category} visit", trip.status, route(itinerary))
    return [
        *marking(trip, width),
        *title_lines(trip, width),
        *paragraph(_principal(itinerary), width),
        *packed(tuple(filter(None, facts)), width),
        counts(report),
    ]


def title_lines(trip: Trip, width: int) -> list[Line]:
    """Return the title of a trip, and at the margin the short name that commands know it by."""
    title = paragraph(trip.title, width, Look.STRONG)
    name = paragraph(trip.short_name, width, Look.FAINT)
    if len(title) == len(name) == 1:
        return spread(title[0], name[0], width)
    return [*title, *name]


def marking(trip: Trip, width: int) -> list[Line]:
    """Return the handling marking, which stands in head and foot of every page that has one."""
    return paragraph(trip.marking, width, Look.STRONG)


def dates(itinerary: Itinerary) -> str:
    """Return the days of a trip, `16–18 March 2025`; empty where it has none yet."""
    days = trip_days(itinerary)
    return date_range(*days) if days else ""


def _dates(itinerary: Itinerary) -> str:
    return dates(itinerary) or "no dates yet"


def route(itinerary: Itinerary) -> str:
    """Return the cities in the order of the journey: `Paris → London → Iqaluit`."""
    return " → ".join(stop.place.city for stop in itinerary.stops)


def _principal(itinerary: Itinerary) -> str:
    person = itinerary.get(Person, itinerary.trip.principal)
    days = trip_days(itinerary)
    titles = titles_on(itinerary, person, days[0]) if person and days else ()
    return ", ".join((person.name, *titles[:1])) if person else ""


def counts(report: Report) -> Line:
    """Return how many conflicts are open, by severity, and how many somebody lets stand."""
    pieces: list[Piece] = []
    for severity in Severity:
        number = report.count(severity)
        if number:
            plural = "s" if number > 1 else ""
            words = f"{severity.mark} {number} {severity.word}{plural}"
            pieces += [Piece(words, SEVERITY_LOOKS[severity]), _GAP]
    if not pieces:
        pieces = [Piece("✓ no conflicts", Look.GOOD), _GAP]
    if report.acknowledged:
        pieces.append(Piece(f"{len(report.acknowledged)} acknowledged", Look.FAINT))
    return tuple(pieces)


def short_counts(report: Report) -> Line:
    """Return the same in few cells: `● 1  ▲ 2  · 3`."""
    pieces: list[Piece] = []
    for severity in Severity:
        number = report.count(severity)
        if number:
            pieces += [Piece(f"{severity.mark} {number}", SEVERITY_LOOKS[severity]), _GAP]
    return tuple(pieces[:-1]) or (Piece("✓", Look.GOOD),)
