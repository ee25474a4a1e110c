"""Rows of text with roles instead of styles, fitted to a width in terminal cells.

A role is a class of the style sheet, so that a row says what its parts mean and the sheet says how
that looks.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from planner.text.cells import cell_width
from planner.text.cells import cut as shortened


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text with one meaning."""

    text: str
    role: str = ""


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
    """Yield pieces as far as there is room; an ellipsis stands for what is left out."""
    for piece in pieces:
        size = cell_width(piece.text)
        if size > room:
            yield Piece(shortened(piece.text, room), piece.role)
            return
        room -= size
        yield piece
