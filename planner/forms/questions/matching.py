"""Finding what somebody means among names, while they are still typing."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import TypeVar

from planner.text.spelling import fold, slips_allowed, slips_between

Item = TypeVar("Item")

EXACT, BEGINS, WORDS = range(3)


@lru_cache(maxsize=4096)
def _key(name: str) -> str:
    """Return the folded form of a name, which is asked for again at every key."""
    return fold(name)


def matching(text: str, items: Iterable[Item], name: Callable[[Item], str]) -> list[Item]:
    """Return the items whose name fits a text, best first; all of them for an empty text.

    The whole name comes before its beginning, and that before the beginnings of words in any order
    (`carney mark`). Where nothing fits, slips of the finger are forgiven.
    """
    typed, every = fold(text), list(items)
    if not typed:
        return every
    keys = [_key(name(item)) for item in every]
    ranked = sorted(
        (rank, place) for place, key in enumerate(keys) if (rank := _rank(typed, key)) is not None
    )
    if ranked:
        return [every[place] for _, place in ranked]
    return [item for item, key in zip(every, keys, strict=True) if _slips(typed, key)]


def the_one(text: str, items: Iterable[Item], name: Callable[[Item], str]) -> Item | None:
    """Return the one item that a text can only mean; None where none or several fit.

    A slip of the finger never decides: it is offered, and not taken.
    """
    typed = fold(text)
    found: dict[int, list[Item]] = {}
    for item in items if typed else ():
        rank = _rank(typed, _key(name(item)))
        if rank is not None:
            found.setdefault(rank, []).append(item)
    exact = found.get(EXACT)
    if exact:
        return exact[0] if len(exact) == 1 else None
    others = [item for some in found.values() for item in some]
    return others[0] if len(others) == 1 else None


def fits(text: str, name: str) -> bool:
    """Tell whether a text is the beginning of a name, or of its words; a slip is not.

    A text of nothing but signs, such as a dash, fits nothing.
    """
    typed = fold(text)
    return bool(typed or not text) and _rank(typed, _key(name)) is not None


def _rank(typed: str, name: str) -> int | None:
    if name == typed:
        return EXACT
    if name.startswith(typed):
        return BEGINS
    words = name.split()
    begins = all(any(word.startswith(part) for word in words) for part in typed.split())
    return WORDS if begins else None


def _slips(typed: str, name: str) -> bool:
    words = name.split()
    return all(any(_nearly(part, word) for word in words) for part in typed.split())


def _nearly(part: str, word: str) -> bool:
    if word.startswith(part):
        return True
    allowed = slips_allowed(part)
    if not allowed:
        return False
    beginning = word[: len(part) + allowed]
    return any(
        slips_between(part, beginning[:size], allowed) is not None
        for size in {len(word), len(part)}
        if size <= len(beginning)
    )
