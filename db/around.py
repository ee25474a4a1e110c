"""Reads what lies around a trip: where its people are taken, and its principal's other trips.

It takes as many statements however many people and trips there are: every opening waits for them.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from db.engine import Connection, damaged
from db.loading import AT_ONCE
from db.rows import Cell
from planner.conflicts.surroundings import Around, Commitment, Occupied, OtherTrip
from planner.errors import InputError
from planner.itinerary import Itinerary
from planner.itinerary.entries import FALLEN_AWAY, FIRM
from planner.moments import MINUTE, Moment
from planner.records import Participant
from planner.records.words import (
    FollowUpState,
    MeetingKind,
    OfficeOf,
    Response,
    Side,
    Status,
    TripStatus,
)
from planner.settings import USUAL_MINUTES

NEVER = 2**62
"""Comes after whatever has a date."""


def around(connection: Connection, itinerary: Itinerary) -> Around:
    """Return what lies around a trip."""
    spans = _spans(connection, itinerary)
    own = spans.pop(itinerary.trip.id, None)
    begins = own.start if own else NEVER
    trips = sorted(spans.values(), key=lambda each: (each.start, each.end, each.id))
    earlier = {each.id: each for each in trips if each.end <= begins}
    return Around(
        elsewhere=_elsewhere(connection, itinerary),
        trips=tuple(trips),
        commitments=tuple(_commitments(connection, itinerary, earlier)),
    )


# Two branches, each of which starts from an index: with OR the engine would read every entry.
_ELSEWHERE_MEETINGS = """
    select "participant"."person", "meeting"."start_utc", "meeting"."minutes", "meeting"."kind",
        "trip"."title", "meeting"."title", "meeting"."status"
    from "participant"
    join "meeting" on "meeting"."id" = "participant"."meeting"
    join "trip" on "trip"."id" = "meeting"."trip"
    where "participant"."person" in ({people})
        and coalesce("participant"."response", '') <> 'declined'
        and "trip"."id" <> ?1 and "trip"."status" <> ?2
        and "meeting"."start_utc" is not null and not "meeting"."informational"
    union
    select "trip"."principal", "meeting"."start_utc", "meeting"."minutes", "meeting"."kind",
        "trip"."title", "meeting"."title", "meeting"."status"
    from "trip" join "meeting" on "meeting"."trip" = "trip"."id"
    where "trip"."principal" in ({people}) and "trip"."id" <> ?1 and "trip"."status" <> ?2
        and "meeting"."occupies_principal" and "meeting"."attends" = 'principal'
        and "meeting"."start_utc" is not null and not "meeting"."informational"
"""
_ELSEWHERE_MOVEMENTS = """
    select "participant"."person", "movement"."depart_utc", "movement"."arrive_utc",
        "trip"."title", "movement"."mode", "movement"."status"
    from "participant"
    join "movement" on "movement"."id" = "participant"."movement"
    join "trip" on "trip"."id" = "movement"."trip"
    where "participant"."person" in ({people})
        and coalesce("participant"."response", '') <> 'declined'
        and "trip"."id" <> ?1 and "trip"."status" <> ?2
        and "movement"."depart_utc" is not null and "movement"."arrive_utc" is not null
    union
    select "trip"."principal", "movement"."depart_utc", "movement"."arrive_utc",
        "trip"."title", "movement"."mode", "movement"."status"
    from "trip" join "movement" on "movement"."trip" = "trip"."id"
    where "trip"."principal" in ({people}) and "trip"."id" <> ?1 and "trip"."status" <> ?2
        and "movement"."depart_utc" is not null and "movement"."arrive_utc" is not null
"""


def _elsewhere(connection: Connection, itinerary: Itinerary) -> dict[str, tuple[Occupied, ...]]:
    """Return when the people in a trip are taken by others, by person.

    They are by what they take part in and did not decline, and by what they lead.
    """
    people = {each.person for each in itinerary.all(Participant).values() if each.person}
    named = sorted(people)
    found: dict[str, list[Occupied]] = {}
    for first in range(0, len(named), AT_ONCE):
        for each in _taken(connection, itinerary.trip.id, named[first : first + AT_ONCE]):
            found.setdefault(each.person, []).append(each)
    return {person: tuple(sorted(found[person], key=_in_time)) for person in sorted(found)}


def _in_time(taken: Occupied) -> tuple[int, int, str, str]:
    return (taken.start, taken.end, taken.trip, taken.entry)


def _taken(connection: Connection, trip: str, people: list[str]) -> Iterator[Occupied]:
    marks = ", ".join(f"?{number}" for number in range(3, len(people) + 3))
    values = (trip, TripStatus.CANCELLED.value, *people)
    meetings = connection.execute(_ELSEWHERE_MEETINGS.format(people=marks), values)
    for person, start, minutes, kind, title, entry, word in meetings:
        status = Status(word)
        if status not in FALLEN_AWAY:
            length = USUAL_MINUTES[MeetingKind(kind)] if minutes is None else minutes
            is_firm = status in FIRM and minutes is not None
            yield Occupied(person, start, start + length * MINUTE, title, entry, is_firm)
    movements = connection.execute(_ELSEWHERE_MOVEMENTS.format(people=marks), values)
    for person, depart, arrive, title, mode, word in movements:
        status = Status(word)
        if status not in FALLEN_AWAY:
            yield Occupied(person, depart, arrive, title, mode, status in FIRM)


_FALLEN = ", ".join(f"'{each.value}'" for each in sorted(FALLEN_AWAY))
# The words are our own; every value is bound.
_SPANS = f"""
    with "these" ("id") as (
        select "id" from "trip" where "principal" = ?1 and "status" <> ?2
        union select ?3
    ),
    "hours" ("trip", "first", "last", "first_day", "last_day") as (
        select "trip", coalesce("arrive_utc", "depart_utc"), coalesce("depart_utc", "arrive_utc"),
            coalesce("arrive_on", "depart_on"), coalesce("depart_on", "arrive_on")
        from "stop" where "trip" in "these"
        union all
        select "trip", coalesce("depart_utc", "arrive_utc"), coalesce("arrive_utc", "depart_utc"),
            "day", "day"
        from "movement" where "trip" in "these" and "status" not in ({_FALLEN})
        union all
        select "trip", "start_utc", "start_utc" + coalesce("minutes", 0) * 60, "day", "day"
        from "meeting" where "trip" in "these" and "status" not in ({_FALLEN})
            and not "informational"
    )
    select "trip"."id", "trip"."title", "trip"."status", "trip"."home",
        min("hours"."first"), max("hours"."last"),
        min("hours"."first_day"), max("hours"."last_day"), "trip"."earliest", "trip"."latest"
    from "trip" left join "hours" on "hours"."trip" = "trip"."id"
    where "trip"."id" in "these" group by "trip"."id"
"""  # noqa: S608 - see above


def _spans(connection: Connection, itinerary: Itinerary) -> dict[str, OtherTrip]:
    """Return the trips of a principal that have a date, and the one that is looked at, by id."""
    trip = itinerary.trip
    values = (trip.principal, TripStatus.CANCELLED.value, trip.id)
    found: dict[str, OtherTrip] = {}
    for trip_id, title, word, home, first, last, *texts in connection.execute(_SPANS, values):
        try:
            status = TripStatus(word)
            span = _span(str(json.loads(home)["zone"]), first, last, *texts)
        except (ValueError, KeyError, TypeError, InputError) as error:
            raise damaged(connection, f"trip {trip_id}", error) from error
        if span is not None:
            found[trip_id] = OtherTrip(trip_id, title, status, *span)
    return found


def _span(
    zone: str, first: int | None, last: int | None, *texts: str | None
) -> tuple[int, int] | None:
    """Return from when to when a trip lasts: by its hours, and by days that lie beyond them.

    The texts are the first and the last day that anything in it names, and those of its window,
    which counts where there is nothing else.
    """
    named, window = _days(texts[:2]), _days(texts[2:])
    if first is None or last is None:
        days = named or window
        return (_midnight(days[0], zone), _midnight(days[-1], zone, days=1)) if days else None
    return _widened((first, max(first, last)), named, zone)


def _widened(hours: tuple[int, int], days: list[date], zone: str) -> tuple[int, int]:
    first, last = hours
    if days and days[0] < Moment.at(first, zone).date:
        first = _midnight(days[0], zone)
    if days and days[-1] > Moment.at(last, zone).date:
        last = _midnight(days[-1], zone, days=1)
    return first, last


def _days(texts: Sequence[str | None]) -> list[date]:
    return sorted(date.fromisoformat(text) for text in texts if text)


def _midnight(day: date, zone: str, days: int = 0) -> int:
    return Moment(datetime.combine(day, time()) + timedelta(days=days), zone).instant


_OPEN = (FollowUpState.OPEN, FollowUpState.IN_PROGRESS)
_COMMITMENTS = f"""
    select "follow_up"."id", "follow_up"."text", "follow_up"."trip",
        coalesce("follow_up"."counterpart", "participant"."person"),
        coalesce(substr("meeting"."start", 1, 10), "meeting"."day"),
        "office"."of", "tenure"."since", "tenure"."until"
    from "trip"
    join "follow_up" on "follow_up"."trip" = "trip"."id"
    left join "outcome" on "outcome"."id" = "follow_up"."outcome"
    left join "meeting"
        on "meeting"."id" = coalesce("follow_up"."meeting", "outcome"."meeting")
    left join "participant" on "follow_up"."counterpart" is null
        and "participant"."meeting" = "meeting"."id" and "participant"."side" <> '{Side.OURS.value}'
        and "participant"."role" in ({{leads}})
        and coalesce("participant"."response", '') <> '{Response.DECLINED.value}'
    left join "tenure"
        on "tenure"."person" = coalesce("follow_up"."counterpart", "participant"."person")
    left join "office" on "office"."id" = "tenure"."office"
        and "office"."of_kind" = '{OfficeOf.STATE.value}'
    where "trip"."principal" = ?1 and "trip"."id" <> ?2 and "follow_up"."state" in (?3, ?4)
"""  # noqa: S608 - as above


@dataclass(slots=True)
class _Owed:
    """A follow-up while the rows of it are gathered: one for each counterpart and office."""

    text: str
    trip: OtherTrip
    people: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)


def _commitments(
    connection: Connection, itinerary: Itinerary, earlier: dict[str, OtherTrip]
) -> Iterator[Commitment]:
    """Yield what earlier trips left open with somebody, those of the first trip first."""
    if not earlier:
        return
    from planner.conflicts.meetings import LEADING  # noqa: PLC0415 - a first trip is shown without it

    leads = ", ".join(f"'{each.value}'" for each in sorted(LEADING))
    values = (itinerary.trip.principal, itinerary.trip.id, *_OPEN)
    rows = connection.execute(_COMMITMENTS.format(leads=leads), values)
    found: dict[str, _Owed] = {}
    for key, text, trip, person, day, country, *term in rows:
        if trip not in earlier or person is None:
            continue
        owed = found.setdefault(key, _Owed(text, earlier[trip]))
        owed.people.add(person)
        if country and _is_within(day or _last_day(owed.trip), *term):
            owed.countries.add(country)
    for _, each in sorted(found.items(), key=lambda item: _in_order(*item)):
        people, countries = frozenset(each.people), frozenset(each.countries)
        yield Commitment(each.text, each.trip.title, people, countries)


def _in_order(key: str, owed: _Owed) -> tuple[int, str, str, str]:
    return (owed.trip.start, owed.trip.id, owed.text, key)


def _last_day(trip: OtherTrip) -> str:
    return datetime.fromtimestamp(trip.end, UTC).date().isoformat()


def _is_within(day: str, since: Cell, until: Cell) -> bool:
    """Tell whether a day lies within a term; as ISO texts, dates compare as they are."""
    return (since is None or str(since) <= day) and (until is None or day <= str(until))
