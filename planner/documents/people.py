"""Who is in a meeting, side by side, with the title that each has on the day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from planner.documents.words import joined, listed, one_line
from planner.itinerary import Itinerary
from planner.itinerary.titles import participant_name, titles_on
from planner.records import Meeting, Participant, Person
from planner.records.words import Attends, Response, Role, Side

_ROLES: Mapping[Role, str] = {
    Role.PRINCIPAL: "",
    Role.COUNTERPART: "",
    Role.DELEGATION: "",
    Role.INTERPRETER: "interpreter",
    Role.NOTETAKER: "notetaker",
    Role.GREETER: "greeter",
    Role.PRESS: "press",
    Role.SECURITY: "security",
    Role.STAFF: "staff",
}
_ORDER = (Role.PRINCIPAL, Role.COUNTERPART, Role.DELEGATION)
"""Who stands first on their side; the others keep the order in which they were entered."""


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody in the room, or several described in words."""

    name: str
    title: str
    remarks: str
    """The part they play and what they answered: `notetaker`, `invited`."""

    @property
    def words(self) -> str:
        """`Emmanuel Macron, President of the French Republic (invited)`."""
        named = joined((self.name, self.title), ", ") or "not named yet"
        return f"{named} ({self.remarks})" if self.remarks else named


def attendee(itinerary: Itinerary, person: str, day: date) -> Attendee:
    """Return a person of the trip with every title held on a day."""
    known = itinerary.person(person)
    name = one_line(known.name) if known else ""
    return Attendee(name, _titles(itinerary, known, day), "")


def sides(itinerary: Itinerary, meeting: Meeting, day: date) -> dict[Side, tuple[Attendee, ...]]:
    """Return who is in a meeting by side; the principal leads ours, named there or not."""
    everybody = itinerary.participants_of(meeting.id)
    found = {side: _side(itinerary, everybody, side, day) for side in Side}
    principal = itinerary.trip.principal
    named = any(each.person == principal for each in everybody)
    if meeting.attends is Attends.PRINCIPAL and not named:
        found[Side.OURS] = (attendee(itinerary, principal, day), *found[Side.OURS])
    return found


def _side(
    itinerary: Itinerary, everybody: Iterable[Participant], side: Side, day: date
) -> tuple[Attendee, ...]:
    there = [each for each in everybody if each.side is side]
    there.sort(key=lambda each: _ORDER.index(each.role) if each.role in _ORDER else len(_ORDER))
    return tuple(_attendee(itinerary, each, day) for each in there)


def _attendee(itinerary: Itinerary, participant: Participant, day: date) -> Attendee:
    known = itinerary.person(participant.person)
    stated = one_line(participant.printed_title)
    return Attendee(
        name=one_line(participant_name(itinerary, participant)),
        title=stated or _titles(itinerary, known, day),
        remarks=joined((_part(participant), _answer(participant)), "; "),
    )


def _titles(itinerary: Itinerary, person: Person | None, day: date) -> str:
    """Return all titles of a person: the King has one of each of his realms."""
    return listed(map(one_line, titles_on(itinerary, person, day))) if person else ""


def _part(participant: Participant) -> str:
    languages = "–".join(filter(None, map(one_line, participant.languages)))
    part = _ROLES[participant.role]
    return joined((part, languages), " ") if participant.role is Role.INTERPRETER else part


def _answer(participant: Participant) -> str:
    answered = participant.response not in (None, Response.ACCEPTED)
    return str(participant.response) if answered else ""
