"""Laws of all forms: every field is asked, nothing changes by itself, what is written is read."""

from collections.abc import Mapping

import pytest
from hypothesis import Phase, given
from hypothesis import strategies as st

from planner.forms import Draft, change_of, new
from planner.forms.layouts import LAYOUTS
from planner.forms.questions.fields import Plain
from planner.records import KINDS, Record, kind_of
from planner.records.shape import shape_of
from tests.laws import tried
from tests.planner.forms.filling import at
from tests.planner.forms.typable import typable
from tests.planner.journeys import JOURNEY

FEW = 3
"""Examples of each kind: a meeting alone has fifty fields, and each example tries them all."""
ITSELF = {"id": "stays the same for ever", "trip": "the trip that is open"}
NOT_ASKED: Mapping[str, Mapping[str, str]] = {
    "trip": {"id": ITSELF["id"]},
    "stop": {**ITSELF, "position": "behind the others; keys move it up and down its list"},
    "movement": ITSELF,
    "lodging": ITSELF,
    "meeting": ITSELF,
    "participant": {
        "id": ITSELF["id"],
        "meeting": "the meeting whose list is open",
        "movement": "the movement whose list is open",
        "position": "behind the others; keys move it up and down its list",
    },
    "topic": {
        "id": ITSELF["id"],
        "meeting": "the meeting whose list is open",
        "position": "behind the others; keys move it up and down its list",
    },
    "outcome": {**ITSELF, "position": "behind the others; keys move it up and down its list"},
    "follow_up": ITSELF,
    "task": ITSELF,
    "note": ITSELF,
    "person": {"id": ITSELF["id"]},
    "office": {"id": ITSELF["id"]},
    "tenure": {"id": ITSELF["id"]},
    "unavailability": {"id": ITSELF["id"]},
    "venue": {"id": ITSELF["id"]},
    "travel_time": {"id": ITSELF["id"]},
}
"""The fields that no question answers, and what does."""
WITHOUT_FORM = frozenset({"acknowledgement", "release", "wording"})
"""The kinds of record that come with a trip file, and that nobody fills in a form about."""

THERE = at("lunch")
"""What every one of these forms is opened over."""

every_kind = pytest.mark.parametrize("kind", sorted(LAYOUTS))
a_few = tried(FEW, phases=(Phase.explicit, Phase.generate))
"""Without making a failure smaller: of fifty fields that takes minutes, and says little more."""
OTHERS = ("x", "yes", "no", "17 mar 2025", "12:00", "London", "")
"""What is typed over an answer before it is put back; not all of it can be read everywhere."""


def test_every_kind_of_record_has_a_form_unless_it_comes_with_a_file() -> None:
    assert {kind_of(kind) for kind in KINDS} - WITHOUT_FORM == LAYOUTS.keys()


@every_kind
def test_every_field_is_asked_or_given_by_context(kind: str) -> None:
    layout = LAYOUTS[kind]
    asked = [name for question in layout.questions for name in question.fields]
    fields = {field.name for field in shape_of(layout.record).fields}
    assert fields - set(asked) == NOT_ASKED[kind].keys()
    assert set(asked) <= fields
    assert len(asked) == len(set(asked))


@every_kind
def test_every_question_can_be_told_from_the_others(kind: str) -> None:
    questions = LAYOUTS[kind].questions
    assert len(LAYOUTS[kind].by_name) == len(questions)
    assert len({(each.group, each.label) for each in questions}) == len(questions)
    assert all(each.label and each.help.endswith(".") for each in questions)
    assert all(name in LAYOUTS[kind].by_name for each in questions for name in _own(each.depends))


def _own(depends: tuple[str, ...]) -> tuple[str, ...]:
    """Return what a question depends on wherever it is asked; moments are of many forms."""
    return () if depends == ("stop", "venue") else depends


@every_kind
def test_what_is_asked_at_once_stands_before_the_folds(kind: str) -> None:
    groups = [question.group for question in LAYOUTS[kind].questions]
    in_order = [group for each in LAYOUTS[kind].groups for group in groups if group == each]
    assert groups == in_order
    assert groups[0] == ""
    assert not any(each.required and each.group for each in LAYOUTS[kind].questions)


@every_kind
@a_few
@given(data=st.data())
def test_a_form_in_which_nothing_is_typed_writes_nothing(kind: str, data: st.DataObject) -> None:
    record = data.draw(typable(kind))
    draft = change_of(record, THERE)
    assert draft.problems == ()
    assert draft.record == record
    assert not draft.edit.writes
    assert not draft.is_changed


@pytest.mark.parametrize("record", JOURNEY, ids=lambda each: each.id)
def test_looking_over_a_journey_changes_nothing_of_it(record: Record) -> None:
    draft = change_of(record, THERE)
    texts = {name: draft.text(name) for name in draft.layout.by_name}
    assert draft.problems == ()
    assert draft.record == record
    assert draft.changes == ()
    assert {name: draft.text(name) for name in texts} == texts


@every_kind
@a_few
@given(data=st.data())
def test_what_is_written_is_read_as_the_same_record(kind: str, data: st.DataObject) -> None:
    record = data.draw(typable(kind))
    assert all_typed(record).record == record


def all_typed(record: Record) -> Draft:
    """Return a new form in which somebody types what stands in the form of a record."""
    written = change_of(record, THERE)
    layout = written.layout
    ends = [name for name in written.start if name.startswith(("origin_", "destination_"))]
    context = {name: written.start[name] for name in (*NOT_ASKED[layout.kind], *ends)}
    typed = {name: written.text(name) for name in layout.by_name}
    return Draft(layout, written.reference, context, typed=typed)


@every_kind
@a_few
@given(data=st.data())
def test_what_is_typed_back_was_never_typed(kind: str, data: st.DataObject) -> None:
    record = data.draw(typable(kind))
    draft = change_of(record, THERE)
    for name in draft.layout.by_name:
        text, other = draft.text(name), data.draw(st.sampled_from(OTHERS))
        back = draft.with_text(name, other).with_text(name, text)
        assert not back.is_changed
        fields = draft.layout.by_name[name].fields
        assert all(back.value(each, name) == getattr(record, each) for each in fields)


@every_kind
def test_what_is_typed_back_into_a_new_form_was_never_typed(kind: str) -> None:
    draft = new(kind, THERE, "lunch")
    for name in draft.layout.by_name:
        text = draft.text(name)
        assert draft.with_text(name, f"{text}x").typed == {name: f"{text}x"}
        assert not draft.with_text(name, f"{text}x").with_text(name, text).is_changed


@every_kind
def test_typing_what_stands_there_is_no_change(kind: str) -> None:
    draft = new(kind, THERE, "lunch")
    assert all(draft.with_text(name, draft.text(name)) is draft for name in draft.layout.by_name)


@every_kind
def test_reading_a_form_twice_gives_the_same_ids(kind: str) -> None:
    draft = new(kind, THERE, "lunch")
    assert [draft.new_id("a"), draft.new_id("b")] == [draft.new_id("a"), draft.new_id("b")]
    assert len({draft.new_id("a"), draft.new_id("b"), new(kind, THERE).new_id("a")}) == 3


MADE_OF_OTHERS = frozenset({("trip", "short_name"), ("meeting", "title")})
"""What is made of other answers while nothing is typed."""


@every_kind
def test_what_is_taken_away_leaves_the_default_of_the_field(kind: str) -> None:
    layout = LAYOUTS[kind]
    defaults = {field.name: field.default for field in shape_of(layout.record).fields}
    draft = new(kind, THERE, "lunch")
    left = {
        question.name: draft.with_text(question.name, "").value(question.name)
        for question in layout.questions
        if isinstance(question, Plain)
        and question.fields
        and not question.required
        and (kind, question.name) not in MADE_OF_OTHERS
        and not draft.with_text(question.name, "").is_needed(question.name)
    }
    assert left == {name: defaults[name] for name in left}
