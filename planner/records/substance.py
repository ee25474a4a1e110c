"""What meetings are about, and what comes of them."""

from dataclasses import dataclass
from datetime import date

from planner.moments import Moment
from planner.records.values import (
    MeetingId,
    OutcomeId,
    PersonId,
    Record,
    TopicId,
    TripId,
)
from planner.records.words import (
    FollowUpState,
    OutcomeKind,
    OutcomeState,
    Stance,
    TaskKind,
    TaskState,
    TopicState,
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Topic(Record):
    """A point on the agenda of a meeting."""

    meeting: MeetingId
    position: int
    title: str
    theme: str = ""
    """What joins topics across meetings and trips: `cyber`."""
    stance: Stance = Stance.WE_RAISE
    objective: str = ""
    our_points: str = ""
    their_position: str = ""
    our_response: str = ""
    background: str = ""
    priority: int | None = None
    """1 is the highest."""
    minutes: int | None = None
    lead: str = ""
    """Who of ours speaks to it."""
    state: TopicState = TopicState.PROPOSED


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Outcome(Record):
    """What was agreed, or is meant to be, at a meeting or by the trip as a whole."""

    trip: TripId
    meeting: MeetingId | None = None
    position: int = 0
    topics: tuple[TopicId, ...] = ()
    kind: OutcomeKind
    text: str
    parties: tuple[str, ...] = ()
    state: OutcomeState = OutcomeState.EXPECTED
    effect: str = ""
    """What it changes."""
    reference: str = ""
    """The document that holds it."""
    public: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class FollowUp(Record):
    """What somebody has to do because of what was agreed."""

    trip: TripId
    meeting: MeetingId | None = None
    outcome: OutcomeId | None = None
    text: str
    owner: str = ""
    """A person or a department."""
    due: date | None = None
    state: FollowUpState = FollowUpState.OPEN
    counterpart: PersonId | None = None
    last_word: str = ""
    last_word_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Task(Record):
    """What has to be ready before a meeting, or sent after it."""

    trip: TripId
    meeting: MeetingId | None = None
    what: str
    kind: TaskKind = TaskKind.OTHER
    owner: str = ""
    due: date | None = None
    days_before: int | None = None
    """T-minus: how many days before the meeting, or the trip, it is due."""
    state: TaskState = TaskState.OPEN


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Note(Record):
    """A line in the log of calls and mails."""

    trip: TripId
    meeting: MeetingId | None = None
    when: Moment
    with_whom: str = ""
    words: str
