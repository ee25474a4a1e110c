"""What does not fit in any of the trips: each is looked into once, and the worst comes first."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from planner.conflicts import Conflict, Finding, Report, Severity, folded
from planner.errors import SummitryError
from planner.records.words import TripStatus
from planner.store import TripSummary
from planner.workspace.overview import Phase, phase_of

_DONE_WITH = frozenset({TripStatus.CANCELLED, TripStatus.COMPLETED})
"""Of these nothing has to be mended, whatever their days."""
Counts = Mapping[Severity, int]


class TripReports:
    """What does not fit in each trip, as far as it is known.

    The list of trips and what lies over it share it, so that no trip is checked twice.
    """

    def __init__(self, check: Callable[[str], Report]) -> None:
        """Know nothing yet; `check` looks into a trip by its id, and can raise `SummitryError`."""
        self._check = check
        self.reports: dict[str, Report] = {}
        self.failures: dict[str, str] = {}
        """Why a trip could not be looked into."""

    def is_known(self, trip: str) -> bool:
        """Tell whether a trip was looked into, be it in vain."""
        return trip in self.reports or trip in self.failures

    def look_into(self, trip: str) -> None:
        """Find out what does not fit in a trip, or why that cannot be told."""
        try:
            self.reports[trip] = self._check(trip)
        except SummitryError as error:
            self.failures[trip] = str(error)

    def forget(self) -> None:
        """Know nothing any more: the trips, or the hour, are not what they were."""
        self.reports.clear()
        self.failures.clear()


@dataclass(frozen=True)
class Looked:
    """A trip, and what came of looking into it."""

    summary: TripSummary
    open: tuple[Finding, ...] = ()
    """What nobody acknowledged, worst first."""
    failure: str = ""
    """Why it could not be looked into."""

    @cached_property
    def counts(self) -> Counts:
        """How many open conflicts there are of each severity."""
        return counted_by_severity((self,))

    def groups(self, least: Severity) -> tuple[tuple[Finding, ...], ...]:
        """Return the conflicts that are at least so bad, those that read as one line together."""
        return folded(each for each in self.open if each.conflict.severity <= least)


@dataclass(frozen=True, slots=True)
class TripConflict:
    """A conflict, and the trip that it is in."""

    trip: str
    conflict: Conflict


def counted_by_severity(looked: Iterable[Looked]) -> Counts:
    """Return how many open conflicts of each severity there are in trips together."""
    counts = dict.fromkeys(Severity, 0)
    for each in looked:
        for finding in each.open:
            counts[finding.conflict.severity] += 1
    return counts


def in_question(summaries: Iterable[TripSummary], now: int) -> tuple[TripSummary, ...]:
    """Return the trips that are neither cancelled nor over at an instant (UTC seconds)."""
    return tuple(
        each
        for each in summaries
        if each.trip.status not in _DONE_WITH and phase_of(each, now) is not Phase.PAST
    )


def worst_first(summaries: Iterable[TripSummary], known: TripReports) -> tuple[Looked, ...]:
    """Return the trips that were looked into and are not all well, worst first.

    One that cannot be read leads, since nobody knows how bad it is; two that are equally bad stay
    as they stand.
    """
    looked = (_looked(each, known) for each in summaries if known.is_known(each.trip.id))
    return tuple(sorted((each for each in looked if each.open or each.failure), key=_order))


def _looked(summary: TripSummary, known: TripReports) -> Looked:
    trip = summary.trip.id
    report = known.reports.get(trip)
    return Looked(summary, report.open if report else (), known.failures.get(trip, ""))


def _order(looked: Looked) -> tuple[bool, list[int]]:
    return (not looked.failure, [-looked.counts[severity] for severity in Severity])
