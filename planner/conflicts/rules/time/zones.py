"""Entries on other clocks than those of the place where they are.

What counts is what the clocks show at that instant, and not what a zone is called: Paris and
Brussels never differ, and London and UTC only in summer.
"""

from collections.abc import Iterator

from planner.conflicts.conflict import Conflict, Severity
from planner.conflicts.presence.cases import ENTRIES
from planner.conflicts.presence.spans import stands
from planner.conflicts.presence.stays import is_bound_to_no_place
from planner.conflicts.registry import Family, case_rule
from planner.conflicts.sentences import city_of_zone, clock, listed, name_of_entry
from planner.conflicts.surroundings import Surroundings
from planner.itinerary import Itinerary
from planner.itinerary.entries import Entry
from planner.itinerary.whereabouts import destination_place, origin_place, place_of
from planner.moments import MINUTE, Moment
from planner.records import Meeting, Movement, Place
from planner.text.spoken import long_date

TypedAt = tuple[str, str, Moment | None, Place | None]
"""What happens (`starts`, `takes place`), when it does as somebody typed it, and where."""


@case_rule(
    ENTRIES,
    "zone-mismatch",
    Family.TIME,
    Severity.WARNING,
    meaning="An entry is on other clocks than its venue or stop that day, or an end of a movement "
    "on other clocks than its own end.",
)
def zone_mismatch(itinerary: Itinerary, _: Surroundings, entry: Entry) -> Iterator[Conflict]:
    """Report, in one conflict, what of an entry is typed on the clocks of another place."""
    wrong = [
        (verb, happens, moment, place)
        for verb, happens, moment, place in _typed_at(itinerary, entry)
        if moment and place and _minutes_apart(moment, place)
    ]
    if wrong:
        said = ", and ".join(_said(*each) for each in wrong)
        yield Conflict(
            rule="zone-mismatch",
            severity=Severity.WARNING,
            message=f"{name_of_entry(itinerary, entry.record)} {said}.",
            subjects=(entry.id,),
            at=entry.start.instant,
            shortfall=max(_minutes_apart(moment, place) for *_, moment, place in wrong),
            way_out=f"set the zone to that of {listed([place.city for *_, place in wrong])}, "
            "or correct the time",
            fold="On the clocks of another place",
        )


def _typed_at(itinerary: Itinerary, entry: Entry) -> tuple[TypedAt, ...]:
    """Return the ends of an entry that have clocks of their own; a call from anywhere has none."""
    record = entry.record
    if not stands(record):
        return ()
    if isinstance(record, Movement):
        return (
            ("leaves", "sets out", record.depart, origin_place(itinerary, record)),
            ("arrives", "arrives", record.arrive, destination_place(itinerary, record)),
        )
    return () if is_bound_to_no_place(record) else _of_meeting(itinerary, record)


def _of_meeting(itinerary: Itinerary, meeting: Meeting) -> tuple[TypedAt]:
    return (("starts", "takes place", meeting.start, place_of(itinerary, meeting)),)


def _minutes_apart(moment: Moment, place: Place) -> int:
    """Return by how much clocks in a place differ at a moment from those of the moment's zone.

    Both are asked at the instant: a wall time that is skipped has no clocks that show it.
    """
    if moment.zone == place.zone:
        return 0
    apart = moment.to(moment.zone).wall - moment.to(place.zone).wall
    return int(abs(apart.total_seconds())) // MINUTE


def _said(verb: str, happens: str, moment: Moment, place: Place) -> str:
    """Return `starts at 16:15 Paris time on Monday 17 March 2025, which is 15:15 in London`.

    That it takes place there follows. Where the city has the zone of another one, that zone is
    named: `15:15 in Paris (London time)`.
    """
    typed_in, there = city_of_zone(moment.zone), moment.to(place.zone)
    city = place.city
    if city == typed_in:
        city = f"{city} ({city_of_zone(place.zone)} time)"
    when = f"{verb} at {moment.clock} {typed_in} time on {long_date(moment.date)}"
    return f"{when}, which is {clock(there, moment)} in {city}, where it {happens}"
