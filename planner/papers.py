"""What can be handed out of a trip: which paper, in which form, and under which file name."""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from planner.itinerary import Itinerary
from planner.itinerary.titles import participant_name
from planner.moments import Moment, utc
from planner.records import Meeting
from planner.records.words import Role
from planner.text.cells import clusters
from planner.text.spelling import fold

LONGEST_NAME = 60
"""Signs of a name that go into a file name: disks take 255 bytes in all."""
_NUMERALS = re.compile(r"[ivx]+")


class Document(StrEnum):
    """What is handed out."""

    AGENDA = "agenda"
    TRIP_FILE = "trip file"


class Form(StrEnum):
    """In which form it is written."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"

    @property
    def ending(self) -> str:
        """How the names of such files end."""
        return _ENDINGS[self]


_ENDINGS = {Form.TEXT: ".txt", Form.MARKDOWN: ".md", Form.JSON: ".json"}


@dataclass(frozen=True, slots=True)
class Paper:
    """A document in a form; of one meeting only, if its id is given."""

    document: Document
    form: Form
    meeting: str | None = None


TRIP_FILE = Paper(Document.TRIP_FILE, Form.JSON)


def papers(meeting: str | None = None) -> tuple[Paper, ...]:
    """Return what can be handed out: of the whole trip, of a meeting if one is given, as data."""
    forms = (Form.TEXT, Form.MARKDOWN)
    whole = tuple(Paper(Document.AGENDA, form) for form in forms)
    one = tuple(Paper(Document.AGENDA, form, meeting) for form in forms if meeting)
    return (*whole, *one, TRIP_FILE)


def file_name(itinerary: Itinerary, paper: Paper) -> str:
    """Return a name to offer for the file of a paper: `paris-2025-starmer-agenda.md`.

    Raises `KeyError` where the trip has no such meeting.
    """
    parts = [_slug(itinerary.trip.short_name) or "trip"]
    if paper.meeting is not None:
        parts.append(_slug(_called(itinerary, itinerary.all(Meeting)[paper.meeting])) or "meeting")
    if paper.document is Document.AGENDA:
        parts.append("agenda")
    return "-".join(parts) + paper.form.ending


def _called(itinerary: Itinerary, meeting: Meeting) -> str:
    """Return the family name of whom one meets, else the meeting's title."""
    for participant in itinerary.participants_of(meeting.id):
        if participant.role is Role.COUNTERPART and itinerary.person(participant.person):
            words = fold(participant_name(itinerary, participant)).split()
            names = [word for word in words if not _NUMERALS.fullmatch(word)]
            if names:
                return names[-1]
    return meeting.title


def _slug(text: str) -> str:
    """Return a text as a part of a file name: small letters and figures, joined by hyphens."""
    signs = [sign for sign, _ in clusters(fold(text).replace(" ", "-"))]
    return "".join(signs[:LONGEST_NAME]).rstrip("-")


def printed_at(itinerary: Itinerary, now: datetime) -> Moment:
    """Return the present on the clocks at home: what a paper says of when it was printed."""
    return utc(now).to(itinerary.trip.home.zone)


def paper_text(itinerary: Itinerary, paper: Paper, printed: Moment) -> str:
    """Return what stands in the file of a paper, as of a moment.

    Raises `KeyError` where the trip has no such meeting.
    """
    if paper.document is Document.TRIP_FILE:
        from planner.exchange import write_trip_file  # noqa: PLC0415 - only who exports writes one

        return write_trip_file(itinerary)
    from planner.documents import DocumentFormat, agenda  # noqa: PLC0415 - Jinja2 takes its time

    return agenda(itinerary, printed, paper.meeting, DocumentFormat(paper.form))


def paper_words(itinerary: Itinerary, paper: Paper) -> tuple[str, str]:
    """Return what a paper is called, and what of the trip is in it."""
    if paper.document is Document.TRIP_FILE:
        return "Trip file", "everything, for another Summitry to import"
    form = "text" if paper.form is Form.TEXT else "Markdown"
    meeting = itinerary.get(Meeting, paper.meeting)
    return f"Agenda as {form}", f"of “{meeting.title}” alone" if meeting else "of the whole trip"
