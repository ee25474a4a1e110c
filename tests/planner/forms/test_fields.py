"""What the plain fields understand: lengths, numbers, words out of a set, yes and no, texts."""

from dataclasses import replace

import pytest

from planner.forms import Draft, change_of, new
from planner.records import Meeting
from planner.records.words import MeetingKind, Status
from tests.planner.forms.filling import a_new, at, filled, outside, with_more
from tests.planner.journeys import LUNCH, in_london, in_paris


def topic(**texts: str) -> Draft:
    return a_new("topic", "lunch", "lunch", **{"title": "Trade", **texts})


def meeting(**texts: str) -> Draft:
    return a_new("meeting", "lunch", **{"kind": "call", **texts})


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("", None),
        ("0", 0),
        ("45", 45),
        ("45m", 45),
        ("45 min", 45),
        ("1h", 60),
        ("1h15", 75),
        ("1:15", 75),
        ("2 h", 120),
        ("1.5h", 90),
        ("half an hour", 30),
    ],
)
def test_a_length_is_minutes(typed: str, minutes: int | None) -> None:
    assert topic(minutes=typed).value("minutes") == minutes


@pytest.mark.parametrize(
    ("typed", "said"), [("", ""), ("45", "45 min"), ("1h15", "1 h 15"), ("120m", "2 h")]
)
def test_a_length_is_said_in_hours(typed: str, said: str) -> None:
    assert topic(minutes=typed).said("minutes") == said


@pytest.mark.parametrize("typed", ["-5", "15d", "long", "1.3m", "1h75", "1h15 or so"])
def test_a_length_that_is_none_is_refused(typed: str) -> None:
    assert topic(minutes=typed).problems == ("minutes",)


@pytest.mark.parametrize(("typed", "number"), [("", None), ("0", 0), ("1", 1), ("007", 7)])
def test_a_number_is_whole(typed: str, number: int | None) -> None:
    assert topic(priority=typed).value("priority") == number


@pytest.mark.parametrize("typed", ["-1", "1.5", "one", "1 000", "9" * 30])
def test_a_number_that_is_none_is_refused(typed: str) -> None:
    assert topic(priority=typed).beside("priority") == "expected a whole number from 0 on"
    assert f"“{typed}”" in topic(priority=typed).problem("priority")


@pytest.mark.parametrize(
    ("typed", "fixed", "takes_principal"),
    [
        ("", False, True),
        ("yes", True, True),
        ("YES", True, True),
        ("y", True, True),
        ("no", False, False),
        ("N", False, False),
    ],
)
def test_nothing_typed_is_what_a_flag_usually_is(
    typed: str, fixed: bool, takes_principal: bool
) -> None:
    draft = meeting(fixed=typed, occupies_principal=typed)
    assert (draft.value("fixed"), draft.value("occupies_principal")) == (fixed, takes_principal)
    assert draft.said("fixed") == ""


@pytest.mark.parametrize("typed", ["maybe", "1", "yess"])
def test_a_flag_is_yes_or_no(typed: str) -> None:
    assert meeting(fixed=typed).problems == ("fixed",)


@pytest.mark.parametrize(
    ("typed", "status", "said"),
    [
        ("", Status.PROPOSED, ""),
        ("confirmed", Status.CONFIRMED, ""),
        ("conf", Status.CONFIRMED, "confirmed"),
        ("CONF", Status.CONFIRMED, "confirmed"),
        ("t", Status.TENTATIVE, "tentative"),
        ("held", Status.HELD, ""),
    ],
)
def test_the_beginning_of_a_word_is_enough_where_only_one_begins_so(
    typed: str, status: Status, said: str
) -> None:
    draft = meeting(status=typed)
    assert (draft.value("status"), draft.said("status")) == (status, said)


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("call", MeetingKind.CALL),
        ("ceremony", MeetingKind.CEREMONY),
        ("courtesy", MeetingKind.COURTESY_CALL),
        ("meal", MeetingKind.WORKING_MEAL),
        ("meal working", MeetingKind.WORKING_MEAL),
        ("tete", MeetingKind.TETE_A_TETE),
        ("tête-à-tête", MeetingKind.TETE_A_TETE),
        ("arrival", MeetingKind.ARRIVAL_CEREMONY),
        ("pull aside", MeetingKind.PULL_ASIDE),
        ("wreath", MeetingKind.WREATH_LAYING),
    ],
)
def test_a_whole_word_comes_before_its_beginning_and_before_a_word_within(
    typed: str, kind: MeetingKind
) -> None:
    assert a_new("meeting", "lunch", kind=typed).value("kind") is kind


@pytest.mark.parametrize(
    ("typed", "some"),
    [
        ("c", "Did you mean confirmed or cancelled?"),
        ("confrimed", "Did you mean confirmed?"),
        (
            "certainly",
            (
                "It is one of proposed, requested, tentative, confirmed, held, declined, postponed,"
                " cancelled, superseded."
            ),
        ),
    ],
)
def test_a_word_that_is_none_of_the_set_names_those_that_are_near(typed: str, some: str) -> None:
    draft = meeting(status=typed)
    assert draft.problem("status") == f"No status is called “{typed}”. {some}"
    assert draft.beside("status") == "no such status"


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("conf", ["confirmed"]),
        ("c", ["confirmed", "cancelled"]),
        ("confrimed", ["confirmed"]),
        ("", [each.value for each in Status]),
        ("held", [each.value for each in Status]),
        ("zzz", [each.value for each in Status]),
    ],
)
def test_the_words_are_offered_all_of_them_while_one_stands_there_whole(
    typed: str, offered: list[str]
) -> None:
    assert [each.text for each in meeting(status=typed).suggestions("status")] == offered


@pytest.mark.parametrize(
    ("typed", "languages"),
    [
        ("", ()),
        ("fr", ("fr",)),
        ("fr, en", ("fr", "en")),
        (" fr ,, en, ", ("fr", "en")),
    ],
)
def test_short_texts_are_parted_by_commas(typed: str, languages: tuple[str, ...]) -> None:
    draft = a_new("person", "lunch", name="Angela Example", languages=typed)
    assert draft.value("languages") == languages


def test_a_text_is_kept_without_the_space_round_it() -> None:
    assert meeting(purpose="  Trade,\n and tariffs \n").value("purpose") == "Trade,\n and tariffs"


@pytest.mark.parametrize(
    ("typed", "thresholds"),
    [
        ("", ()),
        ("same_stop_km = 60", (("same_stop_km", 60),)),
        ("same stop km=60", (("same_stop_km", 60),)),
        ("Same_Stop_KM = 60", (("same_stop_km", 60),)),
        (
            "same_stop_km = 60, completeness_days = 5",
            (("completeness_days", 5), ("same_stop_km", 60)),
        ),
        ("same_stop_km = 60, same_stop_km = 70", (("same_stop_km", 70),)),
    ],
)
def test_a_trip_has_limits_of_its_own(typed: str, thresholds: tuple[tuple[str, int], ...]) -> None:
    assert the_trip(thresholds=typed).value("thresholds") == thresholds


@pytest.mark.parametrize(
    "typed", ["60", "same_stop_km", "walls = 4", "same_stop_km = 0", "same_stop_km = 99999999"]
)
def test_a_limit_that_is_none_is_refused(typed: str) -> None:
    draft = the_trip(thresholds=typed)
    assert draft.problems == ("thresholds",)
    assert f"“{typed}”" in draft.problem("thresholds")


def the_trip(**texts: str) -> Draft:
    known = {"title": "Paris and London", "principal": "carney", "home": "Ottawa"}
    return filled(new("trip", outside()), **{**known, **texts})


@pytest.mark.parametrize(
    ("title", "days", "name"),
    [
        ("Paris and London", "", "paris-london"),
        ("Paris and London", "16-18 mar 2025", "paris-london-2025"),
        ("G7 2025 Kananaskis", "16-18 mar 2025", "g7-2025-kananaskis"),
        ("The visit of the President to Ottawa", "", "visit-president-ottawa"),
        ("Zürich & Genève", "", "zurich-geneve"),
        ("One two three four five six", "", "one-two-three-four-five"),
        ("東京", "1 apr 2025", "trip-2025"),
        ("  ", "", "trip"),
    ],
)
def test_a_short_name_is_made_of_title_and_year(title: str, days: str, name: str) -> None:
    draft = the_trip(title=title, days=days)
    assert draft.value("short_name") == name
    assert draft.said("short_name") == name


@pytest.mark.parametrize("typed", ["paris", "Paris_2", "2025-paris"])
def test_a_short_name_that_is_typed_stays(typed: str) -> None:
    draft = the_trip(short_name=typed).with_text("title", "Rome")
    assert (draft.value("short_name"), draft.said("short_name")) == (typed, "")


@pytest.mark.parametrize("typed", ["a b", "-a", "paris/london", "é"])
def test_a_short_name_is_one_that_a_command_line_takes(typed: str) -> None:
    assert the_trip(short_name=typed).beside("short_name") == (
        "expected letters, numbers and dashes"
    )


@pytest.mark.parametrize(
    ("of_kind", "typed", "of", "said"),
    [
        ("state", "France", "FR", "France"),
        ("state", "fra", "FR", "France"),
        ("state", "turkey", "TR", "Türkiye"),
        ("organisation", "NATO", "NATO", ""),
        ("province", "CA-NU", "CA-NU", ""),
        ("company", "France", "France", ""),
    ],
)
def test_the_body_of_an_office_is_a_code_where_it_is_a_state(
    of_kind: str, typed: str, of: str, said: str
) -> None:
    draft = a_new("office", "lunch", title="Chair", of_kind=of_kind, of=typed)
    assert (draft.value("of"), draft.said("of")) == (of, said)


def test_a_state_that_is_none_is_refused() -> None:
    draft = a_new("office", "lunch", title="Chair", of_kind="state", of="Atlantis")
    assert draft.problem("of") == "No state is called “Atlantis”."
    assert draft.with_text("of_kind", "company").problem("of") == ""


@pytest.mark.parametrize(
    ("kind", "with_", "title"),
    [
        ("", "", ""),
        ("working meal", "", "Working meal"),
        ("bilateral", "", "Bilateral meeting"),
        ("other", "macron", "Meeting with Emmanuel Macron"),
        ("call", "starmer", "Call with Sir Keir Starmer"),
        ("trilateral", "starmer, macron", "Trilateral with Sir Keir Starmer and Emmanuel Macron"),
        ("call", "nobody we know", "Call"),
    ],
)
def test_a_meeting_is_called_after_its_kind_and_whom_it_is_with(
    kind: str, with_: str, title: str
) -> None:
    assert a_new("meeting", "lunch", kind=kind, with_=with_).value("title") == title


def test_a_title_that_is_typed_stays() -> None:
    draft = meeting(title="Budget").with_text("with", "macron")
    assert (draft.value("title"), draft.said("title")) == ("Budget", "")


@pytest.mark.parametrize(
    ("person", "words", "problems"),
    [
        ("macron", "", ()),
        ("", "1 official, TBC", ()),
        ("macron", "in a wheelchair", ()),
        ("", "", ("person",)),
        ("nobody", "", ("person",)),
    ],
)
def test_a_participant_is_a_person_or_somebody_in_words(
    person: str, words: str, problems: tuple[str, ...]
) -> None:
    draft = filled(new("participant", at("lunch"), "ceremony"), person=person, words=words)
    assert draft.problems == problems


@pytest.mark.parametrize("limit", ["9" * 5000, "same_stop_km = " + "9" * 5000])
def test_a_number_beyond_all_bounds_is_refused(limit: str) -> None:
    assert a_new("trip", "lunch", thresholds=limit).problem("thresholds")


def test_what_was_said_and_done_stays_when_a_meeting_goes_to_another_city() -> None:
    noon = in_paris("12:00")
    held = replace(LUNCH, venue=None, told_at=noon, actual_start=noon, media_arrive_by=noon)
    moved = change_of(held, with_more(held)).with_text("stop", "London")
    record = moved.record
    assert isinstance(record, Meeting)
    assert (record.told_at, record.actual_start) == (noon, noon)
    assert moved.said("told_at") == change_of(held, with_more(held)).said("told_at")
    assert record.media_arrive_by == in_london("12:00")
    typed = moved.with_text("told_at", "17 mar 11:00")
    assert typed.value("told_at") == in_london("11:00")


def test_a_field_that_another_decides_is_read_anew() -> None:
    draft = a_new("meeting", "lunch", kind="call", hours="12:00")
    changed = draft.with_text("kind", "plenary")
    meetings = [each.record for each in (draft, changed)]
    assert [each.minutes for each in meetings if isinstance(each, Meeting)] == [20, 180]
