"""Export: the papers there are, how each will read, and that no file is lost to another."""

from dataclasses import replace

from textual.widgets import Input

from db.store import SqliteStore
from planner.edits import Change, Edit
from screens.dialogs.export import ExportDialog, PaperChoice, PaperPreview
from screens.workspace import WorkspaceScreen
from tests.planner.journeys import TRIP
from tests.screens.opened import (
    KeptFiles,
    on_top,
    part_text,
    rows_of,
    running,
    text_of,
    words,
    words_of,
)
from tests.screens.typing_keys import Typist

WHOLE, ALONE = "of the whole trip", "of “Meeting at Downing Street” alone"
PAPERS = (
    ("down", f"m Agenda as Markdown {WHOLE}", "-agenda.md", "# Paris and London"),
    ("T", f"T Agenda as text {ALONE}", "-starmer-agenda.txt", "Agenda: Meeting at Downing Street"),
    ("M", f"M Agenda as Markdown {ALONE}", "-starmer-agenda.md", "# Paris and London"),
    ("end", f"M Agenda as Markdown {ALONE}", "-starmer-agenda.md", "Sir Keir Starmer"),
    ("f", "f Trip file everything, for another Summitry to import", ".json", '"trip": {'),
    ("up", f"M Agenda as Markdown {ALONE}", "-starmer-agenda.md", "# Paris and London"),
    ("t", f"t Agenda as text {WHOLE}", "-agenda.txt", "Agenda of all meetings"),
    ("up", f"t Agenda as text {WHOLE}", "-agenda.txt", "Agenda of all meetings"),
)
"""A key, the paper that is chosen then, how its file's name goes on, and a line to be read."""


def file_name(keys: Typist) -> str:
    return keys.pilot.app.screen.query_one("#paper-name", Input).value


def said(keys: Typist) -> str:
    return words_of(keys.pilot.app.screen.query_one("#paper-words"))


def chosen(keys: Typist) -> str:
    rows = text_of(keys.pilot.app.screen.query_one(PaperChoice)).splitlines()
    (row,) = (row for row in rows if "◉" in row)
    return " ".join(row.split()[1:])


def read(keys: Typist) -> str:
    return text_of(keys.pilot.app.screen.query_one(PaperPreview))


async def name(keys: Typist, text: str) -> None:
    """Type another name for the file; the papers are chosen already."""
    await keys.press("enter", "ctrl+u")
    await keys.write(text)


async def test_every_paper_is_offered_and_read_before_it_is_written(store: SqliteStore) -> None:
    async with running(store) as pilot:
        keys = Typist(pilot)
        await keys.press("x")
        await keys.wait()
        assert chosen(keys) == "t Agenda as text of the whole trip"
        assert file_name(keys) == "paris-london-agenda.txt"
        assert said(keys) == "Will be /papers/paris-london-agenda.txt"
        assert "Agenda of all meetings" in read(keys)
        assert "Cyber threats" in " ".join(rows_of(pilot.app.screen.query_one(PaperPreview)))
        for key, paper, offered, line in PAPERS:
            await keys.press(key)
            await keys.wait()
            assert chosen(keys) == paper
            assert file_name(keys) == f"paris-london{offered}"
            assert line in read(keys)


async def test_a_paper_is_written_by_save_or_enter_under_its_name_or_one_of_ones_own(
    store: SqliteStore,
) -> None:
    files = KeptFiles()
    async with running(store, (80, 24), files=files) as pilot:
        keys = Typist(pilot)
        await keys.press("x", "f", "ctrl+s")
        assert words(pilot) == "Written to /papers/paris-london.json"
        on_top(pilot, WorkspaceScreen)
        await keys.press("up", "x", "M")
        assert chosen(keys) == "t Agenda as text of the whole trip"
        await name(keys, "for the pm.md")
        assert said(keys) == "Will be /papers/for the pm.md"
        await keys.press("shift+tab", "m")
        assert file_name(keys) == "for the pm.md"
        await keys.press("enter", "enter")
        assert words(pilot) == "Written to /papers/for the pm.md"
    assert set(files.texts) == {"paris-london.json", "for the pm.md"}
    assert files.texts["for the pm.md"].startswith("# Paris and London")
    assert '"title": "Cyber threats"' in files.texts["paris-london.json"]


async def test_a_file_that_is_there_is_only_replaced_by_a_second_save(store: SqliteStore) -> None:
    files = KeptFiles(**{"paris-london-agenda.txt": "old", "other.txt": "older"})
    async with running(store, (80, 24), files=files) as pilot:
        keys = Typist(pilot)
        await keys.press("x")
        assert said(keys).startswith("It is there already")
        await keys.press("ctrl+s")
        assert said(keys) == "It is there already. ^s again replaces it."
        await keys.press("enter", "enter", "enter")
        on_top(pilot, ExportDialog)
        await name(keys, "other.txt")
        await keys.press("ctrl+s")
        assert said(keys) == "It is there already. ^s again replaces it."
        assert files.texts["other.txt"] == "older"
        await keys.press("ctrl+s")
        assert words(pilot) == "Written to /papers/other.txt"
    assert files.texts["paris-london-agenda.txt"] == "old"
    assert files.texts["other.txt"].startswith("Paris and London")


async def test_a_name_that_no_file_can_have_is_answered_with_the_reason(
    store: SqliteStore,
) -> None:
    files = KeptFiles()
    async with running(store, (80, 24), files=files) as pilot:
        keys = Typist(pilot)
        await keys.press("x")
        for bad in ("nowhere/agenda.txt", ""):
            await name(keys, bad)
            await keys.press("enter")
            assert said(keys) == "name a file."
            await keys.press("ctrl+s", "shift+tab")
            on_top(pilot, ExportDialog)
    assert files.texts == {}


async def test_a_long_paper_is_turned_also_from_its_name_and_its_marking_is_seen_first(
    store: SqliteStore,
) -> None:
    marked = replace(TRIP, marking="SECRET [b]\x1b[2J")
    store.apply(Edit("Marked", (Change(TRIP, marked),)))
    async with running(store, (80, 24)) as pilot:
        keys = Typist(pilot)
        await keys.press("x")
        await keys.wait()
        assert "▲ This paper is marked SECRET [b]␛[2J." in part_text(pilot)
        assert "SECRET [b]␛[2J" in read(keys)
        preview = pilot.app.screen.query_one(PaperPreview)
        await keys.press("pagedown")
        assert preview.scroll_offset.y == 10
        await keys.press("enter", "pagedown", "down")
        assert preview.scroll_offset.y == 21
        assert file_name(keys) == "paris-london-agenda.txt"
        await keys.press("shift+tab", "m")
        await keys.wait()
        assert preview.scroll_offset.y == 0
