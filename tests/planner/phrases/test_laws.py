import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.errors import PhraseUnclear
from planner.moments import Moment, minutes_between
from planner.phrases import (
    Context,
    read_date,
    read_duration,
    read_moment,
    read_range,
    read_time,
    say_duration,
)
from planner.phrases.durations import LONGEST_DURATION
from planner.phrases.words import MONTHS, WEEKDAY_NAMES
from tests.planner.phrases.tables import PARIS

DATES = st.dates(date(1900, 1, 1), date(2199, 12, 31))
TIMES = st.builds(time, st.integers(0, 23), st.integers(0, 59))
ZONES = st.sampled_from(
    ["Europe/Paris", "Europe/London", "America/Toronto", "America/Iqaluit", "Asia/Kolkata", "UTC"]
)
READERS: list[Callable[[str], object]] = [
    read_time,
    read_duration,
    lambda text: read_date(text, PARIS),
    lambda text: read_moment(text, PARIS),
    lambda text: read_range(text, PARIS),
]
PIECES = st.sampled_from(
    [
        *(
            "1",
            "9",
            "10",
            "12",
            "17",
            "30",
            "0",
            "2025",
            "2030",
            "1730",
            "17.3.",
            "17/03",
            "2025-03-17",
        ),
        *(
            "mar",
            "march",
            "mars",
            "may",
            "mon",
            "mardi",
            "next",
            "last",
            "today",
            "tomorrow",
            "on",
            "the",
            "of",
            "st",
        ),
        *(
            "9:30",
            "10:30",
            "14h",
            "1h15",
            "75m",
            "h",
            "m",
            "min",
            "am",
            "p.m.",
            "uhr",
            "hrs",
            "d",
            "days",
            "t",
            "a",
            "at",
        ),
        *("in", "for", "to", "from", "until", "+", "-", "/", ".", ",", ":", "first", "second"),
        *("cet", "utc", "z", "europe/london", "[europe/paris]", "[x]"),
        *(
            "inf",
            "nan",
            "1e5",
            "0x1",
            "_",
            "\N{ARABIC-INDIC DIGIT THREE}",
            "\N{VULGAR FRACTION ONE HALF}",
            "\x00",
            "\x1b",
        ),
    ]
)
GLUE = st.sampled_from(["", " ", " ", "\N{NO-BREAK SPACE}"])
PHRASES = st.lists(st.tuples(PIECES, GLUE), max_size=8).map(
    lambda pairs: "".join(piece + glue for piece, glue in pairs)
)


@given(DATES, st.data())
def test_any_date_reads_back_however_it_is_written(day: date, data: st.DataObject) -> None:
    month = data.draw(st.sampled_from(MONTHS[day.month - 1]))
    weekday = WEEKDAY_NAMES[day.weekday()]
    written = data.draw(
        st.sampled_from(
            [
                day.isoformat(),
                f"{day.year}/{day.month}/{day.day}",
                f"{day.day}.{day.month}.{day.year}",
                f"{day.day} {month} {day.year}",
                f"{month} {day.day}, {day.year}",
                f"{weekday} {day.day} {month} {day.year}",
                f"{weekday[:3]} {day.isoformat()}",
            ]
        )
    )
    assert read_date(written, PARIS) == day


@given(DATES.filter(lambda day: date(1901, 1, 1) < day < date(2199, 1, 1)), st.integers(-182, 182))
def test_any_date_within_six_months_reads_back_without_its_year(today: date, days: int) -> None:
    day = today + timedelta(days=days)
    context = Context(today, "Europe/Paris")
    written = f"{day.day} {MONTHS[day.month - 1][1]}"
    assert read_date(written, context) == day
    assert read_date(f"{day.day}.{day.month}.", context) == day


@given(TIMES)
def test_any_time_reads_back_however_it_is_written(moment: time) -> None:
    hour, minute = moment.hour, moment.minute
    half = f"{hour % 12 or 12}:{minute:02} {'p.m.' if hour >= 12 else 'a.m.'}"
    for written in (
        f"{moment:%H:%M}",
        f"{hour}:{minute:02}",
        f"{moment:%H.%M} Uhr",
        f"{hour}h{minute:02}",
        f"{hour} h {minute:02}",
        f"{moment:%H%M} hrs",
        f"{moment:%H%M}",
        half,
    ):
        assert read_time(written) == moment


@given(st.integers(1, LONGEST_DURATION))
def test_any_duration_reads_back_as_it_is_said(minutes: int) -> None:
    assert read_duration(say_duration(minutes)) == minutes
    assert read_duration(f"{minutes}m") == minutes


@given(DATES, TIMES, ZONES, st.sampled_from([None, 0, 1]))
def test_any_moment_reads_back_as_rfc_9557_text(
    day: date, clock: time, zone: str, fold: int | None
) -> None:
    moment = Moment(datetime.combine(day, clock), zone, fold)
    assert read_moment(moment.to_text(), PARIS) == moment


@given(DATES, TIMES, ZONES)
def test_date_and_time_read_in_either_order(day: date, clock: time, zone: str) -> None:
    moment = Moment(datetime.combine(day, clock), zone)
    assert read_moment(f"{day} {clock:%H:%M} {zone}", PARIS) == moment
    assert read_moment(f"{clock:%H:%M} {day} {zone}", PARIS) == moment


@given(
    st.one_of(DATES, st.sampled_from([date(2025, 3, 29), date(2025, 3, 30), date(2025, 10, 26)])),
    TIMES,
    st.integers(1, 1_439),
    ZONES,
)
def test_the_minutes_of_a_range_are_those_that_elapse(
    day: date, clock: time, wall_minutes: int, zone: str
) -> None:
    wall = datetime.combine(day, clock)
    start, end = Moment(wall, zone), Moment(wall + timedelta(minutes=wall_minutes), zone)
    typed = f"{day} {start.clock}-{end.clock} {zone}"
    doubtful = any(moment.is_nonexistent or moment.is_ambiguous for moment in (start, end))
    either_half = clock.hour <= 12 and "10:00" <= end.clock < start.clock
    if doubtful or either_half:
        with pytest.raises(PhraseUnclear):
            read_range(typed, PARIS)
    else:
        assert read_range(typed, PARIS) == (start, minutes_between(start, end))


@pytest.mark.parametrize("read", READERS)
@given(text=st.one_of(st.text(max_size=220), PHRASES))
def test_every_text_ends_in_an_answer_or_in_a_refusal_that_can_be_shown(
    read: Callable[[str], object], text: str
) -> None:
    try:
        outcome = read(text)
    except PhraseUnclear as refused:
        outcome = refused
    assert outcome is not None
    assert str(outcome).isprintable()
    assert not isinstance(outcome, PhraseUnclear) or len(outcome.text) <= 60


def test_dateutil_is_not_imported_before_a_date_is_read() -> None:
    program = "import sys, planner.phrases; sys.exit('dateutil' in sys.modules)"
    finished = subprocess.run(  # noqa: S603 - the interpreter that runs the tests
        [sys.executable, "-c", program], check=False
    )
    assert finished.returncode == 0
