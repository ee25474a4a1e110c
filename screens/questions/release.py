"""The dialog that releases a version of a trip; what it answers is asked of the app as an Edit."""

from __future__ import annotations

from dataclasses import replace

from planner.forms import Draft
from planner.releases import BeforeRelease, before_release, release
from planner.releases.form import release_form, scope_of, title_of, words_of
from planner.workspace import Workspace
from screens.dialogs.mending.release import ForbiddenDialog, ReleaseDialog
from screens.messages import EditAsked
from screens.questions.asking import Asking, answering

CHANGED = "The trip changed while you were typing. Look at what is open in it now, then save."


class ReleaseQuestions(Asking):
    """Opens the dialog over a page of a trip, and does what is asked in it."""

    @answering
    def release(self) -> None:
        """Ask for whom the next version is, over what is open in it; or show what forbids it."""
        workspace = self._checked
        if workspace is not None:
            before = before_release(workspace.itinerary, workspace.report)
            self._show(workspace, before, release_form(before, self._reference))

    @property
    def _checked(self) -> Workspace | None:
        """The trip with what the rules say of it: without their word nothing is released."""
        workspace = self._workspace
        if workspace is None or workspace.is_checked:
            return workspace
        return workspace.checked()

    def _show(self, seen: Workspace, before: BeforeRelease, draft: Draft, notice: str = "") -> None:
        if before.errors:
            ForbiddenDialog(before).open(self._page.app, lambda _: None)
            return

        def answered(filled: Draft | None) -> None:
            if filled is not None:
                self._release(seen, before, filled)

        ReleaseDialog(before, draft, notice).open(self._page.app, answered)

    @answering
    def _release(self, seen: Workspace, before: BeforeRelease, filled: Draft) -> None:
        """Ask for the version; the dialog shows again where it is no longer the one that was seen.

        Nobody shall hand out what another window changed unseen.
        """
        workspace = self._checked
        if workspace is None:
            return
        found = before_release(workspace.itinerary, workspace.report)
        if found != before or workspace.itinerary.records != seen.itinerary.records:
            self._show(workspace, found, replace(filled, purpose=title_of(found)), CHANGED)
            return
        edit = release(
            workspace.itinerary,
            workspace.report,
            scope=scope_of(filled),
            recipients=words_of(filled, "recipients"),
            note=words_of(filled, "note"),
            marking=words_of(filled, "marking"),
            by=self._counter.author,
            now=self._counter.now,
        )
        self.ask_for(EditAsked(edit))
