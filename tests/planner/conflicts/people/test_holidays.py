from collections.abc import Iterable

import pytest

from planner.conflicts import Conflict, Holidays, Severity
from planner.geography.holidays import PublicHolidays
from planner.records import Meeting, Place, Record
from planner.records.words import (
    MeetingKind,
    OfficeOf,
    Qualifier,
    RankClass,
    Response,
    Role,
    Status,
)
from tests.planner.building import PLACES, as_of, found, meeting, sits_in, stop, trip
from tests.planner.conflicts.examples.acceptance import holds
from tests.planner.conflicts.examples.people import DaysOff

HOUR = meeting("Bilateral", "12:00-13:00", venue="Élysée")
FRENCH = holds("Macron", "President", of="FR")
IRISH = holds("Macron", "Taoiseach", of="IE")


def off_in(*parts: Record | Iterable[Record], holidays: Holidays) -> list[Conflict]:
    return found("counterpart-holiday", trip(*parts), as_of(holidays=holidays))


def with_macron(
    talks: Meeting, *parts: Record | Iterable[Record]
) -> list[Record | Iterable[Record]]:
    return [talks, sits_in("Macron", talks), *parts]


def test_a_holiday_of_the_host_at_home_is_a_warning() -> None:
    (conflict,) = off_in(*with_macron(HOUR, FRENCH), holidays=DaysOff("FR"))
    assert conflict.severity is Severity.WARNING
    assert conflict.message == (
        "Bilateral is on a public holiday: Republic Day on Monday 17 March 2025 (France)."
    )
    assert conflict.subjects == ("Bilateral",)
    assert HOUR.start
    assert conflict.at == HOUR.start.instant
    assert conflict.way_out == "ask the other side whether the day suits them"
    assert conflict.fold == "On a public holiday"


@pytest.mark.parametrize(
    ("office", "areas", "severity", "where"),
    [
        (FRENCH, ["FR"], Severity.WARNING, ["France"]),
        (IRISH, ["FR"], Severity.NOTICE, ["France"]),
        (IRISH, ["IE"], Severity.NOTICE, ["Ireland"]),
        (IRISH, ["FR", "IE"], Severity.NOTICE, ["France", "Ireland"]),
        (FRENCH, ["IE"], None, []),
        ([], ["FR"], Severity.NOTICE, ["France"]),
        ([], ["IE"], None, []),
        ([*FRENCH, *IRISH], ["FR", "IE"], Severity.WARNING, ["France"]),
    ],
)
def test_a_holiday_of_the_place_or_of_the_counterparts_country_is_said(
    office: list[Record], areas: list[str], severity: Severity | None, where: list[str]
) -> None:
    conflicts = off_in(*with_macron(HOUR, office), holidays=DaysOff(*areas))
    assert [conflict.severity for conflict in conflicts] == ([severity] if severity else [])
    for conflict in conflicts:
        assert [each for each in ("France", "Ireland") if f"({each})" in conflict.message] == where


@pytest.mark.parametrize(
    ("areas", "severity", "where"),
    [
        (["GB England"], Severity.WARNING, "England, United Kingdom"),
        (["GB NIR"], Severity.NOTICE, "NIR, United Kingdom"),
        (["GB"], Severity.WARNING, "United Kingdom"),
        (["GB Scotland"], None, ""),
    ],
)
def test_a_subdivision_has_its_own_holidays(
    areas: list[str], severity: Severity | None, where: str
) -> None:
    talks = meeting("Talks", "12:00-13:00", "London")
    first = holds("Macron", "First Minister", of="GB-NIR", of_kind=OfficeOf.PROVINCE)
    conflicts = off_in(*with_macron(talks, first), holidays=DaysOff(*areas))
    assert [(each.severity, each.message) for each in conflicts] == (
        [
            (
                severity,
                f"Talks is on a public holiday: Republic Day on Monday 17 March 2025 ({where}).",
            )
        ]
        if severity
        else []
    )


@pytest.mark.parametrize(
    ("office", "fires"),
    [
        (holds("Macron", "Taoiseach", "2025-03-17", of="IE"), True),
        (holds("Macron", "Taoiseach", "2025-03-18", of="IE"), False),
        (holds("Macron", "Taoiseach", "", "2025-03-16", of="IE"), False),
        (holds("Macron", "Taoiseach", "", "", Qualifier.FORMER, of="IE"), False),
        (holds("Macron", "Chair", of="IE", of_kind=OfficeOf.COMPANY), False),
        (holds("Macron", "President", of="EU", of_kind=OfficeOf.ORGANISATION), False),
        (
            [
                *holds("Macron", "Taoiseach", of="IE"),
                *holds("Macron", "Bearer of a title", of="MC", rank=RankClass.OTHER),
            ],
            True,
        ),
    ],
)
def test_the_country_is_that_of_the_highest_office_on_the_day(
    office: list[Record], *, fires: bool
) -> None:
    assert bool(off_in(*with_macron(HOUR, office), holidays=DaysOff("IE"))) is fires


@pytest.mark.parametrize(
    ("city", "hour", "day", "fires"),
    [
        ("Ottawa", "2025-03-17T20:00", "2025-03-18", True),
        ("Ottawa", "2025-03-17T20:00", "2025-03-17", False),
        ("Ottawa", "2025-03-17T10:59", "2025-03-18", False),
        ("Ottawa", "2025-03-17T11:00", "2025-03-18", True),
    ],
)
def test_who_is_called_is_at_home_and_keeps_the_date_there(
    city: str, hour: str, day: str, *, fires: bool
) -> None:
    call = meeting("Call", f"{hour}/", city, kind=MeetingKind.CALL)
    ishiba = holds("Macron", "Prime Minister", of="JP")
    conflicts = off_in(*with_macron(call, ishiba), holidays=DaysOff("JP", day=day))
    assert [each.severity for each in conflicts] == ([Severity.NOTICE] if fires else [])


def test_where_one_calls_from_may_have_a_holiday() -> None:
    call = meeting("Call", "12:00-12:20", kind=MeetingKind.CALL)
    assert not off_in(*with_macron(call, IRISH), holidays=DaysOff("FR"))


@pytest.mark.parametrize(
    ("talks", "fires"),
    [
        (meeting("Talks", "12:00-13:00"), True),
        (meeting("Talks", "12:00-13:00", status=Status.PROPOSED), True),
        (meeting("Talks", "12:00-13:00", kind=MeetingKind.AUDIENCE), True),
        (meeting("Talks", "12:00-13:00", kind=MeetingKind.WREATH_LAYING), False),
        (meeting("Talks", "12:00-13:00", kind=MeetingKind.BANQUET), False),
        (meeting("Talks", "12:00-13:00", status=Status.HELD), False),
        (meeting("Talks", "12:00-13:00", status=Status.CANCELLED), False),
        (meeting("Talks", "12:00-13:00", informational=True), False),
        (meeting("Talks", "12:00-13:00", part_of="Plenary"), False),
        (meeting("Talks", minutes=60), False),
        (meeting("Talks", "12:00-13:00", on="2025-03-18"), False),
    ],
)
def test_ceremonies_parts_and_what_is_over_or_has_no_hour_are_left_alone(
    talks: Meeting, *, fires: bool
) -> None:
    plenary = meeting("Plenary", "09:00-18:00", kind=MeetingKind.PLENARY)
    conflicts = off_in(plenary, *with_macron(talks, FRENCH), holidays=DaysOff("FR"))
    assert bool(conflicts) is fires


@pytest.mark.parametrize(
    "seats",
    [
        [],
        sits_in("Macron", HOUR, response=Response.DECLINED),
        sits_in("Macron", HOUR, role=Role.DELEGATION),
    ],
)
def test_without_a_lead_counterpart_it_is_nobodys_holiday(seats: list[Record]) -> None:
    assert not off_in(HOUR, seats, FRENCH, holidays=DaysOff("FR"))


def test_several_countries_are_named_each_once() -> None:
    others = [
        *sits_in("Martin", HOUR, position=1),
        *holds("Martin", "Taoiseach", of="IE"),
        *sits_in("Harris", HOUR, position=2),
        *holds("Harris", "Tánaiste", of="IE"),
    ]
    (conflict,) = off_in(*with_macron(HOUR, FRENCH), others, holidays=DaysOff("FR", "IE"))
    assert conflict.message == (
        "Bilateral is on public holidays: Republic Day on Monday 17 March 2025 (France) and "
        "Republic Day on Monday 17 March 2025 (Ireland)."
    )


@pytest.mark.parametrize(("area", "fires"), [("Northern Ireland", True), ("England", False)])
def test_saint_patricks_day_is_a_holiday_in_belfast_and_not_in_london(
    area: str, *, fires: bool
) -> None:
    place = PLACES["London"]
    belfast = Place("Belfast", place.country, place.zone, area)
    talks = meeting("Talks", "12:00-13:00", "London")
    seats = sits_in("Starmer", talks)
    there = stop("London", place=belfast)
    assert bool(off_in(there, talks, seats, holidays=PublicHolidays())) is fires
