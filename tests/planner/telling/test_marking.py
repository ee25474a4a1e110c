"""That people were told: what they count on is what was planned then."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from planner.fixes import fixes_for
from planner.itinerary import Itinerary
from planner.records import Meeting
from planner.telling import accepting, mark_told, notices
from tests.planner.building import VENUES, as_of, at, found, meeting, moment, sits_in, trip

TALKS = meeting("Bilateral", "14:15-14:45", venue="Élysée", accepted_start=at("14:00", "Paris"))
LUNCH = meeting("Lunch", "12:30-14:00", venue="Élysée", accepted_minutes=60)
NOW = datetime(2025, 3, 15, 12, 0, 30, tzinfo=UTC)
RULE = "changed-since-accepted"


def both() -> Itinerary:
    """Return a trip of which two meetings are not as they were accepted."""
    return trip(TALKS, LUNCH, VENUES["Matignon"], sits_in("Emmanuel Macron", TALKS, LUNCH))


def stored(itinerary: Itinerary, meeting_id: str = "Bilateral") -> Meeting:
    """Return a meeting as the trip holds it."""
    record = itinerary.get(Meeting, meeting_id)
    assert record
    return record


def test_who_was_told_of_one_meeting_is_to_be_told_of_the_others_only() -> None:
    edit = mark_told(both(), [TALKS], NOW)
    assert edit.label == "Marked Bilateral told"
    after = both().after(edit)
    assert [each.meeting.title for each in notices(after, NOW)] == ["Lunch"]
    assert stored(after).told_at == moment("2025-03-15T13:00:30", "Europe/Paris")
    assert after.after(edit.inverse()) == both()


def test_all_are_marked_in_one_edit_and_each_once() -> None:
    edit = mark_told(both(), [each.meeting for each in notices(both(), NOW)] * 2, NOW)
    assert edit.label == "Marked 2 meetings told"
    assert not notices(both().after(edit), NOW)


def test_a_meeting_is_marked_as_the_trip_holds_it_and_one_that_is_gone_is_not() -> None:
    later = replace(TALKS, start=at("15:00", "Paris"))
    gone = replace(TALKS, id="gone")
    after = trip(later).after(mark_told(trip(later), [TALKS, gone], NOW))
    assert stored(after).accepted_start == at("15:00", "Paris")


@pytest.mark.parametrize(
    "again",
    [
        {"start": at("14:30", "Paris")},
        {"start": at("14:00", "Paris")},
        {"minutes": 45},
        {"venue": "Matignon"},
    ],
)
def test_a_change_after_they_were_told_is_seen_again(again: dict[str, object]) -> None:
    itinerary = both().after(mark_told(both(), [TALKS, LUNCH], NOW))
    assert not found(RULE, itinerary, as_of())
    moved = replace(stored(itinerary), **again)  # type: ignore[arg-type] # by name
    changed = trip(moved, VENUES["Matignon"], sits_in("Emmanuel Macron", moved))
    assert len(found(RULE, changed, as_of())) == 1
    (notice,) = notices(changed, NOW)
    told_twice = changed.after(mark_told(changed, [notice.meeting], NOW))
    assert not found(RULE, told_twice, as_of())


def test_of_what_is_not_stated_now_they_count_on_what_they_accepted() -> None:
    accepted = replace(
        TALKS, minutes=None, venue=None, accepted_minutes=30, accepted_venue="Matignon"
    )
    told = accepting(accepted, at("12:00", "Paris"))
    assert (told.accepted_start, told.accepted_minutes, told.accepted_venue) == (
        TALKS.start,
        30,
        "Matignon",
    )
    unplaced = accepting(replace(accepted, start=None), at("12:00", "Paris"))
    assert unplaced.accepted_start == TALKS.accepted_start


def test_a_meeting_without_an_hour_is_marked_on_the_clocks_at_home() -> None:
    unplaced = replace(TALKS, start=None)
    after = trip(unplaced).after(mark_told(trip(unplaced), [unplaced], NOW))
    assert stored(after).told_at == moment("2025-03-15T08:00:30", "America/Toronto")


def test_the_way_out_of_the_conflict_marks_the_same() -> None:
    (conflict, *_) = found(RULE, both(), as_of())
    fixes = {fix.words: fix.edit for fix in fixes_for(both(), as_of(), conflict)}
    assert fixes["mark Lunch told"] == mark_told(both(), [LUNCH], as_of().now)
