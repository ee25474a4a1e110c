"""Keys as somebody presses them: whole texts, and what ends them."""

import asyncio
import re

from textual.events import Key
from textual.pilot import Pilot

from screens.keyboard import KeyboardApp

TURNS = 3
"""For so many turns of the loop nobody else has anything to do: what was asked for is done."""
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
            # What a screen does at its next frame; `Pilot.pause` asks every widget on the way.
            self.pilot.app.screen._on_timer_update()  # noqa: SLF001 - there is no other name
            if not await self._stirs():
                return

    async def _stirs(self) -> bool:
        """Wait until nobody has anything to do, a while long; tell whether anybody had."""
        loop = asyncio.get_running_loop()
        stirred, quiet = False, 0
        for _ in range(MOST_TURNS):
            await asyncio.sleep(0)
            # To ask the loop is quick; to ask every widget each turn was a tenth of the tests.
            idle = not loop._ready and not self._is_busy  # type: ignore[attr-defined]  # noqa: SLF001
            quiet = quiet + 1 if idle else 0
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
