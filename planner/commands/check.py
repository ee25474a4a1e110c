"""`planner check`: what does not fit, for a person to read or a program to act on."""

import json

import click

from planner.commands.printed.findings import findings_page, plain_findings
from planner.commands.printed.page import EMPTY, Line, page_width, say, text
from planner.commands.session import Session, pass_session
from planner.commands.trips import NO_TRIPS
from planner.conflicts import Severity
from planner.text.cells import escaped_json
from planner.workspace import Workspace

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
@click.pass_context
@pass_session
def check(
    session: Session, context: click.Context, trip: str | None, form: str, fail_on: str
) -> None:
    """Say what does not fit in a trip; without TRIP, in every trip.

    Each conflict has its mark (● error, ▲ warning, · notice), its rule, what is wrong by how much,
    and a way out where one is known. What somebody acknowledged stands apart, at the end.
    `planner rules RULE` says more of a rule.
    """
    itineraries = [session.load(trip)] if trip else session.all()
    found = [session.workspace(itinerary) for itinerary in itineraries]
    if form == "json":
        plain = [plain_findings(each.itinerary, each.report, each.now) for each in found]
        click.echo(escaped_json(json.dumps(plain, ensure_ascii=False, indent=2)))
    else:
        say(_pages(found))
    if any(_worst(each) <= Severity[fail_on.upper()] for each in found if each.report.open):
        context.exit(SOMETHING_STANDS)


def _worst(workspace: Workspace) -> Severity:
    return min(finding.conflict.severity for finding in workspace.report.open)


def _pages(found: list[Workspace]) -> list[Line]:
    lines: list[Line] = []
    for each in found:
        lines += [EMPTY] if lines else []
        lines += findings_page(each.itinerary, each.report, page_width())
    return lines or [text(NO_TRIPS)]
