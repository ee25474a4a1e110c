"""A person's own keys, from the file to the screens."""

from collections.abc import Callable
from pathlib import Path

import pytest

from planner.commands.settings import own_keys, settings_path
from planner.errors import FileUnusable
from tests.planner.commands.conftest import Planner

Settings = Callable[[str], Path]


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Write a settings file, and let it be the one that counts."""

    def write(text: str) -> Path:
        path = tmp_path / "own.toml"
        path.write_text(text, encoding="utf-8")
        monkeypatch.setenv("SUMMITRY_SETTINGS", str(path))
        return path

    return write


def test_without_a_settings_file_there_are_no_own_keys(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUMMITRY_SETTINGS", str(tmp_path / "none.toml"))
    assert own_keys() == {}


def test_the_keys_of_the_file_are_those_of_the_screens(settings: Settings) -> None:
    settings('[keys]\n"trip.add" = "a, insert"\ntrip.later = "ctrl+right"\n')
    assert own_keys() == {"trip.add": "a,insert", "trip.later": "ctrl+right"}


def test_a_settings_file_is_looked_for_in_the_home_folder(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SUMMITRY_SETTINGS", "~/own.toml")
    assert settings_path() == Path("~/own.toml").expanduser()
    monkeypatch.delenv("SUMMITRY_SETTINGS")
    assert settings_path().name == "settings.toml"


def test_what_is_wrong_is_told_with_the_file_and_nothing_opens(
    planner: Planner, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = settings('[keys]\n"trip.ad" = "z"\n')
    monkeypatch.setattr("planner.commands.terminal.has_terminal", lambda: True)
    result = planner()
    assert result.code == 2
    assert f"{path}: “trip.ad” is no command. Did you mean trip.add" in result.err


def test_a_file_that_is_no_text_is_told(settings: Settings) -> None:
    settings("").write_bytes(b"\xff\xfe")
    with pytest.raises(FileUnusable, match="UTF-8"):
        own_keys()
