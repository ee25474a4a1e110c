"""`planner import` and `planner export`: trip files in and out, and papers out."""

from collections.abc import Iterable, Iterator

import click

from planner.commands.files import STANDARD, called, read_text, write_text
from planner.commands.printed.page import (
    Line,
    Look,
    Piece,
    page_width,
    paragraph,
    say,
    space,
    text,
)
from planner.commands.session import Session, pass_session
from planner.errors import FileUnusable, TripFileInvalid
from planner.exchange import Tally, write_trip_file
from planner.exchange.arrival import draw_up, tally_words
from planner.itinerary import Itinerary
from planner.papers import Document, Form, Paper, paper_text, printed_at
from planner.store import Store

_VERBS = 13
"""How wide the column of verbs is."""


@click.command(
    "import",
    short_help="Bring in a trip file.",
    epilog="""\b
Examples:
  planner import paris.json
  cat paris.json | planner import -
  planner undo paris                   takes the whole import back
""",
)
@click.argument("file", metavar="FILE.json")
@pass_session
def import_(session: Session, file: str) -> None:
    """Bring in a trip file; `-` reads standard input.

    A trip that is there already is updated: what the file says holds, and what it does not mention
    stays. A file that is wrong anywhere changes nothing; all that is wrong with it is listed.
    """
    typed = read_text(file)
    try:
        lines, _ = bring_in(session.store, typed)
    except TripFileInvalid as error:
        raise FileUnusable(called(file), _problems(error)) from error
    say(lines)


def _problems(error: TripFileInvalid) -> str:
    """Return what is wrong with a trip file: the one thing, or all of them, a line each."""
    if len(error.problems) == 1:
        return f"{error.problems[0]} Nothing was changed."
    heading = f"{len(error.problems)} things are wrong in it; nothing was changed."
    return "\n  ".join((heading, *error.problems))


def bring_in(store: Store, typed: str) -> tuple[list[Line], str]:
    """Apply a trip file as one Edit; return what to say of it, and the id of its trip.

    Raises `SummitryError`, and has changed nothing then.
    """
    from db.places import ShippedGazetteer  # noqa: PLC0415 - only what reads place names needs them

    found = draw_up(typed, store.directory(), ShippedGazetteer(), store.load)
    store.apply(found.edit)
    done = found.edit.label if found.edit.writes else f"Nothing is new in “{found.trip.title}”"
    notes = [line for note in found.notes for line in _note(note)]
    head = text(f"{done} ({found.trip.short_name}).")
    return [head, *_tallied(found.tallies), *notes], found.trip.id


def _tallied(tallies: Iterable[Tally]) -> Iterator[Line]:
    """Yield what was added, changed and left, a paragraph each."""
    for verb, words in tally_words(tallies):
        first, *others = paragraph(words, page_width() - _VERBS)
        yield (Piece(f"  {verb:<{_VERBS - 2}}", Look.FAINT), *first)
        yield from ((space(_VERBS), *line) for line in others)


def _note(note: str) -> list[Line]:
    first, *others = paragraph(note, page_width() - 2)
    return [(Piece("▲ ", Look.WARNING), *first), *((space(2), *line) for line in others)]


@click.command(
    short_help="Write a paper, or the trip file.",
    epilog="""\b
Examples:
  planner export paris --document agenda --format markdown -o agenda.md
  planner export paris --document agenda | less
  planner export paris --format json -o paris.json --force
""",
)
@click.argument("trip", metavar="TRIP")
@click.option(
    "--document",
    type=click.Choice([str(Document.AGENDA)]),
    help="The paper to write; without it, the trip file.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice([*map(str, Form)]),
    help="text (usual) or markdown for a paper; json for the trip file.",
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    default=STANDARD,
    show_default="standard output",
    help="Where to write it, readable by you alone; `-` is standard output.",
)
@click.option("--force", is_flag=True, help="Replace the file if it is there already.")
@pass_session
def export(
    session: Session, trip: str, document: str | None, form: str | None, output: str, force: bool
) -> None:
    """Write a paper of a trip, or the trip file that `planner import` reads.

    The trip file holds everything and loses nothing. A file that exists is not replaced unless
    --force says so.
    """
    form = form or (Form.TEXT if document else Form.JSON)
    if document and form == Form.JSON:
        raise click.UsageError("A paper is text or markdown; json is the trip file alone.")
    if not document and form != Form.JSON:
        raise click.UsageError(f"--format {form} needs --document, such as --document agenda.")
    itinerary = session.load(trip)
    written = paper(session, itinerary, form) if document else write_trip_file(itinerary)
    write_text(output, written, force=force)


def paper(session: Session, itinerary: Itinerary, form: str) -> str:
    """Return the agenda of a trip as text or Markdown, as of now at its home."""
    printed = printed_at(itinerary, session.clock())
    return paper_text(itinerary, Paper(Document.AGENDA, Form(form)), printed)
