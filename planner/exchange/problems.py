"""What is wrong with a trip file: gathered, so that a hand writer sees all of it at once."""

import json

from planner.errors import TripFileInvalid
from planner.text.spoken import counted

MOST_SHOWN = 20


class Problems:
    """The problems found in a file so far."""

    def __init__(self) -> None:
        self._found: list[TripFileInvalid] = []

    def add(self, path: str, expected: str, found: str = "") -> None:
        """Note what was expected at a path of the file, and what stands there."""
        self.take(TripFileInvalid(path, expected, found))

    def take(self, problem: TripFileInvalid) -> None:
        """Note a problem that was raised."""
        self._found.append(problem)

    def refuse(self) -> None:
        """Raise `TripFileInvalid` with every problem where there are any."""
        if not self._found:
            return
        first, *others = self._found
        lines = [problem for each in others for problem in each.problems]
        if len(lines) >= MOST_SHOWN:
            left_out = len(lines) - MOST_SHOWN + 1
            lines[MOST_SHOWN - 1 :] = [f"{counted(left_out, 'more place')}."]
        raise TripFileInvalid(first.path, first.expected, first.found, tuple(lines)) from first


def quoted(value: object) -> str:
    """Return a value as the file has it, cut short, and safe to show in any terminal."""
    text = json.dumps(value, ensure_ascii=False)
    text = text if len(text) <= 60 else text[:59] + "…"
    return "".join(each if each.isprintable() else _escaped(each) for each in text)


def with_article(kind: str) -> str:
    """Return the name of a kind as a sentence has it: `travel_time` is `a travel time`."""
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind.replace('_', ' ')}"


def _escaped(character: str) -> str:
    return json.dumps(character)[1:-1]


def joined(path: str, key: str) -> str:
    """Return the path of a key: `trip` and `title` make `trip.title`."""
    if not key.isidentifier() or not key.isascii():
        return f"{path}[{quoted(key)}]"
    return f"{path}.{key}" if path else key
