"""Processes that work on a database beside the tests: they are started, and ended."""

import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Timer

ROOT = Path(__file__).parents[3]
SECONDS = 30
"""After which a process is ended, so that no test waits for ever."""


class Worker:
    """A process of `tests.db.processes.worker`."""

    def __init__(self, *arguments: str, through: Sequence[str] = ()) -> None:
        """Start it, `through` another program if need be."""
        self._process = subprocess.Popen(  # noqa: S603 - our own program
            [*through, sys.executable, "-m", "tests.db.processes.worker", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
            text=True,
            bufsize=1,
        )
        self._watchdog = Timer(SECONDS, self._process.kill)
        self._watchdog.start()

    def wait_until_ready(self) -> None:
        """Return when it has imported what it needs."""
        assert self.answer() == "ready"

    def tell(self, line: str) -> None:
        """Send it a line."""
        assert self._process.stdin
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()

    def answer(self) -> str:
        """Return the next line that it says."""
        assert self._process.stdout
        return self._process.stdout.readline().rstrip("\n")

    def kill(self) -> list[str]:
        """End it as a power cut would, and return the whole lines that it had still said."""
        self._process.kill()
        return self.finish()

    def finish(self) -> list[str]:
        """Wait for its end, and return the whole lines that it had still said."""
        assert self._process.stdout
        rest = self._process.stdout.read()
        assert self._process.wait() in (0, -signal.SIGKILL)
        self.close()
        return rest.split("\n")[:-1]

    def close(self) -> None:
        """Make sure that it has ended, and let go of its pipes."""
        self._watchdog.cancel()
        self._process.kill()
        with suppress(BrokenPipeError):
            self._process.__exit__(None, None, None)


@contextmanager
def workers(count: int, *arguments: str) -> Iterator[list[Worker]]:
    """Yield processes that are ready, and end them; `{}` in an argument is their number."""
    started = [Worker(*(each.format(number) for each in arguments)) for number in range(count)]
    try:
        for worker in started:
            worker.wait_until_ready()
        yield started
    finally:
        for worker in started:
            worker.close()
