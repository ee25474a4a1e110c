"""Trips of any length to measure with, the same ones each time."""

import random
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from db.store import SqliteStore
from planner.edits import Edit, create
from planner.moments import Moment
from planner.records import (
    Lodging,
    Meeting,
    Movement,
    Office,
    Participant,
    Person,
    Place,
    Record,
    Stop,
    Tenure,
    Topic,
    Trip,
    Venue,
)
from planner.records.words import MeetingKind, Mode, OfficeOf, Role, Side, Status, VenueKind

NOW = "2025-03-01T09:00[America/Toronto]"
"""Everything is still to come: the cursor begins on the first entry."""
FIRST_DAY = datetime(2025, 3, 17, 7, 30)  # noqa: DTZ001 - a wall time has no zone
DAYS_A_STOP = 2
ENTRIES_A_DAY = 16
SLOT = timedelta(minutes=50)
HOME = Place("Ottawa", "CA", "America/Toronto", "Ontario", 45.42, -75.70)
CITIES = (
    Place("Paris", "FR", "Europe/Paris", "", 48.85, 2.35),
    Place("London", "GB", "Europe/London", "", 51.51, -0.13),
    Place("Rome", "IT", "Europe/Rome", "", 41.89, 12.48),
    Place("Athens", "GR", "Europe/Athens", "", 37.98, 23.73),
    Place("Cairo", "EG", "Africa/Cairo", "", 30.04, 31.24),
    Place("New Delhi", "IN", "Asia/Kolkata", "", 28.61, 77.21),
    Place("Tokyo", "JP", "Asia/Tokyo", "", 35.69, 139.69),
    Place("Canberra", "AU", "Australia/Sydney", "", -35.28, 149.13),
)
KINDS = (
    MeetingKind.BILATERAL,
    MeetingKind.ROUNDTABLE,
    MeetingKind.AUDIENCE,
    MeetingKind.BRIEFING,
    MeetingKind.PRESS_CONFERENCE,
)
DELEGATION = ("Chief of staff", "Foreign policy adviser", "Ambassador")


def title_of(entries: int) -> str:
    """Return the title of a trip."""
    return f"A trip of {entries} entries"


def title_of_meeting(number: int) -> str:
    """Return the title of a meeting, by the number of its slot."""
    return f"Meeting {number} on trade and security"


def write_trip(path: Path, entries: int) -> None:
    """Make a database that holds one trip."""
    with closing(SqliteStore.open(str(path), "benchmark")) as store:
        store.apply(Edit("Imported", create(*Course(entries).records())))


class Course:
    """Draws up a trip: two days a city, a slot of 50 minutes an entry, some longer than that."""

    def __init__(self, entries: int) -> None:
        """Draw up a trip of so many entries (meetings and movements)."""
        self._entries = entries
        self._chance = random.Random(entries)  # noqa: S311 - the same trip each time

    def records(self) -> Iterator[Record]:
        """Yield the records, each after those it names."""
        yield Person(id="principal", name="Jeanne Roy", ours=True)
        for number, name in enumerate(DELEGATION):
            yield Person(id=f"ours-{number}", name=name, ours=True)
        yield Trip(
            id="trip", title=title_of(self._entries), short_name="trip", principal="principal",
            home=HOME,
        )  # fmt: skip
        for stay in range(self._stay_of(self._entries - 1) + 1):
            yield from self._stay(stay)
        for number in range(self._entries):
            yield from self._entry(number)

    def _stay_of(self, number: int) -> int:
        return number // ENTRIES_A_DAY // DAYS_A_STOP

    def _place(self, stay: int) -> Place:
        return CITIES[stay % len(CITIES)]

    def _start(self, number: int) -> Moment:
        """Return when a slot begins, on the clocks of its city."""
        day, slot = divmod(number, ENTRIES_A_DAY)
        return Moment(
            FIRST_DAY + timedelta(days=day) + slot * SLOT, self._place(self._stay_of(number)).zone
        )

    def _arrive(self, stay: int) -> Moment:
        return self._start(stay * ENTRIES_A_DAY * DAYS_A_STOP)

    def _depart(self, stay: int) -> Moment:
        return self._start((stay + 1) * ENTRIES_A_DAY * DAYS_A_STOP - 1).plus(120)

    def _stay(self, stay: int) -> Iterator[Record]:
        place, arrive, depart = self._place(stay), self._arrive(stay), self._depart(stay)
        yield Stop(
            id=f"stop-{stay}", trip="trip", position=stay, place=place, arrive=arrive, depart=depart
        )
        for kind in (VenueKind.PALACE, VenueKind.OFFICE):
            yield Venue(id=f"{kind}-{stay}", name=f"{place.city} {kind}", place=place, kind=kind)
        yield Lodging(
            id=f"night-{stay}", trip="trip", stop=f"stop-{stay}", name=f"{place.city} residence",
            venue=f"palace-{stay}", check_in=arrive, check_out=depart,
        )  # fmt: skip
        yield Person(id=f"host-{stay}", name=f"The Host of {place.city}")
        yield Office(
            id=f"office-{stay}", title="Prime Minister", of_kind=OfficeOf.STATE, of=place.country
        )
        yield Tenure(id=f"tenure-{stay}", person=f"host-{stay}", office=f"office-{stay}")

    def _entry(self, number: int) -> Iterator[Record]:
        stay = self._stay_of(number)
        if stay and number % (ENTRIES_A_DAY * DAYS_A_STOP) == 0:
            yield self._flight(number, stay)
        elif number % 4 == 3:
            yield self._motorcade(number, stay)
        else:
            yield self._meeting(number, stay)
            yield from self._company(number, stay)

    def _flight(self, number: int, stay: int) -> Movement:
        return Movement(
            id=f"entry-{number}", trip="trip", mode=Mode.GOVERNMENT_AIRCRAFT,
            origin_stop=f"stop-{stay - 1}", destination_stop=f"stop-{stay}",
            depart=self._depart(stay - 1).plus(30), arrive=self._arrive(stay),
        )  # fmt: skip

    def _motorcade(self, number: int, stay: int) -> Movement:
        ends = [f"palace-{stay}", f"office-{stay}"]
        origin, destination = ends if number % 8 == 3 else reversed(ends)
        depart = self._start(number)
        return Movement(
            id=f"entry-{number}", trip="trip", mode=Mode.MOTORCADE, origin_venue=origin,
            destination_venue=destination, depart=depart, arrive=depart.plus(25),
        )  # fmt: skip

    def _meeting(self, number: int, stay: int) -> Meeting:
        return Meeting(
            id=f"entry-{number}",
            trip="trip",
            stop=f"stop-{stay}",
            title=title_of_meeting(number),
            kind=self._chance.choice(KINDS),
            purpose="Where both sides stand before the autumn, and what could be announced.",
            status=self._chance.choice((Status.CONFIRMED, Status.CONFIRMED, Status.TENTATIVE)),
            venue=f"{'palace' if number % 8 < 4 else 'office'}-{stay}",
            start=self._start(number),
            # One in ten takes longer than its slot, and overlaps with the next.
            minutes=self._chance.choice((20, 30, 30, 30, 40, 40, 40, 45, 45, 60)),
        )

    def _company(self, number: int, stay: int) -> Iterator[Record]:
        meeting = f"entry-{number}"
        yield Participant(
            id=f"theirs-{number}", meeting=meeting, person=f"host-{stay}", side=Side.THEIRS,
            role=Role.COUNTERPART,
        )  # fmt: skip
        yield Participant(
            id=f"ours-in-{number}", meeting=meeting, position=1, side=Side.OURS,
            role=Role.DELEGATION, person=f"ours-{self._chance.randrange(len(DELEGATION))}",
        )  # fmt: skip
        for position, words in enumerate(("Trade in critical minerals", "Cyber security")):
            yield Topic(
                id=f"topic-{number}-{position}", meeting=meeting, position=position, title=words,
                minutes=10, objective="Agree on a date for the next round.",
            )  # fmt: skip
