"""Screens that are styled once when they are put up, and not a second and a third time."""

from typing import TypeVar

from textual.app import App
from textual.events import ScreenResume
from textual.screen import Screen

from screens.themes import BREAKPOINTS, class_of

Answer = TypeVar("Answer")


class StyledOnce(Screen[Answer]):
    """A screen that knows its class before it is mounted, where each widget gets its style.

    Textual styles all of a screen again when it comes on top, and again when it learns how wide
    it is, which took a third of the time until a dialog was there.
    """

    HORIZONTAL_BREAKPOINTS = BREAKPOINTS

    _was_on_top = False

    def fit(self, app: App[None]) -> None:
        """Take the class of the width that an app has, before it is put up there."""
        self.add_class(class_of(app.size), update=False)

    def on_screen_resume(self, event: ScreenResume) -> None:
        """Keep the style of the mounting, which is new where it comes on top the first time."""
        event.refresh_styles = event.refresh_styles and self._was_on_top
        self._was_on_top = True
