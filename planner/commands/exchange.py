"""`planner import` and `planner export`: trip files in and out, and papers out."""

from collections.abc import Iterator, Sequence

import click

from planner.commands.files import STANDARD, FileUnusable, read_text, write_text
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
from planner.errors import TripFileInvalid, TripUnknown
from planner.exchange import Tally, import_edit, preview, read_trip_file, write_trip_file
from planner.itinerary import Itinerary
from planner.moments import utc
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
        raise FileUnusable(file, _problems(error)) from error
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

    known = store.directory()
    file = read_trip_file(typed, known, ShippedGazetteer())
    edit = import_edit(file, _stored(store, file.trip.id), known)
    store.apply(edit)
    done = edit.label if edit.writes else f"Nothing is new in “{file.trip.title}”"
    notes = [line for note in file.notes for line in _note(note)]
    head = text(f"{done} ({file.trip.short_name}).")
    return [head, *_tallied(preview(edit)), *notes], file.trip.id


def _stored(store: Store, trip: str) -> Itinerary | None:
    try:
        return store.load(trip)
    except TripUnknown:
        return None


def _tallied(tallies: Sequence[Tally]) -> Iterator[Line]:
    """Yield what was added, changed and left, kind after kind: `added  1 trip, 3 stops`."""
    width = page_width()
    for verb in ("added", "changed", "unchanged"):
        numbers = [(getattr(tally, verb), tally.kind) for tally in tallies]
        words = ", ".join(counted(number, kind) for number, kind in numbers if number)
        if words:
            first, *others = paragraph(words, width - _VERBS)
            yield (Piece(f"  {verb:<{_VERBS - 2}}", Look.FAINT), *first)
            yield from ((space(_VERBS), *line) for line in others)


def _note(note: str) -> list[Line]:
    first, *others = paragraph(note, page_width() - 2)
    return [(Piece("▲ ", Look.WARNING), *first), *((space(2), *line) for line in others)]


_PLURALS = {"person": "people", "follow_up": "follow-ups", "unavailability": "unavailabilities"}


def counted(number: int, kind: str) -> str:
    """Return `1 stop`, `12 people`."""
    if number != 1:
        return f"{number} {_PLURALS.get(kind, kind + 's').replace('_', ' ')}"
    return f"1 {'follow-up' if kind == 'follow_up' else kind.replace('_', ' ')}"


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
    type=click.Choice(["agenda"]),
    help="The paper to write; without it, the trip file.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json"]),
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
    form = form or ("text" if document else "json")
    if document and form == "json":
        raise click.UsageError("A paper is text or markdown; json is the trip file alone.")
    if not document and form != "json":
        raise click.UsageError(f"--format {form} needs --document, such as --document agenda.")
    itinerary = session.load(trip)
    written = write_trip_file(itinerary) if form == "json" else paper(session, itinerary, form)
    write_text(output, written, force=force)


def paper(session: Session, itinerary: Itinerary, form: str) -> str:
    """Return the agenda of a trip as text or Markdown, as of now at its home."""
    from planner.documents import DocumentFormat, agenda  # noqa: PLC0415 - Jinja2 takes its time

    printed = utc(session.clock()).to(itinerary.trip.home.zone)
    return agenda(itinerary, printed, format=DocumentFormat(form))
