"""The names of keys: as Textual has them, as people type them, and as they are shown."""

from textual.binding import Binding
from textual.keys import Keys, key_to_character

SHOWN = {
    "at": "@",
    "backslash": "\\",
    "backspace": "⌫",
    "delete": "Del",
    "down": "↓",
    "end": "End",
    "enter": "↵",
    "escape": "esc",
    "home": "Home",
    "insert": "Ins",
    "left": "←",
    "minus": "-",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "plus": "+",
    "right": "→",
    "slash": "/",
    "space": "Space",
    "tab": "⇥",
    "underscore": "_",
    "up": "↑",
}
MODIFIERS = {"alt": "alt+", "ctrl": "^", "shift": "⇧", "super": "super+"}
_MEANT = {shown.casefold(): name for name, shown in SHOWN.items()} | {
    "return": "enter",
    # A terminal sends the same for these.
    "ctrl+i": "tab",
    "ctrl+m": "enter",
}
_NAMED = {key.value for key in Keys} - {"<any>", "<scroll-up>", "<scroll-down>", "<ignore>"}


def written(key: str) -> str:
    """Return how a key is shown that Textual calls so: `^s` for `ctrl+s`, `?` for its long name."""
    *modifiers, name = key.split("+")
    before = "".join(MODIFIERS.get(modifier, f"{modifier}+") for modifier in modifiers)
    return before + (SHOWN.get(name) or _function_key(name) or key_to_character(name) or name)


def _function_key(name: str) -> str:
    is_one = name[:1] == "f" and name[1:].isdecimal()
    return name.upper() if is_one else ""


def key_name(typed: str) -> str:
    """Return what Textual calls a key that a person typed; empty where there is no such key."""
    typed = typed.strip()
    if len(typed) == 1:
        return _of_character(typed) if typed.isprintable() else ""
    lower = typed.casefold()
    *pressed, name = _MEANT.get(lower, lower).split("+")
    modifiers = set(pressed)
    name = _of_character(name) if len(name) == 1 else _MEANT.get(name, name)
    if not modifiers <= MODIFIERS.keys() or not _is_known(name):
        return ""
    if modifiers == {"shift"} and len(name) == 1:
        return name.upper()
    return "+".join([*sorted(modifiers), name])


def _of_character(character: str) -> str:
    if character == ",":
        return "comma"
    (binding,) = Binding.make_bindings([Binding(character, "")])
    return binding.key


def _is_known(name: str) -> bool:
    # Textual finds a character for every name of Unicode's, `dog` and `bell` too.
    character = key_to_character(name) or "\0"
    is_typed = len(name) == 1 or (character.isascii() and character.isprintable())
    return is_typed or name in _NAMED or name in SHOWN
