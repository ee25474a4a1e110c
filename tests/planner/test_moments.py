"""Laws of wall time, in any zone and any year from 1980 to 2060, and the facts of March 2025."""

from datetime import UTC, date, datetime, timedelta
from importlib import resources

import pytest
from dateutil import tz
from hypothesis import example, given
from hypothesis import strategies as st

from planner.errors import MomentInvalid, ZoneUnknown
from planner.moments import Moment, minutes_between, stated_offset_disagrees, utc
from planner.zones import zone
from tests.planner.records_strategies import ODD_HOURS, moments, walls

EVERY_ZONE = tuple(resources.files("tzdata").joinpath("zones").read_text("utf-8").split())

any_hour = st.builds(
    Moment, walls(), st.sampled_from(EVERY_ZONE), st.sampled_from((None, 0, 1))
) | st.builds(
    lambda hour, fold: Moment(hour[1], hour[0], fold),
    st.sampled_from(ODD_HOURS),
    st.sampled_from((None, 0, 1)),
)


@given(any_hour)
def test_a_wall_time_in_any_zone_survives_its_text(moment: Moment) -> None:
    assert Moment.from_text(moment.to_text()) == moment


@given(any_hour)
def test_text_that_was_written_never_disagrees_with_its_zone(moment: Moment) -> None:
    assert not stated_offset_disagrees(moment.to_text())


@given(any_hour)
def test_doubtful_hours_are_those_that_dateutil_finds(moment: Moment) -> None:
    here = zone(moment.zone)
    exists = tz.datetime_exists(moment.wall, here)
    assert moment.is_nonexistent == (not exists)
    assert moment.is_ambiguous == (exists and tz.datetime_ambiguous(moment.wall, here))


@given(any_hour)
def test_an_hour_that_exists_is_that_of_its_instant(moment: Moment) -> None:
    again = Moment.at(moment.instant, moment.zone)
    if moment.is_nonexistent:
        assert again.wall != moment.wall
    else:
        assert again.wall == moment.wall
        assert again.instant == moment.instant


@given(any_hour, st.sampled_from(EVERY_ZONE))
def test_another_zone_shows_the_same_instant(moment: Moment, other: str) -> None:
    there = moment.to(other)
    assert there.instant == moment.instant
    assert there.zone == other
    assert not there.is_nonexistent


@given(any_hour, st.integers(-5000, 5000))
def test_minutes_are_those_of_a_stopwatch(moment: Moment, minutes: int) -> None:
    later = moment.plus(minutes)
    assert minutes_between(moment, later) == minutes
    assert later.instant == moment.instant + 60 * minutes
    assert later.zone == moment.zone


@given(moments())
def test_fold_is_kept_only_where_there_is_something_to_choose(moment: Moment) -> None:
    assert moment.fold is None or moment.is_ambiguous


@given(walls())
@example(datetime.fromisoformat("2025-03-17T10:00"))
def test_utc_has_no_doubtful_hours(wall: datetime) -> None:
    moment = Moment(wall, "UTC", 1)
    assert (moment.fold, moment.offset) == (None, timedelta(0))
    assert utc(wall.replace(tzinfo=UTC)) == moment


@pytest.mark.parametrize(
    ("city", "hours", "then"),
    [
        ("Europe/Paris", 5, "2025-03-17T10:00"),
        ("Europe/London", 4, "2025-03-17T10:00"),
        ("Europe/Paris", 6, "2025-03-08T10:00"),
        ("Europe/Paris", 6, "2025-03-31T10:00"),
        ("Europe/London", 5, "2025-03-31T10:00"),
    ],
)
def test_ottawa_is_so_many_hours_behind(city: str, hours: int, then: str) -> None:
    there = Moment.from_text(f"{then}[{city}]")
    assert there.offset - there.to("America/Toronto").offset == timedelta(hours=hours)


def test_lunch_in_paris_overlaps_a_meeting_in_london_by_the_instant_and_not_by_the_clock() -> None:
    lunch_ends = Moment.from_text("2025-03-17T14:00[Europe/Paris]")
    assert Moment.from_text("2025-03-17T12:45[Europe/London]").instant < lunch_ends.instant
    assert Moment.from_text("2025-03-17T13:30[Europe/London]").instant > lunch_ends.instant


def test_the_evening_in_iqaluit_is_the_morning_after_in_canberra() -> None:
    call = Moment.from_text("2025-03-18T18:00[America/Iqaluit]").to("Australia/Sydney")
    assert (call.date, call.clock) == (date(2025, 3, 19), "09:00")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2025-03-17T10:00[Europe/Paris]", "2025-03-17T10:00:00+01:00[Europe/Paris]"),
        ("2025-03-17 10:00:07[Europe/Paris]", "2025-03-17T10:00:07+01:00[Europe/Paris]"),
        ("2025-03-17T10:00Z[UTC]", "2025-03-17T10:00:00+00:00[UTC]"),
        ("2025-03-17T10:00+09:00[Europe/Paris]", "2025-03-17T10:00:00+01:00[Europe/Paris]"),
        ("2025-03-17T10:00[America/St_Johns]", "2025-03-17T10:00:00-02:30[America/St_Johns]"),
        ("2025-10-26T02:30[Europe/Paris]", "2025-10-26T02:30:00[Europe/Paris]"),
        ("2025-10-26T02:30+02:00[Europe/Paris]", "2025-10-26T02:30:00+02:00[Europe/Paris]"),
        ("2025-10-26T02:30+01:00[Europe/Paris]", "2025-10-26T02:30:00+01:00[Europe/Paris]"),
        ("2025-10-26T02:30+05:00[Europe/Paris]", "2025-10-26T02:30:00[Europe/Paris]"),
        ("2025-03-30T02:30+01:00[Europe/Paris]", "2025-03-30T02:30:00[Europe/Paris]"),
    ],
)
def test_text_is_read_and_written_in_one_form(text: str, written: str) -> None:
    assert Moment.from_text(text).to_text() == written


@pytest.mark.parametrize(
    ("text", "disagrees"),
    [
        ("2025-03-17T10:00[Europe/Paris]", False),
        ("2025-03-17T10:00+01:00[Europe/Paris]", False),
        ("2025-03-17T10:00+02:00[Europe/Paris]", True),
        ("2025-03-17T10:00Z[Europe/London]", False),
        ("2025-06-17T10:00Z[Europe/London]", True),
        ("2025-10-26T02:30+02:00[Europe/Paris]", False),
        ("2025-10-26T02:30+01:00[Europe/Paris]", False),
        ("2025-10-26T02:30+03:00[Europe/Paris]", True),
        ("2025-03-30T02:30+01:00[Europe/Paris]", True),
        ("2025-03-30T02:30+02:00[Europe/Paris]", True),
        ("no moment at all", False),
    ],
)
def test_a_stated_offset_that_the_zone_does_not_have_is_found(text: str, disagrees: bool) -> None:
    assert stated_offset_disagrees(text) is disagrees


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2025-03-17T10:00",
        "2025-03-17T10:00+01:00",
        "2025-03-17[Europe/Paris]",
        "2025-02-29T10:00[Europe/Paris]",
        "2025-03-17T24:30[Europe/Paris]",
        "2025-03-17T10:00[]",
        "2025-03-17T10:00[../../etc/passwd]",
        " 2025-03-17T10:00[Europe/Paris]",
        "2025-03-17T10:00[Europe/Paris]\n",
        "17 March 2025 10:00[Europe/Paris]",
    ],
)
def test_what_is_not_a_wall_time_with_a_zone_is_refused(text: str) -> None:
    with pytest.raises(MomentInvalid, match=r"2025-03-17T10:00\[Europe/Paris\]"):
        Moment.from_text(text)


@pytest.mark.parametrize("name", ["Europe/Pariss", "", "/etc/passwd", "Europe", "zone.tab"])
def test_a_zone_that_no_clock_follows_is_refused(name: str) -> None:
    with pytest.raises(ZoneUnknown):
        Moment(datetime.fromisoformat("2025-03-17T10:00"), name, 0)


@pytest.mark.parametrize(
    ("fold", "instant"), [(None, "00:30"), (0, "00:30"), (1, "01:30")], ids=str
)
def test_of_two_equal_hours_the_first_is_meant_unless_somebody_chose(
    fold: int | None, instant: str
) -> None:
    hour = Moment(datetime.fromisoformat("2025-10-26T02:30"), "Europe/Paris", fold)
    assert hour.is_ambiguous
    assert hour.to("UTC").clock == instant


def test_a_skipped_hour_is_held_as_it_stands_and_read_by_the_offset_before_it() -> None:
    hour = Moment.from_text("2025-03-30T02:30[Europe/Paris]")
    assert hour.is_nonexistent
    assert hour.clock == "02:30"
    assert hour.to("UTC").clock == "01:30"
    assert hour.plus(0).clock == "03:30"


def test_a_meeting_over_the_change_lasts_by_the_stopwatch() -> None:
    start = Moment.from_text("2025-03-30T01:30[Europe/Paris]")
    assert start.plus(60).clock == "03:30"


def test_equal_moments_are_equal_however_they_were_made() -> None:
    wall = datetime.fromisoformat("2025-10-26T02:30")
    assert Moment(wall.replace(fold=1), "Europe/Paris") == Moment(wall, "Europe/Paris")
    assert Moment(wall.replace(tzinfo=UTC), "Europe/Paris") == Moment(wall, "Europe/Paris")
    noon = datetime.fromisoformat("2025-10-26T12:00")
    assert Moment(noon, "Europe/Paris", 1) == Moment(noon, "Europe/Paris")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("2025-03-17T10:00[Europe/Paris]", "CET"),
        ("2025-06-17T10:00[Europe/Paris]", "CEST"),
        ("2025-10-26T02:30+01:00[Europe/Paris]", "CET"),
        ("2025-03-17T10:00[America/Sao_Paulo]", ""),
    ],
)
def test_a_zone_is_labelled_where_it_has_letters(text: str, label: str) -> None:
    assert Moment.from_text(text).zone_label == label
