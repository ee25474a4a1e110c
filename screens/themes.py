"""Summitry's own themes: calm grounds, one accent, and colours only for what they mean."""

from textual.theme import Theme

BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (160, "-huge")]
"""The classes of a screen by its width in cells: one column, two, and with room to spare."""

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
