"""Forms keep to the letter what nobody typed, and take nothing for granted of what somebody did."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import Phase, given
from hypothesis import strategies as st

from planner.forms import change_of, new
from planner.forms.layouts import LAYOUTS
from planner.forms.openings import copy_of, made_on_the_way
from planner.forms.rolls import roll_of_shared, stay_words
from planner.itinerary import Itinerary
from planner.moments import Moment
from planner.records import Place, Record, Stop, Topic, Unavailability, Venue
from tests.laws import tried
from tests.planner.building import stop
from tests.planner.forms.filling import a_new, at, filled, outside, over, with_more
from tests.planner.journeys import (
    CEREMONY,
    CROSSING,
    JOURNEY,
    LONDON,
    LUNCH,
    PARIS,
    PEOPLE,
    TRIP,
    in_london,
    in_paris,
)
from tests.planner.records_strategies import records_of

ALERT = Place("Alert", "CA", "America/Toronto", "", 82.5, -62.3)


@pytest.mark.parametrize("kind", sorted(LAYOUTS))
@tried(4, phases=(Phase.explicit, Phase.generate))
@given(data=st.data())
def test_any_record_stays_as_it_is_while_nothing_is_typed(kind: str, data: st.DataObject) -> None:
    record = data.draw(records_of(LAYOUTS[kind].record))
    draft = change_of(record, at("lunch"))
    assert draft.record == record
    assert not draft.edit.writes
    assert not draft.is_changed


@pytest.mark.parametrize(
    ("record", "typed_into"),
    [
        (Stop(id="alert", trip="trip", place=ALERT), "notes"),
        (Venue(id="base", name="CFS Alert", place=ALERT), "notes"),
        (replace(TRIP, short_name="genève-2025"), "notes"),
        (Topic(id="t", meeting="lunch", position=0, title="Trade", minutes=0), "theme"),
        (replace(LUNCH, start=Moment.from_text("2025-10-26T02:30[Europe/Paris]")), "notes"),
        (replace(LUNCH, minutes=20161), "notes"),
    ],
)
def test_what_is_stored_already_never_keeps_a_form_from_being_saved(
    record: Record, typed_into: str
) -> None:
    draft = change_of(record, with_more(record)).with_text(typed_into, "x")
    assert draft.problems == ()
    (change,) = draft.changes
    assert change.touched == (typed_into,)


@pytest.mark.parametrize("record", [JOURNEY[6], Venue(id="base", name="CFS Alert", place=ALERT)])
def test_a_copy_of_a_venue_lies_where_the_venue_lies(record: Record) -> None:
    copy = copy_of(record, with_more(record)).record
    assert copy == replace(record, id=copy.id)


@pytest.mark.parametrize(
    "stay",
    [
        stop("Paris", "08:40-", id="paris"),
        stop("Paris", "08:40-14:30", id="paris", depart_on=date(2025, 3, 17)),
    ],
)
def test_a_movement_that_does_not_move_leaves_its_stops_alone(stay: Stop) -> None:
    draft = change_of(CROSSING, with_more(stay, selected="crossing"))
    assert not draft.edit.writes
    assert draft.with_text("carrier", "CFC01").records == (replace(CROSSING, carrier="CFC01"),)


def test_what_a_form_means_does_not_hang_on_which_fields_were_shown() -> None:
    unseen, seen = (change_of(CEREMONY, at("ceremony")) for _ in range(2))
    assert seen.text("hours") == "18 Mar 2025 08:30 open"
    assert unseen.with_text("stop", "Paris").record == seen.with_text("stop", "Paris").record


def test_a_stop_comes_back_when_what_is_typed_is_another_venue_after_all() -> None:
    draft = a_new("meeting", "lunch", kind="call")
    for end in range(1, len("Rideau Hall") + 1):
        draft = draft.with_text("venue", "Rideau Hall"[:end])
    assert draft.text("stop") == "Paris"


def test_a_stop_comes_back_when_its_venue_is_taken_away() -> None:
    draft = a_new("meeting", "lunch", kind="call", venue="downing")
    assert draft.with_text("venue", "").text("stop") == "Paris"


def test_a_venue_that_is_typed_back_brings_nothing_along() -> None:
    record = replace(LUNCH, stop=None)
    draft = change_of(record, at("lunch"))
    back = draft.with_text("venue", "x").with_text("venue", "Élysée Palace")
    assert not back.is_changed
    assert back.record == record


@pytest.mark.parametrize(
    ("kind", "question", "typed", "name"),
    [
        ("meeting", "venue", "Lancaster House, London", "name"),
        ("lodging", "venue", "Hôtel de Marigny, Paris", "name"),
        ("tenure", "office", "Minister of Finance, Trade and Industry", "title"),
    ],
)
def test_a_comma_is_part_of_a_name_where_only_one_is_named(
    kind: str, question: str, typed: str, name: str
) -> None:
    outer = new(kind, at("lunch"), "macron").with_text(question, typed)
    assert made_on_the_way(outer, question, typed).text(name) == typed


def test_a_venue_that_is_made_on_the_way_is_in_the_stop_that_was_typed() -> None:
    outer = a_new("meeting", "lunch", kind="call", stop="London", venue="Lancaster House")
    inner = made_on_the_way(outer, "venue", "Lancaster House")
    assert inner.text("place") == "London, England, United Kingdom"


@pytest.mark.parametrize("selected", ["crossing", "lunch"])
@pytest.mark.parametrize(
    ("question", "moment"),
    [("actual_depart", in_paris("14:35")), ("actual_arrive", in_london("14:35"))],
)
def test_when_somebody_really_left_or_came_is_on_the_clocks_there(
    question: str, moment: Moment, selected: str
) -> None:
    draft = change_of(CROSSING, at(selected)).with_text(question, "17 mar 14:35")
    assert draft.value(question) == moment


@pytest.mark.parametrize("typed", ["Canada", "Quebec"])
def test_a_country_is_not_taken_for_the_one_venue_that_is_kept_there(typed: str) -> None:
    draft = a_new("movement", "lunch", mode="rail", destination=typed)
    assert draft.problem("destination")


def test_an_absence_of_several_days_names_the_last() -> None:
    away = Unavailability(
        id="1", person="carney", start=in_paris("09:00"), end=in_paris("17:00", 20)
    )
    (row,) = roll_of_shared("unavailability", with_more(away)).rows
    assert row.detail == "Mon 17 Mar 09:00–Thu 20 Mar 17:00 CET"


@pytest.mark.parametrize(
    ("kind", "question", "typed", "beside"),
    [
        ("stop", "place", "Alert; CA", "expected three parts, or five"),
        ("stop", "place", "; CA; UTC", "expected a city and a country"),
        ("stop", "place", "Alert; CA; Mars/Olympus", "no such time zone"),
        ("trip", "thresholds", "walls = 4", "expected a limit and a number"),
    ],
)
def test_few_words_have_room_beside_a_field(
    kind: str, question: str, typed: str, beside: str
) -> None:
    assert new(kind, at("lunch")).with_text(question, typed).beside(question) == beside


@pytest.mark.parametrize(
    ("typed", "minutes"), [("18 mar for 1h", 60), ("18 mar evening for 1h15", 75)]
)
def test_a_day_takes_a_length_in_hours(typed: str, minutes: int) -> None:
    draft = a_new("meeting", "lunch", kind="call", hours=typed)
    assert draft.value("minutes", "hours") == minutes


@pytest.mark.parametrize("typed", ["2h", "1 h"])
def test_whole_hours_that_could_be_an_hour_of_the_night_are_asked_about(typed: str) -> None:
    ends = {"mode": "rail", "origin": "Paris", "destination": "London", "depart": "17 mar 15:30"}
    draft = a_new("movement", "lunch", "", **ends, arrive=typed)
    assert f"+{typed} for a length" in draft.problem("arrive")


def test_a_new_stop_begins_where_only_the_hour_of_the_last_arrival_is_known() -> None:
    last = replace(stop("London"), arrive=in_london("14:40", 18))
    draft = new("stop", over(Itinerary.of([*PEOPLE, TRIP, last])))
    assert draft.start["arrive_on"] == date(2025, 3, 18)


def test_a_new_stop_comes_last_whatever_places_were_left_free() -> None:
    stops = [
        Stop(id="a", trip="trip", place=PARIS, position=0),
        Stop(id="b", trip="trip", place=LONDON, position=5),
    ]
    itinerary = Itinerary.of([*PEOPLE, TRIP, *stops])
    draft = filled(new("stop", over(itinerary)), place="Ottawa")
    assert itinerary.after(draft.edit).stops[-1] == draft.record


def test_a_stop_of_which_only_the_end_is_known_says_so() -> None:
    stay = replace(stop("London"), depart_on=date(2025, 3, 19))
    assert stay_words(stay) == "until 19 March 2025"


def test_a_trip_is_announced_on_the_clocks_of_its_home() -> None:
    draft = filled(new("trip", outside()), home="Ottawa", announcement_at="14 mar 9:00")
    assert draft.value("announcement_at") == Moment.from_text("2025-03-14T09:00[America/Toronto]")


def test_a_day_since_when_no_office_is_held_is_not_dropped() -> None:
    draft = filled(change_of(PEOPLE[0], at("lunch")), since="14 mar 2025")
    assert draft.problems == ("office",)


def test_two_stops_in_one_city_are_told_apart_as_ends_of_a_movement() -> None:
    again = Stop(id="again", trip="trip", place=PARIS, arrive=in_paris("12:00", 19))
    draft = new("movement", with_more(again)).with_text("origin", "par")
    assert draft.problem("origin").startswith("“par” could be Paris")
    assert "19/3" in draft.problem("origin")


def test_a_flag_that_is_neither_yes_nor_no_is_said_in_words() -> None:
    draft = a_new("meeting", "lunch", fixed="perhaps")
    assert draft.problem("fixed").startswith("Fixed: expected yes or no")
