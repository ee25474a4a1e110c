"""What only restricted entries name.

People and venues have no visibility of their own: what a trip keeps to itself is the titles of its
restricted entries, the people in them and the venues they take place at, unless another entry has
them too.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from planner.itinerary import Itinerary
from planner.itinerary.entries import FALLEN_AWAY
from planner.records import Lodging, Meeting, Movement, Participant, Person, Record
from planner.records.words import MeetingKind, VenueKind, Visibility
from planner.text.spelling import fold

SHORTEST_NAME = 8
"""Letters of a name that can be looked for in a sentence: a shorter one may be any word."""
SHORTEST_TITLE = 18
"""The same of an entry's title: `Bilateral meeting` gives nothing away."""
_KINDS = frozenset(fold(kind) for kind in MeetingKind)


@dataclass(frozen=True, slots=True)
class Secrets:
    """Names that must not stand in a line for the public."""

    by_name: Mapping[str, Record]
    """The records by their names, folded."""
    lengths: tuple[int, ...]
    """How many words the names have."""

    @classmethod
    def of(cls, named: Iterable[tuple[str, Record]]) -> "Secrets":
        """Take names, folded, with the records they are of; of one name, the first by id."""
        by_name: dict[str, Record] = {}
        for name, record in sorted(named, key=lambda each: (each[0], each[1].id)):
            by_name.setdefault(name, record)
        return cls(by_name, tuple(sorted({name.count(" ") + 1 for name in by_name})))

    def told_in(self, line: str) -> Iterator[Record]:
        """Return the records whose names stand in a folded line, as whole words.

        Each run of words is looked up, so that a line costs the same however many names there are.
        """
        words = line.split()
        for length in self.lengths:
            for start in range(len(words) - length + 1):
                record = self.by_name.get(" ".join(words[start : start + length]))
                if record:
                    yield record


def secrets_of(itinerary: Itinerary) -> Secrets:
    """Return what only restricted entries of a trip name."""
    restricted: list[Meeting | Movement] = []
    others: list[Meeting | Movement] = []
    entries: tuple[Meeting | Movement, ...] = (*itinerary.meetings, *itinerary.movements)
    for entry in entries:
        if entry.visibility is not Visibility.RESTRICTED:
            others.append(entry)
        elif entry.status not in FALLEN_AWAY:
            restricted.append(entry)
    return Secrets.of(
        (
            *_titles(restricted, others),
            *_people(itinerary, restricted, others),
            *_venues(itinerary, restricted, others),
        )
    )


Entries = Iterable[Meeting | Movement]
_Named = Iterator[tuple[str, Record]]


def _titles(restricted: Entries, others: Entries) -> _Named:
    known = {fold(entry.title) for entry in others if isinstance(entry, Meeting)} | _KINDS
    for entry in restricted:
        if isinstance(entry, Meeting):
            title = fold(entry.title)
            if len(title) >= SHORTEST_TITLE and title not in known:
                yield title, entry


def _people(itinerary: Itinerary, restricted: Entries, others: Entries) -> _Named:
    by_entry: dict[str, set[str]] = {}
    for each in itinerary.all(Participant).values():
        if each.person:
            by_entry.setdefault(each.meeting or each.movement or "", set()).add(each.person)
    known = {itinerary.trip.principal, *itinerary.trip.accompanying}
    for entry in others:
        known |= by_entry.get(entry.id, set())
    hidden = {person for entry in restricted for person in by_entry.get(entry.id, ())}
    for hidden_one in hidden - known:
        person = itinerary.get(Person, hidden_one)
        if person and len(name := fold(person.name)) >= SHORTEST_NAME:
            yield name, person


def _venues(itinerary: Itinerary, restricted: Entries, others: Entries) -> _Named:
    lodgings = (each.venue for each in itinerary.all(Lodging).values())
    known = set(_with_parents(itinerary, (*_venues_of(others), *lodgings)))
    cities = {fold(stop.place.city) for stop in itinerary.stops}
    for each in set(_venues_of(restricted)) - known:
        venue = itinerary.venue(each)
        if venue and venue.kind is not VenueKind.CITY:
            name = fold(venue.name)
            if len(name) >= SHORTEST_NAME and name not in cities:
                yield name, venue


def _venues_of(entries: Entries) -> Iterator[str | None]:
    for entry in entries:
        if isinstance(entry, Meeting):
            yield entry.venue
        else:
            yield entry.origin_venue
            yield entry.destination_venue


def _with_parents(itinerary: Itinerary, venues: Iterable[str | None]) -> Iterator[str]:
    """Return venues and the palaces that they are rooms of, each once."""
    seen: set[str] = set()
    for each in venues:
        venue = itinerary.venue(each)
        while venue and venue.id not in seen:
            seen.add(venue.id)
            yield venue.id
            venue = itinerary.venue(venue.parent)
