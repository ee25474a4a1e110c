"""What does not fit in the trip, worst first, each with its way out."""

from collections.abc import Sequence

from textual.message import Message
from textual.reactive import reactive

from planner.conflicts import Conflict, Finding, Severity, folded
from planner.conflicts.engine import fold_line
from planner.workspace import Workspace
from screens.painting import Painting, Piece
from screens.widgets.lines import Lines

ROOMY = 100
"""From this width on the way out stands beside the conflict; the details always have it."""


class Conflicts(Lines):
    """Shows the open conflicts; choosing one selects the entry that it is about."""

    workspace: reactive[Workspace | None] = reactive(None, repaint=False)
    _groups: tuple[tuple[Finding, ...], ...] = ()
    _chosen = -1

    class Chosen(Message):
        """Somebody wants to see what a conflict is about."""

        def __init__(self, conflict: Conflict) -> None:
            self.conflict = conflict
            super().__init__()

    def watch_workspace(self, before: Workspace | None, workspace: Workspace | None) -> None:
        """Repaint where the conflicts changed, or the entry whose conflicts stand out."""
        if workspace is None:
            return
        if before is None or before.report is not workspace.report:
            self._groups = folded(workspace.report.open)
        self.show_rows()

    def count(self) -> int:
        """Return how many rows there are: a heading and a row a group."""
        return 1 + max(len(self._groups), 1)

    def painting(self, number: int, width: int) -> Painting:
        """Return a row."""
        if self.workspace is None:
            return Painting()
        if number == 0:
            return _heading(self.workspace)
        if not self._groups:
            return Painting((Piece("  Nothing is wrong with this trip.", "good"),))
        return self._conflict(self._groups[number - 1], width)

    def _conflict(self, group: Sequence[Finding], width: int) -> Painting:
        conflict = group[0].conflict
        what = fold_line(group)
        if len(group) == 1 and group[0].has_lapsed:
            what = f"{what} (was acknowledged; the facts have changed)"
        selected = self.workspace.selected_record if self.workspace else ""
        about = self.workspace.entries_of(conflict) if self.workspace else ()
        return Painting(
            (
                Piece(f"{conflict.severity.mark} ", conflict.severity.word),
                Piece(what, "strong" if conflict.severity is Severity.ERROR else ""),
            ),
            (Piece(conflict.way_out if len(group) == 1 and width >= ROOMY else "", "good"),),
            role="cursor" if selected and selected in about else "",
        )

    def move(self, by: int) -> None:
        """Choose another conflict, counted from the one about the selected entry."""
        if not self._groups or self.workspace is None:
            return
        selected = self.workspace.selected_record
        if not 0 <= self._chosen < len(self._groups) or not self._is_about(selected):
            self._chosen = -1 if by > 0 else len(self._groups)
        self._chosen = min(max(self._chosen + by, 0), len(self._groups) - 1)
        self.show_row(self._chosen + 1)
        self.post_message(self.Chosen(self._groups[self._chosen][0].conflict))

    def _is_about(self, record: str) -> bool:
        conflict = self._groups[self._chosen][0].conflict
        about = self.workspace.entries_of(conflict) if self.workspace else ()
        return not about or record in about

    def on_lines_clicked(self, message: Lines.Clicked) -> None:
        """Choose the conflict that was clicked."""
        message.stop()
        if 0 < message.number <= len(self._groups):
            self.post_message(self.Chosen(self._groups[message.number - 1][0].conflict))


def _heading(workspace: Workspace) -> Painting:
    report = workspace.report
    counts = [
        Piece(f"  {severity.mark} {count} {severity.word}{'' if count == 1 else 's'}", "muted")
        for severity in Severity
        if (count := report.count(severity))
    ]
    acknowledged = len(report.acknowledged)
    right = (Piece(f"{acknowledged} acknowledged", "muted"),) if acknowledged else ()
    return Painting((Piece("Conflicts", "heading"), *counts), right)
