from collections.abc import Iterable

import pytest

from planner.conflicts import Conflict, Severity
from planner.itinerary import Itinerary
from planner.records import Meeting, Participant, Record
from planner.records.words import (
    Attends,
    Interpretation,
    MeetingKind,
    Response,
    Role,
    Side,
    Status,
)
from planner.settings import Limits
from tests.planner.building import as_of, found, meeting, of_ours, sits_in, trip
from tests.planner.conflicts.examples.people import ROY, speaks, talks_with

HOUR = meeting("Bilateral", "12:00-13:00", venue="Élysée")
WHOLE = meeting("Plenary", "09:00-18:00", kind=MeetingKind.PLENARY)
PART = meeting("Pull-aside", "12:00-12:15", kind=MeetingKind.PULL_ASIDE, part_of="Plenary")
ASKED_EARLY = "2025-03-01T12:00[UTC]"
LEFT_ALONE = [
    meeting("Bilateral", "12:00-13:00", status=Status.HELD),
    meeting("Bilateral", "12:00-13:00", status=Status.CANCELLED),
    meeting("Bilateral", "12:00-13:00", status=Status.POSTPONED),
    meeting("Bilateral", "12:00-13:00", informational=True),
    meeting("Bilateral", minutes=60),
]


def interprets(
    name: str, of: Record, *languages: str, response: Response | None = None, side: Side = Side.OURS
) -> list[Participant]:
    return of_ours(
        name, of, role=Role.INTERPRETER, languages=languages, response=response, side=side
    )


def not_understood_in(*parts: Record | Iterable[Record]) -> list[Conflict]:
    return found("missing-interpreter", with_roy(*parts))


def with_roy(*parts: Record | Iterable[Record]) -> Itinerary:
    return trip(ROY, *parts)


def test_who_shares_no_language_needs_an_interpreter() -> None:
    (conflict,) = not_understood_in(HOUR, talks_with("Ishiba", HOUR, speaking=["ja", "zh"]))
    assert conflict.severity is Severity.WARNING
    assert conflict.message == (
        "Bilateral has no interpreter: Jeanne Roy (en, fr) shares no language with Ishiba (ja, zh)."
    )
    assert conflict.subjects == ("Bilateral", "Ishiba")
    assert HOUR.start
    assert conflict.at == HOUR.start.instant
    assert conflict.way_out == "assign an interpreter for en and ja"
    assert conflict.fold == "No interpreter"


@pytest.mark.parametrize(
    "speaking",
    [
        ["fr"],
        ["FR"],
        ["fr-CA"],
        ["fra"],
        ["French"],
        ["français"],
        ["Francais (courant)"],
        ["ja", "English"],
        ["Anglais"],
        [],
        ["?"],
    ],
)
def test_a_language_is_known_however_it_was_typed_and_none_says_nothing(
    speaking: list[str],
) -> None:
    assert not not_understood_in(HOUR, talks_with("Macron", HOUR, speaking=speaking))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("中文", "Mandarin"),
        ("pt", "Brazilian Portuguese"),
        ("Quechua", "quechua"),
        ("Quechua", "QU"),
    ],
)
def test_languages_are_compared_as_names_where_nothing_else_is_known(one: str, other: str) -> None:
    itinerary = trip(HOUR, speaks("Jeanne Roy", one), talks_with("Guest", HOUR, speaking=[other]))
    assert bool(found("missing-interpreter", itinerary)) is (other == "QU")


def test_of_a_principal_whose_languages_are_not_recorded_nothing_is_said() -> None:
    itinerary = trip(HOUR, speaks("Jeanne Roy"), talks_with("Ishiba", HOUR, speaking=["ja"]))
    assert not found("missing-interpreter", itinerary)


@pytest.mark.parametrize(
    ("interpreters", "fires"),
    [
        (interprets("Weiss", HOUR, "en", "ja"), False),
        (interprets("Weiss", HOUR, "Japanese", "French"), False),
        (interprets("Weiss", HOUR), False),
        (interprets("Sato", HOUR, "en", "ja", side=Side.THEIRS), False),
        (interprets("Weiss", HOUR, "en", "ja", response=Response.DECLINED), True),
        (interprets("Weiss", HOUR, "en", "fr"), True),
        (interprets("Weiss", HOUR, "de", "ja"), True),
        ([*interprets("Weiss", HOUR, "en", "de"), *interprets("Sato", HOUR, "de", "ja")], False),
        ([*interprets("Weiss", HOUR, "en", "es"), *interprets("Sato", HOUR, "de", "ja")], True),
        (of_ours("Weiss", HOUR, languages=("en", "ja")), True),
    ],
)
def test_interpreters_of_either_side_join_the_two_alone_or_by_relay(
    interpreters: list[Participant], *, fires: bool
) -> None:
    ishiba = talks_with("Ishiba", HOUR, speaking=["ja"])
    assert bool(not_understood_in(HOUR, ishiba, interpreters)) is fires


def test_an_interpreter_who_does_not_cover_both_is_named() -> None:
    ishiba = talks_with("Ishiba", HOUR, speaking=["ja"])
    (conflict,) = not_understood_in(HOUR, ishiba, interprets("Weiss", HOUR, "en", "de"))
    assert conflict.message == (
        "Bilateral: Jeanne Roy (en, fr) shares no language with Ishiba (ja), "
        "and Weiss (en, de) does not interpret between them."
    )


def test_everybody_who_is_not_understood_is_named_once() -> None:
    talks = meeting("Trilateral", "12:00-13:00", kind=MeetingKind.TRILATERAL)
    (conflict,) = not_understood_in(
        talks,
        talks_with("Ishiba", talks, speaking=["ja"]),
        talks_with("Lee", talks, speaking=["ko"]),
        talks_with("Starmer", talks, speaking=["en"]),
    )
    assert conflict.message == (
        "Trilateral has no interpreter: Jeanne Roy (en, fr) shares no language with "
        "Ishiba (ja) and Lee (ko)."
    )
    assert conflict.subjects == ("Trilateral", "Ishiba", "Lee")
    assert conflict.way_out == "assign an interpreter for en, ja and ko"


@pytest.mark.parametrize(
    ("kind", "fires"),
    [
        (MeetingKind.BILATERAL, True),
        (MeetingKind.TETE_A_TETE, True),
        (MeetingKind.WORKING_MEAL, True),
        (MeetingKind.CALL, True),
        (MeetingKind.AUDIENCE, True),
        (MeetingKind.COURTESY_CALL, True),
        (MeetingKind.PULL_ASIDE, True),
        (MeetingKind.PLENARY, True),
        (MeetingKind.ARRIVAL_CEREMONY, False),
        (MeetingKind.WREATH_LAYING, False),
        (MeetingKind.BANQUET, False),
        (MeetingKind.PRESS_CONFERENCE, False),
        (MeetingKind.SITE_VISIT, False),
        (MeetingKind.DROP_BY, False),
    ],
)
def test_it_is_asked_where_people_talk_and_not_of_ceremonies(
    kind: MeetingKind, *, fires: bool
) -> None:
    talks = meeting("Talks", "12:00-13:00", kind=kind)
    assert bool(not_understood_in(talks, talks_with("Xi", talks, speaking=["zh"]))) is fires


@pytest.mark.parametrize(
    "talks",
    [
        *LEFT_ALONE,
        meeting("Bilateral", "12:00-13:00", attends=Attends.DELEGATION),
        meeting("Bilateral", "12:00-13:00", attends=Attends.SPOUSE),
        meeting("Bilateral", "12:00-13:00", occupies_principal=False),
        meeting(
            "Bilateral",
            "12:00-13:00",
            kind=MeetingKind.ROUNDTABLE,
            interpretation=Interpretation.SIMULTANEOUS,
        ),
    ],
)
def test_no_interpreter_is_missed_where_the_principal_does_not_talk_or_booths_are_set_up(
    talks: Meeting,
) -> None:
    assert not not_understood_in(talks, talks_with("Xi", talks, speaking=["zh"]))


def test_an_interpreter_of_a_plenary_interprets_in_its_margins_too() -> None:
    xi = talks_with("Xi", PART, speaking=["zh"])
    assert not_understood_in(WHOLE, PART, xi)
    assert not not_understood_in(WHOLE, PART, xi, interprets("Weiss", WHOLE, "zh", "fr"))
    assert not_understood_in(WHOLE, PART, xi, interprets("Weiss", WHOLE, "es", "fr"))


@pytest.mark.parametrize(
    "seats",
    [
        talks_with("Xi", HOUR, speaking=["zh"])[:1],
        [speaks("Xi", "zh"), *sits_in("Xi", HOUR, role=Role.DELEGATION)],
        [speaks("Xi", "zh"), *sits_in("Xi", HOUR, response=Response.DECLINED)],
        [speaks("Xi", "zh"), *of_ours("Xi", HOUR)],
        sits_in("Xi", HOUR, person=None, words="President, TBC"),
    ],
)
def test_only_who_leads_another_side_has_to_be_understood(seats: list[Record]) -> None:
    assert not not_understood_in(HOUR, seats)


def silent_in(
    *parts: Record | Iterable[Record], now: str = "2025-03-15T12:00[UTC]", days: int = 7
) -> list[Conflict]:
    around = as_of(now, limits=Limits(completeness_days=days))
    return found("missing-notetaker", with_roy(*parts), around)


def test_somebody_takes_notes_at_a_substantive_meeting() -> None:
    (conflict,) = silent_in(HOUR)
    assert conflict.severity is Severity.WARNING
    assert conflict.message == "Bilateral has no notetaker."
    assert conflict.subjects == ("Bilateral",)
    assert HOUR.start
    assert conflict.at == HOUR.start.instant
    assert conflict.way_out == "assign a notetaker"
    assert conflict.fold == "No notetaker"


@pytest.mark.parametrize(
    ("seat", "fires"),
    [
        (of_ours("Weiss", HOUR, role=Role.NOTETAKER), False),
        (of_ours("Weiss", HOUR, role=Role.NOTETAKER, person=None, words="1 official"), False),
        (of_ours("Weiss", HOUR, role=Role.NOTETAKER, response=Response.DECLINED), True),
        (of_ours("Weiss", HOUR, role=Role.NOTETAKER, side=Side.THEIRS), True),
        (of_ours("Weiss", HOUR, role=Role.INTERPRETER), True),
    ],
)
def test_the_notetaker_is_one_of_ours(seat: list[Participant], *, fires: bool) -> None:
    assert bool(silent_in(HOUR, seat)) is fires


@pytest.mark.parametrize(
    ("kind", "fires"),
    [
        (MeetingKind.BILATERAL, True),
        (MeetingKind.EXPANDED_MEETING, True),
        (MeetingKind.PLENARY, True),
        (MeetingKind.WORKING_MEAL, True),
        (MeetingKind.CALL, True),
        (MeetingKind.TETE_A_TETE, False),
        (MeetingKind.AUDIENCE, False),
        (MeetingKind.COURTESY_CALL, False),
        (MeetingKind.PULL_ASIDE, False),
        (MeetingKind.BANQUET, False),
    ],
)
def test_notes_are_taken_of_what_is_substantive_and_not_between_two(
    kind: MeetingKind, *, fires: bool
) -> None:
    assert bool(silent_in(meeting("Talks", "12:00-13:00", kind=kind))) is fires


@pytest.mark.parametrize(
    "talks", [*LEFT_ALONE, meeting("Bilateral", "12:00-13:00", attends=Attends.SPOUSE)]
)
def test_nobody_notes_what_is_over_fell_away_or_is_the_spouses(talks: Meeting) -> None:
    assert not silent_in(talks)


def test_who_takes_notes_at_the_whole_does_so_at_its_parts() -> None:
    part = meeting("Working lunch", "12:00-13:00", kind=MeetingKind.WORKING_MEAL, part_of="Plenary")
    assert len(silent_in(WHOLE, part)) == 2
    assert not silent_in(WHOLE, part, of_ours("Weiss", WHOLE, role=Role.NOTETAKER))
    (conflict,) = silent_in(WHOLE, part, of_ours("Weiss", part, role=Role.NOTETAKER))
    assert conflict.subjects == ("Plenary",)


@pytest.mark.parametrize(
    ("status", "now", "days", "severity"),
    [
        (Status.CONFIRMED, "2025-03-10T11:00[UTC]", 7, Severity.WARNING),
        (Status.CONFIRMED, "2025-03-10T10:59[UTC]", 7, Severity.NOTICE),
        (Status.CONFIRMED, "2025-03-10T10:59[UTC]", 8, Severity.WARNING),
        (Status.TENTATIVE, "2025-03-15T12:00[UTC]", 7, Severity.WARNING),
        (Status.REQUESTED, "2025-03-15T12:00[UTC]", 7, Severity.NOTICE),
        (Status.PROPOSED, "2025-03-15T12:00[UTC]", 7, Severity.NOTICE),
    ],
)
def test_what_is_days_away_or_only_asked_for_is_a_notice(
    status: Status, now: str, days: int, severity: Severity
) -> None:
    talks = meeting("Bilateral", "12:00-13:00", status=status)
    itinerary = with_roy(talks, talks_with("Xi", talks, speaking=["zh"]))
    around = as_of(now, limits=Limits(completeness_days=days))
    for rule in ("missing-notetaker", "missing-interpreter"):
        (conflict,) = found(rule, itinerary, around)
        assert conflict.severity is severity
