"""Ranges as people type them: `10:30-11:45`, `17 mar 14h - 15h30`, `10:30 for 1h15`, `2-3pm`."""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import time, timedelta
from functools import partial

from planner.errors import PhraseUnclear
from planner.moments import Moment, minutes_between
from planner.phrases.context import Context
from planner.phrases.durations import LONGEST_DURATION, find_duration, say_duration
from planner.phrases.echo import say_moment
from planner.phrases.moments import Reading, find_moment, find_reading, refuse_offset, settle
from planner.phrases.said_once import sharing
from planner.phrases.text import both, only_reading, understood
from planner.phrases.times import find_clock

Span = tuple[Moment, int | None]
"""A start, and the minutes from it to the end where an end is known."""

_EXPECTED = "a start, and an end if there is one, such as 10:30-11:45, 10:30 for 1h15 or 2-3pm"
_MOST_WORDS = 20
_FROM = re.compile(r"(?:from|de|von) ")
_TO = re.compile(r"-| (?:to|until|till|a|bis) ")
_FOR = re.compile(r" (?:for|pendant) |\+")
_OFFSET_FORM = re.compile(r"[0-9]:[0-9]")
_LETTER = re.compile(r"[a-z]")


def read_range(text: str, context: Context) -> Span:
    """Return the start that a text means, and the elapsed minutes to its end if it has one.

    An end without a date is on the start's day, or where it is not after the start on the next.
    The minutes are a stopwatch's: across a change of the clocks they differ from what the two
    times suggest. Where one of two times does not exist or occurs twice the minutes are unknown,
    and that is refused; with a duration, or alone, such a start is held. Raises `PhraseUnclear`.
    """
    return understood(text, lambda phrase: _find_range(phrase, context), _EXPECTED)


def _find_range(phrase: str, context: Context) -> Span | None:
    refuse_offset(phrase)
    lead = _FROM.match(phrase)
    body = phrase[lead.end() :] if lead else phrase
    if len(body.split(" ")) > _MOST_WORDS:
        return None
    return only_reading(phrase, _attempts(body, context), _say)


def _attempts(body: str, context: Context) -> Iterator[Callable[[], Span | None]]:
    """Cut the phrase at everything that may part a start from its end or duration."""
    for found in _TO.finditer(body):
        start, end = body[: found.start()].rstrip(), body[found.end() :].lstrip()
        yield partial(_with_end, start, end, context)
    for found in _FOR.finditer(body):
        start, duration = body[: found.start()].rstrip(), body[found.end() :].lstrip()
        if found[0] != "+" or not _OFFSET_FORM.search(duration):
            yield partial(_with_duration, start, duration, context)
    for found in re.finditer(" ", body):
        start, duration = body[: found.start()], body[found.end() :]
        yield partial(_with_bare_duration, start, duration, context)
    yield partial(_start_alone, body, context)


def _say(span: Span) -> str:
    start, minutes = span
    return say_moment(start) + (f" for {say_duration(minutes)}" if minutes else "")


def _start_alone(phrase: str, context: Context) -> Span | None:
    start = find_moment(phrase, context)
    return None if start is None else (start, None)


def _with_duration(start: str, duration: str, context: Context) -> Span | None:
    return both(partial(find_moment, start, context), partial(find_duration, duration))


def _with_bare_duration(start: str, duration: str, context: Context) -> Span | None:
    """Read a start and a duration with nothing between: `10:30 75m`.

    Refused where the duration has no unit, or may be an end whose dash was forgotten (`9h 10h`).
    """
    span = _with_duration(start, duration, context)
    if span is None:
        return None
    end = _time_or_none(duration)
    if end is not None and end > span[0].wall.time():
        choices = f"{start} for {duration} or {start} - {duration}"
        raise PhraseUnclear(f"{start} {duration}", choices)
    if _LETTER.search(duration) is None:
        raise PhraseUnclear(f"{start} {duration}", f"{start} for {duration}")
    return span


def _time_or_none(phrase: str) -> time | None:
    try:
        clock = find_clock(phrase)
    except PhraseUnclear:
        return None
    return None if clock is None else clock.time


def _with_end(start: str, end: str, context: Context) -> Span | None:
    found = both(partial(find_reading, start, context), partial(find_reading, end, context))
    if found is None:
        return None
    phrase = f"{start} - {end}"
    first, last = sharing(phrase, *found)
    if last.day is not None and first.day is None:
        raise PhraseUnclear(phrase, "the date before the start, such as 17 mar 10:30-11:45")
    begin = settle(phrase, first, context)
    finish = _end(phrase, last, begin, context)
    _require_certain(phrase, begin)
    _require_certain(phrase, finish)
    minutes = minutes_between(begin, finish)
    if not 0 < minutes <= LONGEST_DURATION:
        raise PhraseUnclear(phrase, "an end after the start, by 14 days at most")
    return begin, minutes


def _end(phrase: str, last: Reading, start: Moment, context: Context) -> Moment:
    """Return the end: on its own date, else on the start's, else on the day after."""
    if last.day is not None:
        return settle(phrase, last, context)
    same_day = replace(last, day=start.date)
    one_zone = (last.zone or context.zone) == start.zone
    if one_zone and last.clock.time == start.wall.time() and None in (start.fold, last.fold):
        raise PhraseUnclear(phrase, "an end that differs from the start")
    if one_zone and last.clock.time > start.wall.time():
        return settle(phrase, same_day, context)
    with suppress(PhraseUnclear):
        end = settle(phrase, same_day, context)
        if minutes_between(start, end) > 0:
            return end
    return settle(phrase, replace(last, day=start.date + timedelta(days=1)), context)


def _require_certain(phrase: str, moment: Moment) -> None:
    if moment.is_nonexistent:
        raise PhraseUnclear(
            phrase, f"two times that exist, and the clocks skip {moment.clock} on that day"
        )
    if moment.fold is None and moment.is_ambiguous:
        raise PhraseUnclear(
            phrase, f"first or second after {moment.clock}, which occurs twice on that day"
        )
