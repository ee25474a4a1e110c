"""The contract of a store: how an Edit is written, merged with others' work, or refused."""

from dataclasses import replace
from datetime import datetime

import pytest

from planner.edits import Change, Edit, create, delete, rely_on
from planner.errors import (
    EditRefused,
    EditStale,
    RecordExists,
    RecordMissing,
    RecordRejected,
    TripUnknown,
)
from planner.itinerary import Itinerary
from planner.moments import Moment
from planner.records import KINDS, Meeting, Office, Person, Place, Record, Stop, Topic
from planner.records.plain import LARGEST_NUMBER
from planner.records.shape import Field, shape_of
from planner.records.words import OfficeOf
from planner.store import Store
from tests.db.contract.base import Contract, everything
from tests.db.samples import (
    ANNA,
    LEADER,
    MEETING,
    NOON,
    OUR_TRIP,
    PALACE,
    PARIS,
    STOP,
    TOPIC,
    TRIP,
    at,
    in_order,
    plan,
)
from tests.planner.records_strategies import whole_trip

WHOLE = in_order(whole_trip())
ODD_NAMES = (
    "[bold]Working lunch[/bold]",
    "🇨🇦 👩🏽‍🚀",
    "\u05e2\u05d1\u05d5\u05d3\u05d4\u200f \u202etfel",
    "bell \x07, escape \x1b[31m, tab\t, line\nreturn\r, delete \x7f",
    "NUL \0 inside",
    "x" * 10_000,
    "quotes ' \" “ ” and \\ and %s and ? and ; --",
    "\ufeff\ufffe\U0010ffff",
    "",
)
UNSTORABLE: tuple[tuple[Record, str], ...] = (
    (replace(MEETING, id="m", title="half \ud800"), "title"),
    (replace(MEETING, id="m", minutes=LARGEST_NUMBER + 1), "minutes"),
    (replace(MEETING, id="m", minutes=-(10**30)), "minutes"),
    (replace(MEETING, id="\udfff"), "id"),
    (replace(MEETING, id=""), "id"),
    (replace(LEADER, id="p", languages=("fr", "\ud800")), "languages"),
    (replace(STOP, id="s", place=replace(PARIS, latitude=float("nan"))), "place"),
    (replace(STOP, id="s", place=replace(PARIS, longitude=1e9)), "place"),
    (replace(STOP, id="s", place=Place("", "FR", "Europe/Paris")), "place"),
    (replace(TRIP, id="t", thresholds=(("rest", 2**53),)), "thresholds"),
    (replace(TRIP, id="t", thresholds=(("b", 1), ("a", 2))), "come back"),
    (
        replace(MEETING, id="m", start=Moment(datetime(2025, 3, 17, 9, 0, 0, 5), "Europe/Paris")),  # noqa: DTZ001 - a wall time has no zone
        "come back",
    ),
)
WITHIN = tuple(record for record in WHOLE if record.id.endswith("-1"))
"""One of every kind."""


def changed(record: Record) -> Record:
    """Return a record in which every field differs that names no other record."""
    fields: dict[str, object] = {}
    for field in shape_of(type(record)).fields:
        value = getattr(record, field.name)
        if field.name == "id" or field.refers_to:
            continue
        fields[field.name] = field.default if not field.required else _other(field, value)
        assert fields[field.name] != value, field.name
    return replace(record, **fields)  # type: ignore[arg-type] # the fields of any kind


def _other(field: Field, value: object) -> object:
    match value:
        case _ if field.choices:
            return next(choice for choice in field.choices if choice != value)
        case str():
            return f"another {value}"
        case int():
            return value + 1
        case Moment():
            return value.plus(5)
        case Place():
            return PARIS
        case _:
            return ()


class WritingContract(Contract):
    """An Edit is written whole, keeps what others wrote, or changes nothing."""

    def test_a_trip_with_every_field_of_every_kind_is_loaded_as_it_was_written(
        self, store: Store
    ) -> None:
        entry = store.apply(plan(*WHOLE))
        assert {type(record) for record in WHOLE} == set(KINDS)
        assert store.load("trip-1") == Itinerary.of(WHOLE, entry.position)

    def test_a_record_of_every_kind_is_changed_in_all_its_fields(self, store: Store) -> None:
        store.apply(plan(*WHOLE))
        for record in WITHIN:
            before, other = store.load("trip-1"), changed(record)
            entry = store.apply(Edit("Changed", (Change(record, other),)))
            assert store.load("trip-1").find(record.id) == other
            assert store.load("trip-1") == before.after(entry.edit, entry.position)

    def test_what_was_written_can_all_be_deleted_again(self, store: Store) -> None:
        store.apply(plan(*WHOLE))
        store.apply(Edit("Deleted", delete(*reversed(WHOLE))))
        assert store.trips() == ()
        assert store.directory().people == ()
        assert store.directory().venues == ()
        with pytest.raises(TripUnknown):
            store.load("trip-1")

    def test_the_edit_comes_back_as_it_was_applied(self, store: Store) -> None:
        first, second = store.apply(plan(LEADER)), store.apply(plan(TRIP))
        assert (first.position, second.position) == (1, 2)
        assert (first.at, first.author, first.undoes) == (NOON, ANNA, None)
        assert first.edit == plan(LEADER)

    @pytest.mark.usefixtures("planned")
    def test_two_writers_of_different_fields_both_hold(
        self, store: Store, colleague: Store
    ) -> None:
        store.apply(Edit("Renamed", (Change(MEETING, replace(MEETING, title="Lunch")),)))
        entry = colleague.apply(Edit("Later", (Change(MEETING, replace(MEETING, start=at(13))),)))
        both = replace(MEETING, title="Lunch", start=at(13))
        assert store.load("trip").meetings == (both,)
        assert entry.edit.changes == (Change(replace(MEETING, title="Lunch"), both),)

    @pytest.mark.usefixtures("planned")
    def test_the_second_writer_of_a_field_is_refused_and_told_who_what_and_when(
        self, store: Store, colleague: Store
    ) -> None:
        store.apply(Edit("Renamed", (Change(MEETING, replace(MEETING, title="Lunch")),)))
        store.apply(Edit("Cut", (Change(MEETING, replace(MEETING, minutes=60)),)))
        was = everything(store)
        with pytest.raises(EditStale) as refused:
            colleague.apply(Edit("Renamed", (Change(MEETING, replace(MEETING, title="Dinner")),)))
        assert refused.value.field == "title"
        assert (refused.value.yours, refused.value.theirs) == ("“Dinner”", "“Lunch”")
        assert "Anna (Sat 1 Mar at 12:00 UTC) changed title" in str(refused.value)
        assert everything(store) == was

    @pytest.mark.usefixtures("planned")
    def test_two_writers_of_the_same_value_agree(self, store: Store, colleague: Store) -> None:
        change = Change(MEETING, replace(MEETING, title="Lunch"))
        store.apply(Edit("Renamed", (change,)))
        again = colleague.apply(Edit("Renamed", (change,)))
        assert not again.edit.writes
        assert len(store.history()) == 2

    @pytest.mark.usefixtures("planned")
    def test_an_hour_is_one_value_and_not_a_wall_time_and_a_zone(
        self, store: Store, colleague: Store
    ) -> None:
        store.apply(Edit("Moved", (Change(MEETING, replace(MEETING, start=at(13))),)))
        there = Moment(at(12, 30).wall, "Europe/London")
        with pytest.raises(EditStale, match="start"):
            colleague.apply(Edit("Zone", (Change(MEETING, replace(MEETING, start=there)),)))

    @pytest.mark.usefixtures("planned")
    def test_a_reliance_is_checked_and_not_written(self, store: Store, colleague: Store) -> None:
        renamed = replace(LEADER, name="The New Leader")
        colleague.apply(Edit("Renamed", (Change(LEADER, renamed),)))
        new = replace(MEETING, id="m2", title="Dinner")
        entry = store.apply(Edit("Added", (*rely_on(LEADER), *create(new))))
        assert entry.edit.changes[0] == Change(renamed, renamed)
        assert store.load("trip").person("leader") == renamed

    @pytest.mark.usefixtures("planned")
    def test_a_reliance_on_what_is_gone_refuses_the_edit(self, store: Store) -> None:
        new = replace(MEETING, id="m2")
        with pytest.raises(RecordMissing, match="venue “Palace”"):
            store.apply(Edit("Added", (*create(new), *rely_on(PALACE))))
        assert store.load("trip").meetings == (MEETING,)

    @pytest.mark.usefixtures("planned")
    def test_an_edit_that_changes_nothing_leaves_the_journal_alone(self, store: Store) -> None:
        entry = store.apply(Edit("Nothing", rely_on(MEETING)))
        assert not entry.edit.writes
        assert (entry.position, len(store.history())) == (1, 1)

    @pytest.mark.usefixtures("planned")
    def test_a_delete_compares_the_whole_record(self, store: Store, colleague: Store) -> None:
        store.apply(Edit("Noted", (Change(TOPIC, replace(TOPIC, background="Since 2019")),)))
        with pytest.raises(EditStale, match=r"Anna.*background"):
            colleague.apply(Edit("Removed", delete(TOPIC)))
        assert store.load("trip").topics_of("meeting") != ()

    @pytest.mark.usefixtures("planned")
    def test_one_edit_can_change_a_record_twice(self, store: Store) -> None:
        once, twice = replace(MEETING, title="Lunch"), replace(MEETING, title="Dinner")
        before = store.load("trip")
        entry = store.apply(Edit("Renamed", (Change(MEETING, once), Change(once, twice))))
        assert store.load("trip").meetings == (twice,)
        assert store.load("trip") == before.after(entry.edit, entry.position)

    @pytest.mark.parametrize(
        ("bad", "error"),
        [
            (Change(None, MEETING), RecordExists),
            (Change(None, replace(LEADER, id="meeting")), RecordRejected),
            (Change(None, replace(TOPIC, id="t", meeting="nowhere")), RecordMissing),
            (Change(replace(TOPIC, id="t"), replace(TOPIC, id="t", title="x")), RecordMissing),
            (Change(replace(TOPIC, id="t"), None), RecordMissing),
            (Change(replace(TOPIC, title="x"), replace(TOPIC, title="y")), EditStale),
            (Change(replace(TOPIC, title="x"), None), EditStale),
            (Change(PALACE, PALACE), RecordMissing),
            (Change(None, replace(TOPIC, id="t", title="\ud800")), RecordRejected),
        ],
    )
    @pytest.mark.usefixtures("planned")
    def test_an_edit_that_is_refused_leaves_nothing_half_there(
        self, store: Store, bad: Change, error: type[EditRefused]
    ) -> None:
        was = everything(store)
        good = (
            *create(replace(MEETING, id="m2"), replace(TOPIC, id="t2", meeting="m2")),
            Change(STOP, replace(STOP, notes="New")),
            *delete(TOPIC),
            *create(TOPIC),
        )
        with pytest.raises(error):
            store.apply(Edit("Half good", (*good, bad)))
        assert everything(store) == was
        store.apply(Edit("Good", good))
        assert store.load("trip").stops == (replace(STOP, notes="New"),)

    @pytest.mark.parametrize("name", ODD_NAMES, ids=ascii)
    def test_any_text_comes_back_as_it_was(self, store: Store, name: str) -> None:
        meeting = replace(MEETING, title=name, notes=name)
        person = replace(LEADER, name=name, languages=(name, name))
        store.apply(Edit(name, create(person, *OUR_TRIP[1:3], meeting)))
        loaded = store.load("trip")
        assert loaded.meetings == (meeting,)
        assert loaded.person("leader") == person
        assert store.history()[0].edit == Edit(name, create(person, *OUR_TRIP[1:3], meeting))
        with pytest.raises(RecordExists):
            store.apply(plan(meeting))

    @pytest.mark.parametrize(("record", "named"), UNSTORABLE)
    @pytest.mark.usefixtures("planned")
    def test_what_could_not_be_read_again_is_refused(
        self, store: Store, record: Record, named: str
    ) -> None:
        was = everything(store)
        for changes in (create(record), rely_on(record), delete(record)):
            with pytest.raises(RecordRejected, match=named) as refused:
                store.apply(Edit("Odd", changes))
            assert str(refused.value).encode(), "no terminal can show half a character"
        assert everything(store) == was

    def test_a_label_with_half_a_character_is_refused(self, store: Store) -> None:
        with pytest.raises(RecordRejected, match="half a character"):
            store.apply(Edit("\ud800", create(LEADER)))
        assert store.directory().people == ()

    def test_the_largest_numbers_come_back(self, store: Store) -> None:
        stop = replace(STOP, position=-LARGEST_NUMBER)
        meeting = replace(MEETING, minutes=None, buffer_before=LARGEST_NUMBER)
        store.apply(plan(LEADER, TRIP, stop, meeting))
        loaded = store.load("trip")
        assert (loaded.get(Stop, "stop"), loaded.get(Meeting, "meeting")) == (stop, meeting)

    def test_an_id_is_never_used_for_another_kind(self, store: Store) -> None:
        store.apply(plan(LEADER))
        store.apply(Edit("Removed", delete(LEADER)))
        office = Office(id="leader", title="Leader", of_kind=OfficeOf.STATE, of="CA")
        with pytest.raises(RecordRejected, match="leader is that of a person"):
            store.apply(plan(office))
        store.apply(plan(LEADER))
        assert store.directory().people == (LEADER,)

    def test_what_many_records_change_in_one_edit_is_all_there(self, store: Store) -> None:
        people = [Person(id=f"p{number:04}", name=f"Person {number}") for number in range(1200)]
        topics = [replace(TOPIC, id=f"t{number:04}", position=number) for number in range(300)]
        trip = replace(TRIP, accompanying=tuple(person.id for person in people))
        records = (LEADER, *people, trip, STOP, MEETING, *topics)
        entry = store.apply(plan(*records))
        loaded = store.load("trip")
        assert loaded == Itinerary.of(records, entry.position)
        assert len(loaded.all(Topic)) == 300
