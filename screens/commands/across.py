"""What can be done where something of all trips is listed: conflicts, follow-ups, the journal."""

from screens.commands.command import Command, Group
from screens.commands.common import cursor, help_of, undoing

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
FOLLOWUPS = (
    Command(
        "followups.done",
        "space,x",
        "done",
        "Done",
        "Mark it complete; once more, open again.",
        Group.CHANGES,
    ),
    Command(
        "followups.open", "enter", "open", "Open trip", "Open the trip it comes from.", Group.WAYS
    ),
    Command(
        "followups.overdue",
        "o",
        "narrow('overdue')",
        "Overdue",
        "Show only what was due before today.",
        Group.CONFLICTS,
    ),
    Command(
        "followups.to_do",
        "t",
        "narrow('to_do')",
        "To do",
        "Show everything that is still to do.",
        Group.CONFLICTS,
    ),
    Command(
        "followups.all",
        "a",
        "narrow('all')",
        "All",
        "Show also what is complete or dropped.",
        Group.CONFLICTS,
    ),
    Command(
        "followups.whose",
        "slash",
        "whose",
        "Whose",
        "Show only those of one owner, or with one counterpart.",
        Group.CONFLICTS,
    ),
    *undoing("followups"),
    *cursor("followups", "follow-up"),
    help_of("followups"),
    Command(
        "followups.close",
        "escape",
        "close",
        "Close",
        "Go back to the list of trips.",
        Group.WAYS,
        always_in_line=True,
    ),
)
HISTORY = (
    Command(
        "history.take_back",
        "x",
        "take_back",
        "Take back",
        "Take back this one change, and nothing that came after it.",
        Group.CHANGES,
    ),
    *undoing("history"),
    *cursor("history", "change"),
    help_of("history"),
    Command(
        "history.close",
        "escape",
        "close",
        "Close",
        "Go back.",
        Group.WAYS,
        always_in_line=True,
    ),
)
