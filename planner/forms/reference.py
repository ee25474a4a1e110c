"""What a form looks things up in, and where it was opened from."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Self, TypeVar

from planner.edits import Edit, create
from planner.edits.naming import described, described_shared
from planner.geography.places import Gazetteer
from planner.itinerary import Itinerary
from planner.itinerary.titles import is_held_on, office_title
from planner.moments import Moment
from planner.records import (
    SHARED,
    Meeting,
    Office,
    Person,
    Record,
    Stop,
    Tenure,
    TravelTime,
    Trip,
    Unavailability,
    Venue,
)
from planner.records.words import RankClass
from planner.store import Directory

R = TypeVar("R", bound=Record)
_RANKS = list(RankClass)


@dataclass(frozen=True)
class Reference:
    """The trip, what trips share, the places of the world, and the day and place of the cursor."""

    directory: Directory
    gazetteer: Gazetteer
    today: date
    """The real day at home."""
    itinerary: Itinerary | None = None
    day: date | None = None
    """The local day that the cursor is on."""
    stop: str | None = None
    """The stop that the cursor is in."""
    near: Moment | None = None
    """When the entry under the cursor ends: `+15m` counts from there."""
    now: Moment | None = None
    """The present, on the clocks at home."""
    made: tuple[Record, ...] = ()
    """Records that were made on the way and are not stored yet."""

    def with_made(self, records: Iterable[Record]) -> Self:
        """Return it with more records that are about to be stored."""
        return replace(self, made=(*self.made, *records))

    def _all(self, kind: type[R], shared: Iterable[R]) -> tuple[R, ...]:
        own = self.itinerary.all(kind).values() if self.itinerary else ()
        made = (record for record in self.made if isinstance(record, kind))
        return tuple({record.id: record for record in (*shared, *own, *made)}.values())

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Everybody there is."""
        return self._all(Person, self.directory.people)

    @cached_property
    def offices(self) -> tuple[Office, ...]:
        """The offices that are kept."""
        return self._all(Office, self.directory.offices)

    @cached_property
    def tenures(self) -> tuple[Tenure, ...]:
        """Who holds what."""
        return self._all(Tenure, self.directory.tenures)

    @cached_property
    def venues(self) -> tuple[Venue, ...]:
        """The venues that are kept."""
        return self._all(Venue, self.directory.venues)

    @property
    def trip(self) -> Trip | None:
        """The trip that the form is about, if it is about one."""
        return self.itinerary.trip if self.itinerary else None

    @property
    def stops(self) -> tuple[Stop, ...]:
        """The stops of the trip, in order."""
        return self.itinerary.stops if self.itinerary else ()

    @property
    def meetings(self) -> tuple[Meeting, ...]:
        """The meetings of the trip, in order."""
        return self.itinerary.meetings if self.itinerary else ()

    def find(self, record_id: str | None) -> Record | None:
        """Return a record by its id, whichever of them holds it."""
        if record_id is None:
            return None
        for records in (self.people, self.venues, self.offices, self.tenures, self.made):
            for record in records:
                if record.id == record_id:
                    return record
        directory: Iterable[TravelTime | Unavailability] = (
            *self.directory.travel_times,
            *self.directory.unavailabilities,
        )
        held = next((record for record in directory if record.id == record_id), None)
        own = self.itinerary.find(record_id) if self.itinerary else None
        trips = (trip for trip in self.directory.trips if trip.id == record_id)
        return held or own or next(trips, None)

    def called(self, record: Record) -> str:
        """Return the kind and the name of a record, as the label of an Edit has it."""
        if self.itinerary is None or type(record) in SHARED:
            known = replace(
                self.directory, people=self.people, offices=self.offices, venues=self.venues
            )
            return described_shared(known, record)
        made = create(*(each for each in self.made if self.itinerary.find(each.id) is None))
        return described(self.itinerary.after(Edit("", made)), record)

    def title_of(self, person: Person, day: date | None = None) -> str:
        """Return the highest title of a person on a day, today unless another is given."""
        offices = {office.id: office for office in self.offices}
        held = [
            (tenure, offices[tenure.office])
            for tenure in self.tenures
            if tenure.person == person.id
            and tenure.office in offices
            and is_held_on(tenure, day or self.day or self.today)
        ]
        held.sort(key=lambda pair: (_RANKS.index(pair[1].rank), pair[1].title))
        if not held:
            return ""
        tenure, office = held[0]
        return office_title(office, person.gender, tenure.qualifier)
