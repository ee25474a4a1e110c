"""The one form in which names are compared, and how far two spellings are apart."""

import re
import unicodedata

_NO_DECOMPOSITION = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "ŧ": "t",
        "ı": "i",
        "ə": "e",
        "ŋ": "n",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
    }
)
_DROPPED = re.compile(r"['’‘`´ʻʼʾʿ′.]")
"""Apostrophes and stops join (`Quai d'Orsay`, `D.C.`); every other mark parts."""
_PARTING = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """Return text without case, accents and punctuation, a space between its words.

    `Élysée`, `elysee` and `ÉLYSÉE` are one; so are `Tromsø` and `tromso`.
    """
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    plain = "".join(mark for mark in plain if not unicodedata.combining(mark))
    plain = _DROPPED.sub("", plain.translate(_NO_DECOMPOSITION))
    return _PARTING.sub(" ", plain).strip()


def bigrams(key: str) -> frozenset[str]:
    """Return the pairs of neighbouring letters of a folded name, its two ends marked."""
    marked = f"^{key}$"
    return frozenset(marked[at : at + 2] for at in range(len(marked) - 1))


def slips_allowed(key: str) -> int:
    """Return how many slips of the finger a name of that length is forgiven."""
    length = len(key)
    if length < 4:
        return 0
    if length < 7:
        return 1
    return 2 if length < 14 else 3


def slips_between(one: str, other: str, at_most: int) -> int | None:
    """Return how many letters were left out, added, mistaken or swapped with their neighbour.

    None where there are more than `at_most`. This is the optimal string alignment distance.
    """
    if abs(len(one) - len(other)) > at_most:
        return None
    before: list[int] = []
    above = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        current = [row]
        for column, opposite in enumerate(other, start=1):
            steps = min(
                above[column] + 1,
                current[column - 1] + 1,
                above[column - 1] + (letter != opposite),
            )
            if _swapped(one, other, row, column):
                steps = min(steps, before[column - 2] + 1)
            current.append(steps)
        if min(current) > at_most and min(above) > at_most:
            return None
        before, above = above, current
    return above[-1] if above[-1] <= at_most else None


def _swapped(one: str, other: str, row: int, column: int) -> bool:
    return (
        row > 1
        and column > 1
        and one[row - 1] == other[column - 2]
        and one[row - 2] == other[column - 1]
    )
