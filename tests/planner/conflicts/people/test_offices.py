from dataclasses import replace
from datetime import date

import pytest

from planner.conflicts import Conflict, Severity
from planner.itinerary import Itinerary
from planner.records import Meeting, Office, Person, Record, Wording
from planner.records.words import Gender, Qualifier, RankClass, Response, Role, Side, Status
from tests.planner.building import at, found, meeting, of_ours, sits_in, trip
from tests.planner.conflicts.examples.acceptance import holds

LUNCH = meeting("Lunch", "12:00-13:00")
LATER = meeting("Audience", "12:00-13:00", on="2025-03-18")


def doubts_in(itinerary: Itinerary) -> list[Conflict]:
    return found("office-not-current", itinerary)


def lunch_with(*terms: list[Record], printed: str = "") -> Itinerary:
    return trip(LUNCH, sits_in("Anna Weiss", LUNCH, printed_title=printed), *terms)


def term(
    title: str, since: str = "", until: str = "", /, qualifier: Qualifier | None = None
) -> list[Record]:
    return holds("Anna Weiss", title, since, until, qualifier)


def test_a_term_that_ended_before_the_day_is_an_error() -> None:
    (conflict,) = doubts_in(lunch_with(term("Chancellor", "2021-12-08", "2025-03-16")))
    assert conflict.severity is Severity.ERROR
    assert conflict.message == (
        "Anna Weiss was Chancellor until Sunday 16 March 2025 and is not marked former, "
        "but is in Lunch on Mon 17 Mar."
    )
    assert conflict.subjects == ("Anna Weiss, Chancellor", "Lunch")
    assert conflict.at == at("12:00", "Paris").instant
    assert conflict.way_out == "name who holds the office then, or mark the term former"


def test_a_term_that_has_not_begun_on_the_day_is_a_warning() -> None:
    (conflict,) = doubts_in(lunch_with(term("Chancellor", "2025-03-18")))
    assert conflict.severity is Severity.WARNING
    assert conflict.message == (
        "Anna Weiss is Chancellor only from Tuesday 18 March 2025 on and is not marked elect "
        "or designate, but is in Lunch on Mon 17 Mar."
    )
    assert conflict.subjects == ("Anna Weiss, Chancellor", "Lunch")
    assert conflict.way_out == "mark the term elect or designate, or correct its beginning"


def test_another_title_than_that_of_the_office_is_a_notice() -> None:
    (conflict,) = doubts_in(lunch_with(term("Chancellor"), printed="Prime Minister"))
    assert conflict.severity is Severity.NOTICE
    assert conflict.message == (
        "Anna Weiss, Chancellor, is printed as “Prime Minister” in Lunch on Mon 17 Mar."
    )
    assert conflict.subjects == ("Anna Weiss in Lunch", "Lunch")
    assert conflict.way_out == "leave the title as printed empty, or correct the office"


@pytest.mark.parametrize(
    ("since", "until", "qualifier", "count"),
    [
        ("", "", None, 0),
        ("2025-03-17", "2025-03-17", None, 0),
        ("2025-03-17", "", None, 0),
        ("2025-03-18", "", None, 1),
        ("2025-03-18", "", Qualifier.ELECT, 0),
        ("2025-03-18", "", Qualifier.DESIGNATE, 0),
        ("2025-03-18", "", Qualifier.ACTING, 1),
        ("2025-03-18", "", Qualifier.FORMER, 1),
        ("", "2025-03-17", None, 0),
        ("", "2025-03-16", None, 1),
        ("", "2025-03-16", Qualifier.FORMER, 0),
        ("", "2025-03-16", Qualifier.ACTING, 1),
        ("", "2025-03-16", Qualifier.ELECT, 1),
        ("2025-03-18", "2025-03-16", None, 1),
        ("0001-01-01", "0001-01-01", None, 1),
        ("9999-12-31", "9999-12-31", None, 1),
    ],
)
def test_both_dates_belong_to_a_term_and_its_mark_accounts_for_it(
    since: str, until: str, qualifier: Qualifier | None, count: int
) -> None:
    assert len(doubts_in(lunch_with(term("Chancellor", since, until, qualifier)))) == count


@pytest.mark.parametrize(
    ("terms", "said"),
    [
        ([term("Mayor", "", "2017-06-30"), term("Chancellor", "2021-12-08")], ""),
        (
            [
                term("Chancellor", "", "2024-01-01"),
                term("Mayor", "2025-05-01", "", Qualifier.ELECT),
            ],
            "",
        ),
        (
            [term("Mayor", "", "2017-06-30"), term("Chancellor", "", "2025-03-01")],
            "was Chancellor until Saturday 1 March 2025",
        ),
        (
            [
                term("Mayor", "", "2017-06-30", Qualifier.FORMER),
                term("Chancellor", "", "2025-03-01"),
            ],
            "",
        ),
        (
            [term("Chancellor", "", "2025-03-01"), term("Mayor", "2025-05-01")],
            "is Mayor only from Thursday 1 May 2025 on",
        ),
        (
            [term("Mayor", "2025-06-01"), term("Chancellor", "2025-05-01")],
            "is Chancellor only from Thursday 1 May 2025 on",
        ),
        ([], ""),
    ],
)
def test_of_several_terms_the_one_on_the_day_counts_else_the_next_else_the_last(
    terms: list[list[Record]], said: str
) -> None:
    conflicts = doubts_in(lunch_with(*terms))
    assert len(conflicts) == bool(said)
    assert all(said in conflict.message for conflict in conflicts)


def test_of_several_that_ended_together_the_highest_is_spoken_of() -> None:
    ended = ("", "2025-03-01")
    lower = holds("Anna Weiss", "Admiral", *ended, rank=RankClass.OFFICIAL)
    higher = holds("Anna Weiss", "Queen", *ended, rank=RankClass.HEAD_OF_STATE)
    (conflict,) = doubts_in(lunch_with(lower, higher))
    assert conflict.message.startswith("Anna Weiss was Queen until")


def test_the_title_is_said_in_the_form_of_the_person() -> None:
    person = Person(id="Anna Weiss", name="Anna Weiss", gender=Gender.FEMININE)
    chancellor = holds("Anna Weiss", "Kanzler", "", "2025-03-01", title_feminine="Kanzlerin")
    (conflict,) = doubts_in(trip(person, LUNCH, sits_in("Anna Weiss", LUNCH), chancellor))
    assert conflict.message.startswith("Anna Weiss was Kanzlerin until")


def test_a_term_whose_office_is_not_on_record_says_nothing() -> None:
    without_office = [
        each for each in term("King", "", "2025-03-01") if not isinstance(each, Office)
    ]
    assert not doubts_in(lunch_with(without_office))


@pytest.mark.parametrize(
    ("printed", "terms", "count"),
    [
        ("", term("Chancellor"), 0),
        (" ", term("Chancellor"), 0),
        ("Chancellor", term("Chancellor"), 0),
        ("chancellor ", term("Chancellor"), 0),
        ("Vice-Chancellor", term("Chancellor"), 1),
        ("Acting Chancellor", term("Chancellor"), 1),
        ("Acting Chancellor", term("Chancellor", "", "", Qualifier.ACTING), 0),
        ("Chancellor (acting)", term("Chancellor", "", "", Qualifier.ACTING), 0),
        ("Chancellor-designate", term("Chancellor", "", "", Qualifier.DESIGNATE), 0),
        ("Chancellor", term("Chancellor", "", "", Qualifier.DESIGNATE), 0),
        ("Former Chancellor", term("Chancellor", "", "2025-03-16"), 0),
        ("Chancellor", term("Chancellor", "", "2025-03-16"), 1),
        ("Chancellor-elect", term("Chancellor", "2025-03-18"), 0),
        ("Member", term("Chancellor", "", "2025-03-16", Qualifier.FORMER), 0),
        ("Head of delegation", [], 0),
    ],
)
def test_a_title_as_printed_may_say_how_the_office_is_held(
    printed: str, terms: list[Record], count: int
) -> None:
    assert len(doubts_in(lunch_with(terms, printed=printed))) == count


@pytest.mark.parametrize(
    ("printed", "count"),
    [("Kanzler", 0), ("Kanzlerin", 0), ("Bundeskanzler", 0), ("Chancelier", 0), ("Canciller", 1)],
)
def test_either_gender_and_every_language_of_the_title_is_the_offices(
    printed: str, count: int
) -> None:
    post = holds(
        "Anna Weiss", "Bundeskanzler", title_feminine="Kanzlerin", title_masculine="Kanzler"
    )
    french = Wording(
        id="fr", record="Bundeskanzler", field="title", language="fr", text="chancelier"
    )
    assert len(doubts_in(lunch_with(post, [french], printed=printed))) == count


@pytest.mark.parametrize(
    ("printed", "count"),
    [
        ("King of Canada", 0),
        ("King of the United Kingdom", 0),
        ("King of Canada and King of the United Kingdom", 0),
        ("King of Canada and Duke", 1),
    ],
)
def test_of_several_offices_each_title_will_do(printed: str, count: int) -> None:
    realms = [
        holds("Anna Weiss", f"King of {realm}", rank=RankClass.HEAD_OF_STATE)
        for realm in ("Canada", "the United Kingdom")
    ]
    assert len(doubts_in(lunch_with(*realms, printed=printed))) == count


@pytest.mark.parametrize(
    ("made", "count"),
    [
        (LUNCH, 1),
        *((replace(LUNCH, status=status), 1) for status in (Status.PROPOSED, Status.HELD)),
        *((replace(LUNCH, status=status), 0) for status in (Status.CANCELLED, Status.DECLINED)),
        *((replace(LUNCH, status=status), 0) for status in (Status.POSTPONED, Status.SUPERSEDED)),
        (replace(LUNCH, informational=True), 0),
        (replace(LUNCH, start=None, minutes=None), 0),
        (replace(LUNCH, start=None, minutes=None, day=date(2025, 3, 17)), 1),
        (replace(LUNCH, start=None, minutes=None, day=date(2025, 3, 16)), 0),
    ],
)
def test_it_concerns_every_entry_that_stands_and_has_a_day(made: Meeting, count: int) -> None:
    ended = term("Chancellor", "", "2025-03-16")
    conflicts = doubts_in(trip(made, sits_in("Anna Weiss", made), ended))
    assert len(conflicts) == count
    assert all((conflict.at is None) == (made.start is None) for conflict in conflicts)


def test_the_day_is_that_of_the_place() -> None:
    late = meeting("Call", "23:30-23:50", "Ottawa", on="2025-03-16")
    ended = term("Chancellor", "", "2025-03-16")
    assert not doubts_in(trip(late, sits_in("Anna Weiss", late), ended))


@pytest.mark.parametrize(
    ("fields", "count"),
    [
        ({}, 1),
        ({"side": Side.OURS, "role": Role.DELEGATION}, 1),
        ({"side": Side.THIRD}, 1),
        ({"role": Role.GREETER}, 1),
        ({"response": Response.DECLINED}, 0),
        ({"person": None, "words": "1 official"}, 0),
    ],
)
def test_it_concerns_everybody_named_who_comes(fields: dict[str, object], count: int) -> None:
    ended = term("Chancellor", "", "2025-03-16")
    assert len(doubts_in(trip(LUNCH, sits_in("Anna Weiss", LUNCH, **fields), ended))) == count


def test_a_person_in_many_entries_is_one_conflict_about_those_that_it_concerns() -> None:
    days = [meeting(f"Talks {day}", "12:00", on=f"2025-03-{day}") for day in range(16, 22)]
    ended = term("Chancellor", "", "2025-03-16")
    (conflict,) = doubts_in(trip(days, sits_in("Anna Weiss", *days), ended))
    assert conflict.message.endswith(
        "but is in Talks 17 on Mon 17 Mar, Talks 18 on Tue 18 Mar, Talks 19 on Wed 19 Mar "
        "and 2 others."
    )
    assert conflict.subjects[0] == "Anna Weiss, Chancellor"
    assert conflict.subjects[1:] == tuple(f"Talks {day}" for day in range(17, 22))


def test_several_people_are_several_conflicts() -> None:
    seats = [*sits_in("Anna Weiss", LUNCH, LATER), *of_ours("Paul Roy", LUNCH)]
    ended = [term("Chancellor", "", "2025-03-16"), holds("Paul Roy", "Mayor", "", "2025-03-01")]
    assert len(doubts_in(trip(LUNCH, LATER, seats, *ended))) == 2
