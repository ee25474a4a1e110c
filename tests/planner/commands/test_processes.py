"""What only whole processes can show: pipes, interrupts, terminals."""

import os
import pty
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

PLANNER = (sys.executable, "-m", "planner")


@pytest.fixture
def surroundings(database: Path) -> dict[str, str]:
    """The environment of a run on the database of two trips."""
    return {
        **os.environ,
        "SUMMITRY_DB": str(database),
        "SUMMITRY_AUTHOR": "tester",
        "TERM": "xterm-256color",
    }


def run(surroundings: dict[str, str], *arguments: str, stdout: int) -> tuple[int, str]:
    done = subprocess.run(  # noqa: S603 - our own program
        [*PLANNER, *arguments],
        env=surroundings,
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    return done.returncode, done.stderr


@pytest.mark.parametrize("command", ["show", "export"])
def test_a_reader_that_has_seen_enough_ends_it_in_silence(
    surroundings: dict[str, str], command: str
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    assert run(surroundings, command, "paris", stdout=writing) == (141, "")
    os.close(writing)


def test_a_full_disk_behind_a_redirection_is_told(surroundings: dict[str, str]) -> None:
    with Path("/dev/full").open("wb") as full:
        code, told = run(surroundings, "show", "paris", stdout=full.fileno())
    assert (code, told) == (2, "planner: standard output: No space left on device.\n")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_an_encoding_without_our_signs_is_no_reason_to_fail(
    surroundings: dict[str, str], encoding: str
) -> None:
    surroundings["PYTHONIOENCODING"] = encoding
    assert run(surroundings, "show", "paris", stdout=subprocess.DEVNULL) == (0, "")


def test_an_interrupt_ends_it_in_silence(surroundings: dict[str, str], tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    process = subprocess.Popen(  # noqa: S603 - our own program
        [*PLANNER, "import", str(pipe)],
        env=surroundings,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    # Opening waits until the program reads the other end: then it is well under way.
    with pipe.open("wb"):
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err.strip()) == (130, b"", b"")


def test_the_screens_open_in_a_terminal_and_close_on_a_key(surroundings: dict[str, str]) -> None:
    ours, theirs = pty.openpty()
    process = subprocess.Popen(  # noqa: S603 - our own program
        [*PLANNER, "open", "paris"],
        env=surroundings | {"COLUMNS": "120", "LINES": "40"},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    try:
        assert "Working lunch" in read_until(ours, "Working lunch")
        os.write(ours, b"q")
        read_until(ours, None)
        assert process.wait(timeout=20) == 0
    finally:
        process.kill()
        process.wait()
        os.close(ours)


def read_until(terminal: int, words: str | None) -> str:
    """Return what is painted until words are, or until nobody paints any more."""
    shown = b""
    while words is None or words.encode() not in shown:
        ready, _, _ = select.select([terminal], [], [], 20)
        try:
            data = os.read(terminal, 65536) if ready else b""
        except OSError:
            # So Linux says that the other end was closed.
            return shown.decode("utf-8", "replace")
        if not data:
            return shown.decode("utf-8", "replace")
        shown += data
    return shown.decode("utf-8", "replace")
