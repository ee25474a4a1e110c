"""Overlaps and ways that are too short, against an oracle that works from the definitions alone.

Zones whose clocks change in those hours, some that lie a day apart, and entries close to the change
and to one another: most examples have something to find.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import permutations
from zoneinfo import ZoneInfo

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from planner.conflicts import Conflict, Occupied
from planner.moments import Moment
from planner.records import Meeting, Movement, Record, Unavailability
from planner.records.words import Attends, MeetingKind, Mode, Response, Status
from tests.laws import tried
from tests.planner.building import as_of, found, meeting, movement, sits_in, takes, trip
from tests.planner.conflicts.oracle import (
    Group,
    Taken,
    groups,
    of_person,
    of_principal,
    short_ways,
    when,
)

CHANGES = {
    "2025-03-30T01:00": ("Europe/London", "Europe/Paris", "Asia/Kathmandu"),
    "2025-10-26T01:00": ("Europe/London", "Europe/Paris", "America/Toronto"),
    "2025-03-09T07:00": ("America/Toronto", "Europe/London", "Asia/Tokyo"),
    "2025-11-02T06:00": ("America/Toronto", "Europe/Paris", "Pacific/Kiritimati"),
    "2025-04-05T15:00": ("Australia/Lord_Howe", "Asia/Tokyo", "Asia/Kathmandu"),
    "2025-10-04T15:30": ("Australia/Lord_Howe", "Pacific/Apia", "Asia/Kathmandu"),
    "2025-03-17T10:15": ("Pacific/Apia", "Pacific/Kiritimati", "America/Toronto"),
    "2011-12-30T10:00": ("Pacific/Apia", "Pacific/Kiritimati", "Asia/Tokyo"),
}
"""When clocks are changed, in UTC, and the zones of that example; Samoa once skipped a day."""
EXAMPLES = 120
"""More than usual: what goes wrong needs several of them to meet."""
NAMES = "ABCDEF"
FLIGHTS = "XY"
PEOPLE = ("Anna Weiss", "Emmanuel Macron")
VENUES = ("Élysée", "Matignon", "Orly")
MINUTES = st.builds(
    int.__add__, st.integers(-4, 4).map(lambda n: n * 15), st.sampled_from([0, 0, -1, 1, 7])
)
STATUSES = st.sampled_from([*[Status.CONFIRMED] * 12, Status.HELD, *Status])
SELDOM = st.sampled_from([False] * 11 + [True])


def walls(change: str, zone: str) -> tuple[datetime, datetime]:
    """Return what clocks show at the change, as if it had not been made, and with it made."""
    at = datetime.fromisoformat(change).replace(tzinfo=UTC)
    shown = [each.astimezone(ZoneInfo(zone)) for each in (at - timedelta(hours=3), at)]
    before, after = (each.replace(tzinfo=None, fold=0) for each in shown)
    return before + timedelta(hours=3), after


@cache
def moments(change: str) -> st.SearchStrategy[Moment]:
    """Return hours round a change of clocks: some occur twice, or never."""
    bases = [(wall, zone) for zone in CHANGES[change] for wall in walls(change, zone)]
    return st.builds(
        lambda base, minutes, fold: Moment(base[0] + timedelta(minutes=minutes), base[1], fold),
        st.sampled_from(bases),
        MINUTES,
        st.sampled_from([None, None, 0, 1]),
    )


@cache
def meetings(name: str, change: str) -> st.SearchStrategy[Meeting]:
    """Return meetings of one id, which may be part of those before it in the alphabet."""
    return st.builds(
        meeting,
        st.just(name),
        stop=st.none(),
        kind=st.sampled_from(MeetingKind),
        status=STATUSES,
        start=moments(change),
        minutes=st.sampled_from([None, 15, 30, 45, 60, 90, 120, None, 0]),
        part_of=st.sampled_from([*[None] * 5, *NAMES[: NAMES.index(name)]]),
        choice=st.sampled_from([*[""] * 4, "this or that"]),
        informational=SELDOM,
        occupies_principal=SELDOM.map(lambda seldom: not seldom),
        attends=st.sampled_from([Attends.PRINCIPAL] * 11 + [Attends.SPOUSE]),
    )


@cache
def flights(name: str, change: str) -> st.SearchStrategy[Movement]:
    """Return flights over the date line, some of which arrive before they leave."""
    return st.builds(
        movement,
        st.just(Mode.GOVERNMENT_AIRCRAFT),
        st.just("Tokyo"),
        st.just("Ottawa"),
        st.just(""),
        id=st.just(name),
        depart=moments(change),
        arrive=moments(change),
        status=STATUSES,
    )


@st.composite
def programmes(draw: st.DrawFn, change: str) -> list[Meeting | Movement]:
    kept: list[Meeting | Movement] = []
    kept += [draw(meetings(name, change)) for name in NAMES[: draw(st.integers(4, len(NAMES)))]]
    kept += [draw(flights(name, change)) for name in FLIGHTS[: draw(st.integers(0, len(FLIGHTS)))]]
    return kept


Programme = list[Meeting | Movement]
changes = st.sampled_from(list(CHANGES))


def facts(conflict: Conflict) -> tuple[int | None, int | None, str]:
    """Return what a conflict says, but for whom it is about."""
    return (conflict.at, conflict.shortfall, conflict.severity.word)


def facts_of(group: Group) -> tuple[int, int, str]:
    return (min(group.minutes) * 60, len(group.minutes), group.severity)


@tried(EXAMPLES)
@given(changes.flatmap(programmes))
def test_the_principal_is_double_booked_where_the_oracle_says_so(programme: Programme) -> None:
    expected = [(each.names, facts_of(each)) for each in groups(of_principal(programme))]
    event("finds something" if expected else "finds nothing")
    conflicts = found("principal-overlap", trip(programme))
    assert all(len(each.subjects) == len(set(each.subjects)) for each in conflicts)
    assert Counter((frozenset(each.subjects), facts(each)) for each in conflicts) == Counter(
        expected
    )


@st.composite
def engagements(draw: st.DrawFn) -> tuple[list[Record], list[Occupied]]:
    """Return entries with people in them, and what else takes those people."""
    change = draw(changes)
    programme = draw(programmes(change))
    hours, often = moments(change), st.sampled_from([True, True, False])
    records: list[Record] = [*programme]
    elsewhere: list[Occupied] = []
    for person in PEOPLE:
        responses = st.sampled_from([None, None, Response.ACCEPTED, Response.DECLINED, "not there"])
        for entry in programme:
            response = draw(responses)
            if response != "not there":
                records += sits_in(person, entry, response=response)
        if draw(often):
            start, end = sorted((draw(hours), draw(hours)), key=when)
            records.append(Unavailability(id=f"{person} away", person=person, start=start, end=end))
        if draw(often):
            first, last = sorted(when(draw(hours)) * 60 for _ in range(2))
            elsewhere.append(Occupied(person, first, last, "Rome", "Dinner", draw(st.booleans())))
    return records, elsewhere


def outside(person: str, elsewhere: Sequence[Occupied]) -> list[Taken]:
    return [
        Taken(
            f"{each.entry} {each.start}",
            each.start // 60,
            each.end // 60,
            is_firm=each.is_firm,
            is_of_this_trip=False,
        )
        for each in elsewhere
        if each.person == person
    ]


@tried(EXAMPLES)
@given(engagements())
def test_counterparts_are_double_booked_where_the_oracle_says_so(
    engaged: tuple[list[Record], list[Occupied]],
) -> None:
    records, elsewhere = engaged
    entries = {*NAMES, *FLIGHTS}
    expected = [
        (person, each.names & entries, facts_of(each))
        for person in PEOPLE
        for each in groups(of_person(person, records, outside(person, elsewhere)))
    ]
    event("finds something" if expected else "finds nothing")
    conflicts = found("counterpart-overlap", trip(records), as_of(elsewhere=elsewhere))
    assert Counter(expected) == Counter(
        (person, frozenset(each.subjects) & entries, facts(each))
        for each in conflicts
        for person in PEOPLE
        if person in each.subjects
    )


@st.composite
def days(draw: st.DrawFn) -> list[Record]:
    """Return a programme of one entry after another, with the ways between their venues.

    Some overlap, but for alternatives: which one an entry follows is not defined then.
    """
    change = draw(changes)
    free, before = when(Moment(datetime.fromisoformat(change), "UTC")) - 120, ""
    records: list[Record] = []
    for name in NAMES[: draw(st.integers(4, len(NAMES)))]:
        choice = draw(st.sampled_from(["", "", "", f"choice {name}"]))
        pauses = [0, 5, 10, 15] if before or choice else [-30, -30, -15, 0, 5, 15]
        start = free + draw(st.sampled_from(pauses))
        for number in range(2 if choice else 1):
            minutes = draw(st.sampled_from([None, 15, 30, 45]))
            free = max(free, start + (minutes or 30))
            records.append(
                meeting(
                    f"{name}{number}",
                    stop="Paris",
                    venue=draw(st.sampled_from(VENUES)),
                    kind=MeetingKind.OTHER,
                    status=draw(STATUSES),
                    start=Moment.at(start * 60, draw(st.sampled_from(CHANGES[change]))),
                    minutes=minutes,
                    choice=choice,
                    part_of=draw(st.sampled_from([None] * 4 + [each.id for each in records])),
                    informational=draw(SELDOM),
                    buffer_before=draw(st.sampled_from([0, 0, 5])),
                    buffer_after=draw(st.sampled_from([0, 0, 10])),
                )
            )
        before = choice
    ways = st.sampled_from([10, 20, 30, 45])
    return [*records, *(takes(draw(ways), one, other) for one, other in permutations(VENUES, 2))]


@tried(EXAMPLES)
@given(days())
def test_ways_are_too_short_where_the_oracle_says_so_and_by_as_many_minutes(
    records: list[Record],
) -> None:
    expected = short_ways(records)
    event("finds something" if expected else "finds nothing")
    conflicts = found("transfer-too-short", trip(records))
    assert sorted(
        (each.subjects, each.at, each.shortfall, each.severity.word) for each in conflicts
    ) == sorted(
        ((each.before, each.after), each.at * 60, each.minutes, each.severity) for each in expected
    )


@pytest.mark.parametrize(
    ("moment", "utc"),
    [
        ("2025-03-30T01:30[Europe/London]", "2025-03-30T01:30"),
        ("2025-10-26T01:30[Europe/London]", "2025-10-26T00:30"),
        ("2025-10-26T01:30+00:00[Europe/London]", "2025-10-26T01:30"),
        ("2025-11-02T01:30-05:00[America/Toronto]", "2025-11-02T06:30"),
        ("2025-04-06T01:45+10:30[Australia/Lord_Howe]", "2025-04-05T15:15"),
        ("2025-03-17T12:00[Asia/Kathmandu]", "2025-03-17T06:15"),
        ("2025-03-17T12:00[Pacific/Kiritimati]", "2025-03-16T22:00"),
        ("2011-12-31T00:30[Pacific/Apia]", "2011-12-30T10:30"),
    ],
)
def test_the_oracle_reads_clocks_as_people_do(moment: str, utc: str) -> None:
    assert when(Moment.from_text(moment)) == when(Moment.from_text(f"{utc}[UTC]"))
