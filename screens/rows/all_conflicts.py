"""What the conflicts of all trips look like: a heading for each trip, and what is wrong in it."""

from collections.abc import Iterator

from planner.conflicts import Severity
from planner.text.cells import cut, printable
from planner.text.spoken import counted
from planner.workspace.across import Counts, Looked
from planner.workspace.overview import dates_words
from screens.rows.painting import Painting, Piece, width_of
from screens.rows.text import LEAST_ROOM, text_rows

UNREADABLE = "cannot be read"
ALL_WELL = "Nothing is wrong in any trip."
NONE_TO_COME = "No trip is under way or to come."
NONE_SO_BAD = "Nothing that bad is wrong in any trip."
SHOWN = {
    Severity.ERROR: "Only errors",
    Severity.WARNING: "Only errors and warnings",
    Severity.NOTICE: "All that does not fit",
}
"""What shows, by the least severity that does."""


def summary_row(least: Severity, counts: Counts) -> Painting:
    """Return what shows, and how many conflicts there are in all trips together."""
    numbers = (
        Piece(f"  {severity.mark} {counted(count, severity.word)}", severity.word)
        for severity, count in counts.items()
        if count
    )
    return Painting((Piece(SHOWN[least], "heading"), *numbers))


def trip_heading(looked: Looked, width: int) -> Painting:
    """Return the heading of a trip: its title and days, and how many conflicts of each severity.

    A long title gives way to the days: one trip can be called like another.
    """
    days = Piece(f"  {dates_words(looked.summary)}", "muted")
    beside = tuple(_beside(looked))
    room = width - width_of((days, *beside)) - 1
    title = cut(printable(looked.summary.trip.title), max(room, LEAST_ROOM))
    return Painting((Piece(title, "title"), days), beside, role="day")


def _beside(looked: Looked) -> Iterator[Piece]:
    if looked.failure:
        yield Piece(UNREADABLE, "warning")
    for severity, count in looked.counts.items():
        if count:
            yield Piece(f"  {severity.mark} {count}", severity.word)


def failure_rows(why: str, width: int) -> tuple[Painting, ...]:
    """Return why a trip could not be looked into."""
    return tuple(text_rows(printable(why), width, indent="  "))
