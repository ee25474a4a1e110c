"""Hours in which nobody can eat, and meetings between which nobody draws breath."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time

from planner.conflicts.conflict import Conflict, Severity
from planner.conflicts.meetings import HOUR, SUBSTANTIVE
from planner.conflicts.presence.cases import DAYS
from planner.conflicts.presence.days import Day, Duty, programme
from planner.conflicts.presence.journey import journey
from planner.conflicts.presence.spans import outermost
from planner.conflicts.presence.spots import Spots
from planner.conflicts.registry import Family, case_rule, rule
from planner.conflicts.sentences import city_at, listed, name_of_entry, spans_listed
from planner.conflicts.surroundings import Surroundings
from planner.geography.travel import AIRCRAFT
from planner.itinerary import Itinerary
from planner.moments import MINUTE, Moment
from planner.records.words import MeetingKind
from planner.settings import Limits
from planner.text.spoken import length, short_date

MEALS = frozenset(
    {
        MeetingKind.WORKING_MEAL,
        MeetingKind.OFFICIAL_DINNER,
        MeetingKind.BANQUET,
        MeetingKind.RECEPTION,
    }
)
MEAL_ON_BOARD = 2 * HOUR
"""A longer flight has a meal."""
BY_DAY = (time(7), time(21))
"""Between these a meal is missed, by the clocks where an entry begins."""
IN_A_ROW = 3


@dataclass(frozen=True, slots=True)
class _Taken:
    """The part of an entry that falls into the hours of meals."""

    start: int
    end: int
    duty: Duty


@dataclass(slots=True)
class _Stretch:
    """A time without a pause."""

    start: int
    end: int
    taken: list[_Taken] = field(default_factory=list)

    @property
    def minutes(self) -> int:
        """How long it is."""
        return (self.end - self.start) // MINUTE


@case_rule(
    DAYS,
    "no-meal",
    Family.LOAD,
    Severity.NOTICE,
    meaning="The principal is occupied for too long by day without a meal, a pause or a flight "
    "long enough to eat.",
    limits=("meal_hours", "pause_minutes"),
)
def no_meal(itinerary: Itinerary, surroundings: Surroundings, day: Day) -> Iterator[Conflict]:
    """Report each stretch of a day in which nobody can eat."""
    limits = surroundings.limits
    for stretch in _stretches(itinerary, day, limits):
        over = stretch.minutes - limits.meal_hours * 60
        if over > 0:
            spots = journey(itinerary, limits).spots
            yield Conflict(
                rule="no-meal",
                severity=Severity.NOTICE,
                message=f"No meal and no {limits.pause_minutes} min free for "
                f"{length(stretch.minutes)}, {_said(itinerary, spots, stretch)}.",
                subjects=tuple(each.duty.key for each in stretch.taken),
                at=stretch.start,
                shortfall=over,
                way_out=f"insert a meal, or keep {limits.pause_minutes} min free",
            )


def _said(itinerary: Itinerary, spots: Spots, stretch: _Stretch) -> str:
    """Return from when to when, and what goes on then."""
    first = stretch.taken[0].duty
    last = max(stretch.taken, key=lambda each: (each.end, each.start, each.duty.key)).duty
    start = Moment.at(stretch.start, first.begins.zone)
    end = Moment.at(stretch.end, last.ends.zone)
    cities = city_at(spots, first.entry.record, start), city_at(spots, last.entry.record, end)
    began = start.clock if cities[0] == cities[1] else f"{start.clock} {cities[0]}"
    names = [_named(itinerary, each.duty) for each in stretch.taken]
    return f"from {began} to {end.clock} {cities[1]} on {short_date(start.date)}: {listed(names)}"


def _named(itinerary: Itinerary, duty: Duty) -> str:
    name = name_of_entry(itinerary, duty.entry.record)
    return f"{name} ({duty.span.guess})" if duty.span.guess else name


def _stretches(itinerary: Itinerary, day: Day, limits: Limits) -> Iterator[_Stretch]:
    """Return the long times of a day without a pause, cut where there is a meal."""
    meals = _merged([_Taken(duty.span.start, duty.span.end, duty) for duty in _meals(day)], 1)
    outer = {span.key for span in outermost(itinerary, (duty.span for duty in day.duties))}
    taken = _by_day(duty for duty in day.duties if duty.key in outer)
    number = 0
    for stretch in _merged(taken, limits.pause_minutes * MINUTE):
        cuts = []
        while number < len(meals) and meals[number].start < stretch.end:
            cuts.append(meals[number])
            number += 1
        starts = [stretch.start, *(meal.end for meal in cuts)]
        ends = [*(meal.start for meal in cuts), stretch.end]
        for start, end in zip(starts, ends, strict=True):
            if end - start > limits.meal_hours * HOUR:
                yield from _within(stretch, start, end)
        # A meal that goes on may be one in the next stretch too.
        number -= bool(cuts)


def _meals(day: Day) -> Iterator[Duty]:
    """Return the meals of a day, those that are part of something else too, and long flights."""
    for duty in day.duties:
        meeting, movement = duty.meeting, duty.movement
        is_long = duty.span.end - duty.span.start > MEAL_ON_BOARD
        if (meeting and meeting.kind in MEALS) or (
            movement and movement.mode in AIRCRAFT and is_long
        ):
            yield duty


def _by_day(duties: Iterable[Duty]) -> list[_Taken]:
    """Return what of each falls between the morning and the evening, in order."""
    known: dict[tuple[date, str], tuple[int, int]] = {}
    taken = []
    for duty in duties:
        on, zone = duty.begins.date, duty.begins.zone
        if (on, zone) not in known:
            morning, evening = (Moment(datetime.combine(on, at), zone) for at in BY_DAY)
            known[on, zone] = morning.instant, evening.instant
        morning_at, evening_at = known[on, zone]
        start, end = max(duty.span.start, morning_at), min(duty.span.end, evening_at)
        if start < end:
            taken.append(_Taken(start, end, duty))
    return sorted(taken, key=lambda each: (each.start, each.end, each.duty.key))


def _merged(taken: Sequence[_Taken], pause: int) -> list[_Stretch]:
    """Join what follows upon another without a pause of so many seconds."""
    stretches: list[_Stretch] = []
    for each in taken:
        if not stretches or each.start - stretches[-1].end >= pause:
            stretches.append(_Stretch(each.start, each.end))
        stretches[-1].taken.append(each)
        stretches[-1].end = max(stretches[-1].end, each.end)
    return stretches


def _within(stretch: _Stretch, start: int, end: int) -> Iterator[_Stretch]:
    """Return what of a stretch lies between two instants, if anything does."""
    taken = [each for each in stretch.taken if each.start < end and start < each.end]
    if taken:
        first = max(start, min(each.start for each in taken))
        last = min(end, max(each.end for each in taken))
        yield _Stretch(first, last, taken)


@rule(
    "back-to-back",
    Family.LOAD,
    Severity.NOTICE,
    meaning="Three or more substantive meetings follow each other without a gap to draw breath.",
    limits=("back_to_back_minutes",),
)
def back_to_back(itinerary: Itinerary, surroundings: Surroundings) -> Iterator[Conflict]:
    """Report each run of meetings; those that overlap are not one after another.

    A part counts where what it is part of is no substantive meeting itself.
    """
    limits = surroundings.limits
    spots = journey(itinerary, limits).spots
    for run in _runs(itinerary, programme(itinerary, limits), limits.back_to_back_minutes):
        if _one_after_another(run) >= IN_A_ROW:
            yield Conflict(
                rule="back-to-back",
                severity=Severity.NOTICE,
                message=f"No gap over {limits.back_to_back_minutes} min between {len(run):,} "
                f"substantive meetings on {short_date(run[0].begins.date)}: "
                f"{spans_listed(itinerary, spots, [duty.span for duty in run])}.",
                subjects=tuple(duty.key for duty in run),
                at=run[0].span.start,
                way_out=f"leave more than {limits.back_to_back_minutes} min between two of them",
            )


def _runs(itinerary: Itinerary, duties: Sequence[Duty], minutes: int) -> Iterator[list[Duty]]:
    substantive = [duty for duty in duties if duty.meeting and duty.meeting.kind in SUBSTANTIVE]
    outer = {span.key for span in outermost(itinerary, (duty.span for duty in substantive))}
    run: list[Duty] = []
    until = 0
    for duty in substantive:
        if duty.key not in outer:
            continue
        if run and duty.span.start - until > minutes * MINUTE:
            yield run
            run = []
        until = max(until, duty.span.end) if run else duty.span.end
        run.append(duty)
    if run:
        yield run


def _one_after_another(run: Sequence[Duty]) -> int:
    """Return how many of these could be held one after another, none overlapping another."""
    count, until = 0, run[0].span.start
    for duty in sorted(run, key=lambda each: each.span.end):
        if duty.span.start >= until:
            count, until = count + 1, duty.span.end
    return count
