"""The dialog of the journal; what is taken back in it is asked of the app as an Edit."""

from __future__ import annotations

from functools import cache

from planner.records.naming import name_of
from planner.workspace.chronicle import Named, told
from screens.dialogs.history import MOST, HistoryDialog
from screens.messages import EditAsked
from screens.questions.asking import Asking, answering


class HistoryQuestions(Asking):
    """Opens the journal over a page: that of its trip, or of all."""

    @answering
    def history(self) -> None:
        """Show who changed what."""
        named = self._named()
        HistoryDialog(
            "History" if self._trip else "History of all trips",
            self._counter.history(self._trip, MOST + 1),
            lambda entry: told(entry, named),
            self,
        ).open(self._page.app, lambda _: None)

    def follow(self, dialog: HistoryDialog) -> None:
        """Let an open dialog show what came of a change, be it that it was refused."""
        dialog.watch(self._page, "words", lambda words: self._renew(dialog, words), init=False)

    def take_back(self, dialog: HistoryDialog) -> None:
        """Ask for what is under the cursor to be taken back."""
        edit = dialog.taking_back
        if edit is not None:
            self.ask_for(EditAsked(edit))

    @answering
    def _renew(self, dialog: HistoryDialog, words: str) -> None:
        dialog.take_in(self._counter.history(self._trip, MOST + 1), words)

    @property
    def _trip(self) -> str | None:
        workspace = self._workspace
        return workspace.itinerary.trip.id if workspace else None

    def _named(self) -> Named:
        """Return what names records: by the trip that is shown, else by what all trips share."""

        @cache
        def shared() -> dict[str, str]:
            known = self._counter.directory()
            records = (*known.people, *known.offices, *known.venues, *known.trips)
            return {each.id: name_of(each) for each in records}

        def named(record_id: str) -> str:
            workspace = self._workspace
            record = workspace.itinerary.find(record_id) if workspace else None
            return name_of(record) if record else shared().get(record_id, "")

        return named
