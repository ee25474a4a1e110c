"""Checking again after an edit is exact: the result equals a full check."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from planner.conflicts import Conflict, Report, check
from planner.conflicts.cases import MEETINGS, OF_A_MEETING, WHOLE, Docket
from planner.conflicts.rechecking import check_after, check_at
from planner.edits import Change, Edit
from planner.itinerary import Itinerary
from planner.records import KINDS, Acknowledgement, Meeting, Record, Trip
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
    kinds: tuple[type[Record], ...]
    kinds = data.draw(st.sampled_from([OF_A_MEETING, (Meeting,), tuple(KINDS)]))
    for _ in range(3):
        changed = differences(itinerary, other)
        possible = [each for each in changed if isinstance(each.record, kinds)]
        if not possible:
            return
        some = st.lists(st.sampled_from(possible), min_size=1, max_size=3, unique_by=_record)
        changes = data.draw(some)
        before, itinerary = itinerary, itinerary.after(Edit("Changed it", tuple(changes)))
        report = check_after(report, before, itinerary, SURROUNDINGS, changes)
        full = check(anew(itinerary), SURROUNDINGS)
        assert report == full
        assert _by_rule(report) == _by_rule(full)


def _record(change: Change) -> str:
    return change.record.id


def anew(itinerary: Itinerary) -> Itinerary:
    """Return the same trip, of which nothing is known yet: none of its records is the same."""
    return Itinerary.of((replace(each) for each in itinerary.records), itinerary.position)


def _by_rule(report: Report) -> dict[str, list[Conflict]]:
    """Return what each rule found, before anybody's word on it."""
    return {
        rule: sorted((each for some in found.values() for each in some), key=repr)
        for rule, found in report.found.items()
    }


@given(itineraries(), st.integers(-3 * 24 * 60, 3 * 24 * 60))
def test_as_time_passes_it_finds_what_a_full_check_finds(
    itinerary: Itinerary, minutes: int
) -> None:
    later = replace(SURROUNDINGS, now=SURROUNDINGS.now + timedelta(minutes=minutes))
    report = check_at(check(itinerary, SURROUNDINGS), itinerary, later)
    full = check(anew(itinerary), later)
    assert report == full
    assert _by_rule(report) == _by_rule(full)


def test_a_rule_is_asked_again_about_the_meetings_that_a_change_touches_and_no_others() -> None:
    itinerary = trip(
        meeting("One", "10:00-11:00"),
        meeting("Other", "12:00-13:00"),
        meeting("Part", "12:00-12:30", part_of="Other"),
    )
    before = Docket(itinerary, as_of().limits)
    assert len(before.cases(WHOLE)) == 1
    changed = meeting("One", "10:00-11:30")
    after = itinerary.after(Edit("Changed it", (Change(itinerary.get(Meeting, "One"), changed),)))
    now = Docket(after, as_of().limits)
    assert [each.id for each in now.since(before, MEETINGS, {"One"}).new] == ["One"]
    assert [each.id for each in now.since(before, MEETINGS, {"Other"}).new] == ["One", "Other"]
    assert now.since(before, WHOLE, {"One"}).new == (after,)


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
