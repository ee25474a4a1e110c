"""A form that is being filled in: what was typed, and what it was understood as."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Self

from planner.errors import InputError
from planner.forms.layout import Layout
from planner.forms.questions.question import Question, Reading, Suggestion
from planner.forms.reference import Reference
from planner.records import Record
from planner.records.values import new_id


@dataclass(frozen=True)
class Answers:
    """What was typed into a form and what it was understood as; every key makes a new one."""

    layout: Layout
    reference: Reference
    start: Mapping[str, object]
    """The fields as they were when the form was opened: the record's, or what context gives."""
    before: Record | None = None
    """The record that is changed; None where one is made."""
    typed: Mapping[str, str] = field(default_factory=dict)
    """The texts that differ from those the form was opened with."""
    followed: Mapping[str, str] = field(default_factory=dict)
    """The texts that other answers brought with them."""
    has_made: bool = False
    """Whether a record was made on the way that is lost if the form is closed."""
    seed: str = field(default_factory=new_id)
    """What the ids of new records are made of, so that reading twice gives the same."""
    purpose: str = ""
    """What it is for, where neither making nor changing a record says it."""

    def new_id(self, what: str) -> str:
        """Return the id of a record that this form makes; the same for the same words."""
        return hashlib.blake2b(f"{self.seed}/{what}".encode(), digest_size=8).hexdigest()

    @cached_property
    def _opened(self) -> dict[str, str]:
        return {}

    def opened(self, name: str) -> str:
        """Return the text that a field was opened with."""
        if name not in self._opened:
            self._opened[name] = self.layout.by_name[name].written(self.start, self._untouched)
        return self._opened[name]

    @property
    def _untouched(self) -> Self:
        """The form as it was opened: what stood there does not hang on what was typed since."""
        if not self.typed and not self.followed:
            return self
        untouched = replace(self, typed={}, followed={})
        untouched.__dict__["_opened"] = self._opened
        return untouched

    def text(self, name: str) -> str:
        """Return what stands in a field: what was typed, else what another answer brought."""
        for texts in (self.typed, self.followed):
            if name in texts:
                return texts[name]
        return self.opened(name)

    def with_text(self, name: str, text: str) -> Self:
        """Return it with something else in a field."""
        if text == self.text(name):
            return self
        typed = {**self.typed, name: text}
        if text == self.opened(name) and name not in self.followed:
            del typed[name]
        changed = self._moved(replace(self, typed=typed), name)
        for each, brought in self.layout.follow(changed, name).items():
            if each not in changed.typed and brought != changed.text(each):
                changed = changed.with_followed(each, brought)
        return changed

    def with_followed(self, name: str, text: str) -> Self:
        """Return it with a text in a field that another answer brought."""
        followed = {**self.followed, name: text}
        if text == self.opened(name):
            del followed[name]
        return self._moved(replace(self, followed=followed), name)

    def _moved(self, changed: Self, name: str) -> Self:
        """Keep what was read already, but for what an answer can change."""
        moved = self.layout.moved_by(name)
        kept = {each: found for each, found in self._read.items() if each not in moved}
        changed.__dict__.update(_opened=self._opened, _read=kept)
        return changed

    def with_made(self, name: str, text: str, records: tuple[Record, ...]) -> Self:
        """Return it with records made on the way, the field that wanted them naming them."""
        known = replace(self, reference=self.reference.with_made(records), has_made=True)
        known.__dict__["_opened"] = self._opened
        return known.with_text(name, text)

    @property
    def is_changed(self) -> bool:
        """Whether anything would be lost if it were closed."""
        return bool(self.typed) or self.has_made

    @cached_property
    def _read(self) -> dict[str, Reading | InputError]:
        return {}

    def answer(self, name: str) -> Reading | InputError:
        """Return what a field was understood as, or why it was not."""
        if name not in self._read:
            self._read[name] = self._understand(self.layout.by_name[name])
        return self._read[name]

    def _understand(self, question: Question) -> Reading | InputError:
        kept = self._kept(question)
        at = self if question.moves or kept is None else self._untouched
        try:
            reading = question.read(self.text(question.name).strip(), at)
        except InputError as error:
            return error if kept is None else Reading(kept)
        return replace(reading, fields={**reading.fields, **(kept or {})})

    def _kept(self, question: Question) -> Mapping[str, object] | None:
        """Return what a question that stands as it was is kept as, to the letter; else None.

        In a form for a new record that is what context gave, or what it is a copy of.
        """
        written = {*self.typed, *self.followed}
        moving = question.depends if question.moves else ()
        if any(name in written for name in (question.name, *moving)):
            return None
        if self.before is None and not self.opened(question.name):
            return None
        return {name: self.start[name] for name in question.fields if name in self.start}

    def value(self, name: str, answers: str = "") -> object:
        """Return a field's value as far as it is understood; `answers` names its question."""
        found = self.answer(answers or name)
        if isinstance(found, Reading) and name in found.fields:
            return found.fields[name]
        return self.start.get(name)

    def said(self, name: str) -> str:
        """Return what a field was understood as, in words; empty where there is nothing to say."""
        found = self.answer(name)
        return found.said if isinstance(found, Reading) else ""

    def problem(self, name: str) -> str:
        """Return what is wrong with a field; empty where all is well."""
        found = self.answer(name)
        return str(found) if isinstance(found, InputError) else ""

    @property
    def problems(self) -> tuple[str, ...]:
        """The names of the questions whose answer cannot be used, in order."""
        return tuple(each.name for each in self.layout.questions if self.problem(each.name))

    def suggestions(self, name: str) -> tuple[Suggestion, ...]:
        """Return what a field's text may be on its way to."""
        return self.layout.by_name[name].suggestions(self.text(name).strip(), self)
