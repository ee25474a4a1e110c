"""The journal: every Edit that was applied, in order, and which of them undo takes back next."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from planner.edits import Edit


@dataclass(frozen=True, slots=True)
class Heading:
    """What identifies an entry of the journal, without what it changed."""

    position: int
    """Counts up from 1 over the whole database."""
    author: str
    undoes: int | None
    """The position of the entry that this one takes back, if it does."""


@dataclass(frozen=True, slots=True)
class Headline:
    """What an entry of the journal says of itself, without what it changed."""

    at: datetime
    author: str
    label: str


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """An Edit as it was applied: when (real UTC time), by whom, and with the words of its label."""

    position: int
    at: datetime
    author: str
    edit: Edit
    undoes: int | None = None


def next_undo(headings: Sequence[Heading], author: str) -> int | None:
    """Return the position of the author's latest edit that stands, or None.

    `headings` are in the order of the journal. Another person's work is never chosen.
    """
    own = [heading for heading in headings if heading.author == author]
    taken_back = _taken_back(own)
    standing = [
        heading.position
        for heading in own
        if heading.undoes is None and heading.position not in taken_back
    ]
    return standing[-1] if standing else None


def next_redo(headings: Sequence[Heading], author: str) -> int | None:
    """Return the position of the author's latest undo that nothing new came after, or None.

    A redo is the undo of an undo: it is written with `undoes` naming the undo.
    """
    own = [heading for heading in headings if heading.author == author]
    taken_back = _taken_back(own)
    latest_new = max((each.position for each in own if each.undoes is None), default=0)
    new = {each.position for each in own if each.undoes is None}
    open_undos = [
        heading.position
        for heading in own
        if heading.undoes in new
        and heading.position > latest_new
        and heading.position not in taken_back
    ]
    return open_undos[-1] if open_undos else None


def _taken_back(headings: Sequence[Heading]) -> Collection[int]:
    """Return the positions whose effect does not stand: undone, and the undo not undone itself."""
    taken_back: set[int] = set()
    for heading in reversed(headings):
        if heading.undoes is not None and heading.position not in taken_back:
            taken_back.add(heading.undoes)
    return taken_back
