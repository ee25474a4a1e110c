"""Lines made of pieces, each with a look, and the one place that prints them.

What people typed reaches the terminal through here alone, so that no name can carry a control
character or a colour of its own.
"""

import os
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TypedDict

import click

from planner.conflicts import Severity
from planner.text.cells import cell_width, printable, wrapped

NARROWEST, USUAL, WIDEST = 60, 80, 120


class Look(Enum):
    """What a piece means; colour never says it alone."""

    PLAIN = "plain"
    STRONG = "strong"
    FAINT = "faint"
    ERROR = "error"
    WARNING = "warning"
    GOOD = "good"


class Style(TypedDict, total=False):
    """The part of `click.style` that is used."""

    fg: str
    bold: bool
    dim: bool


_STYLES: dict[Look, Style] = {
    Look.PLAIN: {},
    Look.STRONG: {"bold": True},
    Look.FAINT: {"dim": True},
    Look.ERROR: {"fg": "red", "bold": True},
    Look.WARNING: {"fg": "yellow"},
    Look.GOOD: {"fg": "green"},
}
SEVERITY_LOOKS = {
    Severity.ERROR: Look.ERROR,
    Severity.WARNING: Look.WARNING,
    Severity.NOTICE: Look.FAINT,
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text with one look, safe to print whatever was typed."""

    text: str
    look: Look = Look.PLAIN

    def __post_init__(self) -> None:
        """Take the control characters out, before anything is measured."""
        object.__setattr__(self, "text", printable(self.text))

    @property
    def width(self) -> int:
        """How many cells it takes."""
        return cell_width(self.text)


Line = tuple[Piece, ...]
EMPTY: Line = ()
BETWEEN = " · "


def width_of(line: Iterable[Piece]) -> int:
    """Return how many cells a line takes."""
    return sum(piece.width for piece in line)


def page_width() -> int:
    """Return how wide a page may be: what the terminal has, within what reads well."""
    return min(max(shutil.get_terminal_size((USUAL, 24)).columns, NARROWEST), WIDEST)


def text(words: str, look: Look = Look.PLAIN) -> Line:
    """Return a line of one piece."""
    return (Piece(words, look),)


def space(width: int) -> Piece:
    """Return nothing, so many cells wide."""
    return Piece(" " * max(width, 0))


def spread(left: Line, right: Line, width: int) -> list[Line]:
    """Return a line with its right part at the margin, or two lines where both have no room."""
    gap = width - width_of(left) - width_of(right)
    if not right:
        return [left]
    if gap < 1:
        return [left, (space(width - width_of(right)), *right)]
    return [(*left, space(gap), *right)]


def paragraph(words: str, width: int, look: Look = Look.PLAIN, indent: int = 0) -> list[Line]:
    """Return a text as lines of at most a width, all set in by an indent."""
    lines = wrapped(printable(words), max(width - indent, 1))
    margin: Line = (space(indent),) if indent else ()
    return [(*margin, Piece(line, look)) for line in lines]


def packed(parts: Sequence[str], width: int, look: Look = Look.PLAIN) -> list[Line]:
    """Return parts as lines, `10 Downing Street · closed`, broken between parts where they can."""
    lines: list[str] = []
    whole = False
    for part in map(printable, parts):
        joined = f"{lines[-1]}{BETWEEN}{part}" if whole else ""
        if whole and cell_width(joined) <= width:
            lines[-1] = joined
            continue
        lines += wrapped(part, width)
        whole = cell_width(part) <= width
    return [text(line, look) for line in lines]


def say(lines: Iterable[Line]) -> None:
    """Print lines at once; looks are left out where nobody sees them, or somebody asked."""
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    printed = "\n".join("".join(map(_styled, line)).rstrip() for line in lines)
    click.echo(printed, color=False if plain else None)


def _styled(piece: Piece) -> str:
    style = _STYLES[piece.look]
    return click.style(piece.text, **style) if style else piece.text
