"""Mending who is there: an interpreter or a notetaker of the trip who is free."""

from collections.abc import Iterator

from planner.conflicts import Conflict, Surroundings
from planner.edits import Edit, create
from planner.fixes.candidate import Candidate
from planner.itinerary import Itinerary
from planner.records import Meeting, Participant, new_id
from planner.records.words import Role, Side


def interpreted(
    itinerary: Itinerary,
    surroundings: Surroundings,  # noqa: ARG001 - one signature for all sources
    conflict: Conflict,
) -> Iterator[Candidate]:
    """Yield each interpreter of ours who is on the trip."""
    return _seated(itinerary, conflict, Role.INTERPRETER)


def noted(
    itinerary: Itinerary,
    surroundings: Surroundings,  # noqa: ARG001 - one signature for all sources
    conflict: Conflict,
) -> Iterator[Candidate]:
    """Yield each notetaker of ours who is on the trip."""
    return _seated(itinerary, conflict, Role.NOTETAKER)


def _seated(itinerary: Itinerary, conflict: Conflict, role: Role) -> Iterator[Candidate]:
    meeting = itinerary.get(Meeting, conflict.subjects[0])
    if meeting is None:
        return
    there = {each.person for each in itinerary.participants_of(meeting.id)}
    ours: dict[str, Participant] = {}
    for each in itinerary.all(Participant).values():
        if each.role is role and each.side is Side.OURS and each.person not in {None, *there}:
            ours.setdefault(each.person or "", each)
    for person_id, known in sorted(ours.items()):
        person = itinerary.person(person_id)
        if person is None:
            continue
        seat = Participant(
            id=new_id(),
            meeting=meeting.id,
            position=1
            + max((e.position for e in itinerary.participants_of(meeting.id)), default=0),
            person=person_id,
            side=Side.OURS,
            role=role,
            languages=known.languages,
        )
        edit = Edit(f"Assigned {person.name} to {meeting.title}", create(seat))
        yield Candidate(f"assign {person.name} as {role}", edit)
