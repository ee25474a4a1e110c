"""The sample that ships with Summitry: a real trip to Paris, London and Iqaluit, March 2025."""

from importlib import resources

from planner.moments import Moment

SAMPLE_NOW = Moment.from_text("2025-03-17T16:50[Europe/London]")
"""When the sample is looked at, unless somebody says otherwise.

Paris is behind us with its outcomes, the audience has just ended, Downing Street is at 18:00, and
tomorrow has a problem.
"""


def sample_text() -> str:
    """Return the sample as the text of a trip file; what is illustrative, its notes say."""
    return resources.files("planner").joinpath("data", "sample-trip.json").read_text("utf-8")
