"""One meeting after another is changed: checking again is exact, whatever is handed on."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from planner.conflicts import check
from planner.conflicts.rechecking import check_after
from planner.edits import Change, Edit
from planner.itinerary import Itinerary
from planner.records import Meeting, Participant, Record
from planner.records.words import Attends, MeetingKind, Mode, Response, Role, Side, Status
from tests.laws import tried
from tests.planner.building import as_of, at, meeting, movement, of_ours, sits_in, stop, takes, trip
from tests.planner.conflicts.test_rechecking import anew

VENUES = ("Élysée", "Matignon", "Orly")
PEOPLE = ("Emmanuel Macron", "Gérard Larcher", "Anna Weiss")
GAPS = (-30, -5, 0, 0, 5, 10, 20, 45, 90, 600)
SHIFTS = (-1440, -600, -60, -15, -5, 5, 15, 60, 600, 1440)
AROUND = as_of("2025-03-15T12:00[UTC]")

EDITS = st.lists(
    st.tuples(st.integers(0, 30), st.integers(0, 11), st.integers(0, 30)), min_size=1, max_size=4
)
"""Which record is changed, what of it, and to which of the values there are."""


@st.composite
def programmes(draw: st.DrawFn) -> Itinerary:
    """Return some days in Paris: meetings one after another, motorcades, a flight out."""
    clock, entries = at("08:00", "Paris"), list[Record]()
    for number in range(draw(st.integers(3, 10))):
        gap, minutes, kind = draw(
            st.tuples(
                st.sampled_from(GAPS),
                st.sampled_from((10, 30, 60, 240)),
                st.sampled_from(("", "", "", "", "motorcade", "flight")),
            )
        )
        clock = clock.plus(gap)
        if kind:
            mode = Mode.MOTORCADE if kind == "motorcade" else Mode.GOVERNMENT_AIRCRAFT
            goal = "Matignon" if kind == "motorcade" else "Northolt"
            entries.append(
                movement(
                    mode,
                    "Orly",
                    goal,
                    "",
                    id=f"W{number}",
                    depart=clock,
                    arrive=clock.plus(minutes),
                )
            )
        else:
            made = meeting(
                f"M{number}",
                "",
                start=clock,
                minutes=minutes,
                venue=draw(st.sampled_from(VENUES)),
                part_of=draw(st.sampled_from((None, None, None, "M0"))) if number else None,
            )
            seated = draw(st.sampled_from((*PEOPLE, "")))
            entries += [made, *(sits_in(seated, made) if seated else ())]
            entries += of_ours("Jean Roy", made) if seated else ()
        clock = clock.plus(minutes)
    ways = takes(15, "Élysée", "Matignon"), takes(40, "Matignon", "Orly")
    return trip(stop("Paris", "07:00-23:00"), stop("London"), ways, entries)


def changed(itinerary: Itinerary, which: int, what: int, to: int) -> Change | None:
    """Return a change of one meeting, or of who is in one."""
    meetings = sorted(itinerary.all(Meeting).values(), key=lambda each: each.id)
    seats = sorted(itinerary.all(Participant).values(), key=lambda each: each.id)
    if what > 8 and seats:
        seat = seats[which % len(seats)]
        return Change(seat, _seat(seat, what, to))
    if not meetings:
        return None
    before = meetings[which % len(meetings)]
    return Change(before, _meeting(before, meetings, what, to))


def _meeting(before: Meeting, others: Sequence[Meeting], what: int, to: int) -> Meeting | None:
    start = before.start
    wholes = [None, *(each.id for each in others if each != before)]
    fields: list[dict[str, object]] = [
        {"start": start.plus(SHIFTS[to % len(SHIFTS)]) if start else None},
        {"start": start.plus(SHIFTS[to % len(SHIFTS)]) if start else None},
        {"minutes": (None, 10, 30, 240, 900)[to % 5]},
        {"venue": (*VENUES, None)[to % 4]},
        {"status": (Status.CONFIRMED, Status.PROPOSED, Status.CANCELLED, Status.HELD)[to % 4]},
        {"part_of": wholes[to % len(wholes)]},
        {"choice": ("", "this or that")[to % 2]},
        {"kind": (MeetingKind.BILATERAL, MeetingKind.CALL, MeetingKind.OFFICIAL_DINNER)[to % 3]},
        {"buffer_before": (0, 30)[to % 2], "attends": tuple(Attends)[to % len(Attends)]},
    ]
    values = fields[min(what, 8)]
    return replace(before, **values)  # type: ignore[arg-type] # the fields of a meeting


def _seat(seat: Participant, what: int, to: int) -> Participant | None:
    match what:
        case 9:
            return replace(seat, response=(None, Response.ACCEPTED, Response.DECLINED)[to % 3])
        case 10:
            return replace(seat, role=tuple(Role)[to % len(Role)], side=tuple(Side)[to % len(Side)])
    return None


@tried(60)
@given(programmes(), EDITS)
def test_whatever_is_handed_on_it_finds_what_a_full_check_finds(
    itinerary: Itinerary, edits: Sequence[tuple[int, int, int]]
) -> None:
    steps = [(itinerary, check(itinerary, AROUND))]
    for edit in edits:
        before, report = steps[-1]
        change = changed(before, *edit)
        if change is not None:
            after = before.after(Edit("Changed it", (change,)))
            steps.append((after, check_after(report, before, after, AROUND, [change])))
    # Only now: a full check in between would put its own in the place of what is handed on.
    for found, report in steps:
        assert report == check(anew(found), AROUND)


def test_what_happens_to_a_whole_is_seen_in_its_part() -> None:
    whole, part = meeting("Bilateral", "10:00-11:00"), meeting("Part", "10:00-10:30")
    seats = sits_in("Emmanuel Macron", whole)
    itinerary = trip(whole, replace(part, part_of="Bilateral", venue="Élysée"), seats)
    change = Change(seats[0], None)
    after = itinerary.after(Edit("Left out", (change,)))
    report = check_after(check(itinerary, AROUND), itinerary, after, AROUND, [change])
    assert report == check(anew(after), AROUND)
    assert "Part has no counterpart." in [each.conflict.message for each in report.findings]
