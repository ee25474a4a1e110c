"""Everything a person can do, in one list: keys, footer, palette and help all follow from it."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.binding import Binding, BindingType
from textual.screen import Screen


@dataclass(frozen=True, slots=True)
class Command:
    """Something a person can do on a screen."""

    id: str
    """Stays the same for ever: people remap keys by it."""
    key: str
    action: str
    label: str
    help: str
    shown_key: str = ""
    """How the key is written; empty for the key's own name."""
    in_line: bool = True
    """Whether the line of keys names it."""


TRIPS = (
    Command("trips.open", "enter", "open", "Open", "Open the trip under the cursor.", "↵"),
    Command("trips.up", "up,k", "move(-1)", "Up", "Go to the trip above.", in_line=False),
    Command("trips.down", "down,j", "move(1)", "Down", "Go to the trip below.", in_line=False),
    Command("trips.undo", "u,ctrl+z", "undo", "Undo", "Take back what you did last.", "u"),
    Command("trips.redo", "r,ctrl+y", "redo", "Redo", "Do again what you took back last.", "r"),
    Command("app.quit", "q,ctrl+q", "app.quit", "Quit", "Leave; everything is saved already.", "q"),
    Command("app.palette", "ctrl+p", "app.command_palette", "All", "List all commands.", "^p"),
)

TRIP = (
    Command("trip.up", "up,k", "move(-1)", "Up", "Go to the entry above.", in_line=False),
    Command("trip.down", "down,j", "move(1)", "Down", "Go to the entry below.", in_line=False),
    Command("trip.page_up", "pageup", "move(-10)", "Page up", "Go up by ten.", in_line=False),
    Command(
        "trip.page_down", "pagedown", "move(10)", "Page down", "Go down by ten.", in_line=False
    ),
    Command("trip.first", "home", "move(-100000)", "First", "Go to the top.", in_line=False),
    Command("trip.last", "end", "move(100000)", "Last", "Go to the end.", in_line=False),
    Command(
        "trip.earlier",
        "shift+left",
        "nudge(-5)",
        "−5 min",
        "Move the entry five minutes earlier.",
        "⇧←",
    ),
    Command(
        "trip.later",
        "shift+right",
        "nudge(5)",
        "+5 min",
        "Move the entry five minutes later.",
        "⇧→",
    ),
    Command("trip.undo", "u,ctrl+z", "undo", "Undo", "Take back what you did last.", "u"),
    Command(
        "trip.next_conflict",
        "c",
        "next_conflict",
        "Conflict",
        "Go to the next entry that something is wrong with.",
    ),
    Command("trip.pane", "tab", "next_pane", "Pane", "Go to the next pane.", "⇥"),
    Command("trip.close", "escape", "close", "Trips", "Go back to the list of trips.", "esc"),
    Command("trip.redo", "r,ctrl+y", "redo", "Redo", "Do again what you took back last.", "r"),
    Command("trip.now", "n", "now", "Now", "Go to what comes next."),
    Command("app.quit", "q,ctrl+q", "app.quit", "Quit", "Leave; everything is saved already.", "q"),
    Command("app.palette", "ctrl+p", "app.command_palette", "All", "List all commands.", "^p"),
)


def bindings(commands: Sequence[Command]) -> list[BindingType]:
    """Return the key bindings of commands."""
    return [
        Binding(
            command.key,
            command.action,
            command.label,
            show=False,
            key_display=command.shown_key or None,
            id=command.id,
            tooltip=command.help,
            priority=command.key == "tab",
        )
        for command in commands
    ]


def commands_of(screen: Screen[object]) -> tuple[Command, ...]:
    """Return what the palette offers on a screen: all but itself."""
    listed = {command.id: command for command in (*TRIPS, *TRIP)}
    return tuple(
        command
        for binding in screen.BINDINGS
        if isinstance(binding, Binding)
        and binding.id
        and (command := listed[binding.id]).id != "app.palette"
    )
