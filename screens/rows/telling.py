"""Rows of who is to be told: a meeting, then its people; and the message to one of them."""

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from planner.telling import NOBODY, Notice
from planner.text.cells import printable, wrapped
from screens.rows.painting import Painting, Piece

NOBODY_NAMED = "Whoever accepted"
NOT_ON_RECORD = "Nobody is on record for it. Whoever accepted must be told all the same."
NO_REACH = "Neither phone nor e-mail is on record."
COPIED = "✓ "
MARGIN = "  "
Row = tuple[Painting, int | None]
"""A row, and the place of the notice that it shows; None where it shows none."""


def telling_rows(notices: Sequence[Notice], copied: Collection[Notice]) -> list[Row]:
    """Return the list: a heading a meeting, under it whom to tell; a tick where it was copied."""
    if not notices:
        return [(Painting((Piece(NOBODY, "muted"),)), None)]
    rows: list[Row] = []
    for _, group in groupby(enumerate(notices), key=lambda pair: pair[1].meeting.id):
        people = list(group)
        if rows:
            rows.append((Painting(), None))
        rows.append((_heading([notice for _, notice in people]), None))
        rows += [(_person(notice, notice in copied), place) for place, notice in people]
    return rows


def _heading(notices: Sequence[Notice]) -> Painting:
    to_tell = sum(notice.to is not None for notice in notices)
    count = f"{to_tell} to tell" if to_tell else ""
    return Painting((Piece(notices[0].meeting.title, "heading"),), (Piece(count, "muted"),))


def _person(notice: Notice, is_copied: bool) -> Painting:
    tick = Piece(COPIED if is_copied else MARGIN, "good")
    if notice.to is None:
        return Painting((tick, Piece(NOBODY_NAMED, "strong")))
    name, what = Piece(notice.to.name, "strong"), notice.to.described
    return Painting((tick, name, Piece(f"  {what}", "muted", is_extra=True)))


def message_rows(notice: Notice, width: int) -> Iterator[Painting]:
    """Yield who somebody is, how to reach them, and the message, broken to a width."""
    if notice.to is None:
        yield from _broken(NOT_ON_RECORD, width, "warning")
        yield from _broken(f"Before: {notice.old}.", width)
        yield from _broken(f"Now: {notice.new}.", width)
        return
    yield from _broken(f"{notice.to.name} · {notice.to.described}", width, "heading")
    # What stands for a site or a driver is a text, which may hold a number already.
    otherwise = NO_REACH if notice.to.is_in_meeting else ""
    yield from _broken(" · ".join(notice.to.reach) or otherwise, width, "muted")
    yield Painting()
    for line in notice.text.split("\n"):
        yield from _broken(line, width)


def _broken(text: str, width: int, role: str = "") -> Iterator[Painting]:
    for line in wrapped(printable(text), width):
        yield Painting((Piece(line, role),))
