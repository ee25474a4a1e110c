"""A store with the journey of the tests in it, and screens that are painted where one looks."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual._compositor import Compositor
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.css.types import CSSLocation

from db.store import SqliteStore
from planner.clock import system_clock
from planner.edits import Edit, create
from tests.db.databases import copied
from tests.planner.journeys import JOURNEY


@pytest.fixture(scope="session")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the trip to Paris and London; to be copied, never written."""
    path = tmp_path_factory.mktemp("imported") / "planner.db"
    made = SqliteStore.open(str(path), "planner")
    made.apply(Edit("Imported", create(*JOURNEY)))
    made.close()
    return path


@pytest.fixture
def store(imported: Path) -> Iterator[SqliteStore]:
    """A store in memory that holds the trip to Paris and London."""
    made = SqliteStore(copied(imported), "planner", system_clock)
    yield made
    made.close()


@pytest.fixture(scope="session", autouse=True)
def style_sheets_read_once() -> Iterator[None]:
    """Keep the rules of a style sheet for every app of the session: they are the same each time."""
    read = Stylesheet._parse_rules  # noqa: SLF001 - there is no other place to keep them
    kept: dict[tuple[object, ...], list[RuleSet]] = {}

    def read_once(
        sheet: Stylesheet, css: str, read_from: CSSLocation, *how: object, **named: object
    ) -> list[RuleSet]:
        key = (css, read_from, *how, *named.items(), *sheet._variables.items())  # noqa: SLF001
        if key not in kept:
            kept[key] = read(sheet, css, read_from, *how, **named)  # type: ignore[arg-type]
        return kept[key]

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Stylesheet, "_parse_rules", read_once)
        yield


@pytest.fixture(autouse=True)
def painted_where_one_looks(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Lay screens out as ever, and paint what a test reads, not every frame on the way to it.

    Frames that nobody sees were a third of the time of these tests. `painted` marks those that
    want each of them: what counts frames, goes the whole way, or tries odd data and sizes.
    """
    if request.node.get_closest_marker("painted") is None:
        monkeypatch.setattr(Compositor, "render_update", lambda *_, **__: None)
