"""Trips in a few words, for tests that read as sentences.

Records are called by their names: a stop by its city, a venue and a person by name, a meeting by
its title, a movement by its ends (`Orly–Northolt`). Times are local: `12:30-14:00` is in the zone
of the city or venue, on 17 March 2025 unless another day is given. `trip` adds what is named and
not given: stops without hours, venues, people.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime
from typing import TypeVar

from planner.conflicts import Conflict, Occupied, Surroundings, check
from planner.conflicts.registry import rules
from planner.itinerary import Itinerary
from planner.moments import MINUTE, Moment
from planner.records import (
    FollowUp,
    Meeting,
    Movement,
    Outcome,
    Participant,
    Person,
    Place,
    Record,
    Stop,
    Topic,
    TravelTime,
    Trip,
    Unavailability,
    Venue,
)
from planner.records.words import (
    MeetingKind,
    Mode,
    OutcomeKind,
    OutcomeState,
    Role,
    Side,
    Status,
    VenueKind,
)
from planner.settings import Limits

MONDAY = "2025-03-17"
TUESDAY = "2025-03-18"
NOW = "2025-03-15T12:00[UTC]"

PLACES = {
    place.city: place
    for place in (
        Place("Ottawa", "CA", "America/Toronto", "Ontario", 45.4215, -75.6972),
        Place("Washington", "US", "America/New_York", "", 38.9072, -77.0369),
        Place("Paris", "FR", "Europe/Paris", "", 48.8566, 2.3522),
        Place("London", "GB", "Europe/London", "England", 51.5074, -0.1278),
        Place("Rome", "IT", "Europe/Rome", "", 41.9028, 12.4964),
        Place("Vatican City", "VA", "Europe/Vatican", "", 41.9029, 12.4534),
        Place("Brussels", "BE", "Europe/Brussels", "", 50.8503, 4.3517),
        Place("The Hague", "NL", "Europe/Amsterdam", "", 52.0705, 4.3007),
        Place("Tokyo", "JP", "Asia/Tokyo", "", 35.6762, 139.6503),
        Place("Brasília", "BR", "America/Sao_Paulo", "", -15.7939, -47.8828),
    )
}


def _venue(
    name: str, city: str, latitude: float, longitude: float, kind: VenueKind = VenueKind.OTHER
) -> Venue:
    near = PLACES[city]
    place = Place(near.city, near.country, near.zone, near.admin_area, latitude, longitude)
    return Venue(id=name, name=name, place=place, kind=kind)


VENUES = {
    venue.name: venue
    for venue in (
        _venue("Élysée", "Paris", 48.8704, 2.3167, VenueKind.PALACE),
        _venue("Matignon", "Paris", 48.8546, 2.3206, VenueKind.OFFICE),
        _venue("Orly", "Paris", 48.7262, 2.3652, VenueKind.AIRPORT),
        _venue("Northolt", "London", 51.5530, -0.4182, VenueKind.AIRPORT),
        _venue("Heathrow", "London", 51.4700, -0.4543, VenueKind.AIRPORT),
        _venue("Buckingham Palace", "London", 51.5014, -0.1419, VenueKind.PALACE),
        _venue("10 Downing Street", "London", 51.5034, -0.1276, VenueKind.OFFICE),
        _venue("Quirinale", "Rome", 41.8998, 12.4870, VenueKind.PALACE),
        _venue("Apostolic Palace", "Vatican City", 41.9038, 12.4567, VenueKind.PALACE),
        _venue("Trudeau Airport", "Ottawa", 45.4706, -73.7408, VenueKind.AIRPORT),
        _venue("Haneda", "Tokyo", 35.5494, 139.7798, VenueKind.AIRPORT),
        _venue("Kantei", "Tokyo", 35.6732, 139.7448, VenueKind.OFFICE),
    )
}

R = TypeVar("R", bound=Record)


def _made(kind: Callable[..., R], known: dict[str, object], fields: dict[str, object]) -> R:
    """Make a record; the fields that a test gives outweigh the usual ones."""
    return kind(**(known | fields))


def moment(clock: str, zone: str, day: str = MONDAY) -> Moment:
    """Return a wall time; `clock` may name its own day: `2025-03-18T09:00`."""
    return Moment.from_text(f"{clock if 'T' in clock else f'{day}T{clock}'}[{zone}]")


def at(clock: str, city: str, day: str = MONDAY) -> Moment:
    """Return a wall time in a city."""
    return moment(clock, PLACES[city].zone, day)


def _span(times: str, first: str, last: str, day: str) -> tuple[Moment | None, Moment | None]:
    """Read `12:30-14:00`, `12:30`, `-14:00` or `2025-03-17T22:00/2025-03-18T01:00`."""
    start_text, _, end_text = times.partition("-") if "T" not in times else times.partition("/")
    start = moment(start_text, first, day) if start_text else None
    end = moment(end_text, last, day) if end_text else None
    return start, end


def _zone(name: str) -> str:
    return VENUES[name].place.zone if name in VENUES else PLACES[name].zone


def stop(city: str, times: str = "", days: str = "", /, **fields: object) -> Stop:
    """Return a stop: `stop("Paris", "08:40-14:30")`, or by days, `17/18` of March 2025."""
    arrive, depart = _span(times, _zone(city), _zone(city), MONDAY)
    first, _, last = days.partition("/")
    known: dict[str, object] = {
        "id": city,
        "trip": "trip",
        "place": PLACES[city],
        "arrive": arrive,
        "depart": depart,
        "arrive_on": date(2025, 3, int(first)) if first else None,
        "depart_on": date(2025, 3, int(last)) if last else None,
    }
    return _made(Stop, known, fields)


def meeting(title: str, times: str = "", city: str = "Paris", /, **fields: object) -> Meeting:
    """Return a confirmed bilateral: `meeting("Lunch", "12:30-14:00", "Paris", venue="Élysée")`.

    `on` is its day, as ISO text.
    """
    on = str(fields.pop("on", MONDAY))
    start, end = _span(times, _zone(city), _zone(city), on)
    known: dict[str, object] = {
        "id": title,
        "trip": "trip",
        "stop": city,
        "title": title,
        "kind": MeetingKind.BILATERAL,
        "status": Status.CONFIRMED,
        "start": start,
        "minutes": (end.instant - start.instant) // MINUTE if start and end else None,
    }
    return _made(Meeting, known, fields)


def movement(
    mode: Mode, origin: str, destination: str, times: str, /, on: str = MONDAY, **fields: object
) -> Movement:
    """Return a confirmed movement between two venues or cities, each end on its own clocks."""
    depart, arrive = _span(times, _zone(origin), _zone(destination), on)
    known: dict[str, object] = {
        "id": f"{origin}–{destination}",
        "trip": "trip",
        "mode": mode,
        "depart": depart,
        "arrive": arrive,
    }
    for end, name in (("origin", origin), ("destination", destination)):
        known[f"{end}_venue" if name in VENUES else f"{end}_stop"] = name
    return _made(Movement, known, fields)


def flight(
    origin: str, destination: str, times: str, /, on: str = MONDAY, **fields: object
) -> Movement:
    """Return a flight of the government aircraft."""
    return movement(Mode.GOVERNMENT_AIRCRAFT, origin, destination, times, on=on, **fields)


def motorcade(
    origin: str, destination: str, times: str, /, on: str = MONDAY, **fields: object
) -> Movement:
    """Return a motorcade."""
    return movement(Mode.MOTORCADE, origin, destination, times, on=on, **fields)


def takes(minutes: int, origin: str, destination: str, /, **fields: object) -> TravelTime:
    """Return that a way takes so many minutes, as the host says."""
    known: dict[str, object] = {
        "id": f"{origin}→{destination}",
        "origin": origin,
        "destination": destination,
        "minutes": minutes,
    }
    return _made(TravelTime, known, fields)


def sits_in(person: str, /, *entries: Record, **fields: object) -> list[Participant]:
    """Return that a counterpart is in meetings and on movements."""
    known: dict[str, object] = {"side": Side.THEIRS, "role": Role.COUNTERPART, "person": person}
    found = []
    for entry in entries:
        field = "movement" if isinstance(entry, Movement) else "meeting"
        own: dict[str, object] = {"id": f"{person} in {entry.id}", field: entry.id}
        found.append(_made(Participant, known | own, fields))
    return found


def of_ours(person: str, /, *entries: Record, **fields: object) -> list[Participant]:
    """Return that a member of our delegation is in meetings and on movements."""
    known: dict[str, object] = {"side": Side.OURS, "role": Role.DELEGATION}
    return sits_in(person, *entries, **(known | fields))


def away(person: str, times: str, city: str = "Paris", reason: str = "") -> Unavailability:
    """Return that a person cannot be had."""
    start, end = _span(times, _zone(city), _zone(city), MONDAY)
    assert start
    assert end
    return Unavailability(id=f"{person} away", person=person, start=start, end=end, reason=reason)


def topic(title: str, minutes: int | None, of: str = "Bilateral", /, **fields: object) -> Topic:
    """Return a topic that we raise."""
    known: dict[str, object] = {
        "id": title,
        "meeting": of,
        "position": 0,
        "title": title,
        "minutes": minutes,
    }
    return _made(Topic, known, fields)


def outcome(text: str, state: OutcomeState, of: str | None = "Bilateral") -> Outcome:
    """Return a commitment made at a meeting, or by the trip as a whole."""
    kind = OutcomeKind.COMMITMENT
    return Outcome(id=text, trip="trip", meeting=of, kind=kind, text=text, state=state)


def follow_up(text: str, due: str = "", /, **fields: object) -> FollowUp:
    """Return a follow-up that is open, and somebody's."""
    known: dict[str, object] = {
        "id": text,
        "trip": "trip",
        "text": text,
        "owner": "Foreign Office",
        "due": date.fromisoformat(due) if due else None,
    }
    return _made(FollowUp, known, fields)


def trip(*parts: Record | Iterable[Record], home: str = "Ottawa", **fields: object) -> Itinerary:
    """Return a trip of Jeanne Roy's with these records, and with what they name."""
    known: dict[str, object] = {
        "id": "trip",
        "title": "Paris and London",
        "short_name": "paris-london",
        "principal": "Jeanne Roy",
        "home": PLACES[home],
    }
    given = list(_flat(parts))
    records: list[Record] = [_made(Trip, known, fields), *given]
    held = {(type(record), record.id): record for record in (*_named(records), *records)}
    return Itinerary.of(held.values())


def _flat(parts: Iterable[Record | Iterable[Record]]) -> Iterator[Record]:
    for part in parts:
        if isinstance(part, Record):
            yield part
        else:
            yield from part


def _named(records: Iterable[Record]) -> Iterator[Record]:
    for record in records:
        for field in ("stop", "origin_stop", "destination_stop"):
            city = getattr(record, field, None)
            if city in PLACES:
                yield stop(city)
        for field in ("venue", "origin_venue", "destination_venue", "origin", "destination"):
            venue = getattr(record, field, None)
            if venue in VENUES:
                yield VENUES[venue]
        for field in ("person", "principal"):
            person = getattr(record, field, None)
            if isinstance(person, str):
                yield Person(id=person, name=person)


def as_of(
    now: str = NOW,
    elsewhere: Iterable[Occupied] = (),
    limits: Limits | None = None,
    **more: object,
) -> Surroundings:
    """Return the surroundings at a moment, with what takes people on other trips."""
    taken: dict[str, tuple[Occupied, ...]] = {}
    for each in elsewhere:
        taken[each.person] = (*taken.get(each.person, ()), each)
    present = datetime.fromtimestamp(Moment.from_text(now).instant, UTC)
    known: dict[str, object] = {"now": present, "limits": limits or Limits(), "elsewhere": taken}
    make: Callable[..., Surroundings] = Surroundings
    return make(**known, **more)


def everything_in(itinerary: Itinerary, surroundings: Surroundings | None = None) -> list[Conflict]:
    """Return all conflicts in a trip, in order."""
    report = check(itinerary, surroundings or as_of())
    return [finding.conflict for finding in report.findings]


JOINING = frozenset(
    {
        "principal-overlap",
        "transfer-too-short",
        "intercity-infeasible",
        "outside-stay",
        "stop-discontinuity",
        "counterpart-overlap",
        "delegation-overlap",
        "ends-before-start",
    }
)
"""The rules about how entries join: of one fact, only one of them speaks."""


def joins_in(itinerary: Itinerary) -> list[Conflict]:
    """Return what the rules about joins find in a trip, in order."""
    return [conflict for conflict in everything_in(itinerary) if conflict.rule in JOINING]


def found(
    rule: str, itinerary: Itinerary, surroundings: Surroundings | None = None
) -> list[Conflict]:
    """Return the conflicts of one rule in a trip, in order."""
    report = check(itinerary, surroundings or as_of(), [rules()[rule]])
    return [finding.conflict for finding in report.findings]
