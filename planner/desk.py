"""The desk: what a window works with, put together by whoever starts the screens."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from planner.around import OfficeSettings
from planner.clock import Clock
from planner.files import Files
from planner.geography.places import Gazetteer
from planner.store import Store


@dataclass(frozen=True)
class Desk:
    """The trips, the clock, the gazetteer, the files, and what somebody set."""

    store: Store
    clock: Clock
    open_gazetteer: Callable[[], Gazetteer]
    """Opens it when a place is first looked up: a start should not wait for it."""
    files: Files
    keys: Mapping[str, str] = field(default_factory=dict)
    """The keys of commands that the person changed, by the command's id."""
    office: OfficeSettings = field(default_factory=OfficeSettings)
    """The limits and severities that the office set."""
