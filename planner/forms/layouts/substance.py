"""The forms of what meetings are about, and what comes of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from planner.forms.answers import Answers
from planner.forms.layout import Layout
from planner.forms.layouts.shorthand import (
    day,
    duration,
    flag,
    lines,
    moment,
    number,
    one_of,
    person,
    required_of,
    text,
    texts,
    words,
)
from planner.forms.questions.naming import NamedQuestion, SeveralQuestion
from planner.records import FollowUp, Meeting, Note, Outcome, Record, Task, Topic
from planner.records.words import (
    FollowUpState,
    OutcomeKind,
    OutcomeState,
    Stance,
    TaskKind,
    TaskState,
    TopicState,
)

MORE = "More"


@dataclass(frozen=True, kw_only=True)
class MeetingQuestion(NamedQuestion):
    """A meeting of the trip; empty for the trip as a whole."""

    noun: str = "meeting"

    def candidates(self, draft: Answers) -> Sequence[Record]:
        """Return the other meetings in order."""
        own = draft.before.id if draft.before else ""
        return [each for each in draft.reference.meetings if each.id != own]

    def label_of(self, record: Record, draft: Answers) -> str:
        """Return the title."""
        return record.title if isinstance(record, Meeting) else ""

    def hint_of(self, record: Record, draft: Answers) -> str:
        """Return when it is."""
        if not isinstance(record, Meeting) or record.start is None:
            return ""
        return f"{record.start.date.day}/{record.start.date.month} {record.start.clock}"


@dataclass(frozen=True, kw_only=True)
class TopicsQuestion(SeveralQuestion):
    """Topics of the meeting that an outcome comes from."""

    noun: str = "topic"

    def candidates(self, draft: Answers) -> Sequence[Record]:
        """Return the topics of the outcome's meeting, or of all where it has none."""
        itinerary = draft.reference.itinerary
        if itinerary is None:
            return ()
        meeting = draft.value("meeting")
        if isinstance(meeting, str):
            return itinerary.topics_of(meeting)
        return tuple(itinerary.all(Topic).values())

    def label_of(self, record: Record, draft: Answers) -> str:
        """Return the title; commas part topics here, so it shows none."""
        return record.title.replace(",", " ·") if isinstance(record, Topic) else ""


@dataclass(frozen=True, kw_only=True)
class OutcomeQuestion(NamedQuestion):
    """The outcome that a follow-up carries out."""

    noun: str = "outcome"

    def candidates(self, draft: Answers) -> Sequence[Record]:
        """Return the outcomes of the follow-up's meeting, then the others."""
        itinerary = draft.reference.itinerary
        if itinerary is None:
            return ()
        meeting = draft.value("meeting")
        every = itinerary.all(Outcome).values()
        return sorted(every, key=lambda each: (each.meeting != meeting, each.position))

    def label_of(self, record: Record, draft: Answers) -> str:
        """Return the text."""
        return record.text if isinstance(record, Outcome) else ""

    def hint_of(self, record: Record, draft: Answers) -> str:
        """Return its form."""
        return record.kind.value if isinstance(record, Outcome) else ""


TOPIC = Layout(
    Topic,
    "topic",
    (
        words("title", "Topic", "Intelligence-sharing"),
        one_of("stance", "Stance", Stance, empty=Stance.WE_RAISE),
        duration("minutes", "Minutes"),
        text("lead", "Lead", "who of ours speaks to it"),
        lines("objective", "Objective"),
        lines("our_points", "Our points"),
        lines("their_position", "Their position"),
        text("theme", "Theme", "cyber: joins it across meetings", MORE),
        lines("our_response", "Our response", "", MORE),
        lines("background", "Background", "", MORE),
        number("priority", "Priority", "1 is the highest", MORE),
        one_of("state", "State", TopicState, MORE, TopicState.PROPOSED),
    ),
)

OUTCOME = Layout(
    Outcome,
    "outcome",
    (
        required_of("kind", "Kind", OutcomeKind, "kind of outcome"),
        words("text", "What", "a new security partnership"),
        one_of("state", "State", OutcomeState, empty=OutcomeState.EXPECTED),
        TopicsQuestion(name="topics", label="Topics", depends=("meeting",)),
        lines("effect", "Effect", "what it changes"),
        texts("parties", "Parties", "Canada, France", MORE),
        text("reference", "Reference", "the document that holds it", MORE),
        flag("public", "Public", MORE),
        MeetingQuestion(name="meeting", label="Meeting", group=MORE, example="the whole trip"),
    ),
)

FOLLOW_UP = Layout(
    FollowUp,
    "follow-up",
    (
        words("text", "What", "share threat reporting on the grid"),
        text("owner", "Owner", "a person or a department: GAC"),
        day("due", "Due", "", "30 apr"),
        OutcomeQuestion(name="outcome", label="Outcome", depends=("meeting",)),
        one_of("state", "State", FollowUpState, empty=FollowUpState.OPEN),
        person("counterpart", "Counterpart", MORE),
        text("last_word", "Last word", "", MORE),
        day("last_word_on", "Of", MORE),
        MeetingQuestion(name="meeting", label="Meeting", group=MORE, example="the whole trip"),
    ),
)

TASK = Layout(
    Task,
    "task",
    (
        words("what", "What", "brief on trade"),
        one_of("kind", "Kind", TaskKind, empty=TaskKind.OTHER),
        text("owner", "Owner", "a person or a department"),
        number("days_before", "Days before", "5: due five days before"),
        day("due", "Due", "", "12 mar"),
        one_of("state", "State", TaskState, empty=TaskState.OPEN),
        MeetingQuestion(name="meeting", label="Meeting", group=MORE, example="the whole trip"),
    ),
)

NOTE = Layout(
    Note,
    "log entry",
    (
        moment("when", "When", required=True),
        text("with_whom", "With", "protocol of the Élysée"),
        words("words", "What was said"),
        MeetingQuestion(name="meeting", label="Meeting", group=MORE, example="the whole trip"),
    ),
)
