"""The app: it owns the store, and carries what screens ask for to it and the answer back."""

import gc

from textual import on
from textual.screen import Screen

from planner.conflicts import Conflict
from planner.desk import Desk
from planner.errors import SummitryError
from planner.workspace import Workspace
from screens.clerk import Clerk
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
from screens.shell import Shell
from screens.workspace import WorkspaceScreen

OTHERS_EVERY = 1.0
"""Seconds between looks at whether another window wrote; a look costs one pragma."""


class PlannerApp(Shell):
    """The terminal of Summitry."""

    def __init__(self, desk: Desk, opened: str | None = None) -> None:
        """Show the trips of a desk, or one of them at once (by its id)."""
        super().__init__(desk.keys)
        self._clerk = Clerk(desk)
        self._counter = Counter(desk)
        self._opened = opened
        self._is_gone = False
        """Whether the trip was removed that somebody is still typing about."""

    def get_default_screen(self) -> Screen[None]:
        """Return the first screen, so that it is painted at once and not after another."""
        screen = self._workspace_screen(self._opened) if self._opened else self._trips_screen()
        screen.fit(self)
        return screen

    def on_mount(self) -> None:
        """Begin to look out for what others write."""
        self.set_interval(OTHERS_EVERY, self._look_for_others)
        # Textual reads the signature of what it calls, which takes 6 ms for what is built in.
        self.call_after_refresh(lambda: gc.enable())  # noqa: PLW0108 - see above

    def _trips_screen(self, words: str = "") -> Page:
        from screens.trips import TripsScreen  # noqa: PLC0415 - who opens a trip does not wait for it

        return TripsScreen(self._clerk.trips(), self._counter, words)

    def _workspace_screen(
        self, trip: str, words: str = "", at: Conflict | None = None
    ) -> WorkspaceScreen:
        words = words or self._clerk.last_change(trip)
        workspace = self._clerk.workspace(trip)
        shown = workspace.with_conflict_selected(at) if at else workspace
        return WorkspaceScreen(shown, self._counter, words)

    async def on_trip_chosen(self, message: TripChosen) -> None:
        """Open a trip."""
        try:
            screen = self._workspace_screen(message.trip, message.words, message.conflict)
        except SummitryError as error:
            self.page.post_message(EditRefused(error))
            return
        await self.show_page(screen)

    async def on_trip_left(self, _: TripLeft) -> None:
        """Go back to the list of trips."""
        try:
            await self.show_page(self._trips_screen())
        except SummitryError as error:
            self.page.post_message(EditRefused(error))

    @property
    def _shown(self) -> Workspace | None:
        page = self.page
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
            # A form that is shown again stands on what others wrote, or it is refused for ever.
            await self._look_for_others(surely=True)
            self.page.post_message(EditRefused(error, asked))

    async def _look_for_others(self, *, surely: bool = False) -> None:
        try:
            if surely or self._clerk.others_wrote() or self._is_gone:
                await self.take_in_others()
        except SummitryError as error:
            self.page.post_message(EditRefused(error))

    async def take_in_others(self) -> None:
        """Show what another window wrote."""
        await self._answer()

    async def _answer(self, words: str = "", asked: EditAsked | UndoAsked | None = None) -> None:
        """Bring the page up to what the store holds; without words, say what others did."""
        workspace = self._shown
        if workspace is None:
            self._is_gone = False
            self.page.post_message(TripsChanged(self._clerk.trips(), words))
            return
        news = self._clerk.news(workspace, words, asked)
        if isinstance(news, str):
            await self._leave(news)
        elif news is not None:
            self.page.post_message(news)

    async def _leave(self, words: str) -> None:
        """Leave a trip that was removed, once nobody is typing about it."""
        from screens.dialogs.leaving import unsaved, warn  # noqa: PLC0415 - no page waits for its dialogs

        was_gone, self._is_gone = self._is_gone, bool(unsaved(self))
        if not self._is_gone:
            await self.show_page(self._trips_screen(words))
        elif not was_gone:
            warn(self, f"{words} What you type here cannot be saved.")
