"""The programme: every entry of the trip by day and city."""

from textual.reactive import reactive

from planner.workspace import Workspace
from screens.painting import Painting
from screens.programme_rows import programme_row
from screens.widgets.lines import Lines


class Programme(Lines):
    """Shows the rows of the workspace, with the cursor always in sight."""

    workspace: reactive[Workspace | None] = reactive(None, repaint=False)

    def watch_workspace(self, workspace: Workspace | None) -> None:
        """Repaint, all panes in the one frame."""
        if workspace is not None:
            self.show_rows()
            self.show_row(workspace.cursor)

    def count(self) -> int:
        """Return how many rows there are."""
        return len(self.workspace.rows) if self.workspace else 0

    def painting(self, number: int, width: int) -> Painting:
        """Return what a row looks like at a width."""
        return programme_row(self.workspace, number, width) if self.workspace else Painting()
