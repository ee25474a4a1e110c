"""The command line as a whole: help, mistakes, and the options of every command."""

import errno
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from planner import __version__
from planner.commands.command_line import COMMANDS, command_line, run
from tests.planner.commands.conftest import Planner, retitled

DOCUMENTATION = Path(__file__).parents[3] / "docs" / "commands.md"


def command_named(name: str) -> click.Command:
    command = command_line.get_command(click.Context(command_line), name)
    assert command is not None
    return command


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_called_and_described_as_the_table_says(name: str) -> None:
    command = command_named(name)
    assert command.name == name
    assert command.short_help == COMMANDS[name].meaning


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_has_examples_of_it(planner: Planner, name: str) -> None:
    result = planner(name, "--help")
    assert result.code == 0
    examples = result.out.split("Examples:")[1]
    assert f"planner {name}" in examples or f" {name}" in examples


def test_help_lists_every_command_and_option(planner: Planner) -> None:
    out = planner("--help").out
    assert all(f"\n  {name} " in out for name in COMMANDS)
    assert all(option in out for option in ("--db FILE", "--now MOMENT", "--version"))


def test_the_version_is_told_in_any_place(planner: Planner) -> None:
    assert planner("--version").out == f"planner {__version__}\n"
    assert planner("--db", "nowhere", "--version").out == f"planner {__version__}\n"


@pytest.mark.parametrize("name", [None, *COMMANDS])
def test_every_command_and_option_is_documented_with_an_example(name: str | None) -> None:
    documentation = DOCUMENTATION.read_text("utf-8")
    command = command_named(name) if name else command_line
    heading = f"\n## `planner {name}" if name else "\n## `planner`"
    assert heading in documentation
    section = documentation.split(heading)[1].split("\n## ")[0]
    assert "```" in section
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert all(f"`{option}" in section for option in parameter.opts), parameter.name


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("shwo", "paris"), "There is no command “shwo”. Did you mean `show`?"),
        (("fly",), "There is no command “fly”."),
        (("--fly",), "No such option"),
        (("show",), "Missing argument 'TRIP'. `planner show --help` has examples."),
        (("show", "paris", "london"), "unexpected extra argument"),
        (("show", "nowhere"), "No trip begins with “nowhere”."),
        (("--now", "noonish", "trips"), "Invalid value for '--now'"),
        (("--now", "17 mar 16:50", "trips"), "a time zone too"),
        (("--now", "9999-12-31T23:59[UTC]", "trips"), "is not clear: expected a date"),
        (("--now", "0001-01-01T00:00[UTC]", "trips"), "is not clear: expected a date"),
        (("--db", "", "trips"), "Invalid value for '--db': name a file."),
        (("import", ""), "A file has no name"),
        (("export", "paris", "-o", ""), "A file has no name"),
        (("show", "\x1b[31mred"), "“␛[31mred”"),
        (("show", "\udcff"), "No trip begins with “�”."),
    ],
)
def test_a_mistake_is_told_once_and_fails(
    planner: Planner, arguments: tuple[str, ...], told: str
) -> None:
    result = planner(*arguments)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("planner: ")
    assert result.err.count("\n") == 1
    assert told in result.err


def test_a_beginning_that_two_trips_share_is_asked_about(
    planner: Planner, bring: Callable[[dict[str, object]], None]
) -> None:
    bring(retitled("paris-2027", "Paris again"))
    result = planner("show", "paris")
    assert result.code == 2
    assert "“paris” could be paris-2026 or paris-2027." in result.err
    assert planner("show", "paris-2027").code == 0


def test_a_trip_is_meant_by_its_whole_name_in_any_case_too(planner: Planner) -> None:
    assert planner("show", "TOKYO").code == 0


@pytest.mark.parametrize("content", [b"not a database at all" * 50, b"SQLite format 3\0" * 100])
@pytest.mark.parametrize("command", ["trips", "check", "undo", "history"])
def test_a_file_that_is_no_database_of_ours_is_told_and_left(
    planner: Planner, tmp_path: Path, content: bytes, command: str
) -> None:
    foreign = tmp_path / "foreign"
    foreign.write_bytes(content)
    result = planner("--db", str(foreign), command)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"planner: {foreign}: ")
    assert foreign.read_bytes() == content


def test_a_folder_is_no_database(planner: Planner, tmp_path: Path) -> None:
    result = planner("--db", str(tmp_path), "trips")
    assert result.code == 2
    assert result.err.startswith(f"planner: {tmp_path}: ")


def test_the_option_goes_before_the_environment(planner: Planner, tmp_path: Path) -> None:
    new = str(tmp_path / "new.sqlite3")
    assert "no trips yet" in planner("--db", new, "trips").out


@pytest.mark.parametrize(
    ("raised", "code", "told"),
    [
        (KeyboardInterrupt(), 130, ""),
        (BrokenPipeError(errno.EPIPE, "Broken pipe"), 141, ""),
        (
            OSError(errno.ENOSPC, "No space left on device"),
            2,
            "planner: standard output: No space left on device.\n",
        ),
    ],
)
def test_output_that_cannot_be_written_ends_it_without_a_traceback(
    planner: Planner,
    monkeypatch: pytest.MonkeyPatch,
    raised: BaseException,
    code: int,
    told: str,
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise raised

    monkeypatch.setattr("planner.commands.trips.say", fail)
    result = planner("trips")
    assert (result.code, result.err.lstrip()) == (code, told)


def test_a_mistake_of_ours_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("planner.commands.session.Session.all", fail)
    with pytest.raises(ZeroDivisionError):
        run(["trips"])
