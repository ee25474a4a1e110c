"""Rolls: the records of one kind in a list, as dialogs show them and keys change them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from planner.forms.questions.matching import matching
from planner.forms.reference import Reference
from planner.geography.countries import country_name
from planner.itinerary import Itinerary
from planner.itinerary.titles import participant_name
from planner.records import (
    Note,
    Office,
    Person,
    Record,
    Stop,
    Task,
    Tenure,
    Unavailability,
    Venue,
)
from planner.records.naming import name_of
from planner.records.words import OfficeOf
from planner.text.spoken import date_range, length, short_date

ORDERED = frozenset({"topic", "outcome", "participant", "stop"})
"""The kinds whose order people choose."""
PLURALS: Mapping[str, str] = {
    "topic": "Topics",
    "outcome": "Outcomes",
    "participant": "Participants",
    "follow_up": "Follow-ups",
    "task": "Tasks",
    "note": "Log of calls and mails",
    "stop": "Stops and nights",
    "person": "People",
    "office": "Offices",
    "tenure": "Offices held",
    "venue": "Venues",
    "travel_time": "Travel times",
    "unavailability": "Unavailabilities",
}


@dataclass(frozen=True, slots=True)
class RollRow:
    """One record of a list: what it is, and what is said at its right."""

    record: Record
    text: str
    detail: str = ""
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Roll:
    """A list of records of one kind, under a title."""

    kind: str
    title: str
    rows: tuple[RollRow, ...]
    owner: str = ""
    """The id of the meeting or movement that they belong to; empty for the trip, or for none."""

    @property
    def is_ordered(self) -> bool:
        """Whether rows can be moved up and down; those of several meetings have no one order."""
        return self.kind in ORDERED and (bool(self.owner) or self.kind == "stop")

    def found(self, text: str) -> tuple[RollRow, ...]:
        """Return the rows that a text fits, best first."""
        return tuple(matching(text, self.rows, lambda row: f"{row.text} {row.detail}"))


def roll_of(kind: str, itinerary: Itinerary, owner: str = "") -> Roll:
    """Return the list of what a meeting or movement has of a kind; of the trip's, without one."""
    held = itinerary.find(owner) if owner else None
    whose = name_of(held) if held else itinerary.trip.title
    rows = tuple(_OF_TRIP[kind](itinerary, owner))
    title = f"{PLURALS[kind]} · {whose}" if whose else PLURALS[kind]
    return Roll(kind, title, rows, owner)


def _topics(itinerary: Itinerary, owner: str) -> Iterable[RollRow]:
    for topic in itinerary.topics_of(owner):
        takes = length(topic.minutes) if topic.minutes else ""
        yield RollRow(topic, topic.title, _facts(topic.stance, takes, topic.state))


def _outcomes(itinerary: Itinerary, owner: str) -> Iterable[RollRow]:
    if owner:
        for outcome in itinerary.outcomes_of(owner):
            yield RollRow(outcome, outcome.text, _facts(outcome.kind, outcome.state))
        return
    for meeting in (None, *itinerary.meetings):
        for outcome in itinerary.outcomes_of(meeting.id if meeting else None):
            of = meeting.title if meeting else "the trip as a whole"
            yield RollRow(outcome, outcome.text, _facts(of, outcome.kind, outcome.state))


def _participants(itinerary: Itinerary, owner: str) -> Iterable[RollRow]:
    for each in itinerary.participants_of(owner):
        answer = each.response or ""
        yield RollRow(each, participant_name(itinerary, each), _facts(each.side, each.role, answer))


def _follow_ups(itinerary: Itinerary, owner: str) -> Iterable[RollRow]:
    own = {outcome.id for outcome in itinerary.outcomes_of(owner)} if owner else set()
    for each in itinerary.follow_ups:
        if owner in ("", each.meeting, each.outcome) or each.outcome in own:
            due = f"due {short_date(each.due)}" if each.due else "no due date"
            yield RollRow(each, each.text, _facts(each.owner, due, each.state))


def _tasks(itinerary: Itinerary, owner: str) -> Iterable[RollRow]:
    tasks = [each for each in itinerary.all(Task).values() if not owner or each.meeting == owner]
    for each in sorted(tasks, key=lambda task: (str(task.due or "~"), task.what, task.id)):
        yield RollRow(each, each.what, _facts(each.kind, each.owner, _due(each), each.state))


def _due(task: Task) -> str:
    if task.due:
        return f"due {short_date(task.due)}"
    return f"T−{task.days_before}" if task.days_before is not None else ""


def _log(itinerary: Itinerary, owner: str) -> Iterable[RollRow]:
    notes = [each for each in itinerary.all(Note).values() if not owner or each.meeting == owner]
    for each in sorted(notes, key=lambda note: (note.when.instant, note.id)):
        when = f"{short_date(each.when.date)} {each.when.clock}"
        yield RollRow(each, each.words, _facts(each.with_whom, when))


def _stops(itinerary: Itinerary, _: str) -> Iterable[RollRow]:
    for stop in itinerary.stops:
        yield RollRow(stop, stop.place.city, stay_words(stop))
        for night in itinerary.lodgings:
            if night.stop == stop.id:
                yield RollRow(night, f"☾ {night.name}", "night", indent=2)


def stay_words(stop: Stop) -> str:
    """Return the days of a stop in words; how far they are known."""
    first, last = stop.arrival_day, stop.departure_day
    if first is None:
        return f"until {date_range(last, last)}" if last else "no dates yet"
    return date_range(first, last) if last and last >= first else date_range(first, first)


_OF_TRIP: Mapping[str, Callable[[Itinerary, str], Iterable[RollRow]]] = {
    "topic": _topics,
    "outcome": _outcomes,
    "participant": _participants,
    "follow_up": _follow_ups,
    "task": _tasks,
    "note": _log,
    "stop": _stops,
}


def roll_of_shared(kind: str, reference: Reference, owner: str = "") -> Roll:
    """Return the list of what trips share of a kind; of a person's, where one is named."""
    rows = tuple(_SHARED[kind](reference, owner))
    person = reference.find(owner)
    title = f"{PLURALS[kind]} · {name_of(person)}" if person else PLURALS[kind]
    return Roll(kind, title, rows, owner)


def _people(reference: Reference, _: str) -> Iterable[RollRow]:
    for person in sorted(reference.people, key=lambda each: each.name.casefold()):
        yield RollRow(person, person.name, reference.title_of(person))


def _offices(reference: Reference, _: str) -> Iterable[RollRow]:
    for office in sorted(reference.offices, key=lambda each: each.title.casefold()):
        of = country_name(office.of) if office.of_kind is OfficeOf.STATE else office.of
        yield RollRow(office, office.title, _facts(of, office.rank))


def _tenures(reference: Reference, owner: str) -> Iterable[RollRow]:
    for tenure in reference.tenures:
        office = reference.find(tenure.office)
        if tenure.person == owner and isinstance(office, Office):
            yield RollRow(tenure, office.title, _term(tenure))


def _term(tenure: Tenure) -> str:
    since = f"since {tenure.since.year}" if tenure.since else ""
    until = f"until {tenure.until.year}" if tenure.until else ""
    return _facts(since, until, tenure.qualifier or "")


def _venues(reference: Reference, _: str) -> Iterable[RollRow]:
    for venue in sorted(reference.venues, key=lambda each: (each.place.city, each.name)):
        yield RollRow(venue, venue.name, _facts(venue.place.city, venue.kind))


def _travel_times(reference: Reference, _: str) -> Iterable[RollRow]:
    for way in reference.directory.travel_times:
        ends = [reference.find(end) for end in (way.origin, way.destination)]
        names = [end.name if isinstance(end, Venue) else "?" for end in ends]
        yield RollRow(way, " → ".join(names), _facts(length(way.minutes), way.mode, way.source))


def _unavailabilities(reference: Reference, owner: str) -> Iterable[RollRow]:
    for each in reference.directory.unavailabilities:
        person = reference.find(each.person)
        if isinstance(person, Person) and owner in ("", each.person):
            yield RollRow(each, f"{person.name}: {each.reason or 'unavailable'}", _span(each))


def _span(away: Unavailability) -> str:
    start, end = away.start, away.end
    last = "" if start.date == end.date else f"{short_date(end.date)} "
    return f"{short_date(start.date)} {start.clock}–{last}{end.clock} {end.zone_label}".rstrip()


_SHARED: Mapping[str, Callable[[Reference, str], Iterable[RollRow]]] = {
    "person": _people,
    "office": _offices,
    "tenure": _tenures,
    "venue": _venues,
    "travel_time": _travel_times,
    "unavailability": _unavailabilities,
}


def _facts(*facts: str) -> str:
    return " · ".join(fact for fact in facts if fact)
