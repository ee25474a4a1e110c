"""People, offices and venues that exist already: the file names them, and repeats nothing."""

from datetime import date

import pytest

from planner.records import Office, Person, Tenure, Trip, Venue
from planner.records.words import OfficeOf
from planner.store import Directory
from tests.planner.exchange.files import LONDON, PARIS, a_document, every, known, read, the

KNOWN = Directory(
    people=(),
    offices=(
        Office(id="o1", title="Minister", of_kind=OfficeOf.STATE, of="FR"),
        Office(id="o2", title="Minister", of_kind=OfficeOf.STATE, of="GB"),
    ),
    tenures=(),
    venues=(
        Venue(id="v1", name="Hall", place=PARIS),
        Venue(id="v2", name="Hall", place=LONDON),
        Venue(id="v3", name="Embassy", place=LONDON),
    ),
)


def test_somebody_known_already_need_not_be_in_the_file() -> None:
    ada = Person(id="p1", name="Ada Bell", diet="none")
    file = read(a_document(people=[]), known(ada))
    assert file.trip.principal == "p1"
    assert [type(record) for record in file.records] == [Trip]


def test_somebody_of_a_known_name_is_that_person_and_keeps_what_is_not_said() -> None:
    ada = Person(id="p1", name="Ada Bell", diet="none", phone="1")
    file = read(a_document(people=[{"name": "Ada Bell", "phone": "2"}]), known(ada))
    assert the(Person, file) == Person(id="p1", name="Ada Bell", diet="none", phone="2")
    assert file.given["p1"] == {"name", "phone"}


def test_a_name_in_the_file_is_meant_before_one_that_is_known() -> None:
    ada = Person(id="p1", name="Ada Bell")
    file = read(a_document(people=[{"id": "p2", "name": "Ada Bell"}]), known(ada))
    assert file.trip.principal == "p2"


def test_an_id_is_meant_before_a_name() -> None:
    people = [{"id": "Bo Carr", "name": "Ada Bell"}, {"id": "b", "name": "Bo Carr"}]
    file = read(a_document(trip={"principal": "Bo Carr"}, people=people))
    assert file.trip.principal == "Bo Carr"


@pytest.mark.parametrize(
    ("venue", "meant"),
    [
        ({"name": "Embassy"}, "v3"),
        ({"name": "Hall", "place": "London, England"}, "v2"),
        ({"id": "v1"}, "v1"),
    ],
)
def test_a_known_venue_is_told_by_its_name_and_city(venue: dict[str, str], meant: str) -> None:
    assert the(Venue, read(a_document(venues=[venue]), KNOWN)).id == meant


@pytest.mark.parametrize(
    "place", ["Iqaluit", {"city": "London", "country": "CA", "zone": "America/Toronto"}]
)
def test_a_hall_in_another_city_is_another_hall(place: object) -> None:
    file = read(a_document(venues=[{"name": "Hall", "place": place}]), KNOWN)
    assert the(Venue, file).id not in {"v1", "v2"}


def test_halls_in_two_cities_of_one_name_are_two() -> None:
    ontario = {"city": "London", "country": "CA", "zone": "America/Toronto"}
    venues = [{"name": "Hall", "place": "London, England"}, {"name": "Hall", "place": ontario}]
    one, other = every(Venue, read(a_document(venues=venues)))
    assert one.id != other.id


def test_a_known_office_is_told_by_its_title_and_body() -> None:
    office = {"title": "Minister", "of_kind": "state", "of": "GB", "rank": "minister"}
    assert the(Office, read(a_document(offices=[office]), KNOWN)).id == "o2"


def test_a_known_tenure_is_not_doubled() -> None:
    directory = Directory(
        people=(Person(id="p1", name="Ada Bell"),),
        offices=KNOWN.offices,
        tenures=(Tenure(id="t1", person="p1", office="o2", since=date(2020, 1, 1)),),
        venues=(),
    )
    tenures = [{"office": "o2", "until": "2024-01-01"}, {"office": "o1"}]
    file = read(a_document(people=[{"name": "Ada Bell", "tenures": tenures}]), directory)
    held, new = every(Tenure, file)
    assert (held.id, held.since, held.until) == ("t1", date(2020, 1, 1), date(2024, 1, 1))
    assert new.id != "t1"
