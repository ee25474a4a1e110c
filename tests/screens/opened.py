"""A window opened on a store, and what it shows, as the tests of screens see it."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import datetime
from typing import TypeVar

from textual.events import MouseDown, MouseEvent, MouseScrollDown, MouseScrollUp, MouseUp
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static, TextArea

from db.places import ShippedGazetteer
from db.store import SqliteStore
from planner.clock import Clock, fixed_clock
from planner.desk import Desk
from planner.errors import FileUnusable
from planner.workspace import Workspace
from screens.app import PlannerApp
from screens.dialogs.dialog import Dialog
from screens.dialogs.forms.fields import FieldRow
from screens.widgets.bars import StatusLine
from screens.widgets.lines import Lines
from screens.workspace import WorkspaceScreen
from tests.planner.journeys import in_london, present
from tests.screens.typing_keys import Typist

NOW = present(in_london("16:50"))
Shown = TypeVar("Shown", bound=Widget)
Answer = TypeVar("Answer")


class KeptFiles:
    """Files that are kept in memory: a test leaves nothing behind."""

    def __init__(self, **texts: str) -> None:
        self.texts = dict(texts)

    def whole(self, name: str) -> str:
        """Return the whole path that a name means."""
        return f"/papers/{name.removeprefix('/papers/')}"

    def is_taken(self, name: str) -> bool:
        """Tell whether a file of that name is there already; `nowhere/` is no folder."""
        if not name or name.startswith("nowhere/"):
            raise FileUnusable(name or "No name", "name a file.")
        return name.removeprefix("/papers/") in self.texts

    def read(self, name: str) -> str:
        """Return the text of a file."""
        try:
            return self.texts[name]
        except KeyError as error:
            raise FileUnusable(name, "there is no such file. Check the name.") from error

    def write(self, name: str, text: str, *, force: bool) -> str:
        """Keep a text."""
        if self.is_taken(name) and not force:
            raise FileUnusable(name, "it is there already.")
        self.texts[name.removeprefix("/papers/")] = text
        return self.whole(name)

    def listing(self, beginning: str, ending: str = "", limit: int = 8) -> tuple[str, ...]:
        """Return the names that begin so."""
        names = sorted(self.texts)
        return tuple(n for n in names if n.startswith(beginning) and n.endswith(ending))[:limit]


def desk_of(
    store: SqliteStore,
    clock: Clock | None = None,
    files: KeptFiles | None = None,
    keys: Mapping[str, str] | None = None,
) -> Desk:
    """Return a desk over a store, its clock standing still unless another is given."""
    return Desk(
        store,
        clock or fixed_clock(NOW),
        ShippedGazetteer,
        files or KeptFiles(),
        keys or {},
    )


def app_of(
    store: SqliteStore,
    opened: str | None = "trip",
    clock: Clock | None = None,
    files: KeptFiles | None = None,
    keys: Mapping[str, str] | None = None,
) -> PlannerApp:
    """Return a window on a store, at one of its trips or at the list of them."""
    return PlannerApp(desk_of(store, clock, files, keys), opened)


@asynccontextmanager
async def running(
    store: SqliteStore,
    size: tuple[int, int] = (120, 40),
    opened: str | None = "trip",
    now: datetime = NOW,
    files: KeptFiles | None = None,
) -> AsyncIterator[Pilot[None]]:
    """Open a window, and close it behind the test."""
    app = app_of(store, opened, fixed_clock(now), files)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        yield pilot


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one after another, each once what came before is done."""
    await Typist(pilot).press(*keys)


async def settled(pilot: Pilot[None]) -> None:
    """Wait until all that was asked for is shown, what is read in a thread too."""
    await Typist(pilot).wait()


@asynccontextmanager
async def asked(
    dialog: Dialog[Answer], keys: Mapping[str, str] | None = None
) -> AsyncIterator[tuple[Typist, list[Answer | None]]]:
    """Open a dialog over an empty list of trips, and gather what it is answered."""
    store = SqliteStore.in_memory("planner")
    app = app_of(store, None, keys=keys)
    answers: list[Answer | None] = []
    async with app.run_test(size=(80, 24)) as pilot:
        dialog.open(app, answers.append)
        typist = Typist(pilot)
        await typist.settle()
        yield typist, answers
    store.close()


def text_of(lines: Lines) -> str:
    """Return what a pane shows, as a person would read it."""
    rows = range(lines.size.height)
    return "\n".join("".join(s.text for s in lines.render_line(row)).rstrip() for row in rows)


def rows_of(lines: Lines) -> list[str]:
    """Return all rows of a pane as they are painted, those out of sight too."""
    first = -round(lines.scroll_offset.y)
    return [
        "".join(segment.text for segment in lines.render_line(first + row))
        for row in range(lines.count())
    ]


def words_of(widget: Widget) -> str:
    """Return what a widget says that is no pane of lines."""
    return str(widget.render())


def painted(pilot: Pilot[None]) -> list[Strip]:
    """Return the lines of the screen as they go to the terminal."""
    return pilot.app.screen._compositor.render_strips()  # noqa: SLF001 - what Textual itself prints


def screen_text(pilot: Pilot[None]) -> str:
    """Return all that is on the screen, line by line."""
    return "\n".join(strip.text.rstrip() for strip in painted(pilot))


def part_text(pilot: Pilot[None], selector: str = "#dialog") -> str:
    """Return what is seen where one widget is, line by line: a dialog unless another is named."""
    region = pilot.app.screen.query_one(selector).region
    lines = painted(pilot)[region.y : region.bottom]
    return "\n".join(line.crop(region.x, region.right).text.rstrip() for line in lines)


class Mouse:
    """Clicks on what can be read in a part of the screen."""

    def __init__(self, pilot: Pilot[None]) -> None:
        """Click in a window."""
        self._app = pilot.app
        self._pilot = pilot

    async def click(self, words: str, within: str) -> None:
        """Click in the middle of words that are seen in a part of the screen."""
        lines = enumerate(part_text(self._pilot, within).splitlines())
        row, line = next((row, line) for row, line in lines if words in line)
        there = self._app.screen.query_one(within).region.offset
        at = (there.x + line.index(words) + len(words) // 2, there.y + row)
        self._post(MouseDown, at)
        self._post(MouseUp, at)
        await Typist(self._pilot).settle()

    async def turn(self, within: str, by: int) -> None:
        """Turn the wheel over a part of the screen, downwards where `by` is positive."""
        middle = self._app.screen.query_one(within).region.center
        for _ in range(abs(by)):
            self._post(MouseScrollDown if by > 0 else MouseScrollUp, middle)
        await Typist(self._pilot).settle()

    def _post(self, kind: type[MouseEvent], at: tuple[float, float]) -> None:
        x, y = map(int, at)
        self._app.post_message(kind(None, x, y, 0, 0, 1, False, False, False, x, y))


def unbroken(text: str) -> str:
    """Return a text as one line, however it was broken."""
    return " ".join(text.split())


def on_top(pilot: Pilot[None], kind: type[Shown]) -> Shown:
    """Return the screen that has the keys, which is of a kind."""
    screen = pilot.app.screen
    assert isinstance(screen, kind), screen
    return screen


def row_of(pilot: Pilot[None], name: str) -> FieldRow:
    """Return the field of a question in the form on top."""
    (row,) = (row for row in pilot.app.screen.query(FieldRow) if row.question.name == name)
    return row


def typed_in(pilot: Pilot[None]) -> str:
    """Return the name of the question whose field has the focus; empty where none has."""
    rows = pilot.app.screen.query(FieldRow)
    return next((row.question.name for row in rows if row.has_focus_within), "")


def value_of(pilot: Pilot[None], name: str) -> str:
    """Return what stands in the field of a question."""
    field = row_of(pilot, name).field
    return field.text if isinstance(field, TextArea) else field.value


def beside(pilot: Pilot[None], name: str) -> str:
    """Return what stands beside the field of a question."""
    return words_of(row_of(pilot, name).query_one(".field-words", Static))


def workspace_of(pilot: Pilot[None]) -> WorkspaceScreen:
    """Return the screen of the trip."""
    assert isinstance(pilot.app.screen, WorkspaceScreen)
    return pilot.app.screen


def shown(pilot: Pilot[None]) -> Workspace:
    """Return the trip as the panes show it."""
    workspace = workspace_of(pilot).workspace
    assert workspace is not None
    return workspace


def selected(pilot: Pilot[None]) -> str:
    """Return the key of the row under the cursor."""
    return shown(pilot).selected


def words(pilot: Pilot[None]) -> str:
    """Return what the status line says."""
    return pilot.app.screen.query_one(StatusLine).words
