"""The workspace: one trip, with its programme, the details of an entry, and its conflicts."""

from collections import deque
from collections.abc import Callable
from datetime import datetime

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.reactive import reactive

from planner.edits import Edit
from planner.workspace import Workspace
from screens.commands import TRIP, bindings
from screens.counter import Counter
from screens.mending_page import MendingPage
from screens.messages import EditAsked, EditRefused, EntriesApplied, TripLeft, UndoAsked
from screens.widgets.bars import KeyLine, StatusLine, TripBar
from screens.widgets.conflicts import Conflicts
from screens.widgets.details import Details
from screens.widgets.lines import Lines
from screens.widgets.programme import Programme

CONFLICTS = (
    "The conflicts: what does not fit, worst first, by how much, and the way out. The arrows go "
    "from one to the next, and select what it is about; f shows the ways out."
)


class WorkspaceScreen(MendingPage):
    """Holds the one state that every pane shows; a key changes it once."""

    BINDINGS = bindings(TRIP)
    workspace: reactive[Workspace | None] = reactive(None, repaint=False)

    def __init__(self, workspace: Workspace, counter: Counter, words: str = "") -> None:
        """Show a trip as it stands; `words` say what happened last."""
        super().__init__(counter, TRIP, words)
        self.set_reactive(WorkspaceScreen.workspace, workspace)
        self._asked: deque[Edit] = deque()

    @property
    def shown(self) -> Workspace | None:
        """The trip as the panes show it."""
        return self.workspace

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
        self.call_after_refresh(self._check)

    def _check(self) -> None:
        """Run the rules, now that the trip is there to be seen."""
        if self.workspace and not self.workspace.is_checked:
            self.workspace = self.workspace.checked()
            self.words = self.counter.unknown_rules() or self.words

    def watch_workspace(self) -> None:
        """Name the keys that work on what is selected now."""
        self.show_commands()

    def let_time_pass(self) -> None:
        """Show the trip as of now, where the clock shows another minute."""
        now = self.counter.now
        if self.workspace and _minute(now) != _minute(self.workspace.now):
            self.workspace = self.workspace.at(now)

    def _change(self, change: Callable[[Workspace], Workspace]) -> None:
        if self.workspace is not None:
            self.workspace = change(self.workspace)

    @property
    def about(self) -> str:
        """What the focused pane is."""
        if isinstance(self.focused, Conflicts):
            return f"{CONFLICTS} {self.explained}".rstrip()
        if isinstance(self.focused, Details):
            return "The details of what is selected in the programme; the arrows scroll them."
        return (
            "The programme, by day and city: local time, the time at home, what, with whom and how "
            "long. What is past is dimmed; what has no hour yet stands at the end."
        )

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
        from planner.edits.nudges import nudge  # noqa: PLC0415 - a trip is shown before it is changed

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

    def action_next_conflict(self) -> None:
        """Go to the next entry that something is wrong with."""
        if self.workspace and not self.workspace.report.open:
            self.words = "Nothing is wrong that anybody knows of."
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
        """Take in what the store holds now, and say so; the cursor goes to what is new."""
        asked = message.asked
        if isinstance(asked, EditAsked) and asked.edit in self._asked:
            self._asked.remove(asked.edit)
        made = asked.made if isinstance(asked, EditAsked) else ""
        self._change(lambda workspace: _brought_up(workspace, message, made))
        self.words = message.words or self.words
        self.show_lists(made)
        if isinstance(asked, EditAsked) and asked.makes("stop"):
            self.questions.offer_way_to(made)

    def on_edit_refused(self, _: EditRefused) -> None:
        """Forget what was asked for on top of what was refused: it is not to be had either."""
        self._asked.clear()

    def on_conflicts_chosen(self, message: Conflicts.Chosen) -> None:
        """Select what a conflict is about."""
        self._change(lambda workspace: workspace.with_conflict_selected(message.conflict))

    def on_lines_clicked(self, message: Lines.Clicked) -> None:
        """Select the row that was clicked; one that is selected already is changed."""
        if isinstance(message.lines, Programme) and self.workspace:
            key = self.workspace.rows[message.number].key
            if key and key == self.workspace.selected:
                self.action_edit()
            elif key:
                self._change(lambda workspace: workspace.with_selected(key))


def _brought_up(workspace: Workspace, message: EntriesApplied, made: str) -> Workspace:
    """Return a trip with what was written, the cursor on what is new or was brought back."""
    following = workspace.after(message.entries, message.surroundings)
    if isinstance(message.asked, UndoAsked) and message.entries:
        return following.with_edit_selected(message.entries[-1].edit)
    return following.with_record_selected(made)


def _minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)
