"""Which of the conflicts of a trip somebody wants to see."""

from collections.abc import Iterable
from dataclasses import dataclass

from planner.conflicts import Family, Finding, Severity
from planner.conflicts.registry import rules
from planner.itinerary import Itinerary
from planner.records import Meeting, Movement


@dataclass(frozen=True, slots=True)
class Lens:
    """What shows through: all, unless a severity, a family of rules or a person is named."""

    severity: Severity | None = None
    """The least that shows: errors alone, or warnings too."""
    family: Family | None = None
    person: str = ""
    """The id of somebody whom it shall be about."""

    @property
    def hides(self) -> bool:
        """Whether anything can be left out."""
        return self != Lens()

    def words(self, itinerary: Itinerary) -> str:
        """Return what shows, in words: `errors`, `place`, `Emmanuel Macron`; empty for all."""
        person = itinerary.person(self.person) if self.person else None
        parts = (
            f"{self.severity.word}s" if self.severity is not None else "",
            self.family or "",
            person.name if person else "",
        )
        return ", ".join(part for part in parts if part)

    def through(self, itinerary: Itinerary, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return those of some findings that show."""
        return tuple(each for each in findings if self._shows(itinerary, each))

    def _shows(self, itinerary: Itinerary, finding: Finding) -> bool:
        conflict = finding.conflict
        if self.severity is not None and conflict.severity > self.severity:
            return False
        if self.family is not None and rules()[conflict.rule].family is not self.family:
            return False
        return not self.person or self.person in people_of(itinerary, conflict.subjects)


def people_of(itinerary: Itinerary, subjects: Iterable[str]) -> set[str]:
    """Return who is concerned: those a conflict is about, and those in the entries it is about."""
    found: set[str] = set()
    for subject in subjects:
        record = itinerary.find(subject)
        found.add(subject)
        entry = record.id if isinstance(record, Meeting | Movement) else ""
        found |= {each.person for each in itinerary.participants_of(entry) if each.person}
        person = getattr(record, "person", None)
        if isinstance(person, str):
            found.add(person)
    return found
