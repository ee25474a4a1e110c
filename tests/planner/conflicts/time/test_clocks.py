from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.conflicts import Conflict, Severity
from planner.conflicts.rules.time.clocks import clocks_change_on
from planner.itinerary import Itinerary
from planner.itinerary.offsets import weeks_ahead
from planner.moments import Moment, minutes_between
from planner.records import Meeting
from planner.records.words import Status
from planner.settings import Limits
from tests.planner.building import as_of, flight, found, meeting, moment, stop, trip

FORWARD = "2025-03-30"
"""In Paris 02:00 is followed by 03:00."""
BACK = "2021-10-31"
"""In Rome 03:00 is followed by 02:00."""


def at_night(clock: str, day: str, zone: str = "Europe/Paris", /, **fields: object) -> Meeting:
    return meeting("Call", "12:00", start=moment(clock, zone, day), **fields)


def missing_in(itinerary: Itinerary) -> list[Conflict]:
    return found("nonexistent-local-time", itinerary)


def doubtful_in(itinerary: Itinerary) -> list[Conflict]:
    return found("ambiguous-local-time", itinerary)


def test_a_wall_time_that_is_skipped_is_an_error() -> None:
    (conflict,) = missing_in(trip(at_night("02:30", FORWARD)))
    assert conflict.severity is Severity.ERROR
    assert conflict.message == (
        "Call: the start 02:30 on Sunday 30 March 2025 does not exist in Paris, "
        "the clocks go forward then."
    )
    assert conflict.subjects == ("Call",)
    assert conflict.way_out == "set the start to 03:30 or another time"


@pytest.mark.parametrize("clock", ["01:59", "03:00"])
def test_beside_the_gap_every_time_exists(clock: str) -> None:
    assert not missing_in(trip(at_night(clock, FORWARD)))


def test_a_gap_belongs_to_its_zone() -> None:
    assert not missing_in(trip(at_night("02:30", FORWARD, "Europe/London")))
    assert missing_in(trip(at_night("01:30", FORWARD, "Europe/London")))


def test_a_wall_time_in_a_gap_is_not_ambiguous() -> None:
    assert not doubtful_in(trip(at_night("02:30", FORWARD)))


def test_every_time_that_is_typed_is_looked_at_in_one_conflict_a_record() -> None:
    night = "2025-03-30T02:10/2025-03-30T02:50"
    (conflict,) = missing_in(trip(flight("Orly", "Élysée", night)))
    assert "departure 02:10 and arrival 02:50" in conflict.message
    assert missing_in(trip(stop("Paris", night)))


def test_a_wall_time_that_occurs_twice_is_a_warning() -> None:
    (conflict,) = doubtful_in(trip(at_night("02:30", BACK, "Europe/Rome")))
    assert conflict.severity is Severity.WARNING
    assert conflict.message == (
        "Call: the start 02:30 on Sunday 31 October 2021 occurs twice in Rome, "
        "the clocks go back then."
    )
    assert conflict.way_out == "choose the first (UTC+2) or the second (UTC+1)"


@pytest.mark.parametrize("fold", [0, 1])
def test_once_somebody_chose_it_is_not_ambiguous(fold: int) -> None:
    call = at_night("02:30", BACK, "Europe/Rome")
    assert call.start
    assert not doubtful_in(trip(replace(call, start=replace(call.start, fold=fold))))


@pytest.mark.parametrize("clock", ["01:59", "03:00"])
def test_beside_the_fold_no_time_is_ambiguous(clock: str) -> None:
    assert not doubtful_in(trip(at_night(clock, BACK, "Europe/Rome")))


def test_the_night_on_which_the_clocks_go_back_is_an_hour_longer() -> None:
    evening = Moment.from_text("2021-10-30T20:00[Europe/Rome]")
    assert minutes_between(evening, Moment.from_text("2021-10-31T10:00[Europe/Rome]")) == 15 * 60
    dinner = at_night("19:00", "2021-10-30", "Europe/Rome", minutes=15 * 60)
    early = meeting("Talks", "12:00", start=moment("09:00", "Europe/Rome", BACK), minutes=60)
    assert not found("principal-overlap", trip(dinner, early))


@pytest.mark.parametrize("fields", [{"status": Status.CANCELLED}, {"informational": True}])
def test_what_fell_away_or_is_for_information_is_left_alone(fields: dict[str, object]) -> None:
    assert not missing_in(trip(at_night("02:30", FORWARD, **fields)))
    assert not doubtful_in(trip(at_night("02:30", BACK, "Europe/Rome", **fields)))


def shifts_in(itinerary: Itinerary) -> list[Conflict]:
    return found("offset-shift", itinerary)


def test_where_only_home_has_changed_its_clocks_the_hours_from_home_are_unusual() -> None:
    itinerary = trip(stop("Paris", "08:40-14:30"), stop("London", "", "17/18"))
    paris, london = shifts_in(itinerary)
    assert paris.severity is Severity.NOTICE
    assert paris.message == "Paris is 5 h ahead of Ottawa on Mon 17 Mar, usually 6 h ahead."
    assert paris.subjects == ("Paris",)
    assert london.message == "London is 4 h ahead of Ottawa on Mon 17 Mar, usually 5 h ahead."


def test_the_usual_hours_from_home_are_no_news() -> None:
    summer = stop("Paris", "2025-06-17T08:40/2025-06-17T14:30")
    assert not shifts_in(trip(summer))


def test_a_stop_on_the_clocks_of_home_is_no_news() -> None:
    assert not shifts_in(trip(stop("Washington", "08:40-14:30")))


def test_a_change_during_the_stay_is_said_in_the_same_line() -> None:
    rome = stop("Rome", "2021-10-29T02:10/2021-11-01T10:00")
    (conflict,) = shifts_in(trip(rome, home="Washington"))
    assert conflict.message == (
        "Rome is 6 h ahead of Washington on Fri 29 Oct, from Sun 31 Oct 5 h ahead."
    )


def test_a_change_that_home_shares_is_no_news() -> None:
    assert not shifts_in(trip(stop("Rome", "2021-10-29T02:10/2021-11-01T10:00"), home="Paris"))


def test_hours_from_home_that_hold_for_a_season_are_no_news() -> None:
    winter = stop("Brasília", "2025-01-15T08:40/2025-01-15T14:30")
    assert not shifts_in(trip(winter))
    weeks = weeks_ahead("America/Sao_Paulo", "America/Toronto", 2025)[120]
    assert not found(
        "offset-shift", trip(winter), as_of(limits=Limits(unusual_offset_weeks=weeks - 1))
    )
    limits = Limits(unusual_offset_weeks=weeks)
    assert len(found("offset-shift", trip(winter), as_of(limits=limits))) == 1


def test_a_place_behind_home_is_said_to_be() -> None:
    ottawa = stop("Ottawa", "08:40-14:30")
    (conflict,) = shifts_in(trip(ottawa, home="Paris"))
    assert conflict.message == "Ottawa is 5 h behind Paris on Mon 17 Mar, usually 6 h behind."


def test_a_place_may_come_level_with_home() -> None:
    rome = stop("Rome", "", "29/30")
    (conflict,) = shifts_in(
        trip(replace(rome, place=replace(rome.place, zone="Africa/Tunis")), home="Paris")
    )
    assert conflict.message == (
        "Rome is level with Paris on Sat 29 Mar, from Sun 30 Mar 1 h behind."
    )


def test_a_stop_without_days_has_no_clocks_to_compare() -> None:
    assert not shifts_in(trip(stop("Paris")))


@given(
    st.sampled_from(["Europe/Paris", "America/Sao_Paulo", "Pacific/Apia", "America/St_Johns"]),
    st.datetimes(datetime(1990, 1, 1), datetime(2024, 1, 1)),  # noqa: DTZ001 - wall times
)
def test_no_doubtful_time_lies_on_a_day_without_a_change(zone: str, wall: datetime) -> None:
    each = Moment(wall.replace(microsecond=0), zone)
    if each.is_nonexistent or each.is_ambiguous:
        assert clocks_change_on(each.date, zone)


@pytest.mark.parametrize(
    ("zone", "walls"),
    [
        ("Pacific/Apia", ["2011-12-30T12:00"]),
        ("America/Sao_Paulo", ["2018-11-04T00:30", "2018-02-17T23:30"]),
        ("America/St_Johns", ["2010-03-14T00:30", "2010-11-06T23:30", "2010-11-07T00:00"]),
        ("America/Toronto", ["1919-03-30T23:45", "1919-03-31T00:15"]),
    ],
)
def test_changes_at_midnight_and_across_it_are_known(zone: str, walls: list[str]) -> None:
    for wall in walls:
        each = Moment.from_text(f"{wall}[{zone}]")
        assert each.is_nonexistent or each.is_ambiguous
        assert clocks_change_on(each.date, zone)
    assert not clocks_change_on(date(2018, 7, 1), zone)
