"""The contract of a store, in memory and on a file."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from db.store import SqliteStore
from tests.db.contract import StoreContract
from tests.db.contract.base import OpenStore
from tests.db.databases import copied
from tests.db.samples import CLOCK


class TestInMemory(StoreContract):
    """Two authors on one connection: what is in memory has no other."""

    @pytest.fixture
    def open_store(self, blank: Path) -> Iterator[OpenStore]:
        with closing(copied(blank)) as engine:
            yield lambda author: SqliteStore(engine, author, CLOCK)


class TestOnFile(StoreContract):
    """Every store on a connection of its own."""

    @pytest.fixture
    def open_store(self, blank: Path, tmp_path: Path) -> Iterator[OpenStore]:
        path = shutil.copy(blank, tmp_path / "trips.db")
        with ExitStack() as stack:
            yield lambda author: stack.enter_context(
                closing(SqliteStore.open(str(path), author, CLOCK))
            )
