"""The app: it owns the store, and carries what screens ask for to it and the answer back."""

import gc
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from textual import on
from textual.app import App, SystemCommand
from textual.screen import Screen

from planner.desk import Desk
from planner.errors import SummitryError
from planner.workspace import Workspace
from screens.clerk import Clerk
from screens.commands import commands_of, shown_keys, working
from screens.commands.line import Arguments
from screens.counter import Counter
from screens.messages import (
    EditAsked,
    EditRefused,
    TripChosen,
    TripLeft,
    TripsChanged,
    UndoAsked,
)
from screens.page import Page
from screens.themes import THEMES, class_of
from screens.workspace import WorkspaceScreen

OTHERS_EVERY = 1.0
"""Seconds between looks at whether another window wrote; a look costs one pragma."""


class PlannerApp(App[None]):
    """The terminal of Summitry."""

    # Textual resolves a relative path from the file of the concrete class.
    CSS_PATH = Path(__file__).parent.parent / "planner.tcss"
    TITLE = "Summitry"

    def __init__(self, desk: Desk, opened: str | None = None) -> None:
        """Show the trips of a desk, or one of them at once (by its id)."""
        super().__init__()
        self._clerk = Clerk(desk)
        self._counter = Counter(desk)
        self._opened = opened
        self.keys = dict(desk.keys)
        self.set_keymap(self.keys)
        for theme in THEMES:
            self.register_theme(theme)
        # Set with its watcher, the theme would have the whole style sheet read a second time.
        self.set_reactive(App.theme, THEMES[0].name)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_default_screen(self) -> Screen[None]:
        """Return the first screen, so that it is painted at once and not after another."""
        screen = self._workspace_screen(self._opened) if self._opened else self._trips_screen()
        screen.add_class(class_of(self.size))
        return screen

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Return what the palette lists: the registry's commands, then the choice of theme."""
        can = screen.can_do if isinstance(screen, Page) else _anything
        for command in working(shown_keys(commands_of(screen), self.keys), can):
            yield SystemCommand(
                command.title, command.help, partial(screen.run_action, command.action)
            )
        yield SystemCommand("Theme", "Choose colours.", self.action_change_theme)

    def on_mount(self) -> None:
        """Begin to look out for what others write."""
        self.set_interval(OTHERS_EVERY, self._look_for_others)
        # Textual reads the signature of what it calls, which takes 6 ms for what is built in.
        self.call_after_refresh(lambda: gc.enable())  # noqa: PLW0108 - see above

    def _trips_screen(self, words: str = "") -> Page:
        from screens.trips import TripsScreen  # noqa: PLC0415 - who opens a trip does not wait for it

        return TripsScreen(self._clerk.trips(), self._counter, words)

    def _workspace_screen(self, trip: str, words: str = "") -> WorkspaceScreen:
        words = words or self._clerk.last_change(trip)
        return WorkspaceScreen(self._clerk.workspace(trip), self._counter, words)

    @property
    def _page(self) -> Page:
        """The page that is shown, whatever dialog lies over it."""
        return next(each for each in reversed(self.screen_stack) if isinstance(each, Page))

    async def _show(self, screen: Screen[None]) -> None:
        """Put a page in place of the present one; the default one can only be covered."""
        while self.screen is not self._page:
            await self.pop_screen()
        if len(self.screen_stack) == 1:
            await self.push_screen(screen)
        else:
            await self.switch_screen(screen)

    async def on_trip_chosen(self, message: TripChosen) -> None:
        """Open a trip."""
        try:
            screen = self._workspace_screen(message.trip, message.words)
        except SummitryError as error:
            self._page.post_message(EditRefused(error))
            return
        await self._show(screen)

    async def on_trip_left(self, _: TripLeft) -> None:
        """Go back to the list of trips."""
        try:
            await self._show(self._trips_screen())
        except SummitryError as error:
            self._page.post_message(EditRefused(error))

    @property
    def _shown(self) -> Workspace | None:
        page = self._page
        return page.workspace if isinstance(page, WorkspaceScreen) else None

    @on(EditAsked)
    @on(UndoAsked)
    async def write(self, asked: EditAsked | UndoAsked) -> None:
        """Write, and answer the page with all that is new to it, or with why not."""
        shown = self._shown
        try:
            said = self._clerk.write(asked, shown.itinerary.trip.id if shown else None)
            if isinstance(asked, EditAsked) and asked.opens:
                await self.on_trip_chosen(TripChosen(asked.opens, said))
            else:
                await self._answer(said, asked)
        except SummitryError as error:
            self._page.post_message(EditRefused(error, asked))

    async def _look_for_others(self) -> None:
        try:
            if self._clerk.others_wrote():
                await self.take_in_others()
        except SummitryError as error:
            self._page.post_message(EditRefused(error))

    async def take_in_others(self) -> None:
        """Show what another window wrote."""
        await self._answer()

    async def _answer(self, words: str = "", asked: EditAsked | UndoAsked | None = None) -> None:
        """Bring the page up to what the store holds; without words, say what others did."""
        workspace = self._shown
        if workspace is None:
            self._page.post_message(TripsChanged(self._clerk.trips(), words))
            return
        news = self._clerk.news(workspace, words, asked)
        if isinstance(news, str):
            await self._show(self._trips_screen(news))
        elif news is not None:
            self._page.post_message(news)


def _anything(_: str, __: Arguments) -> bool:
    return True
