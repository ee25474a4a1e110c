"""What can be done on several screens alike, each time under the screen's own name."""

from collections.abc import Mapping

from textual.binding import Binding, BindingType

from screens.commands.command import Command, Group

FAR = 100_000
"""More rows than there will be: as far as the list goes."""


def cursor(screen: str, what: str) -> tuple[Command, ...]:
    """Return what moves the cursor of a screen through its rows, which are `what`."""
    moves = (
        ("up", "up", -1, "Up", f"Go to the {what} above."),
        ("down", "down", 1, "Down", f"Go to the {what} below."),
        ("page_up", "pageup", -10, "Page up", "Go up by ten."),
        ("page_down", "pagedown", 10, "Page down", "Go down by ten."),
        ("first", "home", -FAR, "First", "Go to the top."),
        ("last", "end", FAR, "Last", "Go to the end."),
    )
    return tuple(
        Command(f"{screen}.{name}", key, f"move({by})", label, words, Group.CURSOR, in_line=False)
        for name, key, by, label, words in moves
    )


def undoing(screen: str) -> tuple[Command, Command]:
    """Return undo and redo of a screen."""
    return (
        Command(
            f"{screen}.undo",
            "u,ctrl+z",
            "undo(False)",
            "Undo",
            "Take back what you did last.",
            Group.CHANGES,
        ),
        Command(
            f"{screen}.redo",
            "r,ctrl+y",
            "undo(True)",
            "Redo",
            "Do again what you took back last.",
            Group.CHANGES,
        ),
    )


def journal(screen: str) -> Command:
    """Return what shows the journal on a screen."""
    return Command(
        f"{screen}.history",
        "H",
        "history",
        "History",
        "Who changed what and when, old and new; take a change back by itself.",
        Group.WAYS,
        in_line=False,
    )


def directory(screen: str) -> tuple[Command, ...]:
    """Return the ways of a screen to what all trips share."""
    lists = (
        ("people", "P", "person", "Directory", "Everybody that trips know, with their offices."),
        ("venues", "V", "venue", "Venues", "Halls, palaces, hotels, airports."),
        ("travel_times", "T", "travel_time", "Travel times", "Minutes between two venues."),
        (
            "unavailabilities",
            "U",
            "unavailability",
            "Unavailable",
            "When somebody cannot be met, whatever the trip.",
        ),
        ("offices", "O", "office", "Offices", "What people hold: president, minister, chair."),
    )
    return tuple(
        Command(f"{screen}.{name}", key, f"directory('{kind}')", label, words, Group.SHARED)
        for name, key, kind, label, words in lists
    )


QUIT = Command(
    "app.quit",
    "q,ctrl+q",
    "app.quit",
    "Quit",
    "Leave; everything is saved already.",
    Group.PROGRAM,
)


EVERYWHERE: list[BindingType] = [
    Binding("ctrl+q", "quit", "Quit", show=False, id="everywhere.quit", priority=True),
    Binding("ctrl+p", "command_palette", show=False, id="everywhere.palette", priority=True),
    Binding("ctrl+c", "help_quit", show=False, system=True),
]
"""What works over every dialog and in every field, and so must be no letter."""


def keys_everywhere(keymap: Mapping[str, str]) -> dict[str, str]:
    """Return the keys that a person gave to what works everywhere, but for letters."""
    return {
        f"everywhere.{name}": ",".join(each for each in keymap[known].split(",") if len(each) > 1)
        for name in ("quit", "palette")
        if (known := f"app.{name}") in keymap
    }


def help_of(screen: str, key: str = "question_mark,f1") -> Command:
    """Return what explains a screen."""
    return Command(
        f"{screen}.help",
        key,
        "help",
        "Help",
        "Say what has the focus, and what every key does.",
        Group.PROGRAM,
        always_in_line=True,
    )


def ending(screen: str) -> tuple[Command, Command]:
    """Return what every page ends with; the palette comes last, since it has all the rest."""
    return (
        help_of(screen),
        Command(
            "app.palette",
            "ctrl+p",
            "app.command_palette",
            "All",
            "List all commands; type a few letters of one.",
            Group.PROGRAM,
            always_in_line=True,
        ),
    )
