"""Whom to tell that what they accepted no longer holds, what to write, and that they were told."""

from planner.telling.addressees import Addressee
from planner.telling.marking import accepting, mark_told
from planner.telling.notices import NOBODY, Notice, notices

__all__ = ["NOBODY", "Addressee", "Notice", "accepting", "mark_told", "notices"]
