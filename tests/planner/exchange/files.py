"""Trip files to try things on, and the little that reading one needs."""

import json
from collections.abc import Mapping
from typing import TypeVar

from planner.errors import PlaceAmbiguous, PlaceUnknown
from planner.exchange import TripFile, read_trip_file
from planner.geography.places import Site
from planner.records import Person, Place, Record
from planner.records.words import VenueKind
from planner.store import Directory

R = TypeVar("R", bound=Record)

Json = dict[str, object]

NOBODY = Directory(people=(), offices=(), tenures=(), venues=())

PARIS = Place("Paris", "FR", "Europe/Paris")
LONDON = Place("London", "GB", "Europe/London", "England")
IQALUIT = Place("Iqaluit", "CA", "America/Iqaluit", "Nunavut")


class Atlas:
    """A gazetteer of a few names."""

    def __init__(self, **more: Place) -> None:
        self._places = {"Paris": PARIS, "Iqaluit": IQALUIT, "London, England": LONDON, **more}

    def resolve(self, text: str) -> Site:
        if text == "London":
            raise PlaceAmbiguous(text, ("London, England", "London, Ontario"))
        if text not in self._places:
            raise PlaceUnknown(text)
        return Site(text, VenueKind.CITY, self._places[text])


def a_document(*, trip: Mapping[str, object] | None = None, **lists: object) -> Json:
    """Return the least trip file there is, with these lists and fields of the trip."""
    fields = {"title": "Paris & Iqaluit", "principal": "Ada Bell", "home": "Paris", **(trip or {})}
    document = {"format": "summitry-trip", "version": 1, "trip": fields}
    return {**document, "people": [{"name": "Ada Bell"}], **lists}


def read(document: object, known: Directory = NOBODY) -> TripFile:
    """Return what a document holds."""
    return read_trip_file(json.dumps(document), known, Atlas())


def the(kind: type[R], file: TripFile) -> R:
    """Return the only record of a kind."""
    (record,) = every(kind, file)
    return record


def every(kind: type[R], file: TripFile) -> list[R]:
    """Return the records of a kind, in order."""
    return [record for record in file.records if isinstance(record, kind)]


def known(*people: Person) -> Directory:
    """Return a directory of these people."""
    return Directory(people=people, offices=(), tenures=(), venues=())
