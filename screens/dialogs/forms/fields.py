"""One line of a form: what is asked, what is typed, and beside it what was understood."""

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Click, DescendantBlur
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from planner.forms import Control, Draft, Question
from planner.text.cells import printable
from planner.text.spoken import counted
from screens.dialogs.typed import SafeInput, SafeTextArea

if TYPE_CHECKING:
    from textual.app import RenderResult


MARKS = ("-wrong", "-needed")
"""How the words beside a field look where they do not say what it was understood as."""


class FieldRow(Horizontal):
    """A question with its field."""

    class Typed(Message):
        """Something else stands in the field."""

        def __init__(self, name: str, text: str) -> None:
            self.name = name
            self.text = text
            super().__init__()

    def __init__(self, question: Question, text: str) -> None:
        """Ask a question, with a text that stands there already."""
        super().__init__(classes="field")
        self.question = question
        self._text = text
        self._label = Static(Content(question.label), classes="field-label")
        self._beside = Static("", classes="field-words", markup=False)
        self._said = ("", "")

    def compose(self) -> ComposeResult:
        """Lay out label, field and words."""
        yield self._label
        yield self._field()
        yield self._beside

    def _field(self) -> Widget:
        if self.question.control is Control.LINES:
            self.add_class("-lines")
            return SafeTextArea(
                self._text,
                compact=True,
                tab_behavior="focus",
                placeholder=self.question.example,
                highlight_cursor_line=False,
                classes="field-text",
            )
        if self.question.control is Control.LONG_LINE:
            self.add_class("-long")
        return SafeInput(
            self._text,
            placeholder=self.question.example,
            compact=True,
            # Typing takes the place of what context has put there.
            select_on_focus=True,
            classes="field-text",
        )

    @property
    def field(self) -> Input | TextArea:
        """The widget that is typed in."""
        found = self.query_one(".field-text")
        assert isinstance(found, Input | TextArea)  # noqa: S101 - the two that compose makes
        return found

    def put(self, text: str) -> None:
        """Put a text into the field, the cursor behind it."""
        field = self.field
        if isinstance(field, Input):
            field.value = text
            field.cursor_position = len(text)
        else:
            field.text = text

    def mark(self, *, focused: bool) -> None:
        """Let the label stand out where the field is typed in."""
        self._label.set_class(focused, "-focused")

    def show(self, draft: Draft, *, attempted: bool, offer: str) -> None:
        """Say beside the field what was understood, what is wrong, or what Enter would put there.

        An offer takes the place of what is wrong: it is no fault yet.
        """
        name = self.question.name
        words = printable(offer or draft.beside(name))
        if not offer and self.question.control is Control.LONG_LINE and draft.said(name):
            self._say_inside(words)
            words = ""
        is_lacking = bool(offer or draft.problem(name))
        is_wrong = is_lacking and not offer and (attempted or not draft.is_needed(name))
        self._say(words, "-wrong" if is_wrong else "-needed" if is_lacking else "")

    def _say(self, words: str, mark: str) -> None:
        if (words, mark) == self._said:
            return
        self._said = (words, mark)
        self._beside.update_classes({each: each == mark for each in MARKS})
        # The room is the same whatever stands there: nothing has to be laid out anew.
        self._beside.update(Content(words), layout=False)

    def _say_inside(self, words: str) -> None:
        """Say in the empty field what will stand there: beside a long one there is no room."""
        field = self.field
        if isinstance(field, Input) and field.placeholder != words:
            field.placeholder = words

    def on_input_changed(self, message: Input.Changed) -> None:
        """Report what stands there now."""
        message.stop()
        self.post_message(self.Typed(self.question.name, message.value))

    def on_text_area_changed(self, message: TextArea.Changed) -> None:
        """Report what stands there now."""
        message.stop()
        self.post_message(self.Typed(self.question.name, message.text_area.text))

    def on_descendant_blur(self, _: DescendantBlur) -> None:
        """Show a long text from its beginning again."""
        if isinstance(self.field, Input):
            self.field.cursor_position = 0


class Fold(Widget, can_focus=True):
    """The heading of questions that are not asked at once; choosing it opens them."""

    class Chosen(Message):
        """Somebody wants it open, or closed again."""

        def __init__(self, fold: "Fold") -> None:
            self.fold = fold
            super().__init__()

    def __init__(self, group: str, count: int, filled: int) -> None:
        """Name a group, and how many of its questions are answered already."""
        super().__init__(classes="fold")
        self.group = group
        self._count = count
        self._filled = filled
        self.is_open = False

    def show(self, filled: int) -> None:
        """Say how many of its questions are answered now."""
        if filled != self._filled:
            self._filled = filled
            self.refresh()

    def render(self) -> "RenderResult":
        """Return the line."""
        filled = f" · {self._filled} filled in" if self._filled else ""
        count = counted(self._count, "field")
        return Content.assemble(
            ("▾ " if self.is_open else "▸ ", "$accent"),
            self.group,
            (f"  {count}{filled}", "$foreground-muted"),
        )

    def on_click(self, _: Click) -> None:
        """Open or close."""
        self.post_message(self.Chosen(self))

    def key_enter(self) -> None:
        """Open or close."""
        self.post_message(self.Chosen(self))
