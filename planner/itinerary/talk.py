"""How long the talk of a meeting takes: one reckoning for rules, papers and screens."""

from dataclasses import dataclass

from planner.itinerary.itinerary import Itinerary
from planner.records import Meeting
from planner.records.words import Interpretation, Stance, TopicState
from planner.settings import Limits

_TAKES_TIME = frozenset({Stance.WE_RAISE, Stance.THEY_RAISE})
"""What is only answered if raised, or avoided, takes no time."""
_OFF_THE_AGENDA = frozenset({TopicState.DEFERRED, TopicState.DROPPED})


@dataclass(frozen=True, slots=True)
class Talk:
    """The minutes that the topics of a meeting want."""

    topics: int | None
    """The sum of the minutes stated; None where no topic that takes time states any."""
    factor: int
    """How many times as long it takes with the interpretation there is."""

    @property
    def minutes(self) -> int:
        """What it takes in all."""
        return (self.topics or 0) * self.factor

    @property
    def is_consecutive(self) -> bool:
        """Whether consecutive interpretation makes it longer."""
        return self.factor != 1


def talk_of(itinerary: Itinerary, meeting: Meeting, limits: Limits) -> Talk:
    """Return how long the agenda of a meeting takes to talk through."""
    stated = [
        topic.minutes
        for topic in itinerary.topics_of(meeting.id)
        if topic.minutes is not None
        and topic.stance in _TAKES_TIME
        and topic.state not in _OFF_THE_AGENDA
    ]
    is_consecutive = meeting.interpretation is Interpretation.CONSECUTIVE
    return Talk(sum(stated) if stated else None, limits.consecutive_factor if is_consecutive else 1)
