"""What a release holds: the trip file that it keeps, read once and compared record by record."""

from collections.abc import Mapping
from functools import lru_cache

from planner.errors import InputError, PlaceUnknown
from planner.geography.places import Site
from planner.itinerary import Itinerary
from planner.itinerary.entries import FALLEN_AWAY
from planner.records import Meeting, Movement, Record, Release
from planner.records.words import ReleaseScope, Visibility

Key = tuple[type[Record], str]
"""A record's kind and id."""
Records = Mapping[Key, Record]

KEPT = 8
"""How many releases are remembered: the last of each scope, of a few trips."""


def last_release(itinerary: Itinerary, scope: ReleaseScope) -> Release | None:
    """Return the latest release of a scope, by its number; None where there is none."""
    return max(
        (each for each in itinerary.all(Release).values() if each.scope is scope),
        key=lambda each: (each.number, each.at.instant, each.id),
        default=None,
    )


def by_key(itinerary: Itinerary) -> Records:
    """Return the records of a trip by kind and id."""
    return {(type(record), record.id): record for record in itinerary.records}


@lru_cache(maxsize=KEPT)
def trip_in(trip_text: str) -> Itinerary | None:
    """Return the trip of the file that a release keeps; None where it cannot be read.

    Reading takes far longer than a whole check, but a release never changes: each is read once.
    Its positions in the journal are no help, since they say nothing in another database.
    """
    # Only a trip that was released needs the reader of trip files.
    from planner.exchange import read_trip_file  # noqa: PLC0415
    from planner.store import Directory  # noqa: PLC0415

    try:
        return Itinerary.of(read_trip_file(trip_text, Directory(), _NoPlaces()).records)
    except InputError:
        return None


class _NoPlaces:
    """Knows no place by name: what Summitry wrote says where each is."""

    def resolve(self, text: str) -> Site:
        """Raise `PlaceUnknown`."""
        raise PlaceUnknown(text)


def is_public_entry(record: Record | None) -> bool:
    """Tell whether a record is an entry of the public itinerary."""
    if not isinstance(record, Meeting | Movement):
        return False
    return record.visibility is Visibility.PUBLIC and record.status not in FALLEN_AWAY
