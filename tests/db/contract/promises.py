"""The contract of a store: what was promised on any trip, and to whom."""

from dataclasses import replace

import pytest

from planner.promises import Promise
from planner.records import FollowUp, Outcome, Record
from planner.records.words import FollowUpState, OutcomeKind, Response, Role, Side
from planner.store import Store
from tests.db.contract.around import BONN, BONN_TALKS, LED, OTHER, OWED
from tests.db.contract.base import Contract
from tests.db.samples import HOST, plan

AGREED = Outcome(
    id="agreed", trip="bonn", meeting="talks", kind=OutcomeKind.DECISION, text="A draft"
)


class PromisesContract(Contract):
    """The follow-ups of all trips, with what they come from."""

    def test_where_nothing_was_promised_there_is_none(self, store: Store) -> None:
        assert store.promises() == ()

    @pytest.mark.parametrize("state", FollowUpState)
    @pytest.mark.usefixtures("planned")
    def test_each_is_told_whatever_its_state(self, store: Store, state: FollowUpState) -> None:
        owed = replace(OWED, state=state)
        store.apply(plan(*BONN_TALKS, owed))
        (promise,) = (each for each in store.promises() if each.follow_up.id == "owed")
        assert promise == Promise(owed, BONN, "Talks", "", (HOST.name,))

    @pytest.mark.usefixtures("planned")
    def test_those_of_every_trip_are_told(self, store: Store) -> None:
        ours = FollowUp(id="ours", trip="trip", text="Thank them")
        store.apply(plan(*BONN_TALKS, OWED, ours))
        assert {("owed", "bonn"), ("ours", "trip")} <= {
            (each.follow_up.id, each.trip.id) for each in store.promises()
        }

    @pytest.mark.parametrize(
        ("records", "meeting", "outcome", "people"),
        [
            ((replace(OWED, meeting=None),), "", "", ()),
            ((AGREED, replace(OWED, meeting=None, outcome="agreed")), "Talks", "A draft", "host"),
            ((AGREED, replace(OWED, outcome="agreed")), "Talks", "A draft", "host"),
            ((OTHER, replace(OWED, counterpart=OTHER.id)), "Talks", "", "other"),
            ((OTHER, replace(OWED, counterpart=OTHER.id, meeting=None)), "", "", "other"),
            ((replace(LED, person=None, words="The Minister"), OWED), "Talks", "", "minister"),
            ((replace(LED, response=Response.DECLINED), OWED), "Talks", "", ()),
            ((replace(LED, side=Side.OURS), OWED), "Talks", "", ()),
            ((replace(LED, role=Role.DELEGATION), OWED), "Talks", "", ()),
        ],
    )
    @pytest.mark.usefixtures("planned")
    def test_it_comes_from_its_meeting_or_that_of_its_outcome_and_is_owed_to_who_led(
        self, store: Store, records: tuple[Record, ...], meeting: str, outcome: str, people: object
    ) -> None:
        given = {each.id: each for each in (*BONN_TALKS, *records)}
        store.apply(plan(*given.values()))
        (promise,) = (each for each in store.promises() if each.follow_up.id == "owed")
        names = {"host": (HOST.name,), "other": (OTHER.name,), "minister": ("The Minister",)}
        assert (promise.meeting, promise.outcome) == (meeting, outcome)
        assert promise.counterparts == (names[people] if isinstance(people, str) else people)
