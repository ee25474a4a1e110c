"""The details of what is selected."""

from textual.events import Resize
from textual.reactive import reactive

from planner.workspace import Workspace
from screens.rows.details import details
from screens.rows.painting import Painting
from screens.widgets.lines import Lines


class Details(Lines):
    """Shows one record whole: who, where, topics, outcomes, and what is wrong with it."""

    workspace: reactive[Workspace | None] = reactive(None, repaint=False)
    _rows: tuple[Painting, ...] = ()

    def watch_workspace(self, before: Workspace | None, workspace: Workspace | None) -> None:
        """Repaint, from the top where something else is selected."""
        if workspace is None:
            return
        self._lay_out(workspace)
        moved = before is None or before.selected != workspace.selected
        if moved and self.scroll_offset.y:
            self.scroll_to(y=0, animate=False, force=True, immediate=True)

    def on_resize(self, _: Resize) -> None:
        """Break the text anew for another width."""
        if self.workspace is not None:
            self._lay_out(self.workspace)

    def _lay_out(self, workspace: Workspace) -> None:
        self._rows = details(workspace, self.room) if self.room else ()
        self.show_rows()

    def count(self) -> int:
        """Return how many rows there are."""
        return len(self._rows)

    def painting(self, number: int, width: int) -> Painting:  # noqa: ARG002 - laid out for it
        """Return a row."""
        return self._rows[number]
