from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.edits.edit import LONGEST_SHOWN, Change, Edit, create, delete, rebase, rely_on
from planner.errors import EditStale, RecordExists, RecordMissing
from planner.records import KINDS, Meeting, Person, Record, Stop
from planner.records.shape import shape_of
from planner.records.words import Coverage
from tests.planner.journeys import CEREMONY, LONDON, LUNCH, NATO_CALL, PARIS, TRIP, in_paris
from tests.planner.records_strategies import records_of

LATER = replace(LUNCH, start=in_paris("12:30"))
RENAMED = replace(LUNCH, title="Lunch")
STOP = Stop(id="stop", trip="trip", place=PARIS)


def by_ben(field: str) -> str:
    """Say who changed a field."""
    return f"Ben, who touched {field},"


def by_nobody(field: str) -> str:
    """Fail: nobody may be asked."""
    raise AssertionError(field)


def pairs() -> st.SearchStrategy[tuple[Record, Record, Record]]:
    """Return three states of one record, of any kind."""
    return st.sampled_from(KINDS).flatmap(
        lambda kind: st.tuples(*(records_of(kind).map(_called_the_same) for _ in range(3)))
    )


def _called_the_same(record: Record) -> Record:
    return replace(record, id="same")


def test_a_change_needs_a_record() -> None:
    with pytest.raises(ValueError, match="needs a record before or after it"):
        Change(None, None)


@pytest.mark.parametrize("other", [replace(LUNCH, id="other"), Person(id="lunch", name="Lunch")])
def test_a_change_does_not_turn_one_record_into_another(other: Record) -> None:
    with pytest.raises(ValueError, match="keeps the kind and the id"):
        Change(LUNCH, other)


@pytest.mark.parametrize(
    ("change", "record", "writes", "touched"),
    [
        (Change(None, LUNCH), LUNCH, True, ()),
        (Change(LUNCH, None), LUNCH, True, ()),
        (Change(LUNCH, LUNCH), LUNCH, False, ()),
        (Change(LUNCH, replace(LUNCH)), LUNCH, False, ()),
        (Change(LUNCH, LATER), LATER, True, ("start",)),
        (
            Change(LUNCH, replace(LATER, title="Lunch", fixed=True)),
            replace(LATER, title="Lunch", fixed=True),
            True,
            ("title", "fixed", "start"),
        ),
    ],
)
def test_a_change_says_what_it_is_of_and_what_it_touches(
    change: Change, record: Record, writes: bool, touched: tuple[str, ...]
) -> None:
    assert change.record == record
    assert (change.writes, change.touched) == (writes, touched)


def test_creating_deleting_and_relying_keep_the_order_given() -> None:
    assert create(LUNCH, CEREMONY) == (Change(None, LUNCH), Change(None, CEREMONY))
    assert delete(LUNCH, CEREMONY) == (Change(LUNCH, None), Change(CEREMONY, None))
    assert rely_on(LUNCH, CEREMONY) == (Change(LUNCH, LUNCH), Change(CEREMONY, CEREMONY))
    assert create() == delete() == rely_on() == ()


def test_the_inverse_takes_the_changes_back_in_reverse_order() -> None:
    edit = Edit("Replaced", (Change(LUNCH, LATER), *create(NATO_CALL), *delete(CEREMONY)))
    assert edit.inverse() == Edit(
        "Undo: Replaced", (Change(None, CEREMONY), Change(NATO_CALL, None), Change(LATER, LUNCH))
    )
    assert edit.inverse("Taken back").label == "Taken back"
    assert edit.inverse().inverse("Replaced") == edit


def test_the_inverse_relies_on_nothing_that_was_only_brought_along() -> None:
    edit = Edit("Added", (*rely_on(TRIP), *create(LUNCH), *rely_on(CEREMONY)))
    assert edit.inverse().changes == (Change(LUNCH, None),)


@pytest.mark.parametrize(
    ("changes", "writes"),
    [
        ((), False),
        (rely_on(LUNCH, TRIP), False),
        ((*rely_on(TRIP), Change(LUNCH, LATER)), True),
        (create(LUNCH), True),
        (delete(LUNCH), True),
    ],
)
def test_an_edit_writes_when_any_of_its_changes_does(
    changes: tuple[Change, ...], writes: bool
) -> None:
    assert Edit("Edit", changes).writes is writes


@pytest.mark.parametrize(
    ("change", "stored", "rebased"),
    [
        (Change(None, LUNCH), None, Change(None, LUNCH)),
        (Change(LUNCH, None), LUNCH, Change(LUNCH, None)),
        (Change(LUNCH, LATER), LUNCH, Change(LUNCH, LATER)),
        (
            Change(LUNCH, LATER),
            RENAMED,
            Change(RENAMED, replace(LATER, title="Lunch")),
        ),
        (Change(LUNCH, LATER), LATER, Change(LATER, LATER)),
        (
            Change(LUNCH, replace(LATER, title="Lunch")),
            LATER,
            Change(LATER, replace(LATER, title="Lunch")),
        ),
        (Change(LUNCH, LUNCH), RENAMED, Change(RENAMED, RENAMED)),
    ],
    ids=[
        "what is new comes as it is",
        "what is as it was goes",
        "what is as it was changes",
        "another field changed meanwhile is kept",
        "what is changed already stays so",
        "what is half changed already is changed to the end",
        "a reliance takes what is stored",
    ],
)
def test_a_change_is_carried_over_to_what_is_stored(
    change: Change, stored: Record | None, rebased: Change
) -> None:
    assert rebase(change, stored, by_nobody) == rebased


@pytest.mark.parametrize(
    ("change", "stored", "error", "words"),
    [
        (Change(None, LUNCH), RENAMED, RecordExists, "meeting “Lunch” is there already"),
        (Change(None, LUNCH), LUNCH, RecordExists, "is there already"),
        (Change(LUNCH, LATER), None, RecordMissing, "meeting “Working lunch” is no longer there"),
        (Change(LUNCH, LUNCH), None, RecordMissing, "no longer there"),
        (Change(LUNCH, None), None, RecordMissing, "no longer there"),
    ],
)
def test_what_is_there_or_gone_against_what_was_thought_is_refused(
    change: Change,
    stored: Record | None,
    error: type[RecordExists | RecordMissing],
    words: str,
) -> None:
    with pytest.raises(error, match=words):
        rebase(change, stored, by_nobody)


@pytest.mark.parametrize(
    ("change", "stored", "field", "yours", "theirs"),
    [
        (
            Change(LUNCH, RENAMED),
            replace(LUNCH, title="Dinner"),
            "title",
            "“Lunch”",
            "“Dinner”",
        ),
        (
            Change(LUNCH, LATER),
            replace(LUNCH, start=in_paris("13:00")),
            "start",
            "“2025-03-17 12:30 (Europe/Paris)”",
            "“2025-03-17 13:00 (Europe/Paris)”",
        ),
        (
            Change(LUNCH, replace(LUNCH, start=None)),
            replace(LUNCH, start=in_paris("13:00")),
            "start",
            "nothing",
            "“2025-03-17 13:00 (Europe/Paris)”",
        ),
        (
            Change(LUNCH, replace(LUNCH, buffer_before=10)),
            replace(LUNCH, buffer_before=15),
            "buffer before",
            "“10”",
            "“15”",
        ),
        (
            Change(replace(LUNCH, minutes=5), replace(LUNCH, minutes=0)),
            replace(LUNCH, minutes=None),
            "minutes",
            "“0”",
            "nothing",
        ),
        (
            Change(LUNCH, replace(LUNCH, coverage=Coverage.OPEN)),
            replace(LUNCH, coverage=Coverage.CLOSED),
            "coverage",
            "“open”",
            "“closed”",
        ),
        (
            Change(replace(LUNCH, notes="z"), replace(LUNCH, notes="x" * 10_000)),
            replace(LUNCH, notes=""),
            "notes",
            f"“{'x' * LONGEST_SHOWN}…”",
            "nothing",
        ),
        (Change(LUNCH, None), replace(LUNCH, notes="[b]y"), "notes", "it removed", "“[b]y”"),
        (Change(LUNCH, None), replace(LUNCH, fixed=True), "fixed", "it removed", "“yes”"),
        (
            Change(STOP, replace(STOP, airports=("CDG", "ORY"))),
            replace(STOP, airports=("LBG",)),
            "airports",
            "“CDG, ORY”",
            "“LBG”",
        ),
        (
            Change(STOP, replace(STOP, place=LONDON)),
            replace(STOP, place=replace(PARIS, city="Lyon")),
            "place",
            "“London (GB)”",
            "“Lyon (FR)”",
        ),
    ],
)
def test_a_field_that_somebody_changed_meanwhile_is_told_with_both_values(
    change: Change, stored: Record, field: str, yours: str, theirs: str
) -> None:
    with pytest.raises(EditStale) as refused:
        rebase(change, stored, by_ben)
    error = refused.value
    assert (error.field, error.yours, error.theirs) == (field, yours, theirs)
    assert f"Ben, who touched {field.replace(' ', '_')}, changed {field} meanwhile" in str(error)


@given(pairs())
def test_a_change_rebased_touches_only_its_own_fields_or_is_refused(
    states: tuple[Record, Record, Record],
) -> None:
    before, after, stored = states
    change = Change(before, after)
    mine, theirs = set(change.touched), set(Change(before, stored).touched)
    disputed = mine & theirs & set(Change(after, stored).touched)
    if disputed:
        with pytest.raises(EditStale):
            rebase(change, stored, by_ben)
        return
    rebased = rebase(change, stored, by_nobody)
    assert rebased.before == stored
    assert rebased.after is not None
    for field in shape_of(type(before)).fields:
        winner = after if field.name in mine else stored
        assert getattr(rebased.after, field.name) == getattr(winner, field.name)


@given(pairs())
def test_a_change_and_its_inverse_leave_what_others_did(
    states: tuple[Record, Record, Record],
) -> None:
    before, after, stored = states
    own = Change(before, after).touched
    beside = replace(stored, **{name: getattr(before, name) for name in own})
    there = rebase(Change(before, after), beside, by_nobody)
    back = rebase(there.inverse(), there.after, by_nobody)
    assert back.after == beside


@given(pairs())
def test_touched_are_the_fields_that_make_the_difference(
    states: tuple[Record, Record, Record],
) -> None:
    before, after, _ = states
    change = Change(before, after)
    patched = replace(before, **{name: getattr(after, name) for name in change.touched})
    assert patched == after
    assert change.writes is bool(change.touched)


def test_a_meeting_keeps_its_class() -> None:
    rebased = rebase(Change(LUNCH, LATER), RENAMED, by_nobody)
    assert isinstance(rebased.after, Meeting)
