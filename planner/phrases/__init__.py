"""What staff type about dates, times, ranges and durations, read or refused.

Nothing is guessed: a phrase that could mean two things, or nothing, raises `PhraseUnclear`, which
says what was expected.
"""

from planner.phrases.context import Context
from planner.phrases.dates import read_date
from planner.phrases.durations import read_duration, say_duration
from planner.phrases.echo import say_moment
from planner.phrases.moments import read_moment
from planner.phrases.ranges import read_range
from planner.phrases.times import read_time

__all__ = [
    "Context",
    "read_date",
    "read_duration",
    "read_moment",
    "read_range",
    "read_time",
    "say_duration",
    "say_moment",
]
