"""What is shown of the entry that is selected."""

from collections.abc import Iterable, Iterator

from planner.conflicts import Conflict
from planner.itinerary import Itinerary
from planner.itinerary.entries import entry_of
from planner.itinerary.talk import talk_of
from planner.itinerary.titles import participant_name, printed_title
from planner.itinerary.whereabouts import end_names
from planner.moments import Moment
from planner.records import FollowUp, Meeting, Movement, Outcome, Participant
from planner.records.words import Coverage, Interpretation, Side, Stance
from planner.settings import Limits
from planner.text.cells import wrapped
from planner.text.spoken import length, long_date, span_with_home_time, with_home_time
from planner.workspace import Workspace
from screens.painting import Painting, Piece

INDENT = "  "


def details(workspace: Workspace, width: int) -> tuple[Painting, ...]:
    """Return the rows for the selected entry at a width."""
    itinerary = workspace.itinerary
    record = itinerary.find(workspace.selected_record)
    if isinstance(record, Meeting):
        rows = [*_meeting(itinerary, record, width)]
    elif isinstance(record, Movement):
        rows = [*_movement(itinerary, record, width)]
    else:
        return (Painting((Piece("Nothing is on this programme yet.", "muted"),)),)
    conflicts = [
        finding.conflict
        for finding in workspace.report.open
        if record.id in workspace.entries_of(finding.conflict)
    ]
    return (*rows, *_conflicts(conflicts, width))


def _meeting(itinerary: Itinerary, meeting: Meeting, width: int) -> Iterator[Painting]:
    yield Painting((Piece(meeting.kind.capitalize(), "heading"),), (Piece(meeting.status, "good"),))
    yield from _text(meeting.title, width, "title")
    yield from _counterpart(itinerary, meeting, width)
    yield from _text(_when(itinerary, meeting), width)
    yield from _text(_where(itinerary, meeting), width)
    if meeting.interpretation not in (None, Interpretation.NONE):
        yield from _text(f"{meeting.interpretation.capitalize()} interpretation", width)
    yield from _text(meeting.purpose, width, "muted")
    yield from _topics(itinerary, meeting, width)
    yield from _outcomes(itinerary, meeting, width)
    yield from _people(itinerary, itinerary.participants_of(meeting.id), width)
    yield from _text(meeting.notes, width, "muted", before=True)


def _counterpart(itinerary: Itinerary, meeting: Meeting, width: int) -> Iterator[Painting]:
    lead = itinerary.lead_counterpart(meeting.id)
    day = meeting.start.date if meeting.start else meeting.day
    if lead is None:
        return
    name = participant_name(itinerary, lead)
    title = printed_title(itinerary, lead, day) if day else lead.printed_title
    yield from _text(f"{name}, {title}" if title else name, width, "strong")


def _when(itinerary: Itinerary, meeting: Meeting) -> str:
    entry = entry_of(meeting)
    if entry is None:
        day = long_date(meeting.day) if meeting.day else "no day yet"
        return f"{day} {meeting.part_of_day or ''}".strip()
    clock = span_with_home_time(entry.start, entry.end, itinerary.trip.home)
    return f"{long_date(entry.start.date)} · {clock}"


def _where(itinerary: Itinerary, meeting: Meeting) -> str:
    venue = itinerary.venue(meeting.venue)
    coverage = "" if meeting.coverage is Coverage.NOT_STATED else meeting.coverage
    return " · ".join(part for part in (venue.name if venue else "", coverage) if part)


def _topics(itinerary: Itinerary, meeting: Meeting, width: int) -> Iterator[Painting]:
    topics = itinerary.topics_of(meeting.id)
    if not topics:
        return
    wanted = talk_of(itinerary, meeting, Limits()).minutes
    over = meeting.minutes is not None and wanted > meeting.minutes
    sum_of = f"{wanted} of {meeting.minutes} min" if meeting.minutes and wanted else ""
    yield Painting()
    yield Painting((Piece("Topics  ", "heading"), Piece(sum_of, "warning" if over else "muted")))
    stance = Stance.WE_RAISE
    for number, topic in enumerate(topics, 1):
        if topic.stance is not stance:
            stance = topic.stance
            yield Painting((Piece(stance.capitalize(), "muted"),))
        minutes = f"{topic.minutes:>3} " if topic.minutes is not None else "    "
        right = Piece(f" {minutes} {topic.state:<9}", "muted")
        lines = wrapped(topic.title, max(width - len(right.text) - 5, 12))
        for at, line in enumerate(lines):
            head = f"{number:>2} " if at == 0 else "   "
            yield Painting((Piece(head, "muted"), Piece(line)), (right,) if at == 0 else ())


def _outcomes(itinerary: Itinerary, meeting: Meeting, width: int) -> Iterator[Painting]:
    outcomes = itinerary.outcomes_of(meeting.id)
    own = {outcome.id for outcome in outcomes}
    follow_ups = [
        each for each in itinerary.follow_ups if each.meeting == meeting.id or each.outcome in own
    ]
    if outcomes:
        yield Painting()
        yield Painting((Piece("Outcomes", "heading"),))
    for outcome in outcomes:
        yield from _outcome(outcome, width)
    if follow_ups:
        yield Painting()
        yield Painting((Piece("Follow-ups", "heading"),))
    for follow_up in follow_ups:
        yield from _follow_up(follow_up, width)


def _outcome(outcome: Outcome, width: int) -> Iterator[Painting]:
    yield Painting((Piece(f"{INDENT}{outcome.kind}", "muted"),), (Piece(outcome.state, "muted"),))
    yield from _text(outcome.text, width, indent=INDENT)


def _follow_up(follow_up: FollowUp, width: int) -> Iterator[Painting]:
    due = f"due {follow_up.due:%d %b}" if follow_up.due else "no due date"
    owner = follow_up.owner or "no owner"
    yield from _text(follow_up.text, width, indent=INDENT)
    yield Painting(
        (Piece(f"{INDENT}{owner} · {due}", "muted" if follow_up.due else "warning"),),
        (Piece(follow_up.state, "muted"),),
    )


def _people(
    itinerary: Itinerary, participants: Iterable[Participant], width: int
) -> Iterator[Painting]:
    sides: dict[Side, list[str]] = {}
    for each in participants:
        name = participant_name(itinerary, each)
        sides.setdefault(each.side, []).append(f"{name} ({each.role})")
    if sides:
        yield Painting()
        yield Painting((Piece("Participants", "heading"),))
    for side, names in sides.items():
        yield from _text(f"{side.capitalize()}: {', '.join(names)}", width, "muted")


def _movement(itinerary: Itinerary, movement: Movement, width: int) -> Iterator[Painting]:
    origin, destination = end_names(itinerary, movement)
    yield Painting(
        (Piece(movement.mode.capitalize(), "heading"),), (Piece(movement.status, "good"),)
    )
    yield from _text(f"{origin} → {destination}", width, "title")
    home = itinerary.trip.home
    for word, moment in (("Depart", movement.depart), ("Arrive", movement.arrive)):
        if moment:
            when = f"{with_home_time(moment, home)} {_zone(moment)}"
            yield Painting((Piece(f"{word}  ", "muted"), Piece(f"{long_date(moment.date)} {when}")))
    entry = entry_of(movement)
    if entry and entry.minutes is not None and movement.depart:
        yield Painting((Piece("Takes   ", "muted"), Piece(length(entry.minutes))))
    for word, value in (
        ("Carrier", movement.carrier),
        ("Reference", movement.reference),
        ("Clearance", movement.clearance),
        ("Met by", movement.met_by),
        ("Seen off by", movement.seen_off_by),
    ):
        if value:
            yield from _text(f"{word}: {value}", width)
    yield from _people(itinerary, itinerary.participants_of(movement.id), width)
    yield from _text(movement.notes, width, "muted", before=True)


def _zone(moment: Moment) -> str:
    return moment.zone_label


def _conflicts(conflicts: list[Conflict], width: int) -> Iterator[Painting]:
    if conflicts:
        yield Painting()
        yield Painting((Piece("Conflicts", "heading"),))
    for conflict in conflicts:
        lines = wrapped(conflict.message, width - 2)
        for number, line in enumerate(lines):
            mark = f"{conflict.severity.mark} " if number == 0 else INDENT
            yield Painting((Piece(mark, conflict.severity.word), Piece(line)))
        if conflict.way_out:
            yield from _text(conflict.way_out, width, "good", indent=INDENT)


def _text(
    text: str, width: int, role: str = "", *, indent: str = "", before: bool = False
) -> Iterator[Painting]:
    """Yield a text broken into rows; nothing for an empty one."""
    if not text:
        return
    if before:
        yield Painting()
    for paragraph in text.splitlines():
        for line in wrapped(paragraph, max(width - len(indent), 8)):
            yield Painting((Piece(indent), Piece(line, role)))
