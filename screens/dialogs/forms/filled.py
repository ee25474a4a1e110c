"""What a form shows: its fields, what each is understood as, and what the focused one may be."""

from textual.app import ComposeResult
from textual.events import DescendantFocus

from planner.forms import Draft
from screens.commands import FORM
from screens.dialogs.dialog import Dialog
from screens.dialogs.forms.field_list import FieldList
from screens.dialogs.forms.fields import FieldRow
from screens.dialogs.suggestions import SuggestionList


class FilledDialog(Dialog[Draft | None]):
    """Shows a Draft as it is filled in; what keys do to it is the form's."""

    def __init__(
        self, draft: Draft, notice: str = "", *, outer: str = "", is_refused: bool = False
    ) -> None:
        """Ask what a draft asks; `notice` says why, `outer` for which form it is made."""
        super().__init__(f"{outer} › {draft.title}" if outer else draft.title, FORM)
        self._is_refused = is_refused
        self.draft = draft
        self._notice = notice
        self._attempted = False
        self._at = ""

    def compose_body(self) -> ComposeResult:
        """Lay out the fields, and under them what the focused one may be."""
        yield FieldList(self.draft)
        yield SuggestionList(id="suggestions")

    def on_mount(self) -> None:
        """Start in the first field that wants something."""
        self._fields.start()
        self._show()

    @property
    def _fields(self) -> FieldList:
        return self.query_one(FieldList)

    @property
    def _suggestions(self) -> SuggestionList:
        return self.query_one(SuggestionList)

    def _show(self) -> None:
        """Say beside every field what it is understood as, or what Enter would put there."""
        marked = self._suggestions.marked
        offer = f"↵ {marked.hint if marked.makes else marked.text}" if marked else ""
        self._fields.show(self.draft, attempted=self._attempted, offer=offer)

    def on_descendant_focus(self, _: DescendantFocus) -> None:
        """Say what the field that was entered means, and what it may be."""
        row = self._fields.focused_row
        self._fields.mark_focused(row)
        self._at = row.question.name if row else ""
        self._suggest(marking=False)
        self.show_commands()

    def on_field_row_typed(self, message: FieldRow.Typed) -> None:
        """Understand anew what is typed."""
        if message.text == self.draft.text(message.name):
            return
        self._notice = ""
        self._take_in(self.draft.with_text(message.name, message.text), typed=message.name)

    def _take_in(self, draft: Draft, typed: str = "") -> None:
        """Show another state of the form; a field that is typed in is ahead of it, and is left."""
        before, self.draft = self.draft, draft
        self._fields.put(before, draft, but=typed)
        self._suggest(marking=bool(typed) and typed == self._at)

    def _suggest(self, *, marking: bool) -> None:
        """Show what the focused field is understood as, and what it may be on its way to."""
        found = self.draft.suggestions(self._at) if self._at else ()
        text = self.draft.text(self._at).strip() if self._at else ""
        is_whole = any(each.text == text for each in found if not each.makes)
        is_meant = bool(found) and not found[0].is_guess and not is_whole
        self._suggestions.show(self._about(), found, 0 if marking and text and is_meant else None)
        self._show()

    def _about(self) -> tuple[str, str]:
        """Return what to say of the focused field, and the role of the words."""
        if self._notice:
            return self._notice, "error" if self._is_refused else "accent"
        if not self._at:
            return "Enter opens these fields.", "muted"
        problem = self.draft.problem(self._at)
        if problem and not self.draft.is_needed(self._at):
            return problem, "warning"
        return self.draft.said(self._at), "good"

    @property
    def about(self) -> str:
        """What can be typed into the focused field."""
        if not self._at:
            return "A fold: Enter opens the fields in it."
        question = self.draft.layout.by_name[self._at]
        return f"{question.label}: {question.help}"
