from dataclasses import replace
from datetime import timedelta

import pytest

from planner.conflicts import Surroundings
from planner.edits import Change, Edit
from planner.edits.nudges import nudge
from planner.edits.removal import removal
from planner.journal import JournalEntry
from planner.moments import Moment
from planner.records import Place
from planner.workspace import Workspace
from tests.planner.journeys import (
    CROSSING,
    LONDON,
    OTTAWA,
    PARIS,
    STARMER,
    in_london,
    in_ottawa,
    in_paris,
    journey,
    present,
)

NOW = present(in_london("16:50"))


def _workspace(selected: str = "") -> Workspace:
    return Workspace.of(journey(), Surroundings(NOW), selected)


def _entry(edit: Edit, position: int = 1) -> JournalEntry:
    return JournalEntry(position, NOW, "somebody", edit)


def test_the_cursor_starts_on_what_comes_next() -> None:
    assert _workspace().selected == "starmer-meeting"


def test_the_cursor_moves_over_entries_and_stops_at_the_ends() -> None:
    workspace = _workspace("lunch")
    assert workspace.with_moved_cursor(1).selected == "crossing"
    assert workspace.with_moved_cursor(-100).selected == "flight-out"
    assert workspace.with_moved_cursor(100).selected == "nato-call"


def test_moving_the_cursor_works_nothing_out_anew() -> None:
    workspace = _workspace("lunch")
    moved = workspace.with_moved_cursor(1)
    assert moved.rows is workspace.rows
    assert moved.report is workspace.report


def test_an_arrival_is_of_the_movement_that_arrives() -> None:
    assert _workspace("flight-out/arrival").selected_record == "flight-out"


def test_the_cursor_follows_its_entry_through_an_edit() -> None:
    edit = nudge(journey(), "starmer-meeting", -300)
    assert edit is not None
    after = _workspace("starmer-meeting").after([_entry(edit)])
    assert after.selected == "starmer-meeting"
    assert after.itinerary.position == 1


def test_an_entry_that_was_seen_already_is_passed_over() -> None:
    there, back = nudge(journey(), "starmer-meeting", 5), nudge(journey(), "starmer-meeting", 10)
    assert there is not None
    assert back is not None
    once = _workspace().after([_entry(there, 1), _entry(back, 2)])
    assert once.after([_entry(there, 1)]).itinerary == once.itinerary


@pytest.mark.parametrize(
    ("removed", "neighbour"), [("lunch", "crossing"), ("nato-call", "ceremony")]
)
def test_when_its_entry_goes_the_cursor_goes_to_the_next_or_to_the_last(
    removed: str, neighbour: str
) -> None:
    edit = removal(journey(), removed).edit
    assert _workspace(removed).after([_entry(edit)]).selected == neighbour


def test_when_another_entry_goes_the_cursor_stays() -> None:
    edit = removal(journey(), "lunch").edit
    assert _workspace("starmer-meeting").after([_entry(edit)]).selected == "starmer-meeting"


def test_the_cursor_goes_to_what_an_undo_brought_back() -> None:
    away = removal(journey(), "lunch").edit
    without = _workspace("lunch").after([_entry(away)])
    back = without.after([_entry(away.inverse(), 2)])
    assert back.with_edit_selected(away.inverse()).selected == "lunch"


def test_an_edit_that_no_row_shows_leaves_the_cursor() -> None:
    away = removal(journey(), "lunch").edit
    without = _workspace("lunch").after([_entry(away)])
    assert without.with_edit_selected(away).selected == without.selected


def test_a_trip_without_anything_has_no_cursor() -> None:
    itinerary = journey()
    for each in (*itinerary.meetings, *itinerary.movements, *itinerary.stops):
        if itinerary.find(each.id):
            itinerary = itinerary.after(removal(itinerary, each.id).edit)
    workspace = Workspace.of(itinerary, Surroundings(NOW))
    assert workspace.selected == workspace.selected_record == ""
    assert workspace.with_moved_cursor(1) is workspace


@pytest.mark.parametrize(
    ("moment", "place"),
    [
        (in_ottawa("12:00", 16), OTTAWA),
        (in_paris("10:00"), PARIS),
        (in_paris("15:00"), PARIS),
        (in_london("15:00"), LONDON),
    ],
)
def test_here_is_where_the_principal_is(moment: Moment, place: Place) -> None:
    assert _workspace().at(present(moment)).here == place


def test_time_that_passes_is_taken_in() -> None:
    later = _workspace().at(NOW + timedelta(hours=4))
    past = {row.key for row in later.rows if row.is_past}
    assert "starmer-meeting" in past


def test_a_nudge_moves_a_meeting_and_keeps_its_length() -> None:
    edit = nudge(journey(), "starmer-meeting", 5)
    assert edit == Edit(
        "Moved Meeting at Downing Street to 18:05",
        (Change(STARMER, replace(STARMER, start=in_london("18:05"))),),
    )


def test_a_nudge_moves_both_ends_of_a_movement_and_the_stays_they_bound() -> None:
    edit = nudge(journey(), "crossing", -5)
    assert edit is not None
    assert edit.label == "Moved Orly → RAF Northolt to 14:25"
    after = journey().after(edit)
    moved = replace(CROSSING, depart=in_paris("14:25"), arrive=in_london("14:35"))
    assert after.find("crossing") == moved
    assert [(stop.arrive, stop.depart) for stop in after.stops] == [
        (in_paris("08:40"), in_paris("14:25")),
        (in_london("14:35"), in_london("09:00", 18)),
    ]


def test_a_nudge_over_a_change_of_clocks_moves_by_real_minutes() -> None:
    early = replace(STARMER, start=in_london("00:58", 30))
    itinerary = journey().after(Edit("", (Change(STARMER, early),)))
    edit = nudge(itinerary, "starmer-meeting", 5)
    assert edit is not None
    assert edit.label.endswith("to 02:03")


def test_what_has_no_hour_is_not_moved() -> None:
    assert nudge(journey(), "nato-call", 5) is None
    assert nudge(journey(), "nobody", 5) is None
