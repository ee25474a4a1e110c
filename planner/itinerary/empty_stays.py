"""Days of a stop on which nothing is planned yet: a trip that is being laid out is full of them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from planner.itinerary.itinerary import Itinerary
from planner.itinerary.offsets import LONGEST_STAY_DAYS, NOON
from planner.itinerary.programme import Block
from planner.moments import Moment
from planner.records import Stop

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class EmptyStay:
    """Days at a stop, one after another, without any entry; none at all for one without dates."""

    stop: Stop
    first: date | None = None
    last: date | None = None

    @property
    def key(self) -> str:
        """What tells it from the other empty days of its stop."""
        starts = self.first is None or self.first == self.stop.first_day
        return self.stop.id if starts else f"{self.stop.id}/{self.first}"

    @property
    def arrive(self) -> Moment | None:
        """When the stop begins, where that is on the first of these days and its hour is known."""
        arrive = self.stop.arrive
        return arrive if arrive and arrive.date == self.first else None

    @property
    def depart(self) -> Moment | None:
        """When it ends, likewise."""
        depart = self.stop.depart
        return depart if depart and depart.date == self.last else None

    @property
    def noon(self) -> Moment | None:
        """The noon of its first day: what its clocks are told by."""
        return _at(self.stop, self.first, NOON) if self.first else None

    @property
    def order(self) -> int | None:
        """Where it stands among the blocks of the programme (UTC seconds); None without a date."""
        moment = self.arrive or self.noon
        return moment.instant if moment else None

    @property
    def start(self) -> int | None:
        """When it begins (UTC seconds): on arrival, else with its first day."""
        moment = self.arrive or (_at(self.stop, self.first) if self.first else None)
        return moment.instant if moment else None

    @property
    def end(self) -> int | None:
        """When it is over (UTC seconds): on departure, else with its last day."""
        moment = self.depart or (_at(self.stop, self.last + ONE_DAY) if self.last else None)
        return moment.instant if moment else None


def _at(stop: Stop, day: date, clock: time = time()) -> Moment:
    return Moment(datetime.combine(day, clock), stop.place.zone)


def empty_stays(itinerary: Itinerary, blocks: Iterable[Block]) -> tuple[EmptyStay, ...]:
    """Return the days of stops that no block of the programme shows, in order.

    Stops without any date come last, in the order of the journey.
    """
    shown: dict[str, set[date]] = {}
    for block in blocks:
        if block.stop:
            shown.setdefault(block.stop, set()).add(block.day)
    found = [
        stay for stop in itinerary.stops for stay in _of_stop(stop, shown.get(stop.id, frozenset()))
    ]
    return tuple(sorted(found, key=lambda stay: (stay.order is None, stay.order or 0)))


def _of_stop(stop: Stop, shown: Iterable[date]) -> Iterator[EmptyStay]:
    taken = set(shown)
    first, last = stop.first_day, stop.last_day
    if first is None or last is None:
        if not taken:
            yield EmptyStay(stop)
        return
    days = min(max((last - first).days, 0), LONGEST_STAY_DAYS) + 1
    free = [day for number in range(days) if (day := first + number * ONE_DAY) not in taken]
    for run in _runs(free):
        yield EmptyStay(stop, run[0], run[-1])


def _runs(days: Sequence[date]) -> list[list[date]]:
    """Return days in groups of one after another."""
    runs: list[list[date]] = []
    for day in days:
        if runs and day - runs[-1][-1] == ONE_DAY:
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs
