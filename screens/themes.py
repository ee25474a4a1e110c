"""Summitry's own themes: calm grounds, one accent, and colours only for what they mean."""

from textual.geometry import Size
from textual.theme import Theme

ROLES = frozenset(
    {
        "accent",
        "cursor",
        "day",
        "error",
        "fallen",
        "good",
        "heading",
        "key",
        "muted",
        "notice",
        "now",
        "past",
        "strong",
        "time",
        "title",
        "warning",
    }
)
"""What parts of rows mean; the style sheet says how each looks."""
ROLE_CLASSES = {f"role--{role}" for role in ROLES}
"""The component classes of every screen that has rows."""
BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (160, "-huge")]
"""The classes of a screen by its width in cells: one column, two, and with room to spare."""


def class_of(size: Size) -> str:
    """Return the class that a screen of a size has.

    A screen that has it from the beginning need not be styled and laid out a second time.
    """
    return next(name for width, name in reversed(BREAKPOINTS) if size.width >= width)


THEMES = (
    Theme(
        name="summitry-dark",
        primary="#2f5d94",
        secondary="#4a7fb5",
        accent="#7fb4ff",
        foreground="#e3e7ec",
        background="#13171c",
        surface="#181d23",
        panel="#242b34",
        success="#86d695",
        warning="#f2b04c",
        error="#ff6b6b",
        dark=True,
    ),
    Theme(
        name="summitry-light",
        primary="#2f5d94",
        secondary="#4a7fb5",
        accent="#1d4f91",
        foreground="#1b222b",
        background="#f6f7f9",
        surface="#eceff3",
        panel="#d9dfe7",
        success="#1c7a35",
        warning="#8f5600",
        error="#b3261e",
        dark=False,
    ),
)
