"""Examples of the rules about who sits in a meeting, and on which day."""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import chain

from planner.itinerary import Itinerary
from planner.records import Person, Place, Record
from planner.records.words import Role
from tests.planner.building import MONDAY, as_of, flight, meeting, of_ours, sits_in, stop, trip
from tests.planner.conflicts.examples.acceptance import holds
from tests.planner.conflicts.examples.example import HOUR, NEXT, OVER, Example


class DaysOff:
    """A calendar that knows one holiday, in countries and subdivisions: `FR`, `GB England`."""

    def __init__(self, *areas: str, day: str = MONDAY) -> None:
        """Take where it is a holiday, and when."""
        self._areas = areas
        self._day = date.fromisoformat(day)

    def on(self, place: Place, day: date) -> str:
        """Return the name of the day in a place."""
        areas = {place.country, f"{place.country} {place.admin_area}"}
        return "" if day != self._day or areas.isdisjoint(self._areas) else "Republic Day"


def speaks(person: str, *languages: str) -> Person:
    """Return somebody with working languages."""
    return Person(id=person, name=person, languages=languages)


def talks_with(person: str, *entries: Record, speaking: Iterable[str]) -> list[Record]:
    """Return that a counterpart who speaks languages is in meetings."""
    return [speaks(person, *speaking), *sits_in(person, *entries)]


def journey_to_paris(*parts: Record | Iterable[Record]) -> Itinerary:
    """Return a trip in which Anna Weiss is named on the flight to Paris."""
    return trip(stop("Paris"), ARRIVAL, of_ours("Anna Weiss", ARRIVAL), *parts)


ROY = speaks("Jeanne Roy", "en", "fr")
ARRIVAL = flight("Trudeau Airport", "Orly", "02:30-09:30")
_TALKS = meeting("Talks", "12:00-13:00", on="2025-03-18")
_MACRON = list(chain(sits_in("Macron", HOUR, _TALKS), holds("Macron", "President")))

EXAMPLES: Mapping[str, Example] = {
    "counterpart-holiday": Example(
        trip(HOUR, _MACRON),
        trip(_TALKS, _MACRON),
        around=as_of(holidays=DaysOff("FR")),
    ),
    "counterpart-overlap": Example(
        trip(HOUR, OVER, sits_in("Macron", HOUR, OVER)),
        trip(HOUR, NEXT, sits_in("Macron", HOUR, NEXT)),
    ),
    "delegation-overlap": Example(
        trip(HOUR, OVER, of_ours("Weiss", HOUR, OVER, role=Role.INTERPRETER)),
        trip(HOUR, NEXT, of_ours("Weiss", HOUR, NEXT, role=Role.INTERPRETER)),
    ),
    "missing-interpreter": Example(
        trip(HOUR, ROY, talks_with("Ishiba", HOUR, speaking=["ja"])),
        trip(HOUR, ROY, talks_with("Ishiba", HOUR, speaking=["ja", "en"])),
    ),
    "missing-notetaker": Example(
        trip(HOUR, of_ours("Weiss", HOUR)),
        trip(HOUR, of_ours("Weiss", HOUR, role=Role.NOTETAKER)),
    ),
    "not-on-manifest": Example(
        journey_to_paris(HOUR, of_ours("Paul Gill", HOUR)),
        journey_to_paris(HOUR, of_ours("Paul Gill", HOUR, ARRIVAL)),
    ),
}
