import pytest

from planner.conflicts import Conflict, Severity, Surroundings
from planner.conflicts.engine import check, fold_line, folded
from planner.records import Meeting
from planner.records.words import Coverage, Status, Visibility
from planner.settings import Limits
from tests.planner.building import as_of, at, found, meeting, trip

NOON = "2025-03-17T12:00[Europe/Paris]"
TO_BE_THERE = [Coverage.OPEN, Coverage.POOLED, Coverage.POOLED_PHOTO]
NOT_STATED = (
    "Statement is public and starts 12:00 on Monday 17 March 2025; "
    "its media coverage is not stated."
)


def statement(coverage: Coverage = Coverage.NOT_STATED, /, **fields: object) -> Meeting:
    known: dict[str, object] = {"visibility": Visibility.PUBLIC, "coverage": coverage}
    return meeting("Statement", "12:00-12:30", **(known | fields))


def unset(entry: Meeting, surroundings: Surroundings) -> list[Conflict]:
    return found("coverage-unset", trip(entry), surroundings)


@pytest.mark.parametrize(
    ("now", "severity"),
    [
        (NOON, Severity.WARNING),
        ("2025-03-14T12:00[Europe/Paris]", Severity.WARNING),
        ("2025-03-14T11:59[Europe/Paris]", Severity.NOTICE),
        ("2024-03-14T12:00[Europe/Paris]", Severity.NOTICE),
    ],
)
def test_without_coverage_it_is_a_notice_until_three_days_before(
    now: str, severity: Severity
) -> None:
    (conflict,) = unset(statement(), as_of(now))
    assert (conflict.severity, conflict.message) == (severity, NOT_STATED)
    assert conflict.subjects == ("Statement",)
    assert conflict.at == at("12:00", "Paris").instant
    assert conflict.way_out == "state what the media may see"


@pytest.mark.parametrize("coverage", TO_BE_THERE)
def test_media_who_come_are_told_when_two_days_before(coverage: Coverage) -> None:
    soon, early = (as_of(f"2025-03-15T{hour}[Europe/Paris]") for hour in ("12:00", "11:59"))
    (conflict,) = unset(statement(coverage), soon)
    assert conflict.severity is Severity.WARNING
    assert conflict.message == (
        f"Statement is public ({coverage}) and starts 12:00 on Monday 17 March 2025; "
        "media are not told by when to arrive."
    )
    assert conflict.way_out == "state by when media arrive"
    assert not unset(statement(coverage), early)
    told = statement(coverage, media_arrive_by=at("11:15", "Paris"))
    assert not unset(told, soon)


@pytest.mark.parametrize(
    "coverage", [each for each in Coverage if each not in (Coverage.NOT_STATED, *TO_BE_THERE)]
)
def test_where_no_media_come_nobody_is_told_an_hour(coverage: Coverage) -> None:
    assert not unset(statement(coverage), as_of(NOON))


@pytest.mark.parametrize(
    ("limits", "entry"),
    [
        (Limits(coverage_hours=24), statement()),
        (Limits(media_hours=24), statement(Coverage.OPEN)),
    ],
)
def test_how_close_it_may_come_is_a_limit(limits: Limits, entry: Meeting) -> None:
    outside, inside = "2025-03-16T11:59[Europe/Paris]", "2025-03-16T12:00[Europe/Paris]"
    severities = [
        [each.severity for each in unset(entry, as_of(now, limits=limits))]
        for now in (outside, inside)
    ]
    notice = [Severity.NOTICE] if entry.coverage is Coverage.NOT_STATED else []
    assert severities == [notice, [Severity.WARNING]]


@pytest.mark.parametrize(
    "entry",
    [
        statement(visibility=Visibility.INTERNAL),
        statement(visibility=Visibility.RESTRICTED),
        statement(informational=True),
        statement(start=None),
        *(
            statement(status=status)
            for status in (
                Status.HELD,
                Status.CANCELLED,
                Status.DECLINED,
                Status.POSTPONED,
                Status.SUPERSEDED,
            )
        ),
    ],
)
def test_what_the_public_does_not_see_or_is_over_needs_none(entry: Meeting) -> None:
    assert not unset(entry, as_of(NOON))


def test_once_it_has_begun_it_is_too_late_to_say() -> None:
    assert unset(statement(), as_of(NOON))
    assert not unset(statement(), as_of("2025-03-17T12:01[Europe/Paris]"))


def test_several_read_as_one_line() -> None:
    public = {"visibility": Visibility.PUBLIC}
    entries = [meeting(name, "12:00-12:30", **public) for name in ("Call", "Statement")]
    report = check(trip(entries), as_of("2025-01-15T12:00[UTC]"))
    lines = [fold_line(group) for group in folded(report.findings)]
    assert "Coverage not stated: 2 entries" in lines
