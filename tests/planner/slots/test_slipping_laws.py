"""Slip the day: what holds of every push, whatever the day is like."""

from itertools import combinations

from hypothesis import assume, given
from hypothesis import strategies as st

from planner.conflicts import check
from planner.itinerary import Itinerary
from planner.itinerary.entries import entry_of
from planner.moments import MINUTE
from planner.records import Meeting, Movement, Record
from planner.records.words import MeetingKind, Mode, Response
from planner.settings import Limits
from planner.slots.pushing import Chain
from planner.slots.slipping import slip
from tests.planner.building import as_of, at, meeting, sits_in, stop, takes, trip
from tests.planner.conflicts.test_laws import itineraries
from tests.planner.slots.test_slipping import EARLY, moved

PARIS = stop("Paris", "07:00-23:00")
HOURS = ("transfer-too-short", "intercity-infeasible", "no-buffer", "principal-overlap")
VENUES = ("Élysée", "Matignon", "Orly")
COUNTERPARTS = ("Emmanuel Macron", "Olaf Scholz")


@st.composite
def days(draw: st.DrawFn, *, odd: bool = True) -> list[Record]:
    """Draw a day of meetings and motorcades; an odd one has flights, parts, overlaps."""
    parts: list[Record] = [PARIS, takes(15, "Élysée", "Matignon"), takes(40, "Matignon", "Orly")]
    clock = at("08:00", "Paris")
    for number in range(draw(st.integers(1, 8))):
        clock = clock.plus(
            draw(st.sampled_from([*([-30, -5] if odd else []), 0, 0, 10, 20, 45, 90]))
        )
        minutes = draw(st.sampled_from([*([0] if odd else []), 10, 30, 60]))
        name, venue = f"M{number}", draw(st.sampled_from(VENUES))
        if draw(st.integers(0, 4)) == 0:
            mode = draw(
                st.sampled_from([Mode.MOTORCADE, *([Mode.GOVERNMENT_AIRCRAFT] if odd else [])])
            )
            goal = "Northolt" if mode is Mode.GOVERNMENT_AIRCRAFT else draw(st.sampled_from(VENUES))
            parts.append(
                Movement(
                    id=name,
                    trip="trip",
                    mode=mode,
                    origin_venue=venue,
                    destination_venue=goal,
                    depart=clock,
                    arrive=clock.plus(minutes),
                )
            )
        else:
            made = meeting(
                name,
                "",
                "Paris",
                venue=venue,
                start=clock,
                minutes=draw(st.sampled_from([minutes, *([None] if odd else [])])),
                fixed=draw(st.integers(0, 5)) == 0,
                choice=draw(st.sampled_from(["", "", "", "slot"])),
                kind=draw(st.sampled_from([MeetingKind.BILATERAL, MeetingKind.CALL])),
                buffer_before=draw(st.sampled_from([0, 10])),
                part_of=draw(
                    st.sampled_from([None, None, None, f"M{number - 1}" if odd else None])
                ),
            )
            response = draw(st.sampled_from([None, Response.ACCEPTED]))
            who = draw(st.sampled_from(COUNTERPARTS))
            parts.extend((made, *sits_in(who, made, response=response)))
        clock = clock.plus(minutes)
    return parts


def direct(chain: Chain, one: int, other: int) -> bool:
    """Tell, plainly and slowly, whether nothing that has a place lies wholly between two."""
    before, after_ = chain.legs[one], chain.legs[other]
    choices = {leg.span.commitment for leg in (before, after_)} - {""}
    return not any(
        before.span.end <= leg.span.start
        and max(leg.span.end, leg.span.start) <= after_.span.start
        and leg.span.commitment not in choices
        and not (leg.meeting and leg.meeting.kind is MeetingKind.CALL and not leg.meeting.venue)
        for leg in chain.legs[one + 1 : other]
    )


@given(days(), st.integers(1, 200), st.data())
def test_no_pair_gets_tighter_than_it_was_or_than_is_needed_unless_it_says_so(
    parts: list[Record], minutes: int, data: st.DataObject
) -> None:
    itinerary = trip(*parts, stop("London"))
    ids = [each.id for each in parts if isinstance(each, Meeting | Movement)]
    first = data.draw(st.sampled_from(ids))
    released = data.draw(st.frozensets(st.sampled_from(ids)))
    result = slip(itinerary, as_of(EARLY), first, minutes, released)
    by, stops = moved(result), {each.record.id for each in result.stopped}
    chain = Chain(itinerary, Limits())
    for one, other in combinations(range(len(chain.legs)), 2):
        before, later = chain.legs[one], chain.legs[other]
        choice = before.span.commitment
        if later.span.key in stops or (choice and choice == later.span.commitment):
            continue
        gap = later.span.start - max(before.span.start, before.span.end)
        new = gap + (by.get(later.span.key, 0) - by.get(before.span.key, 0)) * MINUTE
        need = chain.need(before, later) * MINUTE if direct(chain, one, other) else 0
        assert new >= min(gap, need)
        one_start, other_start = (
            leg.span.start + by.get(leg.span.key, 0) * MINUTE for leg in (before, later)
        )
        assert one_start <= other_start


@given(days(), st.integers(-200, 200), st.data())
def test_nothing_before_the_entry_moves_nothing_held_and_nothing_changes_its_length(
    parts: list[Record], minutes: int, data: st.DataObject
) -> None:
    itinerary = trip(*parts, stop("London"))
    entries = [each for each in parts if isinstance(each, Meeting | Movement)]
    first = data.draw(st.sampled_from(entries))
    result = slip(itinerary, as_of(EARLY), first.id, minutes)
    later = itinerary.after(result.edit)
    for record in entries:
        known = later.get(Meeting, record.id) or later.get(Movement, record.id)
        old, new = entry_of(record), entry_of(known) if known else None
        assert old
        assert new
        assert old.minutes == new.minutes
        if old.start.instant != new.start.instant:
            assert record.id in moved(result)
            assert not (isinstance(record, Meeting) and record.fixed)
            is_part = isinstance(record, Meeting) and record.part_of is not None
            if minutes < 0:
                assert is_part or record.id == first.id
            else:
                was = entry_of(first)
                assert was
                assert is_part or old.start.instant >= was.start.instant
                assert 0 < moved(result)[record.id] <= minutes
    assert {each.record.id for each in result.moved}.isdisjoint(
        each.record.id for each in result.stopped
    )


@given(itineraries(), st.integers(-1440, 1440), st.data())
def test_the_oddest_trip_can_be_slipped(
    itinerary: Itinerary, minutes: int, data: st.DataObject
) -> None:
    assume(itinerary.entries)
    ids = st.sampled_from([entry.id for entry in itinerary.entries])
    result = slip(itinerary, as_of(EARLY), data.draw(ids), minutes, data.draw(st.frozensets(ids)))
    assert result.edit.writes == bool(result.moved)


@given(days(odd=False), st.integers(1, 120), st.data())
def test_the_rules_of_place_find_nothing_new_unless_it_stops_somewhere(
    parts: list[Record], minutes: int, data: st.DataObject
) -> None:
    itinerary = trip(*parts)
    ids = [each.id for each in parts if isinstance(each, Meeting | Movement)]
    result = slip(itinerary, as_of(EARLY), data.draw(st.sampled_from(ids)), minutes)
    assume(not result.stopped)
    assert _conflicts(itinerary.after(result.edit)) <= _conflicts(itinerary)


def _conflicts(itinerary: Itinerary) -> set[tuple[str, frozenset[str]]]:
    return {
        (each.conflict.rule, frozenset(each.conflict.subjects))
        for each in check(itinerary, as_of(EARLY)).findings
        if each.conflict.rule in HOURS
    }
