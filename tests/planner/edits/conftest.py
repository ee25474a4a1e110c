"""What the tests share that try whether a store takes an Edit."""

from pathlib import Path

import pytest

from db.store import SqliteStore


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a database of the present schema with nothing in it; to be copied, never written."""
    path = tmp_path_factory.mktemp("blank") / "blank.db"
    SqliteStore.open(str(path), "Anna").close()
    return path
