"""What the tests of storage share."""

from pathlib import Path

import pytest

from db.store import SqliteStore
from tests.db.samples import ANNA


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a database of the present schema with nothing in it; to be copied, never written."""
    path = tmp_path_factory.mktemp("blank") / "blank.db"
    SqliteStore.open(str(path), ANNA).close()
    return path
