from dataclasses import replace
from datetime import date

import pytest

from planner.conflicts import Conflict, Severity
from planner.itinerary import Itinerary
from planner.records import Movement, Record
from planner.records.words import Mode, Status
from planner.settings import Limits
from tests.planner.building import (
    PLACES,
    VENUES,
    as_of,
    everything_in,
    flight,
    found,
    meeting,
    motorcade,
    movement,
    of_ours,
    stop,
    takes,
    trip,
)

AIR = (Mode.GOVERNMENT_AIRCRAFT, Mode.COMMERCIAL_AIR)


def odd_in(itinerary: Itinerary, limits: Limits | None = None) -> list[Conflict]:
    return found("movement-implausible", itinerary, as_of(limits=limits))


def by(mode: Mode, minutes: int, origin: str = "Élysée", destination: str = "Orly") -> Itinerary:
    """Return a trip with one way of so many minutes: 16 km, unless other ends are given."""
    way = movement(mode, origin, destination, "10:00")
    assert way.depart
    return trip(replace(way, arrive=way.depart.plus(minutes)))


def test_a_flight_faster_than_anything_is_a_warning() -> None:
    (conflict,) = odd_in(trip(flight("Orly", "Northolt", "14:30-13:50")))
    assert conflict.severity is Severity.WARNING
    assert conflict.message == (
        "Government aircraft Orly–Northolt is given 20 min for 372 km, which take 23 min even at "
        "1,000 km/h: 3 min short."
    )
    assert conflict.subjects == ("Orly–Northolt",)
    assert conflict.at
    assert conflict.shortfall == 3
    assert conflict.way_out == "arrive at 13:53 or later, or correct its mode or a zone"


def test_a_flight_far_slower_than_any_is_a_warning() -> None:
    (conflict,) = odd_in(trip(flight("Orly", "Northolt", "14:30-17:00")))
    assert conflict.severity is Severity.WARNING
    assert conflict.message == (
        "Government aircraft Orly–Northolt is given 3 h 30 for 372 km, which take 2 h 28 even at "
        "150 km/h: 1 h 02 too long."
    )
    assert conflict.shortfall == 62
    assert conflict.way_out == "correct a time, its zone or the mode"


@pytest.mark.parametrize(
    ("mode", "ends", "too_short"),
    [
        *((mode, ("Orly", "Northolt"), 22) for mode in AIR),
        (Mode.HELICOPTER, ("Orly", "Northolt"), 69),
        (Mode.RAIL, ("Orly", "Northolt"), 69),
        (Mode.MOTORCADE, ("Élysée", "Orly"), 7),
        (Mode.SEA, ("Élysée", "Orly"), 12),
        (Mode.ON_FOOT, ("Élysée", "Matignon"), 15),
    ],
)
def test_each_mode_has_its_greatest_speed(
    mode: Mode, ends: tuple[str, str], too_short: int
) -> None:
    (conflict,) = odd_in(by(mode, too_short, *ends))
    assert conflict.shortfall == 1
    assert not odd_in(by(mode, too_short + 1, *ends))


@pytest.mark.parametrize(
    ("mode", "ends", "too_long"),
    [
        *((mode, ("Orly", "Northolt"), 149) for mode in AIR),
        (Mode.MOTORCADE, ("Élysée", "Orly"), 198),
    ],
)
def test_what_flies_or_drives_has_its_least_speed(
    mode: Mode, ends: tuple[str, str], too_long: int
) -> None:
    (conflict,) = odd_in(by(mode, too_long, *ends))
    assert conflict.shortfall == 1
    assert not odd_in(by(mode, too_long - 1, *ends))


@pytest.mark.parametrize(
    ("mode", "ends"),
    [
        (Mode.GOVERNMENT_AIRCRAFT, ("Northolt", "Heathrow")),
        (Mode.MOTORCADE, ("Élysée", "Matignon")),
        (Mode.HELICOPTER, ("Orly", "Northolt")),
        (Mode.RAIL, ("Orly", "Northolt")),
        (Mode.SEA, ("Orly", "Northolt")),
        (Mode.ON_FOOT, ("Élysée", "Orly")),
    ],
)
def test_short_ways_and_other_modes_may_take_their_time(mode: Mode, ends: tuple[str, str]) -> None:
    assert not odd_in(by(mode, 24 * 60, *ends))


def test_the_greatest_speed_of_aircraft_is_a_limit() -> None:
    itinerary = by(Mode.COMMERCIAL_AIR, 30, "Orly", "Northolt")
    assert not odd_in(itinerary)
    assert odd_in(itinerary, Limits(fastest_kmh=700))


def test_the_speed_is_that_of_the_instants() -> None:
    assert not odd_in(trip(flight("Orly", "Northolt", "14:30-14:40")))
    assert not odd_in(trip(flight("Haneda", "Trudeau Airport", "18:00-17:00")))


@pytest.mark.parametrize(
    "exempt",
    [
        flight("Orly", "Northolt", "14:30-13:40", status=Status.CANCELLED),
        flight("Orly", "Northolt", "14:30-13:30"),
        flight("Orly", "Northolt", "14:30"),
        flight("Orly", "Northolt", "-14:30"),
        flight("Orly", "Northolt", "14:30-13:40", destination_venue=None),
        motorcade("Paris", "Matignon", "10:00-10:01", destination_venue=None),
    ],
)
def test_what_fell_away_or_is_not_known_is_left_alone(exempt: Movement) -> None:
    assert not odd_in(trip(exempt))


def test_a_place_without_coordinates_is_at_no_distance() -> None:
    nowhere = replace(PLACES["Tokyo"], latitude=None, longitude=None)
    assert not odd_in(trip(stop("Tokyo", place=nowhere), flight("Paris", "Tokyo", "10:00-19:00")))


def test_where_a_travel_time_was_typed_one_conflict_is_enough() -> None:
    hurried = trip(motorcade("Élysée", "Orly", "13:40-13:45"), takes(35, "Élysée", "Orly"))
    assert not odd_in(hurried)
    assert len(found("transfer-too-short", hurried)) == 1
    wrong = trip(motorcade("Élysée", "Orly", "13:40-13:45"), takes(5, "Élysée", "Orly"))
    assert len(odd_in(wrong)) == 1


def test_the_advance_teams_movements_are_looked_at_too() -> None:
    fast = flight("Orly", "Northolt", "14:30-13:50")
    back = flight("Northolt", "Orly", "20:00-22:00")
    seats = [*of_ours("Jeanne Roy", back), *of_ours("Anna Weiss", fast)]
    assert len(odd_in(trip(fast, back, seats))) == 1


OUT = flight("Trudeau Airport", "Orly", "2025-03-16T20:40/2025-03-17T08:40")
BACK = flight("Orly", "Trudeau Airport", "20:00-22:00")
FROM_LONDON = flight("Northolt", "Trudeau Airport", "18:00-21:00")


def breaks_in(*parts: Record) -> list[Conflict]:
    return found("movement-sequence", trip(*parts))


def facts_in(*parts: Record) -> list[tuple[str, tuple[str, ...]]]:
    """Return what is said of a trip by the rules that may say of a jump."""
    rules = {
        "movement-sequence",
        "principal-overlap",
        "stop-discontinuity",
        "transfer-too-short",
        "intercity-infeasible",
        "outside-stay",
    }
    return [
        (each.rule, each.subjects) for each in everything_in(trip(*parts)) if each.rule in rules
    ]


def test_between_places_that_are_no_stops_a_jump_is_an_error() -> None:
    (conflict,) = breaks_in(OUT, FROM_LONDON)
    assert conflict.severity is Severity.ERROR
    assert conflict.message == (
        "Government aircraft Trudeau Airport–Orly on Sunday 16 March 2025 ends in Paris, "
        "Government aircraft Northolt–Trudeau Airport on Monday 17 March 2025 leaves from London: "
        "no movement leads there."
    )
    assert conflict.subjects == ("Northolt–Trudeau Airport", "Trudeau Airport–Orly")
    assert conflict.at == (FROM_LONDON.depart.instant if FROM_LONDON.depart else None)
    assert conflict.way_out == "add a movement from Paris to London"


def test_unless_both_are_firm_it_is_a_warning() -> None:
    (conflict,) = breaks_in(OUT, replace(FROM_LONDON, status=Status.TENTATIVE))
    assert conflict.severity is Severity.WARNING


@pytest.mark.parametrize("parts", [(OUT, BACK), (OUT, flight("Orly", "Northolt", "14:30-14:40"))])
def test_where_the_next_leaves_from_where_the_last_arrived_all_is_well(
    parts: tuple[Movement, Movement],
) -> None:
    assert all(each.severity is Severity.NOTICE for each in breaks_in(*parts))


def test_how_far_is_elsewhere_is_a_limit() -> None:
    itinerary = trip(OUT, FROM_LONDON)
    limits = as_of(limits=Limits(same_stop_km=500))
    assert not found("movement-sequence", itinerary, limits)


@pytest.mark.parametrize(("out", "back", "fires"), [(18, 19, True), (18, 18, False)])
def test_of_movements_without_hours_the_days_tell_the_order(
    out: int, back: int, *, fires: bool
) -> None:
    planned = [
        flight("Trudeau Airport", "Orly", "", day=date(2025, 3, out)),
        flight("Northolt", "Trudeau Airport", "", day=date(2025, 3, back)),
    ]
    assert bool(breaks_in(*planned)) is fires


def test_between_stops_too_a_jump_to_a_movement_of_which_only_the_day_is_known() -> None:
    planned = flight("Northolt", "Trudeau Airport", "", day=date(2025, 3, 19))
    (conflict,) = breaks_in(OUT, stop("Paris"), stop("London"), planned)
    assert conflict.severity is Severity.ERROR
    assert "on Wednesday 19 March 2025 leaves from London" in conflict.message
    assert conflict.at is None


@pytest.mark.parametrize(
    "between",
    [
        flight("Orly", "Northolt", ""),
        flight("Orly", "Northolt", "", day=date(2025, 3, 17)),
        flight("Orly", "Northolt", "14:30-14:40"),
    ],
)
def test_a_movement_that_may_lead_there_closes_the_gap(between: Movement) -> None:
    assert not breaks_in(OUT, between, FROM_LONDON)


def test_one_that_leads_elsewhere_does_not() -> None:
    assert len(breaks_in(OUT, flight("Orly", "Haneda", ""), FROM_LONDON)) == 1


@pytest.mark.parametrize(
    ("rule", "parts"),
    [
        ("principal-overlap", [OUT, flight("Northolt", "Orly", "07:00-09:30"), BACK]),
        ("stop-discontinuity", [stop("Paris"), stop("London"), OUT, FROM_LONDON]),
        ("intercity-infeasible", [OUT, flight("Haneda", "Trudeau Airport", "18:00-17:00")]),
        (
            "transfer-too-short",
            [OUT, stop("Paris"), motorcade("Élysée", "Orly", "19:40-20:10"), BACK],
        ),
    ],
)
def test_what_another_rule_says_is_not_said_again(rule: str, parts: list[Record]) -> None:
    assert [each for each, _ in facts_in(*parts)] == [rule]


def test_a_jump_by_way_of_meetings_is_said_once() -> None:
    talks = meeting("Talks", "14:00-15:00", "London")
    assert facts_in(OUT, stop("Paris"), talks, FROM_LONDON) == [
        ("stop-discontinuity", ("Talks", "Trudeau Airport–Orly"))
    ]


def test_two_stays_in_one_city_are_one_place_to_leave_from() -> None:
    twice = [stop("Paris", "", "17/17"), stop("Paris", "", "21/22", id="again")]
    planned = flight("Orly", "Trudeau Airport", "", day=date(2025, 3, 22))
    assert not breaks_in(OUT, *twice, planned)


def test_the_movements_of_others_are_not_the_principals() -> None:
    seats = [*of_ours("Jeanne Roy", OUT, BACK), *of_ours("Anna Weiss", FROM_LONDON)]
    assert not found("movement-sequence", trip(OUT, BACK, FROM_LONDON, seats))


@pytest.mark.parametrize("status", [Status.CANCELLED, Status.SUPERSEDED])
def test_what_fell_away_is_left_out(status: Status) -> None:
    assert not breaks_in(OUT, BACK, flight("Haneda", "Northolt", "12:00-13:00", status=status))


def test_a_trip_that_does_not_start_from_home_is_a_notice() -> None:
    (conflict,) = breaks_in(BACK)
    assert conflict.severity is Severity.NOTICE
    assert conflict.message == (
        "The trip is to start from Ottawa, but its first movement "
        "(Government aircraft Orly–Trudeau Airport) leaves from Paris."
    )
    assert conflict.subjects == ("Orly–Trudeau Airport",)
    assert conflict.way_out == "add the movement from Ottawa to Paris"


def test_a_trip_that_does_not_return_is_a_notice() -> None:
    (conflict,) = breaks_in(OUT)
    assert conflict.severity is Severity.NOTICE
    assert conflict.message == (
        "The trip is to end in Ottawa, but its last movement "
        "(Government aircraft Trudeau Airport–Orly) ends in Paris."
    )
    assert conflict.way_out == "add the movement from Paris to Ottawa"


def test_where_it_starts_and_ends_can_be_set() -> None:
    hop = flight("Orly", "Northolt", "14:30-14:40")
    paris, london = PLACES["Paris"], PLACES["London"]
    assert not found("movement-sequence", trip(OUT, hop, ends_at=london))
    assert not found("movement-sequence", trip(hop, FROM_LONDON, starts_from=paris))
    (first,) = found("movement-sequence", trip(OUT, BACK, starts_from=paris))
    assert first.message.startswith("The trip is to start from Paris, but its first movement")
    (last,) = found("movement-sequence", trip(OUT, BACK, ends_at=london))
    assert last.message.startswith("The trip is to end in London, but its last movement")


@pytest.mark.parametrize(
    ("home", "fires"),
    [
        (flight("Orly", "Trudeau Airport", ""), False),
        (flight("Orly", "Trudeau Airport", "", day=date(2025, 3, 17)), False),
        (flight("Orly", "Trudeau Airport", "", day=date(2025, 3, 18)), False),
        (flight("Orly", "Trudeau Airport", "", destination_venue=None), False),
        (flight("Orly", "Northolt", ""), True),
    ],
)
def test_what_may_be_the_way_back_is_taken_for_it(home: Movement, *, fires: bool) -> None:
    assert bool(breaks_in(OUT, home)) is fires


@pytest.mark.parametrize(("km", "notices"), [(153, 0), (152, 2)])
def test_near_home_is_home(km: int, notices: int) -> None:
    airport = VENUES["Trudeau Airport"]
    elsewhere = replace(airport, place=replace(airport.place, city="Montréal"))
    limits = as_of(limits=Limits(same_stop_km=km))
    assert len(found("movement-sequence", trip(OUT, BACK, elsewhere), limits)) == notices


def test_a_trip_without_movements_is_not_asked_for_them() -> None:
    assert not breaks_in(meeting("Lunch", "12:00-13:00"))
    assert not breaks_in(flight("Orly", "Northolt", ""))


def test_the_date_line_trip_that_arrives_before_it_leaves_is_clean() -> None:
    there = flight("Trudeau Airport", "Haneda", "2025-03-17T13:00/2025-03-18T15:00")
    back = flight("Haneda", "Trudeau Airport", "18:00-17:00", on="2025-03-20")
    hop = flight("Trudeau Airport", "Ottawa", "19:00-19:40", on="2025-03-20")
    rules = {"zone-mismatch", "movement-implausible", "movement-sequence"}
    itinerary = trip(there, back, hop)
    assert not [each for each in everything_in(itinerary) if each.rule in rules]
