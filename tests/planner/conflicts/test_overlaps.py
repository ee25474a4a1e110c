"""The laws of groups, over random spans."""

from hypothesis import given
from hypothesis import strategies as st

from planner.conflicts.presence.overlaps import Overlap, overlaps
from planner.conflicts.presence.spans import Span
from planner.conflicts.surroundings import Occupied
from tests.planner.building import trip

NOTHING = trip()


def span(name: str, start: int, end: int, choice: str = "") -> Span:
    source = Occupied("Anna Weiss", start, end, "Rome", name, is_firm=True)
    return Span(name, start * 60, end * 60, source, is_hard=True, commitment=choice)


def pairs_of(spans: list[Span]) -> set[frozenset[str]]:
    """Return, the slow way, which of them overlap."""
    return {
        frozenset({one.key, other.key})
        for one in spans
        for other in spans
        if one.key < other.key
        and one.start < other.end
        and other.start < one.end
        and (not one.commitment or one.commitment != other.commitment)
    }


def pairs_in(overlap: Overlap) -> set[frozenset[str]]:
    return pairs_of(list(overlap.spans))


@st.composite
def many_spans(draw: st.DrawFn) -> list[Span]:
    drawn = draw(
        st.lists(
            st.tuples(
                st.integers(0, 30), st.integers(0, 12), st.sampled_from(["", "", "", "a", "b"])
            ),
            max_size=14,
        )
    )
    return [
        span(f"{number:02}", start, start + length, choice)
        for number, (start, length, choice) in enumerate(drawn)
    ]


@given(many_spans())
def test_each_overlapping_pair_is_in_exactly_one_group(spans: list[Span]) -> None:
    sound = [each for each in spans if each.is_sound]
    found = [pair for overlap in overlaps(NOTHING, spans) for pair in pairs_in(overlap)]
    assert set(found) == pairs_of(sound)
    assert len(found) == len(set(found))


@given(many_spans())
def test_whoever_is_in_a_group_overlaps_another_in_it(spans: list[Span]) -> None:
    for overlap in overlaps(NOTHING, spans):
        in_a_pair = {key for pair in pairs_in(overlap) for key in pair}
        assert in_a_pair == set(overlap.keys)


@given(many_spans(), st.randoms(use_true_random=False))
def test_the_order_in_which_they_are_given_does_not_matter(
    spans: list[Span], random: st.DataObject
) -> None:
    shuffled = sorted(spans, key=lambda each: hash((each.key, str(random))))
    assert {each.keys for each in overlaps(NOTHING, spans)} == {
        each.keys for each in overlaps(NOTHING, shuffled)
    }


@given(many_spans())
def test_crowded_are_the_minutes_in_which_two_go_on(spans: list[Span]) -> None:
    for overlap in overlaps(NOTHING, spans):
        crowded = [
            minute
            for minute in range(50)
            if len(
                {
                    each.commitment or each.key
                    for each in overlap.spans
                    if each.start <= minute * 60 < each.end
                }
            )
            > 1
        ]
        assert overlap.crowded == (crowded[0] * 60, len(crowded))


def test_what_is_reported_stays_in_proportion_to_what_there_is() -> None:
    sliding = [span(f"{number:04}", number, number + 500) for number in range(1000)]
    assert sum(len(each.keys) for each in overlaps(NOTHING, sliding)) == 1000
    chain = [span(f"{number:04}", number * 10, number * 10 + 15) for number in range(1000)]
    assert sum(len(each.keys) for each in overlaps(NOTHING, chain)) == 2 * 999
