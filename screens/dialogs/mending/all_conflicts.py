"""What does not fit in any trip: the trips are looked into one by one, and the worst come first."""

from collections.abc import Callable, Iterable

from textual.app import ComposeResult

from planner.conflicts import Severity
from planner.store import TripSummary
from planner.text.spoken import counted
from planner.workspace.across import TripConflict, TripReports, in_question, worst_first
from screens.commands import CONFLICTS, bindings
from screens.commands.line import Arguments
from screens.dialogs.dialog import Dialog
from screens.rows.all_conflicts import ALL_WELL, NONE_SO_BAD, NONE_TO_COME
from screens.widgets.all_conflicts import AllConflictLines
from screens.widgets.bars import StatusLine
from screens.widgets.lines import Lines

BETWEEN_CHECKS = 0.02
"""Seconds between checking one trip and the next, so that keys are answered meanwhile."""
LOOKING = "looking…"


class AllConflictsDialog(Dialog[TripConflict | None]):
    """Returns the conflict that somebody wants to see in its trip."""

    BINDINGS = bindings(CONFLICTS)

    def __init__(
        self, trips: Iterable[TripSummary], known: TripReports, instant: Callable[[], int]
    ) -> None:
        """Look into the trips that are to come, as far as that is not `known`, as of an instant."""
        super().__init__("Conflicts of all trips", CONFLICTS)
        self._known = known
        self._instant = instant
        self._trips = in_question(trips, instant())
        self._least = Severity.NOTICE

    def compose_body(self) -> ComposeResult:
        """Lay out the conflicts, and how far the looking has come."""
        yield AllConflictLines()
        yield StatusLine(id="all-conflicts-status")

    def on_mount(self) -> None:
        """Show what is known already, and find out the rest."""
        self._lines.focus()
        self._checking = self.set_interval(BETWEEN_CHECKS, self._check_next)
        self._show()

    def take_in(self, trips: Iterable[TripSummary]) -> None:
        """Look into the trips there are now."""
        self._trips = in_question(trips, self._instant())
        self._show()
        self._checking.resume()

    @property
    def _lines(self) -> AllConflictLines:
        return self.query_one(AllConflictLines)

    @property
    def _unknown(self) -> list[str]:
        ids = (each.trip.id for each in self._trips)
        return [each for each in ids if not self._known.is_known(each)]

    def _check_next(self) -> None:
        """Look into one trip more; rest where all are known."""
        unknown = self._unknown
        if not unknown:
            self._checking.pause()
            return
        self._known.look_into(unknown[0])
        self._show()

    def _show(self) -> None:
        looked = worst_first(self._trips, self._known)
        self._lines.show(looked, self._least, self._nothing(any(each.open for each in looked)))
        self.query_one(StatusLine).words = self._progress()
        self.show_commands()

    def _nothing(self, something: bool) -> str:
        """Return what is said where no conflict shows."""
        if self._unknown:
            return LOOKING
        if not self._trips:
            return NONE_TO_COME
        return NONE_SO_BAD if something else ALL_WELL

    def _progress(self) -> str:
        """Return how far the looking has come, or what came of it."""
        unknown, count = len(self._unknown), len(self._trips)
        if unknown:
            return f"{LOOKING} {count - unknown} of {count}"
        ids = [each.trip.id for each in self._trips]
        well = sum(
            each in self._known.reports and not self._known.reports[each].open for each in ids
        )
        unread = sum(each in self._known.failures for each in ids)
        parts = (
            f"{counted(count, 'trip')} under way or to come" * bool(count),
            f"{well} with nothing wrong" * bool(well),
            f"{unread} that cannot be read" * bool(unread),
        )
        return ", ".join(part for part in parts if part)

    def can_do(self, action: str, arguments: Arguments) -> bool:
        """Tell whether there is a conflict to open; what shows already is no choice."""
        match action, arguments:
            case ("open", _):
                return self._lines.selected is not None
            case ("narrow", (least,)):
                return least != self._least.word
        return True

    @property
    def about(self) -> str:
        """What is shown."""
        return (
            "What does not fit in the trips that are neither cancelled nor over, the worst trips "
            "first. What somebody lets stand is left out. Enter opens the trip at the entry."
        )

    def action_move(self, by: int) -> None:
        """Go from conflict to conflict."""
        self._lines.move(by)

    def action_narrow(self, least: str) -> None:
        """Show only what is at least so bad."""
        self._least = Severity[least.upper()]
        self._show()
        self._lines.show_cursor()

    def action_open(self) -> None:
        """Answer with the conflict under the cursor."""
        selected = self._lines.selected
        if selected is not None:
            self.answer(selected)

    def on_lines_clicked(self, message: Lines.Clicked) -> None:
        """Put the cursor on what was clicked; where it is already, open it."""
        before = self._lines.selected
        if self._lines.select(message.number) and self._lines.selected == before:
            self.action_open()

    def action_close(self) -> None:
        """Go back."""
        self.answer(None)
