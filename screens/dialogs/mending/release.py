"""Releasing a version: what forbids it; else what is open in it, and for whom it is."""

from textual.app import ComposeResult
from textual.events import Resize

from planner.forms import Draft
from planner.releases import BeforeRelease
from planner.releases.form import title_of
from screens.commands import HELP, bindings
from screens.dialogs.dialog import Dialog
from screens.dialogs.forms.form import FormDialog
from screens.dialogs.preview import Preview
from screens.rows.painting import Painting
from screens.rows.release import before_rows

OPEN = "What goes out open with this version; the arrows scroll it. Tab goes to the fields."


class BeforeLines(Preview):
    """Shows what to know before a version is released, broken to its width."""

    def __init__(self, before: BeforeRelease) -> None:
        super().__init__(id="before-release")
        self._before = before
        self._lines: tuple[Painting, ...] = ()

    def on_resize(self, _: Resize) -> None:
        """Break it anew for another width."""
        self._lines = before_rows(self._before, self.room) if self.room else ()
        self.show_rows()

    def count(self) -> int:
        """Return how many rows there are."""
        return len(self._lines)

    def painting(self, number: int, width: int) -> Painting:  # noqa: ARG002 - broken already
        """Return a row."""
        return self._lines[number]


class ForbiddenDialog(Dialog[None]):
    """Says which errors stand in the way of a release; nothing can be done here but go back."""

    BINDINGS = bindings(HELP)

    def __init__(self, before: BeforeRelease) -> None:
        """Say what forbids a version."""
        super().__init__(title_of(before), HELP)
        self._before = before

    def compose_body(self) -> ComposeResult:
        """Lay out the errors."""
        yield BeforeLines(self._before)

    def on_mount(self) -> None:
        """Let keys and the wheel scroll them."""
        self._lines.focus()

    @property
    def _lines(self) -> BeforeLines:
        return self.query_one(BeforeLines)

    def action_move(self, by: int) -> None:
        """Scroll."""
        self._lines.move(by)

    def action_close(self) -> None:
        """Go back."""
        self.answer(None)


class ReleaseDialog(FormDialog):
    """Shows what is open in a version over the form that is answered to release it."""

    def __init__(self, before: BeforeRelease, draft: Draft, notice: str = "") -> None:
        """Ask what a draft asks; `notice` says why it is asked again."""
        super().__init__(draft, notice)
        self._before = before

    def compose_body(self) -> ComposeResult:
        """Lay out what is open, then the fields."""
        yield BeforeLines(self._before)
        yield from super().compose_body()

    @property
    def _is_reading(self) -> bool:
        """Whether the focus is on what is open."""
        return self.query_one(BeforeLines).has_focus

    def _about(self) -> tuple[str, str]:
        words, role = super()._about()
        return (OPEN, "muted") if self._is_reading and words != self._notice else (words, role)

    @property
    def about(self) -> str:
        """What is open, or what can be typed into the focused field."""
        return OPEN if self._is_reading else super().about

    def action_mark(self, by: int) -> None:
        """Scroll what is open where that has the focus; else go through the suggestions."""
        if self._is_reading:
            self.query_one(BeforeLines).move(by)
        else:
            super().action_mark(by)
