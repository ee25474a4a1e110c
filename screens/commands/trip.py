"""What can be done to the trip that is shown."""

from screens.commands.command import Command, Group
from screens.commands.common import QUIT, cursor, directory, ending, journal, undoing

UNDO, REDO = undoing("trip")

ENTRY = (
    Command(
        "trip.add",
        "a",
        "add",
        "Add",
        "Add a stop, a meeting, a movement, a night, or something to the selected meeting.",
        Group.CHANGES,
    ),
    Command("trip.edit", "enter,e", "edit", "Edit", "Change the entry.", Group.CHANGES, "e"),
    Command(
        "trip.earlier",
        "shift+left",
        "nudge(-5)",
        "−5 min",
        "Move the entry five minutes earlier.",
        Group.CHANGES,
    ),
    Command(
        "trip.later",
        "shift+right",
        "nudge(5)",
        "+5 min",
        "Move the entry five minutes later.",
        Group.CHANGES,
    ),
)

BELONGINGS = (
    Command(
        "trip.topics",
        "t",
        "children('topic')",
        "Topics",
        "What the meeting is about, in order, with minutes and points.",
        Group.BELONGINGS,
    ),
    Command(
        "trip.outcomes",
        "o",
        "children('outcome')",
        "Outcomes",
        "What the meeting is to bring, or brought.",
        Group.BELONGINGS,
    ),
    Command(
        "trip.participants",
        "p",
        "children('participant')",
        "People",
        "Who takes part, of both sides; or who travels.",
        Group.BELONGINGS,
    ),
)

FURTHER_BELONGINGS = (
    Command(
        "trip.tasks",
        "b",
        "children('task')",
        "Tasks",
        "What has to be ready before: brief, remarks, gift.",
        Group.BELONGINGS,
    ),
    Command(
        "trip.follow_ups",
        "w",
        "children('follow_up')",
        "Follow-ups",
        "What somebody has to do after it.",
        Group.BELONGINGS,
    ),
    Command(
        "trip.log",
        "l",
        "children('note')",
        "Log",
        "Calls and mails about it.",
        Group.BELONGINGS,
    ),
)

REMOVE = Command(
    "trip.remove",
    "d,delete",
    "remove",
    "Remove",
    "Take the entry away; undo brings it back.",
    Group.CHANGES,
)
DUPLICATE = Command(
    "trip.duplicate",
    "D",
    "duplicate",
    "Duplicate",
    "Copy the entry, with its people and topics.",
    Group.CHANGES,
)

EXPORT = Command(
    "trip.export",
    "x",
    "export",
    "Export",
    "Write the agenda or the trip file, with a look at it first.",
    Group.TRIP,
)
RELEASE = Command(
    "trip.release",
    "R",
    "release",
    "Release",
    "Freeze a numbered version; refused while an error is not acknowledged.",
    Group.TRIP,
)
ROUTE = Command(
    "trip.route",
    "g",
    "children('stop')",
    "Stops",
    "The cities, in order, with their nights.",
    Group.TRIP,
)
HEAD = Command(
    "trip.trip",
    "E",
    "edit_trip",
    "Trip",
    "Change the trip itself: title, principal, days, home.",
    Group.TRIP,
)
WHOLE = (
    Command(
        "trip.whole_outcomes",
        "W",
        "trip_children('outcome')",
        "All outcomes",
        "What the trip and its meetings are to bring, or brought.",
        Group.TRIP,
        in_line=False,
    ),
    Command(
        "trip.whole_tasks",
        "B",
        "trip_children('task')",
        "All tasks",
        "What has to be ready, for the trip and its meetings.",
        Group.TRIP,
        in_line=False,
    ),
    Command(
        "trip.whole_follow_ups",
        "F",
        "trip_children('follow_up')",
        "All follow-ups",
        "What somebody has to do, after the trip and its meetings.",
        Group.TRIP,
        in_line=False,
    ),
    Command(
        "trip.whole_log",
        "L",
        "trip_children('note')",
        "Whole log",
        "Calls and mails, about the trip and its meetings.",
        Group.TRIP,
        in_line=False,
    ),
)

PANE = Command(
    "trip.pane",
    "tab",
    "next_pane",
    "Pane",
    "Go to the next pane; a narrow screen shows one at a time.",
    Group.WAYS,
    always_in_line=True,
    priority=True,
)
CONFLICT = Command(
    "trip.next_conflict",
    "c",
    "next_conflict",
    "Conflict",
    "Go to the next entry that something is wrong with.",
    Group.WAYS,
)
FIX = Command(
    "trip.fix",
    "f",
    "fix",
    "Fix",
    "See the ways out of the conflict, each tried by checking again, and take one.",
    Group.CONFLICTS,
)
ACKNOWLEDGE = Command(
    "trip.acknowledge",
    "k",
    "acknowledge",
    "Acknowledge",
    "Let the conflict stand, for a reason; an acknowledged one shows again.",
    Group.CONFLICTS,
)
NARROW = Command(
    "trip.narrow",
    "slash",
    "narrow",
    "Show only",
    "Show conflicts of one severity, family or person only, or all again.",
    Group.CONFLICTS,
)
SLOTS = Command(
    "trip.slots",
    "m",
    "find_slots",
    "Find a slot",
    "See when the meeting could be, and why not at other hours; take one.",
    Group.CHANGES,
)
SLIP_DAY = Command(
    "trip.slip",
    "s",
    "slip",
    "Slip the day",
    "Push the entry and let the rest follow; see first what moves, and whom to tell.",
    Group.CHANGES,
)
TELL = Command(
    "trip.tell",
    "y",
    "tell",
    "Whom to tell",
    "See who accepted something else than is planned now, with a message to each; mark them told.",
    Group.CONFLICTS,
)
NOW = Command("trip.now", "n", "now", "Now", "Go to what comes next.", Group.WAYS)
CLOSE = Command(
    "trip.close", "escape", "close", "Trips", "Go back to the list of trips.", Group.WAYS
)

# What is wanted most comes first: the line of keys shows as many as there is room for.
TRIP = (
    *ENTRY,
    FIX,
    *BELONGINGS,
    EXPORT,
    UNDO,
    PANE,
    CONFLICT,
    ACKNOWLEDGE,
    SLOTS,
    SLIP_DAY,
    TELL,
    REMOVE,
    CLOSE,
    DUPLICATE,
    REDO,
    NARROW,
    RELEASE,
    NOW,
    ROUTE,
    HEAD,
    *FURTHER_BELONGINGS,
    *WHOLE,
    journal("trip"),
    *directory("trip"),
    *cursor("trip", "entry"),
    QUIT,
    *ending("trip"),
)
