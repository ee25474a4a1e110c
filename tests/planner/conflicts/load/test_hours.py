"""Meetings and calls at hours, and on days, when people do not work."""

from dataclasses import replace
from datetime import date

import pytest

from planner.conflicts import Conflict, Severity
from planner.conflicts.presence.capitals import capital_zone
from planner.conflicts.presence.rest_days import is_rest_day
from planner.itinerary import Itinerary
from planner.records import Meeting, Office, Place, Record, Stop, Tenure, Trip
from planner.records.words import Attends, MeetingKind, OfficeOf, RankClass, Role, Side, Status
from planner.settings import Limits
from tests.planner.building import as_of, found, meeting, moment, of_ours, sits_in, trip

SATURDAY = "2025-03-15"
FRIDAY = "2025-03-14"


def odd_hours(itinerary: Itinerary) -> list[Conflict]:
    return found("outside-working-hours", itinerary)


@pytest.mark.parametrize(
    ("times", "message", "shortfall", "way_out"),
    [
        (
            "07:30-08:30",
            "Talks on Monday 17 March 2025 starts 07:30 Paris, before 08:00.",
            30,
            "start Talks at 08:00 Paris or later",
        ),
        (
            "19:30-20:15",
            "Talks on Monday 17 March 2025 ends 20:15 Paris, after 20:00.",
            15,
            "start Talks at 19:15 Paris or earlier",
        ),
        (
            "19:30",
            "Talks on Monday 17 March 2025 ends 20:15 Paris (assuming 45 min), after 20:00.",
            15,
            "start Talks at 19:15 Paris or earlier",
        ),
        (
            "2025-03-17T23:30/2025-03-18T00:30",
            "Talks on Monday 17 March 2025 ends Tue 18 Mar 00:30 Paris, after 20:00.",
            270,
            "start Talks at 19:00 Paris or earlier",
        ),
        (
            "07:00-21:00",
            (
                "Talks on Monday 17 March 2025 starts 07:00 Paris, before 08:00, and ends 21:00 "
                "Paris, after 20:00."
            ),
            60,
            "",
        ),
    ],
)
def test_early_and_late_meetings_are_to_be_noticed(
    times: str, message: str, shortfall: int, way_out: str
) -> None:
    (conflict,) = odd_hours(trip(meeting("Talks", times)))
    assert conflict.severity is Severity.NOTICE
    assert conflict.message == message
    assert conflict.shortfall == shortfall
    assert conflict.way_out == way_out
    assert conflict.subjects == ("Talks",)
    assert conflict.fold == "Outside working hours"


@pytest.mark.parametrize("times", ["08:00-09:00", "19:00-20:00"])
def test_the_hours_themselves_are_working_hours(times: str) -> None:
    assert not odd_hours(trip(meeting("Talks", times)))


def test_the_hours_are_those_of_the_place() -> None:
    assert not odd_hours(trip(meeting("Talks", "08:00-09:00", "Tokyo")))


@pytest.mark.parametrize(
    ("times", "is_exempt"), [("19:30-22:00", True), ("20:00-22:00", True), ("07:00-08:00", False)]
)
def test_a_working_meal_may_take_the_evening_and_not_the_early_morning(
    times: str, *, is_exempt: bool
) -> None:
    meal = meeting("Meal", times, kind=MeetingKind.WORKING_MEAL)
    assert bool(odd_hours(trip(meal))) is not is_exempt


@pytest.mark.parametrize(
    "left_out",
    [
        meeting("Talks", "06:00-07:00", kind=MeetingKind.OFFICIAL_DINNER),
        meeting("Talks", "06:00-07:00", kind=MeetingKind.AUDIENCE),
        meeting("Talks", "06:00-07:00", kind=MeetingKind.INTERVIEW),
        meeting("Talks", "06:00-07:00", status=Status.DECLINED),
        meeting("Talks", "06:00-07:00", informational=True),
        meeting("Talks", "06:00-07:00", attends=Attends.DELEGATION),
        meeting("Talks", "06:00-07:00", occupies_principal=False),
        meeting("Talks", "06:00-07:00", part_of="Dinner"),
        meeting("Talks", "06:00-06:00"),
        meeting("Talks"),
    ],
)
def test_what_is_not_substantive_or_not_for_the_principal_is_left_out(left_out: Record) -> None:
    assert not odd_hours(trip(left_out, meeting("Dinner", "06:00-07:00", informational=True)))


@pytest.mark.parametrize("status", [Status.HELD, Status.CONFIRMED])
def test_a_fixed_or_held_meeting_is_not_asked_to_move(status: Status) -> None:
    fixed = meeting("Talks", "07:00-08:00", status=status, fixed=status is Status.CONFIRMED)
    (conflict,) = odd_hours(trip(fixed))
    assert conflict.way_out == ""


def test_the_working_hours_are_limits() -> None:
    itinerary = trip(meeting("Early", "07:00-08:00"), meeting("Late", "20:00-21:00"))
    limits = Limits(earliest_hour=7, latest_hour=21)
    assert not found("outside-working-hours", itinerary, as_of(limits=limits))


def test_a_weekly_rest_day_of_the_host_is_to_be_noticed() -> None:
    (conflict,) = odd_hours(trip(meeting("Talks", "10:00-11:00", on=SATURDAY)))
    assert conflict.severity is Severity.NOTICE
    assert conflict.message == (
        "Talks on Saturday 15 March 2025 is on the host's weekly rest day (France)."
    )
    assert conflict.shortfall is None


def test_hours_and_day_are_one_conflict() -> None:
    (conflict,) = odd_hours(trip(meeting("Talks", "07:00-08:00", on=SATURDAY)))
    assert conflict.message == (
        "Talks on Saturday 15 March 2025 starts 07:00 Paris, before 08:00, and is on the host's "
        "weekly rest day (France)."
    )
    assert conflict.way_out == ""


def test_the_rest_day_is_that_of_the_country_one_is_in() -> None:
    riyadh = Stop(id="Riyadh", trip="trip", place=Place("Riyadh", "SA", "Asia/Riyadh"))
    talks = [
        meeting(day, stop="Riyadh", start=moment("10:00", "Asia/Riyadh", day), minutes=60)
        for day in (FRIDAY, "2025-03-16")
    ]
    assert [each.subjects for each in odd_hours(trip(riyadh, talks))] == [(FRIDAY,)]


@pytest.mark.parametrize(
    ("country", "days"),
    [
        ("FR", "Sat Sun"),
        ("CA", "Sat Sun"),
        ("AE", "Sat Sun"),
        ("EG", "Fri Sat"),
        ("SA", "Fri Sat"),
        ("QA", "Fri Sat"),
        ("KW", "Fri Sat"),
        ("BH", "Fri Sat"),
        ("OM", "Fri Sat"),
        ("JO", "Fri Sat"),
        ("DZ", "Fri Sat"),
        ("IQ", "Fri Sat"),
        ("IL", "Fri Sat"),
        ("IR", "Thu Fri"),
        ("NP", "Sat"),
        ("IN", "Sun"),
        ("BN", "Fri Sun"),
        ("??", "Sat Sun"),
    ],
)
def test_countries_rest_on_their_own_days(country: str, days: str) -> None:
    week = [date(2025, 3, day) for day in range(10, 17)]
    assert [f"{day:%a}" for day in week if is_rest_day(country, day)] == days.split()


def test_the_emirates_changed_their_week_in_2022() -> None:
    assert is_rest_day("AE", date(2021, 12, 31))
    assert not is_rest_day("AE", date(2022, 1, 7))


def call(times: str, city: str = "Paris", /, **fields: object) -> Meeting:
    return meeting("Call", times, city, kind=MeetingKind.CALL, **fields)


def holds(person: str, country: str, of_kind: OfficeOf = OfficeOf.STATE) -> list[Record]:
    rank = RankClass.HEAD_OF_GOVERNMENT
    office = Office(id=f"of {country}", title="Leader", of_kind=of_kind, of=country, rank=rank)
    return [office, Tenure(id=f"{person} leads", person=person, office=office.id)]


@pytest.mark.parametrize(
    ("times", "severity"),
    [
        ("07:00-07:20", None),
        ("06:59-07:20", Severity.NOTICE),
        ("06:00-06:20", Severity.NOTICE),
        ("05:59-06:20", Severity.WARNING),
        ("21:40-22:00", None),
        ("21:41-22:01", Severity.NOTICE),
        ("22:40-23:00", Severity.NOTICE),
        ("22:40-23:01", Severity.WARNING),
        ("2025-03-17T23:50/2025-03-18T00:10", Severity.WARNING),
    ],
)
def test_a_call_has_its_own_hours(times: str, severity: Severity | None) -> None:
    talks = call(times)
    conflicts = odd_hours(trip(talks, sits_in("Macron", talks), holds("Macron", "FR")))
    assert [each.severity for each in conflicts] == ([] if severity is None else [severity])


@pytest.mark.parametrize(
    ("country", "message"),
    [
        (
            "FR",
            "Call is at 06:30–06:50 in the capital (France) on Mon 17 Mar, outside 07:00–22:00.",
        ),
        (
            "US",
            (
                "Call is at 01:30–01:50 in the capital (United States) on Mon 17 Mar, by night "
                "(23:00–06:00)."
            ),
        ),
        ("CA", "Call is at 01:30–01:50 Ottawa on Mon 17 Mar, by night (23:00–06:00)."),
        ("JP", None),
        ("XX", None),
    ],
)
def test_a_call_is_looked_at_by_the_clocks_of_their_capital(
    country: str, message: str | None
) -> None:
    talks = call("14:30-14:50", "Tokyo")
    conflicts = odd_hours(trip(talks, sits_in("Leader", talks), holds("Leader", country)))
    assert [each.message for each in conflicts] == ([] if message is None else [message])


def test_a_call_home_at_six_in_buenos_aires_wakes_delhi() -> None:
    zone = "America/Argentina/Buenos_Aires"
    talks = call("", stop=None, start=moment("18:00", zone), minutes=None)
    parts = trip(talks, of_ours("Minister", talks)).records
    delhi = Place("New Delhi", "IN", "Asia/Kolkata")
    abroad = Itinerary.of(
        replace(each, home=delhi) if isinstance(each, Trip) else each for each in parts
    )
    (conflict,) = odd_hours(abroad)
    assert conflict.severity is Severity.WARNING
    assert conflict.message == (
        "Call is at 02:30 New Delhi on Tue 18 Mar (assuming 20 min), by night (23:00–06:00)."
    )
    assert conflict.fold == "Call by night"


def test_where_several_clocks_are_at_odd_hours_the_worst_are_named() -> None:
    talks = call("06:30-06:50")
    people = sits_in("Leader", talks), sits_in("Third", talks, side=Side.THIRD, role=Role.PRINCIPAL)
    itinerary = trip(talks, *people, holds("Leader", "GB"), holds("Third", "BR"))
    (conflict,) = odd_hours(itinerary)
    assert conflict.message == (
        "Call is at 05:30–05:50 in the capital (United Kingdom) on Mon 17 Mar and 02:30–02:50 in "
        "the capital (Brazil) on Mon 17 Mar, by night (23:00–06:00)."
    )


def test_where_nothing_is_known_of_theirs_the_place_of_the_call_is_looked_at() -> None:
    talks = call("", "Tokyo", start=moment("20:00", "Europe/Paris"), minutes=20)
    (conflict,) = odd_hours(trip(talks, sits_in("Leader", talks)))
    assert conflict.message == "Call is at 04:00–04:20 Tokyo on Tue 18 Mar, by night (23:00–06:00)."


def test_a_call_has_no_rest_day() -> None:
    talks = call("15:00-15:20", on=SATURDAY)
    assert not odd_hours(trip(talks, sits_in("Leader", talks), holds("Leader", "FR")))


@pytest.mark.parametrize(
    ("country", "zone"),
    [
        ("FR", "Europe/Paris"),
        ("RU", "Europe/Moscow"),
        ("AU", "Australia/Sydney"),
        ("XK", "Europe/Belgrade"),
        ("AQ", ""),
        ("", ""),
    ],
)
def test_capitals_have_a_zone_where_it_is_known(country: str, zone: str) -> None:
    assert capital_zone(country) == zone
