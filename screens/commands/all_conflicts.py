"""What can be done where the conflicts of all trips are listed."""

from screens.commands.command import Command, Group
from screens.commands.common import cursor, help_of

CONFLICTS = (
    Command(
        "conflicts.open",
        "enter",
        "open",
        "Open",
        "Open the trip, at the entry that the conflict is about.",
        Group.WAYS,
    ),
    Command(
        "conflicts.errors",
        "e",
        "narrow('error')",
        "Errors",
        "Show only errors: what stops a release.",
        Group.CONFLICTS,
    ),
    Command(
        "conflicts.warnings",
        "w",
        "narrow('warning')",
        "Errors and warnings",
        "Show errors and warnings, without the notices.",
        Group.CONFLICTS,
    ),
    Command(
        "conflicts.all",
        "a",
        "narrow('notice')",
        "All",
        "Show everything that does not fit.",
        Group.CONFLICTS,
    ),
    *cursor("conflicts", "conflict"),
    help_of("conflicts"),
    Command(
        "conflicts.close",
        "escape",
        "close",
        "Close",
        "Go back to the list of trips.",
        Group.WAYS,
        always_in_line=True,
    ),
)
