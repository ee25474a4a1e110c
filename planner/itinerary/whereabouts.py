"""To which stop an entry or an end of a movement belongs.

Places are compared as stops and never by city name: Orly and Versailles belong to Paris, Northolt
to London, and Antwerp may belong to a stay in Brussels.
"""

from planner.geography.travel import great_circle_km
from planner.itinerary.entries import Entry
from planner.itinerary.itinerary import Itinerary
from planner.records import Meeting, Movement, Place, Stop, Venue


def stop_of(itinerary: Itinerary, meeting: Meeting, within_km: int) -> Stop | None:
    """Return the stop chosen for a meeting, else the nearest to its venue, else None."""
    chosen = itinerary.get(Stop, meeting.stop)
    return chosen or nearest_stop(itinerary, itinerary.venue(meeting.venue), within_km)


def origin_stop(itinerary: Itinerary, movement: Movement, within_km: int) -> Stop | None:
    """Return the stop that a movement leaves from; None where that is not a stop of the trip."""
    chosen = itinerary.get(Stop, movement.origin_stop)
    return chosen or nearest_stop(itinerary, itinerary.venue(movement.origin_venue), within_km)


def destination_stop(itinerary: Itinerary, movement: Movement, within_km: int) -> Stop | None:
    """Return the stop that a movement reaches; None where that is not a stop of the trip."""
    chosen = itinerary.get(Stop, movement.destination_stop)
    return chosen or nearest_stop(itinerary, itinerary.venue(movement.destination_venue), within_km)


def origin_place(itinerary: Itinerary, movement: Movement) -> Place | None:
    """Return where a movement leaves from, as exactly as is known."""
    return _place(itinerary, movement.origin_venue, movement.origin_stop)


def destination_place(itinerary: Itinerary, movement: Movement) -> Place | None:
    """Return where a movement arrives, as exactly as is known."""
    return _place(itinerary, movement.destination_venue, movement.destination_stop)


def place_of(itinerary: Itinerary, meeting: Meeting) -> Place | None:
    """Return where a meeting is: its venue's place, else its stop's."""
    return _place(itinerary, meeting.venue, meeting.stop)


def whereabouts_after(itinerary: Itinerary, entry: Entry, instant: int) -> Place | None:
    """Return the city somebody is in at an instant when an entry was the last to begin.

    On the way it is still where the movement left from: there the clocks have not changed yet.
    """
    record = entry.record
    if isinstance(record, Meeting):
        stop = itinerary.get(Stop, record.stop)
        return stop.place if stop else place_of(itinerary, record)
    arrived = record.arrive is None or record.arrive.instant <= instant
    chosen = itinerary.get(Stop, record.destination_stop if arrived else record.origin_stop)
    if chosen:
        return chosen.place
    end = destination_place if arrived else origin_place
    return end(itinerary, record)


def end_names(itinerary: Itinerary, movement: Movement) -> tuple[str, str]:
    """Return what the two ends of a movement are called: the venue's name, else the city."""
    return (
        _end_name(itinerary, movement.origin_venue, movement.origin_stop),
        _end_name(itinerary, movement.destination_venue, movement.destination_stop),
    )


def _end_name(itinerary: Itinerary, venue: str | None, stop: str | None) -> str:
    named = itinerary.venue(venue)
    if named:
        return named.name
    stay = itinerary.get(Stop, stop)
    return stay.place.city if stay else "?"


def _place(itinerary: Itinerary, venue: str | None, stop: str | None) -> Place | None:
    named = itinerary.venue(venue)
    if named:
        return named.place
    stay = itinerary.get(Stop, stop)
    return stay.place if stay else None


def nearest_stop(itinerary: Itinerary, venue: Venue | None, within_km: int) -> Stop | None:
    """Return the stop that a venue is nearest to, within a distance; None where that is none."""
    if venue is None:
        return None
    near = [
        (distance, number, stop)
        for number, stop in enumerate(itinerary.stops)
        if (distance := great_circle_km(venue.place, stop.place)) is not None
        and distance <= within_km
    ]
    return min(near)[2] if near else None
