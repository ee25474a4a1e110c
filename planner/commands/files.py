"""Files that a person names: read whole, or written so that nothing is half there."""

import contextlib
import errno
import heapq
import os
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import click

from planner.errors import FileUnusable
from planner.text.cells import printable, printable_lines

STANDARD = "-"
"""Stands for standard input or output."""
LARGEST = 64 * 1024 * 1024
"""Bytes: no trip file is nearly so large, and a film chosen by mistake is not read."""
_IS_FOLDER = "it is a folder. Name a file in it."
_IS_DEVICE = "it is a device. Name a file."
_WORDS: Mapping[int, str] = {
    errno.ENOENT: "there is no such file. Check the name.",
    errno.EACCES: "you may not use this file or folder. Name another, or ask whose it is.",
    errno.EPERM: "you may not use this file or folder. Name another, or ask whose it is.",
    errno.EROFS: "this disk can only be read. Name a file on another.",
    errno.ENOSPC: "the disk is full. Make room, or name a file on another.",
    errno.EDQUOT: "you have no room left on this disk. Make some, or name a file on another.",
    errno.ENAMETOOLONG: "the name is too long. Shorten it.",
    errno.ENOTDIR: "a part of this name is a file, not a folder. Check the name.",
    errno.ELOOP: "its links lead round in a circle. Name another.",
}
"""What an error of the system means, and what to do about it."""


def read_text(name: str) -> str:
    """Return the text of a file, or of standard input for `-`; raises `FileUnusable`."""
    _refuse_empty(name)
    try:
        data = sys.stdin.buffer.read() if name == STANDARD else Path(name).read_bytes()
    except OSError as error:
        raise _unusable(name, error) from error
    return _decoded(called(name), data)


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
        _replace(path, text)
    except OSError as error:
        raise _unusable(name, error) from error


def called(name: str) -> str:
    """Return what a file is called in a sentence."""
    return "standard input" if name == STANDARD else name


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
        raise FileUnusable(str(path), _IS_FOLDER)
    if not path.exists():
        return
    if not path.is_file():
        raise FileUnusable(str(path), "it is a device. Use `-o -` and a redirection.")
    if not force:
        raise FileUnusable(str(path), "it is there already. --force replaces it.")


def _unusable(name: str, error: OSError) -> FileUnusable:
    return FileUnusable(called(name), f"{error.strerror or error}.")


def _decoded(name: str, data: bytes) -> str:
    try:
        # A file from Windows may begin with a mark that is no part of its text.
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileUnusable(
            name, f"it is not UTF-8 text (byte {error.start + 1}). Save it as UTF-8."
        ) from error


def _replace(path: Path, text: str) -> None:
    """Put a new file in the place of an old one; mkstemp makes it readable by its owner alone."""
    # A link stays a link: what it points to is replaced.
    import tempfile  # noqa: PLC0415 - it takes its time, and most runs write no file

    path = Path(os.path.realpath(path))
    descriptor, beside = tempfile.mkstemp(prefix=f".{path.name[:60]}.", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(text.encode("utf-8", "surrogatepass"))
            file.flush()
            os.fsync(file.fileno())
        Path(beside).replace(path)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            Path(beside).unlink()
        raise


class LocalFiles:
    """The files of this machine: `~` is the home folder, and `a.md` is in the working folder."""

    def whole(self, name: str) -> str:
        """Return the whole path that a name means."""
        return str(_path(name))

    def is_taken(self, name: str) -> bool:
        """Tell whether a file of that name is there already, or a link to none.

        A folder, and what has no folder to be in, is refused.
        """
        path = _path(name)
        with _saying(str(path)):
            _refuse_other(path)
            if not path.parent.exists():
                raise FileUnusable(str(path), _no_folder(path.parent))
            return os.path.lexists(path)

    def read(self, name: str) -> str:
        """Return the text of a file."""
        path = _path(name)
        with _saying(str(path)):
            _refuse_other(path)
            if path.stat().st_size > LARGEST:
                raise FileUnusable(str(path), "it is far too large for a trip file.")
            return _decoded(str(path), path.read_bytes())

    def write(self, name: str, text: str, *, force: bool) -> str:
        """Write a text to a file of its owner's alone, and return its whole path.

        It is written beside the file and renamed, so that a full disk leaves the old one whole.
        """
        path = _path(name)
        if self.is_taken(name) and not force:
            raise FileUnusable(str(path), "it is there already.")
        with _saying(str(path)):
            _replace(path, text)
        return str(path)

    def listing(self, beginning: str, ending: str = "", limit: int = 8) -> tuple[str, ...]:
        """Return what a name that begins so may become, folders first.

        Capitals need not be typed. What is hidden is listed once its point is typed, and a name
        that a terminal cannot show is not listed.
        """
        if beginning == "~":
            return ("~/",)
        start = max(beginning.rfind("/"), beginning.rfind(os.sep)) + 1
        typed, wanted = beginning[:start], _compared(beginning[start:])
        try:
            found = heapq.nsmallest(limit, _named_so(_path(typed or "."), wanted, ending))
        except (FileUnusable, OSError, ValueError):
            return ()
        return tuple(f"{typed}{name}" for *_, name in found)


@contextmanager
def _saying(name: str) -> Iterator[None]:
    """Say in words what goes wrong with a file: `FileUnusable`."""
    try:
        yield
    except OSError as error:
        known = _WORDS.get(error.errno or 0)
        raise FileUnusable(name, known or f"{error.strerror or error}. Name another.") from error
    except ValueError as error:
        raise FileUnusable(printable(name), "no file can be called so.") from error


def _path(name: str) -> Path:
    """Return the whole path of a name; raises `FileUnusable` where there is none."""
    if not name:
        raise FileUnusable("No name", "name a file.")
    try:
        return Path(name).expanduser().absolute()
    except RuntimeError as error:
        raise FileUnusable(name, "there is no such home folder. Check the name.") from error
    except OSError as error:
        why = "the working folder is gone. Name the file with its whole path."
        raise FileUnusable(name, why) from error


def _refuse_other(path: Path) -> None:
    """Refuse what is there and is no file."""
    if path.exists() and not path.is_file():
        raise FileUnusable(str(path), _IS_FOLDER if path.is_dir() else _IS_DEVICE)


def _no_folder(folder: Path) -> str:
    return f"the folder {folder} is not there. Make it, or name another."


def _named_so(folder: Path, wanted: str, ending: str) -> Iterator[tuple[bool, str, str]]:
    """Yield what a folder holds of a beginning and an ending, in a form that sorts."""
    with os.scandir(folder) as entries:
        for entry in entries:
            key = _compared(entry.name)
            is_hidden = key.startswith(".") and not wanted.startswith(".")
            if not key.startswith(wanted) or is_hidden or printable(entry.name) != entry.name:
                continue
            if entry.is_dir():
                yield False, key, f"{entry.name}/"
            elif key.endswith(ending):
                yield True, key, entry.name


def _compared(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
