"""The page of the keys, made from the registry so that it cannot say something else."""

from collections.abc import Iterator, Mapping

from screens.commands.command import Command
from screens.commands.registry import SETS

_HEAD = """\
# Keys

Made from the registry of commands by `python scripts/make_keys.py`.

The line at the foot of a screen names the keys that work on what is selected; `?` (`F1` where text
is typed) says what has the focus and what every key does, and `^p` finds a command by a few
letters of it. `^` is Ctrl, `⇧` is Shift, `⇥` is Tab, `↵` is Enter.

## Your own keys

A file `settings.toml` in your settings folder (`~/.config/summitry` on Linux,
`~/Library/Application Support/summitry` on a Mac), or the one that `SUMMITRY_SETTINGS` names, gives
commands other keys, by the ids below:

```toml
[keys]
"trip.add" = "a, insert"
"trip.later" = "ctrl+right"
"app.quit" = "ctrl+q"
```

What stands there takes the place of the usual keys of that command. A key is a letter, a sign, or a
name such as `f5`, `ctrl+k`, `alt+up`, `enter`. An id that does not exist, a key that does not, and
one key for two commands of a screen are told when you start, with what to do.
"""
_TITLES: Mapping[str, str] = {
    "trips": "The list of trips",
    "trip": "A trip",
    "form": "Forms",
    "list": "Lists",
    "menu": "Menus",
    "question": "Questions",
    "reason": "Acknowledging",
    "export": "Export",
    "import": "Import",
    "conflicts": "Conflicts of all trips",
    "followups": "The follow-ups of all trips",
    "history": "The history",
    "slip": "Slipping the day",
    "telling": "Whom to tell",
    "help": "Help",
}


def keys_page() -> str:
    """Return the page in Markdown."""
    return "\n".join([_HEAD, *(line for screen in SETS for line in _screen(screen))])


def _screen(screen: str) -> Iterator[str]:
    yield f"## {_TITLES[screen]}\n"
    yield "| id | keys | what it does |"
    yield "|---|---|---|"
    for command in SETS[screen]:
        yield f"| `{command.id}` | {_keys(command)} | {command.label}: {command.help} |"
    yield ""


def _keys(command: Command) -> str:
    # A bar would end the cell of the table.
    return " ".join(f"`{key}`".replace("|", "\\|") for key in command.shown_keys)
