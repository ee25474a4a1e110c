"""The shipped gazetteer: what must resolve, what must ask, and what must be refused."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.places import ShippedGazetteer
from planner.errors import PlaceAmbiguous, PlaceUnknown
from planner.records.values import Place
from planner.records.words import VenueKind

GAZETTEER = ShippedGazetteer()
AWKWARD = st.text(st.sampled_from("\"'*()-^:{}[]%_;,.\\/\0 abcé日😀ORAND\u202e\ud800"), max_size=40)


@pytest.fixture(scope="module", autouse=True)
def _closing() -> Iterator[None]:
    yield
    GAZETTEER.close()


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("Paris", "Paris, Île-de-France, France"),
        ("Rome", "Rome, Lazio, Italy"),
        ("Berlin", "Berlin, Germany"),
        ("Ottawa", "Ottawa, Ontario, Canada"),
        ("Brussels", "Brussels, Belgium"),
        ("Geneva", "Geneva, Switzerland"),
        ("Washington", "Washington, District of Columbia, United States"),
        ("New Delhi", "New Delhi, Delhi, India"),
        ("Iqaluit", "Iqaluit, Nunavut, Canada"),
        ("The Hague", "The Hague, South Holland, Netherlands"),
        ("Vatican City", "Vatican City, Holy See"),
        ("Glasgow", "Glasgow, Scotland, United Kingdom"),
        ("Accra", "Accra, Ghana"),
        ("Port of Spain", "Port of Spain, Trinidad and Tobago"),
        ("Buenos Aires", "Buenos Aires, Argentina"),
        ("Rio de Janeiro", "Rio de Janeiro, Brazil"),
        ("Brasilia", "Brasília, Federal District, Brazil"),
        ("Windhoek", "Windhoek, Khomas, Namibia"),
        ("Antwerp", "Antwerp, Flanders, Belgium"),
        ("Pristina", "Pristina, Kosovo"),
        ("Kananaskis", "Kananaskis, Alberta, Canada"),
        ("Davos", "Davos, Graubünden, Switzerland"),
    ],
)
def test_a_city_is_meant_by_its_name(typed: str, label: str) -> None:
    site = GAZETTEER.resolve(typed)
    assert (site.label, site.is_city) == (label, True)


@pytest.mark.parametrize(
    ("typed", "name", "country"),
    [
        ("Kiev", "Kyiv", "UA"),
        ("Kyiv", "Kyiv", "UA"),
        ("NYC", "New York", "US"),
        ("New York City", "New York", "US"),
        ("Den Haag", "The Hague", "NL"),
        ("La Haye", "The Hague", "NL"),
        ("Londres", "London", "GB"),
        ("Roma", "Rome", "IT"),
        ("Pékin", "Beijing", "CN"),
        ("Bombay", "Mumbai", "IN"),
        ("Genève", "Geneva", "CH"),
        ("Wien", "Vienna", "AT"),
        ("Praha", "Prague", "CZ"),
        ("Warszawa", "Warsaw", "PL"),
        ("København", "Copenhagen", "DK"),
        ("Köln", "Cologne", "DE"),
        ("Washington DC", "Washington", "US"),
        ("Washington, D.C.", "Washington", "US"),
        ("Quebec City", "Québec", "CA"),
        ("Charlevoix", "La Malbaie", "CA"),
        ("Evian", "Évian-les-Bains", "FR"),
        ("Saint Petersburg, Russia", "Saint Petersburg", "RU"),
        ("St Petersburg, Russia", "Saint Petersburg", "RU"),
    ],
)
def test_a_city_is_meant_by_its_other_names(typed: str, name: str, country: str) -> None:
    site = GAZETTEER.resolve(typed)
    assert (site.name, site.place.country) == (name, country)


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("London, England", "London, England, United Kingdom"),
        ("London, UK", "London, England, United Kingdom"),
        ("London GB", "London, England, United Kingdom"),
        ("London, Ontario", "London, Ontario, Canada"),
        ("London Ontario", "London, Ontario, Canada"),
        ("london on", "London, Ontario, Canada"),
        ("London, Ontario, Canada", "London, Ontario, Canada"),
        ("Londn, Ontario", "London, Ontario, Canada"),
        ("London, Ontaro", "London, Ontario, Canada"),
        ("Paris, Texas", "Paris, Texas, United States"),
        ("Paris, France", "Paris, Île-de-France, France"),
        ("Ankara, Türkiye", "Ankara, Türkiye"),
        ("Ankara, Turkey", "Ankara, Türkiye"),
        ("Windsor, Ontario", "Windsor, Ontario, Canada"),
        ("Brusels, Belgium", "Brussels, Belgium"),
        ("Quirinal, Roma", "Quirinal Palace, Rome, Italy"),
        ("Scottish Event Campus, Glasgow", "Scottish Event Campus, Glasgow, United Kingdom"),
        ("Government House, Sydney", "Government House, Sydney, Australia"),
    ],
)
def test_area_country_or_city_behind_the_name_says_which(typed: str, label: str) -> None:
    assert GAZETTEER.resolve(typed).label == label


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Élysée", "Élysée Palace"),
        ("elysee", "Élysée Palace"),
        ("Palais de l'Elysee", "Élysée Palace"),
        ("Matignon", "Hôtel Matignon"),
        ("Notre-Dame de Paris", "Notre-Dame de Paris"),
        ("10 Downing Street", "10 Downing Street"),
        ("Downing Street", "10 Downing Street"),
        ("Number 10", "10 Downing Street"),
        ("Downing", "10 Downing Street"),
        ("Buckingham Palace", "Buckingham Palace"),
        ("Rideau Hall", "Rideau Hall"),
        ("White House", "White House"),
        ("East Room", "East Room"),
        ("Camp David", "Camp David"),
        ("Villa Taverna", "Villa Taverna"),
        ("Villa Bonaparte", "Villa Bonaparte"),
        ("Palazzo Farnese", "Palazzo Farnese"),
        ("Quirinale Palace", "Quirinal Palace"),
        ("Chigi Palace", "Chigi Palace"),
        ("La Nuvola", "La Nuvola"),
        ("Jubilee House", "Jubilee House"),
        ("NATO HQ", "NATO Headquarters"),
        ("Bankova", "Office of the President of Ukraine"),
        ("Elmau", "Schloss Elmau"),
        ("Bessastadir", "Bessastaðir"),
        ("World Forum The Hague", "World Forum"),
        ("UN", "United Nations Headquarters"),
    ],
)
def test_a_venue_of_state_is_meant_by_its_names(typed: str, name: str) -> None:
    site = GAZETTEER.resolve(typed)
    assert site.name == name
    assert site.kind not in (VenueKind.CITY, VenueKind.AIRPORT)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("ORY", "ORY"),
        ("ory", "ORY"),
        ("Orly", "ORY"),
        ("LFPO", "ORY"),
        ("Paris-Orly Airport", "ORY"),
        ("YFB", "YFB"),
        ("Iqaluit Airport", "YFB"),
        ("NHT", "NHT"),
        ("EGWU", "NHT"),
        ("Northolt", "NHT"),
        ("RAF Northolt", "NHT"),
        ("Joint Base Andrews", "ADW"),
        ("Villacoublay", "VIY"),
        ("Ramstein", "RMS"),
        ("Melsbroek", "EBMB"),
        ("Rome-Fiumicino", "FCO"),
        ("Heathrow", "LHR"),
        ("Kotoka International Airport", "ACC"),
        ("Accra Kotoka", "ACC"),
        ("BRU", "BRU"),
    ],
)
def test_an_airport_is_meant_by_its_codes_and_names(typed: str, code: str) -> None:
    site = GAZETTEER.resolve(typed)
    assert (site.code, site.kind) == (code, VenueKind.AIRPORT)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Brusels", "Brussels"),
        ("Brusells", "Brussels"),
        ("Otawa", "Ottawa"),
        ("Pariss", "Paris"),
        ("Reykjavk", "Reykjavík"),
        ("Wawrsaw", "Warsaw"),
        ("Johanesberg", "Johannesburg"),
        ("Buckinham Palace", "Buckingham Palace"),
        ("Downing Steet", "10 Downing Street"),
        ("Otawa Ontario", "Ottawa"),
    ],
)
def test_slips_of_the_finger_are_forgiven(typed: str, name: str) -> None:
    assert GAZETTEER.resolve(typed).name == name


@pytest.mark.parametrize(
    ("typed", "choices"),
    [
        ("London", ("London, England, United Kingdom", "London, Ontario, Canada")),
        ("Kingston", ("Kingston, Jamaica", "Kingston, Ontario, Canada")),
        ("Tripoli", ("Tripoli, Libya", "Tripoli, Ash Shimāl, Lebanon")),
        ("Athens", ("Athens, Attica, Greece", "Athens, Georgia, United States")),
    ],
)
def test_a_name_that_may_mean_several_asks_which(typed: str, choices: tuple[str, ...]) -> None:
    with pytest.raises(PlaceAmbiguous) as asked:
        GAZETTEER.resolve(typed)
    assert asked.value.choices == choices
    assert [GAZETTEER.resolve(choice).label for choice in choices] == list(choices)


def test_several_airports_of_a_city_are_asked_about() -> None:
    with pytest.raises(PlaceAmbiguous) as asked:
        GAZETTEER.resolve("Paris airport")
    assert "Paris Orly (ORY), Paris, France" in asked.value.choices


def test_a_code_in_capitals_and_a_city_of_that_name_are_comparable() -> None:
    assert GAZETTEER.resolve("San, Mali").is_city
    with pytest.raises(PlaceAmbiguous, match=r"San Diego Airport \(SAN\)"):
        GAZETTEER.resolve("SAN")


@pytest.mark.parametrize(
    "typed",
    ["", "   ", "…", "xyzzy", "Türkiye", "France", "Paris, Germany", "by telephone", "x" * 10_000],
)
def test_what_is_no_place_is_refused(typed: str) -> None:
    with pytest.raises(PlaceUnknown):
        GAZETTEER.resolve(typed)


def test_a_refusal_says_what_is_close() -> None:
    with pytest.raises(PlaceUnknown, match="Did you mean Paris, Île-de-France, France"):
        GAZETTEER.resolve("Paris, Germany")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Lon", "London, England, United Kingdom"),
        ("Pari", "Paris, Île-de-France, France"),
        ("bruss", "Brussels, Belgium"),
        ("elys", "Élysée Palace, Paris, France"),
        ("10 d", "10 Downing Street, London, United Kingdom"),
        ("down", "10 Downing Street, London, United Kingdom"),
        ("buck", "Buckingham Palace, London, United Kingdom"),
        ("washin", "Washington, District of Columbia, United States"),
        ("ORY", "Paris Orly (ORY), Paris, France"),
        ("otawa", "Ottawa, Ontario, Canada"),
        ("london, ont", "London, Ontario, Canada"),
        ("kie", "Kyiv, Ukraine"),
    ],
)
def test_as_one_types_the_likeliest_comes_first(typed: str, first: str) -> None:
    assert GAZETTEER.find(typed)[0].label == first


def test_a_name_in_full_lists_all_that_bear_it_before_what_begins_so() -> None:
    found = [site.label for site in GAZETTEER.find("London")]
    assert found[:2] == ["London, England, United Kingdom", "London, Ontario, Canada"]
    assert "London Heathrow (LHR), London, United Kingdom" in found


def test_no_more_are_found_than_asked_for_and_none_twice() -> None:
    found = GAZETTEER.find("san", limit=5)
    assert len(found) == len(set(found)) == 5
    assert GAZETTEER.find("") == ()


@given(AWKWARD)
def test_whatever_is_typed_gives_sites_or_a_clear_refusal(text: str) -> None:
    assert len(GAZETTEER.find(text)) <= 8
    with suppress(PlaceAmbiguous, PlaceUnknown):
        GAZETTEER.resolve(text)


@pytest.mark.parametrize("text", ["a " * 5000, "san " * 30, "x" * 119, "é" * 10_000, ", " * 200])
def test_length_alone_breaks_nothing(text: str) -> None:
    GAZETTEER.find(text)
    with suppress(PlaceAmbiguous, PlaceUnknown):
        GAZETTEER.resolve(text)


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Apostolic Palace", "Europe/Vatican"),
        ("YFB", "America/Iqaluit"),
        ("Iqaluit", "America/Iqaluit"),
        ("St. John's, Newfoundland", "America/St_Johns"),
        ("Kyiv", "Europe/Kyiv"),
        ("Port of Spain", "America/Port_of_Spain"),
        ("Urumqi", "Asia/Shanghai"),
    ],
)
def test_a_place_follows_the_clocks_that_are_kept_there(typed: str, zone: str) -> None:
    assert GAZETTEER.resolve(typed).place.zone == zone


def test_the_airports_near_a_place_come_nearest_first() -> None:
    paris = GAZETTEER.resolve("Paris").place
    codes = [site.code for site in GAZETTEER.airports_near(paris, within_km=30)]
    assert codes[:4] == ["VIY", "ORY", "LBG", "TNF"]
    assert "CDG" in codes
    assert GAZETTEER.airports_near(Place("Paris", "FR", "Europe/Paris")) == ()


def test_several_threads_may_ask() -> None:
    gazetteer = ShippedGazetteer()
    names = ["Brusels", "Otawa", "Pariss", "Reykjavk", "Wawrsaw"] * 20
    with ThreadPoolExecutor(8) as pool:
        found = [site.name for site in pool.map(gazetteer.resolve, names)]
    gazetteer.close()
    assert found == ["Brussels", "Ottawa", "Paris", "Reykjavík", "Warsaw"] * 20
