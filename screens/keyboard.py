"""Keys in the order they were typed: those typed ahead of a dialog are for the dialog.

A slow line delivers several keys at once, and a first form takes a moment to be laid out; neither
may cost a letter.
"""

from __future__ import annotations

from textual.app import App
from textual.events import Event, Key, Paste
from textual.message import Message

LONGEST_WAIT = 0.25
"""Seconds after which nobody waits for a key that went with the dialog it was for."""


class KeyboardApp(App[None]):
    """An app that holds back what is typed while a dialog is on its way."""

    class ActedOn(Message):
        """It took the way of a key behind that key: whatever the key does is done."""

        def __init__(self, event: Event) -> None:
            self.event = event
            super().__init__()

    def __init__(self) -> None:
        """Hold nothing back yet."""
        super().__init__()
        self._awaited: set[object] = set()
        self._held: list[Key | Paste] = []
        self._passing: Key | Paste | None = None
        """What was held back, and is on its way now: it is the only one that goes through."""

    @property
    def is_holding_keys(self) -> bool:
        """Whether what is typed now has to wait for something typed before it."""
        return bool(self._awaited or self._held or self._passing)

    def hold_keys(self, dialog: object) -> None:
        """Hold back what is typed until a dialog is there."""
        self._awaited.add(dialog)

    def release_keys(self, dialog: object) -> None:
        """Let what was typed go to a dialog that is there now, or to what is left without it."""
        if dialog in self._awaited:
            self._awaited.discard(dialog)
            self._pass_on()

    def _pass_on(self) -> None:
        """Let one of what was held back through; the next follows once it was acted on."""
        self._passing = None
        if self._held and not self._awaited:
            self._passing = self._held.pop(0)
            self.post_message(self._passing)

    async def on_event(self, event: Event) -> None:
        """Hold back what was typed since a dialog was asked for."""
        if not isinstance(event, Key | Paste) or event.is_forwarded:
            await super().on_event(event)
        elif self.is_holding_keys and event is not self._passing:
            self._held.append(event)
        else:
            target = self.focused or self.screen
            await super().on_event(event)
            if event is self._passing:
                target.post_message(self.ActedOn(event))
                self.set_timer(LONGEST_WAIT, lambda: self._after(event))

    def on_keyboard_app_acted_on(self, message: ActedOn) -> None:
        """Go on with what was typed behind it."""
        self._after(message.event)

    def _after(self, event: Event) -> None:
        if event is self._passing:
            self._pass_on()

    def on_key(self, event: Key) -> None:
        """Hold back what reached the page below, since it was typed with the key before."""
        if self._awaited:
            event.prevent_default()
            event.stop()
            self._held.append(Key(event.key, event.character))
