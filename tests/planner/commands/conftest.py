"""A small database of two trips, and the command line run on it as a person would."""

import copy
import io
import json
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pytest

from db.store import SqliteStore
from planner.commands.command_line import run
from planner.errors import PlaceUnknown
from planner.exchange import import_edit, read_trip_file
from planner.geography.places import Site

OTTAWA = {"city": "Ottawa", "country": "CA", "zone": "America/Toronto"}
PARIS = {"city": "Paris", "country": "FR", "zone": "Europe/Paris"}
LONDON = {"city": "London", "country": "GB", "zone": "Europe/London"}

TWO_CITIES: dict[str, object] = {
    "format": "summitry-trip",
    "version": 1,
    "trip": {
        "title": "Paris and London",
        "short_name": "paris-2026",
        "principal": "Anne Roy",
        "status": "confirmed",
        "home": OTTAWA,
    },
    "people": [
        {"name": "Anne Roy", "ours": True, "tenures": [{"office": "Prime Minister of Canada"}]},
        {"name": "Jean Petit", "tenures": [{"office": "President of the French Republic"}]},
    ],
    "offices": [
        {"title": "Prime Minister of Canada", "of_kind": "state", "of": "CA"},
        {"title": "President of the French Republic", "of_kind": "state", "of": "FR"},
    ],
    "venues": [
        {"name": "Élysée Palace", "place": PARIS},
        {"name": "Orly", "place": PARIS, "kind": "airport"},
        {"name": "Northolt", "place": LONDON, "kind": "airport"},
    ],
    "stops": [
        {"place": PARIS, "arrive": "2026-06-09T08:00", "depart": "2026-06-10T09:00"},
        {"place": LONDON, "arrive": "2026-06-10T09:10", "depart": "2026-06-11T09:00"},
    ],
    "movements": [
        {
            "mode": "government aircraft",
            "origin_stop": "Paris",
            "origin_venue": "Orly",
            "destination_stop": "London",
            "destination_venue": "Northolt",
            "depart": "2026-06-10T09:00",
            "arrive": "2026-06-10T09:10",
        }
    ],
    "lodgings": [{"stop": "Paris", "name": "Residence"}],
    "meetings": [
        {
            "title": "Working lunch",
            "kind": "working meal",
            "status": "confirmed",
            "stop": "Paris",
            "venue": "Élysée Palace",
            "start": "2026-06-09T12:00",
            "minutes": 90,
            "coverage": "closed",
            "participants": [
                {"person": "Jean Petit", "side": "theirs", "role": "counterpart"},
            ],
        },
        {
            "title": "Interview",
            "kind": "interview",
            "status": "confirmed",
            "stop": "Paris",
            "venue": "Élysée Palace",
            "start": "2026-06-09T13:00",
            "minutes": 45,
        },
        {
            "title": "Late call",
            "kind": "call",
            "status": "tentative",
            "stop": "Paris",
            "start": "2026-06-09T23:30",
            "participants": [
                {"person": "Jean Petit", "side": "theirs", "role": "counterpart"},
            ],
        },
        {
            "title": "Reception",
            "kind": "reception",
            "stop": "London",
            "venue": "Northolt",
            "day": "2026-06-10",
            "part_of_day": "evening",
            "minutes": 60,
        },
    ],
}
"""Its lunch and its interview overlap: an error."""

EMPTY_TRIP: dict[str, object] = {
    "format": "summitry-trip",
    "version": 1,
    "trip": {
        "title": "Tōkyō 東京 🗼",
        "short_name": "tokyo",
        "principal": "Bo Li",
        "home": OTTAWA,
    },
    "people": [{"name": "Bo Li", "ours": True}],
}
"""Nothing is in it, and nothing is wrong with it."""


class NoPlaces:
    """Knows no place by name: the files of these tests say where each is."""

    def resolve(self, text: str) -> Site:
        """Raise `PlaceUnknown`."""
        raise PlaceUnknown(text)


def keep(store: SqliteStore, document: dict[str, object]) -> None:
    """Bring a trip into a store."""
    known = store.directory()
    file = read_trip_file(json.dumps(document), known, NoPlaces())
    store.apply(import_edit(file, None, known))


def retitled(short_name: str, title: str) -> dict[str, object]:
    """Return an empty trip of another name."""
    document = copy.deepcopy(EMPTY_TRIP)
    document["trip"] = {**EMPTY_TRIP["trip"], "short_name": short_name, "title": title}  # type: ignore[dict-item] # it is an object: see above
    return document


@dataclass(frozen=True)
class Result:
    """How a run of the command line ended, and what it said."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """What was printed, line by line."""
        return self.out.splitlines()


class Planner(Protocol):
    """Runs the command line."""

    def __call__(self, *arguments: str, stdin: str | bytes = b"") -> Result:
        """Run it with arguments."""
        ...


@pytest.fixture(scope="session")
def two_trips(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database made once, of which each test has its copy."""
    path = tmp_path_factory.mktemp("trips") / "trips.sqlite3"
    store = SqliteStore.open(str(path), "tester")
    keep(store, TWO_CITIES)
    keep(store, EMPTY_TRIP)
    store.close()
    return path


@pytest.fixture
def database(two_trips: Path, tmp_path: Path) -> Path:
    """The trips `paris-2026` and `tokyo`."""
    return Path(shutil.copy(two_trips, tmp_path / "trips.sqlite3"))


@pytest.fixture
def bring(database: Path) -> Callable[[dict[str, object]], None]:
    """Bring one more trip into the database."""

    def bring_in(document: dict[str, object]) -> None:
        store = SqliteStore.open(str(database), "tester")
        keep(store, document)
        store.close()

    return bring_in


@pytest.fixture
def planner(
    database: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Planner:
    """The command line on that database, 80 columns wide, with nobody at a terminal."""
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("SUMMITRY_DB", str(database))
    monkeypatch.setenv("SUMMITRY_SETTINGS", str(database.with_name("settings.toml")))
    monkeypatch.setenv("SUMMITRY_AUTHOR", "tester")
    monkeypatch.setattr(tempfile, "tempdir", str(database.parent))

    def run_it(*arguments: str, stdin: str | bytes = b"") -> Result:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
        code = run(arguments)
        said = capsys.readouterr()
        return Result(code, said.out, said.err)

    return run_it
