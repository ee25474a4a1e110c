"""Questions that are answered with the name of something kept: a person, an office, a stop."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from planner.errors import AnswerNeeded, NameAmbiguous, NameUnknown
from planner.forms.questions.matching import fits, matching, the_one
from planner.forms.questions.question import Question, Reading, Suggestion
from planner.records import Record

if TYPE_CHECKING:
    from planner.forms.answers import Answers

MOST_SHOWN = 7
"""How many suggestions are of any use."""


@dataclass(frozen=True, kw_only=True)
class NamedQuestion(Question):
    """One record out of those there are, found by name as it is typed."""

    noun: str

    @property
    def help(self) -> str:
        """What can be typed."""
        made = f" A new {self.new_kind} can be made from here." if self.new_kind else ""
        return f"The name of a {self.noun}, or enough of it; slips of the finger are found.{made}"

    @property
    def new(self) -> str:
        """What to say about making one that is not there."""
        return f"A new {self.new_kind} can be made." if self.new_kind else ""

    def candidates(self, draft: "Answers") -> Sequence[Record]:
        """Return what can be named."""
        raise NotImplementedError

    def name_of(self, record: Record, draft: "Answers") -> str:
        """Return what a record is called here; two are never called the same."""
        return self.label_of(record, draft)

    def label_of(self, record: Record, draft: "Answers") -> str:
        """Return what a record is called."""
        raise NotImplementedError

    def hint_of(self, record: Record, draft: "Answers") -> str:
        """Return what tells a record from others, to show beside it."""
        return ""

    def _labels(self, draft: "Answers") -> dict[str, Record]:
        """Return the candidates by what they are called, told apart where that is the same."""
        candidates = [(self.label_of(each, draft), each) for each in self.candidates(draft)]
        shared = Counter(label for label, _ in candidates)
        labels: dict[str, Record] = {}
        for plain, record in candidates:
            label = plain
            if shared[plain] > 1:
                label = f"{plain} ({self.hint_of(record, draft) or record.id})"
            labels[label if label not in labels else f"{label} ({record.id})"] = record
        return labels

    def written(self, values: Mapping[str, object], draft: "Answers") -> str:
        """Return what the record is called that a field names."""
        return self.called(values.get(self.name), draft)

    def called(self, record_id: object, draft: "Answers") -> str:
        """Return what the record of an id is called; empty where there is none."""
        if not isinstance(record_id, str):
            return ""
        labels = self._labels(draft).items()
        return next((label for label, record in labels if record.id == record_id), "")

    def read(self, text: str, draft: "Answers") -> Reading:
        """Return the id of the one record that is meant."""
        if not text:
            if self.required:
                raise AnswerNeeded(self.label)
            return Reading({self.name: None})
        record = self.find(text, draft)
        return Reading({self.name: record.id}, self.say(record, text, draft))

    def say(self, record: Record, text: str, draft: "Answers") -> str:
        """Return who or what was understood."""
        hint, label = self.hint_of(record, draft), self.label_of(record, draft)
        return hint if label == text else " · ".join(filter(None, (label, hint)))

    def find(self, text: str, draft: "Answers") -> Record:
        """Return the one record that is meant; raises `NameUnknown` and `NameAmbiguous`."""
        labels = self._labels(draft)
        if text in labels:
            return labels[text]
        found = the_one(text, labels, str) or self._by_hint(text, labels, draft)
        if found is not None:
            return labels[found]
        close = self._close(text, labels, draft)
        if len(close) > 1:
            raise NameAmbiguous(text, close)
        raise NameUnknown(self.noun, text, close, new=self.new)

    def _close(self, text: str, labels: Mapping[str, Record], draft: "Answers") -> tuple[str, ...]:
        """Return what those are called that a text may have meant."""
        return tuple(matching(text, labels, str)[:4])

    def _by_hint(self, text: str, labels: Mapping[str, Record], draft: "Answers") -> str | None:
        """Return the label of the one whose title was typed and not the name."""
        return the_one(text, labels, lambda label: self.hint_of(labels[label], draft))

    def suggestions(self, text: str, draft: "Answers") -> tuple[Suggestion, ...]:
        """Return those that the text may mean, then the offer to make a new one."""
        labels = self._labels(draft)
        wanted = "" if text in labels else text
        found = matching(wanted, labels, lambda label: self._searched(label, labels, draft))
        some = [
            Suggestion(
                label,
                self.hint_of(labels[label], draft),
                is_guess=not fits(wanted, self._searched(label, labels, draft)),
            )
            for label in found
        ]
        return (*some[:MOST_SHOWN], *self._offer(text, labels))

    def _searched(self, label: str, labels: Mapping[str, Record], draft: "Answers") -> str:
        return f"{label} {self.hint_of(labels[label], draft)}"

    def _offer(self, text: str, labels: Mapping[str, Record]) -> tuple[Suggestion, ...]:
        if not self.new_kind or text in labels:
            return ()
        return (Suggestion(text, f"new {self.new_kind}", makes=self.new_kind),)


def parted(text: str) -> tuple[str, str]:
    """Return what stands before the last of several names, to be kept as it is, and that name."""
    before, comma, last = text.rpartition(",")
    return (f"{before}{comma} " if comma else ""), last


@dataclass(frozen=True, kw_only=True)
class SeveralQuestion(NamedQuestion):
    """Several records, parted by commas."""

    @property
    def help(self) -> str:
        """What can be typed."""
        return f"{super().help} Several stand with commas between."

    def written(self, values: Mapping[str, object], draft: "Answers") -> str:
        """Return what the records are called that a field names."""
        held = values.get(self.name)
        ids = held if isinstance(held, tuple) else ()
        return ", ".join(filter(None, (self.called(each, draft) for each in ids)))

    def read(self, text: str, draft: "Answers") -> Reading:
        """Return the ids of the records, each once."""
        records = self.find_all(text, draft)
        if not records and self.required:
            raise AnswerNeeded(self.label)
        ids = tuple(dict.fromkeys(record.id for record in records))
        return Reading({self.name: ids}, self.say_all(records, text, draft))

    def say_all(self, records: Sequence[Record], text: str, draft: "Answers") -> str:
        """Return who or what was understood; several each with what they are called."""
        if len(records) == 1:
            return self.say(records[0], text, draft)
        return "; ".join(self.say(record, "", draft) for record in records)

    def find_all(self, text: str, draft: "Answers") -> list[Record]:
        """Return the records that are named, in order."""
        parts = (part.strip() for part in text.split(","))
        return [self.find(part, draft) for part in parts if part]

    def suggestions(self, text: str, draft: "Answers") -> tuple[Suggestion, ...]:
        """Return what the last of the names may be on its way to, behind those before it."""
        lead, last = parted(text)
        named = {part.strip() for part in lead.rstrip(", ").split(",")}
        some = (each for each in super().suggestions(last.strip(), draft) if each.text not in named)
        is_over = bool(lead) and not last.strip()
        return tuple(
            replace(each, text=lead + each.text, is_guess=each.is_guess or is_over) for each in some
        )
