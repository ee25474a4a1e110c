"""The frame of the program: its keys, its themes, its palette, and one page at a time."""

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path

from textual.app import App, SystemCommand
from textual.screen import Screen

from screens.commands import EVERYWHERE, commands_of, keys_everywhere, shown_keys, working
from screens.commands.line import Arguments
from screens.keyboard import KeyboardApp
from screens.page import Page
from screens.themes import THEMES


class Shell(KeyboardApp, inherit_bindings=False):
    """Shows pages, and dialogs over them; what they show is none of its business."""

    BINDINGS = EVERYWHERE
    # Textual resolves a relative path from the file of the concrete class.
    CSS_PATH = Path(__file__).parent.parent / "planner.tcss"
    TITLE = "Summitry"

    def __init__(self, keys: Mapping[str, str]) -> None:
        """Take the keys that a person gave to commands, by the command's id."""
        super().__init__()
        self.keys = dict(keys)
        self.set_keymap({**self.keys, **keys_everywhere(self.keys)})
        for theme in THEMES:
            self.register_theme(theme)
        # Set with its watcher, the theme would have the whole style sheet read a second time.
        self.set_reactive(App.theme, THEMES[0].name)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Return what the palette lists: the registry's commands, then the choice of theme."""
        can = screen.can_do if isinstance(screen, Page) else _anything
        for command in working(shown_keys(commands_of(screen), self.keys), can):
            yield SystemCommand(
                command.title, command.help, partial(screen.run_action, command.action)
            )
        yield SystemCommand("Theme", "Choose colours.", self.action_change_theme)

    async def action_quit(self) -> None:
        """Leave; what was typed into a form is not thrown away without asking."""
        from screens.dialogs.leaving import ask_to_leave  # noqa: PLC0415 - who leaves waits for it

        # What was asked for before goes the same way, and is written first.
        self.page.call_later(ask_to_leave, self)

    @property
    def page(self) -> Page:
        """The page that is shown, whatever dialog lies over it."""
        return next(each for each in reversed(self.screen_stack) if isinstance(each, Page))

    async def show_page(self, screen: Page) -> None:
        """Put a page in place of the present one; the default one can only be covered."""
        while self.screen is not self.page:
            await self.pop_screen()
        screen.fit(self)
        if len(self.screen_stack) == 1:
            await self.push_screen(screen)
        else:
            await self.switch_screen(screen)


def _anything(_: str, __: Arguments) -> bool:
    return True
