from dataclasses import replace
from datetime import date

import pytest

from planner.edits import Change, Edit, create, delete
from planner.edits.removal import removal
from planner.itinerary.belongings import Belongings
from planner.itinerary.listing import Listing, Row, RowKind
from planner.itinerary.programme import LineKind, planned_days, programme, trip_days
from planner.records import Lodging, Meeting
from planner.records.words import MeetingKind, Status
from tests.planner.journeys import (
    CEREMONY,
    FLIGHT_OUT,
    LUNCH,
    STARMER,
    in_london,
    in_paris,
    journey,
)

TEN_TO_FIVE = in_london("16:50").instant

DATED = {
    "paris",
    "london",
    "residence",
    "flight-out",
    "crossing",
    "lunch",
    "starmer-meeting",
    "ceremony",
}


def _blocks() -> list[tuple[date, str, list[str]]]:
    return [
        (
            block.day,
            block.place.city if block.place else "",
            [
                f"{line.kind.name} {line.entry.id if line.entry else ''}".strip()
                for line in block.lines
            ],
        )
        for block in programme(journey())
    ]


def test_the_programme_has_a_block_a_local_day_and_city() -> None:
    assert _blocks() == [
        (date(2025, 3, 16), "Montréal", ["ENTRY flight-out"]),
        (date(2025, 3, 17), "Paris", ["ARRIVAL flight-out", "ENTRY lunch", "ENTRY crossing"]),
        (date(2025, 3, 17), "London", ["ENTRY starmer-meeting", "NIGHT"]),
        (date(2025, 3, 18), "London", ["ENTRY ceremony"]),
    ]


def test_a_night_says_where_and_how_long_the_rest_is() -> None:
    night = programme(journey())[2].lines[-1]
    assert night.kind is LineKind.NIGHT
    assert night.lodging == Lodging(
        id="residence", trip="trip", stop="london", name="The residence"
    )
    assert night.rest_minutes == 13 * 60 + 30


def test_a_night_aloft_is_no_night_on_the_ground() -> None:
    assert all(line.kind is not LineKind.NIGHT for line in programme(journey())[0].lines)


def test_the_last_day_ends_with_a_night_where_somebody_said_it_is_spent() -> None:
    itinerary = journey().after(removal(journey(), "ceremony").edit)
    night = programme(itinerary)[-1].lines[-1]
    assert night.kind is LineKind.NIGHT
    assert night.rest_minutes is None
    assert programme(journey())[-1].lines[-1].kind is not LineKind.NIGHT


@pytest.mark.parametrize(
    ("earliest", "latest", "planned"),
    [
        (None, None, (date(2025, 3, 16), date(2025, 3, 18))),
        (date(2025, 3, 15), None, (date(2025, 3, 15), date(2025, 3, 18))),
        (date(2025, 3, 17), date(2025, 3, 20), (date(2025, 3, 16), date(2025, 3, 20))),
    ],
)
def test_the_days_of_a_trip_are_its_window_and_what_lies_outside_it(
    earliest: date | None, latest: date | None, planned: tuple[date, date]
) -> None:
    itinerary = journey()
    trip = replace(itinerary.trip, earliest=earliest, latest=latest)
    changed = itinerary.after(Edit("", (Change(itinerary.trip, trip),)))
    assert planned_days(changed) == planned


def test_what_is_cancelled_neither_ends_nor_begins_a_rest() -> None:
    late = replace(STARMER, id="late", start=in_london("22:00"), status=Status.CANCELLED)
    itinerary = journey().after(Edit("", create(late)))
    night = programme(itinerary)[2].lines[-1]
    assert night.rest_minutes == 13 * 60 + 30


def test_a_meeting_without_an_hour_is_not_in_the_blocks() -> None:
    itinerary = journey()
    assert [meeting.id for meeting in itinerary.unplaced] == ["nato-call"]
    assert "nato-call" not in str(_blocks())


def test_a_trip_lasts_from_its_first_local_date_to_its_last() -> None:
    assert trip_days(journey()) == (date(2025, 3, 16), date(2025, 3, 18))


def test_a_trip_without_any_hour_lasts_as_long_as_its_window() -> None:
    dated = [record for record in journey().records if record.id in DATED]
    bare = journey().after(Edit("", delete(*dated)))
    assert trip_days(bare) is None
    window = replace(bare.trip, earliest=date(2025, 5, 1), latest=date(2025, 5, 9))
    assert trip_days(bare.after(Edit("", (Change(bare.trip, window),)))) == (
        date(2025, 5, 1),
        date(2025, 5, 9),
    )


def rows_at(instant: int) -> tuple[Row, ...]:
    """Return the rows of the journey as of an instant."""
    return Listing(journey(), instant, Belongings.of(journey())).rows


def _kinds(rows: tuple[Row, ...]) -> list[str]:
    return [row.key or row.kind.name for row in rows]


def test_the_list_has_a_line_where_the_present_is() -> None:
    assert _kinds(rows_at(TEN_TO_FIVE)) == [
        "DAY",
        "flight-out",
        "GAP",
        "DAY",
        "flight-out/arrival",
        "lunch",
        "OPEN",
        "crossing",
        "GAP",
        "NOW",
        "DAY",
        "starmer-meeting",
        "residence/2025-03-17",
        "GAP",
        "DAY",
        "ceremony",
        "GAP",
        "UNPLACED_HEADING",
        "nato-call",
    ]


def test_what_has_ended_is_past_and_what_is_under_way_is_not() -> None:
    at_lunch = rows_at(in_paris("12:30").instant)
    past = [row.key for row in at_lunch if row.is_past]
    assert past == ["flight-out", "flight-out/arrival"]


def test_before_and_after_a_trip_there_is_no_present_in_it() -> None:
    before = FLIGHT_OUT.depart.instant - 1 if FLIGHT_OUT.depart else 0
    after = CEREMONY.start.instant + 86400 if CEREMONY.start else 0
    for instant in (before, after):
        assert RowKind.NOW not in {row.kind for row in rows_at(instant)}


def test_entries_at_one_time_are_listed_in_a_stable_order() -> None:
    twin = Meeting(
        id="a-twin",
        trip="trip",
        title="Twin",
        kind=MeetingKind.OTHER,
        start=LUNCH.start,
        minutes=90,
    )
    itinerary = journey().after(Edit("", create(twin)))
    order = [entry.id for entry in itinerary.entries if entry.start == LUNCH.start]
    assert order == ["a-twin", "lunch"]
