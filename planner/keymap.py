"""A person's own keys: read from the settings, and checked against the commands there are."""

from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches

from planner.errors import SettingsInvalid
from planner.settings_text import settings_table

SECTION = "keys"
Keys = Mapping[str, tuple[str, ...]]
"""The keys of commands, by the command's id."""


def read_keymap(
    text: str, screens: Mapping[str, Keys], key_name: Callable[[str], str], typed_in: Sequence[str]
) -> dict[str, str]:
    r"""Return the keys that settings give to commands, by the command's id, parted by commas.

    `text` is TOML: a table `keys` with lines such as `"trip.add" = "a, insert"`. `screens` are the
    commands of each screen with their usual keys, `typed_in` those in which letters are typed.
    `key_name` returns what the terminal calls a key, and nothing for one that is no key. Raises
    `SettingsInvalid`.
    """
    known = {command: keys for commands in screens.values() for command, keys in commands.items()}
    found: dict[str, tuple[str, ...]] = {}
    for command, typed in _flat(settings_table(text, SECTION)).items():
        if command not in known:
            raise SettingsInvalid(f"“{command}” is no command", _meant(command, known))
        found[command] = tuple(_named(command, each, key_name) for each in _parts(command, typed))
    for screen, commands in screens.items():
        _refuse_clash({command: found.get(command, keys) for command, keys in commands.items()})
        if screen in typed_in:
            _refuse_letters({each: found[each] for each in commands if each in found})
    return {command: ",".join(keys) for command, keys in found.items()}


def _flat(table: Mapping[str, object], before: str = "") -> dict[str, object]:
    """Return a table with its commands as one name: TOML reads `trip.add` without quotes as two."""
    flat: dict[str, object] = {}
    for name, value in table.items():
        if isinstance(value, dict):
            flat |= _flat(value, f"{before}{name}.")
        else:
            flat[before + name] = value
    return flat


def _meant(command: str, known: Mapping[str, object]) -> str:
    close = get_close_matches(command, known, 2)
    return f"Did you mean {' or '.join(close)}?" if close else "docs/keys.md lists them all"


def _parts(command: str, typed: object) -> list[str]:
    keys = [part.strip() for part in typed.split(",")] if isinstance(typed, str) else []
    if not all(keys) or not keys:
        raise SettingsInvalid(
            f"“{command}” has no keys", 'Write them as text, such as "a" or "a, insert"'
        )
    return keys


def _named(command: str, typed: str, key_name: Callable[[str], str]) -> str:
    name = key_name(typed)
    if not name:
        raise SettingsInvalid(
            f"“{command}”: there is no key “{typed}”", "Write a letter, f5, ctrl+k or alt+up"
        )
    return name


def _refuse_clash(commands: Keys) -> None:
    """Refuse a key that does two things on one screen."""
    holders: dict[str, str] = {}
    for command, keys in commands.items():
        for key in keys:
            other = holders.setdefault(key, command)
            if other != command:
                raise SettingsInvalid(
                    f"the key “{key}” is that of {other} and of {command}",
                    "Give one of them another",
                )


EDITING = frozenset({"space", "backspace", "delete", "left", "right"})
"""Keys with a name of their own that a field takes all the same."""


def _refuse_letters(commands: Keys) -> None:
    """Refuse what would be typed into a field, or choose there, instead of doing something."""
    for command, keys in commands.items():
        for key in keys:
            if len(key) == 1 or key in EDITING:
                raise SettingsInvalid(
                    f"“{command}”: “{key}” is typed into the fields there",
                    "Take one with ctrl or alt",
                )
