"""What is shown of a meeting."""

from collections.abc import Iterator
from datetime import date

from planner.itinerary import Itinerary
from planner.itinerary.entries import entry_of
from planner.itinerary.talk import talk_of
from planner.itinerary.titles import offices_on, participant_name, printed_title
from planner.itinerary.whereabouts import place_of
from planner.moments import Moment
from planner.records import Meeting, Participant, Topic
from planner.records.words import (
    Attends,
    Coverage,
    Interpretation,
    Stance,
    TopicState,
    Visibility,
)
from planner.settings import Limits
from planner.text.spoken import length, short_date, span_with_home_time, with_home_time
from planner.workspace import Workspace
from screens.rows.painting import Painting, Piece
from screens.rows.people import people_rows
from screens.rows.substance import follow_up_rows, note_rows, outcome_rows, task_rows
from screens.rows.text import fact_rows, heading, item_rows, status_role, text_rows


def meeting_head(itinerary: Itinerary, meeting: Meeting, width: int) -> Iterator[Painting]:
    """Yield what it is, with whom, when and where."""
    lead = itinerary.lead_counterpart(meeting.id)
    who = f" · {participant_name(itinerary, lead)}" if lead else ""
    yield Painting(
        (Piece(meeting.kind.capitalize(), "heading"), Piece(who, "heading")),
        (Piece(meeting.status, status_role(meeting.status)),),
        role="day",
    )
    yield from text_rows(meeting.title, width, "title")
    if lead:
        yield from text_rows(_office(itinerary, lead, _day(meeting)), width)
    yield from text_rows(_when(itinerary, meeting), width)
    yield from text_rows(_where(itinerary, meeting), width)


def meeting_body(workspace: Workspace, meeting: Meeting, width: int) -> Iterator[Painting]:
    """Yield what it is about, what came of it, who is there, and how it is arranged."""
    itinerary, belongings = workspace.itinerary, workspace.belongings
    today = Moment.at(workspace.surroundings.instant, itinerary.trip.home.zone).date
    yield from text_rows(meeting.purpose, width, "muted", before=True)
    yield from _topics(itinerary, meeting, width)
    yield from outcome_rows(itinerary.outcomes_of(meeting.id), width)
    yield from follow_up_rows(belongings.follow_ups.get(meeting.id, ()), today, width)
    yield from people_rows(itinerary, itinerary.participants_of(meeting.id), _day(meeting), width)
    arrangements = [(label, value) for label, value in _arrangements(itinerary, meeting) if value]
    if arrangements:
        yield from heading("Arrangements")
        yield from fact_rows(arrangements, width)
    yield from task_rows(belongings.tasks.get(meeting.id, ()), today, width)
    yield from note_rows(belongings.notes.get(meeting.id, ()), width)
    yield from text_rows(meeting.notes, width, "muted", before=True)


def _day(meeting: Meeting) -> date | None:
    return meeting.start.date if meeting.start else meeting.day


def _office(itinerary: Itinerary, lead: Participant, day: date | None) -> str:
    """Return the title of the day and since when it is held, where that is one office."""
    title = printed_title(itinerary, lead, day) if day else lead.printed_title
    held = offices_on(itinerary, lead.person, day) if lead.person and day else ()
    since = held[0][0].since if len(held) == 1 and not lead.printed_title else None
    return f"{title} (since {since.day} {since:%b %Y})" if since else title


def _when(itinerary: Itinerary, meeting: Meeting) -> str:
    entry = entry_of(meeting)
    if entry is None:
        day = short_date(meeting.day) if meeting.day else "No day yet"
        takes = f"· {length(meeting.minutes)}" if meeting.minutes is not None else ""
        return " ".join(filter(None, (day, meeting.part_of_day, takes)))
    clock = span_with_home_time(entry.start, entry.end, itinerary.trip.home)
    takes = f" · {length(entry.minutes)}" if entry.minutes is not None else " · no end yet"
    return f"{short_date(entry.start.date)} · {clock}{takes}"


def _where(itinerary: Itinerary, meeting: Meeting) -> str:
    venue, place = itinerary.venue(meeting.venue), place_of(itinerary, meeting)
    names = [venue.name] if venue else []
    if place and not (venue and place.city in venue.name):
        names.append(place.city)
    spoken = meeting.interpretation
    parts = (
        ", ".join(names),
        "" if meeting.coverage is Coverage.NOT_STATED else meeting.coverage.value,
        f"{spoken} interpretation" if spoken not in (None, Interpretation.NONE) else "",
    )
    return " · ".join(filter(None, parts))


def _topics(itinerary: Itinerary, meeting: Meeting, width: int) -> Iterator[Painting]:
    topics = itinerary.topics_of(meeting.id)
    if not topics:
        return
    wanted = talk_of(itinerary, meeting, Limits()).minutes
    over = meeting.minutes is not None and wanted > meeting.minutes
    within = f" of {meeting.minutes}" if meeting.minutes else ""
    said = f"{wanted}{within} min" if wanted else ""
    yield from heading("Topics", said, "warning" if over else "muted")
    stances = {topic.stance for topic in topics}
    stance = None if len(stances) > 1 else Stance.WE_RAISE
    for number, topic in enumerate(topics, 1):
        if topic.stance is not stance:
            stance = topic.stance
            yield Painting((Piece(f"   {stance.capitalize()}", "muted"),))
        yield from _topic(number, topic, width)


_SETTLED = frozenset({TopicState.AGREED, TopicState.DISCUSSED})
_STATE_WIDTH = max(map(len, TopicState))


def _topic(number: int, topic: Topic, width: int) -> Iterator[Painting]:
    minutes = str(topic.minutes) if topic.minutes is not None else ""
    right = (
        Piece(f"{minutes:>3}  ", "muted"),
        Piece(f"{topic.state:>{_STATE_WIDTH}}", "good" if topic.state in _SETTLED else "muted"),
    )
    role = "fallen" if topic.state is TopicState.DROPPED else ""
    yield from item_rows(topic.title, right, width, role, Piece(f"{number:>2} ", "muted"))
    beneath = " · ".join(filter(None, (topic.lead, topic.objective)))
    yield from text_rows(beneath, width, "muted", indent="   ")


def _arrangements(itinerary: Itinerary, meeting: Meeting) -> Iterator[tuple[str, str]]:
    inside = itinerary.get(Meeting, meeting.part_of)
    attends = "" if meeting.attends is Attends.PRINCIPAL else meeting.attends.value
    yield "Attends", attends
    yield "Format", meeting.format
    yield "Hosted by", meeting.hosted_by
    yield "Part of", inside.title if inside else ""
    yield "Choice", meeting.choice
    yield "Series", meeting.series
    yield "Kept free", _buffers(meeting)
    yield "Fixed", "may not be moved by a suggestion" if meeting.fixed else ""
    yield "Occupies", _occupies(meeting)
    yield "Language", meeting.language
    yield "Dress", meeting.dress
    yield "Greeter", meeting.greeter
    yield "Remarks", _joined(meeting.remarks_by, _minutes(meeting.remarks_minutes))
    yield "Media", _media(itinerary, meeting)
    yield "Announced", _announcement(itinerary, meeting)
    yield "Gift given", meeting.gift_given
    yield "Gift received", meeting.gift_received
    yield "Site lead", meeting.site_lead
    yield "Host contact", meeting.host_contact
    yield "If it rains", meeting.wet_weather
    yield from _correspondence(itinerary, meeting)
    yield "Who may know", "" if meeting.visibility is Visibility.INTERNAL else meeting.visibility
    yield "Public line", meeting.public_line
    yield "Readout", _joined(meeting.readout_state or "", meeting.readout)


def _correspondence(itinerary: Itinerary, meeting: Meeting) -> Iterator[tuple[str, str]]:
    """Yield how the time was asked for, accepted, and kept."""
    home = itinerary.trip.home
    asked = f"{meeting.requested_on.day} {meeting.requested_on:%b}" if meeting.requested_on else ""
    through = f"through {meeting.requested_through}" if meeting.requested_through else ""
    yield "Requested", _joined(asked, through)
    start, venue = meeting.accepted_start, itinerary.venue(meeting.accepted_venue)
    differs = start is not None and start != meeting.start
    yield (
        "They accepted",
        _joined(
            _moment(itinerary, start) if differs else "",
            _minutes(meeting.accepted_minutes)
            if meeting.accepted_minutes != meeting.minutes
            else "",
            venue.name if venue and meeting.accepted_venue != meeting.venue else "",
        ),
    )
    yield "Told of it", _moment(itinerary, meeting.told_at)
    actual = meeting.actual_start
    yield "Took place", span_with_home_time(actual, meeting.actual_end, home) if actual else ""
    yield "Held until", _moment(itinerary, meeting.placeholder_expires)


def _occupies(meeting: Meeting) -> str:
    if meeting.informational:
        return "nobody: for information"
    return "" if meeting.occupies_principal else "all but the principal"


def _buffers(meeting: Meeting) -> str:
    before = f"{meeting.buffer_before} min before" if meeting.buffer_before else ""
    return _joined(before, f"{meeting.buffer_after} min after" if meeting.buffer_after else "")


def _media(itinerary: Itinerary, meeting: Meeting) -> str:
    by = meeting.media_arrive_by
    arrive = f"by {with_home_time(by, itinerary.trip.home)}" if by else ""
    return _joined(arrive, meeting.media_door, meeting.media_note)


def _announcement(itinerary: Itinerary, meeting: Meeting) -> str:
    at = _moment(itinerary, meeting.announcement_at)
    return _joined(at, "agreed with them" if meeting.announcement_agreed else "")


def _moment(itinerary: Itinerary, moment: Moment | None) -> str:
    if moment is None:
        return ""
    return f"{short_date(moment.date)} {with_home_time(moment, itinerary.trip.home)}"


def _minutes(minutes: int | None) -> str:
    return length(minutes) if minutes is not None else ""


def _joined(*parts: str) -> str:
    return " · ".join(filter(None, parts))
