from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest

from planner.conflicts import Conflict, Severity
from planner.conflicts.rules.release.changes import BOOKKEEPING, NOT_SHOWN, PUBLISHED
from planner.conflicts.rules.release.released import KEPT, trip_in
from planner.exchange import write_trip_file
from planner.itinerary import Itinerary
from planner.records import KINDS, Note, Person, Record, Release, Task, Wording
from planner.records.shape import shape_of
from planner.records.words import (
    Coverage,
    OutcomeState,
    ReleaseScope,
    Status,
    TripStatus,
    Visibility,
)
from tests.planner.building import (
    VENUES,
    at,
    flight,
    found,
    meeting,
    outcome,
    sits_in,
    stop,
    takes,
    topic,
    trip,
)
from tests.planner.conflicts.examples.release import released
from tests.planner.records_strategies import whole_trip

LUNCH = meeting("Lunch", "12:00-13:00", venue="Élysée")
FLIGHT = flight("Orly", "Northolt", "14:30-14:40")
PARIS = stop("Paris", "08:40-14:30")
MACRON = sits_in("Macron", LUNCH)
BEFORE: list[Record] = [LUNCH, FLIGHT, PARIS, *MACRON]
RELEASE = released(*BEFORE)
OUT = released(*BEFORE, scope=ReleaseScope.PUBLIC)


def changes(*parts: Record | Iterable[Record], **fields: object) -> list[Conflict]:
    made: Callable[..., Itinerary] = trip
    return found("unreleased-changes", made(*parts, **fields))


def now(*others: Record, without: Record | None = None) -> list[Record]:
    """Return the records as they were, with some in place of those of their id, or more."""
    held = {(type(each), each.id): each for each in (*BEFORE, *others)}
    return [each for each in held.values() if each != without]


def test_a_release_that_shows_the_trip_as_it_is_is_no_conflict() -> None:
    assert not changes(BEFORE, RELEASE)
    assert not changes(BEFORE)


def test_it_says_which_release_is_older_than_changes_to_what() -> None:
    (conflict,) = changes(now(replace(LUNCH, minutes=61)), RELEASE)
    assert conflict.severity is Severity.NOTICE
    assert conflict.message == (
        "Internal release 1 of 18:00 on Sunday 16 March 2025 is older than changes to Lunch."
    )
    assert conflict.subjects == ("release", "Lunch")
    assert conflict.at is None
    assert conflict.way_out == "release the programme again"


PERSON = Person(id="Macron", name="Emmanuel Macron")
FRENCH = Wording(id="fr", record="Lunch", field="title", language="fr", text="Déjeuner")


@pytest.mark.parametrize(
    ("changed", "name"),
    [
        ([replace(LUNCH, status=Status.TENTATIVE)], "Lunch"),
        ([replace(LUNCH, coverage=Coverage.CLOSED)], "Lunch"),
        ([replace(LUNCH, status=Status.CANCELLED)], "Lunch"),
        ([meeting("Dinner", "19:00")], "Dinner"),
        ([topic("Trade", 10, "Lunch")], "Lunch"),
        ([outcome("Accord", OutcomeState.EXPECTED, "Lunch")], "Lunch"),
        ([outcome("Accord", OutcomeState.EXPECTED, None)], "Accord"),
        (sits_in("Rutte", LUNCH), "Lunch"),
        (sits_in("Rutte", FLIGHT), "Government aircraft Orly–Northolt"),
        ([replace(FLIGHT, arrive=at("14:45", "London"))], "Government aircraft Orly–Northolt"),
        ([replace(PARIS, depart=at("15:00", "Paris"))], "Paris"),
        ([PERSON], "Emmanuel Macron"),
        ([replace(VENUES["Élysée"], name="Palais de l’Élysée")], "Palais de l’Élysée"),
        ([FRENCH], "Lunch"),
    ],
)
def test_what_a_reader_would_find_changed_is_named(changed: list[Record], name: str) -> None:
    (conflict,) = changes(now(*changed), RELEASE)
    assert conflict.message.endswith(f" is older than changes to {name}.")


def test_what_was_taken_off_is_named_though_it_is_no_subject_any_more() -> None:
    (conflict,) = changes(now(without=FLIGHT), RELEASE)
    assert "Government aircraft Orly–Northolt" in conflict.message
    assert conflict.subjects == ("release",)


def test_changes_to_one_entry_are_one_and_of_many_the_first_are_named() -> None:
    more = [meeting(name, "16:00") for name in ("A", "B", "C", "D", "E")]
    topics = [topic("Trade", 10, "A"), topic("Energy", 10, "A")]
    (conflict,) = changes(now(*more, *topics), RELEASE)
    assert conflict.message.endswith("changes to A, B, C and 2 others.")
    assert conflict.subjects == ("release", "A", "B", "C", "D", "E")


@pytest.mark.parametrize(
    "changed",
    [
        Task(id="task", trip="trip", meeting="Lunch", what="Brief"),
        Note(id="note", trip="trip", when=at("09:00", "Paris"), words="Called."),
        takes(20, "Élysée", "Orly"),
        replace(LUNCH, accepted_minutes=60),
        replace(LUNCH, fixed=True),
        replace(LUNCH, announcement_agreed=True),
        replace(LUNCH, readout="It was warm."),
        Person(id="Macron", name="Macron", verified_by="The desk"),
        replace(FRENCH, field="readout"),
    ],
)
def test_what_no_programme_shows_is_no_change_to_it(changed: Record) -> None:
    assert not changes(now(changed), RELEASE)


def test_what_is_held_needs_no_new_programme() -> None:
    held = replace(LUNCH, status=Status.HELD, minutes=80)
    assert not changes(now(held, topic("Trade", 10, "Lunch")), RELEASE)


@pytest.mark.parametrize(
    ("status", "count"), [(TripStatus.ANNOUNCED, 1), (TripStatus.COMPLETED, 0)]
)
def test_nor_does_a_trip_that_is_completed(status: TripStatus, count: int) -> None:
    late = now(replace(LUNCH, minutes=61))
    assert len(changes(late, RELEASE, status=status)) == count


def test_the_status_of_the_trip_is_none_of_it_but_its_title_is() -> None:
    assert not changes(BEFORE, RELEASE, status=TripStatus.ANNOUNCED)
    assert changes(BEFORE, RELEASE, title="Paris")


def test_of_each_audience_the_last_release_counts() -> None:
    late = now(replace(LUNCH, minutes=61))
    second = released(*late, id="second", number=2)
    assert not changes(late, RELEASE, second)
    (conflict,) = changes(BEFORE, RELEASE, second)
    assert conflict.message.startswith("Internal release 2 ")


def test_positions_in_the_journal_say_nothing() -> None:
    late = Itinerary.of(trip(now(replace(LUNCH, minutes=61)), RELEASE).records, position=0)
    assert found("unreleased-changes", late)


PUBLIC_LUNCH = replace(LUNCH, visibility=Visibility.PUBLIC, public_line="She has lunch.")
WITH_PUBLIC = now(PUBLIC_LUNCH)
PUBLIC_RELEASE = released(*WITH_PUBLIC, scope=ReleaseScope.PUBLIC)


@pytest.mark.parametrize(
    ("changed", "is_seen"),
    [
        (replace(PUBLIC_LUNCH, minutes=61), True),
        (replace(PUBLIC_LUNCH, public_line="She lunches."), True),
        (replace(PUBLIC_LUNCH, coverage=Coverage.CLOSED), True),
        (replace(PUBLIC_LUNCH, visibility=Visibility.INTERNAL), True),
        (replace(PUBLIC_LUNCH, status=Status.CANCELLED), True),
        (replace(VENUES["Élysée"], name="Palais de l’Élysée"), True),
        (replace(FRENCH, field="public_line"), True),
        (replace(FLIGHT, visibility=Visibility.PUBLIC), True),
        (replace(PUBLIC_LUNCH, notes="Ask the desk."), False),
        (replace(PUBLIC_LUNCH, status=Status.TENTATIVE), False),
        (replace(FLIGHT, arrive=at("14:45", "London")), False),
        (replace(FRENCH, field="notes"), False),
        (topic("Trade", 10, "Lunch"), False),
        (meeting("Dinner", "19:00"), False),
        (PERSON, False),
    ],
)
def test_the_public_sees_public_entries_alone(changed: Record, is_seen: bool) -> None:
    held = {(type(each), each.id): each for each in (*WITH_PUBLIC, changed)}
    conflicts = changes(list(held.values()), PUBLIC_RELEASE)
    assert [each.message.partition(" ")[0] for each in conflicts] == (["Public"] if is_seen else [])


def test_a_new_public_entry_speaks_for_its_stop_and_venue() -> None:
    tea = meeting("Tea", "16:00", "London", venue="Buckingham Palace", visibility=Visibility.PUBLIC)
    (conflict,) = changes([*WITH_PUBLIC, tea], PUBLIC_RELEASE)
    assert conflict.message.endswith("changes to Tea.")


def test_one_release_for_each_audience_can_be_out_of_date() -> None:
    conflicts = changes(
        now(replace(PUBLIC_LUNCH, minutes=61)), RELEASE, replace(PUBLIC_RELEASE, id="public")
    )
    assert sorted(each.subjects for each in conflicts) == [
        ("public", "Lunch"),
        ("release", "Lunch"),
    ]


@pytest.mark.parametrize("text", ["", "no trip file", "{}", "[" * 100_000])
def test_a_release_that_cannot_be_read_says_nothing(text: str) -> None:
    assert not changes(BEFORE, replace(RELEASE, trip_text=text))


def test_every_kind_of_record_comes_back_from_a_release_as_it_was() -> None:
    itinerary = Itinerary.of(whole_trip())
    (release,) = itinerary.all(Release).values()
    kept = replace(release, scope=ReleaseScope.INTERNAL, trip_text=write_trip_file(itinerary))
    records = [kept if each is release else each for each in itinerary.records]
    assert not found("unreleased-changes", Itinerary.of(records))


def test_a_release_is_read_once() -> None:
    trip_in.cache_clear()
    for _ in range(3):
        assert not changes(BEFORE, RELEASE)
    assert (trip_in.cache_info().misses, trip_in.cache_info().maxsize) == (1, KEPT)


def test_the_fields_that_are_told_apart_exist() -> None:
    assert set(KINDS) >= NOT_SHOWN
    for kind, names in (*BOOKKEEPING.items(), *PUBLISHED.items()):
        assert names <= {field.name for field in shape_of(kind).fields}
