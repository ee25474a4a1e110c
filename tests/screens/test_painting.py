import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from screens.painting import Painting, Piece, fitted, width_of, wrapped

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


@given(text=words, width=st.integers(8, 60))
def test_wrapped_lines_are_no_wider_than_asked_unless_a_word_is(text: str, width: int) -> None:
    longest = max((cell_len(word) for word in text.split()), default=0)
    assert all(cell_len(line) <= max(width, longest) for line in wrapped(text, width))


def test_wrapping_keeps_every_word_and_paragraph() -> None:
    text = "one two three\nfour"
    assert wrapped(text, 8) == ["one two", "three", "four"]
