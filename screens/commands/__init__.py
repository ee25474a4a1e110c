"""Everything a person can do, in one registry: keys, key line, palette and help follow from it."""

from screens.commands.across import CONFLICTS, FOLLOWUPS, HISTORY
from screens.commands.command import Command, Group, bindings
from screens.commands.common import EVERYWHERE, keys_everywhere
from screens.commands.dialogs import EXPORT, FORM, HELP, IMPORT, LIST, MENU, QUESTION, REASON
from screens.commands.line import fitting, keys_of, shown_keys, working
from screens.commands.registry import SETS, commands_of
from screens.commands.trip import TRIP
from screens.commands.trips import TRIPS

__all__ = [
    "CONFLICTS",
    "EVERYWHERE",
    "EXPORT",
    "FOLLOWUPS",
    "FORM",
    "HELP",
    "HISTORY",
    "IMPORT",
    "LIST",
    "MENU",
    "QUESTION",
    "REASON",
    "SETS",
    "TRIP",
    "TRIPS",
    "Command",
    "Group",
    "bindings",
    "commands_of",
    "fitting",
    "keys_everywhere",
    "keys_of",
    "shown_keys",
    "working",
]
