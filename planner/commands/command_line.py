"""The `planner` command: its options, the table of its commands, and how it ends.

A command's module is imported when the command is run: `planner check` never waits for Textual,
nor `planner show` for Jinja2.
"""

import io
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches
from importlib import import_module
from typing import Any

import click

from planner import __version__
from planner.commands.failures import (
    FAILED,
    INTERRUPTED,
    PIPE_CLOSED,
    complain,
    drop_output,
)
from planner.commands.session import Session, read_now
from planner.errors import SummitryError


@dataclass(frozen=True, slots=True)
class Listed:
    """A command as it is listed: where it is, and what it does in a line."""

    module: str
    name: str
    meaning: str


COMMANDS: Mapping[str, Listed] = {
    "open": Listed("terminal", "open_", "Open a trip in the terminal."),
    "trips": Listed("trips", "trips", "List the trips."),
    "show": Listed("show", "show", "Print the programme of a trip."),
    "check": Listed("check", "check", "Say what does not fit in a trip, or in all."),
    "rules": Listed("rules", "rules", "List the conflict rules, or explain one."),
    "tell": Listed("tell", "tell", "Say whom to tell of what changed, and how."),
    "followups": Listed("followups", "followups", "List what was promised, on all trips."),
    "release": Listed("release", "release", "Freeze a numbered version of a trip."),
    "releases": Listed("release", "releases", "List the versions that were released."),
    "export": Listed("exchange", "export", "Write a paper, or the trip file."),
    "import": Listed("exchange", "import_", "Bring in a trip file."),
    "undo": Listed("journal", "undo", "Take back your latest change."),
    "redo": Listed("journal", "redo", "Do again what you took back."),
    "history": Listed("journal", "history", "List what was changed, by whom and when."),
    "demo": Listed("demo", "demo", "Show the sample trip: Paris, London, Iqaluit."),
}


class Commands(click.Group):
    """The commands of the table, each imported when it is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - Click's signature
        """Return the names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - Click's signature
        """Return the command of a name, or None."""
        listed = COMMANDS.get(cmd_name)
        if listed is None:
            return None
        module = import_module(f"planner.commands.{listed.module}")
        command: click.Command = getattr(module, listed.name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is meant; an unknown name is told what comes near it."""
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            near = get_close_matches(args[0], COMMANDS)
            hint = f" Did you mean `{near[0]}`?" if near else ""
            raise click.UsageError(f"There is no command “{args[0]}”.{hint}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - Click's signature
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, listed.meaning) for name, listed in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - Click's signature
        """Run a command; whoever stops reading its output (`| head`) ends it in silence."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            drop_output()
            ctx.exit(PIPE_CLOSED)


def _read_now(_context: click.Context, _option: click.Parameter, typed: str | None) -> object:
    if typed is None:
        return None
    try:
        return read_now(typed)
    except SummitryError as error:
        raise click.BadParameter(str(error)) from error


def _named_file(_context: click.Context, _option: click.Parameter, name: str | None) -> str | None:
    """Refuse an empty name: a variable that is not set must not mean one's own database."""
    if name == "":
        raise click.BadParameter("name a file.")
    return name


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="""\b
Examples:
  planner demo                         see the sample trip
  planner import paris.json            bring a trip in
  planner open paris                   work on it
  planner check                        what does not fit, in all trips
  planner --db office.sqlite3 trips    in another database

\b
`planner COMMAND --help` has more of each. A TRIP is any unique beginning of its short name.
""",
)
@click.option(
    "--db",
    "database",
    metavar="FILE",
    callback=_named_file,
    help="The database; else SUMMITRY_DB, else the one in your data folder.",
)
@click.option(
    "--now",
    metavar="MOMENT",
    callback=_read_now,
    help="Work as if it were another time: `2025-03-17T16:50[Europe/London]`, or `17 mar 2025 "
    "16:50 Europe/London`. What you change is still dated with the real time.",
)
@click.version_option(__version__, prog_name="planner", message="%(prog)s %(version)s")
@click.pass_context
def command_line(context: click.Context, database: str | None, now: datetime | None) -> None:
    """Plan a leader's travel: trips, meetings, what does not fit, and the papers for it.

    Without a command, the list of trips opens in the terminal.
    """
    session = context.obj = Session(database, now)
    context.call_on_close(session.close)
    if context.invoked_subcommand is None:
        from planner.commands.terminal import (  # noqa: PLC0415 - as of every command
            require_terminal,
            run_screens,
        )

        require_terminal()
        run_screens(session)


def run(arguments: Sequence[str]) -> int:
    """Run the command that arguments mean and return the exit code; mistakes are told once."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        # An arrow that an old terminal's encoding does not have is no reason to fail.
        sys.stdout.reconfigure(errors="replace")
    try:
        code = command_line.main(list(arguments), prog_name="planner", standalone_mode=False)
    except (click.exceptions.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except (click.ClickException, SummitryError) as error:
        complain(error)
        return FAILED
    except OSError as error:
        # What could go wrong with a named file is told where it is read: this is standard output.
        complain(error)
        drop_output()
        return FAILED
    return code if isinstance(code, int) else 0
