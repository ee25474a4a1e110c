"""What a meeting is about: its topics by stance, and whether their minutes fit."""

from collections.abc import Sequence
from dataclasses import dataclass

from planner.documents.words import joined, minutes_words, one_line, paragraphs
from planner.itinerary import Itinerary
from planner.itinerary.talk import talk_of
from planner.records import Meeting, Topic
from planner.records.words import Stance, TopicState
from planner.settings import Limits


@dataclass(frozen=True, slots=True)
class TopicItem:
    """A topic as it stands on the paper."""

    number: int
    """Its number in the meeting, through all stances."""
    title: str
    timing: str
    """Its minutes and what became of it: `15 min · discussed`."""
    facts: str
    """`Prime Minister · priority 1 · theme cyber`."""
    objective: str
    our_points: str
    their_position: str
    our_response: str
    background: str


@dataclass(frozen=True, slots=True)
class TopicGroup:
    """The topics that one side brings up, or waits for."""

    stance: str
    items: tuple[TopicItem, ...]


def topic_groups(topics: Sequence[Topic]) -> tuple[TopicGroup, ...]:
    """Return topics by stance, in their order within each, numbered through."""
    groups: list[TopicGroup] = []
    number = 1
    for stance in Stance:
        those = [topic for topic in topics if topic.stance is stance]
        items = tuple(_item(topic, number + place) for place, topic in enumerate(those))
        number += len(items)
        if items:
            groups.append(TopicGroup(stance.capitalize(), items))
    return tuple(groups)


def _item(topic: Topic, number: int) -> TopicItem:
    return TopicItem(
        number=number,
        title=one_line(topic.title),
        timing=_timing(topic),
        facts=_facts(topic),
        objective=paragraphs(topic.objective),
        our_points=paragraphs(topic.our_points),
        their_position=paragraphs(topic.their_position),
        our_response=paragraphs(topic.our_response),
        background=paragraphs(topic.background),
    )


def _timing(topic: Topic) -> str:
    return joined(
        (
            "" if topic.minutes is None else f"{topic.minutes} min",
            "" if topic.state is TopicState.PROPOSED else str(topic.state),
        )
    )


def _facts(topic: Topic) -> str:
    """Return what else goes with a topic; a theme that only repeats its title is left out."""
    theme, title = one_line(topic.theme), one_line(topic.title)
    return joined(
        (
            one_line(topic.lead),
            "" if topic.priority is None else f"priority {topic.priority}",
            "" if theme.casefold() in title.casefold() else f"theme {theme}",
        )
    )


def time_words(itinerary: Itinerary, meeting: Meeting, limits: Limits) -> str:
    """Return how the minutes of the topics compare with the slot, `75 of 60 minutes: 15 over`.

    Reckoned as the rule `agenda-overrun` does. Empty where no topic that takes time has minutes.
    """
    talk = talk_of(itinerary, meeting, limits)
    if talk.topics is None:
        return ""
    wanted = talk.minutes
    how = f" ({talk.topics} with consecutive interpretation)" if talk.is_consecutive else ""
    if meeting.minutes is None:
        return minutes_words(wanted) + how
    over = wanted - meeting.minutes
    return f"{wanted} of {minutes_words(meeting.minutes)}{how}" + (
        f", {over} over" if over > 0 else ""
    )
