"""Files that a person names: read whole, or written so that nothing is half there."""

import contextlib
import os
import sys
import tempfile
from pathlib import Path

import click

from planner.text.cells import printable_lines

STANDARD = "-"
"""Stands for standard input or output."""


class FileUnusable(click.ClickException):
    """A file that cannot be read or written as asked; nothing was changed."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"{'standard input' if name == STANDARD else name}: {why}")


def read_text(name: str) -> str:
    """Return the text of a file, or of standard input for `-`; raises `FileUnusable`."""
    _refuse_empty(name)
    try:
        data = sys.stdin.buffer.read() if name == STANDARD else Path(name).read_bytes()
    except OSError as error:
        raise _unusable(name, error) from error
    try:
        # A file from Windows may begin with a mark that is no part of its text.
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileUnusable(
            name, f"it is not UTF-8 text (byte {error.start + 1}). Save it as UTF-8."
        ) from error


def write_text(name: str, text: str, *, force: bool) -> None:
    """Write a text as UTF-8 to a file of its owner's alone, or to standard output for `-`.

    It is written beside the file and renamed, so that a full disk leaves the old one whole. A file
    that exists is only replaced by force. Raises `FileUnusable`.
    """
    if name == STANDARD:
        _print(text)
        return
    _refuse_empty(name)
    path = Path(name)
    try:
        _refuse_target(path, force=force)
        # A link stays a link: what it points to is replaced.
        _replace(path.resolve(), text.encode("utf-8", "surrogatepass"))
    except OSError as error:
        raise _unusable(name, error) from error


def _refuse_empty(name: str) -> None:
    """Refuse an empty name, which a variable that is not set leaves: it would mean this folder."""
    if not name:
        raise click.UsageError("A file has no name: expected one, or `-`.")


def _print(text: str) -> None:
    """Print a text as it is into a pipe or file, and without control characters on a terminal."""
    shown = printable_lines(text) if sys.stdout.isatty() else text
    click.echo(shown.encode("utf-8", "surrogatepass"), nl=False)


def _refuse_target(path: Path, *, force: bool) -> None:
    if path.is_dir():
        raise FileUnusable(str(path), "it is a folder. Name a file in it.")
    if not path.exists():
        return
    if not path.is_file():
        raise FileUnusable(str(path), "it is a device. Use `-o -` and a redirection.")
    if not force:
        raise FileUnusable(str(path), "it is there already. --force replaces it.")


def _replace(path: Path, data: bytes) -> None:
    """Put a new file in the place of an old one; mkstemp makes it readable by its owner alone."""
    descriptor, beside = tempfile.mkstemp(prefix=f".{path.name[:100]}.", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).replace(path)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            Path(beside).unlink()
        raise


def _unusable(name: str, error: OSError) -> FileUnusable:
    return FileUnusable(name, f"{error.strerror or error}.")
