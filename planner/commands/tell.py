"""`planner tell`: whom to tell that what they accepted no longer holds, and what to write."""

from collections.abc import Iterator
from itertools import groupby

import click

from planner.commands.printed.heading import marking, title_lines
from planner.commands.printed.page import EMPTY, Line, Look, page_width, paragraph, say, text
from planner.commands.session import Session, pass_session
from planner.itinerary import Itinerary
from planner.telling import NOBODY, Notice, notices

_INDENT = 2


@click.command(
    short_help="Say whom to tell of what changed, and how.",
    epilog="""\b
Examples:
  planner tell paris
  planner tell paris | less
  planner --now "16 mar 2025 9:00 Europe/Paris" tell paris
""",
)
@click.argument("trip", metavar="TRIP")
@pass_session
def tell(session: Session, trip: str) -> None:
    """Say who accepted another time, length or venue than is planned now, with a message to each.

    These are the counterparts, interpreters, site and drivers on record of confirmed meetings that
    are still to come. A message stands at the margin, a line of it on one line, to be copied whole.
    In the terminal (`planner open TRIP`) a meeting is marked told.
    """
    itinerary = session.load(trip)
    say(_page(itinerary, notices(itinerary, session.clock()), page_width()))


def _page(itinerary: Itinerary, found: tuple[Notice, ...], width: int) -> list[Line]:
    lines = [*marking(itinerary.trip, width), *title_lines(itinerary.trip, width)]
    if not found:
        return [*lines, *paragraph(NOBODY, width)]
    for _, group in groupby(found, key=lambda notice: notice.meeting.id):
        people = list(group)
        lines += [EMPTY, *paragraph(people[0].meeting.title, width, Look.STRONG)]
        for number, notice in enumerate(people):
            lines += [*([EMPTY] if number else []), *_notice(notice, width)]
    return lines


def _notice(notice: Notice, width: int) -> Iterator[Line]:
    if notice.to is None:
        words = "Nobody is on record for it; whoever accepted must be told all the same."
        for line in (words, f"Before: {notice.old}.", f"Now: {notice.new}."):
            yield from paragraph(line, width, indent=_INDENT)
        return
    to = " · ".join((notice.to.name, notice.to.described, *notice.to.reach))
    yield from paragraph(to, width, Look.FAINT, _INDENT)
    yield EMPTY
    for line in notice.text.split("\n"):
        yield text(line)
