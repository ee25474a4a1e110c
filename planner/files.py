"""What a window asks of the file system: a Protocol, since the domain itself touches no file."""

from typing import Protocol


class Files(Protocol):
    """Reads and writes the files that a person names, as they type it; raises `FileUnusable`."""

    def whole(self, name: str) -> str:
        """Return the whole path that a name means."""
        ...

    def is_taken(self, name: str) -> bool:
        """Tell whether a file of that name is there already; refuses what no file can be called."""
        ...

    def read(self, name: str) -> str:
        """Return the text of a file."""
        ...

    def write(self, name: str, text: str, *, force: bool) -> str:
        """Write a text to a file of its owner's alone, and return its whole path.

        A file that exists is only replaced by force.
        """
        ...

    def listing(self, beginning: str, ending: str = "", limit: int = 8) -> tuple[str, ...]:
        """Return what a name that begins so may become, for completing what is typed.

        Folders come first and end with a slash, then the files of an ending. What cannot be looked
        into holds nothing.
        """
        ...
