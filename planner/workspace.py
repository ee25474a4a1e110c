"""What a person sees of a trip at one moment: the state that every pane of the screen shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from typing import Self

from planner.conflicts import Conflict, Occupied, Report, Severity, Surroundings, check
from planner.itinerary import Itinerary
from planner.itinerary.listing import Row, listing
from planner.itinerary.whereabouts import whereabouts_after
from planner.journal import JournalEntry
from planner.records import Meeting, Movement, Place
from planner.text.spoken import day_mark


@dataclass(frozen=True)
class Workspace:
    """A trip, what is wrong with it, and what is selected; every key makes a new one."""

    itinerary: Itinerary
    surroundings: Surroundings
    report: Report
    selected: str = ""
    """The key of the row the cursor is on; empty where there is none to be on."""

    @classmethod
    def of(cls, itinerary: Itinerary, surroundings: Surroundings, selected: str = "") -> Self:
        """Check a trip and put the cursor on a row, or on what comes next."""
        made = cls(itinerary, surroundings, check(itinerary, surroundings))
        return made.with_selected(selected)

    @property
    def now(self) -> datetime:
        """The present."""
        return self.surroundings.now

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The programme as a list."""
        return listing(self.itinerary, int(self.now.astimezone(UTC).timestamp()))

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The rows that the cursor can be on, in order."""
        return tuple(row.key for row in self.rows if row.key)

    @cached_property
    def cursor(self) -> int:
        """The number of the row that is selected; 0 where none is."""
        return next((number for number, row in enumerate(self.rows) if row.key == self.selected), 0)

    @property
    def selected_record(self) -> str:
        """The id of the meeting or movement that is selected; empty where none is."""
        return self.rows[self.cursor].record if self.selected else ""

    def with_selected(self, key: str) -> Self:
        """Return one with the cursor on a row; if that is gone, on the first still to come."""
        if key not in self.keys:
            coming = (row.key for row in self.rows if row.key and not row.is_past)
            key = next(coming, self.keys[-1] if self.keys else "")
        if key == self.selected:
            return self
        return self._moved_to(key)

    def _moved_to(self, key: str) -> Self:
        moved = replace(self, selected=key)
        # The list does not depend on the cursor: working it out again would cost at every key.
        moved.__dict__["rows"] = self.rows
        moved.__dict__["keys"] = self.keys
        moved.__dict__["_worst"] = self._worst
        moved.__dict__["is_home_on_other_days"] = self.is_home_on_other_days
        return moved

    def with_moved_cursor(self, by: int) -> Self:
        """Return one with the cursor so many rows on, as far as there are rows."""
        if not self.keys:
            return self
        here = self.keys.index(self.selected)
        return self._moved_to(self.keys[min(max(here + by, 0), len(self.keys) - 1)])

    def with_record_selected(self, record: str) -> Self:
        """Return one with the cursor on a meeting or movement, if it is in the list."""
        return self.with_selected(record) if record in self.keys else self

    def with_conflict_selected(self, conflict: Conflict) -> Self:
        """Return one with the cursor on the first entry that a conflict is about."""
        entries = self.entries_of(conflict)
        return self.with_record_selected(entries[0]) if entries else self

    def with_next_conflict(self) -> Self:
        """Return one with the cursor on the next entry with a conflict, round to the first."""
        here = self.keys.index(self.selected) if self.selected else 0
        ahead = (*self.keys[here + 1 :], *self.keys[: here + 1])
        return self.with_selected(next((key for key in ahead if key in self._worst), self.selected))

    def after(
        self,
        entries: Sequence[JournalEntry],
        elsewhere: Mapping[str, tuple[Occupied, ...]] | None = None,
    ) -> Self:
        """Return it as it is once entries of the journal are taken in, checked again.

        Those it has seen already are passed over: two answers can carry the same one.
        `elsewhere` is where the people are otherwise, if that may have changed.
        """
        itinerary = self.itinerary
        for entry in entries:
            if entry.position > itinerary.position:
                itinerary = itinerary.after(entry.edit, entry.position)
        surroundings = self.surroundings
        if elsewhere is not None:
            surroundings = replace(surroundings, elsewhere=elsewhere)
        return type(self).of(itinerary, surroundings, self.selected)

    def at(self, now: datetime) -> Self:
        """Return it at another time, checked again."""
        surroundings = replace(self.surroundings, now=now)
        return type(self).of(self.itinerary, surroundings, self.selected)

    @cached_property
    def is_home_on_other_days(self) -> bool:
        """Whether anything happens on another date than it is at home then."""
        zone = self.itinerary.trip.home.zone
        starts = (row.line.start for row in self.rows if row.line)
        return any(day_mark(start, start.to(zone)) for start in starts)

    def entries_of(self, conflict: Conflict) -> tuple[str, ...]:
        """Return the ids of the meetings and movements that a conflict is about."""
        ids = (entry_named(self.itinerary, subject) for subject in conflict.subjects)
        return tuple(dict.fromkeys(each for each in ids if each))

    @cached_property
    def _worst(self) -> dict[str, Severity]:
        worst: dict[str, Severity] = {}
        for finding in reversed(self.report.open):
            for entry in self.entries_of(finding.conflict):
                worst[entry] = finding.conflict.severity
        return worst

    def worst_of(self, record: str) -> Severity | None:
        """Return the worst open severity of a meeting or movement; None where all is well."""
        return self._worst.get(record)

    @cached_property
    def here(self) -> Place:
        """Where the principal is now: where the last entry that began took them, else home."""
        itinerary, now = self.itinerary, self.surroundings.instant
        begun = [
            entry for entry in itinerary.entries if entry.stands and entry.start.instant <= now
        ]
        place = whereabouts_after(itinerary, begun[-1], now) if begun else None
        return place or itinerary.trip.home


def entry_named(itinerary: Itinerary, subject: str) -> str:
    """Return the id of the entry that a record belongs to; empty where it belongs to none."""
    record = itinerary.find(subject)
    if isinstance(record, Meeting | Movement):
        return record.id
    return getattr(record, "meeting", None) or getattr(record, "movement", None) or ""
