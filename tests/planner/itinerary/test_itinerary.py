"""The view of one trip: what is in it, in which order, and how it follows edits."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.edits import Change, Edit, create, delete, rely_on
from planner.errors import TripUnknown
from planner.itinerary import Itinerary
from planner.itinerary.entries import FALLEN_AWAY, FIRM, end_of, entries_of, entry_of
from planner.moments import Moment
from planner.records import (
    FollowUp,
    Lodging,
    Meeting,
    Movement,
    Outcome,
    Participant,
    Person,
    Record,
    Stop,
    Tenure,
    Topic,
    Trip,
    Unavailability,
    Venue,
)
from planner.records.words import OutcomeKind, PartOfDay, Role, Side, Status
from tests.laws import tried
from tests.planner.journeys import (
    CEREMONY,
    CROSSING,
    FLIGHT_OUT,
    JOURNEY,
    LONDON,
    LUNCH,
    NATO_CALL,
    PARIS,
    STARMER,
    TRIP,
    in_london,
    in_paris,
    journey,
)
from tests.planner.records_strategies import trips

MONDAY, TUESDAY = date(2025, 3, 17), date(2025, 3, 18)
ENVOY = Person(id="envoy", name="The Envoy")
ENVOY_S_LEAVE = Unavailability(
    id="leave", person="envoy", start=in_paris("09:00"), end=in_paris("10:00")
)
INVITED = Participant(
    id="invited", meeting="lunch", person="envoy", side=Side.THEIRS, role=Role.DELEGATION
)


def ids(records: Iterable[Record]) -> list[str]:
    """Return the ids of records, in their order."""
    return [record.id for record in records]


def test_an_itinerary_is_of_one_trip() -> None:
    assert journey().trip == TRIP
    assert set(journey().records) == set(JOURNEY)
    with pytest.raises(TripUnknown):
        Itinerary("nowhere", {Trip: {"trip": TRIP}})


def test_two_with_the_same_records_at_the_same_position_are_equal() -> None:
    assert journey() == Itinerary.of(reversed(JOURNEY))
    assert journey() != journey(without=frozenset({"nato-call"}))
    assert journey() != Itinerary.of(JOURNEY, 1)
    assert journey() != "journey"
    with pytest.raises(TypeError):
        hash(journey())


@given(trips(), st.randoms(use_true_random=False))
@tried(10)
def test_the_order_in_which_records_come_makes_no_difference(
    records: tuple[Record, ...], random: Random
) -> None:
    shuffled = random.sample(records, len(records))
    one, other = Itinerary.of(records), Itinerary.of(shuffled)
    assert one == other
    for name in ("stops", "movements", "meetings", "entries", "unplaced", "lodgings", "follow_ups"):
        assert getattr(one, name) == getattr(other, name)


def test_records_are_found_by_kind_and_by_id() -> None:
    itinerary = journey()
    assert itinerary.get(Meeting, "lunch") == LUNCH
    assert itinerary.get(Movement, "lunch") is None
    assert itinerary.get(Meeting, None) is itinerary.get(Meeting, "") is None
    assert itinerary.find("crossing") == CROSSING
    assert itinerary.find("nowhere") is None
    assert itinerary.all(Stop).keys() == {"paris", "london"}
    assert itinerary.all(Unavailability) == {}
    assert itinerary.person("macron") == Person(id="macron", name="Emmanuel Macron")
    assert itinerary.person(None) is None
    assert itinerary.venue(None) is itinerary.venue("macron") is None
    assert itinerary.venue("orly") == itinerary.get(Venue, "orly")


def test_who_is_met_is_the_first_counterpart_of_the_other_side() -> None:
    ours = replace(INVITED, side=Side.OURS, role=Role.COUNTERPART, position=-1)
    staff = replace(INVITED, id="staff", position=-1)
    itinerary = Itinerary.of((*JOURNEY, ENVOY, ours, staff))
    lead = itinerary.lead_counterpart("lunch")
    assert lead is not None
    assert lead.id == "macron-lunch"
    third = replace(INVITED, id="third", side=Side.THIRD, role=Role.COUNTERPART, position=-1)
    assert Itinerary.of((*JOURNEY, ENVOY, third)).lead_counterpart("lunch") == third
    assert itinerary.lead_counterpart("ceremony") is itinerary.lead_counterpart("paris") is None


def test_what_belongs_to_an_entry_comes_in_order() -> None:
    others = [replace(INVITED, id=name, position=at) for name, at in (("z", 1), ("a", 2), ("b", 2))]
    on_board = replace(INVITED, id="on", meeting=None, movement="crossing")
    text = "Agreed"
    of_trip = Outcome(id="of-trip", trip="trip", kind=OutcomeKind.DECISION, text=text)
    first = replace(of_trip, id="first", meeting="lunch", position=-1)
    itinerary = Itinerary.of((*JOURNEY, ENVOY, *reversed(others), on_board, of_trip, first))
    assert ids(itinerary.participants_of("lunch")) == ["macron-lunch", "z", "a", "b"]
    assert ids(itinerary.participants_of("crossing")) == ["on"]
    assert itinerary.participants_of("ceremony") == itinerary.participants_of("nowhere") == ()
    assert ids(itinerary.topics_of("starmer-meeting")) == ["trade", "cyber", "tariffs"]
    assert itinerary.topics_of("lunch") == ()
    assert ids(itinerary.outcomes_of("lunch")) == ["first", "partnership"]
    assert itinerary.outcomes_of(None) == (of_trip,)
    assert itinerary.outcomes_of("ceremony") == ()
    assert ids(itinerary.tenures_of("macron")) == ["macron-president"]
    assert itinerary.tenures_of("carney") == ()


def test_follow_ups_come_by_their_due_date_and_those_without_last() -> None:
    def follow_up(name: str, due: date | None, text: str = "b") -> FollowUp:
        return FollowUp(id=name, trip="trip", text=text, due=due)

    due = [
        follow_up("1", None),
        follow_up("2", TUESDAY),
        follow_up("3", MONDAY),
        follow_up("4", TUESDAY, "a"),
        follow_up("5", date(999, 1, 1)),
        follow_up("6", None, "a"),
    ]
    assert ids(Itinerary.of((TRIP, *due)).follow_ups) == ["5", "3", "4", "2", "6", "1"]


def test_lodgings_come_in_the_order_of_their_stops() -> None:
    def lodging(name: str, stop: str) -> Lodging:
        return Lodging(id=name, trip="trip", stop=stop, name=name)

    itinerary = Itinerary.of(
        (*JOURNEY, lodging("b", "paris"), lodging("a", "paris"), lodging("z", "gone"))
    )
    assert ids(itinerary.lodgings) == ["a", "b", "residence", "z"]


@pytest.mark.parametrize(
    ("stops", "expected"),
    [
        ({"a": {"arrive": in_paris("09:00", 18)}, "b": {"arrive": in_paris("09:00")}}, "ba"),
        ({"a": {"arrive": in_london("09:00")}, "b": {"arrive": in_paris("09:30")}}, "ba"),
        ({"a": {"depart": in_paris("09:00")}, "b": {"arrive": in_paris("08:00")}}, "ba"),
        ({"a": {"arrive_on": TUESDAY}, "b": {"depart_on": MONDAY}}, "ba"),
        ({"a": {"arrive_on": MONDAY}, "b": {"arrive": in_paris("08:00")}}, "ba"),
        ({"b": {"arrive_on": MONDAY}, "a": {"arrive": in_paris("20:00")}}, "ba"),
        ({"a": {"position": 2}, "b": {"position": 1}}, "ba"),
        ({"a": {"position": 1}, "b": {"arrive_on": TUESDAY, "position": 2}}, "ba"),
        ({"b": {}, "a": {}}, "ab"),
    ],
)
def test_stops_come_by_their_hours_then_days_then_positions(
    stops: dict[str, dict[str, object]], expected: str
) -> None:
    made = [
        replace(Stop(id=name, trip="trip", place=PARIS), **fields)  # type: ignore[arg-type] # any of a stop's
        for name, fields in stops.items()
    ]
    assert "".join(ids(Itinerary.of((TRIP, *made)).stops)) == expected


@pytest.mark.parametrize(
    ("meetings", "expected"),
    [
        ({"a": {"start": in_paris("12:00")}, "b": {"start": in_london("10:30")}}, "ba"),
        ({"a": {"day": TUESDAY}, "b": {"day": MONDAY}}, "ba"),
        ({"a": {"day": MONDAY}, "b": {"start": in_paris("22:00")}}, "ba"),
        (
            {
                part.name[0] + part.name[-1]: {"day": MONDAY, "part_of_day": part}
                for part in reversed(PartOfDay)
            },
            "".join(part.name[0] + part.name[-1] for part in PartOfDay),
        ),
        ({"a": {}, "b": {"day": TUESDAY}}, "ba"),
        ({"b": {}, "a": {}}, "ab"),
    ],
)
def test_meetings_come_by_their_hours_then_days_and_parts_of_day(
    meetings: dict[str, dict[str, object]], expected: str
) -> None:
    made = [
        replace(NATO_CALL, id=name, **fields)  # type: ignore[arg-type] # any of a meeting's
        for name, fields in meetings.items()
    ]
    assert "".join(ids(Itinerary.of((TRIP, *made)).meetings)) == expected


@pytest.mark.parametrize(
    ("movements", "expected"),
    [
        ({"a": {"depart": in_paris("12:00")}, "b": {"depart": in_london("10:30")}}, "ba"),
        ({"a": {"depart": in_paris("12:00")}, "b": {"arrive": in_paris("11:00")}}, "ba"),
        ({"a": {"day": TUESDAY}, "b": {"depart": in_paris("23:30")}}, "ba"),
        ({"a": {}, "b": {"day": TUESDAY}}, "ba"),
    ],
)
def test_movements_come_by_departure_then_arrival_then_day(
    movements: dict[str, dict[str, object]], expected: str
) -> None:
    bare = Movement(id="", trip="trip", mode=CROSSING.mode)
    made = [
        replace(bare, id=name, **fields)  # type: ignore[arg-type] # any of a movement's
        for name, fields in movements.items()
    ]
    assert "".join(ids(Itinerary.of((TRIP, *made)).movements)) == expected


def test_entries_are_what_has_an_hour_in_order_of_start_and_end() -> None:
    assert [entry.id for entry in journey().entries] == [
        "flight-out",
        "lunch",
        "crossing",
        "starmer-meeting",
        "ceremony",
    ]
    short = replace(LUNCH, id="z", minutes=10)
    open_ended = replace(LUNCH, id="y", minutes=None)
    assert [entry.id for entry in entries_of((LUNCH, short, open_ended))] == ["y", "z", "lunch"]
    assert journey().unplaced == (NATO_CALL,)


@pytest.mark.parametrize(
    ("record", "start", "end", "minutes"),
    [
        (LUNCH, in_paris("12:00"), in_paris("13:30"), 90),
        (CEREMONY, in_london("08:30", 18), None, None),
        (replace(LUNCH, minutes=0), in_paris("12:00"), in_paris("12:00"), 0),
        (CROSSING, in_paris("14:30"), in_london("14:40"), 70),
        (replace(CROSSING, arrive=None), in_paris("14:30"), None, None),
        (replace(CROSSING, depart=None), in_london("14:40"), in_london("14:40"), 0),
    ],
)
def test_a_start_without_an_end_is_normal_and_no_end_is_invented(
    record: Meeting | Movement, start: Moment, end: Moment | None, minutes: int | None
) -> None:
    entry = entry_of(record)
    assert entry is not None
    assert (entry.record, entry.start, entry.end, entry.minutes) == (record, start, end, minutes)


def test_what_has_no_hour_is_no_entry() -> None:
    assert entry_of(NATO_CALL) is None
    assert entry_of(replace(NATO_CALL, minutes=20, day=MONDAY)) is None
    assert entry_of(replace(CROSSING, depart=None, arrive=None, day=MONDAY)) is None
    assert end_of(NATO_CALL) is end_of(replace(NATO_CALL, minutes=20)) is None


@pytest.mark.parametrize("status", Status)
def test_an_entry_stands_until_it_falls_away(status: Status) -> None:
    entry = entry_of(replace(LUNCH, status=status))
    assert entry is not None
    assert entry.stands is (status not in FALLEN_AWAY)
    assert entry.is_firm is (status in FIRM)
    assert not (entry.is_firm and not entry.stands)


def test_an_edit_makes_another_itinerary_and_leaves_this_one_alone() -> None:
    before = journey()
    later = replace(LUNCH, start=in_paris("20:00"))
    assert before.entries[1].id == "lunch"
    after = before.after(Edit("Later", (Change(LUNCH, later),)), 7)
    assert before == journey()
    assert (after.position, after.get(Meeting, "lunch")) == (7, later)
    assert [entry.id for entry in after.entries][2:4] == ["starmer-meeting", "lunch"]
    assert after == Itinerary.of((*(r for r in JOURNEY if r.id != "lunch"), later), 7)


def test_a_preview_stays_at_its_position() -> None:
    before = Itinerary.of(JOURNEY, 3)
    assert before.after(Edit("Nothing", ())) == before
    assert before.after(Edit("Cancelled", delete(NATO_CALL))).position == 3


def test_what_is_created_deleted_and_changed_follows() -> None:
    new = replace(LUNCH, id="dinner", start=in_paris("20:00"))
    topic = Topic(id="t", meeting="dinner", position=0, title="Trade")
    after = journey().after(Edit("Dinner", (*create(new, topic), *delete(CEREMONY, NATO_CALL))))
    assert ids(after.meetings) == ["lunch", "starmer-meeting", "dinner"]
    assert after.topics_of("dinner") == (topic,)
    assert after.unplaced == ()


def test_the_changes_of_an_edit_are_made_in_their_order() -> None:
    once, twice = replace(LUNCH, title="Once"), replace(LUNCH, title="Twice")
    changes = (Change(LUNCH, once), Change(once, twice), *delete(NATO_CALL), *create(NATO_CALL))
    after = journey().after(Edit("Twice", changes))
    assert after.get(Meeting, "lunch") == twice
    assert after.get(Meeting, "nato-call") == NATO_CALL


def test_what_is_of_another_trip_is_left_out() -> None:
    other = replace(TRIP, id="other", principal="envoy")
    stranger = replace(LUNCH, id="stranger", trip="other", stop=None)
    topic = Topic(id="t", meeting="stranger", position=0, title="Trade")
    edit = Edit("Other", create(ENVOY, ENVOY_S_LEAVE, other, stranger, topic))
    assert journey().after(edit, 9) == Itinerary.of(JOURNEY, 9)


def test_who_is_brought_along_is_there_while_named_and_then_no_more() -> None:
    invited = journey().after(
        Edit("Invited", (*create(INVITED), *rely_on(ENVOY, ENVOY_S_LEAVE))),
    )
    assert set(invited.records) - set(JOURNEY) == {INVITED, ENVOY, ENVOY_S_LEAVE}
    assert invited.after(Edit("Uninvited", delete(INVITED))) == journey()


def test_another_s_change_of_who_is_named_is_taken_in_and_of_who_is_not_left_out() -> None:
    macron = Person(id="macron", name="Emmanuel Macron")
    vegan = replace(macron, diet="vegan")
    tenure = Tenure(id="envoy-president", person="envoy", office="president")
    both = Edit("Both", (Change(macron, vegan), *create(tenure)))
    after = journey().after(both)
    assert after.person("macron") == vegan
    assert after == Itinerary.of((*(r for r in JOURNEY if r.id != "macron"), vegan))


def test_a_change_of_who_is_named_moves_the_borders_of_the_trip() -> None:
    starmer = Participant(
        id="starmer-there",
        meeting="starmer-meeting",
        person="starmer",
        side=Side.THEIRS,
        role=Role.COUNTERPART,
    )
    instead = replace(starmer, person="envoy")
    after = journey().after(Edit("Instead", (Change(starmer, instead), *rely_on(ENVOY))))
    assert after.person("envoy") == ENVOY
    assert after.person("starmer") is None


def test_who_is_replaced_by_somebody_of_the_trip_leaves_it() -> None:
    there = next(each for each in JOURNEY if each.id == "starmer-there")
    assert isinstance(there, Participant)
    after = journey().after(Edit("Instead", (Change(there, replace(there, person="macron")),)))
    assert after.all(Person).keys() == {"carney", "macron"}


def test_a_meeting_deleted_alone_leaves_nothing_of_it_behind() -> None:
    after = journey().after(Edit("Cancelled", delete(STARMER)))
    assert after.topics_of("starmer-meeting") == ()
    assert after.participants_of("starmer-meeting") == ()
    assert after.all(Topic) == {}
    assert after.person("starmer") is None


def test_a_stop_deleted_alone_can_still_be_shown() -> None:
    stop = journey().stops[1]
    after = journey().after(Edit("Skipped", delete(stop)))
    assert (ids(after.stops), ids(after.lodgings)) == (["paris"], ["residence"])
    assert stop.place == LONDON


def test_a_trip_that_is_deleted_is_unknown() -> None:
    with pytest.raises(TripUnknown):
        journey().after(Edit("Deleted", delete(TRIP)))


@given(trips(), st.randoms(use_true_random=False))
@tried(15)
def test_what_is_left_out_when_it_is_deleted_is_left_out_from_the_start(
    records: tuple[Record, ...], random: Random
) -> None:
    going = [record for record in records if not isinstance(record, Trip) and random.random() < 0.2]
    after = Itinerary.of(records).after(Edit("Deleted", delete(*going)))
    assert after == Itinerary.of(record for record in records if record not in going)


@given(trips())
@tried(15)
def test_a_trip_built_record_by_record_is_the_trip(records: tuple[Record, ...]) -> None:
    (trip,) = (record for record in records if isinstance(record, Trip))
    built = Itinerary.of((trip, *(record for record in records if isinstance(record, Person))))
    start = built.after(Edit("All", create(*(r for r in records if r.id != trip.id))))
    assert start == Itinerary.of(records)
    assert FLIGHT_OUT not in start.records
