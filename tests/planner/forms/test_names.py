"""How people, offices, stops, meetings and topics are found by name as they are typed."""

from dataclasses import replace
from datetime import date

import pytest

from planner.forms import Draft, Reference, change_of, new
from planner.records import (
    Office,
    Outcome,
    Participant,
    Person,
    Record,
    Stop,
    Tenure,
    Topic,
)
from planner.records.words import Gender, OfficeOf, OutcomeKind, Qualifier, RankClass, Role, Side
from tests.planner.forms.filling import (
    a_new,
    at,
    filled,
    outside,
    the_changed,
    with_more,
)
from tests.planner.journeys import PARIS, STARMER, in_paris

MAKES_NEW = "A new person can be made."
PRIME_MINISTER = Office(
    id="pm",
    title="Prime Minister",
    title_feminine="Prime Ministress",
    of_kind=OfficeOf.STATE,
    of="CA",
    rank=RankClass.HEAD_OF_GOVERNMENT,
)


def participant(person: str) -> Draft:
    return filled(new("participant", at("lunch"), "ceremony"), person=person)


@pytest.mark.parametrize(
    ("typed", "person", "said"),
    [
        ("Emmanuel Macron", "macron", "President of the French Republic"),
        ("macron", "macron", "Emmanuel Macron · President of the French Republic"),
        ("MACRON", "macron", "Emmanuel Macron · President of the French Republic"),
        ("mac em", "macron", "Emmanuel Macron · President of the French Republic"),
        ("emm", "macron", "Emmanuel Macron · President of the French Republic"),
        ("president", "macron", "Emmanuel Macron · President of the French Republic"),
        ("french president", "macron", "Emmanuel Macron · President of the French Republic"),
        ("keir", "starmer", "Sir Keir Starmer"),
        ("Mark Carney", "carney", ""),
        ("", None, ""),
    ],
)
def test_a_person_is_found_by_name_or_title(typed: str, person: str | None, said: str) -> None:
    draft = participant(typed)
    assert (draft.value("person"), draft.said("person")) == (person, said)


def test_nobody_takes_part_in_a_meeting_twice() -> None:
    again = filled(new("participant", at("lunch"), "lunch"), person="macron")
    assert (
        again.problem("person") == "Person: expected somebody who is not in it yet, found “macron”."
    )
    held = at("lunch").find("macron-lunch")
    assert held is not None
    assert change_of(held, at("lunch")).with_text("seat", "2").problems == ()


def test_behind_a_comma_nobody_is_meant_who_was_not_typed() -> None:
    some = new("meeting", at("lunch")).with_text("with", "Sir Keir Starmer, ").suggestions("with")
    assert "Sir Keir Starmer, Emmanuel Macron" in [each.text for each in some]
    assert "Sir Keir Starmer, Sir Keir Starmer" not in [each.text for each in some]
    assert all(each.is_guess for each in some if not each.makes)


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("m", "“m” could be Mark Carney or Emmanuel Macron. Say which."),
        ("macorn", f"No person is called “macorn”. Did you mean Emmanuel Macron? {MAKES_NEW}"),
        ("Angela Example", f"No person is called “Angela Example”. {MAKES_NEW}"),
    ],
)
def test_who_is_meant_is_asked_where_that_is_not_sure(typed: str, problem: str) -> None:
    assert participant(typed).problem("person") == problem


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("macron", ["Emmanuel Macron", "+macron"]),
        ("president", ["Emmanuel Macron", "+president"]),
        ("macorn", ["Emmanuel Macron", "+macorn"]),
        ("m", ["Mark Carney", "Emmanuel Macron", "+m"]),
        ("Emmanuel Macron", ["Emmanuel Macron", "Mark Carney", "Sir Keir Starmer"]),
        ("Angela Example", ["+Angela Example"]),
        ("", ["Mark Carney", "Emmanuel Macron", "Sir Keir Starmer", "+"]),
    ],
)
def test_those_who_may_be_meant_are_offered_and_then_a_new_one(
    typed: str, offered: list[str]
) -> None:
    some = participant(typed).suggestions("person")
    assert sorted(f"{'+' if each.makes else ''}{each.text}" for each in some) == sorted(offered)
    assert all(each.makes in ("", "person") for each in some)
    assert not any(each.makes for each in some[:-1])


def test_a_suggestion_says_what_tells_a_person_from_others() -> None:
    (macron, another) = participant("macron").suggestions("person")
    assert macron.hint == "President of the French Republic"
    assert another.hint == "new person"


def test_no_more_are_offered_than_are_of_use() -> None:
    people = [Person(id=f"p{number}", name=f"Person {number}") for number in range(20)]
    draft = new("participant", with_more(*people), "ceremony").with_text("person", "person")
    assert len([each for each in draft.suggestions("person") if not each.makes]) == 7


def test_two_of_one_name_are_told_apart_by_their_titles_or_else_their_ids() -> None:
    people = [
        Person(id=each, name="John Smith")
        for each in ("smith-minister", "smith-plain", "smith-other")
    ]
    reference = with_more(
        *people, PRIME_MINISTER, Tenure(id="t", person="smith-plain", office="pm")
    )
    draft = new("participant", reference, "lunch").with_text("person", "john")
    assert [each.text for each in draft.suggestions("person") if not each.makes] == [
        "John Smith (smith-minister)",
        "John Smith (Prime Minister)",
        "John Smith (smith-other)",
    ]
    for label, person in (
        ("John Smith (Prime Minister)", "smith-plain"),
        ("John Smith (smith-other)", "smith-other"),
    ):
        assert draft.with_text("person", label).value("person") == person


@pytest.mark.parametrize(
    ("gender", "qualifier", "title"),
    [
        (None, None, "Prime Minister"),
        (Gender.FEMININE, None, "Prime Ministress"),
        (Gender.FEMININE, Qualifier.ELECT, "Prime Ministress (elect)"),
    ],
)
def test_a_person_is_shown_with_the_highest_office_of_the_day(
    gender: Gender | None, qualifier: Qualifier | None, title: str
) -> None:
    reference = with_more(
        Person(id="roy", name="Jeanne Roy", gender=gender),
        PRIME_MINISTER,
        replace(PRIME_MINISTER, id="low", title="Chair", rank=RankClass.OTHER),
        replace(PRIME_MINISTER, id="past", title="King", rank=RankClass.HEAD_OF_STATE),
        Tenure(id="1", person="roy", office="low"),
        Tenure(id="2", person="roy", office="pm", qualifier=qualifier),
        Tenure(id="3", person="roy", office="past", until=date(2025, 3, 16)),
        Tenure(id="4", person="roy", office="none-that-is-kept"),
    )
    draft = new("participant", reference, "lunch").with_text("person", "roy")
    assert draft.said("person") == f"Jeanne Roy · {title}"


@pytest.mark.parametrize(
    ("typed", "people"),
    [
        ("", ()),
        ("carney", ("carney",)),
        ("carney, macron", ("carney", "macron")),
        ("starmer,carney ,", ("starmer", "carney")),
        ("carney, Mark Carney, carney", ("carney",)),
        ("president, keir", ("macron", "starmer")),
    ],
)
def test_several_people_are_parted_by_commas_each_once(typed: str, people: tuple[str, ...]) -> None:
    draft = filled(new("trip", outside()), accompanying=typed)
    assert draft.value("accompanying") == people


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("carney, mac", "carney, Emmanuel Macron"),
        ("carney,mac", "carney, Emmanuel Macron"),
        ("mac", "Emmanuel Macron"),
        ("carney, ", "carney, Mark Carney"),
        ("carney, macorn", "carney, Emmanuel Macron"),
        ("carney, Angela", "carney, Angela"),
    ],
)
def test_what_is_offered_goes_on_behind_those_before(typed: str, first: str) -> None:
    draft = filled(new("trip", outside()), accompanying=typed)
    assert draft.suggestions("accompanying")[0].text == first


def test_one_of_several_who_is_not_known_is_named() -> None:
    draft = filled(new("trip", outside()), accompanying="carney, Angela Example, macron")
    assert draft.problem("accompanying").startswith("No person is called “Angela Example”.")


def test_several_people_are_said_by_name_and_title() -> None:
    draft = a_new("meeting", "lunch", kind="trilateral", with_="macron, carney")
    assert draft.said("with") == "Emmanuel Macron · President of the French Republic; Mark Carney"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("President of the French Republic", "France"),
        ("president french republic", "President of the French Republic · France"),
        ("chancellor of germany", "Federal Chancellor of Germany · Germany"),
        ("prime minister of canada", "Prime Minister of Canada · Canada"),
        ("Premier of Nunavut", "CA-NU"),
        ("secretary general of nato", "Secretary General of NATO · NATO"),
    ],
)
def test_an_office_is_one_that_is_kept_or_one_that_everybody_knows(typed: str, said: str) -> None:
    draft = filled(new("tenure", at("lunch"), "macron"), office=typed)
    assert (draft.problem("office"), draft.said("office")) == ("", said)


def test_an_office_that_is_only_known_is_made_and_one_that_is_kept_is_not() -> None:
    kept = filled(new("tenure", at("lunch"), "carney"), office="president of the french republic")
    known = filled(new("tenure", at("lunch"), "carney"), office="Prime Minister of Canada")
    assert [type(record) for record in kept.records] == [Tenure]
    assert [type(record) for record in known.records] == [Office, Tenure]
    office, tenure = known.records
    assert isinstance(tenure, Tenure)
    assert tenure.office == office.id


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("president of france", "President of the French Republic"),
        ("pm of canada", "Prime Minister of Canada"),
        ("sg nato", "Secretary General of NATO"),
        ("chancelor of germany", "Federal Chancellor of Germany"),
    ],
)
def test_an_office_that_is_not_sure_is_offered(typed: str, first: str) -> None:
    draft = filled(new("tenure", at("lunch"), "macron"), office=typed)
    assert draft.suggestions("office")[0].text == first
    assert first in draft.problem("office")
    assert draft.beside("office") == "no such office"
    assert draft.suggestions("office")[-1].makes == "office"


def test_an_office_of_nobody_is_offered_as_a_new_one() -> None:
    draft = filled(new("tenure", at("lunch"), "macron"), office="Keeper of the Xylophones")
    assert [each.makes for each in draft.suggestions("office")] == ["office"]
    assert filled(draft, office="").suggestions("office") == ()


@pytest.mark.parametrize(
    ("typed", "stop", "said"),
    [
        ("Paris", "paris", "17/3"),
        ("par", "paris", "Paris · 17/3"),
        ("London", "london", "17/3–18/3"),
        ("", None, ""),
    ],
)
def test_a_stop_is_found_by_its_city_and_said_with_its_days(
    typed: str, stop: str | None, said: str
) -> None:
    draft = a_new("meeting", "lunch", kind="call", stop=typed)
    assert (draft.value("stop"), draft.said("stop")) == (stop, said)


def test_two_stops_in_one_city_are_told_apart_by_their_days() -> None:
    again = Stop(id="again", trip="trip", place=PARIS, arrive=in_paris("12:00", 19))
    draft = new("lodging", with_more(again)).with_text("stop", "par")
    assert [each.text for each in draft.suggestions("stop")] == ["Paris (17/3)", "Paris (19/3)"]
    assert draft.with_text("stop", "Paris (19/3)").value("stop") == "again"


def test_a_stop_cannot_be_made_from_another_form() -> None:
    draft = a_new("meeting", "lunch", kind="call", stop="Rome")
    assert draft.problem("stop") == "No stop is called “Rome”."
    assert draft.suggestions("stop") == ()


@pytest.mark.parametrize(
    ("typed", "meeting"),
    [
        ("working lunch", "lunch"),
        ("downing", "starmer-meeting"),
        ("call nato", "nato-call"),
        ("", None),
    ],
)
def test_a_meeting_is_found_by_its_title(typed: str, meeting: str | None) -> None:
    draft = filled(new("task", at("lunch")), what="Brief", meeting=typed)
    assert draft.value("meeting") == meeting


def test_a_meeting_is_not_part_of_itself() -> None:
    draft = the_changed("lunch", part_of="work")
    assert "Working lunch" not in [each.text for each in draft.suggestions("part_of")]
    assert draft.problem("part_of") == "No meeting is called “work”."


def outcome(**texts: str) -> Draft:
    known = {"kind": "partnership", "text": "A pact"}
    return a_new("outcome", "starmer-meeting", "starmer-meeting", **{**known, **texts})


@pytest.mark.parametrize(
    ("typed", "topics"),
    [
        ("", ()),
        ("trade", ("trade",)),
        ("tariffs, cyb", ("tariffs", "cyber")),
        ("Trade,Trade", ("trade",)),
    ],
)
def test_an_outcome_comes_from_topics_of_its_meeting(typed: str, topics: tuple[str, ...]) -> None:
    assert outcome(topics=typed).value("topics") == topics


def test_topics_of_another_meeting_are_not_those_of_an_outcome() -> None:
    draft = outcome(topics="trade", meeting="working lunch")
    assert draft.problem("topics") == "No topic is called “trade”."
    assert draft.with_text("meeting", "").value("topics") == ("trade",)


def test_a_comma_in_a_topic_does_not_part_it() -> None:
    topic = Topic(id="steel", meeting="starmer-meeting", position=3, title="Steel, aluminium")
    pact = Outcome(
        id="pact",
        trip="trip",
        meeting="starmer-meeting",
        topics=("steel", "trade"),
        kind=OutcomeKind.AGREEMENT,
        text="A pact",
    )
    reference = with_more(topic, pact, selected="starmer-meeting")
    draft = filled(new("outcome", reference, "starmer-meeting"), topics="steel, trade")
    assert draft.value("topics") == ("steel", "trade")
    shown = new("outcome", reference, "starmer-meeting", topics=pact.topics)
    assert shown.text("topics") == "Steel · aluminium, Trade"
    assert shown.with_text("topics", "x").with_text("topics", shown.text("topics")).value(
        "topics"
    ) == ("steel", "trade")


@pytest.mark.parametrize(
    ("typed", "outcome"), [("security", "partnership"), ("partnership", "partnership"), ("", None)]
)
def test_a_follow_up_carries_out_an_outcome(typed: str, outcome: str | None) -> None:
    draft = filled(new("follow_up", at("lunch"), "lunch"), text="Write", outcome=typed)
    assert draft.value("outcome") == outcome


def with_people(**texts: str) -> Draft:
    return the_changed("starmer-meeting", **texts)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("starmer", []),
        ("macron", [("starmer", None), (None, "macron")]),
        ("macron, starmer", [(None, "macron"), ("starmer", "starmer")]),
        ("starmer, macron", [(None, "macron")]),
        ("", [("starmer", None)]),
    ],
)
def test_the_counterparts_of_a_meeting_are_those_that_are_named(
    typed: str, expected: list[tuple[str | None, str | None]]
) -> None:
    changes = with_people(with_=typed).changes
    assert [(_who(each.before), _who(each.after)) for each in changes] == expected


def _change(reference: Reference) -> Draft:
    return change_of(STARMER, reference)


def _who(record: Record | None) -> str | None:
    return record.person if isinstance(record, Participant) else None


def test_the_first_that_is_named_leads() -> None:
    draft = with_people(with_="macron, starmer")
    itinerary = draft.reference.itinerary
    assert itinerary is not None
    after = itinerary.after(draft.edit)
    lead = after.lead_counterpart(STARMER.id)
    assert lead is not None
    assert [each.person for each in after.participants_of(STARMER.id)] == ["macron", "starmer"]
    assert lead.person == "macron"


def test_those_described_in_words_and_our_own_stay() -> None:
    others = (
        Participant(
            id="tbc",
            meeting="starmer-meeting",
            position=1,
            words="1 official, TBC",
            side=Side.THEIRS,
            role=Role.COUNTERPART,
        ),
        Participant(
            id="ours",
            meeting="starmer-meeting",
            position=2,
            person="carney",
            side=Side.OURS,
            role=Role.PRINCIPAL,
        ),
    )
    reference = with_more(*others, selected="starmer-meeting")
    draft = filled(_change(reference), with_="macron")
    itinerary = reference.itinerary
    assert itinerary is not None
    after = itinerary.after(draft.edit).participants_of(STARMER.id)
    assert {each.person or each.words for each in after} == {"macron", "1 official, TBC", "carney"}
    assert _change(reference).text("with") == "Sir Keir Starmer"
