"""Questions about one plain field of a record: text, number, choice, date, moment."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from planner.errors import AnswerNeeded, FieldInvalid, NameUnknown
from planner.forms.questions.clocks import context_of, date_text, moment_brief, moment_text
from planner.forms.questions.matching import fits, matching, the_one
from planner.forms.questions.question import Control, Question, Reading, Suggestion
from planner.moments import Moment
from planner.phrases import read_date, read_duration, read_moment, say_moment
from planner.records.plain import LARGEST_NUMBER
from planner.text.spelling import fold
from planner.text.spoken import length, long_date

if TYPE_CHECKING:
    from planner.forms.answers import Answers

YES, NO = "yes", "no"
DATES = "A date: 17 mar, 17 mar 2025, tomorrow, next tue. Without a year the nearest is meant."
MOMENTS = (
    "A date and a time: 17 mar 9:30, tue 14h, tomorrow 18:00; a time alone is on the day you are "
    "at, +45m counts from where you are. The clocks are those of the place, unless a zone follows."
)
FEW_CHOICES = 10
"""So many fit into a sentence."""


@dataclass(frozen=True, kw_only=True)
class Plain(Question):
    """A question about the one field of its name; empty stands for the field's default."""

    empty: object = None
    """What the field holds when nothing is typed."""

    def read(self, text: str, draft: "Answers") -> Reading:
        """Return the field's value, or its default where nothing is typed."""
        if text:
            value = self.value(text, draft)
            brief = self.say_briefly(value, draft)
            return Reading({self.name: value}, self.say(value, draft), brief=brief)
        if self.required:
            raise AnswerNeeded(self.label)
        return Reading({self.name: self.empty})

    def value(self, text: str, draft: "Answers") -> object:
        """Return what a text means; raises `InputError`."""
        raise NotImplementedError

    def say(self, value: object, draft: "Answers") -> str:
        """Return a value in words, where they add to what was typed."""
        return ""

    def say_briefly(self, value: object, draft: "Answers") -> str:
        """Return the same in as few words as will do; empty where `say` is brief enough."""
        return ""

    def written(self, values: Mapping[str, object], draft: "Answers") -> str:
        """Return the field's value as text; empty where it is at its default."""
        value = values.get(self.name, self.empty)
        return "" if value is None or value == self.empty else self.write(value, draft)

    def write(self, value: object, draft: "Answers") -> str:
        """Return a value as one would type it."""
        return str(value)


@dataclass(frozen=True, kw_only=True)
class TextQuestion(Plain):
    """A text of one line."""

    empty: object = ""
    control: Control = Control.LONG_LINE

    def value(self, text: str, draft: "Answers") -> object:
        """Return the text."""
        return text


@dataclass(frozen=True, kw_only=True)
class LinesQuestion(TextQuestion):
    """A text of several lines."""

    control: Control = Control.LINES

    @property
    def help(self) -> str:
        """What can be typed."""
        return "Any text, of as many lines as you like."


@dataclass(frozen=True, kw_only=True)
class TextsQuestion(Plain):
    """Several short texts, parted by commas."""

    empty: object = ()

    @property
    def help(self) -> str:
        """What can be typed."""
        return "One or more texts, with commas between."

    def value(self, text: str, draft: "Answers") -> object:
        """Return the texts."""
        return tuple(part for each in text.split(",") if (part := each.strip()))

    def write(self, value: object, draft: "Answers") -> str:
        """Return the texts, parted by commas."""
        return ", ".join(value) if isinstance(value, tuple) else ""


@dataclass(frozen=True, kw_only=True)
class NumberQuestion(Plain):
    """A whole number."""

    least: int = 0

    @property
    def help(self) -> str:
        """What can be typed."""
        return f"A whole number, from {self.least} on."

    def value(self, text: str, draft: "Answers") -> object:
        """Return the number."""
        is_number = text.isdecimal() and len(text) <= len(str(LARGEST_NUMBER))
        if not is_number or not self.least <= int(text) <= LARGEST_NUMBER:
            raise FieldInvalid(self.label, f"a whole number from {self.least} on", f"“{text}”")
        return int(text)


@dataclass(frozen=True, kw_only=True)
class DurationQuestion(Plain):
    """A number of minutes, typed as a duration."""

    @property
    def help(self) -> str:
        """What can be typed."""
        return "A length: 45, 45m, 1h15, 2 h."

    def value(self, text: str, draft: "Answers") -> object:
        """Return the minutes."""
        return 0 if text == "0" else read_duration(text)

    def say(self, value: object, draft: "Answers") -> str:
        """Return the length."""
        return length(value) if isinstance(value, int) else ""

    def write(self, value: object, draft: "Answers") -> str:
        """Return the minutes."""
        return f"{value}m" if value else "0"


@dataclass(frozen=True, kw_only=True)
class DateQuestion(Plain):
    """A date."""

    @property
    def help(self) -> str:
        """What can be typed."""
        return DATES

    def value(self, text: str, draft: "Answers") -> object:
        """Return the date, counted from the day the form is about."""
        return read_date(text, context_of(draft, stop=None))

    def say(self, value: object, draft: "Answers") -> str:
        """Return the date in full."""
        return long_date(value) if isinstance(value, date) else ""

    def write(self, value: object, draft: "Answers") -> str:
        """Return the date as it is typed."""
        return date_text(value) if isinstance(value, date) else ""


@dataclass(frozen=True, kw_only=True)
class MomentQuestion(Plain):
    """A date and a time, on the clocks of the place that the form is about."""

    depends: tuple[str, ...] = ()

    @property
    def help(self) -> str:
        """What can be typed."""
        return MOMENTS

    def value(self, text: str, draft: "Answers") -> object:
        """Return the moment."""
        return read_moment(text, context_of(draft, zone=self.zone(draft)))

    def zone(self, draft: "Answers") -> str:
        """Return whose clocks are meant; empty for those of the form's place."""
        return ""

    def say(self, value: object, draft: "Answers") -> str:
        """Return the moment in words, with the time at home."""
        trip = draft.reference.trip
        home = trip.home.zone if trip else None
        return say_moment(value, home) if isinstance(value, Moment) else ""

    def say_briefly(self, value: object, draft: "Answers") -> str:
        """Return the moment without year and offset."""
        return moment_brief(value, draft) if isinstance(value, Moment) else ""

    def write(self, value: object, draft: "Answers") -> str:
        """Return the moment as it is typed."""
        context = context_of(draft, zone=self.zone(draft))
        return moment_text(value, context) if isinstance(value, Moment) else ""


@dataclass(frozen=True, kw_only=True)
class ChoiceQuestion(Plain):
    """One of a closed set of words; a beginning that fits only one is enough."""

    choices: tuple[str, ...]
    make: Callable[[str], object] = str
    noun: str = ""
    """What one of the words is; the label, unless it is given."""
    also: Mapping[str, str] = field(default_factory=dict)
    """Other words that people use, and which of these they mean."""

    @property
    def help(self) -> str:
        """What can be typed."""
        return f"One of these, or the beginning of one: {', '.join(self.choices)}."

    def value(self, text: str, draft: "Answers") -> object:
        """Return the choice."""
        found = the_one(text, self.choices, str) or next(iter(self._meant(text)), None)
        if found is None:
            close = tuple(matching(text, self.choices, str)[:3])
            others = "" if close else self._listed
            raise NameUnknown(self.noun or self.label.lower(), text, close, new=others)
        return self.make(found)

    @property
    def _listed(self) -> str:
        if len(self.choices) > FEW_CHOICES:
            return "Choose one of the list."
        return f"It is one of {', '.join(self.choices)}."

    def say(self, value: object, draft: "Answers") -> str:
        """Return the choice in full where it was only begun."""
        return "" if draft.text(self.name).strip() == str(value) else str(value)

    def suggestions(self, text: str, draft: "Answers") -> tuple[Suggestion, ...]:
        """Return the choices; all of them while the one that stands there is whole."""
        wanted = "" if text in self.choices else text
        words = self._meant(wanted) or matching(wanted, self.choices, str) or self.choices
        return tuple(Suggestion(word, is_guess=not self._is_fit(wanted, word)) for word in words)

    def _meant(self, text: str) -> list[str]:
        """Return the word that another one stands for: a lunch is a working meal."""
        meant = self.also.get(fold(text))
        return [meant] if meant else []

    def _is_fit(self, text: str, word: str) -> bool:
        return fits(text, word) or word in self._meant(text)


@dataclass(frozen=True, kw_only=True)
class FlagQuestion(ChoiceQuestion):
    """Yes or no."""

    choices: tuple[str, ...] = (YES, NO)
    empty: object = False

    def value(self, text: str, draft: "Answers") -> object:
        """Return whether it is so."""
        found = the_one(text, self.choices, str)
        if found is None:
            raise FieldInvalid(self.label, f"{YES} or {NO}", f"“{text}”")
        return found == YES

    def say(self, value: object, draft: "Answers") -> str:
        """Say nothing: yes is yes."""
        return ""

    def write(self, value: object, draft: "Answers") -> str:
        """Return yes or no."""
        return YES if value else NO


def choice(name: str, label: str, kind: type[StrEnum], **more: object) -> ChoiceQuestion:
    """Return the question for a field that holds one of a set of words."""
    values = tuple(each.value for each in kind)
    options: Mapping[str, object] = {"choices": values, "make": kind, **more}
    make: Callable[..., ChoiceQuestion] = ChoiceQuestion
    return make(name=name, label=label, **options)
