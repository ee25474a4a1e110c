"""Export: which paper, under which name, and how it will read."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Key
from textual.message import Message
from textual.widgets import Input, Static

from planner.errors import FileUnusable
from planner.files import Files
from planner.itinerary import Itinerary
from planner.moments import Moment
from planner.papers import Form, Paper, file_name, paper_text, paper_words, papers
from planner.text.cells import printable
from screens.commands import EXPORT, bindings, keys_of, shown_keys
from screens.dialogs.dialog import Dialog
from screens.dialogs.preview import Preview
from screens.dialogs.typed import SafeInput
from screens.rows.painting import Painting, Piece
from screens.widgets.lines import Lines

_LETTERS = {Form.TEXT: "t", Form.MARKDOWN: "m", Form.JSON: "f"}
_CALLED = 20
"""How wide the column is that says what a paper is."""


def letter_of(paper: Paper) -> str:
    """Return the key that chooses a paper; a capital is that of one meeting."""
    letter = _LETTERS[paper.form]
    return letter.upper() if paper.meeting else letter


class PaperChoice(Lines):
    """Shows the papers there are, one of them chosen: by arrows, by letter, by mouse."""

    class Chosen(Message):
        """Another paper was chosen."""

        def __init__(self, paper: Paper) -> None:
            self.paper = paper
            super().__init__()

    class Done(Message):
        """Enter was pressed on the choice."""

    def __init__(self, itinerary: Itinerary, choices: Sequence[Paper]) -> None:
        """Offer some papers, the first of them chosen."""
        super().__init__(id="papers")
        self._itinerary = itinerary
        self._choices = tuple(choices)
        self.chosen = self._choices[0]
        self.styles.height = len(self._choices)

    def count(self) -> int:
        """Return how many rows there are."""
        return len(self._choices)

    def painting(self, number: int, width: int) -> Painting:  # noqa: ARG002 - fitted by the pane
        """Return a row."""
        paper = self._choices[number]
        what, of = paper_words(self._itinerary, paper)
        is_chosen = paper == self.chosen
        return Painting(
            (
                Piece("◉ " if is_chosen else "○ ", "accent" if is_chosen else "muted"),
                Piece(f"{letter_of(paper)}  ", "key"),
                Piece(f"{what:<{_CALLED}}", "strong" if is_chosen else ""),
                Piece(of, "" if is_chosen else "muted"),
            ),
            role="cursor" if is_chosen and self.has_focus else "",
        )

    def choose(self, paper: Paper) -> None:
        """Choose a paper."""
        if paper != self.chosen:
            self.chosen = paper
            self.refresh()
            self.post_message(self.Chosen(paper))

    def on_key(self, event: Key) -> None:
        """Choose by arrow or letter."""
        by_letter = {letter_of(paper): paper for paper in self._choices}
        step = {"up": -1, "down": 1}.get(event.key, 0)
        if event.key == "enter":
            self.post_message(self.Done())
        elif step:
            place = self._choices.index(self.chosen) + step
            self.choose(self._choices[min(max(place, 0), len(self._choices) - 1)])
        elif event.character in by_letter:
            self.choose(by_letter[event.character])
        else:
            return
        event.stop()
        event.prevent_default()

    def on_lines_clicked(self, message: Lines.Clicked) -> None:
        """Choose what was clicked."""
        message.stop()
        self.choose(self._choices[message.number])


class PaperPreview(Preview):
    """Shows a paper line by line, as it will stand in its file."""

    def __init__(self) -> None:
        super().__init__(id="paper-preview")
        self._lines: tuple[str, ...] = ()
        self._role = ""

    def show(self, text: str, role: str = "") -> None:
        """Show a text from its beginning."""
        self._lines, self._role = tuple(text.rstrip("\n").split("\n")), role
        self.start()

    def count(self) -> int:
        """Return how many rows there are."""
        return len(self._lines)

    def painting(self, number: int, width: int) -> Painting:  # noqa: ARG002 - fitted by the pane
        """Return a row."""
        return Painting((Piece(self._lines[number].expandtabs(), self._role),))


class ExportDialog(Dialog[str | None]):
    """Writes a paper of a trip to a file, and returns the sentence that says so."""

    BINDINGS = bindings(EXPORT)

    class DrawnUp(Message):
        """The text of a paper is there."""

        def __init__(self, itinerary: Itinerary, paper: Paper, text: str) -> None:
            self.itinerary = itinerary
            self.paper = paper
            self.text = text
            super().__init__()

    def __init__(
        self, itinerary: Itinerary, printed: Moment, files: Files, meeting: str | None = None
    ) -> None:
        """Offer the papers of a trip as of a moment, and those of a meeting if one is given."""
        super().__init__(f"Export {itinerary.trip.title}", EXPORT)
        self._itinerary = itinerary
        self._printed = printed
        self._files = files
        self._choices = papers(meeting)
        self._texts: dict[Paper, str] = {}
        self._offered = file_name(itinerary, self._choices[0])
        self._replaces = ""
        """The name whose file may be replaced, since that was asked for after a warning."""

    def compose_body(self) -> ComposeResult:
        """Lay out the choice, the name, what there is to say of it, and the paper."""
        yield PaperChoice(self._itinerary, self._choices)
        with Horizontal(classes="field", id="paper-field"):
            yield Static("File name", classes="field-label")
            yield SafeInput(
                self._offered,
                compact=True,
                select_on_focus=False,
                classes="field-text",
                id="paper-name",
            )
        yield Static("", id="paper-words")
        marking = printable(self._itinerary.trip.marking)
        if marking:
            yield Static(Content(f"▲ This paper is marked {marking}."), id="paper-marking")
        yield PaperPreview()

    def on_mount(self) -> None:
        """Start with the choice; Enter goes on to the name."""
        self.query_one(PaperChoice).focus()
        self._say_where()
        self._show_paper()

    @property
    def _paper(self) -> Paper:
        return self.query_one(PaperChoice).chosen

    @property
    def _typed(self) -> str:
        return self.query_one("#paper-name", Input).value.strip()

    def on_paper_choice_chosen(self, message: PaperChoice.Chosen) -> None:
        """Show another paper; its name follows unless a person has written one."""
        field = self.query_one("#paper-name", Input)
        if field.value == self._offered:
            self._offered = file_name(self._itinerary, message.paper)
            field.value = self._offered
            field.cursor_position = len(self._offered)
        self._show_paper()

    def on_paper_choice_done(self) -> None:
        """Go on to the name."""
        self.query_one("#paper-name").focus()

    def on_input_changed(self) -> None:
        """Say where the paper would be."""
        self._replaces = ""
        self._say_where()

    def on_input_submitted(self) -> None:
        """Write; what is there already is not replaced by Enter, which is pressed too easily."""
        if not self._replaces:
            self.action_save()

    def take_in(self, itinerary: Itinerary) -> None:
        """Draw the papers up anew, of the trip as it is now."""
        if itinerary is not self._itinerary:
            self._itinerary = itinerary
            self._texts.clear()
            self._show_paper()

    def _say_where(self) -> None:
        """Say where the paper would be written, and what is there."""
        try:
            is_taken = self._files.is_taken(self._typed)
        except FileUnusable as error:
            self._say(error.why, "-warning")
            return
        if not is_taken:
            self._say(f"Will be {self._files.whole(self._typed)}")
        elif self._replaces:
            again = shown_keys(EXPORT[:1], keys_of(self.app))[0].shown_key
            self._say(f"It is there already. {again} again replaces it.", "-warning")
        else:
            self._say("It is there already. You will be asked before it is replaced.", "-warning")

    def _say(self, words: str, role: str = "") -> None:
        said = self.query_one("#paper-words", Static)
        said.set_class(role == "-warning", "-warning")
        said.set_class(role == "-error", "-error")
        said.update(Content(printable(words)))

    def _show_paper(self) -> None:
        """Show the chosen paper; a long one is drawn up in a thread, so that keys go on."""
        text = self._texts.get(self._paper)
        preview = self.query_one(PaperPreview)
        if text is not None:
            preview.show(text)
            return
        preview.show("Drawing it up…", "muted")
        drawing = partial(self._draw_up, self._itinerary, self._paper)
        self.run_worker(drawing, thread=True, group="papers")

    def _draw_up(self, itinerary: Itinerary, paper: Paper) -> None:
        text = paper_text(itinerary, paper, self._printed)
        self.post_message(self.DrawnUp(itinerary, paper, text))

    def on_export_dialog_drawn_up(self, message: DrawnUp) -> None:
        """Keep a text, and show it if it is that of the chosen paper."""
        if message.itinerary is not self._itinerary:
            return
        self._texts[message.paper] = message.text
        if message.paper == self._paper:
            self.query_one(PaperPreview).show(message.text)

    def action_move(self, by: int) -> None:
        """Scroll the paper."""
        self.query_one(PaperPreview).move(by)

    def action_save(self) -> None:
        """Write the paper; what is there already is replaced when that is asked for twice."""
        name, paper = self._typed, self._paper
        try:
            if self._files.is_taken(name) and self._replaces != name:
                self._replaces = name
                self._say_where()
                return
            text = self._texts.get(paper) or paper_text(self._itinerary, paper, self._printed)
            written = self._files.write(name, text, force=bool(self._replaces))
        except FileUnusable as error:
            self._say(error.why, "-error")
            return
        self.answer(f"Written to {written}")

    def action_close(self) -> None:
        """Close without writing anything."""
        self.answer(None)
