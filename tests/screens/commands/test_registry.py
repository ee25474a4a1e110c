"""The registry of commands: every one has a name, a key, words, and something that does it."""

import inspect
import re
from collections import Counter as Count
from collections.abc import Mapping
from typing import cast

import pytest
from textual.actions import parse
from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

from db.store import SqliteStore
from screens.app import PlannerApp
from screens.commands import SETS, Command, Group, commands_of
from screens.commands.keys import key_name
from screens.commands.registry import TYPED_IN, default_keys
from screens.counter import Counter
from screens.dialogs.export import ExportDialog
from screens.dialogs.followups import FollowUpsDialog
from screens.dialogs.forms.form import FormDialog
from screens.dialogs.help import HelpDialog
from screens.dialogs.history import HistoryDialog
from screens.dialogs.importing import ImportDialog
from screens.dialogs.mending.all_conflicts import AllConflictsDialog
from screens.dialogs.mending.reason import ReasonDialog
from screens.dialogs.mending.slipping import SlipDialog
from screens.dialogs.mending.telling import TellingDialog
from screens.dialogs.menu import MenuDialog
from screens.dialogs.question import QuestionDialog
from screens.dialogs.roll import RollDialog
from screens.trips import TripsScreen
from screens.workspace import WorkspaceScreen
from tests.screens.opened import desk_of

HOLDERS: Mapping[str, type[DOMNode]] = {
    "trips": TripsScreen,
    "trip": WorkspaceScreen,
    "form": FormDialog,
    "list": RollDialog,
    "menu": MenuDialog,
    "question": QuestionDialog,
    "reason": ReasonDialog,
    "export": ExportDialog,
    "import": ImportDialog,
    "conflicts": AllConflictsDialog,
    "followups": FollowUpsDialog,
    "history": HistoryDialog,
    "slip": SlipDialog,
    "telling": TellingDialog,
    "help": HelpDialog,
}
"""The class that binds the commands of each screen."""
every_screen = pytest.mark.parametrize("screen", SETS)


def test_every_set_of_commands_is_bound_by_a_screen() -> None:
    assert HOLDERS.keys() == SETS.keys()


@every_screen
def test_the_id_of_a_command_is_its_own(screen: str) -> None:
    ids = Count(command.id for command in SETS[screen])
    assert [each for each, times in ids.items() if times > 1] == []


@every_screen
def test_an_id_begins_with_its_screen_or_with_the_app(screen: str) -> None:
    names = {command.id.partition(".")[0] for command in SETS[screen]}
    assert names <= {screen, "app"}
    assert all(re.fullmatch(r"[a-z]+\.[a-z_]+", command.id) for command in SETS[screen])


def test_a_command_of_the_app_is_the_same_on_every_screen() -> None:
    every = (command for commands in SETS.values() for command in commands)
    shared = [command for command in every if command.id.startswith("app.")]
    assert len({command.id for command in shared}) == len(set(shared))


@every_screen
def test_every_key_is_one_that_settings_could_name(screen: str) -> None:
    for command in SETS[screen]:
        assert command.keys
        assert [key for key in command.keys if key_name(key) != key] == []
        assert command.preferred_key in ("", *command.keys)
    assert default_keys()[screen] == {command.id: command.keys for command in SETS[screen]}


@every_screen
def test_no_key_does_two_things_on_one_screen(screen: str) -> None:
    keys = Count(key_name(key) for command in SETS[screen] for key in command.keys)
    assert [key for key, times in keys.items() if times > 1] == []


@pytest.mark.parametrize("screen", TYPED_IN)
def test_where_letters_are_typed_no_letter_is_a_command(screen: str) -> None:
    assert [key for command in SETS[screen] for key in command.keys if len(key) == 1] == []


@every_screen
def test_every_command_is_named_and_explained(screen: str) -> None:
    for command in SETS[screen]:
        assert command.label.strip() == command.label != ""
        assert command.help.endswith(".")
        assert command.help[:1].isupper()
        assert command.shown_key == command.shown_keys[0]
        assert len(command.shown_keys) == len(command.keys)
        assert command.title == f"{command.label}  ({command.shown_key})"


@every_screen
def test_every_command_has_something_that_does_it(screen: str) -> None:
    for command in SETS[screen]:
        target, action, arguments = parse(command.action)
        holder = PlannerApp if target == "app" else HOLDERS[screen]
        method = getattr(holder, f"action_{action}", None)
        assert target in ("", "app")
        assert callable(method), f"{command.id}: {holder.__name__} has no action_{action}"
        inspect.signature(method).bind(holder, *arguments)


@every_screen
def test_every_command_is_bound_with_all_that_it_says(screen: str) -> None:
    found = {binding.id: binding for binding in _bindings(screen) if binding.id}
    assert found.keys() == {command.id for command in SETS[screen]}
    for command in SETS[screen]:
        binding = found[command.id]
        assert (binding.key, binding.action) == (command.key, command.action)
        assert (binding.description, binding.tooltip) == (command.label, command.help)
        assert (binding.priority, binding.key_display) == (command.priority, command.shown_key)


@every_screen
def test_every_key_of_a_screen_is_that_of_a_command(screen: str) -> None:
    assert [each.key for each in _bindings(screen) if not each.id] == []


def _bindings(screen: str) -> list[Binding]:
    return [each for each in HOLDERS[screen].BINDINGS if isinstance(each, Binding)]


def _offered(screen: object) -> tuple[Command, ...]:
    """Return what the palette offers; what a screen returns when it is closed does not matter."""
    return commands_of(cast("Screen[object]", screen))


def test_the_palette_offers_all_but_itself_and_but_the_cursor(store: SqliteStore) -> None:
    offered = _offered(TripsScreen((), Counter(desk_of(store))))
    left_out = {command.id for command in SETS["trips"]} - {command.id for command in offered}
    assert left_out == {
        "app.palette",
        *(command.id for command in SETS["trips"] if command.group is Group.CURSOR),
    }
    assert len(offered) == len(set(offered))


def test_the_palette_of_a_dialog_is_its_own() -> None:
    assert {command.id for command in _offered(QuestionDialog("Sure?"))} == {
        "question.yes",
        "question.no",
        "question.help",
        "question.default",
    }
