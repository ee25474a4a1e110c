"""Folders and files that may not be written, and disks without room."""

import os
import resource
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from db.store import SqliteStore
from planner.edits import Change, Edit
from planner.errors import DatabaseFailed, DatabaseFull
from tests.db.contract.base import everything
from tests.db.processes.started import Worker
from tests.db.samples import ANNA, CLOCK, MEETING, OUR_TRIP, plan

LONG = replace(MEETING, notes="x" * 500_000)
LENGTHEN = Edit("Noted", (Change(MEETING, LONG),))


@pytest.fixture
def path(blank: Path, tmp_path: Path) -> Path:
    """Return a file with a trip in it."""
    path = Path(shutil.copy(blank, tmp_path / "trips.db"))
    with closing(opened(path)) as store:
        store.apply(plan(*OUR_TRIP))
    return path


def opened(path: Path) -> SqliteStore:
    return SqliteStore.open(str(path), ANNA, CLOCK)


def test_a_full_disk_is_told_and_nothing_is_lost(path: Path) -> None:
    with closing(opened(path)) as store:
        was = everything(store)
        connection = store._engine.connection  # noqa: SLF001 - to leave it no room
        (pages,) = connection.execute("pragma page_count").fetchone()
        connection.execute(f"pragma max_page_count = {pages}")
        with pytest.raises(DatabaseFull, match=r"trips\.db: the disk is full\. Nothing was saved"):
            store.apply(LENGTHEN)
        assert everything(store) == was
        connection.execute("pragma max_page_count = 100000")
        store.apply(LENGTHEN)
        assert store.load("trip").meetings == (LONG,)


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """Let every write beyond a size fail, as on a disk that does not take it."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_write_that_fails_is_told_and_nothing_is_lost(path: Path) -> None:
    with closing(opened(path)) as store:
        was = everything(store)
        with (
            files_no_larger_than(path.stat().st_size),
            pytest.raises(DatabaseFailed, match=r"trips\.db: the disk could not be .*Nothing was"),
        ):
            store.apply(LENGTHEN)
        assert everything(store) == was
        store.apply(LENGTHEN)
    with closing(opened(path)) as store:
        assert store.load("trip").meetings == (LONG,)


@pytest.mark.parametrize("room", range(0, 200_000, 20_000))
def test_a_file_for_which_there_is_no_room_is_not_begun_by_half(tmp_path: Path, room: int) -> None:
    path = tmp_path / "trips.db"
    with (
        files_no_larger_than(room),
        pytest.raises(DatabaseFailed, match=r"trips\.db: .*that it has room"),
    ):
        opened(path)
    with closing(opened(path)) as store:
        assert store.trips() == ()


AS_AN_ORDINARY_USER = (
    # Root is allowed everything but for what it gives up.
    ("setpriv", "--bounding-set=-dac_override,-dac_read_search") if os.geteuid() == 0 else ()
)


@pytest.fixture(scope="module")
def user() -> Iterator[Worker]:
    """Yield a process that file modes hold for."""
    if AS_AN_ORDINARY_USER and not shutil.which(AS_AN_ORDINARY_USER[0]):
        pytest.skip("root is here, and without setpriv it stays root")
    worker = Worker("use", through=AS_AN_ORDINARY_USER)
    worker.wait_until_ready()
    yield worker
    worker.close()


def answer(user: Worker, path: Path) -> str:
    user.tell(str(path))
    return user.answer()


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """Yield a folder whose mode a test may change."""
    folder = tmp_path / "folder"
    folder.mkdir()
    yield folder
    folder.chmod(0o700)


@pytest.mark.parametrize("mode", [0o500, 0o400, 0o000])
def test_a_folder_that_may_not_be_written_is_told(user: Worker, folder: Path, mode: int) -> None:
    path = folder / "trips.db"
    folder.chmod(mode)
    for each in (path, folder / "sub" / "trips.db"):
        said = answer(user, each)
        assert said.startswith(f"DatabaseUnwritable: {each}: the file cannot be opened (Permission")
        assert said.endswith("Check that you may write there, or choose another file with --db.")
    folder.chmod(0o700)
    assert answer(user, path) == "done"


@pytest.mark.parametrize(
    ("folder_mode", "file_mode"), [(0o500, 0o600), (0o700, 0o400), (0o700, 0o000), (0o500, 0o400)]
)
def test_a_file_that_may_not_be_written_is_told(
    user: Worker, path: Path, folder: Path, folder_mode: int, file_mode: int
) -> None:
    there = Path(shutil.move(path, folder))
    was = there.read_bytes()
    there.chmod(file_mode)
    folder.chmod(folder_mode)
    assert answer(user, there).startswith(f"DatabaseUnwritable: {there}: ")
    folder.chmod(0o700)
    there.chmod(0o600)
    assert there.read_bytes() == was
    assert answer(user, there) == "done"
