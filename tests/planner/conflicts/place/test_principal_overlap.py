from dataclasses import replace

import pytest

from planner.conflicts import Conflict, Severity
from planner.itinerary import Itinerary
from planner.records import Meeting, Movement, Record
from planner.records.words import Attends, MeetingKind, Mode, Role, Status
from tests.planner.building import (
    flight,
    found,
    meeting,
    motorcade,
    movement,
    of_ours,
    takes,
    trip,
)


def overlaps_in(itinerary: Itinerary) -> list[Conflict]:
    return found("principal-overlap", itinerary)


def test_two_confirmed_meetings_at_once_are_an_error_with_figures_and_a_way_out() -> None:
    itinerary = trip(
        meeting("Audience", "13:15-14:15", "London"),
        meeting("Starmer", "14:00-14:45", "London"),
    )
    (conflict,) = overlaps_in(itinerary)
    assert conflict.severity is Severity.ERROR
    assert (
        conflict.message == "Audience 13:15–14:15 and Starmer 14:00–14:45 London overlap by 15 min."
    )
    assert conflict.subjects == ("Audience", "Starmer")
    assert conflict.shortfall == 15
    assert conflict.way_out == "start Starmer at 14:15 London or later"


def test_overlaps_are_of_instants_and_not_of_clocks() -> None:
    lunch = meeting("Lunch", "12:30-14:00", "Paris")
    (conflict,) = overlaps_in(trip(lunch, meeting("Audience", "12:45-13:15", "London")))
    assert conflict.message == (
        "Lunch 12:30–14:00 Paris and Audience 12:45–13:15 London overlap by 15 min."
    )
    assert not overlaps_in(trip(lunch, meeting("Audience", "13:30-13:50", "London")))


def test_touching_is_not_overlapping() -> None:
    assert not overlaps_in(trip(meeting("Lunch", "12:00-13:00"), meeting("Talks", "13:00-14:00")))


def test_a_long_audience_runs_into_the_next_meeting_whose_end_is_assumed() -> None:
    audience = meeting("Audience", "12:00-13:15", "Vatican City", kind=MeetingKind.AUDIENCE)
    (conflict,) = overlaps_in(trip(audience, meeting("Parolin", "12:55", "Vatican City")))
    assert conflict.severity is Severity.WARNING
    assert conflict.message == (
        "Audience 12:00–13:15 and Parolin 12:55 (assuming 45 min) Vatican City overlap by 20 min."
    )


WELCOME = meeting("Welcome", "19:25", kind=MeetingKind.CEREMONY)


@pytest.mark.parametrize(
    ("welcome", "start", "severity"),
    [
        (WELCOME, "19:25", Severity.WARNING),
        (WELCOME, "19:39", Severity.WARNING),
        (WELCOME, "19:40", Severity.NOTICE),
        (WELCOME, "19:54", Severity.NOTICE),
        (replace(WELCOME, minutes=30), "19:54", Severity.WARNING),
        (replace(WELCOME, minutes=30, status=Status.TENTATIVE), "19:54", Severity.WARNING),
        (replace(WELCOME, status=Status.HELD), "19:26", Severity.NOTICE),
    ],
)
def test_in_a_chain_of_starts_the_usual_length_is_only_to_be_noticed(
    welcome: Meeting, start: str, severity: Severity
) -> None:
    reception = meeting("Reception", start, kind=MeetingKind.RECEPTION)
    (conflict,) = overlaps_in(trip(welcome, reception))
    assert conflict.severity is severity


def test_what_is_usually_longer_is_to_be_stated_and_nobody_is_to_move() -> None:
    reception = meeting("Reception", "19:45", kind=MeetingKind.RECEPTION)
    (conflict,) = overlaps_in(trip(WELCOME, reception))
    assert conflict.message == (
        "Welcome 19:25 (assuming 30 min) and Reception 19:45 (assuming 60 min) Paris overlap "
        "by 10 min."
    )
    assert conflict.way_out == "state how long Welcome takes, 20 min at most"


@pytest.mark.parametrize(
    ("first", "second", "overlap"),
    [
        (WELCOME, meeting("Reception", "19:45"), False),
        (movement(Mode.HELICOPTER, "Élysée", "Orly", "19:25"), meeting("Talks", "19:30"), False),
        (movement(Mode.HELICOPTER, "Orly", "Élysée", "-19:40"), meeting("Talks", "19:00"), False),
        (WELCOME, meeting("Reception", "19:25"), True),
        (meeting("Lunch", "12:00-13:00"), meeting("Talks", "12:30"), True),
    ],
)
def test_what_was_held_did_not_overlap_by_a_length_that_nobody_stated(
    first: Meeting | Movement, second: Meeting, *, overlap: bool
) -> None:
    assert overlaps_in(trip(first, second))
    held = [replace(each, status=Status.HELD) for each in (first, second)]
    assert bool(overlaps_in(trip(held))) is overlap


def test_a_working_lunch_that_runs_into_the_motorcade_overlaps_it() -> None:
    lunch = meeting("Lunch", "12:00-13:50", venue="Élysée")
    (conflict,) = overlaps_in(trip(lunch, motorcade("Élysée", "Orly", "13:40-14:10")))
    assert conflict.message == (
        "Lunch 12:00–13:50 and Motorcade Élysée–Orly 13:40–14:10 Paris overlap by 10 min."
    )
    assert conflict.way_out == "end Lunch by 13:40 Paris"


def test_a_flight_is_told_by_the_clocks_of_both_its_ends() -> None:
    (conflict,) = overlaps_in(
        trip(
            flight("Orly", "Northolt", "14:30-14:40"), meeting("Audience", "14:00-15:00", "London")
        )
    )
    assert "Government aircraft Orly–Northolt 14:30 Paris–14:40 London and " in conflict.message


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Status.TENTATIVE, Status.TENTATIVE),
        (Status.TENTATIVE, Status.CONFIRMED),
        (Status.PROPOSED, Status.HELD),
    ],
)
def test_unless_both_are_firm_it_is_a_warning(one: Status, other: Status) -> None:
    first = meeting("Lunch", "12:00-13:30", status=one)
    (conflict,) = overlaps_in(trip(first, meeting("Talks", "13:00-14:00", status=other)))
    assert conflict.severity is Severity.WARNING


def test_held_and_confirmed_are_both_firm() -> None:
    lunch = meeting("Lunch", "12:00-13:30", status=Status.HELD)
    (conflict,) = overlaps_in(trip(lunch, meeting("Talks", "13:00-14:00")))
    assert conflict.severity is Severity.ERROR


def test_the_one_that_is_not_firm_is_to_give_way() -> None:
    lunch = meeting("Lunch", "12:00-13:30", status=Status.TENTATIVE)
    (conflict,) = overlaps_in(trip(lunch, meeting("Talks", "13:00-14:00")))
    assert conflict.way_out == "end Lunch by 13:00 Paris"


def test_what_is_fixed_is_never_asked_to_move() -> None:
    lunch = meeting("Lunch", "12:00-13:30", fixed=True)
    (conflict,) = overlaps_in(trip(lunch, meeting("Talks", "13:00-14:00", fixed=True)))
    assert conflict.way_out == ""


LUNCH = meeting("Lunch", "12:00-13:30")


@pytest.mark.parametrize(
    "other",
    [
        meeting("Talks", "13:00-14:00", status=Status.CANCELLED),
        meeting("Talks", "13:00-14:00", status=Status.DECLINED),
        meeting("Talks", "13:00-14:00", status=Status.POSTPONED),
        meeting("Talks", "13:00-14:00", status=Status.SUPERSEDED),
        meeting("Talks", "13:00-14:00", informational=True),
        meeting("Talks", "13:00-14:00", occupies_principal=False),
        meeting("Talks", "13:00-14:00", attends=Attends.DELEGATION),
        meeting("Talks", "13:00-14:00", attends=Attends.SPOUSE),
        meeting("Talks", "13:00-14:00", part_of="Lunch"),
        meeting("Talks"),
        meeting("Talks", "13:00-13:00"),
        motorcade("Élysée", "Orly", "13:00-13:20", status=Status.CANCELLED),
    ],
)
def test_what_does_not_take_the_principal_does_not_overlap(other: Meeting) -> None:
    assert not overlaps_in(trip(LUNCH, other))


def test_alternatives_of_one_choice_do_not_overlap_each_other_but_others() -> None:
    museum = meeting("Museum", "14:00-15:00", choice="afternoon")
    walk = meeting("Walk", "14:00-15:00", choice="afternoon")
    assert not overlaps_in(trip(museum, walk))
    (conflict,) = overlaps_in(trip(museum, walk, meeting("Talks", "14:30-15:30")))
    assert conflict.subjects == ("Museum", "Walk", "Talks")
    assert conflict.shortfall == 30


def test_alternatives_of_different_choices_overlap() -> None:
    museum = meeting("Museum", "14:00-15:00", choice="afternoon")
    assert overlaps_in(trip(museum, meeting("Talks", "14:30-15:30", choice="talks")))


def test_a_part_of_a_part_does_not_overlap_the_whole() -> None:
    summit = meeting("Summit", "09:00-18:00", kind=MeetingKind.PLENARY)
    dinner = meeting("Lunch", "12:00-13:30", part_of="Summit")
    assert not overlaps_in(
        trip(summit, dinner, meeting("Pull-aside", "12:30-12:40", part_of="Lunch"))
    )


def test_two_parts_of_one_meeting_overlap() -> None:
    summit = meeting("Summit", "09:00-18:00")
    (conflict,) = overlaps_in(
        trip(
            summit,
            meeting("Photo", "12:00-12:20", part_of="Summit"),
            meeting("Pull-aside", "12:10-12:30", part_of="Summit"),
        )
    )
    assert conflict.subjects == ("Photo", "Pull-aside")


def test_to_the_outside_the_whole_speaks_for_its_parts() -> None:
    (conflict,) = overlaps_in(
        trip(
            meeting("Summit", "09:00-18:00"),
            meeting("Photo", "12:00-12:20", part_of="Summit"),
            meeting("Call", "12:10-12:30"),
        )
    )
    assert conflict.subjects == ("Summit", "Call")


def test_a_part_that_outlasts_its_whole_speaks_for_itself_there() -> None:
    (conflict,) = overlaps_in(
        trip(
            meeting("Summit", "09:00-12:00"),
            meeting("Photo", "11:50-12:20", part_of="Summit"),
            meeting("Talks", "12:10-12:30"),
        )
    )
    assert conflict.subjects == ("Photo", "Talks")
    assert conflict.shortfall == 10


def test_a_part_of_what_was_cancelled_stands_alone() -> None:
    assert overlaps_in(
        trip(
            meeting("Summit", "09:00-18:00", status=Status.CANCELLED),
            meeting("Photo", "12:00-12:20", part_of="Summit"),
            meeting("Talks", "12:10-12:30", part_of="Summit"),
        )
    )


def test_meetings_that_are_part_of_each_other_still_overlap_a_third() -> None:
    (conflict,) = overlaps_in(
        trip(
            meeting("Chicken", "12:00-13:00", part_of="Egg"),
            meeting("Egg", "13:00-14:00", part_of="Chicken"),
            meeting("Talks", "12:30-13:00"),
        )
    )
    assert conflict.subjects == ("Chicken", "Talks")


def test_many_at_once_are_one_conflict() -> None:
    itinerary = trip(meeting(f"Meeting {number}", "12:00-13:00") for number in range(6))
    (conflict,) = overlaps_in(itinerary)
    assert len(conflict.subjects) == 6
    assert conflict.message == (
        "6 entries overlap, for 60 min in all: Meeting 0 12:00–13:00, Meeting 1 12:00–13:00, "
        "Meeting 2 12:00–13:00 Paris and 3 others."
    )


def test_four_at_once_are_all_named() -> None:
    itinerary = trip(meeting(f"Meeting {number}", "12:00-13:00") for number in range(4))
    (conflict,) = overlaps_in(itinerary)
    assert conflict.message.endswith("12:00–13:00 and Meeting 3 12:00–13:00 Paris.")


def test_short_meetings_inside_a_long_one_are_told_apart() -> None:
    itinerary = trip(
        meeting("Summit", "09:00-18:00"),
        meeting("Macron", "10:00-10:30"),
        meeting("Merz", "11:00-11:30"),
    )
    pairs = [conflict.subjects for conflict in overlaps_in(itinerary)]
    assert pairs == [("Summit", "Macron"), ("Summit", "Merz")]


def test_a_group_is_an_error_only_where_two_firm_ones_meet() -> None:
    unsure = meeting("Drop-by", "12:30-13:00", status=Status.TENTATIVE)
    itinerary = trip(meeting("Lunch", "12:00-12:45"), unsure, meeting("Talks", "12:45-13:30"))
    assert {conflict.severity for conflict in overlaps_in(itinerary)} == {Severity.WARNING}
    itinerary = trip(meeting("Lunch", "12:00-12:50"), unsure, meeting("Talks", "12:45-13:30"))
    assert {conflict.severity for conflict in overlaps_in(itinerary)} == {Severity.ERROR}


@pytest.mark.parametrize(
    "movements",
    [
        [motorcade("Matignon", "Orly", "13:40-14:40"), flight("Orly", "Northolt", "14:30-14:40")],
        [flight("Northolt", "Orly", "13:00-15:00"), motorcade("Orly", "Élysée", "14:50-15:30")],
    ],
)
def test_a_motorcade_that_runs_into_a_flight_is_a_transfer_and_no_overlap(
    movements: list[Record],
) -> None:
    itinerary = trip(movements)
    assert not overlaps_in(itinerary)
    assert len(found("transfer-too-short", itinerary)) == 1


def test_two_flights_at_once_overlap() -> None:
    assert overlaps_in(
        trip(
            flight("Orly", "Northolt", "14:30-14:40"),
            flight("Orly", "Haneda", "2025-03-17T14:40/2025-03-18T11:00"),
        )
    )


def test_a_movement_without_an_arrival_takes_at_least_its_departure() -> None:
    walk = movement(Mode.ON_FOOT, "Paris", "Paris", "13:00")
    (conflict,) = overlaps_in(trip(meeting("Lunch", "12:00-13:30"), walk))
    assert conflict.severity is Severity.WARNING


def test_a_movement_without_an_arrival_takes_as_long_as_estimated() -> None:
    helicopter = movement(Mode.HELICOPTER, "Élysée", "Orly", "13:00")
    itinerary = trip(meeting("Lunch", "13:05-13:30"), helicopter)
    (conflict,) = overlaps_in(itinerary)
    assert conflict.severity is Severity.WARNING
    assert "(estimated " in conflict.message


def test_a_typed_way_is_no_overlap() -> None:
    itinerary = trip(
        meeting("Lunch", "12:00-13:00", venue="Élysée"),
        meeting("Talks", "13:00-14:00", venue="Matignon"),
        takes(10, "Élysée", "Matignon"),
    )
    assert not overlaps_in(itinerary)


def test_of_two_that_start_together_the_one_that_may_move_starts_later() -> None:
    fixed = meeting("Talks", "12:00-14:00", fixed=True)
    (conflict,) = overlaps_in(trip(meeting("Lunch", "12:00-13:30"), fixed))
    assert conflict.way_out == "start Lunch at 14:00 Paris or later"


@pytest.mark.parametrize("times", ["14:30-14:35", "14:30-15:10"])
def test_a_motorcade_that_does_not_lead_to_the_flight_overlaps_it(times: str) -> None:
    itinerary = trip(
        flight("Orly", "Northolt", "14:30-14:00"), motorcade("Matignon", "Orly", times)
    )
    assert len(overlaps_in(itinerary)) == 1
    assert not found("transfer-too-short", itinerary)


def test_a_movement_without_a_departure_takes_the_time_before_its_arrival() -> None:
    landing = movement(Mode.HELICOPTER, "Orly", "Élysée", "-13:00")
    (conflict,) = overlaps_in(trip(meeting("Lunch", "12:00-12:55"), landing))
    assert conflict.severity is Severity.WARNING
    assert not overlaps_in(trip(meeting("Lunch", "13:00-13:30"), landing))


def test_without_both_its_ends_a_movement_is_not_estimated() -> None:
    lost = movement(Mode.HELICOPTER, "Élysée", "Orly", "13:00", destination_venue=None)
    (conflict,) = overlaps_in(trip(meeting("Lunch", "12:00-13:30"), lost))
    assert conflict.shortfall == 1


def test_a_part_of_a_ring_is_part_of_nothing() -> None:
    itinerary = trip(
        meeting("Chicken", "12:00-13:00", part_of="Egg"),
        meeting("Egg", "12:00-13:00", part_of="Chicken"),
        meeting("Feather", "12:00-13:00", part_of="Chicken"),
    )
    (conflict,) = overlaps_in(itinerary)
    assert conflict.subjects == ("Chicken", "Egg", "Feather")


def test_an_entry_waits_for_the_motorcade_that_leads_to_it() -> None:
    audience = meeting("Audience", "12:35-13:05", venue="Élysée")
    (conflict,) = overlaps_in(trip(audience, motorcade("Orly", "Élysée", "12:40-12:55")))
    assert conflict.way_out == "start Audience at 12:55 Paris or later"


def test_beside_a_flight_there_is_no_simple_way_out() -> None:
    dinner = meeting("Dinner", "21:00-23:20", venue="Élysée")
    (conflict,) = overlaps_in(trip(dinner, flight("Orly", "Northolt", "23:15-23:30")))
    assert conflict.way_out == ""


def test_where_manifests_name_the_principal_the_flight_of_others_is_not_his() -> None:
    flown = flight("Orly", "Northolt", "14:30-14:40")
    advance = flight("Orly", "Northolt", "09:00-09:10", id="advance")
    visit = meeting("Visit", "08:45-09:30", "Paris")
    aboard = of_ours("R. Advance", advance)
    assert overlaps_in(trip(visit, flown, advance, aboard))
    both = [*aboard, *of_ours("Principal", flown, role=Role.PRINCIPAL)]
    assert not overlaps_in(trip(visit, flown, advance, both))


SUMMIT = meeting("Summit", "10:00-11:00")


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        (
            [
                meeting("Photo", "10:30-11:30", part_of="Summit"),
                meeting("Aside", "10:30-11:20", part_of="Summit"),
            ],
            ["Aside 10:30–11:20 and Photo 10:30–11:30 Paris overlap by 50 min."],
        ),
        (
            [
                meeting("Photo", "09:00-12:00", part_of="Summit"),
                meeting("Aside", "09:30-11:30", part_of="Summit"),
            ],
            ["Photo 09:00–12:00 and Aside 09:30–11:30 Paris overlap by 120 min."],
        ),
        (
            [
                meeting("Photo", "09:00-12:00", part_of="Summit"),
                meeting("Talks", "08:30-12:30"),
            ],
            [
                "Talks 08:30–12:30 and Photo 09:00–12:00 Paris overlap by 120 min.",
                "Talks 08:30–12:30 and Summit 10:00–11:00 Paris overlap by 60 min.",
            ],
        ),
        (
            [
                meeting("Photo", "09:00-12:00", part_of="Summit"),
                meeting("Talks", "08:30-12:30"),
                meeting("Visit", "08:30-12:30"),
            ],
            [
                (
                    "4 entries overlap, for 240 min in all: Talks 08:30–12:30, "
                    "Visit 08:30–12:30, Photo 09:00–12:00 and Summit 10:00–11:00 Paris."
                )
            ],
        ),
    ],
)
def test_what_sticks_out_of_its_whole_is_told_once_with_all_its_minutes(
    entries: list[Meeting], said: list[str]
) -> None:
    conflicts = overlaps_in(trip(SUMMIT, entries))
    assert [conflict.message for conflict in conflicts] == said
    for conflict in conflicts:
        assert len(conflict.subjects) == len(set(conflict.subjects))


def test_groups_that_share_a_whole_and_its_part_stay_apart() -> None:
    conflicts = overlaps_in(
        trip(
            [meeting(title, "10:00-10:15") for title in ("Talks", "Visit")],
            meeting("Aside", "10:01-10:21"),
            meeting("Photo", "10:00-10:45", part_of="Aside"),
            [meeting(title, "10:15-11:00") for title in ("Lunch", "Walk")],
        )
    )
    assert [(sorted(each.subjects), each.shortfall) for each in conflicts] == [
        (["Aside", "Photo", "Talks", "Visit"], 15),
        (["Aside", "Lunch", "Photo", "Walk"], 45),
    ]
