import pytest

from planner.conflicts import Conflict, Occupied, Severity
from planner.itinerary import Itinerary
from planner.moments import Moment
from planner.records import Meeting, Record
from planner.records.words import Attends, MeetingKind, Response, Role, Side, Status
from tests.planner.building import (
    as_of,
    at,
    away,
    found,
    meeting,
    motorcade,
    of_ours,
    sits_in,
    trip,
)


def elsewhere(person: str, times: str, *, is_firm: bool = True) -> Occupied:
    """Return that somebody is in a dinner of another trip, by the clocks of Paris."""
    start, end = (at(clock, "Paris").instant for clock in times.split("-"))
    return Occupied(person, start, end, "Rome 2025", "State dinner", is_firm)


def ministers(title: str, times: str = "", /, **fields: object) -> Meeting:
    """Return a meeting that the principal is not in."""
    return meeting(title, times, attends=Attends.DELEGATION, **fields)


ONE = ministers("Finance", "10:00-11:00")
OTHER = ministers("Defence", "10:45-11:30")
LATER = ministers("Trade", "11:00-11:30")


def counterparts_in(itinerary: Itinerary, *others: Occupied) -> list[Conflict]:
    return found("counterpart-overlap", itinerary, as_of(elsewhere=others))


def ours_in(itinerary: Itinerary, *others: Occupied) -> list[Conflict]:
    return found("delegation-overlap", itinerary, as_of(elsewhere=others))


def test_a_counterpart_in_two_entries_at_once_is_an_error() -> None:
    (conflict,) = counterparts_in(trip(ONE, OTHER, sits_in("Éric Lombard", ONE, OTHER)))
    assert conflict.severity is Severity.ERROR
    assert conflict.message == (
        "Éric Lombard is double-booked for 15 min: "
        "Finance 10:00–11:00 and Defence 10:45–11:30 Paris."
    )
    assert conflict.subjects == ("Finance", "Defence", "Éric Lombard")
    assert conflict.shortfall == 15
    assert conflict.way_out == "start Defence at 11:00 Paris or later"


def test_one_after_the_other_is_no_conflict() -> None:
    assert not counterparts_in(trip(ONE, LATER, sits_in("Éric Lombard", ONE, LATER)))
    assert not counterparts_in(
        trip(ONE, OTHER, sits_in("Éric Lombard", ONE), sits_in("Sébastien Lecornu", OTHER))
    )


@pytest.mark.parametrize("side", [Side.THEIRS, Side.THIRD])
def test_everybody_who_is_not_ours_is_a_counterpart(side: Side) -> None:
    aide = sits_in("Aide", ONE, OTHER, side=side, role=Role.DELEGATION)
    assert len(counterparts_in(trip(ONE, OTHER, aide))) == 1
    assert not ours_in(trip(ONE, OTHER, aide))


def test_people_who_are_double_booked_in_the_same_entries_are_named_together() -> None:
    people = [sits_in(name, ONE, OTHER) for name in ("Emmanuel Macron", "Éric Lombard")]
    (conflict,) = counterparts_in(trip(ONE, OTHER, *people))
    assert conflict.message.startswith("Emmanuel Macron and Éric Lombard are double-booked for")
    assert set(conflict.subjects[2:]) == {"Emmanuel Macron", "Éric Lombard"}


def test_a_counterpart_is_reported_also_where_the_principal_is_double_booked() -> None:
    lunch, talks = meeting("Lunch", "12:00-13:30"), meeting("Talks", "13:00-14:00")
    itinerary = trip(lunch, talks, sits_in("Emmanuel Macron", lunch, talks))
    assert len(counterparts_in(itinerary)) == 1
    assert len(found("principal-overlap", itinerary)) == 1


def test_another_trip_counts() -> None:
    itinerary = trip(ONE, sits_in("Éric Lombard", ONE))
    (conflict,) = counterparts_in(itinerary, elsewhere("Éric Lombard", "10:30-12:00"))
    assert conflict.severity is Severity.ERROR
    assert conflict.message == (
        "Éric Lombard is double-booked for 30 min: "
        "Finance 10:00–11:00 and State dinner (Rome 2025) 10:30–12:00 Paris."
    )
    assert conflict.subjects == ("Finance", "Éric Lombard")
    assert conflict.way_out == "end Finance by 10:30 Paris"


def test_what_is_not_firm_elsewhere_makes_a_warning() -> None:
    itinerary = trip(ONE, sits_in("Éric Lombard", ONE))
    unsure = elsewhere("Éric Lombard", "10:30-12:00", is_firm=False)
    (conflict,) = counterparts_in(itinerary, unsure)
    assert conflict.severity is Severity.WARNING


def test_what_overlaps_elsewhere_only_is_not_for_this_trip_to_say() -> None:
    itinerary = trip(ONE, sits_in("Éric Lombard", ONE), away("Éric Lombard", "12:30-13:00"))
    dinners = [elsewhere("Éric Lombard", times) for times in ("12:00-13:00", "12:30-14:00")]
    assert not counterparts_in(itinerary, *dinners)


def test_a_recorded_unavailability_counts() -> None:
    cabinet = away("Éric Lombard", "10:30-12:00", reason="Cabinet")
    (conflict,) = counterparts_in(trip(ONE, sits_in("Éric Lombard", ONE), cabinet))
    assert conflict.severity is Severity.ERROR
    assert conflict.message.endswith("and unavailable (Cabinet) 10:30–12:00 Paris.")


def test_an_unavailability_of_ours_is_left_to_another_rule() -> None:
    itinerary = trip(ONE, of_ours("Anna Weiss", ONE), away("Anna Weiss", "10:30-12:00"))
    assert not ours_in(itinerary)
    assert not counterparts_in(itinerary)


def test_unless_both_are_firm_with_stated_ends_it_is_a_warning() -> None:
    for other in (
        ministers("Defence", "10:45-11:30", status=Status.TENTATIVE),
        ministers("Defence", "10:45"),
    ):
        (conflict,) = counterparts_in(trip(ONE, other, sits_in("Éric Lombard", ONE, other)))
        assert conflict.severity is Severity.WARNING


def test_a_host_in_a_chain_of_starts_is_double_booked_by_the_usual_length_only() -> None:
    welcome = meeting("Welcome", "19:25", kind=MeetingKind.CEREMONY)
    reception = meeting("Reception", "19:45", kind=MeetingKind.RECEPTION)
    (conflict,) = counterparts_in(trip(welcome, reception, sits_in("King", welcome, reception)))
    assert conflict.severity is Severity.NOTICE
    assert conflict.way_out == "state how long Welcome takes, 20 min at most"


@pytest.mark.parametrize("role", [Role.INTERPRETER, Role.DELEGATION])
def test_ours_too_are_double_booked_by_the_usual_length_only(role: Role) -> None:
    finance, defence = ministers("Finance", "10:00"), ministers("Defence", "10:30")
    (conflict,) = ours_in(
        trip(finance, defence, of_ours("Anna Weiss", finance, defence, role=role))
    )
    assert conflict.severity is Severity.NOTICE


@pytest.mark.parametrize(
    "other",
    [
        ministers("Defence", "10:45-11:30", status=Status.CANCELLED),
        ministers("Defence", "10:45-11:30", informational=True),
        ministers("Defence", "10:45-11:30", part_of="Finance"),
        ministers("Defence"),
    ],
)
def test_exempt_entries_take_nobody(other: Meeting) -> None:
    assert not counterparts_in(trip(ONE, other, sits_in("Éric Lombard", ONE, other)))


def test_alternatives_take_nobody_twice() -> None:
    here = ministers("Here", "10:00-11:00", choice="finance")
    there = ministers("There", "10:00-11:00", choice="finance")
    assert not counterparts_in(trip(here, there, sits_in("Éric Lombard", here, there)))


def test_who_declined_is_not_taken() -> None:
    refused = sits_in("Éric Lombard", OTHER, response=Response.DECLINED)
    assert not counterparts_in(trip(ONE, OTHER, sits_in("Éric Lombard", ONE), refused))


def test_somebody_in_words_is_nobody_in_particular() -> None:
    officials = sits_in("1 official", ONE, OTHER, person=None, words="1 official")
    assert not counterparts_in(trip(ONE, OTHER, officials))


def test_who_is_on_a_movement_is_taken_by_it() -> None:
    car = motorcade("Élysée", "Orly", "10:50-11:20")
    (conflict,) = counterparts_in(trip(ONE, car, sits_in("Éric Lombard", ONE, car)))
    assert conflict.subjects == ("Finance", "Élysée–Orly", "Éric Lombard")
    assert conflict.way_out == "end Finance by 10:50 Paris"


@pytest.mark.parametrize(
    ("role", "severity"),
    [
        (Role.INTERPRETER, Severity.ERROR),
        (Role.NOTETAKER, Severity.ERROR),
        (Role.DELEGATION, Severity.WARNING),
        (Role.STAFF, Severity.WARNING),
    ],
)
def test_ours_are_a_warning_but_those_without_whom_it_cannot_go_on(
    role: Role, severity: Severity
) -> None:
    (conflict,) = ours_in(trip(ONE, OTHER, of_ours("Anna Weiss", ONE, OTHER, role=role)))
    assert conflict.severity is severity
    assert conflict.subjects == ("Finance", "Defence", "Anna Weiss")


def test_an_interpreter_in_an_entry_without_end_is_a_warning() -> None:
    open_end = ministers("Defence", "10:45")
    interpreter = of_ours("Anna Weiss", ONE, open_end, role=Role.INTERPRETER)
    (conflict,) = ours_in(trip(ONE, open_end, interpreter))
    assert conflict.severity is Severity.WARNING


def test_ours_are_taken_by_other_trips_too() -> None:
    itinerary = trip(ONE, of_ours("Anna Weiss", ONE))
    (conflict,) = ours_in(itinerary, elsewhere("Anna Weiss", "10:30-12:00"))
    assert "State dinner (Rome 2025)" in conflict.message


def test_who_only_goes_with_the_principal_is_not_reported_beside_him() -> None:
    lunch, talks = meeting("Lunch", "12:00-13:30"), meeting("Talks", "13:00-14:00")
    assert not ours_in(trip(lunch, talks, of_ours("Anna Weiss", lunch, talks)))
    interpreter = of_ours("Anna Weiss", lunch, talks, role=Role.INTERPRETER)
    assert len(ours_in(trip(lunch, talks, interpreter))) == 1


def test_the_principal_himself_is_left_to_his_own_rule() -> None:
    lunch, talks = meeting("Lunch", "12:00-13:30"), ministers("Talks", "13:00-14:00")
    assert not ours_in(trip(lunch, talks, of_ours("Jeanne Roy", lunch, talks)))


def test_one_person_in_two_roles_is_one_person() -> None:
    both = [
        *of_ours("Anna Weiss", ONE),
        *of_ours("Anna Weiss", ONE, id="again", role=Role.NOTETAKER),
    ]
    assert not ours_in(trip(ONE, both))


def test_who_sits_with_us_once_is_ours() -> None:
    itinerary = trip(ONE, OTHER, of_ours("Anna Weiss", ONE), sits_in("Anna Weiss", OTHER))
    assert len(ours_in(itinerary)) == 1
    assert not counterparts_in(itinerary)


def test_everybody_in_everything_is_one_conflict() -> None:
    meetings = [ministers(f"Meeting {number}", "10:00-11:00") for number in range(5)]
    people: list[Record] = []
    for name in ("A", "B", "C", "D", "E", "F"):
        people += sits_in(name, *meetings)
    (conflict,) = counterparts_in(trip(meetings, people))
    assert conflict.message.startswith(
        "A, B, C and 3 others are in 5 entries that overlap, for 60 min in all: Meeting 0 "
    )
    assert len(conflict.subjects) == 5 + 6


def test_a_meeting_elsewhere_is_told_by_the_clocks_here() -> None:
    audience = meeting("Audience", "10:00-11:00", "London", kind=MeetingKind.AUDIENCE)
    (conflict,) = counterparts_in(
        trip(audience, sits_in("Charles", audience)), elsewhere("Charles", "11:30-12:30")
    )
    assert conflict.at == Moment.from_text("2025-03-17T10:30[Europe/London]").instant
    assert conflict.message.endswith("and State dinner (Rome 2025) 10:30–11:30 London.")


def test_who_is_only_in_the_part_is_there_for_all_its_length() -> None:
    plenary = meeting("Plenary", "10:00-11:00")
    photo = meeting("Photo", "10:30-11:30", part_of="Plenary")
    visit = meeting("Visit", "10:30-11:30")
    conflicts = counterparts_in(
        trip(
            plenary,
            photo,
            visit,
            sits_in("Anna Weiss", plenary, photo, visit),
            sits_in("Éric Lombard", photo, visit),
        )
    )
    assert sorted((each.subjects, each.shortfall) for each in conflicts) == [
        (("Photo", "Visit", "Éric Lombard"), 60),
        (("Plenary", "Visit", "Anna Weiss"), 30),
        (("Visit", "Photo", "Anna Weiss"), 30),
    ]
