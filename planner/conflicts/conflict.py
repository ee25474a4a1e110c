"""A conflict: what does not fit, by how much, between which entries, and the way out."""

from dataclasses import dataclass
from enum import IntEnum
from hashlib import sha256


class Severity(IntEnum):
    """How bad it is; an error stops a release until somebody acknowledges it."""

    ERROR = 0
    WARNING = 1
    NOTICE = 2

    @property
    def word(self) -> str:
        """The word for it: `error`."""
        return self.name.lower()

    @property
    def mark(self) -> str:
        """The sign that stands for it where there is no room, so that colour is never alone."""
        return "●▲·"[self.value]


@dataclass(frozen=True, slots=True)
class Conflict:
    """One thing that does not fit."""

    rule: str
    severity: Severity
    message: str
    """One sentence: what, and by how many minutes; never measured from the present."""
    subjects: tuple[str, ...]
    """The ids of the records it is about, the one to mend first."""
    at: int | None = None
    """When it bites, in UTC seconds; None where it has no time."""
    shortfall: int | None = None
    """By how many minutes it fails, where that can be said."""
    way_out: str = ""
    """What would mend it, in words; empty where that takes a person."""
    fold: str = ""
    """What several like it read as in one line (`No venue`); empty where each stands alone."""

    @property
    def fingerprint(self) -> str:
        """The facts in short: an acknowledgement holds while this stays the same.

        The severity is one of them: who let a warning stand has said nothing of the error.
        """
        facts = "\n".join((self.rule, self.severity.word, *self.subjects, self.message))
        return sha256(facts.encode("utf-8", "surrogatepass")).hexdigest()[:16]
