"""Where entries are, told apart as stays."""

from dataclasses import replace

import pytest

from planner.conflicts.presence.spots import Spot, Spots
from planner.itinerary import Itinerary
from planner.records import Meeting, Movement, Place, Record, Stop, Venue
from planner.records.words import Mode
from planner.settings import Limits
from tests.planner.building import PLACES, VENUES, at, meeting, motorcade, movement, stop, trip


def spots_of(itinerary: Itinerary, within_km: int = 100) -> Spots:
    return Spots(itinerary, Limits(same_stop_km=within_km))


def spot(itinerary: Itinerary, entry: Meeting) -> Spot:
    return spots_of(itinerary).of_meeting(entry)


def unplaced(name: str) -> Venue:
    """Return a venue of which only the city's name is known."""
    return Venue(id=name, name=name, place=Place(name, "FR", "Europe/Paris"))


def near(city: str, km_north: float) -> Place:
    """Return a place so many kilometres north of a city."""
    place = PLACES[city]
    assert place.latitude is not None
    return replace(place, latitude=place.latitude + km_north / 111.195)


@pytest.mark.parametrize(("km", "belongs"), [(99.9, True), (100.1, False)])
def test_a_venue_belongs_to_a_stop_within_the_limit(km: float, *, belongs: bool) -> None:
    inn = Venue(id="Inn", name="Inn", place=near("Paris", km))
    dinner = meeting("Dinner", "20:00-22:00", stop=None, venue="Inn")
    found = spot(trip(stop("Paris"), inn, dinner), dinner)
    assert (found.stop is not None) is belongs
    assert found.city == "Paris"


def test_a_venue_belongs_to_the_nearest_stop() -> None:
    inn = Venue(id="Inn", name="Inn", place=near("Brussels", 60))
    dinner = meeting("Dinner", "20:00-22:00", stop=None, venue="Inn")
    found = spot(trip(stop("The Hague"), stop("Brussels"), inn, dinner), dinner)
    assert found.area == "Brussels"


def test_how_near_is_near_is_a_limit() -> None:
    inn = Venue(id="Inn", name="Inn", place=near("Paris", 50))
    dinner = meeting("Dinner", "20:00-22:00", stop=None, venue="Inn")
    itinerary = trip(stop("Paris"), inn, dinner)
    assert spots_of(itinerary, within_km=40).of_meeting(dinner).stop is None
    assert spots_of(itinerary, within_km=60).of_meeting(dinner).stop is not None


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (["Orly"], ["Élysée"], True),
        (["Orly"], ["Northolt"], False),
        (["Orly"], ["Lost"], None),
        (["Lost"], ["Lost"], True),
    ],
)
def test_off_the_stops_distance_tells_places_apart(
    first: list[str], second: list[str], *, expected: bool | None
) -> None:
    one = meeting("One", stop=None, venue=first[0])
    other = meeting("Other", stop=None, venue=second[0])
    spots = spots_of(trip(one, other, unplaced("Lost")))
    assert spots.are_one_stay(spots.of_meeting(one), spots.of_meeting(other)) is expected


def test_a_stop_and_a_place_off_the_stops_are_told_apart_by_distance_too() -> None:
    lunch, landing = meeting("Lunch"), meeting("Landing", stop=None, venue="Northolt")
    spots = spots_of(trip(lunch, landing))
    assert spots.are_one_stay(spots.of_meeting(lunch), spots.of_meeting(landing)) is False


@pytest.mark.parametrize(
    ("way", "expected"),
    [
        (motorcade("Élysée", "Orly", ""), False),
        (motorcade("Brussels", "The Hague", ""), True),
        (motorcade("Élysée", "Orly", "", destination_venue=None), False),
        (movement(Mode.RAIL, "Élysée", "Orly", "", destination_venue=None), True),
        (movement(Mode.RAIL, "Élysée", "Orly", ""), False),
    ],
)
def test_a_movement_changes_the_stay_by_its_ends_else_by_its_mode(
    way: Movement, *, expected: bool
) -> None:
    assert spots_of(trip(stop("Paris"), way)).changes_stay(way) is expected


ROME = stop("Rome", "2025-03-17T08:00/2025-03-19T20:00")


@pytest.mark.parametrize(
    ("rome", "vatican", "is_outing"),
    [
        (ROME, stop("Vatican City", "2025-03-18T09:00/2025-03-18T12:00"), True),
        (ROME, stop("Vatican City", "2025-03-17T08:00/2025-03-19T20:00"), True),
        (ROME, stop("Vatican City", "2025-03-17T07:59/2025-03-18T12:00"), False),
        (ROME, stop("Vatican City", "2025-03-18T09:00/2025-03-19T20:01"), False),
        (ROME, stop("Vatican City", "", "18/18"), True),
        (ROME, stop("Vatican City", "", "17/17"), True),
        (ROME, stop("Vatican City", "", "19/19"), True),
        (ROME, stop("Vatican City", "", "16/18"), False),
        (ROME, stop("Vatican City", "", "18/20"), False),
        (ROME, stop("Vatican City", "", "17/19"), False),
        (ROME, stop("Vatican City"), False),
        (stop("Rome"), stop("Vatican City", "", "18/18"), False),
        (ROME, stop("Vatican City", "", "18"), False),
    ],
)
def test_an_outing_lies_inside_a_longer_stay(rome: Stop, vatican: Stop, *, is_outing: bool) -> None:
    mass, talks = meeting("Mass", "", "Vatican City"), meeting("Talks", "", "Rome")
    spots = spots_of(trip(rome, vatican))
    assert spots.are_one_stay(spots.of_meeting(mass), spots.of_meeting(talks)) is is_outing


def test_an_outing_from_an_outing_belongs_to_the_stay() -> None:
    stops = [
        stop("Rome", "", "17/20", id="outer"),
        stop("Rome", "", "17/19", id="middle"),
        stop("Rome", "", "18/18", id="inner"),
    ]
    spots = spots_of(trip(*stops))
    areas = {spots.of_meeting(meeting("A", stop=each.id)).area for each in stops}
    assert areas == {"outer"}


TWICE: list[Record] = [
    stop("London", "", "17/17", id="first"),
    stop("Paris", "", "18/18"),
    stop("London", "2025-03-19T10:00/2025-03-19T20:00", id="second"),
]


@pytest.mark.parametrize(
    ("clock", "area"),
    [
        ("2025-03-16T23:00", "first"),
        ("2025-03-17T23:59", "first"),
        ("2025-03-18T01:00", "first"),
        ("2025-03-19T09:00", "second"),
        ("2025-03-19T12:00", "second"),
        ("2025-03-20T12:00", "second"),
    ],
)
def test_of_two_stays_in_one_city_a_venue_belongs_to_the_one_nearest_in_time(
    clock: str, area: str
) -> None:
    talks = meeting("Talks", stop=None, venue="Northolt", start=at(clock, "London"))
    assert spot(trip(*TWICE, talks), talks).area == area


def test_a_movement_without_an_arrival_arrives_about_when_it_departs() -> None:
    landing = motorcade("Heathrow", "Northolt", "2025-03-19T11:00/")
    assert spots_of(trip(*TWICE, landing)).destination(landing).area == "second"


def test_without_any_hour_it_belongs_to_the_first_of_them() -> None:
    talks = meeting("Talks", stop=None, venue="Northolt")
    assert spot(trip(*TWICE, talks), talks).area == "first"


def test_a_spot_is_called_by_its_venue_and_told_by_its_stay() -> None:
    talks = meeting("Talks", "", "London", venue="Northolt")
    found = spot(trip(talks), talks)
    assert (found.name, found.city, found.place) == ("Northolt", "London", VENUES["Northolt"].place)
    nowhere = meeting("Talks", stop=None)
    found = spot(trip(nowhere), nowhere)
    assert (found.name, found.city, found.place) == ("", "", None)
