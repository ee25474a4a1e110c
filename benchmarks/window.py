"""A program in a pseudo-terminal of its own, timed from outside: what a person would wait for."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from typing import Self

COLUMNS, LINES = 120, 40
QUIET = 0.06
"""Seconds without a byte after which an answer was whole: several frames of Textual."""
PATIENCE = 30.0
"""Seconds after which a program will not answer any more."""


class NoAnswerError(Exception):
    """A program did not do what was waited for; what it wrote last may say why."""

    def __init__(self, awaited: str, seen: bytes) -> None:
        super().__init__(f"waited in vain for {awaited}; the last of the output: {seen[-600:]!r}")


class Window:
    """A running program and the terminal it believes to have, which answers no questions."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        """Start a program, and the clock."""
        self._terminal, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
        self._started = time.perf_counter()
        self._process = subprocess.Popen(  # noqa: S603 - our own programs
            command,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=dict(environment),
            start_new_session=True,
        )
        os.close(theirs)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._terminal)

    def until_shown(self, *texts: str) -> float:
        """Return the seconds from the start until every text was painted."""
        seen = b""
        while not all(text.encode() in seen for text in texts):
            part = self._read(PATIENCE)
            if not part:
                raise NoAnswerError(" and ".join(texts), seen)
            seen += part
        return time.perf_counter() - self._started

    def until_quiet(self, seconds: float) -> None:
        """Wait until nothing was painted for so long."""
        while self._read(seconds):
            pass

    def press(self, key: bytes) -> float:
        """Return the seconds from a key to the last byte that it makes the program paint."""
        pressed = time.perf_counter()
        os.write(self._terminal, key)
        if not self._read(PATIENCE):
            raise NoAnswerError(f"an answer to {key!r}", b"")
        painted = time.perf_counter()
        while self._read(QUIET):
            painted = time.perf_counter()
        return painted - pressed

    def _read(self, patience: float) -> bytes:
        """Return what was written; nothing where there is nothing for so long, or it has ended."""
        ready, _, _ = select.select([self._terminal], [], [], patience)
        try:
            return os.read(self._terminal, 65536) if ready else b""
        except OSError:
            # Linux says so of a terminal that nobody writes to any more.
            return b""
