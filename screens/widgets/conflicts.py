"""What does not fit in the trip, worst first, each with its way out."""

from dataclasses import replace

from textual.events import Resize
from textual.message import Message
from textual.reactive import reactive

from planner.conflicts import Conflict, Finding, folded
from planner.workspace import Workspace
from planner.workspace.lens import Lens
from screens.rows.findings import (
    ALL_WELL,
    LOOKING,
    NONE_THROUGH,
    finding_rows,
    findings_heading,
)
from screens.rows.painting import Painting
from screens.widgets.lines import Lines


class Conflicts(Lines):
    """Shows the open conflicts; choosing one selects the entry that it is about."""

    workspace: reactive[Workspace | None] = reactive(None, repaint=False)
    lens: reactive[Lens] = reactive(Lens(), repaint=False)
    _groups: tuple[tuple[Finding, ...], ...] = ()
    _chosen = -1

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._rows: list[tuple[int, Painting]] = []

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
            self._gather()
        self.show_rows()

    def watch_lens(self) -> None:
        """Show what the lens lets through."""
        self._chosen = -1
        self._gather()
        self.show_rows()

    def _gather(self) -> None:
        """Group what shows: what is open, then what somebody lets stand."""
        if self.workspace is not None:
            report, itinerary = self.workspace.report, self.workspace.itinerary
            through = (
                self.lens.through(itinerary, each) if self.lens.hides else each
                for each in (report.open, report.acknowledged)
            )
            self._groups = tuple(group for shown in through for group in folded(shown))
            self._lay_out()

    @property
    def chosen(self) -> tuple[Finding, ...]:
        """The conflict in question: the one that was chosen, else the worst about the entry."""
        if self.workspace is None:
            return ()
        selected = self.workspace.selected_record
        if 0 <= self._chosen < len(self._groups) and self._is_about(selected):
            return self._groups[self._chosen]
        entries_of = self.workspace.concerns.entries_of
        about = (each for each in self._groups if selected in entries_of(each[0].conflict))
        return next(about, ())

    def on_resize(self, _: Resize) -> None:
        """Break the text anew for another width."""
        self._lay_out()
        self.show_rows()

    def _lay_out(self) -> None:
        self._rows = [
            (number, row)
            for number, group in enumerate(self._groups)
            for row in finding_rows(group, self.room)
        ]

    def count(self) -> int:
        """Return how many rows there are: a heading, and what each group takes."""
        return 1 + max(len(self._rows), 1)

    def painting(self, number: int, width: int) -> Painting:  # noqa: ARG002 - laid out for it
        """Return a row."""
        if self.workspace is None:
            return Painting()
        if number == 0:
            only = self.lens.words(self.workspace.itinerary)
            words = f"Conflicts: only {only}" if only else "Conflicts"
            return findings_heading(words, self.workspace.report)
        if not self._rows:
            return self._nothing
        group, row = self._rows[number - 1]
        selected = self.workspace.selected_record
        about = self.workspace.concerns.entries_of(self._groups[group][0].conflict)
        return replace(row, role="cursor") if selected and selected in about else row

    @property
    def _nothing(self) -> Painting:
        """What stands there where no conflict does."""
        if self.workspace and not self.workspace.is_checked:
            return LOOKING
        return NONE_THROUGH if self.lens.hides else ALL_WELL

    def move(self, by: int) -> None:
        """Choose another conflict, counted from the one about the selected entry."""
        if not self._groups or self.workspace is None:
            return
        selected = self.workspace.selected_record
        if not 0 <= self._chosen < len(self._groups) or not self._is_about(selected):
            self._chosen = -1 if by > 0 else len(self._groups)
        self._chosen = min(max(self._chosen + by, 0), len(self._groups) - 1)
        self.show_row(1 + next(n for n, row in enumerate(self._rows) if row[0] == self._chosen))
        self.post_message(self.Chosen(self._groups[self._chosen][0].conflict))

    def _is_about(self, record: str) -> bool:
        conflict = self._groups[self._chosen][0].conflict
        about = self.workspace.concerns.entries_of(conflict) if self.workspace else ()
        return not about or record in about

    def on_lines_clicked(self, message: Lines.Clicked) -> None:
        """Choose the conflict that was clicked."""
        message.stop()
        if 0 < message.number <= len(self._rows):
            group, _ = self._rows[message.number - 1]
            self._chosen = group
            self.post_message(self.Chosen(self._groups[group][0].conflict))
