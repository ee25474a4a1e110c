"""What a form asks: a question reads typed text into fields of a record, and says what it read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING

from planner.records import Record

if TYPE_CHECKING:
    from planner.forms.answers import Answers


class Control(Enum):
    """What a question is answered in."""

    LINE = auto()
    LONG_LINE = auto()
    """A text that may be long, and of which there is little to say beside it."""
    LINES = auto()
    """A text of several lines."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something that can be taken instead of being typed to its end."""

    text: str
    hint: str = ""
    makes: str = ""
    """The kind of record that has to be made first; empty where it is there already."""
    is_guess: bool = False
    """Whether it only resembles what was typed: somebody has to choose it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text was understood as."""

    fields: Mapping[str, object] = field(default_factory=dict)
    """Values of the record's fields."""
    said: str = ""
    """The same in words, to show under the fields."""
    made: tuple[Record, ...] = ()
    """Shared records that have to be created with it, such as a venue from the gazetteer."""
    brief: str = ""
    """The same in as few words as will do, for beside the field; empty where `said` is brief."""


@dataclass(frozen=True, kw_only=True)
class Question:
    """One line of a form. Reading raises `InputError` where the text cannot be used."""

    name: str
    label: str
    example: str = ""
    """Shown while nothing is typed."""
    group: str = ""
    """The fold it stands in; empty where it is asked at once."""
    control: Control = Control.LINE
    required: bool = False
    depends: tuple[str, ...] = ()
    """The questions whose answers change what a text here means."""
    moves: bool = True
    """Whether an answer that nobody touched means something else once those are changed.

    The hours of a meeting do: noon stays noon in another city. When somebody was told does not.
    """

    @property
    def help(self) -> str:
        """What can be typed, in a sentence or two."""
        return "Any text."

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields of the record that it answers."""
        return (self.name,)

    @property
    def new_kind(self) -> str:
        """The kind of record that can be made from here; empty where none can."""
        return ""

    def written(self, values: Mapping[str, object], draft: "Answers") -> str:
        """Return the text that stands for stored values."""
        raise NotImplementedError

    def read(self, text: str, draft: "Answers") -> Reading:
        """Return what a text means; raises `InputError`."""
        raise NotImplementedError

    def suggestions(self, text: str, draft: "Answers") -> tuple[Suggestion, ...]:
        """Return what the text may be on its way to, best first."""
        return ()
