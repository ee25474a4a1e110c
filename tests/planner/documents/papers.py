"""The sample trip, and what papers say of a trip."""

from dataclasses import replace
from functools import cache
from typing import TypeVar

from planner.documents import DocumentFormat, agenda
from planner.edits import Change, Edit
from planner.exchange import read_trip_file
from planner.itinerary import Itinerary
from planner.moments import Moment
from planner.records import Record
from planner.sample import SAMPLE_NOW, sample_text
from tests.planner.exchange.files import NOBODY, Atlas

R = TypeVar("R", bound=Record)


@cache
def sample() -> Itinerary:
    """Return the sample trip as it ships."""
    return Itinerary.of(read_trip_file(sample_text(), NOBODY, Atlas()).records)


def text_of(itinerary: Itinerary, meeting: str | None = None, printed: Moment = SAMPLE_NOW) -> str:
    """Return the agenda as text."""
    return agenda(itinerary, printed, meeting)


def markdown_of(itinerary: Itinerary, meeting: str | None = None) -> str:
    """Return the agenda as Markdown."""
    return agenda(itinerary, SAMPLE_NOW, meeting, DocumentFormat.MARKDOWN)


def words_of(text: str) -> str:
    """Return a paper as one line, however it was wrapped."""
    return " ".join(text.split())


def with_records(*records: Record) -> Itinerary:
    """Return the sample with records changed, or added."""
    changes = tuple(Change(sample().find(record.id), record) for record in records)
    return sample().after(Edit("Try it", changes))


def with_fields(kind: type[R], record_id: str, **fields: object) -> Itinerary:
    """Return the sample with fields of one record changed."""
    change = replace(sample().all(kind)[record_id], **fields)  # type: ignore[arg-type] # by name
    return with_records(change)
