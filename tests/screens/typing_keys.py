"""Keys as somebody presses them: whole texts, and what ends them."""

from textual.events import Key
from textual.keys import _character_to_key
from textual.pilot import Pilot

NAMED = frozenset({"tab", "enter", "escape", "up", "down", "home", "end", "pageup", "pagedown"})


class Typist:
    """Presses keys in a window, and counts them."""

    def __init__(self, pilot: Pilot[None]) -> None:
        """Type in a window."""
        self._pilot = pilot
        self.pressed = 0

    async def press(self, *keys: str) -> None:
        """Press keys one after another, each once what came before is done."""
        for key in keys:
            await self._press(key, key if len(key) == 1 else None)

    async def type(self, *texts: str) -> None:
        """Type texts, going to the next field behind each."""
        for text in texts:
            await self.write(text)
            await self.press("tab")

    async def write(self, text: str) -> None:
        """Type one text, as fast as a terminal sends it."""
        for character in text:
            self._post(_character_to_key(character), character)
        await self._pilot.pause()

    async def _press(self, key: str, character: str | None) -> None:
        self._post(key, character)
        await self._pilot.pause()

    def _post(self, key: str, character: str | None) -> None:
        self.pressed += 1
        self._pilot.app.post_message(Key(key, character))
