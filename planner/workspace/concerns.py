"""The open conflicts of a trip by the entries of its list that they are about."""

from collections.abc import Mapping
from functools import cached_property

from planner.conflicts import Conflict, Report, Severity
from planner.itinerary import Itinerary
from planner.itinerary.listing import Listing
from planner.records import Lodging, Meeting, Movement, Stop


class Concerns:
    """Finds what is wrong with an entry, and which entries a conflict is about."""

    def __init__(self, itinerary: Itinerary, listing: Listing, report: Report) -> None:
        """Sort the open conflicts of a report by the entries that a list shows."""
        self._itinerary = itinerary
        self._listing = listing
        self._report = report

    def entries_of(self, conflict: Conflict) -> tuple[str, ...]:
        """Return the ids of what a conflict is about, as far as the list shows it."""
        ids = (entry_named(self._itinerary, subject) for subject in conflict.subjects)
        return tuple(dict.fromkeys(each for each in ids if each in self._listing.first_keys))

    @cached_property
    def by_entry(self) -> Mapping[str, tuple[Conflict, ...]]:
        """The open conflicts by the id of the entry, worst first."""
        found: dict[str, list[Conflict]] = {}
        for finding in self._report.open:
            for entry in self.entries_of(finding.conflict):
                found.setdefault(entry, []).append(finding.conflict)
        return {entry: tuple(conflicts) for entry, conflicts in found.items()}

    def of(self, record: str) -> tuple[Conflict, ...]:
        """Return the open conflicts about a record of the list, worst first."""
        return self.by_entry.get(record, ())

    def worst_of(self, record: str) -> Severity | None:
        """Return the worst open severity of a record of the list; None where all is well."""
        conflicts = self.of(record)
        return conflicts[0].severity if conflicts else None


def entry_named(itinerary: Itinerary, subject: str) -> str:
    """Return the id of what a record belongs to: a meeting or movement, a stop or a lodging.

    Empty where it belongs to none.
    """
    record = itinerary.find(subject)
    if isinstance(record, Meeting | Movement | Stop | Lodging):
        return record.id
    return getattr(record, "meeting", None) or getattr(record, "movement", None) or ""
