"""Find a slot: when a meeting could be, and why not at other hours."""

from datetime import date

import pytest

from planner.conflicts import Occupied, Severity, check
from planner.itinerary import Itinerary
from planner.records import Meeting
from planner.records.words import Attends, MeetingKind, PartOfDay, Role
from planner.slots import Search, find_slots
from tests.planner.building import (
    as_of,
    at,
    away,
    flight,
    found,
    meeting,
    of_ours,
    sits_in,
    stop,
    takes,
    trip,
)

DAY = stop("Paris", "08:00-20:00")
PLENARY = meeting("Plenary", "09:00-10:30", kind=MeetingKind.PLENARY, attends=Attends.DELEGATION)
WANTED = meeting("Bilateral", venue="Élysée", minutes=45, day=date(2025, 3, 17))


def search(itinerary: Itinerary, title: str = "Bilateral", now: str = "") -> Search:
    wanted = itinerary.get(Meeting, title)
    assert wanted is not None
    return find_slots(itinerary, as_of(now) if now else as_of(), wanted)


def why(result: Search, clock: str) -> str:
    """Return why a meeting cannot begin at an hour."""
    return next(each.why for each in result.refused if each.first.clock <= clock <= each.last.clock)


def free(result: Search) -> list[str]:
    return sorted(slot.start.clock for slot in result.free)


def test_who_must_be_there_is_named_with_where_they_are_until_when() -> None:
    itinerary = trip(DAY, WANTED, PLENARY, sits_in("Emmanuel Macron", WANTED, PLENARY))
    result = search(itinerary)
    assert why(result, "10:00") == "Emmanuel Macron is in Plenary until 10:30"
    assert "10:30" in free(result)
    assert "10:15" not in free(result)


def test_what_is_before_the_stop_is_reached_and_after_it_is_left_is_said() -> None:
    landing = flight("Northolt", "Orly", "07:30-09:40")
    result = search(trip(stop("Paris", "09:40-13:00"), WANTED, landing))
    flies = "Government aircraft Northolt–Orly lasts until 09:40, then 48 min on the way"
    assert why(result, "07:00") == flies
    assert why(result, "12:30") == "Paris is left 13:00"
    assert free(result)[0] >= "10:30"
    assert free(result)[-1] <= "12:15"


def test_the_way_of_the_principal_counts() -> None:
    itinerary = trip(
        DAY,
        WANTED,
        meeting("Talks", "10:00-11:00", venue="Matignon"),
        takes(20, "Matignon", "Élysée"),
        takes(25, "Élysée", "Matignon"),
    )
    result = search(itinerary)
    assert why(result, "11:00") == "Talks lasts until 11:00, then 20 min on the way"
    assert "11:15" not in free(result)
    assert {"08:45", "11:30"} <= set(free(result))
    assert "09:00" not in free(result)


@pytest.mark.parametrize("role", [Role.INTERPRETER, Role.NOTETAKER])
def test_without_whom_it_cannot_be_has_to_be_free_too(role: Role) -> None:
    other = meeting("Finance", "10:00-11:00", attends=Attends.DELEGATION)
    itinerary = trip(DAY, WANTED, other, of_ours("Anna Weiss", WANTED, other, role=role))
    assert why(search(itinerary), "10:30") == "Anna Weiss is in Finance until 11:00"


def test_members_of_the_delegation_are_not_waited_for() -> None:
    other = meeting("Finance", "10:00-11:00", attends=Attends.DELEGATION)
    itinerary = trip(DAY, WANTED, other, of_ours("Anna Weiss", WANTED, other))
    assert "10:00" in free(search(itinerary))


def test_other_trips_and_unavailability_count() -> None:
    cabinet = away("Emmanuel Macron", "09:00-10:00", reason="Cabinet")
    itinerary = trip(DAY, WANTED, sits_in("Emmanuel Macron", WANTED), cabinet)
    start, end = (at(clock, "Paris").instant for clock in ("11:00", "12:00"))
    rome = Occupied("Emmanuel Macron", start, end, "Rome 2025", "Dinner", is_firm=True)
    wanted = itinerary.get(Meeting, "Bilateral")
    assert wanted is not None
    result = find_slots(itinerary, as_of(elsewhere=[rome]), wanted)
    assert why(result, "09:30") == "Emmanuel Macron is unavailable (Cabinet) until 10:00"
    assert why(result, "11:30") == "Emmanuel Macron is in Dinner (Rome 2025) until 12:00"


def test_what_is_offered_is_proven_and_ranked() -> None:
    itinerary = trip(DAY, WANTED, PLENARY, sits_in("Emmanuel Macron", WANTED, PLENARY))
    for slot in search(itinerary).free:
        after = itinerary.after(slot.edit)
        placed = after.get(Meeting, "Bilateral")
        assert placed is not None
        assert placed.start == slot.start
        assert placed.day is None
        worse = [
            finding.conflict
            for finding in check(after, as_of()).findings
            if finding.conflict.severity is not Severity.NOTICE
            and "Bilateral" in finding.conflict.subjects
        ]
        before = {each.conflict.rule for each in check(itinerary, as_of()).findings}
        assert {conflict.rule for conflict in worse} <= before | {"missing-notetaker"}


def test_what_is_nearest_to_the_hour_it_has_comes_first() -> None:
    itinerary = trip(
        DAY,
        meeting("Bilateral", "10:00-10:45", venue="Élysée"),
        meeting("Talks", "10:15-11:00", venue="Élysée"),
    )
    offered = search(itinerary).free
    assert [slot.start.clock for slot in offered[:3]] == ["09:30", "09:15", "09:00"]
    assert "11:00" in free(search(itinerary))
    assert offered[0].edit.label == "Moved Bilateral to 09:30"


def test_the_part_of_the_day_comes_first() -> None:
    afternoon = meeting(
        "Bilateral", minutes=45, day=date(2025, 3, 17), part_of_day=PartOfDay.AFTERNOON
    )
    assert search(trip(DAY, afternoon)).free[0].start.clock == "14:00"


def test_working_hours_come_before_the_evening() -> None:
    result = search(trip(stop("Paris", "06:00-23:00"), WANTED))
    assert all(slot.is_usual for slot in result.free)


def test_what_is_past_is_neither_offered_nor_refused() -> None:
    result = search(trip(DAY, WANTED), now="2025-03-17T14:05[Europe/Paris]")
    assert free(result)[0] == "14:15"
    assert not [each for each in result.refused if each.first.clock < "14:00"]


def test_a_meeting_without_a_stop_or_days_is_not_tried() -> None:
    itinerary = trip(meeting("Bilateral", stop=None, minutes=45))
    assert search(itinerary).free == ()
    assert search(trip(stop("Paris"), meeting("Bilateral", minutes=45))).free == ()


def test_hours_that_no_clock_shows_are_left_out() -> None:
    night = meeting("Bilateral", minutes=45, day=date(2025, 3, 30))
    result = search(trip(stop("Paris", "", "29/31"), night))
    assert all(not slot.start.is_nonexistent for slot in result.free)


def test_taking_a_slot_clears_the_conflict_it_was_looked_for() -> None:
    itinerary = trip(
        DAY,
        meeting("Bilateral", "10:00-10:45", venue="Élysée"),
        meeting("Talks", "10:15-11:00", venue="Élysée"),
    )
    assert found("principal-overlap", itinerary)
    for slot in search(itinerary).free:
        assert not found("principal-overlap", itinerary.after(slot.edit))
