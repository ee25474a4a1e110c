"""Names in every script line up, and none of them commands the terminal."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.text.cells import (
    cell_width,
    closed,
    clusters,
    cut,
    escaped_json,
    printable,
    printable_lines,
    steady,
    wrapped,
)

ANY_TEXT = st.text(max_size=60)


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("Ottawa", 6),
        ("Élysée", 6),
        (unicodedata.normalize("NFD", "Élysée"), 6),
        ("李强", 4),
        ("ﾄｳｷｮｳ", 5),
        ("서울", 4),
        (unicodedata.normalize("NFD", "서울"), 4),
        ("القاهرة", 7),
        ("תל אביב", 7),
        ("नई दिल्ली", 6),
        ("กรุงเทพ", 6),
        ("🙂", 2),
        ("👩‍👩‍👧", 2),
        ("👍🏽", 2),
        ("❤️", 2),
        ("1️⃣", 2),
        ("🇫🇷", 2),
        ("🇫🇷🇬🇧", 4),
        ("🇫", 1),
        ("🇫🇷🇬", 3),
        ("🏴󠁧󠁢󠁳󠁣󠁴󠁿", 2),
        ("🏳️‍🌈", 2),
        ("\u200bhidden\u200b", 6),
        ("● ▲ · ☾ ✈ → ─", 13),
    ],
)
def test_a_text_takes_the_cells_that_a_terminal_gives_it(text: str, width: int) -> None:
    assert cell_width(text) == width


@pytest.mark.parametrize("sign", ["👩‍👩‍👧", "🇫🇷", "👍🏽", "1️⃣", "e\u0301", "한"])
def test_what_stands_as_one_sign_is_never_taken_apart(sign: str) -> None:
    assert [each for each, _ in clusters(sign * 2)] == [sign, sign]


def test_a_letter_after_a_joiner_keeps_its_own_width() -> None:
    assert cell_width("می\u200dخواهم") == cell_width("میخواهم")


@pytest.mark.parametrize(
    ("text", "width", "kept"),
    [
        ("Audience", 8, "Audience"),
        ("Audience", 7, "Audien…"),
        ("Audience with", 10, "Audience…"),
        ("Meeting with President Macron", 20, "Meeting with…"),
        ("Meeting with President Macron", 26, "Meeting with President…"),
        ("Llanfairpwllgwyngyll station", 18, "Llanfairpwllgwyng…"),
        ("To Llanfairpwllgwyngyll", 18, "To Llanfairpwllgw…"),
        ("Audience · Buckingham Palace", 11, "Audience…"),
        ("李强总理", 8, "李强总理"),
        ("李强总理", 7, "李强总…"),
        ("李强总理", 6, "李强…"),
        ("🇫🇷🇬🇧", 3, "🇫🇷…"),
        ("Audience", 1, "…"),
        ("Audience", 0, ""),
        ("", 0, ""),
    ],
)
def test_what_has_no_room_ends_in_an_ellipsis(text: str, width: int, kept: str) -> None:
    assert cut(text, width) == kept


@given(ANY_TEXT, st.integers(0, 80))
def test_a_cut_text_takes_no_more_than_its_width(text: str, width: int) -> None:
    assert cell_width(cut(text, width)) <= width


@given(ANY_TEXT)
def test_a_text_that_fits_is_kept_as_it_is(text: str) -> None:
    assert cut(text, cell_width(text)) == text


@given(ANY_TEXT)
def test_signs_are_all_of_a_text_and_in_order(text: str) -> None:
    assert "".join(sign for sign, _ in clusters(text)) == text


def test_lines_break_between_words() -> None:
    assert wrapped("Meeting with Prime Minister Sir Keir Starmer", 16) == [
        "Meeting with",
        "Prime Minister",
        "Sir Keir Starmer",
    ]


def test_a_word_longer_than_a_line_goes_on_in_the_next() -> None:
    assert wrapped("at Llanfairpwll 李强总理", 6) == ["at", "Llanfa", "irpwll", "李强总", "理"]


@given(ANY_TEXT, st.integers(2, 40))
def test_no_line_is_wider_than_the_page(text: str, width: int) -> None:
    assert all(cell_width(line) <= width for line in wrapped(text, width))


@given(ANY_TEXT, st.integers(2, 40))
def test_wrapping_loses_nothing_but_spaces(text: str, width: int) -> None:
    assert "".join("".join(wrapped(text, width)).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("\x1b]0;title\x07", "␛]0;title␇"),
        ("bell\x07", "bell␇"),
        ("two\nlines", "two␤lines"),
        ("back\rwards", "back␍wards"),
        ("tab\tbed", "tab␉bed"),
        ("null\x00", "null␀"),
        ("rub\x7fout", "rub␡out"),
        ("\x9b31m", "�31m"),
        ("\u202egnp.exe", "�gnp.exe"),
        ("\u2066isolated\u2069", "�isolated�"),
        ("line\u2028paragraph", "line␤paragraph"),
        ("half \ud83d", "half �"),
    ],
)
def test_what_a_terminal_would_obey_is_shown_as_a_picture(text: str, shown: str) -> None:
    assert printable(text) == shown


@pytest.mark.parametrize(
    "name", ["[bold]Macron[/bold]", "محمد بن سلمان", "בנימין\u200f!", "👩‍👩‍👧", "e\u0301", "नमस्ते"]
)
def test_what_people_type_as_a_name_stays_as_it_is(name: str) -> None:
    assert printable(name) == name


@given(ANY_TEXT)
def test_a_picture_takes_the_cell_of_what_it_stands_for(text: str) -> None:
    shown = printable(text)
    assert printable(shown) == shown
    assert len(shown) == len(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("family 👩‍👩‍👧!", "family 👩!"),
        ("👍🏽", "👍"),
        ("❤️", "❤"),
        ("1️⃣", "1⃣"),
        ("🏳️‍🌈", "🏳"),
        ("\u200d👩", "👩"),
        ("🇫🇷🇬🇧", "🇫🇷🇬🇧"),
        ("🏽", "🏽"),
        ("🌈\u200d🏽❤", "🌈❤"),
        ("🇫\ufe0f🇫🏽", "🇫🇫"),
        ("می\u200dخواهم", "می\u200dخواهم"),
        ("e\u0301 李 한", "e\u0301 李 한"),
    ],
)
def test_emoji_that_terminals_measure_differently_are_shown_by_their_first(
    text: str, shown: str
) -> None:
    assert steady(text) == shown


@given(st.text("a👩🏽\u200d❤️1⃣🇫🇷🏳🌈ש李", max_size=20))
def test_a_steady_text_stays_so_and_takes_no_more_room(text: str) -> None:
    assert steady(steady(text)) == steady(text)
    assert cell_width(steady(text)) <= cell_width(text)


@pytest.mark.parametrize(
    ("text", "ends"),
    [("", ""), ("Élysée", ""), ("李", ""), ("שלום…", "\u200e"), ("محمد 5", "\u200e")],
)
def test_what_is_written_from_the_right_ends_in_a_mark_without_a_width(
    text: str, ends: str
) -> None:
    assert closed(text) == text + ends
    assert cell_width(closed(text)) == cell_width(text)


def test_a_text_of_many_lines_keeps_them() -> None:
    assert printable_lines("one\n\ttwo\x1b[2J\r\n") == "one\n\ttwo␛[2J␍\n"


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_escaped_json_means_what_it_meant(text: str) -> None:
    written = escaped_json(json.dumps(text, ensure_ascii=False))
    assert json.loads(written) == text
    assert printable(written) == written
