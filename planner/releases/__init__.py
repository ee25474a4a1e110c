"""Releases: what to know before a version of a programme is frozen, and the Edit that does it."""

from planner.releases.before import BeforeRelease, Remark, before_release
from planner.releases.freezing import release

__all__ = ["BeforeRelease", "Remark", "before_release", "release"]
