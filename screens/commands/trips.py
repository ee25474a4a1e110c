"""What can be done on the list of trips."""

from screens.commands.command import Command, Group
from screens.commands.common import QUIT, cursor, directory, ending, journal, undoing

BEGINNINGS = (
    Command(
        "trips.new",
        "n",
        "begin('new')",
        "New trip",
        "Lay out a trip: its title, whose it is, the days.",
        Group.CHANGES,
    ),
    Command(
        "trips.import",
        "i",
        "begin('import')",
        "Import",
        "Take in a trip file, with a look at what it brings.",
        Group.CHANGES,
    ),
    Command(
        "trips.sample",
        "s",
        "begin('sample')",
        "Sample",
        "Open a real trip to look round in: Paris, London and Iqaluit.",
        Group.CHANGES,
    ),
)
"""What begins a trip."""

TRIPS = (
    Command(
        "trips.open", "enter", "do('open')", "Open", "Open the trip under the cursor.", Group.WAYS
    ),
    *BEGINNINGS,
    Command(
        "trips.conflicts",
        "C",
        "all_conflicts",
        "All conflicts",
        "What does not fit in any trip under way or to come, the worst trips first.",
        Group.CONFLICTS,
    ),
    Command(
        "trips.followups",
        "F",
        "follow_ups",
        "Follow-ups",
        "What was promised on all trips, overdue first; a key marks it done.",
        Group.WAYS,
    ),
    Command(
        "trips.edit",
        "e",
        "do('edit')",
        "Edit",
        "Change the trip itself: title, principal, days, home.",
        Group.CHANGES,
    ),
    Command(
        "trips.export",
        "x",
        "do('export')",
        "Export",
        "Write the agenda or the trip file, with a look at it first.",
        Group.CHANGES,
    ),
    Command(
        "trips.duplicate",
        "D",
        "do('duplicate')",
        "Duplicate",
        "Copy the trip to other days.",
        Group.CHANGES,
    ),
    Command(
        "trips.remove",
        "d,delete",
        "do('remove')",
        "Remove",
        "Take the trip away; undo brings it back.",
        Group.CHANGES,
    ),
    *undoing("trips"),
    journal("trips"),
    QUIT,
    *directory("trips"),
    *cursor("trips", "trip"),
    *ending("trips"),
)
