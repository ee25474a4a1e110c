"""The migrations: numbered, append-only steps from an empty file to the present schema.

Each is a file of plain SQL in `db/migrations`. A step that was once released is never changed: the
next one mends it.
"""

import os
from contextlib import closing
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from db.engine import APPLICATION_ID, IN_MEMORY, Connection, Engine, connect
from db.sqlite import sqlite3
from planner.errors import DatabaseNewer, DatabaseUnwritable

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations

STEPS = ("0001_foundation",)
"""The names of the migrations, oldest first."""
SET = "summitry"


def bring_up_to_date(engine: Engine) -> None:
    """Apply the steps that a database lacks, after keeping a copy of what it held.

    The common case reads one small table and imports nothing. Raises `DatabaseNewer` for a
    database with steps that this Summitry does not know.
    """
    with engine.telling_errors():
        if _applied(engine) == STEPS:
            return
    with engine.writing() as connection:
        applied = _applied(engine)
        if applied == STEPS:
            return
        if applied:
            _keep_copy(engine, len(applied))
        _migrate(connection)
        connection.execute(f"pragma application_id = {APPLICATION_ID}")


def _applied(engine: Engine) -> tuple[str, ...]:
    connection = engine.connection
    (kept,) = connection.execute(
        "select count(*) from sqlite_master where name = '_sqlite_migrations'"
    ).fetchone()
    if not kept:
        return ()
    rows = connection.execute(
        "select name from _sqlite_migrations where migration_set = ? order by rowid", (SET,)
    ).fetchall()
    applied = tuple(str(name) for (name,) in rows)
    if applied != STEPS[: len(applied)]:
        raise DatabaseNewer(
            engine.path,
            "it was written by a newer Summitry.",
            "Nothing was changed. Install the newer version to open it.",
        )
    return applied


def _migrate(connection: Connection) -> None:
    """Apply what is missing, inside the transaction that is open."""
    from sqlite_utils import Database, Migrations  # noqa: PLC0415 - 68 ms, needed once a schema

    migrations: Migrations = Migrations(SET)
    for step in STEPS:
        _register(migrations, step)
    migrations.apply(Database(connection))


def _register(migrations: "Migrations", step: str) -> None:
    @migrations(name=step)
    def apply(database: "Database") -> None:
        for statement in statements(step):
            database.execute(statement)


def statements(step: str) -> list[str]:
    """Return the SQL statements of a step, one by one: a script would end the transaction."""
    text = resources.files("db").joinpath("migrations", f"{step}.sql").read_text("utf-8")
    found: list[str] = []
    pending = ""
    for line in text.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            found.append(pending)
            pending = ""
    return found


def _keep_copy(engine: Engine, steps: int) -> None:
    """Keep a copy of the file as it is before its schema changes, beside it."""
    if engine.path == IN_MEMORY:
        return
    path = Path(f"{engine.path}.before-{STEPS[steps]}")
    try:
        path.unlink(missing_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        raise DatabaseUnwritable(
            str(path),
            f"a copy of the database cannot be kept here ({error.strerror}).",
            "Nothing was changed. Make room for a copy, then try again.",
        ) from error
    with closing(connect(engine.path)) as reader, closing(connect(str(path))) as copy:
        reader.backup(copy)
