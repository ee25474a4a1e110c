"""What an entry of the journal changed: old and new, in words."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from planner.edits import Change, Edit, create, delete
from planner.journal import JournalEntry
from planner.records import FollowUp, Participant, Record, Trip
from planner.records.words import Mode, Role, Side, Status
from planner.workspace.chronicle import take_back, told
from tests.planner.building import PLACES, at, meeting, movement, trip

NAMES = {
    "orly": "Orly",
    "Orly": "Orly",
    "Matignon": "Matignon",
    "matignon": "Matignon",
    "macron": "Emmanuel Macron",
}
LUNCH = meeting("Lunch", "12:30-14:00", venue="orly", notes="", fixed=False)
SEAT = Participant(
    id="seat", meeting="Lunch", person="macron", side=Side.THEIRS, role=Role.COUNTERPART
)
OWED = FollowUp(id="owed", trip="trip", text="Send the draft", due=date(2025, 4, 30))


def named(record_id: str) -> str:
    return NAMES.get(record_id, "")


def entry(*changes: Change) -> JournalEntry:
    return JournalEntry(1, datetime(2025, 3, 1, tzinfo=UTC), "Anna", Edit("Did it", changes))


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"start": at("13:00", "Paris")}, "start 12:30 → 13:00 CET"),
        (
            {"start": at("12:30", "Paris", "2025-03-18")},
            "start Mon 17 Mar 12:30 CET → Tue 18 Mar 12:30 CET",
        ),
        ({"start": None}, "start Mon 17 Mar 12:30 CET → —"),
        ({"minutes": 60}, "minutes 90 → 60"),
        ({"status": Status.TENTATIVE}, "status confirmed → tentative"),
        ({"fixed": True}, "fixed no → yes"),
        ({"venue": "matignon"}, "venue Orly → Matignon"),
        ({"venue": "sold"}, "venue Orly → what is not there any more"),
        ({"venue": None}, "venue Orly → —"),
        ({"notes": "Bring the\nold map"}, "notes — → Bring the old map"),
        ({"notes": "x" * 100}, f"notes — → {'x' * 47}…"),
        ({"minutes": None, "title": "Dinner"}, "title Lunch → Dinner; minutes 90 → —"),
    ],
)
def test_of_one_record_the_fields_are_told(fields: dict[str, object], said: str) -> None:
    before = replace(LUNCH, status=Status.CONFIRMED)
    after = replace(before, **fields)  # type: ignore[arg-type] # the fields of a meeting
    assert told(entry(Change(before, after)), named) == (said,)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (OWED, replace(OWED, due=None), "due Wed 30 Apr 2025 → —"),
        (
            trip().trip,
            replace(trip().trip, home=PLACES["Paris"], accompanying=("macron", "x")),
            "accompanying — → Emmanuel Macron, x; home Ottawa → Paris",
        ),
    ],
)
def test_days_places_and_lists_are_told_as_one_reads_them(
    before: Record, after: Record, said: str
) -> None:
    assert told(entry(Change(before, after)), named) == (said,)


def test_of_several_each_is_named_and_what_came_or_went() -> None:
    way = movement(Mode.MOTORCADE, "Orly", "Matignon", "13:40-14:10")
    changes = (
        *create(SEAT),
        *delete(OWED),
        Change(LUNCH, replace(LUNCH, minutes=60)),
        Change(way, replace(way, notes="By the river")),
    )
    assert told(entry(*changes), named) == (
        "new: participant “Emmanuel Macron”",
        "removed: follow-up “Send the draft”",
        "meeting “Lunch”: minutes 90 → 60",
        "movement Orly → Matignon: notes — → By the river",
    )


def test_one_that_came_is_named() -> None:
    assert told(entry(*create(OWED)), named) == ("new: follow-up “Send the draft”",)


def test_an_import_is_told_in_a_few_lines() -> None:
    many = [replace(OWED, id=str(number)) for number in range(300)]
    lines = told(entry(*create(*many)), named)
    assert len(lines) == 5
    assert lines[-1] == "and 296 more changes"


def test_what_only_relied_on_a_record_is_no_change() -> None:
    assert told(entry(Change(LUNCH, LUNCH)), named) == ()


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("Did it", "Took back: Did it"),
        ("Took back: Did it", "Did again: Did it"),
        ("Did again: Did it", "Took back: Did it"),
    ],
)
def test_an_entry_is_taken_back_by_an_edit_of_its_own(label: str, said: str) -> None:
    after = replace(LUNCH, minutes=60)
    done = entry(Change(LUNCH, after))
    named_so = replace(done, edit=replace(done.edit, label=label))
    assert take_back(named_so) == Edit(said, (Change(after, LUNCH),))


def test_a_trip_that_was_removed_is_brought_back() -> None:
    gone = entry(*delete(trip().trip))
    (change,) = take_back(gone).changes
    assert isinstance(change.after, Trip)
