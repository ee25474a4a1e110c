"""`planner trips`: what there is, a line a trip."""

import sys

import click

from planner.commands.printed.heading import dates, route, short_counts
from planner.commands.printed.page import (
    Line,
    Look,
    Piece,
    page_width,
    say,
    space,
    text,
    width_of,
)
from planner.commands.session import Session, pass_session
from planner.text.cells import cut
from planner.workspace import Workspace

_GAP = 2
_LEAST_ROUTE = 12
NO_TRIPS = (
    "There are no trips yet. `planner import FILE.json` brings one in; `planner demo` has one."
)


@click.command(
    short_help="List the trips.",
    epilog="""\b
Examples:
  planner trips
  planner trips | cut -d' ' -f1        the short names alone
  planner --now "19 mar 2025 9:00 America/Toronto" trips
""",
)
@pass_session
def trips(session: Session) -> None:
    """List the trips: short name, days, status, cities, and what is wrong.

    The marks count open conflicts: ● errors, ▲ warnings, · notices; ✓ is none. A trip is meant by
    any beginning of its short name that no other trip shares.
    """
    found = [session.workspace(itinerary) for itinerary in session.all()]
    say(_table(found) if found else [text(NO_TRIPS)])


def _table(found: list[Workspace]) -> list[Line]:
    """Return a line a trip; only a terminal makes the cities give way, a pipe gets them all."""
    counted = [short_counts(each.report) for each in found]
    rows = [
        (
            Piece(each.itinerary.trip.short_name, Look.STRONG),
            Piece(dates(each.itinerary) or "no dates yet"),
            Piece(each.itinerary.trip.status, Look.FAINT),
            Piece(route(each.itinerary)),
        )
        for each in found
    ]
    widths = [max(piece.width for piece in column) for column in zip(*rows, strict=True)]
    if sys.stdout.isatty():
        others = sum(widths[:-1]) + max(map(width_of, counted)) + _GAP * len(widths)
        widths[-1] = min(widths[-1], max(page_width() - others, _LEAST_ROUTE))
    return [(*_columns(row, widths), *counts) for row, counts in zip(rows, counted, strict=True)]


def _columns(row: tuple[Piece, ...], widths: list[int]) -> Line:
    line: list[Piece] = []
    for piece, width in zip(row, widths, strict=True):
        kept = Piece(cut(piece.text, width), piece.look)
        line += [kept, space(width - kept.width + _GAP)]
    return tuple(line)
