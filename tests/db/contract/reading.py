"""The contract of a store: lists, the directory, where people are otherwise, and the journal."""

from dataclasses import replace

import pytest

from planner.conflicts.surroundings import Occupied
from planner.edits import Change, Edit, delete
from planner.errors import RecordNamed, TripUnknown
from planner.journal import Headline
from planner.moments import MINUTE, Moment
from planner.records import (
    Meeting,
    Movement,
    Office,
    Participant,
    Person,
    Place,
    Stop,
    Tenure,
    Trip,
    Venue,
)
from planner.records.words import (
    MeetingKind,
    Mode,
    OfficeOf,
    Response,
    Role,
    Side,
    Status,
    TripStatus,
)
from planner.settings import USUAL_MINUTES
from planner.store import Directory, Store
from tests.db.contract.base import Contract
from tests.db.samples import (
    HOST_AND_ALL,
    INVITED,
    LEADER,
    LONDON,
    MEETING,
    OTHER_TRIP,
    OUR_TRIP,
    PALACE,
    PARIS,
    SALON,
    STOP,
    TRIP,
    WING,
    at,
    plan,
)

FLIGHT = Movement(id="flight", trip="trip", mode=Mode.RAIL, depart=at(6), arrive=at(8, 45))


class ReadingContract(Contract):
    """What is read says what was written."""

    @pytest.mark.usefixtures("planned")
    def test_a_trip_that_is_not_there_is_unknown(self, store: Store) -> None:
        for name in ("nowhere", "", "TRIP", "tri", "trip "):
            with pytest.raises(TripUnknown):
                store.load(name)

    def test_an_empty_store_has_nothing(self, store: Store) -> None:
        assert store.trips() == ()
        assert store.directory() == Directory((), (), (), ())
        assert (store.since(0), store.history(), store.history("trip")) == ((), (), ())

    def test_a_line_of_the_list_says_who_where_when_and_how_much(self, store: Store) -> None:
        entry = store.apply(plan(*OUR_TRIP, FLIGHT, replace(MEETING, id="m2")))
        (line,) = store.trips()
        assert entry.position == 1
        assert (line.trip, line.principal, line.cities) == (TRIP, "The Leader", ("Paris",))
        assert (line.start, line.end) == (at(6).instant, at(18).instant)
        assert (line.meetings, line.movements) == (2, 1)

    @pytest.mark.parametrize(
        ("records", "start", "end"),
        [
            ((), None, None),
            ((replace(MEETING, stop=None, start=None),), None, None),
            ((replace(MEETING, stop=None),), at(12, 30), at(14)),
            ((replace(MEETING, stop=None, minutes=None),), at(12, 30), at(12, 30)),
            ((FLIGHT,), at(6), at(8, 45)),
            ((replace(FLIGHT, arrive=None),), at(6), at(6)),
            ((replace(FLIGHT, depart=None),), at(8, 45), at(8, 45)),
            ((STOP,), at(9), at(18)),
            ((replace(STOP, depart=None),), at(9), at(9)),
            ((FLIGHT, STOP, MEETING), at(6), at(18)),
        ],
    )
    def test_a_trip_lasts_from_its_first_hour_to_its_last(
        self,
        store: Store,
        records: tuple[Meeting | Movement | Stop, ...],
        start: Moment | None,
        end: Moment | None,
    ) -> None:
        store.apply(plan(LEADER, TRIP, *records))
        (line,) = store.trips()
        assert line.start == (start and start.instant)
        assert line.end == (end and end.instant)

    def test_trips_come_by_their_first_hour_and_those_without_last(self, store: Store) -> None:
        def trip(name: str, day: int | None) -> tuple[Trip | Stop, ...]:
            record = replace(TRIP, id=name, title=name, short_name=name)
            stop = replace(STOP, id=f"{name} stop", trip=name, depart=None)
            arrive = at(9, day=day) if day else None
            return record, replace(stop, arrive=arrive)

        days = {"b": None, "late": 20, "early": 3, "a": None, "same": 20}
        store.apply(plan(LEADER, *(each for name, day in days.items() for each in trip(name, day))))
        names = [line.trip.id for line in store.trips()]
        assert names == ["early", "late", "same", "a", "b"]

    def test_cities_come_in_the_order_of_the_journey(self, store: Store) -> None:
        bonn = Place("Bonn", "DE", "Europe/Berlin")
        rome = Place("Rome", "IT", "Europe/Rome")
        stops = (
            Stop(id="1", trip="trip", place=rome, arrive_on=at(9, day=18).date),
            Stop(id="2", trip="trip", place=LONDON, arrive=at(20, day=18)),
            Stop(id="3", trip="trip", place=PARIS, depart=at(9, day=17)),
            Stop(id="4", trip="trip", place=bonn, position=1),
            Stop(id="5", trip="trip", place=rome, position=2),
        )
        store.apply(plan(LEADER, TRIP, *reversed(stops)))
        (line,) = store.trips()
        assert line.cities == tuple(stop.place.city for stop in store.load("trip").stops)
        assert line.cities == ("Paris", "Rome", "London", "Bonn", "Rome")

    def test_the_directory_lists_everybody_and_every_place_by_name(self, store: Store) -> None:
        people = [Person(id=str(number), name=name) for number, name in enumerate("CAB")]
        offices = [
            Office(id=f"o{name}", title=name, of_kind=OfficeOf.COMPANY, of="X") for name in "ZY"
        ]
        tenure = Tenure(id="t", person="1", office="oY")
        store.apply(plan(*people, *offices, tenure, PALACE, WING, SALON))
        directory = store.directory()
        assert [person.name for person in directory.people] == ["A", "B", "C"]
        assert [office.title for office in directory.offices] == ["Y", "Z"]
        assert directory.tenures == (tenure,)
        assert directory.venues == (PALACE, SALON, WING)
        assert directory.venues[0] == Venue(id="palace", name="Palace", place=PARIS)

    def test_history_is_newest_first_and_as_long_as_is_asked(self, store: Store) -> None:
        store.apply(plan(LEADER))
        store.apply(plan(TRIP))
        store.apply(plan(*OTHER_TRIP))
        assert [entry.position for entry in store.history()] == [3, 2, 1]
        assert [entry.position for entry in store.history(limit=2)] == [3, 2]
        assert [entry.position for entry in store.history("trip")] == [2]
        assert [entry.position for entry in store.history("nowhere")] == []

    def test_the_last_change_of_a_trip_is_what_its_history_begins_with(self, store: Store) -> None:
        assert store.last_change("trip") is None
        store.apply(plan(LEADER))
        store.apply(plan(TRIP))
        store.apply(plan(*OTHER_TRIP))
        headline, entry = store.last_change("trip"), store.history("trip")[0]
        assert headline == Headline(entry.at, entry.author, entry.edit.label)

    @pytest.mark.usefixtures("planned")
    def test_what_is_deep_inside_a_trip_is_in_its_history(self, store: Store) -> None:
        store.apply(plan(*HOST_AND_ALL, INVITED))
        topic = store.load("trip").topics_of("meeting")[0]
        store.apply(Edit("Agreed", (Change(topic, replace(topic, lead="Anna")),)))
        store.apply(Edit("Uninvited", delete(INVITED)))
        store.apply(Edit("Verified", (Change(LEADER, replace(LEADER, diet="none")),)))
        assert [entry.position for entry in store.history("trip")] == [4, 3, 2, 1]

    def test_since_returns_what_was_applied_later_oldest_first(
        self, store: Store, colleague: Store
    ) -> None:
        first = store.apply(plan(LEADER))
        second = colleague.apply(plan(TRIP))
        with pytest.raises(RecordNamed):
            store.undo()
        assert tuple(store.since(0)) == (first, second)
        assert tuple(store.since(1)) == (second,)
        assert tuple(store.since(2)) == tuple(store.since(99)) == ()

    def test_a_trip_is_brought_up_to_date_by_what_was_applied_since(
        self, store: Store, colleague: Store
    ) -> None:
        store.apply(plan(*OUR_TRIP))
        seen = store.load("trip")
        colleague.apply(plan(*HOST_AND_ALL))
        colleague.apply(plan(INVITED))
        store.apply(plan(*OTHER_TRIP))
        colleague.undo("trip")
        for entry in store.since(seen.position):
            seen = seen.after(entry.edit, entry.position)
        assert seen == store.load("trip")


OTHERS = Trip(id="theirs", title="Theirs", short_name="theirs", principal="leader", home=PARIS)
THERE = Meeting(
    id="there",
    trip="theirs",
    title="Audience",
    kind=MeetingKind.AUDIENCE,
    status=Status.CONFIRMED,
    start=at(10),
    minutes=20,
)
IN_THERE = replace(INVITED, id="in there", meeting="there")
TRAIN = replace(FLIGHT, id="train", trip="theirs", status=Status.CONFIRMED)
ON_TRAIN = Participant(
    id="on", movement="train", person="host", side=Side.THEIRS, role=Role.DELEGATION
)


def taken(start: Moment, minutes: int, entry: str = "Audience", *, firm: bool = True) -> Occupied:
    """Return when the host is taken by the other trip."""
    begin = start.instant
    return Occupied("host", begin, begin + minutes * MINUTE, "Theirs", entry, firm)


class ElsewhereContract(Contract):
    """Where the people of a trip are by other trips."""

    @pytest.mark.parametrize(
        ("trip", "meeting", "expected"),
        [
            (OTHERS, THERE, [taken(at(10), 20)]),
            (OTHERS, replace(THERE, status=Status.HELD), [taken(at(10), 20)]),
            (OTHERS, replace(THERE, status=Status.PROPOSED), [taken(at(10), 20, firm=False)]),
            (
                OTHERS,
                replace(THERE, minutes=None),
                [taken(at(10), USUAL_MINUTES[MeetingKind.AUDIENCE], firm=False)],
            ),
            (OTHERS, replace(THERE, start=None), []),
            (OTHERS, replace(THERE, informational=True), []),
            *(
                (OTHERS, replace(THERE, status=status), [])
                for status in (
                    Status.CANCELLED,
                    Status.DECLINED,
                    Status.POSTPONED,
                    Status.SUPERSEDED,
                )
            ),
            (replace(OTHERS, status=TripStatus.CANCELLED), THERE, []),
        ],
    )
    @pytest.mark.usefixtures("planned")
    def test_a_meeting_of_another_trip_takes_who_is_in_it(
        self, store: Store, trip: Trip, meeting: Meeting, expected: list[Occupied]
    ) -> None:
        store.apply(plan(*HOST_AND_ALL, INVITED, trip, meeting, IN_THERE))
        found = store.around(store.load("trip")).elsewhere
        assert found == ({"host": tuple(expected)} if expected else {})

    @pytest.mark.parametrize(
        ("movement", "expected"),
        [
            (TRAIN, [taken(at(6), 165, "rail")]),
            (replace(TRAIN, status=Status.TENTATIVE), [taken(at(6), 165, "rail", firm=False)]),
            (replace(TRAIN, status=Status.CANCELLED), []),
            (replace(TRAIN, arrive=None), []),
        ],
    )
    @pytest.mark.usefixtures("planned")
    def test_a_movement_of_another_trip_takes_who_is_on_it(
        self, store: Store, movement: Movement, expected: list[Occupied]
    ) -> None:
        store.apply(plan(*HOST_AND_ALL, INVITED, OTHERS, movement, ON_TRAIN))
        found = store.around(store.load("trip")).elsewhere
        assert found == ({"host": tuple(expected)} if expected else {})

    @pytest.mark.usefixtures("planned")
    def test_who_declined_elsewhere_is_not_taken_there(self, store: Store) -> None:
        declined = replace(IN_THERE, response=Response.DECLINED)
        store.apply(plan(*HOST_AND_ALL, INVITED, OTHERS, THERE, declined))
        assert store.around(store.load("trip")).elsewhere == {}

    @pytest.mark.usefixtures("planned")
    def test_who_leads_another_trip_is_taken_by_it(self, store: Store) -> None:
        theirs = replace(OTHERS, principal="host")
        store.apply(plan(*HOST_AND_ALL, INVITED, theirs, THERE, TRAIN))
        both = (taken(at(6), 165, "rail"), taken(at(10), 20))
        assert store.around(store.load("trip")).elsewhere == {"host": both}

    @pytest.mark.usefixtures("planned")
    def test_only_other_trips_and_only_people_of_this_one_count(self, store: Store) -> None:
        store.apply(plan(*HOST_AND_ALL, OTHERS, THERE, IN_THERE, TRAIN, ON_TRAIN))
        assert store.around(store.load("trip")).elsewhere == {}
        store.apply(plan(INVITED))
        both = (taken(at(6), 165, "rail"), taken(at(10), 20))
        assert store.around(store.load("trip")).elsewhere == {"host": both}
        mine = {"host": (Occupied("host", *_hours(MEETING), "Paris", "Working lunch", False),)}
        assert store.around(store.load("theirs")).elsewhere == mine


def _hours(meeting: Meeting) -> tuple[int, int]:
    start = meeting.start.instant if meeting.start else 0
    return start, start + (meeting.minutes or 0) * MINUTE
