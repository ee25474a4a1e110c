"""What the pages of Summitry have in common: dialogs over them, undo, and a line of words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.events import ScreenResume
from textual.reactive import reactive

from planner.workspace import Workspace
from screens.commands import Command, keys_of, shown_keys, working
from screens.commands.line import Arguments
from screens.counter import Counter
from screens.messages import EditRefused, UndoAsked
from screens.styled import StyledOnce
from screens.themes import ROLE_CLASSES

if TYPE_CHECKING:
    from textual.timer import Timer

    from screens.questions.records import RecordQuestions


class Page(StyledOnce[None]):
    """A whole screen of the program; dialogs lie over it."""

    COMPONENT_CLASSES = ROLE_CLASSES

    words: reactive[str] = reactive("", repaint=False)
    commands: reactive[tuple[Command, ...]] = reactive((), repaint=False)

    def __init__(self, counter: Counter, commands: tuple[Command, ...], words: str = "") -> None:
        """Look things up at a counter; `words` say what happened last."""
        super().__init__()
        self.counter = counter
        self._all_commands = commands
        self.set_reactive(Page.words, words)
        self.timers: list[Timer] = []
        """What goes on only while the page is the one that is seen."""

    def on_mount(self) -> None:
        """Name the keys before anything is painted."""
        self.show_commands()

    def show_commands(self) -> None:
        """Name the keys that work now."""
        self.commands = working(self._all_commands, self.can_do)

    def can_do(self, action: str, arguments: Arguments) -> bool:  # noqa: ARG002 - a subclass asks
        """Tell whether an action can be done now; the line of keys and the palette leave it out.

        The key itself still answers: it says why not.
        """
        return True

    @property
    def shown(self) -> Workspace | None:
        """The trip that the page shows, if it shows one."""
        return None

    @property
    def questions(self) -> RecordQuestions:
        """The dialogs of this page."""
        from screens.questions.records import (  # noqa: PLC0415 - no page waits for its dialogs
            RecordQuestions,
        )

        return RecordQuestions(self, self.counter, lambda: self.shown)

    def show_lists(self, at: str = "") -> None:
        """Bring what lies over the page up to date: lists, and the papers of an export."""
        if self.is_active:
            return
        from screens.dialogs.export import ExportDialog  # noqa: PLC0415 - no page waits for it
        from screens.dialogs.roll import RollDialog  # noqa: PLC0415 - the same

        for screen in self.app.screen_stack:
            if isinstance(screen, RollDialog):
                screen.take_in(self.words, at)
            elif isinstance(screen, ExportDialog) and self.shown:
                screen.take_in(self.shown.itinerary)

    def action_undo(self, redo: bool) -> None:
        """Ask for the last edit to be taken back, or done again."""
        self.post_message(UndoAsked(redo=redo))

    def on_screen_suspend(self) -> None:
        """Rest while another page, or a dialog, lies over it."""
        for timer in self.timers:
            timer.pause()

    def on_screen_resume(self, event: ScreenResume) -> None:  # noqa: ARG002 - one for each class
        """Go on; Textual lets the base class answer too."""
        for timer in self.timers:
            timer.resume()

    def action_directory(self, kind: str) -> None:
        """Show the people, offices, venues or ways that trips share."""
        self.questions.roll(kind)

    def action_history(self) -> None:
        """Show who changed what, and when."""
        from screens.questions.history import HistoryQuestions  # noqa: PLC0415 - as above

        HistoryQuestions(self, self.counter, lambda: self.shown).history()

    def action_help(self) -> None:
        """Say what every key does, those of the focused pane first."""
        from screens.dialogs.help import HelpDialog  # noqa: PLC0415 - only who asks reads it

        commands = shown_keys(self._all_commands, keys_of(self.app))
        HelpDialog("Help", commands, self.about).open(self.app, lambda _: None)

    @property
    def about(self) -> str:
        """What the focused thing is, in a sentence, for the help."""
        return ""

    def on_edit_refused(self, refused: EditRefused) -> None:
        """Say why nothing was changed; a form that was refused is shown again."""
        self.words = str(refused.error)
        if not self.questions.again(refused):
            self.show_lists()
