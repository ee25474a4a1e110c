import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.forms import change_of
from planner.forms.layouts import LAYOUTS
from planner.forms.openings import proposed
from tests.planner.forms.filling import at
from tests.planner.forms.typable import typable


@pytest.mark.parametrize("kind", sorted(LAYOUTS))
@settings(max_examples=400)
@given(data=st.data())
def test_what_is_written_is_read_back(kind: str, data: st.DataObject) -> None:
    record = data.draw(typable(kind))
    assert proposed(record, at("lunch")).record == record


@pytest.mark.parametrize("kind", sorted(LAYOUTS))
@settings(max_examples=400)
@given(data=st.data())
def test_nothing(kind: str, data: st.DataObject) -> None:
    record = data.draw(typable(kind))
    draft = change_of(record, at("lunch"))
    assert draft.record == record
    assert not draft.edit.writes
    assert not draft.is_changed
