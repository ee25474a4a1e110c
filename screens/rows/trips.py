"""What a trip looks like in the list of trips."""

from planner.conflicts import Report, Severity
from planner.records.words import TripStatus
from planner.store import TripSummary
from planner.text.cells import cell_width
from planner.workspace.overview import counts_words, dates_words, distance_words
from screens.rows.painting import Painting, Piece, longest, width_of

ROWS_A_TRIP = 2
DATES_WIDTH = len("28 September – 2 October 2025  ")
SHORT_WIDTH = len("16–18 March 2025  ")
WIDE = 100
"""From this width on the dates have a column that holds the longest."""
_FIRM = frozenset({TripStatus.CONFIRMED, TripStatus.ANNOUNCED})
_GONE = frozenset({TripStatus.CANCELLED})


def trip_row(
    summary: TripSummary, line: int, width: int, report: Report | None, now: int
) -> Painting:
    """Return one of the rows of a trip: dates and title, or how far off, who and where.

    `report` is what does not fit in it; None while that is not known yet.
    """
    column = DATES_WIDTH if width >= WIDE else SHORT_WIDTH
    if line == 0:
        role = "fallen" if summary.trip.status in _GONE else "strong"
        left = (_column(dates_words(summary), column, "time"), Piece(summary.trip.title, role))
        status = "good" if summary.trip.status in _FIRM else "muted"
        return Painting(left, (*_attention(report), Piece(summary.trip.status, status)))
    cities = " → ".join(summary.cities)
    facts = " · ".join(filter(None, (summary.principal, cities)))
    left = (_column(distance_words(summary, now), column, "muted"), Piece(facts))
    counts = longest((counts_words(summary), ""), width - width_of(left) - 2)
    return Painting(left, (Piece(counts, "muted"),))


def _column(words: str, width: int, role: str) -> Piece:
    return Piece(words + " " * max(width - cell_width(words), 2), role)


def _attention(report: Report | None) -> tuple[Piece, ...]:
    if report is None:
        return ()
    counts = ((severity, report.count(severity)) for severity in Severity)
    return tuple(Piece(f"{each.mark} {count}  ", each.word) for each, count in counts if count)
