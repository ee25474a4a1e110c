"""The frame that every dialog has: a title, what it asks, and the keys that answer it."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from textual.app import App, ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.screen import ModalScreen
from textual.widgets import Static

from planner.text.cells import printable
from screens.commands import Command, keys_of, shown_keys, working
from screens.commands.line import Arguments
from screens.keyboard import KeyboardApp
from screens.styled import StyledOnce
from screens.themes import ROLE_CLASSES
from screens.widgets.bars import KeyLine

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer], StyledOnce[Answer]):
    """A typed question; a subclass says what it asks and dismisses it with the answer."""

    COMPONENT_CLASSES = ROLE_CLASSES

    commands: reactive[tuple[Command, ...]] = reactive((), repaint=False)

    def __init__(self, title: str, commands: Sequence[Command], *, size: str = "-large") -> None:
        """Ask under a title; `size` is a class of the style sheet, `-large` or `-small`."""
        super().__init__(classes=size)
        self.heading = title
        self.is_answered = False
        self.set_reactive(Dialog.commands, tuple(commands))
        self._all_commands = tuple(commands)

    def show_commands(self) -> None:
        """Name the keys that work now."""
        self.commands = working(self._all_commands, self.can_do)

    def can_do(self, action: str, arguments: Arguments) -> bool:  # noqa: ARG002 - a subclass asks
        """Tell whether an action can be done now; the line of keys leaves it out."""
        return True

    def compose(self) -> ComposeResult:
        """Lay out the frame round what the subclass asks."""
        with Vertical(id="dialog"):
            yield Static(Content(printable(self.heading)), id="dialog-title")
            with Vertical(id="dialog-body"):
                yield from self.compose_body()
            yield KeyLine(id="dialog-keys").data_bind(Dialog.commands)

    def open(self, app: App[None], answered: Callable[[Answer | None], None]) -> None:
        """Lie over what an app shows, and report the answer; Textual mounts it in its own time."""
        if isinstance(app, KeyboardApp):
            app.hold_keys(self)
        self.fit(app)
        _ = app.push_screen(self, answered)

    def on_mount(self) -> None:
        """Take what was typed ahead, once the focus is where it shall be."""
        self.call_after_refresh(self._release_keys)

    def on_unmount(self) -> None:
        """Keep nothing back, even where it was taken away before it was there."""
        self._release_keys()

    def _release_keys(self) -> None:
        if isinstance(self.app, KeyboardApp):
            self.app.release_keys(self)

    @property
    def loses_something(self) -> bool:
        """Whether something that was typed is lost if the program is left now."""
        return False

    def warn(self, words: str) -> None:
        """Say something beside what was typed, in a dialog that loses it."""

    def answer(self, answer: Answer) -> None:
        """Close with an answer, the first that is given; Textual takes it away in its own time."""
        if not self.is_answered:
            self.is_answered = True
            _ = self.dismiss(answer)

    def action_help(self) -> None:
        """Say what has the focus, and what every key does."""
        from screens.dialogs.help import HelpDialog  # noqa: PLC0415 - the help is a dialog itself

        commands = shown_keys(self._all_commands, keys_of(self.app))
        HelpDialog(f"Help › {self.heading}", commands, self.about).open(self.app, lambda _: None)

    @property
    def about(self) -> str:
        """What has the focus, in a sentence, for the help."""
        return ""

    def compose_body(self) -> ComposeResult:
        """Yield what is asked."""
        raise NotImplementedError
