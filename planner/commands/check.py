"""`planner check`: what does not fit, for a person to read or a program to act on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from planner.commands.printed.findings import FixesOf, findings_page, plain_findings
from planner.commands.printed.page import EMPTY, Line, page_width, say, text
from planner.commands.session import Session, pass_session
from planner.commands.trips import NO_TRIPS
from planner.conflicts import Conflict, Severity
from planner.text.cells import escaped_json
from planner.workspace import Workspace

if TYPE_CHECKING:
    from planner.fixes import Fix

SOMETHING_STANDS = 1


@click.command(
    short_help="Say what does not fit in a trip, or in all.",
    epilog="""\b
Examples:
  planner check paris
  planner check && planner export paris --document agenda -o agenda.txt
  planner check paris --fail-on warning
  planner check --format json | jq -r '.[].conflicts[].message'

\b
Exit code:
  0  nothing is as bad as --fail-on says
  1  something is, and nobody acknowledged it
  2  it could not be checked
""",
)
@click.argument("trip", metavar="[TRIP]", required=False)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people, or for programs.",
)
@click.option(
    "--fail-on",
    type=click.Choice([severity.word for severity in Severity]),
    default=Severity.ERROR.word,
    show_default=True,
    help="How bad a conflict has to be, at least, for exit code 1.",
)
@click.option(
    "--fixes/--no-fixes",
    default=True,
    show_default=True,
    help="Prove ways out of errors and warnings, for JSON; without them it is quicker.",
)
@click.pass_context
@pass_session
def check(
    session: Session,
    context: click.Context,
    trip: str | None,
    *,
    form: str,
    fail_on: str,
    fixes: bool,
) -> None:
    """Say what does not fit in a trip; without TRIP, in every trip.

    Each conflict has its mark (● error, ▲ warning, · notice), its rule, what is wrong by how much,
    and a way out where one is known. What somebody acknowledged stands apart, at the end.
    `planner rules RULE` says more of a rule.
    """
    itineraries = [session.load(trip)] if trip else session.all()
    found = [session.workspace(itinerary) for itinerary in itineraries]
    if form == "json":
        plain = [
            plain_findings(each.itinerary, each.report, each.now, _fixes_of(each, wanted=fixes))
            for each in found
        ]
        click.echo(escaped_json(json.dumps(plain, ensure_ascii=False, indent=2)))
    else:
        say(_pages(found))
    if any(_worst(each) <= Severity[fail_on.upper()] for each in found if each.report.open):
        context.exit(SOMETHING_STANDS)


def _fixes_of(workspace: Workspace, *, wanted: bool) -> FixesOf:
    """Return what answers with the proven ways out of what is worse than a notice."""
    from planner.fixes import fixes_for  # noqa: PLC0415 - only JSON has them

    def fixes_of(conflict: Conflict) -> tuple[Fix, ...]:
        if not wanted or conflict.severity is Severity.NOTICE:
            return ()
        return fixes_for(workspace.itinerary, workspace.surroundings, conflict, workspace.report)

    return fixes_of


def _worst(workspace: Workspace) -> Severity:
    return min(finding.conflict.severity for finding in workspace.report.open)


def _pages(found: list[Workspace]) -> list[Line]:
    lines: list[Line] = []
    for each in found:
        lines += [EMPTY] if lines else []
        lines += findings_page(each.itinerary, each.report, page_width())
    return lines or [text(NO_TRIPS)]
