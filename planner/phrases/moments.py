"""Moments as people type them: `17 mar 9:30`, `tomorrow 14h`, `next tue 10:00 CET`, `+45m`."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial

from planner.errors import MomentInvalid, PhraseUnclear
from planner.moments import Moment
from planner.phrases.context import Context
from planner.phrases.dates import find_date, require_year, say_date
from planner.phrases.durations import find_duration
from planner.phrases.text import both, is_understood, only_reading, understood
from planner.phrases.times import EXPECTED_HOUR, Clock, Style, find_clock
from planner.phrases.zone_names import abbreviations, iana_name, zone_typed

EXPECTED_MOMENT = "a date and a time such as 17 mar 9:30, tomorrow 14h, next tue 10:00 or +45m"
_MOST_WORDS = 12
_PRESENT = frozenset({"now", "maintenant"})
_FOLDS = {"first": 0, "second": 1}

_RFC_9557 = re.compile(r"([0-9t :.z+-]+)\[([^\]]+)\]")
_OFFSET = re.compile(r"[0-9]t[0-9:]+(?: ?[+-][0-9:]+)$")
_ISO = re.compile(r"^([0-9]{4}-[0-9]{2}-[0-9]{2})t(?=[0-9])")
_LATER = re.compile(r"(?:in |([+-]) ?)(.+)")
_FOLDED = re.compile(r"(.+) (first|second)")
_ZONED = re.compile(r"(.+?)(?: ([a-z][a-z0-9_+/-]*)|(?<=[0-9])(z))")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a phrase says of a moment, before what it leaves out is filled in."""

    clock: Clock
    day: date | None = None
    zone: str | None = None
    """An IANA name."""
    abbreviation: str | None = None
    """What the zone was called, in capitals, still to be checked against the day."""
    fold: int | None = None


def read_moment(text: str, context: Context) -> Moment:
    """Return the moment that a text means, in the context's zone unless it names another.

    Without a date it is on `context.today`; `+45m` counts elapsed minutes from `context.near`. A
    time that does not exist, or occurs twice, is held as it was typed and left to the caller to
    show; `first` or `second` behind it, or the right abbreviation, chooses. An abbreviation that
    is not in force there on that day (EST in August) is refused. Raises `PhraseUnclear`.
    """
    return understood(text, lambda phrase: find_moment(phrase, context), EXPECTED_MOMENT)


def find_moment(phrase: str, context: Context) -> Moment | None:
    """Return the moment that a cleaned phrase means, or None where it has not the shape of one.

    Raises `PhraseUnclear` for the shape of a moment that cannot be one.
    """
    if phrase in _PRESENT and context.present:
        return context.present.to(context.zone)
    found = _rfc_9557(phrase) or _later(phrase, context)
    if found is not None:
        return found
    reading = find_reading(phrase, context)
    return None if reading is None else settle(phrase, reading, context)


def find_reading(phrase: str, context: Context) -> Reading | None:
    """Return what a cleaned phrase says of a moment: date and time in either order, then a zone.

    None where it has not the shape of one. Raises `PhraseUnclear` for the shape of a moment that
    cannot be one, or could be several.
    """
    refuse_offset(phrase)
    folded = _FOLDED.fullmatch(phrase)
    body, fold = (folded[1], _FOLDS[folded[2]]) if folded else (phrase, None)
    reading = _date_and_clock(body, context)
    if reading is None and (zoned := _ZONED.fullmatch(body)):
        reading = _date_and_clock(zoned[1], context)
        reading = reading and _in_zone(phrase, reading, zoned[2] or zoned[3])
    return reading and replace(reading, fold=fold)


def settle(phrase: str, reading: Reading, context: Context) -> Moment:
    """Return the moment of a reading, with what it leaves out filled in from the context.

    Raises `PhraseUnclear` where time, zone or fold do not go together.
    """
    if reading.clock.style is Style.LONE:
        raise PhraseUnclear(phrase, EXPECTED_HOUR)
    wall = datetime.combine(reading.day or context.today, reading.clock.time)
    moment = Moment(wall, reading.zone or context.zone)
    fold = reading.fold
    if reading.abbreviation is not None:
        named = _fold_by_abbreviation(phrase, moment, reading.abbreviation)
        if None not in (named, fold) and named != fold:
            raise PhraseUnclear(phrase, f"{reading.abbreviation}, or first or second, not both")
        fold = fold if named is None else named
    if fold is not None and not moment.is_ambiguous:
        raise PhraseUnclear(
            phrase, f"no first or second: {moment.clock} occurs once on {say_date(moment.date)}"
        )
    return replace(moment, fold=fold)


def refuse_offset(phrase: str) -> None:
    """Raise `PhraseUnclear` for an ISO text with an offset and no zone.

    An offset does not say which clocks are meant; and to a range its dash or plus would look like
    an end or a duration.
    """
    if _OFFSET.search(phrase):
        raise PhraseUnclear(phrase, "a zone, not an offset: 2025-03-17T10:00[Europe/Paris]")


def _rfc_9557(phrase: str) -> Moment | None:
    found = _RFC_9557.fullmatch(phrase)
    if found is None:
        return None
    zone_name = iana_name(found[2])
    if zone_name is None:
        raise PhraseUnclear(phrase, "an IANA zone in the brackets, such as [Europe/Paris]")
    try:
        moment = Moment.from_text(f"{found[1].upper()}[{zone_name}]")
    except MomentInvalid:
        raise PhraseUnclear(
            phrase, "a date, time and zone such as 2025-03-17T10:00[Europe/Paris]"
        ) from None
    require_year(phrase, moment.wall.year)
    return moment


def _later(phrase: str, context: Context) -> Moment | None:
    found = _LATER.fullmatch(phrase)
    if found is None or (minutes := find_duration(found[2])) is None:
        return None
    if is_understood(partial(find_date, phrase, context)):
        return None
    if ":" in phrase:
        raise PhraseUnclear(phrase, "minutes or hours with a unit, such as +45m or +1h15")
    if context.near is None:
        raise PhraseUnclear(phrase, "a date and a time: there is nothing to count from here")
    return context.near.plus(-minutes if found[1] == "-" else minutes).to(context.zone)


def _date_and_clock(phrase: str, context: Context) -> Reading | None:
    words = _ISO.sub(r"\1 ", phrase).split(" ")
    if len(words) > _MOST_WORDS:
        return None
    if is_understood(partial(find_date, phrase, context)):
        raise PhraseUnclear(phrase, f"a time too, such as {phrase} 9:30")
    return only_reading(phrase, _attempts(words, context), _say)


def _attempts(words: list[str], context: Context) -> Iterator[Callable[[], Reading | None]]:
    yield partial(_clock_alone, " ".join(words))
    for cut in range(1, len(words)):
        before, after = " ".join(words[:cut]).rstrip(","), " ".join(words[cut:])
        yield partial(_date_first, before, after, context)
        yield partial(_clock_first, before, after, context)
    yield partial(_date_alone, " ".join(words), context)


def _clock_alone(phrase: str) -> Reading | None:
    clock = find_clock(phrase)
    return None if clock is None else Reading(clock)


def _date_first(day: str, clock: str, context: Context) -> Reading | None:
    found = both(partial(find_clock, clock), partial(find_date, day, context))
    return found and Reading(*found)


def _clock_first(clock: str, day: str, context: Context) -> Reading | None:
    """Read a time and the date behind it; a number alone in front is the day, not an hour."""
    found = _date_first(day, clock, context)
    return None if found and found.clock.style is Style.LONE else found


def _date_alone(phrase: str, context: Context) -> Reading | None:
    """Read no moment, but let a date that does not exist be refused as that."""
    find_date(phrase, context)
    return None


def _say(reading: Reading) -> str:
    day = f"{say_date(reading.day)} " if reading.day else ""
    return f"{day}{reading.clock.time:%H:%M}"


def _in_zone(phrase: str, reading: Reading, name: str) -> Reading:
    zone_name = zone_typed(name)
    if zone_name is not None:
        return replace(reading, zone=zone_name)
    if "/" in name:
        raise PhraseUnclear(phrase, "a zone by its IANA name, such as Europe/Paris")
    return replace(reading, abbreviation=name.upper())


def _fold_by_abbreviation(phrase: str, moment: Moment, abbreviation: str) -> int | None:
    """Check an abbreviation against the day; where the time occurs twice, it says which."""
    names = abbreviations(moment.wall, moment.zone)
    typed = [name.upper() for name in names]
    if abbreviation in typed:
        return typed.index(abbreviation) if moment.is_ambiguous else None
    there = f"in {moment.zone} on {say_date(moment.date)}"
    if not all(names):
        raise PhraseUnclear(
            phrase,
            f"no abbreviation, for there is none {there}, or an IANA name such as Europe/London",
        )
    right = " or ".join(dict.fromkeys(names))
    raise PhraseUnclear(
        phrase, f"{right}, which is in force {there}, or an IANA name such as Europe/London"
    )
