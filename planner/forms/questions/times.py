"""Questions about times that are more than one field: a meeting's hours, a stop's days."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from planner.errors import FieldInvalid, PhraseUnclear
from planner.forms.questions.clocks import (
    OPEN_END,
    UTC,
    context_of,
    date_text,
    moment_brief,
    moment_text,
    span_text,
)
from planner.forms.questions.fields import MOMENTS, DateQuestion, MomentQuestion
from planner.forms.questions.question import Question, Reading
from planner.moments import Moment
from planner.phrases import (
    Context,
    read_date,
    read_duration,
    read_moment,
    read_range,
    say_moment,
)
from planner.records.words import MeetingKind, PartOfDay
from planner.settings import USUAL_MINUTES
from planner.text.spoken import length, long_date

if TYPE_CHECKING:
    from planner.forms.answers import Answers

_OPEN = re.compile(rf"(.+?)[ -]+{OPEN_END}", re.IGNORECASE)
_PART = re.compile(rf"(?:(.+) )?({'|'.join(each.value for each in PartOfDay)})", re.IGNORECASE)


def _home(draft: "Answers") -> str | None:
    trip = draft.reference.trip
    return trip.home.zone if trip else None


@dataclass(frozen=True, kw_only=True)
class HoursQuestion(Question):
    """When a meeting is, as exactly as is known.

    Empty is not placed yet; `75m` is a length without an hour; `tue` a day; `tue evening` a day and
    a part of it; `12:00` takes the usual length of its kind; `12:00 open` has no end yet.
    """

    @property
    def fields(self) -> tuple[str, ...]:
        """Start, day, part of the day, and length."""
        return ("start", "day", "part_of_day", "minutes")

    @property
    def help(self) -> str:
        """What can be typed."""
        return (
            "A start and an end or a length: 12:00-13:30, 12:00 for 1h15, tue 14h. A start alone "
            "takes the usual length of its kind, and no end with `open` behind it. What is not "
            f"known yet can wait: a day alone, a day and {', '.join(PartOfDay)}, a length, nothing."
        )

    def written(self, values: Mapping[str, object], draft: "Answers") -> str:
        """Return the hours as one would type them."""
        start, day, part, minutes = (values.get(name) for name in self.fields)
        known = minutes if isinstance(minutes, int) else None
        if isinstance(start, Moment):
            return span_text(start, known, context_of(draft))
        when = [date_text(day)] if isinstance(day, date) else []
        when += [str(part)] if part else []
        when += [f"for {known}m" if when else f"{known}m"] if known else []
        return " ".join(when)

    def read(self, text: str, draft: "Answers") -> Reading:
        """Return what is known of the hours."""
        context = context_of(draft)
        length_alone = _length(text)
        if not text or length_alone is not None:
            said = "not placed yet" + (f" · {length(length_alone)}" if length_alone else "")
            return _hours(minutes=length_alone, said=said)
        return self._day_only(text, context) or self._with_hour(text, context, draft)

    def _day_only(self, text: str, context: Context) -> Reading | None:
        lead, _, tail = text.rpartition(" for ")
        minutes = _duration(tail) if lead else None
        typed = lead if minutes is not None else text
        part = _PART.fullmatch(typed)
        if part:
            day = read_date(part[1], context) if part[1] else context.today
            word = PartOfDay(part[2].lower())
            return _hours(day=day, part=word, minutes=minutes, said=f"{long_date(day)}, {word}")
        try:
            day = read_date(typed, context)
        except PhraseUnclear:
            return None
        return _hours(day=day, minutes=minutes, said=f"{long_date(day)}, hour not known yet")

    def _with_hour(self, text: str, context: Context, draft: "Answers") -> Reading:
        is_open = _OPEN.fullmatch(text)
        start, minutes = read_range(is_open[1] if is_open else text, context)
        usual = minutes is None and not is_open
        if usual:
            minutes = _usual_minutes(draft)
        said = say_moment(start, _home(draft))
        ends = ""
        if minutes is not None:
            end = start.plus(minutes)
            ends = f"–{end.clock}"
            said += f" · {length(minutes)}{', usual' if usual else ''}, to {end.clock}"
        return replace(
            _hours(start=start, minutes=minutes, said=said), brief=moment_brief(start, draft, ends)
        )


def _length(text: str) -> int | None:
    """Return the minutes of a text that is a length and nothing else; `14h` is an hour of day."""
    if not re.fullmatch(r"[0-9]+ ?(?:m|min|mins|minutes)", text, re.IGNORECASE):
        return None
    return read_duration(text)


def _duration(text: str) -> int | None:
    """Return the minutes of any length; behind `for` nothing else can be meant."""
    try:
        return read_duration(text)
    except PhraseUnclear:
        return None


def _usual_minutes(draft: "Answers") -> int | None:
    kind = draft.value("kind")
    return USUAL_MINUTES[kind] if isinstance(kind, MeetingKind) else None


def _hours(
    *,
    start: Moment | None = None,
    day: date | None = None,
    part: PartOfDay | None = None,
    minutes: int | None = None,
    said: str,
) -> Reading:
    fields = {"start": start, "day": day, "part_of_day": part, "minutes": minutes}
    return Reading(fields, said)


@dataclass(frozen=True, kw_only=True)
class DayOrHourQuestion(Question):
    """A moment, or the day alone while its hour is not known."""

    day_field: str

    @property
    def help(self) -> str:
        """What can be typed."""
        return f"{MOMENTS} A date alone will do while the hour is not known."

    @property
    def fields(self) -> tuple[str, ...]:
        """The moment and the day."""
        return (self.name, self.day_field)

    def zone(self, draft: "Answers") -> str:
        """Return whose clocks are meant."""
        place = draft.value("place")
        return getattr(place, "zone", "") or _home(draft) or UTC

    def context(self, draft: "Answers") -> Context:
        """Return the context of what is typed: the day of an earlier answer comes first."""
        return context_of(draft, zone=self.zone(draft))

    def written(self, values: Mapping[str, object], draft: "Answers") -> str:
        """Return the moment or the day as one would type it."""
        moment, day = (values.get(name) for name in self.fields)
        if isinstance(moment, Moment):
            return moment_text(moment, self.context(draft))
        return date_text(day) if isinstance(day, date) else ""

    def read(self, text: str, draft: "Answers") -> Reading:
        """Return the moment, or the day."""
        moment_field, day_field = self.fields
        if not text:
            return Reading({moment_field: None, day_field: None})
        context = self.context(draft)
        try:
            day = read_date(text, context)
        except PhraseUnclear:
            moment = read_moment(text, context)
            said = say_moment(moment, _home(draft))
            fields = {moment_field: moment, day_field: None}
            return Reading(fields, said, brief=moment_brief(moment, draft))
        said = f"{long_date(day)}, hour not known yet"
        return Reading({moment_field: None, day_field: day}, said)


@dataclass(frozen=True, kw_only=True)
class LaterQuestion(DayOrHourQuestion):
    """A moment or day that comes after another answer, and takes its day from there."""

    after: str

    def context(self, draft: "Answers") -> Context:
        """Return the context, on the day of the answer before."""
        context = super().context(draft)
        before = draft.value(self.after)
        day = (
            before.date
            if isinstance(before, Moment)
            else draft.value(f"{self.after}_on", self.after)
        )
        return replace(context, today=day if isinstance(day, date) else context.today)

    def read(self, text: str, draft: "Answers") -> Reading:
        """Return the moment or day; one that lies before the other answer is refused."""
        reading = super().read(text, draft)
        first, first_day = draft.value(self.after), draft.value(f"{self.after}_on", self.after)
        last, last_day = (reading.fields[name] for name in self.fields)
        is_earlier = _is_before(last or last_day, first or first_day)
        if is_earlier:
            after = draft.layout.by_name[self.after].label
            raise FieldInvalid(self.label, f"nothing before “{after}”", f"“{text}”")
        return reading


def _is_before(last: object, first: object) -> bool:
    """Tell whether a moment or day lies before another, as far as both are known."""
    if isinstance(last, Moment) and isinstance(first, Moment):
        return last.instant < first.instant
    days = [each.date if isinstance(each, Moment) else each for each in (last, first)]
    return isinstance(days[0], date) and isinstance(days[1], date) and days[0] < days[1]


@dataclass(frozen=True, kw_only=True)
class DaysQuestion(Question):
    """The days of a trip that has no programme yet, from the first to the last."""

    @property
    def help(self) -> str:
        """What can be typed."""
        return "The first and the last day: 16-18 mar 2025, 28 feb to 3 mar; or nothing yet."

    @property
    def fields(self) -> tuple[str, ...]:
        """The first and the last day."""
        return ("earliest", "latest")

    def written(self, values: Mapping[str, object], draft: "Answers") -> str:
        """Return the days as one would type them."""
        days = [values.get(name) for name in self.fields]
        return " to ".join(dict.fromkeys(date_text(day) for day in days if isinstance(day, date)))

    def read(self, text: str, draft: "Answers") -> Reading:
        """Return the days; `16-18 mar 2025` and `28 feb to 3 mar` are read."""
        if not text:
            return Reading(dict.fromkeys(self.fields))
        context = context_of(draft, stop=None)
        first, last = days_of(text, context)
        if last < first:
            raise FieldInvalid(self.label, "the first day before the last", f"“{text}”")
        said = long_date(first) if first == last else f"{long_date(first)} to {long_date(last)}"
        return Reading({"earliest": first, "latest": last}, said)


_SAME_MONTH = re.compile(r"([0-9]{1,2}) ?[-–] ?([0-9]{1,2})( .+)")
_TWO_DAYS = re.compile(r"(.+?) ?(?: to | - |–|—| until | au )+ ?(.+)", re.IGNORECASE)


def days_of(text: str, context: Context) -> tuple[date, date]:
    """Return the first and the last day that a text means; raises `PhraseUnclear`."""
    within = _SAME_MONTH.fullmatch(text)
    if within:
        last = read_date(f"{within[2]}{within[3]}", context)
        return read_date(f"{within[1]}{within[3]}", Context(last, context.zone)), last
    two = _TWO_DAYS.fullmatch(text)
    if two:
        last = read_date(two[2], context)
        return read_date(two[1], Context(last, context.zone)), last
    day = read_date(text, context)
    return day, day


@dataclass(frozen=True, kw_only=True)
class UntilQuestion(MomentQuestion):
    """When something ends that has begun: on the clocks, and on the day, of its beginning."""

    after: str = "start"
    """The question that says when it begins."""

    def value(self, text: str, draft: "Answers") -> object:
        """Return the moment; what ends before it begins is refused."""
        start = draft.value(self.after)
        if not isinstance(start, Moment):
            return super().value(text, draft)
        end = read_moment(text, Context(start.date, start.zone, start, draft.reference.now))
        if end.instant <= start.instant:
            raise FieldInvalid(self.label, f"a time after {start.clock}", f"“{text}”")
        return end

    def zone(self, draft: "Answers") -> str:
        """Return the zone of the beginning."""
        start = draft.value(self.after)
        return start.zone if isinstance(start, Moment) else super().zone(draft)


@dataclass(frozen=True, kw_only=True)
class UntilDayQuestion(DateQuestion):
    """The last day of something that may have a first one."""

    after: str = "since"

    def value(self, text: str, draft: "Answers") -> object:
        """Return the day; one before the first is refused."""
        last, first = super().value(text, draft), draft.value(self.after)
        if isinstance(last, date) and isinstance(first, date) and last < first:
            raise FieldInvalid(self.label, f"a day from {long_date(first)} on", f"“{text}”")
        return last
