"""`planner` and `planner open`: the screens."""

import gc
import os
import sys

import click

from planner.commands.files import LocalFiles
from planner.commands.session import Session, pass_session
from planner.commands.settings import own_keys
from planner.desk import Desk
from planner.geography.places import Gazetteer

ESCAPE_MILLISECONDS = "25"
"""How long Escape waits for the rest of a key: 100, the usual, is felt at every dialog."""


@click.command(
    "open",
    short_help="Open a trip in the terminal.",
    epilog="""\b
Examples:
  planner open paris
  planner --now "2025-03-17T16:50[Europe/London]" open paris
""",
)
@click.argument("trip", metavar="TRIP")
@pass_session
def open_(session: Session, trip: str) -> None:
    """Open a trip in the terminal.

    TRIP is any unique beginning of its short name. `planner` alone opens the list of trips.
    """
    require_terminal()
    run_screens(session, session.find(trip))


def has_terminal() -> bool:
    """Tell whether somebody sits before this."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def require_terminal() -> None:
    """Refuse to open screens into a pipe: `click.ClickException`."""
    if not has_terminal():
        raise click.ClickException(
            "The screens need a terminal. `planner trips` and `planner show TRIP` do without one."
        )


def run_screens(session: Session, opened: str | None = None) -> None:
    """Show the list of trips, or one of them at once, until somebody leaves."""
    os.environ.setdefault("ESCDELAY", ESCAPE_MILLISECONDS)
    # The app lets it run again once it is painted.
    gc.disable()
    from screens.app import PlannerApp  # noqa: PLC0415 - Textual reads ESCDELAY, and takes its time

    app = PlannerApp(desk_of(session), opened)
    app.run()
    if app.return_code:
        click.get_current_context().exit(app.return_code)


def desk_of(session: Session) -> Desk:
    """Put together what the screens work with."""
    return Desk(
        session.store, session.clock, _open_gazetteer, LocalFiles(), own_keys(), session.office
    )


def _open_gazetteer() -> Gazetteer:
    from db.places import ShippedGazetteer  # noqa: PLC0415 - only a form looks up places

    return ShippedGazetteer()
