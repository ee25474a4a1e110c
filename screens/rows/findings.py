"""What a conflict looks like: what does not fit, by how much, and the way out."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from planner.conflicts import Finding, Report, Severity
from planner.conflicts.engine import fold_line
from planner.records import Acknowledgement
from planner.text.cells import cell_width
from planner.text.spoken import counted, short_date
from screens.rows.painting import Painting, Piece
from screens.rows.text import item_rows, text_rows

ALL_WELL = Painting((Piece("  Nothing is wrong with this trip.", "good"),))
NONE_THROUGH = Painting((Piece("  Nothing of this kind is wrong.", "good"),))
LOOKING = Painting((Piece("  Looking for what does not fit…", "muted"),))


def finding_rows(group: Sequence[Finding], width: int) -> tuple[Painting, ...]:
    """Return the rows of findings that read as one line: the way out beside it, else beneath it."""
    conflict = group[0].conflict
    if all(finding.is_acknowledged for finding in group):
        return _standing(fold_line(group), _said_of(group[0].acknowledgement), width)
    what = fold_line(group)
    if len(group) == 1 and group[0].has_lapsed:
        what = f"{what} (was acknowledged; the facts have changed)"
    way_out = f"→ {conflict.way_out}" if conflict.way_out and len(group) == 1 else ""
    return _rows(conflict.severity, what, way_out, width)


def _said_of(said: Acknowledgement | None) -> str:
    """Return why a conflict stands, and who says so."""
    if said is None:
        return ""
    return f"{said.reason} ({said.by}, {short_date(said.at.date)} {said.at.clock})"


@lru_cache(maxsize=512)
def _standing(what: str, said: str, width: int) -> tuple[Painting, ...]:
    """Return the rows of what somebody lets stand, dimmed, with the reason beneath."""
    mark = Piece("✓ ", "muted")
    rows = (
        *item_rows(what, (), width, "muted", mark),
        *text_rows(said, width, "muted", indent=" " * cell_width(mark.text)),
    )
    return tuple(rows)


@lru_cache(maxsize=2048)
def _rows(severity: Severity, what: str, way_out: str, width: int) -> tuple[Painting, ...]:
    # An edit leaves nearly all conflicts as they were, and breaking texts takes its time.
    return tuple(_broken(severity, what, way_out, width))


def _broken(severity: Severity, what: str, way_out: str, width: int) -> Iterator[Painting]:
    mark = Piece(f"{severity.mark} ", severity.word)
    role = "strong" if severity is Severity.ERROR else ""
    if cell_width(f"{mark.text}{what}  {way_out}") <= width:
        yield Painting((mark, Piece(what, role)), (Piece(way_out, "good"),))
        return
    yield from item_rows(what, (), width, role, mark)
    yield from text_rows(way_out, width, "good", indent=" " * cell_width(mark.text))


def findings_heading(words: str, report: Report) -> Painting:
    """Return a heading with how many there are of each severity."""
    counts = [
        Piece(f"  {severity.mark} {counted(count, severity.word)}", "muted")
        for severity in Severity
        if (count := report.count(severity))
    ]
    acknowledged = len(report.acknowledged)
    right = (Piece(f"{acknowledged} acknowledged", "muted"),) if acknowledged else ()
    return Painting((Piece(words, "heading"), *counts), right)
