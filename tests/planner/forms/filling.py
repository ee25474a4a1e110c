"""A small world to fill in forms in: the journey to Paris and London, and a few known places."""

from dataclasses import dataclass, replace
from datetime import date

from planner.conflicts import Surroundings
from planner.errors import PlaceAmbiguous, PlaceUnknown
from planner.forms import Draft, Reference, change_of, new, reference_in
from planner.geography.places import Site
from planner.itinerary import Itinerary
from planner.records import (
    Meeting,
    Office,
    Person,
    Place,
    Record,
    Tenure,
    TravelTime,
    Trip,
    Unavailability,
    Venue,
)
from planner.records.words import VenueKind
from planner.store import Directory
from planner.workspace import Workspace
from tests.planner.journeys import JOURNEY, LONDON, MONTREAL, OTTAWA, PARIS, in_london, present

ONTARIO = Place("London", "CA", "America/Toronto", "Ontario", 42.98, -81.25)
SITES = (
    Site("Paris", VenueKind.CITY, PARIS),
    Site("London", VenueKind.CITY, LONDON),
    Site("London", VenueKind.CITY, ONTARIO),
    Site("Ottawa", VenueKind.CITY, OTTAWA),
    Site("Montréal", VenueKind.CITY, MONTREAL),
    Site("Matignon", VenueKind.OFFICE, PARIS),
)
OTHER_NAMES = {"lutetia": "Paris, France"}
"""What else places are called."""


@dataclass(frozen=True)
class KnownPlaces:
    """A few places, found by the beginning of what they are called."""

    def find(self, text: str, limit: int = 8) -> tuple[Site, ...]:
        """Return those whose label begins so."""
        wanted = text.casefold()
        return tuple(site for site in SITES if site.label.casefold().startswith(wanted))[:limit]

    def resolve(self, text: str) -> Site:
        """Return the one that is called so."""
        wanted = OTHER_NAMES.get(text.casefold(), text).casefold()
        exact = [site for site in SITES if site.label.casefold() == wanted]
        found = exact or [site for site in SITES if site.name.casefold() == wanted]
        if len(found) > 1:
            raise PlaceAmbiguous(text, tuple(site.label for site in found))
        if not found:
            raise PlaceUnknown(text)
        return found[0]

    def airports_near(self, place: Place, within_km: int = 100) -> tuple[Site, ...]:
        """Return none: there are no airports here."""
        del place, within_km
        return ()


PLACES = KnownPlaces()


def shared(*kinds: type[Record]) -> list[Record]:
    """Return the records of the journey of some kinds."""
    return [record for record in JOURNEY if isinstance(record, kinds)]


def directory() -> Directory:
    """Return what the journey shares with other trips."""
    return known_of(*JOURNEY)


def known_of(*records: Record) -> Directory:
    """Return those of some records that trips share, and the trips."""
    return Directory(
        people=tuple(each for each in records if isinstance(each, Person)),
        offices=tuple(each for each in records if isinstance(each, Office)),
        tenures=tuple(each for each in records if isinstance(each, Tenure)),
        venues=tuple(each for each in records if isinstance(each, Venue)),
        unavailabilities=tuple(each for each in records if isinstance(each, Unavailability)),
        travel_times=tuple(each for each in records if isinstance(each, TravelTime)),
        trips=tuple(each for each in records if isinstance(each, Trip)),
    )


def at(selected: str) -> Reference:
    """Return what a form knows that is opened with an entry of the journey selected."""
    return over(Itinerary.of(JOURNEY), selected)


def over(itinerary: Itinerary, selected: str = "", known: Directory | None = None) -> Reference:
    """Return what a form knows that is opened over a trip; the journey's people are known."""
    surroundings = Surroundings(present(in_london("16:50")))
    workspace = Workspace.of(itinerary, surroundings, selected)
    return reference_in(workspace, known or directory(), PLACES)


def with_more(*records: Record, selected: str = "lunch") -> Reference:
    """Return what a form knows over the journey with more records in it, or others in their place.

    What trips share is known whether the trip names it or not.
    """
    held = {record.id: record for record in (*JOURNEY, *records)}
    return over(Itinerary.of(held.values()), selected, known_of(*held.values()))


def outside() -> Reference:
    """Return what a form knows that is opened over no trip."""
    return Reference(directory=directory(), gazetteer=PLACES, today=date(2025, 3, 1))


def filled(draft: Draft, /, **texts: str) -> Draft:
    """Return a draft with texts typed into its fields."""
    for name, text in texts.items():
        draft = draft.with_text(name.rstrip("_"), text)
    return draft


def a_new(kind: str, selected: str = "lunch", owner: str = "", /, **texts: str) -> Draft:
    """Return a new record's form, filled in."""
    return replace(filled(new(kind, at(selected), owner), **texts), seed="seed")


def the_changed(record_id: str, /, **texts: str) -> Draft:
    """Return the form of a record of the journey, filled in."""
    record = next(each for each in JOURNEY if each.id == record_id)
    return filled(
        change_of(record, at(record_id if isinstance(record, Meeting) else "lunch")), **texts
    )
