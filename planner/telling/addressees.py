"""Who counts on a meeting as it was accepted: people, the site, and what drives there.

That somebody accepted a movement, or is told when one changes, is not on record. So a vehicle is
named by the carrier of the way to or from the venue, and whoever waits at its end by what stands
there; of a driver there is no more.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from planner.conflicts.meetings import who_to_tell
from planner.conflicts.presence.spans import stands
from planner.conflicts.presence.spots import LONG_DISTANCE
from planner.conflicts.rules.people.accepted import venues_round
from planner.conflicts.sentences import name_of_entry
from planner.itinerary import Itinerary
from planner.itinerary.titles import participant_name, printed_title
from planner.moments import MINUTE, Moment
from planner.records import Meeting, Movement, Participant, Person, Venue
from planner.records.words import Response, Role

NOT_NAMED = "Somebody not named yet"
NEAR_MINUTES = 180
"""How long before or after a meeting a way still belongs to it."""


@dataclass(frozen=True, slots=True)
class Addressee:
    """Somebody who is to be told, and how to reach them as far as that is on record."""

    name: str
    role: str
    """What they are there for: `counterpart`, `interpreter`, `host contact`."""
    title: str = ""
    """What stands behind the name in a letter: the title on the day, the way that is driven."""
    answer: str = ""
    """What they answered, where that is not yes: `tentative`."""
    reach: tuple[str, ...] = ()
    """`phone +33 1 42 92 81 00`, `e-mail cab@example.org`, `private secretary Anne Petit`."""
    greeting: str = ""
    """How a letter to them begins, where that is on record."""
    is_in_meeting: bool = False
    """Whether they know what the meeting is; a site or a driver may not."""
    is_vehicle: bool = False

    @property
    def described(self) -> str:
        """Who they are, in a few words: `President of the French Republic (tentative)`."""
        words = self.role if self.is_vehicle else self.title or self.role
        return f"{words} ({self.answer})" if self.answer else words


def addressees(itinerary: Itinerary, meeting: Meeting) -> tuple[Addressee, ...]:
    """Return who is to be told of a meeting: its people, then the site, then the vehicles."""
    people = (_person(itinerary, meeting, each) for each in who_to_tell(itinerary, meeting.id))
    others = (*_site(itinerary, meeting), *_vehicles(itinerary, meeting))
    return (*people, *_each_once(others))


def _each_once(others: Iterable[Addressee]) -> Iterable[Addressee]:
    """Return each name once, by what it was first named for."""
    found: dict[str, Addressee] = {}
    for each in others:
        found.setdefault(each.name.casefold(), each)
    return found.values()


def _person(itinerary: Itinerary, meeting: Meeting, participant: Participant) -> Addressee:
    person = itinerary.person(participant.person)
    day = meeting.start.date if meeting.start else None
    is_interpreter = participant.role is Role.INTERPRETER
    is_plain = participant.response in (None, Response.ACCEPTED)
    return Addressee(
        name=participant_name(itinerary, participant).strip() or NOT_NAMED,
        role=participant.role,
        title=printed_title(itinerary, participant, day) if day and not is_interpreter else "",
        answer="" if is_plain else str(participant.response),
        reach=_reach(person) if person else (),
        greeting=person.written_address.strip() if person else "",
        is_in_meeting=True,
    )


def _reach(person: Person) -> tuple[str, ...]:
    known = (
        ("private secretary", person.private_secretary),
        ("phone", person.phone),
        ("e-mail", person.email),
    )
    return tuple(f"{what} {value.strip()}" for what, value in known if value.strip())


def _site(itinerary: Itinerary, meeting: Meeting) -> Iterator[Addressee]:
    """Yield who is responsible where the meeting is, and where it was to be."""
    for name, role in ((meeting.site_lead, "site lead"), (meeting.host_contact, "host contact")):
        if name.strip():
            yield Addressee(name.strip(), role)
    for venue_id in dict.fromkeys((meeting.venue, meeting.accepted_venue)):
        venue = _with_contact(itinerary, venue_id)
        if venue:
            yield Addressee(venue.contact.strip(), f"contact at {venue.name}")


def _with_contact(itinerary: Itinerary, venue_id: str | None) -> Venue | None:
    """Return a venue, else the nearest that it lies in, of which a contact is on record."""
    seen: set[str] = set()
    venue = itinerary.venue(venue_id)
    while venue and venue.id not in seen:
        if venue.contact.strip():
            return venue
        seen.add(venue.id)
        venue = itinerary.venue(venue.parent)
    return None


def _vehicles(itinerary: Itinerary, meeting: Meeting) -> Iterator[Addressee]:
    """Yield who drives to and from the meeting at the old hour or the new, and who waits there."""
    named = [each for each in (meeting.venue, meeting.accepted_venue) if each]
    venues = {outer for each in named for outer in venues_round(itinerary, each)}
    for way in itinerary.movements:
        if way.mode in LONG_DISTANCE or not stands(way):
            continue
        leads_there = way.destination_venue in venues
        leaves_there = way.origin_venue in venues
        at = (way.arrive or way.depart) if leads_there else (way.depart or way.arrive)
        if (leads_there or leaves_there) and at and _is_near(meeting, at):
            yield from _of_way(itinerary, way, at, leads_there=leads_there)


def _is_near(meeting: Meeting, at: Moment) -> bool:
    starts = [each for each in (meeting.start, meeting.accepted_start) if each]
    lengths = [meeting.minutes or 0, meeting.accepted_minutes or 0, 0]
    before = NEAR_MINUTES * MINUTE
    after = (NEAR_MINUTES + max(lengths)) * MINUTE
    return any(start.instant - before <= at.instant <= start.instant + after for start in starts)


def _of_way(
    itinerary: Itinerary, way: Movement, at: Moment, *, leads_there: bool
) -> Iterator[Addressee]:
    called = f"{name_of_entry(itinerary, way)}, {at.clock}"
    waiting = (way.met_by, "meets") if leads_there else (way.seen_off_by, "sees off")
    for name, what in ((way.carrier, "drives"), waiting):
        if name.strip():
            role = f"{what} {called[:1].lower()}{called[1:]}"
            yield Addressee(name.strip(), role, called, is_vehicle=True)
