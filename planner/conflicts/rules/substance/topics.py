"""What should be on the agenda of a meeting: something, and what an earlier visit left open."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from planner.conflicts.conflict import Conflict, Severity
from planner.conflicts.meetings import (
    HOUR,
    MULTILATERAL,
    SUBSTANTIVE,
    is_leader,
    leading_counterparts,
)
from planner.conflicts.presence.spans import hour_to_come, stands, to_come
from planner.conflicts.registry import Family, Need, meeting_rule, rule
from planner.conflicts.rules.substance.kin import kin_of
from planner.conflicts.surroundings import Commitment, Surroundings
from planner.itinerary import Itinerary
from planner.itinerary.titles import offices_on
from planner.records import Meeting, Topic
from planner.records.words import TopicState
from planner.settings import Limits
from planner.text.spelling import fold

Party = tuple[str, str]
"""Somebody with whom something can be open: `person` and an id, or `state` and its code."""


@meeting_rule(
    "empty-agenda",
    Family.SUBSTANCE,
    Severity.WARNING,
    meaning="A substantive meeting begins soon and has no topic.",
    limits=("agenda_hours",),
    needs=(Need.CLOCK,),
)
def empty_agenda(
    itinerary: Itinerary, surroundings: Surroundings, meeting: Meeting
) -> Iterator[Conflict]:
    """Report a meeting that nobody wrote a topic down for; dropped ones do not count.

    A meeting that has begun is past mending.
    """
    limits, now, start = surroundings.limits, surroundings.instant, hour_to_come(meeting)
    soon = now + limits.agenda_hours * HOUR
    if start is None or meeting.kind not in SUBSTANTIVE or not now < start.instant <= soon:
        return
    if next(_agenda(itinerary, limits, meeting), None) is None:
        left = " left, for all are dropped" if itinerary.topics_of(meeting.id) else ""
        yield Conflict(
            rule="empty-agenda",
            severity=Severity.WARNING,
            message=f"{meeting.title} has no topic{left}.",
            subjects=(meeting.id,),
            at=start.instant,
            way_out="add a topic",
            fold="No topic",
        )


def _agenda(itinerary: Itinerary, limits: Limits, meeting: Meeting) -> Iterator[Topic]:
    """Return what is to be talked about in a meeting, in its parts and in its whole."""
    for each in kin_of(itinerary, limits, meeting):
        for topic in itinerary.topics_of(each.id):
            if topic.state is not TopicState.DROPPED:
                yield topic


@rule(
    "open-commitment-not-on-agenda",
    Family.SUBSTANCE,
    Severity.NOTICE,
    meaning="Something still open from an earlier trip, with this lead counterpart or with the "
    "state that they lead, is on no topic.",
    needs=(Need.COMMITMENTS,),
)
def open_commitment_not_on_agenda(
    itinerary: Itinerary, surroundings: Surroundings
) -> Iterator[Conflict]:
    """Report what an earlier trip left open and this one does not take up, a line a meeting.

    Once is enough: what is on the agenda of one meeting with somebody need not be on the next.
    The first that is named is the first in the order in which the commitments are given.
    """
    if not surroundings.commitments:
        return
    parties = {
        meeting.id: frozenset(_parties(itinerary, meeting))
        for meeting in itinerary.meetings
        if stands(meeting)
    }
    left_out = _left_out(surroundings.commitments, _raised(itinerary, surroundings.limits, parties))
    for meeting, start in to_come(itinerary):
        numbers = {each for party in parties[meeting.id] for each in left_out.get(party, ())}
        if numbers and meeting.kind in SUBSTANTIVE:
            first = surroundings.commitments[min(numbers)]
            yield Conflict(
                rule="open-commitment-not-on-agenda",
                severity=Severity.NOTICE,
                message=_still_open(meeting, first, len(numbers) - 1),
                subjects=(meeting.id,),
                at=start.instant,
                way_out=f"put {'it' if len(numbers) == 1 else 'them'} on the agenda",
                fold="Still open and on no topic",
            )


def _still_open(meeting: Meeting, first: Commitment, others: int) -> str:
    since = f" from {first.trip}" if first.trip else ""
    what = f"{meeting.title}: “{first.text}”, still open{since},"
    if not others:
        return f"{what} is on no topic."
    return f"{what} and {others:,} {'other' if others == 1 else 'others'} are on no topic."


def _parties(itinerary: Itinerary, meeting: Meeting) -> Iterator[Party]:
    """Return with whom a meeting is: its leading counterparts, and the states that they lead.

    Where many leaders meet, only the first is there for us.
    """
    leading = leading_counterparts(itinerary, meeting.id)
    day = meeting.start.date if meeting.start else meeting.day
    for lead in leading[:1] if meeting.kind in MULTILATERAL else leading:
        if lead.person:
            yield "person", lead.person
            for tenure, office in offices_on(itinerary, lead.person, day) if day else ():
                if is_leader(tenure, office):
                    yield "state", office.of


def _raised(
    itinerary: Itinerary, limits: Limits, parties: Mapping[str, Iterable[Party]]
) -> Mapping[Party, set[frozenset[str]]]:
    """Return the words of each topic that is raised with each party."""
    raised: dict[Party, set[frozenset[str]]] = {}
    for meeting in itinerary.meetings:
        if parties.get(meeting.id):
            topics = {_words(topic.title) for topic in _agenda(itinerary, limits, meeting)}
            for party in parties[meeting.id]:
                raised.setdefault(party, set()).update(topics)
    return raised


def _left_out(
    commitments: Sequence[Commitment], raised: Mapping[Party, Iterable[frozenset[str]]]
) -> Mapping[Party, Sequence[int]]:
    """Return by party the numbers of the commitments that nobody whom they concern hears of."""
    left_out: dict[Party, list[int]] = {}
    for number, commitment in enumerate(commitments):
        words = _words(commitment.text)
        concerned = [
            *(("person", person) for person in commitment.people),
            *(("state", country) for country in commitment.countries),
        ]
        topics = (topic for party in concerned for topic in raised.get(party, ()))
        if not any(topic and (topic <= words or words <= topic) for topic in topics):
            for party in concerned:
                left_out.setdefault(party, []).append(number)
    return left_out


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(text).split())
