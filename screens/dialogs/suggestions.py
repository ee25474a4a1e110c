"""What the focused field of a form may be on its way to, under what it is understood as."""

from collections.abc import Sequence

from textual.message import Message

from planner.forms import Suggestion
from planner.text.cells import wrapped
from screens.rows.painting import Painting, Piece
from screens.widgets.lines import Lines


class SuggestionList(Lines, can_focus=False):
    """Shows words about the focused field, then the suggestions, one of which may be marked."""

    class Taken(Message):
        """A suggestion was clicked."""

        def __init__(self, suggestion: Suggestion) -> None:
            self.suggestion = suggestion
            super().__init__()

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._words: tuple[str, str] = ("", "")
        self._suggestions: tuple[Suggestion, ...] = ()
        self._marked: int | None = None

    def show(
        self, words: tuple[str, str], suggestions: Sequence[Suggestion], marked: int | None
    ) -> None:
        """Show words with their role, and suggestions, one of them marked."""
        self._words, self._suggestions = words, tuple(suggestions)
        self._marked = marked
        self.show_rows()
        if marked is not None:
            self.show_row(len(self._lead) + marked)

    @property
    def _lead(self) -> tuple[str, ...]:
        text, _ = self._words
        width = max(self.room, 10)
        return tuple(wrapped(text, width)) if text else ()

    def move(self, by: int) -> bool:
        """Mark another suggestion, or none; False where there are none to mark."""
        if not self._suggestions:
            return False
        place = (-1 if self._marked is None else self._marked) + by
        marked = min(place, len(self._suggestions) - 1) if place >= 0 else None
        self.show(self._words, self._suggestions, marked)
        return True

    @property
    def marked(self) -> Suggestion | None:
        """The suggestion that Enter takes; None where it takes none."""
        return None if self._marked is None else self._suggestions[self._marked]

    def count(self) -> int:
        """Return how many rows there are."""
        return len(self._lead) + len(self._suggestions)

    def painting(self, number: int, width: int) -> Painting:  # noqa: ARG002 - fitted by the pane
        """Return a row."""
        lead = self._lead
        if number < len(lead):
            return Painting((Piece(lead[number], self._words[1]),))
        place = number - len(lead)
        each = self._suggestions[place]
        role = "cursor" if place == self._marked else ""
        if each.makes:
            what = Piece(f"+ {each.hint}", "accent")
            return Painting((what, Piece(f" “{each.text}”" if each.text else "")), role=role)
        return Painting((Piece(f"  {each.text}"),), (Piece(each.hint, "muted"),), role=role)

    def on_lines_clicked(self, message: Lines.Clicked) -> None:
        """Take what was clicked."""
        message.stop()
        place = message.number - len(self._lead)
        if 0 <= place < len(self._suggestions):
            self.post_message(self.Taken(self._suggestions[place]))
