"""Why a conflict may stand: a sentence, kept with who said so and when."""

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from planner.text.cells import printable
from screens.commands import REASON, bindings
from screens.dialogs.dialog import Dialog
from screens.dialogs.question import QuestionDialog
from screens.dialogs.typed import SafeInput

WHY = "Why may it stand? It shows again when its facts change."
NEEDED = "Say why: whoever reads this next should not have to ask."


class ReasonDialog(Dialog[str | None]):
    """Returns the reason that was typed; nothing stands without one."""

    BINDINGS = bindings(REASON)

    def __init__(self, message: str) -> None:
        """Ask about what a message says."""
        super().__init__("Acknowledge", REASON, size="-menu")
        self._message = message

    def compose_body(self) -> ComposeResult:
        """Lay out what is wrong, and where the reason is typed."""
        yield Static(Content(printable(self._message)), id="question")
        yield Static(WHY, id="question-detail")
        yield SafeInput(placeholder="agreed with the host on Tuesday", compact=True, id="reason")

    def on_mount(self) -> None:
        """Start where one types."""
        self._input.focus()

    @property
    def _input(self) -> Input:
        return self.query_one("#reason", Input)

    @property
    def loses_something(self) -> bool:
        """Whether something was typed."""
        return bool(self._input.value.strip())

    @property
    def about(self) -> str:
        """What can be typed."""
        return "The reason why a conflict may stand. It is kept with your name and the time."

    def on_input_submitted(self, _: Input.Submitted) -> None:
        """Return the reason by Enter, once all that was typed before it has arrived."""
        self.action_save()

    def action_save(self) -> None:
        """Return the reason; without one, ask for it."""
        reason = self._input.value.strip()
        if reason:
            self.answer(reason)
            return
        self.query_one("#question-detail", Static).update(NEEDED)

    def action_cancel(self) -> None:
        """Let it be; what was typed is not thrown away without asking."""
        if not self.loses_something:
            self.answer(None)
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self.answer(None)

        question = QuestionDialog("Throw away what you typed?", yes="Throw away", no="Go on")
        question.open(self.app, answered)
