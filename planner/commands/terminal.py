"""`planner` and `planner open`: the screens."""

import os
import sys

import click

from planner.clock import Clock
from planner.commands.session import Session, pass_session
from planner.store import Store

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
    run_screens(session.store, session.clock, session.find(trip))


def has_terminal() -> bool:
    """Tell whether somebody sits before this."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def require_terminal() -> None:
    """Refuse to open screens into a pipe: `click.ClickException`."""
    if not has_terminal():
        raise click.ClickException(
            "The screens need a terminal. `planner trips` and `planner show TRIP` do without one."
        )


def run_screens(store: Store, clock: Clock, opened: str | None = None) -> None:
    """Show the list of trips, or one of them at once, until somebody leaves."""
    os.environ.setdefault("ESCDELAY", ESCAPE_MILLISECONDS)
    from screens.app import PlannerApp  # noqa: PLC0415 - Textual reads ESCDELAY, and takes its time

    app = PlannerApp(store, clock, opened)
    app.run()
    if app.return_code:
        click.get_current_context().exit(app.return_code)
