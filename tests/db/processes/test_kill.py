"""A process that is killed in the midst of its edits loses none that it said were kept.

`SUMMITRY_KILLS=100` kills a hundred times.
"""

import os
import shutil
import time
from contextlib import closing
from pathlib import Path
from random import Random

from db.store import SqliteStore
from tests.db.databases import replayed, rows
from tests.db.processes.started import Worker
from tests.db.samples import CLOCK, OUR_TRIP, plan

KILLS = int(os.environ.get("SUMMITRY_KILLS", "10"))


def test_after_a_kill_every_edit_that_was_said_is_there_and_none_is_half_there(
    blank: Path, tmp_path: Path
) -> None:
    path = str(shutil.copy(blank, tmp_path / "trips.db"))
    with closing(SqliteStore.open(path, "Chief", CLOCK)) as store:
        store.apply(plan(*OUR_TRIP))
        records, position = replayed(store.since(0)), 1
    writers = [Worker("write", path, f"author {number}", "100000") for number in range(2)]
    try:
        for number in range(KILLS):
            writers.append(Worker("write", path, f"author {number + 2}", "100000"))
            said = killed_while_writing(writers.pop(0), Random(number))  # noqa: S311 - not secret
            with closing(SqliteStore.open(path, "Chief", CLOCK)) as store:
                connection = store._engine.connection  # noqa: SLF001 - nobody else tells
                assert connection.execute("pragma integrity_check").fetchall() == [("ok",)]
                assert connection.execute("pragma foreign_key_check").fetchall() == []
                entries = store.since(position)
                positions = [entry.position for entry in entries]
                assert positions == list(range(position + 1, position + 1 + len(entries)))
                assert said <= set(positions)
                assert len(positions) - len(said) <= 1, "one may be kept and not yet said"
                records, position = replayed(entries, records), positions[-1]
                assert records == rows(connection)
    finally:
        for writer in writers:
            writer.close()


def killed_while_writing(writer: Worker, random: Random) -> set[int]:
    """Kill a process somewhere within its edits, and return the positions that it said."""
    writer.wait_until_ready()
    writer.tell("go")
    said = [writer.answer() for _ in range(random.randint(1, 40))]
    # An answer comes at the end of an edit: wait for any part of the next, by the clock alone.
    until = time.perf_counter() + random.random() * 0.004
    while time.perf_counter() < until:
        pass
    return {int(line) for line in (*said, *writer.kill())}
