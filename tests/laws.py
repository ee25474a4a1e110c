"""How often a law is tried: some times with every run, and many more by `make laws`."""

import os
from collections.abc import Sequence

from hypothesis import Phase, settings

TIMES = int(os.environ.get("LAWS", "1"))
"""So many times as often as with every run, on other examples each time where it is more."""


def tried(examples: int, phases: Sequence[Phase] = tuple(Phase)) -> settings:
    """Return the settings of a law that is tried on so many examples, or as many times that."""
    return settings(
        max_examples=examples * TIMES, deadline=None, derandomize=TIMES == 1, phases=phases
    )
