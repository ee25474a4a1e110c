"""Keys as somebody presses them: whole texts, and what ends them."""

from textual.events import Key
from textual.pilot import Pilot

ROUNDS = 3
"""How many messages lead from a key to what is shown of it, with one to spare."""


class Typist:
    """Presses keys in a window, and counts them."""

    def __init__(self, pilot: Pilot[None]) -> None:
        """Type in a window."""
        self.pilot = pilot
        self.pressed = 0

    async def press(self, *keys: str) -> None:
        """Press keys one after another, each once what came before is done."""
        for key in keys:
            self._post(key)
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
        """Type one text, as fast as a terminal sends it."""
        for character in text:
            self._post(character)
        await self.settle()

    async def settle(self) -> None:
        """Wait until all that was asked for is shown."""
        for _ in range(ROUNDS):
            await self.pilot.pause(0)

    def _post(self, key: str) -> None:
        self.pressed += 1
        character = key if len(key) == 1 else None
        self.pilot.app.post_message(Key("space" if key == " " else key, character))
