"""Rows of what to know before a version is released: what forbids it, or what is still open."""

from collections.abc import Iterable, Iterator

from planner.conflicts import Finding, folded
from planner.releases import BeforeRelease
from planner.text.spoken import counted
from screens.rows.findings import finding_rows
from screens.rows.painting import Painting, Piece
from screens.rows.text import item_rows, text_rows

NOTHING_OPEN = (
    "Nothing is open in it: no placeholder, no alternative, nothing proposed, no warning."
)
MEND = "Mend each, or acknowledge it with a reason, in the list of conflicts; then release again."


def before_rows(before: BeforeRelease, width: int) -> tuple[Painting, ...]:
    """Return the rows at a width: the errors where there are any, else what goes out open."""
    return tuple(_forbidding(before, width) if before.errors else _open(before, width))


def _forbidding(before: BeforeRelease, width: int) -> Iterator[Painting]:
    found = counted(len(before.errors), "error")
    stands = "stands" if len(before.errors) == 1 else "stand"
    words = f"Version {before.number} cannot be released: {found} {stands} that nobody acknowledged"
    yield from text_rows(f"{words}.", width, "strong")
    yield Painting()
    yield from _findings(before.errors, width)
    yield from text_rows(MEND, width, "muted", before=True)


def _open(before: BeforeRelease, width: int) -> Iterator[Painting]:
    if not before.remarks and not before.warnings:
        yield from text_rows(NOTHING_OPEN, width, "good")
        return
    for remark in before.remarks:
        yield Painting((Piece(remark.heading, "heading"),))
        for item in remark.items:
            yield from item_rows(item, (), width)
    if before.warnings:
        yield Painting((Piece(counted(len(before.warnings), "warning"), "heading"),))
        yield from _findings(before.warnings, width)


def _findings(findings: Iterable[Finding], width: int) -> Iterator[Painting]:
    for group in folded(findings):
        yield from finding_rows(group, width)
