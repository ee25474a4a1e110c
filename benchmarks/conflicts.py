"""What checking costs: a whole trip, a trip after an edit, and many trips, as they grow.

Each figure is a ratio to a plain sort and sweep over the same intervals in the same run: the least
that looking for overlaps takes. How it grows is the exponent of a power of the number of entries.
"""

import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from math import log
from statistics import median
from time import perf_counter

from benchmarks.trips import Course
from planner.conflicts import Report, Surroundings, check
from planner.conflicts.rechecking import check_after
from planner.conflicts.registry import rules
from planner.edits import Edit
from planner.edits.nudges import nudge
from planner.itinerary import Itinerary
from planner.moments import MINUTE
from planner.records import Meeting, Trip

AROUND = Surroundings(datetime(2025, 3, 1, 12, tzinfo=UTC))
SIZES = (100, 500, 2_000)
"""Entries of one trip."""
TRIPS = (10, 100, 1_000)
"""Trips of a hundred entries each."""
LATER = 5


def seconds(work: Callable[[], object], runs: int = 5) -> float:
    """Return how long something takes: the median of some runs."""
    taken = []
    for _ in range(runs):
        start = perf_counter()
        work()
        taken.append(perf_counter() - start)
    return median(taken)


def anew(itinerary: Itinerary) -> Itinerary:
    """Return the same trip made of other records, so that nothing worked out for it is known."""
    return Itinerary.of((replace(each) for each in itinerary.records), itinerary.position)


def seconds_of_a_check(itinerary: Itinerary, runs: int = 5) -> float:
    """Return the median time of checking a trip of which nothing is known yet."""
    trips = iter([anew(itinerary) for _ in range(runs)])
    return seconds(lambda: check(next(trips), AROUND), runs)


def sweep(intervals: Sequence[tuple[int, int]]) -> int:
    """Sort intervals and count those that overlap one before: what any check must at least do."""
    found, reached = 0, 0
    for start, end in sorted(intervals):
        found += start < reached
        reached = max(reached, end)
    return found


def intervals_of(itinerary: Itinerary) -> list[tuple[int, int]]:
    """Return the entries of a trip as they would lie on a line."""
    return [(entry.start.instant, entry.start.instant + 30 * MINUTE) for entry in itinerary.entries]


def exponent(times: Sequence[tuple[int, float]]) -> float:
    """Return how time grows with size, from the smallest to the largest: 1 is in proportion."""
    (small, first), (large, last) = times[0], times[-1]
    return log(last / first) / log(large / small)


def checked_again(report: Report, before: Itinerary, edit: Edit) -> Report:
    """Check a trip after an edit, as the workspace does."""
    return check_after(report, before, before.after(edit), AROUND, edit.changes)


def growing_trip() -> None:
    """Print how a whole check and one after a nudge grow with the entries of a trip."""
    whole, again, plain = [], [], []
    for size in SIZES:
        itinerary = Itinerary.of(Course(size).records())
        meeting = itinerary.meetings[size // 2]
        edit = nudge(itinerary, meeting.id, LATER)
        assert edit is not None  # noqa: S101 - every meeting of this trip has an hour
        report = check(itinerary, AROUND)
        # At once, as in a window: what another trip was asked in between is not handed on.
        again.append((size, seconds(partial(checked_again, report, itinerary, edit))))
        whole.append((size, seconds_of_a_check(itinerary)))
        plain.append((size, seconds(partial(sweep, intervals_of(itinerary)))))
    print("entries of one trip          whole check    after a nudge   sort and sweep")
    for (size, all_of_it), (_, some), (_, least) in zip(whole, again, plain, strict=True):
        print(f"{size:>7,} {all_of_it * 1e3:24.1f} ms {some * 1e3:12.1f} ms {least * 1e6:10.0f} µs")
    grown = [exponent(each) for each in (whole, again, plain)]
    print(f"exponent {grown[0]:21.2f} {grown[1]:15.2f} {grown[2]:15.2f}", end="\n\n")


def many_trips() -> None:
    """Print how checking many trips grows with their number."""
    first = Itinerary.of(Course(100).records())
    times, plain = [], []
    for count in TRIPS:
        trips = [anew(first) for _ in range(count)]
        times.append((count * 100, seconds(partial(_each_checked, trips), 1)))
        lines = [
            (start + number, end + number)
            for number in range(count)
            for start, end in intervals_of(trips[0])
        ]
        plain.append((count * 100, seconds(partial(sweep, lines), 3)))
    print("entries in all               every trip checked   sort and sweep")
    for (size, taken), (_, least) in zip(times, plain, strict=True):
        print(f"{size:>9,} {taken:26.2f} s {least * 1000:15.1f} ms")
    print(f"exponent {exponent(times):21.2f} {exponent(plain):16.2f}", end="\n\n")


def _each_checked(trips: Iterable[Itinerary]) -> None:
    for trip in trips:
        check(trip, AROUND)


def everybody_in_everything() -> None:
    """Print how long 4,000 meetings at once take, with the same two people in each."""
    records = list(Course(100).records())
    head = next(each for each in records if isinstance(each, Trip))
    model = next(each for each in records if isinstance(each, Meeting) and each.start)
    meetings = [replace(model, id=f"m{number}") for number in range(4_000)]
    itinerary = Itinerary.of([head, *meetings])
    taken = seconds_of_a_check(itinerary, 3)
    print(f"4,000 meetings at one hour: {taken:.2f} s", end="\n\n")


def slowest() -> None:
    """Print the rules that a whole check waits for most."""
    itinerary = Itinerary.of(Course(SIZES[1]).records())
    check(itinerary, AROUND)
    times = {
        each.id: seconds(partial(check, itinerary, AROUND, [each])) for each in rules().values()
    }
    print(f"the slowest rules at {SIZES[1]} entries, with what they share worked out already")
    for rule in sorted(times, key=lambda each: -times[each])[:10]:
        print(f"{rule:<30} {times[rule] * 1000:6.2f} ms")


def main() -> int:
    """Measure, and print what was measured."""
    growing_trip()
    many_trips()
    everybody_in_everything()
    slowest()
    return 0


if __name__ == "__main__":
    sys.exit(main())
