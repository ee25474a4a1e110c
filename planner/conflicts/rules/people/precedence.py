"""Who is met first: on a state visit the head of state comes before the head of government."""

from collections.abc import Iterator
from dataclasses import dataclass

from planner.conflicts.conflict import Conflict, Severity
from planner.conflicts.meetings import is_leader, leading_counterparts
from planner.conflicts.presence.spans import stands, wholes_of
from planner.conflicts.registry import Family, rule
from planner.conflicts.surroundings import Surroundings
from planner.itinerary import Itinerary
from planner.itinerary.titles import office_title, offices_on
from planner.moments import Moment
from planner.records import Meeting, Office, Person
from planner.records.words import MeetingKind, RankClass, Status, TripCategory
from planner.text.spoken import short_date


@dataclass(frozen=True, slots=True)
class _Encounter:
    """That somebody is met who is at the head of a country."""

    meeting: Meeting
    start: Moment
    name: str
    title: str
    """The office, as it is printed."""

    @property
    def when(self) -> str:
        """The day and hour there: `Mon 17 Mar 09:00`."""
        return f"{short_date(self.start.date)} {self.start.clock}"


@rule(
    "precedence-order",
    Family.PEOPLE,
    Severity.NOTICE,
    meaning="On a state visit the head of government is met before the head of state.",
)
def precedence_order(itinerary: Itinerary, _: Surroundings) -> Iterator[Conflict]:
    """Report each country whose head of government comes first, if both are met.

    Other visits are left alone, because national orders differ; so is what has been held, because
    it cannot be put in order any more.
    """
    if itinerary.trip.category is not TripCategory.STATE:
        return
    first = _first_encounters(itinerary)
    for country, rank in sorted(first):
        state = first.get((country, RankClass.HEAD_OF_STATE))
        if rank is RankClass.HEAD_OF_GOVERNMENT and state:
            government = first[country, rank]
            if _is_out_of_order(itinerary, government, state):
                yield _conflict(government, state)


def _conflict(government: _Encounter, state: _Encounter) -> Conflict:
    return Conflict(
        rule="precedence-order",
        severity=Severity.NOTICE,
        message=(
            f"{government.name}, {government.title}, is met on {government.when} "
            f"({government.meeting.title}), before {state.name}, {state.title}, on {state.when} "
            f"({state.meeting.title}): on a state visit the head of state comes first."
        ),
        subjects=(government.meeting.id, state.meeting.id),
        at=government.start.instant,
        way_out=f"put {state.meeting.title} before {government.meeting.title}",
    )


def _first_encounters(itinerary: Itinerary) -> dict[tuple[str, RankClass], _Encounter]:
    """Return the first meeting with each head, by country and rank; a call is not a meeting."""
    first: dict[tuple[str, RankClass], _Encounter] = {}
    for meeting in itinerary.meetings:
        if not meeting.start or not stands(meeting) or meeting.kind is MeetingKind.CALL:
            continue
        for person, office, title in _heads(itinerary, meeting, meeting.start):
            encounter = _Encounter(meeting, meeting.start, person.name, title)
            first.setdefault((office.of, office.rank), encounter)
    return first


def _heads(
    itinerary: Itinerary, meeting: Meeting, start: Moment
) -> Iterator[tuple[Person, Office, str]]:
    """Return who leads the other side and is at the head of a state on the day, and as what."""
    for participant in leading_counterparts(itinerary, meeting.id):
        person = itinerary.person(participant.person)
        for tenure, office in offices_on(itinerary, person.id, start.date) if person else ():
            if person and is_leader(tenure, office):
                yield person, office, office_title(office, person.gender, tenure.qualifier)


def _is_out_of_order(itinerary: Itinerary, government: _Encounter, state: _Encounter) -> bool:
    """Tell whether the head of government comes first, in an entry that can still be moved."""
    one, other = government.meeting, state.meeting
    if one.status is Status.HELD or government.start.instant >= state.start.instant:
        return False
    are_alternatives = bool(one.choice) and one.choice == other.choice
    is_part = other.id in wholes_of(itinerary, one) or one.id in wholes_of(itinerary, other)
    return not are_alternatives and not is_part
