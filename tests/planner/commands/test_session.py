"""What a command works with: which file, which moment, and whose name."""

import getpass
from pathlib import Path

import click
import pytest

from planner.commands.session import Session, author, read_now, usual_database
from planner.errors import InputError


@pytest.mark.parametrize(
    ("typed", "instant"),
    [
        ("2025-03-17T16:50[Europe/London]", "2025-03-17T16:50:00+00:00"),
        ("2025-03-17T16:50:00+00:00[Europe/London]", "2025-03-17T16:50:00+00:00"),
        ("2025-03-17 12:50[America/Toronto]", "2025-03-17T16:50:00+00:00"),
        ("17 mar 2025 16:50 Europe/London", "2025-03-17T16:50:00+00:00"),
        ("17 mar 2025 16:50 UTC", "2025-03-17T16:50:00+00:00"),
        ("2025-03-17T16:50Z", "2025-03-17T16:50:00+00:00"),
    ],
)
def test_a_moment_is_read_with_its_zone(typed: str, instant: str) -> None:
    assert read_now(typed).isoformat() == instant


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("17 mar 2025 16:50", "a time zone too"),
        ("2025-03-17T16:50", "a time zone too"),
        ("tomorrow 14h", "a time zone too"),
        ("+45m", "expected"),
        ("noonish", "expected"),
        ("", "expected"),
        ("2025-03-17T16:50[Mars/Olympus]", "not a known time zone"),
        ("2025-02-30T16:50[Europe/London]", "expected"),
    ],
)
def test_what_is_unclear_is_refused_with_what_was_expected(typed: str, expected: str) -> None:
    with pytest.raises(InputError, match=expected):
        read_now(typed)


def test_the_database_is_that_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/roy")
    monkeypatch.setenv("SUMMITRY_DB", "~/office.sqlite3")
    assert usual_database() == "/home/roy/office.sqlite3"


def test_else_it_is_in_the_data_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("SUMMITRY_DB", raising=False)
    monkeypatch.setattr("platformdirs.user_data_path", lambda name, **_: tmp_path / name)
    assert usual_database() == str(tmp_path / "summitry" / "trips.sqlite3")


def test_the_author_is_that_of_the_environment_else_the_login(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SUMMITRY_AUTHOR", "Chief of protocol")
    assert author() == "Chief of protocol"
    monkeypatch.delenv("SUMMITRY_AUTHOR")
    monkeypatch.setattr(getpass, "getuser", lambda: "roy")
    assert author() == "roy"


@pytest.mark.parametrize("error", [KeyError("uid not found"), OSError("no login")])
def test_where_nobody_is_logged_in_it_says_what_to_set(
    monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def nobody() -> str:
        raise error

    monkeypatch.delenv("SUMMITRY_AUTHOR", raising=False)
    monkeypatch.setattr(getpass, "getuser", nobody)
    with pytest.raises(click.ClickException, match="SUMMITRY_AUTHOR"):
        author()


def test_a_session_opens_no_file_until_it_is_asked_for_trips(tmp_path: Path) -> None:
    with Session(str(tmp_path / "trips.sqlite3")):
        assert list(tmp_path.iterdir()) == []
