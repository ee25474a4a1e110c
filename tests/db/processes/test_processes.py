"""Several processes on one file at once."""

import shutil
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import pytest

from db import schema
from db.store import SqliteStore
from tests.db.databases import replayed, rows
from tests.db.later_schema import LATER_STEP, add_later_step
from tests.db.processes.started import Worker, workers
from tests.db.samples import CLOCK, OUR_TRIP, plan


def answers(started: Iterable[Worker], line: str) -> list[str]:
    """Tell all the same at once, and return what each answers."""
    started = list(started)
    for worker in started:
        worker.tell(line)
    return [worker.answer() for worker in started]


@pytest.mark.parametrize("count", [2, 4])
def test_all_edits_of_processes_that_write_at_once_are_there(
    blank: Path, tmp_path: Path, count: int
) -> None:
    path = str(shutil.copy(blank, tmp_path / "trips.db"))
    with closing(SqliteStore.open(path, "Chief", CLOCK)) as store:
        store.apply(plan(*OUR_TRIP))
        with workers(count, "write", path, "author {}", "12") as started:
            for worker in started:
                worker.tell("go")
            said = [int(line) for worker in started for line in worker.finish()]
        entries = store.since(0)
        assert sorted(said) == list(range(2, 2 + 12 * count))
        assert [entry.position for entry in entries] == list(range(1, 2 + 12 * count))
        assert {entry.author for entry in entries[1:]} == {f"author {n}" for n in range(count)}
        assert replayed(entries) == rows(store._engine.connection)  # noqa: SLF001 - all of it
        assert store.has_changed()


def test_processes_that_make_and_upgrade_files_at_once_all_open_them(
    blank: Path, tmp_path: Path
) -> None:
    with workers(2, "upgrade") as started, pytest.MonkeyPatch.context() as patch:
        add_later_step(patch.setattr)
        for number in range(15):
            new, old = str(tmp_path / f"new {number}.db"), str(tmp_path / f"old {number}.db")
            shutil.copy(blank, old)
            for path in (new, old):
                assert answers(started, path) == ["done"] * 2
                with closing(SqliteStore.open(path, "Anna", CLOCK)) as store:
                    applied = store._engine.connection.execute(  # noqa: SLF001 - nobody else tells
                        "select name from _sqlite_migrations order by rowid"
                    ).fetchall()
                    assert len(store.directory().people) == 2
                assert applied == [(step,) for step in schema.STEPS]
            assert Path(f"{old}.before-{LATER_STEP}").exists()
            assert not Path(f"{new}.before-{LATER_STEP}").exists()


def test_a_file_is_opened_and_written_while_another_process_writes_to_it(
    blank: Path, tmp_path: Path
) -> None:
    path = str(shutil.copy(blank, tmp_path / "trips.db"))
    with closing(SqliteStore.open(path, "Chief", CLOCK)) as store:
        store.apply(plan(*OUR_TRIP))
    with workers(1, "write", path, "author", "40") as (writer,), workers(1, "use") as (other,):
        writer.tell("go")
        for _ in range(20):
            other.tell(path)
            assert other.answer() == "done"
        assert len(writer.finish()) == 40
