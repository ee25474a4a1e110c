"""What comes of meetings, and of the trip as a whole: outcomes, and who has to do what."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from planner.documents.words import joined, listed, one_line, paragraphs
from planner.itinerary import Itinerary
from planner.records import FollowUp, Outcome, Topic
from planner.records.words import FollowUpState
from planner.text.spoken import long_date

_UNDONE = frozenset({FollowUpState.OPEN, FollowUpState.IN_PROGRESS})


@dataclass(frozen=True, slots=True)
class Action:
    """A follow-up as it stands on the paper."""

    text: str
    facts: str
    """`Global Affairs Canada · due Tuesday 18 March 2025 · open, overdue`."""
    last_word: str


@dataclass(frozen=True, slots=True)
class Result:
    """An outcome as it stands on the paper, with what follows from it."""

    text: str
    facts: str
    """`partnership · announced · Canada and France`."""
    effect: str
    on: str
    """The topics that it comes of."""
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class Results:
    """The outcomes of one meeting, and the follow-ups that come of none of them."""

    outcomes: tuple[Result, ...]
    actions: tuple[Action, ...]


def results_of(itinerary: Itinerary, meeting: str | None, today: date) -> Results:
    """Return what comes of a meeting, or of the trip as a whole for None; late is as of a day."""
    loose = [
        each for each in itinerary.follow_ups if each.meeting == meeting and each.outcome is None
    ]
    return Results(
        outcomes=tuple(
            _result(itinerary, outcome, today) for outcome in itinerary.outcomes_of(meeting)
        ),
        actions=_actions(loose, today),
    )


def _result(itinerary: Itinerary, outcome: Outcome, today: date) -> Result:
    topics = (itinerary.get(Topic, topic) for topic in outcome.topics)
    follow_ups = (each for each in itinerary.follow_ups if each.outcome == outcome.id)
    return Result(
        text=paragraphs(outcome.text),
        facts=joined(
            (
                str(outcome.kind),
                str(outcome.state),
                listed(map(one_line, outcome.parties)),
                one_line(outcome.reference),
                "public" if outcome.public else "",
            )
        ),
        effect=paragraphs(outcome.effect),
        on=joined((one_line(topic.title) for topic in topics if topic), "; "),
        actions=_actions(follow_ups, today),
    )


def _actions(follow_ups: Iterable[FollowUp], today: date) -> tuple[Action, ...]:
    return tuple(_action(each, today) for each in follow_ups)


def _action(follow_up: FollowUp, today: date) -> Action:
    due = f"due {long_date(follow_up.due)}" if follow_up.due else "no due date"
    is_late = follow_up.state in _UNDONE and follow_up.due is not None and follow_up.due < today
    said_on = follow_up.last_word_on
    return Action(
        text=paragraphs(follow_up.text),
        facts=joined(
            (
                one_line(follow_up.owner) or "no owner",
                due,
                f"{follow_up.state}, overdue" if is_late else str(follow_up.state),
            )
        ),
        last_word=joined(
            (paragraphs(follow_up.last_word), f"({long_date(said_on)})" if said_on else ""), " "
        ),
    )
