"""Rows of running text, of facts beside their labels, and the headings over them."""

from collections.abc import Iterable, Iterator

from planner.records.words import Status
from planner.text.cells import cell_width, wrapped
from screens.rows.painting import Painting, Piece, width_of

INDENT = "  "
INDENTED = Piece(INDENT)
LEAST_ROOM = 8
"""Cells that text gets at least, however narrow the pane: it is cut then, and not squeezed."""
WIDEST_LABEL = 16


def heading(words: str, beside: str = "", role: str = "muted") -> Iterator[Painting]:
    """Yield an empty row and a heading, with what belongs beside it."""
    yield Painting()
    yield Painting((Piece(words, "heading"), Piece(f"  {beside}" if beside else "", role)))


def text_rows(
    text: str, width: int, role: str = "", *, indent: str = "", before: bool = False
) -> Iterator[Painting]:
    """Yield a text broken between words; nothing for an empty one.

    `before` sets an empty row apart from what is above.
    """
    lines = [
        line
        for paragraph in text.splitlines()
        for line in wrapped(paragraph, max(width - len(indent), LEAST_ROOM))
    ]
    if before and lines:
        yield Painting()
    for line in lines:
        yield Painting((Piece(indent), Piece(line, role)))


def item_rows(
    text: str, right: tuple[Piece, ...], width: int, role: str = "", head: Piece = INDENTED
) -> Iterator[Painting]:
    """Yield a text after its sign or number, its lines under each other, what is at the right."""
    before, beside = cell_width(head.text), width_of(right)
    room = width - before - (beside + 2 if beside else 0)
    for number, line in enumerate(wrapped(text, max(room, LEAST_ROOM)) or [""]):
        if number:
            yield Painting((Piece(" " * before), Piece(line, role)))
        else:
            yield Painting((head, Piece(line, role)), right)


def fact_rows(facts: Iterable[tuple[str, str]], width: int) -> Iterator[Painting]:
    """Yield what is known, each fact beside its label; those without a value are left out."""
    known = [(label, value) for label, value in facts if value.strip()]
    column = min(max((len(label) for label, _ in known), default=0), WIDEST_LABEL) + 2
    for label, value in known:
        head = Piece(f"{label:<{column}}", "muted")
        for paragraph in value.splitlines():
            yield from item_rows(paragraph, (), width, head=head)
            head = Piece(" " * column)


def status_role(status: Status) -> str:
    """Return the role of a status: what is firm, what is awaited, what fell away."""
    if status in (Status.CONFIRMED, Status.HELD):
        return "good"
    return "warning" if status in _AWAITED else "muted"


_AWAITED = frozenset({Status.PROPOSED, Status.REQUESTED, Status.TENTATIVE})
