"""`planner undo`, `redo` and `history`: what was done, and taking it back."""

from collections.abc import Sequence

import click

from planner.commands.printed.page import Line, Look, Piece, say, space, text
from planner.commands.session import Session, pass_session
from planner.errors import TripUnknown
from planner.journal import JournalEntry
from planner.moments import Moment, utc

USUAL_LIMIT = 20
_TRIP = click.argument("trip", metavar="[TRIP]", required=False)


@click.command(
    short_help="Take back your latest change.",
    epilog="""\b
Examples:
  planner undo paris
  planner undo && planner history --limit 3
""",
)
@_TRIP
@pass_session
def undo(session: Session, trip: str | None) -> None:
    """Take back your latest change; with TRIP, your latest to that trip.

    What others did is never taken back. Undo again goes back further, also after a restart;
    `planner redo` does it again.
    """
    entry = session.store.undo(session.find(trip) if trip else None)
    say([text(f"{entry.edit.label}.")])


@click.command(
    short_help="Do again what you took back.",
    epilog="""\b
Examples:
  planner redo paris
""",
)
@_TRIP
@pass_session
def redo(session: Session, trip: str | None) -> None:
    """Do again what you took back last; with TRIP, in that trip.

    Once you change something new, what you took back before stays so.
    """
    try:
        chosen = session.find(trip) if trip else None
    except TripUnknown as error:
        hint = "If you took back its import, `planner redo` without a name brings it back."
        raise click.ClickException(f"{error} {hint}") from error
    entry = session.store.redo(chosen)
    say([text(f"{entry.edit.label}.")])


@click.command(
    short_help="List what was changed, by whom and when.",
    epilog="""\b
Examples:
  planner history
  planner history paris --limit 100
""",
)
@_TRIP
@click.option(
    "--limit",
    type=click.IntRange(min=1, max=100_000),
    default=USUAL_LIMIT,
    show_default=True,
    help="How many of the latest changes.",
)
@pass_session
def history(session: Session, trip: str | None, limit: int) -> None:
    """List the latest changes, newest first; with TRIP, those to that trip.

    Each line has the number of the change, when it was made, by whom, and what was done. Times are
    those at the trip's home, or UTC where no trip is named.
    """
    chosen = session.find(trip) if trip else None
    zone = session.store.load(chosen).trip.home.zone if chosen else "UTC"
    # One more than is shown tells whether there are older ones.
    entries = session.store.history(chosen, limit + 1)
    lines = _lines(entries[:limit], zone)
    if len(entries) > limit:
        lines.append(text(f"There are older ones: --limit {limit * 10} shows more.", Look.FAINT))
    say(lines or [text("Nothing was changed yet.")])


def _lines(entries: Sequence[JournalEntry], zone: str) -> list[Line]:
    number = max((len(str(entry.position)) for entry in entries), default=0)
    authors = [Piece(entry.author) for entry in entries]
    widest = max((author.width for author in authors), default=0)
    return [
        (
            Piece(f"{entry.position:>{number}}  ", Look.FAINT),
            Piece(f"{_when(utc(entry.at).to(zone))}  "),
            author,
            space(widest - author.width + 2),
            Piece(entry.edit.label, Look.FAINT if entry.undoes else Look.PLAIN),
        )
        for entry, author in zip(entries, authors, strict=True)
    ]


def _when(moment: Moment) -> str:
    return f"{moment.date.isoformat()} {moment.clock} {moment.zone_label}".rstrip()
