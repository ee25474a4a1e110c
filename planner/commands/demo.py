"""`planner demo`: the sample trip, from the file to the conflicts, the agenda and the screens."""

import shlex
import shutil
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import click

from planner.commands.exchange import bring_in, paper
from planner.commands.files import write_text
from planner.commands.printed.findings import findings_page
from planner.commands.printed.page import EMPTY, Line, Look, Piece, page_width, say, text
from planner.commands.session import FILE_NAME, Session, pass_session
from planner.commands.terminal import has_terminal, run_screens
from planner.itinerary import Itinerary
from planner.moments import Moment, utc

_PAPERS = {"agenda.md": "markdown", "agenda.txt": "text"}


@click.command(
    short_help="Show the sample trip: Paris, London, Iqaluit.",
    epilog="""\b
Examples:
  planner demo
  planner --db sample.sqlite3 demo
  planner --now "2025-03-19T09:00[America/Toronto]" demo
""",
)
@pass_session
def demo(session: Session) -> None:
    """Load the sample trip, say what does not fit, write its agenda, and open it.

    It goes into a throw-away database, or that of --db, and into no other. Its present is Monday
    17 March 2025, 16:50 in London, unless --now says another. Where there is no terminal, it is
    printed only.
    """
    from planner.sample import SAMPLE_NOW, sample_text  # noqa: PLC0415 - only the demo needs it

    folder = Path(tempfile.mkdtemp(prefix="planner-demo-"))
    database = session.given_database or str(folder / FILE_NAME)
    now = utc(session.given_now) if session.given_now else SAMPLE_NOW
    with Session(database, datetime.fromtimestamp(now.instant, UTC)) as sample:
        lines, trip = bring_in(sample.store, sample_text())
        itinerary = sample.store.load(trip)
        report = sample.workspace(itinerary).report
        papers = _write_papers(sample, itinerary, folder)
        say(
            [
                *lines,
                EMPTY,
                *findings_page(itinerary, report, page_width()),
                EMPTY,
                *_what_is_where(papers, database, folder),
                *_look_again(database, now, itinerary),
            ]
        )
        if has_terminal():
            run_screens(sample, trip)


def _write_papers(session: Session, itinerary: Itinerary, folder: Path) -> list[Path]:
    paths = []
    for name, form in _PAPERS.items():
        paths.append(folder / name)
        write_text(str(paths[-1]), paper(session, itinerary, form), force=False)
    return paths


def _what_is_where(papers: list[Path], database: str, folder: Path) -> list[Line]:
    told = [("Agenda", str(path)) for path in papers]
    told.append(("Database", database))
    told.append(("Remove it", shlex.join(["rm", "-r", str(folder)])))
    return [(Piece(f"{what:<11}", Look.FAINT), Piece(where)) for what, where in told]


def _program() -> str:
    """Return what starts Summitry here: from a checkout it is not on the path."""
    return "planner" if shutil.which("planner") else sys.argv[0]


def _look_again(database: str, now: Moment, itinerary: Itinerary) -> list[Line]:
    name = itinerary.trip.short_name
    command = [_program(), "--db", database, "--now", now.to_text(), "open", name]
    return [EMPTY, text("To look at it again:", Look.FAINT), text(f"  {shlex.join(command)}")]
