"""What the line of keys shows: a person's own keys, what works now, and what there is room for."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Protocol, runtime_checkable

from textual.actions import parse

from planner.text.cells import cell_width
from screens.commands.command import Command

Arguments = tuple[object, ...]
BETWEEN = "  "
"""What stands between two keys."""


@runtime_checkable
class Keyed(Protocol):
    """An app that knows the keys which a person gave to commands."""

    keys: Mapping[str, str]
    """The keys of commands, by the command's id."""


def keys_of(app: object) -> Mapping[str, str]:
    """Return the keys that a person gave to commands in an app; none in one that knows none."""
    return app.keys if isinstance(app, Keyed) else {}


def shown_keys(commands: Iterable[Command], keymap: Mapping[str, str]) -> tuple[Command, ...]:
    """Return commands with the keys that a person gave them, by the command's id."""
    return tuple(
        replace(command, key=keymap[command.id], preferred_key="")
        if command.id in keymap
        else command
        for command in commands
    )


def working(
    commands: Iterable[Command], can: Callable[[str, Arguments], bool]
) -> tuple[Command, ...]:
    """Return the commands that can be done now; `can` tells it of an action and its arguments."""
    return tuple(command for command in commands if _works(command, can))


def _works(command: Command, can: Callable[[str, Arguments], bool]) -> bool:
    target, name, arguments = _parsed(command.action)
    return bool(target) or can(name, arguments)


@cache
def _parsed(action: str) -> tuple[str, str, Arguments]:
    return parse(action)


def fitting(commands: Iterable[Command], width: int) -> tuple[Command, ...]:
    """Return what the line has room for: the first, and those that always have room."""
    named = [command for command in commands if command.in_line]
    room = width + len(BETWEEN) - sum(_width(each) for each in named if each.always_in_line)
    return tuple(_taken(named, room))


def _taken(named: Sequence[Command], room: int) -> Iterable[Command]:
    for command in named:
        if command.always_in_line:
            yield command
            continue
        room -= _width(command)
        if room >= 0:
            yield command
        else:
            room = 0


def _width(command: Command) -> int:
    return cell_width(f"{command.shown_key} {command.label}{BETWEEN}")
