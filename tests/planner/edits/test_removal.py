"""Taking records away: what goes, what stays, and what a person is told."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from planner.edits import Change
from planner.edits.removal import OF_A_TRIP, removal, removal_of_shared
from planner.errors import RecordMissing, RecordNamed, TripUnknown
from planner.itinerary import Itinerary
from planner.records import (
    Acknowledgement,
    Lodging,
    Note,
    Office,
    Outcome,
    Participant,
    Person,
    Record,
    Release,
    Task,
    Tenure,
    Topic,
    Trip,
    Venue,
    Wording,
)
from planner.records.words import OutcomeKind, Role, Side
from planner.store import Directory
from tests.laws import tried
from tests.planner.building import away, flight, meeting, motorcade, sits_in, stop, takes, trip
from tests.planner.edits.stored import stored
from tests.planner.journeys import (
    JOURNEY,
    LUNCH,
    PEOPLE,
    STARMER,
    VENUES,
    in_paris,
    journey,
)
from tests.planner.records_strategies import trips, whole_trip


def gone(itinerary: Itinerary, record_id: str) -> set[str]:
    """Return the ids of what goes with a record."""
    changes = removal(itinerary, record_id).edit.changes
    return {change.record.id for change in changes if change.after is None}


def cleared(itinerary: Itinerary, record_id: str) -> dict[str, dict[str, object]]:
    """Return what stays and changes: by id, the fields it has now."""
    changes = removal(itinerary, record_id).edit.changes
    return {
        change.record.id: {name: getattr(change.after, name) for name in change.touched}
        for change in changes
        if change.after is not None
    }


@pytest.mark.parametrize(
    ("record_id", "label", "words", "stays"),
    [
        ("lunch", "meeting “Working lunch”", "with 1 outcome, 1 follow-up and 1 participant", ""),
        (
            "starmer-meeting",
            "meeting “Meeting at Downing Street”",
            "with 3 topics and 1 participant",
            "",
        ),
        ("ceremony", "meeting “Departure ceremony”", "", ""),
        ("cyber", "topic “Cyber threats”", "", ""),
        ("partnership", "outcome “A security partnership”", "", "1 follow-up stays"),
        ("exchange", "follow-up “Faster exchange of intelligence”", "", ""),
        ("macron-lunch", "participant “Emmanuel Macron”", "", ""),
        ("crossing", "movement “Orly → RAF Northolt”", "", ""),
        ("residence", "lodging “The residence”", "", ""),
        ("london", "stop “London”", "with 1 lodging", "1 movement and 2 meetings stay"),
        (
            "trip",
            "trip “Paris and London”",
            (
                "with 2 stops, 2 movements, 1 lodging, 4 meetings, 3 topics, 1 outcome, "
                "1 follow-up and 2 participants"
            ),
            "",
        ),
    ],
)
def test_a_removal_says_what_goes_with_it_and_what_stays(
    record_id: str, label: str, words: str, stays: str
) -> None:
    found = removal(journey(), record_id)
    assert found.edit.label == f"Removed {label}"
    assert (found.words, found.stays) == (words, stays)


def test_everything_of_a_trip_goes_with_it_and_what_is_shared_stays() -> None:
    shared = {record.id for record in (*PEOPLE, *VENUES)}
    assert gone(journey(), "trip") == {record.id for record in JOURNEY} - shared
    assert cleared(journey(), "trip") == {}


def test_what_was_said_and_handed_out_goes_with_a_trip_too() -> None:
    now = in_paris("12:00")
    note = Note(id="note", trip="trip", when=now, words="Called")
    release = Release(
        id="release", trip="trip", number=3, at=now, by="Anna", journal_position=1, trip_text=""
    )
    held = trip(note, release)
    assert gone(held, "trip") == {"trip", "note", "release"}
    assert removal(held, "trip").words == "with 1 note and 1 release"
    assert removal(held, "release").edit.label == "Removed release 3"


def test_what_is_outside_a_trip_cannot_be_removed_from_it() -> None:
    for record_id in ("carney", "orly", "nothing"):
        with pytest.raises(RecordMissing):
            removal(journey(), record_id)


def test_a_meeting_takes_its_tasks_and_leaves_the_log_and_its_parts() -> None:
    held = trip(
        meeting("Plenary"),
        meeting("Pull-aside", part_of="Plenary"),
        Task(id="brief", trip="trip", meeting="Plenary", what="Brief"),
        Note(id="call", trip="trip", meeting="Plenary", when=in_paris("12:00"), words="Called"),
    )
    assert gone(held, "Plenary") == {"Plenary", "brief"}
    assert cleared(held, "Plenary") == {"Pull-aside": {"part_of": None}, "call": {"meeting": None}}
    assert removal(held, "Plenary").words == "with 1 task"
    assert removal(held, "Plenary").stays == "1 meeting and 1 note stay"


def test_an_outcome_of_the_trip_forgets_a_topic_and_keeps_the_others() -> None:
    held = trip(
        meeting("Bilateral"),
        Topic(id="trade", meeting="Bilateral", position=0, title="Trade"),
        Topic(id="cyber", meeting="Bilateral", position=1, title="Cyber"),
        Outcome(
            id="statement",
            trip="trip",
            kind=OutcomeKind.JOINT_STATEMENT,
            text="Statement",
            topics=("cyber", "trade"),
        ),
    )
    assert cleared(held, "cyber") == {"statement": {"topics": ("trade",)}}
    assert cleared(held, "Bilateral") == {"statement": {"topics": ()}}
    assert gone(held, "Bilateral") == {"Bilateral", "trade", "cyber"}


def test_who_is_in_a_meeting_and_on_a_movement_stays_on_the_movement() -> None:
    both = Participant(
        id="both",
        meeting="Bilateral",
        movement="Orly–Northolt",
        person="Anna",
        side=Side.OURS,
        role=Role.STAFF,
    )
    held = trip(meeting("Bilateral"), flight("Orly", "Northolt", "14:30-14:40"), both)
    assert cleared(held, "Bilateral") == {"both": {"meeting": None}}
    assert cleared(held, "Orly–Northolt") == {"both": {"movement": None}}
    assert gone(held, "trip") >= {"both", "Bilateral", "Orly–Northolt"}


def test_a_stop_takes_the_ways_that_only_it_is_an_end_of() -> None:
    held = trip(
        stop("Paris"),
        stop("London"),
        stop("Rome"),
        flight("Paris", "London", "14:30-14:40"),
        flight("London", "Rome", "18:00-21:00"),
        flight("Rome", "Trudeau Airport", "22:00-23:30"),
        motorcade("Northolt", "10 Downing Street", "15:00-15:30", origin_stop="London"),
        sits_in("Starmer", flight("London", "Rome", "")),
        meeting("Audience", "16:00-16:30", "London"),
        Lodging(id="night", trip="trip", stop="London", name="The residence"),
    )
    found = removal(held, "London")
    assert gone(held, "London") == {
        "London",
        "night",
        "Paris–London",
        "London–Rome",
        "Starmer in London–Rome",
    }
    assert found.words == (
        "with 2 movements (Paris → London, London → Rome), 1 lodging and 1 participant"
    )
    assert cleared(held, "London") == {
        "Audience": {"stop": None},
        "Northolt–10 Downing Street": {"origin_stop": None},
    }
    assert found.stays == "1 movement and 1 meeting stay"


def test_translations_and_what_was_let_stand_go_with_what_they_are_of() -> None:
    french = Wording(id="french", record="lunch", field="title", language="fr", text="Déjeuner")
    other = replace(french, id="other", record="starmer-meeting")
    seen = Acknowledgement(
        id="seen",
        trip="trip",
        rule="tight",
        subjects=("lunch", "crossing"),
        fingerprint="x",
        reason="Agreed",
        by="Anna",
        at=in_paris("09:00"),
    )
    held = Itinerary.of((*JOURNEY, french, other, seen))
    with_lunch = {"macron-lunch", "partnership", "exchange", "french", "seen"}
    assert gone(held, "lunch") == {"lunch", *with_lunch}
    assert removal(held, "lunch").words.endswith("1 participant and 1 translation")
    assert gone(held, "crossing") == {"crossing", "seen"}
    assert gone(held, "seen") == {"seen"}
    assert gone(held, "french") == {"french"}


def test_meetings_that_are_parts_of_each_other_can_be_removed_with_their_trip(blank: Path) -> None:
    ring = [
        replace(LUNCH, part_of="starmer-meeting"),
        replace(STARMER, part_of="lunch"),
    ]
    records = tuple({record.id: record for record in (*JOURNEY, *ring)}.values())
    with stored(blank, JOURNEY) as (store, itinerary):
        for before, after in zip((LUNCH, STARMER), ring, strict=True):
            store.apply(replace(removal(itinerary, "lunch").edit, changes=(Change(before, after),)))
        held = store.load("trip")
        assert held == Itinerary.of(records, held.position)
        store.apply(removal(held, "trip").edit)
        with pytest.raises(TripUnknown):
            store.load("trip")
        store.undo()
        assert set(store.load("trip").records) == set(records)


@tried(8)
@given(records=trips())
def test_any_record_of_any_trip_can_be_removed_and_brought_back(
    blank: Path, records: tuple[Record, ...]
) -> None:
    with stored(blank, records) as (store, itinerary):
        for record in itinerary.records:
            if not isinstance(record, OF_A_TRIP):
                continue
            entry = store.apply(removal(itinerary, record.id).edit)
            if isinstance(record, Trip):
                with pytest.raises(TripUnknown):
                    store.load(record.id)
            else:
                left = itinerary.after(entry.edit, entry.position)
                assert left.find(record.id) is None
                assert store.load(itinerary.trip.id) == left
            back = store.undo()
            assert store.load(itinerary.trip.id) == Itinerary.of(records, back.position)


def test_any_kind_of_record_can_be_removed_where_nothing_is_left_out(blank: Path) -> None:
    with stored(blank, whole_trip()) as (store, itinerary):
        for record in itinerary.records:
            if isinstance(record, OF_A_TRIP):
                store.apply(removal(itinerary, record.id).edit)
                store.undo()
                assert set(store.load("trip-1").records) == set(whole_trip())


MACRON, PRESIDENT, HELD = PEOPLE[1], PEOPLE[3], PEOPLE[4]
ELYSEE, ORLY = VENUES[3], VENUES[1]
CABINET = replace(away("macron", "09:00-10:00"), id="cabinet", reason="Cabinet")
DRIVE = replace(takes(25, "orly", "elysee"), id="drive")
IN_FRENCH = Wording(id="palais", record="elysee", field="name", language="fr", text="Palais")
SHARED = Directory(
    people=tuple(each for each in PEOPLE if isinstance(each, Person)),
    offices=tuple(each for each in PEOPLE if isinstance(each, Office)),
    tenures=tuple(each for each in PEOPLE if isinstance(each, Tenure)),
    venues=tuple(each for each in VENUES if isinstance(each, Venue)),
    unavailabilities=(CABINET,),
    travel_times=(DRIVE,),
    wordings=(IN_FRENCH,),
)


@pytest.mark.parametrize(
    ("record", "label", "words", "ids"),
    [
        (
            MACRON,
            "person “Emmanuel Macron”",
            "with 1 tenure and 1 unavailability",
            {"macron", "macron-president", "cabinet"},
        ),
        (PRESIDENT, "office “President of the French Republic”", "", {"president"}),
        (
            HELD,
            "tenure “Emmanuel Macron, President of the French Republic”",
            "",
            {"macron-president"},
        ),
        (
            ELYSEE,
            "venue “Élysée Palace”",
            "with 1 travel time and 1 translation",
            {"elysee", "drive", "palais"},
        ),
        (DRIVE, "travel time “Orly → Élysée Palace”", "", {"drive"}),
        (CABINET, "unavailability “Emmanuel Macron, Cabinet”", "", {"cabinet"}),
    ],
)
def test_shared_records_go_with_what_is_theirs(
    record: Record, label: str, words: str, ids: set[str]
) -> None:
    found = removal_of_shared(SHARED, record)
    assert found.edit.label == f"Removed {label}"
    assert (found.words, found.stays) == (words, "")
    assert {change.record.id for change in found.edit.changes} == ids


def test_what_belongs_to_one_trip_is_not_shared() -> None:
    with pytest.raises(ValueError, match="Meeting belongs to one trip"):
        removal_of_shared(SHARED, LUNCH)


@pytest.mark.parametrize("record", [MACRON, PRESIDENT, ELYSEE, ORLY])
def test_a_store_keeps_what_is_still_named(blank: Path, record: Record) -> None:
    with stored(blank, (*JOURNEY, CABINET, DRIVE, IN_FRENCH)) as (store, _):
        edit = removal_of_shared(store.directory(), record).edit
        with pytest.raises(RecordNamed, match="still names it"):
            store.apply(edit)


def test_a_store_lets_go_of_what_nothing_names_any_more(blank: Path) -> None:
    with stored(blank, (*JOURNEY, CABINET, DRIVE, IN_FRENCH)) as (store, itinerary):
        store.apply(removal(itinerary, "trip").edit)
        for record in (MACRON, PRESIDENT, ELYSEE, ORLY):
            store.apply(removal_of_shared(store.directory(), record).edit)
        left = store.directory()
        assert {each.id for each in left.people} == {"carney", "starmer"}
        assert (left.offices, left.tenures, left.travel_times, left.wordings) == ((), (), (), ())
