import pytest
from hypothesis import given
from hypothesis import strategies as st

from screens.rows.painting import Painting, Piece, fitted, width_of

words = st.text(alphabet=st.characters(exclude_categories=["C", "M", "Z"]), max_size=30)


@given(left=st.lists(words, max_size=4), right=words, width=st.integers(1, 90))
def test_a_row_is_exactly_as_wide_as_its_pane(left: list[str], right: str, width: int) -> None:
    painting = Painting(tuple(Piece(text) for text in left), (Piece(right),))
    assert width_of(fitted(painting, width)) == width


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Working lunch", "Working lunch  90"),
        ("Working lunch with the President", "Working lunch… 90"),
        ("首脑会谈和工作午餐", "首脑会谈和工… 90"),
        ("[bold]Budget[/bold]", "[bold]Budget[… 90"),
    ],
)
def test_the_left_gives_way_and_the_right_does_not(title: str, shown: str) -> None:
    painting = Painting((Piece(title),), (Piece("90"),))
    text = "".join(piece.text for piece in fitted(painting, 17))
    assert text == shown or text.replace("  90", " 90") == shown
