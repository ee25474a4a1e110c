"""Forms as values: what is typed, what it means, and the Edit of it."""

from dataclasses import replace

import pytest

from planner.forms import new
from planner.forms.layouts import LAYOUTS
from planner.forms.openings import made_on_the_way, name_of_made
from planner.itinerary import Itinerary
from planner.records import (
    FollowUp,
    Meeting,
    Movement,
    Office,
    Outcome,
    Participant,
    Person,
    Record,
    Stop,
    Tenure,
    Topic,
    Trip,
    Venue,
)
from planner.records.words import Mode, OutcomeState, Role, Side
from tests.planner.forms.filling import a_new, at, filled, outside, the_changed
from tests.planner.journeys import JOURNEY, LONDON, in_london, in_paris


def test_a_meeting_is_made_with_its_counterparts_and_a_title_of_its_own() -> None:
    draft = a_new("meeting", kind="working meal", hours="15:00-16:00", with_="macron")
    edit = draft.edit
    meeting, lead = draft.records
    assert edit.label == "Added meeting “Working meal with Emmanuel Macron”"
    assert isinstance(meeting, Meeting)
    assert (meeting.trip, meeting.stop) == ("trip", "paris")
    assert isinstance(lead, Participant)
    assert (lead.person, lead.side, lead.role) == ("macron", Side.THEIRS, Role.COUNTERPART)
    after = Itinerary.of(JOURNEY).after(edit)
    assert after.lead_counterpart(meeting.id) == lead


def test_changing_whom_a_meeting_is_with_changes_its_participants_only() -> None:
    draft = the_changed("lunch", with_="starmer")
    before = Itinerary.of(JOURNEY)
    lead = before.after(draft.edit).lead_counterpart("lunch")
    assert lead is not None
    assert lead.person == "starmer"
    assert not [change for change in draft.changes if isinstance(change.record, Meeting)]


def test_an_empty_form_says_what_it_needs_and_makes_nothing() -> None:
    draft = a_new("meeting")
    assert draft.problems == ("kind",)
    assert draft.is_needed("kind")
    assert not draft.is_changed


def test_a_trip_is_named_after_its_title_and_year() -> None:
    draft = filled(
        new("trip", outside()),
        title="Paris and London",
        days="16-18 mar 2025",
        principal="carney",
        home="Ottawa",
    )
    trip = draft.record
    assert isinstance(trip, Trip)
    assert trip.short_name == "paris-london-2025"
    assert (str(trip.earliest), str(trip.latest)) == ("2025-03-16", "2025-03-18")
    assert trip.home.zone == "America/Toronto"


def test_which_london_is_asked() -> None:
    draft = a_new("stop", place="London")
    assert "could be" in draft.problem("place")
    assert [each.text for each in draft.suggestions("place")] == [
        "London, England, United Kingdom",
        "London, Ontario, Canada",
    ]
    chosen = draft.with_text("place", "London, England, United Kingdom").record
    assert isinstance(chosen, Stop)
    assert chosen.place == LONDON


def test_a_place_that_no_gazetteer_knows_is_typed_in_parts() -> None:
    draft = a_new("stop", place="Alert; Canada; America/Toronto; 82.5; -62.3")
    stop = draft.record
    assert isinstance(stop, Stop)
    assert (stop.place.city, stop.place.country, stop.place.latitude) == ("Alert", "CA", 82.5)


def test_a_stop_can_have_days_before_hours() -> None:
    stop = a_new("stop", place="Paris", arrive="17 mar", depart="14:30").record
    assert isinstance(stop, Stop)
    assert str(stop.arrive_on) == "2025-03-17"
    assert stop.depart == in_paris("14:30")


def test_a_movement_is_on_the_clocks_of_its_ends_and_carries_its_stops_along() -> None:
    draft = a_new(
        "movement",
        mode="government",
        origin="Paris",
        destination="London",
        depart="17 mar 15:30",
        arrive="+1h10",
    )
    movement = draft.records[0]
    assert isinstance(movement, Movement)
    assert (movement.depart, movement.arrive) == (in_paris("15:30"), in_london("15:40"))
    assert movement.mode is Mode.GOVERNMENT_AIRCRAFT


def test_a_movement_offers_its_estimate() -> None:
    draft = a_new(
        "movement",
        mode="government",
        origin="Paris",
        destination="London",
        depart="17 mar 15:30",
        arrive="",
    )
    (offer,) = draft.suggestions("arrive")
    assert "estimate" in offer.hint
    arrived = draft.with_text("arrive", offer.text).record
    assert isinstance(arrived, Movement)
    assert arrived.arrive is not None
    assert arrived.arrive.zone == "Europe/London"


def test_a_person_is_made_with_the_office_they_hold() -> None:
    draft = a_new("person", name="Angela Example", office="chancellor of germany", since="2025")
    assert draft.problems == ("since",)
    draft = draft.with_text("since", "6 may 2025")
    office, person, tenure = draft.records
    assert isinstance(office, Office)
    assert isinstance(person, Person)
    assert isinstance(tenure, Tenure)
    assert (tenure.person, tenure.office, str(tenure.since)) == (
        person.id,
        office.id,
        "2025-05-06",
    )


def test_what_is_made_on_the_way_is_stored_with_what_named_it() -> None:
    outer = a_new("meeting", kind="bilateral", with_="Angela Example")
    assert outer.suggestions("with")[-1].makes == "person"
    inner = made_on_the_way(outer, "with", "Angela Example")
    assert inner.text("name") == "Angela Example"
    outer = outer.with_made("with", name_of_made(inner), inner.records)
    kinds = [type(record) for record in outer.records]
    assert kinds == [Person, Meeting, Participant]


def test_a_venue_of_the_gazetteer_becomes_one_of_ours() -> None:
    draft = a_new("meeting", kind="bilateral", venue="Matignon")
    venue, meeting = draft.records
    assert isinstance(venue, Venue)
    assert isinstance(meeting, Meeting)
    assert meeting.venue == venue.id
    assert draft.records == replace(draft, typed=draft.typed).records


def test_children_belong_to_the_meeting_and_come_last() -> None:
    topic = a_new("topic", "lunch", "lunch", title="Security", minutes="20").record
    assert isinstance(topic, Topic)
    assert (topic.meeting, topic.minutes) == ("lunch", 20)
    outcome = a_new("outcome", "lunch", "lunch", kind="partnership", text="A pact").record
    assert isinstance(outcome, Outcome)
    assert (outcome.meeting, outcome.state) == ("lunch", OutcomeState.EXPECTED)
    follow_up = a_new("follow_up", "lunch", "lunch", text="Write", due="30 apr").record
    assert isinstance(follow_up, FollowUp)
    assert (follow_up.counterpart, str(follow_up.due)) == ("macron", "2025-04-30")


def test_what_is_ambiguous_names_the_choices() -> None:
    draft = a_new("meeting", kind="wor", stop="x")
    assert draft.said("kind") == "working meal"
    assert "No stop is called “x”" in draft.problem("stop")


@pytest.mark.parametrize("kind", sorted(LAYOUTS))
def test_any_text_is_read_or_refused_in_words(kind: str) -> None:
    draft: object = None
    for text in ("x", "[bold]", "9", "a,b", ";;", "🏛" * 30, "-1", "+", "no", "12:00"):
        draft = new(kind, at("lunch"))
        for name in draft.layout.by_name:
            draft = draft.with_text(name, text)
        assert all(isinstance(draft.problem(name), str) for name in draft.layout.by_name)


def test_the_label_of_a_change_names_the_fields() -> None:
    assert the_changed("lunch", title="Lunch").edit.label == "Changed meeting “Lunch”: title"


def all_kinds() -> set[type[Record]]:
    return {layout.record for layout in LAYOUTS.values()}


def test_all_that_staff_keep_has_a_form() -> None:
    names = {kind.__name__ for kind in all_kinds()}
    assert names >= {"Trip", "Stop", "Movement", "Lodging", "Meeting", "Participant", "Topic"}
