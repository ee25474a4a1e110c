"""How places are read: cities, venues, and the two ends of a movement."""

from dataclasses import replace
from datetime import date

import pytest

from planner.forms import Draft, change_of, new
from planner.records import Lodging, Meeting, Movement, Place, Record, Stop, Venue
from planner.records.words import Mode, VenueKind
from tests.planner.forms.filling import (
    ONTARIO,
    a_new,
    at,
    filled,
    outside,
    the_changed,
    with_more,
)
from tests.planner.journeys import (
    CROSSING,
    LONDON,
    OTTAWA,
    PARIS,
    STARMER,
    in_london,
    in_paris,
)

ALERT = Place("Alert", "CA", "America/Toronto", "", 82.5, -62.3)


def stop(place: str) -> Draft:
    return a_new("stop", "lunch", place=place)


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("Paris", PARIS),
        ("paris, france", PARIS),
        ("London, England, United Kingdom", LONDON),
        ("London, Ontario, Canada", ONTARIO),
        ("Lutetia", PARIS),
        ("Matignon", PARIS),
        ("  Ottawa ", OTTAWA),
        ("Alert; CA; America/Toronto; 82.5; -62.3", ALERT),
        ("Alert;Canada;America/Toronto;82.5;-62.3", ALERT),
        ("Alert; Canada; America/Toronto", replace(ALERT, latitude=None, longitude=None)),
        ("Pristina; XK; Europe/Belgrade", Place("Pristina", "XK", "Europe/Belgrade")),
    ],
)
def test_a_place_is_one_of_the_gazetteer_or_typed_in_parts(typed: str, place: Place) -> None:
    assert stop(typed).value("place") == place


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Paris", "Paris, France · Europe/Paris"),
        ("London, Ontario, Canada", "London, Ontario, Canada · America/Toronto"),
        ("Alert; CA; America/Toronto", "Alert, Canada · America/Toronto"),
    ],
)
def test_a_place_is_said_with_its_country_and_its_clocks(typed: str, said: str) -> None:
    assert stop(typed).said("place") == said


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        (
            "London",
            "“London” could be London, England, United Kingdom or London, Ontario, Canada.",
        ),
        ("Xanadu", "No place is called “Xanadu”. Or type city; country code; time zone;"),
        ("Alert; CA", "place: expected city; country code; time zone; latitude; longitude"),
        ("a; CA; UTC; 1", "place: expected city; country code; time zone; latitude; longitude"),
        ("; CA; UTC", "place: expected a city and a country such as CA"),
        ("Alert; Atlantis; UTC", "place: expected a city and a country such as CA"),
        ("Alert; CA; Mars/Olympus", "“Mars/Olympus” is not a known time zone."),
        ("Alert; CA; UTC; north; west", "place: expected degrees such as 82.5"),
        ("Alert; CA; UTC; 91; 0", "place: expected degrees on earth"),
        ("Alert; CA; UTC; nan; 0", "place: expected degrees on earth"),
        ("Alert; CA; UTC; 0; 181", "place: expected degrees on earth"),
        ("", "City is needed."),
    ],
)
def test_a_place_that_cannot_be_used_says_what_can(typed: str, problem: str) -> None:
    assert stop(typed).problem("place").startswith(problem)


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("lon", ["London, England, United Kingdom", "London, Ontario, Canada"]),
        ("par", ["Paris, France"]),
        ("", []),
        ("Xanadu", []),
    ],
)
def test_places_are_offered_while_they_are_typed(typed: str, offered: list[str]) -> None:
    assert [each.text for each in stop(typed).suggestions("place")] == offered


def test_a_place_that_is_not_required_can_be_left_out() -> None:
    assert filled(new("trip", outside()), ends_at="").value("ends_at") is None


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (PARIS, "Paris, France"),
        (LONDON, "London, England, United Kingdom"),
        (replace(PARIS, admin_area="Paris"), "Paris, France"),
        (replace(PARIS, country="ZZ"), "Paris, ZZ"),
    ],
)
def test_a_place_is_written_with_its_region_and_country(place: Place, text: str) -> None:
    assert new("stop", at("lunch"), place=place).text("place") == text


def meeting(venue: str, **texts: str) -> Draft:
    return a_new("meeting", "lunch", **{"kind": "call", "venue": venue, **texts})


@pytest.mark.parametrize(
    ("typed", "venue", "said"),
    [
        ("Élysée Palace", "elysee", "Paris, France"),
        ("elys", "elysee", "Élysée Palace · Paris, France"),
        ("palace", "elysee", "Élysée Palace · Paris, France"),
        ("downing", "downing-street", "10 Downing Street · London, England, United Kingdom"),
        ("", None, ""),
    ],
)
def test_a_venue_that_is_kept_is_found_by_its_name(
    typed: str, venue: str | None, said: str
) -> None:
    draft = meeting(typed)
    assert (draft.value("venue"), draft.said("venue")) == (venue, said)
    assert not [record for record in draft.records if isinstance(record, Venue)]


@pytest.mark.parametrize(
    ("typed", "name", "kind"),
    [
        ("Matignon", "Matignon", VenueKind.OFFICE),
        ("matignon, paris, france", "Matignon", VenueKind.OFFICE),
        ("Ottawa", "Ottawa", VenueKind.CITY),
    ],
)
def test_a_venue_that_only_the_gazetteer_knows_is_made(
    typed: str, name: str, kind: VenueKind
) -> None:
    draft = meeting(typed)
    made, record = draft.records
    assert isinstance(made, Venue)
    assert (made.name, made.kind) == (name, kind)
    assert isinstance(record, Meeting)
    assert record.venue == made.id


def test_the_same_venue_named_twice_is_made_once() -> None:
    draft = meeting("Matignon", accepted_venue="Matignon")
    made, record = draft.records
    assert isinstance(record, Meeting)
    assert record.venue == record.accepted_venue == made.id


def test_a_venue_of_the_gazetteer_that_is_kept_already_is_not_made_again() -> None:
    kept = Venue(id="matignon", name="Matignon", place=PARIS)
    draft = filled(new("meeting", with_more(kept)), kind="call", venue="matignon, paris, france")
    assert draft.value("venue") == "matignon"
    assert len(draft.records) == 1


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("Rideau Hall", "No venue is called “Rideau Hall”. A new venue can be made."),
        ("London", "“London” could be London, England, United Kingdom or"),
        (
            "Elysse",
            "No venue is called “Elysse”. Did you mean Élysée Palace? A new venue can be made.",
        ),
    ],
)
def test_a_venue_that_nobody_knows_can_be_made(typed: str, problem: str) -> None:
    assert meeting(typed).problem("venue").startswith(problem)
    assert meeting(typed).suggestions("venue")[-1].makes == "venue"


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("", ["Orly", "Élysée Palace", "Montréal–Trudeau", "RAF Northolt", "10 Downing Street"]),
        ("elys", ["Élysée Palace"]),
        ("mat", ["Matignon, Paris, France"]),
        (
            "Orly",
            ["Orly", "Élysée Palace", "Montréal–Trudeau", "RAF Northolt", "10 Downing Street"],
        ),
    ],
)
def test_venues_are_offered_those_of_the_stop_first_then_those_of_the_gazetteer(
    typed: str, offered: list[str]
) -> None:
    some = meeting(typed).suggestions("venue")
    assert [each.text for each in some if not each.makes] == offered


@pytest.mark.parametrize(
    ("typed", "stop", "start"),
    [
        ("downing", "london", in_london("12:00")),
        ("northolt", "london", in_london("12:00")),
        ("orly", "paris", in_paris("12:00")),
        ("Matignon", "paris", in_paris("12:00")),
        ("London, England, United Kingdom", "london", in_london("12:00")),
        ("trudeau", "paris", None),
        ("nowhere", "paris", in_paris("12:00")),
    ],
)
def test_a_venue_in_another_stop_brings_that_stop_along(
    typed: str, stop: str, start: object
) -> None:
    draft = meeting(typed, hours="17 mar 12:00")
    assert draft.value("stop") == stop
    assert start is None or draft.value("start", "hours") == start


def test_a_stop_that_was_typed_is_not_moved_by_a_venue() -> None:
    typed_before = a_new("meeting", "starmer-meeting", kind="call", stop="Paris", venue="downing")
    typed_after = meeting("downing", stop="Paris")
    assert (typed_before.value("stop"), typed_after.value("stop")) == ("paris", "paris")


def test_a_stop_follows_a_venue_from_one_to_the_next() -> None:
    draft = meeting("downing")
    assert draft.text("stop") == "London"
    assert draft.with_text("venue", "orly").text("stop") == "Paris"
    assert draft.with_text("stop", "Paris").with_text("venue", "northolt").text("stop") == "Paris"


def test_a_venue_of_the_meeting_that_is_changed_leaves_the_stop_where_it_was() -> None:
    record = the_changed("lunch", venue="orly").record
    assert isinstance(record, Meeting)
    assert (record.stop, record.venue) == ("paris", "orly")


@pytest.mark.parametrize(
    ("typed", "stop", "venue", "said"),
    [
        ("Paris", "paris", None, "stop, 17/3"),
        ("par", "paris", None, "Paris · stop, 17/3"),
        ("London", "london", None, "stop, 17/3–18/3"),
        ("Orly", None, "orly", "Paris, France"),
        ("northolt", None, "northolt", "RAF Northolt · London, England, United Kingdom"),
    ],
)
def test_a_movement_goes_between_stops_and_venues(
    typed: str, stop: str | None, venue: str | None, said: str
) -> None:
    record = a_new("movement", "lunch", mode="rail", origin=typed, destination="London").record
    assert isinstance(record, Movement)
    assert (record.origin_stop, record.origin_venue) == (stop, venue)
    draft = a_new("movement", "lunch", mode="rail", origin=typed, destination="London")
    assert draft.said("origin") == said


def test_an_end_that_only_the_gazetteer_knows_is_made_a_venue() -> None:
    draft = a_new("movement", "lunch", mode="motorcade", origin="Paris", destination="Matignon")
    made, record = draft.records
    assert isinstance(record, Movement)
    assert record.destination_venue == made.id
    assert draft.edit.label == "Added movement “Paris → Matignon”"


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", "To is needed."),
        ("Rome", "No stop or venue is called “Rome”."),
        ("Elysse", "No stop or venue is called “Elysse”. Did you mean Élysée Palace?"),
    ],
)
def test_an_end_that_is_nowhere_is_refused(typed: str, problem: str) -> None:
    draft = a_new("movement", "lunch", mode="rail", destination=typed)
    assert draft.problem("destination").startswith(problem)


def test_a_stop_beside_its_venue_is_kept_while_the_venue_is() -> None:
    draft = change_of(CROSSING, at("crossing"))
    assert draft.text("origin") == "Orly"
    same = draft.with_text("origin", "orly").record
    other = draft.with_text("origin", "Élysée Palace").record
    assert isinstance(same, Movement)
    assert isinstance(other, Movement)
    assert (same.origin_stop, same.origin_venue) == ("paris", "orly")
    assert (other.origin_stop, other.origin_venue) == (None, "elysee")


@pytest.mark.parametrize(
    ("mode", "hint"),
    [
        (Mode.GOVERNMENT_AIRCRAFT, "about 58 min by government aircraft (estimate, 344 km)"),
        (Mode.RAIL, "about 2 h 45 by rail (estimate, 344 km)"),
    ],
)
def test_the_estimate_of_a_way_is_that_of_its_mode(mode: Mode, hint: str) -> None:
    draft = a_new(
        "movement",
        "lunch",
        mode=mode.value,
        origin="Paris",
        destination="London",
        depart="17 mar 15:30",
        arrive="",
    )
    assert [each.hint for each in draft.suggestions("arrive")] == [hint]


@pytest.mark.parametrize(
    "texts",
    [
        {"depart": ""},
        {"depart": "18 mar"},
        {"origin": "nowhere"},
        {"arrive": "15:40"},
    ],
)
def test_there_is_no_estimate_while_it_has_nothing_to_go_by(texts: dict[str, str]) -> None:
    known = {"mode": "rail", "origin": "Paris", "destination": "London", "arrive": ""}
    draft = a_new("movement", "lunch", **{**known, "depart": "17 mar 15:30", **texts})
    assert draft.suggestions("arrive") == ()


def test_a_night_is_at_a_stop_and_perhaps_in_a_venue() -> None:
    draft = a_new("lodging", "lunch", stop="London", name="The residence", venue="Matignon")
    made, record = draft.records
    assert isinstance(record, Lodging)
    assert (record.stop, record.venue) == ("london", made.id)


def test_a_movement_carries_along_the_hours_of_its_stops_where_nobody_said_otherwise() -> None:
    stops = (
        Stop(id="ottawa", trip="trip", place=OTTAWA, position=3, arrive_on=date(2025, 3, 18)),
        Stop(id="paris", trip="trip", place=PARIS, arrive=in_paris("08:40")),
    )
    draft = filled(
        new("movement", with_more(*stops)),
        mode="government",
        origin="Paris",
        destination="Ottawa",
        depart="18 mar 9:00",
        arrive="+7h",
    )
    moved = {each.id: each for each in draft.records if isinstance(each, Stop)}
    assert moved["paris"].depart == in_paris("09:00", 18)
    assert moved["ottawa"].arrive == in_paris("16:00", 18).to("America/Toronto")
    assert moved["ottawa"].arrive_on is None


@pytest.mark.parametrize("destination", ["Ottawa", "Élysée", "Matignon"])
def test_a_movement_leaves_stops_alone_that_somebody_gave_other_days(destination: str) -> None:
    day = date(2025, 3, 19)
    stops = (
        Stop(id="ottawa", trip="trip", place=OTTAWA, position=3, arrive_on=day),
        Stop(id="paris", trip="trip", place=PARIS, arrive=in_paris("08:40"), depart_on=day),
    )
    draft = filled(
        new("movement", with_more(*stops)),
        mode="motorcade",
        origin="Paris",
        destination=destination,
        depart="18 mar 9:00",
        arrive="+7h",
    )
    assert not [each for each in draft.records if isinstance(each, Stop)]


def test_a_movement_inside_a_city_ends_no_stay() -> None:
    stop = Stop(id="paris", trip="trip", place=PARIS, arrive=in_paris("08:40"))
    draft = filled(
        new("movement", with_more(stop)),
        mode="motorcade",
        origin="Paris",
        destination="Matignon",
        depart="17 mar 11:30",
        arrive="+40m",
    )
    assert not [each for each in draft.records if isinstance(each, Stop)]


def test_a_movement_leaves_stops_alone_that_somebody_gave_other_hours() -> None:
    draft = change_of(CROSSING, at("crossing"))
    later = draft.with_text("depart", "17 mar 14:45").with_text("arrive", "+1h10")
    assert [type(record) for record in later.records] == [Movement, Stop, Stop]
    kept: Record = Stop(
        id="paris", trip="trip", place=PARIS, arrive=in_paris("08:40"), depart=in_paris("14:20")
    )
    draft = change_of(CROSSING, with_more(kept, selected="crossing"))
    later = draft.with_text("depart", "17 mar 14:45")
    assert [record.id for record in later.records] == ["crossing"]


def test_venues_are_offered_first_that_are_in_the_stop_that_is_chosen() -> None:
    draft = change_of(STARMER, at("lunch")).with_text("venue", "")
    assert [each.text for each in draft.suggestions("venue")][:2] == [
        "RAF Northolt",
        "10 Downing Street",
    ]
