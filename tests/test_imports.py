"""What is loaded is what is needed: proved in processes of their own."""

import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import pytest

import planner
from db.store import SqliteStore

TERMINAL = {"textual", "rich"}
DATABASE = {"sqlite3", "_sqlite3", "pysqlite3", "sqlite_utils"}
COMMAND_LINE = {"click", "planner.commands", "planner.__main__"}
_IMPORTED = re.compile(r"^import time: +[0-9]+ \| +[0-9]+ \| +(\S+)$", re.MULTILINE)


def imported_by(*arguments: str) -> set[str]:
    """Return every module that a run of Python imports, and the packages they are in."""
    done = subprocess.run(  # noqa: S603 - our own Python
        [sys.executable, "-X", "importtime", *arguments],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return set(_IMPORTED.findall(done.stderr))


@pytest.fixture
def database(tmp_path: Path) -> str:
    """A database whose schema is current."""
    path = str(tmp_path / "trips.sqlite3")
    SqliteStore.open(path, "tester").close()
    return path


def domain_modules() -> list[str]:
    return [
        module.name
        for module in pkgutil.walk_packages(planner.__path__, "planner.")
        if not module.name.startswith(("planner.commands", "planner.__main__"))
    ]


def test_the_domain_knows_neither_the_terminal_nor_the_database_nor_the_command_line() -> None:
    loaded = imported_by("-c", f"import {', '.join(domain_modules())}")
    assert "planner.itinerary" in loaded
    assert not loaded & (TERMINAL | DATABASE | COMMAND_LINE)


def test_storage_knows_no_terminal() -> None:
    loaded = imported_by("-c", "import db.store")
    assert not loaded & (TERMINAL | {"screens"} | COMMAND_LINE)


def test_the_screens_know_no_database() -> None:
    loaded = imported_by("-c", "import screens.app")
    assert "textual" in loaded
    assert not loaded & (DATABASE | {"db"} | COMMAND_LINE)


def test_the_version_is_told_before_anything_is_loaded() -> None:
    loaded = imported_by("-m", "planner", "--version")
    ours = {name for name in loaded if name.split(".")[0] in ("planner", "db", "screens")}
    assert ours == {"planner"}
    assert not loaded & (TERMINAL | DATABASE | {"click"})


def test_help_opens_no_database_and_imports_no_command() -> None:
    loaded = imported_by("-m", "planner", "--help")
    assert not loaded & (TERMINAL | DATABASE | {"db", "planner.commands.check"})


@pytest.mark.parametrize("command", ["trips", "check"])
def test_what_prints_needs_no_terminal_nor_schema_tools_nor_templates(
    command: str, database: str
) -> None:
    loaded = imported_by("-m", "planner", "--db", database, command)
    assert "db.store" in loaded
    assert not loaded & (TERMINAL | {"sqlite_utils", "jinja2", "screens"})
