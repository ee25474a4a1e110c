"""A form: the questions about a record, answered in any order and saved together."""

from textual.app import ComposeResult
from textual.events import DescendantFocus

from planner.forms import Draft, Suggestion
from planner.forms.openings import made_on_the_way, naming_made
from screens.commands import FORM, bindings
from screens.commands.line import Arguments
from screens.dialogs.dialog import Dialog
from screens.dialogs.field_list import FieldList
from screens.dialogs.fields import FieldRow
from screens.dialogs.question import QuestionDialog
from screens.dialogs.suggestions import SuggestionList


class FormDialog(Dialog[Draft | None]):
    """Fills in a Draft and returns it once it can be stored; it stores nothing itself."""

    BINDINGS = bindings(FORM)

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
        self._fields.show(self.draft, attempted=self._attempted)

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
        self._suggest(marking=message.name == self._at)

    def _take_in(self, draft: Draft, typed: str = "") -> None:
        """Show another state of the form; a field that is typed in is ahead of it, and is left."""
        before, self.draft = self.draft, draft
        self._fields.put(before, draft, but=typed)
        self._show()

    def _suggest(self, *, marking: bool) -> None:
        """Show what the focused field is understood as, and what it may be on its way to."""
        found = self.draft.suggestions(self._at) if self._at else ()
        text = self.draft.text(self._at).strip() if self._at else ""
        is_whole = any(each.text == text for each in found if not each.makes)
        is_meant = bool(found) and not found[0].is_guess and not is_whole
        self._suggestions.show(self._about(), found, 0 if marking and text and is_meant else None)
        self._offer()

    def _offer(self) -> None:
        """Say beside the focused field what Enter would take, in place of what is wrong with it."""
        row, marked = self._fields.focused_row, self._suggestions.marked
        if row is not None and marked is not None:
            row.offer(f"↵ {marked.hint if marked.makes else marked.text}")

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

    def can_do(self, action: str, arguments: Arguments) -> bool:  # noqa: ARG002 - one signature
        """Tell whether there are folds to open, or a record that the focused field can make."""
        match action:
            case "toggle_more":
                return len(self.draft.layout.groups) > 1
            case "make_new":
                return bool(self._at and self.draft.layout.by_name[self._at].new_kind)
        return True

    @property
    def about(self) -> str:
        """What can be typed into the focused field."""
        if not self._at:
            return "A fold: Enter opens the fields in it."
        question = self.draft.layout.by_name[self._at]
        return f"{question.label}: {question.help}"

    def action_mark(self, by: int) -> None:
        """Go through the suggestions; where there are none, through the fields."""
        if not self._suggestions.move(by):
            self._go(by)
            return
        self._show()
        self._offer()

    def _go(self, by: int) -> None:
        (self.focus_next if by > 0 else self.focus_previous)()

    def action_next_field(self, by: int) -> None:
        """Go to another field; forwards, what is marked is taken first, unless it is to be made."""
        marked = self._suggestions.marked if by > 0 else None
        if marked is not None and not marked.makes:
            self._take(marked)
        self._go(by)

    async def on_field_row_entered(self) -> None:
        """Take what is marked, and go on; behind the last field, save."""
        marked = self._suggestions.marked
        if marked is not None and not self._take(marked):
            return
        if marked is None and self._fields.is_at_the_end:
            await self.action_save()
            return
        self._go(1)

    def _take(self, suggestion: Suggestion) -> bool:
        """Put a suggestion into the field; False where its record has to be made first."""
        row = self._fields.focused_row
        if suggestion.makes:
            self._make(suggestion.text)
            return False
        if row is not None:
            self._take_in(self.draft.with_text(row.question.name, suggestion.text))
        return True

    def on_suggestion_list_taken(self, message: SuggestionList.Taken) -> None:
        """Take what was clicked."""
        if self._take(message.suggestion):
            self._suggest(marking=False)

    def action_make_new(self) -> None:
        """Make the record that the focused field names."""
        if self._at and self.draft.layout.by_name[self._at].new_kind:
            self._make(self.draft.text(self._at))

    def _make(self, text: str) -> None:
        if not self.is_current:
            return
        name = self._at

        def made(result: Draft | None) -> None:
            if result is not None:
                self._put_made(name, text, result)

        draft = made_on_the_way(self.draft, name, text)
        FormDialog(draft, outer=self.heading).open(self.app, made)

    def _put_made(self, name: str, text: str, result: Draft) -> None:
        named = naming_made(self.draft, name, text, result)
        self._take_in(self.draft.with_made(name, named, result.records))
        self._go(1)

    async def action_toggle_more(self) -> None:
        """Open every fold, or close them all."""
        await self._fields.toggle()

    async def action_save(self) -> None:
        """Take what is marked, and return the draft; or go to what is wrong with it."""
        marked = self._suggestions.marked
        if marked is not None and not marked.makes:
            self._take(marked)
        wrong = self.draft.problems
        if not wrong:
            self.answer(self.draft)
            return
        self._attempted = True
        await self._fields.show_field(wrong[0])
        self._show()
        self._suggest(marking=False)

    @property
    def loses_something(self) -> bool:
        """Whether something was typed."""
        return self.draft.is_changed

    def warn(self, words: str) -> None:
        """Say something beside what is asked, such as that it can no longer be saved."""
        self._notice, self._is_refused = words, True
        self._suggest(marking=False)

    def action_cancel(self) -> None:
        """Close; what was typed is not thrown away without asking."""
        if not self.draft.is_changed:
            self.answer(None)
            return
        question = QuestionDialog("Throw away what you typed?", yes="Throw away", no="Go on")
        question.open(self.app, self._cancelled)

    def _cancelled(self, yes: bool | None) -> None:
        if yes:
            self.answer(None)
