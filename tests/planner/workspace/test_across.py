"""All trips together: which are looked into, what came of it, and which of them leads."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from planner.conflicts import Conflict, Finding, Report, Severity
from planner.errors import TripGone
from planner.records import Acknowledgement
from planner.records.words import TripStatus
from planner.store import TripSummary
from planner.workspace.across import (
    TripReports,
    counted_by_severity,
    in_question,
    worst_first,
)
from tests.planner.journeys import TRIP, in_london

NOW = in_london("12:00", 17).instant
BEFORE, DURING, LATER = (date(2025, 3, day) for day in (10, 17, 20))


def summary(name: str, day: date | None = LATER, status: TripStatus = TRIP.status) -> TripSummary:
    """Return a trip of one day."""
    head = replace(TRIP, id=name, title=name, status=status)
    days = None if day is None else (day, day)
    return TripSummary(head, "Mark Carney", (), None, None, 0, 0, days)


def conflict(severity: Severity, subject: str = "lunch", fold: str = "") -> Conflict:
    """Return a conflict that is so bad."""
    return Conflict("overlap", severity, f"{subject} overlaps.", (subject,), fold=fold)


def report(errors: int = 0, warnings: int = 0, notices: int = 0) -> Report:
    """Return a report with so many conflicts."""
    counts = zip(Severity, (errors, warnings, notices), strict=True)
    return Report(
        tuple(
            Finding(conflict(severity, f"{severity.word} {number}"))
            for severity, count in counts
            for number in range(count)
        )
    )


def known(reports: dict[str, Report], *gone: str) -> TripReports:
    """Return what is known of trips, some of which cannot be read."""

    def check(trip: str) -> Report:
        if trip in gone:
            raise TripGone
        return reports[trip]

    made = TripReports(check)
    for trip in (*reports, *gone):
        made.look_into(trip)
    return made


@pytest.mark.parametrize(
    ("day", "status", "asked"),
    [
        (LATER, TripStatus.IDEA, True),
        (LATER, TripStatus.PROPOSED, True),
        (DURING, TripStatus.CONFIRMED, True),
        (DURING, TripStatus.ANNOUNCED, True),
        (None, TripStatus.IDEA, True),
        (BEFORE, TripStatus.CONFIRMED, False),
        (LATER, TripStatus.CANCELLED, False),
        (DURING, TripStatus.COMPLETED, False),
    ],
)
def test_what_is_cancelled_or_over_is_not_looked_into(
    day: date | None, status: TripStatus, asked: bool
) -> None:
    found = in_question([summary("Rome", day, status)], NOW)
    assert bool(found) is asked


@pytest.mark.parametrize(
    ("reports", "order"),
    [
        ({"A": report(warnings=9), "B": report(errors=1)}, "BA"),
        ({"A": report(errors=1), "B": report(errors=2)}, "BA"),
        ({"A": report(errors=1, notices=9), "B": report(errors=1, warnings=1)}, "BA"),
        ({"A": report(notices=1), "B": report(notices=2)}, "BA"),
        ({"A": report(errors=1), "B": report(errors=1)}, "AB"),
        ({"A": report(), "B": report(notices=1)}, "B"),
        ({"A": report()}, ""),
    ],
)
def test_the_worst_trip_leads_and_one_that_is_all_well_is_left_out(
    reports: dict[str, Report], order: str
) -> None:
    looked = worst_first(map(summary, reports), known(reports))
    assert "".join(each.summary.trip.id for each in looked) == order


def test_one_that_cannot_be_read_leads_and_says_why_and_the_others_are_there() -> None:
    there = known({"A": report(errors=3)}, "Gone")
    first, second = worst_first(map(summary, ("A", "Gone", "Unknown")), there)
    assert (first.summary.trip.id, first.open) == ("Gone", ())
    assert first.failure == str(TripGone())
    assert (second.summary.trip.id, second.failure) == ("A", "")


def test_a_trip_is_known_once_it_was_looked_into_and_until_all_is_forgotten() -> None:
    there = known({"A": report()}, "Gone")
    names = ("A", "Gone", "Unknown")
    assert [there.is_known(each) for each in names] == [True, True, False]
    there.forget()
    assert [there.is_known(each) for each in names] == [False, False, False]


@pytest.mark.parametrize(
    ("least", "expected"),
    [
        (Severity.ERROR, ["error 0"]),
        (Severity.WARNING, ["error 0", "warning 0", "warning 1"]),
        (Severity.NOTICE, ["error 0", "warning 0", "warning 1", "notice 0"]),
    ],
)
def test_what_shows_is_at_least_so_bad(least: Severity, expected: Iterable[str]) -> None:
    (looked,) = worst_first([summary("A")], known({"A": report(1, 2, 1)}))
    assert [group[0].conflict.subjects[0] for group in looked.groups(least)] == expected
    assert list(looked.counts.values()) == [1, 2, 1]
    assert list(counted_by_severity((looked, looked)).values()) == [2, 4, 2]


def test_like_ones_are_one_group_and_what_somebody_lets_stand_is_left_out() -> None:
    like = [conflict(Severity.NOTICE, each, "No venue") for each in ("lunch", "talks")]
    standing = conflict(Severity.ERROR, "dinner")
    said = Acknowledgement(
        id="said",
        trip="A",
        rule=standing.rule,
        subjects=standing.subjects,
        fingerprint=standing.fingerprint,
        reason="By telephone.",
        by="Protocol",
        at=in_london("09:00"),
    )
    found = Report((Finding(standing, said), *map(Finding, like)))
    (looked,) = worst_first([summary("A")], known({"A": found}))
    (group,) = looked.groups(Severity.NOTICE)
    assert [finding.conflict for finding in group] == like
    assert looked.counts[Severity.ERROR] == 0
