"""An import is one Edit: it adds, it updates, it doubles nothing, and what is not named stays."""

from dataclasses import replace

from planner.edits import create, rely_on
from planner.exchange import Tally, TripFile, import_edit, preview
from planner.itinerary import Itinerary
from planner.records import (
    Meeting,
    Office,
    Person,
    Stop,
    Tenure,
    TravelTime,
    Venue,
    Wording,
)
from planner.records.words import OfficeOf
from planner.store import Directory
from tests.planner.exchange.files import NOBODY, PARIS, Json, a_document, every, known, read, the

MEETINGS: list[Json] = [
    {"title": "Talks", "kind": "bilateral", "purpose": "trade", "topics": [{"title": "Steel"}]},
    {"title": "Lunch", "kind": "working meal"},
]


def test_an_import_is_named_after_its_trip() -> None:
    assert import_edit(read(a_document()), None, NOBODY).label == "Imported “Paris & Iqaluit”"


def test_into_nothing_all_is_created_each_after_those_it_refers_to() -> None:
    file = read(a_document(meetings=MEETINGS))
    assert import_edit(file, None, NOBODY).changes == create(*file.records)


def test_the_same_file_again_writes_nothing() -> None:
    file = read(a_document(meetings=MEETINGS))
    edit = import_edit(file, stored_from(file), directory_of(file))
    assert edit.changes == rely_on(*file.records)


def test_a_field_that_the_file_leaves_out_goes_back_to_its_default() -> None:
    stored = stored_from(read(a_document(meetings=MEETINGS)))
    shorter = [{"title": "Talks", "kind": "bilateral"}, *MEETINGS[1:]]
    edit = import_edit(read(a_document(meetings=shorter)), stored, NOBODY)
    (change,) = (change for change in edit.changes if change.writes)
    assert change.touched == ("purpose",)
    assert isinstance(change.after, Meeting)
    assert change.after.purpose == ""


def test_what_the_file_does_not_mention_stays() -> None:
    stored = stored_from(read(a_document(meetings=MEETINGS)))
    edit = import_edit(read(a_document(meetings=MEETINGS[1:])), stored, NOBODY)
    assert stored.after(edit) == stored


def test_what_is_new_is_added_to_what_is_stored() -> None:
    stored = stored_from(read(a_document(meetings=MEETINGS)))
    more = read(a_document(stops=[{"place": "Iqaluit"}], meetings=MEETINGS))
    after = stored.after(import_edit(more, stored, NOBODY))
    assert set(after.records) == {*stored.records, *every(Stop, more)}


def test_of_a_person_who_exists_what_the_file_leaves_out_stays() -> None:
    ada = Person(id="p1", name="Ada Bell", diet="none", phone="1")
    directory = known(ada)
    file = read(a_document(people=[{"name": "Ada Bell", "phone": "2"}]), directory)
    meanwhile = replace(ada, email="ada@example.org")
    edit = import_edit(file, None, known(meanwhile))
    (change,) = (change for change in edit.changes if isinstance(change.record, Person))
    assert change.before == meanwhile
    assert change.touched == ("phone",)


def test_an_empty_text_that_the_file_states_is_taken() -> None:
    directory = known(Person(id="p1", name="Ada Bell", diet="none"))
    file = read(a_document(people=[{"name": "Ada Bell", "diet": ""}]), directory)
    (change, _) = import_edit(file, None, directory).changes
    assert isinstance(change.after, Person)
    assert change.after.diet == ""


def test_people_and_venues_that_are_only_named_are_relied_on() -> None:
    hall = Venue(id="v1", name="Hall", place=PARIS)
    directory = Directory(
        people=(Person(id="p1", name="Ada Bell"), Person(id="p2", name="Bo Carr")),
        offices=(),
        tenures=(),
        venues=(Venue(id="v2", name="Room", place=PARIS, parent="v1"), hall),
    )
    meetings = [{"title": "Talks", "kind": "bilateral", "venue": "Room"}]
    file = read(a_document(people=[], meetings=meetings), directory)
    edit = import_edit(file, None, directory)
    ada, room = directory.people[0], directory.venues[0]
    assert edit.changes == (*rely_on(ada, hall, room), *create(*file.records))


def test_a_second_trip_brings_along_what_the_first_one_brought() -> None:
    shared: Json = {
        "offices": [
            {
                "title": "Chair",
                "of_kind": "company",
                "of": "Acme",
                "wordings": [{"field": "title", "language": "fr", "text": "présidente"}],
            }
        ],
        "venues": [{"name": "Hall", "place": "Paris"}, {"name": "Airport", "place": "Paris"}],
        "travel_times": [{"origin": "Hall", "destination": "Airport", "minutes": 40}],
    }
    first = read({**a_document(trip={"title": "First"}), **shared})
    directory = Directory(
        people=tuple(every(Person, first)),
        offices=tuple(every(Office, first)),
        tenures=(),
        venues=tuple(every(Venue, first)),
        travel_times=tuple(every(TravelTime, first)),
        wordings=tuple(every(Wording, first)),
    )
    second = read({**a_document(trip={"title": "Second"}), **shared}, directory)
    edit = import_edit(second, None, directory)
    assert [change.record for change in edit.changes if change.writes] == [second.trip]


def test_a_trip_without_an_id_is_the_known_one_of_its_short_name() -> None:
    first = read(a_document(trip={"id": "t-1", "title": "First", "notes": "old"}))
    again = read(a_document(trip={"title": "First"}), Directory(trips=(first.trip,)))
    assert again.trip == replace(first.trip, notes="")


def test_a_record_of_another_kind_with_the_same_id_is_not_mistaken_for_it() -> None:
    directory = known(Person(id="x", name="Bo Carr"))
    file = read(a_document(meetings=[{**MEETINGS[1], "id": "x"}]), directory)
    changes = import_edit(file, None, directory).changes
    assert [change.before for change in changes if change.record.id == "x"] == [None]


def test_a_known_tenure_keeps_its_office() -> None:
    office = Office(id="o1", title="Chair", of_kind=OfficeOf.COMPANY, of="Acme")
    tenure = Tenure(id="t1", person="p1", office="o1")
    directory = Directory((Person(id="p1", name="Ada Bell"),), (office,), (tenure,), ())
    people = [{"name": "Ada Bell", "tenures": [{"id": "t1", "until": "2026-01-01"}]}]
    file = read(a_document(people=people), directory)
    assert the(Tenure, file).office == "o1"
    assert rely_on(office)[0] in import_edit(file, None, directory).changes


def test_a_preview_counts_what_is_added_changed_and_left() -> None:
    stored = stored_from(read(a_document(meetings=MEETINGS)))
    changed = [{**MEETINGS[0], "purpose": "peace"}, MEETINGS[1], {**MEETINGS[1], "title": "Tea"}]
    edit = import_edit(read(a_document(meetings=changed)), stored, NOBODY)
    assert preview(edit) == (
        Tally("person", added=0, changed=0, unchanged=1),
        Tally("trip", added=0, changed=0, unchanged=1),
        Tally("meeting", added=1, changed=1, unchanged=1),
        Tally("topic", added=0, changed=0, unchanged=1),
    )


def stored_from(file: TripFile) -> Itinerary:
    return Itinerary.of(file.records)


def directory_of(file: TripFile) -> Directory:
    return Directory(
        people=tuple(every(Person, file)), offices=(), tenures=(), venues=tuple(every(Venue, file))
    )
