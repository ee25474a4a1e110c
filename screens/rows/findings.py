"""What a conflict looks like: what does not fit, by how much, and the way out."""

from collections.abc import Sequence

from planner.conflicts import Finding, Report, Severity
from planner.conflicts.engine import fold_line
from screens.rows.painting import Painting, Piece

ROOMY = 100
"""From this width on the way out stands beside the conflict; the details always have it."""
ALL_WELL = Painting((Piece("  Nothing is wrong with this trip.", "good"),))


def finding_row(group: Sequence[Finding], width: int, role: str = "") -> Painting:
    """Return the row of findings that read as one line, under a role such as that of the cursor."""
    conflict = group[0].conflict
    what = fold_line(group)
    if len(group) == 1 and group[0].has_lapsed:
        what = f"{what} (was acknowledged; the facts have changed)"
    return Painting(
        (
            Piece(f"{conflict.severity.mark} ", conflict.severity.word),
            Piece(what, "strong" if conflict.severity is Severity.ERROR else ""),
        ),
        (Piece(conflict.way_out if len(group) == 1 and width >= ROOMY else "", "good"),),
        role=role,
    )


def findings_heading(words: str, report: Report) -> Painting:
    """Return a heading with how many there are of each severity."""
    counts = [
        Piece(f"  {severity.mark} {count} {severity.word}{'' if count == 1 else 's'}", "muted")
        for severity in Severity
        if (count := report.count(severity))
    ]
    acknowledged = len(report.acknowledged)
    right = (Piece(f"{acknowledged} acknowledged", "muted"),) if acknowledged else ()
    return Painting((Piece(words, "heading"), *counts), right)
