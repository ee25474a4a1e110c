import pytest

from planner.conflicts import Conflict, Severity
from planner.itinerary import Itinerary
from planner.records import Meeting, Movement, Participant, Place, Record
from planner.records.words import (
    MeetingKind,
    Mode,
    OfficeOf,
    RankClass,
    Response,
    Role,
    Side,
    Status,
)
from planner.settings import Limits
from tests.planner.building import (
    PLACES,
    as_of,
    flight,
    found,
    meeting,
    motorcade,
    movement,
    of_ours,
    stop,
    trip,
)
from tests.planner.conflicts.examples.acceptance import holds
from tests.planner.conflicts.examples.people import ARRIVAL, journey_to_paris

HOUR = meeting("Bilateral", "12:00-13:00", venue="Élysée")
GILL = of_ours("Paul Gill", HOUR)
ON_BOARD = of_ours("Anna Weiss", ARRIVAL)


def left_behind_in(itinerary: Itinerary, limits: Limits | None = None) -> list[Conflict]:
    return found("not-on-manifest", itinerary, as_of(limits=limits))


def test_who_is_in_the_room_is_on_the_way_there() -> None:
    (conflict,) = left_behind_in(journey_to_paris(HOUR, GILL))
    assert conflict.severity is Severity.WARNING
    assert conflict.message == "Paul Gill is in Bilateral in Paris, but on no movement there."
    assert conflict.subjects == (ARRIVAL.id, "Paul Gill", "Bilateral")
    assert HOUR.start
    assert conflict.at == HOUR.start.instant
    assert conflict.way_out == "name Paul Gill on Government aircraft Trudeau Airport–Orly"
    assert conflict.fold == "Not on a manifest"


def test_somebody_in_many_meetings_at_a_stop_is_named_once() -> None:
    talks = [
        meeting(f"Talks {number}", f"{10 + number}:00-{10 + number}:30") for number in range(6)
    ]
    (conflict,) = left_behind_in(journey_to_paris(talks, of_ours("Paul Gill", *reversed(talks))))
    assert conflict.message == (
        "Paul Gill is in Talks 0, Talks 1, Talks 2 and 3 others in Paris, but on no movement there."
    )
    assert conflict.subjects[2:] == ("Talks 0", "Talks 1", "Talks 2", "Talks 3")


def test_everybody_and_every_stop_is_a_conflict_of_its_own() -> None:
    onwards = flight("Orly", "Northolt", "15:00-15:10")
    talks = meeting("Talks", "17:00-18:00", "London")
    itinerary = journey_to_paris(
        HOUR,
        onwards,
        talks,
        stop("London"),
        of_ours("Anna Weiss", onwards),
        of_ours("Paul Gill", HOUR, talks),
        of_ours("Lea Kohl", HOUR, onwards, talks),
    )
    assert [conflict.subjects[1:] for conflict in left_behind_in(itinerary)] == [
        ("Lea Kohl", "Bilateral"),
        ("Paul Gill", "Bilateral"),
        ("Paul Gill", "Talks"),
    ]


BY_TRAIN = movement(Mode.RAIL, "London", "Paris", "09:00-12:20")


@pytest.mark.parametrize(
    ("manifest", "fires"),
    [
        (of_ours("Paul Gill", ARRIVAL), False),
        (of_ours("Paul Gill", ARRIVAL, side=Side.THIRD), False),
        (of_ours("Paul Gill", ARRIVAL, response=Response.DECLINED), True),
        ([BY_TRAIN, *of_ours("Paul Gill", BY_TRAIN)], False),
        (of_ours("Paul Gill", ARRIVAL, person=None, words="12 officials"), False),
        (of_ours("12", ARRIVAL, person=None, words="2 officers", role=Role.SECURITY), True),
    ],
)
def test_any_movement_to_the_stop_counts_and_words_may_mean_anybody_in_that_role(
    manifest: list[Record], *, fires: bool
) -> None:
    assert bool(left_behind_in(journey_to_paris(HOUR, GILL, manifest))) is fires


@pytest.mark.parametrize(
    "way",
    [
        motorcade("Orly", "Élysée", "10:00-10:40"),
        flight("Orly", "Northolt", "15:00-15:10"),
        flight("Trudeau Airport", "Orly", "00:30-07:30", id="other", status=Status.CANCELLED),
    ],
)
def test_a_drive_within_the_stop_a_way_out_and_what_fell_away_do_not_lead_there(
    way: Movement,
) -> None:
    assert left_behind_in(journey_to_paris(HOUR, GILL, way, of_ours("Paul Gill", way)))
    assert not left_behind_in(trip(stop("Paris"), way, HOUR, GILL, of_ours("Anna Weiss", way)))


@pytest.mark.parametrize(
    "manifest",
    [
        [],
        of_ours("Jeanne Roy", ARRIVAL, role=Role.PRINCIPAL),
        of_ours("Crew", ARRIVAL, person=None, words="6 crew", role=Role.STAFF),
        of_ours("Macron", ARRIVAL, side=Side.THEIRS),
        of_ours("Anna Weiss", ARRIVAL, response=Response.DECLINED),
    ],
)
def test_where_nobody_of_ours_is_named_no_manifest_is_kept(manifest: list[Participant]) -> None:
    assert not left_behind_in(trip(stop("Paris"), ARRIVAL, HOUR, GILL, manifest))


@pytest.mark.parametrize(
    "seat",
    [
        of_ours("Jeanne Roy", HOUR, role=Role.PRINCIPAL),
        of_ours("Macron", HOUR, side=Side.THEIRS),
        of_ours("Officials", HOUR, person=None, words="4 officials"),
        of_ours("Paul Gill", HOUR, response=Response.DECLINED),
        of_ours("Paul Gill", HOUR, role=Role.GREETER),
    ],
)
def test_the_principal_the_others_and_who_is_not_named_or_only_greets_are_left_out(
    seat: list[Participant],
) -> None:
    assert not left_behind_in(journey_to_paris(HOUR, seat))


@pytest.mark.parametrize(
    "talks",
    [
        meeting("Bilateral", "12:00-13:00", status=Status.HELD),
        meeting("Bilateral", "12:00-13:00", status=Status.CANCELLED),
        meeting("Bilateral", "12:00-13:00", informational=True),
        meeting("Bilateral", minutes=60),
        meeting("Bilateral", "12:00-13:00", kind=MeetingKind.CALL),
        meeting("Bilateral", "12:00-13:00", stop=None),
    ],
)
def test_what_is_over_fell_away_or_has_no_hour_or_place_is_left_alone(talks: Meeting) -> None:
    assert not left_behind_in(journey_to_paris(talks, of_ours("Paul Gill", talks)))


@pytest.mark.parametrize("field", ["mission_contact", "host_contact", "control_room"])
@pytest.mark.parametrize(
    ("words", "fires"), [("PAUL GILL, +33 1 23", False), ("Paul Gillard", True), ("", True)]
)
def test_a_contact_of_the_stop_is_local(field: str, words: str, *, fires: bool) -> None:
    itinerary = trip(ARRIVAL, ON_BOARD, HOUR, GILL, stop("Paris", **{field: words}))
    assert bool(left_behind_in(itinerary)) is fires


@pytest.mark.parametrize(
    ("rank", "until", "fires"),
    [
        (RankClass.AMBASSADOR, "2025-03-17", False),
        (RankClass.AMBASSADOR, "2025-03-16", True),
        (RankClass.MINISTER, "2025-03-17", True),
    ],
)
def test_an_ambassador_is_local_on_the_day(rank: RankClass, until: str, *, fires: bool) -> None:
    post = holds("Paul Gill", "Ambassador", "", until, rank=rank, of="CA", of_kind=OfficeOf.STATE)
    assert bool(left_behind_in(journey_to_paris(HOUR, GILL, post))) is fires


@pytest.mark.parametrize(
    ("home", "starts_from", "km", "fires"),
    [
        ("Ottawa", None, 100, True),
        ("Paris", None, 100, False),
        ("Ottawa", PLACES["Paris"], 100, False),
        ("Brussels", None, 100, True),
        ("Brussels", None, 300, False),
    ],
)
def test_at_home_nobody_needs_a_way(
    home: str, starts_from: Place | None, km: int, *, fires: bool
) -> None:
    itinerary = trip(
        stop("Paris"), ARRIVAL, ON_BOARD, HOUR, GILL, home=home, starts_from=starts_from
    )
    assert bool(left_behind_in(itinerary, Limits(same_stop_km=km))) is fires


@pytest.mark.parametrize(
    ("first", "second", "days", "severity"),
    [
        (Status.CONFIRMED, Status.CONFIRMED, 7, Severity.WARNING),
        (Status.CONFIRMED, Status.CONFIRMED, 1, Severity.NOTICE),
        (Status.PROPOSED, Status.PROPOSED, 7, Severity.NOTICE),
        (Status.PROPOSED, Status.CONFIRMED, 7, Severity.WARNING),
    ],
)
def test_it_is_as_bad_as_in_the_firmest_of_the_meetings(
    first: Status, second: Status, days: int, severity: Severity
) -> None:
    talks = [
        meeting("Bilateral", "12:00-13:00", status=first),
        meeting("Lunch", "13:00-14:00", status=second),
    ]
    itinerary = journey_to_paris(talks, of_ours("Paul Gill", *talks))
    (conflict,) = left_behind_in(itinerary, Limits(completeness_days=days))
    assert conflict.severity is severity


def test_an_outing_from_a_stop_takes_no_other_manifest() -> None:
    landing = flight("Trudeau Airport", "Rome", "00:30-09:30")
    audience = meeting("Audience", "12:00-13:00", "Vatican City", venue="Apostolic Palace")
    itinerary = trip(
        stop("Rome", "", "17/19"),
        stop("Vatican City", "", "17/17"),
        landing,
        audience,
        of_ours("Anna Weiss", landing, audience),
    )
    assert not left_behind_in(itinerary)
