"""Import: a trip file found by its path, read before anything is stored, and taken back whole."""

from collections.abc import Iterator

import pytest
from textual.widgets import Input

from db.store import SqliteStore
from planner.exchange import write_trip_file
from planner.records import Meeting
from screens.dialogs.importing import ImportDialog, Paragraphs
from screens.dialogs.suggestions import SuggestionList
from screens.trips import TripsScreen
from screens.workspace import WorkspaceScreen
from tests.planner.journeys import STARMER, journey
from tests.screens.opened import (
    KeptFiles,
    on_top,
    rows_of,
    running,
    text_of,
    unbroken,
    words,
)
from tests.screens.typing_keys import Typist

PARIS = write_trip_file(journey())


class Folders(KeptFiles):
    """Files in memory, some of them in folders."""

    def listing(self, beginning: str, ending: str = "", limit: int = 8) -> tuple[str, ...]:
        """Return the folders and files of one folder whose names begin so."""
        folder, slash, begun = beginning.rpartition("/")
        within = folder + slash
        below = [each.removeprefix(within) for each in self.texts if each.startswith(within)]
        heads = {name.partition("/")[0] + "/" for name in below if "/" in name}
        names = {name for name in below if "/" not in name and name.endswith(ending)}
        found = [*sorted(heads), *sorted(names)]
        return tuple(within + each for each in found if each.startswith(begun))[:limit]


def filed(**texts: str) -> Folders:
    return Folders(**{name.replace("__", "/") + ".json": text for name, text in texts.items()})


def listed(keys: Typist) -> list[str]:
    lines = text_of(keys.pilot.app.screen.query_one(SuggestionList)).splitlines()
    return [line.strip() for line in lines if line.strip()]


def names(keys: Typist) -> list[str]:
    return [line.split()[0] for line in listed(keys) if not line.startswith("Type a path")]


def path(keys: Typist) -> str:
    return keys.pilot.app.screen.query_one("#import-name", Input).value


def brought(keys: Typist) -> str:
    return unbroken(" ".join(rows_of(keys.pilot.app.screen.query_one(Paragraphs))))


async def choose(keys: Typist, name: str) -> None:
    """Ask for a file by its whole name, and wait until it is read."""
    await keys.press("i")
    await keys.write(name)
    await keys.wait()


@pytest.fixture
def empty() -> Iterator[SqliteStore]:
    store = SqliteStore.in_memory("planner")
    yield store
    store.close()


async def test_a_path_is_completed_by_folder_and_file_and_said_to_be_missing_if_it_is(
    empty: SqliteStore,
) -> None:
    files = filed(paris=PARIS, trips__old__rome=PARIS, trips__oslo="{")
    files.texts["trips/notes.txt"] = "no trip"
    async with running(empty, (80, 24), opened=None, files=files) as pilot:
        keys = Typist(pilot)
        await keys.press("i")
        assert listed(keys)[0] == "Type a path. This is /papers/.:"
        assert names(keys) == ["trips/", "paris.json"]
        await keys.press("down", "tab")
        assert path(keys) == "trips/"
        assert names(keys) == ["old/", "oslo.json"]
        await keys.write("o")
        await keys.press("down", "up", "enter")
        assert path(keys) == "trips/old/"
        await keys.write("r")
        await keys.press("enter")
        await keys.wait()
        assert path(keys) == "trips/old/rome.json"
        assert brought(keys).startswith("“Paris and London” (paris-london) A trip that is not here")
        await keys.write("x")
        assert listed(keys)[0].startswith("No folder and no .json file begins so.")
        await keys.press("ctrl+s")
        await keys.wait()
        assert brought(keys) == "There is no such file. Check the name."
        on_top(pilot, ImportDialog)


async def test_a_file_is_read_and_told_before_it_is_taken_in_as_one_edit(
    empty: SqliteStore,
) -> None:
    async with running(empty, (80, 24), opened=None, files=filed(paris=PARIS)) as pilot:
        keys = Typist(pilot)
        await choose(keys, "paris.json")
        assert brought(keys) == (
            "“Paris and London” (paris-london) A trip that is not here yet. added 3 people, "
            "1 office, 1 tenure, 5 venues, 1 trip, 2 stops, 2 movements, 1 lodging, 4 meetings, "
            "2 participants, 3 topics, 1 outcome, 1 follow-up"
        )
        assert empty.trips() == ()
        await keys.press("ctrl+s")
        on_top(pilot, WorkspaceScreen)
        assert words(pilot).startswith("Imported “Paris and London” · saved ")
        assert empty.load("trip").get(Meeting, STARMER.id) == STARMER
        assert len(empty.history()) == 1
        await keys.press("u")
        on_top(pilot, TripsScreen)
        assert empty.trips() == ()
        assert empty.directory().people == ()


async def test_what_a_file_changes_is_told_and_taken_back_by_undo(store: SqliteStore) -> None:
    renamed = PARIS.replace("Cyber threats", "Hybrid threats").replace("Working lunch", "Lunch")
    async with running(
        store, (80, 24), opened=None, files=filed(same=PARIS, other=renamed)
    ) as pilot:
        keys = Typist(pilot)
        await choose(keys, "same.json")
        assert "It is here already, and nothing in the file is new. unchanged" in brought(keys)
        await keys.press("ctrl+u")
        await keys.write("other.json")
        await keys.wait()
        assert "what the file says will hold, and all else stays as it is" in brought(keys)
        assert "changed 1 meeting, 1 topic unchanged 3 people" in brought(keys)
        await keys.press("ctrl+s")
        lunch = store.load("trip").get(Meeting, "lunch")
        assert lunch
        assert lunch.title == "Lunch"
        await keys.press("u")
        assert store.load("trip").find("lunch") == journey().find("lunch")
        assert store.load("trip").find("cyber") == journey().find("cyber")


async def test_a_file_that_cannot_be_taken_says_all_that_is_wrong_until_it_is_mended(
    empty: SqliteStore,
) -> None:
    files = filed(faulty="{")
    async with running(empty, (80, 24), opened=None, files=files) as pilot:
        keys = Typist(pilot)
        await choose(keys, "faulty.json")
        assert brought(keys).startswith("One thing is wrong in this file, so nothing of it can be")
        assert "● line 1, column 2: expected JSON" in brought(keys)
        await keys.press("ctrl+s")
        on_top(pilot, ImportDialog)
        files.texts["faulty.json"] = PARIS.replace("tentative", "hm").replace("bilateral", "bilat")
        await keys.press("enter")
        await keys.wait()
        for fault in FAULTS:
            assert fault in brought(keys)
        await keys.press("ctrl+s")
        assert empty.trips() == ()
        files.texts["faulty.json"] = PARIS
        await keys.press("enter")
        await keys.wait()
        await keys.press("ctrl+s")
        assert [each.trip.title for each in empty.trips()] == ["Paris and London"]


FAULTS = (
    "2 things are wrong in this file, so nothing of it can be taken.",
    "Mend the file, then press Enter to read it again.",
    "● meetings[2].status: expected one of proposed",
    "● meetings[1].kind: expected one of bilateral, tête-à-tête",
    'other, found "bilat".',
)


async def test_a_long_list_of_faults_is_turned_by_the_page_and_never_obeyed(
    empty: SqliteStore,
) -> None:
    faulty = PARIS.replace('"minutes": ', '"minutes": -').replace("confirmed", "firm")
    faulty = faulty.replace('"bilateral"', '"[red]\\u001b]0;x\\u0007"')
    async with running(empty, (50, 12), opened=None, files=filed(bad=faulty)) as pilot:
        keys = Typist(pilot)
        await choose(keys, "bad.json")
        assert 'found "[red]' in brought(keys)
        assert not any(ord(sign) < 32 for sign in brought(keys))
        lines = pilot.app.screen.query_one(Paragraphs)
        await keys.press("down", "pagedown", "pagedown", "pagedown")
        assert lines.scroll_offset.y == lines.max_scroll_y > 1
        assert rows_of(lines)[-1].strip() in text_of(lines)
        await keys.press(*["pageup"] * 3)
        assert "things are wrong" in text_of(lines)
