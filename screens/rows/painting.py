"""Rows of text with roles instead of styles, fitted to a width in terminal cells.

A role is a class of the style sheet, so that a row says what its parts mean and the sheet says how
that looks.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from planner.text.cells import cell_width
from planner.text.cells import cut as shortened


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text with one meaning."""

    text: str
    role: str = ""
    is_extra: bool = False
    """Left out, with what follows it, where not even half of it has room: a scrap says nothing."""


@dataclass(frozen=True, slots=True)
class Painting:
    """A row: what stands at its left, which gives way, and at its right, which does not."""

    left: tuple[Piece, ...] = ()
    right: tuple[Piece, ...] = ()
    role: str = ""
    """What the row as a whole means: a day's heading, the row of the cursor."""


def width_of(pieces: Iterable[Piece]) -> int:
    """Return how many cells pieces take."""
    return sum(cell_width(piece.text) for piece in pieces)


def fitted(painting: Painting, width: int) -> Iterator[Piece]:
    """Yield the pieces of a row cut and filled to exactly a width."""
    right = list(cut(painting.right, width))
    room = width - width_of(right)
    left = list(cut(painting.left, room - 1 if right else room))
    yield from left
    yield Piece(" " * (room - width_of(left)))
    yield from right


def cut(pieces: Iterable[Piece], room: int) -> Iterator[Piece]:
    """Yield pieces as far as there is room; an ellipsis stands for what is left out of one."""
    for piece in pieces:
        size = cell_width(piece.text)
        if size > room:
            kept = shortened(piece.text, room)
            if not piece.is_extra or cell_width(kept) * 2 >= size:
                yield Piece(kept, piece.role)
            return
        room -= size
        yield piece


def longest(variants: Sequence[str], room: int) -> str:
    """Return the first of several ways to say something that has room; else the last."""
    return next((words for words in variants if cell_width(words) <= room), variants[-1])
