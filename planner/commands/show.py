"""`planner show`: the programme of a trip."""

import click

from planner.commands.printed.page import page_width, say
from planner.commands.printed.programme import programme_page
from planner.commands.session import Session, pass_session


@click.command(
    short_help="Print the programme of a trip.",
    epilog="""\b
Examples:
  planner show paris
  planner show paris | less -R
  COLUMNS=120 planner show paris > programme.txt
""",
)
@click.argument("trip", metavar="TRIP")
@pass_session
def show(session: Session, trip: str) -> None:
    """Print the programme of a trip, by day and city.

    TRIP is any unique beginning of its short name. Times are local, with the time at home beside
    them; ● ▲ · mark entries with an error, a warning or a notice, ✓ what was held. The page is as
    wide as the terminal, up to 120 columns.
    """
    workspace = session.workspace(session.load(trip))
    say(programme_page(workspace, page_width()))
