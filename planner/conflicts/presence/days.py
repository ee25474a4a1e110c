"""The principal's days and nights: what he does from one night to the next, wherever he is.

An entry belongs to the local date of the place where it begins, so that a day moves with him and
may be longer or shorter than 24 hours. Lengths are taken between instants.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from planner.conflicts.meetings import HOUR
from planner.conflicts.presence.kept import handed_on
from planner.conflicts.presence.spans import Span, principal_spans, wholes_of
from planner.itinerary import Itinerary
from planner.itinerary.entries import Entry
from planner.itinerary.whereabouts import destination_place, origin_place
from planner.moments import MINUTE, Moment
from planner.records import Meeting, Movement
from planner.records.words import MeetingKind
from planner.settings import Limits

NIGHT_UNDER_WAY = 4 * HOUR
"""A movement that is not longer is no night, however late it is."""
SMALL_HOURS = 4
"""Until this hour it is still the night: who lands before it goes to bed afterwards."""
STILL_UP = 2 * HOUR
"""What begins in the small hours, so soon after what was before, still belongs to that day."""
HALF_A_DAY = timedelta(hours=12)
MINUTES_OF_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Duty:
    """That the principal is taken by an entry, and when by the clocks at either end."""

    span: Span
    entry: Entry
    begins: Moment
    ends: Moment
    """Assumed or estimated where the span says so."""

    @property
    def key(self) -> str:
        """The id of its record."""
        return self.span.key

    @property
    def meeting(self) -> Meeting | None:
        """Its record, if that is a meeting."""
        return self.entry.record if isinstance(self.entry.record, Meeting) else None

    @property
    def movement(self) -> Movement | None:
        """Its record, if that is a movement."""
        return self.entry.record if isinstance(self.entry.record, Movement) else None


@dataclass(frozen=True, slots=True)
class Day:
    """What the principal does from one night to the next, in order of start; at least one thing."""

    duties: tuple[Duty, ...]

    @property
    def date(self) -> date:
        """The local date on which it begins."""
        return self.first.begins.date

    @property
    def first(self) -> Duty:
        """What begins first."""
        return self.duties[0]

    @property
    def last(self) -> Duty:
        """What ends last."""
        return max(self.duties, key=lambda duty: (duty.span.end, duty.span.start, duty.key))

    @property
    def minutes(self) -> int:
        """How long it is, from its first start to its last end."""
        return (self.last.span.end - self.first.span.start) // MINUTE


@dataclass(frozen=True, slots=True)
class Night:
    """What lies between two days; at least one of the days is there, or a movement."""

    before: Day | None
    under_way: tuple[Duty, ...]
    """The movements on which it is spent; empty where that is a bed."""
    after: Day | None

    def keys(self) -> list[str]:
        """Return the ids of the records in it."""
        days = [day.duties for day in (self.before, self.after) if day]
        return [duty.key for duties in (*days, self.under_way) for duty in duties]


@dataclass(frozen=True, slots=True)
class Diary:
    """The days and nights of a trip, in order."""

    days: tuple[Day, ...]
    nights: tuple[Night, ...]


@handed_on
def programme(
    itinerary: Itinerary, limits: Limits, before: Sequence[Duty] | None
) -> Sequence[Duty]:
    """Return what takes the principal, in order: no personal time, and one entry of each choice.

    Of alternatives only one will take place: the firm one, else the earliest, stands for all.
    """
    spans = [
        span
        for span in principal_spans(itinerary, limits)
        if span.is_sound and not _is_personal(span)
    ]
    dropped = _not_chosen(spans)
    known = {id(duty.span): duty for duty in before or ()}
    return tuple(
        known.get(id(span)) or _duty(itinerary, span, span.entry)
        for span in spans
        if span.entry and not _falls_with(itinerary, span, dropped)
    )


def _is_personal(span: Span) -> bool:
    record = span.entry.record if span.entry else None
    return isinstance(record, Meeting) and record.kind is MeetingKind.PERSONAL_TIME


def _not_chosen(spans: Sequence[Span]) -> frozenset[str]:
    chosen: dict[str, Span] = {}
    for span in spans:
        if span.commitment:
            rival = chosen.setdefault(span.commitment, span)
            chosen[span.commitment] = min(rival, span, key=_rank)
    return frozenset(
        span.key for span in spans if span.commitment and chosen[span.commitment].key != span.key
    )


def _rank(span: Span) -> tuple[bool, int, int, str]:
    is_firm = span.entry is not None and span.entry.is_firm
    return (not is_firm, span.start, span.end, span.key)


def _falls_with(itinerary: Itinerary, span: Span, dropped: frozenset[str]) -> bool:
    """Tell whether an entry, or something that it is part of, is not the one chosen."""
    if not dropped:
        return False
    record = span.entry.record if span.entry else None
    wholes = wholes_of(itinerary, record) if isinstance(record, Meeting) else ()
    return not dropped.isdisjoint((span.key, *wholes))


def _duty(itinerary: Itinerary, span: Span, entry: Entry) -> Duty:
    """Put the moments to a span; those that are assumed are told by the clocks of their place."""
    begins, ends, record = entry.start, entry.end, entry.record
    if span.start != begins.instant:
        origin = origin_place(itinerary, record) if isinstance(record, Movement) else None
        begins = Moment.at(span.start, origin.zone if origin else begins.zone)
    if ends is None:
        reached = destination_place(itinerary, record) if isinstance(record, Movement) else None
        ends = Moment.at(span.end, reached.zone if reached else begins.zone)
    return Duty(span, entry, begins, ends)


@handed_on
def diary(itinerary: Itinerary, limits: Limits, before: Diary | None) -> Diary:
    """Return the days and nights of the principal."""
    known = _Known(before)
    days: list[Day] = []
    nights: list[Night] = []
    under_way: list[Duty] = []
    for each in _sequence(programme(itinerary, limits)):
        if isinstance(each, Duty):
            under_way.append(each)
            continue
        day = known.day(each)
        if days or under_way:
            nights.append(known.night(Night(days[-1] if days else None, tuple(under_way), day)))
        days.append(day)
        under_way = []
    if under_way:
        nights.append(known.night(Night(days[-1] if days else None, tuple(under_way), None)))
    return Diary(tuple(days), tuple(nights))


class _Known:
    """The days and nights of before, each for one that is made of the same."""

    def __init__(self, before: Diary | None) -> None:
        self._days = {_ids(day.duties): day for day in (before.days if before else ())}
        self._nights = {_made_of(night): night for night in (before.nights if before else ())}

    def day(self, made: Day) -> Day:
        return self._days.get(_ids(made.duties), made)

    def night(self, made: Night) -> Night:
        return self._nights.get(_made_of(made), made)


def _made_of(night: Night) -> tuple[int, ...]:
    return (id(night.before), *_ids(night.under_way), id(night.after))


def _ids(objects: Iterable[object]) -> tuple[int, ...]:
    """Return what tells very objects apart, as long as somebody holds on to them."""
    return tuple(map(id, objects))


@dataclass(slots=True)
class _Page:
    """The day that is being written."""

    duties: list[Duty] = field(default_factory=list)
    on: date = date.min
    """The date that it is where the principal is."""
    until: int = 0

    def goes_on_with(self, duty: Duty) -> bool:
        """Tell whether something still belongs to this day."""
        if not self.duties or duty.begins.date == self.on:
            return True
        is_late = duty.begins.wall.hour < SMALL_HOURS
        return is_late and duty.span.start - self.until <= STILL_UP

    def write(self, duty: Duty) -> None:
        """Put something in."""
        if not self.duties:
            self.on, self.until = duty.begins.date, duty.span.end
        self.duties.append(duty)
        self.until = max(self.until, duty.span.end)
        if _crosses_date_line(duty):
            self.on = duty.ends.date


def _sequence(duties: Sequence[Duty]) -> Iterator[Day | Duty]:
    """Return days, and between them the movements on which a night is spent.

    What begins on board, before landing, belongs to that night and to no day.
    """
    page = _Page()
    landing: int | None = None
    for duty in duties:
        if landing is not None and duty.span.start < landing:
            continue
        is_night = is_night_under_way(duty)
        if page.duties and (is_night or not page.goes_on_with(duty)):
            yield Day(tuple(page.duties))
            page = _Page()
        if is_night:
            landing = duty.span.end
            yield duty
        else:
            page.write(duty)
    if page.duties:
        yield Day(tuple(page.duties))


def is_night_under_way(duty: Duty) -> bool:
    """Tell whether this is a long movement, and a night passes from its start to its end.

    The hours are those that the traveller lives through: the clocks of the place left, shifted to
    those of the place reached by the shorter way round. So a day's flight across the date line is
    no night for the date alone, and Tokyo to Ottawa is one although both ends have one date.
    """
    seconds = duty.span.end - duty.span.start
    if duty.movement is None or seconds <= NIGHT_UNDER_WAY:
        return False
    left = duty.begins.wall.hour * 60 + duty.begins.wall.minute
    reached = left + (seconds + int(_shift(duty).total_seconds())) // MINUTE
    night = SMALL_HOURS * 60
    return (reached - night) // MINUTES_OF_DAY > (left - night) // MINUTES_OF_DAY


def _shift(duty: Duty) -> timedelta:
    """Return how far the clocks are set forward on the way, by less than half a day."""
    shift = duty.ends.offset - duty.begins.offset
    if shift > HALF_A_DAY:
        return shift - 2 * HALF_A_DAY
    return shift + 2 * HALF_A_DAY if shift < -HALF_A_DAY else shift


def _crosses_date_line(duty: Duty) -> bool:
    if duty.ends.zone == duty.begins.zone:
        return False
    return abs(duty.ends.offset - duty.begins.offset) > HALF_A_DAY
