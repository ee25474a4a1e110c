"""Checking again after an edit is exact: the result equals a full check."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from planner.conflicts import Conflict, Family, Rule, Surroundings, check
from planner.conflicts.engine import found_by
from planner.conflicts.rechecking import check_after, check_at
from planner.edits import Change, Edit
from planner.itinerary import Itinerary
from planner.records import Acknowledgement, Meeting, Record, Trip
from tests.planner.building import as_of, meeting, trip
from tests.planner.conflicts.test_laws import SURROUNDINGS, itineraries
from tests.planner.journeys import JOURNEY


def differences(one: Itinerary, other: Itinerary) -> list[Change]:
    """Return what makes another trip of one; the trip itself stays."""
    ids = {each.id for each in (*one.records, *other.records) if not isinstance(each, Trip)}
    changes = []
    for each in sorted(ids):
        before, after = one.find(each), other.find(each)
        if before != after:
            changes.append(Change(before, after))
    return changes


@given(itineraries(), itineraries(), st.data())
def test_after_any_edits_it_finds_what_a_full_check_finds(
    itinerary: Itinerary, other: Itinerary, data: st.DataObject
) -> None:
    report = check(itinerary, SURROUNDINGS)
    for _ in range(3):
        possible = differences(itinerary, other)
        if not possible:
            return
        some = st.lists(st.sampled_from(possible), min_size=1, max_size=3, unique_by=_record)
        changes = data.draw(some)
        before, itinerary = itinerary, itinerary.after(Edit("Changed it", tuple(changes)))
        report = check_after(report, before, itinerary, SURROUNDINGS, changes)
        full = check(itinerary, SURROUNDINGS)
        assert report == full
        assert _found(report.found) == _found(full.found)


def _record(change: Change) -> str:
    return change.record.id


def _found(found: object) -> dict[str, dict[str, tuple[object, ...]]]:
    assert isinstance(found, dict)
    return {rule: dict(by_meeting) for rule, by_meeting in found.items()}


@given(itineraries(), st.integers(-3 * 24 * 60, 3 * 24 * 60))
def test_as_time_passes_it_finds_what_a_full_check_finds(
    itinerary: Itinerary, minutes: int
) -> None:
    later = replace(SURROUNDINGS, now=SURROUNDINGS.now + timedelta(minutes=minutes))
    report = check_at(check(itinerary, SURROUNDINGS), itinerary, later)
    assert report == check(itinerary, later)


def test_only_the_meetings_that_a_change_touches_are_asked_about_again() -> None:
    one, other = meeting("One", "10:00-11:00"), meeting("Other", "12:00-13:00")
    itinerary = trip(one, other)
    asked: list[str] = []

    def ask(_: Itinerary, __: Surroundings, each: Meeting) -> Iterator[Conflict]:
        asked.append(each.id)
        yield from ()

    rule = Rule("asking", Family.TIME, (), "It asks.", lambda *_: iter(()), of_meeting=ask)
    known = found_by(rule, itinerary, as_of())
    assert sorted(asked) == ["One", "Other"]
    asked.clear()
    found_by(rule, itinerary, as_of(), known, frozenset({"Other"}))
    assert asked == ["Other"]


def test_a_word_on_a_conflict_asks_no_rule_again() -> None:
    itinerary = Itinerary.of(JOURNEY)
    report = check(itinerary, as_of())
    finding = report.open[0].conflict
    said: Record = Acknowledgement(
        id="ack",
        trip=itinerary.trip.id,
        rule=finding.rule,
        subjects=finding.subjects,
        fingerprint=finding.fingerprint,
        reason="Known.",
        by="planner",
        at=next(each.start for each in itinerary.meetings if each.start),
    )
    changes = [Change(None, said)]
    after = itinerary.after(Edit("Acknowledged it", tuple(changes)))
    again = check_after(report, itinerary, after, as_of(), changes)
    assert again.found is report.found
    assert len(again.open) == len(report.open) - 1
