"""The programme: every entry of the trip by day and city."""

from textual.reactive import reactive

from planner.workspace import Workspace
from screens.rows.painting import Painting
from screens.rows.programme import GUIDE_ROWS, guide_row, programme_row
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
        return len(self.workspace.rows) or GUIDE_ROWS if self.workspace else 0

    def painting(self, number: int, width: int) -> Painting:
        """Return what a row looks like at a width; what to do first where there is none."""
        if self.workspace is None:
            return Painting()
        if not self.workspace.rows:
            return guide_row(number)
        return programme_row(self.workspace, number, width)

    def on_lines_clicked(self, message: Lines.Clicked) -> None:
        """Keep to itself a click on what is no row of the trip."""
        if self.workspace is None or message.number >= len(self.workspace.rows):
            message.stop()
