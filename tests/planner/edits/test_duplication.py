"""Copies: what comes along, what begins anew, and when."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.edits import Edit
from planner.edits.duplication import Duplicate, copied_head, duplicate, duplicate_trip
from planner.edits.kinship import names_of
from planner.errors import FieldInvalid, RecordMissing
from planner.itinerary import Itinerary
from planner.records import (
    KINDS,
    Acknowledgement,
    FollowUp,
    Lodging,
    Meeting,
    Movement,
    Note,
    Outcome,
    Participant,
    Record,
    Release,
    Stop,
    Task,
    Topic,
    Trip,
    Wording,
)
from planner.records.words import (
    FollowUpState,
    OutcomeKind,
    OutcomeState,
    ReadoutState,
    Response,
    Role,
    Side,
    Status,
    TaskState,
    TopicState,
    TripStatus,
    Visibility,
)
from planner.settings import USUAL_MINUTES
from tests.laws import tried
from tests.planner.building import (
    at,
    flight,
    follow_up,
    meeting,
    moment,
    outcome,
    stop,
    topic,
    trip,
)
from tests.planner.edits.stored import numbered, stored
from tests.planner.records_strategies import trips

AUDIENCE = meeting(
    "Audience",
    "16:15-16:45",
    "London",
    venue="Buckingham Palace",
    media_arrive_by=at("15:45", "London"),
    visibility=Visibility.PUBLIC,
    choice="audience",
    series="audiences",
    fixed=True,
    accepted_start=at("16:00", "London"),
    accepted_minutes=30,
    accepted_venue="Buckingham Palace",
    told_at=at("09:00", "London"),
    actual_start=at("16:20", "London"),
    actual_end=at("16:50", "London"),
    readout="They talked.",
    readout_state=ReadoutState.AGREED,
    notes="No gloves",
)


def copied(itinerary: Itinerary, record_id: str) -> Duplicate:
    """Return the copy of a record, which there has to be."""
    found = duplicate(itinerary, record_id, numbered())
    assert found
    return found


def after(itinerary: Itinerary, record_id: str) -> tuple[Itinerary, Record]:
    """Return the trip with a copy of a record in it, and the copy."""
    found = copied(itinerary, record_id)
    changed = itinerary.after(found.edit)
    copy = changed.find(found.id)
    assert copy
    return changed, copy


def test_a_copied_meeting_follows_the_first_and_nothing_of_it_has_happened() -> None:
    held, copy = after(trip(AUDIENCE), "Audience")
    assert copy == meeting(
        "Audience (copy)",
        "16:45-17:15",
        "London",
        id=copy.id,
        venue="Buckingham Palace",
        media_arrive_by=at("16:15", "London"),
        status=Status.PROPOSED,
        notes="No gloves",
    )
    assert held.get(Meeting, "Audience") == AUDIENCE
    assert copied(trip(AUDIENCE), "Audience").edit.label == "Copied meeting “Audience”"


@pytest.mark.parametrize(
    ("original", "start"),
    [
        (meeting("Lunch", "12:30"), f"2025-03-17T{13 + USUAL_MINUTES[meeting('').kind] // 60}:15"),
        (meeting("Lunch", "23:30-23:59"), "2025-03-17T23:59"),
        (meeting("Late", "2025-03-17T23:30/2025-03-18T00:30"), "2025-03-18T00:30"),
        (meeting("Clocks", "2025-03-30T01:30/2025-03-30T03:30"), "2025-03-30T03:30"),
    ],
)
def test_a_copied_meeting_begins_when_the_first_ends_or_usually_would(
    original: Meeting, start: str
) -> None:
    _, copy = after(trip(original), original.id)
    assert isinstance(copy, Meeting)
    assert copy.start == moment(start, "Europe/Paris")
    assert copy.minutes == original.minutes


def test_a_copied_meeting_without_an_hour_stays_on_its_day() -> None:
    _, copy = after(trip(meeting("Call", day=date(2025, 3, 18))), "Call")
    assert isinstance(copy, Meeting)
    assert (copy.start, copy.day) == (None, date(2025, 3, 18))


def test_people_topics_and_tasks_come_along_with_a_meeting_and_results_do_not() -> None:
    held = trip(
        meeting("Bilateral", "16:00-16:45"),
        flight("Orly", "Northolt", "17:30-17:40"),
        Participant(
            id="host",
            meeting="Bilateral",
            movement="Orly–Northolt",
            person="Macron",
            side=Side.THEIRS,
            role=Role.COUNTERPART,
            response=Response.ACCEPTED,
        ),
        topic("Trade", 20, state=TopicState.DISCUSSED, position=3),
        Task(id="brief", trip="trip", meeting="Bilateral", what="Brief", state=TaskState.DONE),
        outcome("Statement", OutcomeState.ANNOUNCED),
        follow_up("Send it", meeting="Bilateral"),
        Wording(id="1", record="Bilateral", field="title", language="fr", text="Entretien"),
        Wording(id="2", record="Bilateral", field="public_line", language="fr", text="Il vient."),
        Wording(id="3", record="Trade", field="title", language="fr", text="Commerce"),
    )
    changed, copy = after(held, "Bilateral")
    (who,) = changed.participants_of(copy.id)
    assert (who.person, who.response, who.movement) == ("Macron", None, None)
    (theme,) = changed.topics_of(copy.id)
    assert (theme.title, theme.state, theme.position) == ("Trade", TopicState.PROPOSED, 3)
    (task,) = [each for each in changed.all(Task).values() if each.meeting == copy.id]
    assert (task.what, task.state) == ("Brief", TaskState.OPEN)
    assert changed.outcomes_of(copy.id) == ()
    assert all(each.meeting != copy.id for each in changed.follow_ups)
    texts = [each.text for each in changed.all(Wording).values() if each.id.startswith("new")]
    assert sorted(texts) == ["Commerce", "Il vient."]


def test_a_copied_movement_leaves_when_the_first_arrives_and_has_no_clearance() -> None:
    crossing = flight(
        "Orly",
        "Northolt",
        "14:30-14:40",
        clearance="GB 12",
        clearance_state="granted",
        reference="CFC01",
        carrier="RCAF",
        actual_depart=at("14:35", "Paris"),
        visibility=Visibility.RESTRICTED,
    )
    _, copy = after(trip(crossing), crossing.id)
    assert copy == flight(
        "Orly",
        "Northolt",
        "15:40-15:50",
        id=copy.id,
        carrier="RCAF",
        status=Status.PROPOSED,
        visibility=Visibility.RESTRICTED,
    )


@pytest.mark.parametrize("times", ["14:30", "-14:40", ""])
def test_a_copied_movement_keeps_the_one_hour_it_has(times: str) -> None:
    crossing = flight("Orly", "Northolt", times)
    _, copy = after(trip(crossing), crossing.id)
    assert isinstance(copy, Movement)
    assert (copy.depart, copy.arrive) == (crossing.depart, crossing.arrive)


def test_a_copied_stop_is_the_last_of_the_journey_and_has_its_lodging() -> None:
    held = trip(
        stop("Paris", "08:40-14:30", airports=("ORY",)),
        stop("London", "14:40-18:00", position=4),
        Lodging(
            id="night",
            trip="trip",
            stop="Paris",
            name="Hotel",
            check_in=at("20:00", "Paris"),
            reference="X1",
        ),
    )
    changed, copy = after(held, "Paris")
    assert copy == stop("Paris", id=copy.id, position=5, airports=("ORY",))
    assert changed.stops[-1] == copy
    (lodging,) = [each for each in changed.lodgings if each.stop == copy.id]
    assert (lodging.name, lodging.check_in, lodging.reference) == ("Hotel", None, "")


def test_a_copied_topic_comes_right_after_the_first() -> None:
    held = trip(
        meeting("Bilateral"),
        topic("Trade", 20, position=1, state=TopicState.DISCUSSED),
        topic("Cyber", 10, position=2),
        topic("Arctic", 10, position=7),
    )
    changed, copy = after(held, "Trade")
    assert isinstance(copy, Topic)
    assert copy.state is TopicState.PROPOSED
    assert [(each.title, each.position) for each in changed.topics_of("Bilateral")] == [
        ("Trade", 1),
        ("Trade (copy)", 2),
        ("Cyber", 3),
        ("Arctic", 7),
    ]


def test_other_copies_have_only_what_is_not_settled() -> None:
    done = replace(
        outcome("Statement", OutcomeState.SIGNED), reference="JS 1", public=True, topics=("Trade",)
    )
    asked = follow_up(
        "Send it",
        "2025-04-01",
        outcome="Statement",
        state=FollowUpState.COMPLETE,
        last_word="Sent",
        last_word_on=date(2025, 3, 20),
    )
    brief = Task(id="Brief", trip="trip", what="Brief", state=TaskState.DONE, days_before=2)
    night = Lodging(id="Hotel", trip="trip", stop="Paris", name="Hotel", reference="X1")
    held = trip(meeting("Bilateral"), topic("Trade", 20), done, asked, brief, night)
    copies = [after(held, record_id)[1] for record_id in ("Statement", "Send it", "Brief", "Hotel")]
    assert copies == [
        Outcome(
            id="new 1",
            trip="trip",
            meeting="Bilateral",
            position=1,
            topics=("Trade",),
            kind=OutcomeKind.COMMITMENT,
            text="Statement (copy)",
        ),
        follow_up("Send it (copy)", "2025-04-01", id="new 1", outcome="Statement"),
        Task(id="new 1", trip="trip", what="Brief (copy)", days_before=2),
        Lodging(id="new 1", trip="trip", stop="Paris", name="Hotel (copy)"),
    ]


def test_nobody_wants_a_person_or_a_trip_twice_in_a_trip() -> None:
    held = trip(AUDIENCE)
    assert duplicate(held, "Jeanne Roy") is None
    assert duplicate(held, "trip") is None
    with pytest.raises(RecordMissing):
        duplicate(held, "nothing")


def test_a_copied_trip_keeps_the_clocks_and_moves_the_days() -> None:
    held = trip(
        stop("Paris", "2025-03-28T08:40/2025-03-31T14:30"),
        stop("London", "", "31/31"),
        meeting("Lunch", "2025-03-29T12:30/2025-03-29T14:00", part_of="Day"),
        meeting("Day", "2025-03-29T09:00/2025-03-29T18:00", actual_start=at("09:05", "Paris")),
        flight("Orly", "Northolt", "2025-03-31T14:30/2025-03-31T14:40", day=date(2025, 3, 31)),
        Task(id="t", trip="trip", meeting="Lunch", what="Brief", due=date(2025, 3, 20)),
        outcome("Statement", OutcomeState.SIGNED, None),
        Wording(id="1", record="trip", field="title", language="fr", text="Paris et Londres"),
        Wording(id="2", record="Lunch", field="title", language="fr", text="Déjeuner"),
        status=TripStatus.ANNOUNCED,
        announcement_agreed=True,
        assessment="It went well.",
        latest=date(2025, 4, 2),
    )
    head = copied_head(held)
    assert (head.title, head.short_name) == ("Paris and London (copy)", "")
    assert (head.earliest, head.latest) == (date(2025, 3, 28), date(2025, 4, 2))
    given = replace(
        head, short_name="again", earliest=date(2025, 10, 24), latest=date(2025, 10, 29)
    )
    found = duplicate_trip(held, given, numbered())
    assert found.edit.label == "Copied trip “Paris and London”"
    again = Itinerary.of((*held.records, *_made(found.edit))[len(held.records) :])
    assert (again.trip.id, again.trip.title) == (found.id, "Paris and London (copy)")
    assert (again.trip.short_name, again.trip.status) == ("again", TripStatus.PROPOSED)
    assert (again.trip.announcement_agreed, again.trip.assessment) == (False, "")
    assert again.trip.latest == date(2025, 10, 29)
    day, lunch = again.meetings
    assert lunch.part_of == day.id
    assert lunch.start == at("2025-10-25T12:30", "Paris")
    assert (day.actual_start, day.status) == (None, Status.PROPOSED)
    assert again.stops[0].depart == at("2025-10-27T14:30", "Paris")
    assert again.stops[1].arrive_on == date(2025, 10, 27)
    assert again.movements[0].day == date(2025, 10, 27)
    assert [each.due for each in again.all(Task).values()] == [date(2025, 10, 16)]
    assert [each.text for each in again.all(Wording).values()] == ["Déjeuner"]
    assert not again.all(Outcome)


def _made(edit: Edit) -> list[Record]:
    return [change.after for change in edit.changes if change.after]


def test_a_copy_under_the_head_it_was_offered_is_on_the_same_days() -> None:
    held = trip(
        meeting("Lunch", "2025-03-16T12:30/2025-03-16T14:00"),
        earliest=date(2025, 3, 14),
        latest=date(2025, 3, 18),
        announcement_at=at("2025-03-10T09:00", "Paris"),
    )
    found = duplicate_trip(held, copied_head(held), numbered())
    (head,) = [each for each in _made(found.edit) if isinstance(each, Trip)]
    assert (head.earliest, head.latest) == (date(2025, 3, 14), date(2025, 3, 18))
    assert head.announcement_at is None
    (lunch,) = [each for each in _made(found.edit) if isinstance(each, Meeting)]
    assert lunch.start == at("2025-03-16T12:30", "Paris")


@pytest.mark.parametrize("first_day", [date(2026, 5, 4), None])
def test_a_copy_of_a_trip_without_days_has_those_of_its_head(first_day: date | None) -> None:
    held = trip(meeting("Lunch"))
    found = duplicate_trip(held, replace(copied_head(held), earliest=first_day), numbered())
    (copy,) = [each for each in _made(found.edit) if isinstance(each, Trip)]
    assert copy.earliest == first_day


def test_a_day_beyond_all_calendars_is_refused() -> None:
    held = trip(
        meeting("Lunch", "12:00-13:00"),
        Task(id="t", trip="trip", meeting="Lunch", what="Brief", due=date(2026, 12, 20)),
    )
    with pytest.raises(FieldInvalid, match="due"):
        duplicate_trip(held, replace(copied_head(held), earliest=date(9999, 12, 1)))


@tried(8)
@given(records=trips())
def test_any_copy_has_ids_of_its_own_and_names_what_is_there(
    blank: Path, records: tuple[Record, ...]
) -> None:
    with stored(blank, records) as (store, itinerary):
        for record in itinerary.records:
            before = {each.id for each in itinerary.records}
            found = duplicate(itinerary, record.id)
            if found is None:
                continue
            made = {change.record.id for change in found.edit.changes if change.before is None}
            entry = store.apply(found.edit)
            itinerary = itinerary.after(entry.edit, entry.position)  # noqa: PLW2901 - it grows
            known = {each.id for each in itinerary.records}
            assert found.id in made
            assert not made & before
            assert known == made | before
            assert all(names_of(each) <= known for each in itinerary.records)
            assert store.load(itinerary.trip.id) == itinerary


@tried(8)
@given(records=trips(), later=st.integers(-800, 800))
def test_any_trip_can_be_copied_and_stands_for_itself(
    blank: Path, records: tuple[Record, ...], later: int
) -> None:
    with stored(blank, records) as (store, itinerary):
        head = copied_head(itinerary)
        by = timedelta(days=later if later and head.earliest else 0)
        days = {name: day + by for name in ("earliest", "latest") if (day := getattr(head, name))}
        found = duplicate_trip(itinerary, replace(head, short_name="again", **days))
        store.apply(found.edit)
        copy = store.load(found.id)
        assert set(_made(found.edit)) <= set(copy.records)
        assert set(store.load(itinerary.trip.id).records) == set(records)
        for kind in KINDS:
            if kind in PLANNED:
                assert len(copy.all(kind)) == len(itinerary.all(kind))
            if kind in LEFT_OUT:
                assert not copy.all(kind)
        assert _starts(copy) == sorted(
            (title, wall + by, zone) for title, wall, zone in _starts(itinerary)
        )


def _starts(itinerary: Itinerary) -> list[tuple[str, datetime, str]]:
    return sorted(
        (meeting.title, meeting.start.wall, meeting.start.zone)
        for meeting in itinerary.meetings
        if meeting.start
    )


PLANNED = {Trip, Stop, Movement, Lodging, Meeting, Participant, Topic, Task}
LEFT_OUT = {Outcome, FollowUp, Note, Acknowledgement, Release}
