"""What holds of every trip, however odd: over random itineraries."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from planner.conflicts import Conflict, Occupied, Surroundings, check
from planner.conflicts.registry import rules
from planner.itinerary import Itinerary
from planner.moments import Moment
from planner.records import Meeting, Movement, Record, Stop, Trip, Unavailability, Venue
from planner.records.shape import Form, shape_of
from planner.records.words import (
    Attends,
    FollowUpState,
    Interpretation,
    MeetingKind,
    Mode,
    OutcomeState,
    Response,
    Role,
    Side,
    Stance,
    Status,
    TopicState,
)
from tests.planner.building import (
    PLACES,
    VENUES,
    as_of,
    follow_up,
    meeting,
    moment,
    movement,
    outcome,
    sits_in,
    stop,
    takes,
    topic,
    trip,
)

NAMES = ("A", "B", "C", "D", "E")
PEOPLE = ("Jeanne Roy", "Anna Weiss", "Emmanuel Macron")
CITIES = ("Paris", "London", "Rome", "Vatican City", "Tokyo")
ZONES = tuple(PLACES[city].zone for city in CITIES)


@cache
def moments(zones: Sequence[str]) -> st.SearchStrategy[Moment | None]:
    """Return moments round the night on which Europe changes its clocks."""
    first = datetime(2025, 3, 29)  # noqa: DTZ001 - a wall time, which is what a Moment holds
    return st.none() | st.builds(
        lambda minutes, zone: Moment(first + timedelta(minutes=minutes), zone),
        st.integers(0, 2 * 24 * 60),
        st.sampled_from(zones),
    )


@cache
def stops(zones: Sequence[str]) -> st.SearchStrategy[list[Stop]]:
    """Return cities, each with when it is reached and left."""
    cities = st.tuples(st.sampled_from(CITIES), moments(zones), moments(zones))
    return st.lists(cities, unique_by=lambda each: each[0], max_size=4).map(
        lambda found: [
            stop(city, arrive=arrive, depart=depart, position=number)
            for number, (city, arrive, depart) in enumerate(found)
        ]
    )


@cache
def meetings(name: str, zones: Sequence[str]) -> st.SearchStrategy[Meeting]:
    """Return meetings of one id."""
    return st.builds(
        meeting,
        st.just(name),
        stop=st.sampled_from([None, *CITIES]),
        venue=st.sampled_from([None, *VENUES]),
        kind=st.sampled_from(MeetingKind),
        status=st.sampled_from(Status),
        start=moments(zones),
        minutes=st.none() | st.integers(-10, 900),
        part_of=st.sampled_from([None, None, *NAMES]),
        choice=st.sampled_from(["", "", "this or that"]),
        informational=st.booleans(),
        attends=st.sampled_from(Attends),
        buffer_before=st.integers(-5, 30),
        interpretation=st.sampled_from(Interpretation),
        fixed=st.booleans(),
    )


@cache
def movements(name: str, zones: Sequence[str]) -> st.SearchStrategy[Movement]:
    """Return movements of one id."""
    return st.builds(
        movement,
        st.sampled_from(Mode),
        st.sampled_from([*VENUES, *CITIES]),
        st.sampled_from([*VENUES, *CITIES]),
        st.just(""),
        id=st.just(name),
        depart=moments(zones),
        arrive=moments(zones),
        status=st.sampled_from(Status),
        boarding_minutes=st.none() | st.integers(0, 60),
    )


def entries(zones: Sequence[str]) -> list[st.SearchStrategy[Record]]:
    """Return what the entries of a trip may be, which can name each other."""
    return [*(meetings(name, zones) for name in NAMES), *(movements(each, zones) for each in "FGH")]


SEATS = st.lists(
    st.tuples(
        st.sampled_from(PEOPLE),
        st.fixed_dictionaries(
            {
                "side": st.sampled_from(Side),
                "role": st.sampled_from(Role),
                "response": st.none() | st.sampled_from(Response),
            }
        ),
    ),
    unique_by=lambda each: each[0],
    max_size=3,
)
"""Who is in an entry, and as what."""

SUBSTANCE: st.SearchStrategy[tuple[Record, ...]] = st.tuples(
    st.builds(
        topic,
        st.just("Trade"),
        st.none() | st.integers(-5, 90),
        st.sampled_from(NAMES),
        stance=st.sampled_from(Stance),
        state=st.sampled_from(TopicState),
    ),
    st.builds(outcome, st.just("Accord"), st.sampled_from(OutcomeState), st.sampled_from(NAMES)),
    st.builds(
        lambda due, state: replace(follow_up("Report"), due=due, state=state),
        st.none() | st.dates(date(2025, 3, 28), date(2025, 4, 2)),
        st.sampled_from(FollowUpState),
    ),
    st.integers(-5, 90).map(lambda minutes: takes(minutes, "Élysée", "Orly")),
)
"""What the entries are about, what comes of them, and how long a way takes."""


@cache
def absences(zones: Sequence[str]) -> st.SearchStrategy[list[Unavailability]]:
    """Return when somebody cannot be met, if somebody cannot."""
    return st.builds(
        lambda person, start, end: (
            [Unavailability(id="away", person=person, start=start, end=end)]
            if start and end
            else []
        ),
        st.sampled_from(PEOPLE),
        moments(zones),
        moments(zones),
    )


PARENTS = st.sampled_from([None, "Élysée", "Matignon"])


@st.composite
def itineraries(draw: st.DrawFn, zones: Sequence[str] = ZONES) -> Itinerary:
    """Return a small trip in which anything may be missing, backwards or in a ring."""
    chosen = draw(st.lists(st.sampled_from(entries(zones)), unique=True))
    kept = [draw(each) for each in chosen]
    seats = [
        seat
        for entry in kept
        for person, seated in draw(SEATS)
        for seat in sits_in(person, entry, **seated)
    ]
    rooms = [replace(VENUES[name], parent=draw(PARENTS)) for name in ("Élysée", "Matignon")]
    venues: list[Venue] = [each for each in rooms if each.parent != each.id]
    about = [*seats, *draw(SUBSTANCE), *draw(absences(zones))]
    return trip(draw(stops(zones)), venues, kept, about)


ELSEWHERE = Occupied("Anna Weiss", 1743290000, 1743297200, "Rome", "Dinner", is_firm=True)
SURROUNDINGS = as_of("2025-03-30T12:00[UTC]", elsewhere=[ELSEWHERE])


def conflicts_in(itinerary: Itinerary, surroundings: Surroundings = SURROUNDINGS) -> list[Conflict]:
    return [finding.conflict for finding in check(itinerary, surroundings).findings]


@given(itineraries())
def test_every_trip_can_be_checked_and_each_conflict_is_reported_once_about_its_records(
    itinerary: Itinerary,
) -> None:
    for conflict in conflicts_in(itinerary):
        assert conflict.severity in rules()[conflict.rule].severities
        assert conflict.message.endswith(".")
        assert conflict.shortfall is None or conflict.shortfall >= 0
        assert len(set(conflict.subjects)) == len(conflict.subjects) > 0
        assert all(itinerary.find(subject) for subject in conflict.subjects)
    found = [(each.rule, each.subjects, each.message) for each in conflicts_in(itinerary)]
    assert len(found) == len(set(found))


@given(itineraries(), st.integers(0, 2**32))
def test_the_order_of_the_records_does_not_matter(itinerary: Itinerary, seed: int) -> None:
    records = list(itinerary.records)
    Random(seed).shuffle(records)  # noqa: S311 - no secret, a seeded order
    assert conflicts_in(Itinerary.of(records)) == conflicts_in(itinerary)


@given(itineraries())
def test_what_fell_away_makes_no_conflict_of_time_or_place(itinerary: Itinerary) -> None:
    gone = [
        replace(record, status=Status.CANCELLED)
        if isinstance(record, Meeting | Movement)
        else record
        for record in itinerary.records
    ]
    found = {each.rule for each in conflicts_in(Itinerary.of(gone))}
    about_records = {"ends-before-start", "nonexistent-local-time", "ambiguous-local-time"}
    assert found <= about_records | {"offset-shift", "outcome-not-held", "followup-incomplete"}


def shifted(record: Record, days: int) -> Record:
    """Return a record with all its days moved."""
    fields: dict[str, object] = {}
    for field in shape_of(type(record)).fields:
        value = getattr(record, field.name)
        if field.form is Form.MOMENT and isinstance(value, Moment):
            fields[field.name] = replace(value, wall=value.wall + timedelta(days))
        elif field.form is Form.DATE and isinstance(value, date):
            fields[field.name] = value + timedelta(days)
    changed: Record = replace(record, **fields)  # type: ignore[arg-type] # the same kinds of values
    return changed


def _by_the_clocks_of_tokyo(record: Record) -> Record:
    """Return a record without the clocks of a city that changes them."""
    if isinstance(record, Trip):
        return replace(record, home=PLACES["Tokyo"])
    if isinstance(record, Venue):
        return replace(record, place=replace(record.place, zone="Asia/Tokyo"))
    return record


@given(itineraries(zones=("Asia/Tokyo", "UTC")), st.integers(-200, 200))
def test_where_no_clocks_change_the_same_trip_weeks_later_has_the_same_conflicts(
    itinerary: Itinerary, weeks: int
) -> None:
    without_stops = [
        _by_the_clocks_of_tokyo(each) for each in itinerary.records if not isinstance(each, Stop)
    ]
    present = as_of(moment("2025-03-30T12:00", "UTC").to_text())
    later = replace(present, now=present.now + timedelta(weeks=weeks))
    moved = Itinerary.of(shifted(record, weeks * 7) for record in without_stops)
    assert [
        (each.rule, each.severity, each.subjects, each.shortfall)
        for each in conflicts_in(Itinerary.of(without_stops), present)
    ] == [
        (each.rule, each.severity, each.subjects, each.shortfall)
        for each in conflicts_in(moved, later)
    ]


def test_four_thousand_meetings_with_everybody_in_everything_are_one_conflict_a_rule() -> None:
    meetings = [meeting(f"M{number}", "10:00-11:00", venue="Élysée") for number in range(4000)]
    people = [sits_in(name, *meetings) for name in ("Macron", "Barrot")]
    found = conflicts_in(trip(meetings, *people), as_of("2025-03-10T12:00[UTC]"))
    grouped = {each.rule: len(each.subjects) for each in found if len(each.subjects) > 100}
    assert grouped == {
        "counterpart-overlap": 4002,
        "duplicate-meeting": grouped["duplicate-meeting"],
        "principal-overlap": 4000,
    }
    lacking = Counter(each.rule for each in found if each.rule not in grouped)
    assert lacking == {"missing-notetaker": 4000, "unconfirmed-counterpart": 4000}
