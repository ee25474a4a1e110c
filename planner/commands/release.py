"""`planner release` and `planner releases`: freezing a version of a trip, and listing them."""

from collections.abc import Iterator, Sequence

import click

from planner.commands.failures import complain
from planner.commands.printed.page import (
    SEVERITY_LOOKS,
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
from planner.conflicts import Finding, folded
from planner.conflicts.engine import fold_line
from planner.errors import ReleaseRefused
from planner.records import Release
from planner.records.words import ReleaseScope
from planner.releases import BeforeRelease, before_release
from planner.releases import release as released
from planner.text.spoken import counted

REFUSED = 1
NONE_YET = "Nothing was released yet. `planner release {trip}` freezes the first version."


@click.command(
    short_help="Freeze a numbered version of a trip.",
    epilog="""\b
Examples:
  planner release paris --dry-run
  planner release paris --to "the delegation" --note "London added"
  planner release paris --scope public && planner releases paris
  planner undo paris                   takes a version back

\b
Exit code:
  0  it was released, or with --dry-run could be
  1  it was not: there are errors that nobody acknowledged
  2  it could not be tried
""",
)
@click.argument("trip", metavar="TRIP")
@click.option(
    "--scope",
    type=click.Choice([*map(str, ReleaseScope)]),
    default=str(ReleaseScope.INTERNAL),
    show_default=True,
    help="For whom it is.",
)
@click.option("--to", "recipients", metavar="WHOM", multiple=True, help="Who gets it; repeatable.")
@click.option("--note", metavar="TEXT", default="", help="What is new in it.")
@click.option(
    "--marking", metavar="TEXT", show_default="that of the trip", help="Its handling marking."
)
@click.option("--dry-run", is_flag=True, help="Say what would come of it, and store nothing.")
@click.pass_context
@pass_session
def release(  # noqa: PLR0913 - one for each option
    session: Session,
    context: click.Context,
    trip: str,
    *,
    scope: str,
    recipients: tuple[str, ...],
    note: str,
    marking: str | None,
    dry_run: bool,
) -> None:
    """Freeze the next version of a trip, as it is now.

    It is refused while there is an error that nobody acknowledged; `planner check` says which.
    What is still open in it is said and forbids nothing: placeholders, alternatives of one slot,
    entries that are only proposed, warnings.
    """
    found = session.workspace(session.load(trip))
    itinerary = found.itinerary
    try:
        edit = released(
            itinerary,
            found.report,
            scope=ReleaseScope(scope),
            recipients=", ".join(filter(None, map(str.strip, recipients))),
            note=note,
            marking=itinerary.trip.marking if marking is None else marking,
            by=session.store.author,
            now=session.clock(),
        )
    except ReleaseRefused as error:
        complain(error)
        context.exit(REFUSED)
    before = before_release(itinerary, found.report)
    done = f"Version {before.number}, {scope}, can be released. Nothing was stored."
    if not dry_run:
        done = f"{session.store.apply(edit).edit.label}."
    say([text(done), *_still_open(before, page_width())])


def _still_open(before: BeforeRelease, width: int) -> Iterator[Line]:
    for remark in before.remarks:
        yield from paragraph(f"{remark.heading}:", width, Look.STRONG)
        for item in remark.items:
            yield from paragraph(item, width, indent=2)
    if before.warnings:
        yield text(f"{counted(len(before.warnings), 'warning')}:", Look.STRONG)
        for group in folded(before.warnings):
            yield from _warning(group, width)


def _warning(group: Sequence[Finding], width: int) -> Iterator[Line]:
    severity = group[0].conflict.severity
    mark = Piece(f"{severity.mark} ", SEVERITY_LOOKS[severity])
    first, *others = paragraph(fold_line(group), width - mark.width)
    yield (mark, *first)
    yield from ((space(mark.width), *line) for line in others)


@click.command(
    short_help="List the versions that were released.",
    epilog="""\b
Examples:
  planner releases paris
""",
)
@click.argument("trip", metavar="TRIP")
@pass_session
def releases(session: Session, trip: str) -> None:
    """List the versions of a trip that were released, newest first.

    Each has its number, when it was frozen on the clocks at home, by whom, for whom, and who got
    it; beneath it its marking and its note.
    """
    itinerary = session.load(trip)
    made = sorted(
        itinerary.all(Release).values(), key=lambda each: (each.number, each.id), reverse=True
    )
    if made:
        say(_listed(made, page_width()))
    else:
        say([text(NONE_YET.format(trip=itinerary.trip.short_name))])


def _listed(made: Sequence[Release], width: int) -> Iterator[Line]:
    heads = [_head(each) for each in made]
    number, *columns = (max(piece.width for piece in column) for column in zip(*heads, strict=True))
    for each, head in zip(made, heads, strict=True):
        line: Line = (space(number - head[0].width), head[0])
        for piece, column in zip(head[1:], columns, strict=True):
            line += (space(2), piece, space(column - piece.width))
        yield (*line, space(2), Piece(each.recipients))
        marked = f"marked {each.marking}" if each.marking else ""
        said = " · ".join(filter(None, (marked, each.note)))
        yield from paragraph(said, width, Look.FAINT, number + 2)


def _head(made: Release) -> tuple[Piece, ...]:
    when = f"{made.at.date.isoformat()} {made.at.clock} {made.at.zone_label}".rstrip()
    return (Piece(f"{made.number}", Look.STRONG), Piece(when), Piece(made.by), Piece(made.scope))
