import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from planner.geography.travel import (
    FIGURES,
    Estimate,
    estimate,
    fastest_minutes,
    great_circle_km,
    mode_for,
)
from planner.records.values import Place
from planner.records.words import Mode


def at(latitude: float | None, longitude: float | None) -> Place:
    return Place("somewhere", "FR", "Europe/Paris", latitude=latitude, longitude=longitude)


PARIS = at(48.8566, 2.3522)
LONDON = at(51.5074, -0.1278)
IQALUIT = at(63.7467, -68.5170)
MONTREAL = at(45.5017, -73.5673)
ELYSEE = at(48.870, 2.317)
ORLY = at(48.7253, 2.3594)
NOWHERE = at(None, None)
PLACES = st.builds(at, st.floats(-90, 90), st.floats(-180, 180))


@pytest.mark.parametrize(
    ("a", "b", "km"),
    [
        (PARIS, LONDON, 344),
        (LONDON, IQALUIT, 4064),
        (MONTREAL, PARIS, 5505),
        (PARIS, PARIS, 0),
        (at(0, 0), at(0, 180), 20015),
        (at(90, 0), at(-90, 77), 20015),
        (at(0, 179.5), at(0, -179.5), 111),
    ],
)
def test_distances_are_those_of_the_great_circle(a: Place, b: Place, km: float) -> None:
    assert great_circle_km(a, b) == pytest.approx(km, abs=3)


@given(PLACES, PLACES)
def test_the_way_back_is_as_far_and_never_farther_than_half_round_the_world(
    a: Place, b: Place
) -> None:
    there, back = great_circle_km(a, b), great_circle_km(b, a)
    assert there is not None
    assert there == pytest.approx(back)
    assert 0 <= there <= 20016


@pytest.mark.parametrize(("a", "b"), [(PARIS, NOWHERE), (NOWHERE, PARIS), (at(1.0, None), PARIS)])
def test_nothing_is_estimated_where_coordinates_are_missing(a: Place, b: Place) -> None:
    assert great_circle_km(a, b) is None
    assert estimate(a, b, Mode.MOTORCADE) is None


@pytest.mark.parametrize(
    ("a", "b", "mode", "minutes"),
    [
        (PARIS, LONDON, Mode.GOVERNMENT_AIRCRAFT, 58),
        (ELYSEE, ORLY, Mode.MOTORCADE, 33),
        (ELYSEE, PARIS, Mode.ON_FOOT, 52),
        (PARIS, PARIS, Mode.MOTORCADE, 5),
        (PARIS, LONDON, Mode.RAIL, 165),
        (PARIS, LONDON, Mode.HELICOPTER, 104),
    ],
)
def test_an_estimate_is_overhead_and_distance_at_the_speed_of_the_mode(
    a: Place, b: Place, mode: Mode, minutes: int
) -> None:
    found = estimate(a, b, mode)
    assert found is not None
    assert (found.minutes, found.mode) == (minutes, mode)


def test_an_estimate_says_that_it_is_one() -> None:
    assert Estimate(34, Mode.MOTORCADE, 16.4).label == "about 34 min by motorcade (estimate, 16 km)"
    assert Estimate(53, Mode.ON_FOOT, 3.0).label == "about 53 min on foot (estimate, 3 km)"


def test_every_mode_has_its_figures() -> None:
    assert set(FIGURES) == set(Mode)


@given(PLACES, PLACES, st.sampled_from(Mode))
def test_no_estimate_beats_what_nothing_can_beat(a: Place, b: Place, mode: Mode) -> None:
    found = estimate(a, b, mode)
    assert found is not None
    assert found.minutes >= fastest_minutes(found.km)


@given(PLACES, PLACES, PLACES, st.sampled_from(Mode))
def test_a_longer_way_never_takes_less(a: Place, near: Place, far: Place, mode: Mode) -> None:
    shorter, longer = estimate(a, near, mode), estimate(a, far, mode)
    assert shorter is not None
    assert longer is not None
    assume(shorter.km <= longer.km)
    assert shorter.minutes <= longer.minutes


@pytest.mark.parametrize(("km", "minutes"), [(0, 0), (344, 21), (1000, 60), (4064, 244)])
def test_nothing_is_faster_than_a_thousand_kilometres_an_hour(km: float, minutes: int) -> None:
    assert fastest_minutes(km) == minutes


def test_an_office_may_believe_in_another_speed() -> None:
    assert fastest_minutes(344, kmh=900) == 23


@pytest.mark.parametrize(
    ("km", "mode"),
    [
        (0, Mode.ON_FOOT),
        (0.5, Mode.ON_FOOT),
        (16, Mode.MOTORCADE),
        (250, Mode.MOTORCADE),
        (344, Mode.GOVERNMENT_AIRCRAFT),
    ],
)
def test_a_delegation_walks_drives_and_flies(km: float, mode: Mode) -> None:
    assert mode_for(km) is mode
