"""How much work a start and a key make: counted, since a time would be that of the machine."""

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from db.store import SqliteStore
from planner.edits import Edit, create
from screens.widgets.lines import Lines
from tests.planner.journeys import JOURNEY
from tests.screens.opened import running, words
from tests.screens.typing_keys import Typist

pytestmark = pytest.mark.painted

START = """
import asyncio, sys
from planner.commands.session import Session
from planner.commands.terminal import desk_of
from screens.app import PlannerApp
from screens.widgets.programme import Programme

seen = set()
paint = Programme.render_line

def painting(self, y):
    seen.update(() if seen else sys.modules)
    return paint(self, y)

Programme.render_line = painting

async def start():
    with Session(sys.argv[1]) as session:
        app = PlannerApp(desk_of(session), "trip")
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.pause()

asyncio.run(start())
print(*sorted(seen), sep="\\n")
"""
NOT_WAITED_FOR = (
    "dateutil",
    "jinja2",
    "sqlite_utils",
    "planner.conflicts.rules.people",
    "planner.documents",
    "planner.exchange",
    "planner.forms",
    "planner.papers",
    "planner.phrases",
    "screens.dialogs",
    "screens.questions",
    "screens.trips",
    "db.places",
)
"""What is loaded when it is asked for, or once the trip is there to be seen."""


@pytest.fixture(scope="module")
def before_the_first_paint(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The modules that are loaded when the programme paints its first line."""
    path = str(tmp_path_factory.mktemp("counts") / "trips.sqlite3")
    store = SqliteStore.open(path, "tester")
    store.apply(Edit("Imported", create(*JOURNEY)))
    store.close()
    nowhere = str(Path(path).with_name("settings.toml"))
    done = subprocess.run(  # noqa: S603 - our own Python
        [sys.executable, "-c", START, path],
        capture_output=True,
        text=True,
        check=False,
        env={"SUMMITRY_AUTHOR": "tester", "SUMMITRY_SETTINGS": nowhere},
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def test_no_more_of_the_house_is_loaded_than_the_first_paint_shows(
    before_the_first_paint: set[str],
) -> None:
    assert "screens.widgets.programme" in before_the_first_paint
    assert not before_the_first_paint & set(NOT_WAITED_FOR)
    ours = {each for each in before_the_first_paint if each.split(".")[0] in OUR_PACKAGES}
    assert len(ours) <= 119


OUR_PACKAGES = ("planner", "screens", "db")


@contextmanager
def statements(store: SqliteStore) -> Iterator[list[str]]:
    run: list[str] = []
    connection = store._engine.connection  # noqa: SLF001 - only the engine can be listened to
    connection.set_trace_callback(run.append)
    yield run
    connection.set_trace_callback(None)


async def test_a_trip_is_opened_by_a_fixed_number_of_statements(store: SqliteStore) -> None:
    with statements(store) as run:
        async with running(store):
            assert 20 <= len(run) <= 34


@contextmanager
def paintings(monkeypatch: pytest.MonkeyPatch) -> Iterator[Counter[str]]:
    """Count how often each pane is painted: each time its first line is."""
    counted: Counter[str] = Counter()
    paint = Lines.render_line

    def painting(self: Lines, y: int) -> object:
        counted[self.id or ""] += y == 0
        return paint(self, y)

    with monkeypatch.context() as patch:
        patch.setattr(Lines, "render_line", painting)
        yield counted


async def test_a_key_that_moves_the_cursor_paints_each_pane_once_and_asks_the_store_nothing(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(store) as pilot:
        keys = Typist(pilot)
        await keys.press("up")
        with paintings(monkeypatch) as painted, statements(store) as run:
            await keys.press("up")
        assert painted == {"programme": 1, "details": 1, "conflicts": 1}
        assert run == []


async def test_a_nudge_is_saved_checked_and_painted_once(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(store) as pilot:
        keys = Typist(pilot)
        await keys.press("shift+right")
        with paintings(monkeypatch) as painted, statements(store) as run:
            await keys.press("shift+right")
        assert words(pilot).startswith("Moved Meeting at Downing Street to 18:10")
        assert painted == {"programme": 1, "details": 1, "conflicts": 1}
        assert sum(each.startswith("begin immediate") for each in run) == 1
        assert len(run) <= 14
