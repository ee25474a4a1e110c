"""What can be done where the day is slipped: by how much, what is released, and doing it."""

from screens.commands.command import Command, Group
from screens.commands.common import cursor, help_of

SLIP = (
    Command(
        "slip.save",
        "enter,ctrl+s",
        "save",
        "Slip",
        "Move all that is shown to move, as one change; undo takes it back.",
        Group.CHANGES,
    ),
    Command(
        "slip.earlier",
        "shift+left",
        "step(-5)",
        "−5 min",
        "Push by five minutes less.",
        Group.CHANGES,
    ),
    Command(
        "slip.later",
        "shift+right",
        "step(5)",
        "+5 min",
        "Push by five minutes more.",
        Group.CHANGES,
    ),
    Command(
        "slip.release",
        "space",
        "release",
        "Release",
        "Let what stops the push move all the same, or hold it again.",
        Group.CHANGES,
    ),
    Command(
        "slip.close",
        "escape",
        "close",
        "Cancel",
        "Leave everything as it is.",
        Group.WAYS,
        always_in_line=True,
    ),
    *cursor("slip", "entry"),
    help_of("slip", "f1"),
)
