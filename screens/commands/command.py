"""What a command is, and the key bindings that follow from it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from textual.binding import Binding, BindingType

from screens.commands.keys import written


class Group(StrEnum):
    """What commands have in common, as the help heads them."""

    CHANGES = "Changing things"
    CONFLICTS = "What does not fit"
    BELONGINGS = "What belongs to a meeting"
    TRIP = "The trip as a whole"
    SHARED = "What all trips share"
    WAYS = "Going to"
    CURSOR = "Moving the cursor"
    PROGRAM = "Summitry itself"


@dataclass(frozen=True, slots=True)
class Command:
    """Something a person can do on a screen."""

    id: str
    """Stays the same for ever: people remap keys by it."""
    key: str
    """The keys that do it, as Textual names them, with commas between."""
    action: str
    label: str
    help: str
    group: Group
    preferred_key: str = ""
    """The key that is shown, where that is not the first."""
    in_line: bool = True
    """Whether the line of keys names it."""
    always_in_line: bool = False
    """Whether the line names it even where there is little room: the way out, and to the rest."""
    priority: bool = False
    """Whether it comes before what the focused widget would do with the key."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that do it."""
        return tuple(key.strip() for key in self.key.split(","))

    @property
    def shown_key(self) -> str:
        """How the key is written on the screen."""
        return written(self.preferred_key or self.keys[0])

    @property
    def title(self) -> str:
        """What the palette calls it, its key beside it."""
        return f"{self.label}  ({self.shown_key})"

    @property
    def shown_keys(self) -> tuple[str, ...]:
        """How all the keys are written, the one that is shown elsewhere first."""
        return tuple(dict.fromkeys((self.shown_key, *map(written, self.keys))))


def bindings(commands: Iterable[Command]) -> list[BindingType]:
    """Return the key bindings of commands."""
    return [
        Binding(
            command.key,
            command.action,
            command.label,
            show=False,
            key_display=command.shown_key,
            id=command.id,
            tooltip=command.help,
            priority=command.priority,
        )
        for command in commands
    ]
