"""A person's own keys, and what an office set, from the file to screens and commands."""

from collections.abc import Callable
from pathlib import Path

import pytest

from planner.around import OfficeSettings
from planner.commands.settings import office_settings, own_keys, settings_path
from planner.errors import FileUnusable
from planner.settings import Limits
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


def test_without_a_settings_file_limits_and_rules_are_the_usual_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUMMITRY_SETTINGS", str(tmp_path / "none.toml"))
    assert office_settings() == OfficeSettings(Limits(), {})


def test_keys_limits_and_rules_stand_in_one_file(settings: Settings) -> None:
    settings('[keys]\n"trip.add" = "z"\n[limits]\nrest_hours = 10\n[rules]\nno-meal = "off"\n')
    assert own_keys() == {"trip.add": "z"}
    assert office_settings() == OfficeSettings(Limits(rest_hours=10), {"no-meal": None})


OVERLAP = "principal-overlap"
"""The one error of the trips of these tests."""


@pytest.mark.parametrize(
    ("severity", "code", "mark"),
    [("error", 1, "●"), ("warning", 0, "▲"), ("notice", 0, "·"), ("off", 0, "")],
)
def test_a_rule_is_as_bad_as_the_office_set_it(
    planner: Planner, settings: Settings, severity: str, code: int, mark: str
) -> None:
    settings(f'[rules]\n{OVERLAP} = "{severity}"\n')
    result = planner("check", "paris")
    assert result.code == code
    marks = [line.split()[0] for line in result.lines if OVERLAP in line]
    assert marks == ([mark] if mark else [])


@pytest.mark.parametrize("arguments", [("check", "paris"), ("show", "paris"), ("trips",)])
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[rules]\nprincipal-overlab = "off"', "“principal-overlab” is no rule. Did you mean "),
        ('[rules]\nprincipal-overlap = "of"', "the rule “principal-overlap” cannot be “of”. "),
        ("[limits]\nrest_hour = 9", "“rest_hour” is no limit. Did you mean rest_hours"),
    ],
)
def test_what_the_office_cannot_set_is_told_where_rules_are_run(
    planner: Planner, settings: Settings, arguments: tuple[str, ...], text: str, told: str
) -> None:
    path = settings(text)
    result = planner(*arguments)
    assert (result.code, result.out) == (2, "")
    assert f"{path}: {told}" in result.err


@pytest.mark.parametrize("arguments", [("history",), ("history", "paris")])
def test_who_runs_no_rules_is_not_held_up_by_settings(
    planner: Planner, settings: Settings, arguments: tuple[str, ...]
) -> None:
    settings("[limits]\nrest_hour = 9")
    assert planner(*arguments).code == 0


def test_limits_that_cannot_be_used_are_told_before_the_screens_open(
    planner: Planner, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = settings("[limits]\nrest_hours = 0\n")
    monkeypatch.setattr("planner.commands.terminal.has_terminal", lambda: True)
    result = planner("open", "paris")
    assert result.code == 2
    assert f"{path}: “rest_hours” cannot be “0”. Write a whole number from 1 to" in result.err
