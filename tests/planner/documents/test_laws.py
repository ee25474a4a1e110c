"""What holds for the papers of any trip, whatever was typed into it."""

import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from planner.documents import DocumentFormat, agenda
from planner.documents.rendering import TEXT_WIDTH, hanging, markdown_lines
from planner.itinerary import Itinerary
from planner.records import FollowUp, Meeting, Outcome, Record, Stop, Topic
from planner.records.shape import Form, shape_of
from planner.sample import SAMPLE_NOW
from planner.text.cells import cell_width, printable
from tests.laws import tried
from tests.planner.documents.papers import markdown_of, sample, text_of
from tests.planner.records_strategies import texts, trips

HOSTILE = (
    "[bold]markup[/bold]",
    "*stars* and **more** and _lines_",
    "# heading",
    "1. one\n2) two",
    "- item\n+ item",
    "---\n===",
    "a | b | c",
    "`code` and ```fence```",
    "    indented",
    "<script>alert(1)</script><!-- gone -->",
    "&lt;b&gt; &copy; &#65;",
    "![picture](https://example.org/p.png) [link](https://example.org)",
    "[reference]: https://example.org",
    "<https://example.org>",
    "~~gone~~ $x^2$",
    "back\\slash\\",
    "{{ 7 * 7 }} {% for each in all %} {# gone #}",
    "\x1b[31mred\x07\u202ereversed",
    "مرحبا بكم · 首脑会谈 · 🇨🇦",
)
"""Texts that mean something to Markdown, HTML, Jinja or a terminal."""

PLAIN_TOKENS = {
    "bullet_list_close",
    "bullet_list_open",
    "hardbreak",
    "heading_close",
    "heading_open",
    "inline",
    "list_item_close",
    "list_item_open",
    "ordered_list_close",
    "ordered_list_open",
    "paragraph_close",
    "paragraph_open",
    "softbreak",
    "strong_close",
    "strong_open",
    "text",
    *(
        f"{part}_{end}"
        for part in ("table", "thead", "tbody", "tr", "th", "td")
        for end in ("open", "close")
    ),
}
"""What the template itself makes: no emphasis, code, link, picture, rule, quote or HTML."""

READER = MarkdownIt("commonmark").enable("table").enable("strikethrough")


def tokens(markdown: str) -> list[Token]:
    """Return everything that a reader of Markdown finds, inner parts included."""
    found = READER.parse(markdown)
    return [*found, *(child for token in found for child in token.children or ())]


@cache
def usual_tokens() -> list[Token]:
    """Return what is in the agenda of the sample as it ships."""
    return tokens(markdown_of(sample()))


def headings(found: Iterable[Token]) -> int:
    """Return how many headings there are."""
    return sum(token.type == "heading_open" for token in found)


def shown(found: Iterable[Token]) -> str:
    """Return what a reader of Markdown sees, without white space."""
    return squeezed(token.content for token in found if token.type == "text")


def squeezed(parts: Iterable[str]) -> str:
    """Return text without white space, which wrapping may change."""
    return "".join("".join(part.split()) for part in parts)


def made_printable(text: str) -> str:
    """Return a text as papers have it, a line at a time, without white space."""
    return squeezed(printable(" ".join(line.split())) for line in text.splitlines())


def short(records: Iterable[Record]) -> Itinerary:
    """Return a trip whose stays and meetings are of days and hours, and not of decades."""
    return Itinerary.of(map(_shorter, records))


def _shorter(record: Record) -> Record:
    if isinstance(record, Meeting):
        return replace(record, minutes=record.minutes and abs(record.minutes) % 10_000)
    if isinstance(record, Stop):
        return replace(record, depart=record.arrive, depart_on=record.arrive_on)
    return record


def everywhere(text: str) -> Itinerary:
    """Return the sample with a text in every field that holds any."""
    return Itinerary.of(_with(record, text) for record in sample().records)


def _with(record: Record, text: str) -> Record:
    names = {
        field.name: text
        for field in shape_of(type(record)).fields
        if field.form is Form.TEXT and not field.refers_to and field.name not in ("id", "record")
    }
    return replace(record, **names)


@given(trips(), st.sampled_from(DocumentFormat))
@tried(30)
def test_any_trip_makes_a_paper_that_has_its_topics_outcomes_and_follow_ups(
    records: tuple[Record, ...], form: DocumentFormat
) -> None:
    itinerary = short(records)
    paper = agenda(itinerary, SAMPLE_NOW, format=form)
    assert paper.endswith("\nends\n")
    seen = squeezed([paper]) if form is DocumentFormat.TEXT else shown(tokens(paper))
    for topic in itinerary.all(Topic).values():
        assert made_printable(topic.title) in seen
    for outcome in itinerary.all(Outcome).values():
        assert made_printable(outcome.text) in seen
    for follow_up in itinerary.all(FollowUp).values():
        assert made_printable(follow_up.text) in seen


@given(trips())
@tried(30)
def test_no_line_of_any_agenda_is_wider_than_the_page_or_tells_a_terminal_anything(
    records: tuple[Record, ...],
) -> None:
    itinerary = short(records)
    for meeting in (None, *itinerary.all(Meeting)):
        for line in agenda(itinerary, SAMPLE_NOW, meeting).split("\n"):
            assert cell_width(line) <= TEXT_WIDTH
            assert not any(unicodedata.category(sign) in ("Cc", "Zl", "Zp") for sign in line)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_was_typed_is_never_markup(text: str) -> None:
    found = tokens(markdown_of(everywhere(text)))
    assert {token.type for token in found} <= PLAIN_TOKENS
    assert shown(found).count(made_printable(text)) >= 100
    assert headings(found) == headings(usual_tokens())


@pytest.mark.parametrize("text", HOSTILE)
def test_what_was_typed_shows_as_typed_in_text(text: str) -> None:
    assert squeezed([text_of(everywhere(text))]).count(made_printable(text)) >= 100


@given(texts())
def test_any_text_shows_as_typed_in_markdown(text: str) -> None:
    line = " ".join(text.split())
    for markdown in (
        markdown_lines(line),
        f"- {markdown_lines(line)}",
        f"# {markdown_lines(line)}",
    ):
        found = tokens(markdown)
        assert shown(found) == squeezed([printable(line)])
        assert {token.type for token in found} <= PLAIN_TOKENS


@given(texts(), texts(), texts())
def test_a_hanging_text_loses_nothing_and_fits(text: str, margin: str, right: str) -> None:
    line, before, after = (" ".join(each.split()) for each in (text, margin, right))
    hung = hanging(line, before, after)
    assert squeezed([hung]) == squeezed(map(printable, (before, line, after)))
    assert all(cell_width(each) <= TEXT_WIDTH for each in hung.split("\n"))
