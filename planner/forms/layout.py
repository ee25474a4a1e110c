"""The form of a kind of record: which questions it asks, and what goes with an answer."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from planner.edits import Change
from planner.forms.questions.question import Question
from planner.records import Record
from planner.records.shape import kind_of

if TYPE_CHECKING:
    from planner.forms.answers import Answers
    from planner.forms.draft import Draft

Beside = Callable[["Draft", Record], tuple[Change, ...]]
Follow = Callable[["Answers", str], Mapping[str, str]]


def nothing_beside(draft: "Draft", record: Record) -> tuple[Change, ...]:
    """Return no change: the record stands for itself."""
    return ()


def nothing_follows(draft: "Answers", name: str) -> Mapping[str, str]:
    """Return no text: no field follows another."""
    return {}


@dataclass(frozen=True)
class Layout:
    """The form of a kind of record: its questions in order, those without a fold first."""

    record: type[Record]
    noun: str
    questions: tuple[Question, ...]
    beside: Beside = nothing_beside
    """The changes that go with the record, such as the people of a meeting."""
    follow: Follow = nothing_follows
    """The texts that an answer brings with it unless they are typed, such as a venue's stop."""

    @property
    def kind(self) -> str:
        """The name of the kind of record."""
        return kind_of(self.record)

    @cached_property
    def by_name(self) -> Mapping[str, Question]:
        """The questions by name."""
        return {question.name: question for question in self.questions}

    def moved_by(self, name: str) -> set[str]:
        """Return the questions whose reading an answer can change, itself among them."""
        moved = {name}
        while more := {each.name for each in self.questions if moved & set(each.depends)} - moved:
            moved |= more
        return moved

    @cached_property
    def groups(self) -> tuple[str, ...]:
        """The folds, in order; the first, without a name, is always open."""
        return tuple(dict.fromkeys(question.group for question in self.questions))
