"""The follow-ups of all trips, overdue first, one of them under the cursor."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from textual.events import Resize

from planner.promises import Promise
from screens.rows.followups import group_heading, promise_rows
from screens.rows.painting import Painting, Piece
from screens.widgets.items import NONE, ItemLines

Groups = Sequence[tuple[str, tuple[Promise, ...]]]


class FollowUpLines(ItemLines):
    """Shows what was promised; what is marked done stays under the cursor until one moves on."""

    def __init__(self) -> None:
        super().__init__(id="followups")
        self._groups: Groups = ()
        self._now: datetime | None = None
        self._nothing = ""
        self._promises: list[Promise] = []

    def show(self, groups: Groups, now: datetime, nothing: str) -> None:
        """Show promises under their headings; `nothing` is said where there is none."""
        selected = self.selected
        self._groups, self._now, self._nothing = groups, now, nothing
        self._promises = [each for _, group in groups for each in group]
        ids = [each.follow_up.id for each in self._promises]
        if selected and selected.follow_up.id in ids:
            self._cursor = ids.index(selected.follow_up.id)
        else:
            self._cursor = min(self._cursor, max(len(ids) - 1, 0))
        self._lay_out()
        self.show_cursor()

    def on_resize(self, _: Resize) -> None:
        """Break the text anew for another width."""
        self._lay_out()

    def _lay_out(self) -> None:
        if self.room:
            rows = list(self._laid_out())
            self.show_laid_out(rows or [(Painting((Piece(self._nothing, "muted"),)), NONE)])

    def _laid_out(self) -> Iterator[tuple[Painting, int]]:
        number = 0
        for heading, group in self._groups:
            yield group_heading(heading, len(group)), number
            for each in group:
                for row in promise_rows(each, heading, self._moment, self.room):
                    yield row, number
                number += 1

    @property
    def _moment(self) -> datetime:
        assert self._now is not None  # noqa: S101 - there are no groups before `show`
        return self._now

    @property
    def items(self) -> int:
        """How many follow-ups show."""
        return len(self._promises)

    @property
    def selected(self) -> Promise | None:
        """The follow-up under the cursor; None where there is none."""
        return self._promises[self._cursor] if self._promises else None
