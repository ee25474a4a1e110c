"""Import: which trip file, and what it would bring, before anything is stored."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import Resize
from textual.message import Message
from textual.widgets import Input, Static

from planner.errors import FileUnusable, SummitryError, TripFileInvalid
from planner.exchange import TripFile
from planner.exchange.arrival import Arrival, ImportPreview, tally_words
from planner.files import Files
from planner.forms import Suggestion
from planner.text.cells import cell_width, wrapped
from screens.commands import IMPORT, bindings
from screens.dialogs.dialog import Dialog
from screens.dialogs.preview import Preview
from screens.dialogs.suggestions import SuggestionList
from screens.dialogs.typed import SafeInput
from screens.rows.painting import Painting, Piece

ENDING = ".json"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text that may take several lines, the later ones as far in as the first."""

    text: str
    role: str = ""
    margin: str = ""
    margin_role: str = "muted"


class Paragraphs(Preview):
    """Shows paragraphs wrapped to its width."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._paragraphs: tuple[Paragraph, ...] = ()
        self._rows: tuple[Painting, ...] = ()

    def show(self, paragraphs: Sequence[Paragraph]) -> None:
        """Show paragraphs from the first."""
        self._paragraphs = tuple(paragraphs)
        self._wrap()
        self.start()

    def on_resize(self, _: Resize) -> None:
        """Wrap to the new width."""
        self._wrap()
        self.show_rows()

    def _wrap(self) -> None:
        width = max(self.room, 20)
        self._rows = tuple(row for each in self._paragraphs for row in _rows(each, width))

    def count(self) -> int:
        """Return how many rows there are."""
        return len(self._rows)

    def painting(self, number: int, width: int) -> Painting:  # noqa: ARG002 - wrapped already
        """Return a row."""
        return self._rows[number]


def _rows(paragraph: Paragraph, width: int) -> Iterator[Painting]:
    indent = cell_width(paragraph.margin)
    for number, line in enumerate(wrapped(paragraph.text, width - indent) or [""]):
        margin = " " * indent if number else paragraph.margin
        yield Painting((Piece(margin, paragraph.margin_role), Piece(line, paragraph.role)))


def paragraphs_of(found: ImportPreview) -> Iterator[Paragraph]:
    """Yield what a trip file brings."""
    yield Paragraph(f"“{found.trip.title}” ({found.trip.short_name})", "strong")
    if found.is_new:
        yield Paragraph("A trip that is not here yet.", "good")
    elif found.edit.writes:
        what = "It is here already: what the file says will hold, and all else stays as it is."
        yield Paragraph(what, "warning")
    else:
        yield Paragraph("It is here already, and nothing in the file is new.", "muted")
    yield Paragraph("")
    for verb, words in tally_words(found.tallies):
        yield Paragraph(words, margin=f"{verb:<11}")
    if found.notes:
        yield Paragraph("")
    for note in found.notes:
        yield Paragraph(note, margin="▲ ", margin_role="warning")


def paragraphs_of_error(error: SummitryError) -> Iterator[Paragraph]:
    """Yield what is wrong with a file: all of it, if it is one with many faults."""
    if isinstance(error, TripFileInvalid):
        count = len(error.problems)
        things = "One thing is" if count == 1 else f"{count} things are"
        yield Paragraph(f"{things} wrong in this file, so nothing of it can be taken.", "error")
        yield Paragraph("Mend the file, then press Enter to read it again.", "muted")
        yield Paragraph("")
        for problem in error.problems:
            yield Paragraph(problem, margin="● ", margin_role="error")
        return
    why = error.why if isinstance(error, FileUnusable) else str(error)
    yield Paragraph(why[:1].upper() + why[1:], "error")


class ImportDialog(Dialog[ImportPreview | None]):
    """Finds a trip file, shows what it brings, and returns that to be stored."""

    BINDINGS = bindings(IMPORT)

    class FileRead(Message):
        """A file was read: what it holds, or why it cannot be taken."""

        def __init__(self, name: str, arrival: Arrival, read: TripFile | SummitryError) -> None:
            self.name = name
            self.arrival = arrival
            self.read = read
            super().__init__()

    def __init__(self, files: Files, arrive: Callable[[], Arrival]) -> None:
        """Look for files; `arrive` returns an Arrival as of now, for each file that is read."""
        super().__init__("Import a trip file", IMPORT)
        self._files = files
        self._arrive = arrive
        self._paths: dict[str, str] = {}
        """What is suggested, and the path that it stands for."""
        self._found: ImportPreview | None = None

    def compose_body(self) -> ComposeResult:
        """Lay out the name, and under it what it may become, or what the file brings."""
        with Horizontal(classes="field", id="import-field"):
            yield Static("Trip file", classes="field-label")
            yield SafeInput(
                placeholder="paris.json",
                compact=True,
                select_on_focus=False,
                classes="field-text",
                id="import-name",
            )
        yield SuggestionList(id="import-paths")
        yield Paragraphs(id="import-preview")

    def on_mount(self) -> None:
        """Begin with what is in the working folder."""
        self._field.focus()
        self._suggest()

    @property
    def _field(self) -> Input:
        return self.query_one("#import-name", Input)

    @property
    def _suggestions(self) -> SuggestionList:
        return self.query_one(SuggestionList)

    @property
    def _is_choosing(self) -> bool:
        return not self.query_one("#dialog-body").has_class("-read")

    def on_input_changed(self) -> None:
        """Suggest how the path may go on; one that is whole is read at once."""
        self._found = None
        self._suggest()
        if self._field.value in self._paths.values() and not self._field.value.endswith("/"):
            self._read()

    def on_input_submitted(self) -> None:
        """Take what is marked, else read the file that is named."""
        marked = self._suggestions.marked if self._is_choosing else None
        if marked is not None:
            self._take(marked)
        elif self._field.value.strip():
            self._read()

    def _suggest(self) -> None:
        typed = self._field.value
        listed = self._files.listing(typed, ENDING)
        self._paths = {_last_part(path): path for path in listed}
        found = [Suggestion(name, "folder" if name.endswith("/") else "") for name in self._paths]
        self._suggestions.show(self._about(typed, listed), found, 0 if typed and found else None)
        self.query_one("#dialog-body").remove_class("-read")

    def _about(self, typed: str, listed: Sequence[str]) -> tuple[str, str]:
        """Return what to say over the suggestions, and the role of the words."""
        if not typed:
            return f"Type a path. This is {self._files.whole('.')}:", "muted"
        if not listed:
            return f"No folder and no {ENDING} file begins so. Enter reads what is typed.", "muted"
        return "", ""

    def _take(self, suggestion: Suggestion) -> None:
        """Put a path into the field, which reads it or looks into it."""
        path = self._paths[suggestion.text]
        if path == self._field.value:
            self._read()
        self._field.value = path
        self._field.cursor_position = len(path)

    def on_suggestion_list_taken(self, message: SuggestionList.Taken) -> None:
        """Take what was clicked."""
        self._take(message.suggestion)
        self._field.focus()

    def _read(self) -> None:
        """Read the file that is named, in a thread: a long one takes its time."""
        name = self._field.value.strip()
        self._found = None
        try:
            arrival = self._arrive()
        except SummitryError as error:
            self._show(paragraphs_of_error(error))
            return
        self._show([Paragraph("Reading it…", "muted")])
        self.run_worker(partial(self._read_in_thread, name, arrival), thread=True, group="files")

    def _read_in_thread(self, name: str, arrival: Arrival) -> None:
        read: TripFile | SummitryError
        try:
            read = arrival.read(self._files.read(name))
        except SummitryError as error:
            read = error
        self.post_message(self.FileRead(name, arrival, read))

    def on_import_dialog_file_read(self, message: FileRead) -> None:
        """Show what the file brings, unless another is named by now."""
        if message.name != self._field.value.strip():
            return
        try:
            if isinstance(message.read, SummitryError):
                raise message.read
            self._found = message.arrival.preview(message.read)
        except SummitryError as error:
            self._show(paragraphs_of_error(error))
            return
        self._show(paragraphs_of(self._found))

    def _show(self, paragraphs: Iterator[Paragraph] | Sequence[Paragraph]) -> None:
        self.query_one("#dialog-body").add_class("-read")
        self.query_one(Paragraphs).show(tuple(paragraphs))

    def action_move(self, by: int) -> None:
        """Go through the suggestions; scroll the preview where there is one."""
        if self._is_choosing:
            self._suggestions.move(by)
        else:
            self.query_one(Paragraphs).move(by)

    def action_take(self) -> None:
        """Take what is marked; where nothing is, go on to the next thing."""
        marked = self._suggestions.marked if self._is_choosing else None
        if marked is None:
            self.focus_next()
        else:
            self._take(marked)

    def action_save(self) -> None:
        """Return what the file brings; a file that was not read yet is read first."""
        if self._found is not None:
            self.answer(self._found)
        elif self._is_choosing:
            self.on_input_submitted()

    def action_close(self) -> None:
        """Close without taking anything."""
        self.answer(None)


def _last_part(path: str) -> str:
    """Return what a path ends in, a folder with its slash."""
    head, slash, last = path.removesuffix("/").rpartition("/")
    return last + path[len(head) + len(slash) + len(last) :]
