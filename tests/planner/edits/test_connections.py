"""The ways that a journey lacks."""

from datetime import date
from pathlib import Path

import pytest

from planner.edits import Edit, create
from planner.edits.connections import (
    Connection,
    estimated_arrival,
    estimated_departure,
    estimated_minutes,
    missing_connection,
    missing_connections,
    missing_return,
)
from planner.geography.travel import estimate
from planner.itinerary import Itinerary
from planner.records import Movement, Place, Stop, Venue
from planner.records.words import Mode, Status, VenueKind
from tests.planner.building import PLACES, VENUES, at, flight, motorcade, stop, trip
from tests.planner.edits.stored import numbered, stored
from tests.planner.journeys import journey

FLYING = Mode.GOVERNMENT_AIRCRAFT
PARIS, LONDON, OTTAWA, ROME = (PLACES[city] for city in ("Paris", "London", "Ottawa", "Rome"))
NOWHERE = Place("Somewhere", "FR", "Europe/Paris")
OTTAWA_AIRPORT = Venue(
    id="yow",
    name="Ottawa Macdonald–Cartier",
    kind=VenueKind.AIRPORT,
    place=Place("Ottawa", "CA", "America/Toronto", "Ontario", 45.3225, -75.6692),
)
OTTAWA_CITY = Venue(id="ottawa", name="Ottawa", kind=VenueKind.CITY, place=OTTAWA)


def proposed(itinerary: Itinerary, city: str, *venues: Venue) -> Connection:
    """Return the way that is missing to a stop."""
    wanted = itinerary.get(Stop, city)
    assert wanted
    found = missing_connection(itinerary, wanted, venues, numbered())
    assert found
    return found


def test_an_estimate_is_rounded_up_and_read_on_the_clocks_there() -> None:
    exact = estimate(PARIS, LONDON, FLYING)
    assert exact
    assert exact.minutes == 58
    assert estimated_minutes(PARIS, LONDON, FLYING) == 60
    assert estimated_arrival(PARIS, LONDON, FLYING, at("14:30", "Paris")) == at("14:30", "London")
    assert estimated_departure(PARIS, LONDON, FLYING, at("14:30", "London")) == at("14:30", "Paris")


def test_an_estimate_follows_the_clock_over_a_change() -> None:
    left = at("2025-03-30T01:30", "Paris")
    assert estimated_arrival(PARIS, ROME, FLYING, left) == at("2025-03-30T04:30", "Rome")


def test_without_coordinates_there_is_no_estimate() -> None:
    assert estimated_minutes(PARIS, NOWHERE, FLYING) is None
    assert estimated_arrival(PARIS, NOWHERE, FLYING, at("14:30", "Paris")) is None
    assert estimated_departure(NOWHERE, PARIS, FLYING, at("14:30", "Paris")) is None


@pytest.mark.parametrize(
    ("paris", "london", "depart", "arrive", "day"),
    [
        (stop("Paris", "08:40-14:30"), stop("London", "14:40"), "14:30", "14:40", None),
        (stop("Paris", "08:40-14:30"), stop("London", "", position=1), "14:30", "14:30", None),
        (stop("Paris", "08:40"), stop("London", "14:40"), "14:40", "14:40", None),
        (stop("Paris", "", "17/17"), stop("London", "14:40"), "14:40", "14:40", None),
        (stop("Paris", "", "16/16"), stop("London", "14:40"), None, "14:40", 16),
        (stop("Paris", "08:40-14:30"), stop("London", "", "18/18"), "14:30", None, None),
        (stop("Paris", "", "17/17"), stop("London", "", "18/18"), None, None, 17),
        (stop("Paris", "", "17/"), stop("London", "", "18/18"), None, None, 18),
        (stop("Paris"), stop("London", position=1), None, None, None),
    ],
)
def test_hours_that_are_known_stand_and_the_other_fits_the_days(
    paris: Stop, london: Stop, depart: str | None, arrive: str | None, day: int | None
) -> None:
    found = proposed(trip(paris, london), "London")
    assert found.movement == Movement(
        id="new 1",
        trip="trip",
        mode=FLYING,
        origin_stop="Paris",
        destination_stop="London",
        depart=at(depart, "Paris") if depart else None,
        arrive=at(arrive, "London") if arrive else None,
        day=date(2025, 3, day) if day else None,
        status=Status.PROPOSED,
    )
    assert found.venues == ()
    assert (found.origin, found.destination) == (PARIS, LONDON)
    assert found.estimate == estimate(PARIS, LONDON, FLYING)


def test_a_stop_near_by_is_reached_by_car_and_one_of_unknown_place_by_air() -> None:
    near = trip(stop("Brussels", "08:00-12:00"), stop("The Hague", "15:00"))
    assert proposed(near, "The Hague").movement.mode is Mode.MOTORCADE
    far = trip(stop("Paris", "08:00-12:00"), stop("London", "15:00", place=NOWHERE))
    found = proposed(far, "London")
    assert (found.movement.mode, found.estimate) == (FLYING, None)
    assert (found.movement.depart, found.movement.arrive) == (
        at("12:00", "Paris"),
        at("15:00", "London"),
    )


@pytest.mark.parametrize(
    ("movements", "is_missing"),
    [
        ((), True),
        ((flight("Paris", "London", "14:30-14:40"),), False),
        ((flight("Orly", "Northolt", ""),), False),
        ((flight("Orly", "Northolt", "", status=Status.CANCELLED),), True),
        ((flight("Northolt", "Orly", ""),), True),
        ((motorcade("Orly", "Élysée", "09:00-09:30"),), True),
        (
            (flight("Orly", "Trudeau Airport", ""), flight("Trudeau Airport", "London", "")),
            False,
        ),
        ((flight("Trudeau Airport", "London", ""),), True),
    ],
)
def test_a_way_is_missing_until_one_joins_the_stops(
    movements: tuple[Movement, ...], is_missing: bool
) -> None:
    held = trip(stop("Paris", "08:40-14:30"), stop("London", "14:40"), movements)
    found = missing_connection(held, stop("London", "14:40"))
    assert (found is not None) is is_missing


def test_a_stop_that_the_trip_has_not_yet_is_joined_to_the_one_before() -> None:
    held = trip(stop("Paris", "08:40-14:30"))
    found = missing_connection(held, stop("London", "18:00"))
    assert found
    assert (found.movement.origin_stop, found.movement.destination_stop) == ("Paris", "London")


def test_two_stays_in_one_city_need_no_way() -> None:
    again = stop("Paris", "18:00", id="again")
    assert missing_connection(trip(stop("Paris", "08:40-14:30"), again), again) is None


def test_the_first_way_begins_at_home_which_is_made_a_venue() -> None:
    found = proposed(trip(stop("Paris", "08:40-14:30")), "Paris")
    home = Venue(id="new 1", name="Ottawa", place=OTTAWA, kind=VenueKind.CITY)
    assert found.venues == (home,)
    assert (found.movement.origin_venue, found.movement.origin_stop) == ("new 1", None)
    minutes = estimated_minutes(OTTAWA, PARIS, FLYING)
    assert minutes
    assert found.movement.arrive == at("08:40", "Paris")
    assert found.movement.depart == at("08:40", "Paris").plus(-minutes).to("America/Toronto")
    assert (found.origin, found.destination) == (OTTAWA, PARIS)


@pytest.mark.parametrize(
    ("known", "venue"),
    [
        ((OTTAWA_CITY,), "ottawa"),
        ((OTTAWA_CITY, OTTAWA_AIRPORT), "yow"),
        ((OTTAWA_AIRPORT, OTTAWA_AIRPORT), "yow"),
        ((VENUES["Haneda"], OTTAWA_CITY), "ottawa"),
    ],
)
def test_home_is_not_made_again_where_it_or_its_airport_is_known(
    known: tuple[Venue, ...], venue: str
) -> None:
    found = proposed(trip(stop("Paris", "08:40-14:30")), "Paris", *known)
    assert (found.movement.origin_venue, found.venues) == (venue, ())


def test_by_car_one_sets_out_from_the_city_and_not_from_its_airport() -> None:
    found = proposed(trip(stop("Brussels", "12:00"), home="Paris"), "Brussels", VENUES["Orly"])
    assert found.movement.mode is Mode.GOVERNMENT_AIRCRAFT
    found = proposed(trip(stop("The Hague", "12:00"), home="Brussels"), "The Hague")
    assert found.movement.mode is Mode.MOTORCADE
    assert [venue.name for venue in found.venues] == ["Brussels"]


def test_a_trip_begins_and_ends_where_it_says() -> None:
    held = trip(stop("Paris", "08:40-14:30"), starts_from=ROME, ends_at=LONDON)
    assert proposed(held, "Paris").origin == ROME
    back = missing_return(held, (), numbered())
    assert back
    assert back.destination == LONDON
    assert (back.movement.depart, back.movement.arrive) == (
        at("14:30", "Paris"),
        at("14:30", "London"),
    )
    assert back.venues[0].id == back.movement.destination_venue


@pytest.mark.parametrize(
    ("movements", "is_missing"),
    [
        ((), True),
        ((flight("London", "Trudeau Airport", ""),), False),
        ((flight("Northolt", "Orly", "", destination_stop="Paris"),), True),
        ((flight("Trudeau Airport", "London", ""),), True),
    ],
)
def test_the_way_home_is_missing_until_one_leaves_the_last_stop(
    movements: tuple[Movement, ...], is_missing: bool
) -> None:
    held = trip(stop("Paris", "08:40-14:30"), stop("London", "14:40-18:00"), movements)
    assert (missing_return(held) is not None) is is_missing


def test_home_may_be_as_near_as_an_airport() -> None:
    from_home = motorcade("Orly", "London", "", destination_stop="Near", destination_venue=None)
    near = stop(
        "Paris",
        "12:00-18:00",
        id="Near",
        place=Place("Versailles", "FR", "Europe/Paris", "", 48.8, 2.13),
    )
    held = trip(near, from_home, home="Paris")
    assert missing_connection(held, near) is None
    assert missing_return(held) is not None
    assert missing_connection(trip(near, home="Paris"), near) is not None


@pytest.mark.parametrize("itinerary", [trip(), trip(stop("Ottawa", "08:00-12:00"))])
def test_who_stays_at_home_lacks_no_way(itinerary: Itinerary) -> None:
    assert missing_connections(itinerary) == ()


def test_all_that_a_journey_lacks_is_proposed_and_then_nothing_is() -> None:
    held = trip(stop("Paris", "08:40-14:30"), stop("London", "14:40-18:00"), stop("Rome", "22:00"))
    found = missing_connections(held, (), numbered())
    assert [(each.origin.city, each.destination.city) for each in found] == [
        ("Ottawa", "Paris"),
        ("Paris", "London"),
        ("London", "Rome"),
        ("Rome", "Ottawa"),
    ]
    assert [len(each.venues) for each in found] == [1, 0, 0, 0]
    for each in found:
        held = held.after(accepted(each))
    assert missing_connections(held) == ()


def accepted(way: Connection) -> Edit:
    """Return the Edit of a way that somebody accepts as it is proposed."""
    return Edit("Added", create(*way.venues, way.movement))


def test_a_store_takes_what_is_proposed(blank: Path) -> None:
    with stored(blank, trip(stop("Paris", "08:40-14:30"), stop("Rome", "22:00")).records) as held:
        store, itinerary = held
        for each in missing_connections(itinerary, store.directory().venues):
            entry = store.apply(accepted(each))
            itinerary = itinerary.after(entry.edit, entry.position)
        assert store.load("trip") == itinerary
        assert [each.name for each in store.directory().venues] == ["Ottawa"]


def test_the_journey_of_the_tests_only_lacks_its_way_home() -> None:
    (back,) = missing_connections(journey())
    assert (back.origin.city, back.destination.city) == ("London", "Ottawa")
