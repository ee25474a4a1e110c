"""`planner followups`: what was promised on any trip, overdue first."""

import json
from collections.abc import Iterator
from datetime import datetime

import click

from planner.commands.printed.page import EMPTY, Line, Look, page_width, paragraph, say, text
from planner.commands.session import Session, pass_session
from planner.promises import OVERDUE, Promise, Wanted, chosen, comes_from, when_due
from planner.text.spoken import counted

NONE = "Nothing was promised on any trip."
NONE_LIKE_THAT = "No follow-up is like that. `planner followups --all` lists every one."


@click.command(
    short_help="List what was promised, on all trips.",
    epilog="""\b
Examples:
  planner followups --overdue
  planner followups --owner GAC
  planner followups --with macron --all
  planner followups --trip paris --format json | jq -r '.[].text'
""",
)
@click.option("--overdue", is_flag=True, help="Only what was due before today, at home.")
@click.option("--owner", default="", metavar="NAME", help="Only of an owner: any part of the name.")
@click.option(
    "--with", "counterpart", default="", metavar="NAME", help="Only with a counterpart, likewise."
)
@click.option("--trip", default="", metavar="TRIP", help="Only of a trip.")
@click.option("--all", "done", is_flag=True, help="Also what is complete or dropped.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@pass_session
def followups(  # noqa: PLR0913 - each is an option
    session: Session,
    *,
    overdue: bool,
    owner: str,
    counterpart: str,
    trip: str,
    done: bool,
    form: str,
) -> None:
    """List the follow-ups of all trips that are still to do: overdue first, then by their day.

    Accents and capitals make no difference. Whoever leads the other side of a meeting is the
    counterpart of what was promised there, where no other is named.
    """
    now = session.clock()
    wanted = Wanted(owner, counterpart, session.find(trip) if trip else "", overdue, done)
    promises = session.store.promises()
    groups = chosen(promises, wanted, now)
    if form == "json":
        found = [_plain(each, now) for _, group in groups for each in group]
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
    elif not groups:
        say(paragraph(NONE_LIKE_THAT if promises else NONE, page_width()))
    else:
        say(_page(groups, now, page_width()))


def _page(
    groups: tuple[tuple[str, tuple[Promise, ...]], ...], now: datetime, width: int
) -> Iterator[Line]:
    for number, (heading, group) in enumerate(groups):
        if number:
            yield EMPTY
        yield text(f"{heading} · {counted(len(group), 'follow-up')}", Look.STRONG)
        for each in group:
            yield EMPTY
            yield from _promise(each, heading, now, width)


def _promise(promise: Promise, heading: str, now: datetime, width: int) -> Iterator[Line]:
    each = promise.follow_up
    look = Look.WARNING if heading == OVERDUE else Look.PLAIN
    mark = "▲ " if heading == OVERDUE else ""
    owner = each.owner or "nobody owns it"
    yield from paragraph(f"{mark}{owner} · {when_due(promise, now)}", width, look)
    yield from paragraph(each.text, width, indent=2)
    yield from paragraph(comes_from(promise), width, Look.FAINT, 2)
    if each.last_word:
        on = f" ({each.last_word_on.isoformat()})" if each.last_word_on else ""
        yield from paragraph(f"Last word{on}: {each.last_word}", width, Look.FAINT, 2)


def _plain(promise: Promise, now: datetime) -> dict[str, object]:
    each = promise.follow_up
    left = promise.days_left(now)
    return {
        "id": each.id,
        "trip": promise.trip.short_name,
        "meeting": promise.meeting,
        "outcome": promise.outcome,
        "counterparts": list(promise.counterparts),
        "text": each.text,
        "owner": each.owner,
        "due": each.due.isoformat() if each.due else None,
        "state": each.state.value,
        "days_overdue": -left if promise.is_overdue(now) and left is not None else 0,
        "last_word": each.last_word,
        "last_word_on": each.last_word_on.isoformat() if each.last_word_on else None,
    }
