"""What all share that open dialogs over a page: the page, what it shows, what they ask for."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from planner.errors import SummitryError
from screens.messages import EditAsked, EditRefused, UndoAsked

if TYPE_CHECKING:
    from planner.forms.reference import Reference
    from planner.workspace import Workspace
    from screens.counter import Counter
    from screens.page import Page

P = ParamSpec("P")
R = TypeVar("R")
A = TypeVar("A", bound="Asking")


def answering(ask: Callable[Concatenate[A, P], R]) -> Callable[Concatenate[A, P], R | None]:
    """Wrap what opens a dialog: what goes wrong on the way is told like an Edit refused."""

    @wraps(ask)
    def told(asking: A, /, *arguments: P.args, **named: P.kwargs) -> R | None:
        try:
            return ask(asking, *arguments, **named)
        except SummitryError as error:
            asking.refuse(error)
            return None

    return told


class Asking:
    """Opens dialogs over one page; what they answer is asked of the app as an Edit."""

    def __init__(
        self, page: Page, counter: Counter, workspace: Callable[[], Workspace | None]
    ) -> None:
        """Open dialogs over a page; `workspace` is what it shows at the time."""
        self._page = page
        self._counter = counter
        self._shown = workspace

    def ask_for(self, edit: EditAsked) -> None:
        """Ask the app for an Edit."""
        self._page.post_message(edit)

    def refuse(self, error: SummitryError) -> None:
        """Say what went wrong; nothing was changed."""
        self._page.post_message(EditRefused(error))

    def undo(self, *, redo: bool) -> None:
        """Ask for the last edit to be taken back, or done again."""
        self._page.post_message(UndoAsked(redo=redo))

    @property
    def _workspace(self) -> Workspace | None:
        return self._shown()

    @property
    def _reference(self) -> Reference:
        return self._counter.reference(self._workspace)
