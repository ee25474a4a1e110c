"""A question that is answered by yes or no."""

from dataclasses import replace

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from planner.text.cells import printable
from screens.commands import QUESTION, Command, bindings
from screens.dialogs.dialog import Dialog


class QuestionDialog(Dialog[bool]):
    """Asks before something is lost; unless somebody says yes, nothing is."""

    BINDINGS = bindings(QUESTION)

    def __init__(
        self,
        text: str,
        detail: str = "",
        yes: str = "Remove",
        no: str = "Keep",
        *,
        default: bool = False,
    ) -> None:
        """Ask; `yes` and `no` say what each answer does, and `default` is what Enter answers."""
        labels = {"question.yes": yes, "question.no": no}
        labels[f"question.{'yes' if default else 'no'}"] += " ↵"
        super().__init__(yes, [_labelled(each, labels) for each in QUESTION], size="-small")
        self._text = text
        self._detail = detail
        self._default = default

    def compose_body(self) -> ComposeResult:
        """Lay out the question, and what else there is to say."""
        yield Static(Content(printable(self._text)), id="question")
        if self._detail:
            yield Static(Content(printable(self._detail)), id="question-detail")

    @property
    def about(self) -> str:
        """What is asked."""
        return f"A question, since something would be lost: {self._text}"

    def action_yes(self) -> None:
        """Answer yes."""
        self.answer(True)

    def action_no(self) -> None:
        """Answer no."""
        self.answer(False)

    def action_default(self) -> None:
        """Answer as was offered."""
        self.answer(self._default)


def _labelled(command: Command, labels: dict[str, str]) -> Command:
    return replace(command, label=labels.get(command.id, command.label))
