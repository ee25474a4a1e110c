"""The questions of a form: those asked at once, and folds with the rest."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from planner.forms import Draft, Question
from screens.dialogs.forms.fields import FieldRow, Fold


class FieldList(VerticalScroll, can_focus=False, inherit_bindings=False):
    """Lays out the fields of a Draft; what is typed in a fold stays when it is closed."""

    def __init__(self, draft: Draft) -> None:
        """Ask what a draft asks."""
        super().__init__(id="fields")
        self._draft = draft
        self._attempted = False

    def compose(self) -> ComposeResult:
        """Yield the fields that are asked at once, then the folds."""
        for group in self._draft.layout.groups:
            if group:
                yield self._fold(group)
            else:
                yield from self._rows(group)

    def _fold(self, group: str) -> Fold:
        return Fold(group, len(self._questions(group)), self._filled(group))

    def _questions(self, group: str) -> list[Question]:
        return [each for each in self._draft.layout.questions if each.group == group]

    def _filled(self, group: str) -> int:
        """Return how many questions of a fold somebody answered; what is usual is no answer."""
        is_new = self._draft.before is None
        names = (each.name for each in self._questions(group))
        names = (name for name in names if not is_new or name in self._draft.typed)
        return sum(bool(self._draft.text(name)) for name in names)

    def _rows(self, group: str) -> list[FieldRow]:
        return [FieldRow(each, self._draft.text(each.name)) for each in self._questions(group)]

    @property
    def _shown(self) -> list[FieldRow]:
        """The fields that are shown; a query would look into each of them, at every key."""
        return [each for each in self.children if isinstance(each, FieldRow)]

    @property
    def _folds(self) -> list[Fold]:
        return [each for each in self.children if isinstance(each, Fold)]

    def start(self) -> None:
        """Give the focus to the first field that wants something."""
        rows = self._shown
        wanting = (row for row in rows if self._draft.is_needed(row.question.name))
        next(wanting, rows[0]).field.focus()

    @property
    def focused_row(self) -> FieldRow | None:
        """The field that is typed in."""
        return next((row for row in self._shown if row.has_focus_within), None)

    def mark_focused(self, row: FieldRow | None) -> None:
        """Let the label of a field stand out; that of the one before no longer."""
        for each in self._shown:
            each.mark(focused=each is row)

    def row(self, name: str) -> FieldRow | None:
        """Return the field of a question, where it is shown."""
        return next((row for row in self._shown if row.question.name == name), None)

    @property
    def is_at_the_end(self) -> bool:
        """Whether the focused field is the last thing there is to fill in."""
        stops = [each for each in self.children if isinstance(each, FieldRow | Fold)]
        return bool(stops) and stops[-1] is self.focused_row

    def put(self, before: Draft, after: Draft, *, but: str) -> None:
        """Put into the fields what differs between two states of the form, one field left out."""
        for row in self._shown:
            name = row.question.name
            if name != but and before.text(name) != after.text(name):
                row.put(after.text(name))

    def show(self, draft: Draft, *, attempted: bool, offer: str = "") -> None:
        """Say beside every field what it was understood as, beside the focused one an offer."""
        self._draft, self._attempted = draft, attempted
        focused = self.focused_row
        for row in self._shown:
            row.show(draft, attempted=attempted, offer=offer if row is focused else "")
        for fold in self._folds:
            fold.show(self._filled(fold.group))

    async def show_field(self, name: str) -> None:
        """Give the focus to a field, its fold opened."""
        group = self._draft.layout.by_name[name].group
        for fold in self._folds:
            if fold.group == group and not fold.is_open:
                await self._open(fold)
        row = self.row(name)
        if row is not None:
            self._enter(row)

    async def toggle(self) -> None:
        """Open every fold; close them where all are open."""
        folds = self._folds
        closed = [fold for fold in folds if not fold.is_open]
        for fold in reversed(closed or folds):
            await (self._open(fold) if closed else self._close(fold))

    async def on_fold_chosen(self, message: Fold.Chosen) -> None:
        """Open a fold, or close it again."""
        message.stop()
        fold = message.fold
        await (self._close(fold) if fold.is_open else self._open(fold))

    async def _open(self, fold: Fold) -> None:
        rows = self._rows(fold.group)
        fold.is_open = True
        fold.refresh()
        await self.mount_all(rows, after=fold)
        self._enter(rows[0])
        self.show(self._draft, attempted=self._attempted)

    async def _close(self, fold: Fold) -> None:
        fold.is_open = False
        fold.refresh()
        fold.focus()
        for row in [each for each in self._shown if each.question.group == fold.group]:
            await row.remove()

    def _enter(self, row: FieldRow) -> None:
        """Give a field the focus, and bring it in sight once it has a place."""
        row.field.focus(scroll_visible=False)
        self.call_after_refresh(row.scroll_visible, animate=False)
