"""What is said at one end of a range and meant for both: the zone, and am or pm."""

from dataclasses import replace

from planner.errors import PhraseUnclear
from planner.phrases.moments import Reading
from planner.phrases.times import Clock, Style

_DAY = 24 * 60
_OPEN = (Style.BARE, Style.LONE)


def sharing(phrase: str, first: Reading, last: Reading) -> tuple[Reading, Reading]:
    """Return both ends of a range with what only one of them says.

    A zone serves both. So does am or pm, unless the other half of the day makes the range shorter:
    `2-3pm` is from 2 pm, `11-1pm` from 11 am. Raises `PhraseUnclear` where that does not decide.
    """
    two_zones = first.zone is not None and last.zone is not None and first.zone != last.zone
    if first.abbreviation is None and last.abbreviation is None:
        zone = first.zone or last.zone
        first, last = replace(first, zone=first.zone or zone), replace(last, zone=last.zone or zone)
    choices = _halves(first.clock, last.clock)
    if len(choices) > 1:
        if two_zones or last.day is not None:
            raise PhraseUnclear(phrase, "am or pm with both times")
        choices = [_shortest(phrase, choices)]
    elif not two_zones and last.day is None and last.fold is None:
        _require_one_clock(phrase, first.clock, last.clock)
    start, end = choices[0]
    return replace(first, clock=start), replace(last, clock=end)


def _halves(start: Clock, end: Clock) -> list[tuple[Clock, Clock]]:
    if end.style is Style.HALVED and start.style in _OPEN:
        return [(half, end) for half in start.halves]
    if start.style is Style.HALVED and end.style in _OPEN:
        return [(start, half) for half in end.halves]
    return [(start, end)]


def _shortest(phrase: str, choices: list[tuple[Clock, Clock]]) -> tuple[Clock, Clock]:
    spans = [(_minute(end) - _minute(start)) % _DAY for start, end in choices]
    if 0 in spans:
        raise PhraseUnclear(phrase, "am or pm with both times")
    return choices[spans.index(min(spans))]


def _require_one_clock(phrase: str, start: Clock, end: Clock) -> None:
    """Refuse `10:30-2:30`: on a 24-hour clock it would last until the next morning."""
    if end.style is Style.BARE and end.time < start.time and start.time.hour <= 12:
        afternoon = end.halves[1].time
        raise PhraseUnclear(
            phrase, f"{afternoon:%H:%M} as the end, or both dates where it ends the next day"
        )


def _minute(clock: Clock) -> int:
    return clock.time.hour * 60 + clock.time.minute
