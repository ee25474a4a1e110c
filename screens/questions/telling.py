"""The dialog about whom to tell; what is marked in it is asked of the app as an Edit."""

from __future__ import annotations

from planner.records import Meeting
from planner.telling import Notice, mark_told, notices
from screens.dialogs.mending.telling import TellingDialog
from screens.messages import EditAsked
from screens.questions.asking import Asking


class TellingQuestions(Asking):
    """Opens the list of whom to tell over a page, and does what is asked in it."""

    def tell(self) -> None:
        """Show whom to tell."""
        if self._workspace is not None:
            TellingDialog(self).open(self._page.app, lambda _: None)

    def follow(self, dialog: TellingDialog) -> None:
        """Let an open dialog see what the page shows, and hear what it says."""
        dialog.watch(self._page, "workspace", lambda _: dialog.take_in(), init=False)
        dialog.watch(self._page, "words", dialog.say, init=False)

    def notices(self) -> tuple[Notice, ...]:
        """Return whom to tell now."""
        workspace = self._workspace
        return notices(workspace.itinerary, self._counter.now) if workspace else ()

    def mark(self, meeting: Meeting | None) -> bool:
        """Ask for everybody of a meeting to be marked told, None is all; False if none is left."""
        workspace = self._workspace
        if workspace is None:
            return False
        meetings = [meeting] if meeting else [each.meeting for each in self.notices()]
        edit = mark_told(workspace.itinerary, meetings, self._counter.now)
        if edit.writes:
            self.ask_for(EditAsked(edit))
        return edit.writes

    @property
    def marking(self) -> str:
        """The handling marking of the trip; empty where it has none."""
        workspace = self._workspace
        return workspace.itinerary.trip.marking if workspace else ""

    @property
    def short_name(self) -> str:
        """What the command line calls the trip."""
        workspace = self._workspace
        return workspace.itinerary.trip.short_name if workspace else "TRIP"
