"""Which records belong to a trip."""

from dataclasses import replace

import pytest

from planner.itinerary.closure import OWNED, closure, named, table
from planner.records import (
    KINDS,
    FollowUp,
    Meeting,
    Office,
    Participant,
    Person,
    Record,
    Stop,
    Tenure,
    Topic,
    TravelTime,
    Trip,
    Unavailability,
    Venue,
    Wording,
)
from planner.records.shape import shape_of
from planner.records.words import OfficeOf, Role, Side
from tests.planner.journeys import JOURNEY, LUNCH, PARIS, TRIP, in_paris
from tests.planner.records_strategies import whole_trip

OTHER = replace(TRIP, id="other", principal="starmer")
NOBODY = Person(id="nobody", name="Nobody")
SUITE = Venue(id="suite", name="Suite", place=PARIS, parent="floor")
FLOOR = Venue(id="floor", name="Floor", place=PARIS, parent="hotel")
HOTEL = Venue(id="hotel", name="Hotel", place=PARIS)
INVITED = Participant(
    id="p", meeting="lunch", person="nobody", side=Side.THEIRS, role=Role.COUNTERPART
)


def kept(*records: Record, trip: str = "trip") -> set[str]:
    """Return the ids of those of the records that belong to a trip."""
    tables: dict[type[Record], dict[str, Record]] = {}
    for record in records:
        tables.setdefault(type(record), {})[record.id] = record
    closed = closure(tables, trip)
    assert set(closed) == set(KINDS)
    return {record_id for table in closed.values() for record_id in table}


def with_journey(*records: Record) -> set[str]:
    """Return what records add to the journey."""
    return kept(*JOURNEY, *records) - {record.id for record in JOURNEY}


def test_a_whole_trip_belongs_to_itself() -> None:
    assert kept(*whole_trip(), trip="trip-1") == {record.id for record in whole_trip()}
    assert kept(*JOURNEY) == {record.id for record in JOURNEY}


def test_nothing_belongs_to_a_trip_that_is_not_there() -> None:
    assert kept(*JOURNEY, trip="nowhere") == set()


@pytest.mark.parametrize("kind", OWNED)
def test_what_names_a_trip_belongs_to_that_trip_alone(kind: type[Record]) -> None:
    assert "trip" in {field.name for field in shape_of(kind).fields}
    whole = next(record for record in whole_trip() if type(record) is kind)
    here = replace(whole, trip="trip")  # type: ignore[call-arg] # it has one
    there = replace(whole, id="there", trip="other")  # type: ignore[call-arg] # it has one
    assert with_journey(OTHER, here, there) == {whole.id}


def test_every_kind_that_names_its_trip_is_owned() -> None:
    names = [kind for kind in KINDS if "trip" in {f.name for f in shape_of(kind).fields}]
    assert tuple(names) == OWNED


def test_topics_and_participants_follow_their_meeting_or_movement() -> None:
    elsewhere = replace(LUNCH, id="elsewhere", trip="other")
    topic = Topic(id="t", meeting="lunch", position=1, title="Trade")
    on_board = replace(INVITED, id="on", meeting=None, movement="crossing", person=None)
    assert with_journey(
        OTHER,
        elsewhere,
        topic,
        replace(topic, id="t2", meeting="elsewhere"),
        replace(INVITED, person=None),
        replace(INVITED, id="p2", person=None, meeting="elsewhere"),
        on_board,
    ) == {"t", "p", "on"}


@pytest.mark.parametrize(
    "naming",
    [
        INVITED,
        replace(INVITED, meeting=None, movement="crossing"),
        FollowUp(id="f", trip="trip", text="Write", counterpart="nobody"),
        replace(TRIP, accompanying=("starmer", "nobody")),
        replace(TRIP, principal="nobody"),
    ],
)
def test_who_is_named_belongs_with_tenures_their_offices_and_absences(naming: Record) -> None:
    office = Office(id="o", title="Envoy", of_kind=OfficeOf.STATE, of="FR")
    company: tuple[Record, ...] = (
        NOBODY,
        office,
        Tenure(id="t", person="nobody", office="o"),
        Tenure(id="before", person="nobody", office="o", since=None),
        Unavailability(id="u", person="nobody", start=in_paris("09:00"), end=in_paris("10:00")),
    )
    journey = [record for record in JOURNEY if record.id != naming.id]
    names = {record.id for record in company}
    assert kept(*journey, *company, naming) >= names
    assert not kept(*JOURNEY, *company) & names


def test_an_office_without_a_holder_on_the_trip_is_left_out() -> None:
    office = Office(id="o", title="Envoy", of_kind=OfficeOf.STATE, of="FR")
    assert with_journey(office, NOBODY, Tenure(id="t", person="nobody", office="o")) == set()


@pytest.mark.parametrize(
    "naming",
    [
        replace(LUNCH, venue="suite"),
        replace(LUNCH, accepted_venue="suite"),
        replace(
            next(record for record in JOURNEY if record.id == "crossing"),
            origin_venue="suite",  # type: ignore[call-arg] # it is a movement
        ),
        replace(
            next(record for record in JOURNEY if record.id == "residence"),
            venue="suite",  # type: ignore[call-arg] # it is a lodging
        ),
    ],
)
def test_a_venue_belongs_with_all_that_it_is_part_of(naming: Record) -> None:
    journey = [record for record in JOURNEY if record.id != naming.id]
    assert {"suite", "floor", "hotel"} <= kept(*journey, SUITE, FLOOR, HOTEL, naming)
    part = replace(SUITE, id="part", parent="elysee")
    assert with_journey(part) == set(), "what is part of a venue does not belong with it"


def test_venues_in_a_ring_end() -> None:
    ring = (replace(HOTEL, parent="suite"), FLOOR, SUITE)
    assert kept(*JOURNEY, *ring, replace(LUNCH, venue="floor")) >= {"suite", "floor", "hotel"}


def test_a_travel_time_belongs_where_both_its_ends_do() -> None:
    way = TravelTime(id="w", origin="orly", destination="elysee", minutes=30)
    assert with_journey(
        HOTEL,
        way,
        replace(way, id="from", origin="hotel"),
        replace(way, id="to", destination="hotel"),
    ) == {"w"}


def test_a_wording_belongs_with_its_record_whatever_that_is() -> None:
    def wording(record: str) -> Wording:
        return Wording(id=f"of {record}", record=record, field="title", language="fr", text="x")

    for record in JOURNEY:
        assert with_journey(wording(record.id)) == {f"of {record.id}"}
    assert with_journey(NOBODY, wording("nobody"), wording("of trip"), wording("gone")) == set()


@pytest.mark.parametrize(
    ("records", "kind", "ids"),
    [
        ([], "person", set()),
        ([TRIP], "person", {"carney"}),
        ([replace(TRIP, accompanying=("b", "c", "b"))], "person", {"carney", "b", "c"}),
        ([TRIP, INVITED, replace(INVITED, person=None)], "person", {"carney", "nobody"}),
        ([LUNCH, replace(LUNCH, accepted_venue="x")], "venue", {"elysee", "x"}),
        ([LUNCH], "stop", {"paris"}),
        ([LUNCH], "person", set()),
        ([HOTEL], "venue", set()),
    ],
)
def test_what_records_name_is_found_by_kind(
    records: list[Record], kind: str, ids: set[str]
) -> None:
    assert named(records, kind) == ids


def test_a_kind_without_records_is_an_empty_table() -> None:
    assert table({}, Meeting) == {}
    stop = Stop(id="s", trip="trip", place=PARIS)
    assert table({Stop: {"s": stop}}, Stop) == {"s": stop}
    assert table({Stop: {"s": stop}}, Trip) == {}
