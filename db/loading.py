"""Reads trips, the list of them and the directory."""

from collections.abc import Iterable
from datetime import date
from typing import TypeVar, cast

from db.engine import Connection
from db.rows import Cell, select
from planner.itinerary.closure import OWNED, named
from planner.itinerary.order import stop_order
from planner.records import (
    KINDS,
    Office,
    Participant,
    Person,
    Record,
    Stop,
    Tenure,
    Topic,
    TravelTime,
    Trip,
    Unavailability,
    Venue,
    Wording,
)
from planner.store import Directory, TripSummary

R = TypeVar("R", bound=Record)
AT_ONCE = 10_000
"""How many ids one statement names: engines limit the values they bind."""

Tables = dict[type[Record], dict[str, Record]]


def trip_tables(connection: Connection, trip: str) -> Tables:
    """Return every record of a trip and the shared ones that it names, and no others.

    It is what `closure` leaves of all there is, a table for each kind.
    """
    tables: Tables = {Trip: dict(select(connection, Trip, 'where "id" = ?', (trip,)))}
    for kind in OWNED:
        tables[kind] = dict(select(connection, kind, 'where "trip" = ?', (trip,)))
    tables[Topic] = dict(_in_trip(connection, Topic, "meeting", trip))
    tables[Participant] = dict(_in_trip(connection, Participant, "meeting", trip))
    tables[Participant] |= _in_trip(connection, Participant, "movement", trip)
    records = [record for table in tables.values() for record in table.values()]
    tables |= people_tables(connection, named(records, "person"))
    tables |= venue_tables(connection, named(records, "venue"))
    venues = tables[Venue]
    ways = cast("dict[str, TravelTime]", tables[TravelTime]).values()
    tables[TravelTime] = {
        each.id: each for each in ways if each.origin in venues and each.destination in venues
    }
    tables[Wording] = wordings(connection, [each for table in tables.values() for each in table])
    return {kind: tables.get(kind, {}) for kind in KINDS}


def _in_trip(connection: Connection, kind: type[R], parent: str, trip: str) -> dict[str, R]:
    its = f'select "id" from "{parent}" where "trip" = ?'  # noqa: S608 - our own names
    return select(connection, kind, f'where "{parent}" in ({its})', (trip,))


def people_tables(connection: Connection, people: Iterable[str]) -> Tables:
    """Return people with what belongs to them: tenures, their offices, unavailabilities."""
    ids = sorted(people)
    tenures = _where_in(connection, Tenure, "person", ids)
    offices = {tenure.office for tenure in tenures.values()}
    return {
        Person: dict(_where_in(connection, Person, "id", ids)),
        Tenure: dict(tenures),
        Office: dict(_where_in(connection, Office, "id", sorted(offices))),
        Unavailability: dict(_where_in(connection, Unavailability, "person", ids)),
    }


def venue_tables(connection: Connection, venues: Iterable[str]) -> Tables:
    """Return venues with those they are part of, and the travel times that leave from them."""
    found: dict[str, Record] = {}
    wanted = set(venues)
    while wanted:
        found.update(_where_in(connection, Venue, "id", sorted(wanted)))
        wanted = named(found.values(), "venue") - found.keys()
    ids = sorted(found)
    times = _where_in(connection, TravelTime, "origin", ids)
    times |= _where_in(connection, TravelTime, "destination", ids)
    return {Venue: found, TravelTime: dict(times)}


def wordings(connection: Connection, ids: Iterable[str]) -> dict[str, Record]:
    """Return the wordings of records."""
    return dict(_where_in(connection, Wording, "record", sorted(ids)))


def _where_in(connection: Connection, kind: type[R], column: str, ids: list[str]) -> dict[str, R]:
    found: dict[str, R] = {}
    for first in range(0, len(ids), AT_ONCE):
        some = ids[first : first + AT_ONCE]
        marks = ", ".join("?" for _ in some)
        found |= select(connection, kind, f'where "{column}" in ({marks})', some)
    return found


_SHARED_WORDINGS = """
    where "record" in (
        select "id" from "person" union all select "id" from "office"
        union all select "id" from "venue"
    ) order by "id"
"""


def directory(connection: Connection) -> Directory:
    """Return what trips share, people, offices and venues by name, and the trips."""
    return Directory(
        people=tuple(select(connection, Person, 'order by "name", "id"').values()),
        offices=tuple(select(connection, Office, 'order by "title", "id"').values()),
        tenures=tuple(select(connection, Tenure, 'order by "id"').values()),
        venues=tuple(select(connection, Venue, 'order by "name", "id"').values()),
        unavailabilities=tuple(select(connection, Unavailability, 'order by "id"').values()),
        travel_times=tuple(select(connection, TravelTime, 'order by "id"').values()),
        wordings=tuple(select(connection, Wording, _SHARED_WORDINGS).values()),
        trips=tuple(select(connection, Trip, 'order by "short_name", "id"').values()),
    )


_HOURS = """
    select "trip", min("first"), max("last") from (
        select "trip", "arrive_utc" as "first", coalesce("depart_utc", "arrive_utc") as "last"
        from "stop"
        union all
        select "trip", coalesce("depart_utc", "arrive_utc"), coalesce("arrive_utc", "depart_utc")
        from "movement"
        union all
        select "trip", "start_utc", "start_utc" + coalesce("minutes", 0) * 60
        from "meeting"
    ) as "hours" group by "trip"
"""
_COUNTS = {
    "meeting": 'select "trip", count(*) from "meeting" group by "trip"',
    "movement": 'select "trip", count(*) from "movement" group by "trip"',
}
_PRINCIPALS = 'select "id", "name" from "person" where "id" in (select "principal" from "trip")'


def summaries(connection: Connection) -> tuple[TripSummary, ...]:
    """Return every trip as a line of the list, by its first hour; those without one last."""
    hours = {trip: (first, last) for trip, first, last in connection.execute(_HOURS)}
    counts = {name: dict(connection.execute(sql).fetchall()) for name, sql in _COUNTS.items()}
    names = dict(connection.execute(_PRINCIPALS).fetchall())
    cities: dict[str, list[str]] = {}
    days: dict[str, set[date]] = {}
    for stop in sorted(select(connection, Stop).values(), key=stop_order):
        cities.setdefault(stop.trip, []).append(stop.place.city)
        known = {day for day in (stop.first_day, stop.last_day) if day}
        days.setdefault(stop.trip, set()).update(known)
    found = [
        TripSummary(
            trip=trip,
            principal=str(names.get(trip.principal, "")),
            cities=tuple(cities.get(trip.id, ())),
            start=_number(hours.get(trip.id, (None, None))[0]),
            end=_number(hours.get(trip.id, (None, None))[1]),
            meetings=int(counts["meeting"].get(trip.id, 0)),
            movements=int(counts["movement"].get(trip.id, 0)),
            days=_span(days.get(trip.id) or {day for day in (trip.earliest, trip.latest) if day}),
        )
        for trip in select(connection, Trip).values()
    ]
    return tuple(sorted(found, key=_summary_order))


def _span(days: set[date]) -> tuple[date, date] | None:
    return (min(days), max(days)) if days else None


def _summary_order(summary: TripSummary) -> tuple[bool, int, str, str]:
    return (summary.start is None, summary.start or 0, summary.trip.title, summary.trip.id)


def _number(cell: Cell) -> int | None:
    return cell if isinstance(cell, int) else None
