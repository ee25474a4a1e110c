"""All commands, by the screen they belong to, and what is asked of the whole of them."""

from collections.abc import Mapping

from textual.binding import Binding
from textual.screen import Screen

from screens.commands.across import CONFLICTS, FOLLOWUPS, HISTORY
from screens.commands.command import Command, Group
from screens.commands.dialogs import (
    EXPORT,
    FORM,
    HELP,
    IMPORT,
    LIST,
    MENU,
    QUESTION,
    REASON,
)
from screens.commands.keys import key_name
from screens.commands.slipping import SLIP
from screens.commands.telling import TELLING
from screens.commands.trip import TRIP
from screens.commands.trips import TRIPS

SETS: Mapping[str, tuple[Command, ...]] = {
    "trips": TRIPS,
    "trip": TRIP,
    "form": FORM,
    "list": LIST,
    "menu": MENU,
    "question": QUESTION,
    "reason": REASON,
    "export": EXPORT,
    "import": IMPORT,
    "conflicts": CONFLICTS,
    "followups": FOLLOWUPS,
    "history": HISTORY,
    "slip": SLIP,
    "telling": TELLING,
    "help": HELP,
}
"""The commands of each screen; their ids begin with its name, or with `app`."""

TYPED_IN = ("form", "export", "import", "menu", "reason")
"""The screens in which letters are typed, or choose, and do nothing else."""

_BY_ID = {command.id: command for commands in SETS.values() for command in commands}


def commands_of(screen: Screen[object]) -> tuple[Command, ...]:
    """Return what the palette offers on a screen: all but itself, and but moving the cursor."""
    return tuple(
        command
        for binding in screen.BINDINGS
        if isinstance(binding, Binding)
        and binding.id
        and (command := _BY_ID[binding.id]).id != "app.palette"
        and command.group is not Group.CURSOR
    )


def default_keys() -> dict[str, dict[str, tuple[str, ...]]]:
    """Return the keys of every command, by screen and id, before a person changes any."""
    return {
        screen: {command.id: tuple(map(key_name, command.keys)) for command in commands}
        for screen, commands in SETS.items()
    }
