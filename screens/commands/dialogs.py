"""What can be done in dialogs: forms, lists, menus, questions, and the rest."""

from dataclasses import replace

from screens.commands.command import Command, Group
from screens.commands.common import cursor, help_of, undoing

FORM = (
    Command(
        "form.save",
        "ctrl+s",
        "save",
        "Save",
        "Keep what is filled in; what is wrong is shown first.",
        Group.CHANGES,
    ),
    Command(
        "form.more",
        "ctrl+o",
        "toggle_more",
        "More fields",
        "Open every fold, or close them all.",
        Group.WAYS,
    ),
    Command(
        "form.new",
        "ctrl+n",
        "make_new",
        "New …",
        "Make the person, office or venue that the field names.",
        Group.CHANGES,
    ),
    Command(
        "form.cancel",
        "escape",
        "cancel",
        "Cancel",
        "Close without saving; asks first if something was typed.",
        Group.WAYS,
        always_in_line=True,
    ),
    Command(
        "form.enter",
        "enter",
        "enter",
        "Next field",
        "Take what is marked, and go on; behind the last field, save.",
        Group.CURSOR,
        in_line=False,
        priority=True,
    ),
    Command(
        "form.next",
        "tab",
        "next_field(1)",
        "Next field",
        "Take what is marked, and go to the next field.",
        Group.CURSOR,
        in_line=False,
        priority=True,
    ),
    Command(
        "form.previous",
        "shift+tab",
        "next_field(-1)",
        "Previous field",
        "Go to the field before.",
        Group.CURSOR,
        in_line=False,
        priority=True,
    ),
    Command(
        "form.down",
        "down",
        "mark(1)",
        "Down",
        "Mark the next suggestion.",
        Group.CURSOR,
        in_line=False,
    ),
    Command(
        "form.up",
        "up",
        "mark(-1)",
        "Up",
        "Mark the suggestion before.",
        Group.CURSOR,
        in_line=False,
    ),
    help_of("form", "f1"),
)

LIST = (
    Command("list.add", "a", "add", "Add", "Add one.", Group.CHANGES),
    Command(
        "list.edit",
        "enter,e",
        "do('edit')",
        "Edit",
        "Change the one under the cursor.",
        Group.CHANGES,
        "e",
    ),
    Command(
        "list.remove",
        "d,delete",
        "do('remove')",
        "Remove",
        "Take the one under the cursor away; undo brings it back.",
        Group.CHANGES,
    ),
    Command(
        "list.duplicate",
        "D",
        "do('duplicate')",
        "Duplicate",
        "Copy the one under the cursor.",
        Group.CHANGES,
    ),
    Command(
        "list.earlier",
        "alt+up,K",
        "shift(-1)",
        "Up",
        "Move the one under the cursor up.",
        Group.CHANGES,
        "K",
    ),
    Command(
        "list.later",
        "alt+down,J",
        "shift(1)",
        "Down",
        "Move the one under the cursor down.",
        Group.CHANGES,
        "J",
    ),
    Command(
        "list.follow_ups",
        "w",
        "children('follow_up')",
        "Follow-ups",
        "What somebody has to do about the outcome under the cursor.",
        Group.WAYS,
    ),
    Command(
        "list.offices",
        "o",
        "children('tenure')",
        "Offices held",
        "What the person under the cursor holds, and held.",
        Group.WAYS,
    ),
    Command(
        "list.unavailable",
        "v",
        "children('unavailability')",
        "Unavailable",
        "When the person under the cursor cannot be met.",
        Group.WAYS,
    ),
    Command("list.find", "slash", "find", "Find", "Find by a few letters.", Group.WAYS),
    *undoing("list"),
    *cursor("list", "row"),
    help_of("list"),
    Command("list.close", "escape", "close", "Close", "Go back.", Group.WAYS, always_in_line=True),
)

MENU = (
    Command("menu.choose", "enter", "choose", "Choose", "Take what is marked.", Group.WAYS),
    Command("menu.close", "escape", "close", "Cancel", "Take nothing.", Group.WAYS),
    Command("menu.up", "up", "move(-1)", "Up", "Mark the one above.", Group.CURSOR, in_line=False),
    Command(
        "menu.down", "down", "move(1)", "Down", "Mark the one below.", Group.CURSOR, in_line=False
    ),
    replace(help_of("menu", "f1"), in_line=False, always_in_line=False),
)

QUESTION = (
    Command("question.yes", "y", "yes", "Yes", "Do it.", Group.CHANGES),
    Command("question.no", "n,escape", "no", "No", "Leave everything as it is.", Group.CHANGES),
    Command(
        "question.default",
        "enter",
        "default",
        "As offered",
        "Take the answer that stands out.",
        Group.CHANGES,
        in_line=False,
    ),
    replace(help_of("question"), in_line=False, always_in_line=False),
)

REASON = (
    Command(
        "reason.save",
        "enter,ctrl+s",
        "save",
        "Acknowledge",
        "Let it stand, for the reason that is typed.",
        Group.CHANGES,
    ),
    Command(
        "reason.cancel",
        "escape",
        "cancel",
        "Cancel",
        "Let it be; asks first if something was typed.",
        Group.WAYS,
        always_in_line=True,
    ),
    help_of("reason", "f1"),
)

EXPORT = (
    Command("export.save", "ctrl+s", "save", "Write", "Write the file.", Group.CHANGES),
    Command("export.close", "escape", "close", "Close", "Write nothing.", Group.WAYS),
    *cursor("export", "line"),
    help_of("export", "f1"),
)

IMPORT = (
    Command("import.save", "ctrl+s", "save", "Import", "Take the trip in.", Group.CHANGES),
    Command(
        "import.take",
        "tab",
        "take",
        "Take",
        "Take the path that is marked.",
        Group.WAYS,
        in_line=False,
        priority=True,
    ),
    Command("import.close", "escape", "close", "Close", "Take nothing in.", Group.WAYS),
    *cursor("import", "line"),
    help_of("import", "f1"),
)

HELP = (
    *cursor("help", "line"),
    Command("help.close", "escape,question_mark,q", "close", "Close", "Go back.", Group.WAYS),
)
