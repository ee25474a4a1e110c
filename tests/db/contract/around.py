"""The contract of a store: the other trips of a principal, and what earlier ones left open."""

from dataclasses import replace
from datetime import date

import pytest

from planner.conflicts.surroundings import Commitment, OtherTrip
from planner.edits import Change, Edit
from planner.moments import Moment
from planner.records import (
    FollowUp,
    Meeting,
    Movement,
    Office,
    Outcome,
    Participant,
    Person,
    Record,
    Stop,
    Trip,
)
from planner.records.words import (
    FollowUpState,
    MeetingKind,
    Mode,
    OfficeOf,
    OutcomeKind,
    Response,
    Role,
    Side,
    Status,
    TripStatus,
)
from planner.store import Store
from tests.db.contract.base import Contract
from tests.db.samples import (
    HOST,
    HOST_AND_ALL,
    LEADER,
    LONDON,
    PARIS,
    PRESIDENCY,
    TENURE,
    TRIP,
    at,
    plan,
)

BONN = Trip(id="bonn", title="Bonn", short_name="bonn", principal="leader", home=LONDON)
STAY = Stop(id="bonn stop", trip="bonn", place=PARIS, arrive=at(9, day=10), depart=at(18, day=11))
TALKS = Meeting(
    id="talks",
    trip="bonn",
    title="Talks",
    kind=MeetingKind.BILATERAL,
    start=at(10, day=10),
    minutes=60,
)
FLIGHT = Movement(
    id="bonn flight", trip="bonn", mode=Mode.RAIL, depart=at(6, day=10), arrive=at(8, day=10)
)


def at_home(day: int, hour: int = 0) -> Moment:
    return at(hour, day=day, place=LONDON)


def days(first: int | None, last: int | None) -> Trip:
    """Return the trip to Bonn with a window of days in March."""
    earliest, latest = (date(2025, 3, day) if day else None for day in (first, last))
    return replace(BONN, earliest=earliest, latest=latest)


class OtherTripsContract(Contract):
    """The other trips of the same principal, each from its first instant to its last."""

    @pytest.mark.parametrize(
        ("records", "start", "end"),
        [
            ((STAY,), at(9, day=10), at(18, day=11)),
            ((replace(STAY, depart=None),), at(9, day=10), at(9, day=10)),
            ((replace(STAY, arrive=None),), at(18, day=11), at(18, day=11)),
            ((TALKS,), at(10, day=10), at(11, day=10)),
            ((replace(TALKS, minutes=None),), at(10, day=10), at(10, day=10)),
            ((replace(TALKS, minutes=-60),), at(10, day=10), at(10, day=10)),
            ((FLIGHT,), at(6, day=10), at(8, day=10)),
            ((replace(FLIGHT, depart=None),), at(8, day=10), at(8, day=10)),
            ((STAY, TALKS, FLIGHT), at(6, day=10), at(18, day=11)),
        ],
    )
    @pytest.mark.usefixtures("planned")
    def test_another_trip_lasts_from_its_first_hour_to_its_last(
        self, store: Store, records: tuple[Record, ...], start: Moment, end: Moment
    ) -> None:
        store.apply(plan(days(1, 31), *records))
        found = store.around(store.load("trip")).trips
        assert found == (self._bonn(start, end),)

    @pytest.mark.parametrize(
        ("status", "counts"),
        [
            (Status.PROPOSED, True),
            (Status.HELD, True),
            (Status.CANCELLED, False),
            (Status.DECLINED, False),
            (Status.POSTPONED, False),
            (Status.SUPERSEDED, False),
        ],
    )
    @pytest.mark.usefixtures("planned")
    def test_what_fell_away_makes_no_trip_longer(
        self, store: Store, status: Status, counts: bool
    ) -> None:
        late = replace(TALKS, start=at(20, day=12), status=status)
        early = replace(FLIGHT, depart=at(6, day=9), status=status)
        store.apply(plan(BONN, STAY, late, early))
        hours = (at(6, day=9), at(21, day=12)) if counts else (at(9, day=10), at(18, day=11))
        assert store.around(store.load("trip")).trips == (self._bonn(*hours),)

    @pytest.mark.usefixtures("planned")
    def test_what_only_stands_in_the_programme_makes_no_trip_longer(self, store: Store) -> None:
        store.apply(plan(BONN, STAY, replace(TALKS, start=at(9, day=1), informational=True)))
        (bonn,) = store.around(store.load("trip")).trips
        assert bonn.start == at(9, day=10).instant

    @pytest.mark.parametrize(
        ("records", "start", "end"),
        [
            ((days(10, 11),), at_home(10), at_home(12)),
            ((days(10, None),), at_home(10), at_home(11)),
            ((days(None, 11),), at_home(11), at_home(12)),
            ((days(11, 10),), at_home(10), at_home(12)),
            (
                (days(1, 31), replace(STAY, arrive=None, depart=None, arrive_on=date(2025, 3, 10))),
                at_home(10),
                at_home(11),
            ),
            (
                (BONN, replace(TALKS, start=None, day=date(2025, 3, 10))),
                at_home(10),
                at_home(11),
            ),
            (
                (BONN, replace(FLIGHT, depart=None, arrive=None, day=date(2025, 3, 10))),
                at_home(10),
                at_home(11),
            ),
            (
                (BONN, TALKS, replace(STAY, arrive=None, depart=None, depart_on=date(2025, 3, 12))),
                at(10, day=10),
                at_home(13),
            ),
            (
                (BONN, TALKS, replace(STAY, arrive=None, arrive_on=date(2025, 3, 9))),
                at_home(9),
                at(18, day=11),
            ),
            (
                (BONN, TALKS, replace(FLIGHT, depart=None, arrive=None, day=date(2025, 3, 10))),
                at(10, day=10),
                at(11, day=10),
            ),
        ],
    )
    @pytest.mark.usefixtures("planned")
    def test_a_day_without_hours_counts_whole_by_the_clocks_at_home(
        self, store: Store, records: tuple[Record, ...], start: Moment, end: Moment
    ) -> None:
        store.apply(plan(*records))
        assert store.around(store.load("trip")).trips == (self._bonn(start, end),)

    @pytest.mark.parametrize("status", TripStatus)
    @pytest.mark.usefixtures("planned")
    def test_a_trip_counts_unless_it_was_cancelled(self, store: Store, status: TripStatus) -> None:
        store.apply(plan(replace(BONN, status=status), STAY))
        found = store.around(store.load("trip")).trips
        assert [each.status for each in found] == [status] * (status is not TripStatus.CANCELLED)

    @pytest.mark.usefixtures("planned")
    def test_trips_of_others_and_those_without_a_date_are_left_out(self, store: Store) -> None:
        theirs = replace(BONN, id="theirs", principal="host")
        store.apply(plan(BONN, HOST, theirs, replace(STAY, trip="theirs")))
        assert store.around(store.load("trip")).trips == ()
        assert [each.id for each in store.around(store.load("bonn")).trips] == ["trip"]

    @pytest.mark.usefixtures("planned")
    def test_trips_come_in_order(self, store: Store) -> None:
        days_of = {"b": 20, "late": 25, "early": 3, "a": 20}
        for name, day in days_of.items():
            record = replace(BONN, id=name, earliest=date(2025, 3, day))
            store.apply(plan(record))
        found = [each.id for each in store.around(store.load("trip")).trips]
        assert found == ["early", "a", "b", "late"]

    def _bonn(self, start: Moment, end: Moment) -> OtherTrip:
        return OtherTrip("bonn", "Bonn", TripStatus.PROPOSED, start.instant, end.instant)


OWED = FollowUp(id="owed", trip="bonn", meeting="talks", text="Send the draft")
LED = Participant(id="led", meeting="talks", person="host", side=Side.THEIRS, role=Role.COUNTERPART)
BONN_TALKS: tuple[Record, ...] = (*HOST_AND_ALL, BONN, TALKS, LED)
OTHER = Person(id="other person", name="The Other")
OPEN = Commitment("Send the draft", "Bonn", frozenset({"host"}), frozenset({"FR"}))


class CommitmentsContract(Contract):
    """What earlier trips of the same principal left open, and with whom."""

    @pytest.mark.parametrize("state", FollowUpState)
    @pytest.mark.usefixtures("planned")
    def test_a_follow_up_counts_until_it_is_done_or_dropped(
        self, store: Store, state: FollowUpState
    ) -> None:
        store.apply(plan(*BONN_TALKS, replace(OWED, state=state)))
        is_open = state in (FollowUpState.OPEN, FollowUpState.IN_PROGRESS)
        assert store.around(store.load("trip")).commitments == (OPEN,) * is_open

    @pytest.mark.parametrize(
        ("records", "people", "countries"),
        [
            ((LED,), "host", "FR"),
            ((replace(LED, role=Role.PRINCIPAL, side=Side.THIRD),), "host", "FR"),
            ((replace(LED, role=Role.DELEGATION),), "", ""),
            ((replace(LED, side=Side.OURS),), "", ""),
            ((replace(LED, response=Response.DECLINED),), "", ""),
            ((replace(LED, person=None, words="The President"),), "", ""),
            ((LED, OTHER, replace(LED, id="l2", person=OTHER.id)), "host, other person", "FR"),
            ((LED, OTHER, replace(OWED, counterpart=OTHER.id)), "other person", ""),
            ((replace(OWED, counterpart="host"),), "host", "FR"),
            ((replace(OWED, meeting=None, counterpart="host"),), "host", "FR"),
            ((LED, replace(OWED, meeting=None)), "", ""),
        ],
    )
    @pytest.mark.usefixtures("planned")
    def test_it_is_with_its_counterpart_else_with_those_who_led_the_other_side(
        self, store: Store, records: tuple[Record, ...], people: str, countries: str
    ) -> None:
        known = {each.id: each for each in (*HOST_AND_ALL, BONN, TALKS, OWED)}
        given = {each.id: each for each in records}
        told = [given.pop(key, each) for key, each in known.items() if key != "owed"]
        owed = given.pop("owed", OWED)
        store.apply(plan(*told, *given.values(), owed))
        found = [
            (", ".join(sorted(each.people)), ", ".join(sorted(each.countries)))
            for each in store.around(store.load("trip")).commitments
        ]
        assert found == ([(people, countries)] if people else [])

    @pytest.mark.usefixtures("planned")
    def test_it_is_of_the_meeting_of_its_outcome_where_it_names_none(self, store: Store) -> None:
        agreed = Outcome(
            id="agreed", trip="bonn", meeting="talks", kind=OutcomeKind.DECISION, text="A draft"
        )
        store.apply(plan(*BONN_TALKS, agreed, replace(OWED, meeting=None, outcome="agreed")))
        assert store.around(store.load("trip")).commitments == (OPEN,)

    @pytest.mark.parametrize(
        ("since", "until", "countries"),
        [
            (None, None, "FR"),
            (date(2025, 3, 10), None, "FR"),
            (date(2025, 3, 11), None, ""),
            (None, date(2025, 3, 10), "FR"),
            (None, date(2025, 3, 9), ""),
        ],
    )
    @pytest.mark.usefixtures("planned")
    def test_their_states_are_those_they_were_there_for_on_the_day(
        self, store: Store, since: date | None, until: date | None, countries: str
    ) -> None:
        tenure = replace(TENURE, since=since, until=until)
        records = [tenure if each == TENURE else each for each in BONN_TALKS]
        store.apply(plan(*records, OWED))
        (found,) = store.around(store.load("trip")).commitments
        assert found.countries == ({countries} if countries else set())

    @pytest.mark.parametrize("kind", [OfficeOf.ORGANISATION, OfficeOf.PROVINCE, OfficeOf.COMPANY])
    @pytest.mark.usefixtures("planned")
    def test_an_office_of_no_state_has_no_country(self, store: Store, kind: OfficeOf) -> None:
        of_none: Office = replace(PRESIDENCY, of_kind=kind)
        records = [of_none if each == PRESIDENCY else each for each in BONN_TALKS]
        store.apply(plan(*records, OWED))
        (found,) = store.around(store.load("trip")).commitments
        assert found == replace(OPEN, countries=frozenset())

    @pytest.mark.parametrize(
        ("ends", "is_earlier"),
        [(at(9), True), (at(9, 1), False), (at(9, day=20), False)],
    )
    @pytest.mark.usefixtures("planned")
    def test_a_trip_is_earlier_that_ended_before_this_one_begins(
        self, store: Store, ends: Moment, is_earlier: bool
    ) -> None:
        store.apply(plan(*BONN_TALKS, replace(STAY, depart=ends), OWED))
        assert store.around(store.load("trip")).commitments == (OPEN,) * is_earlier
        assert store.around(store.load("bonn")).commitments == ()

    def test_a_trip_without_any_date_comes_after_all_that_have_one(self, store: Store) -> None:
        undated = replace(BONN, id="undated", title="Undated")
        owed = replace(OWED, id="never", trip="undated", meeting=None, counterpart="host")
        store.apply(plan(LEADER, TRIP, *BONN_TALKS, OWED, undated, owed))
        assert store.around(store.load("trip")).commitments == (OPEN,)

    @pytest.mark.usefixtures("planned")
    def test_what_a_cancelled_trip_or_that_of_another_left_open_is_not_ours(
        self, store: Store
    ) -> None:
        store.apply(plan(*BONN_TALKS, OWED))
        cancelled = replace(BONN, status=TripStatus.CANCELLED)
        store.apply(Edit("Cancelled", (Change(BONN, cancelled),)))
        assert store.around(store.load("trip")).commitments == ()
        theirs = replace(BONN, principal="host")
        store.apply(Edit("Theirs", (Change(cancelled, theirs),)))
        assert store.around(store.load("trip")).commitments == ()

    @pytest.mark.usefixtures("planned")
    def test_those_of_the_first_trip_come_first(self, store: Store) -> None:
        rome = replace(BONN, id="rome", title="Rome", earliest=date(2025, 3, 1))
        later = replace(OWED, id="a", text="Answer the letter")
        first = replace(OWED, id="z", trip="rome", meeting=None, counterpart="host", text="Visit")
        store.apply(plan(*BONN_TALKS, rome, OWED, later, first))
        found = [each.text for each in store.around(store.load("trip")).commitments]
        assert found == ["Visit", "Answer the letter", "Send the draft"]
