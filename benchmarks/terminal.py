"""How long a person waits at the terminal: `python -m benchmarks.terminal`.

Every run of the product is measured next to one of a minimal Textual app, and what counts is the
ratio of the two: it holds on other machines, and while others use this one.
"""

import argparse
import compileall
import os
import sys
import sysconfig
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from benchmarks import minimal, trips
from benchmarks.figures import Figure, table
from benchmarks.window import LINES, Window

SIZES = (50, 500)
FIRST_PAINT, SELECTION, NUDGE = 1.6, 3.5, 7.0
"""The bars, as multiples of the minimal app."""
DOWN, LATER, EARLIER = b"\x1b[B", b"\x1b[1;2C", b"\x1b[1;2D"
SETTLED = 0.5
"""Seconds of quiet after which an app has done all that it does at its start."""
HOUSE = Path(__file__).parent.parent
MINIMAL = (sys.executable, "-c", "from benchmarks.minimal import main; main()")


def environment() -> dict[str, str]:
    """Return what the programs are started with: the same everywhere, and bytecode is used."""
    kept = ("HOME", "PATH", "PYTHONPATH", "TMPDIR")
    given = {name: os.environ[name] for name in kept if name in os.environ}
    path = os.pathsep.join([*given.get("PYTHONPATH", "").split(os.pathsep), str(HOUSE)])
    return given | {
        "LANG": "C.UTF-8",
        "PYTHONPATH": path.strip(os.pathsep),
        "SUMMITRY_AUTHOR": "benchmark",
        "TERM": "xterm-256color",
    }


class Bench:
    """The databases of one run, and how the programs are started."""

    def __init__(self, folder: Path) -> None:
        """Make a database for each size."""
        self._databases = {size: folder / f"{size}.sqlite3" for size in SIZES}
        self._environment: Mapping[str, str] = environment()
        for size, path in self._databases.items():
            trips.write_trip(path, size)

    @contextmanager
    def planner(self, size: int) -> Iterator[tuple[Window, float]]:
        """Open a trip; gives the window and the seconds until the trip was painted."""
        program = str(Path(sys.executable).with_name("planner"))
        database = str(self._databases[size])
        command = (program, "--db", database, "--now", trips.NOW, "open", "trip")
        with Window(command, self._environment) as window:
            # The top line, the first row of the programme, and the pane at the foot.
            texts = (trips.title_of(size), trips.title_of_meeting(0), "Conflicts")
            yield window, window.until_shown(*texts)

    @contextmanager
    def minimal(self) -> Iterator[tuple[Window, float]]:
        """Open the yardstick; gives the window and the seconds until its list was painted."""
        with Window(MINIMAL, self._environment) as window:
            texts = (minimal.row_text(0), minimal.row_text(LINES - 1))
            yield window, window.until_shown(*texts)


def first_paint(bench: Bench, runs: int) -> list[Figure]:
    """Measure from the start of the program to its text on the screen."""
    figures = {size: Figure(f"first paint, {size} entries", FIRST_PAINT) for size in SIZES}
    for run in range(runs + 1):
        for size, figure in figures.items():
            with bench.planner(size) as (_, product):
                pass
            with bench.minimal() as (_, yardstick):
                pass
            # The first of all finds nothing in the machine's memory.
            if run:
                figure.pairs.append((product, yardstick))
    return list(figures.values())


def keys(bench: Bench, figure: Figure, size: int, pressed: tuple[bytes, ...], count: int) -> None:
    """Measure keys in one window of the product, and one of the yardstick, in turn."""
    with bench.planner(size) as (window, _), bench.minimal() as (yardstick, _):
        for each in (window, yardstick):
            each.until_quiet(SETTLED)
        for number in range(count):
            pair = (window.press(pressed[number % len(pressed)]), yardstick.press(DOWN))
            figure.pairs.append(pair)


def answers(bench: Bench, rounds: int, count: int) -> list[Figure]:
    """Measure from a key to the last byte that it makes the program paint."""
    selection = {size: Figure(f"selection, {size} entries", SELECTION) for size in SIZES}
    nudge = {size: Figure(f"nudge, {size} entries", NUDGE) for size in SIZES}
    for _ in range(rounds):
        for size in SIZES:
            keys(bench, selection[size], size, (DOWN,), count)
            keys(bench, nudge[size], size, (LATER, EARLIER), count)
    return [*selection.values(), *nudge.values()]


def compile_bytecode() -> None:
    """Do what an install does: else the first run would measure the compiler."""
    for folder in (HOUSE / "planner", HOUSE / "screens", HOUSE / "db", HOUSE / "benchmarks"):
        compileall.compile_dir(folder, quiet=2)
    compileall.compile_dir(sysconfig.get_path("purelib"), quiet=2)


def main() -> int:
    """Measure, print the table, and return 1 if a bar is not met."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.terminal", description=__doc__)
    parser.add_argument("--starts", type=int, default=20, help="starts of each program")
    parser.add_argument("--rounds", type=int, default=3, help="windows of each program")
    parser.add_argument("--keys", type=int, default=40, help="keys a window")
    asked = parser.parse_args()
    compile_bytecode()
    with tempfile.TemporaryDirectory(prefix="planner-benchmark-") as folder:
        bench = Bench(Path(folder))
        figures = [
            *first_paint(bench, asked.starts),
            *answers(bench, asked.rounds, asked.keys),
        ]
    sys.stdout.write(f"{table(figures)}\n")
    return 0 if all(figure.is_met for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
