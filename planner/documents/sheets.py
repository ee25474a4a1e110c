"""A meeting as the agenda has it: everything its people need before them at the table."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from planner.documents.people import Attendee, sides
from planner.documents.results import Results, results_of
from planner.documents.topics import TopicGroup, time_words, topic_groups
from planner.documents.words import (
    ATTENDS,
    COVERAGE,
    joined,
    one_line,
    paragraphs,
    status_word,
    within,
)
from planner.itinerary import Itinerary
from planner.moments import Moment
from planner.records import Meeting, Venue
from planner.records.words import Interpretation, Side, Visibility
from planner.settings import Limits
from planner.text.spoken import short_date

_SPOKEN: Mapping[Interpretation | None, str] = {
    None: "",
    Interpretation.NONE: "no interpretation",
    Interpretation.CONSECUTIVE: "consecutive interpretation",
    Interpretation.SIMULTANEOUS: "simultaneous interpretation",
    Interpretation.WHISPERED: "whispered interpretation",
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """One meeting; what is empty was not stated, and is not printed."""

    facts: str
    """`working meal · 1 h 30 · public`."""
    venue: str
    coverage: str
    purpose: str
    hosted_by: str
    arrangements: str
    """The size of each side, interpretation, dress."""
    gifts: str
    remarks: str
    ours: tuple[Attendee, ...]
    theirs: tuple[Attendee, ...]
    third: tuple[Attendee, ...]
    time: str
    """How the minutes of the topics compare with the slot."""
    topics: tuple[TopicGroup, ...]
    results: Results
    readout: str
    notes: str


def sheet(itinerary: Itinerary, meeting: Meeting, day: date, today: date) -> Sheet:
    """Return the sheet of a meeting: titles are those of its day, late is as of today."""
    found = sides(itinerary, meeting, day)
    limits = Limits().with_thresholds(itinerary.trip.thresholds)
    return Sheet(
        facts=_facts(itinerary, meeting),
        venue=_venue(itinerary, itinerary.venue(meeting.venue)),
        coverage=_coverage(meeting),
        purpose=paragraphs(meeting.purpose),
        hosted_by=joined((one_line(meeting.hosted_by), _greeter(meeting)), "; "),
        arrangements=_arrangements(meeting),
        gifts=_gifts(meeting),
        remarks=_remarks(meeting),
        ours=found[Side.OURS],
        theirs=found[Side.THEIRS],
        third=found[Side.THIRD],
        time=time_words(itinerary, meeting, limits),
        topics=topic_groups(itinerary.topics_of(meeting.id)),
        results=results_of(itinerary, meeting.id, today),
        readout=_readout(meeting),
        notes=paragraphs(meeting.notes),
    )


def _facts(itinerary: Itinerary, meeting: Meeting) -> str:
    whole = itinerary.get(Meeting, meeting.part_of)
    public = meeting.visibility is Visibility.PUBLIC
    return joined(
        (
            str(meeting.kind),
            within(meeting.minutes),
            status_word(meeting.status),
            "public" if public else "",
            ATTENDS[meeting.attends],
            "for information" if meeting.informational else "",
            f"part of {one_line(whole.title)}" if whole else "",
            f"alternative: {one_line(meeting.choice)}" if one_line(meeting.choice) else "",
        )
    )


def _venue(itinerary: Itinerary, venue: Venue | None) -> str:
    """Return a venue from the inside out: `Salon doré, Élysée Palace`."""
    names: list[str] = []
    seen: set[str] = set()
    while venue and venue.id not in seen:
        seen.add(venue.id)
        names.append(one_line(venue.name))
        venue = itinerary.venue(venue.parent)
    return joined(names, ", ")


def _coverage(meeting: Meeting) -> str:
    by = meeting.media_arrive_by
    return joined(
        (
            COVERAGE[meeting.coverage],
            f"media arrive by {_hour(by, meeting)}" if by else "",
            one_line(meeting.media_door),
            one_line(meeting.media_note),
        )
    )


def _hour(moment: Moment, meeting: Meeting) -> str:
    """Return the hour, with its day where that is not the meeting's."""
    same_day = meeting.start is not None and meeting.start.date == moment.date
    return moment.clock if same_day else f"{short_date(moment.date)} {moment.clock}"


def _greeter(meeting: Meeting) -> str:
    greeter = one_line(meeting.greeter)
    return f"greeted by {greeter}" if greeter else ""


def _arrangements(meeting: Meeting) -> str:
    language, dress = one_line(meeting.language), one_line(meeting.dress)
    return joined(
        (
            one_line(meeting.format),
            _SPOKEN[meeting.interpretation],
            f"in {language}" if language else "",
            f"dress: {dress}" if dress else "",
        )
    )


def _gifts(meeting: Meeting) -> str:
    given, received = one_line(meeting.gift_given), one_line(meeting.gift_received)
    return joined((f"given: {given}" if given else "", f"received: {received}" if received else ""))


def _remarks(meeting: Meeting) -> str:
    return joined((one_line(meeting.remarks_by), within(meeting.remarks_minutes)))


def _readout(meeting: Meeting) -> str:
    readout = paragraphs(meeting.readout)
    state = f"({meeting.readout_state})" if meeting.readout_state else ""
    return joined((readout, state), " ") if readout else ""
