import pytest

from planner.conflicts import Conflict, Severity
from planner.itinerary import Itinerary
from planner.records import Topic
from planner.records.words import Interpretation, OutcomeState, Stance, Status, TopicState
from planner.settings import Limits
from tests.planner.building import as_of, found, meeting, outcome, topic, trip

HOUR = meeting("Bilateral", "18:00-19:00", "London")


def overruns_in(itinerary: Itinerary) -> list[Conflict]:
    return found("agenda-overrun", itinerary)


def test_topics_of_75_minutes_do_not_fit_into_60() -> None:
    (conflict,) = overruns_in(trip(HOUR, topic("Trade", 40), topic("Ukraine", 35)))
    assert conflict.severity is Severity.WARNING
    assert conflict.message == "Bilateral: 75 min of topics in 60 min, 15 min short."
    assert conflict.subjects == ("Bilateral",)
    assert conflict.shortfall == 15
    assert conflict.way_out == "drop 15 min of topics or end at 19:15 London"


def test_topics_that_just_fit_are_no_conflict() -> None:
    assert not overruns_in(trip(HOUR, topic("Trade", 40), topic("Ukraine", 20)))


def test_consecutive_interpretation_doubles_the_minutes() -> None:
    itinerary = trip(
        meeting("Bilateral", "18:00-19:00", interpretation=Interpretation.CONSECUTIVE),
        topic("Trade", 35),
    )
    (conflict,) = overruns_in(itinerary)
    assert conflict.message == (
        "Bilateral: 35 min of topics take 70 min with consecutive interpretation in 60 min, "
        "10 min short."
    )
    assert conflict.way_out == "drop 5 min of topics or end at 19:10 Paris"


@pytest.mark.parametrize(
    "interpretation",
    [None, Interpretation.NONE, Interpretation.SIMULTANEOUS, Interpretation.WHISPERED],
)
def test_other_interpretation_takes_no_time(interpretation: Interpretation | None) -> None:
    talks = meeting("Bilateral", "18:00-19:00", interpretation=interpretation)
    assert not overruns_in(trip(talks, topic("Trade", 35)))


def test_how_much_longer_interpretation_takes_is_a_limit() -> None:
    talks = meeting("Bilateral", "18:00-19:00", interpretation=Interpretation.CONSECUTIVE)
    itinerary = trip(talks, topic("Trade", 25))
    limits = Limits(consecutive_factor=3)
    assert len(found("agenda-overrun", itinerary, as_of(limits=limits))) == 1


def test_without_an_end_the_usual_length_is_assumed_and_said() -> None:
    (conflict,) = overruns_in(trip(meeting("Bilateral", "18:00"), topic("Trade", 50)))
    assert conflict.message == (
        "Bilateral: 50 min of topics in a meeting (assuming 45 min), 5 min short."
    )
    assert conflict.way_out == "state its length, 50 min or more"


def test_a_fixed_meeting_is_not_asked_to_last_longer() -> None:
    talks = meeting("Bilateral", "18:00-19:00", fixed=True)
    (conflict,) = overruns_in(trip(talks, topic("Trade", 75)))
    assert conflict.way_out == "drop 15 min of topics"


@pytest.mark.parametrize(
    "left_out",
    [
        topic("Tariffs", 30, state=TopicState.DROPPED),
        topic("Tariffs", 30, state=TopicState.DEFERRED),
        topic("Tariffs", 30, stance=Stance.IF_RAISED),
        topic("Tariffs", 30, stance=Stance.AVOID),
        topic("Tariffs", None),
    ],
)
def test_topics_that_will_not_come_up_take_no_time(left_out: Topic) -> None:
    assert not overruns_in(trip(HOUR, topic("Trade", 45), left_out))


def test_what_they_raise_takes_time_too() -> None:
    theirs = topic("Tariffs", 30, stance=Stance.THEY_RAISE)
    assert len(overruns_in(trip(HOUR, topic("Trade", 45), theirs))) == 1


@pytest.mark.parametrize(
    "talks",
    [
        meeting("Bilateral", "18:00-19:00", status=Status.HELD),
        meeting("Bilateral", "18:00-19:00", status=Status.CANCELLED),
        meeting("Bilateral", "18:00-19:00", informational=True),
        meeting("Bilateral", minutes=60),
        meeting("Bilateral", "18:00-18:00"),
    ],
)
def test_what_is_over_or_fell_away_or_has_no_hour_is_left_alone(talks: object) -> None:
    assert isinstance(talks, type(HOUR))
    assert not overruns_in(trip(talks, topic("Trade", 75)))


def too_early_in(itinerary: Itinerary) -> list[Conflict]:
    return found("outcome-not-held", itinerary)


@pytest.mark.parametrize(
    "state",
    [
        OutcomeState.AGREED,
        OutcomeState.ANNOUNCED,
        OutcomeState.SIGNED,
        OutcomeState.IN_FORCE,
        OutcomeState.IMPLEMENTED,
    ],
)
def test_what_is_reached_wants_a_meeting_that_was_held(state: OutcomeState) -> None:
    (conflict,) = too_early_in(trip(HOUR, outcome("Exchange intelligence", state)))
    assert conflict.severity is Severity.ERROR
    assert conflict.message == (
        f"Bilateral is confirmed, not held: “Exchange intelligence” is {state}."
    )
    assert conflict.subjects == ("Bilateral", "Exchange intelligence")
    held = meeting("Bilateral", "18:00-19:00", status=Status.HELD)
    assert not too_early_in(trip(held, outcome("Exchange intelligence", state)))


@pytest.mark.parametrize(
    "state", [OutcomeState.EXPECTED, OutcomeState.UNDER_NEGOTIATION, OutcomeState.WITHDRAWN]
)
def test_deliverables_need_no_meeting_yet(state: OutcomeState) -> None:
    assert not too_early_in(trip(HOUR, outcome("Exchange intelligence", state)))


def test_what_the_trip_as_a_whole_brought_needs_no_meeting() -> None:
    assert not too_early_in(trip(HOUR, outcome("A partnership", OutcomeState.AGREED, None)))


@pytest.mark.parametrize("status", [Status.CANCELLED, Status.POSTPONED, Status.SUPERSEDED])
def test_a_meeting_that_fell_away_cannot_have_results_either(status: Status) -> None:
    gone = meeting("Bilateral", status=status)
    assert len(too_early_in(trip(gone, outcome("A partnership", OutcomeState.SIGNED)))) == 1


def test_an_entry_for_information_is_left_alone() -> None:
    theirs = meeting("Bilateral", "18:00-19:00", informational=True)
    assert not too_early_in(trip(theirs, outcome("A partnership", OutcomeState.SIGNED)))


def test_several_results_of_a_meeting_are_one_conflict() -> None:
    itinerary = trip(
        HOUR,
        outcome("A partnership", OutcomeState.SIGNED),
        outcome("A working group", OutcomeState.AGREED),
    )
    (conflict,) = too_early_in(itinerary)
    assert conflict.message == "Bilateral is confirmed, not held: 2 outcomes are agreed or signed."
    assert conflict.subjects == ("Bilateral", "A partnership", "A working group")
