from dataclasses import replace
from datetime import date

import pytest

from planner.conflicts import Conflict, Finding, Severity, check, folded
from planner.conflicts.engine import fold_line
from planner.conflicts.registry import rules
from planner.itinerary import Itinerary
from planner.records import Acknowledgement, Meeting
from planner.records.words import Status
from tests.planner.building import as_of, at, follow_up, found, meeting, stop, trip

LUNCH = meeting("Lunch", "12:00-13:30", venue="Élysée")
TALKS = meeting("Talks", "13:00-14:00", venue="Élysée")
LATER = meeting("Talks", "13:15-14:00", venue="Élysée")
TENTATIVE = meeting("Talks", "13:00-14:00", venue="Élysée", status=Status.TENTATIVE)


def lets_stand(
    conflict: Conflict, reason: str = "The host knows", day: int = 16
) -> Acknowledgement:
    """Return that somebody lets a conflict stand, with the facts as they are."""
    return Acknowledgement(
        id=f"{reason} {day}",
        trip="trip",
        rule=conflict.rule,
        subjects=conflict.subjects,
        fingerprint=conflict.fingerprint,
        reason=reason,
        by="Anna Weiss",
        at=replace(at("12:00", "Paris"), wall=at("12:00", "Paris").wall.replace(day=day)),
    )


def overlap_of(*meetings: Meeting) -> Conflict:
    (conflict,) = found("principal-overlap", trip(*meetings))
    return conflict


def finding_in(itinerary: Itinerary) -> Finding:
    report = check(itinerary, as_of(), [rules()["principal-overlap"]])
    (finding,) = report.findings
    return finding


def test_conflicts_come_worst_first_then_by_time_then_by_rule() -> None:
    itinerary = trip(
        stop("Paris", "08:00-20:00"),
        LUNCH,
        TALKS,
        follow_up("Report"),
        follow_up("Letter", "2025-03-01"),
        meeting("Call", "09:00-09:00"),
    )
    asked = ("ends-before-start", "principal-overlap", "followup-incomplete", "offset-shift")
    chosen = [rules()[each] for each in (*asked, "missing-essentials")]
    report = check(itinerary, as_of(), chosen)
    order = [(each.conflict.severity, each.conflict.rule) for each in report.findings]
    assert order == [
        (Severity.ERROR, "ends-before-start"),
        (Severity.ERROR, "principal-overlap"),
        (Severity.WARNING, "followup-incomplete"),
        (Severity.WARNING, "missing-essentials"),
        (Severity.WARNING, "missing-essentials"),
        (Severity.WARNING, "missing-essentials"),
        (Severity.WARNING, "missing-essentials"),
        (Severity.WARNING, "followup-incomplete"),
        (Severity.NOTICE, "offset-shift"),
    ]


def test_what_somebody_lets_stand_is_not_open() -> None:
    conflict = overlap_of(LUNCH, TALKS)
    itinerary = trip(LUNCH, TALKS, lets_stand(conflict))
    assert finding_in(itinerary).is_acknowledged
    report = check(itinerary, as_of())
    assert report.count(Severity.ERROR) == 0
    assert [finding.conflict for finding in report.acknowledged] == [conflict]


@pytest.mark.parametrize("changed", [LATER, TENTATIVE])
def test_it_lapses_when_the_facts_or_the_severity_change(changed: Meeting) -> None:
    finding = finding_in(trip(LUNCH, changed, lets_stand(overlap_of(LUNCH, TALKS))))
    assert finding.has_lapsed
    assert not finding.is_acknowledged


def test_it_holds_again_once_the_facts_are_as_they_were() -> None:
    stood = lets_stand(overlap_of(LUNCH, TALKS))
    once = lets_stand(overlap_of(LUNCH, LATER), "So be it", day=17)
    assert finding_in(trip(LUNCH, TALKS, stood, once)).is_acknowledged
    assert finding_in(trip(LUNCH, LATER, stood, once)).is_acknowledged


def test_of_two_conflicts_about_one_record_each_has_its_own_acknowledgement() -> None:
    bare = meeting("Talks", "13:00-14:00")
    counterpart, venue = found("missing-essentials", trip(bare))
    itinerary = trip(bare, lets_stand(venue))
    report = check(itinerary, as_of(), [rules()["missing-essentials"]])
    assert [finding.conflict for finding in report.acknowledged] == [venue]
    (still_open,) = report.open
    assert still_open.conflict == counterpart
    assert not still_open.has_lapsed


def test_a_trip_has_its_own_limits() -> None:
    itinerary = trip(
        meeting("Summit", "09:00-12:00"), thresholds=(("longest_meeting_hours", 2), ("unknown", 1))
    )
    assert len(found("ends-before-start", itinerary)) == 1


def test_like_conflicts_fold_into_one_line_and_others_stand_alone() -> None:
    conflict = Conflict("missing-essentials", Severity.WARNING, "A has no venue.", ("A",))
    folds = [
        Finding(
            replace(conflict, message=f"{name} has no venue.", subjects=(name,), fold="No venue")
        )
        for name in "AB"
    ]
    notice = Finding(replace(conflict, severity=Severity.NOTICE, fold="No venue"))
    groups = folded([folds[0], Finding(conflict), folds[1], notice, Finding(conflict)])
    assert [len(group) for group in groups] == [2, 1, 1, 1]
    assert [fold_line(group) for group in groups[:2]] == ["No venue: 2 entries", "A has no venue."]


def test_the_fingerprint_is_of_the_facts_and_not_of_the_way_out() -> None:
    conflict = overlap_of(LUNCH, TALKS)
    assert replace(conflict, way_out="wait").fingerprint == conflict.fingerprint
    assert replace(conflict, message="Other.").fingerprint != conflict.fingerprint


def test_rules_can_be_chosen() -> None:
    report = check(trip(LUNCH, TALKS), as_of(), [])
    assert report.findings == ()


def test_a_follow_up_sorts_by_the_end_of_its_day_at_home() -> None:
    (conflict,) = found(
        "followup-incomplete", trip(follow_up("Letter", date(2025, 3, 1).isoformat()))
    )
    assert conflict.at == at("2025-03-02T00:00", "Ottawa").instant
