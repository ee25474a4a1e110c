"""Keys as somebody presses them: whole texts, and what ends them."""

import asyncio
import re

from textual.events import Key
from textual.pilot import Pilot

from screens.keyboard import KeyboardApp

TURNS = 12
"""For so many turns of the loop nothing waits: a message that is being answered is seen by then."""
MOST_TURNS = 10_000
MOST_ROUNDS = 60
"""After so many something is wrong, and the test shall say what."""
KEYS = {"\t": "tab", "\n": "enter"}


class Typist:
    """Presses keys in a window, and counts them."""

    def __init__(self, pilot: Pilot[None]) -> None:
        """Type in a window."""
        self.pilot = pilot
        self.pressed = 0

    async def press(self, *keys: str) -> None:
        """Press keys one after another, each once what came before is done."""
        for key in keys:
            self.post(key)
            await self.settle()

    async def fill(self, *texts: str, save: bool = True) -> None:
        """Type texts into one field after another, and save the form unless told otherwise.

        A text that is empty leaves its field as it is.
        """
        for number, text in enumerate(texts):
            if number:
                await self.press("tab")
            await self.write(text)
        if save:
            await self.press("ctrl+s")

    async def write(self, text: str) -> None:
        """Type one text, as fast as a terminal sends it; a tab and a line's end are their keys."""
        for part in re.findall(r"[^\t\n]+|[\t\n]", text):
            for key in (KEYS[part],) if part in KEYS else part:
                self.post(key)
            await self.settle()

    async def wait(self) -> None:
        """Wait for what is drawn up or read in a thread, and until it is shown."""
        await self.pilot.app.workers.wait_for_complete()
        await self.settle()

    async def settle(self) -> None:
        """Wait until all that was asked for is shown."""
        await self._stirs()
        for _ in range(MOST_ROUNDS):
            await self.pilot.pause(0)
            if not await self._stirs():
                return

    async def _stirs(self) -> bool:
        """Wait until nothing is waiting, a while long; tell whether anything was."""
        stirred, quiet = False, 0
        for _ in range(MOST_TURNS):
            await asyncio.sleep(0)
            quiet = 0 if self._is_busy else quiet + 1
            stirred = stirred or not quiet
            if quiet == TURNS:
                break
        return stirred

    @property
    def _is_busy(self) -> bool:
        """Whether a message waits for somebody, or a screen is only being put up."""
        app = self.pilot.app
        below = app.screen_stack[:-1]
        waiting = (each.message_queue_size for each in (app, *below, *app.screen.walk_children()))
        is_holding = isinstance(app, KeyboardApp) and app.is_holding_keys
        return is_holding or not app.screen.is_mounted or any(waiting)

    def post(self, key: str) -> None:
        """Press a key, and do not wait for what it does."""
        self.pressed += 1
        character = key if len(key) == 1 else None
        self.pilot.app.post_message(Key("space" if key == " " else key, character))
