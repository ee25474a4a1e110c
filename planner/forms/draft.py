"""What comes of a form that is being filled in: the record, and the Edit that stores it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from planner.edits import Change, Edit, create
from planner.edits.naming import listed
from planner.errors import AnswerNeeded, InputError
from planner.forms.answers import Answers
from planner.forms.questions.question import Reading
from planner.records import Record, Stop
from planner.records.shape import shape_of


@dataclass(frozen=True)
class Draft(Answers):
    """One state of a form, and the record and the Edit that would come of it."""

    @property
    def title(self) -> str:
        """What the form is for."""
        if self.before is None:
            return self.purpose or f"New {self.layout.noun}"
        return f"Change {self.reference.called(self.before)}"

    def beside(self, name: str) -> str:
        """Return the few words that stand beside a field: what is wrong, or what it means."""
        found = self.answer(name)
        if isinstance(found, InputError):
            return found.brief
        return found.brief or found.said

    def is_needed(self, name: str) -> bool:
        """Tell whether all that is wrong with a field is that nothing stands there yet."""
        return isinstance(self.answer(name), AnswerNeeded)

    @cached_property
    def record(self) -> Record:
        """The record as it shall be; raises `InputError` where something is wrong."""
        values = dict(self.start)
        for question in self.layout.questions:
            found = self.answer(question.name)
            if isinstance(found, InputError):
                raise found
            values.update(found.fields)
        values.setdefault("id", self.new_id(""))
        known = {each.name for each in shape_of(self.layout.record).fields}
        make: Callable[..., Record] = self.layout.record
        return make(**{name: value for name, value in values.items() if name in known})

    @property
    def made(self) -> tuple[Record, ...]:
        """The shared records that have to be created first, each once."""
        read = (self.answer(question.name) for question in self.layout.questions)
        found = [record for each in read if isinstance(each, Reading) for record in each.made]
        return tuple({record.id: record for record in (*self.reference.made, *found)}.values())

    @property
    def changes(self) -> tuple[Change, ...]:
        """What it changes, in the order in which it has to be carried out."""
        record = self.record
        own = (Change(self.before, record),) if record != self.before else ()
        return (*create(*self.made), *own, *self.layout.beside(self, record))

    @property
    def records(self) -> tuple[Record, ...]:
        """The records that it makes, the one it is about last but for what goes with it."""
        return tuple(change.record for change in self.changes)

    @property
    def edit(self) -> Edit:
        """The Edit that stores it; raises `InputError`."""
        verb = "Added" if self.before is None else "Changed"
        known = self.reference.with_made(change.record for change in self.changes)
        label = f"{verb} {known.called(self.record)}{self._what_changed}{self._what_else}"
        return Edit(label, self.changes)

    @property
    def _what_changed(self) -> str:
        if self.before is None:
            return ""
        labels = [each.label.lower() for each in self.layout.questions if each.name in self.typed]
        return f": {', '.join(labels)}" if 0 < len(labels) <= 3 else ""

    @property
    def _what_else(self) -> str:
        """Say which stays have other hours for it: nobody looks for that in a movement's form."""
        others = [each for each in self.changes if each.before and each.record.id != self.record.id]
        cities = [each.record.place.city for each in others if isinstance(each.record, Stop)]
        return f", and the hours of the stay in {listed(cities)}" if cities else ""
