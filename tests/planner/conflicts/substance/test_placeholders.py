from dataclasses import replace

import pytest

from planner.conflicts import Conflict, Severity
from planner.itinerary import Itinerary
from planner.records import Meeting
from planner.records.words import MeetingKind, Status
from tests.planner.building import NOW, as_of, at, found, meeting, moment, trip

KEPT = meeting(
    "Talks",
    "12:00-13:00",
    status=Status.TENTATIVE,
    placeholder_expires=at("18:00", "Paris", "2025-03-14"),
)
ONE = meeting("Breakfast", "08:00-09:00", choice="talks")
OTHER = meeting("Lunch", "12:00-13:00", choice="talks")


def expired_in(itinerary: Itinerary, now: str = NOW) -> list[Conflict]:
    return found("placeholder-expired", itinerary, as_of(now))


def test_what_was_kept_too_long_is_decided() -> None:
    (conflict,) = expired_in(trip(KEPT))
    assert conflict.severity is Severity.WARNING
    assert conflict.message == "Talks was kept until Friday 14 March 2025 and is still tentative."
    assert conflict.subjects == ("Talks",)
    assert conflict.way_out == "confirm it, let it go or keep it longer"


@pytest.mark.parametrize(
    ("expires", "now", "is_found"),
    [
        ("2025-03-14T18:00[Europe/Paris]", "2025-03-14T23:59[America/Toronto]", False),
        ("2025-03-14T18:00[Europe/Paris]", "2025-03-15T00:00[America/Toronto]", True),
        ("2025-03-15T04:59[Europe/Paris]", "2025-03-15T00:00[America/Toronto]", True),
        ("2025-03-15T05:00[Europe/Paris]", "2025-03-15T00:00[America/Toronto]", False),
    ],
)
def test_it_expires_with_the_day_at_home(expires: str, now: str, is_found: bool) -> None:
    clock, zone = expires.rstrip("]").split("[")
    entry = replace(KEPT, placeholder_expires=moment(clock, zone))
    assert bool(expired_in(trip(entry), now)) is is_found


@pytest.mark.parametrize(
    ("status", "kind", "still"),
    [
        (Status.PROPOSED, MeetingKind.BILATERAL, "proposed"),
        (Status.REQUESTED, MeetingKind.BILATERAL, "requested"),
        (Status.TENTATIVE, MeetingKind.BILATERAL, "tentative"),
        (Status.TENTATIVE, MeetingKind.PLACEHOLDER, "a placeholder"),
        (Status.CONFIRMED, MeetingKind.PLACEHOLDER, "a placeholder"),
        (Status.CONFIRMED, MeetingKind.BILATERAL, ""),
        (Status.HELD, MeetingKind.BILATERAL, ""),
        (Status.HELD, MeetingKind.PLACEHOLDER, ""),
        (Status.CANCELLED, MeetingKind.PLACEHOLDER, ""),
        (Status.DECLINED, MeetingKind.BILATERAL, ""),
    ],
)
def test_it_is_open_while_it_is_a_placeholder_or_not_confirmed(
    status: Status, kind: MeetingKind, still: str
) -> None:
    conflicts = expired_in(trip(replace(KEPT, status=status, kind=kind)))
    message = f"Talks was kept until Friday 14 March 2025 and is still {still}."
    assert [each.message for each in conflicts] == ([message] if still else [])


@pytest.mark.parametrize(
    ("entry", "is_found"),
    [
        (replace(KEPT, start=None), True),
        (replace(KEPT, informational=True), False),
        (replace(KEPT, placeholder_expires=None), False),
    ],
)
def test_an_hour_is_not_needed_but_an_expiry_is(entry: Meeting, is_found: bool) -> None:
    assert bool(expired_in(trip(entry))) is is_found


@pytest.mark.parametrize("day", ["1900-01-01", "2199-12-31"])
def test_the_ends_of_the_calendar_are_no_obstacle(day: str) -> None:
    entry = replace(KEPT, placeholder_expires=at("23:59", "Tokyo", day))
    assert bool(expired_in(trip(entry))) is (day < "2025")


def test_two_alternatives_cannot_both_be_chosen() -> None:
    (conflict,) = expired_in(trip(ONE, OTHER))
    assert conflict.severity is Severity.ERROR
    assert conflict.message == (
        "Breakfast and Lunch are alternatives of one choice, and both are confirmed."
    )
    assert conflict.subjects == ("Breakfast", "Lunch")
    assert conflict.way_out == "keep one and cancel the other"


def test_three_are_one_conflict() -> None:
    dinner = meeting("Dinner", "20:00-21:00", choice="talks")
    (conflict,) = expired_in(trip(ONE, OTHER, dinner))
    assert conflict.message == (
        "Breakfast, Lunch and Dinner are alternatives of one choice, and all are confirmed."
    )
    assert conflict.way_out == "keep one and cancel the others"


def test_what_was_held_can_no_longer_be_let_go() -> None:
    held = replace(ONE, status=Status.HELD), replace(OTHER, status=Status.HELD)
    (half,) = expired_in(trip(held[0], OTHER))
    assert half.message == (
        "Breakfast and Lunch are alternatives of one choice, and both are confirmed or held."
    )
    assert half.subjects == ("Lunch", "Breakfast")
    (both,) = expired_in(trip(held))
    assert both.way_out == "take one out of the choice"


@pytest.mark.parametrize(
    ("other", "is_found"),
    [
        (replace(OTHER, start=None), True),
        (replace(OTHER, status=Status.TENTATIVE), False),
        (replace(OTHER, status=Status.SUPERSEDED), False),
        (replace(OTHER, informational=True), False),
        (replace(OTHER, choice="dinner"), False),
        (replace(OTHER, choice=""), False),
    ],
)
def test_alternatives_are_those_of_one_choice_that_are_still_on(
    other: Meeting, is_found: bool
) -> None:
    assert bool(expired_in(trip(ONE, other))) is is_found


def test_meetings_without_a_choice_are_no_alternatives() -> None:
    assert not expired_in(trip(replace(ONE, choice=""), replace(OTHER, choice="")))
