"""Venues of state: palaces, offices and residences, which no source has; written by hand."""

from places.atlas import Atlas
from places.entries import OF_STATE, Entry
from places.tables import listed, rows
from planner.records.words import VenueKind


def venues(atlas: Atlas) -> list[Entry]:
    """Return every venue of `data/venues.tsv`, in its city's region and zone."""
    return [_venue(row, atlas) for row in rows("venues")]


def _venue(row: dict[str, str], atlas: Atlas) -> Entry:
    latitude, longitude = float(row["latitude"]), float(row["longitude"])
    city = atlas.city_of(row["city"], row["country"], latitude, longitude)
    return Entry(
        name=row["name"],
        kind=VenueKind(row["kind"]),
        city=city.name,
        region=city.region,
        zone=city.zone,
        latitude=latitude,
        longitude=longitude,
        weight=OF_STATE,
        parent=row["parent"],
        own_names=listed(row["other_names"]),
    )
