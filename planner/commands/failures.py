"""What a person is told when something cannot be done, and what the shell is told."""

import os
import sys

import click

from planner.errors import SummitryError
from planner.text.cells import printable

FAILED = 2
"""It could not run: wrong usage, an unknown trip, a file or a database that cannot be used."""
INTERRUPTED = 130
"""As shells say it of SIGINT."""
PIPE_CLOSED = 141
"""As shells say it of SIGPIPE: whoever read our output has seen enough."""


def complain(error: click.ClickException | SummitryError | OSError) -> None:
    """Say once on standard error what happened."""
    lines = f"planner: {_message(error)}".splitlines()
    click.echo("\n".join(map(printable, lines)), err=True)


def _message(error: click.ClickException | SummitryError | OSError) -> str:
    if isinstance(error, click.UsageError) and error.ctx:
        hint = f"`{error.ctx.command_path} --help` has examples."
        return f"{error.format_message()} {hint}"
    if isinstance(error, click.ClickException):
        return error.format_message()
    if isinstance(error, OSError):
        return f"{error.filename or 'standard output'}: {error.strerror or error}."
    return str(error)


def drop_output() -> None:
    """Send what is still to be printed nowhere, or Python complains of it on its way out."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        # Standard output is closed, or is no file: then nothing is still to be printed.
        return
