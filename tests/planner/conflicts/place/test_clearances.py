from collections.abc import Container
from dataclasses import dataclass, replace
from datetime import date

import pytest

from planner.conflicts import Conflict, Severity
from planner.itinerary import Itinerary
from planner.records import Movement, Place
from planner.records.words import Mode, Status
from planner.settings import Limits
from tests.planner.building import as_of, flight, found, movement, trip

OUT = flight("Trudeau Airport", "Orly", "2025-03-16T20:40/2025-03-17T08:40", on="2025-03-16")
ON = flight("Orly", "Northolt", "14:30-14:40")
"""On Monday 17 March 2025: five working days before is Monday 10 March."""
DUE = "2025-03-10T00:00[America/Toronto]"
BEFORE = "2025-03-09T23:59[America/Toronto]"


@dataclass(frozen=True)
class HolidaysAt:
    """Days off in one city."""

    city: str
    days: Container[date]

    def on(self, place: Place, day: date) -> str:
        return "Holiday" if place.city == self.city and day in self.days else ""


class AlwaysOff:
    """A calendar in which nobody ever works."""

    def on(self, place: Place, day: date) -> str:  # noqa: ARG002 - whenever, wherever
        return "Holiday"


def missing_in(itinerary: Itinerary, now: str = DUE, /, **around: object) -> list[Conflict]:
    return found("clearance-missing", itinerary, as_of(now, **around))  # type: ignore[arg-type]


def test_a_government_aircraft_without_a_reference_is_a_warning() -> None:
    (conflict,) = missing_in(trip(ON))
    assert conflict.severity is Severity.WARNING
    assert conflict.message == (
        "Government aircraft Orly–Northolt leaves on Monday 17 March 2025 without a clearance "
        "reference, due 5 working days before, on Monday 10 March 2025."
    )
    assert conflict.subjects == ("Orly–Northolt",)
    assert conflict.at == (ON.depart.instant if ON.depart else None)
    assert conflict.way_out == "enter the clearance reference, or that none is needed"
    assert conflict.fold == "No clearance reference"


def test_what_is_said_stays_the_same_as_the_clock_passes() -> None:
    (first,), (later,) = missing_in(trip(ON)), missing_in(trip(ON), "2025-03-16T12:00[UTC]")
    assert first.fingerprint == later.fingerprint


@pytest.mark.parametrize(
    ("day", "due"),
    [
        ("2025-03-16", "2025-03-10"),
        ("2025-03-17", "2025-03-10"),
        ("2025-03-20", "2025-03-13"),
        ("2025-03-22", "2025-03-17"),
    ],
)
def test_it_is_due_working_days_ahead_from_the_morning_at_home(day: str, due: str) -> None:
    itinerary = trip(flight("Orly", "Northolt", "14:30-14:40", on=day))
    eve = date.fromisoformat(due).toordinal() - 1
    assert missing_in(itinerary, f"{due}T00:00[America/Toronto]")
    assert not missing_in(itinerary, f"{date.fromordinal(eve)}T23:59[America/Toronto]")


@pytest.mark.parametrize(
    ("city", "day", "fires"),
    [
        ("Ottawa", date(2025, 3, 12), True),
        ("Ottawa", date(2025, 3, 17), False),
        ("Ottawa", date(2025, 3, 15), False),
        ("Paris", date(2025, 3, 12), False),
    ],
)
def test_a_public_holiday_at_home_is_no_working_day(city: str, day: date, *, fires: bool) -> None:
    friday = "2025-03-07T00:00[America/Toronto]"
    off = HolidaysAt(city, {day})
    assert bool(missing_in(trip(ON), friday, holidays=off)) is fires


@pytest.mark.parametrize(("days", "fires"), [(5, False), (6, True), (10_000, True)])
def test_how_many_days_ahead_is_a_limit(days: int, *, fires: bool) -> None:
    friday = "2025-03-07T00:00[America/Toronto]"
    limits = Limits(clearance_working_days=days)
    assert bool(missing_in(trip(ON), friday, limits=limits)) is fires


def test_one_day_ahead_is_one_working_day() -> None:
    limits = Limits(clearance_working_days=1)
    (conflict,) = missing_in(trip(ON), "2025-03-15T00:00[UTC]", limits=limits)
    assert "due 1 working day before, on Friday 14 March 2025" in conflict.message


@pytest.mark.parametrize(
    "left_out",
    [
        replace(ON, clearance="FR-2025-117"),
        replace(ON, clearance_state="not needed"),
        replace(ON, clearance_state=" Not required "),
        replace(ON, mode=Mode.COMMERCIAL_AIR),
        replace(ON, mode=Mode.HELICOPTER),
        replace(ON, status=Status.CANCELLED),
        replace(ON, status=Status.HELD),
        replace(ON, actual_depart=ON.depart),
        replace(ON, depart=None, arrive=None),
    ],
)
def test_what_has_a_reference_or_needs_none_or_is_over_is_left_alone(left_out: Movement) -> None:
    assert not missing_in(trip(left_out))


@pytest.mark.parametrize("state", ["requested", "granted"])
def test_a_state_is_no_reference(state: str) -> None:
    itinerary = trip(flight("Orly", "Northolt", "14:30-14:40", clearance_state=state))
    (conflict,) = missing_in(itinerary)
    assert f"without a clearance reference ({state}), due" in conflict.message


@pytest.mark.parametrize(
    ("now", "fires"), [("2025-03-17T13:29[UTC]", True), ("2025-03-17T13:30[UTC]", False)]
)
def test_once_it_has_left_it_is_too_late(now: str, *, fires: bool) -> None:
    assert bool(missing_in(trip(ON), now)) is fires


@pytest.mark.parametrize(
    ("now", "fires"), [(BEFORE, False), (DUE, True), ("2025-03-18T12:00[UTC]", False)]
)
def test_a_day_is_enough(now: str, *, fires: bool) -> None:
    assert (
        bool(missing_in(trip(flight("Orly", "Northolt", "", day=date(2025, 3, 17))), now)) is fires
    )


def test_of_which_only_the_arrival_is_known_it_is_said() -> None:
    (conflict,) = missing_in(trip(flight("Orly", "Northolt", "-14:40")))
    assert "Orly–Northolt arrives on Monday 17 March 2025" in conflict.message


def test_a_flight_within_the_country_of_home_needs_no_clearance() -> None:
    inland = flight("Trudeau Airport", "Ottawa", "14:30-15:10")
    assert not missing_in(trip(inland))
    assert missing_in(trip(inland, home="Paris"))


def test_another_state_at_either_end_does() -> None:
    assert len(missing_in(trip(OUT, flight("Orly", "Trudeau Airport", "14:30-17:10")))) == 2


def test_every_aircraft_is_looked_at_also_the_advance_teams() -> None:
    assert len(missing_in(trip(OUT, ON, replace(ON, id="advance")))) == 3


@pytest.mark.parametrize("day", [date.min, date(1, 1, 3), date.max])
def test_the_ends_of_the_calendar_are_days_too(day: date) -> None:
    planned = movement(Mode.GOVERNMENT_AIRCRAFT, "Orly", "Northolt", "", day=day)
    limits = Limits(clearance_working_days=10_000)
    assert not missing_in(trip(planned), limits=limits)


def test_where_nobody_ever_works_it_is_due_a_year_before() -> None:
    assert missing_in(trip(ON), holidays=AlwaysOff())
    assert not missing_in(trip(ON), "2024-03-15T00:00[UTC]", holidays=AlwaysOff())
