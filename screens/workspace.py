"""The workspace: one trip, with its programme, the details of an entry, and its conflicts."""

from collections import deque
from collections.abc import Callable
from datetime import datetime

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.reactive import reactive
from textual.screen import Screen

from planner.clock import Clock
from planner.edits import Edit
from planner.edits.nudges import nudge
from planner.workspace import Workspace
from screens.commands import TRIP, Command, bindings
from screens.messages import EditAsked, EditRefused, EntriesApplied, TripLeft, UndoAsked
from screens.widgets.bars import KeyLine, StatusLine, TripBar
from screens.widgets.conflicts import Conflicts
from screens.widgets.details import Details
from screens.widgets.lines import Lines
from screens.widgets.programme import Programme


class WorkspaceScreen(Screen[None]):
    """Holds the one state that every pane shows; a key changes it once."""

    BINDINGS = bindings(TRIP)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - Textual's own form

    workspace: reactive[Workspace | None] = reactive(None, repaint=False)
    words: reactive[str] = reactive("", repaint=False)
    commands: reactive[tuple[Command, ...]] = reactive((), repaint=False)

    def __init__(self, workspace: Workspace, clock: Clock) -> None:
        """Show a trip as it stands, with the time that the clock says."""
        super().__init__()
        self.set_reactive(WorkspaceScreen.workspace, workspace)
        self.set_reactive(WorkspaceScreen.commands, tuple(each for each in TRIP if each.in_line))
        self._clock = clock
        self._asked: deque[Edit] = deque()

    def compose(self) -> ComposeResult:
        """Lay out the panes, each bound to the state."""
        yield TripBar(id="bar").data_bind(WorkspaceScreen.workspace)
        with Horizontal(id="panes"):
            yield Programme(id="programme").data_bind(WorkspaceScreen.workspace)
            yield Details(id="details").data_bind(WorkspaceScreen.workspace)
        yield Conflicts(id="conflicts").data_bind(WorkspaceScreen.workspace)
        yield KeyLine(id="keys").data_bind(WorkspaceScreen.commands)
        yield StatusLine(id="status").data_bind(WorkspaceScreen.words)

    def on_mount(self) -> None:
        """Start where work is: on the programme."""
        self.query_one(Programme).focus()
        self.set_interval(30, self.let_time_pass)

    def let_time_pass(self) -> None:
        """Show the trip as of now, where the clock shows another minute."""
        now = self._clock()
        if self.workspace and _minute(now) != _minute(self.workspace.now):
            self.workspace = self.workspace.at(now)

    def _change(self, change: Callable[[Workspace], Workspace]) -> None:
        if self.workspace is not None:
            self.workspace = change(self.workspace)

    def action_move(self, by: int) -> None:
        """Move the cursor; the conflicts go from one to the next, the details scroll."""
        if isinstance(self.focused, Conflicts):
            self.focused.move(by)
            return
        if isinstance(self.focused, Details):
            self.focused.scroll_relative(y=by, animate=False)
            return
        self._change(lambda workspace: workspace.with_moved_cursor(by))

    def action_nudge(self, minutes: int) -> None:
        """Ask for the selected entry to be moved."""
        workspace = self.workspace
        if workspace is None or not workspace.selected_record:
            return
        itinerary = workspace.itinerary
        # Keys can come faster than answers: each counts on from those before it.
        for asked in self._asked:
            itinerary = itinerary.after(asked)
        edit = nudge(itinerary, workspace.selected_record, minutes)
        if edit is None:
            self.words = "This has no hour yet, so it cannot be moved."
            return
        self._asked.append(edit)
        self.post_message(EditAsked(edit))

    def action_undo(self) -> None:
        """Ask for the last edit to be taken back."""
        self.post_message(UndoAsked())

    def action_redo(self) -> None:
        """Ask for what was taken back last to be done again."""
        self.post_message(UndoAsked(redo=True))

    def action_next_conflict(self) -> None:
        """Go to the next entry that something is wrong with."""
        self._change(Workspace.with_next_conflict)

    def action_now(self) -> None:
        """Go to what comes next."""
        self._change(lambda workspace: workspace.with_selected(""))

    def action_next_pane(self) -> None:
        """Give the focus to the next pane; a narrow screen shows that one."""
        panes = list(self.query(Lines))
        here = panes.index(self.focused) if isinstance(self.focused, Lines) else -1
        following = panes[(here + 1) % len(panes)]
        self.set_class(isinstance(following, Details), "-details")
        following.focus()

    def action_close(self) -> None:
        """Go back to the trips."""
        self.post_message(TripLeft())

    def on_entries_applied(self, message: EntriesApplied) -> None:
        """Take in what the store holds now, and say so; the cursor stays where it is."""
        if message.is_answer and self._asked:
            self._asked.popleft()
        self._change(lambda workspace: workspace.after(message.entries, message.elsewhere))
        self.words = message.words

    def on_edit_refused(self, message: EditRefused) -> None:
        """Say why nothing was changed; what was asked for on top of it is not to be had either."""
        self._asked.clear()
        self.words = str(message.error)

    def on_conflicts_chosen(self, message: Conflicts.Chosen) -> None:
        """Select what a conflict is about."""
        self._change(lambda workspace: workspace.with_conflict_selected(message.conflict))

    def on_lines_clicked(self, message: Lines.Clicked) -> None:
        """Select the row that was clicked."""
        if isinstance(message.lines, Programme) and self.workspace:
            key = self.workspace.rows[message.number].key
            if key:
                self._change(lambda workspace: workspace.with_selected(key))


def _minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)
