"""Mending by time: later, earlier, shorter, longer."""

from collections.abc import Iterator
from dataclasses import replace

from planner.conflicts import Conflict, Surroundings
from planner.conflicts.presence.ways import LOCAL_MODES
from planner.edits import Change, Edit
from planner.edits.nudges import nudge
from planner.fixes.candidate import Candidate
from planner.itinerary import Itinerary
from planner.itinerary.entries import FALLEN_AWAY, expected_minutes
from planner.moments import Moment
from planner.records import Meeting, Movement, Record
from planner.records.words import Response, Side, Status
from planner.text.spoken import short_date

STEP = 5
"""Programmes are made in steps of five minutes."""
SHORTEST = 10
"""Minutes below which a meeting is not shortened."""
DAY = 24 * 60


def moved(
    itinerary: Itinerary,
    surroundings: Surroundings,  # noqa: ARG001 - one signature for all sources
    conflict: Conflict,
) -> Iterator[Candidate]:
    """Yield meetings and ways within a stop later or earlier by what is short, and shorter."""
    short = conflict.shortfall or 0
    if not 0 < short < DAY:
        return
    entries = [each for each in map(itinerary.find, conflict.subjects) if _may_move(each)]
    for entry in entries:
        for minutes in dict.fromkeys((short, _step(short), -short, -_step(short))):
            yield from _nudged(itinerary, entry, minutes)
    for entry in entries:
        if isinstance(entry, Meeting):
            yield from _of_length(itinerary, entry, -short)


def longer(
    itinerary: Itinerary,
    surroundings: Surroundings,  # noqa: ARG001 - one signature for all sources
    conflict: Conflict,
) -> Iterator[Candidate]:
    """Yield a meeting with as many minutes more as its topics need."""
    for entry in map(itinerary.find, conflict.subjects[:1]):
        if isinstance(entry, Meeting) and conflict.shortfall and _may_move(entry):
            yield from _of_length(itinerary, entry, conflict.shortfall)


def _step(minutes: int) -> int:
    return -(-minutes // STEP) * STEP


def _may_move(record: Record | None) -> bool:
    """Tell whether a way out may move a record: nothing that is fixed, held or flies."""
    if not isinstance(record, Meeting | Movement):
        return False
    if record.status in FALLEN_AWAY or record.status is Status.HELD:
        return False
    if isinstance(record, Movement):
        return record.mode in LOCAL_MODES
    return not record.fixed and record.start is not None


def _nudged(itinerary: Itinerary, entry: Record | None, minutes: int) -> Iterator[Candidate]:
    edit = nudge(itinerary, entry.id, minutes) if entry else None
    if entry is None or edit is None:
        return
    words = edit.label.replace("Moved ", "move ", 1)
    before, after = _begins(entry), _begins(edit.changes[0].after)
    if before and after and before.date != after.date:
        words += f" on {short_date(after.date)}"
    yield Candidate(words, edit, accepted_by(itinerary, entry))


def _begins(record: Record | None) -> Moment | None:
    if isinstance(record, Meeting):
        return record.start
    return record.depart or record.arrive if isinstance(record, Movement) else None


def _of_length(itinerary: Itinerary, meeting: Meeting, more: int) -> Iterator[Candidate]:
    """Yield a meeting that lasts longer or shorter, where it still is one then."""
    length = expected_minutes(meeting)
    minutes = length + more
    if SHORTEST <= minutes <= DAY:
        verb = "Lengthened" if more > 0 else "Shortened"
        edit = Edit(
            f"{verb} {meeting.title} to {minutes} min",
            (Change(meeting, replace(meeting, minutes=minutes)),),
        )
        order = "lengthen" if more > 0 else "shorten"
        words = f"{order} {meeting.title} to {minutes} min"
        yield Candidate(words, edit, accepted_by(itinerary, meeting))


def accepted_by(itinerary: Itinerary, record: Record) -> tuple[str, ...]:
    """Return the names of the counterparts who accepted an entry that is confirmed."""
    if not isinstance(record, Meeting) or record.status is not Status.CONFIRMED:
        return ()
    people = (
        itinerary.person(each.person)
        for each in itinerary.participants_of(record.id)
        if each.side is not Side.OURS and each.response is Response.ACCEPTED
    )
    return tuple(person.name for person in people if person)
