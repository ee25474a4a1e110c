"""Meetings on a day on which the other side does not work."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from planner.conflicts.conflict import Conflict, Severity
from planner.conflicts.meetings import leading_counterparts
from planner.conflicts.presence.capitals import capital_zone
from planner.conflicts.presence.spans import stands
from planner.conflicts.registry import Family, Need, meeting_rule
from planner.conflicts.rules.people.seats import TALKS
from planner.conflicts.sentences import SHOWN, listed
from planner.conflicts.surroundings import Holidays, Surroundings
from planner.geography.countries import country_name
from planner.itinerary import Itinerary
from planner.itinerary.titles import offices_on
from planner.itinerary.whereabouts import place_of
from planner.moments import Moment
from planner.records import Meeting, Place
from planner.records.words import MeetingKind, OfficeOf, Qualifier, Status
from planner.text.spoken import long_date

AT_HOME = frozenset({OfficeOf.STATE, OfficeOf.PROVINCE})
"""Whose officers have a country of their own."""


@dataclass(frozen=True, slots=True)
class _DayOff:
    """A holiday, and where it is one."""

    name: str
    day: date
    area: str
    is_at_home: bool
    """Whether it is one where the counterpart is at home, and where the meeting takes place."""


@meeting_rule(
    "counterpart-holiday",
    Family.PEOPLE,
    Severity.WARNING,
    Severity.NOTICE,
    meaning="A meeting is on a public holiday of its place or of a lead counterpart's country.",
    needs=(Need.HOLIDAYS,),
)
def counterpart_holiday(
    itinerary: Itinerary, surroundings: Surroundings, meeting: Meeting
) -> Iterator[Conflict]:
    """Report the holidays on which a meeting is; a warning where the host is at home.

    Ceremonies are left out, for they are often there because of the day; so are parts, which
    cannot be on another day than their whole.
    """
    start = meeting.start
    if start is None or not _is_looked_at(meeting):
        return
    if not leading_counterparts(itinerary, meeting.id):
        return
    days = _days_off(itinerary, surroundings.holidays, meeting, start)
    if days:
        is_at_home = any(each.is_at_home for each in days)
        yield Conflict(
            rule="counterpart-holiday",
            severity=Severity.WARNING if is_at_home else Severity.NOTICE,
            message=_message(meeting, days),
            subjects=(meeting.id,),
            at=start.instant,
            way_out="ask the other side whether the day suits them",
            fold="On a public holiday",
        )


def _is_looked_at(meeting: Meeting) -> bool:
    is_to_come = stands(meeting) and meeting.status is not Status.HELD
    return is_to_come and meeting.kind in TALKS and not meeting.part_of


def _days_off(
    itinerary: Itinerary, holidays: Holidays, meeting: Meeting, start: Moment
) -> tuple[_DayOff, ...]:
    """Return the holidays of the place, then those of the counterparts' countries, each once.

    Where the place has one, that speaks for the whole country. Who is called is at home.
    """
    is_call = meeting.kind is MeetingKind.CALL
    there = None if is_call else place_of(itinerary, meeting)
    host = there.country.upper() if there else ""
    homes = _homes(itinerary, meeting, start, host)
    today = _date_in(there.zone if there else start.zone, start)
    found: list[_DayOff] = []
    if there:
        is_at_home = any(home.country == host for home in homes)
        found.extend(_days_off_in(holidays, there, today, is_at_home=is_at_home))
    said = {host} if found else set()
    for home in homes:
        if home.country not in said:
            day = _date_in(capital_zone(home.country), start) if is_call else today
            found.extend(_days_off_in(holidays, home, day))
    return tuple(dict.fromkeys(found))


def _days_off_in(
    holidays: Holidays, place: Place, day: date, *, is_at_home: bool = False
) -> Iterator[_DayOff]:
    name = holidays.on(place, day)
    if name:
        country = country_name(place.country)
        is_of_country = not place.admin_area or holidays.on(replace(place, admin_area=""), day)
        area = country if is_of_country else f"{place.admin_area}, {country}"
        yield _DayOff(name, day, area, is_at_home)


def _homes(itinerary: Itinerary, meeting: Meeting, start: Moment, host: str) -> tuple[Place, ...]:
    """Return the country, or the province, of each lead counterpart, each once.

    Who holds offices of several states is at home where he receives, else where he is highest.
    """
    homes: list[Place] = []
    for each in leading_counterparts(itinerary, meeting.id):
        bodies = [
            office.of.upper()
            for tenure, office in offices_on(itinerary, each.person or "", start.date)
            if office.of_kind in AT_HOME and tenure.qualifier is not Qualifier.FORMER
        ]
        bodies.sort(key=lambda body: body.partition("-")[0] != host)
        for body in bodies[:1]:
            country, _, province = body.partition("-")
            homes.append(Place("", country, start.zone, province))
    return tuple(dict.fromkeys(homes))


def _date_in(zone: str, start: Moment) -> date:
    """Return the date in a zone when a meeting starts; its own one where that is not known."""
    if zone in ("", start.zone):
        return start.date
    try:
        return start.to(zone).date
    except (OverflowError, ValueError):
        # It is at the end of the calendar.
        return start.date


def _message(meeting: Meeting, days: Sequence[_DayOff]) -> str:
    said = [f"{each.name} on {long_date(each.day)} ({each.area})" for each in days[: SHOWN + 1]]
    what = "a public holiday" if len(days) == 1 else "public holidays"
    return f"{meeting.title} is on {what}: {listed(said, len(days))}."
