"""What does not fit in the trip, worst first, each with its way out."""

from textual.message import Message
from textual.reactive import reactive

from planner.conflicts import Conflict, Finding, folded
from planner.workspace import Workspace
from screens.rows.findings import ALL_WELL, finding_row, findings_heading
from screens.rows.painting import Painting
from screens.widgets.lines import Lines


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
            return findings_heading("Conflicts", self.workspace.report)
        if not self._groups:
            return ALL_WELL
        group = self._groups[number - 1]
        selected = self.workspace.selected_record
        is_about = selected and selected in self.workspace.entries_of(group[0].conflict)
        return finding_row(group, width, "cursor" if is_about else "")

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
