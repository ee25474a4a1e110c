"""What can be done in the list of who is to be told."""

from screens.commands.command import Command, Group
from screens.commands.common import cursor, help_of, undoing

TELLING = (
    Command(
        "telling.copy",
        "c",
        "copy",
        "Copy",
        "Copy the message to the one under the cursor, to paste it where you write.",
        Group.WAYS,
    ),
    Command(
        "telling.told",
        "enter,m",
        "mark(False)",
        "Meeting told",
        "Mark everybody of the meeting under the cursor told: they count on it as it is now.",
        Group.CHANGES,
        "m",
    ),
    Command(
        "telling.all",
        "M",
        "mark(True)",
        "All told",
        "Mark everybody of all meetings told.",
        Group.CHANGES,
    ),
    *undoing("telling"),
    *cursor("telling", "person"),
    help_of("telling"),
    Command(
        "telling.close", "escape", "close", "Close", "Go back.", Group.WAYS, always_in_line=True
    ),
)
