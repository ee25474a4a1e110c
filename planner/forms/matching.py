"""Finding what somebody means among names, while they are still typing."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from planner.text.spelling import fold, slips_allowed, slips_between

Item = TypeVar("Item")

EXACT, BEGINS, WORDS, SLIP = range(4)


def matching(text: str, items: Iterable[Item], name: Callable[[Item], str]) -> list[Item]:
    """Return the items whose name fits a text, best first; all of them for an empty text.

    The whole name comes before its beginning, that before the beginnings of words in any order
    (`carney mark`), and that before slips of the finger.
    """
    typed = fold(text)
    if not typed:
        return list(items)
    ranked = [
        (rank, place, item)
        for place, item in enumerate(items)
        if (rank := _rank(typed, fold(name(item)))) is not None
    ]
    return [item for _, _, item in sorted(ranked, key=lambda each: each[:2])]


def the_one(text: str, items: Iterable[Item], name: Callable[[Item], str]) -> Item | None:
    """Return the one item that a text can only mean; None where none or several fit.

    A slip of the finger never decides: it is offered, and not taken.
    """
    typed = fold(text)
    found: dict[int, list[Item]] = {}
    for item in items if typed else ():
        rank = _rank(typed, fold(name(item)))
        if rank is not None and rank != SLIP:
            found.setdefault(rank, []).append(item)
    exact = found.get(EXACT)
    if exact:
        return exact[0] if len(exact) == 1 else None
    others = [item for some in found.values() for item in some]
    return others[0] if len(others) == 1 else None


def _rank(typed: str, name: str) -> int | None:
    if name == typed:
        return EXACT
    if name.startswith(typed):
        return BEGINS
    words = name.split()
    if all(any(word.startswith(part) for word in words) for part in typed.split()):
        return WORDS
    if all(any(_nearly(part, word) for word in words) for part in typed.split()):
        return SLIP
    return None


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
