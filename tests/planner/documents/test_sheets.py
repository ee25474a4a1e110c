"""What an agenda says of one meeting: its people, topics, outcomes and follow-ups."""

from dataclasses import replace
from datetime import date

import pytest

from planner.documents.rendering import TEXT_WIDTH
from planner.moments import Moment
from planner.records import (
    FollowUp,
    Meeting,
    Outcome,
    Participant,
    Tenure,
    Venue,
)
from planner.records.words import (
    Attends,
    Interpretation,
    OutcomeKind,
    Qualifier,
    Response,
    Role,
    Side,
    Stance,
    Status,
    TopicState,
    Visibility,
)
from tests.planner.building import (
    as_of,
    follow_up,
    found,
    meeting,
    topic,
    trip,
)
from tests.planner.documents.papers import (
    sample,
    text_of,
    with_fields,
    with_records,
    words_of,
)


def test_topics_are_numbered_through_in_the_order_of_stances() -> None:
    itinerary = trip(
        meeting("Bilateral", "10:00-11:00"),
        topic("Ours", 10, position=1),
        topic("Not this", None, position=2, stance=Stance.AVOID),
        topic("If they do", None, position=3, stance=Stance.IF_RAISED),
        topic("Theirs", 5, position=4, stance=Stance.THEY_RAISE),
        topic("Ours too", 10, position=5),
    )
    text = words_of(text_of(itinerary))
    assert "Topics: 25 of 60 minutes We raise 1. Ours 10 min 2. Ours too 10 min" in text
    assert "They raise 3. Theirs 5 min If raised 4. If they do Avoid 5. Not this" in text


@pytest.mark.parametrize(
    ("topics", "fields", "words"),
    [
        ([("A", 20, {}), ("B", 20, {})], {}, "Topics: 40 of 60 minutes"),
        ([("A", 20, {}), ("B", None, {})], {}, "Topics: 20 of 60 minutes"),
        ([("A", 61, {})], {}, "Topics: 61 of 60 minutes, 1 over"),
        ([("A", 40, {})], {"minutes": None}, "Topics: 40 minutes"),
        (
            [("A", 40, {})],
            {"interpretation": Interpretation.CONSECUTIVE},
            "Topics: 80 of 60 minutes (40 with consecutive interpretation), 20 over",
        ),
        ([("A", 40, {}), ("B", 40, {"state": TopicState.DROPPED})], {}, "Topics: 40 of 60 minutes"),
        ([("A", 40, {}), ("B", 40, {"stance": Stance.IF_RAISED})], {}, "Topics: 40 of 60 minutes"),
    ],
)
def test_the_minutes_of_topics_are_held_against_the_slot_as_the_rule_does(
    topics: list[tuple[str, int | None, dict[str, object]]],
    fields: dict[str, object],
    words: str,
) -> None:
    known = [
        replace(topic(title, minutes), position=number, **more)  # type: ignore[arg-type] # by name
        for number, (title, minutes, more) in enumerate(topics)
    ]
    bilateral = replace(meeting("Bilateral", "10:00-11:00"), **fields)  # type: ignore[arg-type] # by name
    itinerary = trip(bilateral, known)
    assert f"    {words}" in text_of(itinerary).splitlines()
    if "minutes" not in fields:
        assert bool(found("agenda-overrun", itinerary, as_of())) is ("over" in words)


def test_a_sum_too_long_for_the_page_goes_on_below() -> None:
    talks = meeting("Bilateral", minutes=1440, interpretation=Interpretation.CONSECUTIVE)
    text = text_of(trip(talks, topic("Everything", 1500)))
    words = "Topics: 3000 of 1440 minutes (1500 with consecutive interpretation), 1560 over"
    assert words in words_of(text)
    assert max(map(len, text.splitlines())) <= TEXT_WIDTH


def test_without_minutes_there_is_no_sum() -> None:
    itinerary = trip(meeting("Bilateral", "10:00-11:00"), topic("A", None))
    assert "    Topics" in text_of(itinerary).splitlines()


@pytest.mark.parametrize(
    ("fields", "title", "kind"),
    [
        ({}, "Audience", "bilateral · 30 min"),
        ({"status": Status.HELD}, "Audience", "bilateral · 30 min"),
        ({"status": Status.TENTATIVE}, "Audience (T)", "bilateral · 30 min · tentative"),
        ({"status": Status.PROPOSED}, "Audience TBC", "bilateral · 30 min · proposed"),
        ({"status": Status.REQUESTED}, "Audience TBC", "bilateral · 30 min · requested"),
        ({"status": Status.CANCELLED}, "Audience CANCELLED", "bilateral · 30 min"),
        ({"status": Status.SUPERSEDED}, "Audience SUPERSEDED", "bilateral · 30 min"),
        ({"visibility": Visibility.RESTRICTED}, "Audience RESTRICTED", "bilateral · 30 min"),
        (
            {"visibility": Visibility.RESTRICTED, "status": Status.TENTATIVE},
            "Audience (T) RESTRICTED",
            "bilateral · 30 min · tentative",
        ),
        ({"attends": Attends.SPOUSE}, "Audience", "bilateral · 30 min · spouse’s programme"),
        ({"informational": True}, "Audience", "bilateral · 30 min · for information"),
        ({"choice": "slot 2"}, "Audience", "bilateral · 30 min · alternative: slot 2"),
    ],
)
def test_what_is_not_plainly_firm_is_marked(
    fields: dict[str, object], title: str, kind: str
) -> None:
    itinerary = trip(meeting("Audience", "14:00-14:30", "London", **fields))
    assert f"{title} {kind} Media" in words_of(text_of(itinerary))


def test_the_principal_leads_our_side_once() -> None:
    ours = Participant(
        id="p", meeting="audience", person="carney", side=Side.OURS, role=Role.PRINCIPAL
    )
    for itinerary in (sample(), with_records(ours)):
        text = text_of(itinerary, "audience").split("Our side")[1]
        assert text.count("Mark Carney, Prime Minister of Canada") == 1


def test_the_principal_is_not_in_the_spouses_programme() -> None:
    itinerary = with_fields(Meeting, "audience", attends=Attends.SPOUSE)
    assert "Our side" not in text_of(itinerary, "audience")


def test_the_king_has_the_titles_of_both_his_realms() -> None:
    wanted = "King Charles III, King of Canada and King of the United Kingdom"
    assert wanted in words_of(text_of(sample()))


def test_the_title_is_that_of_the_day() -> None:
    (tenure,) = sample().tenures_of("starmer")
    left = with_fields(Tenure, tenure.id, until=date(2025, 3, 16))
    assert "Sir Keir Starmer Format" not in words_of(text_of(left))
    side = words_of(text_of(left, "starmer-meeting").split("Their side")[1])
    assert side.startswith("Sir Keir Starmer 3 officials")
    acting = with_fields(Tenure, tenure.id, qualifier=Qualifier.ACTING)
    assert "Prime Minister of the United Kingdom (acting)" in words_of(text_of(acting))


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"response": Response.INVITED}, "1 person, Foreign Office (invited)"),
        ({"response": Response.ACCEPTED}, "1 person, Foreign Office"),
        (
            {"role": Role.INTERPRETER, "languages": ("fr", "en")},
            "1 person, Foreign Office (interpreter fr–en)",
        ),
        (
            {"role": Role.NOTETAKER, "response": Response.DECLINED},
            "1 person, Foreign Office (notetaker; declined)",
        ),
        ({"printed_title": "Envoy"}, "1 person, Foreign Office, Envoy"),
        ({"words": ""}, "not named yet"),
    ],
)
def test_a_participant_is_printed_with_part_and_answer(
    fields: dict[str, object], words: str
) -> None:
    known = Participant(
        id="p",
        meeting="Audience",
        words="1 person, Foreign Office",
        side=Side.THIRD,
        role=Role.DELEGATION,
    )
    person = replace(known, **fields)  # type: ignore[arg-type] # by name
    itinerary = trip(meeting("Audience", "14:00-14:30", "London"), person)
    assert f"    Also present  {words}" in text_of(itinerary).splitlines()


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("2025-03-18T23:59[America/Toronto]", "due Tuesday 18 March 2025 · open"),
        ("2025-03-19T00:01[America/Toronto]", "due Tuesday 18 March 2025 · open, overdue"),
        # It is Wednesday in London, and still Tuesday at home.
        ("2025-03-19T00:01[Europe/London]", "due Tuesday 18 March 2025 · open"),
    ],
)
def test_a_follow_up_is_overdue_once_its_day_is_over_at_home(printed: str, words: str) -> None:
    text = text_of(sample(), printed=Moment.from_text(printed))
    assert f"        Global Affairs Canada · {words}" in text.splitlines()


def test_what_is_done_is_never_overdue() -> None:
    text = text_of(sample(), printed=Moment.from_text("2025-04-01T09:00[America/Toronto]"))
    assert "Public Safety Canada · due Monday 17 March 2025 · complete" in text.replace(
        "\n        ", " "
    )
    assert "complete, overdue" not in text


def test_a_follow_up_without_an_owner_says_so() -> None:
    itinerary = trip(meeting("Bilateral", "10:00-11:00"), follow_up("Call", owner=""))
    assert "no owner · no due date · open" in text_of(itinerary)


def test_follow_ups_stand_with_their_outcome_their_meeting_or_the_trip() -> None:
    whole = Outcome(id="o", trip="trip", kind=OutcomeKind.COMMITMENT, text="Outcome")
    itinerary = trip(
        meeting("Bilateral", "10:00-11:00"),
        whole,
        FollowUp(id="1", trip="trip", outcome="o", text="Of the outcome"),
        FollowUp(id="2", trip="trip", meeting="Bilateral", text="Of the meeting"),
        FollowUp(id="3", trip="trip", text="Of the trip"),
    )
    of_meeting, _, of_trip = text_of(itinerary).partition("The trip as a whole")
    assert "Of the meeting" in of_meeting
    assert "      → Of the outcome" in of_trip
    assert "    → Of the trip" in of_trip
    for text in ("Of the outcome", "Of the meeting", "Of the trip"):
        assert text_of(itinerary).count(text) == 1


def test_a_room_is_printed_with_its_palace() -> None:
    itinerary = with_records(
        replace(sample().all(Meeting)["audience"], venue="room"),
        replace(
            sample().all(Venue)["buckingham"],
            id="room",
            name="1844 Room",
            parent="buckingham",
        ),
    )
    assert "1844 Room, Buckingham Palace" in text_of(itinerary)
