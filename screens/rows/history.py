"""What was done to a trip: when, by whom, in which words, and what it changed."""

from collections.abc import Iterator

from planner.journal import JournalEntry
from planner.text.cells import printable
from planner.text.spoken import short_date
from screens.rows.painting import Painting, Piece
from screens.rows.text import item_rows, text_rows

NONE = "Nothing was changed yet."


def day_heading(entry: JournalEntry) -> Painting:
    """Return the heading of a day, by the clocks of this machine."""
    day = entry.at.astimezone().date()
    return Painting((Piece(f"{short_date(day)} {day.year}", "title"),), role="day")


def entry_rows(entry: JournalEntry, lines: tuple[str, ...], width: int) -> Iterator[Painting]:
    """Yield what was done, and under it old and new."""
    at = entry.at.astimezone()
    head = Piece(f"{at:%H:%M}  ", "time")
    ink = "past" if entry.undoes else ""
    author = (Piece(printable(entry.author), "muted"),)
    yield from item_rows(printable(entry.edit.label), author, width, ink, head)
    for line in lines:
        yield from text_rows(printable(line), width, "muted", indent=" " * len(head.text))
