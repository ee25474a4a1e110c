from dataclasses import replace
from datetime import datetime

import pytest

from planner.conflicts import Conflict, Severity
from planner.itinerary import Itinerary
from planner.moments import Moment
from planner.records import Meeting, Record
from planner.records.words import MeetingKind, Response, Role, Side, Status
from planner.settings import Limits
from tests.planner.building import (
    VENUES,
    as_of,
    at,
    found,
    meeting,
    moment,
    of_ours,
    sits_in,
    trip,
)

TALKS = meeting("Bilateral", "14:15-14:45", venue="Élysée")
END_OF_TIME = Moment(datetime(9999, 12, 31, 23, 59), "UTC")  # noqa: DTZ001 - a wall time
AGREED = {"accepted_start": at("14:00", "Paris"), "accepted_minutes": 30}
MOVED = replace(TALKS, accepted_start=at("14:00", "Paris"), accepted_minutes=30)
MACRON = sits_in("Emmanuel Macron", TALKS, response=Response.ACCEPTED)
A_DAY_BEFORE = "2025-03-16T14:15[Europe/Paris]"
A_MINUTE_SOONER = "2025-03-16T14:14[Europe/Paris]"
AT_THE_START = "2025-03-17T14:15[Europe/Paris]"


def changes_in(itinerary: Itinerary, now: str = "", limits: Limits | None = None) -> list[Conflict]:
    surroundings = as_of(now, limits=limits) if now else as_of(limits=limits)
    return found("changed-since-accepted", itinerary, surroundings)


def test_a_meeting_that_is_not_as_accepted_names_old_and_new_and_who_must_be_told() -> None:
    (conflict,) = changes_in(trip(MOVED, MACRON))
    assert conflict.severity is Severity.WARNING
    assert conflict.message == (
        "Bilateral: accepted 14:00–14:30, is 14:15–14:45; Emmanuel Macron must be told."
    )
    assert conflict.subjects == ("Bilateral", "Emmanuel Macron in Bilateral")
    assert conflict.at == at("14:15", "Paris").instant
    assert conflict.way_out == (
        "tell them and mark them told, or set the meeting back to tentative"
    )


@pytest.mark.parametrize(
    ("accepted", "said"),
    [
        ({"accepted_start": at("14:00", "Paris")}, "accepted 14:00, is 14:15"),
        ({"accepted_start": at("14:14", "Paris")}, "accepted 14:14, is 14:15"),
        (
            {"accepted_start": at("14:15", "Paris"), "accepted_minutes": 45},
            "accepted 14:15–15:00, is 14:15–14:45",
        ),
        ({"accepted_minutes": 60}, "accepted 1 h, is 30 min"),
        ({"accepted_venue": "Matignon"}, "accepted at Matignon, is at Élysée"),
        (
            {**AGREED, "accepted_venue": "Matignon"},
            "accepted 14:00–14:30 at Matignon, is 14:15–14:45 at Élysée",
        ),
        (
            {"accepted_start": at("14:15", "Paris", "2025-03-18"), "accepted_minutes": 30},
            "accepted Tue 18 Mar 14:15–14:45, is Mon 17 Mar 14:15–14:45",
        ),
        (
            {"accepted_start": at("14:15", "Paris", "2024-03-17")},
            "accepted Sun 17 Mar 2024 14:15, is Mon 17 Mar 2025 14:15",
        ),
        (
            {"accepted_start": at("23:50", "Paris"), "accepted_minutes": 30},
            "accepted 23:50–Tue 18 Mar 00:20, is 14:15–14:45",
        ),
        (
            {"accepted_start": at("14:15", "London"), "accepted_minutes": 30},
            "accepted 14:15–14:45 London, is 14:15–14:45 Paris",
        ),
        ({**AGREED, "minutes": None}, "accepted 14:00–14:30, is 14:15"),
        ({**AGREED, "accepted_minutes": -5}, "accepted 14:00 for −5 min, is 14:15–14:45"),
        (
            {"accepted_start": END_OF_TIME, "accepted_minutes": 30},
            "accepted Fri 31 Dec 9999 23:59 for 30 min UTC, is Mon 17 Mar 2025 14:15–14:45 Paris",
        ),
        ({"accepted_venue": "gone"}, "accepted at a venue that is not on record, is at Élysée"),
    ],
)
def test_what_was_accepted_and_what_is(accepted: dict[str, object], said: str) -> None:
    made = meeting("Bilateral", "14:15-14:45", **({"venue": "Élysée"} | accepted))
    (conflict,) = changes_in(trip(made, VENUES["Matignon"], MACRON))
    assert conflict.message == f"Bilateral: {said}; Emmanuel Macron must be told."


@pytest.mark.parametrize(
    "accepted",
    [
        {},
        {"accepted_start": at("14:15", "Paris")},
        {"accepted_start": at("13:15", "London")},
        {"accepted_minutes": 30},
        {"accepted_venue": "Élysée"},
        {"accepted_minutes": 45, "minutes": None},
        {"accepted_venue": "Matignon", "venue": None},
        {**AGREED, "start": None, "minutes": None},
    ],
)
def test_what_is_the_same_or_not_stated_is_no_change(accepted: dict[str, object]) -> None:
    made = meeting("Bilateral", "14:15-14:45", **({"venue": "Élysée"} | accepted))
    assert not changes_in(trip(made, VENUES["Matignon"], MACRON))


def test_a_room_of_the_venue_that_was_accepted_is_no_other_venue() -> None:
    room = replace(VENUES["Matignon"], id="Salon", name="Salon", parent="Élysée")
    inside = replace(TALKS, venue="Salon", accepted_venue="Élysée")
    assert not changes_in(trip(inside, room, VENUES["Élysée"], MACRON))
    other = replace(TALKS, accepted_venue="Salon")
    assert len(changes_in(trip(other, room, MACRON))) == 1


def test_venues_that_lie_in_one_another_are_no_trouble() -> None:
    ring = [
        replace(VENUES["Élysée"], parent="Matignon"),
        replace(VENUES["Matignon"], parent="Élysée"),
    ]
    assert len(changes_in(trip(replace(TALKS, accepted_venue="Orly"), ring, VENUES["Orly"]))) == 1


@pytest.mark.parametrize(
    ("status", "count"),
    [(status, int(status is Status.CONFIRMED)) for status in Status],
)
def test_only_what_is_confirmed_has_to_be_as_accepted(status: Status, count: int) -> None:
    assert len(changes_in(trip(replace(MOVED, status=status), MACRON))) == count


def test_what_is_for_information_is_left_alone() -> None:
    assert not changes_in(trip(replace(MOVED, informational=True), MACRON))


@pytest.mark.parametrize(
    ("now", "limits", "severities"),
    [
        (A_MINUTE_SOONER, None, [Severity.WARNING]),
        (A_DAY_BEFORE, None, [Severity.ERROR]),
        (A_DAY_BEFORE, Limits(accepted_hours=23), [Severity.WARNING]),
        ("2025-03-16T15:15[Europe/Paris]", Limits(accepted_hours=23), [Severity.ERROR]),
        ("2025-03-17T14:14[Europe/Paris]", None, [Severity.ERROR]),
        (AT_THE_START, None, []),
    ],
)
def test_it_is_an_error_from_a_day_before_and_nothing_once_it_has_begun(
    now: str, limits: Limits | None, severities: list[Severity]
) -> None:
    conflicts = changes_in(trip(MOVED, MACRON), now, limits)
    assert [conflict.severity for conflict in conflicts] == severities


@pytest.mark.parametrize("told_at", ["2025-03-15T12:00", "2025-03-01T12:00", "2025-03-15T12:01"])
def test_that_they_were_told_once_says_nothing_of_this_change(told_at: str) -> None:
    told = replace(MOVED, told_at=moment(told_at, "UTC"))
    assert len(changes_in(trip(told, MACRON), "2025-03-15T12:00[UTC]")) == 1


def interpreter(name: str, **fields: object) -> list[Record]:
    return [*of_ours(name, TALKS, **({"role": Role.INTERPRETER} | fields))]


@pytest.mark.parametrize(
    ("present", "told"),
    [
        ([], "whoever accepted"),
        ([*MACRON, *interpreter("Anna Weiss")], "Emmanuel Macron and Anna Weiss (interpreter)"),
        (
            [*MACRON, *interpreter("Anna Weiss", side=Side.THEIRS)],
            "Emmanuel Macron and Anna Weiss (interpreter)",
        ),
        ([*MACRON, *interpreter("Anna Weiss", response=Response.DECLINED)], "Emmanuel Macron"),
        ([*MACRON, *of_ours("Aide", TALKS)], "Emmanuel Macron"),
        ([*MACRON, *sits_in("Aide", TALKS, role=Role.DELEGATION)], "Emmanuel Macron"),
        (
            [*MACRON, *sits_in("Bayrou", TALKS, response=Response.DECLINED)],
            "Emmanuel Macron",
        ),
        (
            [*MACRON, *sits_in("Bayrou", TALKS, response=Response.TENTATIVE)],
            "Bayrou (tentative) and Emmanuel Macron",
        ),
        ([*sits_in("", TALKS)], "somebody not named yet"),
        ([*sits_in("", TALKS, words="Foreign Minister, TBC")], "Foreign Minister, TBC"),
        (
            [each for name in "ABCDE" for each in sits_in(name, TALKS)],
            "A, B, C and 2 others",
        ),
    ],
)
def test_lead_counterparts_and_interpreters_who_come_must_be_told(
    present: list[Record], told: str
) -> None:
    (conflict,) = changes_in(trip(MOVED, present))
    assert conflict.message.endswith(f"; {told} must be told.")


def missing_in(itinerary: Itinerary, now: str = "", limits: Limits | None = None) -> list[Conflict]:
    surroundings = as_of(now, limits=limits) if now else as_of(limits=limits)
    return found("unconfirmed-counterpart", itinerary, surroundings)


INVITED = sits_in("Emmanuel Macron", TALKS, response=Response.INVITED)


def test_a_confirmed_meeting_wants_its_counterpart_to_have_accepted() -> None:
    (conflict,) = missing_in(trip(TALKS, INVITED))
    assert conflict.severity is Severity.WARNING
    assert conflict.message == (
        "Bilateral is confirmed, but Emmanuel Macron (invited) has not accepted."
    )
    assert conflict.subjects == ("Bilateral", "Emmanuel Macron in Bilateral")
    assert conflict.at == at("14:15", "Paris").instant
    assert conflict.way_out == "record the acceptance or set the meeting back to tentative"
    assert conflict.fold == "Counterpart has not accepted"


@pytest.mark.parametrize(
    ("response", "said"),
    [
        (None, "Emmanuel Macron has not accepted"),
        (Response.INVITED, "Emmanuel Macron (invited) has not accepted"),
        (Response.TENTATIVE, "Emmanuel Macron (tentative) has not accepted"),
        (Response.DECLINED, "Emmanuel Macron (declined) has not accepted"),
        (Response.ACCEPTED, ""),
    ],
)
def test_every_answer_but_yes_is_said(response: Response | None, said: str) -> None:
    conflicts = missing_in(trip(TALKS, sits_in("Emmanuel Macron", TALKS, response=response)))
    messages = [f"Bilateral is confirmed, but {said}."] if said else []
    assert [conflict.message for conflict in conflicts] == messages


@pytest.mark.parametrize(
    ("status", "count"),
    [(status, int(status is Status.CONFIRMED)) for status in Status],
)
def test_only_a_confirmed_meeting_needs_an_acceptance(status: Status, count: int) -> None:
    assert len(missing_in(trip(replace(TALKS, status=status), INVITED))) == count


@pytest.mark.parametrize(
    "made",
    [
        replace(TALKS, informational=True),
        replace(TALKS, start=None, minutes=None),
    ],
)
def test_what_is_for_information_or_unplaced_is_left_alone(made: Meeting) -> None:
    assert not missing_in(trip(made, INVITED))


@pytest.mark.parametrize(
    "present",
    [
        [],
        of_ours("Aide", TALKS),
        of_ours("Anna Weiss", TALKS, role=Role.INTERPRETER),
        sits_in("Aide", TALKS, role=Role.DELEGATION),
        [*MACRON, *sits_in("Bayrou", TALKS, response=Response.DECLINED)],
    ],
)
def test_only_who_leads_the_other_side_has_to_accept(present: list[Record]) -> None:
    assert not missing_in(trip(TALKS, present))


@pytest.mark.parametrize("side", [Side.THEIRS, Side.THIRD])
@pytest.mark.parametrize("role", [Role.COUNTERPART, Role.PRINCIPAL])
def test_whoever_leads_another_side_has_to_accept(side: Side, role: Role) -> None:
    assert len(missing_in(trip(TALKS, sits_in("Rutte", TALKS, side=side, role=role)))) == 1


@pytest.mark.parametrize(
    ("now", "response", "kind", "severities"),
    [
        (A_MINUTE_SOONER, None, MeetingKind.BILATERAL, [Severity.WARNING]),
        (A_DAY_BEFORE, None, MeetingKind.BILATERAL, [Severity.ERROR]),
        (A_DAY_BEFORE, Response.INVITED, MeetingKind.CALL, [Severity.ERROR]),
        (A_DAY_BEFORE, Response.DECLINED, MeetingKind.BILATERAL, [Severity.ERROR]),
        (A_DAY_BEFORE, Response.TENTATIVE, MeetingKind.BILATERAL, [Severity.WARNING]),
        (A_DAY_BEFORE, None, MeetingKind.PLENARY, [Severity.WARNING]),
        (A_DAY_BEFORE, None, MeetingKind.MULTILATERAL, [Severity.WARNING]),
        (A_DAY_BEFORE, Response.DECLINED, MeetingKind.ROUNDTABLE, [Severity.WARNING]),
        (AT_THE_START, None, MeetingKind.BILATERAL, []),
    ],
)
def test_it_is_an_error_from_a_day_before_unless_in_doubt_or_multilateral(
    now: str, response: Response | None, kind: MeetingKind, severities: list[Severity]
) -> None:
    made = replace(TALKS, kind=kind)
    conflicts = missing_in(trip(made, sits_in("Emmanuel Macron", made, response=response)), now)
    assert [conflict.severity for conflict in conflicts] == severities


def test_how_near_makes_an_error_is_a_limit() -> None:
    itinerary = trip(TALKS, INVITED)
    (conflict,) = missing_in(itinerary, A_DAY_BEFORE, Limits(accepted_hours=23))
    assert conflict.severity is Severity.WARNING
    (conflict,) = missing_in(itinerary, A_MINUTE_SOONER, Limits(accepted_hours=25))
    assert conflict.severity is Severity.ERROR


def test_one_who_is_in_doubt_does_not_excuse_another_who_did_not_answer() -> None:
    both = [*INVITED, *sits_in("Bayrou", TALKS, response=Response.TENTATIVE)]
    (conflict,) = missing_in(trip(TALKS, both), A_DAY_BEFORE)
    assert conflict.severity is Severity.ERROR
    assert conflict.message == (
        "Bilateral is confirmed, but Bayrou (tentative) and Emmanuel Macron (invited) "
        "have not accepted."
    )


def test_many_who_did_not_accept_are_one_conflict() -> None:
    leaders = [each for name in "ABCDEFG" for each in sits_in(name, TALKS)]
    (conflict,) = missing_in(trip(TALKS, leaders, MACRON))
    assert conflict.message == "Bilateral is confirmed, but A, B, C and 4 others have not accepted."
    assert len(conflict.subjects) == 8


@pytest.mark.parametrize("rule", ["changed-since-accepted", "unconfirmed-counterpart"])
def test_what_is_said_does_not_depend_on_the_present(rule: str) -> None:
    itinerary = trip(MOVED, INVITED)
    (early,) = found(rule, itinerary, as_of(A_MINUTE_SOONER))
    (late,) = found(rule, itinerary, as_of(A_DAY_BEFORE))
    assert (early.message, early.severity) == (late.message, Severity.WARNING)
    assert late.severity is Severity.ERROR
