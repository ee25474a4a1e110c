"""Questions about when a movement leaves and arrives: each end on its own clocks."""

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from planner.errors import FieldInvalid, PhraseUnclear
from planner.forms.questions.clocks import context_of, moment_text
from planner.forms.questions.fields import MOMENTS, MomentQuestion
from planner.forms.questions.places import EndQuestion
from planner.forms.questions.question import Suggestion
from planner.forms.questions.times import DayOrHourQuestion
from planner.geography.travel import Estimate, estimate
from planner.moments import Moment, minutes_between
from planner.phrases import Context, read_duration, read_moment
from planner.records.words import Mode
from planner.text.spoken import length

if TYPE_CHECKING:
    from planner.forms.answers import Answers

_LENGTH = re.compile(r"\+[0-9].*|[0-9]+ ?(?:m|min|minutes)|[0-9]+ ?h ?[0-9]+ ?m(?:in)?")
"""What cannot be an hour of the day: `14h40` is one."""
_LENGTH_OR_HOUR = re.compile(r"[0-9]{1,2} ?h(?: ?[0-9]{2})?")


@dataclass(frozen=True, kw_only=True)
class DepartureQuestion(DayOrHourQuestion):
    """When a movement leaves: on the clocks of where it leaves from."""

    name: str = "depart"
    day_field: str = "day"

    def zone(self, draft: "Answers") -> str:
        """Return the zone of the origin."""
        return zone_of_end(draft, "origin")


@dataclass(frozen=True, kw_only=True)
class ArrivalQuestion(MomentQuestion):
    """When a movement arrives: on the clocks of where it arrives, on the day it left or later."""

    name: str = "arrive"

    @property
    def help(self) -> str:
        """What can be typed."""
        return f"{MOMENTS} A length such as +1h10 or 70m counts from the departure."

    def value(self, text: str, draft: "Answers") -> object:
        """Return the moment; a length such as `1h10` or `70m` counts from the departure."""
        depart = draft.value("depart")
        zone = zone_of_end(draft, "destination")
        minutes = _takes(text)
        if not isinstance(depart, Moment):
            if minutes is not None:
                raise FieldInvalid(self.label, "an hour of departure first", "")
            return read_moment(text, context_of(draft, zone=zone))
        if minutes is not None:
            return depart.plus(minutes).to(zone)
        there = depart.to(zone)
        arrive = read_moment(text, Context(there.date, zone, depart, draft.reference.now))
        if arrive.instant < depart.instant and _has_no_date(text, there.date, zone):
            if _LENGTH_OR_HOUR.fullmatch(text):
                raise PhraseUnclear(
                    text, f"+{text} for a length, or an hour such as {arrive.clock}"
                )
            return read_moment(text, Context(date.fromordinal(there.date.toordinal() + 1), zone))
        return arrive

    def zone(self, draft: "Answers") -> str:
        """Return the zone of the destination."""
        return zone_of_end(draft, "destination")

    def say(self, value: object, draft: "Answers") -> str:
        """Return the moment in words, and how long the way takes."""
        said = super().say(value, draft)
        depart = draft.value("depart")
        if isinstance(value, Moment) and isinstance(depart, Moment):
            said = f"{length(minutes_between(depart, value))} · {said}"
        return said

    def say_briefly(self, value: object, draft: "Answers") -> str:
        """Return how long the way takes, and the moment without year and offset."""
        said, depart = super().say_briefly(value, draft), draft.value("depart")
        if isinstance(value, Moment) and isinstance(depart, Moment):
            said = f"{length(minutes_between(depart, value))} · {said}"
        return said

    def suggestions(self, text: str, draft: "Answers") -> tuple[Suggestion, ...]:
        """Return the arrival by the estimate of the way."""
        depart, guess = draft.value("depart"), estimate_of(draft)
        if text or guess is None or not isinstance(depart, Moment):
            return ()
        zone = zone_of_end(draft, "destination")
        arrive = depart.plus(guess.rounded).to(zone)
        return (Suggestion(moment_text(arrive, context_of(draft, zone=zone)), guess.label),)


@dataclass(frozen=True, kw_only=True)
class AtEndQuestion(MomentQuestion):
    """When a movement really left or arrived: on the clocks of that end."""

    end: str
    """`origin` or `destination`."""
    example: str = "17 mar 14:30"
    depends: tuple[str, ...] = ("origin", "destination")
    moves: bool = False

    def zone(self, draft: "Answers") -> str:
        """Return the zone of the end."""
        return zone_of_end(draft, self.end)


def _takes(text: str) -> int | None:
    if not _LENGTH.fullmatch(text):
        return None
    try:
        return read_duration(text.removeprefix("+").strip())
    except PhraseUnclear:
        return None


def _has_no_date(text: str, day: date, zone: str) -> bool:
    """Tell whether a text says only a time: on another day it would mean another day."""
    other = Context(date.fromordinal(day.toordinal() + 1), zone)
    return read_moment(text, other) != read_moment(text, Context(day, zone))


def zone_of_end(draft: "Answers", end: str) -> str:
    """Return the zone of where a movement leaves from or arrives, as far as that is known."""
    question = draft.layout.by_name[end]
    place = question.place(draft) if isinstance(question, EndQuestion) else None
    return place.zone if place else context_of(draft, stop=None).zone


def estimate_of(draft: "Answers") -> Estimate | None:
    """Return how long the way of a form probably takes, where its ends and mode are known."""
    ends = [draft.layout.by_name[end] for end in ("origin", "destination")]
    places = [each.place(draft) for each in ends if isinstance(each, EndQuestion)]
    mode = draft.value("mode")
    if not isinstance(mode, Mode) or len(places) != 2 or not places[0] or not places[1]:
        return None
    return estimate(places[0], places[1], mode)
