"""A form: the questions about a record, answered in any order and saved together."""

from textual.widgets import Input

from planner.forms import Draft, Suggestion
from planner.forms.openings import made_on_the_way, naming_made
from screens.commands import FORM, bindings
from screens.commands.line import Arguments
from screens.dialogs.forms.filled import FilledDialog
from screens.dialogs.question import QuestionDialog
from screens.dialogs.suggestions import SuggestionList


class FormDialog(FilledDialog):
    """Fills in a Draft and returns it once it can be stored; it stores nothing itself."""

    BINDINGS = bindings(FORM)

    def can_do(self, action: str, arguments: Arguments) -> bool:  # noqa: ARG002 - one signature
        """Tell whether there are folds to open, or a record that the focused field can make."""
        match action:
            case "toggle_more":
                return len(self.draft.layout.groups) > 1
            case "make_new":
                return bool(self._at and self.draft.layout.by_name[self._at].new_kind)
        return True

    def action_mark(self, by: int) -> None:
        """Go through the suggestions; where there are none, through the fields."""
        if self._suggestions.move(by):
            self._show()
        else:
            self._go(by)

    def _go(self, by: int) -> None:
        (self.focus_next if by > 0 else self.focus_previous)()

    def action_next_field(self, by: int) -> None:
        """Go to another field; forwards, what is marked is taken first, unless it is to be made."""
        marked = self._marked if by > 0 else None
        if marked is not None and not marked.makes:
            self._take(marked)
        self._go(by)

    async def action_enter(self) -> None:
        """Take what is marked, and go on; behind the last field, save."""
        marked = self._marked
        if marked is not None and not self._take(marked):
            return
        if marked is None and self._fields.is_at_the_end:
            await self.action_save()
            return
        self._go(1)

    @property
    def _marked(self) -> Suggestion | None:
        """What is marked for the field that is typed in, not for the one before it."""
        row = self._fields.focused_row
        return self._suggestions.marked if row and row.question.name == self._at else None

    def check_action(self, action: str, parameters: Arguments) -> bool | None:  # noqa: ARG002 - Textual's own
        """Leave Enter to a fold, and to a text of several lines."""
        return action != "enter" or isinstance(self.focused, Input)

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
        self._take(message.suggestion)

    def action_make_new(self) -> None:
        """Make the record that the focused field names."""
        if self.can_do("make_new", ()):
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
        marked = self._marked
        if marked is not None and not marked.makes:
            self._take(marked)
        wrong = self.draft.problems
        if not wrong:
            self.answer(self.draft)
            return
        self._attempted = True
        await self._fields.show_field(wrong[0])
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
        if not self.loses_something:
            self.answer(None)
            return
        question = QuestionDialog("Throw away what you typed?", yes="Throw away", no="Go on")
        question.open(self.app, self._cancelled)

    def _cancelled(self, yes: bool | None) -> None:
        if yes:
            self.answer(None)
